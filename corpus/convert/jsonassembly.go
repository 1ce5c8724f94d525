package convert

import (
	"math"
	"strings"
)

// readAssembly reads {utterances: [{speaker, start, text}], words, text}, times
// in thousandths of a second; others write the same in seconds, with fractions.
// The words and the text carry the same once more. Words alone are read where
// they are written with their signs, as in the text.
func readAssembly(top jsonObject, t *recording) error {
	text := textAt(top, "text")
	utterances, err := listAt[jsonSegment](top, "utterances")
	if err != nil {
		return err
	}
	unit := 0.001
	for _, u := range utterances {
		unit = unitOf(unit, u.Start, u.End)
	}
	for _, u := range utterances {
		t.say(cueSpeaker(string(u.Speaker)), string(u.Text), u.Start.to(u.End, unit))
	}
	if len(t.cues) > 0 {
		t.compare("utterances", "text", weigh(text))
		return nil
	}
	list, err := listAt[jsonWord](top, "words")
	if err != nil || len(list) == 0 || list[0].Type != "" || list[0].Text == "" {
		return err
	}
	for _, w := range list {
		unit = unitOf(unit, w.Start, w.End)
	}
	var out []spokenWord
	for _, w := range list {
		out = append(out, spokenWord{string(w.Text), cueSpeaker(string(w.Speaker)), w.Start.to(w.End, unit), false})
	}
	t.words(out)
	t.compare("words", "text", weigh(text))
	return nil
}

// unitOf returns the unit, in seconds, of times that go on like these.
func unitOf(unit float64, times ...jsonTime) float64 {
	for _, t := range times {
		if t.ok && t.value != math.Trunc(t.value) {
			return 1
		}
	}
	return unit
}

// readElevenLabs reads {words: [{type, text, start, end, speaker_id}], text}: words,
// the spacing between them and sounds.
func readElevenLabs(top jsonObject, t *recording) error {
	list, err := listAt[jsonWord](top, "words")
	if err != nil || len(list) == 0 || list[0].Type == "" {
		return err
	}
	var out []spokenWord
	blank := true
	for _, w := range list {
		if strings.TrimSpace(string(w.Text)) == "" {
			blank = true
			continue
		}
		out = append(out, spokenWord{string(w.Text), cueSpeaker(firstText(w.SpeakerID, w.Speaker)), w.Start.to(w.End, 1), !blank})
		blank = false
	}
	t.words(out)
	t.compare("words", "text", weigh(textAt(top, "text")))
	return nil
}
