package compare

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// Contrast returns the contrast table of groups of cases (Miles, Huberman and Saldaña 2014, chapter 8;
// Eisenhardt 1989): first what all known cases of one group have and none of the other, with how often
// chance alone would divide them so; then what more of one group have. A second table prints the
// passages of both sides, a third the attributes that divide the cases the same way and so could be the reason as well.
// Groups are those of an attribute, of the record, or the cases that are named, each by itself.
func Contrast(s *cases.Study, r *cases.TableRecord, o Options) ([]*table.Table, error) {
	groups, err := contrasted(s, r, o)
	if err != nil {
		return nil, err
	}
	plain := *r
	plain.By, plain.OrderBy, plain.Facet, plain.Cases = "", "", "", nil
	for _, g := range groups {
		for _, c := range g.cases {
			plain.Cases = append(plain.Cases, c.Key)
		}
	}
	o.Cases = nil
	d, err := newDisplay(s, &plain, o)
	if err != nil {
		return nil, err
	}
	d.record = &plain
	x := &contrast{display: d, groups: groups}
	for g := range groups {
		for range groups[g].cases {
			x.group = append(x.group, g)
		}
	}
	x.compareRows()
	main := titled(r, o, "contrast", "Code")
	x.fill(main)
	rivals := x.rivals(main, r.By)
	main.Drawn = x.picture(main, rivals)
	out := []*table.Table{main}
	if passages := x.passages(main); len(passages.Rows) > 0 {
		out = append(out, passages)
	}
	return append(out, rivals), nil
}

// contrasted returns the groups of a record.
func contrasted(s *cases.Study, r *cases.TableRecord, o Options) ([]column, error) {
	var groups []column
	if len(r.Groups) > 0 {
		seen := map[string]bool{}
		for i, g := range r.Groups {
			col := column{label: table.Label{Key: fmt.Sprintf("group-%d", i+1), Label: g.Label}}
			for _, key := range g.Cases {
				c := s.CaseNamed(key)
				if c == nil {
					return nil, s.UnknownCase(key)
				}
				if seen[c.Key] {
					return nil, catalogue.Errorf("case %q stands in two groups\nhint: a case can be on one side only", key)
				}
				seen[c.Key] = true
				col.cases = append(col.cases, c)
			}
			if col.label.Label == "" {
				col.label.Label = strings.Join(g.Cases, ", ")
			}
			groups = append(groups, col)
		}
	} else if r.By != "" || len(r.Cases) > 0 || len(o.Cases) > 0 {
		columns, err := columnsOf(s, r, o)
		if err != nil {
			return nil, err
		}
		without := r.By + "=" + o.Language.Say("no-value")
		for _, c := range columns {
			if c.label.Key != without {
				groups = append(groups, c)
			}
		}
		seen := map[*cases.Case]bool{}
		for _, g := range groups {
			for _, c := range g.cases {
				if seen[c] {
					return nil, catalogue.Errorf("case %q has several values of %q\nhint: contrast groups by an attribute of one value, or name them with groups", c.Key, r.By)
				}
				seen[c] = true
			}
		}
	}
	if len(groups) < 2 {
		return nil, catalogue.Errorf("a contrast takes two groups of cases or more\nhint: --by ATTRIBUTE, --group \"small=a,d\" --group \"large=b,c\", or name cases")
	}
	return groups, nil
}

type contrast struct {
	*display
	groups []column
	group  []int // of each case
	lines  []contrastLine
	rival  [][]table.Cell // what each case has of the attributes that divide the cases the same way
	alike  int            // rows that do not tell the groups apart
	unsaid int            // rows of which a group is not known at all
}

// contrastLine is one row of a contrast.
type contrastLine struct {
	row
	standings []*standing
	split     split
	clean     int
}

