package compare

import (
	"testing"

	"crosscase/cases"
)

// Labels that are names alone share no word, so that the study has to say what its cases are called.
func TestDraftReadsCaseWords(t *testing.T) {
	f := towns().with("cases/a.yaml", "key: a\nlabel: Fjordvik\nmembers:\n  - a.txt\n", "cases/b.yaml", "key: b\nlabel: Heia\nmembers:\n  - b.txt\n",
		"cases/c.yaml", "key: c\nlabel: Storøy\nmembers:\n  - c.txt\n", "cases/d.yaml", "key: d\nlabel: Utvær\nmembers:\n  - d.txt\n")
	named := f.with("crosscase.yaml", f["crosscase.yaml"]+"case-words: [korps, brannkorps]\n")
	for _, text := range []string{"Alle korpsene øver om vinteren.", "Ingen av brannkorpsene måler tiden.", "To av korpsa mangler folk.", "De fleste av korpsene øver ute."} {
		ds := []DraftSentence{{Text: text, Paragraph: 1, End: len(text)}}
		for _, x := range []struct {
			s    *cases.Study
			want int
		}{{f.open(t), 0}, {named.open(t), 1}} {
			got, _ := Draft(x.s, ds, "nb")
			if len(got) != 1 || (got[0].Unread == nil) != (x.want == 1) {
				t.Errorf("%q with case words %v: %+v, want %d claims", text, x.s.CaseWords, got, x.want)
			}
		}
	}
}
