package convert

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestVTT(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"noScribe", "WEBVTT Samtale om innkjøp &amp; drift\n\nNOTE\nTranscribed with noScribe vers. 0.7 (Language: Norwegian)\n\nNOTE media: C:/opptak/samtale.mp3\n\n" +
			"1\n00:00:00.000 --> 00:00:04.140\n(4 seconds pause)\n\n2\n00:00:04.140 --> 00:00:10.01\n<v S00>Hvordan går det? //S01: Jo. // Nå?\n\n3\n00:00:10.01 --> 00:00:12.000\n<v //S01>Bra, //S00: fint.//\n\n4\n00:00:12.000 --> 00:00:13.000\n<v >Takk.\n",
			"(4 seconds pause)\n\nS00: [00:00:04] Hvordan går det? //S01: Jo. // Nå?\n\nS01: [00:00:10] Bra, //S00: fint.// Takk.\n"},
		{"a name that the words repeat", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v S00>S00: Hva?\n\n00:02.000 --> 00:03.000\n<v S01> S01: Det.\n", "S00: [00:00:01] Hva?\n\nS01: [00:00:02] Det.\n"},
		{"Teams, interleaved", "WEBVTT\n\nab/1-0\n00:00:01.000 --> 00:00:02.000\n<v Ås, Kari (Plan)>Hvordan\ngår</v>\n\nab/2-0\n00:00:02.000 --> 00:00:03.000\n<v Ola>Mm.</v>\n\nab/1-1\n00:00:03.000 --> 00:00:04.000\n<v Ås, Kari (Plan)>det?</v>\n\nab/3-0\n00:00:05.000 --> 00:00:06.000\n<v Ola>Bra.</v>\n",
			"Ås, Kari (Plan): [00:00:01] Hvordan går det?\n\nOla: [00:00:02] Mm. Bra.\n"},
		{"Teams without ids", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Kari Ås>Hvordan\ngår</v>\n\n00:00:02.000 --> 00:00:03.000\n<v Kari Ås>det?</v>\n\n00:00:05.000 --> 00:00:06.000\n<v Ola>Bra.</v>\n",
			"Kari Ås: [00:00:01] Hvordan går det?\n\nOla: [00:00:05] Bra.\n"},
		{"classes", "WEBVTT\n\n00:01.000 --> 00:02.000 line:0 position:20%\n<v.first.loud Kari>Hva <c.yellow>nå</c>?</v>\n<v.second Ola><lang no>Det.</lang></v>\n", "Kari: [00:00:01] Hva nå?\n\nOla: [00:00:01] Det.\n"},
		{"a voice without words", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Kari></v><v Ola>Det.</v>\n", "Ola: [00:00:01] Det.\n"},
		{"identifiers", "WEBVTT\n\ninnledning\n00:01.000 --> 00:02.000\nEn.\n\n2\n00:03.000 --> 00:04.000\nTo.\n", "[00:00:01] En. To.\n"},
		{"a header", "WEBVTT\nKind: captions\nLanguage: no\n\nSTYLE\n::cue(v[voice=Kari]) { color: red }\n\nREGION\nid:fred\n\n00:01.000 --> 00:02.000\nEn.\n", "[00:00:01] En.\n"},
		{"a note between captions", "WEBVTT\n\n00:01.000 --> 00:02.000\nEn.\n\nNOTE sjekk dette\nmot lyden\n\n00:02.000 --> 00:03.000\nTo.\n", "[00:00:01] En. To.\n"},
		{"an arrow in a note", "WEBVTT\n\nNOTE\na --> b\n\n00:01.000 --> 00:02.000\nEn --&gt; to.\n", "[00:00:01] En --> to.\n"},
		{"no blank lines", "WEBVTT\n00:01.000 --> 00:02.000\nEn.\n00:02.000 --> 00:03.000\nTo.\n", "[00:00:01] En. To.\n"},
		{"a blank line inside a caption", "WEBVTT\n\n00:01.000 --> 00:02.000\nEn\n\nto.\n\n00:02.000 --> 00:03.000\nTre.\n", "[00:00:01] En to. Tre.\n"},
		{"Zoom, odd names", "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nÅs, Kari | Plan (she/her): Hvordan går\n\n2\n00:00:02.000 --> 00:00:03.000\nÅs, Kari | Plan (she/her): det?\n\n3\n00:00:04.000 --> 00:00:05.000\n@ola_h: Bra.\n\n4\n00:00:05.000 --> 00:00:06.000\n@ola_h: Én ting: ro.\n\n5\n00:00:06.000 --> 00:00:07.000\nog mer ro\n\n6\n00:00:07.000 --> 00:00:08.000\nPer [Oslo]: Ja.\n",
			"Ås, Kari | Plan (she/her): [00:00:01] Hvordan går det?\n\nola_h: [00:00:04] Bra. Én ting: ro. og mer ro\n\nPer [Oslo]: [00:00:07] Ja.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if res := convertTalk(t, "x.vtt", c.in); res.Text != c.want {
				t.Errorf("got\n%q\nwant\n%q", res.Text, c.want)
			}
		})
	}
}

