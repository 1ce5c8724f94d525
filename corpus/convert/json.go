package convert

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strings"

	"crosscase/corpus/catalogue"
)

// Limits on JSON, for a byte or two of it may take a hundred in memory. An hour of
// speech with the time of every word takes up to 10 MB and 60,000 objects.
const (
	maxJSONObjects = 1 << 20
	maxJSONCommas  = 4 << 20
)

// jsonObject is the top of a file, its values not yet taken apart.
type jsonObject = map[string]json.RawMessage

// jsonFamily reads what one kind of speech service writes. It adds nothing to
// the talk if the file is not of its kind.
type jsonFamily struct {
	name string
	read func(jsonObject, *recording) error
}

// jsonFamilies in the order in which they are tried: by the key that is least
// common first.
var jsonFamilies = []jsonFamily{
	{"Whisper (segments)", readWhisper},
	{"whisper.cpp (transcription)", readWhisperCpp},
	{"Transformers (chunks)", readChunks},
	{"Azure (recognizedPhrases, phrases)", readAzure},
	{"Rev (monologues)", readRev},
	{"Amazon (results.items)", readAmazon},
	{"Deepgram (results.channels)", readDeepgram},
	{"Speechmatics (results.alternatives.content)", readSpeechmatics},
	{"Google or IBM (results.alternatives.transcript)", readGoogle},
	{"AssemblyAI (utterances, words)", readAssembly},
	{"ElevenLabs (words of a type)", readElevenLabs},
}

// readJSON reads what speech services write, recognised by its shape.
//
// Most of them carry the same words two or three times: as one text, as segments
// and as single words. The account counts one carrier, the richest, and numbers
// such as probabilities are no words at all.
func readJSON(ctx context.Context, data []byte, _ Options, r *Report) (Source, error) {
	s, err := decodeRecording(data, r)
	if err != nil {
		return Source{}, err
	}
	if strings.Count(s, "{") > maxJSONObjects || strings.Count(s, ",") > maxJSONCommas {
		return Source{}, catalogue.Errorf("holds more than a million pieces, more JSON than is read; split it, or export it as .vtt, .srt or .txt")
	}
	top, err := topOf(s)
	if err != nil {
		return Source{}, err
	}
	t := &recording{r: r}
	for _, f := range jsonFamilies {
		if err := ctx.Err(); err != nil {
			return Source{}, err
		}
		if err := f.read(top, t); err != nil {
			return Source{}, catalogue.Errorf("looks like the JSON of %s, but %s; export it again, or as .vtt, .srt or .txt", f.name, jsonTrouble(err))
		}
		if len(t.cues) > 0 {
			r.Add("guessed", "transcript by the shape of its JSON: "+f.name, 1, "")
			return Source{Format: "json", Cues: true, Talk: true, Blocks: t.blocks()}, nil
		}
	}
	return readJSONText(top, t)
}

// wholeList is the key under which a file that is a list, not an object, stands.
const wholeList = "\x00"

// topOf decodes the outermost level. A list stands for one of segments.
func topOf(s string) (jsonObject, error) {
	data := []byte(strings.TrimLeft(s, " \t\r\n"))
	top := jsonObject{}
	var err error
	switch {
	case len(data) == 0:
		return nil, catalogue.Errorf("holds no text; check that the file was saved whole")
	case data[0] == '[':
		var list json.RawMessage
		if err = json.Unmarshal(data, &list); err == nil {
			return jsonObject{"segments": list, wholeList: list}, nil
		}
	case data[0] == '{':
		if err = json.Unmarshal(data, &top); err == nil {
			return top, nil
		}
	default:
		return nil, catalogue.Errorf("is no JSON, for it begins with %q; is the ending right?", clip(string(data[:min(len(data), 80)]), 20))
	}
	at := ""
	if syntax := new(json.SyntaxError); errors.As(err, &syntax) {
		at = fmt.Sprintf(" at byte %d", syntax.Offset)
	}
	return nil, catalogue.Errorf("is damaged JSON (%s%s); check that it was saved whole, or export it as .vtt, .srt or .txt", clip(err.Error(), 80), at)
}

// readJSONText reads a file that holds nothing but a text, and refuses others
// by what was looked for.
func readJSONText(top jsonObject, t *recording) (Source, error) {
	text := textAt(top, "text")
	if text == "" {
		text = textAt(top, "transcript")
	}
	if _, ok := top["media-time"]; ok || strings.Contains(text, `class="timestamp"`) {
		return Source{}, catalogue.Errorf("is a transcript of oTranscribe; rename it to .otr")
	}
	if strings.TrimSpace(text) == "" {
		return Source{}, unknownJSON(top)
	}
	src := Source{Format: "json", Talk: true}
	if !strings.Contains(text, "\n") {
		t.sentences(cueVoice{}, text)
		src.Cues, src.Blocks = true, t.blocks()
		return src, nil
	}
	t.r.In += weigh(text)
	for l := range strings.SplitSeq(lineEnds(text, t.r), "\n") {
		src.Blocks = append(src.Blocks, Block{Text: l})
	}
	return src, nil
}

// unknownJSON says what was looked for and what the file has instead.
func unknownJSON(top jsonObject) error {
	var looked, has []string
	for _, f := range jsonFamilies {
		looked = append(looked, f.name)
	}
	where := "top level"
	if raw := top[wholeList]; raw != nil {
		where, top = "list", jsonObject{}
		if list, err := listAt[jsonObject](jsonObject{"": raw}, ""); err == nil && len(list) > 0 {
			top = list[0]
		}
	}
	for key := range top {
		has = append(has, clip(key, 40))
	}
	sort.Strings(has)
	if n := len(has); n > 12 {
		has = append(has[:12], fmt.Sprintf("and %d more", n-12))
	}
	if len(has) == 0 {
		has = []string{"no keys"}
	}
	return catalogue.Errorf("is JSON, but none of the transcripts that are read: looked for %s, or text; its %s has %s: export it as .vtt, .srt or .txt", strings.Join(looked, ", "), where, strings.Join(has, ", "))
}

// listAt decodes the list under a key; nil if there is none.
func listAt[T any](top jsonObject, key string) ([]T, error) {
	raw, ok := top[key]
	if !ok || len(raw) == 0 || raw[0] != '[' {
		return nil, nil
	}
	var list []T
	err := json.Unmarshal(raw, &list)
	return list, err
}

// objectAt decodes the object under a key; nil if there is none.
func objectAt(top jsonObject, key string) jsonObject {
	raw, ok := top[key]
	if !ok || len(raw) == 0 || raw[0] != '{' {
		return nil
	}
	inner := jsonObject{}
	if json.Unmarshal(raw, &inner) != nil {
		return nil
	}
	return inner
}

// textAt returns the text under a key; "" if there is none.
func textAt(top jsonObject, key string) string {
	var s jsonText
	if raw, ok := top[key]; !ok || json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return string(s)
}

// jsonTrouble says in words of people why JSON cannot be read.
func jsonTrouble(err error) catalogue.Message {
	var kind *json.UnmarshalTypeError
	var slip *json.SyntaxError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		return catalogue.Text("%q holds a %s, which it may not", kind.Field, strings.Fields(kind.Value + " value")[0])
	case errors.As(err, &kind):
		return catalogue.Text("a %s stands at byte %d of a part where a group is expected", strings.Fields(kind.Value + " value")[0], kind.Offset)
	case errors.As(err, &slip):
		return catalogue.Text("is no JSON from byte %d on", slip.Offset)
	}
	return catalogue.Text("cannot be read (%s)", clip(err.Error(), 120))
}
