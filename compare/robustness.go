package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/words"
)

// spread says in how many of the known cases a code is: in all of them, in none, or in some.
func spread(standings []cases.Standing) string {
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
	codes := comparable(s)
	standings := map[string][]cases.Standing{}
	for _, code := range codes {
		for _, c := range chosen {
			standings[code.Key] = append(standings[code.Key], s.Standing(c, code, false))
		}
	}
	for k, out := range chosen {
		var rows table.Cell
		for _, code := range codes {
			all := standings[code.Key]
			rest := slices.Delete(slices.Clone(all), k, k+1)
			if before, after := spread(all), spread(rest); before != after {
				rows.Items = append(rows.Items, fmt.Sprintf("%s: %s → %s", code.Title(), l.Say(before), l.Say(after)))
				rows.Evidence = append(rows.Evidence, evidenceOf(standings[code.Key][k].Evidence)...)
			}
		}
		findings := changedFindings(s, func(st *Statement) {
			st.Among = slices.DeleteFunc(slices.Clone(st.Among), func(c *cases.Case) bool { return c == out })
			delete(st.Claimed, out.Key)
			if st.Count.N > 0 || st.Count.Of > 0 {
				st.Count = cases.Quantifier{} // a number of fewer cases is another claim
			}
		}, l)
		t.Rows = append(t.Rows, table.Label{Key: out.Key, Label: out.Title()})
		t.Cells = append(t.Cells, []table.Cell{orNothing(rows, l), orNothing(findings, l)})
	}
	t.How = how(s, r, o)
	return t, t.Check()
}

func orNothing(c table.Cell, l catalogue.Language) table.Cell {
	if len(c.Items) == 0 {
		c.Text = l.Say("no-change")
	}
	return c
}

