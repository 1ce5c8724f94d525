package compare

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/compare/likeness"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// steering has neither rules nor questions and nothing coded: it heads targets and visits.
func TestAHeadingIsNoCodeThatNobodyRaised(t *testing.T) {
	s := towns().open(t)
	if h := s.Headings(); len(h) != 1 || h[0].Key != "steering" {
		t.Fatalf("%v", h)
	}
	tb := build(t, s, cases.TableRecord{Kind: "adaptation"}, Options{})
	if r := tb.Rows[0]; r.Key != "steering" || !r.Head || r.Note != "" || tb.Rows[1].Depth != 1 {
		t.Errorf("%+v", tb.Rows)
	}

	// By its name it is the codes below it, and says so.
	tb = build(t, s, cases.TableRecord{Codes: []string{"steering"}}, Options{})
	if got := rowNamed(t, tb, "steering"); !reflect.DeepEqual(got, []string{"present 2", "present 1 (rests on hearsay or inference)", "none: unmentioned", "open, 1 proposed", "2 of 3 known: Town A, Town B; open: Town D"}) {
		t.Errorf("%q", got)
	}
	if want := "Steering only heads other codes: its row counts what is coded with the codes below it."; !slices.Contains(tb.Notes, want) {
		t.Errorf("%q", tb.Notes)
	}

	// Nothing takes it for a code that cases agree or differ in.
	o := Options{Language: "en"}
	for _, form := range []string{"matrix", "contrast", "pairs", "checklist", "robustness", "additions", "triangulate"} {
		r := cases.TableRecord{Form: form, Cell: "state", By: map[string]string{"contrast": "size"}[form]}
		if form == "robustness" {
			r.Form = "one-case-out"
		}
		tables, err := Tables(s, &r, o)
		if err != nil {
			t.Errorf("%s: %s", form, err)
		}
		for _, tb := range tables {
			if words := printed(tb); strings.Contains(words, "Steering") {
				t.Errorf("%s: %s", form, words)
			}
		}
	}
	similar, err := Similarity(s, LikenessQuestion{Coefficient: likeness.SimpleMatching, Pairs: true}, o)
	if err != nil {
		t.Fatal(err)
	}
	if words := printed(similar[1]); strings.Contains(words, "Steering") || !strings.Contains(words, "Targets") {
		t.Error(words)
	}
	if q := s.Queue(); len(q) != 0 {
		t.Errorf("%+v", q)
	}
}

// Once something is coded with it, a code that has subcodes is a code like others; so it is with a rule or a question.
func TestACodeOfItsOwnIsNoHeading(t *testing.T) {
	coding := towns().with("codings/bo/a.jsonl", coded("steering", "targets every year."))
	for name, f := range map[string]files{
		"coded":    coding,
		"rule":     towns().with("codebook.yaml", strings.Replace(book, "label: Steering", "label: Steering\n    find: steer*", 1)),
		"question": towns().with("codebook.yaml", strings.Replace(book, "label: Steering", "label: Steering\n    questions: [q1]", 1)),
	} {
		for file, data := range f {
			f[file] = strings.ReplaceAll(data, corpus.Digest([]byte(book)), corpus.Digest([]byte(f["codebook.yaml"])))
		}
		s := f.open(t)
		if h := s.Headings(); len(h) != 0 {
			t.Errorf("%s: %v", name, h)
		}
		tb := build(t, s, cases.TableRecord{Kind: "adaptation"}, Options{})
		if got := rowNamed(t, tb, "steering")[2]; !strings.HasPrefix(got, "none: ") {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// A finding on a heading is held against the codes below it.
func TestAFindingOnAHeading(t *testing.T) {
	s := towns().with("findings.yaml", "format: 1\nfindings:\n  - key: f\n    claim: A steers.\n    codes: [steering]\n    present: [a]\n").open(t)
	tb := build(t, s, cases.TableRecord{Form: "findings"}, Options{})
	if got := rowNamed(t, tb, "f")[0]; got != "supported · present 2" {
		t.Errorf("%q", got)
	}
}

func printed(tb *table.Table) string {
	var out []string
	for i, r := range tb.Rows {
		out = append(out, r.Label)
		for _, c := range tb.Cells[i] {
			out = append(out, c.Printed())
		}
	}
	return strings.Join(out, "\n")
}

// A quote in a summary that nobody said so is marked in the account, and so in the report.
func TestAnAccountMarksWhatNobodySaid(t *testing.T) {
	s := towns().with("summaries/a.md", "## targets\nThey say “we never set a goal” [a.txt:29-55] and “set targets”.\n").open(t)
	a := AccountOf(s, s.Case("a"), Options{Language: "en"})
	for _, sec := range a.Sections {
		for _, c := range sec.Codes {
			if c.Code.Key == "targets" {
				if len(c.Lint) != 1 || !strings.Contains(c.Lint[0], "“we never set a goal”") {
					t.Errorf("%q", c.Lint)
				}
				return
			}
		}
	}
	t.Error("no account of targets")
}
