package coding

import (
	"bytes"
	"path"
	"sort"
	"strings"
	"unicode/utf8"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
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
	Looked        []Looked
	Asked         []Asked
	Covered       []Coverage
	NotApplicable []NotApplicable
	Followed      []FollowedPlace // what became of each place, if the text was corrected since

	unreadable [][]byte        // lines that could not be read, as they stand
	pending    []corpus.Anchor // of Codings, until they are placed
	lost       []lostPlace     // of Unplaced
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
	Document          string  `json:"document,omitempty"`
	Digest            string  `json:"digest,omitempty"`
	Read              string  `json:"read,omitempty"`
	Codebook          string  `json:"codebook,omitempty"`
	Coverage          string  `json:"coverage,omitempty"`
	Guide             string  `json:"guide,omitempty"`
	At                string  `json:"at,omitempty"`
	Asked             string  `json:"asked,omitempty"`
	NotAsked          string  `json:"not-asked,omitempty"`
	AnsweredElsewhere string  `json:"answered-elsewhere,omitempty"`
	NotApplicable     string  `json:"not-applicable,omitempty"`
	Code              string  `json:"code,omitempty"`
	Says              string  `json:"says,omitempty"`
	Value             string  `json:"value,omitempty"`
	Basis             string  `json:"basis,omitempty"`
	When              string  `json:"when,omitempty"`
	Quote             string  `json:"quote,omitempty"`
	Before            string  `json:"before,omitempty"`
	After             string  `json:"after,omitempty"`
	Was               string  `json:"was,omitempty"`
	Fate              string  `json:"fate,omitempty"`
	ID                string  `json:"id,omitempty"`
	From              string  `json:"from,omitempty"`
	Score             float64 `json:"score,omitempty"`
	On                string  `json:"on,omitempty"`
	Note              string  `json:"note,omitempty"`
}

// LayerFile returns where a coder's codings of a document lie.
func LayerFile(coder, document string) string {
	return path.Join("codings", coder, stem(document)+".jsonl")
}

// LayerOf returns whose file it is, and of which document.
func LayerOf(file string) (coder, document string) {
	return path.Base(path.Dir(file)), strings.TrimSuffix(path.Base(file), ".jsonl") + ".txt"
}

func stem(document string) string { return strings.TrimSuffix(document, ".txt") }

