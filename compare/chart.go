package compare

import (
	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// Chart returns the framework chart (Ritchie and Spencer 1994): cases as rows, codes as columns, in each cell
// the researcher's summary with the passages that it names, and what the lint found in the summaries as a second
// table. A cell without a summary says so and shows the state. Codes are those that a record names, else
// those of which any case has a summary.
func Chart(s *cases.Study, r *cases.TableRecord, o Options) ([]*table.Table, error) {
	plain := *r
	if len(r.Rows)+len(r.Codes) == 0 && r.Under == "" && r.Kind == "" {
		for _, c := range s.Codebook.All() {
			for _, sum := range s.Summaries {
				if s.Codebook.Code(sum.Code) == c && sum.Text != "" {
					plain.Codes = addOnce(plain.Codes, c.Key)
				}
			}
		}
	}
	plain.By, plain.Raw = "", true // a summary is written of one code in one case
	d, err := newDisplay(s, &plain, o)
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := titled(r, o, "chart", "Code")
	for _, p := range d.places {
		t.Columns = append(t.Columns, p.heading())
	}
	d.orderRows(t)
	written, all := 0, 0
	for _, next := range d.rows {
		if len(next.codes) == 0 {
			continue
		}
		cells := make([]table.Cell, len(d.places))
		standings, _ := d.rowStandings(next)
		for j := range standings {
			all++
			var ok bool
			if cells[j], ok = d.chartCell(standings[j], d.places[j].cases[0], next); ok {
				written++
			}
		}
		t.Rows = append(t.Rows, next.label)
		t.Cells = append(t.Cells, cells)
	}
	t.Notes = append(t.Notes, l.Say("chart-written", written, all))
	noteOrder(t, r, o, d.places, d.measures)
	if !r.Transpose {
		transpose(t, l.Say("Case"))
	}
	out := []*table.Table{t}
	if lint := Lint(s, r, o); len(lint.Rows) > 0 {
		lint.Name = t.Name + "-lint"
		out = append(out, lint)
	}
	return out, nil
}

// chartCell is the summary of a case on a code; it rests on the passages that it names, else on the line
// of the file in which it stands. Without one it is the state, with its passages, and false.
func (d *display) chartCell(st *standing, c *cases.Case, next row) (table.Cell, bool) {
	l := d.options.Language
	for _, code := range next.codes {
		sum := d.study.Summary(c, code.Key)
		if sum == nil {
			continue
		}
		cell := table.Cell{State: st.State, Text: sum.Plain()}
		for _, a := range sum.Anchors {
			e := cases.Evidence{Case: c.Key, Passage: a.Passage}
			if a.Fate == "" {
				d.study.Cited(&e)
			}
			if e.Quote != "" {
				cell.Evidence = append(cell.Evidence, table.Evidence{Case: c.Key, Passage: a.Passage.String(), Quote: e.Quote, Status: "reviewed", Cite: e.Cite})
			}
		}
		if len(cell.Evidence) == 0 {
			cell.Evidence = []table.Evidence{{Case: c.Key, Source: at(sum.File, sum.Line)}}
		}
		return cell, true
	}
	state := codeCell(d.study, st, []*cases.Case{c}, next.codes, "state", d.options)
	state.Text = l.Say("no-summary") + " (" + state.Text + ")"
	return state, false
}

// lintText says what is to be looked at, with the quote and the place that it is about.
func lintText(f cases.SummaryFinding, l catalogue.Language) string {
	text := l.Say("lint-" + f.What)
	if f.Quote != "" {
		text += ": " + l.Quote(f.Quote)
	}
	if f.Passage.Document != "" {
		text += " [" + f.Passage.String() + "]"
	}
	return text
}

// Lint returns what is to be looked at in the summaries: a row each, with the place.
func Lint(s *cases.Study, r *cases.TableRecord, o Options) *table.Table {
	l := o.Language
	t := titled(r, o, "chart", "Where")
	t.Title += ": " + l.Say("lint")
	t.Columns = []table.Label{{Key: "case", Label: l.Say("Case")}, {Key: "code", Label: l.Say("Code")}, {Key: "what", Label: l.Say("What")}}
	for _, f := range s.LintSummaries() {
		where := table.Evidence{Case: f.Case, Source: at(f.File, f.Line)}
		text := lintText(f, l)
		t.Rows = append(t.Rows, table.Label{Key: f.File + "#" + itoa(len(t.Rows)+1), Label: at(f.File, f.Line)})
		cells := []table.Cell{{Text: s.Case(f.Case).Title()}, {Text: s.Codebook.Code(f.Code).Title()}, {Text: text}}
		for i := range cells {
			cells[i].Evidence = []table.Evidence{where}
		}
		t.Cells = append(t.Cells, cells)
	}
	return t
}
