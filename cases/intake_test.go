package cases

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"crosscase/corpus"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

const incoming = "Interviewer: How do you use the model?\r\n\r\nInformant: Every day, I would say.\r\n\r\nInterviewer: And the budget?\r\n\r\nInformant: That is another matter.\r\n"

var intoB = Intake{Case: "b", Language: "en", Date: "2016-02-19"}

// take takes a file into a study on disk.
func take(dir plainfile.Dir, name, data string, in Intake) (Taken, error) {
	s, _ := Open(dir.FS())
	t, err := s.Take(context.Background(), dir, name, []byte(data), in)
	if len(t) == 0 {
		return Taken{}, err
	}
	return t[0], err
}

func TestIntakeKilledAtAnyStepCanBeDoneAgain(t *testing.T) {
	whole := base().write(t)
	steps := 0
	whole.Step = func(string) { steps++ }
	if _, err := take(whole, "New interview.txt", incoming, intoB); err != nil {
		t.Fatal(err)
	}
	want := readAll(t, whole)
	if steps < 20 {
		t.Fatalf("the intake took only %d steps; the test stops at none of those it means", steps)
	}
	for stop := range steps {
		dir := base().write(t)
		at := killAt(dir, stop, func(dir plainfile.Dir) { _, _ = take(dir, "New interview.txt", incoming, intoB) })
		if at == "" {
			t.Fatalf("step %d was never reached", stop)
		}
		s, problems := Open(dir.FS())
		if s == nil {
			t.Fatalf("killed before %q: the study does not open:\n%s", at, problems.Error())
		}
		for _, p := range problems {
			if !strings.Contains(p.Hint, "run the same corpus add again") {
				t.Errorf("killed before %q: %s", at, p)
			}
		}
		if len(s.Cases) != 2 || s.Document("a-interview.txt") == nil {
			t.Errorf("killed before %q: what was there is gone", at)
		}
		if _, err := take(dir, "New interview.txt", incoming, intoB); err != nil {
			t.Errorf("killed before %q, then again: %v", at, err)
			continue
		}
		if d := differences(want, readAll(t, dir)); len(d) != 0 {
			t.Errorf("killed before %q, then again: %v differ from a run that nobody killed", at, d)
		}
		openDir(t, dir)
	}
}

func TestTakenFileIsTextSidecarOriginalAndMember(t *testing.T) {
	dir := base().write(t)
	got, err := take(dir, "New interview.txt", incoming, intoB)
	if err != nil {
		t.Fatal(err)
	}
	if got.Document.Key != "new-interview.txt" || got.Already || got.Turns != 4 {
		t.Errorf("taken as %+v", got)
	}
	s := openDir(t, dir)
	d := s.Document("new-interview.txt")
	if d.Kind != "interview" || d.Language != "en" || d.Date != "2016-02-19" || len(d.Speakers) != 2 || d.Original.Name != "New interview.txt" {
		t.Errorf("%+v", d)
	}
	text, _ := dir.Read("documents/new-interview.txt")
	if want := strings.ReplaceAll(incoming, "\r\n", "\n"); string(text) != want {
		t.Errorf("text %q, want %q", text, want)
	}
	if original, err := dir.Read(OriginalFile(d.Original.Digest, "x.txt")); err != nil || string(original) != incoming {
		t.Errorf("the original is not in the vault as it was: %v", err)
	}
	if m := s.Case("b").Members; len(m) != 2 || m[1].Document != "new-interview.txt" {
		t.Errorf("members %+v", m)
	}
}

func TestSameFileAgainIsRecognised(t *testing.T) {
	dir := base().write(t)
	if _, err := take(dir, "first.txt", incoming, Intake{}); err != nil {
		t.Fatal(err)
	}
	before := readAll(t, dir)
	got, err := take(dir, "under another name.txt", incoming, Intake{})
	if err != nil || !got.Already || got.Document.Key != "first.txt" {
		t.Errorf("%+v, %v", got, err)
	}
	if d := differences(before, readAll(t, dir)); len(d) != 0 {
		t.Errorf("changed %v", d)
	}
	if got, err = take(dir, "first.txt", incoming, Intake{Case: "a"}); err != nil || !got.Already {
		t.Errorf("%+v, %v", got, err)
	}
	if d := differences(before, readAll(t, dir)); len(d) != 1 || d[0] != "cases/a.yaml" {
		t.Errorf("changed %v, want the case alone", d)
	}
}

func TestFilesOfOneNameGetNumbers(t *testing.T) {
	dir := base().write(t)
	for i, want := range []string{"report.txt", "report-2.txt", "report-3.txt"} {
		got, err := take(dir, "Report.md", fmt.Sprintf("# Report\n\nVersion %d.\n", i), Intake{Kind: "plan", New: true})
		if err != nil || got.Document.Key != want {
			t.Fatalf("%+v, %v, want %s", got.Document, err, want)
		}
	}
	s := openDir(t, dir)
	for i, key := range []string{"report.txt", "report-2.txt", "report-3.txt"} {
		text, err := s.Text(key)
		if err != nil || !strings.Contains(text.Text.String(), fmt.Sprintf("Version %d.", i)) {
			t.Errorf("%s holds another text", key)
		}
	}
}

