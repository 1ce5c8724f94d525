package compare

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// combination is two or three cases side by side.
type combination struct {
	places     []int
	attributes float64 // mean likeness in attributes, and over how many
	compared   int
	themes     float64 // mean likeness in themes; of some pairs it may not be known
	ofThemes   bool
	ranks      [2]float64 // by likeness in attributes and in themes, 0 the most alike, 1 the least
	surprise   float64
}

// Pairs returns every pair of cases (or triad) with what they share, what they differ in, and what is
// known of one only (Eisenhardt 1989), the most surprising first: those that are alike in attributes and unlike in what
// is said, and the reverse. Likeness in attributes is Gower's coefficient (Gower 1971, Biometrics 27) over the attributes known of
// both; likeness in themes is Jaccard's: codes that both have among those that either has, of the codes known of
// both; of a triad the means of its pairs. The surprise is the difference between the places that a pair has in the
// two orders, from 0 to 1. With sheets, a table for each follows with the quotes side by side.
func Pairs(s *cases.Study, r *cases.TableRecord, o Options) ([]*table.Table, error) {
	plain := *r
	plain.By = ""
	d, err := newDisplay(s, &plain, o)
	if err != nil {
		return nil, err
	}
	size := 2
	if r.Triads {
		size = 3
	}
	if len(d.places) < size {
		return nil, catalogue.Errorf("too few cases for pairs or triads: %d\nhint: name more cases, or none for all of them", len(d.places))
	}
	p := newPaired(d)
	list := p.combinations(size)
	total := len(list)
	if r.Top > 0 && total > r.Top {
		list = list[:r.Top]
	}
	l := o.Language
	form := "pairs"
	if r.Triads {
		form = "triads"
	}
	t := titled(r, o, form, "Cases")
	for _, key := range []string{"surprise", "like-attributes", "like-themes", "shared", "differs", "one-only", "neither"} {
		t.Columns = append(t.Columns, table.Label{Key: key, Label: l.Say("pair-" + key)})
	}
	for _, c := range list {
		t.Rows = append(t.Rows, table.Label{Key: p.key(c), Label: p.label(c)})
		t.Cells = append(t.Cells, p.cells(c))
	}
	t.Notes = append(t.Notes, l.Say("note-pairs-measure"))
	if len(list) < total {
		t.Notes = append(t.Notes, l.Say("left-out", total-len(list)))
	}
	out := []*table.Table{t}
	if r.Sheets {
		for _, c := range list {
			out = append(out, p.sheet(t, c))
		}
	}
	return out, nil
}

// paired is what pairs are compared by.
type paired struct {
	*display
	lines     []row
	standings [][]*standing // by row and case
	known     [][]bool
	has       [][]bool
	values    []attributeOf
}

type attributeOf struct {
	cases.Attribute
	of   []measured
	span float64 // between the lowest and the highest value of all cases
}

func newPaired(d *display) *paired {
	p := &paired{display: d}
	seen := map[string]bool{}
	for _, next := range d.rows {
		if len(next.codes) == 0 || seen[next.label.Key] {
			continue // a row that stands in two places is compared once
		}
		seen[next.label.Key] = true
		standings, _ := d.rowStandings(next)
		known, has := make([]bool, len(standings)), make([]bool, len(standings))
		for j := range standings {
			known[j] = standings[j].Known()
			has[j] = known[j] && standings[j].Has()
		}
		p.lines, p.standings = append(p.lines, next), append(p.standings, standings)
		p.known, p.has = append(p.known, known), append(p.has, has)
	}
	attributes, err := attributesOf(d.study, d.record)
	if err != nil {
		attributes = nil
	}
	for _, a := range attributes {
		if a.From != "" || a.Kind == cases.Text && len(d.record.Attributes) == 0 {
			continue // when the interview was held is no trait of the case, and texts are seldom alike
		}
		m := attributeMeasure(d.study, d.options, a)
		x := attributeOf{Attribute: a}
		low, high := math.Inf(1), math.Inf(-1)
		for _, place := range d.places {
			one := m.of(place.cases[0])
			x.of = append(x.of, one)
			if one.known {
				low, high = min(low, one.scale), max(high, one.scale)
			}
		}
		x.span = high - low
		p.values = append(p.values, x)
	}
	return p
}

// like returns how alike two cases are in an attribute, from 0 to 1; false if one has no value. Numbers,
// dates and durations by their distance over the span of all cases, lists by the items they share, others by being the same.
func (a attributeOf) like(i, j int) (float64, bool) {
	x, y := a.of[i], a.of[j]
	if !x.known || !y.known {
		return 0, false
	}
	switch a.Kind {
	case cases.Number, cases.Date, cases.Duration:
		if a.span == 0 {
			return 1, true
		}
		return 1 - math.Abs(x.scale-y.scale)/a.span, true
	case cases.List, cases.Ranked:
		both := 0
		for _, level := range x.levels {
			if slices.Contains(y.levels, level) {
				both++
			}
		}
		return float64(both) / float64(len(x.levels)+len(y.levels)-both), true
	}
	if x.levels[0] == y.levels[0] {
		return 1, true
	}
	return 0, true
}

