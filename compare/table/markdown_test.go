package table

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestFiguresOfTheSameFilesShareANote(t *testing.T) {
	files := []Evidence{{Source: "codings/ann/a.jsonl"}, {Source: "codings/ben/a.jsonl"}}
	x := 0.5
	figure := Cell{Text: "0.5", Number: &x, Evidence: files}
	var b bytes.Buffer
	err := WriteMarkdown(&b, &Table{Rows: []Label{{Label: "r"}}, Columns: make([]Label, 3), Cells: [][]Cell{{figure, figure, {Text: "y", Evidence: files[:1]}}}})
	if out := b.String(); err != nil || !strings.Contains(out, "| 0.5 [1] | 0.5 [1] | y [2] |") || !strings.Contains(out, "1. `codings/ann/a.jsonl`, `codings/ben/a.jsonl`\n2. `codings/ann/a.jsonl`") {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestNotesOfACellAreARangeThatLeadsToEachQuote(t *testing.T) {
	passages := make([]Evidence, 6)
	for i := range passages {
		passages[i] = Evidence{Passage: fmt.Sprintf("a.txt:%d-%d", i, i+1), Quote: fmt.Sprint("quote ", i)}
	}
	cell := func(from, to int) Cell { return Cell{Text: "x", Evidence: passages[from:to]} }
	var b bytes.Buffer
	if err := WriteMarkdown(&b, &Table{Rows: []Label{{Label: "r"}}, Columns: make([]Label, 4), Cells: [][]Cell{{cell(0, 1), cell(1, 3), cell(0, 0), cell(3, 6)}}}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "| r | x [1] | x [2, 3] | x | x [4–6] |") {
		t.Errorf("the numbers do not stand behind the cells:\n%s", b.String())
	}
	for i := range passages {
		if note := fmt.Sprintf("\n%d. ", i+1); !strings.Contains(b.String(), note) || !strings.Contains(b.String(), fmt.Sprintf("quote %d", i)) {
			t.Errorf("number %d leads nowhere:\n%s", i+1, b.String())
		}
	}
}
