package coding

import (
	"path"
	"sort"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// Verdict is what a person decided on a proposal.
type Verdict string

// The verdicts.
const (
	Accepted Verdict = "accepted"
	Declined Verdict = "declined"
	Changed  Verdict = "changed"
)

// Review is one person's verdict on a proposal. It belongs to the place and the
// code, so it still stands when the machine coders run again.
type Review struct {
	Coder   string // who decided
	Code    string
	Verdict Verdict
	Of      string // the machine coder whose proposal it was
	Note    string
	On      string
	Quote   string
	corpus.Passage
	Definition string           // short digest of the code's definition as it was, "" if nobody kept it
	Line       int              // in its file, 0 for one that was not read from one
	Followed   *corpus.Followed // what became of the place, if the text was corrected since

	anchor corpus.Anchor
	raw    []byte // a line that could not be read; it is kept as it stands
}

type reviewRecord struct {
	Document   string `json:"document,omitempty"`
	Digest     string `json:"digest,omitempty"`
	At         string `json:"at,omitempty"`
	Code       string `json:"code,omitempty"`
	Verdict    string `json:"verdict,omitempty"`
	Of         string `json:"of,omitempty"`
	Quote      string `json:"quote,omitempty"`
	Before     string `json:"before,omitempty"`
	After      string `json:"after,omitempty"`
	On         string `json:"on,omitempty"`
	Note       string `json:"note,omitempty"`
	Definition string `json:"definition,omitempty"`
}

// ReviewFile returns where a coder's verdicts on a document lie.
func ReviewFile(coder, document string) string {
	return path.Join("reviews", coder, stem(document)+".jsonl")
}

// ReadReviews reads reviews/CODER/DOCUMENT.jsonl and finds the places in the text. A
// line that cannot be read is a problem and a review without a verdict, so that
// EncodeReviews writes it back. since gives what changed from the text with a digest to
// this one, nil if nothing did or if that text was not kept.
func ReadReviews(file string, data []byte, t *corpus.Text, since func(digest string) *corpus.Revision, problems *plainfile.Problems) []Review {
	var out []Review
	var rev *corpus.Revision
	coder, document := LayerOf(file)
	keep := func(raw []byte) {
		out = append(out, Review{Coder: coder, Passage: corpus.Passage{Document: document}, raw: raw})
	}
	for _, line := range lines(file, data, problems, keep) {
		var r reviewRecord
		if !line.Decode(file, &r, problems) {
			keep(line.Raw)
			continue
		}
		if r.Document != "" {
			rev = since(r.Digest)
			continue
		}
		v := Review{Coder: coder, Code: r.Code, Verdict: Verdict(r.Verdict), Of: r.Of, Note: r.Note, On: r.On, Quote: r.Quote, Definition: r.Definition, Line: line.Number}
		v.Document = document
		switch v.Verdict {
		case Accepted, Declined, Changed:
		default:
			problems.Add(file, line.Number, "verdict %q is not known\nhint: write accepted, declined or changed", r.Verdict)
			keep(line.Raw)
			continue
		}
		v.anchor = corpus.Anchor{Quote: r.Quote, Before: r.Before, After: r.After}
		if r.At != "" {
			span, err := corpus.ParseSpan(r.At)
			if err != nil {
				problems.Add(file, line.Number, "%s", err)
				keep(line.Raw)
				continue
			}
			v.anchor.Span = span
		}
		if t != nil {
			f := follow(v.anchor, t, rev)
			if f.Fate == corpus.Lost || f.Fate == corpus.Unclear {
				problems.Add(file, line.Number, "the quote of a verdict on %q is %s in %s\nhint: the verdict stands on nothing now; crosscase coding remove %s:%d takes it out", r.Code, f.Fate, document, file, line.Number)
			}
			v.Span = f.Span
			if rev != nil {
				v.Followed = &f
			}
		}
		out = append(out, v)
	}
	return out
}

// EncodeReviews returns verdicts as their file holds them, in text order; lines that
// could not be read stand at the end as they were.
func EncodeReviews(document, digest string, reviews []Review, t *corpus.Text) ([]byte, error) {
	out, err := plainfile.EncodeLine(reviewRecord{Document: document, Digest: digest})
	if err != nil {
		return nil, err
	}
	sorted := append([]Review(nil), reviews...)
	sort.SliceStable(sorted, func(i, j int) bool {
		if sorted[i].Passage != sorted[j].Passage {
			return sorted[i].Passage.Before(sorted[j].Passage)
		}
		return sorted[i].Code < sorted[j].Code
	})
	var unreadable []byte
	for _, v := range sorted {
		if v.raw != nil {
			unreadable = append(append(unreadable, v.raw...), '\n')
			continue
		}
		a := v.anchor
		if v.Len() > 0 {
			a = corpus.NewAnchor(t, v.Span)
		}
		r := reviewRecord{Code: v.Code, Verdict: string(v.Verdict), Of: v.Of, Quote: a.Quote, Before: a.Before, After: a.After, On: v.On, Note: v.Note, Definition: v.Definition}
		if a.Len() > 0 {
			r.At = a.Span.String()
		}
		line, err := plainfile.EncodeLine(r)
		if err != nil {
			return nil, err
		}
		out = append(out, line...)
	}
	return append(out, unreadable...), nil
}

// Lost tells whether the words that a verdict was given on are not in the text any longer, or in several places.
func (v Review) Lost() bool { return v.raw == nil && v.Len() == 0 }

// Was returns the place of the verdict as it stands in its file.
func (v Review) Was() corpus.Span { return v.anchor.Span }

// Decided returns the verdict on a proposal: the last one given on its code and
// exactly its place, by anybody; "" if nobody has decided.
func Decided(c Coding, reviews []Review) Verdict {
	var out Verdict
	for _, r := range reviews {
		if r.Code == c.Code && r.Passage == c.Passage {
			out = r.Verdict
		}
	}
	return out
}
