package compare

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"crosscase/cases"
	"crosscase/testdata"
)

// plansOf returns an example study without its texts: enough to find claims and to bind them.
func plansOf(t *testing.T, example string) *cases.Study {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(testdata.Examples, example, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.Contains(name, "/sources/") || strings.Contains(name, "/codings/") {
			return err
		}
		data, err := fs.ReadFile(testdata.Examples, name)
		files[strings.TrimPrefix(name, example+"/")] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	s, _ := cases.Open(files)
	if s == nil || len(s.Cases) == 0 {
		t.Fatalf("%s holds no cases", example)
	}
	return s
}

// labelled is a sentence with what it claims, by hand.
type labelled struct {
	line                      int
	language, kind, who, text string
	codes                     []string
}

func readLabelled(t *testing.T, file string) []labelled {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "claims", file))
	if err != nil {
		t.Fatal(err)
	}
	var out []labelled
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.SplitN(line, " | ", 5)
		if len(f) != 5 {
			t.Fatalf("%s:%d: %d fields", file, i+1, len(f))
		}
		l := labelled{line: i + 1, language: f[0], kind: f[1], who: f[2], text: f[4]}
		if f[3] != "-" {
			l.codes = strings.Fields(f[3])
		}
		out = append(out, l)
	}
	return out
}

// whoOf prints of which cases claims speak as the labels do: "all", "2/4", "+a-c", "only+d", "~d".
func whoOf(s *cases.Study, found []DraftClaim) string {
	named := map[string]string{}
	for _, d := range found {
		if d.Claim.Count.Kind == "" {
			maps.Copy(named, d.Claim.Claimed)
		}
	}
	out := ""
	if slices.Contains(slices.Collect(maps.Values(named)), "not-present") {
		out = "only"
	}
	for _, c := range s.Cases {
		if sign := map[string]string{cases.StatePresent: "+", cases.StateAbsent: "-", cases.StateNone: "~"}[named[c.Key]]; sign != "" {
			out += sign + c.Key
		}
	}
	for _, d := range found {
		q := d.Claim.Count
		if q.Kind == "" || out != "" && len(named) > 0 {
			continue
		}
		switch {
		case q.Kind == cases.NotAll:
			out += "not-all"
		case q.N > 0 && q.Of > 0:
			out += fmt.Sprintf("%d/%d", q.N, q.Of)
		case q.N > 0: // the same claim, of all that are studied
			out += fmt.Sprintf("%d/%d", q.N, len(s.Cases))
		default:
			out += q.Kind
		}
		if d.Claim.Denied {
			out += "!"
		}
	}
	if out == "" {
		return "-"
	}
	return out
}

// asLabel writes a label's cases in the order of the study.
func asLabel(s *cases.Study, who string) string {
	if n, err := strconv.Atoi(who); err == nil {
		return fmt.Sprintf("%d/%d", n, len(s.Cases))
	}
	if !strings.ContainsAny(who, "+~") && !(strings.HasPrefix(who, "-") && who != "-") {
		return who
	}
	out := ""
	if strings.HasPrefix(who, "only") {
		out, who = "only", strings.TrimPrefix(who, "only")
	}
	for _, c := range s.Cases {
		for _, sign := range []string{"+", "-", "~"} {
			for _, part := range strings.FieldsFunc(strings.NewReplacer("+", " +", "-", " -", "~", " ~").Replace(who), func(r rune) bool { return r == ' ' }) {
				if part == sign+c.Key {
					out += part
				}
			}
		}
	}
	return out
}

// scores are what the linter found in a set of labelled sentences.
type scores struct{ sentences, claims, found, rightFound, cases, codes, whole, unread int }

