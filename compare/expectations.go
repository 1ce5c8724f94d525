package compare

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// expectedVerdicts are the words for a verdict on an expectation: what is unsupported was not seen, what is open is unknown.
var expectedVerdicts = map[string]string{Supported: "confirmed", Partly: "partly-seen", Unsupported: "not-seen", Contradicted: "contradicted", Open: "unknown"}

// judgeExpectation returns what the cases say of an expectation, case by case. What nobody was asked, or a source that is not there could
// have told, is open: it is no silence.
func judgeExpectation(s *cases.Study, e *cases.Expectation) []JudgedCase {
	st := Statement{Codes: s.CodesOf(e.Codes), Claimed: map[string]string{}}
	for _, c := range s.Cases {
		st.Claimed[c.Key], _ = e.Of(c.Key)
	}
	judged := Judge(s, st).Cases
	for i := range judged {
		if x := &judged[i].Standing; x.State == cases.StateNone && !x.Known() {
			judged[i].Verdict = Open
		}
	}
	if len(st.Codes) == 0 { // nobody looked for it
		for i := range judged {
			judged[i].Verdict, judged[i].Standing = Open, cases.Standing{State: cases.StateOpen, Derived: cases.StateOpen}
		}
	}
	return judged
}

// Expectations returns what the literature led one to expect against what the cases say: a row for each expectation, a column for
// each case with the verdict (confirmed, partly, not seen, contradicted, unknown) and the passages, and columns with the replication, with when it was
// written, and with the works that it cites.
func Expectations(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: orTitle(r, l.Say("Expectations")), Language: l, Corner: l.Say("Expectation"), Count: "passages", Notes: []string{l.Say("expectations-note")}}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	for _, c := range chosen {
		t.Columns = append(t.Columns, table.Label{Key: c.Key, Label: c.Title()})
	}
	t.Columns = append(t.Columns, table.Label{Key: "replication", Label: l.Say("Replication")}, table.Label{Key: "written", Label: l.Say("Written")}, table.Label{Key: "works", Label: l.Say("Works")})
	for _, e := range s.Expectations {
		judged := judgeExpectation(s, e)
		var cells []table.Cell
		for _, c := range chosen {
			for _, j := range judged {
				if j.Case == c {
					cells = append(cells, expectedCell(e, j, l))
				}
			}
		}
		line := []table.Evidence{{Source: fmt.Sprintf("%s:%d", cases.ExpectationsFile, e.Line)}}
		cells = append(cells, table.Cell{Text: replication(e, judged, l), Evidence: line},
			table.Cell{Text: strings.TrimSpace(l.Say(e.Stage) + " " + l.Date(e.On)), Evidence: line}, worksCell(s, e, l))
		label := table.Label{Key: e.Key, Label: e.Expect}
		if stale := s.StaleNote("expectation:"+e.Key, l); stale != "" {
			label.Note = "! " + stale
		}
		t.Rows = append(t.Rows, label)
		t.Cells = append(t.Cells, cells)
	}
	for _, e := range s.UnreadExpectations {
		cells := make([]table.Cell, len(t.Columns))
		place := at(cases.ExpectationsFile, e.Line)
		cells[len(chosen)] = table.Cell{Text: l.Say("finding-unread"), Evidence: []table.Evidence{{Source: place}}}
		t.Rows = append(t.Rows, table.Label{Key: place, Label: cmp.Or(e.Expect, e.Key, place), Note: l.Say("finding-unread-why", place)})
		t.Cells = append(t.Cells, cells)
	}
	t.Notes = append(t.Notes, unknownWorks(s, l)...)
	t.How = how(s, r, o)
	return t, t.Check()
}

// unknownWorks names the expectations that cite a work that is not in the literature, a note each: no row of the literature holds them.
func unknownWorks(s *cases.Study, l catalogue.Language) []string {
	var out []string
	for _, e := range s.Expectations {
		for _, key := range e.Works {
			if _, ok := s.Work(key); !ok {
				out = append(out, l.Say("unknown-work", e.Expect, key))
			}
		}
	}
	return out
}

