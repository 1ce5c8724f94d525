package convert

// rtfTables is how deep in tables a text is, and whether a cell is open in each.
type rtfTables struct {
	cells  []bool
	listed bool   // a sign of a list stands before the paragraph
	mark   string // and is this
}

// rtfRow is what a file says of the cells of a row, before or after them.
type rtfRow struct {
	open  bool
	left  int
	edges []int
}

func (p *rtfReader) top() *rtfTables { return &p.tables[len(p.tables)-1] }

// ensurePara opens a paragraph where none is, in as many tables as it says.
func (p *rtfReader) ensurePara() {
	if p.flow.para() != nil {
		return
	}
	inside := p.state.para.inside
	if inside == 0 && len(p.tables) == 1 && (p.def.open || p.inRow()) {
		inside = 1
	}
	p.enter(inside)
	p.flow.startPara()
}

// inRow tells whether the outermost table has a row that has begun: some files do
// not say of its paragraphs that they stand in a table.
func (p *rtfReader) inRow() bool {
	t := p.flow.table()
	return len(p.top().cells) == 1 && t != nil && len(t.row.cells) > 0
}

// enter opens and closes tables until the text stands in a cell of the nth.
func (p *rtfReader) enter(n int) {
	t := p.top()
	for len(t.cells) > n {
		p.leaveTable()
	}
	for len(t.cells) < n {
		p.openCell()
		p.flow.openTable()
		t.cells = append(t.cells, false)
	}
	p.openCell()
}

// openCell opens a cell in the innermost table, if there is one without.
func (p *rtfReader) openCell() {
	if t := p.top(); len(t.cells) > 0 && !t.cells[len(t.cells)-1] {
		p.flow.openCell()
		t.cells[len(t.cells)-1] = true
	}
}

func (p *rtfReader) leaveTable() {
	t := p.top()
	p.closeCell()
	p.flow.endTable()
	t.cells = t.cells[:len(t.cells)-1]
}

// closeCell closes the cell of the innermost table, which is none if it is empty:
// a paragraph began that did not come to anything.
func (p *rtfReader) closeCell() {
	if t := p.top(); len(t.cells) > 0 && t.cells[len(t.cells)-1] {
		t.cells[len(t.cells)-1] = false
		if !p.flow.forgetCell() {
			p.flow.closeCell(1)
		}
	}
}

// endPara ends the open paragraph, which is as the state says now.
func (p *rtfReader) endPara() {
	if d := p.state.dest; d.kind == rtfAway {
		d.away.endPara(p.flow)
		return
	} else if !d.holdsText() {
		return
	}
	p.flow.dropLine(deletedText, &p.deleted)
	p.flow.dropLine(hiddenText, &p.hidden)
	fp := p.flow.para()
	if fp == nil {
		p.top().listed, p.top().mark = false, ""
		return
	}
	s := p.state.para
	fp.style, fp.level = rtfStyleID(s.style), s.level
	fp.listed = s.listed || p.top().listed
	if fp.listed {
		fp.depth = s.depth + 1
		if weigh(p.top().mark) > 0 {
			fp.mark = p.top().mark
		}
	}
	p.top().listed, p.top().mark = false, ""
	p.flow.endPara()
}

// tableWord reads the ends of cells and rows and the places of their edges.
func (p *rtfReader) tableWord(word string, value int) {
	row := &p.def
	if p.state.nested || word == "nestrow" {
		row = &p.nested
	}
	switch word {
	case "trowd":
		*row = rtfRow{open: true}
	case "trleft":
		row.left = value
	case "cellx":
		if len(row.edges) < mostColumns {
			row.edges = append(row.edges, value)
		}
	case "cell", "nestcell":
		p.endCell(word)
	case "row", "nestrow":
		p.endRow(word, row)
	}
}

// endCell ends a cell of the outermost table, or of one inside it.
func (p *rtfReader) endCell(word string) {
	level := 1
	if word == "nestcell" {
		level = min(max(p.state.para.inside, 2), mostTables)
	}
	if len(p.top().cells) == 0 {
		if stray := p.flow.takePara(); stray != nil {
			p.enter(level)
			p.flow.top().para = stray
		}
	}
	p.endPara()
	p.enter(level)
	t := p.top()
	t.cells[len(t.cells)-1] = false
	p.flow.closeCell(1)
}

func (p *rtfReader) endRow(word string, row *rtfRow) {
	level := 1
	if word == "nestrow" {
		level = max(len(p.top().cells), 2)
	}
	row.open = false
	p.endPara()
	if len(p.top().cells) < level {
		return
	}
	for len(p.top().cells) > level {
		p.leaveTable()
	}
	p.closeCell()
	if t := p.flow.table(); t != nil {
		t.row.left, t.row.edges = row.left, row.edges
	}
	p.flow.closeRow()
}
