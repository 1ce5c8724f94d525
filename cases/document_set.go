package cases

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/words"
)

// DocumentFields are what SetDocument sets.
var DocumentFields = []string{"case", "kind", "date", "title", "language", "issuer", "duration"}

// SetDocument sets what is known of a document, in the file beside its text or, for case, in the files of the cases: it belongs
// to those that are named, parted by commas, and to no others; none takes it out of all. "" takes any other field out.
func (s *Study) SetDocument(dir plainfile.Dir, key, field, value string) error {
	d := s.Document(key)
	if d == nil {
		return s.UnknownDocument(key)
	}
	switch {
	case field == "case":
		return s.setCasesOf(dir, key, value)
	case !contains(DocumentFields, field):
		return catalogue.Errorf("%q is nothing that a document has\nhint: %s", field, strings.Join(DocumentFields, ", "))
	case field == "date" && value != "" && !validDate(value):
		return catalogue.Errorf("date %q is not a date\nhint: write 2016-02-19, 2016-02 or 2016", value)
	case field == "duration" && value != "":
		minutes, err := ParseMinutes(value)
		if err != nil {
			return err
		}
		value = fmt.Sprintf("%d min", minutes)
	case field == "language":
		if err := CheckLanguage(value); err != nil {
			return err
		}
	case field == "kind":
		value = catalogue.DocumentKind(value)
	}
	side, _, err := dir.ReadIfThere(SidecarFile(key))
	if err != nil {
		return err
	}
	if side, err = plainfile.SetField(side, quoteYAML(value), field); err != nil {
		return err
	}
	return dir.Write(SidecarFile(key), side)
}

// setCasesOf makes a document a member of cases and of no others.
func (s *Study) setCasesOf(dir plainfile.Dir, key, value string) error {
	var named []string
	if value != "none" {
		for name := range strings.SplitSeq(value, ",") {
			c := s.CaseNamed(name)
			if c == nil {
				return s.UnknownCase(strings.TrimSpace(name))
			}
			named = append(named, c.Key)
		}
	}
	for _, c := range s.Cases {
		if !contains(named, c.Key) {
			if err := s.leave(dir, c, key); err != nil {
				return err
			}
		}
	}
	for _, name := range named {
		if err := s.join(dir, name, []string{key}); err != nil {
			return err
		}
	}
	return nil
}

// LeaveCase takes a document, and the parts of it, out of the members of a case; it stays in its other ones.
func (s *Study) LeaveCase(dir plainfile.Dir, caseKey, document string) error {
	c := s.Case(caseKey)
	if c == nil {
		return s.UnknownCase(caseKey)
	}
	return s.leave(dir, c, document)
}

// leave takes a document, and the parts of it, out of the members of a case.
func (s *Study) leave(dir plainfile.Dir, c *Case, key string) error {
	if !slices.ContainsFunc(c.Members, func(m Member) bool { return m.Document == key }) {
		return nil
	}
	data, err := dir.Read(c.File)
	if err != nil {
		return err
	}
	for range c.Members {
		rest, _, err := plainfile.TakeItem(data, "members", "document="+key)
		if err != nil {
			break
		}
		data = rest
	}
	var ignored plainfile.Problems
	if left := readCase(c.File, data, &ignored).Members; slices.ContainsFunc(left, func(m Member) bool { return m.Document == key }) {
		return catalogue.Errorf("%s: cannot take %s out of its members\nhint: change it there by hand", c.File, key)
	}
	c.Members = slices.DeleteFunc(slices.Clone(c.Members), func(m Member) bool { return m.Document == key })
	return dir.Write(c.File, data)
}

// CheckLanguage refuses what is no code of a language. Words of a language without stems are found only as they stand.
func CheckLanguage(language string) error {
	if language == "" || contains(words.Languages(), language) || corpus.IsLanguageCode(language) {
		return nil
	}
	return catalogue.Errorf("language %q is not known\nhint: write nb, nn, en, sv, da or de; of another its code of two letters", language)
}
