package compare

import (
	"cmp"
	"sort"
	"strings"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
)

// slotsOf makes a slot of each name of some chains, in the order of their mean places, from 0 at the
// beginning of a chain to 1 at its end.
func slotsOf(all []listed) []cases.NameRecord {
	type place struct {
		name  string
		sum   float64
		times int
	}
	var list []place
	at := map[string]int{}
	for _, x := range all {
		for i, name := range x.names {
			k, ok := at[name]
			if !ok {
				k = len(list)
				at[name] = k
				list = append(list, place{name: name})
			}
			list[k].sum += float64(i) / float64(max(1, len(x.names)-1))
			list[k].times++
		}
	}
	sort.SliceStable(list, func(i, j int) bool {
		a, b := list[i], list[j]
		return cmp.Or(cmp.Compare(a.sum/float64(a.times), b.sum/float64(b.times)), cmp.Compare(a.name, b.name)) < 0
	})
	out := make([]cases.NameRecord, len(list))
	for i, p := range list {
		out[i] = cases.NameRecord{Label: p.name}
	}
	return out
}

// sharing says which cases share a name in a slot, which have one of their own, and which have none.
func sharing(names []string, byName map[string][]string, lacks, unknown []string, l catalogue.Language) string {
	var parts []string
	for _, own := range []bool{false, true} {
		for _, name := range names {
			in := byName[name]
			if (len(in) == 1) != own {
				continue
			}
			if own {
				parts = append(parts, l.Say("specific", in[0], l.Quote(name)))
			} else {
				parts = append(parts, l.Say("shared-by", strings.Join(in, ", "), l.Quote(name)))
			}
		}
	}
	if len(lacks) > 0 {
		parts = append(parts, l.Say("slot-empty", strings.Join(lacks, ", ")))
	}
	if len(unknown) > 0 {
		parts = append(parts, l.Say("not-known", strings.Join(unknown, ", ")))
	}
	return strings.Join(parts, "; ")
}
