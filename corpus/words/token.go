package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Token is one word of a text. Start and End are bytes in the string that was
// taken apart.
type Token struct {
	Fold       string // lower case, without a hyphen and line end inside
	Start, End int
}

// Folds returns the words of s in order, in lower case as Token.Fold has them; nil if there are none.
func Folds(s string) []string {
	var out []string
	for _, t := range Tokens(s) {
		out = append(out, t.Fold)
	}
	return out
}

// Tokens returns the words of s in order: the segments of Unicode UAX 29 that
// hold a letter or a digit. A hyphen parts words ("KOSTRA-tall" is two), a full
// stop or an apostrophe between letters does not ("f.eks", "it's"), a colon does, and
// so does the narrow no-break space that groups digits, as any other space. Two parts of a word at the end
// and the beginning of a line are one word.
func Tokens(s string) []Token {
	out := make([]Token, 0, len(s)/6)
	it := words.FromString(s)
	for it.Next() {
		word, start := it.Value(), it.Start()
		for word != "" {
			part, gap := word, 0
			if i := strings.IndexByte(word, ':'); i >= 0 {
				part, gap = word[:i], 1
			}
			if i := strings.Index(part, narrowSpace); i >= 0 {
				part, gap = word[:i], len(narrowSpace)
			}
			if isWord(part) {
				out = append(out, Token{fold(part), start, start + len(part)})
			}
			start += len(part) + gap
			word = word[len(part)+gap:]
		}
	}
	return joinLines(s, out)
}

// Spoken returns the words of s that are somebody's own, as people count words: Tokens without what stands in square brackets, which is a
// transcriber's (a masked name, a laugh), and with a hyphen inside a word ("HR-avdelingen", "e-post" are one). An ending behind an
// abbreviation makes it no other word: "PC-en" is pc.
func Spoken(s string) []Token {
	out := joinHyphens(s, Tokens(s))
	if !strings.Contains(s, "[") {
		return out
	}
	return slices.DeleteFunc(out, func(t Token) bool {
		open := strings.LastIndexByte(s[:t.Start], '[')
		return open > strings.LastIndexByte(s[:t.Start], ']') && strings.IndexByte(s[t.End:], ']') >= 0
	})
}

// joinHyphens makes one word of words between which there is but a hyphen, with a letter on either side.
func joinHyphens(s string, tokens []Token) []Token {
	out := tokens[:0]
	for _, t := range tokens {
		if n := len(out); n > 0 && (s[out[n-1].End:t.Start] == "-" || s[out[n-1].End:t.Start] == "‐") {
			last := &out[n-1]
			before, _ := utf8.DecodeLastRuneInString(s[:last.End])
			after, _ := utf8.DecodeRuneInString(s[t.Start:])
			if unicode.IsLetter(before) && unicode.IsLetter(after) {
				if !endings[t.Fold] || !abbreviation(s[last.Start:last.End]) {
					last.Fold += "-" + t.Fold
				}
				last.End = t.End
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// endings are those that Norwegian, Swedish and Danish write behind a hyphen and an abbreviation.
var endings = map[string]bool{"en": true, "et": true, "a": true, "n": true, "er": true, "ar": true, "ene": true, "ane": true, "erne": true, "arna": true, "ens": true, "ets": true, "s": true}

// abbreviation tells whether a word is two or more capitals and nothing else.
func abbreviation(word string) bool {
	return utf8.RuneCountInString(word) > 1 && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsUpper(r) })
}

// joinLines makes one word of two that a hyphen at the end of a line parts: "kommune-⏎styret". A hyphen after or
// before anything but small letters is the word's own (KOSTRA-⏎tall), and so is one before a conjunction
// (barne- og ungdomsskolen).
func joinLines(s string, tokens []Token) []Token {
	out := tokens[:0]
	for _, t := range tokens {
		if n := len(out); n > 0 && lineParts(s[out[n-1].End:t.Start]) && !conjunctions[t.Fold] {
			before, _ := utf8.DecodeLastRuneInString(s[:out[n-1].End])
			after, _ := utf8.DecodeRuneInString(s[t.Start:])
			if unicode.IsLower(before) && unicode.IsLower(after) {
				out[n-1].Fold += t.Fold
				out[n-1].End = t.End
				continue
			}
		}
		out = append(out, t)
	}
	return out
}

// lineParts tells whether what stands between two words is a hyphen and one line end.
func lineParts(between string) bool {
	if between == "" || between[0] != '-' && !strings.HasPrefix(between, "‐") {
		return false
	}
	between = strings.TrimPrefix(strings.TrimPrefix(between, "-"), "‐")
	return strings.Trim(between, " \t\n") == "" && strings.Count(between, "\n") == 1
}

// conjunctions stand after a hyphen that stands for a word left out.
var conjunctions = map[string]bool{"og": true, "eller": true, "samt": true, "men": true, "and": true, "or": true, "och": true, "und": true, "oder": true, "to": true, "til": true}

const narrowSpace = "\u202f"

func isWord(s string) bool {
	if r, size := utf8.DecodeRuneInString(s); size == len(s) {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// fold brings a word to the form in which words are compared: lower case, one apostrophe.
func fold(word string) string {
	return strings.ReplaceAll(strings.ToLower(word), "’", "'")
}
