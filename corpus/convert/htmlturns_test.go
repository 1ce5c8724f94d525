package convert

import (
	"strings"
	"testing"
)

// The layout of noScribe, as in the grammar of exports.
const noScribe = `<!DOCTYPE html><html><head><meta charset="UTF-8"/><meta name="audio_source" content="C:/x.mp3"/></head><body>
<p style="font-weight:600;">intervju</p>
<p style="color:#909090">Transcribed with noScribe vers. 0.6<br>Audio source: C:/x.mp3<br>(Start: 00:00:00 | Stop: 00:10:00)</p>
<p><a name="ts_690_2070_S00" >S00: <span style="color: #78909C" >[00:00:00]</span> Hvordan går det?</a><a name="ts_2070_3070_S00" > (..) Med deg?</a></p>
<p><a name="ts_4000_9070_S01" >S01: <span>[00:00:04]</span> Det går slik: bra. //S00: Mm.//</a><a name="ts_65000_66070_S01" > <span>[00:01:05]</span> Ja.</a></p>
<p><a name="ts_67000_68000_S01" >Dette er også: ham.</a></p>
<p><a name="ts_3690000_3692000_S00" >Kari: Takk.</a></p>
<p><a name="ts_3700000_3702000_S02" >Og jeg.</a></p>
</body></html>`

func TestNoScribe(t *testing.T) {
	res := readWeb(t, "x.html", noScribe)
	want := []string{"S00|00:00:00|Hvordan går det? (..) Med deg?", "S01|00:00:04|Det går slik: bra. //S00: Mm.// [00:01:05] Ja. Dette er også: ham."}
	if got := turnsOf(res); len(got) < 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("%q\n%s", got, res.Text)
	}
	if !strings.Contains(res.Text, "\nS02: [01:01:40] Og jeg.\n") {
		t.Error(res.Text)
	}
	// without times in the text, names changed by hand
	res = readWeb(t, "x.html", `<p><a name="ts_0_2000_S00">Kari Ås: Hva?</a></p><p><a name="ts_2500_3000_S01"></a>Ola: Det.</p><p><a name="ts_4500_5000_S00">Kari Ås: Når?</a></p>`)
	if want := "Kari Ås: [00:00:00] Hva?\n\nOla: [00:00:02] Det.\n\nKari Ås: [00:00:04] Når?\n"; res.Text != want {
		t.Errorf("%q", res.Text)
	}
	res = readWeb(t, "x.html", `<p><a name="ts_0_2000_S00">S00: 0:05 er tiden</a></p><p><a name="ts_2500_3000_S00">S00: [00:00:02] 4 av 5<br>er det</a></p>`)
	if want := "S00: [00:00:00] 0:05 er tiden\n\nS00: [00:00:02] 4 av 5\ner det\n"; res.Text != want {
		t.Errorf("%q", res.Text)
	}
	// without speakers
	res = readWeb(t, "x.html", `<p><a name="ts_0_2000_">[00:00:00] Hva er det?</a></p><p><a name="ts_72500_3000_">Det er: det.</a></p>`)
	if want := "[00:00:00] Hva er det?\n\n[00:01:12] Det er: det.\n"; res.Text != want {
		t.Errorf("%q", res.Text)
	}
}

// Pages that mark who speaks and when by the names of their classes.
func TestMarkedTurns(t *testing.T) {
	want := "Kari: [00:00:03] Hva?\n\nOla: [01:00:04] Det.\n\nKari: [01:00:09] Når?\n"
	for _, in := range []string{
		`<p><b class="speaker">Kari</b> <span class="timestamp">0:03</span> Hva?<p><b class="speaker">Ola</b><span class="timestamp">(1:00:04.5)</span>: Det.<p><b class="speaker">Kari:</b> <time>1:00:09</time>Når?`,
		`<div class="speaker">Kari</div><div class="timestamp">0:03</div><div>Hva?</div><div class="speaker">Ola</div><div class="timestamp">1:00:04</div><p>Det.</p><div class="speaker">Kari</div><div class="time">1:00:09</div><p>Når?</p>`,
		`<p><span data-timestamp="3">00:03</span> Kari: Hva?<p><span class="timestamp">1:00:04</span>Ola: Det.<p><span class="timestamp">1:00:09</span><span class="speaker">Kari</span>Når?`,
		`<table><tr><td>Kari:<td><p>[0:03] Hva?<tr><td>Ola:<td>[1:00:04] Det.<tr><td>Kari:<td>[1:00:09] Når?</table>`,
	} {
		res := readWeb(t, "x.html", in)
		if got := strings.ReplaceAll(res.Text, "\n\n", "\n"); got != strings.ReplaceAll(want, "\n\n", "\n") {
			t.Errorf("%s\n%q", in, res.Text)
		}
	}
	res := readWeb(t, "x.html", `<div class="timestamp">0:05</div><div>Hei du</div><div class="timestamp">0:09</div><div>Ja</div><h2>Slutt</h2><div class=timestamp>1:00</div>`)
	if want := "[00:00:05] Hei du\n\n[00:00:09] Ja\n\n## Slutt\n\n[00:01:00]\n"; res.Text != want {
		t.Errorf("%q", res.Text)
	}
	res = readWeb(t, "x.html", `<ol><li><div class="timestamp">0:05</div><div>Hei du</div><li><time datetime=P>0:53</time></ol>`)
	if want := "[00:00:05] 1. Hei du\n\n[00:00:53]\n"; res.Text != want {
		t.Errorf("%q", res.Text)
	}
	balanced(t, res)
	if res := readWeb(t, "x.html", `<p>Møtet begynte <time>12:30</time> og sluttet <span class=time>13:00</span>.`); res.Text != "Møtet begynte 12:30 og sluttet 13:00.\n" {
		t.Errorf("%q", res.Text)
	}
}
