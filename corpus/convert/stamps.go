package convert

import (
	"strings"
	"time"
)

// leastStamps is how many times there must be for a text without speakers to be
// a recording's.
const leastStamps = 3

// stamped tells whether a text without speakers is a recording with times: lines
// that are a time or begin with one in brackets, and the times rise.
func (rd *reading) stamped() bool {
	var last time.Duration
	n, rises := 0, 0
	for i := range rd.lines {
		l := &rd.lines[i]
		at, ok := l.at, l.clock
		if !ok && (l.block.Kind == Paragraph || l.block.Kind == ListItem) {
			var rest string
			at, rest, ok = cutClock(l.text[skipBlanks(l.text, 0):])
			ok = ok && rest != ""
		}
		if !ok {
			continue
		}
		if n++; at >= last {
			rises++
		}
		last = at
	}
	return n >= leastStamps && rises*5 >= n*4
}

// leastTalk is the number of words from which a text without speakers is judged.
const leastTalk = 150

// looksLikeTalk tells whether a text without turns is one that people speak:
// questions and answers take turns, or many words are those with which people fill
// pauses, and somebody asks.
func (rd *reading) looksLikeTalk() bool {
	var n, said counter
	asks, paragraphs, asking, answered, dashes := 0, 0, 0, 0, 0
	open := false // the paragraph before ends in a question
	for i := range rd.lines {
		l := &rd.lines[i]
		if l.block.Kind == Heading || l.block.Kind == Row {
			continue
		}
		n.add(l.text, fillers)
		said.add(l.text, talkWords)
		paragraphs++
		if t := strings.TrimLeft(l.text, " \t"); len(afterDash(t)) < len(t) {
			dashes++
		}
		ends := endsAsking(l.text)
		if open && !ends {
			answered++
		}
		if ends {
			asking++
		}
		open = ends
		if asksIn(l.text) {
			asks++
		}
	}
	if asking >= 5 && asking*10 >= paragraphs*3 && answered*5 >= asking*4 && (said.hits*100 >= said.words || dashes*5 >= paragraphs*4 && said.hits*200 >= said.words) {
		return true // questions and answers take turns
	}
	return n.words >= leastTalk && n.hits*80 >= n.words && n.different() >= leastFillers && (asks > 0 || n.hits*40 >= n.words)
}
