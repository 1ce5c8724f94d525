package coding

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"crosscase/corpus"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/words"
)

var (
	fit = flag.Bool("fit", false, "fit the weights of the guide matcher anew")
	all = flag.Bool("all", false, "try every marked interview, not only four")
)

// marked is an interview of testdata/guidematch with its truth.
type marked struct {
	name      string
	m         *matcher
	asks      []map[int]bool // by interviewer turn: the questions it asks
	staysWith []map[int]bool // those it only stays with
}

func readMarked(t *testing.T, withCodebook bool) []marked {
	t.Helper()
	folders, err := filepath.Glob("../testdata/guidematch/*/truth.tsv")
	if err != nil || len(folders) < 10 {
		t.Fatalf("the marked interviews are not where they should be: %v", err)
	}
	var out []marked
	for _, f := range folders {
		out = append(out, readOneMarked(t, filepath.Dir(f), withCodebook))
	}
	return out
}

func readOneMarked(t *testing.T, folder string, withCodebook bool) marked {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	name := filepath.Base(folder)
	r, err := convert.Convert(context.Background(), "interview.txt", read("interview.txt"), convert.Options{Speakers: true})
	if err != nil {
		t.Fatal(err)
	}
	g, _ := ParseGuide(string(read("guide.md")))
	text := corpus.NewText(r.Text)
	d := Text{Document: &corpus.Document{Key: "interview.txt", Kind: corpus.KindInterview, Language: name[strings.LastIndexByte(name, '-')+1:], Speakers: r.Speakers},
		Text: text, Structure: corpus.Parse(text, r.Speakers)}
	book := NewCodebook(nil)
	if withCodebook {
		var problems plainfile.Problems
		book = ReadCodebook(read("codebook.yaml"), &problems)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		for _, c := range book.All() { // they number the questions through
			for i := range c.Questions {
				c.Questions[i] = g.Keys()[number(c.Questions[i])]
			}
		}
	}
	a := words.NewAnalyser(d.Language)
	var units [][]term
	for _, u := range d.Structure.Units(text, corpus.TurnUnit) {
		units = append(units, contentTerms(text.Slice(u.Span), a))
	}
	out := marked{name: name, m: newMatcher(&g, book, d, a, collect(units, planTerms(&g, book, a)))}
	for _, line := range strings.Split(strings.TrimSpace(string(read("truth.tsv"))), "\n") {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		asks, stays := map[int]bool{}, map[int]bool{}
		for _, k := range strings.Split(strings.Split(line, "\t")[1], ",") {
			switch k = strings.TrimSpace(k); {
			case k == "-" || k == "":
			case strings.HasPrefix(k, "("):
				stays[number(strings.Trim(k, "()"))] = true
			default:
				asks[number(k)] = true
			}
		}
		out.asks, out.staysWith = append(out.asks, asks), append(out.staysWith, stays)
	}
	if len(out.asks) != len(out.m.turns) {
		t.Fatalf("%s: %d interviewer turns, %d marked", name, len(out.m.turns), len(out.asks))
	}
	return out
}

// number returns the place of "q3" among the questions, from 0.
func number(key string) int {
	n := 0
	fmt.Sscanf(key, "q%d", &n)
	return n - 1
}

// choice is one turn for the fit: the features of each question, and the one it asks
// (-1 for none).
type choice struct {
	features [][]float64
	asked    int
	weight   float64
}

// inOrder tells how far an interview truly follows the guide.
func (s marked) inOrder() float64 {
	var truly []Asking
	for i := range s.asks {
		for _, q := range sortedNumbers(s.asks[i]) {
			truly = append(truly, s.m.asking(&s.m.turns[i], q, 1))
		}
	}
	return s.m.orderly(truly)
}

// choices returns the turns of an interview, each after the truth of those before.
func (s marked) choices() []choice {
	s.m.order = s.inOrder()
	st := s.m.start()
	var out []choice
	for i := range s.m.turns {
		k := &s.m.turns[i]
		asked := sortedNumbers(s.asks[i])
		for _, y := range append(asked, -1)[:max(1, len(asked))] {
			c := choice{asked: -1, weight: 1}
			for q := range s.m.questions {
				if q != y && (s.staysWith[i][q] || s.asks[i][q]) {
					continue
				}
				if q == y {
					c.asked = len(c.features)
				}
				c.features = append(c.features, s.m.features(k, q, st))
			}
			if !s.m.markedAloud(k) {
				out = append(out, c)
			}
		}
		for _, q := range asked {
			st = st.then(q)
		}
	}
	return out
}

