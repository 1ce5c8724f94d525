package convert

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"crosscase/corpus/pattern"
	"crosscase/corpus/words"
)

// cueSpan is when something is said, in seconds of the recording.
type cueSpan struct {
	from, to float64
	timed    bool // else from is not known
}

// cueVoice is who speaks: a name, or a number and the noun that goes before it.
type cueVoice struct{ name, noun string }

func cueSpeaker(name string) cueVoice { return cueVoice{strings.TrimSpace(name), "Speaker"} }
func cueChannel(name string) cueVoice { return cueVoice{strings.TrimSpace(name), "Channel"} }

var signedNumber = pattern.Of(`^-?\d+$`)

// recording gathers what is said in a recording, and counts it.
type recording struct {
	r    *Report
	cues []cue
	late int // times that a text of ours cannot hold
}

// longestRecording is the first time, in seconds, that is past what can be written.
const longestRecording = 100 * 3600

// say adds a piece of talk. A number becomes "Speaker 1"; a negative one is
// how services write that they do not know.
func (t *recording) say(who cueVoice, said string, at cueSpan) {
	if strings.TrimSpace(said) == "" {
		return
	}
	t.r.In += weigh(said)
	b := Block{Text: said}
	if number := signedNumber.MatchString(who.name); !number {
		b.Speaker = who.name
	} else if who.name[0] != '-' {
		b.Speaker = who.noun + " " + who.name
		t.r.Gain("numbers of voices written as names", 1, who.noun)
	}
	if b.Speaker != "" {
		t.r.In += weigh(who.name)
	}
	c := cue{Block: b}
	if at.timed {
		if at.from >= 0 && at.from < longestRecording {
			c.HasTime, c.Start = true, secondsOf(at.from)
			c.end = secondsOf(min(max(at.to, at.from), longestRecording))
		} else {
			t.late++
		}
	}
	t.cues = append(t.cues, c)
}

func secondsOf(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }

// change marks what was said last as a voice of its own, without a name.
func (t *recording) change() {
	if n := len(t.cues); n > 0 && t.cues[n-1].Speaker == "" {
		t.cues[n-1].Kind = ListItem
	}
}

// inTime sorts what voices that were recorded apart say; what has no time stays
// behind what it followed.
func (t *recording) inTime() {
	for i := range t.cues {
		if c := &t.cues[i]; !c.HasTime && i > 0 {
			c.Start, c.end = t.cues[i-1].Start, t.cues[i-1].end
		}
	}
	slices.SortStableFunc(t.cues, func(a, b cue) int { return cmp.Compare(a.Start, b.Start) })
}

// blocks returns the blocks of all that was said.
func (t *recording) blocks() []Block {
	t.r.Add("warning", "times that are negative or past 100 hours, left out", t.late, "")
	return talkBlocks(t.cues, t.r)
}

// spokenWord is one word of a recording, or a sign.
type spokenWord struct {
	text  string
	who   cueVoice
	at    cueSpan
	glued bool // no blank stands before it
}

// mostPieceWords is how many words without a full stop or a pause make one piece.
const mostPieceWords = 40

// words adds words as pieces that end with a sentence, with a voice or before a
// long pause.
func (t *recording) words(list []spokenWord) {
	var said strings.Builder
	var who cueVoice
	var at cueSpan
	count := 0
	flush := func() {
		t.say(who, said.String(), at)
		said.Reset()
		at, count = cueSpan{}, 0
	}
	for _, w := range list {
		text := strings.TrimSpace(w.text)
		if text == "" {
			continue
		}
		pause := at.timed && w.at.timed && w.at.from-at.to > longPause.Seconds()
		if said.Len() > 0 && !w.glued && (w.who != who || pause || count >= mostPieceWords || endsSpeech(said.String())) {
			flush()
		}
		if said.Len() == 0 {
			who = w.who
		} else if !w.glued {
			said.WriteByte(' ')
		}
		said.WriteString(text)
		count++
		if w.at.timed {
			if !at.timed {
				at = w.at
			}
			at.to = max(at.to, w.at.to)
		}
	}
	flush()
}

// sentences adds a text without times, sentence by sentence.
func (t *recording) sentences(who cueVoice, text string) {
	for _, s := range words.Sentences(text) {
		t.say(who, text[s[0]:s[1]], cueSpan{})
	}
}

// compare warns where two carriers of the same words in one file differ: read
// are those of the first.
func (t *recording) compare(taken, other string, otherText int) {
	if otherText == 0 || len(t.cues) == 0 {
		return
	}
	have := 0
	for _, c := range t.cues {
		have += weigh(c.Text)
	}
	if d := otherText - have; d != 0 {
		t.r.Add("warning", "the file's "+other+" and its "+taken+" differ in letters and digits: its "+taken+" were read", max(d, -d), strconv.Itoa(otherText)+" and "+strconv.Itoa(have))
	}
}
