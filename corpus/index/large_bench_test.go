package index

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"crosscase/corpus/plainfile"
)

// BenchmarkUpdateInLarge changes one document of 8,000 words, and then one of a single word, in an index of many others: 60, or as many as
// CROSSCASE_SCALE names. What it costs is to grow with the document alone.
//
//	CROSSCASE_SCALE=1000 go test ./corpus/index -run '^$' -bench UpdateInLarge -timeout 1h
//
// With CROSSCASE_SCALE_DIR it is a text of the study there, in a copy of the study's index, which has to be up to date
// (BenchmarkScale leaves it so).
func BenchmarkUpdateInLarge(b *testing.B) {
	if study := os.Getenv("CROSSCASE_SCALE_DIR"); study != "" {
		updateIn(b, study)
		return
	}
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

// updateIn changes a text of a study again and again in a copy of its index.
func updateIn(b *testing.B, study string) {
	from := In(plainfile.Dir{Root: study})
	generation, m, err := from.current()
	if err != nil {
		b.Fatal(err)
	}
	to := In(plainfile.Dir{Root: b.TempDir()})
	if err := from.engine.copy(filepath.Join(from.root(), generation), filepath.Join(to.root(), generation)); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(to.root(), "CURRENT"), []byte(generation+"\n"), 0o644); err != nil {
		b.Fatal(err)
	}
	var docs []Document
	for _, key := range slices.Sorted(maps.Keys(m.documents)) {
		docs = append(docs, Document{key, m.documents[key].stamp})
	}
	changed := &docs[len(docs)/2]
	text, err := os.ReadFile(filepath.Join(study, "documents", changed.Key))
	if err != nil {
		b.Fatal(err)
	}
	turns := strings.Split(strings.TrimSpace(string(text)), "\n\n")
	n := 0
	for b.Loop() {
		n++
		changed.Stamp = strconv.Itoa(n)
		read := func(string) (Content, error) {
			return Content{"nb", append(turns[:len(turns):len(turns)], "purpurord"+strconv.Itoa(n))}, nil
		}
		if err := to.Update(b.Context(), docs, read, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(docs)), "documents")
	if !to.Fresh(docs) {
		b.Fatal("the index is not fresh after an update")
	}
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
