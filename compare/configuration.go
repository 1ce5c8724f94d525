package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"crosscase/compare/qca"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// ConfigurationSpec says which cases, conditions and outcome are analysed, and how.
type ConfigurationSpec struct {
	Outcome    string   // a calibration or column; NAME{VALUE} of a multi-value one
	Negate     bool     // analyse the negation of the outcome
	Conditions []string // all if empty
	Cuts       qca.Cuts
	Necessity  qca.NecessityCuts

	Solution       qca.Kind
	Expect         []string // NAME, ~NAME or NAME{1;2}: the value expected to go with the outcome
	Exclude        []string // terms whose remainders may not be supposed
	Contradictions string   // negative (default), positive, free
	Larger         bool     // irredundant models with more terms as well
	Illustrative   bool     // minimise although there are few cases
	Models         int      // print at most so many
	Complete       bool     // truth table: rows without cases too
	IDM            float64  // of anchors that are typed; 0: log odds 3
	Anchors        []string // NAME=OUT/CROSSOVER/IN, for columns of raw values
	Thresholds     []string // NAME=N/N…
	All            bool     // every set, if neither outcome nor conditions are named
	Digits         int      // after the decimal mark; 0: 3
}

// fewCases is the number of cases below which a truth table is a display and no solution is
// claimed.
const fewCases = 10

// Configuration are calibrated cases: what QCA analyses, with where each figure comes from.
type Configuration struct {
	Sets    []*CalibratedSet // conditions, then the outcome
	Cases   []table.Label
	inputs  []string
	options Options
	spec    ConfigurationSpec
	value   int // of a multi-value outcome, -1 for others
}

// CalibratedSet is a condition or an outcome with the membership of every case.
type CalibratedSet struct {
	Key, Label string
	Levels     int // 2, or the number of values of a multi-value condition
	Outcome    bool
	Scores     []Score // by case
	Anchors    []ScaleAnchor
	score      func(x float64) float64 // of a raw number, for a scale that can be moved
	scale      []float64               // the anchors that score goes by
	make       func(scale []float64) func(x float64) float64
}

// Score is the membership of one case.
type Score struct {
	Raw      string  // as it is printed; "" where there is none
	Number   float64 // the raw value, NaN if it is no number
	Value    float64 // the membership
	Missing  string  // why there is none
	ByHand   bool    // a person put it in the place of a derived one
	Evidence []table.Evidence
	Place    string // file:line of the figure
}

// ScaleAnchor is one anchor of a scale, as it is printed.
type ScaleAnchor struct {
	At, Membership, Means string
	Evidence              []table.Evidence
}

// Outcome returns the set that is the outcome.
func (c *Configuration) Outcome() *CalibratedSet { return c.Sets[len(c.Sets)-1] }

// conditions returns the sets that are conditions.
func (c *Configuration) conditions() []*CalibratedSet { return c.Sets[:len(c.Sets)-1] }

// Inputs of a table made of the configuration.
func (c *Configuration) how() table.How {
	return table.How{Command: c.options.Command, Version: c.options.Version, Inputs: c.inputs}
}

// data returns the cases that have a membership in every set, as numbers, and the indices of
// these cases; the others are left out and named by leftOut.
func (c *Configuration) data() (*qca.Data, []int, error) {
	d := &qca.Data{Outcome: c.outcomeName()}
	for _, s := range c.conditions() {
		d.Conditions = append(d.Conditions, qca.Condition{Name: s.Key, Levels: s.Levels})
	}
	var kept []int
	for i, label := range c.Cases {
		if c.missing(i) != "" {
			continue
		}
		var x []float64
		for _, s := range c.conditions() {
			x = append(x, s.Scores[i].Value)
		}
		y := c.Outcome().Scores[i].Value
		if c.value >= 0 {
			y = 0
			if int(c.Outcome().Scores[i].Value) == c.value {
				y = 1
			}
		}
		kept = append(kept, i)
		d.Cases, d.X, d.Y = append(d.Cases, label.Label), append(d.X, x), append(d.Y, y)
	}
	if len(kept) == 0 {
		return nil, nil, catalogue.Errorf("no case has a membership in every condition and the outcome\nhint: crosscase compare calibrate says what is missing; --conditions chooses fewer")
	}
	if err := d.Check(); err != nil {
		return nil, nil, err
	}
	if c.spec.Negate {
		d = d.Negated()
	}
	return d, kept, nil
}

