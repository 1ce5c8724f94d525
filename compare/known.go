package compare

import (
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// known gathers, over the cases of a row, in which something is without more ado, in which only with a limit, in which
// passages speak both ways, and of which nothing can be said: open ones, and those that were not asked or whose sources
// are not there. All of which something is known are in known. Of those that have it, it also gathers which only plan it.
type known struct {
	in, partly, mixed, known, open, unasked, planned []string
	states                                           []string // of those that have it, in their order
}

// knownOf returns one with room for so many cases.
func knownOf(n int) known {
	return known{in: make([]string, 0, n), known: make([]string, 0, n)}
}

func (k *known) add(label string, st *cases.Standing) { k.put(label, st, st.Has()) }

// put adds a case that, if it is known, has it or not.
func (k *known) put(label string, st *cases.Standing, has bool) {
	switch {
	case st.State == cases.StateOpen:
		k.open = append(k.open, label)
	case !st.Known():
		k.unasked = append(k.unasked, label)
	default:
		k.known = append(k.known, label)
		if has {
			k.states = append(k.states, st.State)
			switch st.State {
			case cases.StatePartial:
				k.partly = append(k.partly, label)
			case cases.StateMixed:
				k.mixed = append(k.mixed, label)
			default:
				k.in = append(k.in, label)
			}
			if st.OnlyPlanned() {
				k.planned = append(k.planned, label)
			}
		}
	}
}

// note says "2 of 5 known: Town A, Town B; partly in Town C; mixed in Town D; open: Town E". Who is partial or mixed is in no
// figure, so that nobody takes it for one that has it throughout.
func (k known) note(l catalogue.Language) string {
	note := l.Say("no-known")
	if len(k.known) > 0 {
		note = l.Say("known", len(k.in), len(k.known))
		if len(k.in) > 0 {
			note += ": " + strings.Join(k.in, ", ")
		}
	}
	return note + k.rest(l)
}

// having says of those that have it in any way "2 of 3 known: Town A, Town B (mixed); open: Town D".
func (k known) having(l catalogue.Language) string {
	if len(k.known) == 0 {
		return l.Say("no-known") + k.beside(l)
	}
	note := l.Say("known", len(k.states), len(k.known))
	in, partly, mixed := k.in, k.partly, k.mixed
	for i, state := range k.states {
		from, mark := &in, ""
		switch state {
		case cases.StatePartial:
			from, mark = &partly, " ("+l.Say(state)+")"
		case cases.StateMixed:
			from, mark = &mixed, " ("+l.Say(state)+")"
		}
		sep := ", "
		if i == 0 {
			sep = ": "
		}
		note += sep + (*from)[0] + mark
		*from = (*from)[1:]
	}
	return note + k.beside(l)
}

// rest names the cases that have it partly, in which it is mixed, and what beside names.
func (k known) rest(l catalogue.Language) string {
	var s string
	if len(k.partly) > 0 {
		s += "; " + l.Say("partly-in", strings.Join(k.partly, ", "))
	}
	if len(k.mixed) > 0 {
		s += "; " + l.Say("mixed-in", strings.Join(k.mixed, ", "))
	}
	return s + k.beside(l)
}

// beside names the cases that only plan it and those of which nothing can be said.
func (k known) beside(l catalogue.Language) string {
	var s string
	if len(k.planned) > 0 {
		s = "; " + l.Say("planned-in", strings.Join(k.planned, ", "))
	}
	return s + k.unknown(l)
}

// unknown names the cases of which nothing can be said.
func (k known) unknown(l catalogue.Language) string {
	var s string
	if len(k.open) > 0 {
		s += "; " + l.Say("open-cases", strings.Join(k.open, ", "))
	}
	if len(k.unasked) > 0 {
		s += "; " + l.Say("not-known", strings.Join(k.unasked, ", "))
	}
	return s
}

// grounds returns what a statement on a case rests on: its passages or, where there are none, what
// became of each source.
func grounds(c *cases.Case, st *standing, o Options) []table.Evidence {
	l := o.Language
	if len(st.Evidence) > 0 {
		return st.evidence()
	}
	var out []table.Evidence
	if st.Set != nil {
		return []table.Evidence{{Case: c.Key, Source: at(c.File, st.Set.Line) + ": " + st.Set.Because}}
	}
	for _, src := range st.Sources {
		if src.Counts {
			name := src.Document
			if name == "" {
				name = src.Kind
			}
			out = append(out, table.Evidence{Case: c.Key, Source: name + ": " + sourceOf(src, &st.Standing).Became(l)})
		}
	}
	if len(out) == 0 {
		out = append(out, table.Evidence{Case: c.Key, Source: at(c.File, c.Line) + ": " + l.Say("no-sources")})
	}
	return out
}
