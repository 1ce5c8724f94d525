package corpus

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

// Revision follows places from a text to its corrected form.
type Revision struct {
	Old, New *Text

	old, new []rune
	runs     []run // what both share in one order, in characters
	moved    []run // what stands elsewhere in the new text
	zones    []Span
}

// firmRun is the length, in characters, from which a shared stretch is certain to
// be the same and not a few common words that two sentences happen to share.
const firmRun = 24

// movedRun is the length, in characters, from which a stretch that went from one place and
// came in another is taken for moved.
const movedRun = 24

// sureQuote is the length, in characters, from which a quote that stands once in what
// came in is taken for the one that went.
const sureQuote = 32

// Compare finds what a text shares with its corrected form. The result depends on
// nothing but the two. It takes some 30 ms for a text of 300,000 characters with 200
// edits.
func Compare(old, new *Text) *Revision {
	r := &Revision{Old: old, New: new, old: []rune(old.String()), new: []rune(new.String())}
	ids := map[string]int32{}
	a, b := tokens(r.old, ids), tokens(r.new, ids)
	shared := dropIslands(align(a, b), a, b)
	for _, s := range shared {
		r.runs = append(r.runs, inCharacters(a, b, s))
	}
	r.findMoved(a, b, shared)
	r.findZones()
	return r
}

// dropIslands leaves out the short stretches between two firm ones where less than half
// is shared: a few common words do not make a new sentence out of an old one.
func dropIslands(runs []run, a, b []token) []run {
	end := run{len(a), len(b), 0}
	chars := func(t []token, from, to int) int {
		if from >= to {
			return 0
		}
		return t[to-1].start + t[to-1].n - t[from].start
	}
	var out []run
	last := run{}
	for i := 0; i < len(runs); {
		if chars(a, runs[i].a, runs[i].a+runs[i].n) >= firmRun {
			out, last = append(out, runs[i]), runs[i]
			i++
			continue
		}
		j, shared := i, 0
		for ; j < len(runs); j++ {
			n := chars(a, runs[j].a, runs[j].a+runs[j].n)
			if n >= firmRun {
				break
			}
			shared += n
		}
		next := end
		if j < len(runs) {
			next = runs[j]
		}
		if shared*2 >= max(chars(a, last.a+last.n, next.a), chars(b, last.b+last.n, next.b)) {
			out = append(out, runs[i:j]...)
		}
		i = j
	}
	return out
}

func inCharacters(a, b []token, s run) run {
	last := a[s.a+s.n-1]
	return run{a[s.a].start, b[s.b].start, last.start + last.n - a[s.a].start}
}

// Similarity is the share of the longer text, in characters, that both have in common,
// from 0 to 1.
func (r *Revision) Similarity() float64 {
	longer := max(len(r.old), len(r.new))
	if longer == 0 {
		return 1
	}
	n := 0
	for _, s := range r.runs {
		n += s.n
	}
	for _, s := range r.moved {
		n += s.n
	}
	return float64(n) / float64(longer)
}

// Changes returns how many stretches went out or were written anew, and how many came
// in or were.
func (r *Revision) Changes() (went, came int) {
	a, b := 0, 0
	for _, s := range append(slices.Clone(r.runs), run{len(r.old), len(r.new), 0}) {
		if s.a > a {
			went++
		}
		if s.b > b {
			came++
		}
		a, b = s.a+s.n, s.b+s.n
	}
	return went, came
}

// findMoved looks for what went from one place and came in another, each once.
func (r *Revision) findMoved(a, b []token, shared []run) {
	const k = 6
	inGaps := func(t []token, from func(run) int, visit func(i int)) {
		at := 0
		for _, s := range append(slices.Clone(shared), run{len(a), len(b), 0}) {
			for i := at; i+k <= from(s); i++ {
				visit(i)
			}
			at = from(s) + s.n
		}
	}
	first := func(s run) int { return s.a }
	second := func(s run) int { return s.b }
	count := map[uint64]int{}
	place := map[uint64]int{}
	inGaps(b, second, func(i int) { h := gram(b[i : i+k]); count[h]++; place[h] = i })
	went := map[uint64]int{}
	inGaps(a, first, func(i int) { went[gram(a[i:i+k])]++ })
	freeA, freeB := gapEnds(len(a), shared, first), gapEnds(len(b), shared, second)
	done := 0
	inGaps(a, first, func(i int) {
		h := gram(a[i : i+k])
		if i < done || went[h] != 1 || count[h] != 1 || !sameTokens(a[i:i+k], b[place[h]:place[h]+k]) {
			return
		}
		j, n := place[h], k
		for i > 0 && j > 0 && freeA[i-1] == freeA[i] && freeB[j-1] == freeB[j] && a[i-1].id == b[j-1].id && i-1 >= done {
			i, j, n = i-1, j-1, n+1
		}
		for i+n < len(a) && j+n < len(b) && freeA[i+n] == freeA[i] && freeB[j+n] == freeB[j] && a[i+n].id == b[j+n].id {
			n++
		}
		if s := inCharacters(a, b, run{i, j, n}); s.n >= movedRun {
			r.moved = append(r.moved, s)
			done = i + n
		}
	})
}