func (c *Configuration) outcomeName() string {
	if c.value >= 0 {
		return fmt.Sprintf("%s{%d}", c.Outcome().Key, c.value)
	}
	return c.Outcome().Key
}

// missing says in which sets a case has no membership, and why.
func (c *Configuration) missing(i int) string {
	var parts []string
	for _, s := range c.Sets {
		if why := s.Scores[i].Missing; why != "" {
			parts = append(parts, s.Key+": "+why)
		}
	}
	return strings.Join(parts, "; ")
}

// leftOut are notes that name the cases without a membership.
func (c *Configuration) leftOut() []string {
	var out []string
	for i, label := range c.Cases {
		if why := c.missing(i); why != "" {
			out = append(out, c.options.Language.Say("qca-left-out", label.Label, why))
		}
	}
	return out
}

// inputsOf cites the figures that a parameter of some cases in some sets is computed from: each file once, with the
// first and the last line. Case by case they stand in the table of memberships.
func (c *Configuration) inputsOf(kept []int, sets ...*CalibratedSet) []table.Evidence {
	type lines struct{ first, last int }
	at := map[string]*lines{}
	var files []string
	for _, s := range sets {
		for _, i := range kept {
			place := s.Scores[i].Place
			colon := strings.LastIndexByte(place, ':')
			line, err := strconv.Atoi(place[colon+1:])
			if err != nil {
				continue
			}
			file := place[:colon]
			if at[file] == nil {
				at[file] = &lines{line, line}
				files = append(files, file)
			}
			at[file].first, at[file].last = min(at[file].first, line), max(at[file].last, line)
		}
	}
	var out []table.Evidence
	for _, file := range files {
		source := fmt.Sprintf("%s:%d", file, at[file].first)
		if at[file].last > at[file].first {
			source += fmt.Sprintf("-%d", at[file].last)
		}
		out = append(out, table.Evidence{Source: source})
	}
	return out
}

// members cites some cases, one place each: their membership in the outcome.
func (c *Configuration) members(kept, which []int) []table.Evidence {
	var out []table.Evidence
	for _, i := range which {
		k := kept[i]
		out = append(out, table.Evidence{Case: c.Cases[k].Key, Source: c.Outcome().Scores[k].Place})
	}
	return out
}

// opened cites what the memberships of some cases rest on: passages where there are any.
func (c *Configuration) opened(kept, which []int, sets []*CalibratedSet) []table.Evidence {
	var out []table.Evidence
	for _, i := range which {
		places := map[string]bool{}
		for _, s := range sets {
			for _, e := range s.Scores[kept[i]].Evidence {
				if key := e.Passage + " " + e.Source; !places[key] {
					places[key] = true
					out = append(out, e)
				}
			}
		}
	}
	return out
}

// named returns the labels of some cases.
func (c *Configuration) named(kept, which []int) string {
	var out []string
	for _, i := range which {
		out = append(out, c.Cases[kept[i]].Label)
	}
	return strings.Join(out, ", ")
}

// casesCell names cases; its count is how many.
func (c *Configuration) casesCell(kept, which []int) table.Cell {
	cell := table.Cell{Text: c.named(kept, which)}
	if len(which) == 0 {
		cell.Text = "–"
	}
	cell.SetEvidence(c.members(kept, which))
	return cell
}

// figure is a cell with a parameter of fit; one that is not defined is Missing.
func (c *Configuration) figure(f float64, inputs []table.Evidence) table.Cell {
	if math.IsNaN(f) {
		return table.Cell{Missing: c.options.Language.Say("qca-undefined")}
	}
	return table.Cell{Text: c.options.Language.Decimals(f, c.digits()), Evidence: inputs}
}

