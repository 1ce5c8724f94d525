package convert

import (
	"strings"
	"time"
)

// Captions without speakers are joined to paragraphs: a pause, or the end of a
// sentence after this many bytes, starts the next.
const captionParagraph = 500

// joinCues joins the captions of one speaker to a turn that keeps the time of
// its first. A caption without a name continues the speaker.
func joinCues(blocks []Block, r *Report) []Block {
	var out []Block
	var words []string
	size := 0
	flush := func() {
		if len(words) > 0 {
			out[len(out)-1].Text = strings.Join(words, " ")
		}
		words, size = words[:0], 0
	}
	joined := 0
	anySpeaker := false
	for _, b := range blocks {
		anySpeaker = anySpeaker || b.Speaker != ""
	}
	for _, b := range blocks {
		b.Text = strings.Join(strings.Fields(b.Text), " ")
		same := len(out) > 0 && (b.Speaker == "" || b.Speaker == out[len(out)-1].Speaker)
		if same && !anySpeaker && size > captionParagraph && endsSentence(words[len(words)-1]) {
			same = false
		}
		if !same {
			flush()
			if anySpeaker && b.Speaker == "" {
				b.HasTime = false // words before the first name are no turn
			}
			out = append(out, b)
		} else {
			joined++
		}
		if b.Text != "" {
			words = append(words, b.Text)
			size += len(b.Text)
		}
	}
	flush()
	r.Add("normalised", "captions joined to turns", joined, "")
	return out
}

func endsSentence(s string) bool {
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "…")
}

// caption is one cue of a WebVTT file.
type caption struct {
	id    string
	start time.Duration
	lines []string
}
