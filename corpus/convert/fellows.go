package convert

import (
	"slices"
	"strings"
)

// acceptFellows makes turns of the rows of a table of which other rows are turns, where their
// first cell is a label that comes back: "Intervjuer TAB words" opens a turn by its role word,
// and "Leder TAB words" between two of these does as well. What remains would be taken
// for the words of the speaker above: it is told.
func (rd *reading) acceptFellows(r *Report) {
	for i := 0; i < len(rd.lines); i++ {
		end := i
		for end < len(rd.lines) && rd.lines[end].block.Kind == Row {
			end++
		}
		if end > i {
			rd.acceptFellowsOf(rd.lines[i:end], r)
			i = end
		}
	}
}

func (rd *reading) acceptFellowsOf(rows []line, r *Report) {
	isTurn := func(l *line) bool { return l.who != nil && l.who.accepted }
	if !slices.ContainsFunc(rows, func(l line) bool { return isTurn(&l) }) {
		return
	}
	count := map[string]int{}
	for i := range rows {
		if o, ok := parseWeak(&rows[i], cell); ok && !isTurn(&rows[i]) && !rows[i].head {
			count[fold(o.label)]++
		}
	}
	byKey := map[string]*tally{}
	for _, t := range rd.order {
		byKey[t.key] = t
	}
	begun, left, example := false, 0, ""
	for i := range rows {
		l := &rows[i]
		if isTurn(l) || l.head {
			begun = begun || isTurn(l)
			continue
		}
		if o, ok := parseWeak(l, cell); ok && count[fold(o.label)] > 1 {
			t := byKey[fold(o.label)]
			if t == nil {
				t = &tally{label: o.label, key: fold(o.label), named: true, certain: certainRole(o.label), role: o.label}
				byKey[t.key] = t
				rd.order = append(rd.order, t)
			}
			if !t.accepted {
				t.accepted, t.lines = true, 0
			}
			t.lines++
			l.open, l.could, l.who = o, true, t
			begun = true
			continue
		}
		if first, _, more := strings.Cut(l.text, "\t"); begun && more && strings.TrimSpace(first) != "" {
			if left++; left == 1 {
				example = clip(l.text, 60)
			}
		}
	}
	r.Add("warning", `rows of a table whose first cell is no speaker's name stand with the words of the speaker above; write "NAME:" before them in the text, then crosscase corpus revise`, left, example)
}
