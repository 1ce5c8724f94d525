package cases

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/query"
)

// Memo is what somebody thought about something of the study: memos/DATE-CODER-….md, a head between two lines of "---" and the text
// below it.
type Memo struct {
	About []About  `yaml:"about"`
	Links []string `yaml:"links,omitempty"` // names of other memos
	By    string   `yaml:"by"`
	On    string   `yaml:"on"`
	Kind  string   `yaml:"kind,omitempty"` // theoretical, methodical, descriptive, or a word of one's own

	Report bool `yaml:"report,omitempty"` // it is to stand in the report (report --memos)

	Name  string         `yaml:"-"` // of the file, without its ending
	File  string         `yaml:"-"`
	Text  string         `yaml:"-"`
	From  int            `yaml:"-"` // the line on which the text begins
	Lines map[string]int `yaml:"-" place:"lines"`
}

// About is one thing that a memo is about: a code, a passage with its quote, a case, a document, or the study.
type About struct {
	Code     string `yaml:"code,omitempty"`
	Passage  string `yaml:"passage,omitempty"` // a locator
	Quote    string `yaml:"quote,omitempty"`   // the words of the passage
	Case     string `yaml:"case,omitempty"`
	Document string `yaml:"document,omitempty"`
	Study    bool   `yaml:"study,omitempty"`
	Line     int    `yaml:"-" place:"line"`

	At corpus.Passage `yaml:"-"` // where the passage is, by its quote
}

// String returns what the memo is about as it is typed: code:benchmarking, case:a, document:x.txt, study, a locator.
func (a About) String() string {
	switch {
	case a.Code != "":
		return "code:" + a.Code
	case a.Case != "":
		return "case:" + a.Case
	case a.Document != "":
		return "document:" + a.Document
	case a.Study:
		return "study"
	case a.At.Document != "":
		return a.At.String()
	}
	return a.Passage
}

