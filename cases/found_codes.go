package cases

import (
	"slices"

	"crosscase/coding"
	"crosscase/corpus"
)

// CodesAt returns the codes that people set on a passage, and those that are only proposed there
// and wait for a verdict, each in the order of the places.
func (s *Study) CodesAt(p corpus.Passage) (coded, proposed []string) {
	over := s.Codings.Over(p)
	for _, c := range over {
		if s.Counts(c) {
			coded = addOnce(coded, c.Code)
		}
	}
	for _, c := range over {
		if coding.Machine(c.Coder) && s.Undecided(c) && !slices.Contains(coded, c.Code) {
			proposed = addOnce(proposed, c.Code)
		}
	}
	return coded, proposed
}
