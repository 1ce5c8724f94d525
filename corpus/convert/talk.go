package convert

import (
	"time"
	"unicode"
	"unicode/utf8"
)

// guideLike tells whether the lines without a label mostly ask, as those of an
// interview guide do.
func (rd *reading) guideLike() bool {
	asks, all := 0, 0
	for i := range rd.lines {
		l := &rd.lines[i]
		if (l.who == nil || !l.who.accepted) && !l.head && !l.clock && !l.cue && l.block.Kind != Heading && wordsUpTo(l.text, 3) > 2 {
			all++
			if endsAsking(l.text) {
				asks++
			}
		}
	}
	return asks*3 >= all && asks > 2
}

// own calls do with the words of each turn's first paragraph, in which the label
// stands or above which it stands alone, and with the turn's line.
func (rd *reading) own(do func(l *line, words string)) {
	var turn *line
	var block *Block // the paragraph that is the turn's own; nil while it has not come
	for i := range rd.lines {
		l := &rd.lines[i]
		switch {
		case l.who != nil && l.who.accepted:
			turn, block = l, l.block
			if l.open.alone {
				block = nil
			}
			do(l, l.open.words)
		case turn == nil || l.clock || l.cue:
		case block == nil:
			block = l.block
			do(turn, l.text)
		case l.block == block:
			do(turn, l.text)
		default:
			turn = nil
		}
	}
}

// said counts in a sample of the words of the turns those that people say to each
// other and do not write in plans.
func (rd *reading) said() counter {
	var n counter
	rd.own(func(_ *line, words string) { n.add(words, talkWords) })
	return n
}

// talk returns their share.
func (rd *reading) talk() float64 {
	n := rd.said()
	return float64(n.hits) / float64(max(n.words, 1))
}

// talkative tells whether a share of the words at least are such, in a text that
// is long enough to tell, and in a script whose words are known.
func (rd *reading) talkative(least float64) bool {
	n := rd.words(150)
	if n < 60 || !rd.latin() {
		return true
	}
	said := rd.said()
	if n < 150 {
		return 2*float64(said.hits) >= least*float64(said.words)
	}
	return said.different() > 2 && float64(said.hits) >= least*float64(said.words)
}

// filled tells whether the turns hold many words, and several, with which people
// fill pauses and answer each other: where nobody asks, as recognisers may not
// write question marks.
func (rd *reading) filled() bool {
	n := rd.fills()
	return n.hits*66 >= n.words && n.different() >= leastFillers
}

// fills counts in a sample of the words of the turns those with which people fill pauses.
func (rd *reading) fills() counter {
	var n counter
	rd.own(func(_ *line, words string) { n.add(words, fillers) })
	return n
}

// talkOutside tells whether people also talk in the paragraphs that have no
// label: they are then the turns' own, and not a report that quotes some.
func (rd *reading) talkOutside() bool {
	var n counter
	for i := range rd.lines {
		if l := &rd.lines[i]; (l.who == nil || !l.who.accepted) && !l.head && l.block.Kind != Heading {
			n.add(l.text, talkWords)
		}
	}
	return n.hits*66 >= n.words || !rd.latin()
}

// words counts the words of the text, until there are as many as asked for.
func (rd *reading) words(most int) int {
	n := 0
	for i := 0; i < len(rd.lines) && n < most; i++ {
		n += wordsUpTo(rd.lines[i].text, most)
	}
	return n
}

// latin tells whether the text is mostly in Latin letters, the only ones in
// which the words that are only said are known well.
func (rd *reading) latin() bool {
	other, all := 0, 0
	for i := range rd.lines {
		for _, c := range rd.lines[i].text {
			if c < utf8.RuneSelf {
				if c|0x20 >= 'a' && c|0x20 <= 'z' {
					all++
				}
			} else if unicode.IsLetter(c) {
				all++
				if !unicode.Is(unicode.Latin, c) {
					other++
				}
			}
		}
		if all > 2000 {
			break
		}
	}
	return other*2 < all
}

// recorded tells whether the times of the openings are those of a recording: a
// programme's stand on the quarters of an hour, without brackets or seconds.
func (rd *reading) recorded() bool {
	n, odd, plain := 0, 0, 0
	for i := range rd.lines {
		o := &rd.lines[i].open
		if !rd.lines[i].could || !o.hasTime {
			continue
		}
		n++
		if o.at%(5*time.Second) != 0 {
			odd++
		}
		if o.plain {
			plain++
		}
	}
	if n < 5 || plain == 0 {
		return plain*2 <= n || odd*2 >= n
	}
	return odd*5 >= n*2
}
