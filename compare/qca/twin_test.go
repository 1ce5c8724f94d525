package qca

import (
	"context"
	"fmt"
	"math/rand"
	"slices"
	"sort"
	"strings"
	"testing"
)

// The twin is the definition written out: every cube of the space, tried; a prime implicant is one that
// covers a positive row and nothing forbidden and is in no larger such one; a smallest cover is
// found by trying all sets of primes, the smaller before the larger. It shares nothing with the package but
// the names.

type twin struct {
	levels []int
	cubes  [][]int
	points [][]int
}

func newTwin(levels []int) *twin {
	w := &twin{levels: levels, cubes: [][]int{{}}, points: [][]int{{}}}
	for _, n := range levels {
		var cubes, points [][]int
		for _, c := range w.cubes {
			for v := -1; v < n; v++ {
				cubes = append(cubes, append(slices.Clone(c), v))
			}
		}
		for _, p := range w.points {
			for v := range n {
				points = append(points, append(slices.Clone(p), v))
			}
		}
		w.cubes, w.points = cubes, points
	}
	return w
}

func twinHas(cube, point []int) bool {
	for j, v := range cube {
		if v >= 0 && v != point[j] {
			return false
		}
	}
	return true
}

// primes: side tells of each point '1', '0' or '-', which may be covered and need not be.
func (w *twin) primes(side map[string]byte) [][]int {
	var implicants [][]int
	for _, c := range w.cubes {
		ok, hit := true, false
		for _, p := range w.points {
			if twinHas(c, p) {
				ok = ok && side[fmt.Sprint(p)] != '0'
				hit = hit || side[fmt.Sprint(p)] == '1'
			}
		}
		if ok && hit {
			implicants = append(implicants, c)
		}
	}
	var out [][]int
	for _, c := range implicants {
		larger := false
		for _, o := range implicants {
			inside := !slices.Equal(c, o)
			for j := range o {
				inside = inside && (o[j] < 0 || o[j] == c[j])
			}
			larger = larger || inside
		}
		if !larger {
			out = append(out, c)
		}
	}
	return out
}

// covers returns all sets of primes that cover every positive point: those of the smallest size, and
// the irredundant ones that are larger.
func (w *twin) covers(side map[string]byte, primes [][]int) (smallest, larger []string) {
	var on [][]int
	for _, p := range w.points {
		if side[fmt.Sprint(p)] == '1' {
			on = append(on, p)
		}
	}
	covers := func(set []int, without int) bool {
		for _, p := range on {
			hit := false
			for i, c := range set {
				hit = hit || i != without && twinHas(primes[c], p)
			}
			if !hit {
				return false
			}
		}
		return true
	}
	for size := 1; size <= len(on); size++ {
		var set []int
		var try func(from int)
		try = func(from int) {
			if len(set) == size {
				if !covers(set, -1) {
					return
				}
				for i := range set {
					if covers(set, i) {
						return
					}
				}
				text := twinWrite(set, primes)
				if len(smallest) == 0 || strings.Count(smallest[0], "+") == size-1 {
					smallest = append(smallest, text)
				} else {
					larger = append(larger, text)
				}
				return
			}
			for i := from; i < len(primes); i++ {
				set = append(set, i)
				try(i + 1)
				set = set[:len(set)-1]
			}
		}
		try(0)
	}
	sort.Strings(smallest)
	sort.Strings(larger)
	return smallest, larger
}

func twinWrite(set []int, primes [][]int) string {
	parts := make([]string, len(set))
	for i, c := range set {
		parts[i] = fmt.Sprint(primes[c])
	}
	sort.Strings(parts)
	return strings.Join(parts, "+")
}

func written(models []Model) []string {
	out := make([]string, len(models))
	for i, m := range models {
		parts := make([]string, len(m))
		for j, t := range m {
			parts[j] = fmt.Sprint([]int(t))
		}
		sort.Strings(parts)
		out[i] = strings.Join(parts, "+")
	}
	sort.Strings(out)
	return out
}

// randomTable returns a table with random rows, each seen with a chance, and its sides.
func randomTable(r *rand.Rand, levels []int) (conditions []Condition, on, off [][]int, w *twin) {
	w = newTwin(levels)
	for j, n := range levels {
		conditions = append(conditions, Condition{string(rune('A' + j)), n})
	}
	seen, positive := r.Float64(), r.Float64()
	for _, p := range w.points {
		if r.Float64() < seen {
			if r.Float64() < positive {
				on = append(on, p)
			} else {
				off = append(off, p)
			}
		}
	}
	return conditions, on, off, w
}

