package cmd

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// The guide matcher is measured on the interviews of the example studies against
// testdata/guidematch/truth: the questions that each interviewer turn asks, marked by hand, after the
// code of the first matcher was frozen, by somebody who had not seen what it finds.
//
// A question found in a turn that asks it is right; one found in a turn that only stays with it (a probe,
// a request for an example) counts neither way; any other is wrong. A question of a turn that
// was not found there is missed; of a double question each counts by itself.
// Precision is right/(right+wrong), recall right/(right+missed).
//
// go test ./cmd -run TestGuideMatcher -v prints the figures and lists the failures.
func TestGuideMatcherOnTheExampleStudies(t *testing.T) {
	for _, example := range []string{"municipalities", "libraries"} {
		right, wrong, missed := 0, 0, 0
		s := demoStudy(t, example)
		for _, d := range s.Documents {
			if d.Interview() {
				r, w, m := measure(t, s, d.Key)
				right, wrong, missed = right+r, wrong+w, missed+m
			}
		}
		precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed)
		t.Logf("%s: precision %.3f, recall %.3f (%d right, %d wrong, %d missed)", example, precision, recall, right, wrong, missed)
		if least := leastMatch[example]; precision < least.precision || recall < least.recall {
			t.Errorf("%s: precision %.3f and recall %.3f; they were at least %.2f and %.2f", example, precision, recall, least.precision, least.recall)
		}
	}
}

var leastMatch = map[string]struct{ precision, recall float64 }{
	"municipalities": {0.90, 0.90},
	"libraries":      {0.90, 0.92},
}

// The interviews of testdata/guidematch/unseen were written, with their truth, by somebody who
// had not seen the matcher. It was changed once since: second questions, order and weights were worked out
// on the development interviews alone; of three settings of the penalties and of how much a second question counts, the
// one was kept that did best on the example studies. So these figures are no longer quite unseen.
func TestGuideMatcherOnUnseenInterviews(t *testing.T) {
	for example, interview := range map[string]string{"municipalities": "e-intervju", "libraries": "quay-interview"} {
		source, err := filepath.Abs(filepath.Join("..", "testdata", "guidematch", "unseen", interview+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		s := demoStudy(t, example, []string{"corpus", "add", "--kind", "interview", source}, []string{"coding", "apply"})
		right, wrong, missed := measure(t, s, interview+".txt")
		precision, recall := float64(right)/float64(right+wrong), float64(right)/float64(right+missed)
		t.Logf("%s: precision %.3f, recall %.3f (%d right, %d wrong, %d missed)", interview, precision, recall, right, wrong, missed)
		if precision < leastUnseen || recall < leastUnseen {
			t.Errorf("%s: precision %.3f and recall %.3f", interview, precision, recall)
		}
	}
}

const leastUnseen = 0.6

// demoStudy runs commands in an example study and opens what they made.
func demoStudy(t *testing.T, name string, then ...[]string) *cases.Study {
	t.Helper()
	root := madeExample(t, name)
	for _, args := range then {
		inProcess(t, root, args...)
	}
	s, problems := cases.Open(plainfile.Dir{Root: root}.FS())
	for _, p := range problems {
		if p.File != cases.StudyFile { // what it says of its method may not hold of one interview more
			t.Fatal(problems)
		}
	}
	return s
}

func measure(t *testing.T, s *cases.Study, key string) (right, wrong, missed int) {
	t.Helper()
	text, err := s.Text(key)
	if err != nil {
		t.Fatal(err)
	}
	found := map[int]map[string]bool{} // by turn, from 1
	for _, a := range s.Layer(coding.GuideCoder, key).Asked {
		turn := text.Structure.TurnAt(a.Anchor.Start) + 1
		if found[turn] == nil {
			found[turn] = map[string]bool{}
		}
		found[turn][a.Question] = true
	}
	quote := func(turn int) string {
		return oneLine(text.Text.Slice(text.Structure.Turns[turn-1].Span))
	}
	marks, err := filepath.Glob(filepath.Join("..", "testdata", "guidematch", "*", strings.TrimSuffix(key, ".txt")+".tsv"))
	if err != nil || len(marks) != 1 {
		t.Fatalf("%s has %d files of marks", key, len(marks))
	}
	data, err := os.ReadFile(marks[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		fields := strings.Split(line, "\t")
		turn, err := strconv.Atoi(fields[0])
		if err != nil || len(fields) != 3 || text.RoleOf(text.Structure.Turns[turn-1].Speaker) != corpus.Interviewer {
			t.Fatalf("%s: %q is not the mark of an interviewer turn", key, line)
		}
		asks, stays := keySet(fields[1]), keySet(fields[2])
		for q := range found[turn] {
			switch {
			case asks[q]:
				right++
			case !stays[q]:
				wrong++
				t.Logf("%s, turn %d: found %s, marked %s (%s): %.120s", key, turn, q, fields[1], fields[2], quote(turn))
			}
		}
		for q := range asks {
			if !found[turn][q] {
				missed++
				t.Logf("%s, turn %d: missed %s: %.120s", key, turn, q, quote(turn))
			}
		}
	}
	return right, wrong, missed
}

func keySet(list string) map[string]bool {
	out := map[string]bool{}
	for _, k := range strings.Split(list, ",") {
		if k = strings.TrimSpace(k); k != "" && k != "-" {
			out[k] = true
		}
	}
	return out
}
