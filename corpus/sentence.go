package corpus

import "crosscase/corpus/words"

// Sentences returns the sentences of the part of the text within a span, as
// spans of the text without the white space around them.
func Sentences(t *Text, within Span) []Span {
	base := t.Byte(within.Start)
	found := words.Sentences(t.s[base:t.Byte(within.End)])
	out := make([]Span, len(found))
	for i, f := range found {
		out[i] = Span{t.Char(base + f[0]), t.Char(base + f[1])}
	}
	return out
}
