package compare

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// inventedDated is a study by chance with all that displays show beside: a guide with research questions,
// dates, values and notes of codings, dates of cases, lists that are whole or not, summaries, aliases.
func inventedDated(r *rand.Rand) files {
	f := invented(r)
	f["crosscase.yaml"] += "research-questions: [{key: rq1, ask: How}, {key: rq2, ask: Why}]\n"
	f["guide.yaml"] = "format: 1\nthemes:\n  - key: all\n    questions:\n      - {key: q1, ask: How do you steer, answers: [rq1, rq2]}\n      - {key: q2, ask: And money, answers: [rq2]}\n"
	f["codebook.yaml"] = strings.Replace(strings.Replace(book, "label: Money\n", "label: Money\n    questions: [q2]\n    values: [known, dropped]\n", 1), "label: Targets\n", "label: Targets\n        questions: [q1]\n        sources: [plan]\n", 1)
	f["attributes.yaml"] += "  - key: began\n    kind: date\n  - key: chain\n    kind: ranked\n    complete: true\n  - key: text\n    kind: text\n"
	f["aliases.yaml"] = "format: 1\naliases:\n  - {name: one, also: [uno], because: same word}\n  - {code: targets, also: [visits], because: the same in this study}\n"
	for _, name := range sortedNames(f) {
		data := f[name]
		switch {
		case strings.HasPrefix(name, "codings/"):
			data = strings.ReplaceAll(data, corpus.Digest([]byte(book)), corpus.Digest([]byte(f["codebook.yaml"])))
			lines := strings.SplitAfter(data, "\n")
			for i, l := range lines {
				if !strings.HasPrefix(l, `{"code"`) || strings.HasPrefix(name, "codings/rules/") {
					continue
				}
				more := ""
				if r.IntN(2) == 0 {
					more += fmt.Sprintf(`"when": %q, `, []string{"2006", "2006/2013", "2014-12", "2003; 2012", "i fjor"}[r.IntN(5)])
				}
				if r.IntN(2) == 0 {
					more += fmt.Sprintf(`"note": %q, `, []string{"one", "uno", "a note", "another note"}[r.IntN(4)])
				}
				if strings.Contains(l, `"money"`) && r.IntN(2) == 0 {
					more += fmt.Sprintf(`"value": %q, `, []string{"known", "dropped"}[r.IntN(2)])
				}
				lines[i] = strings.Replace(l, `{"code"`, "{"+more+`"code"`, 1)
			}
			f[name] = strings.Join(lines, "")
		case strings.HasPrefix(name, "cases/"):
			values := ""
			if r.IntN(3) > 0 {
				values += fmt.Sprintf("  began: %d\n", 2000+r.IntN(3))
			}
			if r.IntN(3) > 0 {
				values += "  chain: [" + strings.Join([]string{"top", "middle", "uno", "end"}[r.IntN(3):], ", ") + "]\n"
			}
			if r.IntN(3) > 0 {
				values += fmt.Sprintf("  text: %s\n", []string{"x", "y"}[r.IntN(2)])
			}
			f[name] = strings.Replace(data, "values:\n", "values:\n"+values, 1)
			key := strings.TrimSuffix(strings.TrimPrefix(name, "cases/"), ".yaml")
			if r.IntN(2) == 0 {
				f["summaries/"+key+".md"] = "## money\n\nIn short [" + key + "0.txt:0-3]: it costs.\n\n## targets\n\n«nobody said this» is set.\n"
			}
		}
	}
	return f
}

func sortedNames(f files) []string {
	var out []string
	for name := range f {
		out = append(out, name)
	}
	sort.Strings(out)
	return out
}

