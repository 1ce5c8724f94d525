package frequency

import "math"

// Key is how differently often a word stands in two corpora.
type Key struct {
	G2Four   float64 // Dunning's G2 of the fourfold table: the word and all other words; quanteda's "lr" without its correction
	G2Two    float64 // Rayson & Garside's G2 of the two counts of the word alone; AntConc, Wmatrix
	Chi2     float64 // Pearson's chi-square of the fourfold table with Yates' correction; quanteda's "chi2"
	LogRatio Figure  // the effect: 1 is twice as often in the first corpus
	PFour    float64 // p of G2Four by chi-square with one degree of freedom
	PTwo     float64
}

// Keyness returns how the frequency of a word differs, a of the n1 words of the first corpus and b of the n2 of the second. The two G2 are
// different figures under one name: say which. Both carry the sign of the difference: above 0 the word is more frequent in
// the first corpus. G2 grows with the corpora, LogRatio does not.
//
//	four cells: 2 sum O ln(O/E) over a, b, n1-a, n2-b
//	two cells:  2 (a ln(a/E1) + b ln(b/E2)), E1 = n1 (a+b)/(n1+n2)
//
// Dunning (1993), Computational Linguistics 19:61-74; Rayson & Garside (2000), Proceedings of the Workshop on Comparing Corpora 1-6.
func Keyness(a, n1, b, n2 int) Key {
	k := Key{LogRatio: LogRatio(a, n1, b, n2), PFour: 1, PTwo: 1}
	if !k.LogRatio.Defined() {
		return k
	}
	share := float64(a+b) / float64(n1+n2)
	e1, e2 := float64(n1)*share, float64(n2)*share
	k.G2Two = 2 * (term(float64(a), e1) + term(float64(b), e2))
	k.G2Four = k.G2Two + 2*(term(float64(n1-a), float64(n1)-e1)+term(float64(n2-b), float64(n2)-e2))
	k.G2Two, k.G2Four = math.Max(0, k.G2Two), math.Max(0, k.G2Four)
	if t := ChiSquare([][]int{{a, b}, {n1 - a, n2 - b}}, true); t.Undefined == "" {
		k.Chi2 = t.Statistic
	}
	k.PFour, k.PTwo = chiSquareTail(k.G2Four, 1), chiSquareTail(k.G2Two, 1)
	if float64(a) < e1 {
		k.G2Four, k.G2Two, k.Chi2 = -k.G2Four, -k.G2Two, -k.Chi2
	}
	return k
}

// term returns o ln(o/e), 0 for o of 0.
func term(o, e float64) float64 {
	if o == 0 {
		return 0
	}
	return o * math.Log(o/e)
}
