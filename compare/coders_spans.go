package compare

import (
	"fmt"

	"crosscase/compare/agree"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// bySpans compares the passages as coders marked them.
func (c *comparison) bySpans() (*table.Table, []explainedRow) {
	l := c.options.Language
	f := c.marks.spans()
	t := c.newTable("coders", l.Say("Agreement between coders"))
	t.Count = "passages"
	t.Columns = []table.Label{{Key: "characters", Label: l.Say("characters")}}
	for _, coder := range c.coders {
		t.Columns = append(t.Columns, table.Label{Key: coder, Label: coder})
	}
	t.Columns = append(t.Columns, table.Label{Key: "u-alpha", Label: "u-alpha"}, table.Label{Key: "|u-alpha", Label: "|u-alpha"}, table.Label{Key: "cu-alpha", Label: "cu-alpha"}, table.Label{Key: "(k)u-alpha", Label: "(k)u-alpha"})
	inputs := c.inputs()
	var explained []explainedRow
	cell := func(row, key string, v agree.SpanCoefficient) table.Cell {
		x := coefficientCell(l, v.Coefficient, agree.Interval{Undefined: "-"}, inputs, nil)
		if v.Defined() {
			if key == "cu-alpha" || key == "(k)u-alpha" {
				x.Text += " (" + l.Say("coverage", l.Percent(v.Coverage)) + ")"
			}
			explained = append(explained, explainedRow{key, fmt.Sprintf("%s: observed %s, expected %s", row, full(v.Observed), full(v.Expected))})
		}
		return x
	}
	row := func(key, label string, length int, marked []table.Cell, figures ...table.Cell) {
		t.Rows = append(t.Rows, table.Label{Key: key, Label: label})
		t.Cells = append(t.Cells, append(append([]table.Cell{numberCell(l, float64(length), 0)}, marked...), figures...))
	}
	single := len(c.codes) == 1
	if !single {
		shares := make([]table.Cell, len(c.coders))
		for j := range shares {
			x := f.anyMarked[j]
			shares[j] = table.Cell{Text: l.Percent(x), Number: &x}
		}
		label := l.Say("overall")
		row("-", label, f.allLength, shares, cell(label, "u-alpha", f.all), cell(label, "|u-alpha", f.any), cell(label, "cu-alpha", f.coding), table.Cell{})
	}
	for i, code := range c.codes {
		marked := make([]table.Cell, len(c.coders))
		for j := range marked {
			x := f.marked[i][j]
			marked[j].SetEvidence(c.passages(i, j))
			n, _ := marked[j].Count()
			marked[j].Text, marked[j].Number = fmt.Sprintf("%d: %s", n, l.Percent(x)), &x
		}
		label := c.titleOf(code)
		of := table.Cell{}
		if !single {
			of = cell(label, "(k)u-alpha", f.of[i])
		}
		row(code.Key, label, f.length[i], marked, cell(label, "u-alpha", f.codes[i]), table.Cell{}, table.Cell{}, of)
	}
	c.commonNotes(t, f.documents)
	t.Notes = append(t.Notes, l.Say("note spans"))
	if f.overlaps {
		t.Notes = append(t.Notes, l.Say("note overlapping"))
	}
	if f.merged > 0 {
		t.Notes = append(t.Notes, l.Say("note merged", f.merged))
	}
	t.Notes = append(t.Notes, l.Say("advice", l.Say("advice spans")))
	return t, explained
}

// passages are what a coder coded with a code in the documents of the comparison; codings that overlap are one passage.
func (c *comparison) passages(code, coder int) []table.Evidence {
	out := []table.Evidence{}
	for d := range c.marks.documents {
		doc := &c.marks.documents[d]
		var open *table.Evidence
		var at corpus.Span
		end := func() {
			if open != nil {
				out = append(out, c.placed(*open, corpus.Passage{Document: c.keys[d], Span: at}))
			}
			open = nil
		}
		for _, k := range doc.marks[coder][code] {
			if k.left {
				continue
			}
			if open == nil || k.Start >= at.End {
				end()
				open, at = &table.Evidence{Status: "reviewed", Coders: []string{c.coders[coder]}}, k.Span
			}
			at = at.Union(k.Span)
			open.Codings = append(open.Codings, c.codings[k.coding].ID)
		}
		end()
	}
	return out
}
