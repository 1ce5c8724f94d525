package compare

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"crosscase/cases"
	"crosscase/testdata"
)

// plansOf returns an example study without its texts: enough to find claims and to bind them.
func plansOf(t testing.TB, example string) *cases.Study {
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

// TestLinterOnLabelledSentences holds the linter against a hundred sentences that were labelled before it was written. At its
// first run it read 0.90 (Norwegian) and 0.95 (English) of the claims wholly right, cases, hedge and codes; what it missed was
// then looked at.
func TestLinterOnLabelledSentences(t *testing.T) {
	atLeast(t, "sentences.txt", map[string][4]float64{"Norwegian": {0.98, 0.98, 0.95, 0.95}, "English": {0.98, 0.98, 0.95, 0.95}}, nil)
}

// TestLinterOnHeldOutSentences holds it against sixty that were written afterwards. At the first run on them, before
// anything was changed for them, it found claims with precision 0.96 and recall 0.96 (Norwegian) and 1.00 and 0.92 (English), and
// read 0.60 of both and 0.74 and 0.68 wholly right: that is what to expect of a new draft. What it missed then was a
// denial before "every" or "any", a number of other things than cases, and a participle before the noun, which it has been
// taught since.
func TestLinterOnHeldOutSentences(t *testing.T) {
	atLeast(t, "heldout.txt", map[string][4]float64{"Norwegian": {0.95, 0.95, 0.70, 0.70}, "English": {0.95, 0.95, 0.85, 0.80}}, map[string]int{"Norwegian": 3, "English": 2})
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
		atLeast(t, file, floors, map[string]map[string]int{"heldout-2.txt": {"English": 1}, "heldout-3.txt": {"Norwegian": 1}}[file])
	}
}

// TestLinterOnChapters holds it against three sets of the kinds of sentences that chapters of results hold, each written before it was run
// on them. At its first run it read wholly right, of the claims in heldout-5.txt, 0.79 (Norwegian) and 0.71 (English), with precision
// 0.70 and 0.63, and misread 8 of the 40 and 25 of the 80 sentences; of those in heldout-6.txt, after it had been taught what it missed there,
// 0.93 and 0.79, with 0.87 and 0.76, and misread 2 of 20 and 7 of 40; of those in heldout-7.txt, taught again, 1.00 and 0.89,
// with 1.00 and 0.81, and misread none of 15 and 4 of 30. None of them may be misread again: what it cannot read it has to say.
func TestLinterOnChapters(t *testing.T) {
	for _, file := range []string{"heldout-5.txt", "heldout-6.txt", "heldout-7.txt"} {
		atLeast(t, file, map[string][4]float64{"Norwegian": {0.98, 0.98, 0.95, 0.95}, "English": {0.98, 0.95, 0.98, 0.95}}, nil)
	}
}

// TestLinterOnTheOthers holds it against two sets about cases that are not named, others that are no cases, and words opposite to a label, both
// written before it was run on them. At its first run it read wholly right, of the claims in heldout-8.txt, 0.25 (Norwegian) and 0.38 (English), with
// precision 0.24 and 0.27, and misread 13 of 27 and 8 of 13 sentences; of those in heldout-9.txt, after it had been taught what it missed there, 0.60 and 0.67,
// with 0.67 and 0.57, and misread 2 of 13 and 3 of 7. What is still misread is bound to no code, so that no verdict is given on it.
func TestLinterOnTheOthers(t *testing.T) {
	atLeast(t, "heldout-8.txt", map[string][4]float64{"Norwegian": {0.98, 0.80, 0.98, 0.80}, "English": {0.90, 0.98, 0.70, 0.77}}, map[string]int{"English": 3})
	atLeast(t, "heldout-9.txt", map[string][4]float64{"Norwegian": {0.98, 0.88, 0.88, 0.80}, "English": {0.98, 0.85, 0.83, 0.71}}, map[string]int{"Norwegian": 1, "English": 1})
}

// counting finds words that say of how many, apart from the linter's own way to find them.
var counting = regexp.MustCompile(`(?i)\b(alle|samtlige|samtlege|hver av|ingen av|de fleste|dei fleste|flertallet|halvparten av|(minst|bare|kun) (to|tre) \pL+|(to|tre|noen|flere|mange|begge) av (de|dei|disse)|all (the|of|three)|every|each|none of|most of|half of|(two|three|some|several|many|both) of the|at least (two|three)|two out of)(?:\P{L}|$)`)

// No sentence that says of how many something holds may vanish: it is a claim, not understood, or set aside and counted.
func TestNoQuantifiedSentenceVanishes(t *testing.T) {
	studies := map[string]*cases.Study{"nb": plansOf(t, "municipalities"), "en": plansOf(t, "libraries")}
	studies["nn"] = studies["nb"]
	var sentences []labelled
	for _, file := range []string{"sentences.txt", "heldout.txt", "heldout-2.txt", "heldout-3.txt", "heldout-4.txt", "heldout-5.txt", "heldout-6.txt", "heldout-7.txt", "heldout-8.txt", "heldout-9.txt"} {
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