func sidesOf(w *twin, on, off [][]int, rest byte) map[string]byte {
	side := map[string]byte{}
	for _, p := range w.points {
		side[fmt.Sprint(p)] = rest
	}
	for _, p := range off {
		side[fmt.Sprint(p)] = '0'
	}
	for _, p := range on {
		side[fmt.Sprint(p)] = '1'
	}
	return side
}

// shapes of spaces, crisp and multi-value.
var shapes = [][]int{{2}, {2, 2}, {2, 2, 2}, {2, 2, 2, 2}, {2, 2, 2, 2}, {3}, {3, 2}, {2, 3, 2}, {3, 3}, {4, 2, 2}, {3, 2, 3}, {2, 5}}

func TestEverySolutionAgreesWithTheTwin(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	tables, several, most := 3000, 0, 0
	if testing.Short() {
		tables = 300
	}
	for n := range tables {
		levels := shapes[n%len(shapes)]
		conditions, on, off, w := randomTable(r, levels)
		if len(on) > 9 && !everyThird(n) {
			on = on[:9] // what the twin can try in good time
		}
		for _, rest := range []byte{'0', '-'} {
			side := sidesOf(w, on, off, rest)
			wantPrimes := w.primes(side)
			if len(wantPrimes) > 14 || len(on) > 9 {
				wantPrimes = nil
			}
			s := space{off: off}
			if rest == '0' {
				s = space{allowed: on, only: true}
			}
			got, err := minimum(context.Background(), conditions, on, s, true)
			if err != nil || got.Stopped != nil {
				t.Fatalf("table %d: %v, stopped by %v", n, err, got.Stopped)
			}
			if primes, all := written([]Model{got.Primes}), w.primes(side); len(on) > 0 && primes[0] != twinWrite(upTo(len(all)), all) {
				t.Fatalf("table %d, %v, rest %c: on %v, off %v: primes %s, twin %v", n, levels, rest, on, off, primes, all)
			}
			if wantPrimes == nil {
				continue
			}
			smallest, larger := w.covers(side, wantPrimes)
			a, b := written(got.Models[:got.smallest()]), written(got.Models[got.smallest():])
			if !slices.Equal(a, smallest) || !slices.Equal(b, larger) || got.Count != float64(len(a)) || got.Larger != float64(len(b)) {
				t.Fatalf("table %d, %v, rest %c: on %v, off %v: models %s and %s, twin %s and %s", n, levels, rest, on, off, a, b, smallest, larger)
			}
			if len(smallest) > 1 {
				several++
			}
			most = max(most, len(smallest)+len(larger))
		}
	}
	t.Logf("%d tables with several smallest models; at most %d models", several, most)
	if several < tables/100 {
		t.Errorf("only %d tables with several smallest models; the test is too easy", several)
	}
}

func everyThird(n int) bool { return n%3 == 0 }

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// TestIntermediateAgreesWithTheTwin works the rule of the intermediate solution out by definition.
func TestIntermediateAgreesWithTheTwin(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	tables, longer := 1500, 0
	if testing.Short() {
		tables = 150
	}
	for n := range tables {
		levels := shapes[n%len(shapes)]
		conditions, on, off, w := randomTable(r, levels)
		on, off = on[:min(len(on), 7)], append(off, on[min(len(on), 7):]...)
		d := &Data{Conditions: conditions, Outcome: "Y"}
		for i, rows := range [][][]int{off, on} {
			for _, row := range rows {
				x := make([]float64, len(row))
				for j, v := range row {
					x[j] = float64(v)
				}
				d.Cases, d.X, d.Y = append(d.Cases, fmt.Sprint(len(d.Cases))), append(d.X, x), append(d.Y, float64(i))
			}
		}
		expect := make([][]int, len(levels))
		for j, l := range levels {
			if r.Intn(3) > 0 {
				for v := range l {
					if r.Intn(2) == 0 && len(expect[j]) < l-1 {
						expect[j] = append(expect[j], v)
					}
				}
			}
		}
		got, err := Minimize(context.Background(), NewTruthTable(d, Cuts{Incl: 1}), Intermediate, Options{Expect: expect})
		if err != nil || got.Stopped != nil {
			t.Fatal(err, got.Stopped)
		}
		complexSide, simpleSide := sidesOf(w, on, off, '0'), sidesOf(w, on, off, '-')
		complexPrimes, simplePrimes := w.primes(complexSide), w.primes(simpleSide)
		if len(complexPrimes) > 12 || len(simplePrimes) > 12 {
			continue
		}
		want := map[string]bool{}
		complexModels, _ := w.covers(complexSide, complexPrimes)
		simpleModels, _ := w.covers(simpleSide, simplePrimes)
		for _, cm := range complexModels {
			for _, sm := range simpleModels {
				side := sidesOf(w, on, off, '0')
				for _, c := range twinRead(cm) {
					for _, p := range twinRead(sm) {
						part := true
						for j := range p {
							part = part && (p[j] < 0 || p[j] == c[j])
						}
						if !part {
							continue
						}
						term := slices.Clone(c)
						for j := range term {
							if p[j] < 0 && len(expect[j]) > 0 && !slices.Contains(expect[j], c[j]) {
								term[j] = -1
							}
						}
						for _, point := range w.points {
							if key := fmt.Sprint(point); twinHas(term, point) && simpleSide[key] == '-' {
								side[key] = '-'
							}
						}
					}
				}
				primes := w.primes(side)
				models, _ := w.covers(side, primes)
				for _, m := range models {
					want[m] = true
				}
				if len(models) > 0 && models[0] != complexModels[0] && models[0] != simpleModels[0] {
					longer++
				}
			}
		}
		var list []string
		for m := range want {
			list = append(list, m)
		}
		sort.Strings(list)
		if have := written(got.Models); !slices.Equal(have, list) {
			t.Fatalf("table %d, %v, expect %v: on %v, off %v: %s, twin %s", n, levels, expect, on, off, have, list)
		}
	}
	t.Logf("%d truly between", longer)
	if longer < tables/30 {
		t.Errorf("only %d solutions were neither conservative nor parsimonious", longer)
	}
}

