package compare

import (
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/claims"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// restsOn collects on how little the findings rest: for each reason, the finding and the cases it is so in.
type restsOn struct{ source, informant, hearsay, plan []string }

// findingsBySource holds the sources against the findings: a row for each finding with the cases in which each kind of source
// (or year) speaks for it, against it, or not at all; and below it a row for each case of which the finding speaks. A source speaks
// for a finding that something is absent if it denies it, and for one that nobody raises it by silence. The notes name the findings
// that rest, in a case, on one source, on one informant, or on hearsay.
func (d *sourcesTable) findingsBySource() {
	l := d.options.Language
	var weak restsOn
	for _, f := range d.study.Findings {
		statement := StatementOf(d.study, f)
		j := Judge(d.study, statement)
		at := len(d.table.Rows)
		d.table.Rows = append(d.table.Rows, table.Label{Key: f.Key, Label: f.Claim})
		d.table.Cells = append(d.table.Cells, nil)
		heads := make([]sourceVerdict, len(d.columns))
		together := sourceVerdict{}
		var found restsOn
		for _, jc := range j.Cases {
			if !slices.Contains(d.cases, jc.Case) {
				continue
			}
			vs := voices(d.study, jc.Case, statement.Codes)
			cells := d.voiceCells(vs)
			for i, key := range d.columns {
				heads[i].add(jc.Case.Title(), d.towards(vs, key, stanceOf(jc, f)), cells[i].Evidence)
			}
			last := togetherCell(d.study, vs, l)
			word := last.State
			if jc.Verdict == Contradicted {
				last.Text = l.Say(word) + ", " + l.Say("against-the-finding") + strings.TrimPrefix(last.Text, l.Say(word))
			}
			together.add(jc.Case.Title(), word, last.Evidence)
			found.of(jc, vs, word)
			d.table.Rows = append(d.table.Rows, table.Label{Key: f.Key + "/" + jc.Case.Key, Label: jc.Case.Title(), Depth: 1})
			d.table.Cells = append(d.table.Cells, append(cells, last))
		}
		row := make([]table.Cell, 0, len(d.columns)+1)
		for i := range heads {
			row = append(row, heads[i].cell("", l))
		}
		last := together.cell(l.Say(j.Verdict), l)
		last.State = j.Verdict
		d.table.Cells[at] = append(row, last)
		weak.take(f.Key, found)
	}
	for _, n := range []struct {
		key  string
		list []string
	}{{"rests-on-source", weak.source}, {"rests-on-informant", weak.informant}, {"rests-on-hearsay", weak.hearsay}, {"rests-on-plan", weak.plan}} {
		if len(n.list) > 0 {
			d.table.Notes = append(d.table.Notes, l.Say(n.key, strings.Join(n.list, "; ")))
		} else {
			d.table.Notes = append(d.table.Notes, l.Say(n.key, l.Say("no-finding")))
		}
	}
}

// stanceOf returns the state that a finding claims of a case: by name, or as one of those that it counts.
func stanceOf(jc JudgedCase, f *cases.Finding) string {
	switch {
	case jc.Claimed != "":
		return jc.Claimed
	case f.Count.Kind == cases.None:
		return cases.StateAbsent
	}
	return cases.StatePresent
}

// The ways in which a source stands to a finding.
const (
	speaksFor     = "speaks-for"
	speaksLimited = "speaks-limited"
	speaksAgainst = "speaks-against"
	speaksPlanned = "speaks-planned" // it only plans what the finding claims
)

// towards returns how the sources in one column stand to what a finding claims of a case; "" where the case has none.
func (d *sourcesTable) towards(vs []voice, key, claimed string) string {
	st, there := d.inColumn(vs, key)
	if !there {
		return ""
	}
	if len(st.Evidence) == 0 {
		return voiceCell(&st, d.options.Language).State
	}
	n := map[coding.Says]int{}
	for _, e := range st.Evidence {
		for _, side := range e.Sides() {
			n[side]++
		}
	}
	if (claimed == cases.StatePresent || claimed == cases.StatePartial) && st.OnlyPlanned() {
		return speaksPlanned
	}
	wanted, other, limited := n[coding.For], n[coding.Against], n[coding.Qualified]
	denied := claimed == cases.StateAbsent || claimed == claims.NotPresent
	if denied {
		wanted, other = other, wanted
	}
	switch {
	case claimed == cases.StateNone:
		return speaksAgainst
	case claimed == cases.StatePartial && limited > 0 && other == 0:
		return speaksFor
	case wanted > 0 && other == 0 && limited == 0:
		return speaksFor
	case wanted == 0 && (other > 0 && limited == 0 || limited > 0 && denied):
		return speaksAgainst
	}
	return speaksLimited
}

// sourceVerdict gathers, for the row of a finding, which cases stand how.
type sourceVerdict struct {
	order    []string
	cases    map[string][]string
	evidence []table.Evidence
}

func (v *sourceVerdict) add(title, word string, evidence []table.Evidence) {
	if word == "" {
		return
	}
	if v.cases == nil {
		v.cases = map[string][]string{}
	}
	if v.cases[word] == nil {
		v.order = append(v.order, word)
	}
	v.cases[word] = append(v.cases[word], title)
	v.evidence = append(v.evidence, evidence...)
}

// cell prints "speaks for: A, B", a line for each way, below a first line.
func (v *sourceVerdict) cell(first string, l catalogue.Language) table.Cell {
	if len(v.order) == 0 && first == "" {
		return table.Cell{Missing: l.Say("no-such-source")}
	}
	var lines []string
	if first != "" {
		lines = append(lines, first)
	}
	for _, word := range v.order {
		lines = append(lines, l.Say(word)+": "+strings.Join(v.cases[word], ", "))
	}
	c := table.Cell{Text: strings.Join(lines, "\n")}
	c.SetEvidence(v.evidence)
	return c
}

// of notes on how little a finding rests in a case, where it claims more than silence.
func (r *restsOn) of(jc JudgedCase, vs []voice, word string) {
	if jc.Claimed == cases.StateNone || len(jc.Standing.Evidence) == 0 {
		return
	}
	title := jc.Case.Title()
	if word == OneSource {
		r.source = append(r.source, title)
	}
	if oneInformant(vs) {
		r.informant = append(r.informant, title)
	}
	if jc.Standing.Weak {
		r.hearsay = append(r.hearsay, title)
	}
	if jc.Standing.OnlyPlanned() {
		r.plan = append(r.plan, title)
	}
}

// take adds what was found of one finding.
func (r *restsOn) take(key string, found restsOn) {
	for _, x := range []struct {
		list  *[]string
		cases []string
	}{{&r.source, found.source}, {&r.informant, found.informant}, {&r.hearsay, found.hearsay}, {&r.plan, found.plan}} {
		if len(x.cases) > 0 {
			*x.list = append(*x.list, key+" ("+strings.Join(x.cases, ", ")+")")
		}
	}
}