// gapEnds numbers the gaps between runs: tokens with the same number above 0 stand in one
// gap.
func gapEnds(n int, shared []run, from func(run) int) []int32 {
	out := make([]int32, n)
	at, gap := 0, int32(1)
	fill := func(end int) {
		for ; at < end; at++ {
			out[at] = gap
		}
		gap++
	}
	for _, s := range shared {
		fill(from(s))
		at += s.n
	}
	fill(n)
	return out
}

// findZones marks where the shared stretches could as well be others: where one of
// two equal neighbours went, or one came beside its like, nobody can say which. The same
// holds beside what was moved, where its neighbours there are like those here.
func (r *Revision) findZones() {
	a, b := 0, 0
	for _, s := range append(slices.Clone(r.runs), run{len(r.old), len(r.new), 0}) {
		if s.a > a || s.b > b {
			l, r1 := slides(r.old, a, s.a)
			m, r2 := slides(r.new, b, s.b)
			if before, after := max(l, m), max(r1, r2); before+after > 0 {
				r.zones = append(r.zones, Span{a - before, s.a + after})
			}
		}
		a, b = s.a+s.n, s.b+s.n
	}
	for _, m := range r.moved {
		before, after := 0, 0
		for m.a-before > 0 && m.b-before > 0 && r.old[m.a-before-1] == r.new[m.b-before-1] {
			before++
		}
		for m.a+m.n+after < len(r.old) && m.b+m.n+after < len(r.new) && r.old[m.a+m.n+after] == r.new[m.b+m.n+after] {
			after++
		}
		if before > 0 {
			r.zones = append(r.zones, Span{m.a - before, m.a})
		}
		if after > 0 {
			r.zones = append(r.zones, Span{m.a + m.n, m.a + m.n + after})
		}
	}
	slices.SortFunc(r.zones, func(a, b Span) int { return a.Start - b.Start })
	merged := r.zones[:0]
	for _, z := range r.zones {
		if n := len(merged); n > 0 && z.Start <= merged[n-1].End {
			merged[n-1] = Span{min(merged[n-1].Start, z.Start), max(merged[n-1].End, z.End)}
			continue
		}
		merged = append(merged, z)
	}
	r.zones = merged
}

// slides returns how many characters the stretch [from, to) may be moved to the left
// and to the right and still be cut out of the text with the same outcome; none for an
// empty one.
func slides(t []rune, from, to int) (left, right int) {
	if from == to {
		return 0, 0
	}
	for from-left > 0 && t[from-left-1] == t[to-left-1] {
		left++
	}
	for to+right < len(t) && t[from+right] == t[to+right] {
		right++
	}
	return left, right
}

// Followed says what became of a place.
type Followed struct {
	Span       Span   // the new place; the zero Span for Unclear and Lost
	Fate       Fate   // same, moved, unclear or lost
	Changed    bool   // the words there are no longer the same
	Candidates []Span // of an unclear one: where it may stand now
}

// Follow finds a place of the old text in the new one. It is Same where the words stand
// at the same characters, Moved where they stand at others. Where some of the words were
// changed and the rest are certain it is Moved and Changed. Where nothing is certain it is
// Unclear, and where nothing is left it is Lost.
func (r *Revision) Follow(s Span) Followed {
	if s.Start < 0 || s.End > len(r.old) || s.Len() <= 0 {
		return Followed{Fate: Lost}
	}
	whole, left := r.image(s)
	if whole.Len() > 0 && sameRunes(r.old[s.Start:s.End], r.new[whole.Start:whole.End]) {
		if !r.ambiguous(s) && r.certain(s, whole) && !r.neighbourly(s) && !(s.Len() < 2*firmRun && r.besideMoved(s) && r.often(s)) {
			return r.found(s, whole, false)
		}
		if s.Len() >= sureQuote && !r.often(s) {
			return r.found(s, whole, false) // whatever was changed around it
		}
		return r.unclear(s, whole)
	}
	if m, ok := r.movedTo(s); ok {
		return r.found(s, m, false)
	}
	switch {
	case r.movedIn(s)*5 > s.Len() || r.edgeInZone(s) || s.Len() < 3*firmRun && r.besideMoved(s):
		// a part went elsewhere: nobody can say which one is meant now
	case whole.Len() > 0 && left*3 >= 2*s.Len() && whole.Len() <= 2*s.Len()+40 && left >= leastContext:
		return r.found(s, whole, true)
	case whole.Len() > 0 && r.replaced(s, whole):
		return r.found(s, whole, true)
	}
	if left < leastContext && left*5 < s.Len() && r.movedIn(s) == 0 {
		whole = Span{} // a full stop, or a word as common as that
	}
	return r.elsewhere(s, whole)
}

