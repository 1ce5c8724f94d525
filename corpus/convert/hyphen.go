package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordList is the words that a text holds, by which broken words are judged.
type wordList map[string]int

func (w wordList) add(text string) {
	for _, f := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		w[f]++
		if i := strings.IndexByte(f, '-'); i > 0 {
			w[f[:i]]++
		}
	}
}

// suspended are words before which a hyphen stands for the rest of a word.
var suspended = map[string]bool{"og": true, "eller": true, "and": true, "or": true, "och": true, "eller/og": true, "til": true, "to": true, "samt": true, "und": true, "oder": true}

// joinHyphen joins a line that ended in a hyphen with the next one and tells
// whether the hyphen stayed. It stays where it belongs to the word: after
// capitals or digits (KOSTRA-tall), before a capital, after a name that the
// text knows (London-regnskapet), and where the text has the word with it.
func (w wordList) joinHyphen(a, b string) (joined string, kept bool) {
	left, right := lastWord(a), firstWord(b)
	if suspended[strings.ToLower(right)] {
		return a + "- " + b, true
	}
	first, _ := utf8.DecodeRuneInString(right)
	last, _ := utf8.DecodeLastRuneInString(a)
	keep := false
	switch {
	case right == "" || left == "" || !unicode.IsLower(first) || unicode.IsDigit(last):
		keep = true
	case w[left+"-"+right] > 0:
		keep = true
	case w[left+right] > 0 || w[strings.ToLower(left+right)] > 0:
	case capitals(left):
		keep = true
	default:
		head, _ := utf8.DecodeRuneInString(left)
		keep = unicode.IsUpper(head) && !startsSentence(a, left) && w[left] > 1
	}
	if keep {
		return a + "-" + b, true
	}
	return a + b, false
}

// capitals tells whether a word is an abbreviation: KOSTRA, IKT, NAV.
func capitals(w string) bool {
	return utf8.RuneCountInString(w) > 1 && strings.ToUpper(w) == w
}

// startsSentence tells whether the last word of a line begins a sentence.
func startsSentence(line, word string) bool {
	before := strings.TrimRight(strings.TrimSuffix(line, word), " «\"“(")
	return before == "" || endsSentence(before) || strings.HasSuffix(before, ":") || strings.HasSuffix(before, "»")
}

func lastWord(s string) string {
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if i < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return s[i+n:]
}

func firstWord(s string) string {
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); i >= 0 {
		return s[:i]
	}
	return s
}