// The account says what went: provenance, the title, names that repeat.
func TestVTTAccount(t *testing.T) {
	res := convertTalk(t, "x.vtt", "WEBVTT Om drift\n\nNOTE made by x\n\n00:01.000 --> 00:02.000\n<v Kari>En.\n\n00:02.000 --> 00:03.000\n<v Kari>To.\n\n00:03.000 --> 00:04.000\n<v S1>Tre.\n\n00:04.000 --> 00:05.000\n<v S1>Fire.\n")
	if res.Title != "Om drift" {
		t.Errorf("title %q", res.Title)
	}
	for what, n := range map[string]int{"NOTE blocks": 7, "title of": 7, "names that stand on several": 4 + 2} {
		if got := dropped(res.Report, what); got != n {
			t.Errorf("%s: %d letters and digits, want %d", what, got, n)
		}
	}
}

// rolling writes captions as YouTube makes them: each line is shown a second
// time, alone for a moment and then above the next.
func rolling(lines ...string) string {
	var b strings.Builder
	b.WriteString("WEBVTT\nKind: captions\nLanguage: no\n\n")
	before := " "
	for i, l := range lines {
		words := strings.Fields(l)
		tagged := words[0]
		for j, w := range words[1:] {
			tagged += fmt.Sprintf("<00:00:%02d.%d00><c> %s</c>", 3*i, j+1, w)
		}
		fmt.Fprintf(&b, "00:00:%02d.000 --> 00:00:%02d.990 align:start position:0%%\n%s\n%s\n\n", 3*i, 3*i+2, before, tagged)
		fmt.Fprintf(&b, "00:00:%02d.990 --> 00:00:%02d.000 align:start position:0%%\n%s\n \n\n", 3*i+2, 3*i+3, l)
		before = l
	}
	return b.String()
}

func TestYouTube(t *testing.T) {
	lines := []string{"hei og velkommen til", "en liten prat om havna", "ja", "ja og det er fint", "at du kunne komme"}
	res := convertTalk(t, "x.vtt", rolling(lines...))
	if want := "[00:00:00] " + strings.Join(lines, " ") + "\n"; res.Text != want {
		t.Errorf("got\n%q\nwant\n%q", res.Text, want)
	}
	twice := 0
	for i, l := range lines {
		if twice += weigh(l); i < len(lines)-1 {
			twice += weigh(l)
		}
	}
	if got := dropped(res.Report, "lines that a caption shows again"); got != twice {
		t.Errorf("%d letters dropped, want %d: %+v", got, twice, res.Report)
	}
	// what people say twice stays
	res = convertTalk(t, "x.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nja\n\n00:02.000 --> 00:03.000\nja\n\n00:03.000 --> 00:04.000\nja\n\n00:04.000 --> 00:05.000\nja\nnei\n\n00:05.000 --> 00:06.000\nnei\n")
	if want := "[00:00:01] ja ja ja ja nei nei\n"; res.Text != want {
		t.Errorf("got %q", res.Text)
	}
}

