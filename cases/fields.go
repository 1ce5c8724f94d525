package cases

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/query"
)

// fieldNames are the fields of a query beside the attributes of cases.
var fieldNames = []string{"case", "code", "coder", "kind", "role", "says", "source", "speaker", "status", "year"}

// CheckFields refuses a query whose fields name something that does not exist.
func (s *Study) CheckFields(q *query.Query) error {
	for _, f := range q.Fields() {
		if err := s.checkField(f); err != nil {
			return &query.Error{Query: q.Text, Column: f.Column, Why: catalogue.Text("%s", err)}
		}
	}
	return nil
}

func (s *Study) checkField(f query.Field) error {
	unknown := func(what string, known []string) error {
		return catalogue.Errorf("%s %q is not in the study\nhint: %s", what, f.Value, plainfile.DidYouMean(f.Value, known, "known: %s", strings.Join(known, ", ")))
	}
	switch f.Name {
	case "case":
		if s.CaseNamed(f.Value) == nil {
			return unknown("case", s.CaseKeys())
		}
	case "code":
		if s.Codebook.Code(f.Value) == nil {
			return unknown("code", s.Codebook.Keys())
		}
	case "says":
		if _, err := coding.ParseSays(f.Value); err != nil {
			return err
		}
	case "status":
		if f.Value != "proposed" && f.Value != "reviewed" {
			return catalogue.Errorf("status %q is not known\nhint: write proposed or reviewed", f.Value)
		}
	case "source":
		if known := s.sources(); !contains(known, strings.ToLower(f.Value)) && !contains(known, catalogue.DocumentKind(f.Value)) {
			return unknown("source", known)
		}
	case "role":
		if known := []string{"interviewer", "informant", "other"}; !contains(known, strings.ToLower(f.Value)) {
			return unknown("role", known)
		}
	case "kind":
		if known := s.kinds(); !contains(known, catalogue.CodeKind(f.Value)) {
			return unknown("kind", known)
		}
	case "coder":
		if known := s.coderNames(); !contains(known, f.Value) {
			return unknown("coder", known)
		}
	case "speaker":
		if known := s.speakerNames(); !contains(known, strings.ToLower(f.Value)) {
			return unknown("speaker", known)
		}
	case "year":
		if !yearForm.MatchString(f.Value) {
			return catalogue.Errorf("%q is no year\nhint: write 2015, a month 2015-03 or a day 2015-03-02", f.Value)
		}
	default:
		if a, ok := s.Attribute(f.Name); ok {
			if known := s.valuesOf(a); len(known) > 0 && !slices.ContainsFunc(known, func(v string) bool { return strings.EqualFold(v, f.Value) }) {
				return catalogue.Errorf("no case has %q under %s\nhint: %s", f.Value, f.Name, plainfile.DidYouMean(f.Value, known, "known: %s", strings.Join(known, ", ")))
			}
		} else {
			known := append([]string{}, fieldNames...)
			for _, a := range s.Attributes {
				known = append(known, a.Key)
			}
			return catalogue.Errorf("%q is no field and no attribute\nhint: %s", f.Name, plainfile.DidYouMean(f.Name, known, "known: %s; to look for the words themselves, put them in quotes", strings.Join(known, ", ")))
		}
	}
	return nil
}

// yearForm is the beginning of a date.
var yearForm = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)

// valuesOf returns what may be asked for of an attribute: its values, or, where it has no list
// of them, what the cases have.
func (s *Study) valuesOf(a Attribute) []string {
	if len(a.Values) > 0 {
		return a.Values
	}
	var out []string
	for _, c := range s.Cases {
		for _, item := range c.Values[a.Key].Items {
			out = addOnce(out, item.Text)
		}
	}
	return out
}

// sources returns the names by which documents can be chosen: keys with and without
// ending, and kinds.
func (s *Study) sources() []string {
	var out []string
	for _, d := range s.Documents {
		out = addOnce(out, d.Key, strings.TrimSuffix(d.Key, ".txt"))
		out = addOnce(out, nonEmpty(strings.ToLower(d.Kind))...)
	}
	sort.Strings(out)
	return out
}

