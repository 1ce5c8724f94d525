package compare

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/agree"
	"crosscase/compare/table"
)

// SpanUnit asks for the passages as coders marked them, instead of given units.
const SpanUnit = "span"

// UnitKinds are the kinds of unit on which coders can be compared.
func UnitKinds() []string { return append(cases.StretchKinds(), SpanUnit) }

// CodersQuestion says which coders are to be compared, on what.
type CodersQuestion struct {
	Coders       []string     // persons and machine coders; everybody who recorded a reading, if empty
	Unit         string       // one of UnitKinds
	Filter       cases.Filter // Codes, Cases, Sources, Roles, Speakers, Attributes
	Accepted     bool         // what was taken over from proposals counts
	Seen         bool         // documents count in which a coder saw the others' codings
	Coefficients []string     // of Coefficients, for given units; chosen by the number of coders if empty
	Resamples    int          // for intervals, 0 for none
	Seed         uint64
	Deviations   bool   // intervals by Krippendorff's algorithm
	Key          string // the coder whose work is the key for the others
	Explain      bool
}

// Coders returns how far coders agree: for two of them on how many units both, or only one, put each code, and coefficients with intervals; or, for passages as they
// marked them, the alphas of a continuum. With Explain a second table gives formulas. Counts carry their passages, coefficients the files they were computed from.
func Coders(s *cases.Study, q CodersQuestion, o Options) ([]*table.Table, error) {
	c, err := newComparison(s, q, o)
	if err != nil {
		return nil, err
	}
	if q.Key != "" {
		return c.againstKey(), nil
	}
	var out *table.Table
	var explained []explainedRow
	if q.Unit == SpanUnit {
		out, explained = c.bySpans()
	} else {
		out, explained = c.byUnits()
	}
	undefinedNotes(out)
	out.How = how(s, &cases.TableRecord{}, o)
	if err := out.Check(); err != nil {
		return nil, err
	}
	if !q.Explain {
		return []*table.Table{out}, nil
	}
	return []*table.Table{out, explanation(explained, out.How, o)}, nil
}

// chosenMeasures returns the coefficients to be computed.
func (c *comparison) chosenMeasures() []measure {
	names := c.question.Coefficients
	if len(names) == 0 {
		names = []string{"alpha", "kappa", "ac1"}
		if len(c.coders) > 2 {
			names = []string{"alpha", "fleiss", "ac1"}
		}
	}
	var out []measure
	for _, m := range measures() {
		if slices.Contains(names, m.key) {
			out = append(out, m)
		}
	}
	return out
}

// byUnits compares coders on given units.
func (c *comparison) byUnits() (*table.Table, []explainedRow) {
	l := c.options.Language
	a := inquiry{measures: c.chosenMeasures(), sampling: agree.Resampling{Resamples: c.question.Resamples, Level: 0.95, Seed: c.question.Seed}, deviations: c.question.Deviations}
	t := c.newTable("coders", l.Say(c.title()))
	columns := []table.Label{{Key: "units", Label: l.Say("units")}}
	if len(c.coders) == 2 {
		columns = append(columns, table.Label{Key: "both", Label: l.Say("both")})
		for _, coder := range c.coders {
			columns = append(columns, table.Label{Key: "only-" + coder, Label: l.Say("only", coder)})
		}
	} else {
		columns = append(columns, table.Label{Key: "by-all", Label: l.Say("by all")}, table.Label{Key: "by-some", Label: l.Say("by some")})
	}
	columns = append(columns, table.Label{Key: "prevalence", Label: l.Say("prevalence")}, table.Label{Key: "agreement", Label: l.Say("agreement")})
	for _, m := range a.measures {
		columns = append(columns, table.Label{Key: m.key, Label: m.label})
	}
	t.Columns = columns
	each := make([]figures, len(c.codes))
	for i := range c.codes {
		each[i] = c.marks.ofCode(i, a)
	}
	all, documents := c.marks.ofAll(a, each)
	inputs := c.inputs()
	differ := 0
	row := func(label table.Label, f *figures, counts []table.Cell) {
		cells := append([]table.Cell{numberCell(l, float64(f.used), 0)}, counts...)
		cells = append(cells, coefficientCell(l, f.percent, agree.Interval{Undefined: "-"}, inputs, l.Percent))
		for k := range a.measures {
			if f.values[k].Undefined == perCode {
				cells = append(cells, table.Cell{})
				continue
			}
			cells = append(cells, coefficientCell(l, f.values[k], f.intervals[k], inputs, nil))
		}
		t.Rows = append(t.Rows, label)
		t.Cells = append(t.Cells, cells)
	}
	if len(c.codes) > 1 {
		row(table.Label{Key: "-", Label: l.Say("overall")}, &all, make([]table.Cell, len(columns)-2-len(a.measures)))
	}
	var explained []explainedRow
	if len(c.codes) > 1 {
		explained = append(explained, c.explained(l.Say("overall"), &all, a)...)
	}
	for i, code := range c.codes {
		counts, n := c.countCells(i, &each[i])
		differ += n
		row(table.Label{Key: code.Key, Label: c.titleOf(code)}, &each[i], counts)
		explained = append(explained, c.explained(c.titleOf(code), &each[i], a)...)
	}
	c.unitNotes(t, each, &all, documents, differ, a)
	return t, explained
}

func (c *comparison) title() string {
	if c.question.Unit == twiceUnit {
		return "Agreement over time"
	}
	return "Agreement between coders"
}

func (c *comparison) titleOf(code *coding.Code) string { return titleOf(c.study, code) }

func (c *comparison) newTable(name, title string) *table.Table {
	l := c.options.Language
	t := &table.Table{Name: name, Title: title, Language: l, Corner: l.Say("Code"), Count: "units"}
	if c.study.Stance == "reflexive" {
		t.Banner = l.Say("reflexive")
	}
	return t
}

// countCells returns how many units have the code by both and by each alone, or by all and by some, and by what share each coder gives it;
// and on how many units they differ.
func (c *comparison) countCells(code int, f *figures) ([]table.Cell, int) {
	two := len(c.coders) == 2
	cells := make([]table.Cell, 2)
	if two {
		cells = make([]table.Cell, 3)
	}
	for i := range cells {
		cells[i].SetEvidence([]table.Evidence{})
	}
	differ := 0
	for _, t := range f.touched {
		n, known := t.coders()
		var into int
		switch {
		case n == 0 || known < 2:
			continue
		case n == known:
			into = 0
		case two:
			into = 1 + slices.Index(t.values, isCoded)
		default:
			into = 1
		}
		if n < known {
			differ++
		}
		cells[into].SetEvidence(append(cells[into].Evidence, c.evidence(code, t)))
	}
	for i := range cells {
		n, _ := cells[i].Count()
		cells[i].Text = fmt.Sprint(n)
	}
	var shares []string
	for j := range c.coders {
		p := f.ratings.Prevalence(j, isCoded)
		shares = append(shares, c.options.Language.Percent(p.Value))
	}
	return append(cells, table.Cell{Text: strings.Join(shares, ", ")}), differ
}
