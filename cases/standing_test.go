package cases

import (
	"fmt"
	"strings"
	"testing"
)

// Quotes of interviewText and planText, as coding lines of the code use.
const (
	daily    = "Vi bruker den hver dag"
	denied   = "Nei, det har vi ikke gjort"
	limited  = "Bare i skolene, tror jeg"
	intended = "Kommunen skal bruke modellen"
)

func line(code, quote string, fields ...string) string {
	s := fmt.Sprintf("{\"code\": %q, \"quote\": %q", code, quote)
	for i := 0; i+1 < len(fields); i += 2 {
		s += fmt.Sprintf(", %q: %q", fields[i], fields[i+1])
	}
	return s + "}\n"
}

const (
	annInterview = "codings/ann/a-interview.jsonl"
	boInterview  = "codings/bo/a-interview.jsonl"
	annPlan      = "codings/ann/a-plan.jsonl"
	annReport    = "codings/ann/a-report.jsonl"
	rulesFile    = "codings/rules/a-interview.jsonl"
	guideCodings = "codings/guide/a-interview.jsonl"
)

// allRead is base with interview and plan read, the coding lines given added to ann's of
// the interview.
func allRead(lines ...string) files {
	return base().with(annInterview, readLine(bookText)+strings.Join(lines, ""), annPlan, readLine(bookText))
}

// sources prints what became of each source, those that count with a star.
func sources(st Standing) string {
	var out []string
	for _, s := range st.Sources {
		star := ""
		if s.Counts {
			star = "*"
		}
		name := strings.TrimSuffix(strings.TrimPrefix(s.Document, "a-"), ".txt")
		if name == "" {
			name = "(" + s.Kind + ")"
		}
		out = append(out, name+star+" "+s.State)
	}
	return strings.Join(out, ", ")
}

func TestStateOfACell(t *testing.T) {
	for _, c := range []struct {
		what    string
		files   files
		code    string
		state   string
		sources string
		counted bool // a count may be printed, if only 0
	}{
		{"nobody has read anything", base(), "use",
			StateOpen, "interview* unread, plan* unread, report unread", false},
		{"one that counts is unread, with evidence in another",
			base().with(annInterview, readLine(bookText)+line("use", daily)), "use",
			StateOpen, "interview* evidence, plan* unread, report unread", true},
		{"coded but not read", base().with(annInterview, line("use", daily), annPlan, readLine(bookText)), "use",
			StateOpen, "interview* unread, plan* not-found, report unread", true},
		{"unread with proposals only", base().with(rulesFile, line("use", daily)), "use",
			StateOpen, "interview* unread, plan* unread, report unread", false},
		{"only for", allRead(line("use", daily)), "use",
			StatePresent, "interview* evidence, plan* not-found, report unread", true},
		{"only qualified", allRead(line("use", limited, "says", "qualified")), "use",
			StatePartial, "interview* evidence, plan* not-found, report unread", true},
		{"somebody says no", allRead(line("use", denied, "says", "against")), "use",
			StateAbsent, "interview* evidence, plan* not-found, report unread", true},
		{"for and against", allRead(line("use", daily), line("use", denied, "says", "against")), "use",
			StateMixed, "interview* evidence, plan* not-found, report unread", true},
		{"for and qualified", allRead(line("use", daily), line("use", limited, "says", "qualified")), "use",
			StateMixed, "interview* evidence, plan* not-found, report unread", true},
		{"for in one source and against in another", allRead(line("use", daily)).with(annPlan, readLine(bookText)+line("use", intended, "says", "against")), "use",
			StateMixed, "interview* evidence, plan* evidence, report unread", true},
		{"read, and what was asked is not closed", allRead(), "use",
			StateNone, "interview* not-closed, plan* not-found, report unread", false},
		{"no question asks for it", allRead(), "free",
			StateNone, "interview* unmentioned, plan* not-found, report unread", true},
		{"closed without the question", allRead("{\"coverage\": \"closed\"}\n"), "budget",
			StateNone, "interview* not-asked, plan* not-found, report unread", false},
		{"asked and answered", allRead("{\"coverage\": \"closed\"}\n{\"asked\": \"q2\", \"quote\": \"Og budsjettet?\"}\n"), "budget",
			StateNone, "interview* asked-not-raised, plan* not-found, report unread", true},
		{"answered under another question", allRead("{\"coverage\": \"closed\"}\n{\"answered-elsewhere\": \"q2\"}\n"), "budget",
			StateNone, "interview* asked-not-raised, plan* not-found, report unread", true},
		{"asked and not answered",
			allRead("{\"coverage\": \"closed\"}\n{\"asked\": \"q2\", \"quote\": \"Og budsjettet?\"}\n").
				with("documents/a-interview.txt", strings.ReplaceAll(interviewText, "Ola: Nei, det har vi ikke gjort.\n\nKari: Bare i skolene, tror jeg.\n", "")), "budget",
			StateNone, "interview* asked-not-answered, plan* not-found, report unread", false},
		{"not applicable to the interview", base().with(annInterview, "{\"not-applicable\": \"free\", \"note\": \"ny leder\"}\n"), "free",
			StateNone, "interview* not-applicable, plan unread, report unread", false},
		{"a source is unavailable", allRead(line("use", daily)).with("cases/a.yaml", "key: a\nmembers:\n  - a-interview.txt\n  - kind: plan\n    unavailable: never adopted\n"), "use",
			StatePresent, "interview* evidence, (plan)* unavailable", true},
		{"the only source is unavailable", base().with("cases/a.yaml", "key: a\nmembers:\n  - unavailable: refused\n"), "use",
			StateNone, "()* unavailable", false},
		{"no sources", base().with("cases/a.yaml", "key: a\n"), "use", StateNone, "", false},
		{"a report that the code does not name counts once it is read", allRead().with(annReport, readLine(bookText)), "free",
			StateNone, "interview* unmentioned, plan* not-found, report* not-found", true},
		{"a report that the code does not name counts once it is coded", allRead().with(annReport, line("free", intended)), "free",
			StateOpen, "interview* unmentioned, plan* not-found, report* unread", true},
	} {
		s := c.files.open(t)
		st := s.Standing(s.Case("a"), s.Codebook.Code(c.code), false)
		if st.State != c.state || st.Derived != c.state {
			t.Errorf("%s: %s (derived %s), want %s", c.what, st.State, st.Derived, c.state)
		}
		if got := sources(st); got != c.sources {
			t.Errorf("%s: sources\n%s, want\n%s", c.what, got, c.sources)
		}
		if counted := len(st.Evidence) > 0 || st.Silent(); counted != c.counted {
			t.Errorf("%s: counted is %v", c.what, counted)
		}
	}
}