// digits returns how many digits of a figure are printed after the decimal mark.
func (c *Configuration) digits() int { return cmp.Or(c.spec.Digits, 3) }

// newTable returns an empty table of the configuration.
func (c *Configuration) newTable(name, title, corner string, columns ...string) *table.Table {
	l := c.options.Language
	t := &table.Table{Name: name, Title: title, Language: l, Corner: l.Say(corner), Count: "cases", How: c.how()}
	for _, k := range columns {
		t.Columns = append(t.Columns, table.Label{Key: strings.TrimPrefix(k, "qca-"), Label: l.Say(k)})
	}
	return t
}

// literal returns the set with a value as a term that names nothing else.
func literal(conditions []qca.Condition, j, value int) qca.Term {
	t := make(qca.Term, len(conditions))
	for i := range t {
		t[i] = qca.Any
	}
	t[j] = value
	return t
}

// setsOf returns the sets that a term names.
func (c *Configuration) setsOf(t qca.Term) []*CalibratedSet {
	var out []*CalibratedSet
	for j, v := range t {
		if v != qca.Any {
			out = append(out, c.Sets[j])
		}
	}
	return out
}

// few tells whether there are too few cases for a solution.
func few(d *qca.Data) bool { return len(d.Cases) < fewCases }

// unknownSet is the problem of a condition or outcome that was typed and is none.
func unknownSet(name string, known []string) error {
	return catalogue.Errorf("%q is no condition or outcome\nhint: %s", name, plainfile.DidYouMean(name, known, "known: %s", strings.Join(known, ", ")))
}

// choose puts the sets in the order of conditions and outcome that the specification names. Sets that
// are marked as an outcome are no conditions unless they are named as such.
func (c *Configuration) choose(all []*CalibratedSet) error {
	known := make([]string, len(all))
	var outcomes []string
	for i, s := range all {
		known[i] = s.Key
		if s.Outcome {
			outcomes = append(outcomes, s.Key)
		}
	}
	if c.spec.All && c.spec.Outcome == "" && len(c.spec.Conditions) == 0 {
		c.Sets, c.value = all, -1
		return nil
	}
	find := func(name string) *CalibratedSet {
		if i := slices.Index(known, name); i >= 0 {
			return all[i]
		}
		return nil
	}
	outcome := c.spec.Outcome
	if outcome == "" && len(outcomes) == 1 {
		outcome = outcomes[0]
	}
	if outcome == "" {
		return catalogue.Errorf("which outcome?\nhint: add --outcome NAME; known: %s", strings.Join(known, ", "))
	}
	name, braces, valued := strings.Cut(outcome, "{")
	y := find(name)
	if y == nil {
		return unknownSet(name, known)
	}
	c.value = -1
	if valued != (y.Levels > 2) {
		return catalogue.Errorf("outcome %q does not say which value counts\nhint: write --outcome 'NAME{1}' for a multi-value one, NAME for others", outcome)
	}
	if valued {
		if n, err := strconv.Atoi(strings.TrimSuffix(braces, "}")); err == nil && n >= 0 && n < y.Levels {
			c.value = n
		} else {
			return catalogue.Errorf("outcome %q has no such value\nhint: %s has 0 to %d", outcome, name, y.Levels-1)
		}
	}
	if len(c.spec.Conditions) == 0 {
		for _, s := range all {
			if s != y && !s.Outcome {
				c.Sets = append(c.Sets, s)
			}
		}
	}
	for _, name := range c.spec.Conditions {
		s := find(name)
		if s == nil {
			return unknownSet(name, known)
		}
		if s == y || slices.Contains(c.Sets, s) {
			return catalogue.Errorf("%q is named twice among conditions and outcome\nhint: name each set once", name)
		}
		c.Sets = append(c.Sets, s)
	}
	if len(c.Sets) == 0 || len(c.Sets) > qca.MaxConditions {
		return catalogue.Errorf("%d conditions; from 1 to %d can be analysed\nhint: choose with --conditions", len(c.Sets), qca.MaxConditions)
	}
	c.Sets = append(c.Sets, y)
	return nil
}