func (m *matcher) markedAloud(k *asker) bool {
	for _, marker := range k.markers {
		if _, ok := m.byMarker[marker]; ok {
			return true
		}
	}
	return false
}

func sortedNumbers(set map[int]bool) []int {
	var out []int
	for q := range 1000 {
		if set[q] {
			out = append(out, q)
		}
	}
	return out
}

// features are all features of a turn and a question, in the order of the weights.
func (m *matcher) features(k *asker, q int, st *state) []float64 {
	after := m.sequel(k, q, st)
	return append(append([]float64{}, k.static[q]...), after...)
}

// fitAll fits the weights to all interviews but one.
func fitAll(sets []marked, but string, penalty float64) weights {
	var first, second []choice
	for _, s := range sets {
		if s.name != but {
			first = append(first, s.choices()...)
		}
	}
	out := weights{asks: fitWeights(first, penalty)}
	for _, s := range sets {
		if s.name != but {
			s.m.adopt(out)
			second = append(second, s.seconds()...)
		}
	}
	out.also = fitWeights(second, penaltyOfAlso)
	return out
}

// seconds returns the turns that ask something, each after the truth of those before: which second
// question do they ask besides a first? The matcher must have adopted its weights.
func (s marked) seconds() []choice {
	s.m.order = s.inOrder()
	st := s.m.start()
	var out []choice
	for i := range s.m.turns {
		k := &s.m.turns[i]
		asked := sortedNumbers(s.asks[i])
		if s.m.markedAloud(k) {
			asked = nil
		}
		for _, first := range asked {
			for _, second := range append(asked, -1)[:max(2, len(asked))] {
				if second == first || second < 0 && len(asked) > 1 {
					continue
				}
				c := choice{asked: -1, weight: 1}
				if second >= 0 {
					// The turn comes twice, once after each of the two, and six of the interviews were
					// written to hold twice as many such turns as people ask.
					c.weight = 0.25
				}
				for q := range s.m.questions {
					if q == first || q != second && (s.staysWith[i][q] || s.asks[i][q]) {
						continue
					}
					if q == second {
						c.asked = len(c.features)
					}
					c.features = append(c.features, s.m.besides(k, first, q, st))
				}
				out = append(out, c)
			}
		}
		for _, q := range sortedNumbers(s.asks[i]) {
			st = st.then(q)
		}
	}
	return out
}

// fitWeights is multinomial logistic regression with a quadratic penalty, by Newton's method
// with halved steps where a whole one does not help.
func fitWeights(cs []choice, penalty float64) []float64 {
	n := len(cs[0].features[0])
	w := make([]float64, n)
	loss, gradient, curve := slope(cs, w, penalty)
	for range 30 {
		step := solve(curve, gradient)
		next, size := make([]float64, n), 1.0
		for ; size > 1e-4; size /= 2 {
			for i := range w {
				next[i] = w[i] - size*step[i]
			}
			if l, g, c := slope(cs, next, penalty); l < loss {
				gain := loss - l
				w, loss, gradient, curve = next, l, g, c
				if gain < 1e-7 {
					return w
				}
				break
			}
		}
		if size <= 1e-4 {
			break
		}
	}
	return w
}

// slope returns what the weights cost on some choices, its gradient and its second derivatives.
func slope(cs []choice, w []float64, penalty float64) (loss float64, gradient []float64, curve [][]float64) {
	n := len(w)
	gradient, curve = make([]float64, n), make([][]float64, n)
	for i := range curve {
		curve[i] = make([]float64, n)
	}
	for _, c := range cs {
		odds, total := make([]float64, len(c.features)), 1.0
		for o, f := range c.features {
			x := 0.0
			for i := range w {
				x += w[i] * f[i]
			}
			odds[o] = math.Exp(x)
			total += odds[o]
		}
		if c.asked < 0 {
			loss += c.weight * math.Log(total)
		} else {
			loss += c.weight * (math.Log(total) - math.Log(odds[c.asked]))
		}
		middle := make([]float64, n)
		for o, f := range c.features {
			p := odds[o] / total
			for i := range w {
				middle[i] += p * f[i]
			}
			if p < 1e-9 {
				continue
			}
			for i := range w {
				x, row := c.weight*p*f[i], curve[i]
				if x == 0 {
					continue
				}
				for j := 0; j <= i; j++ {
					row[j] += x * f[j]
				}
			}
		}
		for i := range w {
			gradient[i] += c.weight * middle[i]
			if c.asked >= 0 {
				gradient[i] -= c.weight * c.features[c.asked][i]
			}
			for j := 0; j <= i; j++ {
				curve[i][j] -= c.weight * middle[i] * middle[j]
			}
		}
	}
	for i := range w {
		if i > 0 {
			loss += penalty * w[i] * w[i] / 2
			gradient[i] += penalty * w[i]
			curve[i][i] += penalty
		}
		curve[i][i] += 1e-6
		for j := range i {
			curve[j][i] = curve[i][j]
		}
	}
	return loss, gradient, curve
}