// kinds returns the kinds of code that the code book uses.
func (s *Study) kinds() []string {
	var out []string
	for _, c := range s.Codebook.All() {
		out = addOnce(out, nonEmpty(c.Kind)...)
	}
	return out
}

func (s *Study) coderNames() []string {
	out := []string{coding.GuideCoder, coding.RulesCoder, coding.SuggestCoder}
	for _, c := range s.Coders {
		out = addOnce(out, c.Name)
	}
	for _, l := range s.Layers() {
		out = addOnce(out, l.Coder)
	}
	return out
}

// speakerNames returns the labels and names of all speakers, in small letters.
func (s *Study) speakerNames() []string {
	var out []string
	for _, d := range s.Documents {
		for _, p := range d.Speakers {
			out = addOnce(out, strings.ToLower(p.Label))
			out = addOnce(out, nonEmpty(strings.ToLower(p.Name))...)
		}
	}
	sort.Strings(out)
	return out
}

// Holds answers a field of a query for a passage: the study is the resolver of
// its own queries. Fields of codings (code, kind, coder, says, status) hold at the places of
// codings that touch the passage, the others of the whole.
func (s *Study) Holds(f query.Field, at corpus.Passage) (bool, []corpus.Span) {
	switch f.Name {
	case "code", "kind", "coder", "says", "status":
		var places []corpus.Span
		for _, c := range s.Codings.Over(at) {
			if s.codingHas(c, f) {
				places = append(places, c.Span)
			}
		}
		return len(places) > 0, places
	case "case":
		for _, c := range s.CasesAt(at) {
			if c == s.CaseNamed(f.Value) {
				return true, nil
			}
		}
	case "source":
		d, v := s.Document(at.Document), strings.ToLower(f.Value)
		return d != nil && (d.Key == v || strings.TrimSuffix(d.Key, ".txt") == v || strings.EqualFold(d.Kind, catalogue.DocumentKind(v))), nil
	case "year":
		d := s.Document(at.Document)
		return d != nil && strings.HasPrefix(d.Date, f.Value), nil
	case "speaker":
		sp, ok := s.Speaker(at)
		return ok && (strings.EqualFold(sp.Label, f.Value) || strings.EqualFold(sp.Name, f.Value)), nil
	case "role":
		sp, ok := s.Speaker(at)
		return ok && strings.EqualFold(string(sp.Role), f.Value), nil
	default:
		a, ok := s.Attribute(f.Name)
		if !ok {
			return false, nil
		}
		for _, c := range s.CasesAt(at) {
			for _, item := range c.Values[a.Key].Items {
				if strings.EqualFold(item.Text, f.Value) {
					return true, nil
				}
			}
		}
	}
	return false, nil
}

// codingHas tells whether a coding has what a field asks for. A code stands for
// those below it too. Proposals that were decided on do not count.
func (s *Study) codingHas(c coding.Coding, f query.Field) bool {
	machine := coding.Machine(c.Coder)
	if machine && !s.Undecided(c) {
		return false
	}
	switch f.Name {
	case "code":
		return s.codeUnder(c.Code, f.Value)
	case "kind":
		code := s.Codebook.Code(c.Code)
		return code != nil && code.Kind == catalogue.CodeKind(f.Value)
	case "coder":
		return c.Coder == f.Value
	case "says":
		return string(c.Says) == catalogue.Says(f.Value)
	case "status":
		return machine == (f.Value == "proposed")
	}
	return false
}

// codeUnder tells whether a code is another one or stands below it.
func (s *Study) codeUnder(key, of string) bool {
	want := s.Codebook.Code(of)
	for code := s.Codebook.Code(key); code != nil && want != nil; code = code.Parent {
		if code == want {
			return true
		}
	}
	return false
}

// Speaker returns who speaks at the beginning of a passage; false if nobody does.
func (s *Study) Speaker(p corpus.Passage) (corpus.Speaker, bool) {
	t, err := s.turns(p.Document)
	if err != nil {
		return corpus.Speaker{}, false
	}
	return (&around{document: s.Document(p.Document), turns: t}).speaker(p)
}
