package compare

import (
	"reflect"
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
)

func TestCellsSayTheirState(t *testing.T) {
	s := towns().open(t)
	for _, c := range []struct {
		record   cases.TableRecord
		language catalogue.Language
		row      string
		want     []string
	}{
		{cases.TableRecord{Kind: "adaptation"}, "en", "targets",
			[]string{"present 1", "present 1 (rests on hearsay or inference)", "none: unmentioned", "open, 1 proposed", "2 of 3 known: Town A, Town B; open: Town D"}},
		{cases.TableRecord{Kind: "challenge"}, "en", "money",
			[]string{"partial 1", "absent 1", "none: unmentioned", "open, 1 proposed", "0 of 3 known; partly in Town A; open: Town D"}},
		{cases.TableRecord{Kind: "challenge"}, "nb", "money",
			[]string{"delvis 1", "fraværende 1", "ingen: ikke nevnt", "åpen, 1 foreslått", "0 av 3 kjente; delvis i Town A; åpne: Town D"}},
		{cases.TableRecord{Kind: "challenge", Cases: []string{"d"}}, "en", "money",
			[]string{"open, 1 proposed", "none known; open: Town D"}},
		{cases.TableRecord{Kind: "challenge", Cases: []string{"c", "b"}}, "en", "money",
			[]string{"none: unmentioned", "absent 1", "0 of 2 known"}},
		{cases.TableRecord{Kind: "adaptation", Cell: "count"}, "en", "targets",
			[]string{"1", "1", "0", "unread (+1 proposed)", "2 of 3 known: Town A, Town B; open: Town D"}},
		{cases.TableRecord{Kind: "challenge", Cell: "count"}, "en", "money",
			[]string{"1 (1 qualified)", "1 (1 against)", "0", "unread (+1 proposed)", "0 of 3 known; partly in Town A; open: Town D"}},
		{cases.TableRecord{Kind: "adaptation", Cell: "quotes"}, "nb", "targets",
			[]string{"«We set targets every year.» (Town A, turn 2)", "«We set targets» (Town B, turn 2)", "ingen: ikke nevnt", "åpen, 1 foreslått", "2 av 3 kjente: Town A, Town B; åpne: Town D"}},
		{cases.TableRecord{Kind: "challenge", Cell: "quotes", Cases: []string{"b"}}, "en", "money",
			[]string{"“No, that was never a problem” (Town B, turn 4) [against]", "0 of 1 known"}},
		{cases.TableRecord{Kind: "adaptation", Cell: "list", Cases: []string{"a", "b"}}, "en", "targets",
			[]string{"yearly targets", "“We set targets”", "2 of 2 known: Town A, Town B"}},
		{cases.TableRecord{Kind: "adaptation", Cell: "list", Cases: []string{"a"}}, "en", "visits",
			[]string{"used", "1 of 1 known: Town A"}},
		{cases.TableRecord{Kind: "adaptation", Cell: "summary", Cases: []string{"a", "b"}}, "en", "targets",
			[]string{"They set them.\n\nEvery year.", "no summary written", "2 of 2 known: Town A, Town B"}},
		{cases.TableRecord{Under: "steering", Subcodes: true, Cases: []string{"a"}}, "en", "steering",
			[]string{"present 2", "1 of 1 known: Town A"}},
		{cases.TableRecord{Under: "steering", Cases: []string{"a"}}, "en", "steering",
			[]string{""}},
		{cases.TableRecord{Codes: []string{"steering"}, Cases: []string{"a"}}, "en", "steering",
			[]string{"present 2", "1 of 1 known: Town A"}},
	} {
		tb := build(t, s, c.record, Options{Language: c.language})
		if got := rowNamed(t, tb, c.row); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%+v: %q, want %q", c.record, got, c.want)
		}
	}
}

func TestMixedAndSetStatesPrintBothSides(t *testing.T) {
	f := towns().with("codings/ann/c.jsonl", read()+coded("money", "that was never a problem", "says", "against")+coded("money", "in the schools perhaps"))
	tb := build(t, f.open(t), cases.TableRecord{Kind: "challenge", Cases: []string{"c"}}, Options{})
	if got := rowNamed(t, tb, "money")[0]; got != "mixed: 1 for, 1 against" {
		t.Errorf("%q", got)
	}
	f = f.with("cases/c.yaml", "key: c\nlabel: Town C\nmembers:\n  - c.txt\nstates:\n  - code: money\n    state: present\n    because: it came later\n")
	tb = build(t, f.open(t), cases.TableRecord{Kind: "challenge", Cases: []string{"c"}}, Options{})
	if c := tb.Cells[0][0]; c.Text != "present 2 – set by a person: it came later (derived: mixed)" || c.Derived != "mixed" || c.Why != "it came later" || c.State != "present" {
		t.Errorf("%+v", c)
	}
}

