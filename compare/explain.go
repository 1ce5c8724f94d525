package compare

import (
	"fmt"
	"strings"

	"crosscase/compare/agree"
	"crosscase/compare/table"
)

// explainedRow is one figure with what it was computed from.
type explainedRow struct {
	key    string // of the explanation
	inputs string
}

// explanations are what all figures of the program are, by key: name, formula, paper.
func explanations() map[string][3]string {
	out := map[string][3]string{}
	for _, e := range agree.Explanations() {
		out[e.Key] = [3]string{e.Name, e.Formula, e.Paper}
	}
	for _, e := range frequencyExplanations() {
		out[e[0]] = [3]string{e[1], e[2], e[3]}
	}
	return out
}

// explanation returns a table of formulas: a row a figure, with the numbers that went into it and the paper.
func explanation(list []explainedRow, made table.How, o Options) *table.Table {
	l := o.Language
	t := &table.Table{Name: "explain", Title: l.Say("How computed"), Language: l, Corner: l.Say("Figure"), How: made,
		Columns: []table.Label{{Key: "formula", Label: l.Say("Formula")}, {Key: "inputs", Label: l.Say("Inputs")}, {Key: "paper", Label: l.Say("Paper")}}}
	known := explanations()
	at := map[string]int{}
	for _, e := range list {
		x := known[e.key]
		i, ok := at[e.key]
		if !ok {
			i = len(t.Rows)
			at[e.key] = i
			t.Rows = append(t.Rows, table.Label{Key: e.key, Label: x[0]})
			t.Cells = append(t.Cells, []table.Cell{{Text: x[1]}, {}, {Text: x[2]}})
		}
		if e.inputs != "" {
			t.Cells[i][1].Items = append(t.Cells[i][1].Items, e.inputs)
		}
	}
	for i := range t.Cells {
		if len(t.Cells[i][1].Items) == 0 {
			t.Cells[i][1].Text = l.Say("no inputs")
		}
	}
	return t
}

// explained returns what went into the coefficients of a code or of all.
func (c *comparison) explained(label string, f *figures, a inquiry) []explainedRow {
	var out []explainedRow
	if f.percent.Defined() {
		out = append(out, explainedRow{"percent", fmt.Sprintf("%s: Po = %s, %s", label, full(f.percent.Value), c.options.Language.Say("every coder on", f.percent.Units))})
	}
	for k, m := range a.measures {
		v := f.values[k]
		key, observed, expected := m.key, "Po", "Pe"
		if m.key == "alpha" {
			observed, expected = "Do", "De"
		}
		if f.ratings == nil {
			if m.key != "alpha" {
				continue
			}
			key = "mvalpha"
		}
		if !v.Defined() {
			out = append(out, explainedRow{key, label + ": " + c.options.Language.Say(string(v.Undefined))})
			continue
		}
		line := fmt.Sprintf("%s: %s = %s, %s = %s, %s", label, observed, full(v.Observed), expected, full(v.Expected), c.options.Language.Say("every coder on", v.Units))
		if m.key == "kappa" {
			x := agree.Cohen(f.ratings, agree.Unweighted)
			line += fmt.Sprintf("; max %s, SE %s (%s – %s), SE0 %s", full(x.Max), full(x.SE), full(x.Lower), full(x.Upper), full(x.SETest))
		}
		out = append(out, explainedRow{key, line})
	}
	if a.sampling.Resamples > 0 {
		key := "bootstrap"
		if a.deviations {
			key = "deviations"
		}
		out = append(out, explainedRow{key, ""})
	}
	return out
}

// full prints a figure to six digits, for those who compute it again.
func full(x float64) string { return strings.TrimSuffix(fmt.Sprintf("%.6g", x), ".") }
