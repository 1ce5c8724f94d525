package convert

import (
	"context"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/pattern"
)

// cue is a caption, or a voice in one, and the time at which it ends.
type cue struct {
	Block
	end time.Duration
}

var (
	changeMark  = pattern.Of(`(?:^|\s)>>>?(?:\s|$)`)
	dashMark    = pattern.Of(`^\s*[-–—]\s*`)
	bracketName = pattern.Of(`^\s*\[(?i:speaker|taler|spk)[ _-]?\d{1,3}\][ \t]`)
)

// cuesOf cuts captions into the voices that speak in them and counts their words.
func cuesOf(ctx context.Context, captions []caption, r *Report) ([]cue, error) {
	var out []cue
	utterances := map[string]int{} // of Teams: index of the cue where each began
	more := map[int][]string{}     // what the later parts of that add
	for i, c := range unroll(captions, r) {
		if i%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		cues := c.voices(r)
		if m := teamsPart.FindStringSubmatch(c.id); m != nil && len(cues) == 1 {
			if at, ok := utterances[m[1]]; ok && out[at].Speaker == cues[0].Speaker {
				more[at] = append(more[at], cues[0].Text)
				out[at].end = max(out[at].end, cues[0].end)
				r.Add("normalised", "parts of one utterance put together", 1, c.id)
				r.add("normalised", "names that stand on every part of an utterance", 1, weigh(cues[0].Speaker), cues[0].Speaker)
				continue
			}
			utterances[m[1]] = len(out)
		}
		out = append(out, cues...)
	}
	for at, parts := range more {
		out[at].Text += " " + strings.Join(parts, " ")
	}
	return out, nil
}

// voices cuts a caption at its <v Name> tags, at signs that another voice
// begins, and takes the tags out.
func (c caption) voices(r *Report) []cue {
	text := strings.Join(c.lines, "\n")
	var out []cue
	add := func(name, words string) {
		words = captionText(words)
		r.In += weigh(name) + weigh(words)
		if strings.TrimSpace(words) == "" {
			if name != "" {
				r.Drop("voices without words", name)
			}
			return
		}
		b := Block{Speaker: name, Text: words, Start: c.start, HasTime: c.timed}
		if name == "" {
			for _, part := range splitVoices(words, r) {
				b.Kind, b.Text = part.Kind, part.Text
				out = append(out, cue{b, c.end})
			}
			return
		}
		if rest, ok := strings.CutPrefix(strings.TrimSpace(words), name+":"); ok && strings.TrimSpace(rest) != "" {
			r.Drop("names that a caption says twice", name)
			b.Text = rest
		}
		out = append(out, cue{b, c.end})
	}
	start, name, last := 0, "", strings.LastIndexByte(text, '>')
	for from := 0; ; {
		tag, ok := nextTag(text, from, last)
		if !ok {
			add(name, text[start:])
			return out
		}
		if from = tag.end; tag.name == "v" && !tag.closing {
			add(name, text[start:tag.start])
			start, name = tag.end, tag.voiceName()
		}
	}
}

// splitVoices cuts the words of a caption where a dash at the start of a line or
// a double arrow says that another voice begins. Who, they do not say: such a
// part is a ListItem.
func splitVoices(words string, r *Report) []Block {
	if strings.Contains(words, ">>") {
		if n := len(changeMark.FindAllStringIndex(words, -1)); n > 0 {
			words = changeMark.ReplaceAllString(words, "\n- ")
			r.Add("dropped", "marks of another voice, >>", n, "")
		}
	}
	if !strings.ContainsAny(words, "-–—[") {
		return []Block{{Text: words}}
	}
	lines := strings.Split(words, "\n")
	dashed := 0
	for _, l := range lines {
		if isDashed(l) {
			dashed++
		}
	}
	var out []Block
	var open []string // lines of the voice that goes on
	kind := Paragraph
	flush := func() {
		if text := strings.Join(open, "\n"); strings.TrimSpace(text) != "" {
			out = append(out, Block{Kind: kind, Text: text})
		}
		open = open[:0]
	}
	for i, l := range lines {
		if m := bracketName.FindString(l); m != "" {
			l = strings.TrimRight(m, " \t") + ": " + l[len(m):]
		}
		if mark := dashMark.FindString(l); isDashed(l) && (dashed > 1 || i > 0 || opensSentence(l[len(mark):])) {
			flush()
			kind, l = ListItem, l[len(mark):]
		}
		open = append(open, l)
	}
	flush()
	return out
}

// isDashed tells whether a line begins with a dash and words: not "-5", not "--".
func isDashed(l string) bool {
	mark := dashMark.FindString(l)
	if mark == "" {
		return false
	}
	c, size := utf8.DecodeRuneInString(l[len(mark):])
	spaced := strings.TrimRight(mark, " \t") != mark
	return size > 0 && !strings.ContainsRune("-–—>", c) && (spaced || !unicode.IsDigit(c))
}

// opensSentence tells whether words begin like a sentence. A dash before a small
// letter is a sign of hesitation.
func opensSentence(s string) bool {
	c, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, `"'«“([¿¡`))
	return !unicode.IsLower(c)
}

// talkBlocks makes blocks of cues. One that begins where the sound goes on
// without a long pause is Tight.
func talkBlocks(cues []cue, r *Report) []Block {
	blocks := make([]Block, len(cues))
	var end time.Duration
	for i, c := range cues {
		if name := labelOf(c.Speaker); weigh(name) != weigh(c.Speaker) { // "½ Kari"
			r.add("dropped", "signs with which no name begins", 1, weigh(c.Speaker)-weigh(name), clip(c.Speaker, 60))
			c.Speaker = name
		}
		blocks[i] = c.Block
		blocks[i].Tight = i > 0 && (!c.HasTime || end == 0 || c.Start-end <= longPause)
		if c.HasTime {
			end = max(end, c.end)
		}
	}
	r.ends = end
	return blocks
}
