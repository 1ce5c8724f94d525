package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Token is one word of a text. Start and End are bytes in the string that was
// taken apart.
type Token struct {
	Fold       string // lower case
	Start, End int
}

// Tokens returns the words of s in order: the segments of Unicode UAX 29 that
// hold a letter or a digit. A hyphen parts words ("KOSTRA-tall" is two), a full
// stop or an apostrophe between letters does not ("f.eks", "it's"), a colon does, and
// so does the narrow no-break space that groups digits, as any other space.
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
	return out
}

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