// displayRecords are records of every display, in many of its ways.
func displayRecords(s *cases.Study) []cases.TableRecord {
	out := []cases.TableRecord{
		{Form: "matrix"}, {Form: "matrix", Raw: true}, {Form: "matrix", Stack: "case", GroupBy: "kind"}, {Form: "matrix", Stack: "row"}, {Form: "matrix", Stack: "role"},
		{Form: "matrix", GroupBy: "rq", OrderBy: "began"}, {Form: "matrix", GroupBy: "parent", OrderBy: "money", Facet: "size"}, {Form: "matrix", OrderBy: "n", Ascending: true, Cell: "count"},
		{Form: "matrix", Transpose: true, Cell: "count"}, {Form: "matrix", By: "size", Cell: "count"}, {Form: "matrix", OrderBy: "text", Facet: "code:targets"},
		{Form: "contents"}, {Form: "contents", Raw: true, Subcodes: true, Kind: "adaptation"},
		{Form: "crosstab", X: "size", Y: "money"}, {Form: "crosstab", X: "things", Y: "began"}, {Form: "crosstab", X: "targets", Y: "money"},
		{Form: "effects", Outcome: "money"}, {Form: "effects", Outcome: "n"}, {Form: "effects", Outcome: "money", Top: 1, Consequences: []string{"targets", "size"}},
		{Form: "timeline"}, {Form: "timeline", Periods: []cases.Period{{Label: "early", From: "2000", To: "2006-06"}, {From: "2006-07", To: "2020"}}},
		{Form: "checklist"}, {Form: "checklist", GroupBy: "rq", Raw: true},
		{Form: "lists", Attributes: []string{"things"}}, {Form: "lists", Attributes: []string{"chain"}, OrderBy: "size"},
		{Form: "chains", Attributes: []string{"chain"}}, {Form: "chains", Attributes: []string{"chain"}, Slots: []cases.NameRecord{{Label: "Top", Names: []string{"middle"}}, {Label: "End"}}},
		{Form: "values"}, {Form: "values", Codes: []string{"money", "targets"}, Raw: true},
		{Form: "quotes"}, {Form: "quotes", By: "size"}, {Form: "quotes", GroupBy: "question", OrderBy: "money"}, {Form: "quotes", GroupBy: "kind", Transpose: true}, {Form: "matrix", GroupBy: "question", Cell: "count"},
		{Form: "chart"}, {Form: "chart", Transpose: true, Kind: "challenge"},
	}
	if len(s.Cases) > 1 {
		out = append(out, cases.TableRecord{Form: "pairs"}, cases.TableRecord{Form: "pairs", Sheets: true, Raw: true}, cases.TableRecord{Form: "contrast", Cases: s.CaseKeys()})
	}
	if len(s.Cases) > 2 {
		out = append(out, cases.TableRecord{Form: "pairs", Triads: true}, cases.TableRecord{Form: "contrast", Groups: []cases.GroupRecord{{Cases: s.CaseKeys()[:1]}, {Label: "rest", Cases: s.CaseKeys()[1:]}}})
	}
	for _, d := range s.Documents {
		if !d.Interview() {
			return append(out, cases.TableRecord{Form: "protocol"}, cases.TableRecord{Form: "protocol", Kind: "challenge", Raw: true})
		}
	}
	return out
}

func TestEveryNumberOfEveryDisplayIsItsEvidence(t *testing.T) {
	forms, contrasts := map[string]bool{}, 0
	for seed := range uint64(30) {
		s := inventedDated(rand.New(rand.NewPCG(seed, 3))).open(t)
		o := Options{Language: "en", Shared: &Shared{}}
		for _, r := range displayRecords(s) {
			for _, o.Proposed = range []bool{false, true} {
				o.Shared = &Shared{}
				ts, err := Tables(s, &r, o)
				if err != nil {
					t.Fatalf("seed %d, %+v: %v", seed, r, err)
				}
				forms[r.Form] = true
				for _, tb := range ts {
					where := fmt.Sprintf("seed %d, %+v, %s", seed, r, tb.Name)
					checkDisplay(t, s, tb, where)
					checkJSON(t, tb)
				}
				switch r.Form {
				case "crosstab":
					checkTotals(t, s, ts[0], r)
				case "checklist":
					checkSigns(t, ts[0])
				case "lists":
					checkItems(t, ts[0])
				case "contents":
					checkContents(t, ts[0])
				case "pairs":
					checkPairs(t, s, ts[0], r, o)
				case "contrast":
					contrasts += len(ts[0].Rows)
					checkContrast(t, s, ts[0], r, o)
				}
			}
		}
	}
	for _, f := range Forms() {
		if f.Verb && !forms[f.Name] {
			t.Errorf("no record of the form %s was built", f.Name)
		}
		if _, claims := claimForms[f.Name]; !f.Verb && !claims && !slices.Contains([]string{"codes", "attributes", "items", "outline"}, f.Name) {
			t.Errorf("the form %s is in no test of its numbers; put it into displayRecords, or beside codes and outline in property_test.go", f.Name)
		}
	}
	if contrasts < 25 {
		t.Errorf("only %d rows of contrasts; the test sees too little", contrasts)
	}
}

