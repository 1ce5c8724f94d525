package table

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func text80(t *testing.T, table *Table, look Look) string {
	t.Helper()
	var b bytes.Buffer
	if err := WriteText(&b, table, look); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// column returns the lines of a column of the text grid, from 0, without blanks around them.
func column(out string, n int) []string {
	var lines []string
	for _, l := range strings.Split(out, "\n") {
		if parts := strings.Split(l, "│"); len(parts) > max(n, 1) {
			lines = append(lines, strings.TrimSuffix(strings.TrimPrefix(parts[n], " "), " "))
		}
	}
	return lines
}

func oneCell(c Cell) *Table {
	return &Table{Corner: "x", Rows: []Label{{Key: "r", Label: "row"}}, Columns: []Label{{Key: "c", Label: "column"}}, Cells: [][]Cell{{c}}}
}

func TestItemsStandOnLinesOfTheirOwn(t *testing.T) {
	long := "the second item is rather long and has to be broken up"
	out := text80(t, oneCell(Cell{Items: []string{"the first", long, "the third"}}), Look{Width: 40})
	got := column(out, 1)[1:] // without the header
	if got[0] != "the first" || got[len(got)-1] != "the third" || !strings.HasPrefix(got[1], "the second") || len(got) < 4 {
		t.Fatalf("lines %q", got)
	}
	for _, l := range got[2 : len(got)-1] {
		if !strings.HasPrefix(l, "  ") {
			t.Errorf("the line %q goes on with an item and looks like a new one", l)
		}
	}
	if joined := strings.Join(strings.Fields(strings.Join(got[1:len(got)-1], " ")), " "); joined != long {
		t.Errorf("the item became %q", joined)
	}
}

func TestLabelKeepsItsIndentOnEveryLine(t *testing.T) {
	table := oneCell(Cell{Text: "cell"})
	table.Rows[0] = Label{Label: "a label that is much too long for the narrow column that it gets", Depth: 2}
	out := text80(t, table, Look{Width: 40})
	lines := column(out, 0)[1:]
	if len(lines) < 2 {
		t.Fatalf("the label was not wrapped:\n%s", out)
	}
	for _, l := range lines {
		if !strings.HasPrefix(l, "    ") || strings.HasPrefix(l, "     ") {
			t.Errorf("the line %q is not indented by four", l)
		}
	}
}

func TestRuleBetweenRowsOnlyWhereACellHasSeveralLines(t *testing.T) {
	table := oneCell(Cell{Text: "short"})
	table.Rows = append(table.Rows, Label{Label: "second"}, Label{Label: "third"})
	table.Cells = append(table.Cells, []Cell{{Text: "short"}}, []Cell{{Text: "short"}})
	if n := strings.Count(text80(t, table, Look{}), "┼"); n != 1 {
		t.Errorf("%d rules, want the one below the header", n)
	}
	table.Cells[1][0].Text = "one\ntwo"
	if n := strings.Count(text80(t, table, Look{}), "┼"); n != 3 {
		t.Errorf("%d rules, want three", n)
	}
	table.Cells[1][0].Text = strings.Repeat("word ", 40)
	if n := strings.Count(text80(t, table, Look{}), "┼"); n != 3 {
		t.Errorf("%d rules beside a wrapped cell, want three", n)
	}
	table.Cells[1][0].Text = "short"
	table.Columns[0].Label = strings.Repeat("header ", 40)
	if n := strings.Count(text80(t, table, Look{}), "┼"); n != 1 {
		t.Errorf("%d rules below a header of several lines, want one", n)
	}
}

func TestTableFitsItsWidth(t *testing.T) {
	table := sample()
	for _, width := range []int{60, 80, 120} {
		for _, l := range strings.Split(table.laidOut(width), "\n") {
			if columns(l) > width {
				t.Errorf("width %d: a line of %d columns: %s", width, columns(l), l)
			}
		}
	}
	for j := range 12 {
		table.Columns = append(table.Columns, Label{Label: fmt.Sprint("column ", j)})
		for i := range table.Cells {
			table.Cells[i] = append(table.Cells[i], Cell{Text: "some words in a cell"})
		}
	}
	widths, _ := table.widths(60)
	for i, w := range widths {
		if w < 4 || w > 9 {
			t.Errorf("column %d is %d wide: where nothing fits, none goes below 8 unless it needs less", i, w)
		}
	}
}

func TestWhyPrintsEachPassageAndWhatBecameOfSources(t *testing.T) {
	out := text80(t, sample(), Look{Why: true})
	for _, want := range []string{
		"Bruk | mål · Kommune | A: blandet: 1 for, 1 ikke avgjort (ann med forbehold, bo mot)\n  «Vi bruker den | hver <b>dag</b>»\n    Kommune A, replikk 2  [ann, bo]  a.txt:5-29\n",
		"    Kommune A, replikk 4  [ann med forbehold, bo mot: ikke avgjort]  a.txt:40-52\n",
		"    Kommune B, plan  [planlagt, ann]  plan.txt:0-9\n",
		"    Kommune B, replikk 4  [mot, ann]  b.txt:0-4\n",
		"    Kommune B, replikk 5  [foreslått, rules]  b.txt:6-9\n",
		"  plan: ikke aktuelt: the report is <new>\n",
		"Fri · Kommune | A: first thing; second thing",
		"  cases/a.yaml:7\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if strings.Contains(out, "b.txt: belegg") {
		t.Error("a source with evidence is listed as if it had none")
	}
	if strings.Contains(text80(t, sample(), Look{}), "a.txt:5-29") {
		t.Error("passages are printed that nobody asked for")
	}
	english := sample()
	english.Language = "en"
	if out := text80(t, english, Look{Why: true}); !strings.Contains(out, "“Nei.”") || !strings.Contains(out, "plan: not applicable: the report") {
		t.Errorf("English marks are missing:\n%s", out)
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		s           string
		width       int
		first, rest string
		want        string
	}{
		{"", 10, "", "", ""},
		{"one two three", 10, "", "", "one two|three"},
		{"one two three", 7, "", "", "one two|three"},
		{"one\ntwo three", 9, "", "  ", "one|two three"},
		{"one\ntwo three four", 9, "", "  ", "one|two three|  four"},
		{"abcdefghijkl", 5, "", "", "abcde|fghij|kl"},
		{"abcdefghijkl", 5, "  ", "  ", "  abc|  def|  ghi|  jkl"},
		{"måleindikator", 6, "", "", "målein|dikato|r"},
		{"日本語の文", 4, "", "", "日本|語の|文"},
		{"folk 58\u00a0300 i alt", 9, "", "", "folk|58\u00a0300 i|alt"},
		{"a  b\tc", 20, "", "", "a b c"},
		{"x", 1, "    ", "    ", "    x"},
		{"a\xffb", 1, "", "", "a|\xff|b"},
	} {
		if got := wrap(c.s, c.width, c.first, c.rest); got != strings.ReplaceAll(c.want, "|", "\n") {
			t.Errorf("%q in %d: %q, want %q", c.s, c.width, strings.ReplaceAll(got, "\n", "|"), c.want)
		}
	}
}

// No word is broken while another column can give room.
func TestLongWordsStayWhole(t *testing.T) {
	long := &Table{Corner: "Kode", Columns: []Label{{Label: "Kommune A"}, {Label: "Kommune B"}}, Rows: []Label{{Label: "Terskelverdier for måleindikatorer"}}, Language: "nb"}
	words := strings.Repeat("dette er sagt i flere ord ", 6)
	long.Cells = [][]Cell{{{Text: words}, {Text: words}}}
	var out strings.Builder
	if err := WriteText(&out, long, Look{Width: 42}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "Terskelverdier") || !strings.Contains(out.String(), "måleindikatorer") {
		t.Errorf("a word is broken:\n%s", out.String())
	}
	for _, line := range strings.Split(out.String(), "\n") {
		if columns(line) > 42 {
			t.Errorf("%d columns: %s", columns(line), line)
		}
	}
}
