package compare

import (
	"cmp"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// content is one thing that is said, and by which cases.
type content struct {
	text  string
	whole bool     // all contents of a row together: a case that has not the code denies it
	cases []string // keys, in the order of the columns
	labels,
	open,
	denying []string // labels of the known cases that say it, of those that are still open, and of those that only deny it
	evidence []table.Evidence
}

// ContentsByCase returns the content-analytic summary table (Miles, Huberman and Saldaña 2014,
// chapter 7): under each row the distinct contents of its cells, each with the cases that
// say it (of a row as a whole, apart from those that deny it), how many of the known ones these are, and the passages. A content is the value of a coding, else its note, else how the
// passage begins; contents that aliases.yaml calls the same are one. Those of most cases stand first.
func ContentsByCase(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	d, err := newDisplay(s, r, o)
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := titled(r, o, "contents", "Content")
	t.Count = "passages"
	t.Columns = []table.Label{{Key: "cases", Label: l.Say("Which cases")}, {Key: "of-known", Label: l.Say("Of the known")}, {Key: "passages", Label: l.Say("Passages")}}
	severally := false
	for _, next := range d.rows {
		if len(next.codes) == 0 {
			t.Rows = append(t.Rows, next.label)
			t.Cells = append(t.Cells, make([]table.Cell, 3))
			continue
		}
		standings, over := d.rowStandings(next)
		rest := over.rest(l)
		all := content{whole: true}
		n := 0
		for _, st := range standings {
			n += len(st.All())
		}
		all.evidence = make([]table.Evidence, 0, n)
		var none []string
		for j := range standings {
			st := standings[j]
			if len(st.Evidence) == 0 && !st.Silent() {
				none = addOnce(none, missing(&st.Standing, l))
			}
			for _, e := range st.told() {
				all.add(d.places[j], st, e, l)
			}
		}
		noteMerged(t, next.label.Label, next.merged)
		t.Rows = append(t.Rows, next.label)
		t.Cells = append(t.Cells, all.cells(over, rest, strings.Join(none, "; "), o))
		list := contentsOf(d, next, standings, t)
		n = 0
		for i, c := range list {
			n += len(c.evidence)
			t.Rows = append(t.Rows, table.Label{Key: next.label.Key + "/" + itoa(i+1), Label: c.text, Depth: next.label.Depth + 1})
			t.Cells = append(t.Cells, c.cells(over, over.unknown(l), "", o))
		}
		severally = severally || n > len(all.evidence)
	}
	t.Notes = append(t.Notes, l.Say("note-contents"))
	if severally {
		t.Notes = append(t.Notes, l.Say("note-severally"))
	}
	return t, nil
}

func (c *content) add(p placed, st *standing, e table.Evidence, l catalogue.Language) {
	for _, one := range p.cases {
		if e.Case == one.Key {
			c.cases = addOnce(c.cases, one.Key)
		}
	}
	switch {
	case !st.Known():
		c.open = addOnce(c.open, p.label.Label)
	case c.whole && !st.Has():
		c.denying = addOnce(c.denying, p.label.Label)
	default:
		label := p.label.Label
		if c.whole && (st.State == cases.StatePartial || st.State == cases.StateMixed) {
			label += " (" + l.Say(st.State) + ")"
		}
		c.labels = addOnce(c.labels, label)
	}
	c.evidence = append(c.evidence, e)
}

// cells are which cases, how many of the known, and the passages.
func (c *content) cells(over known, rest, missing string, o Options) []table.Cell {
	l, known, in := o.Language, len(over.known), len(c.labels)
	if c.whole {
		in = len(over.in)
	}
	if missing != "" && len(c.evidence) == 0 {
		return []table.Cell{{Missing: missing}, {Text: l.Say("known", 0, known) + rest}, {Missing: missing}}
	}
	which := table.Cell{Text: strings.Join(c.labels, ", "), Cases: c.cases, Evidence: c.evidence}
	if len(c.open) > 0 {
		which.Text = strings.TrimPrefix(which.Text+"; "+l.Say("so-far", strings.Join(c.open, ", ")), "; ")
	}
	if len(c.denying) > 0 {
		which.Text = strings.TrimPrefix(which.Text+"; "+l.Say("denied by", strings.Join(c.denying, ", ")), "; ")
	}
	if len(c.evidence) == 0 {
		which = table.Cell{Text: "–"}
	}
	of := table.Cell{Text: l.Say("known", in, known) + rest, Evidence: c.evidence}
	var n table.Cell
	n.SetEvidence(c.evidence)
	n.Text = itoa(len(c.evidence))
	if sides := spoken(c.evidence, l); sides != "" && c.whole {
		n.Text += " (" + sides + ")"
	}
	if c.whole {
		n.Text += plannedOf(c.evidence, l)
	}
	return []table.Cell{which, of, n}
}

// contentsOf gathers the distinct contents of a row over its cases.
func contentsOf(d *display, next row, standings []*standing, t *table.Table) []*content {
	l := d.options.Language
	var list []*content
	at := map[string]int{}
	var same []aliasWords
	for _, c := range next.codes {
		same = append(same, wordsFor(d.study, d.record, d.options, c.Key))
	}
	for j := range standings {
		st := standings[j]
		each := st.saidIn(l)
		for k, e := range st.told() {
			for _, said := range each[k] {
				for _, w := range same {
					if to := w.of(said); to != said {
						said = to
						noteMerged(t, to, w.why[to])
					}
				}
				said += marksOf(e, l)
				i, ok := at[said]
				if !ok {
					i = len(list)
					at[said] = i
					list = append(list, &content{text: said})
				}
				if !slices.ContainsFunc(list[i].evidence, func(o table.Evidence) bool { return o.Passage == e.Passage && o.Says == e.Says }) {
					list[i].add(d.places[j], st, e, l)
				}
			}
		}
	}
	slices.SortFunc(list, func(a, b *content) int { // no two have the same text
		return cmp.Or(cmp.Compare(len(b.cases), len(a.cases)), cmp.Compare(len(b.evidence), len(a.evidence)), cmp.Compare(a.text, b.text))
	})
	return list
}
