package compare

import (
	"reflect"
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/corpus"
)

func TestAttributesTableClosesItsNumbers(t *testing.T) {
	s := towns().open(t)
	for _, c := range []struct {
		close string
		want  []string
	}{
		{"mean", []string{"", "20,083.5 (not recorded: Town D)", "", "42 min", "", ""}},
		{"sum", []string{"", "60,250.5 (not recorded: Town D)", "", "2 hours 46 min", "", ""}},
		{"range", []string{"", "700 – 58,300 (not recorded: Town D)", "", "40 min – 43 min", "", ""}},
	} {
		tb := build(t, s, cases.TableRecord{Form: "attributes", Close: c.close}, Options{})
		if got := rowNamed(t, tb, c.close); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, want %q", c.close, got, c.want)
		}
		if n := len(tb.Cells[4][1].Evidence); n != 3 {
			t.Errorf("%s cites %d values, want the three it is made of", c.close, n)
		}
	}
	tb := build(t, s, cases.TableRecord{Form: "attributes"}, Options{Language: "nb"})
	if got := rowNamed(t, tb, "a"); !reflect.DeepEqual(got, []string{"small", "58\u00a0300", "10.02.2016", "40 min", "visits\nsurveys", "first\nsecond\nthird"}) {
		t.Errorf("%q", got)
	}
	if got := rowNamed(t, tb, "d"); got[0] != "ikke registrert" || got[1] != "they would not say" {
		t.Errorf("%q", got)
	}
	if len(tb.Rows) != 4 {
		t.Errorf("%d rows without a closing one", len(tb.Rows))
	}
}

func TestMeanIsRoundedToTwoDecimals(t *testing.T) {
	f := towns().with("cases/b.yaml", "key: b\nlabel: Town B\nvalues:\n  inhabitants: 1\n", "cases/c.yaml", "key: c\nlabel: Town C\nvalues:\n  inhabitants: 1\n")
	tb := build(t, f.open(t), cases.TableRecord{Form: "attributes", Attributes: []string{"inhabitants"}, Close: "mean", Cases: []string{"a", "b", "c"}}, Options{})
	if got := rowNamed(t, tb, "mean")[0]; got != "19,434" {
		t.Errorf("%q", got)
	}
	f = f.with("cases/c.yaml", "key: c\nlabel: Town C\nvalues:\n  inhabitants: 0\n")
	tb = build(t, f.open(t), cases.TableRecord{Form: "attributes", Attributes: []string{"inhabitants"}, Close: "mean", Cases: []string{"a", "b", "c"}}, Options{Language: "nb"})
	if got := rowNamed(t, tb, "mean")[0]; got != "19\u00a0433,67" {
		t.Errorf("%q", got)
	}
}

