package compare

import (
	"crosscase/compare/qca"
	"crosscase/compare/table"
)

// Calibrated returns the cases with the raw value and the membership in every set, closed by how
// many are in each set and whether it is skewed; and the anchors with what they mean.
func (c *Configuration) Calibrated() ([]*table.Table, error) {
	l := c.options.Language
	t := c.newTable("calibrate", l.Say("qca-calibrated"), "Case")
	for _, s := range c.Sets {
		if s.raw() {
			t.Columns = append(t.Columns, table.Label{Key: s.Key + ".raw", Label: s.Label + " (" + l.Say("qca-raw") + ")"})
		}
		t.Columns = append(t.Columns, table.Label{Key: s.Key, Label: s.Label})
	}
	for i, label := range c.Cases {
		t.Rows = append(t.Rows, label)
		var cells []table.Cell
		for _, s := range c.Sets {
			score := s.Scores[i]
			if s.raw() {
				raw := table.Cell{Text: score.Raw, Evidence: score.Evidence}
				if score.Raw == "" {
					raw = table.Cell{Text: "–", Evidence: score.Evidence}
				}
				if score.Missing != "" {
					raw = table.Cell{Missing: score.Missing}
				}
				cells = append(cells, raw)
			}
			cells = append(cells, c.membershipCell(s, score))
			if s.Levels == 2 && score.Missing == "" && qca.Ambiguous(score.Value) {
				t.Notes = append(t.Notes, l.Say("qca-half", label.Label, s.Label))
			}
		}
		t.Cells = append(t.Cells, cells)
	}
	t.Rows = append(t.Rows, table.Label{Key: "in-set", Label: l.Say("qca-in-set")})
	var cells []table.Cell
	for _, s := range c.Sets {
		if s.raw() {
			cells = append(cells, table.Cell{})
		}
		cell, note := c.skewCell(s)
		if note != "" {
			t.Notes = append(t.Notes, note)
		}
		cells = append(cells, cell)
	}
	t.Cells = append(t.Cells, cells)
	if err := t.Check(); err != nil {
		return nil, err
	}
	anchors := c.newTable("anchors", l.Say("qca-anchors"), "qca-anchor", "qca-at", "qca-membership", "qca-means")
	for _, s := range c.Sets {
		if len(s.Anchors) == 0 {
			continue
		}
		anchors.Rows = append(anchors.Rows, table.Label{Key: s.Key, Label: s.Label, Head: true})
		anchors.Cells = append(anchors.Cells, make([]table.Cell, 3))
		for i, a := range s.Anchors {
			anchors.Rows = append(anchors.Rows, table.Label{Key: s.Key + "." + string(rune('a'+i)), Label: l.Say("qca-anchor"), Depth: 1})
			row := make([]table.Cell, 3)
			for k, text := range []string{a.At, a.Membership, a.Means} {
				if text != "" {
					row[k] = table.Cell{Text: text, Evidence: a.Evidence}
				}
			}
			anchors.Cells = append(anchors.Cells, row)
		}
	}
	if len(anchors.Rows) == 0 {
		return []*table.Table{t}, nil
	}
	return []*table.Table{t, anchors}, anchors.Check()
}

// raw tells whether any case has a raw value beside its membership.
func (s *CalibratedSet) raw() bool {
	for _, score := range s.Scores {
		if score.Raw != "" {
			return true
		}
	}
	return false
}

func (c *Configuration) membershipCell(s *CalibratedSet, score Score) table.Cell {
	l := c.options.Language
	if score.Missing != "" {
		return table.Cell{Missing: score.Missing}
	}
	cell := table.Cell{Text: l.Number(score.Value), Evidence: score.Evidence}
	if s.Levels == 2 {
		cell.Text = l.Decimals(score.Value, c.digits())
		if score.Value == 0 || score.Value == 1 {
			cell.Text = l.Number(score.Value)
		}
	}
	if score.ByHand && s.raw() {
		cell.Text += " (" + l.Say("qca-by-hand") + ")"
	}
	return cell
}

// skewCell says how many of the cases with a membership are in a set. Its evidence are those that are.
func (c *Configuration) skewCell(s *CalibratedSet) (cell table.Cell, note string) {
	l := c.options.Language
	if s.Levels > 2 {
		return table.Cell{}, ""
	}
	var ms []float64
	var in []int
	for i, score := range s.Scores {
		if score.Missing == "" {
			ms = append(ms, score.Value)
			if qca.In(score.Value) {
				in = append(in, i)
			}
		}
	}
	if len(ms) == 0 {
		return table.Cell{Missing: l.Say("no-value")}, ""
	}
	n, skewed := qca.Skew(ms)
	cell = table.Cell{Text: l.Say("qca-in-of", n, len(ms), (200*n+len(ms))/(2*len(ms)))}
	if skewed {
		cell.Text += ", " + l.Say("qca-skewed")
		note = l.Say("qca-skew-note", s.Label, n, len(ms))
	}
	var inputs []table.Evidence
	for _, i := range in {
		inputs = append(inputs, table.Evidence{Case: c.Cases[i].Key, Source: s.Scores[i].Place})
	}
	cell.SetEvidence(inputs)
	return cell, note
}

// skewNotes warn of every skewed set.
func (c *Configuration) skewNotes() []string {
	var out []string
	for _, s := range c.Sets {
		if _, note := c.skewCell(s); note != "" {
			out = append(out, note)
		}
	}
	return out
}
