package cases

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

func TestSummariesNameThePassagesTheyRestOn(t *testing.T) {
	s := base().with("summaries/a.md", "# A\n\n## use\n\nBrukes daglig [a-interview.txt:40-63], men ikke\nalltid [a-plan.txt:8-20; printed: forkortet].\n\n- ett\n- to\n\n## budget\n\n[ikke et anker] [a.txt:x-y]\n").open(t)
	if len(s.Summaries) != 2 || len(s.Summaries[0].Anchors) != 2 || len(s.Summaries[1].Anchors) != 0 {
		t.Fatalf("%+v", s.Summaries)
	}
	sum := s.Summary(s.Case("a"), "use")
	if got, want := sum.Plain(), "Brukes daglig, men ikke alltid.\n\n- ett\n- to"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if a := sum.Anchors[1]; a.String() != "a-plan.txt:8-20" || a.Printed != "forkortet" || a.Line != 6 || a.Fate != "" {
		t.Errorf("%+v", a)
	}
	if s.Summary(s.Case("b"), "use") != nil {
		t.Error("b has no summary")
	}
}

func TestLintOfSummaries(t *testing.T) {
	at := func(quote string) string {
		start := strings.Index(interviewText, quote)
		chars := len([]rune(interviewText[:start]))
		return fmt.Sprintf("[a-interview.txt:%d-%d]", chars, chars+len([]rune(quote)))
	}
	daily := at("Vi bruker den hver dag.")
	for _, c := range []struct{ name, text, want string }{
		{"anchored", "De bruker den " + daily + ".", ""},
		{"no anchor", "De bruker den.", "no-anchor 3"},
		{"verbatim", "«bruker den hver dag» " + daily, ""},
		{"capitals, blanks, what is left out", "«Vi  bruker … hver\ndag» " + daily, ""},
		{"other order is not verbatim", "«hver dag … Vi bruker» " + daily, "not-verbatim 5 hver dag … Vi bruker"},
		{"other marks", `"bruker den hver dag" ` + daily, ""},
		{"not verbatim", "Skrevet om:\n«bruker den daglig» " + daily, "not-verbatim 6 bruker den daglig"},
		{"printed in another form", "«bruker den daglig» " + strings.Replace(daily, "]", "; printed: forkortet]", 1), ""},
		{"printed only before the next quote", "«bruker den daglig» og «hver dag» " + strings.Replace(daily, "]", "; printed: forkortet]", 1), "not-verbatim 5 bruker den daglig"},
		{"elsewhere in the case", "«Kommunen skal bruke modellen» " + daily, "quote-unanchored 5 Kommunen skal bruke modellen a-plan.txt:8-37"},
		{"another case", "De [b-interview.txt:40-63].", "anchor-elsewhere 5"},
		{"nowhere", "De [a-interview.txt:40-9999] [x.txt:1-2].", "anchor-nowhere 5; anchor-nowhere 5"},
		{"lost", "De " + strings.Replace(daily, "]", "; lost]", 1), "anchor-nowhere 5"},
		{"empty", "", ""},
	} {
		s, _ := base().with("summaries/a.md", "# A\n\n## use\n\n"+c.text+"\n").openWith()
		var got []string
		for _, f := range s.LintSummaries() {
			text := fmt.Sprintf("%s %d %s", f.What, f.Line, strings.Join(strings.Fields(f.Quote), " "))
			if f.What == QuoteUnanchored {
				text += " " + f.Passage.String()
			}
			got = append(got, strings.TrimSpace(text))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %q, want %q", c.name, strings.Join(got, "; "), c.want)
		}
	}
}

func TestAnchorsAreMovedOnceHoweverOftenACorrectionIsBegun(t *testing.T) {
	f := base().with("summaries/a.md", "## use\n\nDaglig [a-interview.txt:41-64] og [a-plan.txt:8-20].\n", "summaries/b.md", "## use\n\nDaglig [b-interview.txt:41-64].\n")
	f = f.with("documents/a-interview.yaml", f["documents/a-interview.yaml"]+"digest: "+corpus.Digest([]byte(interviewText))+"\n")
	corrected := strings.Replace(interviewText, "Ann: Hvordan", "Ann: Si meg, hvordan", 1)
	revise := func(dir plainfile.Dir) {
		s, _ := Open(dir.FS())
		if _, err := s.Revise(dir, "a-interview.txt", corrected, nil); err != nil {
			t.Fatal(err)
		}
	}
	clean := f.write(t)
	revise(clean)
	want := readAll(t, clean)
	if got := want["summaries/a.md"]; !strings.Contains(got, "[a-interview.txt:49-72] og [a-plan.txt:8-20]") {
		t.Fatalf("%s", got)
	}
	if want["summaries/b.md"] != f["summaries/b.md"] {
		t.Errorf("another case's summary changed: %s", want["summaries/b.md"])
	}
	for stop := 0; ; stop++ {
		dir := f.write(t)
		if killAt(dir, stop, revise) == "" {
			if stop < 5 {
				t.Errorf("only %d steps", stop)
			}
			break
		}
		revise(dir)
		if got := readAll(t, dir)["summaries/a.md"]; got != want["summaries/a.md"] {
			t.Errorf("killed at step %d and begun again: %s", stop, got)
		}
	}
	s := openDir(t, clean)
	if _, err := s.UndoRevision(clean, "a-interview.txt"); err != nil {
		t.Fatal(err)
	}
	if got := readAll(t, clean)["summaries/a.md"]; got != f["summaries/a.md"] {
		t.Errorf("undone: %s", got)
	}
}

