package compare

import (
	"slices"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// ValuesOfCodes returns, for each code with values of its own, which value people gave in which case: under
// the code its values in the order of the code book, and a row for passages without one. A count is
// unknown where the case is; where it is known and a value was not given it is 0.
func ValuesOfCodes(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	plain := *r
	if len(r.Rows)+len(r.Codes) == 0 && r.Under == "" && r.Kind == "" {
		for _, c := range s.Codebook.All() {
			if len(c.Values) > 0 {
				plain.Codes = append(plain.Codes, c.Key)
			}
		}
	}
	if len(plain.Rows)+len(plain.Codes) == 0 && plain.Under == "" && plain.Kind == "" {
		return nil, catalogue.Errorf("no code has values of its own\nhint: write values: [known, used, dropped] beside a code in codebook.yaml")
	}
	d, err := newDisplay(s, &plain, o)
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := titled(r, o, "values", "Code")
	t.Count = "passages"
	for _, p := range d.places {
		t.Columns = append(t.Columns, p.heading())
	}
	d.orderRows(t)
	for _, next := range d.rows {
		if len(next.codes) == 0 {
			continue
		}
		standings, over := d.rowStandings(next)
		var values []string
		for _, c := range next.codes {
			values = addOnce(values, c.Values...)
		}
		for j := range standings {
			for _, e := range standings[j].All() {
				values = addOnce(values, e.Values...)
			}
		}
		cells := make([]table.Cell, len(d.places))
		for j := range standings {
			cells[j] = codeCell(d.study, standings[j], d.places[j].cases, next.codes, "state", o)
		}
		next.label.Note = over.note(l)
		noteMerged(t, next.label.Label, next.merged)
		t.Rows = append(t.Rows, next.label)
		t.Cells = append(t.Cells, cells)
		without := false
		line := func(key, label string, has func(cases.Evidence) bool) {
			cells := make([]table.Cell, len(d.places))
			var in content
			for j := range standings {
				cells[j] = countOf(&standings[j].Standing, has, o)
				converted := standings[j].told()
				for k, e := range standings[j].All() {
					if has(e) {
						in.add(d.places[j], standings[j], converted[k], l)
					}
				}
			}
			t.Rows = append(t.Rows, table.Label{Key: next.label.Key + "=" + key, Label: label, Depth: next.label.Depth + 1, Note: in.cells(over, over.beside(l), "", o)[1].Text})
			t.Cells = append(t.Cells, cells)
		}
		for _, v := range values {
			line(v, v, func(e cases.Evidence) bool { return slices.Contains(e.Values, v) })
		}
		for j := range standings {
			for _, e := range standings[j].All() {
				without = without || len(e.Values) == 0
			}
		}
		if without {
			line("", l.Say("without-value"), func(e cases.Evidence) bool { return len(e.Values) == 0 })
		}
	}
	return t, nil
}

// countOf counts some of the passages of a standing. What was found in a case that is still open is a count so
// far; without any, the count is unknown unless the case is known.
func countOf(st *cases.Standing, has func(cases.Evidence) bool, o Options) table.Cell {
	var list []cases.Evidence
	for _, e := range st.All() {
		if has(e) {
			list = append(list, e)
		}
	}
	var c table.Cell
	if len(list) == 0 && !st.Known() {
		c.Missing = missing(st, o.Language)
		return c
	}
	c.SetEvidence(evidenceOf(list))
	c.Text = itoa(len(list))
	for _, e := range list {
		if e.Says != coding.For {
			c.Text += " (" + sidesOf(c.Evidence, o.Language) + ")"
			break
		}
	}
	c.Text += plannedText(list, o.Language)
	if !st.Known() {
		c.Text = o.Language.Say("so-far", c.Text)
	}
	return c
}
