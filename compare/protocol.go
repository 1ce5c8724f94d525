package compare

import (
	"cmp"
	"fmt"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// Protocol returns the document protocol: the fields that were sought in every document, against the
// documents. A cell says what was found and on which page, or read and not found, unread, or not applicable; a document that should be
// there and is not has a column with the reason. Fields are codes or rows of a record's own tree; documents are those of
// the kinds under sources, or all that are no interviews.
func Protocol(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	rows, err := rowsOf(s, fields(s, r), o)
	if err != nil {
		return nil, err
	}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := titled(r, o, "protocol", "Field")
	t.Count = "passages"
	t.NoteHead = l.Say("Found in")
	type sought struct {
		c     *cases.Case
		m     cases.Member
		label string
	}
	var documents []sought
	for _, c := range chosen {
		for _, m := range c.Members {
			kind, label := m.Kind, c.Title()+": "+l.Say(cmp.Or(m.Kind, "document"))
			if d := s.Document(m.Document); d != nil {
				kind, label = d.Kind, d.Name()
			}
			if len(r.Sources) > 0 && !namesKind(r.Sources, kind) || len(r.Sources) == 0 && (kind == "" || kind == corpus.KindInterview) {
				continue
			}
			documents = append(documents, sought{c, m, label})
		}
	}
	if len(documents) == 0 {
		return nil, catalogue.Errorf("there is no document to seek in\nhint: documents of other kinds than interview are, or those of the kinds under sources; crosscase corpus list shows them")
	}
	times := map[string]int{}
	for _, x := range documents {
		times[x.m.Document]++
	}
	for i, x := range documents {
		key, label := x.m.Document, x.label
		switch {
		case key == "":
			key = fmt.Sprintf("%s-%s-%d", x.c.Key, x.m.Kind, i+1)
		case times[key] > 1: // of several cases, or in parts
			key, label = fmt.Sprintf("%s-%s-%d", key, x.c.Key, i+1), label+" ("+x.c.Title()+")"
		}
		t.Columns = append(t.Columns, table.Label{Key: key, Label: label})
	}
	readings := s.NewReadings()
	for _, next := range rows {
		cells := make([]table.Cell, len(documents))
		found, read, open := 0, 0, 0
		for j, x := range documents {
			if len(next.codes) == 0 {
				continue
			}
			alone := *x.c
			alone.Members, alone.States = []cases.Member{x.m}, nil
			var parts []cases.Standing
			for _, code := range next.codes {
				parts = append(parts, readings.Standing(&alone, code, r.Subcodes))
			}
			st := cases.Join(parts)
			if o.Proposed {
				st.CountProposed()
			}
			cells[j] = soughtCell(s, &st, o)
			switch {
			case len(st.Evidence) > 0:
				found++
				read++
			case st.Sources[0].State == cases.NotFound || st.Sources[0].State == cases.Unmentioned || st.Sources[0].State == cases.AskedNotRaised:
				read++
			default:
				open++
			}
		}
		if len(next.codes) > 0 {
			next.label.Note = l.Say("found-in", found, read)
			if open > 0 {
				next.label.Note += "; " + l.Say("n-unknown", open)
			}
		}
		noteMerged(t, next.label.Label, next.merged)
		t.Rows = append(t.Rows, next.label)
		t.Cells = append(t.Cells, cells)
	}
	return t, nil
}

// fields returns a record that names its fields: without any, the codes that name a kind of
// document among their sources.
func fields(s *cases.Study, r *cases.TableRecord) *cases.TableRecord {
	if len(r.Rows)+len(r.Codes) > 0 || r.Under != "" || r.Kind != "" {
		return r
	}
	out := *r
	for _, c := range s.Codebook.All() {
		if len(c.Sources) > 0 {
			out.Codes = append(out.Codes, c.Key)
		}
	}
	return namedRows(s, &out)
}

func soughtCell(s *cases.Study, st *cases.Standing, o Options) table.Cell {
	l := o.Language
	src := st.Sources[0]
	cell := table.Cell{Proposed: evidenceOf(st.Proposed)}
	for _, one := range st.Sources {
		cell.Sources = append(cell.Sources, sourceOf(one, st))
	}
	if len(st.Evidence) == 0 {
		cell.Missing = l.Say(src.State)
		if src.State == cases.NotFound {
			cell.SetEvidence(nil)
			cell.Text, cell.Missing = l.Say(src.State), ""
		}
		if src.Why != "" {
			cell.Missing += ": " + src.Why
		}
		if len(st.Proposed) > 0 {
			cell.Text = cmp.Or(cell.Text, cell.Missing) + fmt.Sprintf(" (+%d %s)", len(st.Proposed), l.Say("proposed"))
		}
		return cell
	}
	all := st.All()
	cell.SetEvidence(evidenceOf(all))
	for i, e := range all {
		where := e.Passage.Span.String() // the title stands over the column
		if t, err := s.Text(e.Passage.Document); err == nil {
			if page := t.Page(e.Passage.Start); page > 0 {
				where = l.Say("page", page)
			}
		}
		cell.Items = append(cell.Items, where+": "+strings.Join(saidIn(&e, l), "; ")+marksOf(cell.Evidence[i], l))
	}
	if src.State == cases.Unread {
		cell.Items = append(cell.Items, l.Say("unread-rest"))
	}
	return cell
}

// namesKind tells whether a list names a kind of document, by whichever of its words.
func namesKind(list []string, kind string) bool {
	for _, x := range list {
		if strings.EqualFold(catalogue.DocumentKind(x), catalogue.DocumentKind(kind)) {
			return true
		}
	}
	return false
}
