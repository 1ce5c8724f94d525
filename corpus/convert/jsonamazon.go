package convert

import "encoding/json"

type amazonItem struct {
	Type         string   `json:"type"` // pronunciation, punctuation
	Start        jsonTime `json:"start_time"`
	End          jsonTime `json:"end_time"`
	Speaker      jsonText `json:"speaker_label"`
	Channel      jsonText `json:"channel_label"`
	Alternatives []struct {
		Content jsonText `json:"content"`
	} `json:"alternatives"`
}

type amazonResults struct {
	Transcripts []struct {
		Transcript jsonText `json:"transcript"`
	} `json:"transcripts"`
	Items    []amazonItem `json:"items"`
	Segments []struct {
		Transcript jsonText `json:"transcript"`
		Start      jsonTime `json:"start_time"`
		End        jsonTime `json:"end_time"`
		Speaker    jsonText `json:"speaker_label"`
		Channel    jsonText `json:"channel_label"`
	} `json:"audio_segments"`
	Speakers struct {
		Segments []struct {
			Items []struct {
				Start   jsonTime `json:"start_time"`
				Speaker jsonText `json:"speaker_label"`
			} `json:"items"`
		} `json:"segments"`
	} `json:"speaker_labels"`
	Channels struct {
		Channels []struct {
			Label jsonText     `json:"channel_label"`
			Items []amazonItem `json:"items"`
		} `json:"channels"`
	} `json:"channel_labels"`
}

// readAmazon reads {results: {transcripts, items, audio_segments}}: the items,
// which are words and signs; else the segments, else the transcripts. All three
// carry the same words. Older files name the speakers apart, by the time at which
// a word begins; a file of two channels lists its items by channel.
func readAmazon(top jsonObject, t *recording) error {
	inner := objectAt(top, "results")
	if inner["transcripts"] == nil && inner["items"] == nil && inner["audio_segments"] == nil {
		return nil
	}
	var results amazonResults
	if err := json.Unmarshal(top["results"], &results); err != nil {
		return err
	}
	names := map[float64]jsonText{}
	for _, s := range results.Speakers.Segments {
		for _, i := range s.Items {
			names[i.Start.value] = i.Speaker
		}
	}
	whole := 0
	for _, s := range results.Transcripts {
		whole += weigh(string(s.Transcript))
	}
	byChannel := false
	for _, c := range results.Channels.Channels {
		byChannel = byChannel || len(c.Items) > 0
		for i := range c.Items {
			c.Items[i].Channel = firstChannel(c.Items[i].Channel, c.Label)
		}
		t.words(amazonWords(c.Items, names, t.r))
	}
	switch {
	case byChannel:
		t.inTime()
		t.compare("items", "transcripts", whole)
	case len(results.Items) > 0:
		t.words(amazonWords(results.Items, names, t.r))
		t.compare("items", "transcripts", whole)
	case len(results.Segments) > 0:
		for _, s := range results.Segments {
			t.say(cueSpeaker(firstText(s.Speaker, s.Channel)), string(s.Transcript), s.Start.to(s.End, 1))
		}
		t.inTime()
		t.compare("audio_segments", "transcripts", whole)
	default:
		for _, s := range results.Transcripts {
			t.sentences(cueVoice{}, string(s.Transcript))
		}
	}
	return nil
}

func firstChannel(a, b jsonText) jsonText {
	if a != "" {
		return a
	}
	return b
}

// amazonWords returns items as words. A sign has no time; it belongs to the word
// before.
func amazonWords(items []amazonItem, names map[float64]jsonText, r *Report) []spokenWord {
	var out []spokenWord
	var last cueVoice
	others := 0
	for _, i := range items {
		if len(i.Alternatives) == 0 {
			continue
		}
		others += len(i.Alternatives) - 1
		name := i.Speaker
		if name == "" && i.Start.ok {
			name = names[i.Start.value]
		}
		who := cueSpeaker(firstText(name, i.Channel))
		glued := i.Type == "punctuation"
		if who.name == "" && glued {
			who = last
		}
		last = who
		out = append(out, spokenWord{string(i.Alternatives[0].Content), who, i.Start.to(i.End, 1), glued})
	}
	otherReadings(r, others)
	return out
}

// otherReadings notes what a service thought might have been said as well. These
// are guesses at the same words, and stand outside the account.
func otherReadings(r *Report, n int) {
	r.Add("dropped", "other readings of the same words", n, "")
}
