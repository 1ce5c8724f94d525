package cmd

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"crosscase/compare"
	"crosscase/compare/manuscript"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// The report of both example studies: its headings, captions and running text, and the whole method chapter, as a word
// processor finds them in the DOCX. CROSSCASE_UPDATE=1 writes the golden files anew.
func TestReportOfTheExampleStudies(t *testing.T) {
	for _, example := range []string{"municipalities", "libraries"} {
		t.Run(example, func(t *testing.T) {
			s := demoStudy(t, example)
			l := catalogue.In(s.Language)
			r, err := compare.ReportOf(s, compare.Options{Language: l, Version: "test", Command: "crosscase report"})
			if err != nil {
				t.Fatal(err)
			}

			// Every passage stands at its place in the texts.
			for _, e := range r.Passages {
				if e.Passage == "" {
					t.Errorf("%s has a number, but is no passage", e.Source)
					continue
				}
				p, err := corpus.ParsePassage(e.Passage)
				if err != nil {
					t.Fatal(err)
				}
				text, err := s.Text(p.Document)
				if err != nil {
					t.Fatal(err)
				}
				if text.Text.Slice(p.Span) != e.Quote || e.Quote == "" || e.Cite != s.Cite(p) {
					t.Errorf("%s: %q, cited as %s", e.Passage, e.Quote, e.Cite)
				}
			}
			// Every quote that is printed is the passage of its number, every number that is cited is printed once.
			printed := map[string]int{}
			cited := map[string]bool{}
			see := func(text manuscript.Text) {
				for _, run := range text {
					if strings.HasPrefix(run.To, "evidence-") {
						if run.To != "evidence-"+run.Words {
							t.Errorf("the number %s leads to %s", run.Words, run.To)
						}
						cited[run.To] = true
					}
				}
			}
			for _, b := range r.Manuscript.Blocks {
				switch b := b.(type) {
				case manuscript.Quote:
					printed[b.ID]++
					n, err := strconv.Atoi(strings.Trim(b.Mark, "[]"))
					if err != nil || n < 1 || n > len(r.Passages) || b.Text != l.Quote(r.Passages[n-1].Quote) {
						t.Errorf("the quote %s is %q", b.Mark, b.Text)
					}
				case manuscript.Notes:
					for _, note := range b {
						printed[note.ID]++
					}
				case manuscript.Paragraph:
					see(b.Text)
				case manuscript.Table:
					for _, row := range b.Rows {
						if len(row.Cells) != len(b.Head) {
							t.Errorf("table %q: a row of %d cells under %d heads", b.Caption, len(row.Cells), len(b.Head))
						}
						for _, c := range row.Cells {
							for _, line := range c.Lines {
								see(line)
							}
						}
					}
				}
			}
			for id := range cited {
				if printed[id] != 1 {
					t.Errorf("%s is printed %d times", id, printed[id])
				}
			}
			if len(printed) != len(r.Passages) || len(cited) < 50 {
				t.Errorf("%d passages printed, %d cited, %d in all", len(printed), len(cited), len(r.Passages))
			}
			// Every number that the report itself counts is the length of its evidence.
			counts := 0
			for _, table := range r.Tables {
				if !strings.HasPrefix(table.Name, "report-") {
					continue
				}
				for i, row := range table.Cells {
					for j := range row {
						n, ok := row[j].Count()
						if !ok {
							continue
						}
						counts++
						if first, _, _ := strings.Cut(row[j].Text, ":"); first != strconv.Itoa(n) {
							t.Errorf("table %q, row %q, column %q: %q, but %d pieces of evidence", table.Title, table.Rows[i].Label, table.Columns[j].Label, row[j].Text, n)
						}
					}
				}
			}
			if counts < 40 {
				t.Errorf("only %d counts were seen", counts)
			}

			var first, second bytes.Buffer
			if err := r.Manuscript.WriteDOCX(&first); err != nil {
				t.Fatal(err)
			}
			again, err := compare.ReportOf(s, compare.Options{Language: l, Version: "test", Command: "crosscase report"})
			if err != nil {
				t.Fatal(err)
			}
			if err := again.Manuscript.WriteDOCX(&second); err != nil || !bytes.Equal(first.Bytes(), second.Bytes()) {
				t.Errorf("two runs write different bytes (%v)", err)
			}
			got := wordsOfDOCX(t, first.Bytes())
			file := filepath.Join("..", "testdata", "report", example+".txt")
			if os.Getenv("CROSSCASE_UPDATE") == "1" {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s changed; look at it, then run with CROSSCASE_UPDATE=1\n%s", file, firstDifference(got, string(want)))
			}
		})
	}
}

// wordsOfDOCX returns the paragraphs of a document with their styles: all up to the second heading of the first level,
// after it those that stand in no table and are no quotes.
func wordsOfDOCX(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b strings.Builder
	words, style, chapters, inText := "", "", 0, false
	for d := xml.NewDecoder(f); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "p":
				words, style = "", ""
			case "pStyle":
				style = token.Attr[0].Value
			case "t":
				inText = true
			case "tab":
				words += "\t"
			}
		case xml.CharData:
			if inText {
				words += string(token)
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "t":
				inText = false
			case "p":
				if style == "Heading1" {
					chapters++
				}
				if style == "Quote" || style == "Evidence" || strings.HasPrefix(style, "Table") && chapters > 1 || strings.TrimSpace(words) == "" {
					continue
				}
				b.WriteString(style + ": " + strings.TrimSpace(numbered.ReplaceAllString(words, "[…]")) + "\n")
			}
		}
	}
}

// numbered are the numbers of passages, which one more passage would shift all through.
var numbered = regexp.MustCompile(`\[\d[\d–, ]*\]`)

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "line " + strconv.Itoa(i+1) + "\ngot  " + g[i] + "\nwant " + w[i]
		}
	}
	return strconv.Itoa(len(g)) + " lines, want " + strconv.Itoa(len(w))
}
