package cases

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/coding"
	"crosscase/corpus"
)

// Evidence is a passage with what is said there. Codings of one code that overlap
// and say the same are one piece of evidence with several coders; where its coders differ in what it says, it is one that is Unsettled.
type Evidence struct {
	Case    string // key, "" if the passage belongs to none
	Passage corpus.Passage
	Quote   string
	Says    coding.Says
	Voices  []Voice  // where coders differ and nobody has settled it, what each says; Says is then Unsettled
	Basis   []string // what codings say it rests on, each once
	When    []string // the dates or periods that codings gave, each once
	Values  []string // the values that codings gave, in order, each once
	Notes   []string
	Weak    bool // every ground given is hearsay or inference
	Planned bool // every ground given is a plan
	Coders  []string
	Codings []string // ids
	Cite    string   // as people cite it: "A, turn 43, 00:31"
	Source  string   // file:line, of a value that cites no passage
	codes   []string // that were given, each once, where the codings are of several
	Decided bool     // a person's, or the guide matcher's in an interview whose coverage a person closed
}

// decided marks evidence that a person answers for.
func decided(list []Evidence) []Evidence {
	for i := range list {
		list[i].Decided = true
	}
	return list
}

// gather makes evidence of codings of one code in text order. of is what stands around the first of them, nil if nobody
// looked it up.
func (s *Study) gather(codings []*coding.Coding, caseKey string, of *around) []Evidence {
	out := joined(codings, caseKey)
	var own *around
	for i := range out {
		switch document := out[i].Passage.Document; {
		case of != nil && of.key == document:
		default:
			if own == nil {
				own = s.aroundAny()
			}
			own.goTo(document)
			of = own
		}
		of.cited(&out[i])
	}
	return out
}

// joined makes evidence of codings of one code in text order, without quotes and citations.
func joined(codings []*coding.Coding, caseKey string) []Evidence {
	if len(codings) == 0 {
		return nil
	}
	out := make([]Evidence, 0, len(codings))
	var last []int // the last evidence for, against and qualified in the document
	who := make([]string, 0, 2*len(codings))
	one := func(s string) []string {
		who = append(who, s)
		return who[len(who)-1 : len(who) : len(who)]
	}
	several := slices.ContainsFunc(codings[1:], func(c *coding.Coding) bool { return c.Code != codings[0].Code })
	for i, c := range codings {
		if i > 0 && codings[i-1].Document != c.Document {
			last = last[:0]
		}
		at := slices.IndexFunc(last, func(at int) bool { return out[at].Says == c.Says })
		if at >= 0 && out[last[at]].Passage.Overlaps(c.Span) {
			e := &out[last[at]]
			switch {
			case e.Passage.Contains(c.Span):
			case c.Contains(e.Passage.Span):
				e.Quote = c.Quote
			default:
				e.Quote = "" // of neither; it has to be looked up
			}
			e.Passage.Span = e.Passage.Span.Union(c.Span)
			e.Weak = e.Weak && coding.Weak(c.Basis)
			e.Planned = e.Planned && c.Basis == coding.BasisPlan
			e.Coders = addOnce(e.Coders, c.Coder)
			e.Codings = append(e.Codings, c.ID)
			e.Basis, e.When = addOnce(e.Basis, nonEmpty(c.Basis)...), addOnce(e.When, nonEmpty(c.When)...)
			e.Values = addOnce(e.Values, nonEmpty(c.Value)...)
			e.Notes = addOnce(e.Notes, nonEmpty(c.Note)...)
			if several {
				e.codes = addOnce(e.codes, c.Code)
			}
			continue
		}
		if at < 0 {
			last = append(last, len(out))
		} else {
			last[at] = len(out)
		}
		out = append(out, Evidence{Case: caseKey, Passage: c.Passage, Quote: c.Quote, Says: c.Says, Basis: nonEmpty(c.Basis), When: nonEmpty(c.When), Values: nonEmpty(c.Value), Notes: nonEmpty(c.Note),
			Weak: coding.Weak(c.Basis), Planned: c.Basis == coding.BasisPlan, Coders: one(c.Coder), Codings: one(c.ID)})
		if several {
			out[len(out)-1].codes = []string{c.Code}
		}
	}
	return disputed(out)
}

