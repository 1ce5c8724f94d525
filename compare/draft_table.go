package compare

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/claims"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// DraftTable prints the claims of a draft: the claim with its number and place, the codes it is bound to and how, the
// verdict, what carries it, and what speaks against it. With flagged it leaves out all that is not flagged.
func DraftTable(s *cases.Study, name string, sentences int, found []DraftClaim, aside int, flagged bool, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: "draft", Title: l.Say("Draft claims", name), Language: l, Corner: l.Say("Claim"), Count: "passages", OneByOne: true, Notes: []string{DraftCounts(sentences, found, aside, l), l.Say("findings-note")},
		Columns: []table.Label{{Key: "codes", Label: l.Say("Code")}, {Key: "verdict", Label: l.Say("Verdict")}, {Key: "carried", Label: l.Say("Carried by")}, {Key: "against", Label: l.Say("Against it")}}}
	for i := range found {
		d := &found[i]
		if flagged && !d.Flagged() {
			continue
		}
		place := d.Sentence.place(l)
		t.Rows = append(t.Rows, table.Label{Key: fmt.Sprint(d.Number), Label: fmt.Sprintf("%d. %s (%s)", d.Number, d.Clause, place)})
		source := []table.Evidence{{Source: fmt.Sprintf("%s, %s", name, place)}}
		if d.Unread != nil {
			t.Cells = append(t.Cells, []table.Cell{{Text: l.Say("not-understood"), Evidence: source}, {State: NotUnderstood, Text: "–", Evidence: source},
				{Text: d.hint(l), Evidence: source}, {}})
			continue
		}
		carried := table.Cell{Text: d.carriedText(s, l)}
		carried.SetEvidence(d.evidence(false))
		against := table.Cell{Items: d.counter(l)}
		if list := d.evidence(true); len(list) > 0 {
			against.SetEvidence(list)
		}
		t.Cells = append(t.Cells, []table.Cell{{Text: d.boundText(l), Evidence: source}, {State: d.Verdict, Text: d.verdictText(l), Evidence: source}, carried, against})
	}
	t.How = table.How{Command: o.Command, Version: o.Version, Inputs: s.Inputs("")}
	return t, t.Check()
}

// DraftCounts says in one line what was found in a draft: all that was found is bound, hedged, bound to no code, or not understood.
func DraftCounts(sentences int, found []DraftClaim, aside int, l catalogue.Language) string {
	n := map[string]int{}
	for i := range found {
		d := &found[i]
		switch {
		case d.Unread != nil:
			n["not-understood"]++
			continue
		case d.Claim.Hedged:
			n["hedged"]++
		case d.Bound == "":
			n["unbound"]++
		case d.Flagged():
			n["flagged"]++
		default:
			n[d.Verdict]++
		}
	}
	bound := len(found) - n["hedged"] - n["unbound"] - n["not-understood"]
	return l.Say("draft-counts", howMany(sentences, "draft-sentence", l), howMany(len(found), "draft-claim", l), bound, n["flagged"], n[Open], n[Partly], n[Supported], n["hedged"], n["unbound"], n["not-understood"], aside)
}

// howMany says how many of something there are, by the key of the one; that of several ends in s.
func howMany(n int, one string, l catalogue.Language) string {
	if n == 1 {
		return l.Say(one)
	}
	return l.Say(one+"s", n)
}

// NotUnderstood is the state of a sentence that says of how many something holds, though not of what cases.
const NotUnderstood = "not-understood"

// hint says what was not understood, and what to do about it.
func (d *DraftClaim) hint(l catalogue.Language) string {
	switch d.Unread.Why {
	case claims.UnknownNoun:
		return l.Say("unread-noun", d.Unread.Phrase, d.Unread.Word)
	case claims.NoNoun, claims.TheOthers:
		return l.Say("unread-whom", d.Unread.Phrase)
	case claims.Degree, claims.Norm, claims.Condition, claims.NotNow, claims.UnknownName, claims.UnknownGroup, claims.GroupSize, claims.BadMark, claims.NoWhole:
		return l.Say("unread-"+d.Unread.Why, d.Unread.Phrase)
	}
	return l.Say("unread-unclear", d.Unread.Phrase)
}

func (d *DraftClaim) boundText(l catalogue.Language) string {
	if d.Bound == "" {
		if len(d.Candidates) > 1 {
			return l.Say("either-code", d.Candidates[0], d.Candidates[1])
		}
		return l.Say("unbound")
	}
	var keys []string
	for _, c := range d.Codes {
		keys = append(keys, c.Key)
	}
	text := strings.Join(keys, ", ")
	if d.Bound == BoundByTerms {
		text += "?"
	}
	return text
}

func (d *DraftClaim) verdictText(l catalogue.Language) string {
	text := "–"
	if d.Verdict != "" {
		text = l.Say(d.Verdict)
	}
	if d.Claim.Hedged {
		text += " (" + l.Say("hedged") + ")"
	}
	return text
}

// carriedText says of each code where it is and where not, and on how little it rests.
func (d *DraftClaim) carriedText(s *cases.Study, l catalogue.Language) string {
	var lines []string
	for i := range d.Judged {
		j := &d.Judged[i]
		text := j.Carried(s, l)
		if len(d.Judged) > 1 {
			text = d.Codes[i].Key + ": " + text
		}
		if len(j.Present)+len(j.Absent) == 0 && len(j.Unread) == 0 {
			text += "; " + l.Say("no-evidence")
		}
		lines = append(lines, text)
		if d.Claim.Denied || d.Claim.Count.Kind == cases.None || deniesAll(d.Claim.Claimed) {
			continue
		}
		lines = append(lines, j.Weaknesses(s, l)...)
	}
	if d.Claim.Ranked != "" && len(d.Judged) > 0 {
		lines = append(lines, l.Say("only-there", d.Claim.Ranked))
	}
	return strings.Join(lines, "\n")
}

