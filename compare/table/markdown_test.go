package table

import (
	"bytes"
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
