package workbench

import (
	"net/http"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/corpus/query"
)

// memoAnswer is a memo as it is read.
type memoAnswer struct {
	Name    string        `json:"name"`
	By      string        `json:"by"`
	On      string        `json:"on"`
	Kind    string        `json:"kind"`
	Text    string        `json:"text"`
	Report  bool          `json:"report"`
	About   []aboutAnswer `json:"about"`
	Links   []string      `json:"links"` // names of memos that it points at
	Back    []string      `json:"back"`  // names of those that point at it
	Version string        `json:"version"`
}

// aboutAnswer is one thing that a memo is about.
type aboutAnswer struct {
	What     string  `json:"what"` // as it is typed: code:x, case:x, document:x, study, a locator
	Kind     string  `json:"kind"` // code, case, document, study, passage
	Key      string  `json:"key,omitempty"`
	Document string  `json:"document,omitempty"`
	At       *[2]int `json:"at,omitempty"`
	Quote    string  `json:"quote,omitempty"`
	Cite     string  `json:"cite,omitempty"`
}

// memoEntry is a memo in a list.
type memoEntry struct {
	Name  string        `json:"name"`
	By    string        `json:"by"`
	On    string        `json:"on"`
	Begin string        `json:"begin"` // its first words
	About []aboutAnswer `json:"about"`
}

// memoBegin is how many characters of a memo stand in a list, shortBegin how many name it in a sentence.
const (
	memoBegin  = 120
	shortBegin = 40
)

// begin returns the first characters of a text, in one line.
func begin(text string, most int) string {
	words := []rune(strings.Join(strings.Fields(text), " "))
	if len(words) > most {
		words = append(words[:most], '…')
	}
	return string(words)
}

func (w *Workbench) getMemos(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) {
		list, err := findMemos(s, r.URL.Query().Get("about"), r.URL.Query().Get("q"))
		if err != nil {
			return nil, err
		}
		out := []memoAnswer{}
		for _, m := range list {
			out = append(out, memoOf(s, m))
		}
		return map[string]any{"memos": out}, nil
	})
}

// findMemos returns the memos about something whose text a query holds in, the latest first.
func findMemos(s *cases.Study, about, typed string) ([]*cases.Memo, error) {
	var q *query.Query
	if typed = strings.TrimSpace(typed); typed != "" {
		var err error
		if q, err = query.Parse(typed); err != nil {
			return nil, err
		}
		q = q.Wide(s.Synonyms)
	}
	list, err := s.MemosAbout(about, q)
	list = slices.Clone(list)
	slices.Reverse(list)
	return list, err
}

func memoOf(s *cases.Study, m *cases.Memo) memoAnswer {
	a := memoAnswer{Name: m.Name, By: m.By, On: m.On, Kind: m.Kind, Text: strings.TrimRight(m.Text, "\n"), Report: m.Report, About: abouts(s, m), Links: full(m.Links), Back: []string{}}
	a.Version = versionOf(a)
	for _, o := range s.Memos {
		if contains(o.Links, m.Name) {
			a.Back = append(a.Back, o.Name)
		}
	}
	return a
}

func abouts(s *cases.Study, m *cases.Memo) []aboutAnswer {
	out := []aboutAnswer{}
	for _, a := range m.About {
		b := aboutAnswer{What: a.String(), Kind: "study"}
		switch {
		case a.Code != "":
			b.Kind, b.Key = "code", a.Code
		case a.Case != "":
			b.Kind, b.Key = "case", a.Case
		case a.Document != "":
			b.Kind, b.Key = "document", a.Document
		case a.Passage != "":
			b.Kind, b.Quote = "passage", a.Quote
			if a.At.Document != "" {
				at := span(a.At.Span)
				b.Document, b.At, b.Cite = a.At.Document, &at, s.Cite(a.At)
			}
		}
		out = append(out, b)
	}
	return out
}

// memoEntries lists the memos for the marks that other views show of them.
func memoEntries(s *cases.Study) []memoEntry {
	out := []memoEntry{}
	for _, m := range s.Memos {
		out = append(out, memoEntry{m.Name, m.By, m.On, begin(m.Text, memoBegin), abouts(s, m)})
	}
	return out
}

// memo writes a memo.
func (x *editing) memo() (string, error) {
	m, err := x.s.AddMemo(x.dir, cases.Memo{By: x.Coder, On: x.on, Kind: strings.TrimSpace(x.How), Text: x.Text, Links: x.Links, Report: x.Report}, x.About)
	if err != nil {
		return "", err
	}
	x.made.id = m.Name
	return "wrote the memo " + m.Name, nil
}

// ownMemo returns a memo of the person who edits, as the page saw it.
func (x *editing) ownMemo() (*cases.Memo, error) {
	m, err := x.s.NamedMemo(x.Name)
	if err != nil {
		return nil, err
	}
	if m.By != "" && m.By != x.Coder {
		return nil, refuse(http.StatusForbidden, "this is a memo of %s\nhint: write one of your own and link it", m.By)
	}
	if now := memoOf(x.s, m); now.Version != x.Version {
		return nil, newer(now)
	}
	return m, nil
}

func (x *editing) changeMemo() (string, error) {
	m, err := x.ownMemo()
	if err != nil {
		return "", err
	}
	x.made.id = m.Name
	_, err = x.s.ChangeMemo(x.dir, m.Name, cases.Memo{Kind: strings.TrimSpace(x.How), Text: x.Text, Links: x.Links, Report: x.Report}, x.About)
	return "changed the memo " + m.Name, err
}

func (x *editing) removeMemo() (string, error) {
	m, err := x.ownMemo()
	if err != nil {
		return "", err
	}
	_, err = x.s.RemoveMemo(x.dir, m.Name)
	return "deleted the memo " + m.Name, err
}
