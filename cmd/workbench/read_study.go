package workbench

import (
	"net/http"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// studyAnswer is what every view needs: the plans and who is who.
type studyAnswer struct {
	Study     bool              `json:"study"` // false: there is none yet, show the start page
	Version   int               `json:"version"`
	Folder    string            `json:"folder"`
	Title     string            `json:"title"`
	Language  string            `json:"language"`
	Words     map[string]string `json:"words"`
	Coder     string            `json:"coder"` // whom the server was started for
	Coders    []coderAnswer     `json:"coders"`
	Documents []documentEntry   `json:"documents"`
	Codes     []codeAnswer      `json:"codes"`
	Kinds     []string          `json:"kinds"`
	Cases     []caseEntry       `json:"cases"`
	Questions []questionEntry   `json:"questions"`
	Memos     []memoEntry       `json:"memos"`
	Problems  []string          `json:"problems"`
	Undo      map[string]steps  `json:"undo"`  // of whoever asks
	Blind     bool              `json:"blind"` // whoever asks sees nothing of what others coded
}

type coderAnswer struct {
	Name  string `json:"name"`
	Label string `json:"label"`
}

type documentEntry struct {
	Key      string   `json:"key"`
	Title    string   `json:"title"`
	Kind     string   `json:"kind"`
	KindSaid string   `json:"kindSaid"` // the word for it in the language of the study
	Date     string   `json:"date"`
	Cases    []string `json:"cases"`
	Coded    int      `json:"coded"`
	Proposed int      `json:"proposed"`
	ReadBy   string   `json:"readBy"`
	Coverage string   `json:"coverage"`
}

type codeAnswer struct {
	Key        string   `json:"key"`
	Label      string   `json:"label"`
	Kind       string   `json:"kind"`
	Depth      int      `json:"depth"`
	Parent     string   `json:"parent"`
	Definition string   `json:"definition"`
	Include    string   `json:"include"`
	Exclude    string   `json:"exclude"`
	Example    string   `json:"example"`
	Questions  []string `json:"questions"`
	Values     []string `json:"values"`
	Find       string   `json:"find"`
	Colour     string   `json:"colour"`
	Origin     string   `json:"origin"`
	Defined    string   `json:"defined"`
	Was        []string `json:"was"`
	Version    string   `json:"version"`
}

type caseEntry struct {
	Key   string `json:"key"`
	Label string `json:"label"`
}

type questionEntry struct {
	Key   string `json:"key"`
	Label string `json:"label"`
	Ask   string `json:"ask"`
	Theme string `json:"theme"`
}

// steps returns what could be taken back and done again.
func (w *Workbench) steps(h *plainfile.History) steps {
	return steps{w.told(h.Undoable()), w.told(h.Redoable())}
}

// told says what was done, as the journal has it, in the page's language, with codes, cases and documents by their names.
func (w *Workbench) told(did string) string {
	if did == "" {
		return ""
	}
	named := w.named
	switch {
	case strings.Contains(did, "renamed the code "):
		named = nil // the name stays; it is the key that is another
	case strings.Contains(did, "merged the code "):
		named = w.namedNow // the one that is gone goes by its key where nobody remembers its name
	}
	m, _ := catalogue.Done(did).With(named)
	words, _ := m.Told(catalogue.In(w.language()))
	return words
}

// named returns what people call a code, a case, a document or a passage, by what the journal calls it. One that is gone, or whose key means
// another by now, has the name by which it was last called.
func (w *Workbench) named(part string) (string, bool) {
	if name, ok := w.namedNow(part); ok {
		return name, true
	}
	if s := w.kept.study; s != nil {
		if c := s.Codebook.Code(part); c != nil {
			return c.Title(), true
		}
	}
	return "", false
}

// namedNow is named without the names of codes that had the key before.
func (w *Workbench) namedNow(part string) (string, bool) {
	name, ok := w.nameNow(part)
	if ok {
		w.kept.names[part] = name
	} else {
		name, ok = w.kept.names[part]
	}
	return name, ok
}

func (w *Workbench) nameNow(part string) (string, bool) {
	s := w.kept.study
	if s == nil {
		return "", false
	}
	if c := s.Codebook.Code(part); c != nil && c.Key == part {
		return c.Title(), true
	}
	if c := s.Case(part); c != nil {
		return c.Title(), true
	}
	if d := s.Document(part); d != nil {
		return d.Name(), true
	}
	if a, ok := s.Attribute(part); ok {
		return a.Title(), true
	}
	for _, q := range s.Guide.Questions() {
		if q.Key == part {
			return q.Label(), true
		}
	}
	if i := slices.IndexFunc(s.Memos, func(m *cases.Memo) bool { return m.Name == part }); i >= 0 {
		return "“" + begin(s.Memos[i].Text, shortBegin) + "”", true
	}
	if p, err := corpus.ParsePassage(part); err == nil && s.Document(p.Document) != nil {
		return s.Cite(p), true
	}
	return "", false
}

// steps are what could be taken back and done again.
type steps struct {
	Undo string `json:"undo"`
	Redo string `json:"redo"`
}

func (w *Workbench) getStudy(r *http.Request) (any, error) {
	w.kept.mu.Lock()
	defer w.kept.mu.Unlock()
	if w.kept.study == nil {
		w.kept.language.Store(languageAsked(r)) // until there is a study, which has its own
		return w.studyAnswer(""), nil
	}
	return w.studyAnswer(w.asker(r)), nil
}

// studyAnswer is what one coder sees.
func (w *Workbench) studyAnswer(coder string) studyAnswer {
	out := studyAnswer{Version: w.kept.version, Folder: w.kept.dir.Root, Coder: w.options.Coder, Coders: []coderAnswer{}, Documents: []documentEntry{},
		Codes: []codeAnswer{}, Kinds: []string{}, Cases: []caseEntry{}, Questions: []questionEntry{}, Memos: []memoEntry{}, Problems: []string{}, Undo: map[string]steps{}}
	if w.kept.study == nil {
		out.Language = string(catalogue.In(w.language()))
		out.Words = wordsOf(out.Language)
		return out
	}
	s, problems := w.seenBy(coder)
	out.Study, out.Title, out.Language = true, s.Title, string(catalogue.In(s.Language))
	out.Words = wordsOf(out.Language)
	for _, c := range s.Coders {
		label := c.Label
		if label == "" {
			label = c.Name
		}
		out.Coders = append(out.Coders, coderAnswer{c.Name, label})
	}
	h := w.kept.history(coder)
	out.Undo[coder], out.Blind = w.steps(h), w.blind(coder)
	if out.Coder == "" && len(out.Coders) > 0 {
		out.Coder = out.Coders[0].Name
	}
	out.Documents = documentEntries(s)
	for _, c := range s.Codebook.All() {
		out.Codes = append(out.Codes, codeOf(c))
		if c.Kind != "" && !contains(out.Kinds, c.Kind) {
			out.Kinds = append(out.Kinds, c.Kind)
		}
	}
	for _, c := range s.Cases {
		out.Cases = append(out.Cases, caseEntry{c.Key, c.Title()})
	}
	for _, t := range s.Guide.Themes {
		for _, q := range t.Questions {
			out.Questions = append(out.Questions, questionEntry{q.Key, q.Label(), q.Ask, t.Label})
		}
	}
	out.Memos = memoEntries(s)
	for _, p := range problems {
		words, _ := p.Told(catalogue.In(w.language()))
		out.Problems = append(out.Problems, words)
	}
	return out
}

func documentEntries(s *cases.Study) []documentEntry {
	out := []documentEntry{}
	for _, d := range s.Status().Documents {
		doc := s.Document(d.Key)
		e := documentEntry{Key: d.Key, Title: doc.Title, Kind: doc.Kind, KindSaid: catalogue.In(s.Language).DocumentKind(doc.Kind), Date: doc.Date, Coded: d.Coded, Proposed: d.Proposed, ReadBy: d.ReadBy, Coverage: d.Coverage, Cases: []string{}}
		if e.Title == "" {
			e.Title = d.Key
		}
		for _, c := range s.Cases {
			for _, m := range c.Members {
				if m.Document == d.Key && !contains(e.Cases, c.Key) {
					e.Cases = append(e.Cases, c.Key)
				}
			}
		}
		out = append(out, e)
	}
	return out
}

func codeOf(c *coding.Code) codeAnswer {
	a := codeAnswer{Key: c.Key, Label: c.Title(), Kind: c.Kind, Depth: c.Depth, Definition: c.Definition, Include: c.Include, Exclude: c.Exclude, Example: c.Example,
		Questions: full(c.Questions), Values: full(c.Values), Find: c.Find, Colour: c.Colour, Origin: c.Origin, Defined: c.Defined, Was: full(c.Was)}
	if c.Parent != nil {
		a.Parent = c.Parent.Key
	}
	a.Version = versionOf(a)
	return a
}

// full returns a list that is written as [] where it holds nothing.
func full(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
