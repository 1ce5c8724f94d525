package cases

import (
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/words"
)

// Notices returns what is not wrong in any file of the study, and mostly not meant either: documents that are in no case, interviews in
// which nobody speaks, languages whose words are found only as they stand, attributes that searches cannot ask for.
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
	return out
}
