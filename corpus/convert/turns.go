package convert

import (
	"fmt"
	"strings"

	"crosscase/corpus"
)

// findTurns marks the blocks that start a turn and returns who speaks, in order
// of the first turn. Where look is false only the speakers that the format
// itself names are taken.
func findTurns(src Source, look bool, r *Report) ([]Block, []corpus.Speaker) {
	blocks := src.Blocks
	byFormat := false
	for i := range blocks {
		byFormat = byFormat || blocks[i].Speaker != ""
	}
	if look || byFormat {
		blocks = resolveEntities(dropNotices(dropServiceHead(blocks, r), r), r)
	}
	talk := false // it looks like talk, though nobody is named
	if look && !byFormat {
		blocks, talk = turnsInText(blocks, src, r)
	}
	if src.Cues {
		blocks = joinCues(blocks, r)
	}
	speakers := speakersOf(blocks)
	if look || byFormat {
		legend := legend{}
		if len(speakers) > 0 {
			legend = legendOf(blocks)
		}
		speakers = joinNames(speakers, blocks, legend, r)
		giveRoles(speakers, blocks, legend, r)
	}
	if look && len(speakers) == 0 && (talk || src.Talk) {
		r.Add("warning", `looks like talk, but no speaker was found: it comes in without turns; put labels such as "I:" before the turns in documents/, then crosscase corpus revise`, 1, "")
	}
	return blocks, speakers
}

// turnsInText finds the turns by the labels in the text.
func turnsInText(blocks []Block, src Source, r *Report) (out []Block, talk bool) {
	sure := src.Cues || src.Talk
	var tables Report
	if found := turnTables(blocks, &tables); len(tables.Entries) > 0 {
		if rd, ok := readAs(found, sure, &tables); ok {
			r.addAll(tables)
			return rd.mark(src.Cues, r), false
		}
	}
	var lines Report
	if plain, numbered := withoutLineNumbers(blocks, &lines); numbered {
		if rd, ok := readAs(plain, sure, &lines); ok {
			r.addAll(lines)
			return rd.mark(src.Cues, r), false
		}
	}
	rd, ok := readAs(blocks, sure, r)
	if !ok && rd.looksLikeTalk() {
		talk = true
		rd.report(r)
	}
	if ok || rd.stamped() {
		return rd.mark(src.Cues, r), talk
	}
	return blocks, talk
}

// read takes blocks apart and tells whether they are a conversation.
func read(blocks []Block, r *Report) (*reading, bool) { return readAs(blocks, false, r) }

// readAs is read, where sure says that the format is one of recordings.
func readAs(blocks []Block, sure bool, r *Report) (*reading, bool) {
	rd := &reading{lines: linesOf(blocks), sure: sure}
	rd.markClocks()
	rd.markCues()
	rd.markHead()
	rd.dropLoose()
	rd.dropNumbered()
	rd.moveDirections()
	ok := rd.accept(r)
	if ok && rd.missing != "" {
		rd.namesAlone(r)
	}
	if ok = ok || rd.acceptWeak(r); !ok {
		rd.settleDirections(r)
		return rd, false
	}
	rd.acceptFellows(r)
	rd.acceptSlips(r)
	rd.acceptTitled(r)
	rd.settleDirections(r)
	rd.cutInside(r)
	rd.report(r)
	rd.reportUnlabelled(r)
	return rd, true
}

// dropLoose takes lines that are a name and a time for turns only if there are
// three at least and words follow most of them.
func (rd *reading) dropLoose() {
	loose, followed := 0, 0
	for i := range rd.lines {
		l := &rd.lines[i]
		if !l.could || !l.open.loose {
			continue
		}
		loose++
		if i+1 < len(rd.lines) {
			if next := &rd.lines[i+1]; !next.could && !next.clock && next.block.Kind != Heading && !startsWithClock(next.text) {
				followed++
			}
		}
	}
	if loose == 0 || loose >= 3 && followed*5 >= loose*4 {
		return
	}
	for i := range rd.lines {
		if l := &rd.lines[i]; l.open.loose {
			l.could, l.open = false, opening{}
		}
	}
}

// startsWithClock tells whether a line begins with a time of a recording.
func startsWithClock(s string) bool {
	s = s[skipBlanks(s, 0):]
	if _, _, ok := cutClock(s); ok {
		return true
	}
	_, _, parts, ok := cutBareClock(s)
	return ok && parts == 3
}

// speakersOf lists the labels of the turns; spellings of one label are joined,
// the commonest being the main one.
func speakersOf(blocks []Block) []corpus.Speaker {
	var order []string
	count := map[string]int{}
	for i := range blocks {
		label := blocks[i].Speaker
		if label == "" {
			continue
		}
		if count[label] == 0 {
			order = append(order, label)
		}
		count[label]++
	}
	keys := make([]string, len(order))
	once := map[string]int{} // of numbered answers
	for i, label := range order {
		keys[i] = fold(label)
		if stem := numberedAnswer(keys[i]); stem != "" && count[label] == 1 {
			once[stem]++
		}
	}
	for i, label := range order {
		if stem := numberedAnswer(keys[i]); count[label] == 1 && once[stem] > 2 {
			keys[i] = stem
		}
	}
	var groups [][]int // indexes into order
next:
	for i, label := range order {
		if len(order) <= mostSpeakers {
			for g, group := range groups {
				if first := group[0]; sameSpeaker(keys[first], keys[i], count[order[first]], count[label]) {
					groups[g] = append(group, i)
					continue next
				}
			}
		}
		groups = append(groups, []int{i})
	}
	var out []corpus.Speaker
	for _, g := range groups {
		main := order[g[0]]
		for _, i := range g {
			if count[order[i]] > count[main] {
				main = order[i]
			}
		}
		s := corpus.Speaker{Label: main}
		for _, i := range g {
			if order[i] != main {
				s.Also = append(s.Also, order[i])
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
	chars, cut := 0, 0 // cut: the byte after n-1 characters
	for i := range s {
		if chars == n-1 {
			cut = i
		}
		if chars++; chars > n {
			return strings.ReplaceAll(s[:cut], "\n", " ") + "…"
		}
	}
	return strings.ReplaceAll(s, "\n", " ")
}
