package convert

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// harbourTalk is the conversation that every file of testdata/convert/talk tells.
func harbourTalk(a, b string) string {
	return a + ": [00:00:00] Hvordan bruker dere tallene fra havna?\n\n" +
		b + ": [00:00:03] Vi ser på dem hver måned. Det er 12 mål, og tre av dem er nye.\n\n" +
		a + ": [00:00:12] Og hvem følger opp?\n\n" +
		b + ": [00:00:14] Havnesjefen, sammen med økonomi.\n"
}

const harbourUnnamed = "[00:00:00] Hvordan bruker dere tallene fra havna? Vi ser på dem hver måned. Det er 12 mål, og tre av dem er nye.\n\n" +
	"[00:00:12] Og hvem følger opp? Havnesjefen, sammen med økonomi.\n"

func TestJSONFiles(t *testing.T) {
	for file, want := range map[string]string{
		"whisper.json":      harbourUnnamed,
		"whisperx.json":     harbourTalk("SPEAKER_00", "SPEAKER_01"),
		"whispercpp.json":   harbourUnnamed,
		"transformers.json": harbourUnnamed,
		"amazon.json":       harbourTalk("spk_0", "spk_1"),
		"google-v1.json":    harbourTalk("Speaker 1", "Speaker 2"),
		"google-v2.json":    harbourTalk("Speaker 1", "Speaker 2"),
		"azure.json":        harbourTalk("Speaker 1", "Speaker 2"),
		"azure-fast.json":   harbourTalk("Speaker 1", "Speaker 2"),
		"deepgram.json":     harbourTalk("Speaker 0", "Speaker 1"),
		"assemblyai.json":   harbourTalk("A", "B"),
		"elevenlabs.json":   harbourTalk("speaker_0", "speaker_1"),
		"rev.json":          harbourTalk("Speaker 0", "Speaker 1"),
		"speechmatics.json": harbourTalk("S1", "S2"),
		"podcast.json":      harbourTalk("Kari", "Ola"),
		"ibm.json":          strings.NewReplacer("?", "", ",", "", ".", "").Replace(strings.ToLower(harbourTalk("Speaker 0", "Speaker 1"))),
	} {
		t.Run(file, func(t *testing.T) {
			res := convertTalk(t, file, talkFile(t, "talk/"+file))
			got := res.Text
			if file == "ibm.json" {
				got = strings.ToLower(got)
			}
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", res.Text, want)
			}
			for _, e := range res.Report.Entries {
				if e.Did == "warning" && !strings.HasPrefix(e.What, "looks like talk, but no speaker") {
					t.Errorf("%+v", e)
				}
			}
			if want != harbourUnnamed && (res.Turns != 4 || len(res.Speakers) != 2) {
				t.Errorf("%d turns of %+v", res.Turns, res.Speakers)
			}
		})
	}
	files, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "convert", "talk", "*.json"))
	if len(files) != 16 {
		t.Errorf("%d files, 16 are tested", len(files))
	}
}

