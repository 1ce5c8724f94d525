package compare

import (
	"math"
	"strconv"

	"crosscase/compare/qca"
	"crosscase/compare/table"
)

// maxRows is how many rows of a truth table are printed at most.
const maxRows = 4096

// TruthTable returns the combinations of conditions that cases belong to, by their number: how many
// cases, which, which of them are not in the outcome, consistency, PRI and the outcome that
// follows; with Complete those without cases too. Below ten cases it is a display and says so.
func (c *Configuration) TruthTable() (*table.Table, error) {
	l := c.options.Language
	d, kept, err := c.data()
	if err != nil {
		return nil, err
	}
	tt := qca.NewTruthTable(d, c.spec.Cuts)
	t := c.newTable("truth-table", l.Say("qca-truth-table", d.Outcome), "qca-row")
	for _, s := range c.conditions() {
		t.Columns = append(t.Columns, table.Label{Key: s.Key, Label: s.Label})
	}
	for _, k := range []string{"OUT", "n", "incl", "PRI", "cases", "against"} {
		key := map[string]string{"OUT": "qca-out", "n": "qca-n", "incl": "qca-incl", "PRI": "qca-pri", "cases": "qca-cases", "against": "qca-against"}[k]
		t.Columns = append(t.Columns, table.Label{Key: k, Label: l.Say(key)})
	}
	all := c.inputsOf(kept, c.Sets...)
	for i := range tt.Rows {
		c.addRow(t, tt, &tt.Rows[i], kept, all)
	}
	if c.spec.Complete {
		if tt.Combos > maxRows {
			t.Notes = append(t.Notes, l.Say("qca-too-many-rows", l.Number(tt.Combos)))
		} else {
			c.addUnseen(t, tt, all)
		}
	}
	if few(d) {
		t.Banner = l.Say("qca-display", len(d.Cases))
	}
	t.Notes = append(t.Notes, c.truthNotes(tt, kept)...)
	return t, t.Check()
}

func (c *Configuration) addRow(t *table.Table, tt *qca.TruthTable, r *qca.Row, kept []int, all []table.Evidence) {
	t.Rows = append(t.Rows, table.Label{Key: strconv.Itoa(r.Number), Label: strconv.Itoa(r.Number)})
	opened := c.opened(kept, r.Cases, c.Sets)
	var cells []table.Cell
	for j, v := range r.Values {
		cells = append(cells, table.Cell{Text: strconv.Itoa(v), Evidence: c.opened(kept, r.Cases, c.Sets[j:j+1])})
	}
	n := c.casesCell(kept, r.Cases)
	n.Text = strconv.Itoa(len(r.Cases))
	names := table.Cell{Text: c.named(kept, r.Cases), Evidence: opened}
	cells = append(cells, table.Cell{Text: string(r.Out), Evidence: all}, n, c.figure(r.Incl, all), c.figure(r.PRI, all), names, c.casesCell(kept, r.Against))
	t.Cells = append(t.Cells, cells)
}

// addUnseen puts the rows without cases between those with.
func (c *Configuration) addUnseen(t *table.Table, tt *qca.TruthTable, all []table.Evidence) {
	l := c.options.Language
	at := map[string]int{}
	for i, r := range t.Rows {
		at[r.Key] = i
	}
	rows, cells := t.Rows, t.Cells
	t.Rows, t.Cells = nil, nil
	none := table.Cell{Missing: l.Say("qca-none-seen")}
	for number := 1; number <= int(tt.Combos); number++ {
		key := strconv.Itoa(number)
		if i, ok := at[key]; ok {
			t.Rows, t.Cells = append(t.Rows, rows[i]), append(t.Cells, cells[i])
			continue
		}
		t.Rows = append(t.Rows, table.Label{Key: key, Label: key})
		values := qca.RowValues(tt.Data.Conditions, number)
		fit := qca.Sufficient(qca.Term(values).Membership(tt.Data), tt.Data.Y)
		var row []table.Cell
		for _, v := range values {
			row = append(row, table.Cell{Text: strconv.Itoa(v), Evidence: all})
		}
		n := table.Cell{Text: "0"}
		n.SetEvidence(nil)
		t.Cells = append(t.Cells, append(row, table.Cell{Text: string(qca.Remainder), Evidence: all}, n, c.figure(fit.Incl, all), c.figure(fit.PRI, all), none, none))
	}
}

// truthNotes say what a reader of a truth table has to know: cut-offs, limited diversity, contradictions, and
// the cases that belong to no row.
func (c *Configuration) truthNotes(tt *qca.TruthTable, kept []int) []string {
	l := c.options.Language
	d := tt.Data
	number := func(f float64) string { return l.Number(f) }
	out := []string{l.Say("qca-cuts", tt.Cuts.N, number(tt.Cuts.Incl), number(tt.Cuts.PRI))}
	if tt.Cuts.InclUnder > 0 {
		out = append(out, l.Say("qca-cuts-two", number(tt.Cuts.InclUnder), number(tt.Cuts.Incl)))
	}
	enough := 0
	for _, r := range tt.Rows {
		if r.Out != qca.Remainder {
			enough++
		}
	}
	out = append(out, l.Say("qca-diversity", number(float64(len(tt.Rows))), number(tt.Combos), number(tt.Combos-float64(enough))))
	if under, over := tt.Gap(); !math.IsNaN(under) {
		out = append(out, l.Say("qca-gap", l.Decimals(under, c.digits()), l.Decimals(over, c.digits())))
	}
	for _, r := range tt.Rows {
		switch {
		case r.Out == qca.Remainder:
			out = append(out, l.Say("qca-seen-remainder", r.Number, c.named(kept, r.Cases), tt.Cuts.N))
		case r.Out == qca.Positive && len(r.Against) > 0:
			out = append(out, l.Say("qca-mixed-row", r.Number, c.named(kept, r.Against)))
		}
		if r.Out == qca.Positive && r.PRI < .6 {
			out = append(out, l.Say("qca-pri-half", r.Number, l.Decimals(r.PRI, c.digits())))
		}
	}
	for _, i := range tt.NoRow {
		for j, s := range c.conditions() {
			if s.Levels == 2 && qca.Ambiguous(d.X[i][j]) {
				out = append(out, l.Say("qca-half", d.Cases[i], s.Label))
			}
		}
	}
	for i, y := range d.Y {
		if qca.Ambiguous(y) {
			out = append(out, l.Say("qca-half", d.Cases[i], c.Outcome().Label))
		}
	}
	most := 4 * float64(len(d.Cases)) // combinations that so many cases can still say something of
	if few(d) {
		most = float64(len(d.Cases))
	}
	if n := len(d.Conditions); n > 7 || n > 1 && tt.Combos > most {
		out = append(out, l.Say("qca-many-conditions", n, len(d.Cases)))
	}
	return append(append(out, c.leftOut()...), c.skewNotes()...)
}