// likeness returns how alike two cases are in attributes and in themes, and over how many each.
func (p *paired) likeness(i, j int) (attributes float64, compared int, themes float64, either, both int) {
	for _, a := range p.values {
		if like, ok := a.like(i, j); ok {
			attributes += like
			compared++
		}
	}
	if compared > 0 {
		attributes /= float64(compared)
	}
	for k := range p.lines {
		if p.known[k][i] && p.known[k][j] && (p.has[k][i] || p.has[k][j]) {
			either++
			if p.has[k][i] && p.has[k][j] {
				both++
			}
		}
	}
	if either > 0 {
		themes = float64(both) / float64(either)
	}
	return attributes, compared, themes, either, both
}

// combinations returns all pairs or triads, the most surprising first; of equal ones those that are alike
// in attributes first, then in the order of the cases.
func (p *paired) combinations(size int) []*combination {
	n := len(p.places)
	type one struct {
		attributes float64
		compared   int
		themes     float64
		either     int
	}
	pairs := make([][]one, n)
	for i := range n {
		pairs[i] = make([]one, n)
		for j := range i {
			a, c, t, e, _ := p.likeness(j, i)
			pairs[j][i] = one{a, c, t, e}
		}
	}
	total := 1
	for i := range size {
		total = total * (n - i) / (i + 1)
	}
	out, room := make([]combination, 0, total), make([]int, 0, total*size)
	var choose func(from int, chosen []int)
	choose = func(from int, chosen []int) {
		if len(chosen) == size {
			room = append(room, chosen...)
			c := combination{places: room[len(room)-size:], ofThemes: true}
			times := 0.0
			for i := range chosen {
				for j := i + 1; j < len(chosen); j++ {
					x := pairs[chosen[i]][chosen[j]]
					c.attributes += x.attributes
					c.compared = max(c.compared, x.compared)
					c.themes += x.themes
					c.ofThemes = c.ofThemes && x.either > 0
					times++
				}
			}
			c.attributes = exact(c.attributes / times)
			c.themes = exact(c.themes / times)
			out = append(out, c)
			return
		}
		for i := from; i < n; i++ {
			choose(i+1, append(chosen, i))
		}
	}
	choose(0, make([]int, 0, size))
	place(out, 0, func(c *combination) (float64, bool) { return c.attributes, c.compared > 0 })
	place(out, 1, func(c *combination) (float64, bool) { return c.themes, c.ofThemes })
	for i := range out {
		if out[i].compared > 0 && out[i].ofThemes {
			out[i].surprise = math.Abs(out[i].ranks[0] - out[i].ranks[1])
		}
	}
	order := make([]*combination, len(out))
	for i := range out {
		order[i] = &out[i]
	}
	slices.SortFunc(order, func(a, b *combination) int {
		if a.surprise != b.surprise {
			return cmp.Compare(b.surprise, a.surprise)
		}
		if a.attributes != b.attributes {
			return cmp.Compare(b.attributes, a.attributes)
		}
		return slices.Compare(a.places, b.places)
	})
	return order
}

// place gives combinations their places in the order of a likeness, from 0 for the most alike to 1 for
// the least; those alike share the mean of their places.
func place(list []combination, which int, of func(*combination) (float64, bool)) {
	values := make([]float64, 0, len(list))
	for i := range list {
		if v, ok := of(&list[i]); ok {
			values = append(values, v)
		}
	}
	if len(values) < 2 {
		return
	}
	slices.Sort(values)
	ranks := map[float64]float64{}
	for below := 0; below < len(values); {
		upTo := below + 1
		for upTo < len(values) && values[upTo] == values[below] {
			upTo++
		}
		above := len(values) - upTo
		ranks[values[below]] = (float64(above) + float64(upTo-below-1)/2) / float64(len(values)-1)
		below = upTo
	}
	for i := range list {
		if v, ok := of(&list[i]); ok {
			list[i].ranks[which] = ranks[v]
		}
	}
}

func (p *paired) key(c *combination) string {
	var out []string
	for _, i := range c.places {
		out = append(out, p.places[i].label.Key)
	}
	return strings.Join(out, "+")
}

func (p *paired) label(c *combination) string {
	var out []string
	for _, i := range c.places {
		out = append(out, p.places[i].label.Label)
	}
	return strings.Join(out, " – ")
}

// relation is how cases stand to a row: all known ones have it, none has, some have, or not all are known.
func (p *paired) relation(c *combination, k int) string {
	known, has := 0, 0
	for _, i := range c.places {
		if p.known[k][i] {
			known++
		}
		if p.has[k][i] {
			has++
		}
	}
	switch {
	case known == 0:
		return "none-known"
	case known < len(c.places):
		return "one-only"
	case has == len(c.places):
		return "shared"
	case has == 0:
		return "neither"
	}
	return "differs"
}

