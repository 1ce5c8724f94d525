package convert

import (
	"context"
	"math"
)

// blocksOfPages makes paragraphs, headings and rows of what stands on the pages. The
// error is that of ctx.
func blocksOfPages(ctx context.Context, pages []pdfPage, r *Report) ([]Block, error) {
	m := &pdfMaker{r: r, words: wordList{}, labels: map[string]int{}, numbers: noteNumbers{}}
	lines := make([][]pdfLine, len(pages))
	for i, p := range pages {
		inheritSize(p.lines)
		putTogether(p.lines, r)
		lines[i] = p.lines
	}
	lines = dropHeads(lines, r)
	warnOfPictures(pages, lines, r)
	for i := range lines {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		straight, turned := straight(lines[i])
		lines[i] = append(inReadingOrder(straight, r), turned...)
	}
	m.measure(lines)
	for i := range lines {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		next := []pdfLine(nil)
		if i+1 < len(lines) {
			next = lines[i+1]
		}
		m.page(lines[i], pages[i].rules, next)
	}
	m.flush()
	m.putNotes(math.MaxInt)
	m.giveLevels()
	m.markNotes()
	return m.blocks, nil
}

// straight parts the lines that run as the page does from those that do not.
func straight(lines []pdfLine) (straight, turned []pdfLine) {
	for _, l := range lines {
		if l.turned {
			turned = append(turned, l)
		} else {
			straight = append(straight, l)
		}
	}
	return straight, turned
}

// aside is text that stands beside the running text of a page: a footnote, or
// words that run another way.
type aside struct {
	kind  Kind
	lines []pdfLine
}

// pdfMaker puts lines together.
type pdfMaker struct {
	r      *Report
	words  wordList
	labels map[string]int // how many lines begin with a label
	body   float64        // size of the running text
	pitch  float64        // usual distance of its lines

	blocks  []Block
	sizes   []float64 // of each block; 0 for rows
	bolds   []bool
	open    []pdfLine
	notes   []aside     // still to be put, in order
	numbers noteNumbers // the footnotes found
	last    *pdfTable   // the table that ends the blocks so far
	head    []string    // its first row
}

// page adds what stands on a page; next is the beginning of the page after it.
func (m *pdfMaker) page(lines []pdfLine, rules []rule, next []pdfLine) {
	tables, taken := ruledTables(lines, rules)
	rest := make([]pdfLine, 0, len(lines))
	for i, l := range lines {
		for k := range tables {
			if tables[k].at == i { // an empty line keeps its place
				rest = append(rest, pdfLine{table: &tables[k], page: l.page, base: l.base, size: m.body, x0: math.Inf(-1), x1: math.Inf(1)})
			}
		}
		if !taken[i] {
			rest = append(rest, l)
		}
	}
	lines = m.takeNotes(rest, next)
	for i := 0; i < len(lines); {
		if t := lines[i].table; t != nil {
			m.table(*t)
			i++
			continue
		}
		if t, next, ok := tableAt(lines, i); ok {
			m.table(t)
			i = next
			continue
		}
		if lines[i].turned {
			i = m.turned(lines, i)
			continue
		}
		line, next := m.wholeLine(lines, i)
		m.line(line)
		i = next
	}
}

// turned sets text that runs another way than its page aside, to stand after the
// paragraph that is open.
func (m *pdfMaker) turned(lines []pdfLine, i int) (next int) {
	next = i + 1
	for next < len(lines) && lines[next].turned && lines[next-1].base-lines[next].base > 0 && lines[next-1].base-lines[next].base < 2*lines[next].size {
		next++
	}
	m.notes = append(m.notes, aside{kind: Paragraph, lines: lines[i:next]})
	m.r.Add("guessed", "text set upright or slanting put after the page", 1, clip(lines[i].text, 60))
	return next
}