// Services leave parts out, by what was asked of them.
func TestJSONVariants(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"only a text", `{"text": " En ting. To ting?"}`, "En ting. To ting?\n"},
		{"only a text, of lines", "{\"text\": \"Kari: En ting?\\nOla: To.\\nKari: Tre?\\n\\nOla: Fire.\"}", "Kari: En ting?\n\nOla: To.\n\nKari: Tre?\n\nOla: Fire.\n"},
		{"marks and blanks before", "\ufeff \r\n{\"text\": \"En.\"}", "En.\n"},
		{"a text beside words without signs", `{"text": "En, to.", "words": [{"word": "En", "start": 0.1, "end": 0.2}, {"word": "to", "start": 0.2, "end": 0.3}]}`, "En, to.\n"},
		{"a list of segments", `[{"start": 1, "end": 2, "text": "En.", "speaker": "Kari"}, {"start": 2.5, "text": "To.", "speaker": "Ola"}, {"text": "Tre.", "speaker": null}]`, "Kari: [00:00:01] En.\n\nOla: [00:00:02] To. Tre.\n"},
		{"thousandths of a second", `{"segments": [{"start": 1000, "end": 2500, "text": "En."}, {"start": 9000, "end": 9800, "text": "To."}]}`, "[00:00:01] En.\n\n[00:00:09] To.\n"},
		{"speakers of words only", `{"segments": [{"start": 0, "end": 3, "text": " En to. Tre fire.", "words": [{"word": " En", "start": 0, "end": 1, "speaker": "A"}, {"word": " to.", "start": 1, "end": 2, "speaker": "A"}, {"word": " Tre", "start": 2, "end": 3, "speaker": "B"}, {"word": " fir", "speaker": "B"}, {"word": "e.", "speaker": "B"}]}]}`,
			"A: [00:00:00] En to.\n\nB: [00:00:02] Tre fire.\n"},
		{"diarised chunks", `{"speakers": [{"speaker": "SPEAKER_00", "timestamp": [0.0, 1.5], "text": " En."}, {"speaker": "SPEAKER_01", "timestamp": [1.5, null], "text": " To."}], "chunks": [{"timestamp": [0.0, 3.0], "text": " En. To."}], "text": " En. To."}`,
			"SPEAKER_00: [00:00:00] En.\n\nSPEAKER_01: [00:00:01] To.\n"},
		{"whisper.cpp, stereo", `{"transcription": [{"offsets": {"from": 1000, "to": 2000}, "text": " En.", "speaker": "0"}, {"timestamps": {"from": "01:00:03,500", "to": "01:00:04,000"}, "text": " To.", "speaker": "1"}, {"text": " Tre.", "speaker": "?"}]}`,
			"Speaker 0: [00:00:01] En.\n\nSpeaker 1: [01:00:03] To. Tre.\n"},
		{"whisper.cpp, turns", `{"transcription": [{"offsets": {"from": 1000, "to": 2000}, "text": " En? [SPEAKER_TURN]", "speaker_turn_next": true}, {"offsets": {"from": 2000, "to": 3000}, "text": " To.", "speaker_turn_next": false}, {"offsets": {"from": 3000, "to": 4000}, "text": " Tre."}]}`,
			"[00:00:01] En?\n\n[00:00:02] To. Tre.\n"},
		{"Amazon, speakers apart", `{"results": {"speaker_labels": {"segments": [{"items": [{"start_time": "1.0", "speaker_label": "spk_0"}]}, {"items": [{"start_time": "2.0", "speaker_label": "spk_1"}]}]}, "items": [{"type": "pronunciation", "start_time": "1.0", "end_time": "1.5", "alternatives": [{"content": "En"}, {"content": "Enn"}]}, {"type": "punctuation", "alternatives": [{"content": "."}]}, {"type": "pronunciation", "start_time": "2.0", "end_time": "2.5", "alternatives": [{"content": "To"}]}]}}`,
			"spk_0: [00:00:01] En.\n\nspk_1: [00:00:02] To\n"},
		{"Amazon, channels", `{"results": {"channel_labels": {"channels": [{"channel_label": "ch_0", "items": [{"type": "pronunciation", "start_time": "1.0", "end_time": "1.5", "alternatives": [{"content": "En"}]}, {"type": "punctuation", "alternatives": [{"content": "."}]}, {"type": "pronunciation", "start_time": "9.0", "end_time": "9.5", "alternatives": [{"content": "Tre"}]}]}, {"channel_label": "ch_1", "items": [{"type": "pronunciation", "start_time": "2.0", "end_time": "2.5", "alternatives": [{"content": "To"}]}]}]}, "transcripts": [{"transcript": "En. Tre"}, {"transcript": "To"}]}}`,
			"ch_0: [00:00:01] En.\n\nch_1: [00:00:02] To\n\nch_0: [00:00:09] Tre\n"},
		{"Amazon, segments", `{"results": {"audio_segments": [{"transcript": "En.", "start_time": "1.0", "end_time": "1.5", "speaker_label": "spk_0"}, {"transcript": "To.", "start_time": "2.0", "end_time": "2.5", "speaker_label": "spk_1"}]}}`, "spk_0: [00:00:01] En.\n\nspk_1: [00:00:02] To.\n"},
		{"Amazon, text", `{"results": {"transcripts": [{"transcript": "En. To."}]}}`, "En. To.\n"},
		{"Google, text", `{"results": [{"alternatives": [{"transcript": "En to", "confidence": 0.9}], "resultEndTime": "2.5s"}, {"alternatives": [{"transcript": "tre"}], "resultEndTime": "4.500s"}, {}]}`, "[00:00:00] En to tre\n"},
		{"Azure, channels", `{"phrases": [{"channel": 0, "offsetMilliseconds": 1000, "text": "En."}, {"channel": 0, "offsetMilliseconds": 9000, "text": "Tre."}, {"channel": 1, "offsetMilliseconds": 2000, "text": "To."}]}`, "Channel 0: [00:00:01] En.\n\nChannel 1: [00:00:02] To.\n\nChannel 0: [00:00:09] Tre.\n"},
		{"Azure, capitals", `{"RecognizedPhrases": [{"Speaker": 1, "Offset": "PT1M0.86S", "Duration": "PT1S", "NBest": [{"Display": "En."}]}, {"Speaker": 2, "Offset": "PT1H2.5S", "NBest": [{"Lexical": "to"}]}]}`, "Speaker 1: [00:01:00] En.\n\nSpeaker 2: [01:00:02] to\n"},
		{"Deepgram, utterances", `{"results": {"utterances": [{"start": 1.5, "end": 2, "transcript": "En.", "speaker": 0}, {"start": 2.5, "end": 3, "transcript": "To.", "speaker": 1}]}}`, "Speaker 0: [00:00:01] En.\n\nSpeaker 1: [00:00:02] To.\n"},
		{"Deepgram, words", `{"results": {"channels": [{"alternatives": [{"transcript": "en to", "words": [{"word": "en", "punctuated_word": "En.", "start": 1.5, "end": 2, "speaker": 0}, {"word": "to", "start": 2.5, "end": 3, "speaker": 1}]}]}]}}`, "Speaker 0: [00:00:01] En.\n\nSpeaker 1: [00:00:02] to\n"},
		{"Deepgram, text of channels", `{"results": {"channels": [{"alternatives": [{"transcript": "En."}]}, {"alternatives": [{"transcript": "To."}]}]}}`, "Channel 0: En.\n\nChannel 1: To.\n"},
		{"a voice that changes inside a sentence", `{"results": {"channels": [{"alternatives": [{"words": [{"word": "en", "start": 1, "end": 2, "speaker": 0}, {"word": "to", "start": 2, "end": 3, "speaker": 1}, {"word": "tre", "start": 3, "end": 4, "speaker": 1}]}]}]}}`, "Speaker 0: [00:00:01] en\n\nSpeaker 1: [00:00:02] to tre\n"},
		{"AssemblyAI, words", `{"words": [{"text": "En.", "start": 1500, "end": 2000, "speaker": null}, {"text": "To.", "start": 9000, "end": 9500}], "text": "En. To."}`, "[00:00:01] En.\n\n[00:00:09] To.\n"},
		{"utterances in seconds", `{"utterances": [{"text": "En.", "start": 1.5, "end": 2.0, "speaker": "speaker_0"}, {"text": "To.", "start": 9, "end": 10, "speaker": "speaker_1"}]}`, "speaker_0: [00:00:01] En.\n\nspeaker_1: [00:00:09] To.\n"},
		{"Rev, no blanks", `{"monologues": [{"speaker": 0, "elements": [{"type": "text", "value": "En", "ts": 1, "end_ts": 2}, {"type": "text", "value": "to"}, {"type": "punct", "value": "."}, {"type": "unknown", "value": "<unk>"}]}]}`, "Speaker 0: [00:00:01] En to. <unk>\n"},
		{"Rev, hyphens", `{"monologues": [{"speaker": 0, "elements": [{"type": "text", "value": "sa", "ts": 1, "end_ts": 2}, {"type": "punct", "value": "-"}, {"type": "text", "value": "sa"}, {"type": "punct", "value": " "}, {"type": "text", "value": "han"}, {"type": "punct", "value": ". "}, {"type": "text", "value": "Ja"}]}]}`, "Speaker 0: [00:00:01] sa-sa han. Ja\n"},
		{"Speechmatics, unknown voices", `{"results": [{"type": "word", "start_time": 1, "end_time": 2, "alternatives": [{"content": "En", "speaker": "UU"}]}, {"type": "punctuation", "attaches_to": "next", "alternatives": [{"content": "«", "speaker": "UU"}]}, {"type": "word", "alternatives": [{"content": "to", "speaker": "UU"}]}, {"type": "punctuation", "attaches_to": "previous", "alternatives": [{"content": "»", "speaker": "UU"}]}]}`, "[00:00:01] En «to»\n"},
		{"times that cannot be", `{"segments": [{"start": 360000, "end": 360001, "text": "En."}, {"start": -3, "text": "To."}, {"start": 1e308, "end": 1e309, "text": "Tre."}, {"start": "NaN", "end": "Inf", "text": "Fire."}, {"start": 359999, "end": 359999.5, "text": "Fem."}]}`, "En. To. Tre. Fire.\n\n[99:59:59] Fem.\n"},
		{"names with signs", `{"segments": [{"speaker": ": Kari: x", "text": "En."}, {"speaker": "-1", "text": "To."}, {"speaker": 7.0, "text": "Tre."}]}`, "Kari x: En. To.\n\nSpeaker 7: Tre.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if res := convertTalk(t, "x.json", c.in); res.Text != c.want {
				t.Errorf("got\n%q\nwant\n%q", res.Text, c.want)
			}
		})
	}
}

