package coding

import (
	"strings"
	"testing"
)

func guideOf(lines ...string) Guide {
	g := Guide{Format: 1, Themes: []Theme{{Key: "theme"}}}
	for _, l := range lines {
		key, ask, _ := strings.Cut(l, " ")
		g.Themes[0].Questions = append(g.Themes[0].Questions, Question{Key: key, Ask: ask})
	}
	return g
}

// TestQuestionsKeepTheirKeys puts new forms of a guide in the place of one, whose questions are numbered anew.
func TestQuestionsKeepTheirKeys(t *testing.T) {
	before := guideOf("q1 What is your work here?", "q2 What did you change in the programme?", "q3 Who decides that?", "end What have I forgotten to ask?")
	for _, c := range []struct {
		name string
		next Guide
		want string // key<before, of each question; then those that are gone
	}{
		{"the same", before, "q1<q1 q2<q2 q3<q3 end<end"},
		{"one put in", guideOf("q1 What is your work here?", "q2 What were you told before it began?", "q3 What did you change in the programme?", "q4 Who decides that?", "end What have I forgotten to ask?"), "q1<q1 q4< q2<q2 q3<q3 end<end"},
		{"one put first, counted beyond", guideOf("q1 Are you well?", "q2 What is your work here?", "q3 What did you change in the programme?", "q4 Who decides that?", "q5 Anything else that matters to you?"), "q4< q1<q1 q2<q2 q3<q3 q5< <end"},
		{"turned round", guideOf("q1 Who decides that?", "q2 What did you change in the programme?", "q3 What is your work here?"), "q3<q3 q2<q2 q1<q1 <end"},
		{"reworded", guideOf("q1 What would you say is your work here?", "q2 What have you changed in the programme?", "q3 How are decisions made?"), "q1<q1 q2<q2 q4< <q3 <end"},
		{"its own name, other words", guideOf("end Is there more?"), "end<end <q1 <q2 <q3"},
		{"capitals and marks", guideOf("q2 what is YOUR work here"), "q1<q1 <q2 <q3 <end"},
	} {
		got, became := before.Succeed(c.next, func(string) bool { return true })
		var list []string
		for i, s := range became {
			word := "<" + s.Was.Key
			if s.Is.Key != "" {
				word = got.Questions()[i].Key + word
				if got.Questions()[i].Ask != s.Is.Ask || c.next.Questions()[i].Ask != s.Is.Ask {
					t.Errorf("%s: succession %d is of %q", c.name, i, s.Is.Ask)
				}
			}
			list = append(list, word)
		}
		if is := strings.Join(list, " "); is != c.want {
			t.Errorf("%s: %s, want %s", c.name, is, c.want)
		}
		seen := map[string]bool{}
		for _, k := range got.Keys() {
			if seen[k] {
				t.Errorf("%s: two questions have the key %s", c.name, k)
			}
			seen[k] = true
		}
	}
}

// TestWhatWasWrittenBesideAQuestionGoesAlong rewords a question that people had worked on.
func TestWhatWasWrittenBesideAQuestionGoesAlong(t *testing.T) {
	before := guideOf("q1 What did you change in the programme?")
	q := &before.Themes[0].Questions[0]
	q.Topic, q.Also, q.Answers, q.Probes = "Changes", []string{"What is otherwise now?"}, []string{"rq1"}, []string{"When?"}
	got, became := before.Succeed(guideOf("q1 What have you changed in the programme?"), nil)
	is := got.Questions()[0]
	if is.Topic != "Changes" || strings.Join(is.Also, "|") != "What is otherwise now?|What did you change in the programme?" || strings.Join(is.Answers, "|") != "rq1" || len(is.Probes) != 0 {
		t.Errorf("the question is %+v", is)
	}
	if !became[0].Reworded() {
		t.Error("it does not count as reworded")
	}
	if again, became := got.Succeed(guideOf("q1 What did you change in the programme?"), nil); became[0].Was.Key != "q1" || strings.Join(again.Questions()[0].Also, "|") != "What is otherwise now?|What have you changed in the programme?" {
		t.Errorf("put back, it is %+v", again.Questions()[0])
	}
	if got, _ := guideOf("q1 What is your work here?", "q2 Who decides?").Succeed(guideOf("q1 Hva er målet?", "q2 Hva skjer så?"), func(key string) bool { return key == "q2" }); strings.Join(got.Keys(), " ") != "q1 q3" {
		t.Errorf("a question that nothing names leaves its key: the keys are %v", got.Keys())
	}
	if len(before.Themes[0].Questions[0].Also) != 1 {
		t.Error("the guide before was changed")
	}
}