// checkDisplay holds every cell against its evidence and the texts.
func checkDisplay(t *testing.T, s *cases.Study, tb *table.Table, where string) {
	t.Helper()
	keys := map[string]bool{}
	for i, row := range tb.Cells {
		if keys[tb.Rows[i].Key] && !strings.Contains(where, "rq") && !strings.Contains(where, "GroupBy:question") {
			t.Errorf("%s: the key %q stands twice", where, tb.Rows[i].Key)
		}
		keys[tb.Rows[i].Key] = true
		for j := range row {
			c := &row[j]
			at := fmt.Sprintf("%s, row %s, column %s", where, tb.Rows[i].Key, tb.Columns[j].Key)
			if n, ok := c.Count(); ok {
				if n != len(c.Evidence) {
					t.Errorf("%s: the count is %d of %d passages", at, n, len(c.Evidence))
				}
				if typed := firstNumber(strings.Split(c.Text, "(+")[0]); typed >= 0 && c.State == "" && typed != n {
					t.Errorf("%s: prints %q with %d passages", at, c.Text, n)
				}
			}
			for _, key := range c.Cases {
				if s.Case(key) == nil || !slices.ContainsFunc(c.Evidence, func(e table.Evidence) bool { return e.Case == key }) {
					t.Errorf("%s: names %q without evidence", at, key)
				}
			}
			if c.Missing != "" && len(c.Evidence) > 0 && c.State == "" {
				t.Errorf("%s: missing (%s) and %d pieces of evidence", at, c.Missing, len(c.Evidence))
			}
			for _, e := range append(slices.Clone(c.Evidence), c.Proposed...) {
				if e.Passage == "" {
					continue
				}
				p, err := corpus.ParsePassage(e.Passage)
				if err != nil {
					t.Errorf("%s: %v", at, err)
					continue
				}
				if text, err := s.Text(p.Document); err != nil || text.Text.Slice(p.Span) != e.Quote || e.Quote == "" {
					t.Errorf("%s: at %s does not stand %q", at, e.Passage, e.Quote)
				}
			}
		}
	}
}

var number = regexp.MustCompile(`\d+`)

// firstNumber returns the first number of a text, -1 if there is none.
func firstNumber(s string) int {
	n, err := strconv.Atoi(number.FindString(s))
	if err != nil {
		return -1
	}
	return n
}

// checkTotals holds a crosstab's totals against its cells and the cases.
func checkTotals(t *testing.T, s *cases.Study, tb *table.Table, r cases.TableRecord) {
	t.Helper()
	last, all := len(tb.Rows)-1, len(tb.Columns)-1
	several := len(tb.Notes) > 0
	for i := range tb.Rows {
		sum, union := 0, map[string]bool{}
		for j := range all {
			sum += len(tb.Cells[i][j].Cases)
			for _, c := range tb.Cells[i][j].Cases {
				union[c] = true
			}
		}
		total := &tb.Cells[i][all]
		if len(union) != len(total.Cases) || !several && sum != len(union) || len(union) > 0 && firstNumber(total.Text) != len(union) {
			t.Errorf("%+v, row %s: cells hold %d (%d different), the total prints %q of %d", r, tb.Rows[i].Key, sum, len(union), total.Text, len(total.Cases))
		}
	}
	for j := range tb.Columns {
		union := map[string]bool{}
		for i := range last {
			for _, c := range tb.Cells[i][j].Cases {
				union[c] = true
			}
		}
		if len(union) != len(tb.Cells[last][j].Cases) {
			t.Errorf("%+v, column %s: %d, the total is %d", r, tb.Columns[j].Key, len(union), len(tb.Cells[last][j].Cases))
		}
	}
	if got := len(tb.Cells[last][all].Cases); got != len(s.Cases) {
		t.Errorf("%+v: %d of %d cases", r, got, len(s.Cases))
	}
}

