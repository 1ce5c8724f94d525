package coding

import (
	"reflect"
	"strings"
	"testing"

	"crosscase/corpus/plainfile"
)

func readBook(t *testing.T, data string) (*Codebook, plainfile.Problems) {
	t.Helper()
	var problems plainfile.Problems
	return ReadCodebook([]byte(data), &problems), problems
}

const bookText = `format: 1
codes:
  - key: steering
    label: Styring
    children:
      - key: targets
        kind: adaptation
        was: [goals, aims]
        children:
          - key: targets-met
      - key: budget
        kind: challenge
  - key: people
    kind: challenge
`

func TestCodebookIsATreeInTheResearchersOrder(t *testing.T) {
	b, problems := readBook(t, bookText)
	wantNoProblems(t, problems)
	if got := strings.Join(b.Keys(), " "); got != "steering targets targets-met budget people" {
		t.Errorf("keys %s", got)
	}
	if c := b.Code("targets-met"); c.Depth != 2 || c.Parent.Key != "targets" || c.Path() != "Styring > targets > targets-met" {
		t.Errorf("depth %d, path %s", c.Depth, c.Path())
	}
	if b.Code("goals") != b.Code("targets") || b.Code("nothing") != nil {
		t.Error("an earlier key does not lead to its code")
	}
	var under []string
	for _, c := range b.Under("targets") {
		under = append(under, c.Key)
	}
	if !reflect.DeepEqual(under, []string{"targets", "targets-met"}) {
		t.Errorf("under targets: %v", under)
	}
	if b.Under("nothing") != nil {
		t.Error("something stands under a code that is not there")
	}
	if got := b.OfKind(Challenge); len(got) != 2 || got[0].Key != "budget" || got[1].Key != "people" {
		t.Errorf("challenges %v", got)
	}
}

func TestBadCodesAreReportedAndTheGoodOnesKept(t *testing.T) {
	for _, c := range []struct {
		what, code string
		line       int
		problem    string
	}{
		{"no key", "  - label: Uten nøkkel\n", 5, "has no key"},
		{"twice", "  - key: first\n", 5, `code "first" stands twice`},
		{"capitals", "  - key: Trust\n", 5, "holds blanks, capitals or marks"},
		{"unit", "  - key: x\n    unit: page\n", 6, `unit "page" is not known`},
		{"speakers", "  - key: x\n    speakers: nobody\n", 6, `speakers "nobody" is not known`},
		{"rule", "  - key: x\n    find: |\n      good\n      (bad\n", 6, "rule 2"},
		{"was another", "  - key: x\n    was: [first]\n", 6, `was "first", but that is code "first"`},
		{"unknown field", "  - key: x\n    defintion: y\n", 6, "defintion"},
	} {
		b, problems := readBook(t, "format: 1\ncodes:\n  - key: first\n    label: A\n"+c.code+"  - key: last\n")
		wantProblem(t, problems, c.line, c.problem)
		if b.Code("first") == nil || b.Code("first").Label != "A" || b.Code("last") == nil {
			t.Errorf("%s: the good codes are gone: %v", c.what, b.Keys())
		}
	}
}

func TestCodebookOfAnotherFormatIsReported(t *testing.T) {
	_, problems := readBook(t, "codes: []\n")
	wantProblem(t, problems, 1, "does not say which format")
	_, problems = readBook(t, "format: 2\ncodes: []\n")
	wantProblem(t, problems, 1, "has format 2")
}
