package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"crosscase/compare/claims"
)

// What "but" sets against the clause before, though it says the same of the same code, is not held against the codings: «men D
// hadde satt av tid» says that D did not lack it.
func TestDraftDoesNotJudgeAContrastThatDeniesNothing(t *testing.T) {
	s := towns().open(t)
	for text, want := range map[string][]bool{ // of each clause whether it is judged
		"Both A and B set targets, but C set targets aside.":             {true, false},
		"Both A and B set targets; in C they were left alone for years.": {true, false},
		"Neither A nor B set targets; nor did anybody in town C at all.": {true, true},
		"Both A and B set targets, but C did not.":                       {true, true},
		"Both A and B set targets, while C set targets as well.":         {true, true},
		"Neither A nor B set targets, but C set targets.":                {true, true},
		"Both A and B set targets, but D set targets, but C had no one":  {true, false, true},
	} {
		found, _ := Draft(s, []DraftSentence{{Text: text, Paragraph: 1, End: len(text)}}, "en")
		var got []bool
		for _, d := range found {
			got = append(got, d.Unread == nil && d.Bound != "")
			if d.Unread != nil && d.Unread.Why != claims.Unclear {
				t.Errorf("%q: not understood because of %s", text, d.Unread.Why)
			}
		}
		if len(got) != len(want) {
			t.Errorf("%q: %v, want %v", text, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%q: %v, want %v", text, got, want)
			}
		}
	}
}

// Against a number that is too low speaks what says that it is in more cases.
func TestWhatSpeaksAgainstANumberThatIsTooLow(t *testing.T) {
	text := "At most one of the towns sets targets."
	found, _ := Draft(towns().open(t), []DraftSentence{{Text: text, Paragraph: 1, End: len(text)}}, "en")
	if len(found) != 1 || found[0].Verdict != Contradicted {
		t.Fatalf("%q: %+v", text, found)
	}
	list := found[0].evidence(true)
	if len(list) == 0 {
		t.Errorf("%q: nothing is printed against it", text)
	}
	for _, e := range list {
		if e.Says != "for" {
			t.Errorf("%q: against it is printed what says %q of %s", text, e.Says, e.Case)
		}
	}
}

// Beside a claim that holds stand passages of the cases that it names, and such as say what it says.
func TestCommentCitesTheCasesOfTheClaim(t *testing.T) {
	s := towns().open(t)
	for text, want := range map[string]string{"Town A sets targets.": "a", "Both A and B set targets.": "a b"} {
		found, _ := Draft(s, []DraftSentence{{Text: text, Paragraph: 1, End: len(text)}}, "en")
		comment := found[0].Comment(s, "en")
		var quotes []string
		for _, line := range comment {
			if strings.HasPrefix(line, "“") {
				quotes = append(quotes, line)
			}
		}
		var from []string
		for _, c := range found[0].Judged[0].Cases {
			for _, e := range evidenceOf(c.Standing.Evidence) {
				if slices.Contains(quotes, shortQuote(e, "en")) && !slices.Contains(from, c.Case.Key) {
					from = append(from, c.Case.Key)
				}
				if e.Says == "against" && slices.Contains(quotes, shortQuote(e, "en")) {
					t.Errorf("%q: what denies it is printed beside it: %s", text, e.Quote)
				}
			}
		}
		if got := strings.Join(from, " "); found[0].Verdict != Supported || got != want {
			t.Errorf("%q is %s, with passages of %q, want %q: %q", text, found[0].Verdict, got, want, comment)
		}
	}
}

