package compare

import (
	"fmt"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// codeCell makes a cell of a standing, in the form that the table asks for.
func codeCell(s *cases.Study, st *cases.Standing, cs []*cases.Case, codes []*coding.Code, form string, l catalogue.Language) table.Cell {
	c := table.Cell{State: st.State}
	if st.Set != nil {
		c.Derived, c.Why = st.Derived, st.Set.Because
	}
	for _, src := range st.Sources {
		c.Sources = append(c.Sources, table.Source{Document: src.Document, Kind: src.Kind, State: src.State, Counts: src.Counts, Why: src.Why})
	}
	c.Proposed = evidenceOf(st.Proposed)
	if len(st.Evidence) > 0 || st.Silent() {
		c.SetEvidence(evidenceOf(st.Evidence))
	} else {
		c.Missing = missing(st, l)
	}
	switch form {
	case "count":
		c.Text = countText(&c, l)
	case "quotes":
		c.Items = quotes(st, l)
	case "list":
		c.Items = contents(st, l)
	case "summary":
		c.Text = summary(s, cs, codes, l)
		if c.Text == "" {
			c.Text = l.Say("no-summary")
		}
	default:
		c.Text = stateText(st, &c, l)
	}
	if c.Text == "" && len(c.Items) == 0 {
		c.Text = stateText(st, &c, l)
	}
	if st.Set != nil && len(cs) == 1 && len(codes) == 1 {
		if stale := s.StaleNote("state:"+cs[0].Key+"/"+codes[0].Key, l); stale != "" {
			c.Text += "\n! " + stale
		}
	}
	return c
}

// stateText prints a state: "present 2 (+3 proposed)", "open, 2 for",
// "none: not asked", "mixed: 1 for, 1 against".
func stateText(st *cases.Standing, c *table.Cell, l catalogue.Language) string {
	state := l.Say(st.State)
	n, known := c.Count()
	text := state
	switch {
	case st.State == cases.StateOpen:
		var parts []string
		if sides := sides(st, l); sides != "" {
			parts = append(parts, sides)
		}
		if len(st.Proposed) > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", len(st.Proposed), l.Say("proposed")))
		}
		if len(parts) == 0 {
			parts = append(parts, l.Say("unread"))
		}
		return mark(state+", "+strings.Join(parts, ", "), st, l)
	case st.State == cases.StateMixed:
		text = state + ": " + sides(st, l)
	case st.State == cases.StateNone:
		text = state + ": " + missing(st, l)
	case known:
		text = fmt.Sprintf("%s %d", state, n)
	}
	return mark(text+proposedText(st, l), st, l)
}

func mark(text string, st *cases.Standing, l catalogue.Language) string {
	if st.Weak {
		text += " (" + l.Say("weak") + ")"
	}
	if st.Set != nil {
		text += " – " + l.Say("set-by", st.Set.Because, l.Say(st.Derived))
	}
	return text
}

func proposedText(st *cases.Standing, l catalogue.Language) string {
	if len(st.Proposed) == 0 {
		return ""
	}
	return fmt.Sprintf(" (+%d %s)", len(st.Proposed), l.Say("proposed"))
}

func countText(c *table.Cell, l catalogue.Language) string {
	n, known := c.Count()
	text := c.Missing
	if known {
		text = fmt.Sprint(n)
		if s := spoken(c.Evidence, l); s != "" {
			text += " (" + s + ")"
		}
	}
	if len(c.Proposed) > 0 {
		text += fmt.Sprintf(" (+%d %s)", len(c.Proposed), l.Say("proposed"))
	}
	return text
}

// sides counts the passages that speak each way: "2 for, 1 against".
func sides(st *cases.Standing, l catalogue.Language) string {
	return sidesOf(evidenceOf(st.Evidence), l)
}

func sidesOf(evidence []table.Evidence, l catalogue.Language) string {
	var parts []string
	for _, says := range []coding.Says{coding.For, coding.Against, coding.Qualified} {
		n := 0
		for _, e := range evidence {
			if e.Says == string(says) {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, l.Say(string(says))))
		}
	}
	return strings.Join(parts, ", ")
}

// spoken is sidesOf where not all passages are for, so that a bare number never hides a denial.
func spoken(evidence []table.Evidence, l catalogue.Language) string {
	for _, e := range evidence {
		if e.Says != string(coding.For) {
			return sidesOf(evidence, l)
		}
	}
	return ""
}

// missing says why a cell has no count: what became of its sources, each kind of
// fate once with the number of sources where there are several.
func missing(st *cases.Standing, l catalogue.Language) string {
	var order []string
	n := map[string]int{}
	for _, src := range st.Sources {
		if !src.Counts || src.State == cases.HasEvidence {
			continue
		}
		if n[src.State] == 0 {
			order = append(order, src.State)
		}
		n[src.State]++
	}
	if len(order) == 0 {
		return l.Say("no-sources")
	}
	parts := make([]string, len(order))
	for i, state := range order {
		parts[i] = l.Say(state)
		if n[state] > 1 {
			parts[i] += fmt.Sprintf(" (%d)", n[state])
		}
	}
	return strings.Join(parts, "; ")
}

// quotes prints each passage with its citation.
func quotes(st *cases.Standing, l catalogue.Language) []string {
	var out []string
	for _, e := range st.Evidence {
		q := l.Quote(e.Quote) + " (" + e.Cite + ")"
		if e.Says != coding.For {
			q += " [" + l.Say(string(e.Says)) + "]"
		}
		out = append(out, q)
	}
	return out
}

// contents lists what is said, each thing once: the value of a coding, else its
// note, else the beginning of the quote.
func contents(st *cases.Standing, l catalogue.Language) []string {
	var out []string
	seen := map[string]bool{}
	for _, e := range st.Evidence {
		said := e.Values
		if len(said) == 0 {
			said = e.Notes
		}
		if len(said) == 0 {
			said = []string{l.Quote(beginning(e.Quote, 60))}
		}
		for _, s := range said {
			if !seen[s] {
				seen[s] = true
				out = append(out, s)
			}
		}
	}
	return out
}

// beginning cuts a text to about n characters at a word.
func beginning(s string, n int) string {
	words := strings.Fields(s)
	out := ""
	for i, w := range words {
		if len([]rune(out))+1+len([]rune(w)) > n && i > 0 {
			return out + " …"
		}
		out = strings.TrimSpace(out + " " + w)
	}
	return out
}

func summary(s *cases.Study, cs []*cases.Case, codes []*coding.Code, l catalogue.Language) string {
	var parts []string
	for _, c := range cs {
		for _, code := range codes {
			for _, sum := range s.Summaries {
				if sum.Case == c.Key && s.Codebook.Code(sum.Code) == code && sum.Text != "" {
					parts = append(parts, sum.Text)
					if stale := s.StaleNote("summary:"+c.Key+"/"+code.Key, l); stale != "" {
						parts = append(parts, "! "+stale)
					}
				}
			}
		}
	}
	return strings.Join(parts, "\n")
}

func evidenceOf(list []cases.Evidence) []table.Evidence {
	out := make([]table.Evidence, len(list))
	for i, e := range list {
		status := "reviewed"
		if machines(e.Coders) {
			status = "proposed"
		}
		out[i] = table.Evidence{Case: e.Case, Passage: e.Passage.String(), Quote: e.Quote, Says: string(e.Says), Values: e.Values, Status: status, Coders: e.Coders, Codings: e.Codings, Cite: e.Cite}
	}
	return out
}

func machines(coders []string) bool {
	for _, c := range coders {
		if !coding.Machine(c) {
			return false
		}
	}
	return true
}
