package corpus

import (
	"slices"
	"unicode"
)

// run is a stretch that two texts share: n units from a in the one, from b in the other.
type run struct{ a, b, n int }

// token is a word, a number or any other single character, by its number in a
// vocabulary, and where it stands in its text, in characters.
type token struct {
	id    int32
	start int
	n     int
}

// tokens cuts a text into words and single other characters. ids is added to.
func tokens(runes []rune, ids map[string]int32) []token {
	out := make([]token, 0, len(runes)/3)
	for i := 0; i < len(runes); {
		j := i + 1
		if inWord(runes[i]) {
			for j < len(runes) && inWord(runes[j]) {
				j++
			}
		}
		word := string(runes[i:j])
		id, ok := ids[word]
		if !ok {
			id = int32(len(ids))
			ids[word] = id
		}
		out = append(out, token{id, i, j - i})
		i = j
	}
	return out
}

// inWord tells whether a character belongs to a word: letters, numbers, and the accents
// that stand on them.
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// grams are the lengths, in tokens, of the stretches by which two long texts are held
// together, the longest first.
var grams = []int{9, 5, 3, 1}

// closeWork is the size of two stretches, one times the other, up to which they are
// compared token by token without looking for stretches that hold them together.
const closeWork = 250_000

// farWork is the size above which stretches without anything that holds them
// together count as different.
const farWork = 100_000_000

// align returns what two texts share, in the order of both: first by the stretches that
// stand once in each (patience diff, after Bram Cohen), then token by token between them
// (E. Myers, An O(ND) difference algorithm, Algorithmica 1, 1986).
func align(a, b []token) []run {
	var out []run
	alignPart(a, b, 0, 0, &out)
	return joinRuns(out)
}

func alignPart(a, b []token, a0, b0 int, out *[]run) {
	n := 0
	for n < len(a) && n < len(b) && a[n].id == b[n].id {
		n++
	}
	if n > 0 {
		*out = append(*out, run{a0, b0, n})
		a, b, a0, b0 = a[n:], b[n:], a0+n, b0+n
	}
	n = 0
	for n < len(a) && n < len(b) && a[len(a)-1-n].id == b[len(b)-1-n].id {
		n++
	}
	a, b = a[:len(a)-n], b[:len(b)-n]
	if len(a) > 0 && len(b) > 0 {
		alignMiddle(a, b, a0, b0, out)
	}
	if n > 0 {
		*out = append(*out, run{a0 + len(a), b0 + len(b), n})
	}
}

func alignMiddle(a, b []token, a0, b0 int, out *[]run) {
	if len(a)*len(b) > closeWork {
		for _, k := range grams {
			held := holds(a, b, k)
			if len(held) == 0 {
				continue
			}
			x, y := 0, 0
			for _, h := range held {
				if h.a < x || h.b < y {
					continue // overlaps the one before
				}
				alignPart(a[x:h.a], b[y:h.b], a0+x, b0+y, out)
				*out = append(*out, run{a0 + h.a, b0 + h.b, h.n})
				x, y = h.a+h.n, h.b+h.n
			}
			alignPart(a[x:], b[y:], a0+x, b0+y, out)
			return
		}
		if len(a)*len(b) > farWork {
			return
		}
	}
	x, y, n := middle(a, b)
	if x == 0 && y == 0 && n == 0 || x == len(a) && y == len(b) && n == 0 {
		return
	}
	alignPart(a[:x], b[:y], a0, b0, out)
	if n > 0 {
		*out = append(*out, run{a0 + x, b0 + y, n})
	}
	alignPart(a[x+n:], b[y+n:], a0+x+n, b0+y+n, out)
}

