package convert

import "encoding/json"

type deepgramChannel struct {
	Alternatives []struct {
		Transcript jsonText   `json:"transcript"`
		Words      []jsonWord `json:"words"`
		Paragraphs struct {
			Paragraphs []struct {
				Speaker   jsonText      `json:"speaker"`
				Sentences []jsonSegment `json:"sentences"`
			} `json:"paragraphs"`
		} `json:"paragraphs"`
	} `json:"alternatives"`
}

// readDeepgram reads {results: {channels: [{alternatives: [{transcript, words,
// paragraphs}]}], utterances}}: the sentences of the paragraphs, else the
// utterances, else the words, else the transcript. All carry the same words.
func readDeepgram(top jsonObject, t *recording) error {
	inner := objectAt(top, "results")
	if inner["channels"] == nil && inner["utterances"] == nil {
		return nil
	}
	var results struct {
		Channels   []deepgramChannel `json:"channels"`
		Utterances []struct {
			jsonSegment
			Transcript jsonText `json:"transcript"`
			Channel    jsonText `json:"channel"`
		} `json:"utterances"`
	}
	if err := json.Unmarshal(top["results"], &results); err != nil {
		return err
	}
	channels, whole := 0, 0
	for _, c := range results.Channels {
		if len(c.Alternatives) > 0 {
			otherReadings(t.r, len(c.Alternatives)-1)
			whole += weigh(string(c.Alternatives[0].Transcript))
			channels++
		}
	}
	voiceOf := func(name, number jsonText) cueVoice {
		if name == "" && channels > 1 {
			return cueChannel(string(number))
		}
		return cueSpeaker(string(name))
	}
	taken := "paragraphs"
	for i, c := range results.Channels {
		if len(c.Alternatives) > 0 {
			for _, p := range c.Alternatives[0].Paragraphs.Paragraphs {
				for _, s := range p.Sentences {
					t.say(voiceOf(p.Speaker, numberText(i)), string(s.Text), s.span(1))
				}
			}
		}
	}
	if len(t.cues) == 0 {
		taken = "utterances"
		for _, u := range results.Utterances {
			t.say(voiceOf(u.Speaker, u.Channel), string(u.Transcript), u.span(1))
		}
	}
	if len(t.cues) == 0 {
		taken = "words"
		for i, c := range results.Channels {
			if len(c.Alternatives) == 0 {
				continue
			}
			var list []spokenWord
			for _, w := range c.Alternatives[0].Words {
				list = append(list, spokenWord{firstText(w.Punctuated, w.Word), voiceOf(w.Speaker, numberText(i)), w.Start.to(w.End, 1), false})
			}
			if t.words(list); len(list) == 0 {
				t.sentences(voiceOf("", numberText(i)), string(c.Alternatives[0].Transcript))
			}
		}
	}
	if channels > 1 {
		t.inTime()
	}
	t.compare(taken, "transcript", whole)
	return nil
}
