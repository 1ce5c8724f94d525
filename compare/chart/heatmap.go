package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"crosscase/compare/table"
)

// states are the states of a cell in the order of the legend.
var states = []string{"present", "partial", "mixed", "absent", "none", notKnown, "open"}

// verdicts are those on a case that a finding speaks of, in the order of the legend.
var verdicts = []string{"supported", "partly", "unsupported", "contradicted"}

// notKnown is the state of a cell without evidence of which nothing is known: not asked, or no source.
const notKnown = "not-known"

func stateOf(c *table.Cell) string {
	if (c.State == "none" || c.State == "unsupported") && c.Missing != "" {
		return notKnown
	}
	return c.State
}

// heatMap draws rows by columns: a state has its own sign, pattern and tint, a count or figure its tint and its number.
func heatMap(t *table.Table) *Drawing {
	l := rowLabels(t, .4)
	n := float64(len(t.Columns))
	width := math.Max(min(math.Max((A4-2-l.width)/n, 16), 96), min(widestMarked(t), 96))
	heads, turned := columnHeads(t, width)
	p := newPage(t, l.width+width*n+2)
	p.groups(l.width, width)
	top := p.y
	for j, lines := range heads {
		x := l.width + width*(float64(j)+.5)
		var marks []Mark
		for k, line := range lines {
			if turned {
				marks = append(marks, upright(x+(float64(k)-float64(len(lines)-1)/2)*9, p.y+headHeight(heads, turned)-3, line, labelSize, ink))
			} else {
				marks = append(marks, centred(x, top+headHeight(heads, turned)-float64(len(lines)-k)*9+3, line, labelSize, false, ink))
			}
		}
		p.plain(marks...)
	}
	p.y += headHeight(heads, turned)
	scale := shadeOf(t)
	least := min(16, max(11.5, 560/float64(len(t.Rows)))) // some 48 rows go on a page of A4
	for i, row := range t.Cells {
		h := l.height(i, least)
		p.plain(l.at(t, i, p.y, h)...)
		for j := range row {
			if row[j].Empty() {
				continue
			}
			p.cell(i, j, scale.cell(&row[j], l.width+width*float64(j)+.75, p.y+.75, width-1.5, h-1.5)...)
		}
		p.y += h
	}
	p.y += 8
	return p.finish(scale.legend(p)...)
}

// groups writes over the columns of each group what it is called, once, and a line under it.
func (p *page) groups(left, width float64) {
	type run struct {
		from, to float64
		lines    []string
	}
	var runs []run
	tallest := 0
	for i := 0; i < len(p.t.Columns); {
		group, j := p.t.Columns[i].Group, i
		for j < len(p.t.Columns) && p.t.Columns[j].Group == group {
			j++
		}
		if group != "" {
			r := run{from: left + width*float64(i) + .75, to: left + width*float64(j) - .75}
			r.lines = wrapped(group, r.to-r.from, labelSize, true)
			runs, tallest = append(runs, r), max(tallest, len(r.lines))
		}
		i = j
	}
	if tallest == 0 {
		return
	}
	step := labelSize * 1.15
	below := p.y + float64(tallest)*step + 4
	var marks []Mark
	for _, r := range runs {
		for k, words := range r.lines {
			marks = append(marks, text(r.from, below-4-float64(len(r.lines)-1-k)*step, words, labelSize, true, ink))
		}
		marks = append(marks, line(r.from, below, r.to, below, .75, grey))
	}
	p.y = below + 4
	p.plain(marks...)
}

// columnHeads wraps the labels of columns over them; where a word is too long for that, all stand upright.
func columnHeads(t *table.Table, width float64) (heads [][]string, turned bool) {
	for _, c := range t.Columns {
		for _, w := range strings.Fields(c.Label) {
			turned = turned || measure(w, labelSize, false) > width-3
		}
	}
	for _, c := range t.Columns {
		if turned {
			lines := wrapped(c.Label, 110, labelSize, false)
			if float64(len(lines))*9 > width { // no room for lines side by side
				lines = []string{c.Label}
			}
			heads = append(heads, lines)
		} else {
			heads = append(heads, wrapped(c.Label, width-3, labelSize, false))
		}
	}
	return heads, turned
}

func headHeight(heads [][]string, turned bool) float64 {
	h := 0.
	for _, lines := range heads {
		if !turned {
			h = max(h, float64(len(lines))*9+4)
			continue
		}
		for _, line := range lines {
			h = max(h, measure(line, labelSize, false)+6)
		}
	}
	return h
}

