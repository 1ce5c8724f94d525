package coding

import (
	"strings"
	"testing"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

const reviewFile = "reviews/ann/a-interview.jsonl"

func TestReviewsAreWrittenBackByteForByte(t *testing.T) {
	data := header(layerText) +
		`{"at": "5-70", "code": "measuring", "verdict": "accepted", "of": "rules", "quote": "Vi målte sykefraværet hver måned, og det hjalp oss mye den gangen", "on": "2026-03-02", "note": "ja"}
{"at": "78-142", "code": "measuring", "verdict": "declined", "of": "guide", "quote": "Nei, det har vi aldri gjort her i kommunen, så vidt jeg vet selv"}
{"at": "3-9", "code": "measuring", "verdict": "declined", "quote": "Dette sa ingen"}
{"code": "measuring", "verdict": "perhaps", "quote": "Ola"}
not json
`
	text := corpus.NewText(layerText)
	var problems plainfile.Problems
	reviews := ReadReviews(reviewFile, []byte(data), text, unchanged, &problems)
	wantProblem(t, problems, 4, "the quote of a verdict")
	wantProblem(t, problems, 5, `verdict "perhaps" is not known`)
	wantProblem(t, problems, 6, "not a readable record")
	out, err := EncodeReviews("a-interview.txt", corpus.Digest([]byte(layerText)), reviews, text)
	if err != nil {
		t.Fatal(err)
	}
	// A verdict that stands on nothing has no place to be sorted by and comes first.
	lines := strings.SplitAfter(data, "\n")
	want := lines[0] + lines[3] + lines[1] + lines[2] + lines[4] + lines[5]
	if string(out) != want {
		t.Errorf("written back as\n%swant\n%s", out, want)
	}
}

func TestVerdictBelongsToPlaceAndCode(t *testing.T) {
	review := func(code string, start int, v Verdict) Review {
		return Review{Coder: "ann", Code: code, Verdict: v, Passage: passage("a.txt", start, start+5)}
	}
	c := Coding{Code: "x", Coder: RulesCoder, Passage: passage("a.txt", 10, 15)}
	for _, test := range []struct {
		what    string
		reviews []Review
		want    Verdict
	}{
		{"nobody decided", nil, ""},
		{"another code", []Review{review("y", 10, Declined)}, ""},
		{"another place", []Review{review("x", 11, Declined)}, ""},
		{"declined", []Review{review("x", 10, Declined)}, Declined},
		{"the last one counts", []Review{review("x", 10, Declined), review("x", 10, Accepted)}, Accepted},
	} {
		if got := Decided(c, test.reviews); got != test.want {
			t.Errorf("%s: %q, want %q", test.what, got, test.want)
		}
	}
}

func TestVerdictFollowsItsQuote(t *testing.T) {
	var problems plainfile.Problems
	text := "Et avsnitt til.\n\n" + layerText
	reviews := ReadReviews(reviewFile, []byte(`{"at": "5-70", "code": "m", "verdict": "declined", "quote": "Vi målte sykefraværet hver måned, og det hjalp oss mye den gangen"}`), corpus.NewText(text), unchanged, &problems)
	wantNoProblems(t, problems)
	if len(reviews) != 1 || reviews[0].Passage != passage("a-interview.txt", 22, 87) {
		t.Errorf("%+v", reviews)
	}
}

// unchanged is a text that never changed.
func unchanged(string) *corpus.Revision { return nil }
