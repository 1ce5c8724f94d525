package compare

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// invented makes a study by chance: some cases with interviews and plans, read and
// coded by some people and by the rules, with states that people set.
func invented(r *rand.Rand) files {
	codes := []string{"steering", "targets", "visits", "money"}
	words := strings.Fields("vi måler og styrer etter mål i år; naïve tall – 日本 hjelper ikke «alltid»")
	f := files{
		"crosscase.yaml":  "format: 1\nid: x\ntitle: X\nlanguage: nb\ncoders: [ann, bo]\n",
		"codebook.yaml":   book,
		"attributes.yaml": "format: 1\nattributes:\n  - key: size\n    kind: enum\n    values: [small, large]\n  - key: n\n    kind: number\n  - key: things\n    kind: list\n",
	}
	for c := range 1 + r.IntN(4) {
		key := string(rune('a' + c))
		file := "key: " + key + "\nmembers:\n"
		for d := range 1 + r.IntN(3) {
			doc := fmt.Sprintf("%s%d", key, d)
			kind := []string{"interview", "plan"}[r.IntN(2)]
			file += "  - " + doc + ".txt\n"
			if r.IntN(5) == 0 {
				file += "  - kind: " + kind + "\n    unavailable: lost\n"
			}
			var text strings.Builder
			for range 2 + r.IntN(5) {
				fmt.Fprintf(&text, "%s: ", []string{"Int", "Eva"}[r.IntN(2)])
				for range 3 + r.IntN(12) {
					text.WriteString(words[r.IntN(len(words))] + " ")
				}
				text.WriteString("\n\n")
			}
			f["documents/"+doc+".txt"] = text.String()
			f["documents/"+doc+".yaml"] = "kind: " + kind + "\n" + speakers
			t := corpus.NewText(text.String())
			for _, coder := range []string{"ann", "bo", "rules"} {
				layer := ""
				if coder != "rules" && r.IntN(3) > 0 {
					layer += read()
				}
				for range r.IntN(7) {
					start := r.IntN(t.Len() - 1)
					span := corpus.Span{Start: start, End: min(t.Len(), start+1+r.IntN(40))}
					fields := []string{"at", span.String(), "says", []string{"for", "for", "against", "qualified"}[r.IntN(4)]}
					layer += coded(codes[r.IntN(len(codes))], t.Slice(span), fields...)
				}
				if layer != "" {
					f["codings/"+coder+"/"+doc+".jsonl"] = layer
				}
			}
		}
		file += "values:\n  size: " + []string{"small", "large"}[r.IntN(2)] + "\n"
		if r.IntN(2) == 0 {
			file += fmt.Sprintf("  n: %d\n  things: [one, two]\n", r.IntN(100000))
		}
		if r.IntN(3) == 0 {
			file += "states:\n  - code: money\n    state: present\n    because: seen\n"
		}
		f["cases/"+key+".yaml"] = file
	}
	return f
}

func TestEveryCellOfEveryTableLeadsBackToTheWords(t *testing.T) {
	seen := map[string]int{}
	for seed := range uint64(25) {
		s := invented(rand.New(rand.NewPCG(seed, 1))).open(t)
		var records []cases.TableRecord
		for _, cell := range []string{"state", "count", "quotes", "list", "summary"} {
			records = append(records,
				cases.TableRecord{Form: "codes", Kind: "adaptation", Cell: cell},
				cases.TableRecord{Form: "codes", Kind: "challenge", Cell: cell, By: "size"},
				cases.TableRecord{Form: "codes", Under: "steering", Cell: cell, Subcodes: true},
				cases.TableRecord{Form: "codes", Cell: cell, Rows: []cases.RowRecord{{Label: "both", Codes: []string{"targets", "money"}, Rows: []cases.RowRecord{{Code: "visits"}}}}})
		}
		records = append(records, cases.TableRecord{Form: "outline", Under: "steering"}, cases.TableRecord{Form: "attributes", Close: "sum"}, cases.TableRecord{Form: "items", Attributes: []string{"things"}})
		for _, r := range records {
			for _, proposed := range []bool{false, true} {
				tb := build(t, s, r, Options{Proposed: proposed})
				if err := tb.Check(); err != nil {
					t.Fatalf("seed %d, %+v: %v", seed, r, err)
				}
				for i := range tb.Cells {
					for j := range tb.Cells[i] {
						checkCell(t, s, &tb.Cells[i][j], fmt.Sprintf("seed %d, %+v, cell %d %d", seed, r, i, j))
						seen[tb.Cells[i][j].State]++
					}
				}
				checkJSON(t, tb)
			}
		}
	}
	for _, state := range []string{"open", "present", "partial", "absent", "mixed", "none"} {
		if seen[state] == 0 {
			t.Errorf("no study had a cell that is %s; the test sees too little", state)
		}
	}
}

