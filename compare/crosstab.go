package compare

import (
	"slices"
	"sort"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// Crosstab returns two attributes or codes against each other with the names of the cases in the
// cells (the variable-by-variable matrix of Miles, Huberman and Saldaña 2014, chapter 8). Each cell rests on what both values of
// its cases rest on. A case of which a value is not known stands in a row or column of its own; one with several
// values stands in several, and the totals count it once.
func Crosstab(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	if r.X == "" || r.Y == "" {
		return nil, catalogue.Errorf("a crosstab takes two attributes or codes\nhint: crosscase compare crosstab X Y; in a file the fields x and y")
	}
	l := o.Language
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	x, err := measureNamed(s, r, o, r.X)
	if err != nil {
		return nil, err
	}
	y, err := measureNamed(s, r, o, r.Y)
	if err != nil {
		return nil, err
	}
	xs, ys := levelsOf(x, chosen, o), levelsOf(y, chosen, o)
	t := titled(r, o, "crosstab", "Case")
	if r.Corner == "" {
		t.Corner = x.label + " × " + y.label
	}
	for _, level := range ys.order {
		t.Columns = append(t.Columns, table.Label{Key: y.key + "=" + level, Label: y.label + ": " + ys.label[level]})
	}
	t.Columns = append(t.Columns, table.Label{Key: "all", Label: l.Say("All")})
	line := func(key, label string, in func(c *cases.Case) bool) {
		cells := make([]table.Cell, 0, len(t.Columns))
		for _, level := range ys.order {
			cells = append(cells, namesCell(chosen, func(c *cases.Case) bool { return in(c) && slices.Contains(ys.of[c], level) }, xs, ys))
		}
		total := namesCell(chosen, in, xs, ys)
		if len(total.Cases) > 0 {
			total.Text, total.Items = itoa(len(total.Cases)), nil
		}
		t.Rows = append(t.Rows, table.Label{Key: key, Label: label})
		t.Cells = append(t.Cells, append(cells, total))
	}
	for _, level := range xs.order {
		line(x.key+"="+level, x.label+": "+xs.label[level], func(c *cases.Case) bool { return slices.Contains(xs.of[c], level) })
	}
	line("all", l.Say("All"), func(*cases.Case) bool { return true })
	for j := range t.Cells[len(t.Cells)-1] {
		if c := &t.Cells[len(t.Cells)-1][j]; len(c.Cases) > 0 {
			c.Text, c.Items = itoa(len(c.Cases)), nil
		}
	}
	var several []string
	for _, c := range chosen {
		if len(xs.of[c]) > 1 || len(ys.of[c]) > 1 {
			several = append(several, c.Title())
		}
	}
	if len(several) > 0 {
		t.Notes = append(t.Notes, l.Say("note-several", strings.Join(several, ", ")))
	}
	return t, nil
}

// levels are the values that cases have of a measure, in its order, what is not known last.
type levels struct {
	order []string
	label map[string]string
	of    map[*cases.Case][]string
	why   map[*cases.Case][]table.Evidence
}

const notKnown = "?"

func levelsOf(m caseMeasure, chosen []*cases.Case, o Options) levels {
	out := levels{label: map[string]string{}, of: map[*cases.Case][]string{}, why: map[*cases.Case][]table.Evidence{}}
	at := map[string]measured{}
	unknown := false
	for _, c := range chosen {
		x := m.of(c)
		out.why[c] = x.cell.Evidence
		if m.code != nil && len(x.cell.Evidence) == 0 {
			for _, src := range x.cell.Sources {
				name := src.Document
				if name == "" {
					name = src.Kind
				}
				out.why[c] = append(out.why[c], table.Evidence{Case: c.Key, Source: name + ": " + o.Language.Say(src.State)})
			}
		}
		if len(out.why[c]) == 0 {
			out.why[c] = []table.Evidence{{Case: c.Key, Source: caseLine(c)}}
		}
		for i := range out.why[c] {
			if out.why[c][i].Case == "" {
				out.why[c][i].Case = c.Key
			}
		}
		if !x.known {
			out.of[c], unknown = []string{notKnown}, true
			continue
		}
		out.of[c] = x.levels
		printed := m.print(x, o)
		for i, level := range x.levels {
			if _, ok := at[level]; !ok {
				out.order = append(out.order, level)
				one := x
				if len(x.levels) > 1 {
					one = measured{text: level}
				}
				at[level] = one
			}
			out.label[level] = printed[i]
		}
	}
	sort.SliceStable(out.order, func(i, j int) bool {
		a, b := at[out.order[i]], at[out.order[j]]
		if m.code != nil {
			return a.by[0] > b.by[0] || a.by[0] == b.by[0] && out.order[i] > out.order[j]
		}
		if c := a.compare(b); c != 0 {
			return c < 0
		}
		return out.order[i] < out.order[j]
	})
	if unknown {
		out.order = append(out.order, notKnown)
		out.label[notKnown] = o.Language.Say("not-known-group")
	}
	return out
}

func caseLine(c *cases.Case) string { return at(c.File, max(1, c.Line)) }

// namesCell names the cases for which something is so, with what both their values rest on.
func namesCell(chosen []*cases.Case, in func(*cases.Case) bool, xs, ys levels) table.Cell {
	var cell table.Cell
	for _, c := range chosen {
		if !in(c) {
			continue
		}
		cell.Cases = append(cell.Cases, c.Key)
		cell.Items = append(cell.Items, c.Title())
		for _, e := range append(slices.Clone(xs.why[c]), ys.why[c]...) {
			if !slices.ContainsFunc(cell.Evidence, func(o table.Evidence) bool {
				return o.Case == e.Case && o.Passage == e.Passage && o.Says == e.Says && o.Source == e.Source
			}) {
				cell.Evidence = append(cell.Evidence, e)
			}
		}
	}
	return cell
}
