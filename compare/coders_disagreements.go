package compare

import (
	"cmp"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// Disagreements lists the units on which coders differ, in the code or in what is said of it (for, against, qualified), code by code in the order of the texts: what
// there is to talk about. A cell holds what the coder coded there, or which other codes the coder gave the unit. With the unit span it lists the passages of a code that another coder did not
// mark with it at all.
func Disagreements(s *cases.Study, q CodersQuestion, o Options) (*table.Table, error) {
	c, err := newComparison(s, q, o)
	if err != nil {
		return nil, err
	}
	if q.Unit == SpanUnit {
		c.passagesAsUnits()
	}
	l := o.Language
	t := c.newTable("disagreements", l.Say("Disagreements"))
	t.Corner = l.Say("Place")
	t.Columns = []table.Label{{Key: "code", Label: l.Say("Code")}}
	for _, coder := range c.coders {
		t.Columns = append(t.Columns, table.Label{Key: coder, Label: coder})
	}
	type difference struct {
		judgement
		code int
	}
	var list []difference
	codes := map[[2]int][][]int{} // by document and unit: the codes that each coder gave it
	for i := range c.codes {
		touched, _ := c.marks.judged(i)
		says := c.saysMore(i)
		for _, x := range touched {
			at := [2]int{x.document, x.unit}
			if codes[at] == nil {
				codes[at] = make([][]int, len(c.coders))
			}
			for j, v := range x.values {
				if v == isCoded {
					codes[at][j] = append(codes[at][j], i)
				}
			}
			if n, known := x.coders(); n > 0 && n < known || says && c.directionsDiffer(i, x) {
				list = append(list, difference{x, i})
			}
		}
	}
	slices.SortFunc(list, func(a, b difference) int {
		return cmp.Or(cmp.Compare(a.document, b.document), cmp.Compare(a.unit, b.unit), cmp.Compare(a.code, b.code))
	})
	for _, d := range list {
		p := corpus.Passage{Document: c.keys[d.document], Span: c.marks.documents[d.document].units[d.unit]}
		t.Rows = append(t.Rows, table.Label{Key: p.String() + " " + c.codes[d.code].Key, Label: s.Cite(p)})
		cells := []table.Cell{{Text: c.titleOf(c.codes[d.code])}}
		for j, v := range d.values {
			cells = append(cells, c.said(d.judgement, d.code, j, v, codes[[2]int{d.document, d.unit}][j]))
		}
		t.Cells = append(t.Cells, cells)
	}
	c.commonNotes(t, len(c.keys))
	t.How = how(s, &cases.TableRecord{}, o)
	return t, t.Check()
}

// said returns what a coder said of a unit: the words coded, the other codes given, or nothing.
func (c *comparison) said(x judgement, code, coder, value int, others []int) table.Cell {
	l := c.options.Language
	switch value {
	case isCoded:
		e := c.evidenceBy(code, x, func(j int) bool { return j == coder })
		cell := table.Cell{Text: l.Quote(e.Quote), Evidence: []table.Evidence{e}}
		var says []string
		for _, d := range c.directions(code, coder, x) {
			says = append(says, l.Say(string(d)))
		}
		if len(says) > 1 || e.Says != string(coding.For) || c.directionsDiffer(code, x) {
			cell.Text += " (" + strings.Join(says, ", ") + ")"
		}
		return cell
	case leftOut:
		return table.Cell{Text: l.Say("left out here")}
	}
	if len(others) == 0 {
		return table.Cell{Text: l.Say("not coded")}
	}
	cell := table.Cell{}
	var names []string
	for _, k := range others {
		names = append(names, c.titleOf(c.codes[k]))
		cell.Evidence = append(cell.Evidence, c.evidenceBy(k, x, func(j int) bool { return j == coder }))
	}
	cell.Text = l.Say("instead", strings.Join(names, ", "))
	return cell
}

// saysMore tells whether anything was coded with a code that does not speak for it.
func (c *comparison) saysMore(code int) bool {
	for d := range c.marks.documents {
		for j := range c.coders {
			for _, k := range c.marks.documents[d].marks[j][code] {
				if c.codings[k.coding].Says != coding.For {
					return true
				}
			}
		}
	}
	return false
}

// directionsDiffer tells whether two coders who both gave a unit a code let it say something else.
func (c *comparison) directionsDiffer(code int, x judgement) bool {
	var first []coding.Says
	for j, v := range x.values {
		if v != isCoded {
			continue
		}
		says := c.directions(code, j, x)
		if first == nil {
			first = says
		}
		if !slices.Equal(first, says) {
			return true
		}
	}
	return false
}

// directions are what a coder let a code say on a unit, each once, in the order of the alphabet.
func (c *comparison) directions(code, coder int, x judgement) []coding.Says {
	doc := &c.marks.documents[x.document]
	var out []coding.Says
	for _, k := range doc.marks[coder][code] {
		if !k.left && k.Overlaps(doc.units[x.unit]) {
			out = append(out, c.codings[k.coding].Says)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// passagesAsUnits makes units of what anybody marked, whatever the code: passages that overlap are one unit.
func (c *comparison) passagesAsUnits() {
	for d := range c.marks.documents {
		doc := &c.marks.documents[d]
		var spans []corpus.Span
		for j := range doc.marks {
			for i := range doc.marks[j] {
				for _, k := range doc.marks[j][i] {
					spans = append(spans, k.Span)
				}
			}
		}
		slices.SortFunc(spans, func(a, b corpus.Span) int { return cmp.Compare(a.Start, b.Start) })
		for _, s := range spans {
			if n := len(doc.units); n > 0 && s.Start < doc.units[n-1].End {
				doc.units[n-1] = doc.units[n-1].Union(s)
				continue
			}
			doc.units = append(doc.units, s)
		}
	}
}

// Confusion returns which codes two coders gave the same units: a cell counts the units to which the first gave the code of the row and the second that
// of the column; "no code" holds what the other left without any code.
func Confusion(s *cases.Study, q CodersQuestion, o Options) (*table.Table, error) {
	c, err := newComparison(s, q, o)
	if err != nil {
		return nil, err
	}
	if len(c.coders) != 2 {
		return nil, catalogue.Errorf("which codes are confused is asked of two coders, not of %d\nhint: name two: --confusion %s %s", len(c.coders), c.coders[0], c.coders[1])
	}
	if q.Unit == SpanUnit {
		c.passagesAsUnits()
	}
	l := o.Language
	t := c.newTable("confusion", l.Say("Codes of two coders", c.coders[0], c.coders[1]))
	t.Corner = c.coders[0] + " \\ " + c.coders[1]
	n := len(c.codes)
	labels := make([]table.Label, n+1)
	for i, code := range c.codes {
		labels[i] = table.Label{Key: code.Key, Label: c.titleOf(code)}
	}
	labels[n] = table.Label{Key: "-", Label: l.Say("no code")}
	t.Rows, t.Columns = labels, slices.Clone(labels)
	t.Cells = make([][]table.Cell, n+1)
	for i := range t.Cells {
		t.Cells[i] = make([]table.Cell, n+1)
		for j := range t.Cells[i] {
			if i < n || j < n {
				t.Cells[i][j].SetEvidence([]table.Evidence{})
			}
		}
	}
	sets := map[[2]int][2][]judgementOf{}
	var order [][2]int
	for i := range c.codes {
		touched, _ := c.marks.inAll().judged(i)
		for _, x := range touched {
			at := [2]int{x.document, x.unit}
			if _, seen := sets[at]; !seen {
				order = append(order, at)
			}
			both := sets[at]
			for j, v := range x.values {
				if v == isCoded {
					both[j] = append(both[j], judgementOf{x, i})
				}
			}
			sets[at] = both
		}
	}
	slices.SortFunc(order, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	add := func(i, j int, e table.Evidence) {
		t.Cells[i][j].SetEvidence(append(t.Cells[i][j].Evidence, e))
	}
	for _, at := range order {
		first, second := sets[at][0], sets[at][1]
		for _, a := range first {
			if len(second) == 0 {
				add(a.code, n, c.evidence(a.code, a.judgement))
			}
			for _, b := range second {
				add(a.code, b.code, c.evidence(a.code, a.judgement))
			}
		}
		if len(first) == 0 {
			for _, b := range second {
				add(n, b.code, c.evidence(b.code, b.judgement))
			}
		}
	}
	for i := range t.Cells {
		for j := range t.Cells[i] {
			if k, known := t.Cells[i][j].Count(); known {
				t.Cells[i][j].Text = l.Decimals(float64(k), 0)
			}
		}
	}
	c.commonNotes(t, len(c.keys))
	t.How = how(s, &cases.TableRecord{}, o)
	return t, t.Check()
}

// judgementOf is a judgement with its code.
type judgementOf struct {
	judgement
	code int
}