// checkSigns holds the numbers of a checklist against the documents of the evidence, and its last
// row against the signs above.
func checkSigns(t *testing.T, tb *table.Table) {
	t.Helper()
	last := len(tb.Rows) - 1
	for j := range tb.Columns {
		has, known := 0, 0
		seen := map[string]bool{}
		for i := range last {
			c := &tb.Cells[i][j]
			if c.State == "" || seen[tb.Rows[i].Key] {
				continue
			}
			seen[tb.Rows[i].Key] = true
			documents := map[string]bool{}
			for _, e := range c.Evidence {
				if e.Says != string(coding.Against) {
					documents[strings.Split(e.Passage, ":")[0]] = true
				}
			}
			if n := firstNumber(strings.Split(c.Text, "(")[0]); n >= 0 && n != len(documents) || n < 0 && len(documents) > 0 {
				t.Errorf("%q with %d documents", c.Text, len(documents))
			}
			switch {
			case strings.HasPrefix(c.Text, "●"):
				has++
				known++
			case strings.ContainsAny(c.Text, "◐±"):
				known++
			case strings.HasPrefix(c.Text, "○") || c.Text == "–":
				known++
			}
		}
		if want := fmt.Sprintf("%d of %d", has, known); !strings.HasPrefix(tb.Cells[last][j].Text, want) {
			t.Errorf("the last row says %q, the signs %q", tb.Cells[last][j].Text, want)
		}
	}
}

// checkItems holds the last row of a table of lists against the items above.
func checkItems(t *testing.T, tb *table.Table) {
	t.Helper()
	last := len(tb.Rows) - 1
	for j := range tb.Columns {
		n := 0
		for i := range last {
			if len(tb.Cells[i][j].Cases) > 0 {
				n++
			}
		}
		if got := firstNumber(tb.Cells[last][j].Text); tb.Cells[last][j].Missing == "" && got != n {
			t.Errorf("the last row says %q of %d items", tb.Cells[last][j].Text, n)
		}
	}
}

// checkContents holds the passages of a row against those of the contents below it, and the cases
// against the passages.
func checkContents(t *testing.T, tb *table.Table) {
	t.Helper()
	for i := range tb.Rows {
		which, of := &tb.Cells[i][0], &tb.Cells[i][1]
		in := map[string]bool{}
		for _, e := range which.Evidence {
			in[e.Case] = true
		}
		if len(in) != len(which.Cases) {
			t.Errorf("%s names %d cases, its passages are of %d", tb.Rows[i].Key, len(which.Cases), len(in))
		}
		if n := firstNumber(of.Text); n > len(which.Cases) {
			t.Errorf("%s says %q of %d cases", tb.Rows[i].Key, of.Text, len(which.Cases))
		}
		if strings.Contains(tb.Rows[i].Key, "/") {
			continue
		}
		below := map[string]bool{}
		for k := i + 1; k < len(tb.Rows) && strings.HasPrefix(tb.Rows[k].Key, tb.Rows[i].Key+"/"); k++ {
			for _, e := range tb.Cells[k][2].Evidence {
				below[e.Passage+e.Says] = true
			}
		}
		all := map[string]bool{}
		for _, e := range tb.Cells[i][2].Evidence {
			all[e.Passage+e.Says] = true
		}
		if len(below) != len(all) {
			t.Errorf("%s: %d passages, those below are %d", tb.Rows[i].Key, len(all), len(below))
		}
	}
}

// checkPairs counts again, in another way, what cases share.
func checkPairs(t *testing.T, s *cases.Study, tb *table.Table, r cases.TableRecord, o Options) {
	t.Helper()
	for i, row := range tb.Rows {
		keys := strings.Split(row.Key, "+")
		want := map[string]int{}
		for _, codes := range [][]string{{"steering"}, {"targets", "visits"}, {"money"}} {
			for _, group := range grouped(codes, r.Raw) {
				known, has := 0, 0
				for _, key := range keys {
					var parts []cases.Standing
					for _, code := range group {
						parts = append(parts, s.Standing(s.Case(key), s.Codebook.Code(code), false))
					}
					st := cases.Join(parts)
					if o.Proposed {
						st.CountProposed()
					}
					switch {
					case !st.Known():
					case st.State == "present" || st.State == "partial" || st.State == "mixed":
						has++
						known++
					default:
						known++
					}
				}
				switch {
				case known == 0:
				case known == len(keys) && has == 0:
					want["neither"]++
				case known < len(keys):
					want["one"]++
				case has == len(keys):
					want["shared"]++
				default:
					want["differs"]++
				}
			}
		}
		for j, name := range []string{3: "shared", 4: "differs", 5: "one", 6: "neither"} {
			if name == "" {
				continue
			}
			c := &tb.Cells[i][j]
			if got := firstNumber(c.Printed()); got != want[name] || got > 0 && len(c.Items) != got+1 {
				t.Errorf("%s, %s: %q, want %d", row.Key, name, c.Printed(), want[name])
			}
		}
	}
}

