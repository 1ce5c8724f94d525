package chart

import (
	"fmt"
	"strings"

	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// cellMarks are what a cell says beside its state and the number of its passages, as its text does: what is only planned, proposed, not
// settled, rests on hearsay, or was set by a person.
type cellMarks struct {
	planned   int            // passages that are counted and only tell of a plan
	aside     map[string]int // plans that say otherwise and are counted nowhere, by what they say
	proposed  int
	unsettled int // passages on which coders differ
	weak, set bool
}

// marksOf returns the marks of a cell.
func marksOf(c *table.Cell) cellMarks {
	m := cellMarks{proposed: len(c.Proposed), weak: c.Weak, set: c.Derived != ""}
	for i := range c.Evidence {
		e := &c.Evidence[i]
		if e.Planned && e.Says != "against" && e.Passage != "" {
			m.planned++
		}
		if len(e.By) > 0 {
			m.unsettled++
		}
	}
	for _, e := range c.Aside {
		if m.aside == nil {
			m.aside = map[string]int{}
		}
		m.aside[e.Says]++
	}
	return m
}

// add notes that a cell with some marks stands in the picture, for its legend.
func (m *cellMarks) add(o cellMarks) {
	m.planned += o.planned
	for says, n := range o.aside {
		if m.aside == nil {
			m.aside = map[string]int{}
		}
		m.aside[says] += n
	}
	m.proposed, m.unsettled = m.proposed+o.proposed, m.unsettled+o.unsettled
	m.weak, m.set = m.weak || o.weak, m.set || o.set
}

// words writes the marks behind a number: what is planned in the words of the text, or short: "2 (1 planned)", "2 (1p)".
func (m cellMarks) words(number string, l catalogue.Language, short bool) string {
	out := number
	if m.planned > 0 && short {
		out += fmt.Sprintf(" (%dp)", m.planned)
	} else if m.planned > 0 {
		out += " (" + l.Say("n-planned", m.planned) + ")"
	}
	if len(m.aside) > 0 && short {
		n := 0
		for _, k := range m.aside {
			n += k
		}
		out += fmt.Sprintf("; %dp", n)
	} else if len(m.aside) > 0 {
		var sides []string
		for _, says := range []string{"for", "against", "qualified", table.Unsettled} {
			if m.aside[says] > 0 {
				sides = append(sides, fmt.Sprintf("%d %s", m.aside[says], l.Say(says)))
			}
		}
		out += "; " + l.Say("planned") + ": " + strings.Join(sides, ", ")
	}
	if m.unsettled > 0 {
		out += fmt.Sprintf(" ≠%d", m.unsettled)
	}
	if m.proposed > 0 {
		out += fmt.Sprintf(" (+%d)", m.proposed)
	}
	if m.weak {
		out += "°"
	}
	if m.set {
		out += "†"
	}
	return strings.TrimSpace(out)
}

// legend says what the marks mean that stand in a picture.
func (m cellMarks) legend(l catalogue.Language) (out []string) {
	for _, line := range []struct {
		used bool
		key  string
	}{{m.planned > 0, "picture planned"}, {len(m.aside) > 0, "picture planned aside"}, {m.unsettled > 0, "picture unsettled"}, {m.proposed > 0, "picture proposed"}, {m.weak, "picture weak"}, {m.set, "picture set"}} {
		if line.used {
			out = append(out, l.Say(line.key))
		}
	}
	return out
}

// leastWords is the size below which words in a cell are written short.
const leastWords = 6.5

// fitted returns the size at which words fit into a width, at most labelSize.
func fitted(words string, width float64) float64 {
	return labelSize * min(1, width/max(1, measure(words, labelSize, true)))
}
