package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// headMost is how many lines from the top are searched for the head of a text,
// and headWordsMost how many words a line of it has.
const (
	headMost      = 40
	headWordsMost = 14
)

// markHead marks the lines above the talk that say when, where and with whom it
// was: pairs such as "Intervjuer: Ola Berg" there are no turns. The head ends
// with its last pair that can be nothing else ("Date: 2016").
func (rd *reading) markHead() {
	last := -1
	for i := range rd.lines[:min(len(rd.lines), headMost)] {
		l := &rd.lines[i]
		if l.block.Kind == Row {
			label, _, ok := strings.Cut(strings.TrimSpace(l.text), "\t")
			if ok && isHead(strings.TrimSuffix(label, ":")) {
				last = i
				continue
			}
		}
		if l.could && (l.open.hasTime || l.open.alone && !l.open.bare) || l.clock || len(l.text) > 6*longestLabel || asksIn(l.text) {
			break
		}
		if wordsUpTo(l.text, headWordsMost+1) > headWordsMost && !headPair(l.text) {
			break
		}
		if headPair(l.text) || legendLine(l) {
			last = i
		}
	}
	if last < 0 {
		return
	}
	for i := range rd.lines[:last+1] {
		rd.lines[i].head = true
	}
	// a table of pairs is of the head as a whole, whoever stands in it: "Interviewer TAB Mona"
	if rd.lines[last].block.Kind == Row {
		for last+1 < len(rd.lines) && rd.lines[last+1].block.Kind == Row && rd.lines[last+1].block.Tight && pairOfHead(&rd.lines[last+1]) {
			last++
			rd.lines[last].head = true
		}
	}
	// pairs that go on under the last sure one, without a blank line
	for i := last + 1; i < len(rd.lines) && !rd.lines[i].first && rd.lines[i].could && namesSomebody(rd.lines[i].open); i++ {
		rd.lines[i].head = true
	}
}

// pairOfHead tells whether a table row is a role and somebody's name, and not the first
// words of a turn.
func pairOfHead(l *line) bool {
	return wordsUpTo(l.text, headWordsMost+1) <= headWordsMost && !asksIn(l.text) && strings.Count(l.text, "\t") == 1 && (!l.could || namesOne(l.open.words))
}

// namesOne tells whether words are names: capitals, no sentence.
func namesOne(words string) bool {
	words = strings.TrimSpace(words)
	name, _, _ := strings.Cut(words, ",")
	return words != "" && !strings.ContainsAny(words[len(words)-1:], ".!?…") && named(name) && looksLikeLabel(name)
}

// headPair tells whether a line is a pair such as "Date: 2016", "- Tid: 12:30"
// or "**Dato:** 3. mai".
func headPair(line string) bool {
	s, _ := unstar(afterDash(line))
	i := strings.IndexByte(s[:min(len(s), 2*longestLabel)], ':')
	return i > 0 && isHead(strings.TrimRight(s[:i], " \t*"))
}

// legendLine tells whether a line says what a label stands for: "I: Intervjuer".
func legendLine(l *line) bool {
	if !l.could || l.open.bare || l.open.alone || wordsUpTo(l.open.words, 5) > 4 {
		return false
	}
	words := strings.TrimRight(l.open.words, " .")
	return !certainRole(l.open.label) && (certainRole(words) || roleInWords(words) != "" && utf8.RuneCountInString(l.open.label) <= 3)
}

// namesSomebody tells whether an opening reads "Informant: Kari Hansen, rådmann"
// rather than the first words of a turn.
func namesSomebody(o opening) bool {
	words := strings.TrimSpace(o.words)
	if o.hasTime || o.bare || words == "" || roleOfWord(o.label) == "" || len(o.label) < 4 || wordsUpTo(words, 11) > 10 ||
		strings.ContainsAny(words[len(words)-1:], ".!?…") || asksIn(words) {
		return false
	}
	name := words
	if i := strings.IndexAny(words, "(,;–-"); i > 0 {
		name = strings.TrimSpace(words[:i])
	}
	n := 0
	for w := range strings.FieldsSeq(name) {
		c, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(c) && !unicode.IsDigit(c) && !nameParts[w] {
			return false
		}
		n++
	}
	return n > 1 || name != words || unicode.IsDigit(rune(words[0])) || strings.HasPrefix(strings.ToLower(words), "anonym")
}

// dropHeadPairs marks as head the lines above the first turn in which a role
// word that stands nowhere else names somebody: "Informant: Kari Hansen".
func (rd *reading) dropHeadPairs() {
	recurring := 0
	for _, t := range rd.order {
		if t.accepted && t.lines > 1 {
			recurring++
		}
	}
	if recurring == 0 {
		return
	}
	for i := range rd.lines[:min(len(rd.lines), headMost)] {
		l := &rd.lines[i]
		if l.who == nil {
			continue
		}
		if l.who.accepted && l.who.lines > 1 {
			return
		}
		if l.who.certain && (namesSomebody(l.open) || rd.recurs(l.open.words)) && recurring > 1 {
			l.head, l.who.accepted = true, false
			l.who = nil
		}
	}
}

// recurs tells whether words are the label of somebody who speaks more than once: "Informant: RB" above the turns of RB.
func (rd *reading) recurs(words string) bool {
	words = strings.TrimSpace(words)
	for _, t := range rd.order {
		if t.accepted && t.lines > 1 && words != "" && t.label == words {
			return true
		}
	}
	return false
}

// wordsUpTo counts the words of a text, up to most.
func wordsUpTo(s string, most int) int {
	n := 0
	for range strings.FieldsSeq(s) {
		if n++; n >= most {
			break
		}
	}
	return n
}
