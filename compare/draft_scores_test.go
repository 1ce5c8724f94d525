package compare

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/corpus/convert"
)

// labelled is a sentence with what it claims, by hand.
type labelled struct {
	line           int
	language, text string
	claims         []labelledClaim
	unread, none   bool // it is right to report it as not understood, to find nothing
}

// labelledClaim is one claim of a sentence, or all of them where the label does not part them.
type labelledClaim struct {
	hedged bool
	who    []string // any of these
	codes  []string
}

func readLabelled(t testing.TB, file string) []labelled {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "claims", file))
	if err != nil {
		t.Fatal(err)
	}
	var out []labelled
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.SplitN(line, " | ", 5)
		if len(f) != 5 {
			t.Fatalf("%s:%d: %d fields", file, i+1, len(f))
		}
		l := labelled{line: i + 1, language: f[0], text: strings.ReplaceAll(f[4], `\n`, "\n")}
		kinds, who, codes := strings.Split(f[1], "; "), strings.Split(f[2], "; "), strings.Split(f[3], "; ")
		if len(kinds) != len(who) || len(kinds) != len(codes) {
			t.Fatalf("%s:%d: %d kinds, %d who, %d codes", file, i+1, len(kinds), len(who), len(codes))
		}
		for k := range kinds {
			c := labelledClaim{who: strings.Split(who[k], " or ")}
			if codes[k] != "-" {
				c.codes = strings.Fields(codes[k])
				slices.Sort(c.codes)
			}
			for _, kind := range strings.Split(kinds[k], " or ") {
				switch kind {
				case "claim", "hedged":
					c.hedged = kind == "hedged"
					l.claims = append(l.claims, c)
				case "unread":
					l.unread = true
				case "none":
					l.none = true
				default:
					t.Fatalf("%s:%d: kind %q", file, i+1, kind)
				}
			}
		}
		out = append(out, l)
	}
	return out
}

// whoOf prints of which cases claims speak as the labels do: "all", "2/4", "+a-c", "only+d", "~d".
func whoOf(s *cases.Study, found []DraftClaim) string {
	named := map[string]string{}
	for _, d := range found {
		if d.Claim.Count.Kind == "" {
			maps.Copy(named, d.Claim.Claimed)
		}
	}
	out := ""
	if slices.Contains(slices.Collect(maps.Values(named)), "not-present") {
		out = "only"
	}
	for _, c := range s.Cases {
		if sign := map[string]string{cases.StatePresent: "+", cases.StateAbsent: "-", cases.StateNone: "~"}[named[c.Key]]; sign != "" {
			out += sign + c.Key
		}
	}
	for _, d := range found {
		q := d.Claim.Count
		if q.Kind == "" || out != "" && len(named) > 0 {
			continue
		}
		switch {
		case q.Kind == cases.NotAll:
			out += "not-all"
		case q.N > 0 && q.Of > 0:
			out += fmt.Sprintf("%d/%d", q.N, q.Of)
		case q.N > 0: // the same claim, of all that are studied
			out += fmt.Sprintf("%d/%d", q.N, len(s.Cases))
		default:
			out += q.Kind
		}
		if d.Claim.Denied {
			out += "!"
		}
	}
	if out == "" {
		return "-"
	}
	return out
}

// asLabel writes a label's cases in the order of the study.
func asLabel(s *cases.Study, who string) string {
	if n, err := strconv.Atoi(who); err == nil {
		return fmt.Sprintf("%d/%d", n, len(s.Cases))
	}
	if !strings.ContainsAny(who, "+~") && !(strings.HasPrefix(who, "-") && who != "-") {
		return who
	}
	out := ""
	if strings.HasPrefix(who, "only") {
		out, who = "only", strings.TrimPrefix(who, "only")
	}
	for _, c := range s.Cases {
		for _, sign := range []string{"+", "-", "~"} {
			for _, part := range strings.FieldsFunc(strings.NewReplacer("+", " +", "-", " -", "~", " ~").Replace(who), func(r rune) bool { return r == ' ' }) {
				if part == sign+c.Key {
					out += part
				}
			}
		}
	}
	return out
}

// answer is what the linter says of a claim.
type answer struct {
	who    string
	hedged bool
	codes  []string
}

// answers returns what was found, claim by claim, or as one where the label does not part them.
func answers(s *cases.Study, found []DraftClaim, apart bool) []answer {
	var out []answer
	for i := range found {
		group := found[i : i+1]
		if !apart {
			group = found
		}
		a := answer{who: whoOf(s, group)}
		for _, d := range group {
			a.hedged = a.hedged || d.Claim.Hedged
			for _, c := range d.Codes {
				if !slices.Contains(a.codes, c.Key) {
					a.codes = append(a.codes, c.Key)
				}
			}
		}
		slices.Sort(a.codes)
		out = append(out, a)
		if !apart {
			break
		}
	}
	return out
}

// The outcomes of a sentence. The linter says of a claim that is not understood, or not bound to a code, that it is so; what it
// misreads or misses it does not know of.
const (
	right         = "right"
	notUnderstood = "not understood"
	notBound      = "not bound"
	missed        = "missed"
	misread       = "misread"
)

