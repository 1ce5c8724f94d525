package compare

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/compare/agree"
	"crosscase/compare/table"
)

// undefinedNotes says of every reason for which a figure is undefined in which rows.
func undefinedNotes(t *table.Table) {
	rows := map[string][]string{}
	var order []string
	for i, row := range t.Cells {
		for j := range row {
			why := row[j].Missing
			if why == "" || row[j].Text == why {
				continue
			}
			if rows[why] == nil {
				order = append(order, why)
			}
			rows[why] = addOnce(rows[why], t.Rows[i].Label)
		}
	}
	for _, why := range order {
		t.Notes = append(t.Notes, t.Language.Say("note undefined", why, strings.Join(rows[why], ", ")))
	}
}

// unitNotes says which units, how many, which documents, what was left out, and what to report.
func (c *comparison) unitNotes(t *table.Table, each []figures, all *figures, documents, differ int, a inquiry) {
	l := c.options.Language
	c.commonNotes(t, documents)
	if c.question.Unit != twiceUnit {
		t.Notes = append(t.Notes, l.Say("note whole"))
	}
	if c.ofOthers > 0 {
		t.Notes = append(t.Notes, l.Say("note interviewers", c.ofOthers))
	}
	if len(c.codes) > 1 {
		t.Notes = append(t.Notes, l.Say("note overall"))
	}
	if n := c.question.Resamples; n > 0 {
		if c.question.Deviations {
			t.Notes = append(t.Notes, l.Say("note deviations", l.Number(float64(n)), c.question.Seed))
		} else {
			fewer := ""
			for k := range all.intervals {
				if r := all.intervals[k].Resamples; all.intervals[k].Defined() && r > 0 && r < n && len(c.codes) > 1 {
					fewer = "; " + l.Say("note fewer", r)
				}
			}
			t.Notes = append(t.Notes, l.Say("note interval", l.Number(float64(n)), c.question.Seed, fewer))
		}
		if without := c.without(each, a); without != "" {
			t.Notes = append(t.Notes, l.Say("note without", without))
		}
		if perfect(each) {
			t.Notes = append(t.Notes, l.Say("note perfect"))
		}
	}
	t.Notes = append(t.Notes, l.Say("advice", strings.Join(c.advice(each), "; ")), l.Say("advice bar"))
	if differ > 0 {
		t.Notes = append(t.Notes, l.Say("note disagreements", differ))
	}
	if n := c.opposed(each); n > 0 {
		t.Notes = append(t.Notes, l.Say("note opposed", n))
	}
}

// opposed returns on how many units coders agree on a code and let it say something else.
func (c *comparison) opposed(each []figures) int {
	n := 0
	for i := range each {
		if !c.saysMore(i) {
			continue
		}
		for _, x := range each[i].touched {
			if c.directionsDiffer(i, x) {
				n++
			}
		}
	}
	return n
}

// without lists the codes whose first coefficient was undefined in some resamples.
func (c *comparison) without(each []figures, a inquiry) string {
	var out []string
	for i := range each {
		if first := each[i].intervals[0]; first.Defined() && first.Without > 0 {
			out = append(out, fmt.Sprintf("%s %d", c.codes[i].Key, first.Without))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return a.measures[0].label + ": " + strings.Join(out, ", ")
}

// perfect tells whether some interval is a point because nobody deviated from anybody.
func perfect(each []figures) bool {
	return slices.ContainsFunc(each, func(f figures) bool {
		return slices.ContainsFunc(f.intervals, func(i agree.Interval) bool { return i.Defined() && i.Resamples > 0 && i.Lower == 1 })
	})
}

// advice says which coefficient the design asks for, and why.
func (c *comparison) advice(each []figures) []string {
	l := c.options.Language
	gaps := false
	var skewed []string
	for i := range each {
		for _, t := range each[i].touched {
			gaps = gaps || slices.Contains(t.values, leftOut)
		}
		share, n := 0.0, 0.0
		for j := range c.coders {
			if p := each[i].ratings.Prevalence(j, isCoded); p.Defined() {
				share += p.Value
				n++
			}
		}
		if share /= max(1, n); n > 0 && (share < 0.1 || share > 0.9) {
			skewed = append(skewed, c.codes[i].Key)
		}
	}
	var out []string
	switch {
	case gaps && len(c.coders) > 2:
		out = append(out, l.Say("advice missing"))
	case len(c.coders) > 2:
		out = append(out, l.Say("advice more", len(c.coders)))
	default:
		out = append(out, l.Say("advice two"))
	}
	if len(skewed) > 0 {
		out = append(out, l.Say("advice skewed", strings.Join(skewed, ", ")))
	}
	return out
}

// commonNotes says who, on which units, in which documents, and what was left out.
func (c *comparison) commonNotes(t *table.Table, documents int) {
	l := c.options.Language
	add := func(key string, args ...any) { t.Notes = append(t.Notes, l.Say(key, args...)) }
	if c.question.Unit == twiceUnit {
		add("note twice", c.coders[0], c.coders[1], len(c.keys), c.coded, l.Percent(float64(len(c.keys))/float64(c.coded)), strings.Join(slices.Compact(slices.Sorted(slices.Values(c.keys))), ", "))
	} else {
		add("note coders", strings.Join(c.coders, ", "), l.Say("unit "+c.question.Unit))
		add("note documents", len(c.keys), len(c.study.Documents), strings.Join(c.keys, ", "))
		if documents < len(c.keys) {
			add("note all documents", documents)
		}
	}
	for _, coder := range c.coders {
		if saw := c.saw[coder]; len(saw) > 0 {
			add("note seen", coder, strings.Join(saw, ", "))
		}
	}
	if len(c.left) > 0 {
		add("note unfinished", strings.Join(c.left, ", "))
	}
	var taken []string
	for j, n := range c.taken {
		if n > 0 {
			taken = append(taken, fmt.Sprintf("%s %d", c.coders[j], n))
		}
	}
	if len(taken) > 0 {
		add(map[bool]string{false: "note accepted", true: "note accepted kept"}[c.question.Accepted], strings.Join(taken, ", "))
	}
	for _, coder := range c.coders {
		if coding.Machine(coder) {
			add("note machine", coder)
		}
	}
	if len(c.unused) > 0 {
		add("note unused", strings.Join(c.unused, ", "))
	}
}