func TestACorrectedFileIsNotTakenForAnother(t *testing.T) {
	dir := base().write(t)
	for _, c := range []struct{ name, text, want string }{
		{"Plan.md", "# Plan\n\nWe shall measure the time that it takes to answer a letter.\n", ""},
		{"Plan.md", "# Plan\n\nWe shall measure the days that it takes to answer a letter.\n", "was taken in before as plan.txt and has changed since"},
		{"Plan.md", "# Report\n\nNothing of it was done.\n", ""},
		{"plan.md", "# Plan\n\nAnother text, to be sure.\n", "has the name of Plan.md"},
		{"Målkart.md", "# Kart\n\nOver mål.\n", ""},
		{"Ma\u030alkart.md", "# Kart\n\nOver mål og mer.\n", "but for capitals or the form of accents"},
	} {
		_, err := take(dir, c.name, c.text, Intake{Kind: "plan"})
		if err == nil && c.want != "" || err != nil && (c.want == "" || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestDroppedInTextIsNotOverwritten(t *testing.T) {
	dir := base().with("documents/report.txt", "Mine.\n").write(t)
	got, err := take(dir, "report.txt", "Another.\n", Intake{Kind: "plan"})
	if err != nil || got.Document.Key != "report-2.txt" {
		t.Errorf("%+v, %v", got.Document, err)
	}
	if data, _ := dir.Read("documents/report.txt"); string(data) != "Mine.\n" {
		t.Error("the text that was there is gone")
	}
}

func TestIntakeThatCannotBeDoneChangesNothing(t *testing.T) {
	dir := base().write(t)
	before := readAll(t, dir)
	for _, c := range []struct {
		in   Intake
		want string
	}{
		{Intake{Case: "c"}, "there is no case"},
		{Intake{Date: "19.02.2016"}, "is not a date"},
	} {
		if _, err := take(dir, "x.txt", incoming, c.in); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.in, err, c.want)
		}
	}
	if d := differences(before, readAll(t, dir)); len(d) != 0 {
		t.Errorf("changed %v", d)
	}
}

func TestInterviewWithoutSpeakersIsToldOf(t *testing.T) {
	for text, want := range map[string]bool{"They set goals every year and hold on to them.\n": true, incoming: false} {
		got, err := take(base().write(t), "talk.txt", text, Intake{Kind: "interview"})
		if err != nil {
			t.Fatal(err)
		}
		if told := got.Report.Warns("no speaker was found"); told != want {
			t.Errorf("%q: told %v", text, told)
		}
	}
}

func TestKindOfADocumentIsGuessed(t *testing.T) {
	for name, want := range map[string]string{"Årsrapport 2015.txt": "annual-report", "annual-report.txt": "annual-report", "Budsjett.txt": "budget", "Handlingsplan.txt": "plan", "notat.txt": "document"} {
		got, err := take(base().write(t), name, "Noen ord.\n", Intake{})
		if err != nil || got.Document.Kind != want {
			t.Errorf("%s: %+v, %v, want %s", name, got.Document, err, want)
		}
	}
}

func TestLengthOfAnInterviewByItsTimes(t *testing.T) {
	people := []corpus.Speaker{{Label: "I"}, {Label: "R"}}
	for _, c := range []struct {
		text string
		said int
		kind string
		want int
	}{
		{"I: [00:00:04] How?\n\nR: [00:41:20] So.\n", 0, corpus.KindInterview, 42},
		{"I: [00:00:04] How?\n\nR: [00:41:20] So.\n", 45, corpus.KindInterview, 45},
		{"I: [00:00:04] How?\n\nR: [00:41:20] So.\n", 0, "minutes", 0},
		{"I: [14:02:00] How?\n\nR: [14:41:20] So.\n", 0, corpus.KindInterview, 0}, // of the clock on the wall
		{"I: How?\n\nR: So.\n", 0, corpus.KindInterview, 0},
	} {
		if got := lengthOf(convert.Result{Text: c.text, Speakers: people, Minutes: c.said}, c.kind); got != c.want {
			t.Errorf("%q of %d min, %s: %d, want %d", c.text, c.said, c.kind, got, c.want)
		}
	}
}

// TestTheCaseOfAFile finds it by the key or the name of a case, or by the first word of that where no other case begins so.
func TestTheCaseOfAFile(t *testing.T) {
	s := &Study{Cases: []*Case{{Key: "havnes-videregaaende-skole", Label: "Havnes videregående skole"}, {Key: "storevik", Label: "Storevik skole"},
		{Key: "team-a", Label: "Team A"}, {Key: "team-b", Label: "Team B"}, {Key: "c", Label: "C for contrast"}}}
	for _, f := range []struct{ name, folder, want string }{
		{"havnes-rektor.vtt", "", "havnes-videregaaende-skole"},
		{"Havnes videregåande skole 2023.pdf", "", "havnes-videregaaende-skole"},
		{"havnesund.txt", "", ""},
		{"plan.txt", "Havnes", "havnes-videregaaende-skole"},
		{"storevik-plan.txt", "", "storevik"},
		{"havnes-og-storevik.txt", "", "storevik"}, // a whole name counts for more than a word
		{"team-plan.txt", "", ""},
		{"team-b-plan.txt", "", "team-b"},
		{"c.txt", "", "c"},
		{"for-c.txt", "", ""},
	} {
		if got := s.guessCase(f.name, f.folder); got != f.want {
			t.Errorf("%s in %q is of case %q, want %q", f.name, f.folder, got, f.want)
		}
	}
}