// changedFindings lists the findings whose verdict is another one once their statement is changed.
func changedFindings(s *cases.Study, change func(*Statement), l catalogue.Language) table.Cell {
	var cell table.Cell
	for _, f := range s.Findings {
		before := Judge(s, StatementOf(s, f)).Verdict
		st := StatementOf(s, f)
		change(&st)
		if len(st.Claimed) == 0 && st.Count.Kind == "" {
			continue
		}
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
	codes := comparable(s)
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
				before, after := s.Standing(c, code, false), s.Standing(rest, code, false)
				if before.Derived == after.Derived {
					continue
				}
				cell.Items = append(cell.Items, fmt.Sprintf("%s, %s: %s → %s", c.Title(), code.Title(), l.Say(before.Derived), l.Say(after.Derived)))
				for _, e := range evidenceOf(before.Evidence) {
					if strings.HasPrefix(e.Passage, d.Key+":") {
						cell.Evidence = append(cell.Evidence, e)
					}
				}
			}
		}
		if !used {
			continue
		}
		findings := changedFindings(s, func(st *Statement) { st.Without = d.Key }, l)
		t.Rows = append(t.Rows, table.Label{Key: d.Key, Label: cmp.Or(d.Title, d.Key)})
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
	for _, code := range comparable(s) {
		st := standingOf(s, chosen, []*coding.Code{code}, false, Options{})
		bySide := map[coding.Says][]cases.Evidence{}
		for _, e := range st.Evidence {
			bySide[e.Says] = append(bySide[e.Says], e)
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
			cell := table.Cell{Items: quotes(&part, l)}
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

// Shares returns how the coded passages are shared among cases and, within them, informants and written documents, beside the
// share of the words that are theirs. A passage with several codes, or coded by several people, is one.
func Shares(s *cases.Study, r *cases.TableRecord, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: orTitle(r, l.Say("Shares")), Language: l, Corner: l.Say("Case"), Count: "passages",
		Columns: []table.Label{{Key: "passages", Label: l.Say("Passages")}, {Key: "share", Label: l.Say("Share")}, {Key: "words", Label: l.Say("Words spoken")}}}
	if s.Stance == "reflexive" {
		t.Banner = l.Say("reflexive-banner")
	}
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	type share struct {
		label    table.Label
		evidence []table.Evidence
		words    int
	}
	var rows []share
	passages, spoken := 0, 0
	for _, c := range chosen {
		at := len(rows)
		rows = append(rows, share{label: table.Label{Key: c.Key, Label: c.Title()}})
		for _, m := range c.Members {
			d := s.Document(m.Document)
			if d == nil {
				continue
			}
			n, err := wordsBySpeaker(s, d)
			if err != nil {
				return nil, err
			}
			voices, err := passagesBySpeaker(s, c, m)
			if err != nil {
				return nil, err
			}
			for _, who := range speakersOf(d) {
				label := cmp.Or(d.Title, d.Key)
				if who != "" {
					label = who + " (" + label + ")"
				}
				row := share{table.Label{Key: c.Key + "/" + d.Key + "/" + who, Label: label, Depth: 1}, voices[who], n[who]}
				if len(row.evidence) == 0 && row.words == 0 {
					continue
				}
				rows[at].evidence, rows[at].words = append(rows[at].evidence, row.evidence...), rows[at].words+row.words
				rows = append(rows, row)
			}
		}
		passages, spoken = passages+len(rows[at].evidence), spoken+rows[at].words
	}
	for _, row := range rows {
		counted := table.Cell{Text: fmt.Sprint(len(row.evidence))}
		counted.SetEvidence(row.evidence)
		share := table.Cell{Text: percent(len(row.evidence), passages), Evidence: row.evidence}
		ofWords := table.Cell{Text: percent(row.words, spoken), Evidence: sourcesOf(row.evidence)}
		t.Rows = append(t.Rows, row.label)
		t.Cells = append(t.Cells, []table.Cell{counted, share, ofWords})
	}
	t.How = how(s, r, o)
	return t, t.Check()
}

// sourcesOf names the documents behind passages.
func sourcesOf(list []table.Evidence) []table.Evidence {
	var out []table.Evidence
	for _, e := range list {
		document, _, _ := strings.Cut(e.Passage, ":")
		source := table.Evidence{Source: cases.TextFile(document)}
		if !slices.ContainsFunc(out, func(o table.Evidence) bool { return o.Source == source.Source }) {
			out = append(out, source)
		}
	}
	return out
}

func percent(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%d %%", (200*n+of)/(2*of))
}

// speakersOf returns the labels of those who speak in a document and do not ask, "" for one that nobody speaks in.
func speakersOf(d *corpus.Document) []string {
	var out []string
	for _, sp := range d.Speakers {
		if sp.Role != corpus.Interviewer {
			out = append(out, sp.Label)
		}
	}
	return append(out, "")
}

// wordsBySpeaker counts the words of a document by who speaks them, "" for those that nobody speaks; interviewers are left out.
func wordsBySpeaker(s *cases.Study, d *corpus.Document) (map[string]int, error) {
	t, err := s.Text(d.Key)
	if err != nil {
		return nil, err
	}
	out := map[string]int{}
	for _, b := range t.Structure.Blocks {
		who := ""
		if b.Turn >= 0 {
			who = t.Structure.Turns[b.Turn].Speaker
			if d.RoleOf(who) == corpus.Interviewer {
				continue
			}
		}
		out[who] += len(words.Tokens(t.Text.Slice(b.Span)))
	}
	return out, nil
}

// passagesBySpeaker returns the passages of a member that people coded for comparison, by who speaks them.
func passagesBySpeaker(s *cases.Study, c *cases.Case, m cases.Member) (map[string][]table.Evidence, error) {
	compared := map[string]bool{}
	for _, code := range comparable(s) {
		compared[code.Key] = true
	}
	out := map[string][]table.Evidence{}
	seen := map[corpus.Passage]bool{}
	for _, k := range s.Codings.In(m.Document) {
		if !s.Counts(k) || !compared[k.Code] || !m.Holds(k.Passage) || seen[k.Passage] {
			continue
		}
		seen[k.Passage] = true
		who := ""
		if sp, ok := s.Speaker(k.Passage); ok {
			who = sp.Label
		}
		e := cases.Evidence{Case: c.Key, Passage: k.Passage, Says: k.Says, Coders: []string{k.Coder}, Codings: []string{k.ID}}
		s.Cited(&e)
		out[who] = append(out[who], evidenceOf([]cases.Evidence{e})...)
	}
	return out, nil
}