// expectedCell is verdictCell in the words for expectations. What was expected is named where it is not simply present.
func expectedCell(e *cases.Expectation, j JudgedCase, l catalogue.Language) table.Cell {
	if len(e.Codes) == 0 {
		return table.Cell{State: "unknown", Text: l.Say("unknown") + ": " + l.Say("no-code")}
	}
	c := verdictCell(j, l)
	word := expectedVerdicts[j.Verdict]
	c.Text = strings.Replace(c.Text, l.Say(j.Verdict), l.Say(word), 1)
	if word == "partly-seen" {
		word = Partly
	}
	c.State = word
	if j.Claimed != cases.StatePresent {
		c.Text += "\n" + l.Say("expected-state", l.Say(j.Claimed))
	}
	return c
}

// replication names the literal replication, the same result where the same is expected, and the theoretical one, another result
// for a reason that the theory gives (Yin 2018), each with how it came out.
func replication(e *cases.Expectation, judged []JudgedCase, l catalogue.Language) string {
	var alike []string
	known, confirmed := 0, 0
	var lines []string
	for _, j := range judged {
		if _, because := e.Of(j.Case.Key); because != "" {
			lines = append(lines, l.Say("theoretical", j.Case.Title(), because, l.Say(expectedVerdicts[j.Verdict])))
			continue
		}
		alike = append(alike, j.Case.Title())
		if j.Verdict != Open {
			known++
		}
		if j.Verdict == Supported {
			confirmed++
		}
	}
	switch {
	case len(alike) > 1 && known == 0:
		lines = append([]string{l.Say("literal-unknown", strings.Join(alike, ", "))}, lines...)
	case len(alike) > 1:
		lines = append([]string{l.Say("literal", strings.Join(alike, ", "), confirmed, known)}, lines...)
	}
	return strings.Join(lines, "\n")
}

func worksCell(s *cases.Study, e *cases.Expectation, l catalogue.Language) table.Cell {
	var c table.Cell
	for _, key := range e.Works {
		w, ok := s.Work(key)
		if !ok {
			continue
		}
		c.Items = append(c.Items, w.Cite(l.Say("and"), l.Say("et-al")))
		c.Evidence = append(c.Evidence, table.Evidence{Source: fmt.Sprintf("%s:%d", w.File, w.Line)})
	}
	return c
}

// Literature returns the cited works against the cases: a row for each work, below it one for each of its expectations with whether the
// cases agree with it, conflict with it, or extend it (Eisenhardt 1989), and where.
func Literature(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: orTitle(r, l.Say("The literature")), Language: l, Corner: l.Say("Work"), Count: "passages", Notes: []string{l.Say("expectations-note")},
		Columns: []table.Label{{Key: "verdict", Label: l.Say("Verdict")}}}
	for _, word := range []string{"confirmed", "partly-seen", "not-seen", "contradicted", "unknown"} {
		t.Columns = append(t.Columns, table.Label{Key: word, Label: l.Say(word)})
	}
	for _, w := range s.Works {
		var mine []*cases.Expectation
		for _, e := range s.Expectations {
			if slices.Contains(e.Works, w.Key) {
				mine = append(mine, e)
			}
		}
		if len(mine) == 0 {
			continue
		}
		t.Rows = append(t.Rows, table.Label{Key: w.Key, Label: w.Cite(l.Say("and"), l.Say("et-al")) + ": " + w.Title, Head: true})
		t.Cells = append(t.Cells, make([]table.Cell, len(t.Columns)))
		for _, e := range mine {
			judged := judgeExpectation(s, e)
			verdict := againstWork(judged)
			cells := []table.Cell{{State: verdict, Text: l.Say(verdict), Evidence: []table.Evidence{{Source: fmt.Sprintf("%s:%d", cases.ExpectationsFile, e.Line)}, {Source: fmt.Sprintf("%s:%d", w.File, w.Line)}}}}
			for _, word := range []string{Supported, Partly, Unsupported, Contradicted, Open} {
				var cell table.Cell
				var names []string
				for _, j := range judged {
					if j.Verdict == word {
						names = append(names, j.Case.Title())
						cell.Evidence = append(cell.Evidence, evidenceOf(j.Standing.Evidence)...)
						for _, src := range j.Standing.Sources {
							cell.Sources = append(cell.Sources, sourceOf(src, &j.Standing))
						}
					}
				}
				cell.Text = strings.Join(names, ", ")
				if len(names) > 0 && len(cell.Evidence) == 0 { // silence has no passage; the line that expects it stands for it
					cell.Evidence = []table.Evidence{{Source: fmt.Sprintf("%s:%d", cases.ExpectationsFile, e.Line)}}
				}
				cells = append(cells, cell)
			}
			t.Rows = append(t.Rows, table.Label{Key: w.Key + "/" + e.Key, Label: e.Expect, Depth: 1})
			t.Cells = append(t.Cells, cells)
		}
	}
	for _, e := range s.UnreadExpectations {
		t.Notes = append(t.Notes, cmp.Or(e.Expect, e.Key)+": "+l.Say("finding-unread-why", at(cases.ExpectationsFile, e.Line)))
	}
	t.Notes = append(t.Notes, unknownWorks(s, l)...)
	t.How = how(s, r, o)
	return t, t.Check()
}

