package compare

import (
	"context"
	"strings"
	"testing"

	"crosscase/corpus/convert"
)

// BenchmarkDraftOf100Pages reads drafts of a hundred pages of 400 words, made of the labelled sentences, finds their claims, binds them and
// holds them against the codings. One sentence in five or six of such a draft is a claim in a chapter of results; here nearly all are.
func BenchmarkDraftOf100Pages(b *testing.B) {
	for _, x := range []struct{ example, language string }{{"municipalities", "nb"}, {"libraries", "en"}} {
		b.Run(x.language, func(b *testing.B) {
			s := plansOf(b, x.example)
			text := pages(b, x.language, 100)
			b.ResetTimer()
			for range b.N {
				draft, err := ReadDraft(context.Background(), s, "draft.md", []byte(text), convert.Options{})
				if err != nil {
					b.Fatal(err)
				}
				if found, _ := Draft(s, draft.Sentences, x.language); len(found) < 1000 {
					b.Fatalf("%d claims", len(found))
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/100/float64(b.N), "ms/page")
		})
	}
}

func pages(t testing.TB, language string, n int) string {
	var list []labelled
	for _, file := range []string{"sentences.txt", "heldout.txt", "heldout-2.txt", "heldout-5.txt", "heldout-6.txt"} {
		list = append(list, readLabelled(t, file)...)
	}
	var out strings.Builder
	for words, i := 0, 0; words < n*400; i++ {
		if l := list[i%len(list)]; l.language == language {
			out.WriteString(l.text + "\n\n")
			words += len(strings.Fields(l.text))
		}
	}
	return out.String()
}
