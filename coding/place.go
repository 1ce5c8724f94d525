package coding

import (
	"fmt"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// Place finds every coding in the text. Those whose quote is not there, or
// stands in several places, go to Unplaced and are problems; they are kept in the
// file as they are. One that was lost is at its place again where the text has the same words there, and around them, as it had. Ids are given to codings that have none.
//
// rev leads from the text on which the codings were made to this one; it is nil where both
// are the same, and where the earlier one was not kept: then the quotes alone must do.
func (l *Layer) Place(t *corpus.Text, digest string, rev *corpus.Revision, taken map[string]bool, problems *plainfile.Problems) {
	placed := make([]Coding, 0, len(l.Codings))
	changed := l.Digest != "" && l.Digest != digest
	moved := 0
	unplaced := func(c Coding, a corpus.Anchor, fate corpus.Fate) {
		l.lost = append(l.lost, lostPlace{a, c.Fate != "" || changed})
		c.Fate = fate
		l.Unplaced = append(l.Unplaced, c)
	}
	for i, c := range l.Codings {
		a := l.pending[i]
		if changed {
			l.Followed = append(l.Followed, FollowedPlace{Coding: c, Was: a, Followed: corpus.Followed{Fate: c.Fate}})
		}
		back := c.Fate == corpus.Lost && a.Stands(t)
		if c.Fate != "" && !back {
			problems.Add(l.File, c.Line, "coding %s is %s since %s was corrected: %q\nhint: crosscase coding place %s %s:START-END says where it stands now; crosscase coding remove %s takes it out", name(c), c.Fate, l.Document, shorten(c.Quote, 60), name(c), l.Document, name(c))
			unplaced(c, a, c.Fate)
			continue
		}
		f := corpus.Followed{Fate: corpus.Same, Span: a.Span} // the words are there again
		if !back {
			f = follow(a, t, rev)
		}
		if changed {
			l.Followed[i].Followed = f
		}
		switch {
		case f.Fate == corpus.Lost:
			problems.Add(l.File, c.Line, "coding %s: its quote does not stand in %s: %q\nhint: copy the words from the text, or look at what became of them: crosscase corpus show %s", name(c), l.Document, shorten(c.Quote, 60), l.Document)
			unplaced(c, a, f.Fate)
			continue
		case f.Fate == corpus.Unclear && rev == nil:
			problems.Add(l.File, c.Line, "coding %s: its quote stands in %s more than once: %q\nhint: add one of these as \"at\": %s", name(c), l.Document, shorten(c.Quote, 60), places(f.Candidates))
			unplaced(c, a, f.Fate)
			continue
		case f.Fate == corpus.Unclear:
			problems.Add(l.File, c.Line, "coding %s: where it stands since %s was corrected is unclear: %q\nhint: crosscase coding place %s with one of these places: %s", name(c), l.Document, shorten(c.Quote, 60), name(c), places(f.Candidates))
			unplaced(c, a, f.Fate)
			continue
		case f.Fate == corpus.Moved && a.Span == (corpus.Span{}):
			f.Fate = corpus.Same
		case f.Fate == corpus.Moved && !changed:
			problems.Add(l.File, c.Line, "coding %s: its quote stands at %s, not at %s\nhint: crosscase check --mend puts it right", name(c), f.Span, a.Span)
		case f.Fate == corpus.Moved:
			moved++
		}
		c.Fate, c.Span = f.Fate, f.Span
		if f.Changed {
			if c.Was == "" {
				c.Was = c.Quote
			}
			c.Quote = t.Slice(f.Span)
		}
		placed = append(placed, c)
	}
	if changed {
		problems.Add(l.File, 1, "%s was changed since these codings were made: %d in the same place, %d moved, %d not found\nhint: crosscase corpus revise %s takes over the new places", l.Document, len(placed)-moved, moved, len(l.Unplaced), l.Document)
	}
	l.Codings, l.pending = placed, nil
	for _, c := range append(append([]Coding{}, l.Codings...), l.Unplaced...) {
		if c.ID == "" {
			continue
		}
		if taken[c.ID] {
			problems.Add(l.File, c.Line, "coding %s: another coding of the study has the same id\nhint: remove \"id\" from one of them: it gets a new one", c.ID)
		}
		taken[c.ID] = true
	}
	for i := range l.Asked {
		was := l.Asked[i].Anchor
		f := l.placeAsked(&l.Asked[i], t, rev, problems)
		if changed && was.Quote != "" {
			l.Followed = append(l.Followed, FollowedPlace{Question: l.Asked[i].Question, Was: was, Followed: f})
		}
	}
	l.placeLooked(t, rev, problems)
	Number(l.Codings, digest, taken)
	Number(l.Unplaced, digest, taken)
	l.Digest = digest
	sortCodings(l.Codings)
}

// lostPlace is where a coding stood that has no place in the text now.
type lostPlace struct {
	corpus.Anchor
	corrected bool // the text was corrected since: its fate is written down, and a person decides
}

// FollowedPlace says what became of a coding, or of the place where a question was asked,
// since the text was corrected.
type FollowedPlace struct {
	Coding   Coding // as it was; zero for a question
	Question string
	Was      corpus.Anchor
	corpus.Followed
}

// placeAsked finds where a question was asked.
func (l *Layer) placeAsked(a *Asked, t *corpus.Text, rev *corpus.Revision, problems *plainfile.Problems) corpus.Followed {
	if a.Anchor.Quote == "" {
		if a.Anchor.End > t.Len() {
			problems.Add(l.File, a.Line, "question %s: %s has %d characters; there is no %s\nhint: correct \"at\", or give the words as \"quote\" instead", a.Question, l.Document, t.Len(), a.Anchor.Span)
			a.lost, a.Anchor = a.Anchor, corpus.Anchor{}
		}
		return corpus.Followed{}
	}
	f := follow(a.Anchor, t, rev)
	if f.Fate == corpus.Lost || f.Fate == corpus.Unclear {
		problems.Add(l.File, a.Line, "question %s: its quote is %s in %s\nhint: copy the words from the text", a.Question, f.Fate, l.Document)
		a.lost, a.Anchor = a.Anchor, corpus.Anchor{}
		return f
	}
	a.Anchor.Span = f.Span
	return f
}

// follow finds an anchor in a text: by what changed since the text it was made on where
// that is known and the anchor fits it, else by its quote.
func follow(a corpus.Anchor, t *corpus.Text, rev *corpus.Revision) corpus.Followed {
	if rev != nil && a.Len() > 0 && a.End <= rev.Old.Len() && rev.Old.Slice(a.Span) == a.Quote {
		return rev.Follow(a.Span)
	}
	span, fate := a.Locate(t)
	f := corpus.Followed{Span: span, Fate: fate}
	if fate == corpus.Unclear {
		f.Candidates = a.Candidates(t)
	}
	return f
}

func name(c Coding) string {
	if c.ID != "" {
		return c.ID
	}
	return "of " + c.Code
}

func places(spans []corpus.Span) string {
	parts := []string{}
	for i, s := range spans {
		if i == 5 {
			parts = append(parts, fmt.Sprintf("and %d more", len(spans)-i))
			break
		}
		parts = append(parts, s.String())
	}
	return strings.Join(parts, ", ")
}

// shorten cuts a text to about n characters at a word and marks the cut.
func shorten(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 {
		cut = cut[:i]
	}
	return cut + " …"
}

// KeepPlaces takes over from what was placed here before, by ids, where the codings of a layer stand that was made on an earlier text: of those
// whose words the correction changed and of those that it left no place, on which a person may have decided here. Both layers are placed.
func (l *Layer) KeepPlaces(here *Layer) {
	known := map[string]Coding{}
	for _, c := range here.Codings {
		known[c.ID] = c
	}
	changed := map[string]bool{}
	for _, f := range l.Followed {
		changed[f.Coding.ID] = f.Changed
	}
	for i := range l.Codings {
		c := &l.Codings[i]
		if k, ok := known[c.ID]; ok && (changed[c.ID] || k.Span == c.Span) {
			c.Span, c.Quote, c.Was, c.Fate = k.Span, k.Quote, k.Was, k.Fate
		}
	}
	for _, c := range append([]Coding(nil), l.Unplaced...) {
		if k, ok := known[c.ID]; ok && c.ID != "" {
			l.Unplace(c.ID)
			c.Span, c.Quote, c.Was, c.Fate = k.Span, k.Quote, k.Was, k.Fate
			l.Codings = append(l.Codings, c)
		}
	}
	sortCodings(l.Codings)
}
