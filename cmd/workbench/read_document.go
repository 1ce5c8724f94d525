package workbench

import (
	"net/http"
	"sort"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus"
)

// documentAnswer is a document as it is read. All places are in characters, as on disk; the
// page turns them into its own units in one place.
type documentAnswer struct {
	Version   int             `json:"version"` // of the study
	Key       string          `json:"key"`
	Title     string          `json:"title"`
	Kind      string          `json:"kind"`
	Date      string          `json:"date"`
	Minutes   int             `json:"minutes"`
	Language  string          `json:"language"`
	Digest    string          `json:"digest"` // of the text, which edits name
	Length    int             `json:"length"`
	Interview bool            `json:"interview"`
	Cases     []caseEntry     `json:"cases"`
	Blocks    []blockAnswer   `json:"blocks"`
	Turns     []turnAnswer    `json:"turns"`
	Codings   []codingAnswer  `json:"codings"`
	Unplaced  []codingAnswer  `json:"unplaced"`
	Reads     []readAnswer    `json:"reads"`
	Asked     []askedAnswer   `json:"asked"`  // where a question was put
	Closed    bool            `json:"closed"` // its coverage
	Hidden    bool            `json:"hidden"` // what others coded comes when the coder, who codes blind, has read it
	Others    []documentEntry `json:"-"`
}

type blockAnswer struct {
	Kind      string   `json:"kind"` // paragraph, heading, row
	Level     int      `json:"level,omitempty"`
	At        [2]int   `json:"at"`
	Text      string   `json:"text"`
	Turn      int      `json:"turn"`                // -1 outside a turn
	First     bool     `json:"first,omitempty"`     // the first of its turn
	Page      int      `json:"page,omitempty"`      // begins on this page, where that is another than before
	Sentences [][2]int `json:"sentences,omitempty"` // where there are several
}

type turnAnswer struct {
	Speaker string `json:"speaker"`
	Role    string `json:"role"`
	Time    string `json:"time"`
}

type codingAnswer struct {
	ID       string   `json:"id"`
	Code     string   `json:"code"`
	Coder    string   `json:"coder"`
	At       [2]int   `json:"at"`
	Says     string   `json:"says"`
	Value    string   `json:"value"`
	Basis    string   `json:"basis"`
	When     string   `json:"when"`
	Note     string   `json:"note"`
	On       string   `json:"on"`
	From     string   `json:"from"`
	Was      string   `json:"was"` // its words before a correction that nobody has confirmed
	Quote    string   `json:"quote,omitempty"`
	Proposed bool     `json:"proposed,omitempty"`
	Places   [][2]int `json:"places,omitempty"`
	Version  string   `json:"version"`
}

type readAnswer struct {
	Coder string   `json:"coder"`
	On    string   `json:"on"`
	Left  []string `json:"left"` // codes that its readings do not cover
}

type askedAnswer struct {
	Question string `json:"question"`
	At       [2]int `json:"at"`
}

func (w *Workbench) getDocument(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) { return w.document(s, r.URL.Query().Get("key")) })
}

func (w *Workbench) document(s *cases.Study, key string) (*documentAnswer, error) {
	d := s.Document(key)
	if d == nil {
		return nil, refusedAs(http.StatusNotFound, s.UnknownDocument(key))
	}
	t, err := s.Text(key)
	if err != nil {
		return nil, err
	}
	out := &documentAnswer{Version: w.kept.version, Key: key, Title: d.Title, Kind: d.Kind, Date: d.Date, Minutes: d.Minutes, Language: d.Language, Digest: s.TextDigest(key),
		Length: t.Text.Len(), Interview: d.Interview(), Cases: []caseEntry{}, Turns: []turnAnswer{}, Codings: []codingAnswer{}, Unplaced: []codingAnswer{},
		Reads: []readAnswer{}, Asked: []askedAnswer{}}
	if out.Title == "" {
		out.Title = strings.TrimSuffix(key, ".txt")
	}
	for _, c := range s.Cases {
		for _, m := range c.Members {
			if m.Document == key {
				out.Cases = append(out.Cases, caseEntry{c.Key, c.Title()})
				break
			}
		}
	}
	for _, turn := range t.Structure.Turns {
		out.Turns = append(out.Turns, turnAnswer{speakerName(d, turn.Speaker), string(d.RoleOf(turn.Speaker)), turn.Time})
	}
	out.Blocks = blocks(t)
	out.Hidden = w.kept.hides(s, key)
	closed := d.Interview() && s.Coverage(key).Closed
	out.Closed = closed
	for _, c := range s.Codings.In(key) {
		machine := coding.Machine(c.Coder)
		if machine && (closed && c.Coder == coding.GuideCoder || !s.Undecided(c)) {
			continue
		}
		out.Codings = append(out.Codings, codingOf(c))
	}
	readings := s.NewReadings()
	for _, l := range s.Layers() {
		if l.Document != key {
			continue
		}
		for _, a := range l.Asked {
			if a.How == coding.WasAsked && a.Anchor.Len() > 0 && (coding.Machine(l.Coder) != closed) {
				out.Asked = append(out.Asked, askedAnswer{a.Question, span(a.Anchor.Span)})
			}
		}
		if coding.Machine(l.Coder) {
			continue
		}
		for _, c := range l.Unplaced {
			a := codingOf(c)
			a.Quote = c.Quote
			for _, p := range t.Text.Find(c.Quote, 6) {
				a.Places = append(a.Places, span(p))
			}
			out.Unplaced = append(out.Unplaced, a)
		}
		if n := len(l.Reads); n > 0 {
			r := readAnswer{l.Coder, l.Reads[n-1].On, []string{}}
			for _, c := range readings.Uncovered(l) {
				r.Left = append(r.Left, c.Key)
			}
			out.Reads = append(out.Reads, r)
		}
	}
	sort.SliceStable(out.Asked, func(i, j int) bool { return out.Asked[i].At[0] < out.Asked[j].At[0] })
	return out, nil
}

func speakerName(d *corpus.Document, label string) string {
	if s, ok := d.SpeakerOf(label); ok && s.Name != "" {
		return s.Name
	}
	return label
}

func blocks(t *coding.Text) []blockAnswer {
	out := make([]blockAnswer, 0, len(t.Structure.Blocks))
	last, page := -1, 0
	for _, b := range t.Structure.Blocks {
		a := blockAnswer{Kind: "paragraph", Level: b.Level, At: span(b.Span), Text: t.Text.Slice(b.Span), Turn: b.Turn}
		switch b.Kind {
		case corpus.Heading:
			a.Kind = "heading"
		case corpus.Row:
			a.Kind = "row"
		default:
			if sentences := corpus.Sentences(t.Text, b.Span); len(sentences) > 1 {
				for _, s := range sentences {
					a.Sentences = append(a.Sentences, span(s))
				}
			}
		}
		a.First = b.Turn >= 0 && b.Turn != last
		last = b.Turn
		if p := t.Page(b.Span.Start); p != page {
			a.Page, page = p, p
		}
		out = append(out, a)
	}
	return out
}

func span(s corpus.Span) [2]int { return [2]int{s.Start, s.End} }

func codingOf(c coding.Coding) codingAnswer {
	a := codingAnswer{ID: c.ID, Code: c.Code, Coder: c.Coder, At: span(c.Span), Says: string(c.Says), Value: c.Value, Basis: c.Basis, When: c.When, Note: c.Note,
		On: c.On, From: c.From, Was: c.Was, Proposed: coding.Machine(c.Coder)}
	a.Version = versionOf(a)
	return a
}
