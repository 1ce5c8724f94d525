package convert

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// convertTalk converts a recording's transcript and fails the test on an error,
// on a text that is not in our form and on an account that does not balance.
func convertTalk(t *testing.T, name, data string) Result {
	t.Helper()
	res, err := Convert(context.Background(), name, []byte(data), Options{Speakers: true})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	checkText(t, res)
	checkAccount(t, res)
	return res
}

// checkAccount fails the test where letters or digits came or went unsaid.
func checkAccount(t *testing.T, res Result) {
	t.Helper()
	left := res.Report.In
	for _, e := range res.Report.Entries {
		if strings.Contains(e.What, "not accounted for") {
			t.Errorf("%s: %d %s in %+v of\n%q", e.Did, e.Count, e.What, res.Report, res.Text)
		}
		left -= e.Characters
	}
	if left != weigh(res.Text) || left != res.Report.Kept {
		t.Errorf("%d letters and digits should be left, %d are, %d kept: %+v", left, weigh(res.Text), res.Report.Kept, res.Report)
	}
}

// dropped returns how many letters and digits went for a reason.
func dropped(r Report, what string) int {
	n := 0
	for _, e := range r.Entries {
		if strings.HasPrefix(e.What, what) {
			n += e.Characters
		}
	}
	return n
}

func talkFile(tb testing.TB, name string) string {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "convert", name))
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

func fuzzTalk(f *testing.F, name string) {
	f.Fuzz(func(t *testing.T, data []byte) {
		res, err := Convert(context.Background(), name, data, Options{Speakers: true})
		if err != nil {
			return
		}
		checkText(t, res)
		checkAccount(t, res)
	})
}

func TestJoinCues(t *testing.T) {
	at := func(s int) time.Duration { return time.Duration(s) * time.Second }
	say := func(who, words string, from, to int) cue {
		return cue{Block{Speaker: who, Text: words, Start: at(from), HasTime: true}, at(to)}
	}
	long := strings.Repeat("ord ", 150)
	for _, c := range []struct {
		name string
		cues []cue
		want string
	}{
		{"a turn over many captions", []cue{say("A", "En", 0, 1), say("A", "to.", 1, 2), say("B", "Ja.", 2, 3), say("A", "Tre.", 3, 4)},
			"A: [00:00:00] En to.\n\nB: [00:00:02] Ja.\n\nA: [00:00:03] Tre.\n"},
		{"a caption without a name goes on", []cue{say("A", "En", 0, 1), say("", "to.", 1, 2), say("B", "Ja.", 2, 3), say("", "Nei.", 9, 10)},
			"A: [00:00:00] En to.\n\nB: [00:00:02] Ja. Nei.\n"},
		{"words before the first name", []cue{say("", "Opptak.", 0, 1), say("A", "En.", 1, 2), say("B", "To.", 2, 3)},
			"Opptak.\n\nA: [00:00:01] En.\n\nB: [00:00:02] To.\n"},
		{"a pause after a sentence", []cue{say("", "En.", 0, 1), say("", "To.", 3, 4), say("", "Tre.", 7, 8)},
			"[00:00:00] En. To.\n\n[00:00:07] Tre.\n"},
		{"a pause inside a sentence", []cue{say("", "En", 0, 1), say("", "to.", 30, 31)}, "[00:00:00] En to.\n"},
		{"a pause that somebody else fills", []cue{say("", "En to tre.", 0, 9), say("", "Ja.", 1, 2), say("", "Fire.", 9, 10)},
			"[00:00:00] En to tre. Ja. Fire.\n"},
		{"length at the end of a sentence", []cue{say("", long+"slutt.", 0, 9), say("", "Ny.", 9, 10)},
			"[00:00:00] " + long + "slutt.\n\n[00:00:09] Ny.\n"},
		{"length without full stops", []cue{say("", long, 0, 9), say("", long, 9, 20), say("", long, 20, 30), say("", long, 30, 40), say("", long, 40, 50)},
			"[00:00:00] " + strings.TrimSpace(long+long+long+long) + "\n\n[00:00:40] " + strings.TrimSpace(long) + "\n"},
		{"length and a pause", []cue{say("", long, 0, 9), say("", long, 9, 20), say("", "ny", 25, 26)},
			"[00:00:00] " + strings.TrimSpace(long+long) + "\n\n[00:00:25] ny\n"},
		{"one voice only", []cue{say("A", "En.", 0, 1), say("A", "To.", 9, 10)}, "A: [00:00:00] En.\n\n[00:00:09] To.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var r Report
			src := Source{Format: "srt", Cues: true, Blocks: talkBlocks(c.cues, &r)}
			r.In = weighBlocks(src.Blocks)
			res, err := finish(context.Background(), src, Options{Speakers: true}, r)
			if err != nil {
				t.Fatal(err)
			}
			if res.Text != c.want {
				t.Errorf("got\n%s\nwant\n%s", res.Text, c.want)
			}
			checkText(t, res)
			checkAccount(t, res)
		})
	}
}