// ReadLayer reads codings/CODER/DOCUMENT.jsonl. The places are as they stand on
// disk; Place checks them against the text.
func ReadLayer(file string, data []byte, problems *plainfile.Problems) *Layer {
	coder, document := LayerOf(file)
	l := &Layer{File: file, Coder: coder, Document: document}
	keep := func(raw []byte) { l.unreadable = append(l.unreadable, raw) }
	for _, line := range lines(file, data, problems, keep) {
		var r record
		if !line.Decode(file, &r, problems) {
			keep(line.Raw)
			continue
		}
		if err := l.add(r, line.Number); err != nil {
			problems.Add(file, line.Number, "%s", err)
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

// alien returns what a record holds beside the fields of its kind.
func (r record) alien() record {
	switch {
	case r.Document != "":
		r.Document, r.Digest = "", ""
	case r.Read == readPassage:
		r.Read, r.At, r.Quote, r.Before, r.After, r.On = "", "", "", "", "", ""
	case r.Read != "":
		r.Read, r.Codebook, r.On, r.Note = "", "", "", ""
	case r.Coverage != "":
		r.Coverage, r.Guide, r.On, r.Note = "", "", "", ""
	case r.NotApplicable != "":
		r.NotApplicable, r.On, r.Note = "", "", ""
	case r.Code != "":
		r.Code, r.Says, r.Value, r.Basis, r.When, r.ID, r.From, r.Was, r.Fate, r.Score = "", "", "", "", "", "", "", "", "", 0
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

// add takes a record in. An error says why it cannot be used; it is kept as it stands.
func (l *Layer) add(r record, line int) error {
	if r.alien() != (record{}) {
		return catalogue.Errorf("says several things at once\nhint: write each on a line of its own: what was read, what was asked, a coding")
	}
	var span corpus.Span
	if r.At != "" {
		var err error
		if span, err = corpus.ParseSpan(r.At); err != nil {
			return catalogue.Errorf("%s\nhint: leave \"at\" out and keep \"quote\": the place is found by it", err)
		}
	}
	anchor := corpus.Anchor{Span: span, Quote: r.Quote, Before: r.Before, After: r.After}
	switch {
	case r.Document != "":
		if r.Document != l.Document {
			return catalogue.Errorf("speaks of %s, but the file is named for %s\nhint: rename the file or correct the first line", r.Document, l.Document)
		}
		l.Digest = r.Digest
	case r.Read == readPassage && r.Quote == "":
		return catalogue.Errorf("the passage that was read has no quote\nhint: add \"quote\" with the words that stand at the place")
	case r.Read == readPassage:
		l.Looked = append(l.Looked, Looked{Anchor: anchor, On: r.On, Line: line})
	case r.Read != "":
		l.Reads = append(l.Reads, Reading{r.Read, r.Codebook, r.On, r.Note, line})
	case r.Coverage != "":
		if r.Coverage != "closed" {
			return catalogue.Errorf("coverage %q is not known\nhint: write \"coverage\": \"closed\", or remove the line", r.Coverage)
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
		return catalogue.Errorf("says neither code, read, asked nor coverage\nhint: a coding is {\"at\": \"812-854\", \"code\": \"…\", \"quote\": \"…\"}")
	}
	return nil
}

func (l *Layer) addCoding(r record, span corpus.Span, line int) error {
	says, err := ParseSays(r.Says)
	if err != nil {
		return err
	}
	basis, err := ParseBasis(r.Basis)
	if err != nil {
		return err
	}
	if r.Quote == "" {
		return catalogue.Errorf("the coding has no quote\nhint: add \"quote\" with the words that stand at the place")
	}
	fate := corpus.Fate(r.Fate)
	if fate != "" && fate != corpus.Unclear && fate != corpus.Lost {
		return catalogue.Errorf("fate %q is not known\nhint: write unclear or lost, or remove the field", r.Fate)
	}
	c := Coding{ID: r.ID, Was: r.Was, Fate: fate, Code: r.Code, Coder: l.Coder, Says: says, Value: r.Value, Basis: basis, When: r.When, Note: r.Note, On: r.On,
		From: r.From, Score: r.Score, Quote: r.Quote, Passage: corpus.Passage{Document: l.Document, Span: span}, Line: line}
	l.Codings = append(l.Codings, c)
	l.pending = append(l.pending, corpus.Anchor{Span: span, Quote: r.Quote, Before: r.Before, After: r.After})
	return nil
}

// Empty tells whether the layer says nothing at all.
func (l *Layer) Empty() bool {
	return len(l.Codings)+len(l.Unplaced)+len(l.Reads)+len(l.Looked)+len(l.Asked)+len(l.Covered)+len(l.NotApplicable)+len(l.unreadable) == 0
}

// Encode returns the layer as its file holds it: the document with the digest of
// its text, readings, coverage, what was asked in text order, what does not apply, and the codings
// in text order. Lines that could not be read or placed stand at the end as they were.
func (l *Layer) Encode(t *corpus.Text) ([]byte, error) {
	records := []record{{Document: l.Document, Digest: l.Digest}}
	for _, r := range l.Reads {
		records = append(records, record{Read: r.Codes, Codebook: r.Codebook, On: r.On, Note: r.Note})
	}
	looked := append([]Looked(nil), l.Looked...)
	sort.SliceStable(looked, func(i, j int) bool { return looked[i].Anchor.Start < looked[j].Anchor.Start })
	for _, k := range looked {
		records = append(records, k.record(t))
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
		r := codingRecord(c, l.lost[i].Anchor)
		if l.lost[i].corrected {
			r.Fate = string(c.Fate)
		}
		records = append(records, r)
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
	r := record{Code: c.Code, Value: c.Value, Basis: c.Basis, When: c.When, Quote: a.Quote, Before: a.Before, After: a.After, Was: c.Was, ID: c.ID, From: c.From, Score: c.Score, On: c.On, Note: c.Note}
	if a.Span.Len() > 0 {
		r.At = a.Span.String()
	}
	if c.Says != For {
		r.Says = string(c.Says)
	}
	return r
}

// Unplace takes an unplaced coding out of the layer and returns it.
func (l *Layer) Unplace(id string) (Coding, bool) {
	for i, c := range l.Unplaced {
		if c.ID == id {
			l.Unplaced = append(l.Unplaced[:i:i], l.Unplaced[i+1:]...)
			l.lost = append(l.lost[:i:i], l.lost[i+1:]...)
			return c, true
		}
	}
	return Coding{}, false
}