// widestMarked returns the width that cells need so that their marks can be read; 0 where none has any.
func widestMarked(t *table.Table) float64 {
	const size = 5.5
	widest := 0.
	for _, row := range t.Cells {
		for j := range row {
			if m := marksOf(&row[j]); row[j].State != "" && m.words("", t.Language, true) != "" {
				widest = max(widest, measure("½ "+m.words(numberIn(&row[j]), t.Language, true), size, true)+5)
			}
		}
	}
	return widest
}

// numberIn returns the number that is drawn in a cell with a state: of sources where it prints that, else of passages; "" for none.
func numberIn(c *table.Cell) string {
	n := passagesIn(c)
	if c.Strength != nil {
		n = *c.Strength
	}
	if state := stateOf(c); n == 0 || state == "none" || state == "unsupported" || state == notKnown {
		return ""
	}
	return fmt.Sprint(n)
}

// shade says how the cells of a table are tinted.
type shade struct {
	t                 *table.Table
	byState, byFigure bool
	most              int
	lowest            float64 // of figures: 0, or -1 if there are negative ones
	unknown           bool
	marks             cellMarks // those that were drawn
}

func shadeOf(t *table.Table) *shade {
	s := &shade{t: t}
	for _, row := range t.Cells {
		for j := range row {
			c := &row[j]
			s.byState = s.byState || c.State != ""
			if c.Number != nil {
				s.byFigure = true
				if *c.Number < 0 {
					s.lowest = -1
				}
			}
			if n, ok := c.Count(); ok {
				s.most = max(s.most, n)
			}
			s.unknown = s.unknown || c.Missing != ""
		}
	}
	return s
}

// stacked writes words that are too long for one line round a point, a word above the other; where they do not fit so either, dots.
func stacked(words string, x, y, w, h float64) []Mark {
	const size = 5
	lines := wrapped(words, w-1, size, false)
	step := min(size*1.1, h/float64(len(lines)))
	for _, line := range lines {
		if step < 4.5 || measure(line, size, false) > w {
			return []Mark{centred(x, y, "…", labelSize, false, ink)}
		}
	}
	var out []Mark
	for k, line := range lines {
		out = append(out, centred(x, y+(float64(k)-float64(len(lines)-1)/2)*step, line, size, false, ink))
	}
	return out
}

// cell draws a cell into a rectangle.
func (s *shade) cell(c *table.Cell, x, y, w, h float64) []Mark {
	if s.byState && c.State == "" { // a sum, or a remark
		words := oneLine(c.Printed())
		size := min(labelSize, labelSize*(w-2)/max(1, measure(words, labelSize, false)))
		if size < 5 {
			return stacked(words, x+w/2, y+h/2, w, h)
		}
		return []Mark{centred(x+w/2, y+h/2, words, size, false, ink)}
	}
	if s.byState {
		marks := marksOf(c)
		s.marks.add(marks)
		words := marks.words(numberIn(c), s.t.Language, false)
		if fitted("½ "+words, w-5) < leastWords {
			words = marks.words(numberIn(c), s.t.Language, true)
		}
		return stateMarks(stateOf(c), words, x, y, w, h)
	}
	share, words := -1., "?"
	if s.byFigure && c.Number != nil {
		share, words = (*c.Number-s.lowest)/(1-s.lowest), s.t.Language.Decimals(*c.Number, 2)
		if _, rest, more := strings.Cut(c.Text, " "); more && measure(words+" "+rest, labelSize, false) < w-4 {
			words += " " + rest
		}
	} else if n, ok := c.Count(); ok && !s.byFigure {
		words, share = fmt.Sprint(n), 0
		if s.most > 0 {
			share = float64(n) / float64(s.most)
		}
	}
	if share < 0 {
		return append(append([]Mark{box(x, y, w, h, white, grey)}, hatch(x, y, w, h, 4, false, pale)...), plate(x+w/2, y+h/2, "?", labelSize, white, ink)...)
	}
	fill := mix(paler, strong, share)
	size := labelSize * min(1, (w-2)/max(1, measure(words, labelSize, false)))
	return []Mark{box(x, y, w, h, fill, grey), centred(x+w/2, y+h/2, words, size, false, wordsOn(fill))}
}

