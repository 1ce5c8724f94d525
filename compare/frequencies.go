package compare

import (
	"fmt"
	"slices"
	"strings"

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
// without reservation. Where it is not known (unread, not asked, no source) the count is missing if it would be 0, and marked "≥" if
// something that counts is unread. The last columns hold the sum, in how many of the known cases or documents the code is, with those
// that are not known by name (a state that a person set stands over the passages), and the units in which somebody
// denies it; a unit with both counts in both. Codes of which there is something stand first, each part in the order of the code book. Codes that
// mark the answers to questions are left out unless they are asked for or named.
func Frequencies(s *cases.Study, q FrequencyQuestion, o Options) ([]*table.Table, error) {
	u, err := affirmedUnitsOf(s, q.Unit, q.Filter, q.Structural)
	if err != nil {
		return nil, err
	}
	against := u.against
	l := o.Language
	t := &table.Table{Name: "frequencies", Title: l.Say("Frequencies of codes"), Language: l, Corner: l.Say("Code"), Count: q.Unit + "s", Picture: table.Bars}
	groups, err := frequencyColumns(s, q, u.unitsByCode)
	if err != nil {
		return nil, err
	}
	for _, g := range groups {
		t.Columns = append(t.Columns, g.label)
	}
	t.Columns = append(t.Columns, table.Label{Key: "sum", Label: l.Say("sum")}, table.Label{Key: "in", Label: l.Say("in " + q.By + "s")},
		table.Label{Key: "against", Label: l.Say("denials")})
	c := frequencyCount{t: t, units: u.unitsByCode, structural: u.structural, groups: groups, o: o}
	left := 0
	for _, some := range []bool{true, false} {
		for i, code := range u.codes {
			if (len(u.of[i])+len(against.of[i]) > 0) != some {
				continue
			}
			if u.leaves(code) {
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
	if len(c.set) > 0 {
		t.Notes = append(t.Notes, l.Say("note set states", strings.Join(c.set, "; ")))
	}
	if left > 0 {
		t.Notes = append(t.Notes, l.Say("note structural", left))
	}
	t.Caption = slices.Clone(t.Notes) // a picture leaves out the columns behind the cases
	t.Caption[1] = l.Say("note counting affirmed")
	t.How = how(s, &cases.TableRecord{}, o)
	if err := t.Check(); err != nil || !q.Explain {
		return []*table.Table{t}, err
	}
	return []*table.Table{t, explanation(c.explained, t.How, o)}, nil
}

// frequencyCount is a table of frequencies in the making.
type frequencyCount struct {
	t          *table.Table
	units      *unitsByCode
	structural bool // rows of questions stand although nothing is known of them
	groups     []frequencyColumn
	o          Options
	set        []string // "Code: Town A (absent)": what a person set against the passages
	open       bool     // whether a count is a least one
	denied     bool     // whether a cell is marked with denialMark
	explained  []explainedRow
}

// denialMark stands at the count of a case or document in which somebody denies the code.
const denialMark = "*"

// row adds a code with the units that speak for it and those that deny it; none if nothing is known of it at all.
func (f *frequencyCount) row(s *cases.Study, code *coding.Code, units, against []codedUnit, l catalogue.Language) {
	var cells []table.Cell
	in := table.Cell{}
	in.SetEvidence([]table.Evidence{})
	var over known
	for _, g := range f.groups {
		here := g.of(units)
		c, n := counted(here), len(here)
		c.Text = fmt.Sprint(n)
		st := g.standing(code)
		has := f.units.has(&st, n > 0)
		over.put(g.label.Label, &st, has)
		switch {
		case n == 0 && !st.Known():
			c = table.Cell{Text: "–", Missing: unknownBecause(&st, l)}
		case st.Derived == cases.StateOpen:
			f.open = f.open || n > 0
			c.Text = "≥ " + c.Text
		}
		if len(g.of(against)) > 0 {
			f.denied = true
			c.Text += denialMark
		}
		c.Text += plannedOf(c.Evidence, l)
		if st.Set != nil && has != (n > 0) {
			f.set = append(f.set, titleOf(s, code)+": "+g.label.Label+" ("+l.Say(st.State)+")")
		}
		switch {
		case st.State == cases.StatePartial || st.State == cases.StateMixed: // named beside the figure
		case has && n > 0:
			in.SetEvidence(append(in.Evidence, c.Evidence[0]))
		case has:
			in.SetEvidence(append(in.Evidence, grounds(g.one, &standing{Standing: st}, f.o)[0]))
		}
		cells = append(cells, c)
	}
	if len(units)+len(against) == 0 && len(over.known) == 0 && !(f.structural && code.Kind == coding.Structural) {
		return
	}
	sum, denied := counted(units), counted(against)
	sum.Text, denied.Text = fmt.Sprint(len(units))+plannedOf(sum.Evidence, l), fmt.Sprint(len(against))
	in.Text = l.Say("no-known")
	if len(over.known) > 0 {
		in.Text = l.Say("known", len(over.in), len(over.known))
	}
	in.Text += over.rest(l)
	f.explained = append(f.explained, explainedRow{"count", fmt.Sprintf("%s: %d", titleOf(s, code), len(units))})
	f.t.Rows = append(f.t.Rows, table.Label{Key: code.Key, Label: titleOf(s, code)})
	f.t.Cells = append(f.t.Cells, append(cells, sum, in, denied))
}

// unknownBecause says why there is no count: what became of the sources that count, or that no source was read.
func unknownBecause(st *cases.Standing, l catalogue.Language) string {
	if st.State == cases.StateOpen || !slices.ContainsFunc(st.Sources, func(src cases.Source) bool { return src.Counts }) {
		return l.Say("unread")
	}
	return missing(st, l)
}

// frequencyColumn is one case or document.
type frequencyColumn struct {
	label    table.Label
	holds    func(codedUnit) bool
	standing func(*coding.Code) cases.Standing
	one      *cases.Case // that it is; nil for a document
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

func frequencyColumns(s *cases.Study, q FrequencyQuestion, u *unitsByCode) ([]frequencyColumn, error) {
	var out []frequencyColumn
	if q.By == "document" {
		for _, d := range s.Documents {
			where, _ := s.Where(q.Filter) // checked before
			if p := wholeOf(s, d.Key); p == nil || !where(*p) && len(q.Filter.Cases)+len(q.Filter.Sources)+len(q.Filter.Attributes) > 0 {
				continue
			}
			out = append(out, frequencyColumn{label: table.Label{Key: d.Key, Label: d.Key},
				holds:    func(x codedUnit) bool { return x.at.Document == d.Key },
				standing: func(c *coding.Code) cases.Standing { return u.inDocument(d.Key, c) }})
		}
		return out, nil
	}
	in, err := casesIn(s, q.Filter)
	if err != nil {
		return nil, err
	}
	for _, x := range s.Cases {
		if !in(x) {
			continue
		}
		out = append(out, frequencyColumn{label: table.Label{Key: x.Key, Label: x.Title()}, one: x,
			holds: func(u codedUnit) bool {
				return u.key == x.Key || slices.ContainsFunc(x.Members, func(m cases.Member) bool { return m.Holds(u.at) })
			},
			standing: func(c *coding.Code) cases.Standing { return u.readings.Standing(x, c, false) }})
	}
	return out, nil
}
