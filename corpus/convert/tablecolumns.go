package convert

import (
	"strings"
	"unicode/utf8"

	"crosscase/corpus"
)

const (
	leastPairs       = 4  // rows that a table of speakers and words must have to be talk
	longestPairLabel = 25 // characters above which a cell holds no name
	widestTalk       = 20 // above which a table holds no turns
)

// namedTalk rewrites a table in which names change places and the words beside them
// are a conversation. Other columns may hold numbers that count the rows, and times.
// nil where the table is another.
func namedTalk(rows []Block, r *Report) []Block {
	head := isTalkHead(rows)
	body := rows
	if head {
		body = rows[1:]
	}
	if len(rows) < leastPairs {
		return nil
	}
	cols, ok := columnsSeen(body)
	if !ok {
		return nil
	}
	var out []Block
	names, labelled, changes, asker, last := map[string]bool{}, 0, 0, false, ""
	var notes Report
	for _, row := range body {
		if head && sameCells(row.Cells, rows[0].Cells) { // it may stand again on each page
			notes.Drop("heads of tables of turns", wholeCell(strings.Join(row.Cells, " ")))
			continue
		}
		if label := pairLabel(cellAt(row.Cells, cols.speaker)); label != "" {
			names[fold(label)] = true
			labelled++
			if fold(label) != last {
				changes++
			}
			last = fold(label)
			asker = asker || certainRole(label) && roleOfWord(label) == corpus.Interviewer
		}
		out = append(out, talkRow(row, cols, &notes)...)
	}
	least := 7 // of ten rows bring another speaker, or else it is a list that is sorted by names
	if asker {
		least = 3
	}
	if len(names) < 2 || len(names)*2 > labelled || changes*10 < labelled*least {
		return nil
	}
	if _, ok := read(out, &Report{}); !ok {
		return nil
	}
	if head {
		r.Drop("heads of tables of turns", wholeCell(strings.Join(rows[0].Cells, " ")))
	}
	r.addAll(notes)
	r.Add("guessed", "a table taken for speakers and their words", 1, clip(out[0].Text, 60))
	return out
}

func pairLabel(cell string) string { return strings.TrimSuffix(wholeCell(cell), ":") }

// isTalkHead tells whether the first row of a table names its columns: by words that are
// known, or above a column that counts the rows by a word that is no number.
func isTalkHead(rows []Block) bool {
	if _, ok := columnsOf(rows[0].Cells); ok {
		return true
	}
	for j, cell := range rows[0].Cells {
		if cell = wholeCell(cell); cell != "" && rowNumber(cell) < 0 && len(rows) > leastPairs && counts(rows[1:], j) {
			return true
		}
	}
	return false
}

// columnsSeen finds the columns of names and words by what stands in them. Every other
// column that holds something counts the rows or holds times of a recording.
func columnsSeen(rows []Block) (cols turnColumns, ok bool) {
	cols = turnColumns{-1, -1, -1}
	width := 0
	for _, row := range rows {
		width = max(width, len(row.Cells))
	}
	if width > widestTalk {
		return cols, false
	}
	var left []int
	for j := range width {
		filled, times := 0, 0
		for _, row := range rows {
			if cell := cellAt(row.Cells, j); wholeCell(cell) != "" {
				filled++
				if _, _, ok := talkTime(cell); ok {
					times++
				}
			}
		}
		switch {
		case filled == 0 || counts(rows, j):
		case times == filled && cols.time < 0:
			cols.time = j
		case times == filled: // ends of spans
		default:
			left = append(left, j)
		}
	}
	if len(left) != 2 {
		return cols, false
	}
	for _, try := range [...][2]int{{left[0], left[1]}, {left[1], left[0]}} {
		if allLabels(rows, try[0]) {
			cols.speaker, cols.content = try[0], try[1]
			return cols, true
		}
	}
	return cols, false
}

func allLabels(rows []Block, column int) bool {
	for _, row := range rows {
		if label := pairLabel(cellAt(row.Cells, column)); label != "" && (!looksLikeLabel(label) || utf8.RuneCountInString(label) > longestPairLabel) {
			return false
		}
	}
	return true
}

// counts tells whether a column counts the rows: a number in nearly each, greater than the one before.
func counts(rows []Block, column int) bool {
	n, last := 0, -1
	for _, row := range rows {
		cell := wholeCell(cellAt(row.Cells, column))
		if cell == "" {
			continue
		}
		at := rowNumber(cell)
		if at <= last {
			if at >= 0 || !sameCells(row.Cells, rows[0].Cells) {
				return false
			}
			continue
		}
		n, last = n+1, at
	}
	return n >= leastPairs-1 && n*10 >= len(rows)*8
}

