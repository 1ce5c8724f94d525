package agree

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// twinSets enumerates every pair of sets of the sizes that were seen.
func twinSets(us [][]int, values int) *big.Rat { // a set is a bit mask, -1 is missing
	count := func(m int) (n int) {
		for ; m > 0; m &= m - 1 {
			n++
		}
		return n
	}
	apart := func(c, k int) *big.Rat {
		if c == 0 && k == 0 {
			return rat(0)
		}
		return sub(rat(1), big.NewRat(int64(2*count(c&k)), int64(count(c)+count(k))))
	}
	observed, total := rat(0), 0
	n, sizes := make([]int, values), make([]int, values+1)
	for _, u := range us {
		g := given(u)
		if len(g) < 2 {
			continue
		}
		total += len(g)
		for a := range g {
			sizes[count(g[a])]++
			for v := range values {
				n[v] += g[a] >> v & 1
			}
			for b := range g {
				if a != b {
					add(observed, quo(apart(g[a], g[b]), rat(len(g)-1)))
				}
			}
		}
	}
	if total == 0 {
		return nil
	}
	expected := rat(0)
	for a := range sizes {
		for b := range sizes {
			weights, weighted := rat(0), rat(0)
			for c := range 1 << values {
				for k := range 1 << values {
					if count(c) != a || count(k) != b {
						continue
					}
					w := rat(1)
					for v := range values {
						switch c>>v&1 + k>>v&1 {
						case 1:
							w = mul(w, rat(n[v]))
						case 2:
							w = mul(w, rat(n[v]*(n[v]-1)))
						}
					}
					add(weights, w)
					add(weighted, mul(w, apart(c, k)))
				}
			}
			if e := quo(weighted, weights); e != nil {
				add(expected, mul(e, big.NewRat(int64(sizes[a]*sizes[b]), int64(total*total))))
			}
		}
	}
	d := quo(quo(observed, rat(total)), expected)
	if d == nil {
		return nil
	}
	return sub(rat(1), d)
}

func TestMultiValuedAlphaEqualsItsExactTwin(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 9))
	for range 300 {
		values, coders := 2+random.IntN(3), 2+random.IntN(2)
		var us [][]int
		var patterns []SetPattern
		for range 1 + random.IntN(8) {
			var u []int
			p := SetPattern{Units: 1}
			for range coders {
				mask := random.IntN(1<<values+1) - 1
				var set []int
				if mask >= 0 {
					set = []int{}
				}
				for v := range values {
					if mask >= 0 && mask>>v&1 == 1 {
						set = append(set, v)
					}
				}
				u, p.Sets = append(u, mask), append(p.Sets, set)
			}
			us, patterns = append(us, u), append(patterns, p)
		}
		s, err := NewSets(coders, values, patterns)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "multi-valued alpha", MultiValuedAlpha(s), twinSets(us, values))
	}
}

func TestSetsOfOneValueGiveNominalAlpha(t *testing.T) {
	random := rand.New(rand.NewPCG(10, 10))
	for range 300 {
		us := randomUnits(random, 3, 4, 10, 0.2)
		var patterns []SetPattern
		for _, u := range us {
			p := SetPattern{Units: 1}
			for _, v := range u {
				if v < 0 {
					p.Sets = append(p.Sets, nil)
				} else {
					p.Sets = append(p.Sets, []int{v})
				}
			}
			patterns = append(patterns, p)
		}
		s, err := NewSets(3, 4, patterns)
		if err != nil {
			t.Fatal(err)
		}
		same(t, "alpha of sets of one", MultiValuedAlpha(s), twinAlpha(us, Nominal, 4))
	}
}
