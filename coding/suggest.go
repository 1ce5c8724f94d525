package coding

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"sort"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/words"
)

// Term is a content word as suggestions see it: its stem, and a word of the text that has it.
type Term struct{ Stem, Word string }

// LeastLessons is from how many passages with the code on something is learned, and from how many
// without it: below that the learner abstains.
const LeastLessons = 4

// How much the neighbours of a passage count beside its own words, and the code's definition and rules
// beside all passages that were coded. Both were chosen among a dozen settings on the example studies.
const (
	ofNeighbours = 0.6
	ofDefinition = 0.7
)

// TermWeights are the weights of terms in a collection of passages.
type TermWeights struct {
	passages int
	in       map[string]int // in how many passages a stem stands
}

// NewTermWeights weighs the terms of a collection: a term that stands in n of N passages has the
// weight log N/n.
func NewTermWeights(passages [][]Term) *TermWeights {
	w := &TermWeights{passages: len(passages), in: map[string]int{}}
	for _, terms := range passages {
		for _, t := range distinct(terms) {
			w.in[t.Stem]++
		}
	}
	return w
}

// Profile is the weights of terms by their stems, of length 1.
type Profile map[string]float64

// Profile returns the terms of a passage, each weighted by (1 + log of how often it stands there) times its weight in the
// collection. A term that stands nowhere in the collection weighs nothing.
func (w *TermWeights) Profile(terms []Term) Profile {
	count := map[string]int{}
	for _, t := range terms {
		count[t.Stem]++
	}
	p := Profile{}
	for stem, n := range count {
		if in := w.in[stem]; in > 0 && in < w.passages {
			p[stem] = (1 + math.Log(float64(n))) * math.Log(float64(w.passages)/float64(in))
		}
	}
	return p.unit()
}

// With returns the profile with another added to it so many times, of length 1.
func (p Profile) With(other Profile, times float64) Profile {
	out := make(Profile, len(p)+len(other))
	for stem, x := range p {
		out[stem] = x
	}
	for stem, x := range other {
		out[stem] += times * x
	}
	return out.unit()
}

// InContext is a passage's profile with that of its neighbours.
func (p Profile) InContext(neighbours Profile) Profile { return p.With(neighbours, ofNeighbours) }

func (p Profile) unit() Profile {
	sum := 0.0
	for _, stem := range p.stems() {
		sum += p[stem] * p[stem]
	}
	if sum == 0 {
		return p
	}
	n := math.Sqrt(sum)
	for stem := range p {
		p[stem] /= n
	}
	return p
}

// stems returns the stems in order, so that sums come out the same each time.
func (p Profile) stems() []string { return slices.Sorted(maps.Keys(p)) }

// Learned is what was learned of one code: the mean of the profiles of the passages with it, and of its definition.
//
// This is Rocchio's classifier (1971) with weights by term frequency and inverse document frequency; a passage scores the
// cosine of its profile with the mean. Its words are those with the largest part in that. Passages known not to have the
// code decide from which score on a passage is proposed: where F₁ over the passages learned from is largest, each with the code scored by
// the mean of the others. Naive Bayes and logistic regression over the same terms found less with
// the four to ten passages that a code of an interview study has.
type Learned struct {
	mean  Profile
	least float64
}

// Learn learns a code from the profiles of passages with and without it, and from that of its definition. It
// returns nil if it has too few of either.
func Learn(with, without []Profile, definition Profile) *Learned {
	if len(with) < LeastLessons || len(without) < LeastLessons {
		return nil
	}
	sum := Profile{}
	for _, p := range with {
		for stem, x := range p {
			sum[stem] += x
		}
	}
	mean := func(less Profile) Profile {
		n := float64(len(with))
		if less != nil {
			n--
		}
		m := make(Profile, len(sum))
		for stem, x := range sum {
			if x -= less[stem]; x > 1e-12 {
				m[stem] = x / n
			}
		}
		for stem, x := range definition {
			m[stem] += ofDefinition * x
		}
		return m
	}
	l := &Learned{mean: mean(nil)}
	type scored struct {
		score float64
		is    bool
	}
	var all []scored
	for _, p := range with {
		all = append(all, scored{cosine1(mean(p), p), true})
	}
	for _, p := range without {
		all = append(all, scored{cosine1(l.mean, p), false})
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].score > all[j].score })
	best, right := -1.0, 0
	for i, x := range all {
		if x.is {
			right++
		}
		if f := 2 * float64(right) / float64(i+1+len(with)); x.is && f > best {
			best, l.least = f, x.score
		}
	}
	return l
}

