package cmd

import "testing"

// What coding suggest learns is measured on the example studies: each code is learned from half of its passages, those
// without it likewise halved, and looked for among the other half, over several seeds. Few codes have many
// passages: where h are held back, h/20 is the most that the first twenty can hold.
//
// go test ./cmd -run TestSuggestions -v prints the figures code by code.
func TestSuggestionsOnTheExampleStudies(t *testing.T) {
	for _, example := range []string{"municipalities", "libraries"} {
		s := demoStudy(t, example)
		sum := map[string]*[5]float64{}
		var order []string
		var all [6]float64
		for seed := range uint64(5) {
			held, err := s.HoldBack(seed)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range held {
				if sum[h.Code.Key] == nil {
					sum[h.Code.Key] = new([5]float64)
					order = append(order, h.Code.Key)
				}
				v := sum[h.Code.Key]
				v[0]++
				v[1] += h.AtTwenty
				v[2] += min(float64(h.Held), 20) / 20
				v[3] += h.AtHeld
				v[4] += float64(h.Held) / float64(h.Among)
				all[4] += float64(h.Proposed)
				all[5] += float64(h.Right)
			}
		}
		for _, key := range order {
			v := sum[key]
			t.Logf("%s %-36s precision at 20 %.3f (at most %.3f), at as many as there are %.3f (by chance %.3f)", example, key, v[1]/v[0], v[2]/v[0], v[3]/v[0], v[4]/v[0])
			for i := range 4 {
				all[i] += v[i]
			}
		}
		t.Logf("%s, %d codes, 5 seeds: precision at 20 %.3f of at most %.3f, at as many as there are %.3f; of those proposed %.3f are right (%.0f)", example, len(order),
			all[1]/all[0], all[2]/all[0], all[3]/all[0], all[5]/all[4], all[4])
		if least := leastSuggested[example]; all[1]/all[2] < least {
			t.Errorf("%s: of the first twenty that could be right %.2f are, fewer than %.2f", example, all[1]/all[2], least)
		}
	}
}

var leastSuggested = map[string]float64{"municipalities": 0.8, "libraries": 0.8}
