package compare

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// caseMeasure is something by which cases can be put in order or divided into groups: an attribute,
// or how strong a code is in them.
type caseMeasure struct {
	key, label string
	order      string // how high and low are to be read, in words
	code       *coding.Code
	attribute  cases.Attribute
	look       func(c *cases.Case, cell bool) measured // with or without its cell
}

// of returns the measure of a case.
func (m caseMeasure) of(c *cases.Case) measured { return m.look(c, true) }

// measured is the measure of one case.
type measured struct {
	known  bool
	levels []string  // what the case has, for groups: values, or a state
	by     []float64 // compared in turn
	text   string    // compared where by is equal
	scale  float64   // one number, for how things go together; meaningful only if ranked
	ranked bool
	cell   table.Cell
}

// measureNamed returns the measure of a name: the key of an attribute or a code, with attribute: or
// code: before it where both have it.
func measureNamed(s *cases.Study, r *cases.TableRecord, o Options, name string) (caseMeasure, error) {
	if err := s.KnownMeasure(name); err != nil {
		return caseMeasure{}, err
	}
	key, isCode := strings.CutPrefix(name, "code:")
	key = strings.TrimPrefix(key, "attribute:")
	if a, ok := s.Attribute(key); ok && !isCode {
		return attributeMeasure(s, o, a), nil
	}
	return codeMeasure(s, r, o, s.Codebook.Code(key)), nil
}

func attributeMeasure(s *cases.Study, o Options, a cases.Attribute) caseMeasure {
	l := o.Language
	m := caseMeasure{key: a.Key, label: markedAttribute(s, a, l), attribute: a, order: l.Say("order-" + a.Kind)}
	m.look = func(c *cases.Case, cell bool) measured {
		v := valueOf(s, c, a)
		out := measured{known: len(v.Items) > 0}
		if cell {
			out.cell = valueCell(s, c, a, v, l)
		}
		if !out.known {
			return out
		}
		for _, item := range v.Items {
			out.levels = addOnce(out.levels, item.Text)
		}
		first := v.Items[0].Text
		switch a.Kind {
		case cases.Number:
			out.scale, out.ranked = a.Number(first)
			out.by = []float64{out.scale}
		case cases.Duration:
			for _, item := range v.Items {
				x, _ := a.Number(item.Text)
				out.scale += x
			}
			out.by, out.ranked = []float64{out.scale}, true
		case cases.Enum:
			out.scale, out.ranked = float64(slices.Index(a.Values, first)), true
			out.by = []float64{out.scale}
		case cases.List, cases.Ranked:
			out.scale, out.ranked = float64(len(v.Items)), true
			out.by = []float64{out.scale}
		case cases.Date: // as text they sort by time
			out.text, out.ranked = first, true
			out.scale = years(first)
		default:
			out.text = first
		}
		return out
	}
	return m
}

// markedAttribute names an attribute, with "(attribute)" behind the name where a code has it too, by key or by label.
func markedAttribute(s *cases.Study, a cases.Attribute, l catalogue.Language) string {
	for _, c := range s.Codebook.All() {
		if cases.SameName(a, c) {
			return a.Title() + " (" + l.Say("attribute") + ")"
		}
	}
	return a.Title()
}

// markedCode is the same for a code, under whatever label it stands.
func markedCode(s *cases.Study, code *coding.Code, label string, l catalogue.Language) string {
	for _, a := range s.Attributes {
		if cases.SameName(a, code) {
			return label + " (" + l.Say("code") + ")"
		}
	}
	return label
}

// years returns a date in years, at the first day of what is not said.
func years(date string) float64 {
	full := date + "-01-01"[min(6, len(date)-4):]
	var y, m, d float64
	for i, p := range strings.SplitN(full, "-", 3) {
		n := 0.0
		for _, r := range p {
			n = n*10 + float64(r-'0')
		}
		*[]*float64{&y, &m, &d}[i] = n
	}
	return y + (m-1)/12 + (d-1)/372
}

// codeMeasure orders cases by the strength of a code: present before partial and mixed, before none
// (read, asked and not raised), before absent; within a state by the number of sources that speak for it. A case that
// is open, or was not asked, has no strength.
func codeMeasure(s *cases.Study, r *cases.TableRecord, o Options, code *coding.Code) caseMeasure {
	l := o.Language
	m := caseMeasure{key: code.Key, label: markedCode(s, code, code.Title(), l), code: code, order: l.Say("order-code")}
	m.look = func(c *cases.Case, cell bool) measured {
		st := standingOf(s, []*cases.Case{c}, []*coding.Code{code}, r.Subcodes, o)
		out := measured{known: st.Known(), levels: []string{st.State}}
		if cell {
			out.cell = codeCell(s, st, []*cases.Case{c}, []*coding.Code{code}, "state", o)
		}
		if !out.known {
			return out
		}
		rank := map[string]float64{cases.StateAbsent: 0, cases.StateNone: 1, cases.StatePartial: 2, cases.StateMixed: 2, cases.StatePresent: 3}[st.State]
		out.by = []float64{rank, float64(strength(&st.Standing))}
		out.scale, out.ranked = max(0, rank-1), true
		return out
	}
	return m
}

