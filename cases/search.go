package cases

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/index"
	"crosscase/corpus/query"
)

// Hit is a turn or a paragraph in which a query holds.
type Hit struct {
	Passage corpus.Passage // the turn or paragraph
	Words   string         // of it
	Places  []corpus.Span  // what made it hold; empty if nothing in particular did
	Speaker corpus.Speaker
	Cases   []string
	Codes   []string // of people's codings and undecided proposals over the places
	Cite    string
}

// Found is what a search found.
type Found struct {
	Hits      []Hit    // in the order of documents and places; the first ones, if only so many were asked for
	Passages  int      // how many there are in all
	Documents int      // in how many documents
	Kin       []string // words of Hits that were found for their kin (query.Query.Wide), in alphabetical order
}

// IndexState is what the searches of a study met in the index.
type IndexState struct {
	Notice error // what was wrong with it, nil if nothing was
	Behind bool  // it lacks so much that bringing it up to date takes a while: Study.RefreshIndex
}

// IndexState returns what the searches so far met in the index.
func (s *Study) IndexState() IndexState { return s.indexState }

// stamps returns the documents of the study as the index is to know them: a change
// of the text or of its sidecar changes the stamp.
func (s *Study) stamps() []index.Document {
	out := make([]index.Document, len(s.Documents))
	for i, d := range s.Documents {
		out[i] = index.Document{Key: d.Key, Stamp: s.stampOf(TextFile(d.Key)) + " " + s.stampOf(SidecarFile(d.Key)) + " " + d.Language}
	}
	return out
}

func (s *Study) stampOf(file string) string {
	if s.kept != nil {
		if at := s.kept.stampOf(file); at.time != 0 {
			return strconv.FormatInt(at.size, 10) + "@" + strconv.FormatInt(at.time, 10)
		}
	}
	info, err := fs.Stat(s.fsys, file)
	if err != nil {
		return "-"
	}
	return fmt.Sprintf("%d@%d", info.Size(), info.ModTime().UnixNano())
}

// sizeOf returns the bytes of a text, 0 if they are not known.
func (s *Study) sizeOf(key string) int64 {
	if s.kept != nil {
		return s.kept.stampOf(TextFile(key)).size
	}
	info, err := fs.Stat(s.fsys, TextFile(key))
	if err != nil {
		return 0
	}
	return info.Size()
}

// content returns the words of a document for the index: its turns and paragraphs. The text is
// not held: an index is made of all of them.
func (s *Study) content(key string) (index.Content, error) {
	t, _, err := s.readText(key)
	if err != nil {
		return index.Content{}, err
	}
	c := index.Content{Language: t.Language}
	for _, u := range t.Structure.Units(t.Text, corpus.TurnUnit) {
		c.Units = append(c.Units, t.Text.Slice(u.Span))
	}
	return c, nil
}

// RefreshIndex brings the word index up to the texts. It returns index.ErrBusy at
// once if another program is at it. What ctx stops is kept, and gone on with the next time.
func (s *Study) RefreshIndex(ctx context.Context, ix *index.Index, progress func(done, total int)) error {
	docs := s.stamps()
	if ix.Fresh(docs) {
		return nil
	}
	s.letGo()
	err := ix.Update(ctx, docs, s.content, progress)
	if err == nil && s.kept != nil {
		s.kept.save() // the structures of texts that were read for the first time
	}
	return err
}

// complete adds what is known of a passage to a hit.
func (s *Study) complete(h *Hit, around Around) {
	h.Cite = around.Cite(h.Passage)
	h.Speaker, _ = around.Speaker(h.Passage)
	for _, c := range around.Cases(h.Passage) {
		h.Cases = append(h.Cases, c.Key)
	}
	look := []corpus.Passage{h.Passage}
	if len(h.Places) > 0 {
		look = look[:0]
		for _, p := range h.Places {
			look = append(look, corpus.Passage{Document: h.Passage.Document, Span: p})
		}
	}
	for _, p := range look {
		for _, c := range s.Codings.Over(p) {
			if s.Counts(c) || s.Undecided(c) {
				h.Codes = addOnce(h.Codes, c.Code)
			}
		}
	}
}

// Filter chooses codings. Empty fields choose all.
type Filter struct {
	Codes, Kinds, Cases, Speakers, Roles, Sources, Coders, Says, Attributes []string // of each, one has to fit
	Proposed                                                                bool     // undecided proposals instead of people's codings
	Changed                                                                 bool     // only codings whose words changed when the text was corrected
	Query                                                                   *query.Query
}

// Fields returns the filter as fields of a query, for searching texts instead of
// codings.
func (f Filter) Fields() string {
	out := ""
	for _, g := range []struct {
		name   string
		values []string
	}{{"code", f.Codes}, {"kind", f.Kinds}, {"case", f.Cases}, {"speaker", f.Speakers}, {"role", f.Roles}, {"source", f.Sources}, {"coder", f.Coders}, {"says", f.Says}} {
		out += oneOf(g.name, g.values)
	}
	for _, a := range f.Attributes {
		name, value := attributePair(a)
		out += oneOf(name, []string{value})
	}
	return out
}

