package agree

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// twinContinuum lays the units out character by character and sums over pairs of characters' coders, in exact fractions.
type twinContinuum struct {
	length int
	units  [][]Unit
	at     [][]int // value of each character by coder, 0 is a gap
	values int
}

func layOut(length int, byCoder [][]Unit, values int) *twinContinuum {
	c := &twinContinuum{length: length, units: byCoder, values: values}
	for _, us := range byCoder {
		line := make([]int, length)
		for _, u := range us {
			for x := u.Start; x < u.End; x++ {
				line[x] = u.Value
			}
		}
		c.at = append(c.at, line)
	}
	return c
}

// met returns l_ck times m-1; with valued, of c and k that are no gaps alone.
func (c *twinContinuum) met() [][]int {
	out := make([][]int, c.values+1)
	for v := range out {
		out[v] = make([]int, c.values+1)
	}
	for i := range c.at {
		for j := range c.at {
			for x := range c.length {
				if i != j {
					out[c.at[i][x]][c.at[j][x]]++
				}
			}
		}
	}
	return out
}

func (c *twinContinuum) u() *big.Rat {
	m := len(c.at)
	total := rat(m * c.length)
	spread := mul(total, total)
	rows := make([]*big.Rat, c.values+1)
	apart := rat(0)
	for v, row := range c.met() {
		rows[v] = rat(0)
		for k, n := range row {
			add(rows[v], big.NewRat(int64(n), int64(m-1)))
			if k != v {
				add(apart, big.NewRat(int64(n), int64(m-1)))
			}
		}
	}
	for i := range c.units {
		gaps := c.length
		for _, u := range c.units[i] {
			spread = sub(spread, rat((u.End-u.Start)*(u.End-u.Start)))
			gaps -= u.End - u.Start
		}
		spread = sub(spread, rat(gaps))
	}
	expected := rat(0)
	for v := range rows {
		for k := range rows {
			if v != k {
				add(expected, mul(rows[v], rows[k]))
			}
		}
	}
	e := quo(mul(total, expected), spread)
	if e == nil {
		return nil
	}
	if d := quo(apart, e); d != nil {
		return sub(rat(1), d)
	}
	return nil
}

// cu returns cu-alpha, and (k)u-alpha of every value.
func (c *twinContinuum) cu() (all *big.Rat, of []*big.Rat) {
	m := len(c.at)
	met := c.met()
	rows, total, apart := make([]*big.Rat, c.values+1), rat(0), rat(0)
	for v := 1; v <= c.values; v++ {
		rows[v] = rat(0)
		for k := 1; k <= c.values; k++ {
			n := big.NewRat(int64(met[v][k]), int64(m-1))
			add(rows[v], n)
			if k != v {
				add(apart, n)
			}
		}
		add(total, rows[v])
	}
	of = make([]*big.Rat, c.values+1)
	if total.Sign() == 0 {
		return nil, of
	}
	squares, all2 := make([]*big.Rat, c.values+1), rat(0)
	for v := range squares {
		squares[v] = rat(0)
	}
	for i := range c.units {
		for _, u := range c.units[i] {
			for j := range c.at {
				common := 0
				for x := u.Start; x < u.End; x++ {
					if i != j && c.at[j][x] > 0 {
						common++
					}
				}
				s := big.NewRat(int64(common*common), int64(m-1))
				add(squares[u.Value], s)
				add(all2, s)
			}
		}
	}
	spread := sub(total, quo(all2, total))
	if spread.Sign() == 0 {
		return nil, of
	}
	e := func(v, k int) *big.Rat {
		x := mul(rows[v], rows[k])
		if v == k {
			x = sub(x, squares[v])
		}
		return quo(x, spread)
	}
	expected := rat(0)
	for v := 1; v <= c.values; v++ {
		row, others := rat(0), rat(0)
		for k := 1; k <= c.values; k++ {
			add(row, e(v, k))
			if k != v {
				add(others, e(v, k))
				add(expected, e(v, k))
			}
		}
		if rows[v].Sign() > 0 {
			if d := quo(mul(quo(row, rows[v]), sub(rows[v], big.NewRat(int64(met[v][v]), int64(m-1)))), others); d != nil {
				of[v] = sub(rat(1), d)
			}
		}
	}
	if d := quo(apart, expected); d != nil {
		all = sub(rat(1), d)
	}
	return all, of
}

func TestContinuumEqualsItsExactTwin(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 11))
	for range 400 {
		length, values := 20+random.IntN(60), 1+random.IntN(3)
		byCoder := make([][]Unit, 2+random.IntN(3))
		for i := range byCoder {
			for at := random.IntN(20); at < length-1; at += random.IntN(15) {
				end := min(length, at+1+random.IntN(12))
				byCoder[i] = append(byCoder[i], Unit{1 + random.IntN(values), at, end})
				at = end
			}
		}
		c, err := NewContinuum(length, byCoder)
		if err != nil {
			t.Fatal(err)
		}
		twin := layOut(length, byCoder, values)
		same(t, "u-alpha", c.Alpha().Coefficient, twin.u())
		cu, of := twin.cu()
		same(t, "cu-alpha", c.Coding().Coefficient, cu)
		for v := 1; v <= values; v++ {
			same(t, "(k)u-alpha", c.Value(v).Coefficient, of[v])
		}
		binary := make([][]Unit, len(byCoder)) // every value is 1, units stay apart
		for i := range byCoder {
			for _, u := range byCoder[i] {
				binary[i] = append(binary[i], Unit{1, u.Start, u.End})
			}
		}
		same(t, "|u-alpha", c.Binary().Coefficient, layOut(length, binary, 1).u())
	}
}

func TestContinuumAtItsEdges(t *testing.T) {
	one := func(start, end int) []Unit { return []Unit{{1, start, end}} }
	for _, c := range []struct {
		name      string
		units     [][]Unit
		u, cu     Reason
		wanted    float64 // u-alpha where it is defined
		isDefined bool
	}{
		{"nobody marked anything", [][]Unit{nil, nil}, NobodyMarked, NeverMet, 0, false},
		{"one unit over all by all", [][]Unit{one(0, 60), one(0, 60)}, NoVariation, NoVariation, 0, false},
		{"a coder without any unit counts as all gap", [][]Unit{one(10, 20), one(10, 20), nil}, "", NoVariation, math.NaN(), true},
		{"units never meet", [][]Unit{one(0, 10), one(30, 40)}, "", NeverMet, -1, true},
	} {
		k, err := NewContinuum(60, c.units)
		if err != nil {
			t.Fatal(err)
		}
		u, cu := k.Alpha(), k.Coding()
		if u.Undefined != c.u || cu.Undefined != c.cu {
			t.Errorf("%s: u is undefined %q, cu %q", c.name, u.Undefined, cu.Undefined)
		}
		if c.isDefined && !(u.Value < 1) || c.wanted < 0 && !(u.Value < 0) {
			t.Errorf("%s: u is %v", c.name, u.Value)
		}
		if k.coders != len(c.units) {
			t.Errorf("%s: %d coders", c.name, k.coders)
		}
	}
	for _, wrong := range [][][]Unit{{one(0, 5)}, {one(0, 61), nil}, {one(5, 5), nil}, {{{0, 0, 5}}, nil}, {{{1, 0, 5}, {2, 4, 9}}, nil}} {
		if _, err := NewContinuum(60, wrong); err == nil {
			t.Errorf("%v is taken for a continuum", wrong)
		}
	}
}