func (p *paired) cells(c *combination) []table.Cell {
	l := p.options.Language
	parts := map[string]*table.Cell{}
	number := map[string]int{}
	lists := map[string][][]table.Evidence{} // joined below, when it is known how long they are together
	var all [][]table.Evidence
	for k := range p.lines {
		how := p.relation(c, k)
		cell := parts[how]
		if cell == nil {
			cell = &table.Cell{}
			parts[how] = cell
		}
		number[how]++
		cell.Items = append(cell.Items, p.line(c, k, how))
		if how == "none-known" {
			continue
		}
		for _, i := range c.places {
			if p.known[k][i] {
				e := grounds(p.places[i].cases[0], p.standings[k][i], p.options)
				lists[how] = append(lists[how], e)
				cell.Cases = addOnce(cell.Cases, p.places[i].cases[0].Key)
				if how == "shared" || how == "differs" {
					all = append(all, e)
				}
			}
		}
	}
	for how, list := range lists {
		parts[how].Evidence = slices.Concat(list...)
	}
	get := func(how string) table.Cell {
		if parts[how] == nil {
			none := table.Cell{Text: "0"}
			none.SetEvidence(nil)
			return none
		}
		cell := *parts[how]
		cell.Items = append([]string{itoa(number[how]) + ":"}, cell.Items...)
		return cell
	}
	var values []table.Evidence
	for _, a := range p.values {
		for _, i := range c.places {
			if a.of[i].known {
				values = append(values, withCase(slices.Clone(a.of[i].cell.Evidence), p.places[i].cases[0])...)
			}
		}
	}
	attributes := table.Cell{Text: l.Say("likeness", l.Number(round4(c.attributes)), c.compared), Evidence: values}
	if c.compared == 0 {
		attributes = table.Cell{Missing: l.Say("no-value")}
	}
	both := slices.Concat(append(all, values)...)
	themes := table.Cell{Text: l.Number(round4(c.themes)), Evidence: slices.Clip(both[:len(both)-len(values)])}
	if len(c.places) == 2 {
		_, _, _, either, both := p.likeness(c.places[0], c.places[1])
		themes.Text = l.Say("likeness-of", l.Number(round4(c.themes)), both, either)
	}
	surprise := table.Cell{Text: p.surprise(c), Evidence: both}
	if !c.ofThemes {
		themes, surprise = table.Cell{Missing: l.Say("no-themes")}, table.Cell{Missing: l.Say("no-themes")}
	}
	if c.compared == 0 {
		surprise = table.Cell{Missing: l.Say("no-value")}
	}
	return []table.Cell{surprise, attributes, themes, get("shared"), get("differs"), get("one-only"), get("neither")}
}

// surprise says how surprising a combination is, and which way.
func (p *paired) surprise(c *combination) string {
	l := p.options.Language
	text := l.Number(round2(c.surprise))
	switch {
	case c.surprise == 0:
		return text
	case c.ranks[0] < c.ranks[1]:
		return text + ": " + l.Say("alike-unlike")
	}
	return text + ": " + l.Say("unlike-alike")
}

// line names a row and, where cases differ or some deny it, how it stands in each.
func (p *paired) line(c *combination, k int, how string) string {
	l := p.options.Language
	label := p.lines[k].label.Label
	denied := slices.ContainsFunc(c.places, func(i int) bool { return p.standings[k][i].State == cases.StateAbsent })
	if how != "differs" && how != "one-only" && !(how == "neither" && denied) {
		return label
	}
	var parts []string
	for _, i := range c.places {
		st := p.standings[k][i]
		text := l.Say(st.State)
		if !p.known[k][i] && st.State == cases.StateNone {
			text = missing(&st.Standing, l)
		}
		parts = append(parts, p.places[i].label.Label+" "+text)
	}
	return label + ": " + strings.Join(parts, ", ")
}

// exact takes away what the order of adding up leaves in the last digits, so that equal likenesses are equal.
func exact(f float64) float64 { return math.Round(f*1e9) / 1e9 }

func round2(f float64) float64 { return math.Round(f*100) / 100 }
func round4(f float64) float64 { return math.Round(f*10000) / 10000 }

// sheet returns the quotes of some cases side by side: what they share, what they differ in, and what is
// known of one only.
func (p *paired) sheet(main *table.Table, c *combination) *table.Table {
	l := p.options.Language
	t := &table.Table{Name: main.Name + "-" + p.key(c), Title: p.label(c), Corner: l.Say("Code"), Count: "passages"}
	for _, i := range c.places {
		t.Columns = append(t.Columns, p.places[i].label)
	}
	for _, how := range []string{"shared", "differs", "one-only", "neither"} {
		head := false
		for k, line := range p.lines {
			if p.relation(c, k) != how {
				continue
			}
			if !head {
				head = true
				t.Rows = append(t.Rows, table.Label{Key: how, Label: l.Say("pair-" + how), Head: true})
				t.Cells = append(t.Cells, make([]table.Cell, len(t.Columns)))
			}
			cells := make([]table.Cell, len(c.places))
			for j, i := range c.places {
				cells[j] = codeCell(p.study, p.standings[k][i], p.places[i].cases, line.codes, "quotes", p.options)
			}
			noteMerged(t, line.label.Label, line.merged)
			t.Rows = append(t.Rows, table.Label{Key: line.label.Key, Label: line.label.Label, Depth: 1})
			t.Cells = append(t.Cells, cells)
		}
	}
	return t
}