// TestEveryCellOfEveryClaimTableLeadsBackToTheWords does the same for the tables that hold claims, sources and the literature against
// the codings. Not each of their cells counts, so that a count is asked for only where there is one.
func TestEveryCellOfEveryClaimTableLeadsBackToTheWords(t *testing.T) {
	for seed := range uint64(12) {
		f := invented(rand.New(rand.NewPCG(seed, 3)))
		f["findings.yaml"] = "format: 1\nfindings:\n  - {key: a, claim: X., codes: [money], quantifier: all}\n  - {key: b, claim: Y., codes: [targets, visits], present: [a]}\n  - {key: c, claim: Z., codes: [visits], quantifier: at least 1}\n"
		f["expectations.yaml"] = "format: 1\nexpectations:\n  - {key: e, expect: X., codes: [money], stage: before, works: [w]}\n  - {key: g, expect: Y., stage: after, works: [w]}\n"
		f["literature.bib"] = "@book{w, author={A, B}, title={T}, year=2018}\n"
		s := f.open(t)
		for form := range claimForms {
			records := []cases.TableRecord{{Name: form, Form: form}, {Name: form, Form: form, By: "year"}}
			if form == "triangulate" {
				records = append(records, cases.TableRecord{Name: form, Form: form, Findings: true}, cases.TableRecord{Name: form, Form: form, Findings: true, By: "year"})
			}
			for _, r := range records {
				tb, err := Build(s, &r, Options{Language: "en"})
				if form == "saturation" && err != nil {
					continue // refused, as it may be
				}
				if err != nil {
					t.Fatalf("seed %d, %s: %v", seed, form, err)
				}
				for i := range tb.Cells {
					for j := range tb.Cells[i] {
						c := tb.Cells[i][j]
						where := fmt.Sprintf("seed %d, %s, cell %d %d", seed, form, i, j)
						if n, ok := c.Count(); ok && n != len(c.Evidence) || ok && c.Missing != "" {
							t.Errorf("%s: counts %d of %d passages, missing %q", where, n, len(c.Evidence), c.Missing)
						}
						if len(c.Evidence) > 0 && c.Missing != "" {
							t.Errorf("%s: has evidence and is missing", where)
						}
						if form != "airtime" { // its stretches hold questions as well
							c.State = ""
							checkCell(t, s, &c, where)
						}
					}
				}
				checkJSON(t, tb)
			}
		}
	}
}

func checkCell(t *testing.T, s *cases.Study, c *table.Cell, where string) {
	t.Helper()
	n, ok := c.Count()
	switch {
	case ok && n != len(c.Evidence):
		t.Errorf("%s: the count is %d, the passages are %d", where, n, len(c.Evidence))
	case ok && c.Missing != "":
		t.Errorf("%s: counted and Missing", where)
	case c.State != "" && !ok && c.Missing == "":
		t.Errorf("%s: neither a count nor a reason why there is none", where)
	}
	places := map[string]bool{}
	for _, e := range append(append([]table.Evidence{}, c.Evidence...), c.Proposed...) {
		if e.Passage == "" {
			if e.Source == "" {
				t.Errorf("%s: a piece of evidence without a place: %+v", where, e)
			}
			continue
		}
		p, err := corpus.ParsePassage(e.Passage)
		if err != nil {
			t.Errorf("%s: %v", where, err)
			continue
		}
		text, err := s.Text(p.Document)
		if err != nil {
			t.Errorf("%s: %v", where, err)
			continue
		}
		if got := text.Text.Slice(p.Span); got != e.Quote || got == "" {
			t.Errorf("%s: at %s stands %q, not %q", where, e.Passage, got, e.Quote)
		}
		if key := e.Passage + " " + e.Says + " " + e.Status; places[key] {
			t.Errorf("%s: %s is listed twice", where, key)
		} else {
			places[key] = true
		}
	}
}

