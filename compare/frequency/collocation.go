package frequency

import "math"

// Colloc is how much two words seek each other.
type Colloc struct {
	Expected float64 // how often they would stand together by chance, n1 n2 / n
	PMI      float64 // log2(n12/Expected): high for rare pairs
	T        float64 // (n12 - Expected)/sqrt(n12): high for frequent pairs
	G2       float64 // Dunning's, of the fourfold table
	Chi2     float64 // Pearson's, without correction
	Dice     float64 // 2 n12/(n1+n2)
	LogDice  float64 // 14 + log2(Dice): does not depend on the size of the corpus
	Lambda   float64 // log odds ratio with 0.5 added to each cell
	Z        float64 // Lambda over its standard error
}

// Collocation returns the measures for two words that stand n1 and n2 times in a corpus of n places and n12 times together; false
// if they never stand together or the numbers contradict each other.
//
// Church & Hanks (1990), Computational Linguistics 16:22-29 (PMI); Church, Gale, Hanks & Hindle (1991) (t); Dunning (1993) (G2); Rychlý (2008), RASLAN
// 6-9 (logDice); Blaheta & Johnson (2001), ACL Workshop on Collocation 54-60 (lambda).
func Collocation(n12, n1, n2, n int) (Colloc, bool) {
	if n12 <= 0 || n12 > min(n1, n2) || n1+n2-n12 > n {
		return Colloc{}, false
	}
	t := Table22{n12, n1 - n12, n2 - n12, n - n1 - n2 + n12}
	o, e := float64(n12), float64(n1)*float64(n2)/float64(n)
	c := Colloc{Expected: e, PMI: math.Log2(o / e), T: (o - e) / math.Sqrt(o), Dice: 2 * o / float64(n1+n2)}
	c.LogDice = 14 + math.Log2(c.Dice)
	rows, columns, _ := t.margins()
	for _, cell := range []struct {
		o    int
		i, j int
	}{{t.A, 0, 0}, {t.B, 0, 1}, {t.C, 1, 0}, {t.D, 1, 1}} {
		if e := rows[cell.i] * columns[cell.j] / float64(n); e > 0 {
			c.G2 += 2 * term(float64(cell.o), e)
			c.Chi2 += (float64(cell.o) - e) * (float64(cell.o) - e) / e
		}
	}
	c.G2 = math.Max(0, c.G2)
	a, b, d, f := float64(t.A)+.5, float64(t.B)+.5, float64(t.C)+.5, float64(t.D)+.5
	c.Lambda = math.Log(a * f / (b * d))
	c.Z = c.Lambda / math.Sqrt(1/a+1/b+1/d+1/f)
	return c, true
}
