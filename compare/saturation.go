package compare

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// SaturationPlan says how saturation is to be told.
type SaturationPlan struct {
	By        string  // interview (default) or case
	Base      int     // units of the base, 4 by default
	Run       int     // units of each run, 2 by default
	Threshold float64 // share of new codes at or below which it is reached, 0.05 by default
	Seed      uint64  // of the sample of orders, where there are too many to try all
}

// mostOrders is how many orders are tried: all of up to seven units (5040), else a sample of a thousand.
const (
	mostOrders    = 5040
	sampledOrders = 1000
)

// unit is an interview or a case with the codes that come from the material in it.
type unit struct {
	label    table.Label
	codes    []string
	evidence map[string][]table.Evidence
	read     bool
}

// reachedAt returns the number of units after which saturation is reached in an order, by Guest, Namey and Chen (2020): U is the number
// of codes in the first base units; for i = base, base+1, … N is the number of codes in units i+1 … i+run that were in none of the
// first i; it is reached at the first i with N/U at or below the threshold. 0 if it is not reached. ratios holds N and N/U of each i.
func reachedAt(order []unit, base, run int, threshold float64) (at, u int, ns []int) {
	seen := map[string]bool{}
	for _, x := range order[:base] {
		for _, c := range x.codes {
			seen[c] = true
		}
	}
	u = len(seen)
	for i := base; i+run <= len(order); i++ {
		fresh := map[string]bool{}
		for _, x := range order[i : i+run] {
			for _, c := range x.codes {
				if !seen[c] {
					fresh[c] = true
				}
			}
		}
		ns = append(ns, len(fresh))
		if at == 0 && float64(len(fresh)) <= threshold*float64(u) {
			at = i
		}
		for _, c := range order[i].codes {
			seen[c] = true
		}
	}
	return at, u, ns
}

// Saturation returns how many codes each interview, in the order of their dates, or each case, in that of the study, brings that none
// before it had, and when saturation is reached in this order and over all orders of them. Only codes that come from the
// material (origin: emergent) are counted. Where nothing can be said (too few units, unread ones, no such codes) the
// error says why.
func Saturation(s *cases.Study, r *cases.TableRecord, p SaturationPlan, o Options) (*table.Table, error) {
	l := o.Language
	t := &table.Table{Name: r.Name, Title: orTitle(r, l.Say("Saturation")), Language: l, Corner: l.Say("Order"), Count: "codes",
		Columns: []table.Label{{Key: "new", Label: l.Say("New codes")}, {Key: "run", Label: l.Say("In the run")}, {Key: "ratio", Label: l.Say("Ratio")}}}
	if s.Stance == "reflexive" {
		t.Banner = l.Say("reflexive-banner")
	}
	units, err := saturationUnits(s, r, p, o)
	if err != nil {
		return nil, err
	}
	if err := p.refused(s, units); err != nil {
		return nil, err
	}
	at, u, ns := reachedAt(units, p.Base, p.Run, p.Threshold)
	if u == 0 {
		return nil, catalogue.Errorf("saturation cannot be said: the units of the base hold no emergent code, so that there is nothing to divide by\nhint: a larger --base")
	}
	seen := map[string]bool{}
	for i, x := range units {
		fresh := table.Cell{}
		var list []table.Evidence
		for _, c := range x.codes {
			if !seen[c] {
				seen[c] = true
				fresh.Items = append(fresh.Items, s.Codebook.Code(c).Title())
				list = append(list, x.evidence[c][0]) // one passage a code, so that the count is the codes'
			}
		}
		fresh.SetEvidence(list)
		if len(list) == 0 {
			fresh.Text = "0"
		}
		row := []table.Cell{fresh, {}, {}}
		if k := i + 1 - p.Base; k >= 0 && k < len(ns) {
			row[1] = table.Cell{Text: fmt.Sprintf("%d / %d", ns[k], u)}
			row[2] = table.Cell{Text: l.Number(math.Round(1000*float64(ns[k])/float64(u)) / 1000)}
		}
		t.Rows = append(t.Rows, x.label)
		t.Cells = append(t.Cells, row)
	}
	threshold := l.Number(100*p.Threshold) + " %"
	if at > 0 {
		t.Notes = append(t.Notes, l.Say("saturated-at", p.Base, p.Run, threshold, at, p.Run))
	} else {
		t.Notes = append(t.Notes, l.Say("saturated-not", p.Base, p.Run, threshold))
	}
	reached, orders, middle, exact := overOrders(units, p)
	which := l.Say("all-orders")
	if !exact {
		which = l.Say("sampled-orders", p.Seed)
	}
	median := "–"
	if middle > 0 {
		median = fmt.Sprintf("%d+%d", middle, p.Run)
	}
	t.Notes = append(t.Notes, l.Say("saturated-orders", reached, orders, which, median), l.Say("emergent-only"))
	t.How = how(s, r, o)
	t.Drawn = saturationCurve(t)
	return t, t.Check()
}

// saturationCurve returns what is drawn of a table of saturation: how many codes each unit brings, and how many there are by then.
func saturationCurve(t *table.Table) *table.Table {
	l := t.Language
	curve := &table.Table{Name: t.Name, Title: t.Title, Language: l, Banner: t.Banner, Notes: t.Notes, How: t.How, Count: t.Count, Picture: table.TimeLine,
		Columns: t.Rows, Rows: []table.Label{{Key: "new", Label: l.Say("New codes")}, {Key: "all", Label: l.Say("Codes so far")}}, Cells: make([][]table.Cell, 2)}
	var so []table.Evidence
	for _, row := range t.Cells {
		so = append(so, row[0].Evidence...)
		var all table.Cell
		all.SetEvidence(slices.Clone(so))
		all.Text = itoa(len(so))
		curve.Cells[0], curve.Cells[1] = append(curve.Cells[0], row[0]), append(curve.Cells[1], all)
	}
	return curve
}