func TestOpenCellShowsWhatIsKnownSoFar(t *testing.T) {
	f := towns().with("codings/ann/d.jsonl", coded("money", "in the schools perhaps")+coded("money", "that was never a problem", "says", "against"))
	tb := build(t, f.open(t), cases.TableRecord{Kind: "challenge", Cases: []string{"d"}}, Options{})
	if got := rowNamed(t, tb, "money"); !reflect.DeepEqual(got, []string{"open, 1 for, 1 against, 1 proposed", "none known; open: Town D"}) {
		t.Errorf("%q", got)
	}
}

func TestProposalsCountOnlyUnderABanner(t *testing.T) {
	s := towns().open(t)
	tb := build(t, s, cases.TableRecord{Kind: "challenge", Cell: "count"}, Options{})
	if tb.Banner != "" || len(tb.Cells[0][3].Evidence) != 0 || len(tb.Cells[0][3].Proposed) != 1 {
		t.Errorf("banner %q, cell %+v", tb.Banner, tb.Cells[0][3])
	}
	tb = build(t, s, cases.TableRecord{Kind: "challenge", Cell: "count"}, Options{Proposed: true})
	c := tb.Cells[0][3]
	if n, ok := c.Count(); tb.Banner == "" || !ok || n != 1 || c.Evidence[0].Status != "proposed" || len(c.Proposed) != 0 {
		t.Errorf("banner %q, cell %+v", tb.Banner, c)
	}
	if c.State != cases.StateOpen {
		t.Errorf("counting a proposal made the cell %s", c.State)
	}
}

func TestColumnsAreTheGroupsOfAnAttribute(t *testing.T) {
	tb := build(t, towns().open(t), cases.TableRecord{Kind: "challenge", By: "size"}, Options{})
	var labels []string
	for _, c := range tb.Columns {
		labels = append(labels, c.Key+" "+c.Label)
	}
	if !reflect.DeepEqual(labels, []string{"size=small Size: small", "size=large Size: large", "size=not recorded Size: not recorded"}) {
		t.Errorf("columns %q", labels)
	}
	if got := rowNamed(t, tb, "money"); !reflect.DeepEqual(got, []string{"partial 1", "absent 1", "open, 1 proposed", "0 of 2 known; partly in Size: small; open: Size: not recorded"}) {
		t.Errorf("%q", got)
	}
}

func TestRowsOfTheirOwnTree(t *testing.T) {
	r := cases.TableRecord{Cases: []string{"a"}, Rows: []cases.RowRecord{
		{Label: "How they steer", Rows: []cases.RowRecord{{Code: "targets", Label: "By targets"}, {Codes: []string{"targets", "visits"}, Label: "Either"}}},
		{Code: "targets"},
	}}
	tb := build(t, towns().open(t), r, Options{})
	var rows []string
	for i, l := range tb.Rows {
		rows = append(rows, strings.Repeat(">", l.Depth)+l.Label+": "+tb.Cells[i][0].Text)
	}
	if want := []string{"How they steer: ", ">By targets: present 1", ">Either: present 2", "Targets: present 1"}; !reflect.DeepEqual(rows, want) {
		t.Errorf("%q, want %q", rows, want)
	}
	if !tb.Rows[0].Head || tb.Rows[0].Note != "" {
		t.Errorf("a row that only heads others is %+v", tb.Rows[0])
	}
}

func TestTableThatCannotBeBuiltSaysWhy(t *testing.T) {
	s := towns().open(t)
	for _, c := range []struct {
		r    cases.TableRecord
		o    Options
		want string
	}{
		{cases.TableRecord{Kind: "nothing"}, Options{}, "kinds in use: adaptation, challenge"},
		{cases.TableRecord{Codes: []string{"target"}}, Options{}, `did you mean "targets"?`},
		{cases.TableRecord{Under: "x"}, Options{}, `code "x"`},
		{cases.TableRecord{Kind: "challenge", By: "colour"}, Options{}, `"colour" is not an attribute`},
		{cases.TableRecord{Kind: "challenge"}, Options{Cases: []string{"z"}}, `there is no case "z"`},
		{cases.TableRecord{Form: "items"}, Options{}, "one attribute over cases"},
		{cases.TableRecord{Form: "attributes", Attributes: []string{"x"}}, Options{}, `"x" is not an attribute`},
	} {
		if _, err := Build(s, &c.r, c.o); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.r, err, c.want)
		}
	}
}
