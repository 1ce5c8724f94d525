package convert

import (
	"strings"
	"time"
)

// The words that head the columns of a table of turns, as NVivo and the like
// write it.
var (
	speakerHeads = wordSet("speaker speakers speaker_name name navn namn taler høyttaler talare talar hvem who participant deltaker person snakker sprecher " +
		"kven kven_snakkar hvem_snakker hvem_sier hvem_sa kven_seier kven_sa snakkar rolle role stemme voice")
	contentHeads = wordSet("content text transcript utterance tekst innhold innhald ytring transkripsjon hva_sies hva_som_sies hvad_siges hvad_der_siges vad_sägs udsagn utsagn replik sagt inhalt contenido conteúdo words replikk " +
		"hva_som_ble_sagt hva_ble_sagt hva_som_blir_sagt kva_som_vart_sagt kva_som_blei_sagt kva_vart_sagt kva_blei_sagt kva_som_blir_sagt kva_som_er_sagt " +
		"what_was_said what_is_said said ord utsegn utsegner ytringer ytringar replikker replikkar")
	timeHeads  = wordSet("timespan time start start_time starttid tid tidspunkt timestamp time_stamp timecode tidskode begin from fra zeit")
	otherHeads = wordSet("end end_time slutt sluttid to til stop nr no number id row rad linje line # nummer løpenr løpenummer linjenr duration varighet")
)

// turnColumns says which cell of a row holds what; -1 where none does.
type turnColumns struct{ time, content, speaker int }

// columnsOf reads a row as the head of a table of turns.
func columnsOf(cells []string) (turnColumns, bool) {
	c := turnColumns{-1, -1, -1}
	for i, cell := range cells {
		switch key := fold(strings.Trim(cell, " *:")); {
		case speakerHeads[key] && c.speaker < 0:
			c.speaker = i
		case contentHeads[key] && c.content < 0:
			c.content = i
		case timeHeads[key] && c.time < 0:
			c.time = i
		case key != "" && !otherHeads[key]:
			return c, false
		}
	}
	return c, c.speaker >= 0 && c.content >= 0
}

// turnTables rewrites tables whose head names a speaker and what is said, so
// that each row reads "Speaker: [time] words".
func turnTables(blocks []Block, r *Report) []Block {
	var out []Block
	looked := 0 // how many blocks were looked at for rows that need no head
	for i := 0; i < len(blocks); i++ {
		n := 0
		if blocks[i].Kind == Row {
			if i >= looked {
				turns, rows := numberedText(blocks[i:], r)
				if looked = i + rows; turns != nil {
					if out == nil {
						out = append(out, blocks[:i]...)
					}
					out = append(out, turns...)
					i += rows - 1
					continue
				}
			}
			if cols, ok := columnsOf(cellsOf(&blocks[i])); ok {
				rows := rowsFrom(blocks[i+1:], cols)
				if programme(rows, cols.time) {
					rows = nil
				}
				if n = len(rows); n > 0 {
					if out == nil {
						out = append(out, blocks[:i]...)
					}
					r.dropLate("heads of a table of turns", blocks[i].Text)
					for _, row := range rows {
						out = append(out, rowTurn(row, cols, r))
					}
					i += n
				}
			}
		}
		if n == 0 && out != nil {
			out = append(out, blocks[i])
		}
	}
	if out == nil {
		return blocks
	}
	return out
}

func cellsOf(b *Block) []string {
	if b.Cells != nil {
		return b.Cells
	}
	return strings.Split(b.Text, "\t")
}

// rowsFrom returns the rows at the front of blocks that fit the columns: words
// in the right cell, and nothing but numbers and times in the others.
func rowsFrom(blocks []Block, cols turnColumns) []*Block {
	var rows []*Block
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != Row {
			break
		}
		cells := cellsOf(b)
		if len(cells) <= cols.content || strings.TrimSpace(cells[cols.content]) == "" {
			return nil
		}
		for j, c := range cells {
			switch c = strings.TrimSpace(c); {
			case j == cols.speaker:
				if label := strings.TrimSuffix(c, ":"); c != "" && !looksLikeLabel(label) {
					return nil
				}
			case j != cols.content && strings.ContainsFunc(c, func(c rune) bool { return c > '9' && weighs(c) }):
				return nil
			}
		}
		rows = append(rows, b)
	}
	return rows
}

// programme tells whether the times of rows are those of a day's programme: hours and minutes that
// mostly stand on the twelfths of an hour.
func programme(rows []*Block, column int) bool {
	n, exact := 0, 0
	for _, b := range rows {
		if at, fine, ok := talkTime(cellAt(cellsOf(b), column)); ok {
			n++
			if fine || at%(5*time.Second) != 0 {
				exact++
			}
		}
	}
	return n >= 3 && exact*3 < n
}

// rowTurn writes a row as a paragraph that opens a turn, or goes on with one
// where the speaker's cell is empty.
func rowTurn(b *Block, cols turnColumns, r *Report) Block {
	cells := cellsOf(b)
	text := strings.Join(strings.Fields(cells[cols.content]), " ")
	for j, c := range cells {
		if j != cols.content && j != cols.speaker && j != cols.time {
			if _, isTime := cellClock(c); !isTime && weigh(c) > 0 {
				r.dropLate("numbers of the rows of a table of turns", c)
			}
		}
	}
	if cols.time >= 0 && cols.time < len(cells) {
		if at, ok := cellClock(cells[cols.time]); ok {
			text = "[" + formatClock(at) + "] " + text
		} else if weigh(cells[cols.time]) > 0 {
			text = cells[cols.time] + " " + text
		}
	}
	if cols.speaker < len(cells) {
		if label := clean(strings.TrimSuffix(strings.TrimSpace(cells[cols.speaker]), ":")); label != "" {
			text = label + ": " + text
		}
	}
	return Block{Text: text, Page: b.Page}
}
