package compare

import (
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/claims"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

func TestVerdictOfEveryClaimOnEveryState(t *testing.T) {
	states := []string{cases.StatePresent, cases.StatePartial, cases.StateAbsent, cases.StateMixed, cases.StateNone, cases.StateOpen}
	for claimed, want := range map[string]string{
		cases.StatePresent: "supported partly contradicted partly unsupported open",
		cases.StatePartial: "partly supported contradicted partly unsupported open",
		cases.StateAbsent:  "contradicted contradicted supported partly unsupported open",
		cases.StateNone:    "contradicted contradicted contradicted contradicted supported open",
		claims.NotPresent:  "contradicted contradicted supported partly partly open",
	} {
		for i, w := range strings.Fields(want) {
			if got := verdict(claimed, states[i]); got != w {
				t.Errorf("%s claimed, %s found: %s, want %s", claimed, states[i], got, w)
			}
		}
	}
}

// judgedStates makes a judgement of cases by their states: p present, l with a limit, a absent, n none, u not asked, o open.
func judgedStates(states string) Judged {
	var j Judged
	for i, r := range states {
		key := string(rune('a' + i))
		switch r {
		case 'p':
			j.Present = append(j.Present, key)
		case 'l':
			j.Present, j.Limited = append(j.Present, key), append(j.Limited, key)
		case 'a':
			j.Absent = append(j.Absent, key)
		case 'n':
			j.None = append(j.None, key)
		case 'u':
			j.Unasked = append(j.Unasked, key)
		case 'o':
			j.Unread = append(j.Unread, key)
		}
	}
	return j
}

func TestVerdictOnACount(t *testing.T) {
	for _, c := range []struct{ states, quantifier, want string }{
		{"ppaa", "2 of 4", Supported}, {"ppaa", "3 of 4", Contradicted}, {"ppaa", "1 of 4", Contradicted}, {"ppan", "2 of 4", Supported},
		{"ppan", "3 of 4", Unsupported}, {"ppla", "2 of 4", Partly}, {"ppla", "3 of 4", Partly}, {"ppoa", "3 of 4", Open}, {"ppoa", "2 of 4", Open}, {"ppoa", "2 of 3", Supported},
		{"ppaa", "2 of 5", Contradicted}, {"ppaa", "2", Supported}, {"pppa", "most", Supported}, {"ppaa", "most", Contradicted}, {"ppla", "most", Partly}, {"ppnn", "most", Unsupported},
		{"ppoa", "most", Open}, {"paaa", "some", Supported}, {"naaa", "some", Unsupported}, {"aaaa", "some", Contradicted}, {"laaa", "some", Partly}, {"pppa", "not all", Supported}, {"pppp", "not all", Contradicted},
		{"pppl", "not all", Partly}, {"pppo", "not all", Open}, {"pppa", "at least 3", Supported}, {"pppa", "at least 4", Contradicted}, {"paaa", "at most 1", Supported}, {"pppo", "at least 3", Supported}, {"oooo", "2 of 4", Open},
		{"pnnu", "at most 1", Partly}, {"pnnu", "1 of 4", Partly}, {"pnnu", "1 of 3", Supported}, {"pnnu", "at most 2", Supported}, {"ppuu", "at least 2", Supported}, {"pppu", "not all", Partly}, {"ppuu", "3 of 4", Unsupported},
	} {
		q, err := cases.ParseQuantifier(c.quantifier)
		if err != nil {
			t.Fatal(err)
		}
		if q.String() != c.quantifier {
			t.Errorf("%q prints as %q", c.quantifier, q)
		}
		j := judgedStates(c.states)
		if got := j.count(Statement{Count: q}, 0, len(c.states)); got != c.want {
			t.Errorf("%s claimed of %s: %s, want %s", c.quantifier, c.states, got, c.want)
		}
	}
	j := judgedStates("aapn")
	if got := j.count(Statement{Count: cases.Quantifier{Kind: cases.Exactly, N: 2, Of: 4}, Denied: true}, 0, 4); got != Supported {
		t.Errorf("two of four deny it: %s", got)
	}
	for _, bad := range []string{"half", "3 of", "of 4", "-1", "at least"} {
		if _, err := cases.ParseQuantifier(bad); err == nil {
			t.Errorf("%q is read as a quantifier", bad)
		}
	}
}

// says makes a voice of a document by an issuer whose passages speak as told; "" is silent, "?" unread.
func says(document, issuer, says string) voice {
	v := voice{document: document, issuer: issuer}
	src := cases.Source{Document: document, Counts: true, State: cases.NotFound}
	if says == "?" {
		src.State, says = cases.Unread, ""
	}
	for i, w := range strings.Fields(says) {
		src.State = cases.HasEvidence
		e := cases.Evidence{Says: coding.Says(w)}
		e.Passage.Document, e.Passage.Start, e.Passage.End = document, i*10, i*10+5
		v.standing.Evidence = append(v.standing.Evidence, e)
	}
	v.standing.Sources = []cases.Source{src}
	return v
}

func TestHowSourcesStandTogether(t *testing.T) {
	for _, c := range []struct {
		name   string
		voices []voice
		want   string
	}{
		{"two issuers say the same", []voice{says("i", "eva", "for"), says("r", "case", "for for")}, Convergent},
		{"two issuers deny it", []voice{says("i", "eva", "against"), says("r", "case", "against")}, Convergent},
		{"one issuer twice", []voice{says("p", "case", "for"), says("r", "case", "for")}, Complementary},
		{"one with a limit", []voice{says("i", "eva", "for"), says("r", "case", "qualified")}, Complementary},
		{"for and against", []voice{says("i", "eva", "for"), says("r", "case", "against"), says("p", "case", "")}, Dissonant},
		{"a limit and a denial", []voice{says("i", "eva", "qualified"), says("r", "case", "against")}, Dissonant},
		{"one contradicts itself, the other agrees with half of it", []voice{says("i", "eva", "for against"), says("r", "case", "for")}, Dissonant},
		{"one source contradicts itself", []voice{says("i", "eva", "for against"), says("r", "case", "")}, OneSource},
		{"one speaks, one is unread", []voice{says("i", "eva", "for"), says("r", "case", "?")}, OneSource},
		{"none speaks", []voice{says("i", "eva", ""), says("r", "case", "")}, Silent},
		{"none speaks yet", []voice{says("i", "eva", ""), says("r", "case", "?")}, UnreadSoFar},
		{"no source", nil, NoSource},
	} {
		if got, _ := together(c.voices); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// brings makes units of the codes that each brings, a letter a code.
func brings(codes ...string) []unit {
	var out []unit
	for _, c := range codes {
		out = append(out, unit{codes: strings.Split(c, ""), read: true})
		if c == "" {
			out[len(out)-1].codes = nil
		}
	}
	return out
}

// TestSaturation follows the definition of Guest, Namey and Chen (2020) by hand: with a base of four U is the seven codes of the
// first four; the fifth and sixth bring one of them new (1/7 = 0.14), the sixth and seventh none.
func TestSaturation(t *testing.T) {
	order := brings("abc", "abd", "ae", "fg", "ah", "b", "c", "hd")
	at, u, ns := reachedAt(order, 4, 2, 0.05)
	if u != 7 || at != 5 || len(ns) != 3 || ns[0] != 1 || ns[1] != 0 || ns[2] != 0 {
		t.Errorf("U %d, reached at %d, new in the runs %v", u, at, ns)
	}
	if at, _, _ := reachedAt(order, 4, 2, 0.15); at != 4 {
		t.Errorf("with a threshold of 0.15 it is reached at %d", at)
	}
	if at, _, _ := reachedAt(brings("a", "b", "c", "d", "e", "f"), 4, 2, 0); at != 0 {
		t.Errorf("where every interview brings a code it is reached at %d", at)
	}
	plan := SaturationPlan{Base: 1, Run: 1, Threshold: 0, Seed: 1}
	reached, orders, _, exact := overOrders(brings("ab", "a", "b"), plan)
	// ab a b, ab b a, a b ab (ab brings nothing after a and b), b a ab: reached at once or at the second; all of six but none excepted
	if orders != 6 || !exact || reached != 6 {
		t.Errorf("%d of %d orders, exact %v", reached, orders, exact)
	}
	many := brings("a", "b", "c", "d", "e", "f", "g", "h", "a", "b")
	r1, n, _, exact := overOrders(many, plan)
	r2, _, _, _ := overOrders(many, plan)
	if exact || n != sampledOrders || r1 != r2 {
		t.Errorf("a sample of %d orders, exact %v, %d and %d reached with one seed", n, exact, r1, r2)
	}
	seen := map[string]bool{}
	permute(brings("a", "b", "c", "d"), 4, func(us []unit) {
		s := ""
		for _, u := range us {
			s += u.codes[0]
		}
		seen[s] = true
	})
	if len(seen) != 24 {
		t.Errorf("%d orders of four units", len(seen))
	}
}

func TestWhatAFindingRestsOnIsRemembered(t *testing.T) {
	f := towns().with("findings.yaml", "format: 1\nfindings:\n  - {key: t, claim: Towns set targets., codes: [targets], present: [a]}\n", cases.SnapshotFile(corpus.Digest([]byte(book))), book)
	s := f.open(t)
	var basis cases.Basis
	for _, r := range s.Resting() {
		if r.Name == "finding:t" {
			basis = r.Basis
		}
	}
	ledger := func(b cases.Basis) []cases.Confirmed {
		return []cases.Confirmed{{Name: "finding:t", On: "2026-03-02", Basis: b}}
	}
	note := func(s *cases.Study) string {
		s.Confirmed = ledger(basis)
		return s.StaleNote("finding:t", catalogue.Language("en"))
	}
	if got := note(s); got != "" {
		t.Errorf("nothing changed, and it says %q", got)
	}
	// What does not bear on it changes nothing: labels of cases, other codes, other cases, the order of codings.
	lines := strings.SplitAfter(f["codings/ann/a.jsonl"], "\n")
	other := f.with("cases/a.yaml", strings.Replace(f["cases/a.yaml"], "Town A", "Renamed", 1), "codebook.yaml", strings.Replace(book, "label: Money", "label: Cash", 1),
		"codings/ann/a.jsonl", lines[0]+lines[1]+lines[4]+lines[3]+lines[2])
	if got := note(other.open(t)); got != "" {
		t.Errorf("what does not bear on it changed, and it says %q", got)
	}
	for want, changed := range map[string]files{
		"definition of targets changed":            f.with("codebook.yaml", strings.Replace(book, "label: Targets", "label: Targets\n        definition: Goals in figures.", 1)),
		"passages: +1":                             f.with("codings/bo/a.jsonl", f["codings/bo/a.jsonl"]+coded("targets", "that was never a problem")),
		"a/targets: present → mixed; passages: +1": f.with("codings/bo/a.jsonl", f["codings/bo/a.jsonl"]+coded("targets", "that was never a problem", "says", "against")),
		"a/targets: present → open":                f.with("codings/ann/a.jsonl", strings.Replace(f["codings/ann/a.jsonl"], read(), "", 1)),
	} {
		if got := note(changed.open(t)); !strings.HasSuffix(got, "(2026-03-02): "+want) {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}
