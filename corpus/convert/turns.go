package convert

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"crosscase/corpus"
)

// findTurns marks the blocks that start a turn and returns who speaks, in order
// of the first turn. Where look is false only the speakers that the format
// itself names are taken.
func findTurns(src Source, look bool, r *Report) ([]Block, []corpus.Speaker) {
	blocks := src.Blocks
	byFormat := false
	for _, b := range blocks {
		byFormat = byFormat || b.Speaker != ""
	}
	if look && !byFormat {
		lines := linesOf(blocks)
		accepted := acceptLabels(lines, r)
		if len(accepted) > 0 {
			blocks = markTurns(lines, accepted, src.Cues, r)
		}
	}
	if src.Cues {
		blocks = joinCues(blocks, r)
	}
	speakers := speakersOf(blocks)
	if look || byFormat {
		giveRoles(speakers, blocks, legendOf(blocks), r)
	}
	return blocks, speakers
}

// line is one line of a block, read as the start of a turn where it can be.
type line struct {
	block *Block
	text  string
	first bool // of its block
	open  opening
	could bool // open holds something
}

// linesOf cuts the blocks into lines. A row of two cells of which the first
// could be a label counts as a line.
func linesOf(blocks []Block) []line {
	var out []line
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case Paragraph, ListItem:
			first := true
			for text := range strings.SplitSeq(b.Text, "\n") {
				l := line{block: b, text: text, first: first}
				l.open, l.could = parseOpening(text)
				out = append(out, l)
				first = false
			}
		case Row:
			l := line{block: b, text: b.Text, first: true}
			l.open, l.could = parseRow(b)
			out = append(out, l)
		default:
			out = append(out, line{block: b, text: b.Text, first: true})
		}
	}
	return out
}

// parseRow reads "label TAB words", with or without a colon, as a turn.
func parseRow(b *Block) (opening, bool) {
	label, words, ok := strings.Cut(strings.TrimLeft(b.Text, " \t"), "\t")
	if !ok || strings.Contains(words, "\t") || strings.TrimSpace(words) == "" {
		return opening{}, false
	}
	label = strings.TrimSpace(label)
	if !strings.HasSuffix(label, ":") {
		if roleOfWord(label) == "" {
			return opening{}, false
		}
		label += ":"
	}
	return parseOpening(label + " " + strings.TrimSpace(words))
}

// markTurns rewrites the lines that open a turn of an accepted label.
func markTurns(lines []line, accepted map[string]bool, cues bool, r *Report) []Block {
	var out []Block
	waiting := false // the last block is a turn whose words have not come yet
	for _, l := range lines {
		isTurn := l.could && accepted[fold(l.open.label)]
		switch {
		case isTurn:
			b := *l.block
			b.Kind, b.Cells, b.Level = Paragraph, nil, 0
			b.Speaker, b.Text = l.open.label, strings.TrimSpace(l.open.words)
			if !cues || l.open.hasTime {
				b.HasTime, b.Start = l.open.hasTime, l.open.at
			}
			b.Tight = l.block.Tight
			if !l.first {
				b.Tight = true
			}
			out = append(out, b)
			waiting = b.Text == ""
			reportLayout(l, r)
		case waiting && (l.block.Kind == Paragraph || l.block.Kind == ListItem):
			last := &out[len(out)-1]
			text := strings.TrimSpace(l.text)
			if at, rest, ok := cutClock(text); ok && !last.HasTime && rest != "" {
				last.Start, last.HasTime, text = at, true, rest
			}
			last.Text, waiting = text, false
		case l.first:
			out = append(out, *l.block)
			if l.block.Kind == Paragraph || l.block.Kind == ListItem {
				last := &out[len(out)-1]
				last.Text = l.text
				if at, rest, ok := cutClock(strings.TrimLeft(l.text, " \t")); ok && !cues && rest != "" {
					last.Start, last.HasTime, last.Text = at, true, rest
				}
			}
			waiting = false
		default:
			last := &out[len(out)-1]
			if last.Text != "" {
				last.Text += "\n"
			}
			last.Text += l.text
		}
	}
	for i := range out {
		if b := &out[i]; (b.Kind == Paragraph || b.Kind == ListItem) && !b.HasTime {
			if at, rest, ok := cutEndClock(b.Text); ok && (rest != "" || b.Speaker != "") {
				b.Start, b.HasTime, b.Text = at, true, rest
				r.Add("guessed", "time at the end of a paragraph taken as the time of its turn", 1, formatClock(at))
			}
		}
	}
	return out
}

// reportLayout says how a turn was written where it was not our way.
func reportLayout(l line, r *Report) {
	canonical := l.open.label + ":"
	if l.open.hasTime {
		canonical += " [" + formatClock(l.open.at) + "]"
	}
	if !strings.HasPrefix(l.text, canonical) || l.open.alone {
		r.Add("normalised", "turns written as \"Speaker: [hh:mm:ss] words\"", 1, clip(strings.TrimSpace(l.text), 60))
	}
}

// speakersOf lists the labels of the turns; spellings of one label are joined,
// the commonest being the main one.
func speakersOf(blocks []Block) []corpus.Speaker {
	var order []string
	count := map[string]int{}
	for _, b := range blocks {
		if b.Speaker == "" {
			continue
		}
		if count[b.Speaker] == 0 {
			order = append(order, b.Speaker)
		}
		count[b.Speaker]++
	}
	var groups [][]string
next:
	for _, label := range order {
		if len(order) > mostSpeakers {
			groups = append(groups, []string{label})
			continue
		}
		for i, g := range groups {
			if sameSpeaker(g[0], label, count[g[0]], count[label]) {
				groups[i] = append(g, label)
				continue next
			}
		}
		groups = append(groups, []string{label})
	}
	var out []corpus.Speaker
	for _, g := range groups {
		main := g[0]
		for _, l := range g {
			if count[l] > count[main] {
				main = l
			}
		}
		s := corpus.Speaker{Label: main}
		for _, l := range g {
			if l != main {
				s.Also = append(s.Also, l)
			}
		}
		out = append(out, s)
	}
	return out
}

// longTranscript is the number of words from which one speaker is suspicious.
const longTranscript = 1500

// warnOfOneSpeaker reports a long transcript in which only one voice is named.
func warnOfOneSpeaker(blocks []Block, speakers []corpus.Speaker, r *Report) {
	if len(speakers) != 1 {
		return
	}
	words := 0
	for _, b := range blocks {
		words += len(strings.Fields(b.Text))
	}
	if words > longTranscript {
		r.Add("warning", fmt.Sprintf("one speaker only, %s, in %d words: a whole room under one name, or one side without a label", speakers[0].Label, words), 1, "")
	}
}

// clip shortens a text to n characters for an example.
func clip(s string, n int) string {
	s = strings.ReplaceAll(s, "\n", " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