func values(m map[string]string) []string {
	var out []string
	for _, v := range m {
		out = append(out, v)
	}
	return out
}

// speaksAgainst tells whether a passage in a case speaks against what is claimed of it, or against a number of cases. Where it is in more
// cases than the claim says, that is what says so there; where a limit decides, what sets it.
func (d *DraftClaim) speaksAgainst(j *Judged, c JudgedCase, e table.Evidence) bool {
	says, claimed := e.Says, c.Claimed
	if claimed == "" {
		claimed = cases.StatePresent
		switch {
		case d.Claim.Denied:
			claimed = cases.StateAbsent
		case d.Claim.Partial:
			claimed = cases.StatePartial
		}
		switch {
		case j.Count == Partly && !slices.Contains(j.Limited, c.Case.Key):
			return false
		case j.Count == Contradicted && d.tooMany(j):
			return (says == "against") == d.Claim.Denied
		}
	}
	if claimed == cases.StatePresent || claimed == cases.StatePartial {
		return says == "against" || says == "qualified" && claimed == cases.StatePresent || c.Standing.OnlyPlanned()
	}
	return says != "against"
}

// tooMany tells whether it is, or is denied, in more cases than the claim says.
func (d *DraftClaim) tooMany(j *Judged) bool {
	n := len(j.Present) - len(j.Limited)
	if d.Claim.Denied {
		n = len(j.Absent)
	}
	switch q := d.Claim.Count; q.Kind {
	case cases.NotAll:
		return true
	case cases.Exactly, cases.AtMost:
		return n > q.N
	}
	return false
}

// evidence returns the passages behind the claim, all or those that speak against it, each once.
func (d *DraftClaim) evidence(against bool) []table.Evidence {
	var out []table.Evidence
	seen := map[string]bool{}
	for _, j := range d.Judged {
		for _, c := range j.Cases {
			if against && (c.Verdict == Supported || c.Verdict == "" && !Fails(j.Count) && j.Count != Partly) {
				continue
			}
			for _, e := range evidenceOf(c.Standing.Evidence) {
				if against && !d.speaksAgainst(&j, c, e) || seen[e.Passage+e.Says] {
					continue
				}
				seen[e.Passage+e.Says] = true
				out = append(out, e)
			}
		}
	}
	return out
}

// shortQuote prints how a passage begins, and whether it only plans; which way it speaks, the place says where it is printed.
func shortQuote(e table.Evidence, l catalogue.Language) string {
	return quoteText(table.Evidence{Quote: beginning(e.Quote, 160), Cite: e.Cite, Planned: e.Planned}, l)
}

// perCase is how many passages of a case are printed against a claim; the cell cites them all.
const perCase = 2

// counter prints the first passages of each case that speak against the claim.
func (d *DraftClaim) counter(l catalogue.Language) []string {
	var out []string
	n := map[string]int{}
	for _, e := range d.evidence(true) {
		if n[e.Case]++; n[e.Case] > perCase {
			continue
		}
		out = append(out, shortQuote(e, l))
	}
	return out
}

// Comment is what stands in the margin of a draft beside a claim: the verdict, the codes, what carries it, the passages that
// speak against it, or the first ones that speak for it.
func (d *DraftClaim) Comment(s *cases.Study, l catalogue.Language) []string {
	if d.Unread != nil {
		return []string{l.Say("not-understood"), d.hint(l)}
	}
	head := d.verdictText(l) + " · " + d.boundText(l)
	if d.Bound == BoundByTerms {
		head += " (" + l.Say("unconfirmed") + ")"
	}
	lines := []string{head}
	if d.Bound == "" {
		return lines
	}
	lines = append(lines, strings.Split(d.carriedText(s, l), "\n")...)
	if quotes := d.counter(l); len(quotes) > 0 {
		return append(append(lines, l.Say("Against it")+":"), quotes[:min(len(quotes), 6)]...)
	}
	quotes := d.carrying(l)
	return append(lines, quotes[:min(len(quotes), 6)]...)
}

// carrying prints the first passages of each case that the claim is about, or that it counts, and that speak for what it says: of a denial those
// that deny.
func (d *DraftClaim) carrying(l catalogue.Language) []string {
	var out []string
	seen := map[string]bool{}
	for _, j := range d.Judged {
		for _, c := range j.Cases {
			claimed, n := c.Claimed, 0
			switch {
			case claimed == "" && d.Claim.Denied:
				claimed = cases.StateAbsent
			case claimed == "" && len(d.Claim.Claimed) == 0:
				claimed = cases.StatePresent
			}
			for _, e := range evidenceOf(c.Standing.Evidence) {
				fits := claimed != "" && (e.Says == string(coding.Against)) == (claimed != cases.StatePresent && claimed != cases.StatePartial)
				if !fits || n == perCase || seen[e.Passage+e.Says] {
					continue
				}
				n, seen[e.Passage+e.Says] = n+1, true
				out = append(out, shortQuote(e, l))
			}
		}
	}
	return out
}
