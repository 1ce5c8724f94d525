package cases

import (
	"strings"
	"unicode/utf8"

	"crosscase/corpus/plainfile"
	"crosscase/corpus/words"
)

// CaseNamed returns the case that a person means by a name: its key, its label, another name that its file gives (also:), or the words with which
// its label, or what stands behind a comma in it, begins, if no other case's does: "St Brannoc's" of "St Brannoc's Care Home". It is nil if there is
// none, or if there are several.
func (s *Study) CaseNamed(name string) *Case {
	if c := s.Case(name); c != nil {
		return c
	}
	name = strings.TrimSpace(name)
	var found *Case
	for _, same := range []func(*Case) bool{
		func(c *Case) bool { return strings.EqualFold(c.Key, name) },
		func(c *Case) bool { return strings.EqualFold(c.Label, name) },
		func(c *Case) bool { return c.called(name) },
		func(c *Case) bool { return c.beginsWith(name) },
	} {
		for _, c := range s.Cases {
			if !same(c) {
				continue
			}
			if found != nil {
				return nil
			}
			found = c
		}
		if found != nil {
			return found
		}
	}
	return nil
}

// called tells whether a name is one of the other names of a case.
func (c *Case) called(name string) bool {
	for _, a := range c.Also {
		if strings.EqualFold(a, name) {
			return true
		}
	}
	return false
}

// beginsWith tells whether the label, or what stands behind a comma in it, begins with the words of a name.
func (c *Case) beginsWith(name string) bool {
	typed := words.Tokens(name)
	if len(typed) == 0 || utf8.RuneCountInString(name) < 3 {
		return false
	}
	for part := range strings.SplitSeq(c.Label, ",") {
		label := words.Tokens(part)
		same := len(label) >= len(typed)
		for i := 0; same && i < len(typed); i++ {
			same = label[i].Fold == typed[i].Fold
		}
		if same {
			return true
		}
	}
	return false
}

// keyed returns the key of the case that a name means; the name itself if it means none.
func (s *Study) keyed(name string) string {
	if c := s.CaseNamed(name); c != nil {
		return c.Key
	}
	return name
}

// keyCases writes the keys of cases in the place of names by which the files of the study speak of them.
func (s *Study) keyCases() {
	all := func(lists ...[]string) {
		for _, list := range lists {
			for i := range list {
				list[i] = s.keyed(list[i])
			}
		}
	}
	for i := range s.Coders {
		all(s.Coders[i].Cases)
	}
	for _, t := range s.Tables {
		all(t.Cases)
		if t.Case != "" {
			t.Case = s.keyed(t.Case)
		}
		for i := range t.Groups {
			all(t.Groups[i].Cases)
		}
	}
	for _, f := range s.Findings {
		all(f.Present, f.Partial, f.Absent, f.NotRaised, f.Among)
	}
	for _, e := range s.Expectations {
		for i := range e.Cases {
			e.Cases[i].Case = s.keyed(e.Cases[i].Case)
		}
	}
	for _, m := range s.Memos {
		for i := range m.About {
			if m.About[i].Case != "" {
				m.About[i].Case = s.keyed(m.About[i].Case)
			}
		}
	}
}

// checkNames notes names that two cases have.
func (s *Study) checkNames(problems *plainfile.Problems) {
	for _, c := range s.Cases {
		for _, a := range c.Also {
			for _, o := range s.Cases {
				if o != c && (strings.EqualFold(o.Key, a) || strings.EqualFold(o.Label, a) || o.called(a)) {
					problems.Add(c.File, c.Line, "the name %q under also: is that of case %q too\nhint: take it out of one of the two", a, o.Key)
				}
			}
		}
	}
}