// holds returns the stretches of k tokens that stand once in a and once in b, as the
// longest chain that has the same order in both.
func holds(a, b []token, k int) []run {
	const twice = -1
	index := func(t []token) map[uint64]int {
		m := make(map[uint64]int, len(t))
		for i := 0; i+k <= len(t); i++ {
			h := gram(t[i : i+k])
			if _, seen := m[h]; seen {
				m[h] = twice
			} else {
				m[h] = i
			}
		}
		return m
	}
	inB := index(b)
	inA := index(a)
	var pairs []run
	for i := 0; i+k <= len(a); i++ {
		h := gram(a[i : i+k])
		if j, ok := inB[h]; ok && j != twice && inA[h] == i && sameTokens(a[i:i+k], b[j:j+k]) {
			pairs = append(pairs, run{i, j, k})
		}
	}
	return longestChain(pairs)
}

// gram is the hash (FNV-1a) of some tokens.
func gram(t []token) uint64 {
	h := uint64(14695981039346656037)
	for _, x := range t {
		h = (h ^ uint64(uint32(x.id))) * 1099511628211
	}
	return h
}

func sameTokens(a, b []token) bool {
	for i := range a {
		if a[i].id != b[i].id {
			return false
		}
	}
	return true
}

// longestChain returns the longest part of pairs, which are in the order of a, that is
// in the order of b too.
func longestChain(pairs []run) []run {
	var tops []int // index of the pair with the least b that ends a chain of each length
	before := make([]int, len(pairs))
	for i, p := range pairs {
		at, _ := slices.BinarySearchFunc(tops, p.b, func(top, b int) int { return pairs[top].b - b })
		before[i] = -1
		if at > 0 {
			before[i] = tops[at-1]
		}
		if at == len(tops) {
			tops = append(tops, i)
		} else {
			tops[at] = i
		}
	}
	if len(tops) == 0 {
		return nil
	}
	out := make([]run, len(tops))
	for i, at := tops[len(tops)-1], len(tops)-1; i >= 0; i, at = before[i], at-1 {
		out[at] = pairs[i]
	}
	return out
}

// middle returns a stretch of n equal tokens from x in a and y in b in the middle of a
// shortest way from a to b; n is 0 where the way only turns there.
func middle(a, b []token) (x, y, n int) {
	// forward and backward furthest points, by diagonal
	size := len(a) + len(b) + 1
	off := size
	forth, back := make([]int, 2*size+2), make([]int, 2*size+2)
	delta := len(a) - len(b)
	for d := 0; d <= (size+1)/2; d++ {
		for k := -d; k <= d; k += 2 {
			px := 0
			if k == -d || k != d && forth[off+k-1] < forth[off+k+1] {
				px = forth[off+k+1]
			} else {
				px = forth[off+k-1] + 1
			}
			py, from := px-k, px
			if py < 0 || px > len(a) || py > len(b) {
				forth[off+k] = px
				continue
			}
			for px < len(a) && py < len(b) && a[px].id == b[py].id {
				px, py = px+1, py+1
			}
			forth[off+k] = px
			if kk := delta - k; delta%2 != 0 && kk >= -(d-1) && kk <= d-1 && px+back[off+kk] >= len(a) {
				return from, from - k, px - from
			}
		}
		for k := -d; k <= d; k += 2 {
			px := 0
			if k == -d || k != d && back[off+k-1] < back[off+k+1] {
				px = back[off+k+1]
			} else {
				px = back[off+k-1] + 1
			}
			py, from := px-k, px
			if py < 0 || px > len(a) || py > len(b) {
				back[off+k] = px
				continue
			}
			for px < len(a) && py < len(b) && a[len(a)-1-px].id == b[len(b)-1-py].id {
				px, py = px+1, py+1
			}
			back[off+k] = px
			if kk := delta - k; delta%2 == 0 && kk >= -d && kk <= d && px+forth[off+kk] >= len(a) {
				return len(a) - px, len(b) - py, px - from
			}
		}
	}
	return 0, 0, 0
}

// joinRuns puts runs that follow on each other in both texts together.
func joinRuns(runs []run) []run {
	var out []run
	for _, r := range runs {
		if n := len(out); n > 0 && out[n-1].a+out[n-1].n == r.a && out[n-1].b+out[n-1].n == r.b {
			out[n-1].n += r.n
			continue
		}
		out = append(out, r)
	}
	return out
}
