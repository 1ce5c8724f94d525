package cmd

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// talkWords are the words of made-up transcripts, the commonest first, as they would be in
// interviews about how a municipality is run.
var talkWords = strings.Fields(`det er og vi å på som i ikke har en for at med så av den til jo de var men om da et kan skal hva hvordan
	målekort mål indikatorer økonomi kvalitet brukerne ansatte sykefravær enhetene ledergruppen rådmannen kommunestyret rapporterer årsmelding
	økonomiplan brukerundersøkelse medarbeiderundersøkelse resultater oppfølging styringskort skolen barnehagene hjemmetjenesten tjenestene
	sammenligner nabokommunen fokusområder strategi visjon kritiske suksessfaktorer måleindikatorene terskelverdier tertialrapport budsjett
	forankring prosess deltakelse tillitsvalgte politikerne administrasjonen utvikling læring fornyelse avvik tiltak ansvarlig gjennomføring`)

// talk makes up a transcript of a number of words: an interviewer's questions and answers of
// some hundred words, each with its time. The same seed gives the same text.
func talk(seed uint64, words int) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	var b strings.Builder
	word := func() string {
		x := rng.Float64()
		return talkWords[int(x*x*float64(len(talkWords)))]
	}
	sentence := func(n int, mark string) {
		for i := range n {
			w := word()
			if i == 0 {
				r := []rune(w)
				w = strings.ToUpper(string(r[:1])) + string(r[1:])
			} else {
				b.WriteByte(' ')
			}
			b.WriteString(w)
		}
		b.WriteString(mark)
	}
	for n, turn := 0, 0; n < words; turn++ {
		size, label := 10+rng.IntN(15), "Intervjuer"
		if turn%2 == 1 {
			size, label = 40+rng.IntN(160), "Rådmann"
		}
		fmt.Fprintf(&b, "%s: [%02d:%02d:%02d] ", label, turn/120, turn/2%60, turn*17%60)
		for left := size; left > 0; {
			m := min(left, 5+rng.IntN(20))
			mark := ". "
			if left -= m; left == 0 && turn%2 == 0 {
				mark = "?"
			} else if left == 0 {
				mark = "."
			}
			sentence(m, mark)
		}
		b.WriteString("\n\n")
		n += size
	}
	return b.String()
}

// writeTalks writes a number of transcripts into a folder and returns their bytes.
func writeTalks(tb testing.TB, folder string, n, words int) int64 {
	tb.Helper()
	if err := os.MkdirAll(folder, 0o777); err != nil {
		tb.Fatal(err)
	}
	size := 0
	for i := range n {
		text := talk(uint64(i), words)
		size += len(text)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("talk-%04d.txt", i)), []byte(text), 0o666); err != nil {
			tb.Fatal(err)
		}
	}
	return int64(size)
}