// outcome holds what was found in a sentence against its label.
func (l labelled) outcome(s *cases.Study, given []answer, unread int) string {
	switch {
	case len(given) == 0 && (l.none || l.unread && unread > 0):
		return right
	case len(given) == 0 && unread > 0:
		return notUnderstood
	case len(given) == 0:
		return missed
	}
	left := slices.Clone(l.claims)
	out := right
	for _, a := range given {
		i := slices.IndexFunc(left, func(c labelledClaim) bool { return c.casesOf(s, a) && slices.Equal(c.codes, a.codes) })
		if i < 0 {
			i = slices.IndexFunc(left, func(c labelledClaim) bool { return c.casesOf(s, a) && len(a.codes) == 0 })
			out = notBound
		}
		if i < 0 && len(l.claims) == 1 && unread > 0 && left[0].partly(s, a) {
			return notUnderstood
		}
		if i < 0 {
			return misread
		}
		left = slices.Delete(left, i, i+1)
	}
	switch {
	case len(left) > 0 && unread > 0:
		return notUnderstood
	case len(left) > 0:
		return missed
	}
	return out
}

// casesOf tells whether an answer speaks of the cases as the label does, and is hedged as it is.
func (c labelledClaim) casesOf(s *cases.Study, a answer) bool {
	return c.hedged == a.hedged && slices.ContainsFunc(c.who, func(who string) bool { return asLabel(s, who) == a.who })
}

// partly tells whether all that an answer says of cases is in the label too.
func (c labelledClaim) partly(s *cases.Study, a answer) bool {
	return c.hedged == a.hedged && (len(a.codes) == 0 || slices.Equal(c.codes, a.codes)) && slices.ContainsFunc(c.who, func(who string) bool { return strings.Contains(asLabel(s, who), a.who) })
}

// scores are what the linter found in a set of labelled sentences.
type scores struct {
	sentences, claims, found, rightFound, whole int
	outcomes                                    map[string]int
}

func (x scores) line(name string) string {
	return fmt.Sprintf("%-10s %3d sentences, %2d claims: found with precision %.2f, recall %.2f; wholly right precision %.2f, recall %.2f; misread %d, missed %d, not understood %d, not bound %d", name, x.sentences, x.claims,
		ratio(x.rightFound, x.found), ratio(x.rightFound, x.claims), ratio(x.whole, x.found), ratio(x.whole, x.claims), x.outcomes[misread], x.outcomes[missed], x.outcomes[notUnderstood], x.outcomes[notBound])
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// score reads each sentence of a set as a Markdown file.
func score(t *testing.T, file string) map[string]scores {
	t.Helper()
	studies := map[string]*cases.Study{"nb": plansOf(t, "municipalities"), "en": plansOf(t, "libraries")}
	studies["nn"] = studies["nb"]
	out := map[string]scores{}
	for _, l := range readLabelled(t, file) {
		s := studies[l.language]
		draft, err := ReadDraft(context.Background(), s, "draft.md", []byte(l.text+"\n"), convert.Options{})
		if err != nil {
			t.Fatalf("%s:%d: %v", file, l.line, err)
		}
		all, aside := Draft(s, draft.Sentences, l.language)
		found := slices.DeleteFunc(slices.Clone(all), func(d DraftClaim) bool { return d.Unread != nil })
		given := answers(s, found, len(l.claims) > 1)
		set := "Norwegian"
		if l.language == "en" {
			set = "English"
		}
		x := out[set]
		if x.outcomes == nil {
			x.outcomes = map[string]int{}
		}
		x.sentences++
		outcome := l.outcome(s, given, len(all)-len(found))
		x.outcomes[outcome]++
		if len(found) > 0 {
			x.found++
		}
		if len(l.claims) > 0 && !(len(found) == 0 && outcome == right) {
			x.claims++
			if len(found) > 0 {
				x.rightFound++
			}
			if outcome == right {
				x.whole++
			}
		}
		if outcome != right {
			t.Logf("%s:%d: %s: %s\n      found %v, not understood %d, set aside %d; labelled %v", file, l.line, outcome, l.text, given, len(all)-len(found), aside, l.claims)
		}
		out[set] = x
	}
	return out
}

// atLeast prints the scores of a set and fails where they are below a floor, or where more is misread than a ceiling.
func atLeast(t *testing.T, file string, floors map[string][4]float64, misreadings map[string]int) {
	t.Helper()
	got := score(t, file)
	for _, set := range []string{"Norwegian", "English"} {
		x := got[set]
		t.Log(x.line(set))
		for i, have := range []float64{ratio(x.rightFound, x.found), ratio(x.rightFound, x.claims), ratio(x.whole, x.found), ratio(x.whole, x.claims)} {
			if have < floors[set][i] {
				t.Errorf("%s, %s: %s is %.2f, below %.2f", file, set, []string{"precision of claims found", "recall of claims found", "precision of claims wholly right", "recall of claims wholly right"}[i], have, floors[set][i])
			}
		}
		if n := x.outcomes[misread]; n > misreadings[set] {
			t.Errorf("%s, %s: %d sentences are misread, more than %d", file, set, n, misreadings[set])
		}
	}
}
