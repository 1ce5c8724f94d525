package cases

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// ChangeMemo gives a memo other words, and with about another head: what it is about, as About prints it, its links, its
// kind and whether it stands in the report; by whom and when it was written stays. The name stays too, since others may
// link to it.
func (s *Study) ChangeMemo(dir plainfile.Dir, name string, to Memo, about []string) (*Memo, error) {
	m, err := s.NamedMemo(name)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(to.Text) == "" {
		return nil, catalogue.Errorf("the memo has no words\nhint: crosscase memo add \"…\" --about code:KEY")
	}
	to.By, to.On, to.Name, to.File = m.By, m.On, m.Name, m.File
	if err := s.head(&to, about, m.About); err != nil {
		return nil, err
	}
	data, err := to.encode()
	if err != nil {
		return nil, err
	}
	if err := dir.Write(m.File, data); err != nil {
		return nil, err
	}
	*m = to
	return m, nil
}

// RemoveMemo deletes a memo, and the links to it in others.
func (s *Study) RemoveMemo(dir plainfile.Dir, name string) (*Memo, error) {
	m, err := s.NamedMemo(name)
	if err != nil {
		return nil, err
	}
	for _, o := range s.Memos {
		if !contains(o.Links, m.Name) {
			continue
		}
		o.Links = slices.DeleteFunc(slices.Clone(o.Links), func(l string) bool { return l == m.Name })
		data, err := o.encode()
		if err != nil {
			return nil, err
		}
		if err := dir.Write(o.File, data); err != nil {
			return nil, err
		}
	}
	s.Memos = slices.DeleteFunc(slices.Clone(s.Memos), func(o *Memo) bool { return o == m })
	return m, dir.Remove(m.File)
}

// planMemos moves the passages that memos are about with the words of a corrected text.
func (s *Study) planMemos(dir plainfile.Dir, r *revision, t *corpus.Text, rev *corpus.Revision) error {
	for _, file := range s.files("memos", ".md") {
		data, ok := r.files[file]
		was, err := dir.Read(file)
		if err != nil {
			return err
		}
		if !ok {
			data = was
		}
		var ignored plainfile.Problems
		m := readMemo(file, data, &ignored)
		changed := false
		for i := range m.About {
			a := &m.About[i]
			p, err := corpus.ParsePassage(a.Passage)
			if err != nil || p.Document != r.Document || len(ignored) > 0 {
				continue
			}
			span, fate := corpus.Anchor{Span: p.Span, Quote: a.Quote}.Locate(rev.Old)
			if fate == corpus.Lost || fate == corpus.Unclear {
				continue // of an earlier correction, or ended before
			}
			f := rev.Follow(span)
			r.Places = append(r.Places, RevisedPlace{Kind: "memo", File: fmt.Sprintf("%s:%d", file, a.Line), Was: span, Quote: a.Quote, Now: t.Slice(f.Span), Followed: f})
			if f.Fate == corpus.Lost || f.Fate == corpus.Unclear {
				continue // check says so: the quote stands there no more
			}
			a.Passage, a.Quote = corpus.Passage{Document: r.Document, Span: f.Span}.String(), t.Slice(f.Span)
			changed = true
		}
		if !changed {
			continue
		}
		out, err := m.encode()
		if err != nil {
			return err
		}
		r.put(file, was, out)
	}
	return nil
}
