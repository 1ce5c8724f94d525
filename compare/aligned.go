package compare

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// listed is the list of one case: its items under the names that aliases.yaml gives them.
type listed struct {
	place placed
	c     *cases.Case
	value cases.Value
	whole bool
	names []string // of the items, in the order of the list
}

func (x listed) known() bool { return len(x.value.Items) > 0 }

// lists returns the lists of an attribute in the order of the columns.
func lists(s *cases.Study, r *cases.TableRecord, o Options, form string) (cases.Attribute, []listed, aliasWords, []placed, []caseMeasure, error) {
	fail := func(err error) (cases.Attribute, []listed, aliasWords, []placed, []caseMeasure, error) {
		return cases.Attribute{}, nil, aliasWords{}, nil, nil, err
	}
	attributes, err := attributesOf(s, r)
	if err != nil {
		return fail(err)
	}
	if len(r.Attributes) != 1 || attributes[0].Kind != cases.List && attributes[0].Kind != cases.Ranked {
		return fail(catalogue.Errorf("%s are those of one attribute of the kind list or ranked\nhint: crosscase compare %s ATTRIBUTE; in a file attributes: [KEY]", form, form))
	}
	a := attributes[0]
	columns, err := columnsOf(s, &cases.TableRecord{Cases: r.Cases}, o)
	if err != nil {
		return fail(err)
	}
	places, measures, err := ordered(s, r, o, columns)
	if err != nil {
		return fail(err)
	}
	w := wordsFor(s, r, o, a.Key)
	out := make([]listed, len(places))
	for j, p := range places {
		c := p.cases[0]
		x := listed{place: p, c: c, value: valueOf(s, c, a)}
		x.whole = x.value.Whole(a)
		for _, item := range x.value.Items {
			x.names = append(x.names, w.of(item.Text))
		}
		out[j] = x
	}
	return a, out, w, places, measures, nil
}

// notThere is the cell of a list in which something does not stand: that is a finding only if the list
// is known to be whole.
func (x listed) notThere(a cases.Attribute, o Options) table.Cell {
	l := o.Language
	switch {
	case !x.known():
		return table.Cell{Missing: cmp.Or(x.value.Missing, l.Say("no-value"))}
	case x.whole:
		return table.Cell{Text: "–", Cases: nil, Evidence: []table.Evidence{{Case: x.c.Key, Source: at(x.c.File, x.value.Line) + ": " + l.Say("whole-list")}}}
	case x.value.Incomplete != "":
		return table.Cell{Missing: l.Say("not-whole") + ": " + x.value.Incomplete}
	}
	return table.Cell{Missing: l.Say("not-whole")}
}

// Lists returns the items of a list attribute against the cases: of a ranked one the place, of
// another a sign, and what is known to be missing only where a list is whole. Items of most cases stand first. The
// last row counts the items of each case.
func Lists(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	a, all, w, places, measures, err := lists(s, r, o, "lists")
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := titled(r, o, "lists", "Item")
	if r.Title == "" {
		t.Title = a.Title()
	}
	type item struct {
		name   string
		in     int
		places float64
	}
	var items []item
	for _, x := range all {
		t.Columns = append(t.Columns, x.place.heading())
		for i, name := range once(x.names) {
			k := slices.IndexFunc(items, func(it item) bool { return it.name == name })
			if k < 0 {
				k = len(items)
				items = append(items, item{name: name})
			}
			items[k].in++
			items[k].places += float64(i)
		}
	}
	sort.SliceStable(items, func(i, j int) bool {
		x, y := items[i], items[j]
		rank := 0
		if a.Kind == cases.Ranked {
			rank = cmp.Compare(x.places/float64(x.in), y.places/float64(y.in))
		}
		return cmp.Or(cmp.Compare(y.in, x.in), rank, cmp.Compare(x.name, y.name)) < 0
	})
	sums := make([]table.Cell, len(all))
	for _, it := range items {
		var over known
		cells := make([]table.Cell, len(all))
		for j, x := range all {
			k := slices.Index(x.names, it.name)
			switch {
			case k >= 0:
				cells[j] = x.itemCell(s, a, it.name, o)
				over.known, over.in = append(over.known, x.place.label.Label), append(over.in, x.place.label.Label)
				sums[j].Evidence = append(sums[j].Evidence, cells[j].Evidence...)
			default:
				cells[j] = x.notThere(a, o)
				if x.known() && x.whole {
					over.known = append(over.known, x.place.label.Label)
				} else {
					over.unasked = append(over.unasked, x.place.label.Label)
				}
			}
		}
		noteMerged(t, it.name, w.why[it.name])
		t.Rows = append(t.Rows, table.Label{Key: it.name, Label: it.name, Note: over.note(l)})
		t.Cells = append(t.Cells, cells)
	}
	for j, x := range all {
		if !x.known() {
			sums[j] = x.notThere(a, o)
			continue
		}
		sums[j].Text = itoa(len(once(x.names)))
		if !x.whole {
			sums[j].Text = l.Say("at-least", len(once(x.names)))
		}
	}
	t.Rows = append(t.Rows, table.Label{Key: "all", Label: l.Say("items")})
	t.Cells = append(t.Cells, sums)
	if a.Kind == cases.Ranked {
		t.Notes = append(t.Notes, l.Say("note-ranked"))
	} else {
		t.Notes = append(t.Notes, l.Say("note-unranked"))
	}
	noteLists(t, all, o)
	noteOrder(t, r, o, places, measures)
	return t, nil
}

