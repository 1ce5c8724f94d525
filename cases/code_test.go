package cases

import (
	"strings"
	"testing"

	"crosscase/coding"
	"crosscase/corpus"
)

func TestAddingACodingWritesItAndNothingElse(t *testing.T) {
	dir := base().write(t)
	before := readAll(t, dir)
	s := openDir(t, dir)
	n := NewCoding{Coder: "ann", Code: "use", Document: "a-interview.txt", Quote: daily, Says: "qualified", Basis: "plan", Note: "merk", On: "2026-03-02"}
	c, err := s.AddCoding(dir, n)
	if err != nil {
		t.Fatal(err)
	}
	after := readAll(t, dir)
	if d := differences(before, after); len(d) != 1 || d[0] != annInterview {
		t.Errorf("changed %v", d)
	}
	n.Locator, n.Document, n.Quote, n.Note = c.Passage.String(), "", "", "mer"
	again, err := s.AddCoding(dir, n)
	if err != nil || again.ID != c.ID {
		t.Errorf("the same coding again has id %s, first %s (%v)", again.ID, c.ID, err)
	}
	got, ok := openDir(t, dir).Coding(c.ID)
	if !ok || got.Note != "mer" || got.Says != coding.Qualified || got.Basis != "plan" || got.On != "2026-03-02" || got.Passage != c.Passage {
		t.Errorf("read back as %+v", got)
	}
	if n := len(openDir(t, dir).Codings.All()); n != 1 {
		t.Errorf("%d codings, want one", n)
	}
	if _, err := s.RemoveCoding(dir, c.ID); err != nil {
		t.Fatal(err)
	}
	if d := differences(before, readAll(t, dir)); len(d) != 0 {
		t.Errorf("after removing it, %v differs", d)
	}
}

func TestCodingThatCannotBeMadeSaysWhy(t *testing.T) {
	dir := base().with("codebook.yaml", strings.Replace(bookText, "key: free\n", "key: free\n    values: [known, used]\n", 1)).write(t)
	before := readAll(t, dir)
	s := openDir(t, dir)
	for _, c := range []struct {
		n    NewCoding
		want string
	}{
		{NewCoding{Coder: "rules", Code: "use", Document: "a-plan.txt", Quote: intended}, "machine coder"},
		{NewCoding{Coder: "ann", Code: "usee", Document: "a-plan.txt", Quote: intended}, `did you mean "use"?`},
		{NewCoding{Coder: "ann", Code: "use", Document: "a-plans.txt", Quote: intended}, `did you mean "a-plan.txt"?`},
		{NewCoding{Coder: "ann", Code: "use", Document: "a-plan.txt", Quote: "nobody said this"}, "does not stand in"},
		{NewCoding{Coder: "ann", Code: "use", Document: "a-plan.txt", Quote: "en"}, "more than once\nhint: make it longer, or give the locator: a-plan.txt:14-16, a-plan.txt:34-36"},
		{NewCoding{Coder: "ann", Code: "use", Locator: "a-plan.txt:5-5000"}, "there is no 5-5000"},
		{NewCoding{Coder: "ann", Code: "use", Locator: "a-plan.txt"}, "is not a locator"},
		{NewCoding{Coder: "ann", Code: "use", Document: "a-plan.txt", Quote: intended, Says: "yes"}, `says "yes" is not known`},
		{NewCoding{Coder: "ann", Code: "use", Document: "a-plan.txt", Quote: intended, Basis: "yes"}, `basis "yes" is not known`},
		{NewCoding{Coder: "ann", Code: "free", Document: "a-plan.txt", Quote: intended, Value: "loved"}, "known: known, used"},
	} {
		_, err := s.AddCoding(dir, c.n)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.n, err, c.want)
		}
	}
	if d := differences(before, readAll(t, dir)); len(d) != 0 {
		t.Errorf("changed %v", d)
	}
}

func TestVerdictIsRememberedAndAcceptingCodes(t *testing.T) {
	dir := base().with(rulesFile, line("use", daily)+line("use", limited)).write(t)
	s := openDir(t, dir)
	proposals := s.Codings.In("a-interview.txt")
	if _, err := s.Decide(dir, proposals[0].ID, "ann", coding.Accepted, NewCoding{On: "2026-03-02"}); err != nil {
		t.Fatal(err)
	}
	for _, v := range []coding.Verdict{coding.Accepted, coding.Declined} {
		if _, err := s.Decide(dir, proposals[1].ID, "bo", v, NewCoding{}); err != nil {
			t.Fatal(err)
		}
	}
	s = openDir(t, dir)
	var people []coding.Coding
	for _, c := range s.Codings.All() {
		if !coding.Machine(c.Coder) {
			people = append(people, c)
		}
		if s.Undecided(c) {
			t.Errorf("%s is still undecided", c.ID)
		}
	}
	// What bo accepted first and then declined is taken back.
	if len(people) != 1 || people[0].From != "rules/"+proposals[0].ID || people[0].Coder != "ann" {
		t.Errorf("accepted as %+v", people)
	}
	if len(s.Reviews) != 2 || coding.Decided(proposals[1], s.Reviews) != coding.Declined {
		t.Errorf("a second verdict did not take the place of the first: %+v", s.Reviews)
	}
	if _, err := s.Decide(dir, people[0].ID, "bo", coding.Declined, NewCoding{}); err == nil {
		t.Error("a verdict was given on a person's coding")
	}
	if _, err := s.RemoveCoding(dir, proposals[0].ID); err == nil || !strings.Contains(err.Error(), "coding decline "+proposals[0].ID) {
		t.Errorf("removing a proposal: %v", err)
	}
}

