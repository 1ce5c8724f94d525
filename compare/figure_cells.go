package compare

import (
	"crosscase/compare/agree"
	"crosscase/compare/table"
)

// numberCell returns a cell with a figure of so many decimals.
func numberCell(l interface{ Decimals(float64, int) string }, x float64, places int) table.Cell {
	return table.Cell{Text: l.Decimals(x, places), Number: &x}
}

// coefficientCell returns a cell with a coefficient and its interval, or the reason why there is none.
func coefficientCell(l interface {
	Decimals(float64, int) string
	Say(string, ...any) string
}, v agree.Coefficient, i agree.Interval, inputs []table.Evidence, print func(float64) string) table.Cell {
	if !v.Defined() {
		return table.Cell{Text: l.Say("undefined"), Missing: l.Say(string(v.Undefined))}
	}
	if print == nil {
		print = func(x float64) string { return l.Decimals(x, 3) }
	}
	x := v.Value
	c := table.Cell{Text: print(x), Number: &x, Evidence: inputs}
	if i.Defined() && i.Resamples > 0 {
		c.Interval = []float64{i.Lower, i.Upper}
		c.Text += " (" + l.Decimals(i.Lower, 2) + " – " + l.Decimals(i.Upper, 2) + ")"
	}
	return c
}
