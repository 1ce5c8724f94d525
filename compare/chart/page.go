package chart

import (
	"fmt"
	"strings"

	"crosscase/compare/table"
)

// Sizes of type, in points.
const (
	titleSize   = 10
	labelSize   = 8
	smallSize   = 7
	captionSize = 7
)

// page is a drawing in the making, from the title down.
type page struct {
	d Drawing
	t *table.Table
	y float64 // what is free from here down

	crowded []string // labels for which there was no room, with their numbers
}

// newPage begins a drawing with the title of the table and its warning.
func newPage(t *table.Table, width float64) *page {
	p := &page{t: t, d: Drawing{Width: max(width, A4), Title: t.Title, Language: string(t.Language)}}
	p.paragraph(t.Title, titleSize, true)
	if t.Banner != "" {
		p.paragraph("! "+t.Banner, captionSize, true)
	}
	p.y += 6
	return p
}

// paragraph writes words below what is there, over the whole width.
func (p *page) paragraph(words string, size float64, isBold bool) {
	if words == "" {
		return
	}
	var marks []Mark
	for _, line := range wrapped(words, p.d.Width-2, size, isBold) {
		p.y += size * 1.3
		marks = append(marks, text(1, p.y, line, size, isBold, ink))
	}
	p.plain(marks...)
}

// plain adds marks that stand for no cell.
func (p *page) plain(marks ...Mark) { p.d.Groups = append(p.d.Groups, Group{Marks: marks}) }

// cell adds the marks of a cell.
func (p *page) cell(i, j int, marks ...Mark) {
	p.d.Groups = append(p.d.Groups, Group{Row: p.t.Rows[i].Key, Column: p.t.Columns[j].Key, Title: p.says(i, j), Marks: marks})
}

// mostCited is how many pieces of evidence the title of a group lists.
const mostCited = 12

// says tells what a cell says and where it stands in the texts.
func (p *page) says(i, j int) string {
	c := &p.t.Cells[i][j]
	lines := []string{fmt.Sprintf("%s · %s: %s", p.t.Rows[i].Label, columnName(p.t.Columns[j]), oneLine(c.Printed()))}
	for k, e := range c.Told() {
		if k == mostCited {
			lines = append(lines, p.t.Language.Say("picture more", len(c.Told())-k))
			break
		}
		if e.Passage == "" {
			lines = append(lines, e.Source)
			continue
		}
		line := e.Passage
		if e.Cite != "" {
			line += " (" + e.Cite + ")"
		}
		if e.Quote != "" {
			line += " " + p.t.Language.Quote(shortened(e.Quote, 80))
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// columnName is the label of a column with its group.
func columnName(c table.Label) string {
	if c.Group == "" {
		return c.Label
	}
	return c.Group + " · " + c.Label
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// shortened cuts words to about n characters.
func shortened(s string, n int) string {
	letters := []rune(oneLine(s))
	if len(letters) <= n {
		return string(letters)
	}
	return string(letters[:n-1]) + "…"
}

// finish writes the legend's and the table's notes below, and how the picture was made.
func (p *page) finish(legend ...string) *Drawing {
	p.y += 4
	notes := p.t.Notes
	if p.t.Caption != nil {
		notes = p.t.Caption
	}
	if len(p.crowded) > 0 {
		legend = append(legend, strings.Join(p.crowded, "; "))
	}
	for _, n := range append(legend, notes...) {
		p.paragraph(n, captionSize, false)
	}
	how := p.t.How
	p.paragraph(p.t.Language.Say("picture made", strings.TrimSpace(how.Command+" ("+how.Version+")")), captionSize, false)
	p.d.Height = p.y + 4
	p.d.How = strings.TrimSpace(how.Command + "; " + how.Version + "; " + strings.Join(how.Inputs, " "))
	p.d.Description = p.inWords()
	return &p.d
}

// mostInWords is how many rows the description of a picture tells.
const mostInWords = 60

// inWords tells the table row by row.
func (p *page) inWords() string {
	var lines []string
	for i, row := range p.t.Cells {
		if i == mostInWords {
			lines = append(lines, p.t.Language.Say("picture more", len(p.t.Cells)-i))
			break
		}
		var cells []string
		for j := range row {
			if s := oneLine(row[j].Printed()); s != "" {
				cells = append(cells, columnName(p.t.Columns[j])+" "+s)
			}
		}
		lines = append(lines, p.t.Rows[i].Label+": "+strings.Join(cells, "; ")+".")
	}
	return strings.Join(lines, "\n")
}

// text writes words from a point on their baseline.
func text(x, y float64, words string, size float64, isBold bool, c Colour) Mark {
	return Mark{Shape: Words, Points: []Point{{x, y}}, Words: words, Size: size, Bold: isBold, Fill: c}
}

// centred writes words around a point.
func centred(x, y float64, words string, size float64, isBold bool, c Colour) Mark {
	return text(x-measure(words, size, isBold)/2, y+size*.35, words, size, isBold, c)
}

// before writes words that end at a point on their baseline.
func before(x, y float64, words string, size float64, isBold bool, c Colour) Mark {
	return text(x-measure(words, size, isBold), y, words, size, isBold, c)
}

// upright writes words that run upwards and stand in the middle of x, their ends at y.
func upright(x, y float64, words string, size float64, c Colour) Mark {
	return Mark{Shape: Words, Points: []Point{{x + size*.35, y}}, Words: words, Size: size, Fill: c, Upright: true}
}

// labels are the names of rows, wrapped into a column on the left.
type labels struct {
	lines  [][]string
	indent []float64
	width  float64
}

// rowLabels wraps the labels of rows into at most a share of the page.
func rowLabels(t *table.Table, share float64) labels {
	var l labels
	for _, r := range t.Rows {
		indent := float64(r.Depth) * 6
		l.indent = append(l.indent, indent)
		l.width = max(l.width, measure(r.Label, labelSize, r.Head)+indent)
	}
	l.width = min(l.width, A4*share) + 6
	for i, r := range t.Rows {
		l.lines = append(l.lines, wrapped(r.Label, l.width-6-l.indent[i], labelSize, r.Head))
	}
	return l
}

// height returns what a row needs, at least least.
func (l labels) height(i int, least float64) float64 {
	return max(least, float64(len(l.lines[i]))*labelSize*1.15+2.3)
}

// at writes the label of a row, in the middle of a height.
func (l labels) at(t *table.Table, i int, y, height float64) []Mark {
	var out []Mark
	step := labelSize * 1.15
	first := y + height/2 - step*float64(len(l.lines[i]))/2 + labelSize*.9
	for k, line := range l.lines[i] {
		out = append(out, text(1+l.indent[i], first+float64(k)*step, line, labelSize, t.Rows[i].Head, ink))
	}
	return out
}
