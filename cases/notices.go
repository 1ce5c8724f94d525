package cases

import (
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/pattern"
	"crosscase/corpus/words"
)

// Notices returns what is not wrong in any file of the study, and mostly not meant either: documents that are in no case, interviews in
// which nobody speaks, languages whose words are found only as they stand, attributes that searches cannot ask for, and words in capitals
// that rules look for and that small words of the language look like.
func (s *Study) Notices() (out []catalogue.Message) {
	var alone, silent, plain []string
	for _, d := range s.Documents {
		if len(s.Cases) > 0 && len(s.membersOf(d.Key)) == 0 {
			alone = append(alone, d.Key)
		}
		if d.Interview() && len(d.Speakers) == 0 {
			silent = append(silent, d.Key)
		}
		if d.Language != "" && !contains(words.Languages(), d.Language) {
			plain = append(plain, d.Key)
		}
	}
	if len(alone) > 0 {
		out = append(out, catalogue.Text("note: in no case, so that no table counts them: %s\nhint: crosscase corpus set DOCUMENT case=KEY", strings.Join(alone, ", ")))
	}
	if len(silent) > 0 {
		out = append(out, catalogue.Text("note: interviews in which nobody speaks: %s\nhint: put a label and a colon before each turn in documents/, then crosscase corpus revise; or crosscase corpus speakers DOCUMENT LABEL=ROLE", strings.Join(silent, ", ")))
	}
	if len(plain) > 0 {
		out = append(out, catalogue.Text("note: in a language whose forms of words are not known, so that searches find words only as they stand: %s\nhint: crosscase corpus set DOCUMENT language=nn, if it is one of %s", strings.Join(plain, ", "), strings.Join(words.Languages(), ", ")))
	}
	for _, a := range s.Attributes {
		if contains(fieldNames, a.Key) {
			out = append(out, catalogue.Text("note: attribute %q has the name of a field of searches, which cannot ask for it\nhint: give it another key in %s", a.Key, AttributesFile))
		}
	}
	for _, c := range s.Codebook.All() {
		for _, w := range s.loud(c.Find) {
			out = append(out, catalogue.Text("note: a rule of %q looks for %s, and finds every %q too, for capitals do not count\nhint: /(?-i:\\b%s\\b)/ finds it in capitals only", c.Key, w, strings.ToLower(w), w))
		}
	}
	for _, a := range s.Attributes {
		for _, c := range s.Codebook.All() {
			if a.Key == c.Key {
				out = append(out, catalogue.Text("note: %q is an attribute and a code; where either is asked for by the bare key it is the attribute, code:%s is the code, and tables name both with what they are\nhint: another key for one of them, in %s or with crosscase coding rename", a.Key, a.Key, AttributesFile))
			}
		}
	}
	return out
}

// Bare returns the documents that have no file beside the text, which says who speaks in it, of what kind it is and from when.
func (s *Study) Bare() []string {
	var out []string
	for _, d := range s.Documents {
		if s.digests[SidecarFile(d.Key)] == "" {
			out = append(out, d.Key)
		}
	}
	return out
}

// abbreviation is a word of rules that is written in capitals.
var abbreviation = pattern.Of(`(?:^|[\s("=:])(\p{Lu}{2,})(?:$|[\s)"])`)

// loud returns the abbreviations that rules look for and that are function words of a language of the study when they are not in capitals.
func (s *Study) loud(find string) (out []string) {
	languages := []string{s.Language}
	for _, d := range s.Documents {
		languages = addOnce(languages, d.Language)
	}
	for _, m := range abbreviation.FindAllStringSubmatch(find, -1) {
		word := m[1]
		if !contains([]string{"AND", "OR", "NOT", "NEAR", "BEFORE", "WITHIN", "WITHOUT", "FOLLOWS", "OVERLAPS"}, word) &&
			slices.ContainsFunc(languages, func(l string) bool { return words.Function(strings.ToLower(word), l) }) {
			out = addOnce(out, word)
		}
	}
	return out
}

// SameName tells whether an attribute and a code have one key or one label, so that a table has to say which of them it means.
func SameName(a Attribute, c *coding.Code) bool {
	return a.Key == c.Key || sameWords(a.Title(), c.Title())
}
