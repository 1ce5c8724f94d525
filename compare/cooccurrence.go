package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/frequency"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// OverlapUnit counts pairs of passages that share a character.
const OverlapUnit = "overlap"

// CooccurrenceUnits are the ways in which two codes can stand together.
func CooccurrenceUnits() []string {
	return append([]string{OverlapUnit}, append(cases.StretchKinds(), CaseUnit)...)
}

// Cooccurrence returns which codes stand together: a cell counts the units that both codes have, with Jaccard's coefficient (the c-coefficient) behind it; the diagonal counts the
// units of each code. What denies a code is not counted, nor are, unless structural or named, codes that mark the answers to questions. With OverlapUnit it counts pairs of passages that overlap, as ATLAS.ti does, so that c can exceed 1; it is marked then. "!" marks pairs of which one
// code is more than five times as frequent as the other. Codes that stand with no other are named below. With pairs the answer is a list, the pairs with the most
// units first.
func Cooccurrence(s *cases.Study, unit string, f cases.Filter, structural, pairs, explain bool, o Options) ([]*table.Table, error) {
	kind := unit
	if unit == OverlapUnit {
		kind = PassageUnit
	}
	u, err := affirmedUnitsOf(s, kind, f, structural)
	if err != nil {
		return nil, err
	}
	u.settle(o)
	l := o.Language
	t := &table.Table{Name: "cooccurrence", Title: l.Say("Codes that stand together"), Language: l, Corner: l.Say("Code"), Count: "units"}
	m := u.matrix(unit == OverlapUnit)
	switch {
	case len(m.codes) > 0:
	case unit == OverlapUnit:
		return nil, catalogue.Errorf("no two codes overlap\nhint: --unit turn, paragraph or document counts where both stand, without sharing words")
	default:
		return nil, catalogue.Errorf("no two codes stand together with --unit %s\nhint: code more, or take a larger unit, such as --unit document or case", unit)
	}
	if pairs {
		m.asPairs(t)
	} else {
		m.asMatrix(t)
		t.Picture = table.Network
	}
	unequal, beyond := false, false
	var explained []explainedRow
	for k := range m.cells {
		for i := range k {
			x := m.cells[i][k]
			unequal, beyond = unequal || x.unequal(), beyond || x.beyond()
			if len(x.both) > 0 {
				explained = append(explained, explainedRow{"jaccard", fmt.Sprintf("%s, %s: n12 = %d, n1 = %d, n2 = %d", m.codes[i].Key, m.codes[k].Key, len(x.both), x.n1, x.n2)})
			}
		}
	}
	t.Notes = append(t.Notes, l.Say("note together", l.Say("together "+unit)))
	t.Caption = []string{l.Say("note counting", l.Say("together "+unit))}
	t.Notes, t.Caption = append(t.Notes, u.notes(l)...), append(t.Caption, u.notes(l)...)
	if unequal {
		t.Notes = append(t.Notes, l.Say("note unequal"))
	}
	if beyond {
		t.Notes = append(t.Notes, l.Say("note beyond"))
	}
	if len(m.alone) > 0 {
		t.Notes = append(t.Notes, l.Say("note alone", strings.Join(m.alone, ", ")))
	}
	t.How = how(s, &cases.TableRecord{}, o)
	if err := t.Check(); err != nil || !explain {
		return []*table.Table{t}, err
	}
	if len(explained) == 0 {
		explained = []explainedRow{{"jaccard", ""}}
	}
	return []*table.Table{t, explanation(explained, t.How, o)}, nil
}

// meeting is a unit with two codes: its number among those of the one and of the other; or two passages that overlap.
type meeting struct{ x, y int }

// pairOfCodes are the units that two codes share.
type pairOfCodes struct {
	both   []meeting
	n1, n2 int
}

// beyond tells whether there are more pairs of passages than c can hold.
func (p pairOfCodes) beyond() bool { return len(p.both) > 0 && 2*len(p.both) > p.n1+p.n2 }

func (p pairOfCodes) unequal() bool {
	return len(p.both) > 0 && frequency.Unequal(p.n1, p.n2)
}

// codeMatrix holds every pair of the codes that stand with some other.
type codeMatrix struct {
	units *unitsByCode
	of    []int // the numbers of the codes
	codes []*coding.Code
	cells [][]pairOfCodes
	alone []string // "code n": codes that stand with no other
}

func (u *unitsByCode) matrix(overlap bool) codeMatrix {
	m := codeMatrix{units: u}
	used := u.used()
	met := u.meetings(overlap)
	all := make([][]pairOfCodes, len(used))
	meets := make([]bool, len(used))
	for a, i := range used {
		for b, j := range used {
			p := pairOfCodes{n1: len(u.of[i]), n2: len(u.of[j])}
			if a != b {
				p.both = met[unitOf{i, j}]
				meets[a] = meets[a] || len(p.both) > 0
			}
			all[a] = append(all[a], p)
		}
	}
	for a, i := range used {
		if !meets[a] {
			m.alone = append(m.alone, fmt.Sprintf("%s %d", u.codes[i].Key, len(u.of[i])))
			continue
		}
		m.of, m.codes = append(m.of, i), append(m.codes, u.codes[i])
		var row []pairOfCodes
		for b := range used {
			if meets[b] {
				row = append(row, all[a][b])
			}
		}
		m.cells = append(m.cells, row)
	}
	return m
}