// A word that denies as the label of a code does is part of what the code says, in whatever form it stands; without it the sentence may say the opposite.
func TestDraftReadsLabelsThatDeny(t *testing.T) {
	s := files{
		"crosscase.yaml": "format: 1\nid: byer\ntitle: Byer\nlanguage: nb\ncoders: [ann]\n",
		"codebook.yaml":  "format: 1\ncodes:\n  - key: money-short\n    label: Manglende penger\n  - key: alone\n    label: Brukere uten hjelp\n",
		"cases/a.yaml":   "key: a\nlabel: Kommune A\n",
		"cases/b.yaml":   "key: b\nlabel: Kommune B\n",
		"cases/c.yaml":   "key: c\nlabel: Kommune C\n",
	}.open(t)
	for text, want := range map[string]string{ // the code, and what is claimed of the cases
		"To av kommunene mangler penger.":               "money-short, denied false",
		"To av kommunene er preget av mangel på penger": "money-short, denied false",
		"To av kommunene mangler ikke penger.":          "money-short, denied true",
		"Brukere er uten hjelp i to av kommunene.":      "alone, denied false",
		"Brukere får hjelp i to av kommunene.":          "not understood",
	} {
		found, _ := Draft(s, []DraftSentence{{Text: text, Paragraph: 1, End: len(text)}}, "nb")
		got := fmt.Sprint(len(found))
		if len(found) == 1 && found[0].Unread != nil {
			got = "not understood"
		} else if len(found) == 1 && len(found[0].Codes) == 1 {
			got = fmt.Sprintf("%s, denied %t", found[0].Codes[0].Key, found[0].Claim.Denied)
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// What rose is not said to have fallen: words for the other way than the label's may deny the code, and no verdict is given on them.
func TestDraftReadsLabelsThatSayWhichWay(t *testing.T) {
	s := files{
		"crosscase.yaml": "format: 1\nid: towns\ntitle: Towns\nlanguage: en\ncoders: [ann]\n",
		"codebook.yaml":  "format: 1\ncodes:\n  - key: more-visits\n    label: More visits\n    find: |\n      visits NEAR/6 third\n  - key: oversight\n    label: Better oversight\n",
		"cases/a.yaml":   "key: a\nlabel: Town A\n",
		"cases/b.yaml":   "key: b\nlabel: Town B\n",
		"cases/c.yaml":   "key: c\nlabel: Town C\n",
	}.open(t)
	for text, want := range map[string]string{
		"Visits rose in two of the towns.":                      "more-visits",
		"Two of the towns had more visits.":                     "more-visits",
		"Visits fell by a third in two of the towns.":           "not understood",
		"Two of the towns received fewer visits, by a third.":   "not understood",
		"Visits went down by a third in two of the towns.":      "not understood",
		"Visits went up by a third in two of the towns.":        "more-visits",
		"In two of the towns visits did not fall but rose.":     "not understood",
		"Oversight was stronger in two of the towns.":           "oversight",
		"Oversight had become weaker in two of the towns.":      "not understood",
		"In two of the towns oversight was poorer than before.": "not understood",
	} {
		found, _ := Draft(s, Sentences(s, []string{text}), "en")
		got := fmt.Sprint(len(found))
		if len(found) == 1 && found[0].Unread != nil {
			got = "not understood"
		} else if len(found) == 1 && len(found[0].Codes) == 1 {
			got = found[0].Codes[0].Key
		}
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// A caption claims nothing, in whatever style it stands; a sentence that begins with "Table 4 shows" does.
func TestDraftSetsCaptionsAside(t *testing.T) {
	s := towns().open(t)
	for text, want := range map[string][2]int{ // claims found, and sentences set aside
		"Table 4: Targets in all towns":             {0, 1},
		"Figure 2. Targets in all the towns, 2019":  {0, 1},
		"Table A1 Targets in all towns":             {0, 1},
		"Table 4 shows that all towns set targets.": {1, 0},
		"Tables are set in all towns.":              {1, 0},
	} {
		found, aside := Draft(s, Sentences(s, []string{text}), "en")
		if got := [2]int{len(found), aside}; got != want {
			t.Errorf("%q: %v found and set aside, want %v", text, got, want)
		}
	}
}

// Where the words of two codes and the names of two cases take turns, it cannot be told which is said of which.
func TestDraftDoesNotMixCodes(t *testing.T) {
	a, b, case1, no := 1, 2, aCase, aDenial
	for _, x := range []struct {
		of   []int
		want bool
	}{
		{[]int{a, case1, 0, b, case1}, true},
		{[]int{case1, a, 0, case1, b}, true},
		{[]int{a, no, b, case1}, true},
		{[]int{case1, case1, a, b}, false},
		{[]int{a, 0, b, case1, case1}, false},
		{[]int{no, a, b, case1}, false},
		{[]int{a, case1, a, case1}, false},
	} {
		if got := takesTurns(x.of); got != x.want {
			t.Errorf("%v: %v", x.of, got)
		}
	}
}
