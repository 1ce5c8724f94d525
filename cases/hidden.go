package cases

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus/plainfile"
)

// hider returns a test of whose codings of a document are hidden from a coder. To one who codes blind (crosscase.yaml) these are those of other
// people, also of the consensus, of documents that the coder is to code and has not read yet; with all they are those of every document,
// whoever codes. It is nil if nothing is hidden.
func (s *Study) hider(coder string, all bool) func(who, document string) bool {
	blind, list := false, []string(nil)
	for _, k := range s.Coders {
		if k.Name == coder && k.Blind {
			blind, list = true, s.Assigned(k)
		}
	}
	if !all && !blind {
		return nil
	}
	read := map[string]bool{} // documents that the coder has read
	for _, l := range s.Layers() {
		if l.Coder == coder && len(l.Reads) > 0 {
			read[l.Document] = true
		}
	}
	return func(who, document string) bool {
		return who != coder && !coding.Machine(who) && (all || !read[document] && (list == nil || contains(list, document)))
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

// OpenWithout is Open as if some files were not there. Memos of others about passages and documents whose codings by them are hidden are left
// out too.
func OpenWithout(fsys fs.FS, coder string, hidden func(file string) bool) (*Study, plainfile.Problems) {
	s, problems := Open(lacking{fsys, hidden})
	if s == nil {
		return nil, problems
	}
	gone := s.hideMemos(coder, hidden)
	return s, problems.In(func(file string) bool { return !gone[file] })
}

// hideMemos leaves out the memos of others about places and documents whose codings by them are hidden, and returns their files.
func (s *Study) hideMemos(coder string, hidden func(file string) bool) map[string]bool {
	gone := map[string]bool{}
	s.Memos = slices.DeleteFunc(s.Memos, func(m *Memo) bool {
		gone[m.File] = m.By != coder && m.By != "" && slices.ContainsFunc(m.About, func(a About) bool {
			document := a.Document
			if a.At.Document != "" {
				document = a.At.Document
			}
			return document != "" && hidden(coding.LayerFile(m.By, document))
		})
		return gone[m.File]
	})
	return gone
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
