package coding

import (
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// Looked records that a coder has looked at one passage (coding recode), so that a passage which got no code then is told from one
// that was never looked at.
type Looked struct {
	Anchor corpus.Anchor // the zero Anchor if its words are lost
	On     string
	Line   int
	lost   corpus.Anchor // as it stands in the file, if there is no such place in the text
}

// readPassage is what the record of a Looked has for "read".
const readPassage = "passage"

// Looking returns the record of a look at a passage of a text.
func Looking(t *corpus.Text, at corpus.Span, on string) Looked {
	return Looked{Anchor: corpus.NewAnchor(t, at), On: on}
}

func (k Looked) record(t *corpus.Text) record {
	anchor := k.lost
	if anchor == (corpus.Anchor{}) {
		anchor = corpus.NewAnchor(t, k.Anchor.Span)
	}
	r := record{Read: readPassage, On: k.On, Quote: anchor.Quote, Before: anchor.Before, After: anchor.After}
	if anchor.Len() > 0 {
		r.At = anchor.Span.String()
	}
	return r
}

// placeLooked finds the passages that were looked at.
func (l *Layer) placeLooked(t *corpus.Text, rev *corpus.Revision, problems *plainfile.Problems) {
	for i := range l.Looked {
		k := &l.Looked[i]
		f := follow(k.Anchor, t, rev)
		if f.Fate == corpus.Lost || f.Fate == corpus.Unclear {
			problems.Add(l.File, k.Line, "the passage that was looked at is %s in %s: %q\nhint: copy the words from the text, or take the line out", f.Fate, l.Document, shorten(k.Anchor.Quote, 60))
			k.lost, k.Anchor = k.Anchor, corpus.Anchor{}
			continue
		}
		k.Anchor.Span = f.Span
	}
}
