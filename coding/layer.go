package coding

import (
	"bytes"
	"fmt"
	"path"
	"sort"
	"strings"
	"unicode/utf8"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// Layer is what one coder said of one document.
type Layer struct {
	Coder    string
	Document string // key
	Digest   string // of the text the places were made on
	File     string

	Codings       []Coding
	Unplaced      []Coding // their quote is not in the text, or stands in several places
	Reads         []Reading
	Asked         []Asked
	Covered       []Coverage
	NotApplicable []NotApplicable

	unreadable [][]byte        // lines that could not be read, as they stand
	pending    []corpus.Anchor // of Codings, until they are placed
	lost       []corpus.Anchor // of Unplaced
}

// Reading records that a coder has read the document.
type Reading struct {
	Codes    string // "all", or keys with blanks between them; a key stands for all below it
	Codebook string // digest of the code book as it was
	On       string
	Note     string
	Line     int
}

// Asked says of a question whether it was asked in the interview.
type Asked struct {
	Question string
	How      string        // asked, not-asked, answered-elsewhere
	Anchor   corpus.Anchor // the zero Anchor if no place is known
	Note     string
	On       string
	Line     int
	lost     corpus.Anchor // as it stands in the file, if there is no such place in the text
}

// The ways a question may stand to an interview.
const (
	WasAsked          = "asked"
	NotAsked          = "not-asked"
	AnsweredElsewhere = "answered-elsewhere"
)

// Coverage records that a person has gone through what was asked in an interview.
type Coverage struct {
	Guide string // digest of the guide as it was
	On    string
	Note  string
	Line  int
}

// NotApplicable says that a code cannot apply to the document, and why.
type NotApplicable struct {
	Code, Note, On string
	Line           int
}

// record is one line of a codings file. Which kind it is, its first field says.
type record struct {
	Document          string `json:"document,omitempty"`
	Digest            string `json:"digest,omitempty"`
	Read              string `json:"read,omitempty"`
	Codebook          string `json:"codebook,omitempty"`
	Coverage          string `json:"coverage,omitempty"`
	Guide             string `json:"guide,omitempty"`
	At                string `json:"at,omitempty"`
	Asked             string `json:"asked,omitempty"`
	NotAsked          string `json:"not-asked,omitempty"`
	AnsweredElsewhere string `json:"answered-elsewhere,omitempty"`
	NotApplicable     string `json:"not-applicable,omitempty"`
	Code              string `json:"code,omitempty"`
	Says              string `json:"says,omitempty"`
	Value             string `json:"value,omitempty"`
	Basis             string `json:"basis,omitempty"`
	When              string `json:"when,omitempty"`
	Quote             string `json:"quote,omitempty"`
	Before            string `json:"before,omitempty"`
	After             string `json:"after,omitempty"`
	ID                string `json:"id,omitempty"`
	From              string `json:"from,omitempty"`
	On                string `json:"on,omitempty"`
	Note              string `json:"note,omitempty"`
}

// LayerFile returns where a coder's codings of a document lie.
func LayerFile(coder, document string) string {
	return path.Join("codings", coder, stem(document)+".jsonl")
}

func stem(document string) string { return strings.TrimSuffix(document, ".txt") }

// ReadLayer reads codings/CODER/DOCUMENT.jsonl. The places are as they stand on
// disk; Place checks them against the text.
func ReadLayer(file string, data []byte, problems *plainfile.Problems) *Layer {
	l := &Layer{File: file, Coder: path.Base(path.Dir(file)), Document: strings.TrimSuffix(path.Base(file), ".jsonl") + ".txt"}
	keep := func(raw []byte) { l.unreadable = append(l.unreadable, raw) }
	for _, line := range lines(file, data, problems, keep) {
		var r record
		if !line.Decode(file, &r, problems) {
			keep(line.Raw)
			continue
		}
		if err := l.add(r, line.Number); err != nil {
			problems.Add(file, line.Number, err.hint, "%s", err.message)
			keep(line.Raw)
		}
	}
	return l
}

// lines returns the lines of a file that are UTF-8 text; the others are problems, and
// keep is told of them.
func lines(file string, data []byte, problems *plainfile.Problems, keep func(raw []byte)) []plainfile.Line {
	for _, raw := range bytes.Split(data, []byte("\n")) {
		if !utf8.Valid(raw) {
			keep(bytes.TrimSpace(raw))
		}
	}
	return plainfile.Lines(file, data, problems)
}

// recordError says why a record cannot be used. It is kept as it stands.
type recordError struct{ message, hint string }

// alien returns what a record holds beside the fields of its kind.
func (r record) alien() record {
	switch {
	case r.Document != "":
		r.Document, r.Digest = "", ""
	case r.Read != "":
		r.Read, r.Codebook, r.On, r.Note = "", "", "", ""
	case r.Coverage != "":
		r.Coverage, r.Guide, r.On, r.Note = "", "", "", ""
	case r.NotApplicable != "":
		r.NotApplicable, r.On, r.Note = "", "", ""
	case r.Code != "":
		r.Code, r.Says, r.Value, r.Basis, r.When, r.ID, r.From = "", "", "", "", "", "", ""
		r.At, r.Quote, r.Before, r.After, r.On, r.Note = "", "", "", "", "", ""
	case r.Asked != "":
		r.Asked, r.At, r.Quote, r.Before, r.After, r.On, r.Note = "", "", "", "", "", "", ""
	case r.NotAsked != "":
		r.NotAsked, r.At, r.Quote, r.Before, r.After, r.On, r.Note = "", "", "", "", "", "", ""
	case r.AnsweredElsewhere != "":
		r.AnsweredElsewhere, r.At, r.Quote, r.Before, r.After, r.On, r.Note = "", "", "", "", "", "", ""
	default:
		return record{}
	}
	return r
}

func (l *Layer) add(r record, line int) *recordError {
	if r.alien() != (record{}) {
		return &recordError{"says several things at once", "write each on a line of its own: what was read, what was asked, a coding"}
	}
	var span corpus.Span
	if r.At != "" {
		var err error
		if span, err = corpus.ParseSpan(r.At); err != nil {
			return &recordError{err.Error(), "leave \"at\" out and keep \"quote\": the place is found by it"}
		}
	}
	anchor := corpus.Anchor{Span: span, Quote: r.Quote, Before: r.Before, After: r.After}
	switch {
	case r.Document != "":
		if r.Document != l.Document {
			return &recordError{fmt.Sprintf("speaks of %s, but the file is named for %s", r.Document, l.Document), "rename the file or correct the first line"}
		}
		l.Digest = r.Digest
	case r.Read != "":
		l.Reads = append(l.Reads, Reading{r.Read, r.Codebook, r.On, r.Note, line})
	case r.Coverage != "":
		if r.Coverage != "closed" {
			return &recordError{fmt.Sprintf("coverage %q is not known", r.Coverage), "write \"coverage\": \"closed\", or remove the line"}
		}
		l.Covered = append(l.Covered, Coverage{r.Guide, r.On, r.Note, line})
	case r.Asked != "":
		l.Asked = append(l.Asked, Asked{Question: r.Asked, How: WasAsked, Anchor: anchor, Note: r.Note, On: r.On, Line: line})
	case r.NotAsked != "":
		l.Asked = append(l.Asked, Asked{Question: r.NotAsked, How: NotAsked, Anchor: anchor, Note: r.Note, On: r.On, Line: line})
	case r.AnsweredElsewhere != "":
		l.Asked = append(l.Asked, Asked{Question: r.AnsweredElsewhere, How: AnsweredElsewhere, Anchor: anchor, Note: r.Note, On: r.On, Line: line})
	case r.NotApplicable != "":
		l.NotApplicable = append(l.NotApplicable, NotApplicable{r.NotApplicable, r.Note, r.On, line})
	case r.Code != "":
		return l.addCoding(r, span, line)
	default:
		return &recordError{"says neither code, read, asked nor coverage", "a coding is {\"at\": \"812-854\", \"code\": \"…\", \"quote\": \"…\"}"}
	}
	return nil
}

func (l *Layer) addCoding(r record, span corpus.Span, line int) *recordError {
	says, err := ParseSays(r.Says)
	if err != nil {
		return &recordError{err.Error(), ""}
	}
	basis, err := ParseBasis(r.Basis)
	if err != nil {
		return &recordError{err.Error(), ""}
	}
	if r.Quote == "" {
		return &recordError{"the coding has no quote", "add \"quote\" with the words that stand at the place"}
	}
	c := Coding{ID: r.ID, Code: r.Code, Coder: l.Coder, Says: says, Value: r.Value, Basis: basis, When: r.When, Note: r.Note, On: r.On,
		From: r.From, Quote: r.Quote, Passage: corpus.Passage{Document: l.Document, Span: span}, Line: line}
	l.Codings = append(l.Codings, c)
	l.pending = append(l.pending, corpus.Anchor{Span: span, Quote: r.Quote, Before: r.Before, After: r.After})
	return nil
}

// Place finds every coding in the text. Those whose quote is not there, or
// stands in several places, go to Unplaced and are problems; they are kept in the
// file as they are. Ids are given to codings that have none.
func (l *Layer) Place(t *corpus.Text, digest string, taken map[string]bool, problems *plainfile.Problems) {
	placed := make([]Coding, 0, len(l.Codings))
	changed := l.Digest != "" && l.Digest != digest
	moved := 0
	for i, c := range l.Codings {
		a := l.pending[i]
		span, fate := a.Locate(t)
		c.Fate = fate
		switch {
		case fate == corpus.Lost:
			problems.Add(l.File, c.Line, "copy the words from the text, or look at what became of them: crosscase corpus show "+l.Document,
				"coding %s: its quote does not stand in %s: %q", name(c), l.Document, shorten(c.Quote, 60))
			l.Unplaced = append(l.Unplaced, c)
			l.lost = append(l.lost, a)
			continue
		case fate == corpus.Unclear:
			problems.Add(l.File, c.Line, "add one of these as \"at\": "+places(a.Candidates(t)), "coding %s: its quote stands in %s more than once: %q", name(c), l.Document, shorten(c.Quote, 60))
			l.Unplaced = append(l.Unplaced, c)
			l.lost = append(l.lost, a)
			continue
		case fate == corpus.Moved && a.Span == (corpus.Span{}):
			c.Fate = corpus.Same
		case fate == corpus.Moved && !changed:
			problems.Add(l.File, c.Line, "crosscase check --mend puts it right", "coding %s: its quote stands at %s, not at %s", name(c), span, a.Span)
		case fate == corpus.Moved:
			moved++
		}
		c.Span = span
		placed = append(placed, c)
	}
	if changed {
		problems.Add(l.File, 1, "crosscase check --mend takes over the new places", "%s was changed since these codings were made: %d in the same place, %d moved, %d not found",
			l.Document, len(placed)-moved, moved, len(l.Unplaced))
	}
	l.Codings, l.pending = placed, nil
	for _, c := range append(append([]Coding{}, l.Codings...), l.Unplaced...) {
		if c.ID == "" {
			continue
		}
		if taken[c.ID] {
			problems.Add(l.File, c.Line, "remove \"id\" from one of them: it gets a new one", "coding %s: another coding of the study has the same id", c.ID)
		}
		taken[c.ID] = true
	}
	for i := range l.Asked {
		a := &l.Asked[i]
		if a.Anchor.Quote == "" {
			if a.Anchor.End > t.Len() {
				problems.Add(l.File, a.Line, "correct \"at\", or give the words as \"quote\" instead", "question %s: %s has %d characters; there is no %s", a.Question, l.Document, t.Len(), a.Anchor.Span)
				a.lost, a.Anchor = a.Anchor, corpus.Anchor{}
			}
			continue
		}
		span, fate := a.Anchor.Locate(t)
		if fate == corpus.Lost || fate == corpus.Unclear {
			problems.Add(l.File, a.Line, "copy the words from the text", "question %s: its quote is %s in %s", a.Question, fate, l.Document)
			a.lost, a.Anchor = a.Anchor, corpus.Anchor{}
			continue
		}
		a.Anchor.Span = span
	}
	Number(l.Codings, digest, taken)
	l.Digest = digest
	sortCodings(l.Codings)
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

// Empty tells whether the layer says nothing at all.
func (l *Layer) Empty() bool {
	return len(l.Codings)+len(l.Unplaced)+len(l.Reads)+len(l.Asked)+len(l.Covered)+len(l.NotApplicable)+len(l.unreadable) == 0
}

// Encode returns the layer as its file holds it: the document with the digest of
// its text, readings, coverage, what was asked in text order, what does not apply, and the codings
// in text order. Lines that could not be read or placed stand at the end as they were.
func (l *Layer) Encode(t *corpus.Text) ([]byte, error) {
	records := []record{{Document: l.Document, Digest: l.Digest}}
	for _, r := range l.Reads {
		records = append(records, record{Read: r.Codes, Codebook: r.Codebook, On: r.On, Note: r.Note})
	}
	for _, c := range l.Covered {
		records = append(records, record{Coverage: "closed", Guide: c.Guide, On: c.On, Note: c.Note})
	}
	asked := append([]Asked(nil), l.Asked...)
	sort.SliceStable(asked, func(i, j int) bool {
		if asked[i].Anchor.Start != asked[j].Anchor.Start {
			return asked[i].Anchor.Start < asked[j].Anchor.Start
		}
		return asked[i].Question < asked[j].Question
	})
	for _, a := range asked {
		records = append(records, a.record(t))
	}
	for _, n := range l.NotApplicable {
		records = append(records, record{NotApplicable: n.Code, On: n.On, Note: n.Note})
	}
	codings := append([]Coding(nil), l.Codings...)
	sortCodings(codings)
	for _, c := range codings {
		records = append(records, codingRecord(c, corpus.NewAnchor(t, c.Span)))
	}
	for i, c := range l.Unplaced {
		records = append(records, codingRecord(c, l.lost[i]))
	}
	var out []byte
	for _, r := range records {
		line, err := plainfile.EncodeLine(r)
		if err != nil {
			return nil, err
		}
		out = append(out, line...)
	}
	for _, u := range l.unreadable {
		out = append(append(out, u...), '\n')
	}
	return out, nil
}

func (a Asked) record(t *corpus.Text) record {
	r := record{On: a.On, Note: a.Note}
	switch a.How {
	case NotAsked:
		r.NotAsked = a.Question
	case AnsweredElsewhere:
		r.AnsweredElsewhere = a.Question
	default:
		r.Asked = a.Question
	}
	anchor := a.Anchor
	switch {
	case a.lost != (corpus.Anchor{}):
		anchor = a.lost
	case anchor.Len() > 0:
		anchor = corpus.NewAnchor(t, anchor.Span)
	}
	if anchor.Len() > 0 {
		r.At = anchor.Span.String()
	}
	r.Quote, r.Before, r.After = anchor.Quote, anchor.Before, anchor.After
	return r
}

func codingRecord(c Coding, a corpus.Anchor) record {
	r := record{Code: c.Code, Value: c.Value, Basis: c.Basis, When: c.When, Quote: a.Quote, Before: a.Before, After: a.After, ID: c.ID, From: c.From, On: c.On, Note: c.Note}
	if a.Span.Len() > 0 {
		r.At = a.Span.String()
	}
	if c.Says != For {
		r.Says = string(c.Says)
	}
	return r
}