func (r *Revision) found(s, to Span, changed bool) Followed {
	fate := Moved
	if s == to && !changed {
		fate = Same
	}
	return Followed{Span: to, Fate: fate, Changed: changed}
}

// image returns the span of the new text between the outermost characters of s that are
// left or were written anew in their place, and how many characters of s are left.
func (r *Revision) image(s Span) (Span, int) {
	i := sort.Search(len(r.runs), func(i int) bool { return r.runs[i].a+r.runs[i].n > s.Start })
	var out Span
	left, open := 0, false
	extend := func(from, to int) {
		if !open {
			out, open = Span{from, to}, true
		}
		out.End = max(out.End, to)
	}
	a, b := 0, 0
	if i > 0 {
		a, b = r.runs[i-1].a+r.runs[i-1].n, r.runs[i-1].b+r.runs[i-1].n
	}
	for ; i <= len(r.runs); i++ {
		next := run{len(r.old), len(r.new), 0}
		if i < len(r.runs) {
			next = r.runs[i]
		}
		// what was written anew counts where all that it replaces lies inside
		if next.a > a && a >= s.Start && next.a <= s.End && next.b > b {
			extend(b, next.b)
		}
		from, to := max(next.a, s.Start), min(next.a+next.n, s.End)
		if from < to {
			left += to - from
			extend(next.b+from-next.a, next.b+to-next.a)
		}
		a, b = next.a+next.n, next.b+next.n
		if a >= s.End {
			break
		}
	}
	return out, left
}

// ambiguous tells whether a place lies, but for a few characters, where one of two
// equal neighbours went or came.
func (r *Revision) ambiguous(s Span) bool {
	i := sort.Search(len(r.zones), func(i int) bool { return r.zones[i].End > s.Start })
	for ; i < len(r.zones) && r.zones[i].Start < s.End; i++ {
		z := r.zones[i]
		inside := min(z.End, s.End) - max(z.Start, s.Start)
		if s.Len()-inside < min(leastContext, (s.Len()+1)/2) && inside > 1 {
			return true
		}
	}
	return false
}

// edgeInZone tells whether a place begins or ends, by more than a blank, inside a zone.
func (r *Revision) edgeInZone(s Span) bool {
	i := sort.Search(len(r.zones), func(i int) bool { return r.zones[i].End > s.Start })
	for ; i < len(r.zones) && r.zones[i].Start < s.End; i++ {
		z := r.zones[i]
		if z.Start+1 < s.Start && s.Start+1 < z.End || z.Start+1 < s.End && s.End+1 < z.End {
			return true
		}
	}
	return false
}

// certain tells whether words that stand unchanged at to are those of s: the shared
// stretch they stand in is long, or they stand once between the long ones on either side,
// in old and new, and most of what stands there is shared.
func (r *Revision) certain(s, to Span) bool {
	i := sort.Search(len(r.runs), func(i int) bool { return r.runs[i].a+r.runs[i].n > s.Start })
	for j := i; j < len(r.runs) && r.runs[j].a < s.End; j++ {
		if r.runs[j].n >= max(firmRun, min(s.Len()+leastContext, 2*firmRun)) {
			return true
		}
	}
	if len(r.runs) == 1 && r.runs[0].n == len(r.old) {
		return true
	}
	lo, hi := i-1, i+1
	for lo >= 0 && r.runs[lo].n < firmRun {
		lo--
	}
	for hi < len(r.runs) && r.runs[hi].n < firmRun {
		hi++
	}
	a0, b0, a1, b1 := 0, 0, len(r.old), len(r.new)
	if lo >= 0 {
		a0, b0 = r.runs[lo].a+r.runs[lo].n, r.runs[lo].b+r.runs[lo].n
	}
	if hi < len(r.runs) {
		a1, b1 = r.runs[hi].a, r.runs[hi].b
	}
	a0, b0, a1, b1 = min(a0, s.Start), min(b0, to.Start), max(a1, s.End), max(b1, to.End)
	shared := 0
	for j := max(lo, 0); j < len(r.runs) && r.runs[j].a < a1; j++ {
		shared += max(0, min(r.runs[j].a+r.runs[j].n, a1)-max(r.runs[j].a, a0))
	}
	quote := r.old[s.Start:s.End]
	return shared*2 >= max(a1-a0, b1-b0) && countRunes(r.old[a0:a1], quote) == 1 && countRunes(r.new[b0:b1], quote) == 1
}

