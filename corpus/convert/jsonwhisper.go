package convert

import "strings"

// jsonSegment is a piece of talk as Whisper, its relatives and podcast
// transcripts write it, times in seconds.
type jsonSegment struct {
	Start     jsonTime   `json:"start"`
	End       jsonTime   `json:"end"`
	StartTime jsonTime   `json:"startTime"`
	EndTime   jsonTime   `json:"endTime"`
	Timestamp []jsonTime `json:"timestamp"`
	Text      jsonText   `json:"text"`
	Body      jsonText   `json:"body"`
	Speaker   jsonText   `json:"speaker"`
	Words     []jsonWord `json:"words"`
}

// jsonWord is a word with its time, under the names that services give to both.
type jsonWord struct {
	Word       jsonText `json:"word"`
	Text       jsonText `json:"text"`
	Punctuated jsonText `json:"punctuated_word"`
	Type       string   `json:"type"`
	Speaker    jsonText `json:"speaker"`
	SpeakerID  jsonText `json:"speaker_id"`
	Start      jsonTime `json:"start"`
	End        jsonTime `json:"end"`
}

// times returns when a segment begins and ends, whatever the keys are called.
func (s jsonSegment) times() (start, end jsonTime) {
	start, end = firstTime(s.Start, s.StartTime), firstTime(s.End, s.EndTime)
	if len(s.Timestamp) == 2 {
		start, end = firstTime(start, s.Timestamp[0]), firstTime(end, s.Timestamp[1])
	}
	return start, end
}

func (s jsonSegment) span(unit float64) cueSpan {
	start, end := s.times()
	return start.to(end, unit)
}

// longestSegment is the number of seconds that no segment lasts on average.
const longestSegment = 300

// segmentUnit returns the unit of the times of segments: seconds, unless they
// are whole numbers so far apart that they must be thousandths.
func segmentUnit(segments []jsonSegment, r *Report) float64 {
	n, length := 0, 0.0
	for _, s := range segments {
		start, end := s.times()
		if unitOf(0, start, end) > 0 {
			return 1
		}
		if start.ok && end.ok {
			n++
			length += end.value - start.value
		}
	}
	if n == 0 || length/float64(n) <= longestSegment {
		return 1
	}
	r.Add("guessed", "times of the segments are in thousandths of a second", n, "")
	return 0.001
}

// readWhisper reads {segments: [{start, end, text}], text}, also with speakers
// on the segments (WhisperX, aTrain) or on their words only. The text and the
// words carry the same once more.
func readWhisper(top jsonObject, t *recording) error {
	segments, err := listAt[jsonSegment](top, "segments")
	if err != nil {
		return err
	}
	named := false
	for _, s := range segments {
		named = named || s.Speaker != ""
	}
	unit := segmentUnit(segments, t.r)
	for _, s := range segments {
		if !named && len(s.Words) > 0 && s.wordsName() {
			t.words(s.spoken(unit))
			continue
		}
		t.say(cueSpeaker(string(s.Speaker)), firstText(s.Text, s.Body), s.span(unit))
	}
	t.compare("segments", "text", weigh(textAt(top, "text")))
	return nil
}

// wordsName tells whether the words say who speaks, and all the segment's words
// are there.
func (s jsonSegment) wordsName() bool {
	names, n := false, 0
	for _, w := range s.Words {
		names = names || w.Speaker != ""
		n += weigh(firstText(w.Word, w.Text))
	}
	return names && n == weigh(string(s.Text))
}

func (s jsonSegment) spoken(unit float64) []spokenWord {
	blanks := false // words bring their own
	for _, w := range s.Words {
		blanks = blanks || strings.HasPrefix(firstText(w.Word, w.Text), " ")
	}
	var out []spokenWord
	for _, w := range s.Words {
		text := firstText(w.Word, w.Text)
		out = append(out, spokenWord{text, cueSpeaker(string(w.Speaker)), w.Start.to(w.End, unit), blanks && !strings.HasPrefix(text, " ")})
	}
	return out
}

// readChunks reads {chunks: [{timestamp: [from, to], text}], text}, as the
// Transformers library writes, and {speakers: [{speaker, timestamp, text}]},
// which programs around it add.
func readChunks(top jsonObject, t *recording) error {
	for _, key := range []string{"speakers", "chunks"} {
		list, err := listAt[jsonSegment](top, key)
		if err != nil {
			return err
		}
		for _, s := range list {
			t.say(cueSpeaker(string(s.Speaker)), string(s.Text), s.span(1))
		}
		if len(t.cues) > 0 {
			t.compare(key, "text", weigh(textAt(top, "text")))
			return nil
		}
	}
	return nil
}

// readWhisperCpp reads {transcription: [{timestamps: {from}, offsets: {from},
// text}]}, offsets in thousandths of a second.
func readWhisperCpp(top jsonObject, t *recording) error {
	type times struct {
		From jsonTime `json:"from"`
		To   jsonTime `json:"to"`
	}
	list, err := listAt[struct {
		Timestamps times    `json:"timestamps"`
		Offsets    times    `json:"offsets"`
		Text       jsonText `json:"text"`
		Speaker    jsonText `json:"speaker"`
		TurnNext   bool     `json:"speaker_turn_next"`
	}](top, "transcription")
	if err != nil {
		return err
	}
	const turn = "[SPEAKER_TURN]"
	changed := false
	for _, s := range list {
		at := s.Timestamps.From.to(s.Timestamps.To, 1)
		if s.Offsets.From.ok {
			at = s.Offsets.From.to(s.Offsets.To, 0.001)
		}
		text := string(s.Text)
		if n := strings.Count(text, turn); n > 0 {
			t.r.Add("dropped", "marks of another voice", n, turn)
			text = strings.ReplaceAll(text, turn, " ")
		}
		if s.Speaker == "?" {
			s.Speaker = ""
		}
		before := len(t.cues)
		t.say(cueSpeaker(string(s.Speaker)), text, at)
		if changed && len(t.cues) > before {
			t.change()
			changed = false
		}
		changed = changed || s.TurnNext || strings.Contains(string(s.Text), turn)
	}
	return nil
}
