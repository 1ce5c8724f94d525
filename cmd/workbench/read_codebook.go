package workbench

import (
	"net/http"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus"
)

// codebookAnswer is how each code is used.
type codebookAnswer struct {
	Version int            `json:"version"`
	Digest  string         `json:"digest"` // of the code book, which edits of the tree name
	Use     []useAnswer    `json:"use"`    // in the order of the tree
	Queue   []rereadAnswer `json:"queue"`
}

type useAnswer struct {
	Code     string         `json:"code"`
	Cases    map[string]int `json:"cases"`   // passages by case
	Total    int            `json:"total"`   // people's passages, each once however many coded it
	Waiting  int            `json:"waiting"` // proposals that wait for a verdict
	Older    []string       `json:"older"`   // ids of codings made under an older definition
	OlderDoc []string       `json:"olderDocuments"`
}

type rereadAnswer struct {
	Document string   `json:"document"`
	Codes    []string `json:"codes"`
}

func (w *Workbench) getCodebook(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) {
		out := codebookAnswer{Version: w.kept.version, Digest: s.Codebook.Digest, Use: []useAnswer{}, Queue: []rereadAnswer{}}
		at := map[string]int{}
		for i, c := range s.Codebook.All() {
			u := useAnswer{Code: c.Key, Cases: map[string]int{}, Older: []string{}, OlderDoc: []string{}}
			for _, o := range s.Older(c) {
				u.Older = append(u.Older, o.ID)
				if !contains(u.OlderDoc, o.Document) {
					u.OlderDoc = append(u.OlderDoc, o.Document)
				}
			}
			out.Use = append(out.Use, u)
			at[c.Key] = i
		}
		for _, c := range s.Codings.All() {
			i, ok := at[c.Code]
			if !ok {
				continue
			}
			if s.Undecided(c) {
				out.Use[i].Waiting++
			}
		}
		for key, n := range s.Passages() {
			if i, ok := at[key]; ok {
				out.Use[i].Total = n
			}
		}
		for _, cs := range s.Cases {
			for key, n := range s.PassagesOf(cs) {
				if i, ok := at[key]; ok {
					out.Use[i].Cases[cs.Key] = n
				}
			}
		}
		for _, r := range s.Queue() {
			a := rereadAnswer{Document: r.Document}
			for _, c := range r.Codes {
				a.Codes = append(a.Codes, c.Key)
			}
			out.Queue = append(out.Queue, a)
		}
		return out, nil
	})
}

// effectsAnswer is what hangs on a code.
type effectsAnswer struct {
	Codings   []passageAnswer `json:"codings"`
	Coders    []string        `json:"coders"`
	Documents []string        `json:"documents"`
	Proposals int             `json:"proposals"`
	Verdicts  int             `json:"verdicts"`
	Below     []string        `json:"below"`
	Tables    []string        `json:"tables"`
	Rules     []string        `json:"rules"`
	Summaries []string        `json:"summaries"`
	States    []string        `json:"states"`
	Twice     int             `json:"twice"`
}

// passageAnswer is a passage with what is said there, to be shown anywhere.
type passageAnswer struct {
	codingAnswer
	Document string   `json:"document"`
	Quote    string   `json:"quote"`
	Cite     string   `json:"cite"`
	Cases    []string `json:"cases"`
	Speaker  string   `json:"speaker"`
}

func (w *Workbench) getEffects(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) {
		e, err := s.EffectsOn(r.URL.Query().Get("code"), r.URL.Query().Get("into"))
		if err != nil {
			return nil, err
		}
		return effectsAnswer{Codings: w.passages(s, e.Codings), Coders: full(e.Coders), Documents: full(e.Documents), Proposals: e.Proposals, Verdicts: e.Verdicts,
			Below: full(e.Below), Tables: full(e.Tables), Rules: full(e.Rules), Summaries: full(e.Summaries), States: full(e.States), Twice: len(e.Twice)}, nil
	})
}

func (w *Workbench) passages(s *cases.Study, codings []coding.Coding) []passageAnswer {
	out := []passageAnswer{}
	for _, c := range codings {
		p := passageAnswer{codingAnswer: codingOf(c), Document: c.Document, Quote: c.Quote, Cite: s.Cite(c.Passage), Cases: []string{}}
		for _, cs := range s.CasesAt(c.Passage) {
			p.Cases = append(p.Cases, cs.Key)
		}
		if sp, ok := s.Speaker(c.Passage); ok {
			p.Speaker = sp.Name
			if p.Speaker == "" {
				p.Speaker = sp.Label
			}
		}
		out = append(out, p)
	}
	return out
}

// getPassages returns what people coded with a code, and what waits for a verdict, in a case or
// anywhere.
func (w *Workbench) getPassages(r *http.Request) (any, error) {
	return w.looking(r, func(s *cases.Study) (any, error) {
		q := r.URL.Query()
		f := cases.Filter{Codes: list(q.Get("code")), Cases: list(q.Get("case"))}
		people, err := s.Chosen(f)
		if err != nil {
			return nil, err
		}
		f.Proposed = true
		proposed, err := s.Chosen(f)
		if err != nil {
			return nil, err
		}
		return map[string]any{"codings": w.passages(s, people), "proposed": w.passages(s, proposed)}, nil
	})
}

// list takes words apart that are parted by commas.
func list(words string) []string {
	var out []string
	for _, w := range strings.Split(words, ",") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func locator(document string, at [2]int) corpus.Passage {
	return corpus.Passage{Document: document, Span: corpus.Span{Start: at[0], End: at[1]}}
}