// Words that stand several times in a file count once, and a carrier that holds
// more than the one that was read is spoken of.
func TestJSONAccount(t *testing.T) {
	res := convertTalk(t, "x.json", talkFile(t, "talk/deepgram.json"))
	words := weigh(strings.NewReplacer("Speaker 0", "", "Speaker 1", "", "00:00:", "").Replace(harbourTalk("", "")))
	if n := words + 6; res.Report.In < n-20 || res.Report.In > n+20 {
		t.Errorf("In is %d, the words are some %d", res.Report.In, n)
	}
	res = convertTalk(t, "x.json", `{"segments": [{"text": "En."}], "text": "En. To."}`)
	if !hasEntry(res.Report, "warning", "the file's text and its segments differ") {
		t.Errorf("no warning in %+v", res.Report)
	}
	res = convertTalk(t, "x.json", talkFile(t, "talk/azure.json"))
	if !hasEntry(res.Report, "dropped", "other readings") {
		t.Errorf("other readings unsaid in %+v", res.Report)
	}
}

func TestJSONErrors(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{`{"annotations": [], "zebra": 1}`, "its top level has annotations, zebra"},
		{`{}`, "no keys"},
		{`[{"id": 1, "label": "x"}]`, "its list has id, label"},
		{`[1, 2]`, "looks like the JSON of Whisper"},
		{`{"segments": [{"text": "En."}`, "is damaged JSON"},
		{`{"text": "En."} {"text": "To."}`, "is damaged JSON"},
		{`"hei"`, "is no JSON"},
		{`hei`, "is no JSON"},
		{"  \n", "holds no text"},
		{`{"segments": [], "text": ""}`, "none of the transcripts"},
		{`{"segments": [{"text": " "}]}`, "none of the transcripts"},
		{`{"text": "<p><span class=\"timestamp\">0:12</span> Hei</p>", "media": "a.mp3", "media-time": 3}`, "rename it to .otr"},
		{`{"segments": [` + strings.Repeat("{},", maxJSONObjects) + `{}]}`, "holds more than a million pieces"},
		{`{"tokens": [` + strings.Repeat("1,", maxJSONCommas) + `1,1]}`, "holds more than a million pieces"},
		{strings.Repeat("[", 100_000), "is damaged JSON"},
		{`{"a":` + strings.Repeat("[", 100_000), "is damaged JSON"},
	} {
		_, err := Convert(context.Background(), "x.json", []byte(c.data), Options{Speakers: true})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.60q: error %v, want %q", c.data, err, c.want)
		}
	}
}

