package index

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
)

// BenchmarkUpdateInLarge changes one document of 8,000 words, and then one of a single word, in an index of many others: 60, or as many as
// CROSSCASE_SCALE names. What it costs is to grow with the document alone.
//
//	CROSSCASE_SCALE=1000 go test ./corpus/index -run '^$' -bench UpdateInLarge -timeout 1h
func BenchmarkUpdateInLarge(b *testing.B) {
	documents := 60
	if n, err := strconv.Atoi(os.Getenv("CROSSCASE_SCALE")); err == nil {
		documents = n
	}
	s := newShelf(b)
	for d := range documents {
		s.put("d"+strconv.Itoa(d)+".txt", "nb", turnsOf(uint64(d))...)
	}
	s.update(b)
	b.Run("a document of 8,000 words", func(b *testing.B) {
		for n := uint64(documents); b.Loop(); n++ {
			b.StopTimer()
			s.put("d1.txt", "nb", turnsOf(n)...)
			b.StartTimer()
			s.update(b)
		}
	})
	b.Run("a document of one word", func(b *testing.B) {
		s.put("one.txt", "nb", "mål")
		s.update(b)
		for b.Loop() {
			s.put("one.txt", "nb", "mål")
			s.update(b)
		}
	})
}

// turnsOf invents a transcript of 8,000 words in turns of 60, of words that are common and words that are not.
func turnsOf(seed uint64) []string {
	const turns, length = 133, 60
	stems := strings.Fields("mål styring kommune enhet skole leder møte plan budsjett rapport indikator bruker tjeneste ansatt kvalitet tid kart ressurs avtale hjelp svar krav nivå uke år arbeid")
	r := rand.New(rand.NewPCG(1, seed))
	out := make([]string, turns)
	var words []string
	for i := range out {
		words = words[:0]
		for range length {
			w := stems[r.IntN(len(stems))]
			if r.IntN(3) == 0 {
				w = stems[r.IntN(len(stems))] + w
			}
			words = append(words, w)
		}
		out[i] = strings.Join(words, " ")
	}
	return out
}
