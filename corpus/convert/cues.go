package convert

import (
	"strings"
	"time"
)

// Sizes in bytes of the paragraphs that captions without speakers are joined to.
// Recognisers that write no full stops would otherwise fill one with an hour.
const (
	captionParagraph = 500  // the end of a sentence ends it
	captionPause     = 1000 // any pause ends it
	captionLimit     = 2000 // any caption ends it
)

// longPause is the silence after which the next caption starts a paragraph.
const longPause = 2 * time.Second

// joinCues joins the captions of one speaker to a turn that keeps the time of
// its first. A caption without a name continues the speaker. Where no voice or
// only one is named, a pause after a sentence starts a paragraph, and so does
// length. A caption that is Tight follows the one before without a pause; one
// that is a ListItem is another voice without a name.
func joinCues(blocks []Block, r *Report) []Block {
	names := map[string]bool{}
	for _, b := range blocks {
		if b.Speaker != "" {
			names[b.Speaker] = true
		}
	}
	j := cueJoiner{r: r, talk: len(names) > 1}
	for _, b := range blocks {
		b.Text = strings.Join(strings.Fields(b.Text), " ")
		pause := !b.Tight
		b.Tight = false
		if len(names) > 0 && j.voice == "" && b.Speaker == "" {
			b.HasTime = false // words before the first name are no turn
		}
		switch {
		case len(j.out) == 0 || b.Speaker != "" && b.Speaker != j.voice:
			j.start(b)
		case j.paragraphEnds(b, pause):
			j.nameless(b)
			b.Speaker = ""
			j.start(b)
		default:
			j.nameless(b)
			j.joined++
		}
		if b.Text != "" {
			j.words = append(j.words, b.Text)
			j.size += len(b.Text)
		}
	}
	j.flush()
	r.Add("normalised", "captions joined to turns", j.joined, "")
	r.Add("guessed", "voices without a name, each in a paragraph of its own", j.changes, "")
	r.Add("guessed", "captions without a name, left with the speaker before", j.left, j.example)
	return j.out
}

// cueJoiner holds the turn or paragraph that the next caption may continue.
type cueJoiner struct {
	r     *Report
	talk  bool // several voices are named
	out   []Block
	voice string   // the speaker of the turn that goes on
	words []string // of the last block
	size  int      // of words, in bytes

	joined, left, changes int
	example               string
}

func (j *cueJoiner) flush() {
	if len(j.words) > 0 {
		j.out[len(j.out)-1].Text = strings.Join(j.words, " ")
	}
	j.words, j.size = j.words[:0], 0
}

func (j *cueJoiner) start(b Block) {
	j.flush()
	j.out = append(j.out, b)
	if b.Speaker != "" {
		j.voice = b.Speaker
	}
}

// nameless counts what a caption that starts no turn does to its name.
func (j *cueJoiner) nameless(b Block) {
	switch {
	case b.Speaker != "":
		j.r.dropLate("names that stand on several captions of one turn", b.Speaker)
	case j.voice != "":
		if j.left++; j.example == "" {
			j.example = clip(b.Text, 60)
		}
	}
}

// paragraphEnds tells whether a caption of the same voice starts a paragraph.
func (j *cueJoiner) paragraphEnds(b Block, pause bool) bool {
	if len(j.words) == 0 {
		return false
	}
	if b.Kind == ListItem {
		j.changes++
		return true
	}
	if j.talk {
		return false
	}
	if b.HasTime && !j.out[len(j.out)-1].HasTime && j.voice == "" {
		return true // what stands before the first caption
	}
	sentence := endsSpeech(j.words[len(j.words)-1])
	switch {
	case sentence:
		return pause || j.size > captionParagraph
	case pause:
		return j.size > captionPause
	}
	return j.size > captionLimit
}

// endsSpeech tells whether a caption ends a sentence, quotation marks and
// brackets aside.
func endsSpeech(s string) bool {
	return endsSentence(strings.TrimRight(s, "\"'”’»)]"))
}

func endsSentence(s string) bool {
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "…")
}
