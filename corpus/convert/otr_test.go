package convert

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
)

// otrOf writes a file as oTranscribe does, by its documentation.
func otrOf(tb testing.TB, text string) string {
	tb.Helper()
	data, err := json.Marshal(map[string]any{"text": text, "media": "intervju 3.mp3", "media-source": "", "media-time": 12.5})
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

func TestOTR(t *testing.T) {
	stamp := func(seconds, clock string) string {
		return `<span class="timestamp" contenteditable="false" data-timestamp="` + seconds + `">` + clock + `</span>`
	}
	for _, c := range []struct{ name, in, want string }{
		{"turns", "<p>" + stamp("0.4", "00:00") + "&nbsp;<b>I:</b> Hva?</p><p>" + stamp("12.3", "00:12") + " B: Det <i>er</i>" + stamp("14", "00:14") + " bra.<br />" + stamp("3700", "1:01:40") + "I: Når?</p><p><br></p><p>B: Nå.</p>",
			"I: [00:00:00] Hva?\n\nB: [00:00:12] Det er [00:00:14] bra.\nI: [01:01:40] Når?\n\nB: Nå.\n"},
		{"no speakers", "<p>" + stamp("12.3", "00:12") + "Det var en gang.</p><p>Og " + stamp("99", "01:39") + "så</p>", "[00:00:12] Det var en gang.\n\nOg [00:01:39] så\n"},
		{"lines by div", "en<div>to</div><div><br></div><div>tre &amp; &lt;fire&gt;</div>", "en\n\nto\n\ntre & <fire>\n"},
	} {
		if res := readWeb(t, "x.otr", otrOf(t, c.in)); res.Text != c.want || !hasEntry(res.Report, "dropped", "name of the recording") {
			t.Errorf("%s: got\n%q\nwant\n%q\n%+v", c.name, res.Text, c.want, res.Report)
		}
	}
	for in, want := range map[string]string{
		`{"text": "<p>a`: "is no transcript of oTranscribe", `{}`: `has no "text"`, `[]`: "is no transcript", `{"text": ""}`: "holds no text",
		`{"text": "<p></p>"}`: "holds no text", "hei": "is no transcript", `{"text": 3}`: "is no transcript",
	} {
		if _, err := Convert(context.Background(), "x.otr", []byte(in), Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: error %v", in, err)
		}
	}
}

// FuzzOTR changes the text inside the file.
func FuzzOTR(f *testing.F) {
	for _, s := range []string{
		`<p><span class="timestamp" data-timestamp="12.3">00:12</span> I: a?</p><p>B: b<br><span class="timestamp">0:14</span> I: c</p>`,
		`a<div>b&nbsp;</div><span data-timestamp=3>1:00:03,5</span>`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		data, err := json.Marshal(map[string]string{"text": text})
		if err != nil {
			t.Skip()
		}
		res, err := Convert(context.Background(), "x.otr", data, Options{Speakers: true})
		if err != nil {
			return
		}
		checkText(t, res)
		webAccounted(t, res)
	})
}