// neighbourly tells whether a short place stands at the edge of a shared stretch and
// begins or ends with a word that stands in what went or came beside it: it may be that
// one.
func (r *Revision) neighbourly(s Span) bool {
	if s.Len() >= 2*firmRun {
		return false
	}
	i := sort.Search(len(r.runs), func(i int) bool { return r.runs[i].a+r.runs[i].n > s.Start })
	if i == len(r.runs) {
		return true
	}
	words := strings.FieldsFunc(string(r.old[s.Start:s.End]), func(c rune) bool { return !inWord(c) })
	if len(words) == 0 {
		return false
	}
	beside := func(i int, word string) bool { // in the gap before run i
		a, b := 0, 0
		if i > 0 {
			a, b = r.runs[i-1].a+r.runs[i-1].n, r.runs[i-1].b+r.runs[i-1].n
		}
		next := run{len(r.old), len(r.new), 0}
		if i < len(r.runs) {
			next = r.runs[i]
		}
		const near = 400
		return strings.Contains(string(r.old[a:min(next.a, a+near)]), word) || strings.Contains(string(r.new[b:min(next.b, b+near)]), word) ||
			strings.Contains(string(r.old[max(a, next.a-near):next.a]), word) || strings.Contains(string(r.new[max(b, next.b-near):next.b]), word)
	}
	if s.Start < r.runs[i].a+leastContext && beside(i, words[0]) {
		return true
	}
	for i < len(r.runs)-1 && r.runs[i].a+r.runs[i].n < s.End {
		i++
	}
	return s.End > r.runs[i].a+r.runs[i].n-leastContext && beside(i+1, words[len(words)-1])
}

// often tells whether the words of a place stand more than once in the old text or in
// the new one.
func (r *Revision) often(s Span) bool {
	quote := r.Old.Slice(s)
	return len(r.Old.Find(quote, 2)) > 1 || len(r.New.Find(quote, 2)) > 1
}

// besideMoved tells whether text was moved away from beside a place, or there.
func (r *Revision) besideMoved(s Span) bool {
	if len(r.moved) == 0 {
		return false
	}
	i := sort.Search(len(r.runs), func(i int) bool { return r.runs[i].a+r.runs[i].n > s.Start-firmRun })
	a, b := 0, 0
	if i > 0 {
		a, b = r.runs[i-1].a+r.runs[i-1].n, r.runs[i-1].b+r.runs[i-1].n
	}
	for ; i <= len(r.runs); i++ {
		next := run{len(r.old), len(r.new), 0}
		if i < len(r.runs) {
			next = r.runs[i]
		}
		if next.a+firmRun > s.Start && a < s.End+firmRun {
			for _, m := range r.moved {
				if m.a < next.a && m.a+m.n > a || m.b < next.b && m.b+m.n > b {
					return true
				}
			}
		}
		if a, b = next.a+next.n, next.b+next.n; a >= s.End+firmRun {
			break
		}
	}
	return false
}

// movedTo returns where a place stands that lies wholly in a stretch that was moved.
func (r *Revision) movedTo(s Span) (Span, bool) {
	i := sort.Search(len(r.moved), func(i int) bool { return r.moved[i].a+r.moved[i].n > s.Start })
	if i < len(r.moved) && r.moved[i].a <= s.Start && s.End <= r.moved[i].a+r.moved[i].n {
		if edge := min(s.Start-r.moved[i].a, r.moved[i].a+r.moved[i].n-s.End); s.Len() < firmRun && edge < leastContext {
			return Span{}, false // like words may stand at the old place too
		}
		d := r.moved[i].b - r.moved[i].a
		return Span{s.Start + d, s.End + d}, true
	}
	return Span{}, false
}