// passagesIn counts the passages that a cell rests on; what is said by silence, or stands in a file, is none.
func passagesIn(c *table.Cell) int {
	n := 0
	for i := range c.Evidence {
		if c.Evidence[i].Passage != "" {
			n++
		}
	}
	return n
}

// plate writes a sign on a small ground of its own, so that it can be read over a pattern.
func plate(x, y float64, words string, size float64, ground, c Colour) []Mark {
	w := measure(words, size, true) + 4
	return []Mark{{Shape: Polygon, Points: rectangle(x-w/2, y-size*.55, w, size*1.1), Fill: ground}, centred(x, y, words, size, true, c)}
}

// stateMarks draws a state: what tells them apart is ground, pattern and sign, n is the number of passages, with marks behind it.
func stateMarks(state, n string, x, y, w, h float64) []Mark {
	cx, cy := x+w/2, y+h/2
	signed := func(sign string) (string, float64) {
		words := strings.TrimSpace(sign + " " + n)
		return words, fitted(words, w-5)
	}
	signs := func(sign string) []Mark {
		words, size := signed(sign)
		return plate(cx, cy, words, size, white, ink)
	}
	switch state {
	case "present", "supported":
		return []Mark{box(x, y, w, h, strong, strong), centred(cx, cy, n, fitted(n, w-3), true, white)}
	case "partial", "partly":
		out := append([]Mark{box(x, y, w, h, medium, strong)}, hatch(x, y, w, h, 4, false, strong)...)
		return append(out, signs("½")...)
	case "mixed":
		out := append([]Mark{box(x, y, w, h, amber, ink)}, hatch(x, y, w, h, 4.5, false, ink)...)
		out = append(out, hatch(x, y, w, h, 4.5, true, ink)...)
		return append(out, signs("±")...)
	case "contradicted": // as what is mixed, which a verdict never is
		out := append([]Mark{box(x, y, w, h, amber, ink)}, hatch(x, y, w, h, 4.5, false, ink)...)
		out = append(out, hatch(x, y, w, h, 4.5, true, ink)...)
		return append(out, signs("×")...)
	case "absent":
		words, size := signed("×")
		return []Mark{box(x, y, w, h, white, ink), centred(cx, cy, words, size, true, ink)}
	case "none", "unsupported":
		words, size := signed("–")
		return []Mark{box(x, y, w, h, white, pale), centred(cx, cy, words, size, false, grey)}
	case notKnown:
		return append(append([]Mark{box(x, y, w, h, white, pale)}, hatch(x, y, w, h, 4, false, pale)...), signs("(–)")...)
	}
	frame := box(x, y, w, h, paler, grey)
	frame.Dashed = true
	words, size := signed("?")
	return []Mark{frame, centred(cx, cy, words, size, false, ink)}
}

// legend draws the states that occur, or the scale of tints, below the picture; it returns what words have to say.
func (s *shade) legend(p *page) []string {
	l := s.t.Language
	if !s.byState {
		var out []string
		if !s.byFigure {
			out = append(out, l.Say("picture tint count", s.most))
		} else {
			out = append(out, l.Say("picture tint figure", l.Number(s.lowest)))
		}
		if s.unknown {
			out = append(out, l.Say("picture unknown"))
		}
		return out
	}
	used := map[string]bool{}
	for _, row := range s.t.Cells {
		for j := range row {
			used[stateOf(&row[j])] = true
		}
	}
	var marks []Mark
	x := 1.
	for _, state := range slices.Concat(verdicts, states) {
		if !used[state] {
			continue
		}
		name, n := l.Say(state), ""
		if state == notKnown {
			name = l.Say("picture not known")
		}
		w := 34 + measure(name, smallSize, false)
		if x+w > p.d.Width && x > 1 {
			x, p.y = 1, p.y+15
		}
		if slices.Contains([]string{"present", "partial", "mixed", "supported", "partly", "contradicted"}, state) {
			n = "n"
		}
		marks = append(marks, stateMarks(state, n, x, p.y, 20, 11)...)
		marks = append(marks, text(x+23, p.y+8, name, smallSize, false, ink))
		x += w
	}
	p.y += 12
	p.plain(marks...)
	for _, row := range s.t.Cells {
		if slices.ContainsFunc(row, func(c table.Cell) bool { return c.Strength != nil }) {
			return append([]string{l.Say("picture sources")}, s.marks.legend(l)...)
		}
	}
	return append([]string{l.Say("picture passages")}, s.marks.legend(l)...)
}
