package compare

import (
	"reflect"
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/compare/table"
)

// shown builds the first table of a record for the towns.
func shown(t *testing.T, f files, r cases.TableRecord) *table.Table {
	t.Helper()
	tb, err := Build(f.open(t), &r, Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	return tb
}

func columnLabels(tb *table.Table) []string {
	var out []string
	for _, c := range tb.Columns {
		out = append(out, c.Label)
	}
	return out
}

func TestCasesInOrderMarkTiesAndLeaveTheUnknownLast(t *testing.T) {
	for _, c := range []struct {
		name string
		r    cases.TableRecord
		want []string
	}{
		{"a number, high to low", cases.TableRecord{OrderBy: "inhabitants"}, []string{"1. Town A", "2. Town B", "3. Town C", "Town D"}},
		{"low to high", cases.TableRecord{OrderBy: "inhabitants", Ascending: true}, []string{"1. Town C", "2. Town B", "3. Town A", "Town D"}},
		{"the order of the attribute's values, with a tie", cases.TableRecord{OrderBy: "size"}, []string{"1. Town B", "2= Town A", "2= Town C", "Town D"}},
		{"strength: present by one source each, then silent; open last", cases.TableRecord{OrderBy: "targets"}, []string{"1= Town A", "1= Town B", "3. Town C", "Town D"}},
		{"partial above none above absent", cases.TableRecord{OrderBy: "money"}, []string{"1. Town A", "2. Town C", "3. Town B", "Town D"}},
		{"within groups", cases.TableRecord{OrderBy: "inhabitants", Facet: "size"}, []string{"small · 1. Town A", "small · 2. Town C", "large · 1. Town B", "not known · Town D"}},
		{"groups alone", cases.TableRecord{Facet: "size"}, []string{"small · Town A", "small · Town C", "large · Town B", "not known · Town D"}},
	} {
		c.r.Form, c.r.Kind = "matrix", "challenge"
		if got := columnLabels(shown(t, towns(), c.r)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAttributeAndCodeOfOneName(t *testing.T) {
	f := towns().with("attributes.yaml", "format: 1\nattributes:\n  - {key: money, label: Budget, kind: number}\n", "cases/a.yaml", "key: a\nlabel: Town A\nmembers: [a.txt]\nvalues: {money: 3}\n",
		"cases/b.yaml", "key: b\nlabel: Town B\nmembers: [b.txt]\nvalues: {money: 5}\n", "cases/c.yaml", "key: c\nlabel: Town C\nmembers: [c.txt]\n", "cases/d.yaml", "key: d\nlabel: Town D\nmembers: [d.txt]\n")
	for name, want := range map[string]string{"money": "By: Budget (attribute)", "attribute:money": "By: Budget (attribute)", "code:money": "By: Money (code)"} {
		if got := shown(t, f, cases.TableRecord{Form: "matrix", Kind: "challenge", OrderBy: name}).Rows[0].Label; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// The towns by size: a and c small, b large. Targets: a and b have it, c is silent, d is open.
func TestContrastOfTheTowns(t *testing.T) {
	r := cases.TableRecord{Form: "contrast", Groups: []cases.GroupRecord{{Label: "with", Cases: []string{"a", "b"}}, {Label: "without", Cases: []string{"c", "d"}}}}
	tb := shown(t, towns(), r)
	if got := rowNamed(t, tb, "targets"); !reflect.DeepEqual(got, []string{"2 of 2 known: Town A, Town B", "0 of 1 known; open: Town D", "1 of 3"}) {
		t.Errorf("%q", got)
	}
	// once d, still unread, has a passage for it, the division is not clean any more
	f := towns().with("codings/ann/d.jsonl", coded("targets", "We set targets every year."))
	tb = shown(t, f, r)
	if got := rowNamed(t, tb, "targets"); !reflect.DeepEqual(got, []string{"2 of 2 known: Town A, Town B", "0 of 1 known; open: Town D (1 for)", ""}) {
		t.Errorf("%q", got)
	}
}

// 2 of the 4 cases have it: of the 6 ways to choose two of four, each half can be the pair, so 2 of 6; of
// 1 against 3, one of four.
func TestChanceByHand(t *testing.T) {
	for _, c := range []struct {
		known, has []int
		want       string
	}{
		{[]int{2, 2}, []int{2, 0}, "2 6"},
		{[]int{1, 3}, []int{1, 0}, "1 4"},
		{[]int{1, 3}, []int{0, 3}, "1 4"},
		{[]int{2, 1}, []int{2, 0}, "1 3"},
		{[]int{2, 2, 2}, []int{0, 2, 0}, "18 90"}, // 15 pairs, 1 of them right, for each of 3 groups 6 ways for the others
	} {
		ways, all := split{c.known, c.has}.chance()
		if got := ways.String() + " " + all.String(); got != c.want {
			t.Errorf("%v %v: %s, want %s", c.known, c.has, got, c.want)
		}
	}
}

// Outcome n: a 3, b 2, c 1. x: a 5, b 9, c 1 – of the pairs ab, ac, bc two lie the same way and one the
// other. y is alike in b and c: two the same way, none the other.
func TestWhatGoesWithTheOutcomeIsCountedOverPairs(t *testing.T) {
	f := towns().with("attributes.yaml", "format: 1\nattributes:\n  - {key: n, kind: number}\n  - {key: x, kind: number}\n  - {key: y, kind: number}\n",
		"cases/a.yaml", "key: a\nmembers: [a.txt]\nvalues: {n: 3, x: 5, y: 2}\n", "cases/b.yaml", "key: b\nmembers: [b.txt]\nvalues: {n: 2, x: 9, y: 1}\n",
		"cases/c.yaml", "key: c\nmembers: [c.txt]\nvalues: {n: 1, x: 1, y: 1}\n", "cases/d.yaml", "key: d\nmembers: [d.txt]\nvalues: {x: 100}\n")
	tb := shown(t, f, cases.TableRecord{Form: "effects", Outcome: "n", Kind: "challenge"})
	got := map[string]string{}
	for j, c := range tb.Columns {
		got[c.Key] = tb.Cells[len(tb.Cells)-1][j].Text
	}
	// money: a partial, b absent, c none – lacking in b and c
	want := map[string]string{"n": "", "y": "same way 2, other way 0, of 3 pairs (known cases: 3)", "x": "same way 2, other way 1, of 3 pairs (known cases: 3)", "money": "same way 2, other way 0, of 3 pairs (known cases: 3)"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q\nwant %q", got, want)
	}
	if tb.Columns[len(tb.Columns)-1].Key != "x" {
		t.Errorf("what goes with the outcome least does not stand last: %q", columnLabels(tb))
	}
}

// a, b and c are known on steering (none has it), targets (a and b have it), visits (a has it) and money (a has
// it). Of what either has: a–b share 1 of 3, a–c 0 of 3, b–c 0 of 1. In size and number of inhabitants: a–c are both small and
// lie 57,600 of 57,600 apart.
func TestPairsByHand(t *testing.T) {
	r := cases.TableRecord{Form: "pairs", Cases: []string{"a", "b", "c"}, Attributes: []string{"size", "inhabitants"}}
	tb := shown(t, towns(), r)
	if got := rowNamed(t, tb, "a+b"); got[1] != "0.0048 (2 attributes)" || got[2] != "0.3333 (1 of 3)" || !strings.HasPrefix(got[3], "1:\nTargets") || !strings.HasPrefix(got[4], "2:\nVisits: Town A present, Town B none\nMoney: Town A partial, Town B absent") {
		t.Errorf("%q", got)
	}
	if got := rowNamed(t, tb, "a+c"); got[1] != "0.5 (2 attributes)" || got[2] != "0 (0 of 3)" {
		t.Errorf("%q", got)
	}
	if got := rowNamed(t, tb, "b+c"); got[1] != "0.4952 (2 attributes)" || got[2] != "0 (0 of 1)" {
		t.Errorf("%q", got)
	}
	// by attributes a–c, b–c, a–b; by themes a–b, then the two others alike: places 0, ½, 1 and 0, ¾, ¾
	if got := []string{tb.Rows[0].Key, tb.Cells[0][0].Text}; !reflect.DeepEqual(got, []string{"a+b", "1: unlike in attributes, alike in what is said"}) {
		t.Errorf("%q", got)
	}
	if got := rowNamed(t, tb, "a+c")[0]; got != "0.75: alike in attributes, unlike in what is said" {
		t.Errorf("%q", got)
	}
}

func TestRolesHoldOnlyTheirOwnWords(t *testing.T) {
	f := towns().with("documents/a.txt", interview+"\nOlav: We set targets in theory.\n", "documents/a.yaml", "kind: interview\n"+speakers+"  - label: Olav\n    name: Mayor\n    role: informant\n",
		"codings/ann/a.jsonl", read()+coded("targets", "We set targets in theory"))
	delete(f, "codings/bo/a.jsonl")
	tb := shown(t, f, cases.TableRecord{Form: "matrix", Codes: []string{"targets"}, Stack: "role", Cases: []string{"a", "b"}, Cell: "state"})
	if got := rowNamed(t, tb, "mayor/targets"); !reflect.DeepEqual(got, []string{"present 1", "nobody in this role was heard", "1 of 1 known: Town A; not known: Town B"}) {
		t.Errorf("%q", got)
	}
	if got := rowNamed(t, tb, "eva/targets"); !reflect.DeepEqual(got, []string{"none: unmentioned", "present 1 (rests on hearsay or inference)", "1 of 2 known: Town B"}) {
		t.Errorf("%q", got)
	}
}

func TestWhatIsNotAskedIsNotKnown(t *testing.T) {
	f := towns().with("guide.yaml", "format: 1\nthemes:\n  - key: all\n    questions:\n      - {key: q1, ask: How do you steer}\n      - {key: q9, ask: Do you have money}\n",
		"codebook.yaml", book+"    questions: [q9]\n", "codings/ann/c.jsonl", "{\"read\": \"steering targets visits money\"}\n{\"coverage\": \"closed\"}\n")
	for name := range f {
		if strings.HasPrefix(name, "codings/") && name != "codings/ann/c.jsonl" {
			delete(f, name)
		}
	}
	tb := shown(t, f, cases.TableRecord{Form: "codes", Kind: "challenge", Cell: "state"})
	if got := rowNamed(t, tb, "money"); got[2] != "none: not asked" || got[4] != "none known; open: Town A, Town B, Town D; not known: Town C" {
		t.Errorf("%q", got)
	}
}

func TestMergedRowsSayWhy(t *testing.T) {
	f := towns().with("aliases.yaml", "format: 1\naliases:\n  - {code: targets, also: [visits], because: both look outwards}\n  - {name: goals, also: [yearly targets], of: targets, because: one word here}\n")
	tb := shown(t, f, cases.TableRecord{Form: "contents", Kind: "adaptation", Cases: []string{"a"}})
	if got := rowNamed(t, tb, "targets/1"); tb.Rows[2].Label != "goals" || got[2] != "1" {
		t.Errorf("%q %+v", got, tb.Rows)
	}
	if len(tb.Notes) < 2 || tb.Notes[0] != "Targets also stands for Visits: both look outwards" || tb.Notes[1] != "goals also stands for yearly targets: one word here" {
		t.Errorf("%q", tb.Notes)
	}
	raw := shown(t, f, cases.TableRecord{Form: "contents", Kind: "adaptation", Cases: []string{"a"}, Raw: true})
	if len(raw.Rows) != 5 || raw.Rows[2].Label != "yearly targets" {
		t.Errorf("%+v", raw.Rows)
	}
}