func oneOf(name string, values []string) string {
	if len(values) == 0 {
		return ""
	}
	out := " ("
	for i, v := range values {
		if i > 0 {
			out += " OR "
		}
		out += name + ":" + fmt.Sprintf("%q", v)
	}
	return out + ")"
}

func attributePair(s string) (name, value string) {
	for i, r := range s {
		if r == '=' || r == ':' {
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

// Chosen returns the codings that a filter chooses, in the order of documents and places.
func (s *Study) Chosen(f Filter) ([]coding.Coding, error) {
	if err := s.checkFilter(f); err != nil {
		return nil, err
	}
	whole := Filter{Cases: f.Cases, Speakers: f.Speakers, Roles: f.Roles, Sources: f.Sources, Attributes: f.Attributes}.Fields()
	var where *query.Query
	if whole != "" {
		var err error
		if where, err = query.Parse(whole); err != nil {
			return nil, err
		}
	}
	chosen := s.Codings.Chosen(s.wanted(f), func(c *coding.Coding) bool {
		machine := coding.Machine(c.Coder)
		return machine == f.Proposed && (!f.Changed || c.Was != "") && s.chosen(c, f) && (!machine || s.Undecided(*c)) &&
			(machine || contains(f.Coders, c.Coder) || s.Counts(*c))
	})
	if where == nil && f.Query == nil {
		return chosen, nil
	}
	texts := map[string]*query.Matcher{}
	var out []coding.Coding
	for _, c := range chosen {
		if where != nil && !where.Parted().Fields(s, c.Passage) {
			continue
		}
		if f.Query != nil {
			t, err := s.Text(c.Document)
			if err != nil {
				return nil, err
			}
			if ok, _ := s.matcher(texts, f.Query, t.Language).Match(t.Text, c.Passage); !ok {
				continue
			}
		}
		out = append(out, c)
	}
	return out, nil
}

// wanted returns a test of the keys of codes: whether a filter can choose codings of a code at all. It is nil for a
// filter that asks for no code.
func (s *Study) wanted(f Filter) func(code string) bool {
	if len(f.Codes) == 0 {
		return nil
	}
	known := map[string]bool{}
	return func(key string) bool {
		fits, ok := known[key]
		if !ok {
			fits = slices.ContainsFunc(f.Codes, func(of string) bool { return s.codeUnder(key, of) })
			known[key] = fits
		}
		return fits
	}
}

// Quotes returns the passages of the codings that a filter chooses, code by code in the order of
// the code book; codings of one code over the same words are one passage.
func (s *Study) Quotes(f Filter) ([]Quoted, error) {
	chosen, err := s.Chosen(f)
	if err != nil {
		return nil, err
	}
	of := map[string][]*coding.Coding{}
	for i := range chosen {
		of[chosen[i].Code] = append(of[chosen[i].Code], &chosen[i])
	}
	out := make([]Quoted, 0, len(chosen))
	where := s.aroundAny()
	for _, code := range s.Codebook.All() {
		for _, e := range joined(of[code.Key], "") {
			where.goTo(e.Passage.Document)
			where.cited(&e)
			q := Quoted{Code: code, Evidence: e}
			for _, c := range where.cases(e.Passage) {
				q.Cases = append(q.Cases, c.Key)
			}
			q.Speaker, _ = where.speaker(e.Passage)
			out = append(out, q)
		}
	}
	return out, nil
}

// Quoted is a coded passage with its code.
type Quoted struct {
	Code *coding.Code
	Evidence
	Cases   []string
	Speaker corpus.Speaker
}

func (s *Study) matcher(known map[string]*query.Matcher, q *query.Query, language string) *query.Matcher {
	if known[language] == nil {
		known[language] = q.Matcher(language, s)
	}
	return known[language]
}

func (s *Study) chosen(c *coding.Coding, f Filter) bool {
	field := func(name string, values []string) bool {
		if len(values) == 0 {
			return true
		}
		for _, v := range values {
			if s.codingHas(*c, query.Field{Name: name, Value: v}) {
				return true
			}
		}
		return false
	}
	return field("code", f.Codes) && field("kind", f.Kinds) && field("coder", f.Coders) && field("says", f.Says)
}

// checkFilter refuses a filter that names something that does not exist.
func (s *Study) checkFilter(f Filter) error {
	if fields := f.Fields(); fields != "" {
		q, err := query.Parse(fields)
		if err != nil {
			return err
		}
		var slip *query.Error
		if err := s.CheckFields(q); errors.As(err, &slip) {
			return catalogue.Errorf("%s", slip.Why)
		}
	}
	if f.Query == nil {
		return nil
	}
	return s.CheckFields(f.Query)
}