// Score returns how much a passage speaks for the code, 0 to 1.
func (l *Learned) Score(p Profile) float64 { return cosine1(l.mean, p) }

// Enough tells whether a score is high enough for a proposal.
func (l *Learned) Enough(score float64) bool { return score > 0 && score >= l.least }

// Because returns the words of a passage that speak most for the code, at most five, strongest first.
func (l *Learned) Because(terms []Term, p Profile) []string {
	list := distinct(terms)
	slices.SortStableFunc(list, func(a, b Term) int {
		return cmp.Or(-cmp.Compare(l.mean[a.Stem]*p[a.Stem], l.mean[b.Stem]*p[b.Stem]), strings.Compare(a.Stem, b.Stem))
	})
	var out []string
	for _, t := range list {
		if l.mean[t.Stem]*p[t.Stem] > 0 && len(out) < 5 && !slices.Contains(out, t.Word) {
			out = append(out, t.Word)
		}
	}
	return out
}

// cosine1 is the cosine of a profile of any length and one of length 1.
func cosine1(mean, p Profile) float64 {
	dot, norm := 0.0, 0.0
	for _, stem := range mean.stems() {
		dot += mean[stem] * p[stem]
		norm += mean[stem] * mean[stem]
	}
	if norm == 0 {
		return 0
	}
	return dot / math.Sqrt(norm)
}

// distinct returns the first of the terms with each stem, in order.
func distinct(terms []Term) []Term {
	seen := make(map[string]bool, len(terms))
	out := make([]Term, 0, len(terms))
	for _, t := range terms {
		if !seen[t.Stem] {
			seen[t.Stem] = true
			out = append(out, t)
		}
	}
	return out
}

// TermsOf returns the content words of a text, with the words of which compounds are made.
func TermsOf(text string, a *words.Analyser, kin *words.Kin) []Term {
	var out []Term
	for _, t := range words.Tokens(text) {
		if len([]rune(t.Fold)) < 2 || words.Function(t.Fold, a.Language) {
			continue
		}
		out = append(out, Term{a.Stem(t.Fold), t.Fold})
		if kin == nil {
			continue
		}
		for _, key := range kin.Keys(t.Fold) {
			if part, ok := strings.CutPrefix(key, "p:"); ok {
				out = append(out, Term{part, t.Fold})
			}
		}
	}
	return out
}

// UnitOf returns the unit that most codings of a code have been given to: the smallest one that holds
// them, up to a few characters. Without codings it is a sentence.
func UnitOf(codings []Coding, text func(document string) *Text) corpus.UnitKind {
	kinds := []corpus.UnitKind{corpus.Sentence, corpus.ParagraphUnit, corpus.TurnUnit}
	count := make([]int, len(kinds))
	units := map[string][]corpus.Unit{}
	for _, c := range codings {
		t := text(c.Document)
		if t == nil {
			continue
		}
		for i, kind := range kinds {
			key := string(kind) + "\x00" + c.Document
			if units[key] == nil {
				units[key] = t.Structure.Units(t.Text, kind)
			}
			if i == len(kinds)-1 || slices.ContainsFunc(units[key], func(u corpus.Unit) bool {
				return u.Overlaps(c.Span) && shared(u.Span, c.Span)*10 >= c.Len()*9
			}) {
				count[i]++
				break
			}
		}
	}
	best := 0
	for i := range count {
		if count[i] > count[best] {
			best = i
		}
	}
	return kinds[best]
}

// Covers tells whether a coding is given to a unit: to half of it, or with half of itself.
func Covers(c Coding, unit corpus.Span) bool {
	n := shared(c.Span, unit)
	return n > 0 && (2*n >= unit.Len() || 2*n >= c.Len())
}

func shared(a, b corpus.Span) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }

// LooksAt tells whether suggestions for a code look at a unit: at what informants say and at text
// that nobody speaks, unless the code's speakers field says otherwise; headings never.
func LooksAt(c *Code, t *Text, u corpus.Unit) bool {
	for _, b := range t.Structure.Blocks {
		if b.Kind == corpus.Heading && b.Span == u.Span {
			return false
		}
	}
	return looksAt(c.Speakers, *t, u.Turn)
}