// What somebody coded and a corrected text has lost is no silence: the cell waits for a person.
func TestALostCodingIsNoSilence(t *testing.T) {
	for lines, want := range map[string]string{
		line("use", "Nei, dette står ikke her lenger", "says", "against"):                      StateOpen + ": interview* place-lost, plan* not-found, report unread",
		line("use", daily) + line("use", "Nei, dette står ikke her lenger", "says", "against"): StatePresent + ": interview* evidence, plan* not-found, report unread",
		line("budget", "Nei, dette står ikke her lenger"):                                      StateNone + ": interview* ",
	} {
		s, _ := allRead(lines).openWith()
		st := s.Standing(s.Case("a"), s.Codebook.Code("use"), false)
		if got := st.State + ": " + sources(st); !strings.HasPrefix(got, want) {
			t.Errorf("%s is %s, want %s", lines, got, want)
		}
	}
}

// What the guide matcher coded as the answer to a question waits for a verdict until a person closes the coverage of the interview. Then it
// answers the question's structural code, if the person leaves the question answered.
func TestAClosedCoverageDecidesOnTheAnswersFound(t *testing.T) {
	const (
		asked  = `{"asked": "q1", "quote": "Hvordan bruker dere modellen?"}` + "\n"
		closed = `{"coverage": "closed"}` + "\n"
	)
	book := bookText + "  - key: answer\n    kind: structural\n    questions: [q1]\n"
	f := base().with("codebook.yaml", book, guideCodings, asked+line("answer", daily)+line("daily", daily))
	for _, c := range []struct {
		what, ann string
		state     string
		waiting   int
	}{
		{"open", readLine(book), StateNone, 2},
		{"closed", readLine(book) + closed, StatePresent, 0},
		{"closed as not asked", readLine(book) + closed + `{"not-asked": "q1"}` + "\n", StateNone, 0},
	} {
		s := f.with(annInterview, c.ann).open(t)
		st := s.Standing(s.Case("a"), s.Codebook.Code("answer"), false)
		if st.State != c.state || s.Waiting("a-interview.txt") != c.waiting || s.Status().Documents[0].Proposed != c.waiting {
			t.Errorf("%s: %s, %d wait, %+v", c.what, st.State, s.Waiting("a-interview.txt"), s.Status().Documents[0])
		}
		if len(st.Evidence) > 0 && !st.Evidence[0].Decided {
			t.Errorf("%s: %+v", c.what, st.Evidence)
		}
		if st := s.Standing(s.Case("a"), s.Codebook.Code("daily"), false); len(st.Evidence) > 0 {
			t.Errorf("%s: the matcher makes %s present", c.what, "daily")
		}
	}
}

// A code that counts annual reports counts what was taken in as årsrapport.
func TestSourcesOfACodeInThreeLanguages(t *testing.T) {
	book := strings.Replace(bookText, "sources: [plan]", "sources: [annual-report]", 1)
	for kind, want := range map[string]string{"årsrapport": "report* unread", "Årsmelding": "report* unread", "annual-report": "report* unread", "notat": "report unread"} {
		s := base().with("codebook.yaml", book, "documents/a-report.yaml", "kind: "+kind+"\n").open(t)
		if got := sources(s.Standing(s.Case("a"), s.Codebook.Code("use"), false)); !strings.HasSuffix(got, ", "+want) {
			t.Errorf("%s: %s", kind, got)
		}
	}
}