func TestVerdictKeepsReviewLinesThatCannotBeRead(t *testing.T) {
	scribble := "scribble in the margin"
	dir := base().with(rulesFile, line("use", daily), "reviews/ann/a-interview.jsonl", scribble+"\n").write(t)
	s, _ := Open(dir.FS())
	if _, err := s.Decide(dir, s.Codings.In("a-interview.txt")[0].ID, "ann", coding.Declined, NewCoding{}); err != nil {
		t.Fatal(err)
	}
	if data, _ := dir.Read("reviews/ann/a-interview.jsonl"); !strings.HasSuffix(string(data), "\n"+scribble+"\n") || !strings.Contains(string(data), "declined") {
		t.Errorf("the file is now\n%s", data)
	}
}

func TestReadingADocumentKeepsTheCodebook(t *testing.T) {
	dir := base().write(t)
	s := openDir(t, dir)
	if err := s.ReadDocument(dir, "a-interview.txt", "ann", "", "2026-03-02"); err != nil {
		t.Fatal(err)
	}
	if err := s.ReadDocument(dir, "a-interview.txt", "ann", "", "2026-03-03"); err != nil {
		t.Fatal(err)
	}
	if err := dir.Write("codebook.yaml", []byte(laterBook)); err != nil {
		t.Fatal(err)
	}
	s = openDir(t, dir)
	if !s.ReadFor("a-interview.txt", map[string]bool{"use": true}) || s.ReadFor("a-interview.txt", map[string]bool{"late": true}) {
		t.Error("the reading does not cover the codes of its day, and only them")
	}
	if l := s.Layer("ann", "a-interview.txt"); len(l.Reads) != 1 || l.Reads[0].On != "2026-03-03" {
		t.Errorf("readings %+v, want the later one alone", l.Reads)
	}
	if err := s.ReadDocument(dir, "a-interview.txt", "ann", "use nothing", ""); err == nil || !strings.Contains(err.Error(), `code "nothing"`) {
		t.Errorf("a reading for a code that is not there: %v", err)
	}
	if err := s.ReadDocument(dir, "x.txt", "ann", "", ""); err == nil {
		t.Error("a document that is not there was read")
	}
}

func TestMendTakesOverACorrectedText(t *testing.T) {
	dir := base().with(annInterview, line("use", daily)+line("use", denied)).write(t)
	s := openDir(t, dir)
	if _, err := s.Mend(dir); err != nil { // fills in digests, places and ids
		t.Fatal(err)
	}
	s = openDir(t, dir)
	old := s.TextDigest("a-interview.txt")
	side, _ := dir.Read("documents/a-interview.yaml")
	text := strings.Replace(interviewText, "Hvordan", "Men hvordan", 1)
	text = strings.Replace(text, "ikke gjort", "ikke prøvd", 1)
	for name, data := range (files{"documents/a-interview.yaml": string(side) + "digest: " + old + "\n", "documents/a-interview.txt": text}) {
		if err := dir.Write(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	s, problems := Open(dir.FS())
	wantProblem(t, problems, "documents/a-interview.txt", "was changed since it was taken in")
	wantProblem(t, problems, annInterview, "0 in the same place, 1 moved, 1 not found")
	changed, err := s.Mend(dir)
	if err != nil || len(changed) != 3 {
		t.Fatalf("mended %v, %v", changed, err)
	}
	s, problems = Open(dir.FS())
	if len(problems) != 1 || !strings.Contains(problems[0].Message, "is lost since") {
		t.Errorf("left after mending:\n%s", problems.Error())
	}
	if data, _ := dir.Read(annInterview); !strings.Contains(string(data), denied) {
		t.Errorf("the lost quote is gone:\n%s", data)
	}
	if kept, err := dir.Read(EarlierFile(corpus.Digest([]byte(text)))); err != nil || string(kept) != text {
		t.Errorf("the text is not kept by its digest: %v", err)
	}
	if c := s.Codings.In("a-interview.txt"); len(c) != 1 || c[0].Quote != daily {
		t.Errorf("codings %+v", c)
	}
	if changed, err := s.Mend(dir); err != nil || len(changed) != 0 {
		t.Errorf("mending again changes %v, %v", changed, err)
	}
}
