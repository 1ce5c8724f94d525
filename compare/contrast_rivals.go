package compare

import (
	"math"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
)

// rivals returns the attributes that divide the cases as the groups do: those of a number, date or
// duration whose values in one group all lie above those in the others, and those of words of which no
// value stands in two groups although a value is shared by several cases of a group.
func (x *contrast) rivals(main *table.Table, by string) *table.Table {
	l := x.options.Language
	t := &table.Table{Name: main.Name + "-rivals", Title: main.Title + ": " + l.Say("contrast-rivals"), Corner: l.Say("Attribute")}
	for _, g := range x.groups {
		t.Columns = append(t.Columns, g.label)
	}
	t.Columns = append(t.Columns, table.Label{Key: "chance", Label: l.Say("By chance")})
	tried := 0
	for _, a := range x.study.Attributes {
		if a.Key == by || a.From != "" || a.Kind == cases.List || a.Kind == cases.Ranked {
			continue
		}
		tried++
		m := attributeMeasure(x.study, x.options, a)
		measured := make([]measured, len(x.places))
		sizes := make([]int, len(x.groups))
		for j, p := range x.places {
			measured[j] = m.of(p.cases[0])
			if measured[j].known {
				sizes[x.group[j]]++
			}
		}
		if slices.Contains(sizes, 0) || !x.apart(a, measured) {
			continue
		}
		cells, each := make([]table.Cell, len(t.Columns)), make([]table.Cell, len(x.places))
		for j, p := range x.places {
			c := &cells[x.group[j]]
			if !measured[j].known {
				each[j].Text = "?"
				c.Items = append(c.Items, p.label.Label+": "+measured[j].cell.Printed())
				continue
			}
			each[j] = table.Cell{Text: strings.Join(m.print(measured[j], x.options), ", "), Evidence: measured[j].cell.Evidence}
			c.Items = append(c.Items, p.label.Label+": "+each[j].Text)
			c.Evidence = append(c.Evidence, measured[j].cell.Evidence...)
			c.Cases = append(c.Cases, p.cases[0].Key)
		}
		if ways, all, ok := x.apartBy(a, measured); ok {
			cells[len(x.groups)] = table.Cell{Text: l.Say("n-of-m", ways, all)}
			for _, c := range cells[:len(x.groups)] {
				cells[len(x.groups)].Evidence = append(cells[len(x.groups)].Evidence, c.Evidence...)
			}
		}
		t.Rows = append(t.Rows, table.Label{Key: a.Key, Label: a.Title()})
		t.Cells = append(t.Cells, cells)
		x.rival = append(x.rival, each)
	}
	if len(t.Rows) == 0 {
		t.Notes = append(t.Notes, l.Say("no-rivals", tried))
	} else {
		t.Notes = append(t.Notes, l.Say("note-rivals"))
	}
	return t
}

// apart tells whether an attribute divides the cases as they are divided now.
func (x *contrast) apart(a cases.Attribute, ms []measured) bool {
	return divides(a, ms, x.group, len(x.groups))
}

// divides tells whether the values of an attribute lie apart in groups of cases.
func divides(a cases.Attribute, ms []measured, group []int, groups int) bool {
	if a.Kind == cases.Number || a.Kind == cases.Date || a.Kind == cases.Duration {
		low, high := make([]float64, groups), make([]float64, groups)
		for g := range low {
			low[g], high[g] = math.Inf(1), math.Inf(-1)
		}
		for j, m := range ms {
			if m.known {
				low[group[j]], high[group[j]] = min(low[group[j]], m.scale), max(high[group[j]], m.scale)
			}
		}
		for g := range low {
			for h := range low {
				if g != h && low[g] <= high[h] && low[h] <= high[g] {
					return false
				}
			}
		}
		return true
	}
	of := map[string]int{}
	shared := false
	for j, m := range ms {
		if !m.known {
			continue
		}
		for _, level := range m.levels {
			g, ok := of[level]
			if ok && g != group[j] {
				return false
			}
			shared = shared || ok
			of[level] = group[j]
		}
	}
	return shared
}

// apartBy counts the ways to divide the known cases into groups of these sizes, and those in which the
// attribute would lie apart too; false where there are too many.
func (x *contrast) apartBy(a cases.Attribute, ms []measured) (ways, all int, ok bool) {
	var which []int
	left := make([]int, len(x.groups))
	for j, m := range ms {
		if m.known {
			which = append(which, j)
			left[x.group[j]]++
		}
	}
	if n := ways0(len(which), left, -1); !n.IsInt64() || n.Int64() > mostDivisions {
		return 0, 0, false
	}
	group := make([]int, len(ms))
	var divide func(i int)
	divide = func(i int) {
		if i == len(which) {
			all++
			if divides(a, ms, group, len(x.groups)) {
				ways++
			}
			return
		}
		for g := range left {
			if left[g] > 0 {
				left[g]--
				group[which[i]] = g
				divide(i + 1)
				left[g]++
			}
		}
	}
	divide(0)
	return ways, all, true
}