// rowNumber reads a cell such as "12", "12." or "#12"; -1 where it holds anything else.
func rowNumber(cell string) int {
	s := strings.TrimRight(strings.TrimLeft(cell, "#("), ".):")
	if d := digitsAt(s, 0, 6); d == 0 || d > 5 || d != len(s) {
		return -1
	}
	return number(s)
}

// The words that head the columns of a table of questions and answers.
var (
	questionHeads = wordSet("spørsmål spørsmålet intervjuspørsmål spm question questions interview_question frage fragen fråga frågor spørgsmål pregunta pregunta(s)")
	answerHeads   = wordSet("svar svaret answer answers response responses respons antwort antworten respuesta intervjusvar")
	// answeringWords are those by which somebody speaks for himself: who answers questions
	// for readers does not.
	answeringWords = wordSet("jeg eg jag i ich yo je meg mig me min mitt mine mina my mi mein")
)

// answerTalk rewrites a table whose head names questions and answers, each row as a turn of
// an interviewer and one of an informant. Most rows ask, and who answers speaks for himself;
// nil where the table is another.
func answerTalk(rows []Block, r *Report) []Block {
	if len(rows) < leastPairs {
		return nil
	}
	question, answer := -1, -1
	for j, cell := range rows[0].Cells {
		switch key := fold(strings.Trim(wholeCell(cell), " *:")); {
		case questionHeads[key] && question < 0:
			question = j
		case answerHeads[key] && answer < 0:
			answer = j
		case key != "" && (!otherHeads[key] || !counts(rows[1:], j)):
			return nil
		}
	}
	if question < 0 || answer < 0 {
		return nil
	}
	var out []Block
	var notes Report
	asks, answers, own := 0, 0, 0
	for _, row := range rows[1:] {
		if sameCells(row.Cells, rows[0].Cells) {
			notes.Drop("heads of tables of turns", wholeCell(strings.Join(row.Cells, " ")))
			continue
		}
		for j, cell := range row.Cells {
			if words := wholeCell(cell); j != question && j != answer && words != "" {
				if rowNumber(words) < 0 {
					return nil
				}
				notes.Drop("numbers and ends of the rows of tables of turns", words)
			}
		}
		if asksIn(cellAt(row.Cells, question)) {
			asks++
		}
		if words := cellAt(row.Cells, answer); wholeCell(words) != "" {
			answers++
			if speaksForSelf(words) {
				own++
			}
		}
		for _, side := range [...]struct {
			column int
			label  string
		}{{question, putInterviewer}, {answer, putInformant}} {
			if wholeCell(cellAt(row.Cells, side.column)) == "" {
				continue
			}
			turn := talkRow(Block{Cells: []string{side.label, cellAt(row.Cells, side.column)}, Page: row.Page}, turnColumns{time: -1, speaker: 0, content: 1}, &Report{})
			notes.Gain("labels put before questions and answers", 1, side.label)
			out = append(out, turn...)
		}
	}
	if n := len(rows) - 1; asks*2 < n || answers*2 < n || own < 2 || own*5 < answers {
		return nil
	}
	r.Drop("heads of tables of turns", wholeCell(strings.Join(rows[0].Cells, " ")))
	r.addAll(notes)
	r.Add("guessed", "a table of questions and answers taken for the words of an interviewer and an informant"+remedy, 1, clip(out[0].Text, 60))
	return out
}

func speaksForSelf(words string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		if answeringWords[strings.Trim(w, ".,;:!?()«»\"”“")] {
			return true
		}
	}
	return false
}

// numberedText is namedTalk for the rows at the front of a plain text, whose cells are parted by
// tabs: two of them at least, for with one the text says itself how its labels are set off.
// Rows below a head that is known are turnTables' own.
// n is how many rows it read.
func numberedText(blocks []Block, r *Report) (turns []Block, n int) {
	var rows []Block
	for _, b := range blocks {
		if b.Kind != Row || b.Cells != nil || strings.Count(b.Text, "\t") < 2 {
			break
		}
		b.Cells = cellsOf(&b)
		rows = append(rows, b)
	}
	if len(rows) < leastPairs {
		return nil, len(rows)
	}
	if _, known := columnsOf(rows[0].Cells); known {
		return nil, len(rows)
	}
	var notes Report
	turns = namedTalk(rows, &notes)
	digits := 0 // that notes account for, and that are counted once more as those of times: see dropLate
	for _, b := range rows {
		digits += digitsIn(b.Text)
	}
	for _, b := range turns {
		digits -= digitsIn(b.Text)
	}
	if turns != nil {
		r.addAll(notes)
		r.add("normalised", timesEntry, 0, -digits, "")
	}
	return turns, len(rows)
}

func (r *Report) addAll(more Report) {
	for _, e := range more.Entries {
		r.add(e.Did, e.What, e.Count, e.Characters, e.Example)
	}
}
