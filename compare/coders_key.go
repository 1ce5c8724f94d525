package compare

import (
	"fmt"
	"slices"

	"crosscase/cases"
	"crosscase/compare/agree"
	"crosscase/compare/table"
)

// againstKey measures every other coder against the one whose work is the key: a table for each.
func (c *comparison) againstKey() []*table.Table {
	var out []*table.Table
	key := slices.Index(c.coders, c.question.Key)
	for j, coder := range c.coders {
		if j == key {
			continue
		}
		t, explained := c.measured(j, key)
		t.Name = "key-" + coder
		undefinedNotes(t)
		t.How = how(c.study, &cases.TableRecord{}, c.options)
		out = append(out, t)
		if c.question.Explain {
			out = append(out, explanation(explained, t.How, c.options))
		}
	}
	return out
}

// measured compares one coder with the key, code by code and overall.
func (c *comparison) measured(coder, key int) (*table.Table, []explainedRow) {
	l := c.options.Language
	t := c.newTable("key", l.Say("Against the key", c.coders[coder], c.coders[key]))
	for _, k := range []string{"units", "in the key", "found", "both", "wrong", "missed", "precision", "recall"} {
		t.Columns = append(t.Columns, table.Label{Key: k, Label: l.Say(k)})
	}
	t.Columns = append(t.Columns, table.Label{Key: "f1", Label: "F1"})
	var explained []explainedRow
	inputs := c.inputs()
	var sums [3]int // both, only the coder, only the key
	units := 0
	row := func(key, label string, units int, counts []table.Cell, n [3]int) {
		f := agree.AgainstKey(n[0], n[1], n[2])
		cells := append([]table.Cell{numberCell(l, float64(units), 0)}, counts...)
		for _, x := range []struct {
			key string
			v   agree.Coefficient
		}{{"precision", f.Precision}, {"recall", f.Recall}, {"f1", f.F1}} {
			cells = append(cells, coefficientCell(l, x.v, agree.Interval{Undefined: "-"}, inputs, nil))
			explained = append(explained, explainedRow{x.key, fmt.Sprintf("%s: %d, %d, %d", label, n[0], n[1], n[2])})
		}
		t.Rows = append(t.Rows, table.Label{Key: key, Label: label})
		t.Cells = append(t.Cells, cells)
	}
	type counted struct {
		cells []table.Cell
		n     [3]int
		units int
	}
	var each []counted
	for i := range c.codes {
		touched, all := c.marks.judged(i)
		x := counted{cells: make([]table.Cell, 5), units: all}
		for k := range x.cells {
			x.cells[k].SetEvidence([]table.Evidence{})
		}
		for _, u := range touched {
			a, b := u.values[coder], u.values[key]
			if a == leftOut || b == leftOut || a != isCoded && b != isCoded {
				continue
			}
			e := c.evidenceBy(i, u, func(j int) bool { return j == coder || j == key })
			add := func(k int) { x.cells[k].SetEvidence(append(x.cells[k].Evidence, e)) }
			if b == isCoded {
				add(0)
			}
			if a == isCoded {
				add(1)
			}
			switch {
			case a == isCoded && b == isCoded:
				add(2)
				x.n[0]++
			case a == isCoded:
				add(3)
				x.n[1]++
			default:
				add(4)
				x.n[2]++
			}
		}
		for k := range x.cells {
			n, _ := x.cells[k].Count()
			x.cells[k].Text = fmt.Sprint(n)
		}
		for k := range sums {
			sums[k] += x.n[k]
		}
		units += all
		each = append(each, x)
	}
	if len(c.codes) > 1 {
		counts := []table.Cell{numberCell(l, float64(sums[0]+sums[2]), 0), numberCell(l, float64(sums[0]+sums[1]), 0), numberCell(l, float64(sums[0]), 0), numberCell(l, float64(sums[1]), 0), numberCell(l, float64(sums[2]), 0)}
		row("-", l.Say("overall"), units, counts, sums)
	}
	for i, code := range c.codes {
		row(code.Key, c.titleOf(code), each[i].units, each[i].cells, each[i].n)
	}
	c.commonNotes(t, len(c.keys))
	t.Notes = append(t.Notes, l.Say("note whole"))
	return t, explained
}