// compareRows sorts the rows: clean ones by group, then those that differ most.
func (x *contrast) compareRows() {
	for _, next := range x.rows {
		if len(next.codes) == 0 {
			continue
		}
		standings, _ := x.rowStandings(next)
		line := contrastLine{row: next, standings: standings, split: split{make([]int, len(x.groups)), make([]int, len(x.groups))}}
		for j := range standings {
			if standings[j].Known() {
				line.split.known[x.group[j]]++
				if standings[j].Has() {
					line.split.has[x.group[j]]++
				}
			}
		}
		if line.clean = line.split.clean(); line.clean >= 0 && x.spoken(line) {
			line.clean = -1
		}
		switch {
		case line.clean >= 0 || line.split.differs():
			x.lines = append(x.lines, line)
		case line.split.unsaid():
			x.unsaid++
		default:
			x.alike++
		}
	}
	sort.SliceStable(x.lines, func(i, j int) bool {
		a, b := x.lines[i], x.lines[j]
		if (a.clean >= 0) != (b.clean >= 0) {
			return a.clean >= 0
		}
		if a.clean >= 0 {
			return a.clean < b.clean
		}
		return a.split.spread() > b.split.spread()
	})
}

// spoken tells whether a case of another group that is still open already has passages for it: however the
// rest of its sources read, it will have it.
func (x *contrast) spoken(line contrastLine) bool {
	for j := range line.standings {
		st := line.standings[j]
		if st.State == cases.StateOpen && x.group[j] != line.clean && strength(&st.Standing) > 0 {
			return true
		}
	}
	return false
}

func (s split) unsaid() bool {
	for _, n := range s.known {
		if n == 0 {
			return true
		}
	}
	return false
}

func (s split) differs() bool { return !s.unsaid() && s.spread() > 0 }

// spread is the largest difference between the shares of two groups.
func (s split) spread() float64 {
	low, high := 1.0, 0.0
	for g := range s.known {
		share := float64(s.has[g]) / float64(max(1, s.known[g]))
		low, high = min(low, share), max(high, share)
	}
	return high - low
}

// fill writes the rows of the contrast.
func (x *contrast) fill(t *table.Table) {
	l := x.options.Language
	for _, g := range x.groups {
		t.Columns = append(t.Columns, g.label)
	}
	t.Columns = append(t.Columns, table.Label{Key: "chance", Label: l.Say("By chance")})
	heads := map[string]bool{}
	for _, line := range x.lines {
		head := "contrast-some"
		if line.clean >= 0 {
			head = "contrast-clean"
		}
		if !heads[head] {
			heads[head] = true
			t.Rows = append(t.Rows, table.Label{Key: head, Label: l.Say(head), Head: true})
			t.Cells = append(t.Cells, make([]table.Cell, len(t.Columns)))
		}
		cells := make([]table.Cell, 0, len(t.Columns))
		for g := range x.groups {
			cells = append(cells, x.groupCell(line, g))
		}
		chance := table.Cell{}
		if line.clean >= 0 {
			ways, of := line.split.chance()
			chance.Text = l.Say("n-of-m", ways, of)
			for _, c := range cells {
				chance.Evidence = append(chance.Evidence, c.Evidence...)
			}
		}
		line.label.Depth = 1
		noteMerged(t, line.label.Label, line.merged)
		t.Rows = append(t.Rows, line.label)
		t.Cells = append(t.Cells, append(cells, chance))
	}
	x.notes(t)
}

// groupCell says how many of a group's known cases have it, which, and of which nothing is known.
func (x *contrast) groupCell(line contrastLine, g int) table.Cell {
	l := x.options.Language
	over := knownOf(len(x.groups[g].cases))
	var cell table.Cell
	var evidence [][]table.Evidence
	for j := range line.standings {
		if x.group[j] != g {
			continue
		}
		st := line.standings[j]
		label := x.places[j].label.Label
		if st.State == cases.StateOpen && len(st.Evidence) > 0 {
			label += " (" + sides(&st.Standing, l) + ")"
		}
		over.add(label, &st.Standing)
		if st.Known() {
			cell.Cases = append(cell.Cases, x.places[j].cases[0].Key)
			evidence = append(evidence, grounds(x.places[j].cases[0], st, x.options))
		} else {
			for _, src := range st.Sources {
				cell.Sources = append(cell.Sources, sourceOf(src, &st.Standing))
			}
		}
	}
	cell.Text, cell.Evidence = over.having(l), slices.Concat(evidence...)
	return cell
}

