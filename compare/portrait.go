package compare

import (
	"fmt"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// Portraits returns where the codes stand in some documents, in all interviews if none is named: a column a document, a cell counts
// the passages that speak for a code (codings that overlap are one; denials are marked) with their places. Codes that stand in none of them have no row. A count of a
// document that nobody read for the code is missing if it would be 0.
func Portraits(s *cases.Study, documents, codes []string, o Options) (*table.Table, error) {
	if len(documents) == 0 {
		for _, d := range s.Documents {
			if d.Interview() {
				documents = append(documents, d.Key)
			}
		}
	}
	for _, key := range documents {
		if s.Document(key) == nil {
			return nil, catalogue.Errorf("there is no document %q\nhint: %s", key, plainfile.DidYouMean(key, s.Keys(), "crosscase corpus list names them"))
		}
	}
	u, err := affirmedUnitsOf(s, PassageUnit, cases.Filter{Codes: codes}, true)
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := &table.Table{Name: "portrait", Title: l.Say("Portraits"), Language: l, Corner: l.Say("Code"), Count: "passages", Picture: table.Portrait}
	for _, key := range documents {
		label := key
		var of []string
		for _, one := range s.Cases {
			for _, m := range one.Members {
				if m.Document == key {
					of = addOnce(of, one.Title())
				}
			}
		}
		if len(of) > 0 {
			label = strings.Join(of, ", ") + ": " + key
		}
		t.Columns = append(t.Columns, table.Label{Key: key, Label: label})
	}
	for i, code := range u.codes {
		var cells []table.Cell
		any := false
		for _, key := range documents {
			var in []codedUnit
			var places []table.Place
			text, err := s.Text(key)
			if err != nil {
				return nil, err
			}
			for _, x := range u.of[i] {
				if x.at.Document == key {
					in, places = append(in, x), append(places, table.Place{Start: x.at.Start, End: x.at.End, Of: text.Text.Len(), Planned: x.evidence.Planned})
				}
			}
			c := counted(in)
			c.Text = fmt.Sprint(len(in))
			for _, x := range u.against.of[i] {
				if x.at.Document == key {
					places = append(places, table.Place{Start: x.at.Start, End: x.at.End, Of: text.Text.Len(), Against: true})
				}
			}
			if c.Places = places; len(places) > len(in) {
				c.Text += denialMark
			}
			c.Text += plannedOf(c.Evidence, l)
			any = any || len(places) > 0
			if len(places) == 0 && !s.ReadFor(key, map[string]bool{code.Key: true}) {
				c = table.Cell{Text: "–", Missing: l.Say("unread")}
			}
			cells = append(cells, c)
		}
		if any {
			t.Rows, t.Cells = append(t.Rows, table.Label{Key: code.Key, Label: titleOf(s, code)}), append(t.Cells, cells)
		}
	}
	if u.denied > 0 {
		t.Notes = []string{l.Say("note counting affirmed"), denialMark + " " + l.Say("note denied")}
		t.Caption = []string{l.Say("picture denials")}
	}
	t.How = how(s, &cases.TableRecord{}, o)
	return t, t.Check()
}