// itemCell is an item in a list: its place, or a sign; its own words where they are other than the row's.
func (x listed) itemCell(s *cases.Study, a cases.Attribute, name string, o Options) table.Cell {
	cell := table.Cell{Cases: []string{x.c.Key}}
	var texts []string
	for i, n := range x.names {
		if n != name {
			continue
		}
		text := "●"
		if a.Kind == cases.Ranked {
			text = itoa(i+1) + "."
		}
		if own := x.value.Items[i].Text; own != name {
			text += " " + a.Print(own, o.Language)
		}
		texts = append(texts, text)
		cell.Evidence = append(cell.Evidence, withCase(reasonsOf(s, x.c, x.value.Items[i]), x.c)...)
	}
	cell.Text = strings.Join(texts, "\n")
	return cell
}

// noteLists says which lists are not whole.
func noteLists(t *table.Table, all []listed, o Options) {
	var open []string
	for _, x := range all {
		if x.known() && !x.whole {
			open = append(open, x.place.label.Label)
		}
	}
	if len(open) > 0 {
		t.Notes = append(t.Notes, o.Language.Say("lists-open", strings.Join(open, ", ")))
	}
}

// Chains returns the chains of a ranked attribute slot by slot: in each the names that the cases have
// for it, and which of them share one. Slots are those of the record, with the names that stand in each; without any, every
// name is a slot, in the order in which the chains have them on average. What stands in no slot
// is a row of its own.
func Chains(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	a, all, w, places, measures, err := lists(s, r, o, "chains")
	if err != nil {
		return nil, err
	}
	l := o.Language
	t := titled(r, o, "chains", "Slot")
	t.NoteHead = l.Say("Shared")
	if r.Title == "" {
		t.Title = a.Title()
	}
	for _, x := range all {
		t.Columns = append(t.Columns, x.place.heading())
	}
	slots := r.Slots
	if len(slots) == 0 {
		slots = slotsOf(all)
	}
	slotOf := map[string]int{}
	for i, slot := range slots {
		for _, name := range append([]string{slot.Label}, slot.Names...) {
			slotOf[strings.ToLower(name)] = i
		}
	}
	in := func(x listed, i int) int {
		if k, ok := slotOf[strings.ToLower(x.names[i])]; ok {
			return k
		}
		if k, ok := slotOf[strings.ToLower(x.value.Items[i].Text)]; ok {
			return k
		}
		return len(slots)
	}
	for k := 0; k <= len(slots); k++ {
		label := table.Label{Key: "-", Label: l.Say("no-slot")}
		if k < len(slots) {
			label = table.Label{Key: itoa(k + 1), Label: slots[k].Label}
		}
		cells := make([]table.Cell, len(all))
		var names []string
		byName := map[string][]string{}
		some := false
		var lacks, unknown []string
		for j, x := range all {
			var which []string
			cell := table.Cell{Cases: []string{x.c.Key}}
			for i := range x.names {
				if in(x, i) != k {
					continue
				}
				which = append(which, x.value.Items[i].Text)
				cell.Items = append(cell.Items, x.value.Items[i].Text)
				cell.Evidence = append(cell.Evidence, withCase(reasonsOf(s, x.c, x.value.Items[i]), x.c)...)
				names = addOnce(names, x.names[i])
				byName[x.names[i]] = addOnce(byName[x.names[i]], x.place.label.Label)
				noteMerged(t, x.names[i], w.why[x.names[i]])
			}
			switch {
			case len(which) > 0:
				cells[j], some = cell, true
			case k == len(slots):
			default:
				cells[j] = x.notThere(a, o)
				if x.known() && x.whole {
					lacks = append(lacks, x.place.label.Label)
				} else {
					unknown = append(unknown, x.place.label.Label)
				}
			}
		}
		if k == len(slots) && !some {
			break
		}
		label.Note = sharing(names, byName, lacks, unknown, l)
		t.Rows = append(t.Rows, label)
		t.Cells = append(t.Cells, cells)
	}
	for _, x := range all {
		for i := 1; i < len(x.names); i++ {
			if a, b := in(x, i-1), in(x, i); a > b && b < len(slots) && a < len(slots) {
				t.Notes = append(t.Notes, l.Say("other-order", x.place.label.Label, x.value.Items[i-1].Text, x.value.Items[i].Text))
			}
		}
	}
	noteLists(t, all, o)
	noteOrder(t, r, o, places, measures)
	return t, nil
}