// Cited fills in the citation of a piece of evidence, and its quote where no coding has it.
func (s *Study) Cited(e *Evidence) { s.around(e.Passage.Document).cited(e) }

// Cite returns a passage as people cite it: the case and the turn with its time for
// a conversation, the title and the page or place for a document. A title that does not name its case stands behind the case; where a case has several
// conversations their titles tell them apart, and where titles do not, the documents' keys.
func (s *Study) Cite(p corpus.Passage) string { return s.around(p.Document).cite(p) }

// sourceOf returns what a document, or a conversation, is cited by: of the only case to which it belongs, nil if
// that is none or there are several.
func (s *Study) sourceOf(d *corpus.Document, of *Case, conversation bool) string {
	in := s.memberships()
	if of != nil && conversation && in.conversations[of.Key] < 2 {
		return of.Title()
	}
	title := d.Name()
	if in.alike[d.Key] {
		title += " (" + strings.TrimSuffix(d.Key, ".txt") + ")"
	}
	if of != nil && !names(title, of.Title()) {
		return of.Title() + ", " + title
	}
	return title
}

// names tells whether a title holds a name as whole words, in any case of letters.
func names(title, name string) bool {
	title, name = strings.ToLower(title), strings.ToLower(name)
	for at := 0; name != ""; at++ {
		i := strings.Index(title[at:], name)
		if i < 0 {
			return false
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(title[:at])
		after, _ := utf8.DecodeRuneInString(title[at+len(name):])
		if !partOfWord(before) && !partOfWord(after) {
			return true
		}
	}
	return false
}

func partOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func addOnce(list []string, more ...string) []string {
	for _, m := range more {
		if !contains(list, m) {
			list = append(list, m)
		}
	}
	return list
}

// PassagesOf returns how many passages people coded with each code in a case, by the code's key;
// codings of one code that overlap and say the same are one passage, whoever made them. Codings that do
// not stand in tables (Counts) are none.
func (s *Study) PassagesOf(c *Case) map[string]int {
	byCode, seen := map[string][]*coding.Coding{}, map[string]bool{}
	for _, m := range c.Members {
		if m.Document == "" || seen[m.Document+m.At] {
			continue
		}
		seen[m.Document+m.At] = true
		all := s.Codings.In(m.Document)
		for i := range all {
			if o := &all[i]; m.Holds(o.Passage) && s.Counts(*o) {
				byCode[o.Code] = append(byCode[o.Code], o)
			}
		}
	}
	return passages(byCode)
}

// Passages is PassagesOf for the whole study: what belongs to several cases counts once, and what belongs to none
// counts too.
func (s *Study) Passages() map[string]int {
	byCode := map[string][]*coding.Coding{}
	all := s.Codings.All()
	for i := range all {
		if c := &all[i]; s.Counts(*c) {
			byCode[c.Code] = append(byCode[c.Code], c)
		}
	}
	return passages(byCode)
}

// UnsettledPassages returns the passages of the study on which coders differ and that nobody has settled, code by code.
func (s *Study) UnsettledPassages() []Quoted {
	byCode := map[string][]*coding.Coding{}
	all := s.Codings.All()
	for i := range all {
		if c := &all[i]; s.Counts(*c) {
			byCode[c.Code] = append(byCode[c.Code], c)
		}
	}
	var out []Quoted
	for _, code := range s.Codebook.All() {
		for _, e := range joined(byCode[code.Key], "") {
			if e.Says == Unsettled {
				out = append(out, Quoted{Code: code, Evidence: e})
			}
		}
	}
	return out
}

// passages counts the passages of codings by code, each code's in text order.
func passages(byCode map[string][]*coding.Coding) map[string]int {
	out := map[string]int{}
	for code, codings := range byCode {
		out[code] = len(joined(codings, ""))
	}
	return out
}
