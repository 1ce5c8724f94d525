package cases

import (
	"reflect"
	"testing"

	"crosscase/coding"
)

func TestPassageOnWhichCodersDifferIsOne(t *testing.T) {
	differ := allRead(line("use", "Vi bruker den hver dag", "basis", "experience")).with(boInterview, line("use", "den hver dag.", "says", "against", "note", "nei"))
	st := standing(t, differ, "use", false)
	if len(st.Evidence) != 1 || st.State != StateMixed {
		t.Fatalf("%d passages, %s", len(st.Evidence), st.State)
	}
	e := st.Evidence[0]
	if e.Says != Unsettled || !reflect.DeepEqual(e.Voices, []Voice{{"ann", coding.For, "ann"}, {"bo", coding.Against, "bo"}}) || !reflect.DeepEqual(e.Coders, []string{"ann", "bo"}) {
		t.Errorf("%+v", e)
	}
	if e.Quote != "Vi bruker den hver dag." || !reflect.DeepEqual(e.Basis, []string{"experience"}) || !reflect.DeepEqual(e.Notes, []string{"nei"}) {
		t.Errorf("%+v", e)
	}
	// A third who says as one of them does joins the same passage.
	st = standing(t, differ.with("codings/cy/a-interview.jsonl", line("use", daily, "says", "against")), "use", false)
	if len(st.Evidence) != 1 || len(st.Evidence[0].Voices) != 3 {
		t.Errorf("%+v", st.Evidence)
	}
	// Who says both is not in disagreement with anybody.
	st = standing(t, allRead(line("use", daily), line("use", daily, "says", "against")).with(boInterview, line("use", daily, "says", "against")), "use", false)
	if len(st.Evidence) != 2 {
		t.Errorf("%+v", st.Evidence)
	}
	// Under the code above, what two say of two codes is no disagreement.
	st = standing(t, allRead(line("daily", daily)).with(boInterview, line("use", daily, "says", "against")), "use", true)
	if len(st.Evidence) != 2 {
		t.Errorf("%+v", st.Evidence)
	}
	if n := differ.open(t).Passages()["use"]; n != 1 {
		t.Errorf("the study has %d passages with the code, want 1", n)
	}
}

func TestPlanThatSaysOtherwiseStandsAside(t *testing.T) {
	st := standing(t, allRead(line("use", daily, "says", "against"), line("use", limited, "basis", "plan")), "use", false)
	if st.State != StateAbsent || len(st.Evidence) != 1 || len(st.Aside) != 1 || st.Aside[0].Says != coding.For {
		t.Errorf("%s, %+v, aside %+v", st.State, st.Evidence, st.Aside)
	}
	st = standing(t, allRead(line("use", daily), line("use", limited, "basis", "plan")), "use", false)
	if st.State != StatePresent || len(st.Evidence) != 2 || len(st.Aside) != 0 {
		t.Errorf("a plan that says the same: %s, %+v, aside %+v", st.State, st.Evidence, st.Aside)
	}
	st = standing(t, allRead(line("use", limited, "basis", "plan")), "use", false)
	if st.State != StatePresent || len(st.Evidence) != 1 || !st.OnlyPlanned() {
		t.Errorf("a plan alone: %s, %+v", st.State, st.Evidence)
	}
	// Without what says how it is, the plan decides again.
	all := standing(t, allRead(line("use", daily, "says", "against"), line("use", limited, "basis", "plan")), "use", false)
	planned := all.Only(func(e Evidence) bool { return e.Planned }, func(string) bool { return true })
	if planned.State != StatePresent || len(planned.Evidence) != 1 || len(planned.Aside) != 0 {
		t.Errorf("the plan alone: %s, %+v", planned.State, planned)
	}
}