func twinRead(model string) [][]int {
	var out [][]int
	for _, term := range strings.Split(model, "+") {
		var t []int
		for _, f := range strings.Fields(strings.Trim(term, "[]")) {
			v := 0
			fmt.Sscan(f, &v)
			t = append(t, v)
		}
		out = append(out, t)
	}
	return out
}

// TestSupersetsAgreeWithTheTwin tries every expression by definition.
func TestSupersetsAgreeWithTheTwin(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	found := 0
	for n := range 300 {
		levels := shapes[n%len(shapes)]
		w := newTwin(levels)
		d := &Data{}
		for j, l := range levels {
			d.Conditions = append(d.Conditions, Condition{string(rune('A' + j)), l})
		}
		for range 3 + r.Intn(8) {
			x := make([]float64, len(levels))
			for j, l := range levels {
				x[j] = float64(r.Intn(l))
				if l == 2 && n%2 == 0 {
					x[j] = float64(r.Intn(11)) / 10
				}
			}
			d.X, d.Y = append(d.X, x), append(d.Y, float64(r.Intn(11))/10)
		}
		cuts := NecessityCuts{Incl: .7 + .3*r.Float64(), Cov: r.Float64() * .8}
		if n%3 == 0 {
			cuts.RoN = r.Float64() * .8
		}
		passes := func(cube []int, or bool) bool {
			var both, sx, sy, out, not float64
			for i, row := range d.X {
				x := 1.0
				if or {
					x = 0
				}
				for j, v := range cube {
					if v < 0 {
						continue
					}
					m := row[j]
					if levels[j] > 2 {
						m = 0
						if int(row[j]) == v {
							m = 1
						}
					} else if v == 0 {
						m = 1 - m
					}
					if or {
						x = max(x, m)
					} else {
						x = min(x, m)
					}
				}
				y := d.Y[i]
				both, sx, sy, out, not = both+min(x, y), sx+x, sy+y, out+1-x, not+1-min(x, y)
			}
			return sy > 0 && sx > 0 && both/sy >= cuts.Incl && both/sx >= cuts.Cov && (cuts.RoN == 0 || not > 0 && out/not >= cuts.RoN)
		}
		var want []string
		for _, c := range w.cubes {
			size := 0
			for _, v := range c {
				if v >= 0 {
					size++
				}
			}
			if size > 0 && passes(c, false) {
				want = append(want, fmt.Sprint(c, false))
			}
			if size < 2 || !passes(c, true) {
				continue
			}
			part := false
			for _, o := range w.cubes {
				inside, some := !slices.Equal(o, c), false
				for j, v := range o {
					inside = inside && (v < 0 || v == c[j])
					some = some || v >= 0
				}
				part = part || inside && some && passes(o, true)
			}
			if !part {
				want = append(want, fmt.Sprint(c, true))
			}
		}
		list, stopped, err := Supersets(context.Background(), d, cuts)
		if err != nil || stopped != nil {
			t.Fatal(err, stopped)
		}
		var got []string
		for _, s := range list {
			got = append(got, fmt.Sprint([]int(s.Term), s.Or))
		}
		sort.Strings(got)
		sort.Strings(want)
		if !slices.Equal(got, want) {
			t.Fatalf("data %d, %v, %+v: %v, twin %v", n, d, cuts, got, want)
		}
		found += len(want)
	}
	if found < 300 {
		t.Errorf("only %d expressions passed in all", found)
	}
}
