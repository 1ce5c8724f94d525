package convert

import (
	"strconv"
	"strings"
	"time"

	"crosscase/corpus/pattern"
)

var (
	wholeClock = pattern.Of(`^(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,-]\d{1,3})?$`)
	loneStamp  = pattern.Of(`^\[\d\d:\d\d:\d\d\]$`)
	// how noScribe marks what was said: from and to in milliseconds, the speaker
	voiceName = pattern.Of(`^ts_(\d{1,9})_(\d{1,9})_([\w ]{0,40})$`)
)

// stampWritten is what the account calls a time that is written in our form.
const stampWritten = "times written as [hh:mm:ss]"

// holdsStamp tells whether an element holds a time of the recording. A <time>
// may also be the time of day: it counts beside a speaker only.
func (p *htmlPage) holdsStamp(name string, a htmlAttributes) bool {
	if a.stamped {
		return true
	}
	for class := range strings.FieldsSeq(a.class) {
		if strings.HasPrefix(class, "timestamp") || strings.HasPrefix(class, "timecode") || class == "time-stamp" || class == "time-code" || class == "cue-time" {
			return true
		}
	}
	return (name == "time" || a.classed("time")) && (p.para.speaker || p.named && len(p.para.text) == 0 || strings.HasPrefix(a.when, "P"))
}

// writeStamp writes a time that starts at a byte of the paragraph in our form.
func (p *htmlPage) writeStamp(from int) {
	t := &p.para
	inner := strings.Trim(string(t.text[from:]), "[](){}# \t\n\u00a0")
	if !wholeClock.MatchString(inner) {
		return
	}
	at, ok := parseClock(inner)
	if !ok {
		return
	}
	written := "[" + formatClock(at) + "]"
	t.text = t.text[:from]
	t.named = strings.HasSuffix(strings.TrimSpace(string(t.text)), ":")
	if from > 0 && t.text[from-1] != ' ' && t.text[from-1] != '\t' && t.text[from-1] != '\n' {
		t.text = append(t.text, ' ')
	}
	t.text = append(t.text, written...)
	t.space, t.stamped = true, true
	p.r.add("normalised", stampWritten, 1, weigh(inner)-weigh(written), "")
}

// emitStamp keeps a time that stands alone for its turn: the speaker before it,
// or what follows.
func (p *htmlPage) emitStamp(text string) {
	if to := p.to(); p.named && len(*to) > 0 {
		(*to)[len(*to)-1].Text += " " + text
		p.named = false
		return
	}
	p.releaseStamp()
	p.stamp = text
}

// releaseStamp writes a time that nothing followed.
func (p *htmlPage) releaseStamp() {
	if p.stamp != "" {
		to := p.to()
		*to = append(*to, Block{Text: p.stamp})
		p.stamp = ""
	}
}

// markSpeaker gives a name that the page marks as a speaker's its colon.
func (p *htmlPage) markSpeaker(from int) {
	t := &p.para
	before, name := strings.TrimSpace(string(t.text[:from])), strings.TrimSpace(string(t.text[from:]))
	bare := strings.TrimSpace(strings.TrimSuffix(name, ":"))
	if (before == "" || loneStamp.MatchString(before)) && looksLikeLabel(bare) {
		t.speaker = true
		t.colon = bare == name
		if t.colon {
			p.r.Add("normalised", "names that the page marks as a speaker's → with a colon", 1, name)
		}
	}
}

// dueColon writes the colon after a speaker's name.
func (p *htmlPage) dueColon() {
	if p.para.colon {
		p.para.text = append(p.para.text, ':')
	}
	p.para.colon = false
}

// voiceMark is what noScribe says of a paragraph.
type voiceMark struct {
	speaker string // S00; "" if it did not tell speakers apart
	at      time.Duration
}

// voiceMarks are the speakers of a transcript by noScribe.
type voiceMarks struct {
	labels map[string]string // its own name for a speaker → as the text calls it now
	known  map[string]bool   // names in the text
	last   string
}

func newVoiceMarks() voiceMarks {
	return voiceMarks{labels: map[string]string{}, known: map[string]bool{}}
}

// voiceOf takes in the name of an anchor; that of noScribe says who speaks when.
func (p *htmlPage) voiceOf(name string) {
	if m := voiceName.FindStringSubmatch(name); m != nil {
		p.talk = true
		if p.para.voice == nil && len(p.para.text) == 0 {
			ms, _ := strconv.Atoi(m[1])
			p.para.voice = &voiceMark{speaker: m[3], at: time.Duration(ms) * time.Millisecond}
		}
	}
}

// emitVoice writes a paragraph of noScribe: "S00: [00:00:00] words". The name may
// have been changed by hand; the first time it stands tells whose it is.
func (p *htmlPage) emitVoice(v voiceMark, text string) {
	b := Block{Text: text}
	own := p.voices.labels[v.speaker]
	label, words := p.voiceLabel(v, text)
	switch {
	case v.speaker == "":
		if at, rest, cut := cutClock(text); cut {
			b.Text, v.at = rest, at
		}
		b.Start, b.HasTime = v.at, true
	case label != "":
		p.voices.labels[v.speaker], p.voices.known[label] = label, true
		b.Speaker, b.Start, b.HasTime, b.Text = label, v.at, true, words
	case v.speaker != p.voices.last:
		if own == "" {
			own = v.speaker
			p.voices.labels[own], p.voices.known[own] = own, true
		}
		p.r.Gain("speakers that stand in the markup only", 1, own)
		b.Speaker, b.Start, b.HasTime = own, v.at, true
	}
	p.voices.last = v.speaker
	if gone := weigh(text) - weigh(b.Speaker) - weigh(b.Text); b.Text != text && gone != 0 {
		p.r.add("dropped", "times in the text of turns (they stand as the turns' times)", 1, gone, clip(text, 60))
	}
	p.emit(b, false)
}

// voiceLabel returns the name before the words of a paragraph and the words, both
// without the time between them; "" if it has no name.
func (p *htmlPage) voiceLabel(v voiceMark, text string) (label, words string) {
	line, rest, _ := strings.Cut(text, "\n")
	own := p.voices.labels[v.speaker]
	for _, known := range []string{own, v.speaker} {
		if said, ok := strings.CutPrefix(line, known+":"); ok && known != "" {
			label, words = known, strings.TrimSpace(said)
			if _, after, ok := cutClock(words); ok {
				words = after
			}
			break
		}
	}
	if o, ok := parseOpening(line); label == "" && ok && !o.bare && (own == "" || p.voices.known[o.label]) {
		label, words = o.label, o.words
	}
	return label, strings.TrimSpace(words + "\n" + rest)
}