// A recording of an hour without names becomes paragraphs that can be read.
func TestPageOfText(t *testing.T) {
	var b strings.Builder
	for i := range 1000 {
		b.WriteString("\n\n" + cueTime(i*4) + " --> " + cueTime(i*4+4) + "\nog så var det slik at vi måtte gjøre noe med det")
	}
	res := convertTalk(t, "x.srt", b.String())
	for p := range strings.SplitSeq(res.Text, "\n\n") {
		if len(p) > captionLimit+200 {
			t.Errorf("a paragraph of %d bytes", len(p))
		}
	}
}

func cueTime(s int) string { return formatClock(time.Duration(s)*time.Second) + ",000" }

// The files of testdata/convert/talk tell one conversation; which program wrote
// each, or which layout it follows, stands in the README there.
func TestTalkFiles(t *testing.T) {
	grid := strings.Replace(harbourTalk("Kari", "Ola"), " tre ", ` "tre" `, 1)
	captions := "[00:00:00] Hvordan bruker dere tallene fra havna?\n\n[00:00:03] Vi ser på dem hver måned. Det er 12 mål, og tre av dem er nye.\n\n" +
		"[00:00:12] Og hvem følger opp?\n\n[00:00:12] Havnesjefen, sammen med økonomi.\n"
	for file, want := range map[string]string{
		"noscribe.vtt":            strings.Replace(harbourTalk("S00", "S01"), "økonomi.", "økonomi. (3 sekunder pause)", 1),
		"teams.vtt":               harbourTalk("Ås, Kari", "Ola Havn (gjest)"),
		"zoom.vtt":                harbourTalk("Kari Å. (she/her) | Plan & Havn", "ola_havn [gjest]"),
		"youtube.vtt":             "[00:00:00] hvordan bruker dere tallene fra havna vi ser på dem hver måned det er tolv mål og tre av dem er nye\n",
		"whisper-ctranslate2.srt": harbourTalk("SPEAKER_00", "SPEAKER_01"),
		"ffmpeg.srt":              captions,
		"ffmpeg.vtt":              captions,
		"elan.eaf":                harbourTalk("Kari", "Ola"),
		"praat-long.TextGrid":     grid,
		"praat-short.TextGrid":    grid,
		"praat-utf16.TextGrid":    grid,
		"praat-latin1.TextGrid":   grid,
		"praat-ascii.TextGrid":    grid,
	} {
		t.Run(file, func(t *testing.T) {
			if res := convertTalk(t, file, talkFile(t, "talk/"+file)); res.Text != want {
				t.Errorf("got\n%s\nwant\n%s\n%+v", res.Text, want, res.Report)
			}
		})
	}
	for file, want := range map[string]string{
		"praat-binary.TextGrid": "is a binary TextGrid; open it in Praat and save it by Save as text file",
		"praat-chrono.TextGrid": "is a chronological TextGrid; open it in Praat and save it by Save as text file",
	} {
		if _, err := Convert(context.Background(), file, []byte(talkFile(t, "talk/"+file)), Options{}); err == nil || err.Error() != want {
			t.Errorf("%s: %v", file, err)
		}
	}
}

// FuzzCues makes captions of its lines, "name|words", so that names and words of
// all kinds get past the readers.
func FuzzCues(f *testing.F) {
	for _, s := range []string{
		"Kari|Hva?\nOla 1|Det.\n|og\nKari|12:30", "|- a\n|>> b\n1|c\nⅧ x|d\n½|e", "I: a|b\n[B]|c\n|I: d\n|J: e?", "e\u0301|[00:00:01] x\n#|# y\n|\\# z", "A|a\n\u00b2b|\u00b2\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var r Report
		rec := &recording{r: &r}
		for i, l := range strings.Split(strings.ToValidUTF8(s, "?"), "\n") {
			name, words, _ := strings.Cut(l, "|")
			at := cueSpan{float64(i * len(words)), float64(i*len(words) + 2), i%5 != 4}
			if i%7 == 6 {
				rec.sentences(cueSpeaker(name), words)
				continue
			}
			rec.say(cueSpeaker(name), words, at)
		}
		src := Source{Format: "json", Cues: true, Talk: true, Blocks: rec.blocks()}
		res, err := finish(context.Background(), src, Options{Speakers: true}, r)
		if err != nil {
			return
		}
		checkText(t, res)
		checkAccount(t, res)
	})
}
