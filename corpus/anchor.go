package corpus

import (
	"unicode/utf8"

	"crosscase/corpus/catalogue"
)

// contextLength is how many characters are kept on either side of a quote
// that alone does not say where it stands.
const contextLength = 32

// shortQuote is the length, in characters, below which a quote is stored with
// its context even if it stands only once.
const shortQuote = 40

// leastContext is how many characters around a short quote must agree, at least, for
// another place to be taken for its own.
const leastContext = 10

// Fate says what became of a passage when its text changed.
type Fate string

// Told returns what became of the passage in a language, as part of a message.
func (f Fate) Told(l catalogue.Language) (string, bool) { return catalogue.Text(string(f)).Told(l) }

// The four fates. A passage is never given another place silently: Moved means
// that exactly one place can be meant.
const (
	Same    Fate = "same"    // the quote stands where it stood
	Moved   Fate = "moved"   // the quote stands elsewhere, in one place that can be meant
	Unclear Fate = "unclear" // the quote stands in several places and nothing decides between them
	Lost    Fate = "lost"    // the quote no longer stands in the text
)

// Anchor finds a passage again. Before and After are the characters around the
// quote, up to 32 on each side; they may be empty.
type Anchor struct {
	Span
	Quote, Before, After string
}

// NewAnchor returns the anchor of a span of the text, with its context when the
// quote is short or stands more than once.
func NewAnchor(t *Text, s Span) Anchor {
	a := Anchor{Span: s, Quote: t.Slice(s)}
	if s.Len() < shortQuote || len(t.Find(a.Quote, 2)) > 1 {
		a.Before = t.Slice(Span{max(0, s.Start-contextLength), s.Start})
		a.After = t.Slice(Span{s.End, min(t.Len(), s.End+contextLength)})
	}
	return a
}

// Locate finds the anchor in a text, which may have been corrected since the
// anchor was made. The span is the zero Span for Lost and Unclear; Candidates
// names the places of an unclear one.
//
// An anchor without a place (the zero Span, as when a person typed only the
// quote) is Moved when its quote stands once.
func (a Anchor) Locate(t *Text) (Span, Fate) {
	if a.Quote == "" {
		return Span{}, Lost
	}
	here := a.here(t)
	if a.Stands(t) {
		return a.Span, Same
	}
	places := t.Find(a.Quote, 0)
	switch {
	case len(places) == 0:
		return Span{}, Lost
	case len(places) == 1 && a.context(t, places[0]) < min(leastContext, a.fullContext()):
		return Span{}, Unclear // the passage itself may be gone, and this be another
	case len(places) == 1 && here:
		return a.Span, Same
	case len(places) == 1:
		return places[0], Moved
	}
	best, second, bestAt := -1, -1, Span{}
	for _, p := range places {
		score := a.context(t, p)
		if score > best {
			best, second, bestAt = score, best, p
		} else if score > second {
			second = score
		}
	}
	if best == second || best < min(leastContext, max(1, a.fullContext())) {
		return Span{}, Unclear
	}
	if here && bestAt == a.Span {
		return bestAt, Same
	}
	return bestAt, Moved
}

// Stands tells whether the quote stands in a text at the very place, and around it what is known to have stood there.
func (a Anchor) Stands(t *Text) bool { return a.here(t) && a.context(t, a.Span) == a.fullContext() }

// here tells whether the quote stands at its place.
func (a Anchor) here(t *Text) bool {
	return a.End > a.Start && a.End <= t.Len() && t.Slice(a.Span) == a.Quote
}

// Candidates returns every place where the quote stands.
func (a Anchor) Candidates(t *Text) []Span { return t.Find(a.Quote, 0) }

// context counts the characters around a place that agree with the anchor's,
// outward from the quote to the first that differs.
func (a Anchor) context(t *Text, p Span) int {
	before := t.Slice(Span{max(0, p.Start-contextLength), p.Start})
	after := t.Slice(Span{p.End, min(t.Len(), p.End+contextLength)})
	n := 0
	for x, y := before, a.Before; x != "" && y != ""; n++ {
		r, i := utf8.DecodeLastRuneInString(x)
		q, j := utf8.DecodeLastRuneInString(y)
		if r != q {
			break
		}
		x, y = x[:len(x)-i], y[:len(y)-j]
	}
	for x, y := after, a.After; x != "" && y != ""; n++ {
		r, i := utf8.DecodeRuneInString(x)
		q, j := utf8.DecodeRuneInString(y)
		if r != q {
			break
		}
		x, y = x[i:], y[j:]
	}
	return n
}

func (a Anchor) fullContext() int {
	return utf8.RuneCountInString(a.Before) + utf8.RuneCountInString(a.After)
}
