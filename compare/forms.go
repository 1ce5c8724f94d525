package compare

import (
	"fmt"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// Form is one way to put a study into tables. What a record writes under form:, the verb of
// compare, its help and its completion all come from here.
type Form struct {
	Name    string
	Verb    bool   // whether compare has a verb of this name; compare table prints the others
	Short   string // in a line
	Long    string
	Example string
	Words   string   // what stands behind the verb, for the line of usage
	Min     int      // how many words at least
	Max     int      // and at most; -1: any number
	Names   string   // what the words are, for completion: case, code, attribute, measure (an attribute or a code)
	Takes   []string // the fields of a record that it uses, which are also the flags of the verb
	Set     func(r *cases.TableRecord, words []string)
	Build   func(s *cases.Study, r *cases.TableRecord, o Options) ([]*table.Table, error)
}

// one makes a form of a function that builds one table.
func one(build func(*cases.Study, *cases.TableRecord, Options) (*table.Table, error)) func(*cases.Study, *cases.TableRecord, Options) ([]*table.Table, error) {
	return func(s *cases.Study, r *cases.TableRecord, o Options) ([]*table.Table, error) {
		t, err := build(s, r, o)
		if err != nil {
			return nil, err
		}
		return []*table.Table{t}, nil
	}
}

// FormNamed returns the form with a name.
func FormNamed(name string) (Form, bool) {
	for _, f := range Forms() {
		if f.Name == name {
			return f, true
		}
	}
	return Form{}, false
}

// Tables builds the tables of a record; the first is the one that the record is named for.
func Tables(s *cases.Study, r *cases.TableRecord, o Options) ([]*table.Table, error) {
	if r.Unread {
		return nil, catalogue.Errorf("%s cannot be read\nhint: crosscase check says why", r.File)
	}
	name := r.Form
	if name == "" {
		name = "codes"
	}
	f, ok := FormNamed(name)
	if !ok {
		return nil, catalogue.Errorf("form %q is not known", name)
	}
	if o.Shared == nil {
		o.Shared = &Shared{}
	}
	ts, err := f.Build(s, r, o)
	if err != nil {
		return nil, err
	}
	made := how(s, r, o)
	for _, t := range ts {
		t.Language, t.How = o.Language, made
		notePlanned(s, t)
		if t.Drawn != nil {
			t.Drawn.Language, t.Drawn.How = t.Language, t.How
		}
		if t.Banner == "" && o.Proposed && t.Count == "passages" {
			t.Banner = o.Language.Say("proposed-banner")
		}
		if err := t.Check(); err != nil {
			return nil, err
		}
	}
	return ts, nil
}

// Build builds the table that a record is named for.
func Build(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	ts, err := Tables(s, r, o)
	if err != nil {
		return nil, err
	}
	return ts[0], nil
}

// titled returns an empty table for a record, titled as it says, else as the form is called.
func titled(r *cases.TableRecord, o Options, form, corner string) *table.Table {
	t := &table.Table{Name: r.Name, Title: r.Title, Language: o.Language, Corner: r.Corner}
	if t.Name == "" {
		t.Name = form
	}
	if t.Title == "" {
		t.Title = o.Language.Say("form-" + form)
	}
	if t.Corner == "" {
		t.Corner = o.Language.Say(corner)
	}
	return t
}

// at names a line of a file.
func at(file string, line int) string { return fmt.Sprintf("%s:%d", file, line) }