func TestValuesCiteWhatTheyRestOn(t *testing.T) {
	s := towns().open(t)
	tb := build(t, s, cases.TableRecord{Form: "attributes"}, Options{})
	a := tb.Cells[0]
	for _, c := range []struct{ what, got, want string }{
		{"a value without a reason cites its line", a[0].Evidence[0].Source, "cases/a.yaml:6"},
		{"a value from outside cites its source", a[1].Evidence[0].Source, "Statistics 2015"},
		{"a value from the interview cites the sidecar", a[2].Evidence[0].Source, "documents/a.yaml:8"},
		{"a value from the text cites the passage", a[4].Evidence[0].Passage, "a.txt:56-76"},
		{"with its words", a[4].Evidence[0].Quote, "We visit other towns"},
		{"the next item cites its own line", a[4].Evidence[1].Source, "cases/a.yaml:16"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
}

func TestItemsStandSideBySide(t *testing.T) {
	s := towns().open(t)
	tb := build(t, s, cases.TableRecord{Form: "items", Attributes: []string{"methods"}}, Options{})
	if got := rowNamed(t, tb, "1"); !reflect.DeepEqual(got, []string{"visits", "visits", "not recorded", "not recorded"}) {
		t.Errorf("%q", got)
	}
	if got := rowNamed(t, tb, "2"); !reflect.DeepEqual(got, []string{"surveys", "", "", ""}) {
		t.Errorf("%q", got)
	}
	tb = build(t, s, cases.TableRecord{Form: "items", Case: "a", Attributes: []string{"methods", "ends"}}, Options{})
	if len(tb.Columns) != 2 || tb.Columns[1].Label != "Ends" {
		t.Errorf("columns %+v", tb.Columns)
	}
	if got := rowNamed(t, tb, "3"); !reflect.DeepEqual(got, []string{"", "third"}) {
		t.Errorf("%q", got)
	}
	if tb.Cells[0][0].Evidence[0].Passage != "a.txt:56-76" {
		t.Errorf("the item does not cite its passage: %+v", tb.Cells[0][0].Evidence)
	}
}

func TestOutlineGathersThePassagesOfAllCases(t *testing.T) {
	tb := build(t, towns().open(t), cases.TableRecord{Form: "outline", Kind: "adaptation"}, Options{})
	if got := rowNamed(t, tb, "targets"); !reflect.DeepEqual(got, []string{"2 (+1 proposed)", "2 of 3 known: Town A, Town B; open: Town D"}) {
		t.Errorf("%q", got)
	}
	i := 1 // targets
	if c := tb.Cells[i][0]; len(c.Evidence) != 2 || c.Evidence[0].Case != "a" || c.Evidence[1].Case != "b" {
		t.Errorf("%+v", c.Evidence)
	}
}

func TestOutlineIsZeroOnlyIfEveryCaseIs(t *testing.T) {
	f := towns()
	with := book + "  - key: rewards\n    kind: adaptation\n"
	for file, data := range f {
		f[file] = strings.ReplaceAll(data, corpus.Digest([]byte(book)), corpus.Digest([]byte(with)))
	}
	s := f.with("codebook.yaml", with).open(t)
	for _, c := range []struct {
		cases []string
		want  string
	}{
		{[]string{"a", "b", "c"}, "0"},
		{[]string{"a", "b", "c", "d"}, "unread"},
		{[]string{"d"}, "unread"},
	} {
		tb := build(t, s, cases.TableRecord{Form: "outline", Codes: []string{"rewards"}, Cases: c.cases}, Options{})
		cell := tb.Cells[0][0]
		if _, ok := cell.Count(); cell.Text != c.want || ok != (c.want == "0") {
			t.Errorf("%v: %q, %+v; want %q", c.cases, cell.Text, cell, c.want)
		}
	}
}

func TestGuideCoverageCitesTheQuestions(t *testing.T) {
	tb, err := GuideCoverage(towns().open(t), Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if got := rowNamed(t, tb, "q1"); !reflect.DeepEqual(got, []string{"answered", "not asked", "not found", "not found"}) {
		t.Errorf("%q", got)
	}
	if e := tb.Cells[0][0].Evidence; len(e) != 1 || e[0].Passage != "a.txt:5-22" || e[0].Quote != "How do you steer?" || e[0].Status != "reviewed" {
		t.Errorf("%+v", e)
	}
	if tb.Columns[0].Label != "Talk in A" || tb.Columns[2].Label != "Talk in C *" || len(tb.Notes) != 2 {
		t.Errorf("columns %+v, notes %q", tb.Columns, tb.Notes)
	}
}

func TestNamesAndReadyMadeTables(t *testing.T) {
	s := towns().with("tables/challenges.yaml", "title: Mine\nkind: challenge\n", "tables/size.yaml", "title: By size\nkind: challenge\nby: size\n").open(t)
	if got := Names(s); !reflect.DeepEqual(got, []string{"adaptations", "challenges", "context", "effects", "size", "success-factors"}) {
		t.Errorf("%q", got)
	}
	if got := Buildable(s); !reflect.DeepEqual(got, []string{"adaptations", "challenges", "size"}) {
		t.Errorf("%q", got)
	}
	if r, err := Record(s, "challenges", Options{}); err != nil || r.Title != "Mine" {
		t.Errorf("%+v, %v", r, err)
	}
	if r, err := Record(s, "adaptations", Options{Language: "nb"}); err != nil || r.Title != "Tilpasninger" {
		t.Errorf("%+v, %v", r, err)
	}
	if _, err := Record(s, "challanges", Options{}); err == nil {
		t.Error("a table that is not there was found")
	}
}
