package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/sentences"
)

// follows says before what the full stop of an abbreviation ends no sentence. Before
// a small letter it never does, so that words which close a list ("osv.", "etc.")
// need not stand here: before a capital they do end the sentence.
type follows int

const (
	beforeAll      follows = iota + 1
	beforeNumber           // everyday words too: "no. 5", but "Volunteers, no. We have none."
	beforeName             // a capital and no function word: "hr. Hansen", but "24 hr. We slept."
	beforeCurrency         // three capitals: "20 mill. NOK", but "20 mill. Det er mye."
)

// abbreviations, in lower case and without their last full stop.
var abbreviations = func() map[string]follows {
	m := map[string]follows{}
	for f, list := range map[follows]string{
		beforeAll: `bl.a d.v.s dvs f.eks feks t.eks t.ex e.g i.e z.b d.h f.o.m fom t.o.m m.a.o s.k f.n u.a ca evt ev
			jf jfr cf vgl nr kl kap pkt tlf avd adm dir inkl ekskl eks approx resp bzw ggf hhv pga p.g.a mht m.h.t
			ift i.f.t iht i.h.t vedr ang dr prof mr mrs vs`,
		beforeNumber: `no nos p pp s m sst fig vol art abs tab al tom kr bd gnr bnr prop innst dok
			jan feb mar apr jun jul aug sep sept okt oct nov des dec`,
		beforeName:     `ms fr hr st bla bl meld`,
		beforeCurrency: `mill mrd`,
	} {
		for _, w := range strings.Fields(list) {
			m[w] = f
		}
	}
	return m
}()

// Sentences returns the sentences of s as pairs of byte offsets, without the
// white space around them. The rules are those of Unicode UAX 29, and a sentence
// does not end after an abbreviation where that is followed by what belongs to it
// ("kl. 10", "hr. Hansen"), before a lower-case letter ("19. mars") or at a line
// break alone.
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
	if i := strings.LastIndexFunc(word, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(`([«"“„'’`, r) }); i >= 0 {
		_, size := utf8.DecodeRuneInString(word[i:])
		word = word[i+size:]
	}
	return belongs(abbreviations[strings.ToLower(word)], next)
}

// belongs tells whether what stands after an abbreviation is what it is followed by.
func belongs(f follows, next string) bool {
	if f == 0 || f == beforeAll {
		return f == beforeAll
	}
	next = strings.TrimLeftFunc(next, func(r rune) bool { return unicode.IsSpace(r) || r == '(' || r == '[' || r == '§' })
	first, _ := utf8.DecodeRuneInString(next)
	if unicode.IsDigit(first) {
		return true
	}
	end := strings.IndexFunc(next, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(next)
	}
	next = next[:end]
	switch f {
	case beforeName:
		lower := strings.ToLower(next)
		return unicode.IsUpper(first) && !Function(lower, "nb") && !Function(lower, "en") && !Function(lower, "sv")
	case beforeCurrency:
		return len(next) == 3 && next == strings.ToUpper(next)
	}
	return false
}

func trim(s string, start, end int) (int, int) {
	part := s[start:end]
	left := strings.TrimLeftFunc(part, unicode.IsSpace)
	start += len(part) - len(left)
	return start, start + len(strings.TrimRightFunc(left, unicode.IsSpace))
}
