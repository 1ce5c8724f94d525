package convert

import (
	"context"
	"strings"
	"testing"
)

func TestSRT(t *testing.T) {
	two := "[00:00:01] Hvordan går det?\n\n[00:00:05] Bra.\n"
	for _, c := range []struct{ name, in, want string }{
		{"plain", "1\n00:00:01,000 --> 00:00:02,500\nHvordan\ngår det?\n\n2\n00:00:05,000 --> 00:00:06,000\nBra.\n", two},
		{"mark, CRLF, dots", "\ufeff1\r\n00:00:01.000 --> 00:00:02.500\r\nHvordan går det?\r\n\r\n2\r\n00:00:05.000 --> 00:00:06.000\r\nBra.\r\n\r\n", two},
		{"UTF-16", utf16Of("1\n00:00:01,000 --> 00:00:02,500\nHvordan går det?\n\n2\n00:00:05,000 --> 00:00:06,000\nBra.\n"), two},
		{"Windows-1252", "1\n00:00:01,000 --> 00:00:02,500\nHvordan g\xe5r det?\n\n2\n00:00:05,000 --> 00:00:06,000\nBra.\n", two},
		{"no numbers", "00:00:01,000 --> 00:00:02,500\nHvordan går det?\n\n00:00:05,000 --> 00:00:06,000\nBra.\n", two},
		{"no blank lines", "1\n00:00:01,000 --> 00:00:02,500\nHvordan går det?\n2\n00:00:05,000 --> 00:00:06,000\nBra.\n", two},
		{"neither", "00:00:01,000 --> 00:00:02,500\nHvordan går det?\n00:00:05,000 --> 00:00:06,000\nBra.\n", two},
		{"blank lines everywhere", "\n\n1\n\n00:00:01,000 --> 00:00:02,500\n\nHvordan går det?\n\n\n2\n\n00:00:05,000 --> 00:00:06,000\n\nBra.\n", two},
		{"short times, coordinates", "1\n0:01,0 --> 0:02,5 X1:10 X2:20\nHvordan går det?\n\n2\n00:05 --> 00:06\nBra.\n", two},
		{"tags", "1\n00:00:01,000 --> 00:00:02,500\n{\\an8}<i>Hvordan</i> <font color=\"#ff0000\">går</font> <B>det</B>?\n\n2\n00:00:05,000 --> 00:00:06,000\n<i>Bra.</i>\n", two},
		{"less and more are words", "1\n00:00:01,000 --> 00:00:02,500\n3 < 4 og 5 > 4 &amp; så <viktig> {ja} --> her.\n", "[00:00:01] 3 < 4 og 5 > 4 & så <viktig> {ja} --> her.\n"},
		{"a number is words", "1\n00:00:01,000 --> 00:00:02,500\nHvor mange?\n\n2\n00:00:05,000 --> 00:00:06,000\n42\n\n3\n00:00:07,000 --> 00:00:08,000\n\n", "[00:00:01] Hvor mange?\n\n[00:00:05] 42\n"},
		{"two voices", "1\n00:00:01,000 --> 00:00:02,500\n- Hvordan går det?\n- Bra.\n\n2\n00:00:03,000 --> 00:00:06,000\n– Hvorfor det?\n\n3\n00:00:06,000 --> 00:00:07,000\nFordi\n- nei, vent.\n-5 grader\n",
			"[00:00:01] Hvordan går det?\n\n[00:00:01] Bra.\n\n[00:00:03] Hvorfor det? Fordi\n\n[00:00:06] nei, vent. -5 grader\n"},
		{"a dash of hesitation", "1\n00:00:01,000 --> 00:00:02,500\nJeg tenkte\n\n2\n00:00:03,000 --> 00:00:06,000\n- eller vi tenkte\n", "[00:00:01] Jeg tenkte - eller vi tenkte\n"},
		{"arrows", "1\n00:00:01,000 --> 00:00:02,500\n>> Hvordan går det?\n&gt;&gt; Bra. >>> Fint\n", "[00:00:01] Hvordan går det?\n\n[00:00:01] Bra.\n\n[00:00:01] Fint\n"},
		{"arrows and names", "1\n00:00:01,000 --> 00:00:02,500\n>> Kari: Hvordan går det?\n\n2\n00:00:03,000 --> 00:00:04,000\n>> Ola: Bra.\n\n3\n00:00:05,000 --> 00:00:06,000\nHelt bra.\n\n4\n00:00:07,000 --> 00:00:08,000\n>> Kari: Fint?\n\n5\n00:00:08,000 --> 00:00:09,000\n>> Ola: Ja.\n",
			"Kari: [00:00:01] Hvordan går det?\n\nOla: [00:00:03] Bra. Helt bra.\n\nKari: [00:00:07] Fint?\n\nOla: [00:00:08] Ja.\n"},
		{"names", "1\n00:00:01,000 --> 00:00:02,500\nKari: Hvordan\n\n2\n00:00:03,000 --> 00:00:04,000\nKari: går det?\nOla: Bra.\n\n3\n00:00:05,000 --> 00:00:06,000\nOla: Takk.\n",
			"Kari: [00:00:01] Hvordan går det?\n\nOla: [00:00:03] Bra. Takk.\n"},
		{"whisper-ctranslate2", "1\n00:00:01,000 --> 00:00:02,500\n[SPEAKER_00]: Hvordan går det?\n\n2\n00:00:03,000 --> 00:00:04,000\n[SPEAKER_01]: Bra.\n\n3\n00:00:05,000 --> 00:00:06,000\n[SPEAKER_01]: Takk.\n\n4\n00:00:06,000 --> 00:00:07,000\n[SPEAKER_00]: Fint.\n",
			"SPEAKER_00: [00:00:01] Hvordan går det?\n\nSPEAKER_01: [00:00:03] Bra. Takk.\n\nSPEAKER_00: [00:00:06] Fint.\n"},
		{"brackets without a colon", "1\n00:00:01,000 --> 00:00:02,500\n[Speaker 1] Hvordan går det?\n\n2\n00:00:03,000 --> 00:00:04,000\n[Speaker 2] Bra.\n\n3\n00:00:05,000 --> 00:00:06,000\n[Speaker 1] Fint?\n",
			"Speaker 1: [00:00:01] Hvordan går det?\n\nSpeaker 2: [00:00:03] Bra.\n\nSpeaker 1: [00:00:05] Fint?\n"},
		{"words before the first time", "Laget av et program.\n\n1\n00:00:01,000 --> 00:00:02,500\nHei.\n", "Laget av et program.\n\n[00:00:01] Hei.\n"},
		{"hours", "1\n99:59:59,000 --> 99:59:59,500\nHei.\n", "[99:59:59] Hei.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if res := convertTalk(t, "x.srt", c.in); res.Text != c.want {
				t.Errorf("got\n%q\nwant\n%q", res.Text, c.want)
			}
		})
	}
}

