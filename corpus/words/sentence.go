package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// abbreviations after which a full stop does not end a sentence, in lower case
// and without that stop.
var abbreviations = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`bl.a d.v.s dvs f.eks feks f.o.m fom t.o.m tom o.l ol o.a m.a.o m.m mv m.v osv
		o.s.v etc ca jf jfr nr kl evt ev pga p.g.a mht m.h.t ift i.f.t iht i.h.t vedr sst hhv hhv mrd mill kap pkt s st
		avd adm dir inkl ekskl eks tlf dr prof fr hr mr mrs ms vs no approx e.g i.e cf fig vol pp p bla t.eks t.ex bl
		s.k f.n d.v.s resp z.b d.h u.a usw bzw ggf vgl abs nr`) {
		m[w] = true
	}
	return m
}()

// Sentences returns the sentences of s as pairs of byte offsets, without the
// white space around them. The rules are those of Unicode UAX 29, and a sentence
// does not end after a known abbreviation, before a lower-case letter ("19. mars")
// or at a line break alone.
func Sentences(s string) [][2]int {
	var out [][2]int
	add := func(from, to int) {
		if from, to = trim(s, from, to); to > from {
			out = append(out, [2]int{from, to})
		}
	}
	start := 0
	it := sentences.FromString(s)
	for it.Next() {
		end := it.End()
		if end < len(s) && goesOn(s[start:end], s[end:]) {
			continue
		}
		add(start, end)
		start = end
	}
	add(start, len(s))
	return out
}

// goesOn tells whether what UAX 29 calls a sentence runs on into the next.
func goesOn(sentence, next string) bool {
	sentence = strings.TrimRightFunc(sentence, unicode.IsSpace)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(next, unicode.IsSpace))
	if unicode.IsLower(first) {
		return true
	}
	if !strings.HasSuffix(sentence, ".") {
		// A single line break inside a paragraph ends no sentence.
		last, _ := utf8.DecodeLastRuneInString(sentence)
		return !strings.ContainsRune(`!?…:"'»”’)]`, last)
	}
	word := strings.TrimSuffix(sentence, ".")
	if i := strings.LastIndexFunc(word, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == '«' || r == '"' }); i >= 0 {
		_, size := utf8.DecodeRuneInString(word[i:])
		word = word[i+size:]
	}
	return abbreviations[strings.ToLower(word)]
}

func trim(s string, start, end int) (int, int) {
	part := s[start:end]
	left := strings.TrimLeftFunc(part, unicode.IsSpace)
	start += len(part) - len(left)
	return start, start + len(strings.TrimRightFunc(left, unicode.IsSpace))
}
