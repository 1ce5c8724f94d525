package table

import (
	"bytes"
	"strings"
	"testing"
)

func TestMarkdownCellsCannotBreakTheTable(t *testing.T) {
	nasty := "a | b\nc"
	table := &Table{Title: "T", Corner: nasty, Columns: []Label{{Key: "c", Label: nasty}}, Rows: []Label{{Key: "r", Label: nasty, Note: nasty}},
		Cells: [][]Cell{{{Text: nasty, Evidence: []Evidence{{Passage: "a.txt:0-3", Quote: nasty, Cite: "A"}}}}}}
	var b bytes.Buffer
	if err := WriteMarkdown(&b, table); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	var rows []string
	for _, l := range lines {
		if strings.HasPrefix(l, "|") {
			rows = append(rows, l)
		}
	}
	if len(rows) != 3 {
		t.Fatalf("%d lines of the table, want 3:\n%s", len(rows), b.String())
	}
	for _, r := range rows {
		if n := strings.Count(strings.ReplaceAll(r, `\|`, ""), "|"); n != 4 {
			t.Errorf("%d bars that part cells, want 4: %s", n, r)
		}
	}
	if !strings.Contains(rows[2], `a \| b<br>c [1]`) || !strings.Contains(b.String(), "\n1. “a | b c” A, `a.txt:0-3`\n") {
		t.Errorf("%s", b.String())
	}
}

func TestMarkdownNotesAreNumberedThroughTheTable(t *testing.T) {
	var b bytes.Buffer
	if err := WriteMarkdown(&b, sample()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"til stede 1 [1] |", "fraværende 1 [2] |", "lines [3] |", "\n2. «Nei.» (mot) Kommune B", "\n3. `cases/a.yaml:7`", "> Be careful", "A note.", "crosscase compare table sample"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
}