// cell returns a cell with the units of the pair of two codes and its coefficient.
func (m codeMatrix) cell(a, b int, l catalogue.Language) table.Cell {
	p := m.cells[a][b]
	c := counted(m.units.together(m.of[a], m.of[b], p.both))
	c.Text = fmt.Sprint(len(p.both))
	if len(p.both) == 0 {
		return c
	}
	if p.beyond() {
		c.Text += " (" + l.Say("out of range") + ")"
	} else {
		x := frequency.Jaccard(len(p.both), p.n1, p.n2).Value
		c.Text += " (" + l.Decimals(x, 2) + ")"
		c.Number = &x
	}
	if p.unequal() {
		c.Text += " !"
	}
	return c
}

func (m codeMatrix) asMatrix(t *table.Table) {
	for a, code := range m.codes {
		label := table.Label{Key: code.Key, Label: titleOf(m.units.study, code)}
		t.Rows, t.Columns = append(t.Rows, label), append(t.Columns, label)
		var cells []table.Cell
		for b := range m.codes {
			if a == b {
				c := counted(m.units.of[m.of[a]])
				c.Text = fmt.Sprintf("[%d]", len(m.units.of[m.of[a]]))
				cells = append(cells, c)
				continue
			}
			cells = append(cells, m.cell(a, b, t.Language))
		}
		t.Cells = append(t.Cells, cells)
	}
}

func (m codeMatrix) asPairs(t *table.Table) {
	l := t.Language
	type listed struct{ a, b int }
	var list []listed
	for b := range m.codes {
		for a := range b {
			if len(m.cells[a][b].both) > 0 {
				list = append(list, listed{a, b})
			}
		}
	}
	slices.SortStableFunc(list, func(x, y listed) int {
		return cmp.Or(cmp.Compare(len(m.cells[y.a][y.b].both), len(m.cells[x.a][x.b].both)), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	t.Columns = []table.Label{{Key: "with", Label: l.Say("with")}, {Key: "both", Label: l.Say("both")}, {Key: "n1", Label: "n1"}, {Key: "n2", Label: "n2"}}
	for _, x := range list {
		first, second := m.codes[x.a], m.codes[x.b]
		t.Rows = append(t.Rows, table.Label{Key: first.Key + " " + second.Key, Label: titleOf(m.units.study, first)})
		n1, n2 := counted(m.units.of[m.of[x.a]]), counted(m.units.of[m.of[x.b]])
		n1.Text, n2.Text = fmt.Sprint(len(n1.Evidence)), fmt.Sprint(len(n2.Evidence))
		t.Cells = append(t.Cells, []table.Cell{{Text: titleOf(m.units.study, second)}, m.cell(x.a, x.b, l), n1, n2})
	}
}

// meetings returns which units each two codes have both, or which of their passages overlap, in the order of the texts.
func (u *unitsByCode) meetings(overlap bool) map[unitOf][]meeting { // by the numbers of both codes
	out := map[unitOf][]meeting{}
	meet := func(x, y unitOf) {
		if x.code != y.code {
			codes := unitOf{x.code, y.code}
			out[codes] = append(out[codes], meeting{x.number, y.number})
		}
	}
	if !overlap {
		with := map[string][]unitOf{}
		for i, of := range u.of {
			for k := range of {
				with[of[k].key] = append(with[of[k].key], unitOf{i, k})
			}
		}
		for i, of := range u.of {
			for k := range of {
				for _, y := range with[of[k].key] {
					meet(unitOf{i, k}, y)
				}
			}
		}
		return out
	}
	at := func(x unitOf) corpus.Span { return u.of[x.code][x.number].at.Span }
	u.byDocument(func(units []unitOf) {
		slices.SortStableFunc(units, func(x, y unitOf) int { return cmp.Compare(at(x).Start, at(y).Start) })
		var open []unitOf // those that may reach into the next
		for _, y := range units {
			open = slices.DeleteFunc(open, func(x unitOf) bool { return at(x).End <= at(y).Start })
			for _, x := range open {
				meet(x, y)
				meet(y, x)
			}
			open = append(open, y)
		}
	})
	for _, list := range out {
		slices.SortFunc(list, func(a, b meeting) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) })
	}
	return out
}

// together returns the units in which two codes meet. The evidence is what both
// codes share where they overlap, else what was coded with the first.
func (u *unitsByCode) together(i, j int, both []meeting) []codedUnit {
	var out []codedUnit
	for _, m := range both {
		out = append(out, u.shared(u.of[i][m.x], u.of[j][m.y]))
	}
	return out
}

// shared returns a unit with the words that two codes share there; without any, those of the first.
func (u *unitsByCode) shared(x, y codedUnit) codedUnit {
	e := x.evidence
	e.Codings = append(append([]string{}, x.evidence.Codings...), y.evidence.Codings...)
	e.Coders = append([]string{}, x.evidence.Coders...)
	for _, c := range y.evidence.Coders {
		e.Coders = addOnce(e.Coders, c)
	}
	e.Says = ""
	out := codedUnit{key: x.key, at: x.at, evidence: e}
	if x.at.Document == y.at.Document && x.at.Overlaps(y.at.Span) {
		out.at.Span = corpus.Span{Start: max(x.at.Start, y.at.Start), End: min(x.at.End, y.at.End)}
		out.evidence.Passage, out.evidence.Quote = out.at.String(), wordsIn(x.evidence.Quote, x.at.Span, out.at.Span)
		if out.evidence.Quote == "" {
			out.evidence.Quote = sliceOf(u.study, out.at.Document, out.at.Start, out.at.End)
		}
	}
	out.evidence.Case = strings.TrimSpace(out.evidence.Case)
	return out
}

// wholeOf returns a whole document as a passage, nil if it has no text.
func wholeOf(s *cases.Study, document string) *corpus.Passage {
	t, err := s.Text(document)
	if err != nil || t.Text.Len() == 0 {
		return nil
	}
	return &corpus.Passage{Document: document, Span: corpus.Span{Start: 0, End: t.Text.Len()}}
}
