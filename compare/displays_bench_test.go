//go:build unix

package compare

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"crosscase/cases"
	"crosscase/corpus"
)

// large makes a study of 60 cases with an interview and a plan each, 200 codes and 20,000 codings of
// two people, all read.
func large() files {
	r := rand.New(rand.NewPCG(60, 200))
	f := files{"crosscase.yaml": "format: 1\nid: x\ntitle: X\nlanguage: en\ncoders: [ann, bo]\nresearch-questions: [{key: rq1, ask: How}, {key: rq2, ask: Why}]\n"}
	var book, guide, chain strings.Builder
	book.WriteString("format: 1\ncodes:\n")
	guide.WriteString("format: 1\nthemes:\n  - key: all\n    questions:\n")
	for q := range 30 {
		fmt.Fprintf(&guide, "      - {key: q%d, ask: Question %d, answers: [rq%d]}\n", q, q, 1+q%2)
	}
	for c := range 200 {
		fmt.Fprintf(&book, "  - {key: c%d, label: Code %d, kind: %s, questions: [q%d]", c, c, []string{"adaptation", "challenge", "effect"}[c%3], c%30)
		if c%20 == 0 {
			book.WriteString(", sources: [plan], values: [used, dropped]")
		}
		book.WriteString("}\n")
	}
	for i := range 8 {
		fmt.Fprintf(&chain, "step %d, ", i)
	}
	f["codebook.yaml"], f["guide.yaml"] = book.String(), guide.String()
	f["attributes.yaml"] = "format: 1\nattributes:\n  - {key: size, kind: enum, values: [small, large]}\n  - {key: n, kind: number}\n  - {key: began, kind: date}\n  - {key: chain, kind: ranked, complete: true}\n"
	digest := corpus.Digest([]byte(f["codebook.yaml"]))
	for c := range 60 {
		key := fmt.Sprintf("case%02d", c)
		f["cases/"+key+".yaml"] = fmt.Sprintf("key: %s\nmembers: [%s-talk.txt, %s-plan.txt]\nvalues:\n  size: %s\n  n: %d\n  began: %d\n  chain: [%s]\n", key, key, key, []string{"small", "large"}[c%2], r.IntN(1000), 1990+r.IntN(25), strings.TrimSuffix(chain.String(), ", "))
		f["summaries/"+key+".md"] = "## c1\n\nShort [" + key + "-talk.txt:0-20].\n"
		for _, kind := range []string{"talk", "plan"} {
			var text strings.Builder
			for range 60 {
				if kind == "talk" {
					text.WriteString("Int: And how is that done?\n\nEva: ")
				}
				for range 60 {
					text.WriteString([]string{"we ", "measure ", "and ", "steer ", "by ", "goals ", "every ", "year "}[r.IntN(8)])
				}
				text.WriteString("\n\n")
			}
			f["documents/"+key+"-"+kind+".txt"] = text.String()
			side := "kind: plan\n"
			if kind == "talk" {
				side = "kind: interview\n" + speakers
			}
			f["documents/"+key+"-"+kind+".yaml"] = side
			t := corpus.NewText(text.String())
			for _, coder := range []string{"ann", "bo"} {
				layer := fmt.Sprintf("{\"read\": \"all\", \"codebook\": %q}\n{\"coverage\": \"closed\"}\n", digest)
				for range 20000 / 60 / 4 {
					start := r.IntN(t.Len() - 60)
					span := corpus.Span{Start: start, End: start + 20 + r.IntN(40)}
					fields := []string{"at", span.String(), "says", []string{"for", "for", "for", "against", "qualified"}[r.IntN(5)]}
					if r.IntN(4) == 0 {
						fields = append(fields, "when", fmt.Sprint(1990+r.IntN(25)), "note", fmt.Sprintf("note %d", r.IntN(50)))
					}
					layer += coded(fmt.Sprintf("c%d", r.IntN(200)), t.Slice(span), fields...)
				}
				f["codings/"+coder+"/"+key+"-"+kind+".jsonl"] = layer
			}
		}
	}
	return f
}

// BenchmarkDisplays builds every display of a study of 60 cases, 200 codes and 20,000 codings, as build does;
// loading the study is not counted.
func BenchmarkDisplays(b *testing.B) {
	m := fstest.MapFS{}
	for name, data := range large() {
		m[name] = &fstest.MapFile{Data: []byte(data)}
	}
	s, problems := cases.Open(m)
	if len(problems) > 0 {
		b.Fatalf("%d problems, the first: %v", len(problems), problems[0])
	}
	records := []cases.TableRecord{
		{Form: "codes", Kind: "challenge"}, {Form: "matrix", GroupBy: "rq"}, {Form: "matrix", Stack: "case", OrderBy: "n"}, {Form: "matrix", Stack: "role", Kind: "effect"},
		{Form: "contents"}, {Form: "contrast", By: "size"}, {Form: "crosstab", X: "c1", Y: "size"}, {Form: "effects", Outcome: "n", Top: 10}, {Form: "timeline"},
		{Form: "checklist"}, {Form: "lists", Attributes: []string{"chain"}}, {Form: "chains", Attributes: []string{"chain"}}, {Form: "values"}, {Form: "quotes", Kind: "challenge"},
		{Form: "chart"}, {Form: "protocol"}, {Form: "pairs", Top: 20, Sheets: true}, {Form: "pairs", Triads: true, Top: 20},
	}
	before := cpu(b)
	n := 0
	for b.Loop() {
		n++
		o := Options{Language: "en", Shared: &Shared{}}
		for _, r := range records {
			if _, err := Tables(s, &r, o); err != nil {
				b.Fatalf("%+v: %v", r, err)
			}
		}
	}
	b.ReportMetric((cpu(b)-before)*1000/float64(n), "cpu-ms/op")
}

// cpu returns the seconds of processor time that this process has used, which other work on the
// machine lengthens less than the clock on the wall.
func cpu(b *testing.B) float64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return float64(used.Utime.Sec+used.Stime.Sec) + float64(used.Utime.Usec+used.Stime.Usec)/1e6
}