// solve returns x in ax = b for a positive a, by Gauss' elimination.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	rows, x := make([][]float64, n), make([]float64, n)
	for i := range rows {
		rows[i] = append(append([]float64{}, a[i]...), b[i])
	}
	for i := range n {
		for j := i + 1; j < n; j++ {
			f := rows[j][i] / rows[i][i]
			for k := i; k <= n; k++ {
				rows[j][k] -= f * rows[i][k]
			}
		}
	}
	for i := n - 1; i >= 0; i-- {
		x[i] = rows[i][n]
		for j := i + 1; j < n; j++ {
			x[i] -= rows[i][j] * x[j]
		}
		x[i] /= rows[i][i]
	}
	return x
}

// found reads an interview and returns the questions of each interviewer turn.
func (s marked) found() []map[int]bool {
	found := make([]map[int]bool, len(s.m.turns))
	for _, a := range s.m.read() {
		for i := range s.m.turns {
			if s.m.turns[i].turn == a.Turn {
				if found[i] == nil {
					found[i] = map[int]bool{}
				}
				found[i][s.m.byMarker[strings.ToLower(a.Question)]] = true
			}
		}
	}
	return found
}

// try reads an interview and counts what was found rightly, wrongly and not.
func (s marked) try() (right, wrong, missed int) {
	found := s.found()
	for i := range s.m.turns {
		for q := range found[i] {
			switch {
			case s.asks[i][q]:
				right++
			case !s.staysWith[i][q]:
				wrong++
			}
		}
		for q := range s.asks[i] {
			if !found[i][q] {
				missed++
			}
		}
	}
	return right, wrong, missed
}

// The penalties are what a weight costs, as half its square.
var fits = []struct {
	name     string
	codebook bool
	penalty  float64
}{{"alone", false, 3}, {"withCodes", true, 8}}

const penaltyOfAlso = 3

// TestGuideMatcherFit tries each interview with weights fitted to the others. The bounds
// are low: many of these interviews were made to be hard.
func TestGuideMatcherFit(t *testing.T) {
	if testing.Short() {
		t.Skip("fits for more than a minute under the race detector; go test ./... runs it")
	}
	for _, f := range fits {
		sets := readMarked(t, f.codebook)
		if *fit {
			writeWeights(t, f.name, fitAll(sets, "", f.penalty))
			continue
		}
		if !*all {
			sets = sets[:4]
		}
		right, wrong, missed := 0, 0, 0
		others := readMarked(t, f.codebook)
		for _, s := range sets {
			s.m.weights = fitAll(others, s.name, f.penalty)
			r, w, m := s.try()
			t.Logf("%-9s %-13s precision %.2f recall %.2f", f.name, s.name, ratio(r, r+w), ratio(r, r+m))
			right, wrong, missed = right+r, wrong+w, missed+m
		}
		p, r := ratio(right, right+wrong), ratio(right, right+missed)
		t.Logf("%-9s all           precision %.3f recall %.3f", f.name, p, r)
		if p < 0.5 || r < 0.5 {
			t.Errorf("%s: precision %.2f and recall %.2f are below what they were", f.name, p, r)
		}
	}
}

func ratio(a, b int) float64 { return float64(a) / math.Max(1, float64(b)) }

func writeWeights(t *testing.T, name string, ws weights) {
	t.Helper()
	data, err := os.ReadFile("match_weights.go")
	if err != nil {
		t.Fatal(err)
	}
	s := string(data)
	for field, w := range map[string][]float64{"asks:": ws.asks, "also:": ws.also} {
		from := strings.Index(s, "var "+name+" =")
		from += strings.Index(s[from:], field)
		from += strings.Index(s[from:], "{") + 1
		to := from + strings.Index(s[from:], "}")
		out := ""
		for i, x := range w {
			if i%16 == 0 {
				out += "\n\t\t"
			}
			out += fmt.Sprintf("%.2f, ", x)
		}
		s = s[:from] + strings.ReplaceAll(out, ", \n", ",\n") + "\n\t" + s[to:]
	}
	if err := os.WriteFile("match_weights.go", []byte(s), 0o644); err != nil {
		t.Fatal(err)
	}
}
