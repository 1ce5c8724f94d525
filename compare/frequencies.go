package compare

import (
	"fmt"
	"slices"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
)

// FrequencyQuestion says what is to be counted of codes.
type FrequencyQuestion struct {
	By     string // "case" or "document": the columns
	Unit   string // of CountingUnits
	Filter cases.Filter

	Explain bool
}

// Frequencies returns how often people gave each code in each case or document, in units. Where nobody has read for a code what counts, the count is missing
// if it would be 0, and marked "≥" if it is not; the last two columns hold the sum and in how many cases or documents the code is.
func Frequencies(s *cases.Study, q FrequencyQuestion, o Options) ([]*table.Table, error) {
	u, err := codedUnitsOf(s, q.Unit, q.Filter)
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := &table.Table{Name: "frequencies", Title: l.Say("Frequencies of codes"), Language: l, Corner: l.Say("Code"), Count: q.Unit + "s", Picture: table.Bars}
	groups := frequencyColumns(s, q)
	for _, g := range groups {
		t.Columns = append(t.Columns, g.label)
	}
	t.Columns = append(t.Columns, table.Label{Key: "sum", Label: l.Say("sum")}, table.Label{Key: "in", Label: l.Say("in " + q.By + "s")})
	open := false
	var explained []explainedRow
	for i, code := range u.codes {
		var cells []table.Cell
		in := table.Cell{}
		in.SetEvidence([]table.Evidence{})
		unknown := 0
		for _, g := range groups {
			var units []codedUnit
			for _, x := range u.of[i] {
				if g.holds(x) {
					units = append(units, x)
				}
			}
			c := counted(units)
			n := len(units)
			c.Text = fmt.Sprint(n)
			if !g.read(code) {
				unknown++
				open = open || n > 0
				c.Text = "≥ " + c.Text
				if n == 0 {
					c = table.Cell{Text: "–", Missing: l.Say("unread")}
				}
			}
			if n > 0 {
				in.SetEvidence(append(in.Evidence, c.Evidence[0]))
			}
			cells = append(cells, c)
		}
		if len(u.of[i]) == 0 && unknown == len(groups) {
			continue // nothing is known of it at all
		}
		sum := counted(u.of[i])
		sum.Text = fmt.Sprint(len(u.of[i]))
		n, _ := in.Count()
		in.Text = l.Say("known", n, len(groups)-unknown)
		if n > len(groups)-unknown {
			in.Text = fmt.Sprint(n)
		}
		explained = append(explained, explainedRow{"count", fmt.Sprintf("%s: %d", titleOf(s, code), len(u.of[i]))})
		t.Rows = append(t.Rows, table.Label{Key: code.Key, Label: titleOf(s, code)})
		t.Cells = append(t.Cells, append(cells, sum, in))
	}
	t.Notes = append(t.Notes, l.Say("note counting", l.Say("count "+q.Unit)))
	if open {
		t.Notes = append(t.Notes, l.Say("note at least"))
	}
	t.How = how(s, &cases.TableRecord{}, o)
	if err := t.Check(); err != nil || !q.Explain {
		return []*table.Table{t}, err
	}
	return []*table.Table{t, explanation(explained, t.How, o)}, nil
}

// frequencyColumn is one case or document.
type frequencyColumn struct {
	label table.Label
	holds func(codedUnit) bool
	read  func(*coding.Code) bool // for the code, by a person
}

func frequencyColumns(s *cases.Study, q FrequencyQuestion) []frequencyColumn {
	var out []frequencyColumn
	if q.By == "document" {
		for _, d := range s.Documents {
			where, _ := s.Where(q.Filter) // checked before
			if p := wholeOf(s, d.Key); p == nil || !where(*p) && len(q.Filter.Cases)+len(q.Filter.Sources)+len(q.Filter.Attributes) > 0 {
				continue
			}
			out = append(out, frequencyColumn{table.Label{Key: d.Key, Label: d.Key},
				func(x codedUnit) bool { return x.at.Document == d.Key },
				func(c *coding.Code) bool { return s.ReadFor(d.Key, map[string]bool{c.Key: true}) }})
		}
		return out
	}
	for _, x := range s.Cases {
		if len(q.Filter.Cases) > 0 && !slices.Contains(q.Filter.Cases, x.Key) && !slices.Contains(q.Filter.Cases, x.Title()) {
			continue
		}
		out = append(out, frequencyColumn{table.Label{Key: x.Key, Label: x.Title()},
			func(u codedUnit) bool {
				return u.key == x.Key || slices.ContainsFunc(x.Members, func(m cases.Member) bool { return m.Holds(u.at) })
			},
			func(c *coding.Code) bool { st := s.Standing(x, c, false); return st.Derived != cases.StateOpen }})
	}
	return out
}