func (x scores) line(name string) string {
	return fmt.Sprintf("%-22s %3d sentences, %2d claims: found with precision %.2f, recall %.2f; cases right %.2f, codes right %.2f; wholly right precision %.2f, recall %.2f; not understood %d", name, x.sentences, x.claims,
		ratio(x.rightFound, x.found), ratio(x.rightFound, x.claims), ratio(x.cases, x.rightFound), ratio(x.codes, x.rightFound), ratio(x.whole, x.found), ratio(x.whole, x.claims), x.unread)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func score(t *testing.T, file string) map[string]scores {
	studies := map[string]*cases.Study{"nb": plansOf(t, "municipalities"), "en": plansOf(t, "libraries")}
	studies["nn"] = studies["nb"]
	out := map[string]scores{}
	for _, l := range readLabelled(t, file) {
		s := studies[l.language]
		all, aside := Draft(s, Sentences(s, []string{l.text}), l.language)
		found := slices.DeleteFunc(slices.Clone(all), func(d DraftClaim) bool { return d.Unread != nil })
		set := "Norwegian"
		if l.language == "en" {
			set = "English"
		}
		x := out[set]
		x.sentences++
		if l.kind != "none" {
			x.claims++
		}
		if len(found) > 0 {
			x.found++
		} else if l.kind != "none" && len(all) > 0 {
			x.unread++
		}
		if len(found) > 0 && l.kind != "none" {
			x.rightFound++
			var codes []string
			hedged := false
			for _, d := range found {
				hedged = hedged || d.Claim.Hedged
				for _, c := range d.Codes {
					if !slices.Contains(codes, c.Key) {
						codes = append(codes, c.Key)
					}
				}
			}
			slices.Sort(codes)
			who := whoOf(s, found)
			casesRight, codesRight := who == asLabel(s, l.who) && hedged == (l.kind == "hedged"), slices.Equal(codes, l.codes)
			if casesRight {
				x.cases++
			}
			if codesRight {
				x.codes++
			}
			if casesRight && codesRight {
				x.whole++
			} else {
				t.Logf("%s:%d: %s\n      found %s %v hedged %v, labelled %s %v %s", file, l.line, l.text, who, codes, hedged, asLabel(s, l.who), l.codes, l.kind)
			}
		} else if len(found) > 0 || l.kind != "none" {
			t.Logf("%s:%d: %s\n      found %d, not understood %d, set aside %d, labelled %s", file, l.line, l.text, len(found), len(all)-len(found), aside, l.kind)
		}
		out[set] = x
	}
	return out
}

// atLeast prints the scores of a set and fails where they are below a floor.
func atLeast(t *testing.T, file string, floors map[string][4]float64) {
	t.Helper()
	got := score(t, file)
	for _, set := range []string{"Norwegian", "English"} {
		x := got[set]
		t.Log(x.line(set))
		for i, have := range []float64{ratio(x.rightFound, x.found), ratio(x.rightFound, x.claims), ratio(x.whole, x.found), ratio(x.whole, x.claims)} {
			if have < floors[set][i] {
				t.Errorf("%s, %s: %s is %.2f, below %.2f", file, set, []string{"precision of claims found", "recall of claims found", "precision of claims wholly right", "recall of claims wholly right"}[i], have, floors[set][i])
			}
		}
	}
}

// TestLinterOnLabelledSentences holds the linter against a hundred sentences that were labelled before it was written. At its
// first run it read 0.90 (Norwegian) and 0.95 (English) of the claims wholly right, cases, hedge and codes; what it missed was
// then looked at.
func TestLinterOnLabelledSentences(t *testing.T) {
	atLeast(t, "sentences.txt", map[string][4]float64{"Norwegian": {0.98, 0.98, 0.95, 0.95}, "English": {0.98, 0.98, 0.95, 0.95}})
}

// TestLinterOnHeldOutSentences holds it against sixty that were written afterwards. At the first run on them, before
// anything was changed for them, it found claims with precision 0.96 and recall 0.96 (Norwegian) and 1.00 and 0.92 (English), and
// read 0.60 of both and 0.74 and 0.68 wholly right: that is what to expect of a new draft. What it missed then was a
// denial before "every" or "any", a number of other things than cases, and a participle before the noun, which it has been
// taught since.
func TestLinterOnHeldOutSentences(t *testing.T) {
	atLeast(t, "heldout.txt", map[string][4]float64{"Norwegian": {0.95, 0.95, 0.70, 0.70}, "English": {0.95, 0.95, 0.85, 0.80}})
}

// TestLinterOnLaterSentences holds it against three further sets, each written before it was run on them. At its first run it
// found and read wholly right, of the claims in heldout-2.txt, 0.48 (Norwegian) and 0.56 (English), with precision 0.75 and 0.58;
// of those in heldout-3.txt, after it had been taught what it missed there, 0.69 and 0.77, with 0.75 and 0.83; of those in
// heldout-4.txt, taught again, 1.00 and 0.67, with 1.00 and 0.73.
func TestLinterOnLaterSentences(t *testing.T) {
	for file, floors := range map[string]map[string][4]float64{
		"heldout-2.txt": {"Norwegian": {0.98, 0.84, 0.98, 0.84}, "English": {0.98, 0.95, 0.90, 0.88}},
		"heldout-3.txt": {"Norwegian": {0.92, 0.98, 0.92, 0.98}, "English": {0.98, 0.98, 0.98, 0.98}},
		"heldout-4.txt": {"Norwegian": {0.98, 0.98, 0.98, 0.98}, "English": {0.98, 0.98, 0.98, 0.98}},
	} {
		atLeast(t, file, floors)
	}
}

// counting finds words that say of how many, apart from the linter's own way to find them.
var counting = regexp.MustCompile(`(?i)\b(alle|samtlige|samtlege|hver av|ingen av|de fleste|dei fleste|flertallet|halvparten av|(minst|bare|kun) (to|tre) \pL+|(to|tre|noen|flere|mange|begge) av (de|dei|disse)|all (the|of|three)|every|each|none of|most of|half of|(two|three|some|several|many|both) of the|at least (two|three)|two out of)(?:\P{L}|$)`)

// No sentence that says of how many something holds may vanish: it is a claim, not understood, or set aside and counted.
func TestNoQuantifiedSentenceVanishes(t *testing.T) {
	studies := map[string]*cases.Study{"nb": plansOf(t, "municipalities"), "en": plansOf(t, "libraries")}
	studies["nn"] = studies["nb"]
	var sentences []labelled
	for _, file := range []string{"sentences.txt", "heldout.txt", "heldout-2.txt", "heldout-3.txt", "heldout-4.txt"} {
		sentences = append(sentences, readLabelled(t, file)...)
	}
	for language, list := range map[string][]string{
		"nb": {"Alle rådmennene er enige om terskelverdier.", "Tre av de fire stedene har strategikart.", "De fleste av lederne liker modellen.", "Alle er enige.", "Samtlige bør ta i bruk strategikart.", "I to av de fire bygdene finnes en meny.", "Begge de nye skolene er med.", "De andre kommunene har terskelverdier.", "Minst tre ordførere er imot.", "Ingen av dem har det."},
		"en": {"Most of the leaders like it.", "Two out of three librarians disagree.", "Everywhere there is theft.", "All agree.", "Every head of service should set an age limit.", "At least two towns have cameras.", "Hardly any of the libraries has cameras.", "None of the other branches has a host.", "In most of the towns there is a school."},
	} {
		for _, text := range list {
			sentences = append(sentences, labelled{language: language, text: text})
		}
	}
	counted := 0
	for _, l := range sentences {
		if !counting.MatchString(l.text) {
			continue
		}
		counted++
		found, aside := Draft(studies[l.language], Sentences(studies[l.language], []string{l.text}), l.language)
		if len(found)+aside == 0 {
			t.Errorf("line %d: %q counts, and is neither found nor set aside", l.line, l.text)
		}
		for _, d := range found {
			if d.Unread != nil && (d.Verdict != "" || d.Unread.Why == "" || d.Unread.Phrase == "") {
				t.Errorf("%q: not understood, yet %+v", l.text, d)
			}
		}
	}
	if counted < 60 {
		t.Fatalf("only %d sentences count something", counted)
	}
}
