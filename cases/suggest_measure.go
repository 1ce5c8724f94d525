package cases

import (
	"math/rand/v2"

	"crosscase/coding"
)

// Hold is how well a code was found again that had been learned from half of its passages.
type Hold struct {
	Code     *coding.Code
	Held     int     // passages with the code among those held back
	Among    int     // all that were held back
	AtTwenty float64 // share of the first 20 that have the code
	AtHeld   float64 // share of the first Held that have the code
	Proposed int     // of those held back, what would be proposed
	Right    int     // of these, what has the code
}

// HoldBack learns each code from a half of its passages, chosen by the seed, and looks for the other
// half among all the passages that were held back with them. Codes that abstain are left out.
func (s *Study) HoldBack(seed uint64) ([]Hold, error) {
	x, err := s.newSuggester()
	if err != nil {
		return nil, err
	}
	random := rand.New(rand.NewPCG(seed, 1))
	var out []Hold
	for _, code := range s.Codebook.All() {
		kind, taught, _ := x.lessons(code)
		random.Shuffle(len(taught), func(i, j int) { taught[i], taught[j] = taught[j], taught[i] })
		var half [2][]known
		n := map[bool]int{}
		for _, k := range taught {
			half[n[k.is]%2] = append(half[n[k.is]%2], k)
			n[k.is]++
		}
		l := x.learn(code, kind, half[0])
		if l == nil {
			continue
		}
		h := Hold{Code: code, Held: n[true] / 2, Among: len(half[1])}
		for i, r := range x.rank(l, kind, half[1]) {
			is := 0.0
			if r.is {
				is = 1
			}
			if i < 20 {
				h.AtTwenty += is / 20
			}
			if i < h.Held {
				h.AtHeld += is / float64(h.Held)
			}
			if l.Enough(r.score) && i < 20 {
				h.Proposed++
				h.Right += int(is)
			}
		}
		out = append(out, h)
	}
	return out, nil
}
