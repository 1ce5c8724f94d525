package compare

import (
	"fmt"
	"slices"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// FrequencyQuestion says what is to be counted of codes.
type FrequencyQuestion struct {
	By     string // "case" or "document": the columns
	Unit   string // of CountingUnits
	Filter cases.Filter

	Structural bool // also codes that mark the answers to questions
	Explain    bool
}

// Frequencies returns how often people gave each code in each case or document, in units in which somebody speaks for it, with or
// without reservation. Where nobody has read for a code what counts, the count is missing if it would be 0, and marked "≥" if it is
// not. The last columns hold the sum, in how many cases or documents the code is, and the units in which somebody
// denies it; a unit with both counts in both. Codes of which there is something stand first, each part in the order of the code book. Codes that
// mark the answers to questions are left out unless they are asked for or named.
func Frequencies(s *cases.Study, q FrequencyQuestion, o Options) ([]*table.Table, error) {
	speaking, denying := q.Filter, q.Filter
	speaking.Says, denying.Says = []string{string(coding.For), string(coding.Qualified)}, []string{string(coding.Against)}
	u, err := codedUnitsOf(s, q.Unit, speaking)
	if err != nil {
		return nil, err
	}
	against, err := codedUnitsOf(s, q.Unit, denying)
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := &table.Table{Name: "frequencies", Title: l.Say("Frequencies of codes"), Language: l, Corner: l.Say("Code"), Count: q.Unit + "s", Picture: table.Bars}
	groups := frequencyColumns(s, q)
	for _, g := range groups {
		t.Columns = append(t.Columns, g.label)
	}
	t.Columns = append(t.Columns, table.Label{Key: "sum", Label: l.Say("sum")}, table.Label{Key: "in", Label: l.Say("in " + q.By + "s")},
		table.Label{Key: "against", Label: l.Say("denials")})
	c := frequencyCount{t: t, groups: groups}
	left := 0
	for _, some := range []bool{true, false} {
		for i, code := range u.codes {
			if (len(u.of[i])+len(against.of[i]) > 0) != some {
				continue
			}
			if code.Kind == coding.Structural && !q.Structural && len(q.Filter.Codes) == 0 {
				left++
				continue
			}
			c.row(s, code, u.of[i], against.of[i], l)
		}
	}
	t.Notes = append(t.Notes, l.Say("note counting", l.Say("count "+q.Unit)), l.Say("note counting for"))
	if c.open {
		t.Notes = append(t.Notes, l.Say("note at least"))
	}
	if c.denied {
		t.Notes = append(t.Notes, denialMark+" "+l.Say("note denied"))
	}
	if left > 0 {
		t.Notes = append(t.Notes, l.Say("note structural", left))
	}
	t.How = how(s, &cases.TableRecord{}, o)
	if err := t.Check(); err != nil || !q.Explain {
		return []*table.Table{t}, err
	}
	return []*table.Table{t, explanation(c.explained, t.How, o)}, nil
}

// frequencyCount is a table of frequencies in the making.
type frequencyCount struct {
	t         *table.Table
	groups    []frequencyColumn
	open      bool // whether a count is a least one
	denied    bool // whether a cell is marked with denialMark
	explained []explainedRow
}

// denialMark stands at the count of a case or document in which somebody denies the code.
const denialMark = "*"

// row adds a code with the units that speak for it and those that deny it; none if nothing is known of it at all.
func (f *frequencyCount) row(s *cases.Study, code *coding.Code, units, against []codedUnit, l catalogue.Language) {
	var cells []table.Cell
	in := table.Cell{}
	in.SetEvidence([]table.Evidence{})
	unknown := 0
	for _, g := range f.groups {
		here := g.of(units)
		c, n := counted(here), len(here)
		c.Text = fmt.Sprint(n)
		if !g.read(code) {
			unknown++
			f.open = f.open || n > 0
			c.Text = "≥ " + c.Text
			if n == 0 {
				c = table.Cell{Text: "–", Missing: l.Say("unread")}
			}
		}
		if len(g.of(against)) > 0 {
			f.denied = true
			c.Text += denialMark
		}
		if n > 0 {
			in.SetEvidence(append(in.Evidence, c.Evidence[0]))
		}
		cells = append(cells, c)
	}
	if len(units)+len(against) == 0 && unknown == len(f.groups) {
		return
	}
	sum, denied := counted(units), counted(against)
	sum.Text, denied.Text = fmt.Sprint(len(units)), fmt.Sprint(len(against))
	n, _ := in.Count()
	in.Text = l.Say("known", n, len(f.groups)-unknown)
	if n > len(f.groups)-unknown {
		in.Text = fmt.Sprint(n)
	}
	f.explained = append(f.explained, explainedRow{"count", fmt.Sprintf("%s: %d", titleOf(s, code), len(units))})
	f.t.Rows = append(f.t.Rows, table.Label{Key: code.Key, Label: titleOf(s, code)})
	f.t.Cells = append(f.t.Cells, append(cells, sum, in, denied))
}

// frequencyColumn is one case or document.
type frequencyColumn struct {
	label table.Label
	holds func(codedUnit) bool
	read  func(*coding.Code) bool // for the code, by a person
}

// of returns the units that belong here.
func (g frequencyColumn) of(units []codedUnit) []codedUnit {
	var out []codedUnit
	for _, x := range units {
		if g.holds(x) {
			out = append(out, x)
		}
	}
	return out
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