func TestCaptionText(t *testing.T) {
	for in, want := range map[string]string{
		"<i>a</i> <B>b</B><c.x.y>c</c>":     "a bc",
		"a<00:00:01.000><c> b</c><1:2>":     "a b",
		"a<br>b<br/>c<BR />d":               "a\nb\nc\nd",
		"<font color=\"x\">a</font><u\nx>b": "ab",
		"3 < 4 > 2 <x> <ja> <i <00> <: >":   "3 < 4 > 2 <x> <ja>  <: >",
		"<i":                                "<i",
		"a <i b":                            "a <i b",
		"<<i>i>a":                           "<i>a",
		`{\an8}a{\i1}b{c}{\d`:               `ab{c}{\d`,
		"{\\}}a":                            "}a",
		"&lt;i&gt; &amp;amp;":               "<i> &amp;",
		"</v>a</v >":                        "a",
	} {
		if got := captionText(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// Files that are made to take long must not.
func TestCaptionsHostile(t *testing.T) {
	line := func(piece string) string { return strings.Repeat(piece, (maxCaptionLine-1)/len(piece)) + "\n" }
	const head = "WEBVTT\n\n00:01.000 --> 00:02.000\n"
	for name, data := range map[string]string{
		"open tags":              head + strings.Repeat(line("<c "), 4),
		"tags":                   head + strings.Repeat(line("<c>"), 4),
		"tags, long tail":        head + strings.Repeat(line("<c>"), 2) + strings.Repeat(line("<c "), 2),
		"voices":                 head + line("<v a>b "),
		"unknown tags":           head + line("<x ") + ">",
		"braces":                 head + line("{\\") + line("{\\}"),
		"arrows":                 head + line(">> a"),
		"dashes":                 head + strings.Repeat("- a\n", 100_000),
		"lines and a dash":       head + strings.Repeat("a\n", 1_000_000) + "- b\n",
		"parts of one utterance": "WEBVTT\n" + strings.Repeat("u/1-0\n00:01.000 --> 00:02.000\n<v A>b\n\n", 50_000),
		"long line":              head + strings.Repeat("a", 2*maxCaptionLine),
		"captions":               "WEBVTT\n" + strings.Repeat("00:01.000 --> 00:02.000\na\n", 30_000),
		"numbers":                "WEBVTT\n\n" + strings.Repeat("1\n", 200_000),
		"rolling":                "WEBVTT\n" + strings.Repeat("00:01.000 --> 00:02.000\n"+strings.Repeat("a\n", 2000), 50),
	} {
		start := time.Now()
		_, err := Convert(context.Background(), "x.vtt", []byte(data), Options{Speakers: true})
		t.Logf("%s, %d MB: %v %.80v", name, len(data)>>20, time.Since(start), err)
	}
}

func FuzzWebVTT(f *testing.F) {
	for _, s := range []string{
		"WEBVTT a\n\nNOTE b\nc\n\nid\n00:01.000 --> 00:00:10.01\n<v S00>S00: d //S01: e // f\n\n00:02.000 --> 00:03.000\n<v >g\n",
		"WEBVTT\n\nu/26-0\n00:01.000 --> 00:02.000\n<v Kari 1>Hei\n\nu/27-0\n00:01.000 --> 00:02.000\n<v Ola>ja</v>\n\nu/26-1\n00:01.000 --> 00:02.000\n<v Kari 1>du</v>\n",
		"WEBVTT\nKind: x\n\n00:01.000 --> 00:02.000\n<v.a A>x</v> <v C></v> - &amp; z\n- q\n\nSTYLE\ny\n",
		rolling("a b", "c d", "e f", "g h"),
		"WEBVTT\n\nÅ, K | P:\n0\n0:00-->0\nÅ, K | P:",
		"WEBVTT\n\n1\n00:01.000 --> 00:02.000\nÅ, K | P: a\n\n2\n00:03.000 --> 00:04.000\nÅ, K | P: b\n\n3\n00:05.000 --> 00:06.000\n@o: c?\n\n4\n00:07.000 --> 00:08.000\n@o: d\n",
	} {
		f.Add([]byte(s))
	}
	fuzzTalk(f, "x.vtt")
}
