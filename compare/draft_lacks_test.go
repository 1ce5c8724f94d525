package compare

import (
	"fmt"
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/corpus"
)

// fiveMuseums are five cases, and codes of which some are of what is lacking, with the states that testdata/claims/lacks.txt gives.
// With rules, these find the words of what is lacking, too.
func fiveMuseums(t *testing.T, language string, rules bool) *cases.Study {
	t.Helper()
	return fiveMuseumFiles(language, rules).open(t)
}

func fiveMuseumFiles(language string, rules bool) files {
	find := []string{"peng*", "plass", "forankr*", "", "", "konservator*"}
	labels := []string{"Tinnfoss museum", "Kvitsanden kystmuseum", "Raudberg museum", "Sølvdal industrimuseum", "Vestavind museum"}
	codes := [][2]string{{"pengemangel", "Pengemangel"}, {"plassmangel", "Plassmangel"}, {"forankring", "Forankring i ledelsen"}, {"fotostasjon", "Fotostasjon"}, {"prioriteringsliste", "Prioriteringsliste"}, {"konservatorer", "For få konservatorer"}}
	if language == "en" {
		labels = []string{"Tinnfoss Museum", "Kvitsanden Coastal Museum", "Raudberg Museum", "Sølvdal Industrial Museum", "Vestavind Museum"}
		find = []string{"money", "space", "backing", "", "", "conservator*"}
		codes = [][2]string{{"lack-of-money", "Lack of money"}, {"lack-of-space", "Lack of space"}, {"backing", "Backing from management"}, {"photo-station", "Photo station"}, {"priority-list", "Priority list"}, {"conservators", "Too few conservators"}}
	}
	book := "format: 1\ncodes:\n"
	for i, c := range codes {
		book += fmt.Sprintf("  - {key: %s, label: %s}\n", c[0], c[1])
		if rules && find[i] != "" {
			book = strings.TrimSuffix(book, "}\n") + fmt.Sprintf(", find: %q}\n", find[i])
		}
	}
	f := files{"crosscase.yaml": fmt.Sprintf("format: 1\nid: museums\ntitle: Museums\nlanguage: %s\ncoders: [ann]\n", language), "codebook.yaml": book}
	for i, states := range []string{"+++-+-", "+-++-+", "++--++", "-+++--", "--++--"} {
		key := string(rune('a' + i))
		f["cases/"+key+".yaml"] = fmt.Sprintf("key: %s\nlabel: %s\nmembers: [%s.txt]\n", key, labels[i], key)
		f["documents/"+key+".yaml"] = "kind: interview\n" + speakers
		text := "Int: And?\n"
		lines := fmt.Sprintf("{\"read\": \"all\", \"codebook\": %q}\n{\"coverage\": \"closed\"}\n", corpus.Digest([]byte(book)))
		for k, sign := range states {
			quote := fmt.Sprintf("Of that I say this, number %d.", k)
			text += "\nEva: " + quote + "\n"
			lines += coded(codes[k][0], quote, "says", map[rune]string{'+': "for", '-': "against"}[sign])
		}
		f["documents/"+key+".txt"], f["codings/ann/"+key+".jsonl"] = text, lines
	}
	return f
}

// TestDraftOfLacks holds the linter against sentences of what is short, of the one case that is the exception, and of two codes. At its first run on lacks.txt,
// before it was taught to read them, 24 of the 62 came out right, 32 were not understood or bound to no code and 6 were judged wrongly; with rules that find
// the words, 30, 12 and 20. At its first run on lacks-2.txt, afterwards, 25 of 32 were right, 5 not answered and 2 wrong; with rules 26, 4 and 2. None may be
// judged wrongly or passed over.
func TestDraftOfLacks(t *testing.T) {
	for _, rules := range []bool{false, true} {
		studies := map[string]*cases.Study{"en": fiveMuseums(t, "en", rules), "nb": fiveMuseums(t, "nb", rules)}
		studies["nn"] = studies["nb"]
		for file, least := range map[string]int{"lacks.txt": 62, "lacks-2.txt": 28} {
			if right, _, passed, wrong := heldTo(t, studies, file); right < least || passed+wrong > 0 {
				t.Errorf("%s, with rules %t: right %d, passed over %d, wrong %d", file, rules, right, passed, wrong)
			}
		}
	}
}
