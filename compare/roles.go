package compare

import (
	"cmp"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// role is who speaks: the speakers of one name over all cases.
type role struct {
	key, label string
	documents  map[string]bool
}

// roles returns the roles of a study in the order of its documents: each speaker by name, or by
// label where there is none, but not interviewers. A record may take several speakers for one role.
func (d *display) roles() []role {
	called := map[string]string{}
	for _, n := range d.record.Roles {
		for _, name := range append([]string{n.Label}, n.Names...) {
			called[strings.ToLower(name)] = n.Label
		}
	}
	var out []role
	at := map[string]int{}
	add := func(label, document string) {
		key := corpus.Slug(label)
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, role{key, label, map[string]bool{}})
		}
		out[i].documents[document] = true
	}
	for _, n := range d.record.Roles {
		key := corpus.Slug(n.Label)
		if _, ok := at[key]; !ok {
			at[key] = len(out)
			out = append(out, role{key, n.Label, map[string]bool{}})
		}
	}
	for _, p := range d.places {
		for _, c := range p.cases {
			for _, m := range c.Members {
				doc := d.study.Document(m.Document)
				if doc == nil {
					continue
				}
				for _, sp := range doc.Speakers {
					if sp.Role != corpus.Interviewer {
						name := cmp.Or(sp.Name, sp.Label)
						add(cmp.Or(called[strings.ToLower(name)], called[strings.ToLower(sp.Label)], name), doc.Key)
					}
				}
			}
		}
	}
	return out
}

// says tells whether a passage is of a role.
func (d *display) says(p corpus.Passage, of role) bool {
	if !of.documents[p.Document] {
		return false
	}
	sp, ok := d.study.Speaker(p)
	if !ok || sp.Role == corpus.Interviewer {
		return false
	}
	name := cmp.Or(sp.Name, sp.Label)
	for _, n := range d.record.Roles {
		for _, other := range append([]string{n.Label}, n.Names...) {
			if strings.EqualFold(other, name) || strings.EqualFold(other, sp.Label) {
				return corpus.Slug(n.Label) == of.key
			}
		}
	}
	return corpus.Slug(name) == of.key
}

// byRole returns the role-ordered matrix: under each role, what those who have it say on each row in each
// case. What somebody else said is not theirs; a case in which nobody of the role was heard says so.
func (d *display) byRole() (*table.Table, error) {
	t := titled(d.record, d.options, "roles", "Code")
	t.Count = "passages"
	l := d.options.Language
	for _, p := range d.places {
		t.Columns = append(t.Columns, p.heading())
	}
	d.orderRows(t)
	for _, of := range d.roles() {
		t.Rows = append(t.Rows, table.Label{Key: of.key, Label: of.label, Head: true})
		t.Cells = append(t.Cells, make([]table.Cell, len(d.places)))
		for _, next := range d.rows {
			if len(next.codes) == 0 {
				continue
			}
			standings, _ := d.rowStandings(next)
			cells := make([]table.Cell, len(d.places))
			var over known
			for j := range standings {
				st := &standing{Standing: standings[j].Only(func(e cases.Evidence) bool { return d.says(e.Passage, of) }, func(doc string) bool { return of.documents[doc] })}
				cells[j] = d.roleCell(st, d.places[j], next, l)
				over.add(d.places[j].label.Label, &st.Standing)
			}
			t.Rows = append(t.Rows, table.Label{Key: of.key + "/" + next.label.Key, Label: next.label.Label, Depth: next.label.Depth + 1, Note: over.note(l)})
			t.Cells = append(t.Cells, cells)
		}
	}
	t.Notes = append(t.Notes, l.Say("note-roles"))
	noteOrder(t, d.record, d.options, d.places, d.measures)
	return t, nil
}

func (d *display) roleCell(st *standing, p placed, next row, l catalogue.Language) table.Cell {
	if len(st.Sources) == 0 {
		return table.Cell{State: cases.StateNone, Missing: l.Say("nobody"), Text: l.Say("nobody")}
	}
	cell := d.cell()
	if cell == "summary" || cell == "entry" { // a summary is of the case, not of a role
		c := codeCell(d.study, st, p.cases, next.codes, "state", d.options)
		c.Items = append([]string{c.Text}, st.contents(l)...)
		c.Text = ""
		return c
	}
	return codeCell(d.study, st, p.cases, next.codes, cell, d.options)
}
