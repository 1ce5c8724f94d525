package compare

import (
	"slices"

	"crosscase/cases"
	"crosscase/compare/table"
)

// signs of the states, that read in black and white.
var signs = map[string]string{cases.StatePresent: "●", cases.StatePartial: "◐", cases.StateMixed: "±", cases.StateAbsent: "○", cases.StateNone: "–", cases.StateOpen: "?"}

// Checklist returns the checklist matrix (Miles, Huberman and Saldaña 2014, chapter 6): a sign in each
// cell for its state, with the number of sources that speak for it, and below each case how many
// of its known components it has.
func Checklist(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	d, err := newDisplay(s, r, o)
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := titled(r, o, "checklist", "Code")
	t.Count = "passages"
	sums := make([]known, len(d.places))
	evidence := make([][][]table.Evidence, len(d.places))
	for _, p := range d.places {
		t.Columns = append(t.Columns, p.heading())
	}
	d.orderRows(t)
	clusters, notes := d.clusters()
	counted := map[string]bool{}
	for _, cl := range clusters {
		if cl.label.Head {
			t.Rows = append(t.Rows, cl.label)
			t.Cells = append(t.Cells, make([]table.Cell, len(d.places)))
		}
		for _, next := range cl.rows {
			cells := make([]table.Cell, len(d.places))
			if len(next.codes) > 0 {
				standings, over := d.rowStandings(next)
				for j := range standings {
					st := standings[j]
					cells[j] = codeCell(d.study, st, d.places[j].cases, next.codes, "state", d.options)
					cells[j].Text = signs[st.State]
					n := strength(&st.Standing)
					if cells[j].Strength = &n; n > 0 {
						cells[j].Text += " " + itoa(n)
					}
					cells[j].Text += plannedText(st.Evidence, l) + asideText(&st.Standing, l)
					if st.State == cases.StateNone && !st.Known() {
						cells[j].Text += " (" + missing(&st.Standing, l) + ")"
					}
					if !counted[next.label.Key] {
						sums[j].add(next.label.Label, &st.Standing)
						if st.State == cases.StatePresent {
							evidence[j] = append(evidence[j], st.evidence())
						}
					}
				}
				counted[next.label.Key] = true
				next.label.Note = over.note(l)
			}
			noteMerged(t, next.label.Label, next.merged)
			t.Rows = append(t.Rows, next.label)
			t.Cells = append(t.Cells, cells)
		}
	}
	cells := make([]table.Cell, len(d.places))
	for j := range sums {
		cells[j] = table.Cell{Text: l.Say("n-of-m", itoa(len(sums[j].in)), itoa(len(sums[j].known))), Evidence: slices.Concat(evidence[j]...)}
		for _, of := range []struct {
			state string
			n     int
		}{{cases.StatePartial, len(sums[j].partly)}, {cases.StateMixed, len(sums[j].mixed)}} {
			if of.n > 0 {
				cells[j].Text += "; " + itoa(of.n) + " " + l.Say(of.state)
			}
		}
		if n := len(sums[j].open) + len(sums[j].unasked); n > 0 {
			cells[j].Text += " (" + l.Say("n-unknown", n) + ")"
		}
	}
	t.Rows = append(t.Rows, table.Label{Key: "all", Label: l.Say("has-of-known")})
	t.Cells = append(t.Cells, cells)
	t.Notes = append(t.Notes, l.Say("note-signs"))
	t.Caption = append([]string{}, notes...) // a picture has signs of its own
	noteOrder(t, r, o, d.places, d.measures)
	t.Notes = append(t.Notes, notes...)
	return t, nil
}