// One long line, and very many short pieces, end in bounded time.
func TestJSONHostile(t *testing.T) {
	many := func(n int, piece string) string { return strings.Repeat(piece+",", n) + piece }
	for name, data := range map[string]string{
		"too long":      `{"text": "` + strings.Repeat("a", maxRecording) + `"}`,
		"a long text":   `{"text": "` + strings.Repeat("a b ", 1<<20) + `"}`,
		"segments":      `{"segments": [` + many(30_000, `{"start":1,"text":"a"}`) + `]}`,
		"empty":         `{"segments": [` + many(200_000, `{}`) + `]}`,
		"glued":         `{"results": [` + many(30_000, `{"type":"punctuation","alternatives":[{"content":"a"}]}`) + `]}`,
		"many speakers": `{"segments": [` + speakersOfJSON(20_000) + `]}`,
	} {
		start := time.Now()
		_, err := Convert(context.Background(), "x.json", []byte(data), Options{Speakers: true})
		t.Logf("%s, %d MB: %v, %.100v", name, len(data)>>20, time.Since(start), err)
	}
}

func speakersOfJSON(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"speaker":"Navn %d","text":"a"},`, i)
	}
	return b.String() + `{"text":"a"}`
}

func FuzzJSON(f *testing.F) {
	paths, _ := filepath.Glob(filepath.Join("..", "..", "testdata", "convert", "talk", "*.json"))
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	for _, s := range []string{
		`{"text":"Kari: a\nOla: b?\nKari: c 1\n"}`,
		`[{"start":1,"end":"2","text":"a","speaker":1},{"timestamp":[1,null],"body":"b"}]`,
		`{"results":{"channel_labels":{"channels":[{"channel_label":"ch_0","items":[{"start_time":"1.0","alternatives":[{"content":"x"}]}]}]}}}`,
		`{"results":[{"alternatives":[{"timestamps":[["a",0.1,0.2]],"transcript":"b"}]}],"speaker_labels":[{"from":0.1,"speaker":2}]}`,
		`{"transcription":[{"offsets":{"from":1000},"text":"[SPEAKER_TURN] a","speaker_turn_next":true},{"text":"b"}]}`,
		`{"phrases":[{"channel":0,"text":"a"},{"channel":1,"offset":"PT1M2S","text":"b"}]}`,
	} {
		f.Add([]byte(s))
	}
	fuzzTalk(f, "x.json")
}