// notes says what does not stand in the table, and how often chance alone would make as many clean rows.
func (x *contrast) notes(t *table.Table) {
	l := x.options.Language
	if x.alike > 0 {
		t.Notes = append(t.Notes, l.Say("contrast-alike", x.alike))
	}
	if x.unsaid > 0 {
		t.Notes = append(t.Notes, l.Say("contrast-unsaid", x.unsaid))
	}
	clean, tested := 0, 0
	for _, line := range x.lines {
		if line.clean >= 0 {
			clean++
		}
	}
	if clean == 0 {
		t.Notes = append(t.Notes, l.Say("contrast-none"))
		return
	}
	t.Notes = append(t.Notes, l.Say("contrast-chance"))
	var has, seen []uint64
	for _, next := range x.rows {
		if len(next.codes) == 0 || len(x.places) > 64 {
			continue
		}
		standings, _ := x.rowStandings(next)
		var h, k uint64
		for j := range standings {
			st := standings[j]
			if so := st.State == cases.StateOpen && strength(&st.Standing) > 0; so || st.Known() {
				k |= 1 << j
				if so || st.Has() {
					h |= 1 << j
				}
			}
		}
		has, seen = append(has, h), append(seen, k)
		tested++
	}
	if at, all, ok := splitAtLeast(x.group, len(x.groups), has, seen); ok {
		t.Notes = append(t.Notes, l.Say("contrast-whole", clean, tested, all, at, all))
	}
}

// picture returns what is drawn of a contrast: the state of every case on each row, group by group, and below them the attributes that
// divide the cases the same way.
func (x *contrast) picture(main, rivals *table.Table) *table.Table {
	l := x.options.Language
	t := &table.Table{Name: main.Name, Title: main.Title, Language: l, Banner: main.Banner, Corner: main.Corner, Count: "passages", Picture: table.HeatMap,
		Caption: append([]string{l.Say("contrast-drawn")}, main.Notes...), How: main.How}
	for j, p := range x.places {
		t.Columns = append(t.Columns, table.Label{Key: p.label.Key, Label: p.label.Label, Group: x.groups[x.group[j]].label.Label})
	}
	for _, line := range x.lines {
		line.label.Depth = 0
		cells := make([]table.Cell, 0, len(line.standings))
		for j := range line.standings {
			cells = append(cells, codeCell(x.study, line.standings[j], x.places[j].cases, line.codes, "state", x.options))
		}
		t.Rows, t.Cells = append(t.Rows, line.label), append(t.Cells, cells)
	}
	if len(t.Rows) > 0 && len(rivals.Rows) > 0 {
		t.Rows = append(t.Rows, table.Label{Key: rivals.Name, Label: l.Say("contrast-rivals-head"), Head: true})
		t.Cells = append(t.Cells, make([]table.Cell, len(t.Columns)))
		t.Rows, t.Cells = append(t.Rows, rivals.Rows...), append(t.Cells, x.rival...)
	}
	return t
}

// passages returns the passages behind each row, side by side.
func (x *contrast) passages(main *table.Table) *table.Table {
	l := x.options.Language
	t := &table.Table{Name: main.Name + "-passages", Title: main.Title + ": " + l.Say("contrast-passages"), Corner: main.Corner, Count: "passages", Picture: table.NoPicture}
	for _, g := range x.groups {
		t.Columns = append(t.Columns, g.label)
	}
	for _, line := range x.lines {
		if line.clean < 0 {
			continue
		}
		cells := make([]table.Cell, len(x.groups))
		for g := range x.groups {
			var parts []cases.Standing
			for j := range line.standings {
				if x.group[j] == g {
					parts = append(parts, line.standings[j].Standing)
				}
			}
			st := &standing{Standing: cases.Join(parts)}
			cells[g] = codeCell(x.study, st, x.groups[g].cases, line.codes, "quotes", x.options)
		}
		line.label.Depth = 0
		t.Rows = append(t.Rows, line.label)
		t.Cells = append(t.Cells, cells)
	}
	return t
}
