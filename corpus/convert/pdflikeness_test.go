package convert

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// likeness is how near a text comes to the blocks it was made of: shares of 1.
type likeness struct {
	recall, precision, order            float64 // of words
	headings, paragraphs, items, tables float64 // blocks found whole
}

func (l likeness) String() string {
	return fmt.Sprintf("words %.3f %.3f order %.3f; headings %.2f paragraphs %.2f items %.2f rows %.2f", l.recall, l.precision, l.order, l.headings, l.paragraphs, l.items, l.tables)
}

func wordsIn(s string) []string {
	return strings.Fields(strings.NewReplacer("\n- ", " ", "# ", " ", "#", "").Replace("\n" + s))
}

// likenessOf compares what came out of a file with the blocks that went in.
func likenessOf(blocks []Block, text string) likeness {
	text = strings.NewReplacer("−", "-", "‐", "-").Replace(text)
	var want []string
	for _, b := range blocks {
		if b.Cells != nil {
			b.Text = strings.Join(b.Cells, " ")
		}
		want = append(want, strings.Fields(b.Text)...)
	}
	got := wordsIn(text)
	count := map[string]int{}
	for _, w := range want {
		count[w]++
	}
	both := 0
	for _, w := range got {
		if count[w] > 0 {
			count[w]--
			both++
		}
	}
	l := likeness{recall: float64(both) / float64(len(want)), precision: float64(both) / float64(len(got)), order: float64(commonInOrder(want, got)) / float64(max(both, 1))}
	lines := strings.Split(text, "\n")
	found := map[Kind][2]int{}
	for _, b := range blocks {
		line := b.Text
		switch b.Kind {
		case Heading:
			line = strings.Repeat("#", b.Level) + " " + line
		case ListItem:
			line = "- " + line
		case Row:
			line = strings.TrimRight(strings.Join(b.Cells, "\t"), "\t")
		}
		n := found[b.Kind]
		n[1]++
		if slices.Contains(lines, line) {
			n[0]++
		}
		found[b.Kind] = n
	}
	share := func(k Kind) float64 {
		if found[k][1] == 0 {
			return 1
		}
		return float64(found[k][0]) / float64(found[k][1])
	}
	l.headings, l.paragraphs, l.items, l.tables = share(Heading), share(Paragraph), share(ListItem), share(Row)
	return l
}

// commonInOrder returns how many words stand in both in the same order.
func commonInOrder(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, w := range a {
		diagonal := 0
		for j, v := range b {
			above := row[j+1]
			if w == v {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// What programs made of our reports comes out as it went in. The floors are what
// was measured; where a share is less than 1 the reason stands beside it.
func TestPDFMade(t *testing.T) {
	report, tables := madeReport(2), madeTables()
	for _, c := range []struct {
		name                                string
		blocks                              []Block
		headings, paragraphs, items, tables float64
	}{
		{"office", report, 1, 1, 1, 1},
		{"office2", report, 1, 1, 1, 0.9},              // two columns; a row breaks over a column
		{"office3", report, 1, 1, 1, 0.4},              // three columns, too narrow for the tables in them
		{"ghostscript", report, 1, 1, 1, 0.9},          // office2, written anew
		{"chromium", withoutNotes(report), 1, 1, 1, 1}, // its page shows none
		{"weasy", report, 1, 0.8, 1, 1},                // its marks of notes are not raised
		{"latex2", report, 1, 1, 1, 1},
		{"groff", report, 1, 1, 1, 1},
		{"groff2", report, 1, 0.8, 1, 1}, // a paragraph ends with its column, and others do not
		{"tables", tables, 1, 1, 1, 1},
		{"tables-chromium", tables, 1, 1, 1, 1},
	} {
		res := convertPDF(t, "made-"+c.name+".pdf")
		l := likenessOf(c.blocks, res.Text)
		t.Logf("%-15s %v", c.name, l)
		if l.recall < 0.995 || l.precision < 0.985 || l.order < 0.985 || l.headings < c.headings || l.paragraphs < c.paragraphs || l.items < c.items || l.tables < c.tables {
			t.Errorf("%s: %v", c.name, l)
		}
	}
}

func withoutNotes(blocks []Block) []Block {
	var out []Block
	for _, b := range blocks {
		if b.Kind == Note {
			last := &out[len(out)-1]
			mark, _, _ := strings.Cut(b.Text, " ")
			last.Text = strings.ReplaceAll(last.Text, mark, "")
			continue
		}
		out = append(out, b)
	}
	return out
}

// A browser prints date, title, address and number on each page; all are dropped
// and counted.
func TestPDFBrowser(t *testing.T) {
	res := convertPDF(t, "made-chromium.pdf")
	for _, e := range res.Report.Entries {
		if e.Did == "dropped" && (e.What == "running heads" && e.Count != 3*len(res.Pages) || e.What == "page numbers" && e.Count != len(res.Pages) || e.Characters == 0) {
			t.Errorf("%d pages, %+v", len(res.Pages), e)
		}
	}
	if strings.Contains(res.Text, "chromium.html") || !hasEntry(res.Report, "dropped", "running heads") || !hasEntry(res.Report, "dropped", "page numbers") {
		t.Errorf("%+v", res.Report)
	}
}

// A table over two pages is one, its head stands once, and its repetition is
// accounted for.
func TestPDFTableOverPages(t *testing.T) {
	res := convertPDF(t, "made-tables.pdf")
	if n := strings.Count(res.Text, "Indikator\tResultat 2014"); n != 1 || !hasEntry(res.Report, "dropped", "heads of tables, printed once more on the next page") {
		t.Errorf("%d heads, %+v", n, res.Report)
	}
	if rows := strings.Split(res.Text, "\n\n")[2]; strings.Count(rows, "\n") != 70 {
		t.Errorf("%d rows:\n%s", strings.Count(rows, "\n"), rows)
	}
}

// The PDF and the DOCX that LibreOffice makes of one text have the same lines.
func TestPDFLikeDocx(t *testing.T) {
	docx := convertText(t, "made-office.docx", string(source(t, "made-office.docx")))
	pdf := convertPDF(t, "made-office.pdf")
	left := map[string]int{}
	lines, missing := 0, 0
	for line := range strings.SplitSeq(docx.Text, "\n") {
		left[line]++
	}
	for line := range strings.SplitSeq(pdf.Text, "\n") {
		if line == "" {
			continue
		}
		lines++
		if left[line]--; left[line] < 0 {
			missing++
			t.Logf("only in the PDF: %q", line)
		}
	}
	if lines < 40 || missing > 0 {
		t.Errorf("%d of %d lines are not in the DOCX", missing, lines)
	}
}

// A transcript as a PDF has the turns of the same words as plain text.
func TestPDFTalk(t *testing.T) {
	for _, layout := range []string{"label", "line", "end"} {
		var text []string
		for _, b := range madeTalk(40, layout)[1:] {
			text = append(text, b.Text)
		}
		want := convertText(t, "x.txt", strings.Join(text, "\n\n"))
		res := convertPDF(t, "made-talk-"+layout+".pdf")
		if res.Turns != want.Turns || len(res.Speakers) != len(want.Speakers) || len(res.Speakers) != 2 || res.Turns != 40 {
			t.Errorf("%s: %d turns of %+v, as text %d of %+v\n%s", layout, res.Turns, res.Speakers, want.Turns, want.Speakers, res.Text)
		}
		if _, words, _ := strings.Cut(res.Text, "\n\n"); words != want.Text {
			t.Errorf("%s: %q", layout, firstDifference(want.Text, words))
		}
	}
}