// againstWork says how the cases together stand to an expectation of a work: agrees, conflicts, extends, not seen or unknown.
func againstWork(judged []JudgedCase) string {
	n := map[string]int{}
	for _, j := range judged {
		n[j.Verdict]++
	}
	switch {
	case n[Open] == len(judged):
		return "unknown"
	case n[Supported] > 0 && n[Contradicted]+n[Unsupported]+n[Partly] == 0:
		return "agrees"
	case n[Supported]+n[Partly] == 0 && n[Contradicted] > 0:
		return "conflicts"
	case n[Supported]+n[Partly] > 0:
		return "extends"
	}
	return "not-seen"
}

// Additions returns what the cases add to the literature: the codes with passages that no expectation names, with the cases in
// which they are and where the code comes from, those that came up in the texts first. Codes whose origin is the literature add nothing
// to it; they are named below.
func Additions(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: orTitle(r, l.Say("What the cases add")), Language: l, Corner: l.Say("Code"), Count: "passages"}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	for _, c := range chosen {
		t.Columns = append(t.Columns, table.Label{Key: c.Key, Label: c.Title()})
	}
	t.Columns = append(t.Columns, table.Label{Key: "origin", Label: l.Say("origin")})
	expected := map[string]bool{}
	for _, e := range slices.Concat(s.Expectations, s.UnreadExpectations) {
		for _, c := range s.CodesOf(e.Codes) {
			expected[c.Key] = true
		}
	}
	people := o.peoples()
	codes := comparable(s)
	sort.SliceStable(codes, func(i, j int) bool { return codes[i].Origin == "emergent" && codes[j].Origin != "emergent" })
	var literary []string // known to the literature, by the code book
	for _, code := range codes {
		if expected[code.Key] {
			continue
		}
		if code.Origin == "literature" {
			literary = append(literary, code.Title())
			continue
		}
		var cells []table.Cell
		var over known
		found := false
		for _, c := range chosen {
			st := people.standing(s, c, code, false)
			over.add(c.Title(), &st.Standing)
			for _, e := range st.Evidence {
				found = found || e.Says != "against"
			}
			cells = append(cells, codeCell(s, st, []*cases.Case{c}, nil, "state", o))
		}
		if !found {
			continue
		}
		origin := table.Cell{}
		if code.Origin != "" {
			origin = table.Cell{Text: l.Say(code.Origin), Evidence: []table.Evidence{{Source: fmt.Sprintf("codebook.yaml:%d", code.Line)}}}
		}
		t.Rows = append(t.Rows, table.Label{Key: code.Key, Label: code.Title(), Note: over.note(l)})
		t.Cells = append(t.Cells, append(cells, origin))
	}
	t.Notes = append(t.Notes, l.Say("additions-note"))
	if len(literary) > 0 {
		t.Notes = append(t.Notes, l.Say("additions-left-out", strings.Join(literary, ", ")))
	}
	t.How = how(s, r, o)
	return t, t.Check()
}
