package table

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// sample is a table with something of everything that a table can hold.
func sample() *Table {
	quote := Evidence{Case: "a", Passage: "a.txt:5-29", Quote: "Vi bruker\nden | hver <b>dag</b>", Says: "for", Values: []string{"used"}, Basis: []string{"experience"}, When: []string{"2015"}, Notes: []string{"a <note>"},
		Status: "reviewed", Coders: []string{"ann", "bo"}, Codings: []string{"kkkkkkk", "kkkkkkm"}, Cite: "Kommune A, replikk 2"}
	denied := Evidence{Case: "b", Passage: "b.txt:0-4", Quote: "Nei.", Says: "against", Status: "reviewed", Coders: []string{"ann"}, Codings: []string{"kkkkkkn"}, Cite: "Kommune B, replikk 4"}
	proposed := Evidence{Case: "b", Passage: "b.txt:6-9", Quote: "Jo!", Says: "for", Status: "proposed", Coders: []string{"rules"}, Codings: []string{"kkkkkkp"}, Cite: "Kommune B, replikk 5"}
	differ := Evidence{Case: "a", Passage: "a.txt:40-52", Quote: "Av og til.", Says: "unsettled", By: []string{"ann qualified", "bo against"}, Status: "reviewed", Coders: []string{"ann", "bo"}, Codings: []string{"kkkkkkq", "kkkkkkr"}, Cite: "Kommune A, replikk 4"}
	plan := Evidence{Case: "b", Passage: "plan.txt:0-9", Quote: "Skal inn.", Says: "for", Planned: true, Basis: []string{"plan"}, Status: "aside", Coders: []string{"ann"}, Codings: []string{"kkkkkks"}, Cite: "Kommune B, plan"}
	t := &Table{
		Name: "sample", Title: "A <sample> | table", Language: "nb", Corner: "Kode", Banner: "Be careful", Count: "passages",
		How:     How{Command: "crosscase compare table sample", Version: "test", Inputs: []string{"sha256:1"}},
		Rows:    []Label{{Key: "top", Label: "Overskrift", Head: true}, {Key: "use", Label: "Bruk | mål", Depth: 1, Note: "1 av 2 kjente: A"}, {Key: "free", Label: "Fri", Depth: 2}},
		Columns: []Label{{Key: "a", Label: "Kommune | A"}, {Key: "b", Label: "Kommune B"}},
		Notes:   []string{"A note."},
	}
	present := Cell{State: "mixed", Text: "blandet: 1 for, 1 ikke avgjort (ann med forbehold, bo mot)"}
	present.SetEvidence([]Evidence{quote, differ})
	set := Cell{State: "absent", Text: "fraværende 1", Derived: "mixed", Why: "seen <it>", Aside: []Evidence{plan}, Proposed: []Evidence{proposed},
		Sources: []Source{{Document: "b.txt", Kind: "interview", State: "evidence", Counts: true}, {Kind: "plan", State: "not-applicable", Why: "the report is <new>"}}}
	set.SetEvidence([]Evidence{denied})
	items := Cell{Items: []string{"first thing", "second thing that is so long that it has to be wrapped over lines"}, Cases: []string{"a"}, Evidence: []Evidence{{Case: "a", Source: "cases/a.yaml:7"}}}
	share := 0.123456789
	items.Number, items.Interval = &share, []float64{0.1, 0.15}
	missing := Cell{State: "none", Text: "ingen: ikke spurt", Missing: "ikke spurt"}
	t.Cells = [][]Cell{{{}, {}}, {present, set}, {items, missing}}
	return t
}

// golden holds output against testdata/NAME; -update writes it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s changed; look at it, then run with -update\ngot\n%s\nwant\n%s", file, got, want)
	}
}

func TestGoldenFiles(t *testing.T) {
	for name, write := range map[string]func(*bytes.Buffer, *Table) error{
		"sample.txt":      func(b *bytes.Buffer, t *Table) error { return WriteText(b, t, Look{Width: 80, Why: true}) },
		"sample.md":       func(b *bytes.Buffer, t *Table) error { return WriteMarkdown(b, t) },
		"sample.csv":      func(b *bytes.Buffer, t *Table) error { return WriteCSV(b, t) },
		"sample.grid.csv": func(b *bytes.Buffer, t *Table) error { return WriteGrid(b, t) },
		"sample.json":     func(b *bytes.Buffer, t *Table) error { return WriteJSON(b, t) },
		"sample.html":     writeBody,
		"sample.tex":      func(b *bytes.Buffer, t *Table) error { return WriteLaTeX(b, t) },
		"sample.doc.md":   func(b *bytes.Buffer, t *Table) error { return Document(t).WriteMarkdown(b) },
	} {
		var first, second bytes.Buffer
		if err := write(&first, sample()); err != nil {
			t.Fatal(err)
		}
		if err := write(&second, sample()); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two runs write different bytes", name)
		}
		golden(t, name, first.Bytes())
	}
}

// writeBody writes what stands on the page, without its looks.
func writeBody(b *bytes.Buffer, t *Table) error {
	var page bytes.Buffer
	err := WriteHTML(&page, t)
	_, body, _ := bytes.Cut(page.Bytes(), []byte("</head>\n"))
	b.Write(body)
	return err
}
