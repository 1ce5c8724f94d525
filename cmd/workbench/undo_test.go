package workbench_test

import (
	"maps"
	"strings"
	"testing"
)

// TestWhatComesWithFilesIsTakenBackToo takes files in, reads a guide, makes codes of it and lets the machine coders propose; each is taken
// back and done again by another start of the program, file by file as it was.
func TestWhatComesWithFilesIsTakenBackToo(t *testing.T) {
	folder := clinics(t)
	p := enter(t, serve(t, folder))
	var states []map[string]string
	keep := func() { states = append(states, studyFiles(t, folder)) }
	keep()
	status, out := p.upload("/api/intake?as=ann&key=f1&case=east", "east-again.txt", "I: Which goals do you set?\n\nR: Time is short, and goals are many, as you know from the year before.\n")
	if status != 200 || out["taken"].([]any)[0].(map[string]any)["document"] != "east-again.txt" {
		t.Fatalf("%d %v", status, out)
	}
	keep()
	if status, out = p.upload("/api/guide?as=ann&key=f2&replace=1", "guide.md", "# Goals\n\n1. Which goals do you set?\n2. Why so many of them?\n"); status != 200 {
		t.Fatalf("%d %v", status, out)
	}
	keep()
	p.edit(map[string]any{"key": "k1", "op": "derive"})
	keep()
	p.edit(map[string]any{"key": "k2", "op": "apply"})
	keep()
	for i := 1; i < len(states); i++ {
		if maps.Equal(states[i], states[i-1]) {
			t.Fatalf("step %d changes nothing", i)
		}
	}
	if !strings.Contains(states[1]["cases/east.yaml"], "east-again.txt") || states[4]["codings/rules/east-again.jsonl"] == "" {
		t.Fatalf("the steps do not do what they should: %v", states[4])
	}
	p = enter(t, serve(t, folder)) // as after another start
	for i := len(states) - 2; i >= 0; i-- {
		did := p.edit(map[string]any{"key": "u" + string(rune('0'+i)), "op": "undo"})["did"]
		same(t, did, states[i], studyFiles(t, folder))
	}
	for i := 1; i < len(states); i++ {
		did := p.edit(map[string]any{"key": "r" + string(rune('0'+i)), "op": "redo"})["did"]
		same(t, did, states[i], studyFiles(t, folder))
	}
	if status, out := p.upload("/api/intake?as=rules", "other.txt", "Words.\n"); status != 403 {
		t.Errorf("in the name of a machine coder: %d %v", status, out)
	}
}

func same(t *testing.T, did any, want, got map[string]string) {
	t.Helper()
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%v: %s holds\n%s\nnot\n%s", did, name, got[name], want[name])
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%v: %s is there", did, name)
		}
	}
}
