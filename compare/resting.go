package compare

import (
	"fmt"

	"crosscase/cases"
	"crosscase/compare/table"
)

// Resting lists what in the study rests on evidence: findings, expectations, summaries, values that cite passages, states that a
// person set and declined proposals, each with when it was confirmed and what changed since.
func Resting(s *cases.Study, staleOnly bool, o Options) *table.Table {
	t := listing("resting", "name", o, "words", "confirmed", "since then")
	for _, r := range s.Resting() {
		change, was, ok := s.Changed(r)
		confirmed, since := o.Language.Say("never"), ""
		if ok {
			since = change.Say(o.Language)
			if was.On != "" {
				confirmed = was.On
			}
			if was.By != "" {
				confirmed += " " + was.By
			}
		}
		if staleOnly && !(ok && change.Stale()) {
			continue
		}
		addRow(t, r.Name, r.Name, fmt.Sprintf("%s:%d", r.File, r.Line), beginning(r.Text, 60), confirmed, since)
	}
	return t
}
