package compare

import (
	"fmt"

	"crosscase/cases"
	"crosscase/compare/frequency"
	"crosscase/compare/table"
)

// CollocationQuestion says which pairs of words are looked for.
type CollocationQuestion struct {
	Word    string // one of the two; any if empty
	Within  string // "adjacent" or "sentence"
	Filter  cases.Filter
	Content bool // without function words
	Least   int  // a pair must stand so often
	Top     int
	Order   string // one of CollocationOrders
	Explain bool
}

// CollocationOrders are the figures by which collocations can be ordered.
func CollocationOrders() []string {
	return []string{"g2", "logdice", "pmi", "t", "dice", "lambda", "count"}
}

type pair struct {
	first, second string
	n12, n1, n2   int
	figures       frequency.Colloc
}

// Collocations returns the pairs of words that seek each other. Adjacent pairs are those of neighbours in a sentence, counted among all such pairs; pairs within a sentence
// are counted once in every sentence that has both, among all sentences.
func Collocations(s *cases.Study, q CollocationQuestion, o Options) ([]*table.Table, error) {
	where, err := s.Where(q.Filter)
	if err != nil {
		return nil, err
	}
	w, err := wordsWhere(s, where, q.Content)
	if err != nil {
		return nil, err
	}
	folded := foldNorwegian(w)
	if folded != nil && q.Word != "" {
		q.Word = folded(q.Word)
	}
	pairs, places, n := w.pairs(q)
	var list []pair
	for _, p := range pairs {
		if p.n12 < q.Least {
			continue
		}
		var ok bool
		if p.figures, ok = frequency.Collocation(p.n12, p.n1, p.n2, n); ok {
			list = append(list, *p)
		}
	}
	byFigure(list, func(p pair) float64 {
		switch q.Order {
		case "logdice", "dice":
			return p.figures.LogDice
		case "pmi":
			return p.figures.PMI
		case "t":
			return p.figures.T
		case "lambda":
			return p.figures.Lambda
		case "count":
			return float64(p.n12)
		}
		if float64(p.n12) < p.figures.Expected { // they avoid each other
			return -p.figures.G2
		}
		return p.figures.G2
	}, func(p pair) string { return p.first + " " + p.second })
	all := len(list)
	if q.Top > 0 && len(list) > q.Top {
		list = list[:q.Top]
	}
	l := o.Language
	t := &table.Table{Name: "collocations", Title: l.Say("Words that stand together"), Language: l, Corner: l.Say("Words"), Count: "places"}
	for _, c := range [][2]string{{"count", l.Say("together")}, {"n1", "n1"}, {"n2", "n2"}, {"expected", l.Say("expected")}, {"g2", "G²"}, {"logdice", "logDice"}, {"pmi", "PMI"}, {"t", "t"}, {"dice", "Dice"}, {"lambda", "lambda"}, {"z", "z"}} {
		t.Columns = append(t.Columns, table.Label{Key: c[0], Label: c[1]})
	}
	var explained []explainedRow
	for i, p := range list {
		key := p.first + " " + p.second
		t.Rows = append(t.Rows, table.Label{Key: key, Label: key})
		c := table.Cell{Text: fmt.Sprint(p.n12)}
		var evidence []table.Evidence
		for _, at := range places[[2]string{p.first, p.second}] {
			evidence = append(evidence, w.at(at[0], at[1]))
		}
		c.SetEvidence(evidence)
		f := p.figures
		t.Cells = append(t.Cells, []table.Cell{c, numberCell(l, float64(p.n1), 0), numberCell(l, float64(p.n2), 0), numberCell(l, f.Expected, 2), numberCell(l, f.G2, 1), numberCell(l, f.LogDice, 2),
			numberCell(l, f.PMI, 2), numberCell(l, f.T, 2), numberCell(l, f.Dice, 3), numberCell(l, f.Lambda, 2), numberCell(l, f.Z, 2)})
		if i < 3 {
			for _, k := range []string{"g2", "logdice", "pmi", "t", "dice", "lambda"} {
				explained = append(explained, explainedRow{k, fmt.Sprintf("%s: n12 = %d, n1 = %d, n2 = %d, n = %d", key, p.n12, p.n1, p.n2, n)})
			}
		}
	}
	t.Notes = append(t.Notes, l.Say("note "+q.Within, n), l.Say("note pairs", all, q.Least, len(list)))
	if folded != nil {
		t.Notes = append(t.Notes, l.Say("note both norwegian"))
	}
	t.How = how(s, &cases.TableRecord{}, o)
	if err := t.Check(); err != nil || !q.Explain {
		return []*table.Table{t}, err
	}
	return []*table.Table{t, explanation(explained, t.How, o)}, nil
}

// pairs counts pairs of words, remembers where they stand, from the first word to the last, and returns among how many places they were counted.
func (w *textWords) pairs(q CollocationQuestion) (map[[2]string]*pair, map[[2]string][][2]int, int) {
	first, second := map[string]int{}, map[string]int{}
	found := map[[2]string]*pair{}
	places := map[[2]string][][2]int{}
	n := 0
	wanted := func(a, b string) bool { return q.Word == "" || a == q.Word || b == q.Word }
	meet := func(a, b string, from, to int) {
		if !wanted(a, b) {
			return
		}
		key := [2]string{a, b}
		if found[key] == nil {
			found[key] = &pair{first: a, second: b}
		}
		found[key].n12++
		places[key] = append(places[key], [2]int{from, to})
	}
	w.eachSentence(func(from, to int) {
		if q.Within == "adjacent" {
			for i := from; i+1 < to; i++ {
				n++
				first[w.words[i]]++
				second[w.words[i+1]]++
				meet(w.words[i], w.words[i+1], i, i+1)
			}
			return
		}
		n++
		at := map[string]int{}
		var order []string
		for i := from; i < to; i++ {
			if _, seen := at[w.words[i]]; !seen {
				at[w.words[i]] = i
				order = append(order, w.words[i])
			}
		}
		for i, a := range order {
			first[a]++
			second[a]++
			for _, b := range order[i+1:] {
				x, y := a, b
				if x > y {
					x, y = y, x
				}
				meet(x, y, min(at[a], at[b]), max(at[a], at[b]))
			}
		}
	})
	for key, p := range found {
		p.n1, p.n2 = first[key[0]], second[key[1]]
	}
	return found, places, n
}
