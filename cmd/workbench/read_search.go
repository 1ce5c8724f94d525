package workbench

import (
	"cmp"
	"net/http"
	"strings"

	"crosscase/cases"
	"crosscase/corpus/query"
)

type searchAnswer struct {
	Hits []hitAnswer `json:"hits"`
	All  int         `json:"all"` // of which at most mostHits are sent
	Kin  []string    `json:"kin"`

	Memos []memoAnswer `json:"memos"` // in whose text the words stand
}

type hitAnswer struct {
	Document string   `json:"document"`
	At       [2]int   `json:"at"` // of the turn or paragraph
	Text     string   `json:"text"`
	Places   [][2]int `json:"places"`
	Speaker  string   `json:"speaker"`
	Cases    []string `json:"cases"`
	Codes    []string `json:"codes"`
	Cite     string   `json:"cite"`
}

// mostHits is how many hits one answer carries.
const mostHits = 500

// filterOf reads the filters, which are those of the command line.
func filterOf(r *http.Request) cases.Filter {
	q := r.URL.Query()
	return cases.Filter{Codes: list(q.Get("code")), Kinds: list(q.Get("kind")), Cases: list(q.Get("case")), Roles: list(q.Get("role")), Speakers: list(q.Get("speaker")),
		Sources: list(q.Get("source")), Coders: list(q.Get("coder")), Says: list(q.Get("says")), Attributes: list(q.Get("attribute")), Proposed: q.Get("proposed") == "1"}
}

func (w *Workbench) getSearch(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) {
		typed := strings.TrimSpace(r.URL.Query().Get("q"))
		fields := filterOf(r).Fields()
		plain := typed
		if typed == "" && fields == "" {
			return searchAnswer{Hits: []hitAnswer{}, Kin: []string{}, Memos: []memoAnswer{}}, nil
		}
		if typed != "" && fields != "" {
			if _, err := query.Parse(typed); err != nil {
				return nil, err // its own place, not that of the whole
			}
			typed = "(" + typed + ")"
		}
		q, err := query.Parse(typed + fields)
		if err != nil {
			return nil, err
		}
		if r.URL.Query().Get("plain") != "1" {
			q = q.Wide(s.Synonyms)
		}
		found, err := s.SearchFirst(r.Context(), w.kept.index, q, mostHits)
		if err != nil {
			return nil, err
		}
		out := searchAnswer{Hits: []hitAnswer{}, All: found.Passages, Kin: full(found.Kin), Memos: []memoAnswer{}}
		for _, h := range found.Hits {
			t, err := s.Text(h.Passage.Document)
			if err != nil {
				return nil, err
			}
			a := hitAnswer{Document: h.Passage.Document, At: span(h.Passage.Span), Text: t.Text.Slice(h.Passage.Span), Places: [][2]int{}, Speaker: cmp.Or(h.Speaker.Name, h.Speaker.Label),
				Cases: full(h.Cases), Codes: full(h.Codes), Cite: h.Cite}
			for _, p := range h.Places {
				a.Places = append(a.Places, span(p))
			}
			out.Hits = append(out.Hits, a)
		}
		if fields != "" { // a memo has no speaker, and is of no case or code as a text is
			return out, nil
		}
		memos, err := findMemos(s, "", plain)
		for _, m := range memos {
			out.Memos = append(out.Memos, memoOf(s, m))
		}
		return out, err
	})
}

type quoteAnswer struct {
	Code    string   `json:"code"`
	Passage string   `json:"passage"`
	Quote   string   `json:"quote"`
	Says    string   `json:"says"`
	Values  []string `json:"values"`
	Notes   []string `json:"notes"`
	Coders  []string `json:"coders"`
	Codings []string `json:"codings"`
	Cases   []string `json:"cases"`
	Speaker string   `json:"speaker"`
	Cite    string   `json:"cite"`
	Weak    bool     `json:"weak"`
	By      []string `json:"by"`      // what each coder says, where they differ and nobody has settled it: "ann for"
	Planned bool     `json:"planned"` // it tells of a plan only
}

func quoteOf(q cases.Quoted) quoteAnswer {
	a := quoteAnswer{Code: q.Code.Key, Passage: q.Passage.String(), Quote: q.Quote, Says: string(q.Says), Values: full(q.Values), Notes: full(q.Notes), Coders: full(q.Coders),
		Codings: full(q.Codings), Cases: full(q.Cases), Speaker: cmp.Or(q.Speaker.Name, q.Speaker.Label), Cite: q.Cite, Weak: q.Weak, By: []string{}, Planned: q.Planned}
	for _, v := range q.Voices {
		a.By = append(a.By, v.String())
	}
	return a
}

func (w *Workbench) getQuotes(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) {
		f := filterOf(r)
		if typed := strings.TrimSpace(r.URL.Query().Get("q")); typed != "" {
			q, err := query.Parse(typed)
			if err != nil {
				return nil, err
			}
			f.Query = q.Wide(s.Synonyms)
		}
		quoted, err := s.Quotes(f)
		if err != nil {
			return nil, err
		}
		out := []quoteAnswer{}
		for _, q := range quoted {
			out = append(out, quoteOf(q))
		}
		return map[string]any{"quotes": out}, nil
	})
}
