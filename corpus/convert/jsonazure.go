package convert

// readAzure reads {recognizedPhrases: [{speaker, offsetInTicks, nBest:
// [{display}]}]}, what Azure's batch transcription and Video Indexer write, and
// {phrases: [{speaker, offsetMilliseconds, text}]} of its fast transcription. A
// tick is a ten-millionth of a second. The combined phrases carry the same words.
func readAzure(top jsonObject, t *recording) error {
	type reading struct {
		Speaker jsonText `json:"speaker"`
		Display jsonText `json:"display"`
		Masked  jsonText `json:"maskedITN"`
		ITN     jsonText `json:"itn"`
		Lexical jsonText `json:"lexical"`
	}
	type phrase struct {
		Speaker       jsonText  `json:"speaker"`
		Channel       jsonText  `json:"channel"`
		Offset        jsonTime  `json:"offset"`
		Duration      jsonTime  `json:"duration"`
		OffsetTicks   jsonTime  `json:"offsetInTicks"`
		DurationTicks jsonTime  `json:"durationInTicks"`
		OffsetMs      jsonTime  `json:"offsetMilliseconds"`
		DurationMs    jsonTime  `json:"durationMilliseconds"`
		Text          jsonText  `json:"text"`
		NBest         []reading `json:"nBest"`
	}
	for _, key := range []string{"recognizedPhrases", "RecognizedPhrases", "phrases"} {
		list, err := listAt[phrase](top, key)
		if err != nil {
			return err
		}
		channels := map[jsonText]bool{}
		for _, p := range list {
			channels[p.Channel] = true
		}
		others := 0
		for _, p := range list {
			at := p.Offset.to(jsonTime{p.Offset.value + p.Duration.value, p.Duration.ok}, 1)
			if p.OffsetTicks.ok {
				at = p.OffsetTicks.to(jsonTime{p.OffsetTicks.value + p.DurationTicks.value, p.DurationTicks.ok}, 1e-7)
			} else if p.OffsetMs.ok {
				at = p.OffsetMs.to(jsonTime{p.OffsetMs.value + p.DurationMs.value, p.DurationMs.ok}, 0.001)
			}
			text, name := string(p.Text), p.Speaker
			if text == "" && len(p.NBest) > 0 {
				best := p.NBest[0]
				text = firstText(best.Display, best.Masked, best.ITN, best.Lexical)
				name = jsonText(firstText(name, best.Speaker))
				others += len(p.NBest) - 1
			}
			who := cueSpeaker(string(name))
			if who.name == "" && len(channels) > 1 {
				who = cueChannel(string(p.Channel))
			}
			t.say(who, text, at)
		}
		otherReadings(t.r, others)
		if len(channels) > 1 {
			t.inTime()
		}
		if len(t.cues) > 0 {
			return nil
		}
	}
	return nil
}
