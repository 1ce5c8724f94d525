package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// codeCell makes a cell of a standing, in the form that the table asks for.
func codeCell(s *cases.Study, st *standing, cs []*cases.Case, codes []*coding.Code, form string, o Options) table.Cell {
	l := o.Language
	c := st.stateCell(l)
	state := c.Text
	switch form {
	case "count":
		c.Text = countText(&c, l) + plannedText(st.Evidence, l) + asideText(&st.Standing, l)
	case "quotes":
		c.Text, c.Items = "", st.quoted(l)
	case "list":
		c.Text, c.Items = "", st.contents(l)
	case "entry":
		c.Text, c.Items = "", append([]string{state}, entry(s, st, cs, codes, l)...)
	case "summary":
		c.Text = cmp.Or(summary(s, cs, codes, l), l.Say("no-summary"))
	}
	if c.Text == "" && len(c.Items) == 0 {
		c.Text = state
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
		if slices.ContainsFunc(st.Sources, func(src cases.Source) bool { return src.State == cases.PlaceLost }) {
			parts = append(parts, l.Say(cases.PlaceLost))
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
		text = state + " " + itoa(n)
	}
	return mark(text+proposedText(st, l), st, l)
}

func mark(text string, st *cases.Standing, l catalogue.Language) string {
	if st.Weak {
		text += " (" + l.Say("weak") + ")"
	}
	text += plannedText(st.Evidence, l) + asideText(st, l)
	if st.Set != nil {
		text += " – " + l.Say("set-by", st.Set.Because, l.Say(st.Derived))
	}
	return text
}

// plannedText says how many passages tell of an intention only: " (1 planned)".
func plannedText(list []cases.Evidence, l catalogue.Language) string {
	n := 0
	for i := range list {
		if e := &list[i]; e.Planned && e.Says != coding.Against {
			n++
		}
	}
	return plannedCount(n, l)
}

// asideText tells of the plans that say otherwise than the passages that a figure counts: "; planned: 1 for".
func asideText(st *cases.Standing, l catalogue.Language) string {
	if len(st.Aside) == 0 {
		return ""
	}
	return "; " + l.Say("planned") + ": " + sidesOf(asideOf(st.Aside), l)
}

// plannedOf is plannedText of passages as a table holds them.
func plannedOf(list []table.Evidence, l catalogue.Language) string {
	n := 0
	for _, e := range list {
		if e.Planned && e.Says != string(coding.Against) {
			n++
		}
	}
	return plannedCount(n, l)
}

func plannedCount(n int, l catalogue.Language) string {
	if n == 0 {
		return ""
	}
	if n == 1 {
		return " (" + l.Say("one-planned") + ")"
	}
	return " (" + l.Say("n-planned", n) + ")"
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
		text = itoa(n)
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

// ways are the ways in which a passage can speak, in the order in which they are printed.
var ways = []coding.Says{coding.For, coding.Against, coding.Qualified, cases.Unsettled}

// sidesOf counts pieces of evidence by the way they speak, and says who differs on those that are not settled: "2 for, 1 not
// settled (ann for, ben against)".
func sidesOf(evidence []table.Evidence, l catalogue.Language) string {
	n := make([]int, len(ways))
	var who []string
	for k := range evidence {
		if i := slices.Index(ways, coding.Says(evidence[k].Says)); i >= 0 {
			n[i]++
		}
		who = addOnce(who, nonEmpty(evidence[k].Voices(l))...)
	}
	var parts []string
	for i, says := range ways {
		if n[i] > 0 {
			parts = append(parts, itoa(n[i])+" "+l.Say(string(says)))
		}
	}
	out := strings.Join(parts, ", ")
	if len(who) > 0 {
		out += " (" + strings.Join(who, "; ") + ")"
	}
	return out
}

// spoken is sidesOf where not all passages are for, so that a bare number never hides a denial.
func spoken(evidence []table.Evidence, l catalogue.Language) string {
	for i := range evidence {
		if evidence[i].Says != string(coding.For) {
			return sidesOf(evidence, l)
		}
	}
	return ""
}

// sourceOf says what became of a source of a standing, and how many proposals in it nobody has looked at.
func sourceOf(src cases.Source, st *cases.Standing) table.Source {
	out := table.Source{Document: src.Document, Kind: src.Kind, State: src.State, Counts: src.Counts, Why: src.Why}
	for i := range st.Proposed {
		if st.Proposed[i].Passage.Document == src.Document {
			out.Waiting++
		}
	}
	return out
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

// marksOf says in brackets that a passage denies or limits, or only plans: " [against]".
func marksOf(e table.Evidence, l catalogue.Language) string {
	var text string
	for _, mark := range e.Marks(l) {
		text += " [" + mark + "]"
	}
	return text
}

// saidIn returns what a passage says: the values of its codings, else their notes, else how it begins.
func saidIn(e *cases.Evidence, l catalogue.Language) []string {
	switch {
	case len(e.Values) > 0:
		return e.Values
	case len(e.Notes) > 0:
		return e.Notes
	}
	return []string{l.Quote(beginning(e.Quote, 60))}
}

// entry is what a person writes into a meta-matrix: the summary if there is one, else what is said.
func entry(s *cases.Study, st *standing, cs []*cases.Case, codes []*coding.Code, l catalogue.Language) []string {
	if text := summary(s, cs, codes, l); text != "" {
		return []string{text}
	}
	return st.contents(l)
}

// beginning cuts a text to about n characters at a word.
func beginning(s string, n int) string {
	if len(s) <= n && tidy(s) {
		return s
	}
	var out strings.Builder
	long := 0
	for w := range strings.FieldsSeq(s) {
		size := utf8.RuneCountInString(w)
		if long > 0 {
			if long+1+size > n {
				out.WriteString(" …")
				break
			}
			out.WriteByte(' ')
			long++
		}
		out.WriteString(w)
		long += size
	}
	return out.String()
}

// tidy tells whether a text is of ASCII characters with single spaces between words and no other blanks.
func tidy(s string) bool {
	space := true
	for i := range len(s) {
		if b := s[i]; b == ' ' && space || b < ' ' || b >= utf8.RuneSelf {
			return false
		}
		space = s[i] == ' '
	}
	return !space
}

func summary(s *cases.Study, cs []*cases.Case, codes []*coding.Code, l catalogue.Language) string {
	var parts []string
	for _, c := range cs {
		for _, code := range codes {
			for i := range s.Summaries {
				if sum := &s.Summaries[i]; sum.Case == c.Key && s.Codebook.Code(sum.Code) == code && sum.Text != "" {
					parts = append(parts, sum.Plain())
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
	for i := range list {
		e, status := &list[i], "reviewed"
		if !e.Decided && machines(e.Coders) {
			status = "proposed"
		}
		out[i] = table.Evidence{Case: e.Case, Passage: e.Passage.String(), Quote: e.Quote, Says: string(e.Says), By: voicesOf(e), Named: calledOf(e), Planned: e.Planned, Basis: e.Basis, Values: e.Values, When: e.When, Notes: e.Notes, Status: status, Coders: e.Coders, Codings: e.Codings, Cite: e.Cite}
	}
	return out
}

// asideOf is evidenceOf of what stands aside.
func asideOf(list []cases.Evidence) []table.Evidence {
	if len(list) == 0 {
		return nil
	}
	out := evidenceOf(list)
	for i := range out {
		out[i].Status = "aside"
	}
	return out
}

// voicesOf returns what each coder says where they differ: "ann for".
func voicesOf(e *cases.Evidence) []string {
	var out []string
	for _, v := range e.Voices {
		out = append(out, v.String())
	}
	return out
}

// calledOf returns what the coders of voicesOf are called.
func calledOf(e *cases.Evidence) []string {
	var out []string
	for _, v := range e.Voices {
		out = append(out, v.Name)
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