func grouped(codes []string, raw bool) [][]string {
	if !raw {
		return [][]string{codes}
	}
	var out [][]string
	for _, c := range codes {
		out = append(out, []string{c})
	}
	return out
}

// checkContrast holds the groups of a contrast against the standings, and the counted chances against
// going through all divisions.
func checkContrast(t *testing.T, s *cases.Study, tb *table.Table, r cases.TableRecord, o Options) {
	t.Helper()
	groups := make([][]string, 0, len(r.Groups))
	for _, g := range r.Groups {
		groups = append(groups, g.Cases)
	}
	for _, key := range r.Cases {
		groups = append(groups, []string{key})
	}
	for i, row := range tb.Rows {
		if row.Head {
			continue
		}
		codes := []string{row.Key}
		if row.Key == "targets" {
			codes = []string{"targets", "visits"}
		}
		for g, group := range groups {
			known, has := 0, 0
			for _, key := range group {
				var parts []cases.Standing
				for _, code := range codes {
					parts = append(parts, s.Standing(s.Case(key), s.Codebook.Code(code), false))
				}
				st := cases.Join(parts)
				if o.Proposed {
					st.CountProposed()
				}
				if st.Known() {
					known++
					if st.Has() {
						has++
					}
				}
			}
			want := fmt.Sprintf("%d of %d known", has, known)
			if known == 0 {
				want = "none known"
			}
			if !strings.HasPrefix(tb.Cells[i][g].Text, want) || len(tb.Cells[i][g].Cases) != known {
				t.Errorf("%+v, %s, group %d: %q, want %q", r, row.Key, g, tb.Cells[i][g].Text, want)
			}
		}
	}
}

func TestChanceIsCountedExactly(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	for range 300 {
		groups := 2 + r.IntN(2)
		sp := split{make([]int, groups), make([]int, groups)}
		var has uint64
		var group []int
		for g := range groups {
			sp.known[g] = 1 + r.IntN(3)
			for range sp.known[g] {
				if r.IntN(2) == 0 {
					sp.has[g]++
					has |= 1 << len(group)
				}
				group = append(group, g)
			}
		}
		known := uint64(1)<<len(group) - 1
		ways, all := sp.chance()
		n, clean := 0, 0
		divisions(group, groups, func(masks []uint64) {
			n++
			if cleanMasks(masks, has, known) {
				clean++
			}
		})
		if ways.Int64() != int64(clean) || all.Int64() != int64(n) {
			t.Errorf("%+v: %v of %v, going through them %d of %d", sp, ways, all, clean, n)
		}
	}
}

// divisions goes through all ways to divide cases into groups of the same sizes, by going
// through all assignments and keeping those of the sizes.
func divisions(group []int, groups int, visit func([]uint64)) {
	want := make([]int, groups)
	for _, g := range group {
		want[g]++
	}
	total := 1
	for range group {
		total *= groups
	}
	for x := range total {
		sizes, masks := make([]int, groups), make([]uint64, groups)
		for c, rest := 0, x; c < len(group); c, rest = c+1, rest/groups {
			sizes[rest%groups]++
			masks[rest%groups] |= 1 << c
		}
		if slices.Equal(sizes, want) {
			visit(masks)
		}
	}
}

var (
	caseName     = map[string]string{"a": "qw", "b": "qk", "c": "qz", "d": "qx"}
	documentName = regexp.MustCompile(`\b([abcd])([0-9])(\.txt|\.yaml|\.jsonl|\b)`)
	caseWord     = regexp.MustCompile(`\b(key: |cases/|summaries/)([abcd])\b`)
)