func TestAliasesNeedAReason(t *testing.T) {
	s, problems := base().with("aliases.yaml", "format: 1\naliases:\n  - {code: use, also: [free], because: same}\n  - {name: x, also: [y]}\n  - {name: z, also: [w], because: \" \"}\n").openWith()
	if len(s.Aliases) != 1 || s.Aliases[0].Code != "use" {
		t.Errorf("%+v", s.Aliases)
	}
	wantProblem(t, problems, AliasesFile, `"x" is merged without a reason`)
	wantProblem(t, problems, AliasesFile, `"z" is merged without a reason`)
	if got := s.Inputs(""); len(got) < 2 {
		t.Errorf("inputs %q", got)
	}
}

func TestListsAreWholeWhereSomebodySaysSo(t *testing.T) {
	s := base().with("attributes.yaml", "format: 1\nattributes:\n  - {key: l, kind: list}\n  - {key: w, kind: list, complete: true}\n",
		"cases/a.yaml", "key: a\nvalues:\n  l:\n    is: [x]\n    complete: true\n  w: [x, y]\n", "cases/b.yaml", "key: b\nvalues:\n  l: [x]\n  w:\n    is: [x]\n    incomplete: only the first page was seen\n").open(t)
	var got []bool
	for _, c := range s.Cases {
		for _, a := range s.Attributes {
			got = append(got, c.Values[a.Key].Whole(a))
		}
	}
	if want := []bool{true, true, false, false}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestDatedCodings(t *testing.T) {
	s := base().with("codings/ann/a-interview.jsonl", `{"code": "daily", "quote": "Vi bruker den hver dag.", "when": "2006/2013"}
{"code": "budget", "quote": "Nei, det har vi ikke gjort.", "says": "against", "when": "2003; i fjor"}
{"code": "free", "quote": "Bare i skolene"}
`, "codings/bo/a-interview.jsonl", `{"code": "daily", "quote": "hver dag.", "when": "2006/2013"}
`).open(t)
	book := s.Codebook
	dated, without := s.DatedOf(s.Case("a"), func(c *coding.Code) bool { return c != nil })
	if without != 1 || len(dated) != 2 {
		t.Fatalf("%d dated, %d without: %+v", len(dated), without, dated)
	}
	if d := dated[0]; d.Code != book.Code("daily") || len(d.Coders) != 2 || fmt.Sprint(d.Periods) != "[2006–2013]" {
		t.Errorf("%+v", d)
	}
	if d := dated[1]; fmt.Sprint(d.Periods, d.Unread) != "[2003] [i fjor]" || d.Says != "against" {
		t.Errorf("%+v", d)
	}
	if dated, _ := s.DatedOf(s.Case("a"), func(c *coding.Code) bool { return c.Key == "budget" }); len(dated) != 1 {
		t.Errorf("%d of budget", len(dated))
	}
}

// TestUndatedPassagesAreCountedAsElsewhere: coders who differ over the same words have one passage, and a second coding counts nowhere.
func TestUndatedPassagesAreCountedAsElsewhere(t *testing.T) {
	s := base().with("codings/ann/a-interview.jsonl", `{"code": "daily", "quote": "Vi bruker den hver dag."}
{"code": "free", "quote": "Bare i skolene", "when": "2006"}
`, "codings/bo/a-interview.jsonl", `{"code": "daily", "quote": "hver dag.", "says": "against"}
`, "codings/ann.again/a-interview.jsonl", `{"code": "budget", "quote": "Nei, det har vi ikke gjort."}
{"code": "free", "quote": "Bare i skolene", "when": "2013"}
`).open(t)
	dated, without := s.DatedOf(s.Case("a"), func(c *coding.Code) bool { return c != nil })
	if without != 1 || len(dated) != 1 || fmt.Sprint(dated[0].Periods) != "[2006]" {
		t.Errorf("%d without a date, dated %+v", without, dated)
	}
}
