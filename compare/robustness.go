package compare

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// spread says in how many of the known cases a code is: in all of them, in none, or in some.
func spread(standings []*standing) string {
	known, in := 0, 0
	for i := range standings {
		if standings[i].Known() {
			known++
			if standings[i].Has() {
				in++
			}
		}
	}
	switch {
	case known == 0:
		return "unknown"
	case in == known:
		return "shared"
	case in == 0:
		return "in-none"
	}
	return "divided"
}

// OneCaseOut returns what changes when one case is left out: a row for each case, with the codes that are then in all, in
// none or in some of the known cases and were not before, and the findings whose verdict is another one then.
func OneCaseOut(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: orTitle(r, l.Say("One case out")), Language: l, Corner: l.Say("Left out"),
		Columns: []table.Label{{Key: "rows", Label: l.Say("Shared rows")}, {Key: "findings", Label: l.Say("Findings change")}}}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	codes, people := comparable(s), o.peoples()
	standings := map[string][]*standing{}
	for _, code := range codes {
		for _, c := range chosen {
			standings[code.Key] = append(standings[code.Key], people.standing(s, c, code, false))
		}
	}
	for k, out := range chosen {
		var rows table.Cell
		for _, code := range codes {
			all := standings[code.Key]
			rest := slices.Delete(slices.Clone(all), k, k+1)
			if before, after := spread(all), spread(rest); before != after {
				rows.Items = append(rows.Items, fmt.Sprintf("%s: %s → %s", code.Title(), l.Say(before), l.Say(after)))
				rows.Evidence = append(rows.Evidence, standings[code.Key][k].evidence()...)
			}
		}
		findings := changedFindings(s, func(st *Statement) {
			st.Among = slices.DeleteFunc(slices.Clone(st.Among), func(c *cases.Case) bool { return c == out })
			delete(st.Claimed, out.Key)
		}, true, l)
		t.Rows = append(t.Rows, table.Label{Key: out.Key, Label: out.Title()})
		t.Cells = append(t.Cells, []table.Cell{orNothing(rows, l), orNothing(findings, l)})
	}
	var numbered []string
	for _, f := range s.Findings {
		if saysNumber(StatementOf(s, f).Count) {
			numbered = append(numbered, f.Key)
		}
	}
	if len(numbered) > 0 {
		t.Notes = append(t.Notes, l.Say("numbers-not-asked", strings.Join(numbered, ", ")))
	}
	t.How = how(s, r, o)
	return t, t.Check()
}

// saysNumber tells whether a quantifier says a number of cases, which of fewer cases is another claim.
func saysNumber(q cases.Quantifier) bool { return q.N > 0 || q.Of > 0 }

func orNothing(c table.Cell, l catalogue.Language) table.Cell {
	if len(c.Items) == 0 {
		c.Text = l.Say("no-change")
	}
	return c
}

// changedFindings lists the findings whose verdict is another one once their statement is changed. Without numbers, what a finding says of a number of cases is
// left out on both sides, so that like is held against like.
func changedFindings(s *cases.Study, change func(*Statement), withoutNumbers bool, l catalogue.Language) table.Cell {
	var cell table.Cell
	for _, f := range s.Findings {
		whole, st := StatementOf(s, f), StatementOf(s, f)
		if withoutNumbers && saysNumber(st.Count) {
			whole.Count, st.Count = cases.Quantifier{}, cases.Quantifier{}
		}
		change(&st)
		if len(st.Claimed) == 0 && st.Count.Kind == "" {
			continue
		}
		before := Judge(s, whole).Verdict
		if after := Judge(s, st).Verdict; after != before {
			cell.Items = append(cell.Items, fmt.Sprintf("%s: %s → %s", f.Key, l.Say(before), l.Say(after)))
			cell.Evidence = append(cell.Evidence, table.Evidence{Source: fmt.Sprintf("%s:%d", cases.FindingsFile, f.Line)})
		}
	}
	return cell
}

// OneSourceOut returns what changes when one document is left out: a row for each, with the cells whose derived state is
// another one then, and the findings whose verdict is. The cells cite the passages of the document.
func OneSourceOut(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: orTitle(r, l.Say("One source out")), Language: l, Corner: l.Say("Left out"),
		Columns: []table.Label{{Key: "cells", Label: l.Say("Cells")}, {Key: "findings", Label: l.Say("Findings change")}}}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	codes, people, readings := comparable(s), o.peoples(), s.NewReadings()
	for _, d := range s.Documents {
		var cell table.Cell
		used := false
		for _, c := range chosen {
			if !slices.ContainsFunc(c.Members, func(m cases.Member) bool { return m.Document == d.Key }) {
				continue
			}
			used = true
			rest := without(c, d.Key)
			for _, code := range codes {
				before, after := people.standing(s, c, code, false), readings.Standing(rest, code, false)
				if before.Derived == after.Derived {
					continue
				}
				cell.Items = append(cell.Items, fmt.Sprintf("%s, %s: %s → %s", c.Title(), code.Title(), l.Say(before.Derived), l.Say(after.Derived)))
				for _, e := range before.evidence() {
					if strings.HasPrefix(e.Passage, d.Key+":") {
						cell.Evidence = append(cell.Evidence, e)
					}
				}
			}
		}
		if !used {
			continue
		}
		findings := changedFindings(s, func(st *Statement) { st.Without = d.Key }, false, l)
		t.Rows = append(t.Rows, table.Label{Key: d.Key, Label: d.Name()})
		t.Cells = append(t.Cells, []table.Cell{orNothing(cell, l), orNothing(findings, l)})
	}
	t.How = how(s, r, o)
	return t, t.Check()
}

// Opposing returns the codes on which passages speak against each other, within a case or between cases, with the passages
// of each side.
func Opposing(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: orTitle(r, l.Say("Opposing passages")), Language: l, Corner: l.Say("Code"), Count: "passages"}
	sides := []coding.Says{coding.For, coding.Qualified, coding.Against}
	for _, side := range sides {
		t.Columns = append(t.Columns, table.Label{Key: string(side), Label: l.Say(string(side))})
	}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	people := o.peoples()
	for _, code := range comparable(s) {
		st := standingOf(s, chosen, []*coding.Code{code}, false, people)
		bySide := map[coding.Says][]cases.Evidence{}
		for _, e := range st.Evidence {
			for _, side := range e.Sides() {
				bySide[side] = append(bySide[side], e)
			}
		}
		if len(bySide[coding.Against]) == 0 || len(bySide[coding.For])+len(bySide[coding.Qualified]) == 0 {
			continue
		}
		var cells []table.Cell
		for _, side := range sides {
			part := cases.Standing{Evidence: bySide[side]}
			for i := range part.Evidence {
				part.Evidence[i].Says = coding.For // the column says which side it is
			}
			cell := table.Cell{Items: (&standing{Standing: part}).quoted(l)}
			list := evidenceOf(part.Evidence)
			for i := range list {
				list[i].Says = string(side)
			}
			cell.SetEvidence(list)
			cells = append(cells, cell)
		}
		t.Rows = append(t.Rows, table.Label{Key: code.Key, Label: code.Title()})
		t.Cells = append(t.Cells, cells)
	}
	t.How = how(s, r, o)
	return t, t.Check()
}
