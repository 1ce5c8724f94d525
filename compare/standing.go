package compare

import (
	"slices"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// standing is a standing and what tables show of it, each thing worked out when it is first asked for. It may be shared:
// neither it nor what it returns is to be changed.
type standing struct {
	cases.Standing
	pieces []table.Evidence
	each   [][]string  // what each passage says
	once   []string    // the same, each thing once
	quotes []string    // the passages with their citations
	state  *table.Cell // that prints the state
}

// evidence returns the passages as pieces of evidence.
func (st *standing) evidence() []table.Evidence {
	if st.pieces == nil {
		st.pieces = slices.Clip(evidenceOf(st.Evidence))
	}
	return st.pieces
}

// told returns what people coded as pieces of evidence: those that evidence returns, and those that stand aside.
func (st *standing) told() []table.Evidence {
	if len(st.Aside) == 0 {
		return st.evidence()
	}
	return slices.Concat(st.evidence(), asideOf(st.Aside))
}

// saidIn returns what each passage that told returns says.
func (st *standing) saidIn(l catalogue.Language) [][]string {
	if st.each == nil {
		all := st.All()
		st.each = make([][]string, len(all))
		for i := range all {
			st.each[i] = saidIn(&all[i], l)
		}
	}
	return st.each
}

// contents lists what is said, each thing once.
func (st *standing) contents(l catalogue.Language) []string {
	if st.once == nil {
		for _, said := range st.saidIn(l) {
			st.once = addOnce(st.once, said...)
		}
		st.once = slices.Clip(st.once)
	}
	return st.once
}

// quoted prints each passage with its citation.
func (st *standing) quoted(l catalogue.Language) []string {
	if st.quotes == nil {
		for _, e := range st.told() {
			st.quotes = append(st.quotes, l.Quote(e.Quote)+" ("+e.Cite+")"+marksOf(e, l))
		}
		st.quotes = slices.Clip(st.quotes)
	}
	return st.quotes
}

// stateCell returns the cell that prints the state.
func (st *standing) stateCell(l catalogue.Language) table.Cell {
	if st.state == nil {
		c := table.Cell{State: st.State, Proposed: evidenceOf(st.Proposed), Weak: st.Weak}
		if st.Set != nil {
			c.Derived, c.Why = st.Derived, st.Set.Because
		}
		if len(st.Sources) > 0 {
			c.Sources = make([]table.Source, len(st.Sources))
			for i, src := range st.Sources {
				c.Sources[i] = sourceOf(src, &st.Standing)
			}
		}
		if len(st.Evidence) > 0 || st.Silent() {
			c.SetEvidence(st.evidence())
		} else {
			c.Missing = missing(&st.Standing, l)
		}
		c.Aside = asideOf(st.Aside)
		c.Text = stateText(&st.Standing, &c, l)
		st.state = &c
	}
	return *st.state
}