// Names that stand only where the speaker changes are found however long people
// talk.
func TestSRTNamesOnSomeCaptions(t *testing.T) {
	var b strings.Builder
	for i := range 400 {
		b.WriteString(cueTime(i*3) + " --> " + cueTime(i*3+3) + "\n")
		switch i % 40 {
		case 0:
			b.WriteString("Kari Ås: Hvordan gikk det videre?\n\n")
		case 1:
			b.WriteString("Ola: Det gikk slik at vi måtte\n\n")
		default:
			b.WriteString("fortsette med det vi hadde. Og så\n\n")
		}
	}
	res := convertTalk(t, "x.srt", b.String())
	if res.Turns != 20 || len(res.Speakers) != 2 {
		t.Errorf("%d turns of %+v", res.Turns, res.Speakers)
	}
}

func TestSRTErrors(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"Bare tekst.\n", "holds no times of captions"},
		{"1\n00:00:61,000 --> 00:00:62,000\nHei\n", "cannot be read; write it as"},
		{"1\n100:00:00,000 --> 100:00:02,000\nHei\n", "holds the time \"100:00:00,000\", which cannot be read"},
		{"1\n1 --> 2\nHei\n", "cannot be read; write it as"},
		{"1\n00:00:01,000 --> 00:00:02,000\n\n", "holds no text"},
	} {
		_, err := Convert(context.Background(), "x.srt", []byte(c.data), Options{Speakers: true})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.data, err, c.want)
		}
	}
}

// utf16Of writes a text of the Basic Multilingual Plane as UTF-16, lower byte first.
func utf16Of(s string) string {
	b := []byte("\xff\xfe")
	for _, c := range s {
		b = append(b, byte(c), byte(c>>8))
	}
	return string(b)
}

func FuzzSRT(f *testing.F) {
	for _, s := range []string{
		"1\n00:00:01,000 --> 00:00:02,500\n- Hva?\n- Det.\n\n2\n00:00:05,000 --> 00:00:06,000\n>> Kari: Nei. >> Jo\n",
		"00:01 --> 00:02\n[SPEAKER_00]: a\n00:02 --> 00:03\n[SPEAKER_01]: b?\n3\n00:05 --> 00:06\n[SPEAKER_00] c\n",
		"x\n\n1\n00:01 --> 00:02\n{\\an8}<i>a</i> &amp; b\n\n2\n\n00:02 --> 00:03\n42\n",
		"1\n00:01 --> 00:02\nÅs, Kari | Plan: a\n\n2\n00:03 --> 00:04\nÅs, Kari | Plan: b\n\n3\n00:05 --> 00:06\nola@x.no: c?\n\n4\n00:07 --> 00:08\nola@x.no: d\n",
	} {
		f.Add([]byte(s))
	}
	fuzzTalk(f, "x.srt")
}
