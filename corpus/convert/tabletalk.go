package convert

import (
	"strings"
	"time"
)

// talkOf looks for talk that a text shows by its layout and not by labels: a
// table with a column of times or of speakers.
func talkOf(src Source, opts Options, r *Report) Source {
	if !opts.Speakers {
		return src
	}
	var timed bool
	src.Blocks, timed = tableTalk(src.Blocks, r)
	src.Talk = src.Talk || timed
	return src
}

// wholeCell returns a cell in one line.
func wholeCell(s string) string { return strings.Join(strings.Fields(s), " ") }

// tableTalk rewrites tables of talk as paragraphs: tables whose head names a
// column of times and one of words, with or without one of speakers; tables of
// questions and answers; and tables of speakers and what they say, with or without
// numbers of the rows, which need no head. Other tables come back as they are. Cells may hold several paragraphs, parted by "\n". timed
// says that a table had times of a recording.
func tableTalk(blocks []Block, r *Report) (out []Block, timed bool) {
	done := 0
	for i := 0; i < len(blocks); {
		if blocks[i].Kind != Row || blocks[i].Cells == nil {
			i++
			continue
		}
		end := i + 1
		for end < len(blocks) && blocks[end].Kind == Row && blocks[end].Cells != nil {
			end++
		}
		turns, from := timedTalk(blocks[i:end], r)
		timed = timed || turns != nil
		if turns == nil {
			turns = namedTalk(blocks[i:end], r)
		}
		if turns == nil {
			turns = answerTalk(blocks[i:end], r)
		}
		if turns != nil {
			out = append(append(out, blocks[done:i+from]...), turns...)
			done = end
		}
		i = end
	}
	if done == 0 {
		return blocks, false
	}
	return append(out, blocks[done:]...), timed
}

// headRows is in how many of its first rows a table's head is looked for.
const headRows = 3

// timedTalk rewrites a table whose head names times and words. It returns the
// turns and how many rows stand before the head; nil where the table is another.
func timedTalk(rows []Block, r *Report) (turns []Block, from int) {
	for from = 0; from < min(headRows, len(rows)); from++ {
		cols, extra, ok := talkHead(rows[from].Cells)
		if !ok {
			continue
		}
		if !isTimed(rows[from:], cols, extra) {
			break
		}
		for _, row := range rows[from:] {
			if sameCells(row.Cells, rows[from].Cells) { // it may stand again on each page
				r.Drop("heads of tables of turns", wholeCell(strings.Join(row.Cells, " ")))
				continue
			}
			turns = append(turns, talkRow(row, cols, r)...)
		}
		return turns, from
	}
	return nil, 0
}

// talkHead reads a row as the head of a table of times and words; extra are
// columns without words: numbers of rows, ends of spans.
func talkHead(cells []string) (cols turnColumns, extra []int, ok bool) {
	cols = turnColumns{-1, -1, -1}
	for i, cell := range cells {
		switch key := fold(strings.Trim(wholeCell(cell), " *:")); {
		case speakerHeads[key] && cols.speaker < 0:
			cols.speaker = i
		case contentHeads[key] && cols.content < 0:
			cols.content = i
		case (timeHeads[key] || spanHeads[key]) && cols.time < 0:
			cols.time = i
		case key == "" || otherHeads[key] || timeHeads[key]:
			extra = append(extra, i)
		default:
			return cols, nil, false
		}
	}
	return cols, extra, cols.time >= 0 && cols.content >= 0
}

// spanHeads are more words for a column of times of a recording.
var spanHeads = wordSet("timespans tidsspenn tidsrom tidsintervall tidsstempel tidspunkter tidskoder timecodes timestamps tidspann tidsspann tidsperiode")

// isTimed tells whether the rows under a head, which is the first, are turns of a
// recording: a time in each that is not earlier than the one before and is not that
// of a programme.
func isTimed(rows []Block, cols turnColumns, extra []int) bool {
	n, exact := 0, 0
	last := time.Duration(-1)
	heads := 0
	for i := range rows {
		cells := rows[i].Cells
		if sameCells(cells, rows[0].Cells) {
			heads++
			continue
		}
		at, fine, ok := talkTime(cellAt(cells, cols.time))
		switch {
		case !ok && wholeCell(cellAt(cells, cols.time)) != "" && n > 0:
			return false
		case !ok:
			continue
		case at < last:
			return false
		}
		for _, j := range extra {
			if _, _, ok := talkTime(cellAt(cells, j)); !ok && weigh(strings.TrimLeft(wholeCell(cellAt(cells, j)), "0123456789.#")) > 0 {
				return false
			}
		}
		last = at
		n++
		if fine || at%(5*time.Second) != 0 {
			exact++
		}
	}
	return n > 0 && exact*3 >= n && n*2 >= len(rows)-heads
}

// talkTime reads a cell that holds a time of a recording, or two of them; fine
// says that it has fractions, three parts or an end, as a programme's has not.
func talkTime(cell string) (at time.Duration, fine, ok bool) {
	s := strings.Trim(wholeCell(cell), "[](){}# ")
	at, ok = cellClock(s)
	return at, ok && (strings.Count(s, ":") > 1 || strings.ContainsAny(s, ".,-–")), ok
}

func cellAt(cells []string, i int) string {
	if i < 0 || i >= len(cells) {
		return ""
	}
	return cells[i]
}

func sameCells(a, b []string) bool {
	return wholeCell(strings.Join(a, "\t")) == wholeCell(strings.Join(b, "\t"))
}

// talkRow writes a row of a table of turns as paragraphs, the first of which
// names the speaker and the time.
func talkRow(row Block, cols turnColumns, r *Report) []Block {
	var out []Block
	for s := range strings.SplitSeq(cellAt(row.Cells, cols.content), "\n") {
		if strings.TrimSpace(s) != "" {
			out = append(out, Block{Text: s, Page: row.Page})
		}
	}
	label := clean(strings.TrimSuffix(wholeCell(cellAt(row.Cells, cols.speaker)), ":"))
	if len(out) == 0 {
		out = append(out, Block{Page: row.Page})
	}
	first := &out[0]
	if label != "" {
		first.Text = label + ": " + first.Text
	}
	for i, cell := range row.Cells {
		cell = wholeCell(cell)
		at, _, ok := talkTime(cell)
		switch {
		case i == cols.content || i == cols.speaker || cell == "":
		case i == cols.time && ok:
			stamp := formatClock(at)
			first.Text = "[" + stamp + "] " + first.Text
			r.add("normalised", "times of a table's rows written as [hh:mm:ss]", 1, weigh(cell)-weigh(stamp), cell)
		case i == cols.time:
			first.Text = cell + " " + first.Text
		default:
			r.Drop("numbers and ends of the rows of tables of turns", cell)
		}
	}
	if strings.TrimSpace(first.Text) == "" {
		return nil
	}
	return out
}
