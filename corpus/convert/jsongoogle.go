package convert

import "strconv"

func numberText(i int) jsonText { return jsonText(strconv.Itoa(i)) }

// jsonResult is one of the results that Google, IBM and Speechmatics list.
type jsonResult struct {
	Type         string       `json:"type"`
	Start        jsonTime     `json:"start_time"`
	End          jsonTime     `json:"end_time"`
	AttachesTo   string       `json:"attaches_to"`
	ResultEnd    jsonTime     `json:"resultEndTime"`
	ResultOffset jsonTime     `json:"resultEndOffset"`
	Alternatives []jsonChoice `json:"alternatives"`
}

type jsonChoice struct {
	Content    jsonText     `json:"content"` // Speechmatics
	Speaker    jsonText     `json:"speaker"`
	Transcript jsonText     `json:"transcript"` // Google, IBM
	Words      []googleWord `json:"words"`
	Timestamps [][]jsonText `json:"timestamps"` // IBM: word, from, to
}

type googleWord struct {
	Word        jsonText `json:"word"`
	Start       jsonTime `json:"startTime"`
	End         jsonTime `json:"endTime"`
	StartOffset jsonTime `json:"startOffset"` // version 2
	EndOffset   jsonTime `json:"endOffset"`
	Tag         jsonText `json:"speakerTag"`
	Label       jsonText `json:"speakerLabel"` // version 2
}

func (w googleWord) name() string {
	if name := firstText(w.Label, w.Tag); name != "0" {
		return name
	}
	return "" // 0 is how the library writes that there is none
}

// readGoogle reads {results: [{alternatives: [{transcript, words}]}]}, also
// inside {response}. With speakers asked for, the last result of version 1 holds
// all words once more, with the speaker of each; it is then the only one read.
func readGoogle(top jsonObject, t *recording) error {
	if inner := objectAt(top, "response"); inner != nil && top["results"] == nil {
		top = inner
	}
	list, err := listAt[jsonResult](top, "results")
	if err != nil {
		return err
	}
	var results []jsonResult
	for _, r := range list {
		if len(r.Alternatives) > 0 {
			results = append(results, r)
		}
	}
	if speakers, err := ibmSpeakers(top); err != nil || speakers != nil {
		if err == nil {
			readIBM(results, speakers, t)
		}
		return err
	}
	before := 0
	if n := len(results) - 1; n > 0 && results[n].tagged() && !results[n-1].tagged() {
		for _, r := range results[:n] {
			before += weigh(string(r.Alternatives[0].Transcript))
		}
		results = results[n:]
	}
	end := 0.0
	for _, r := range results {
		otherReadings(t.r, len(r.Alternatives)-1)
		best := r.Alternatives[0]
		to := firstTime(r.ResultEnd, r.ResultOffset)
		switch {
		case len(best.Words) > 0:
			t.words(googleWords(best.Words))
		case len(best.Timestamps) > 0:
			readIBM([]jsonResult{r}, nil, t)
		default:
			// a result begins no earlier than the one before it ends
			t.say(cueVoice{}, string(best.Transcript), cueSpan{from: end, to: to.value, timed: to.ok})
		}
		if to.ok {
			end = to.value
		}
	}
	t.compare("last result", "results before it", before)
	return nil
}

func (r jsonResult) tagged() bool {
	for _, w := range r.Alternatives[0].Words {
		if w.name() != "" {
			return true
		}
	}
	return false
}

func googleWords(list []googleWord) []spokenWord {
	var out []spokenWord
	for _, w := range list {
		at := firstTime(w.Start, w.StartOffset).to(firstTime(w.End, w.EndOffset), 1)
		out = append(out, spokenWord{string(w.Word), cueSpeaker(w.name()), at, false})
	}
	return out
}

// ibmSpeakers returns who speaks from which second on; nil if the file does not say.
func ibmSpeakers(top jsonObject) (map[float64]string, error) {
	labels, err := listAt[struct {
		From    jsonTime `json:"from"`
		Speaker jsonText `json:"speaker"`
	}](top, "speaker_labels")
	if err != nil || len(labels) == 0 {
		return nil, err
	}
	out := map[float64]string{}
	for _, l := range labels {
		out[l.From.value] = string(l.Speaker)
	}
	return out, nil
}

// readIBM reads the words of [word, from, to]. IBM writes no signs, so a result
// ends a piece.
func readIBM(results []jsonResult, speakers map[float64]string, t *recording) {
	for _, r := range results {
		best := r.Alternatives[0]
		var list []spokenWord
		for _, w := range best.Timestamps {
			if len(w) != 3 {
				continue
			}
			from, err1 := strconv.ParseFloat(string(w[1]), 64)
			to, err2 := strconv.ParseFloat(string(w[2]), 64)
			list = append(list, spokenWord{string(w[0]), cueSpeaker(speakers[from]), cueSpan{from, to, err1 == nil && err2 == nil}, false})
		}
		if t.words(list); len(list) == 0 {
			t.say(cueVoice{}, string(best.Transcript), cueSpan{})
		}
	}
}

// readSpeechmatics reads {results: [{type, start_time, alternatives: [{content,
// speaker}], attaches_to}]}, one result a word or sign. "UU" is a speaker who was
// not told apart.
func readSpeechmatics(top jsonObject, t *recording) error {
	list, err := listAt[jsonResult](top, "results")
	if err != nil {
		return err
	}
	var out []spokenWord
	next, named, others := false, false, 0
	for _, r := range list {
		if len(r.Alternatives) == 0 || r.Alternatives[0].Content == "" {
			continue
		}
		best := r.Alternatives[0]
		others += len(r.Alternatives) - 1
		if best.Speaker == "UU" {
			best.Speaker = ""
		}
		named = named || best.Speaker != ""
		glued := next || r.AttachesTo == "previous" || r.AttachesTo == "both" || r.AttachesTo == "" && r.Type == "punctuation"
		next = r.AttachesTo == "next" || r.AttachesTo == "both"
		out = append(out, spokenWord{string(best.Content), cueSpeaker(string(best.Speaker)), r.Start.to(r.End, 1), glued})
	}
	otherReadings(t.r, others)
	for i := range out {
		if named && out[i].who.name == "" {
			out[i].who = cueSpeaker("UU")
		}
	}
	t.words(out)
	return nil
}