// ReadMemo reads a memo. A file without a head is all text.
func readMemo(file string, data []byte, problems *plainfile.Problems) *Memo {
	m := &Memo{File: file, Name: strings.TrimSuffix(path.Base(file), ".md"), From: 1, Text: string(data)}
	text := string(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
	if head, ok := strings.CutPrefix(text, "---\n"); ok {
		end := strings.Index("\n"+head, "\n---\n")
		if end < 0 {
			problems.Add(file, 1, "the head of the memo does not end\nhint: end the head with a line of ---")
			return m
		}
		plainfile.Unmarshal(file, []byte("\n"+head[:end]), m, problems) // the blank line keeps the numbers of lines
		m.Text = strings.TrimLeft(head[min(len(head), end+len("---\n")):], "\n")
		m.From = strings.Count(text[:len(text)-len(m.Text)], "\n") + 1
	}
	return m
}

// encode returns the memo as its file holds it.
func (m *Memo) encode() ([]byte, error) {
	head, err := plainfile.Marshal(m)
	if err != nil {
		return nil, err
	}
	return []byte("---\n" + string(head) + "---\n\n" + strings.TrimRight(m.Text, "\n") + "\n"), nil
}

func (s *Study) checkMemos(problems *plainfile.Problems) {
	names := make([]string, len(s.Memos))
	for i, m := range s.Memos {
		names[i] = m.Name
	}
	for _, m := range s.Memos {
		for i := range m.About {
			a := &m.About[i]
			switch {
			case a.Code != "":
				s.checkCode(m.File, a.Line, a.Code, problems)
				if c := s.Codebook.Code(a.Code); c != nil {
					a.Code = c.Key
				}
			case a.Case != "" && s.Case(a.Case) == nil:
				problems.Add(m.File, a.Line, "there is no case %q\nhint: %s", a.Case, plainfile.DidYouMean(a.Case, s.CaseKeys(), "crosscase cases list shows them"))
			case a.Document != "" && s.Document(a.Document) == nil:
				problems.Add(m.File, a.Line, "document %q is not in the study\nhint: %s", a.Document, plainfile.DidYouMean(a.Document, s.Keys(), "crosscase corpus list shows the documents"))
			case a.Passage != "":
				s.findAbout(m, a, problems)
			case a.Case == "" && a.Document == "" && !a.Study:
				problems.Add(m.File, a.Line, "the memo does not say what it is about\nhint: write code:, passage:, case:, document: or study: true")
			}
		}
		for _, l := range m.Links {
			if !contains(names, l) {
				problems.Add(m.File, m.Lines["links"], "there is no memo %q\nhint: %s", l, plainfile.DidYouMean(l, names, "crosscase memo list shows the names"))
			}
		}
	}
}

// findAbout finds the passage that a memo is about by its place and quote.
func (s *Study) findAbout(m *Memo, a *About, problems *plainfile.Problems) {
	p, err := corpus.ParsePassage(a.Passage)
	if err != nil {
		problems.Add(m.File, a.Line, "%s", err)
		return
	}
	t, err := s.Text(p.Document)
	if err != nil {
		problems.Add(m.File, a.Line, "document %q is not in the study\nhint: %s", p.Document, plainfile.DidYouMean(p.Document, s.Keys(), "crosscase corpus list shows the documents"))
		return
	}
	quote := a.Quote
	if quote == "" {
		quote = t.Text.Slice(p.Span)
	}
	span, fate := corpus.Anchor{Span: p.Span, Quote: quote}.Locate(t.Text)
	if fate == corpus.Lost || fate == corpus.Unclear || quote == "" {
		problems.Add(m.File, a.Line, "the passage that the memo is about is not at %s any more: %q\nhint: copy the words and their place from the text (crosscase search)", a.Passage, quote)
		return
	}
	a.At = corpus.Passage{Document: p.Document, Span: span}
}

// AddMemo writes a new memo. What it is about is given as About prints it; the name is made of the date, the coder and the
// first words.
func (s *Study) AddMemo(dir plainfile.Dir, m Memo, about []string) (*Memo, error) {
	if strings.TrimSpace(m.Text) == "" {
		return nil, catalogue.Errorf("the memo has no words\nhint: crosscase memo add \"…\" --about code:KEY")
	}
	if err := s.head(&m, about, nil); err != nil {
		return nil, err
	}
	first := strings.Fields(m.Text)
	slug := strings.Trim(corpus.Slug(strings.Join(first[:min(len(first), 5)], " ")), "-.")
	m.Name = m.On + "-" + m.By + "-" + slug
	for n := 2; dir.Exists("memos/" + m.Name + ".md"); n++ {
		m.Name = fmt.Sprintf("%s-%s-%s-%d", m.On, m.By, slug, n)
	}
	m.File = "memos/" + m.Name + ".md"
	data, err := m.encode()
	if err != nil {
		return nil, err
	}
	s.Memos = append(s.Memos, &m)
	return &m, dir.Write(m.File, data)
}

// head says what a memo is about, as About prints it, and holds its links against the other memos. What was there already stays as it
// is written; a memo about nothing is about the study.
func (s *Study) head(m *Memo, about []string, was []About) error {
	m.About = nil
	for _, what := range about {
		if i := slices.IndexFunc(was, func(a About) bool { return a.String() == what }); i >= 0 {
			m.About = append(m.About, was[i])
			continue
		}
		a, err := s.parseAbout(what)
		if err != nil {
			return err
		}
		m.About = append(m.About, a)
	}
	if len(about) == 0 {
		m.About = []About{{Study: true}}
	}
	for _, l := range m.Links {
		if s.Memo(l) == nil {
			return s.unknownMemo(l)
		}
	}
	return nil
}

func (s *Study) parseAbout(what string) (About, error) {
	kind, key, _ := strings.Cut(what, ":")
	switch {
	case what == "study":
		return About{Study: true}, nil
	case kind == "code":
		c := s.Codebook.Code(key)
		if c == nil {
			return About{}, s.UnknownCode(key)
		}
		return About{Code: c.Key}, nil
	case kind == "case":
		c := s.CaseNamed(key)
		if c == nil {
			return About{}, s.UnknownCase(key)
		}
		return About{Case: c.Key}, nil
	case kind == "document":
		if s.Document(key) == nil {
			return About{}, s.UnknownDocument(key)
		}
		return About{Document: key}, nil
	}
	if _, err := corpus.ParsePassage(what); err != nil {
		return About{}, catalogue.Errorf("%w\nhint: a memo is about code:KEY, case:KEY, document:KEY, study or a place such as a-interview.txt:812-1043", err)
	}
	p, err := s.passage(NewCoding{Locator: what})
	if err != nil {
		return About{}, err
	}
	t, err := s.Text(p.Document)
	if err != nil {
		return About{}, err
	}
	return About{Passage: p.String(), Quote: t.Text.Slice(p.Span), At: p}, nil
}

// Memo returns the memo with a name, nil if there is none.
func (s *Study) Memo(name string) *Memo {
	for _, m := range s.Memos {
		if m.Name == strings.TrimSuffix(path.Base(name), ".md") {
			return m
		}
	}
	return nil
}

func (s *Study) unknownMemo(name string) error {
	names := make([]string, len(s.Memos))
	for i, m := range s.Memos {
		names[i] = m.Name
	}
	return catalogue.Errorf("there is no memo %q\nhint: %s", name, plainfile.DidYouMean(name, names, "crosscase memo list shows the names"))
}

// NamedMemo returns the memo with a name, or the error that there is none.
func (s *Study) NamedMemo(name string) (*Memo, error) {
	if m := s.Memo(name); m != nil {
		return m, nil
	}
	return nil, s.unknownMemo(name)
}

// MemosAbout returns the memos that are about something, as About prints it, or about a passage that overlaps it; all without. Those in
// whose text a query holds, if there is one. They come in the order of their names, which is that of their dates.
func (s *Study) MemosAbout(about string, q *query.Query) ([]*Memo, error) {
	var what About
	if about != "" {
		var err error
		if what, err = s.parseAbout(about); err != nil {
			return nil, err
		}
	}
	var out []*Memo
	for _, m := range s.Memos {
		if about != "" && !slices.ContainsFunc(m.About, func(a About) bool {
			return a.String() == what.String() || a.At.Document != "" && a.At.Document == what.At.Document && a.At.Overlaps(what.At.Span)
		}) {
			continue
		}
		if q != nil {
			t := corpus.NewText(m.Text)
			if ok, _ := q.Matcher(s.Language, s).Match(t, corpus.Passage{Document: m.File, Span: corpus.Span{End: t.Len()}}); !ok {
				continue
			}
		}
		out = append(out, m)
	}
	return out, nil
}

// memoCount says how many memos there are and about what.
func (s *Study) memoCount() string {
	n := map[string]int{}
	for _, m := range s.Memos {
		for _, a := range m.About {
			kind, _, _ := strings.Cut(a.String(), ":")
			if a.Passage != "" {
				kind = "passage"
			}
			n[kind]++
		}
	}
	var parts []string
	for _, kind := range []string{"code", "passage", "case", "document", "study"} {
		if n[kind] > 0 {
			parts = append(parts, s.words().Say("status on "+kind, n[kind]))
		}
	}
	return strings.Join(parts, ", ")
}