// renamed is a study with other names for its cases and documents, which stand in another order.
func renamed(f files) files {
	out := files{}
	change := func(s string) string {
		s = documentName.ReplaceAllStringFunc(s, func(m string) string { return caseName[m[:1]] + string('9'-(m[1]-'0')) + m[2:] })
		return caseWord.ReplaceAllStringFunc(s, func(m string) string { return m[:len(m)-1] + caseName[m[len(m)-1:]] })
	}
	for name, data := range f {
		if !strings.HasPrefix(name, "documents/") || strings.HasSuffix(name, ".yaml") {
			data = change(data)
		}
		out[change(name)] = data
	}
	return out
}

// sorted returns what a table says as a list that does not know the order of its rows, columns
// and words, with the names of the first study.
func sorted(tb *table.Table, back map[string]string) []string {
	word := func(s string) string {
		s = regexp.MustCompile(`\bq[wkzx][0-9]\b`).ReplaceAllStringFunc(s, func(m string) string {
			if back == nil {
				return m
			}
			return back[m[:2]] + string('9'-(m[2]-'0'))
		})
		s = regexp.MustCompile(`\bq[wkzx]\b`).ReplaceAllStringFunc(s, func(m string) string {
			if back == nil {
				return m
			}
			return back[m]
		})
		words := regexp.MustCompile(`[\s,;:+.()]+`).Split(s, -1)
		sort.Strings(words)
		return strings.TrimSpace(strings.Join(words, " "))
	}
	var out []string
	for i, row := range tb.Cells {
		for j := range row {
			c := &row[j]
			var evidence []string
			for _, e := range c.Evidence {
				evidence = append(evidence, word(e.Case+" "+e.Passage+" "+e.Says+" "+e.Source))
			}
			sort.Strings(evidence)
			out = append(out, word(tb.Rows[i].Label)+" | "+word(tb.Columns[j].Label)+" | "+word(c.Printed())+" | "+word(tb.Rows[i].Note)+" | "+strings.Join(evidence, "; "))
		}
	}
	for _, n := range tb.Notes {
		out = append(out, "note | "+word(n))
	}
	sort.Strings(out)
	return out
}

func TestOtherNamesAndAnotherOrderChangeNothingElse(t *testing.T) {
	back := map[string]string{}
	for from, to := range caseName {
		back[to] = from
	}
	compared := 0
	for seed := range uint64(20) {
		f := inventedDated(rand.New(rand.NewPCG(seed, 5)))
		s, other := f.open(t), renamed(f).open(t)
		records, others := displayRecords(s), displayRecords(other)
		for i, r := range records {
			if r.Form == "contrast" {
				r2 := r
				r2.Cases, r2.Groups = nil, nil
				for _, key := range r.Cases {
					r2.Cases = append(r2.Cases, caseName[key])
				}
				for _, g := range r.Groups {
					g2 := cases.GroupRecord{Label: g.Label}
					for _, key := range g.Cases {
						g2.Cases = append(g2.Cases, caseName[key])
					}
					r2.Groups = append(r2.Groups, g2)
				}
				others[i] = r2
			}
			a, err := Tables(s, &r, Options{Language: "en"})
			if err != nil {
				t.Fatal(err)
			}
			b, err := Tables(other, &others[i], Options{Language: "en"})
			if err != nil {
				t.Fatal(err)
			}
			if r.Sheets {
				a, b = a[:1], b[:1] // the sheets come in the order of the pairs
			}
			if len(a) != len(b) {
				t.Fatalf("seed %d, %+v: %d tables and %d", seed, r, len(a), len(b))
			}
			for k := range a {
				x, y := sorted(a[k], nil), sorted(b[k], back)
				compared += len(x)
				if !slices.Equal(x, y) {
					t.Errorf("seed %d, %+v:\n%s", seed, r, firstDifference(x, y))
				}
			}
		}
	}
	if compared < 10000 {
		t.Errorf("only %d cells were compared", compared)
	}
}

func firstDifference(x, y []string) string {
	for i := range x {
		if i >= len(y) || x[i] != y[i] {
			other := "nothing"
			if i < len(y) {
				other = y[i]
			}
			return x[i] + "\n" + other
		}
	}
	return "more rows"
}
