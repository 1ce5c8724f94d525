package table

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
)

func TestHTMLRunsNothingThatStandsInTheStudy(t *testing.T) {
	script := `<script>alert("x")</script>`
	e := Evidence{Passage: script, Quote: script, Says: script, Status: "reviewed", Coders: []string{script}, Cite: script}
	cell := Cell{State: script, Text: script, Why: script, Evidence: []Evidence{e, {Source: script}}, Proposed: []Evidence{e}, Sources: []Source{{Document: script, State: script, Why: script}}}
	table := &Table{Title: script, Corner: script, Banner: script, How: How{Command: script, Version: script}, Notes: []string{script},
		Rows: []Label{{Key: script, Label: script, Note: script}}, Columns: []Label{{Key: script, Label: script}, {Label: "x"}}, Cells: [][]Cell{{cell, {State: `" onclick="alert(1)`, Text: script, Items: []string{script}}}}}
	var b bytes.Buffer
	if err := WriteHTML(&b, table); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	if strings.Contains(strings.ToLower(out), "<script") || strings.Contains(out, `onclick="alert`) {
		t.Errorf("the page holds what stood in the study as it was:\n%s", out)
	}
	if n := strings.Count(out, "&lt;script&gt;"); n < 20 {
		t.Errorf("only %d of the places show the text", n)
	}
}

func TestHTMLNeedsNothingFromOutside(t *testing.T) {
	var b bytes.Buffer
	if err := WriteHTML(&b, sample(), sample()); err != nil {
		t.Fatal(err)
	}
	out := b.String()
	if m := regexp.MustCompile(`(?i)\b(src=|href|url\(|@import|https?:)`).FindString(out); m != "" {
		t.Errorf("the page asks for something: %q", m)
	}
	if n := strings.Count(out, "<table>"); n != 2 || !strings.Contains(out, `<html lang="nb">`) || !strings.Contains(out, "default-src 'none'") {
		t.Errorf("%d tables:\n%s", n, out)
	}
}

func TestHTMLOpensACellOnlyWhereSomethingIsBehindIt(t *testing.T) {
	var b bytes.Buffer
	if err := WriteHTML(&b, sample()); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "<details>"); n != 3 {
		t.Errorf("%d cells open, want 3", n)
	}
	if !strings.Contains(b.String(), "plan: ikke aktuelt: the report is &lt;new&gt;") {
		t.Error("no colon between what became of a source and why")
	}
}
