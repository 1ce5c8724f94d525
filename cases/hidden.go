package cases

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// hider returns a test of whose codings of a document are hidden from a coder. To one who codes blind (crosscase.yaml) these are those of other
// people, also of the consensus, of documents that the coder has not read yet, whether or not they are among those that are to be coded: how
// others use a code elsewhere tells how they use it here. With all they are those of every document, whoever codes. It is nil if nothing is hidden.
func (s *Study) hider(coder string, all bool) func(who, document string) bool {
	blind := slices.ContainsFunc(s.Coders, func(k Coder) bool { return k.Name == coder && k.Blind })
	if !all && !blind {
		return nil
	}
	read := map[string]bool{} // documents that the coder has read
	for _, l := range s.Layers() {
		if l.Coder == coder && len(l.Reads) > 0 {
			read[l.Document] = true
		}
	}
	learned := blind && s.learnedElsewhere(coder, func(_, document string) bool { return !read[document] })
	return func(who, document string) bool {
		if who == coding.SuggestCoder {
			return learned
		}
		return who != coder && !coding.Machine(who) && (all || !read[document])
	}
}

// Hidden returns a test of the files of the study: which of them a coder may not see, those with the codings and verdicts that hider tells of, but
// for what the coder coded a second time. It is nil if nothing is hidden.
func (s *Study) Hidden(coder string, all bool) func(file string) bool {
	hides := s.hider(coder, all)
	if hides == nil {
		return nil
	}
	return func(file string) bool {
		parts := strings.Split(file, "/")
		if len(parts) != 3 || parts[0] != "codings" && parts[0] != "reviews" {
			return false
		}
		return parts[1] != coding.Again(coder) && hides(parts[1], strings.TrimSuffix(parts[2], ".jsonl")+".txt")
	}
}

// OpenWithout is Open as if some files were not there. Memos of others that HiddenMemos tells of are left out too.
func OpenWithout(fsys fs.FS, coder string, hidden func(file string) bool) (*Study, plainfile.Problems) {
	s, problems := Open(lacking{fsys, hidden})
	if s == nil {
		return nil, problems
	}
	gone := s.hideMemos(coder, hidden)
	return s, problems.In(func(file string) bool { return !gone[file] })
}

// hideMemos leaves out the memos that are hidden, and returns their files.
func (s *Study) hideMemos(coder string, hidden func(file string) bool) map[string]bool {
	gone := map[string]bool{}
	hides := s.memoHider(coder, hidden)
	s.Memos = slices.DeleteFunc(s.Memos, func(m *Memo) bool {
		gone[m.File] = hides(m)
		return gone[m.File]
	})
	return gone
}

// HiddenMemos returns the files of the memos that are hidden from a coder. They are those of others that speak of something of which the others'
// codings are hidden: a passage, a document, a place named in the text, a case, which is all of its documents, or a code, which may be
// anywhere in what the coder is to code. A memo about the study alone that names no place is shown.
func (s *Study) HiddenMemos(coder string, all bool) (files []string) {
	hidden := s.Hidden(coder, all)
	if hidden == nil {
		return nil
	}
	hides := s.memoHider(coder, hidden)
	for _, m := range s.Memos {
		if hides(m) {
			files = append(files, m.File)
		}
	}
	return files
}

func (s *Study) memoHider(coder string, hidden func(file string) bool) func(m *Memo) bool {
	toCode := s.Keys()
	for _, k := range s.Coders {
		if list := s.Assigned(k); k.Name == coder && list != nil {
			toCode = list
		}
	}
	return func(m *Memo) bool {
		return m.By != coder && m.By != "" && slices.ContainsFunc(s.speaksOf(m, toCode), func(document string) bool { return hidden(coding.LayerFile(m.By, document)) })
	}
}

// speaksOf returns the documents that a memo speaks of; anywhere are those in which a code may be.
func (s *Study) speaksOf(m *Memo, anywhere []string) (documents []string) {
	place := func(locator string) {
		if p, err := corpus.ParsePassage(locator); err == nil {
			documents = append(documents, p.Document)
		}
	}
	for _, a := range m.About {
		switch c := s.Case(a.Case); {
		case a.Code != "":
			documents = append(documents, anywhere...)
		case c != nil:
			for _, of := range c.Members {
				documents = append(documents, of.Document)
			}
		case a.Document != "":
			documents = append(documents, a.Document)
		default:
			place(a.Passage)
		}
	}
	for _, w := range strings.FieldsFunc(m.Text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("[](),;", r) }) {
		place(w)
	}
	return documents
}

// lacking is a folder in which some files are not there.
type lacking struct {
	fs.FS
	hidden func(file string) bool
}

func (w lacking) Open(name string) (fs.File, error) {
	if w.hidden(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return w.FS.Open(name)
}

func (w lacking) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(w.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return w.hidden(path.Join(name, e.Name())) }), err
}