// movedIn returns how many characters of a place stand in stretches that were moved.
func (r *Revision) movedIn(s Span) int {
	n := 0
	i := sort.Search(len(r.moved), func(i int) bool { return r.moved[i].a+r.moved[i].n > s.Start })
	for ; i < len(r.moved) && r.moved[i].a < s.End; i++ {
		n += min(r.moved[i].a+r.moved[i].n, s.End) - max(r.moved[i].a, s.Start)
	}
	return n
}

// replaced tells whether a short place was written anew as a whole, as a name that is
// masked, between words that stand firm on both sides.
func (r *Revision) replaced(s, to Span) bool {
	if words := strings.Fields(string(r.old[s.Start:s.End])); s.Len() > shortQuote || len(words) > 3 || to.Len() > 2*shortQuote || to.Len()*3 < s.Len() {
		return false
	}
	if slices.Contains(r.old[s.Start:s.End], '\n') {
		return false
	}
	next := sort.Search(len(r.runs), func(i int) bool { return r.runs[i].a >= s.End })
	if next == 0 || next == len(r.runs) {
		return false
	}
	before, after := r.runs[next-1], r.runs[next]
	return before.a+before.n == s.Start && before.b+before.n == to.Start && before.n >= leastContext &&
		after.a == s.End && after.b == to.End && after.n >= leastContext
}

// elsewhere looks for the words of s in what came in: a long quote that came once is moved,
// any other is unclear; at is where the rest of it stands, if anything is left.
func (r *Revision) elsewhere(s, at Span) Followed {
	var candidates []Span
	if at.Len() > 0 {
		candidates = append(candidates, at)
	}
	quote := r.Old.Slice(s)
	came := 0
	if strings.TrimSpace(quote) != "" {
		for _, p := range r.New.Find(quote, 50) {
			if shared := r.sharedIn(p); shared < p.Len() {
				candidates = append(candidates, p)
				if came++; shared > 0 {
					came++ // not quite new: never certain
				}
			}
		}
	}
	switch {
	case came == 1 && at.Len() == 0 && utf8.RuneCountInString(quote) >= sureQuote:
		return r.found(s, candidates[0], false)
	case len(candidates) > 0:
		return Followed{Fate: Unclear, Candidates: candidates}
	}
	if was, is := r.Old.Find(quote, 20), r.New.Find(quote, 20); len(is) >= len(was) && len(is) > 0 {
		return Followed{Fate: Unclear, Candidates: is} // there are as many as before
	}
	return Followed{Fate: Lost}
}

// unclear names the places where equal words stand next to each other.
func (r *Revision) unclear(s, to Span) Followed {
	out := Followed{Fate: Unclear, Candidates: []Span{to}}
	for _, p := range r.New.Find(r.Old.Slice(s), 50) {
		if p != to && (p.Start-to.End < shortQuote && to.Start-p.End < shortQuote || r.sharedIn(p) == 0) {
			out.Candidates = append(out.Candidates, p)
		}
	}
	slices.SortFunc(out.Candidates, func(a, b Span) int { return a.Start - b.Start })
	return out
}

// sharedIn returns how many characters of a place in the new text stand where they
// stood in the old one.
func (r *Revision) sharedIn(p Span) int {
	n := 0
	i := sort.Search(len(r.runs), func(i int) bool { return r.runs[i].b+r.runs[i].n > p.Start })
	for ; i < len(r.runs) && r.runs[i].b < p.End; i++ {
		n += min(r.runs[i].b+r.runs[i].n, p.End) - max(r.runs[i].b, p.Start)
	}
	return n
}

// Offset follows a single offset, such as the start of a page: to the same character,
// or to the next that is left.
func (r *Revision) Offset(at int) int {
	i := sort.Search(len(r.runs), func(i int) bool { return r.runs[i].a+r.runs[i].n > at })
	if i == len(r.runs) {
		return len(r.new)
	}
	return r.runs[i].b + max(0, at-r.runs[i].a)
}

func sameRunes(a, b []rune) bool { return slices.Equal(a, b) }

// countRunes counts the places of q in t, overlapping ones too.
func countRunes(t, q []rune) int {
	n := 0
	for i := 0; i+len(q) <= len(t); i++ {
		if t[i] == q[0] && slices.Equal(t[i:i+len(q)], q) {
			n++
		}
	}
	return n
}

// End follows the end of a stretch: to after the same last character, or after the one
// before it that is left.
func (r *Revision) End(at int) int {
	i := sort.Search(len(r.runs), func(i int) bool { return r.runs[i].a >= at })
	if i == 0 {
		return 0
	}
	return r.runs[i-1].b + min(r.runs[i-1].n, at-r.runs[i-1].a)
}
