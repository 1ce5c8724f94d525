package convert

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// talk makes an interview of so many words, with turns of uneven length, times
// where stamp is set, and colons and clocks in what is said.
func talk(words int, stamp bool) []byte {
	said := strings.Fields("vi har jo hatt disse målene i noen år nå, og det som skjedde var: vi måtte begynne på nytt klokka 12:30 hver mandag. " +
		"Lederne spurte hva det skulle være godt for. Jeg tror det handler om at ingen hadde tid, og da ble det liggende. " +
		"Men så kom den nye rådmannen, ikke sant, og da ble det bedre oppfølging på enhetene, særlig i helse.")
	asked := strings.Fields("Kan du si litt om hvordan dere bruker tallene? Hva mener du med det? Hvem er det som følger opp?")
	var b strings.Builder
	b.WriteString("Intervju med kommune A\n\nDato: 19.02.2016\nVarighet: 52 min\n\n")
	n, at := 0, 4
	for turn := 0; n < words; turn++ {
		who, from, length := "Intervjuer", asked, 6+turn%9
		if turn%2 == 1 {
			who, from, length = "Rådmann", said, 20+(turn*37)%130
		}
		if turn%7 == 3 {
			length = 1
		}
		b.WriteString(who)
		if stamp {
			fmt.Fprintf(&b, " [%02d:%02d:%02d]", at/3600, at/60%60, at%60)
		}
		b.WriteString(":")
		for i := range length {
			b.WriteString(" " + from[(turn*5+i)%len(from)])
		}
		b.WriteString("\n\n")
		n, at = n+length, at+length/2+1
	}
	return []byte(b.String())
}

// BenchmarkConvertTranscript is what one interview of 8,000 words takes.
func BenchmarkConvertTranscript(b *testing.B) {
	for _, c := range []struct {
		name  string
		stamp bool
	}{{"plain", false}, {"timed", true}} {
		b.Run(c.name, func(b *testing.B) {
			data := talk(8000, c.stamp)
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Convert(context.Background(), "x.txt", data, Options{Speakers: true}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkConvertFindTurns is the part of it that finds the turns.
func BenchmarkConvertFindTurns(b *testing.B) {
	blocks := textBlocks(strings.TrimSpace(string(talk(8000, true))), &Report{})
	b.ReportAllocs()
	for b.Loop() {
		findTurns(Source{Format: "txt", Blocks: blocks}, true, &Report{})
	}
}
