package cases

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/sheet"
)

// FaceSheet is a spreadsheet with what is known of cases or documents, a row
// each, held against the study: what it adds, and where the study says otherwise.
type FaceSheet struct {
	File string
	// Added are the changes, one a line, in the order of the sheet: attributes, cases,
	// values, fields of documents, members.
	Added []catalogue.Message
	// Kept are the values of the study that differ from the sheet's and are kept.
	Kept []catalogue.Message
	// Notes are what else to know: what was left out, and why, and what was guessed.
	Notes []catalogue.Message
	// Same is how many cells say what the study says.
	Same int

	counts map[string]int // of what was added, by noun
	order  []string       // files to write
	files  map[string][]byte
}

// FaceSheetOptions say how a face sheet is read.
type FaceSheetOptions struct {
	By      string // the head of the column that names the cases or documents; "" looks for it
	Replace bool   // the sheet is right where the study says otherwise
}

// faceReader holds a face sheet against the study.
type faceReader struct {
	*FaceSheet
	FaceSheetOptions
	s        *Study
	problems plainfile.Problems
	cases    map[string]*Case // made by the sheet, by key
	added    []Attribute      // made by the sheet
}

// ReadFaceSheet holds a face sheet against the study. Its columns are attributes of
// cases, by key or label, and those that the study does not have become new ones
// with a guessed kind; or, where the first column names documents, what is known of
// documents. Nothing is written. Everything wrong with the sheet is in the error, in
// the order of its rows.
func (s *Study) ReadFaceSheet(file string, tables []sheet.Table, o FaceSheetOptions) (*FaceSheet, error) {
	r := &faceReader{FaceSheet: &FaceSheet{File: file, counts: map[string]int{}, files: map[string][]byte{}}, FaceSheetOptions: o,
		s: s, cases: map[string]*Case{}}
	read := 0
	for _, t := range tables {
		f := faceTable{Table: t, head: t.Head(), where: file}
		if len(tables) > 1 {
			f.where = fmt.Sprintf("%s, sheet %q", file, t.Name)
		}
		switch {
		case t.Hidden:
			r.note("%s: left out, for the sheet is hidden", f.where)
			continue
		case f.head+1 >= len(t.Rows):
			continue
		case read > 0 && !f.names():
			r.note("%s: left out, for none of its columns is headed case or document", f.where)
			continue
		}
		if t.Unsaved > 0 {
			r.note("%s: %d cells are empty, for the file does not hold what their formulas come to; save it again in a spreadsheet program", f.where, t.Unsaved)
		}
		read++
		r.table(f)
	}
	if read == 0 {
		r.problems.Add(file, 0, "holds no row below the head of a table\nhint: the first row names the columns; each row below it is a case")
	}
	return r.FaceSheet, r.problems.Err()
}

// Write writes the files that the sheet changes: the attributes first, then the
// cases and documents in the order of the sheet. Killed in between and run again it
// ends the same.
func (f *FaceSheet) Write(dir plainfile.Dir) error {
	for _, file := range f.order {
		if err := dir.Write(file, f.files[file]); err != nil {
			return err
		}
	}
	return nil
}

// Summary says in a line what the sheet adds, nothing if nothing: "2 attributes, 1 case".
func (f *FaceSheet) Summary() catalogue.Message {
	var out []catalogue.Message
	for _, noun := range []string{"attribute", "case", "value", "member"} {
		n := f.counts[noun]
		if n == 0 {
			continue
		}
		if n > 1 {
			noun += "s"
		}
		out = append(out, catalogue.Text("%d %s", n, catalogue.Text(noun)))
	}
	return catalogue.List(out)
}

func (r *faceReader) note(english string, parts ...any) {
	r.Notes = append(r.Notes, catalogue.Text(english, parts...))
}

// add notes a change.
func (r *faceReader) add(noun, english string, parts ...any) {
	r.counts[noun]++
	r.Added = append(r.Added, catalogue.Text(english, parts...))
}

// change gives a file of the study a new content, which is kept until Write. A
// change that cannot be made is a problem of that file.
func (r *faceReader) change(file string, edit func(data []byte) ([]byte, error)) bool {
	data, pending := r.files[file]
	if !pending {
		var err error
		if data, err = fs.ReadFile(r.s.fsys, file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			r.problems.Add(file, 0, "cannot be read: %s\nhint: see to it that you may read it, then run the same command again", reason(err))
			return false
		}
	}
	data, err := edit(data)
	if err != nil {
		r.problems.Add(file, 0, "cannot be changed: %s\nhint: mend the file, then run the same command again", err)
		return false
	}
	if !pending {
		r.order = append(r.order, file)
	}
	r.files[file] = data
	return true
}

// caseNamed returns the case of a name: its key or its label, whatever the capitals. A
// case that the study does not have is made, unless the name gives no key of its own.
func (r *faceReader) caseNamed(name, where string) *Case {
	if c := r.known(name); c != nil {
		return c
	}
	key, ok := keyOf(name)
	if other := r.cases[key]; !ok || other != nil {
		r.problems.Add(where, 0, "%q gives no key for a new case that is its own\nhint: crosscase cases add KEY --label %q makes the case under a key of your choice", name, name)
		return nil
	}
	c := &Case{Key: key, File: CaseFile(key), Values: map[string]Value{}}
	if key != name {
		c.Label = name
	}
	if r.change(c.File, func([]byte) ([]byte, error) { return NewCase(key, c.Label), nil }) {
		if near := plainfile.Nearest(key, r.s.CaseKeys()); near != "" {
			r.add("case", "%s: new case %s (there is a case %q; is it the same?)", c.File, c.Title(), near)
		} else {
			r.add("case", "%s: new case %s", c.File, c.Title())
		}
	}
	r.cases[key] = c
	return c
}

func (r *faceReader) known(name string) *Case {
	key, _ := keyOf(name)
	for _, c := range r.s.Cases {
		if c.Key == key || c.Label != "" && sameWords(c.Label, name) || c.called(strings.TrimSpace(name)) {
			return c
		}
	}
	if c := r.cases[key]; c != nil && sameWords(c.Title(), name) {
		return c
	}
	return nil
}