// saturationUnits returns the interviews by date, or the cases.
func saturationUnits(s *cases.Study, r *cases.TableRecord, p SaturationPlan, o Options) ([]unit, error) {
	chosen, err := chosenCases(s, r, o)
	if err != nil {
		return nil, err
	}
	var emergent []*coding.Code
	for _, c := range comparable(s) {
		if c.Origin == "emergent" {
			emergent = append(emergent, c)
		}
	}
	people := o.peoples()
	make1 := func(label table.Label, of []*cases.Case) unit {
		x := unit{label: label, evidence: map[string][]table.Evidence{}, read: true}
		for _, code := range emergent {
			st := standingOf(s, of, []*coding.Code{code}, false, people)
			x.read = x.read && len(st.Unread()) == 0
			if len(st.Evidence) > 0 {
				x.codes = append(x.codes, code.Key)
				x.evidence[code.Key] = st.evidence()
			}
		}
		return x
	}
	var out []unit
	if p.By == "case" {
		for _, c := range chosen {
			out = append(out, make1(table.Label{Key: c.Key, Label: c.Title()}, []*cases.Case{c}))
		}
		return out, nil
	}
	documents := map[string][]*cases.Case{}
	for _, c := range chosen {
		for _, m := range c.Members {
			if d := s.Document(m.Document); d != nil && d.Interview() {
				documents[d.Key] = append(documents[d.Key], &cases.Case{Key: c.Key, Label: c.Label, Members: []cases.Member{m}})
			}
		}
	}
	var keys []string
	for key := range documents {
		keys = append(keys, key)
	}
	sort.Slice(keys, func(i, j int) bool {
		a, b := s.Document(keys[i]), s.Document(keys[j])
		if a.Date != b.Date {
			return a.Date < b.Date
		}
		return a.Key < b.Key
	})
	for _, key := range keys {
		d := s.Document(key)
		label := key
		if d.Date != "" {
			label = key + ", " + o.Language.Date(d.Date)
		}
		out = append(out, make1(table.Label{Key: key, Label: label}, documents[key]))
	}
	return out, nil
}

// refused says why nothing can be said of saturation, nil if something can.
func (p SaturationPlan) refused(s *cases.Study, units []unit) error {
	var unread []string
	codes := 0
	for _, x := range units {
		codes += len(x.codes)
		if !x.read {
			unread = append(unread, x.label.Key)
		}
	}
	switch {
	case !slices.ContainsFunc(comparable(s), func(c *coding.Code) bool { return c.Origin == "emergent" }):
		return catalogue.Errorf("saturation cannot be said: no code of the code book comes from the material\nhint: write origin: emergent with the codes that do; the others are there before the first interview")
	case len(units) < p.Base+p.Run && p.By == "case":
		return catalogue.Errorf("saturation cannot be said: there are %d cases, and a base of %d with a run of %d takes %d\nhint: with so few say how much each one adds, not that nothing more would come; or take a smaller --base", len(units), p.Base, p.Run, p.Base+p.Run)
	case len(units) < p.Base+p.Run:
		return catalogue.Errorf("saturation cannot be said: there are %d interviews, and a base of %d with a run of %d takes %d\nhint: with so few say how much each one adds, not that nothing more would come; or take a smaller --base", len(units), p.Base, p.Run, p.Base+p.Run)
	case len(unread) > 0:
		return catalogue.Errorf("saturation cannot be said: %s is not read with all emergent codes\nhint: read it, then crosscase coding read", strings.Join(unread, ", "))
	case codes == 0:
		return catalogue.Errorf("saturation cannot be said: no passage has an emergent code\nhint: code the interviews first")
	}
	return nil
}

// overOrders returns in how many orders of the units saturation is reached, of how many tried, the middle place at which it
// is (0 if in the middle one it is not), and whether all orders were tried.
func overOrders(units []unit, p SaturationPlan) (reached, orders, middle int, exact bool) {
	var places []int
	try := func(order []unit) {
		orders++
		at, u, _ := reachedAt(order, p.Base, p.Run, p.Threshold)
		if u == 0 {
			at = 0
		}
		if at > 0 {
			reached++
		} else {
			at = len(units) + 1
		}
		places = append(places, at)
	}
	n := 1
	for i := 2; i <= len(units) && n <= mostOrders; i++ {
		n *= i
	}
	exact = n <= mostOrders
	if exact {
		permute(slices.Clone(units), len(units), try)
	} else {
		random := rand.New(rand.NewPCG(p.Seed, 0))
		order := slices.Clone(units)
		for range sampledOrders {
			random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			try(order)
		}
	}
	sort.Ints(places)
	if middle = places[(len(places)-1)/2]; middle > len(units) {
		middle = 0
	}
	return reached, orders, middle, exact
}

// permute calls try with every order of the first n units (Heap 1963).
func permute(units []unit, n int, try func([]unit)) {
	if n <= 1 {
		try(units)
		return
	}
	for i := range n {
		permute(units, n-1, try)
		if n%2 == 0 {
			units[i], units[n-1] = units[n-1], units[i]
		} else {
			units[0], units[n-1] = units[n-1], units[0]
		}
	}
}
