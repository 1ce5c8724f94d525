package plainfile

import (
	"unicode/utf8"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/words"
)

// Nearest returns the known name that a mistyped one most likely means: the one
// with the fewest slips (words.Distance), at most two and fewer
// than half its length. The first of equals wins; "" if none is near.
func Nearest(name string, known []string) string {
	best, at := 3, ""
	for _, k := range known {
		if d := words.Distance(name, k, 2); d < best && 2*d < utf8.RuneCountInString(k) {
			best, at = d, k
		}
	}
	return at
}

// DidYouMean returns "did you mean …?" for a mistyped name, else the message otherwise.
func DidYouMean(name string, known []string, otherwise string, parts ...any) catalogue.Message {
	if near := Nearest(name, known); near != "" {
		return catalogue.Text("did you mean %q?", near)
	}
	return catalogue.Text(otherwise, parts...)
}