// strength is the number of independent sources that speak for a code, with a limit or without.
func strength(st *cases.Standing) int {
	var documents []string
	for i := range st.Evidence {
		if e := &st.Evidence[i]; e.Says != coding.Against {
			documents = addOnce(documents, e.Passage.Document)
		}
	}
	return len(documents)
}

// compare orders two cases from low to high.
func (a measured) compare(b measured) int {
	return cmp.Or(slices.Compare(a.by, b.by), strings.Compare(a.text, b.text))
}

// placed is a case at its place in an order.
type placed struct {
	column
	rank  string // "1", "2=" for a tie, "" where it has no place
	facet string // of the second order, as a heading
	at    measured
	level measured // of the facet
}

// putInOrder puts cases in the order of a measure, high to low or the other way round; ties have one
// rank and keep the order of the study, and those that are not known come last, without a rank.
func putInOrder(list []placed, ascending bool) {
	sort.SliceStable(list, func(i, j int) bool {
		a, b := list[i].at, list[j].at
		if a.known != b.known {
			return a.known
		}
		if !a.known {
			return false
		}
		if ascending {
			return a.compare(b) < 0
		}
		return a.compare(b) > 0
	})
	for i := range list {
		if !list[i].at.known {
			continue
		}
		first, last := i, i
		for first > 0 && list[first-1].at.compare(list[i].at) == 0 {
			first--
		}
		for last+1 < len(list) && list[last+1].at.known && list[last+1].at.compare(list[i].at) == 0 {
			last++
		}
		list[i].rank = itoa(first + 1)
		if last > first {
			list[i].rank += "="
		}
	}
}

// ordered returns the columns of a display in the order that its record asks for: by one caseMeasure
// (order-by), within the groups of a second (facet).
func ordered(s *cases.Study, r *cases.TableRecord, o Options, columns []column) ([]placed, []caseMeasure, error) {
	list := make([]placed, len(columns))
	for i, c := range columns {
		list[i] = placed{column: c}
	}
	var measures []caseMeasure
	if r.OrderBy == "" && r.Facet == "" || r.By != "" {
		return list, nil, nil
	}
	if r.OrderBy != "" {
		m, err := measureNamed(s, r, o, r.OrderBy)
		if err != nil {
			return nil, nil, err
		}
		measures = append(measures, m)
		for i := range list {
			list[i].at = m.of(list[i].cases[0])
		}
	}
	if r.Facet == "" {
		putInOrder(list, r.Ascending)
		return list, measures, nil
	}
	m, err := measureNamed(s, r, o, r.Facet)
	if err != nil {
		return nil, nil, err
	}
	measures = append(measures, m)
	for i := range list {
		list[i].level = m.of(list[i].cases[0])
		list[i].facet = o.Language.Say("not-known-group")
		if list[i].level.known {
			list[i].facet = strings.Join(m.print(list[i].level, o), ", ")
		}
	}
	sort.SliceStable(list, func(i, j int) bool {
		a, b := list[i], list[j]
		if a.level.known != b.level.known {
			return a.level.known
		}
		return a.level.known && (a.level.compare(b.level) < 0 || a.level.compare(b.level) == 0 && a.facet < b.facet)
	})
	for i := 0; i < len(list); {
		j := i
		for j < len(list) && list[j].facet == list[i].facet {
			j++
		}
		if r.OrderBy != "" {
			putInOrder(list[i:j], r.Ascending)
		}
		i = j
	}
	return list, measures, nil
}

// print returns the levels of a case as a table prints them.
func (m caseMeasure) print(x measured, o Options) []string {
	out := make([]string, len(x.levels))
	for i, level := range x.levels {
		if m.code != nil {
			out[i] = o.Language.Say(level)
		} else {
			out[i] = m.attribute.Print(level, o.Language)
		}
	}
	return out
}

// heading is what stands over the column of a case: its group, its rank and its label.
func (p placed) heading() table.Label {
	label := p.label
	if p.rank != "" {
		label.Label = p.rank + ". " + label.Label
		if strings.HasSuffix(p.rank, "=") {
			label.Label = p.rank + " " + p.label.Label
		}
	}
	if p.facet != "" {
		label.Label = p.facet + " · " + label.Label
	}
	return label
}

// noteOrder says below a table how its cases stand in order.
func noteOrder(t *table.Table, r *cases.TableRecord, o Options, list []placed, measures []caseMeasure) {
	l := o.Language
	for i, m := range measures {
		facet := i == 1 || r.OrderBy == ""
		switch {
		case facet:
			t.Notes = append(t.Notes, l.Say("faceted", m.label))
		case r.Ascending:
			t.Notes = append(t.Notes, l.Say("ordered-up", m.label, m.order))
		default:
			t.Notes = append(t.Notes, l.Say("ordered-down", m.label, m.order))
		}
	}
	var unplaced []string
	ties := false
	for _, p := range list {
		ties = ties || strings.HasSuffix(p.rank, "=")
		if r.OrderBy != "" && len(measures) > 0 && p.rank == "" {
			unplaced = append(unplaced, p.label.Label)
		}
	}
	if ties {
		t.Notes = append(t.Notes, l.Say("ties"))
	}
	if len(unplaced) > 0 {
		t.Notes = append(t.Notes, l.Say("unplaced", strings.Join(unplaced, ", ")))
	}
}

func addOnce(list []string, more ...string) []string {
	for _, m := range more {
		if !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	return list
}