// checkJSON holds the counts of the JSON form against its lists of passages.
func checkJSON(t *testing.T, tb *table.Table) {
	t.Helper()
	var b bytes.Buffer
	if err := table.WriteJSON(&b, tb); err != nil {
		t.Fatal(err)
	}
	var back struct {
		Cells [][]struct {
			Count    *int
			Evidence []struct{}
			Missing  string
		}
	}
	if err := json.Unmarshal(b.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	for _, row := range back.Cells {
		for _, c := range row {
			if c.Count != nil && (*c.Count != len(c.Evidence) || c.Missing != "") {
				t.Errorf("JSON: count %d of %d passages, missing %q", *c.Count, len(c.Evidence), c.Missing)
			}
		}
	}
}

func TestCountIsTheNumberOfPassagesThatPeopleCoded(t *testing.T) {
	for seed := range uint64(25) {
		s := invented(rand.New(rand.NewPCG(seed, 2))).open(t)
		tb := build(t, s, cases.TableRecord{Form: "codes", Kind: "challenge", Cell: "count"}, Options{})
		for j, c := range s.Cases {
			want := passages(s, c, "money")
			n, ok := tb.Cells[0][j].Count()
			if n != want || !ok && want > 0 {
				t.Errorf("seed %d, case %s: %d, %v; want %d", seed, c.Key, n, ok, want)
			}
			if unheard := unread(s, c, "money"); ok && n == 0 && unheard {
				t.Errorf("seed %d, case %s: 0 though a source is unread", seed, c.Key)
			}
		}
	}
}

// passages counts what people coded in a case in another way than the program does: of each
// document and each way of speaking, the characters that begin a covered stretch.
func passages(s *cases.Study, c *cases.Case, code string) int {
	n := 0
	for _, m := range c.Members {
		type piece struct {
			corpus.Span
			says   coding.Says
			coders []string
			in     []coding.Says // of the coders who differ over it
		}
		var pieces []piece
		for _, o := range s.Codings.In(m.Document) {
			if o.Code != code || coding.Machine(o.Coder) {
				continue
			}
			at := -1
			for i, p := range pieces {
				if p.says == o.Says {
					at = i
				}
			}
			if at < 0 || !pieces[at].Overlaps(o.Span) {
				pieces = append(pieces, piece{Span: o.Span, says: o.Says, coders: []string{o.Coder}, in: []coding.Says{o.Says}})
				continue
			}
			pieces[at].Span = pieces[at].Union(o.Span)
			pieces[at].coders = append(pieces[at].coders, o.Coder)
		}
		var apart []piece
	next:
		for _, p := range pieces {
			for i, q := range apart {
				shared := slices.ContainsFunc(p.coders, func(c string) bool { return slices.Contains(q.coders, c) })
				same := len(q.in) == 1 && q.in[0] == p.says
				if q.Overlaps(p.Span) && !shared && !same { // one passage, on which they differ
					apart[i].Span, apart[i].coders, apart[i].in = q.Union(p.Span), slices.Concat(q.coders, p.coders), append(q.in, p.says)
					continue next
				}
			}
			apart = append(apart, p)
		}
		n += len(apart)
	}
	return n
}

func unread(s *cases.Study, c *cases.Case, code string) bool {
	for _, m := range c.Members {
		if d := s.Document(m.Document); d != nil && d.Interview() && !s.ReadFor(m.Document, map[string]bool{code: true}) {
			return true
		}
	}
	return false
}
