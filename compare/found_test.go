package compare

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/query"
	"crosscase/corpus/words"
)

func search(t *testing.T, s *cases.Study, typed string) []cases.Hit {
	t.Helper()
	q, err := query.Parse(typed)
	if err != nil {
		t.Fatal(err)
	}
	found, err := s.Search(context.Background(), nil, q)
	if err != nil {
		t.Fatal(err)
	}
	return found.Hits
}

func locators(hits []cases.Hit) string {
	var out []string
	for _, h := range hits {
		out = append(out, h.Passage.String())
	}
	return strings.Join(out, " ")
}

// kept returns the hits for which something is so.
func kept(hits []cases.Hit, is func(cases.Hit) bool) []cases.Hit {
	var out []cases.Hit
	for _, h := range hits {
		if is(h) {
			out = append(out, h)
		}
	}
	return out
}

var asked = []string{"mål", "måler OR tall", "styrer NEAR/3 og", "SENTENCE(vi etter)", "NOT hjelper", "*ll", `"vi måler"`, "år WITHOUT code:money", "/m.l/", "code:targets"}

func TestFieldsFilterAsFilteringAfterwardsDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 1))
	some := 0
	for range 60 {
		s := invented(r).open(t)
		for _, typed := range asked {
			all := search(t, s, typed)
			for _, f := range []struct {
				field string
				is    func(cases.Hit) bool
			}{
				{"case:a", func(h cases.Hit) bool { return slices.Contains(h.Cases, "a") }},
				{"speaker:Eva", func(h cases.Hit) bool { return h.Speaker.Label == "Eva" }},
				{"role:interviewer", func(h cases.Hit) bool { return h.Speaker.Role == corpus.Interviewer }},
				{"source:a0.txt", func(h cases.Hit) bool { return h.Passage.Document == "a0.txt" }},
				{"code:steering", func(h cases.Hit) bool {
					return slices.ContainsFunc(s.Codings.Over(h.Passage), func(c coding.Coding) bool {
						return (c.Code == "steering" || c.Code == "targets" || c.Code == "visits") && (c.Coder != "rules" || s.Undecided(c))
					})
				}},
				{"coder:ann", func(h cases.Hit) bool {
					return slices.ContainsFunc(s.Codings.Over(h.Passage), func(c coding.Coding) bool { return c.Coder == "ann" })
				}},
			} {
				want := locators(kept(all, f.is))
				if got := locators(search(t, s, "("+typed+") "+f.field)); got != want {
					t.Fatalf("%s %s:\n got %s\nwant %s", typed, f.field, got, want)
				}
				without := locators(kept(all, func(h cases.Hit) bool { return !f.is(h) }))
				if got := locators(search(t, s, "("+typed+") NOT "+f.field)); got != without {
					t.Fatalf("%s NOT %s:\n got %s\nwant %s", typed, f.field, got, without)
				}
				some += len(want)
			}
		}
	}
	if some == 0 {
		t.Error("no field chose anything")
	}
}

// atItsPlace holds that every piece of evidence is what the text holds at its locator.
func atItsPlace(t *testing.T, s *cases.Study, tb *table.Table) int {
	t.Helper()
	if err := tb.Check(); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, row := range tb.Cells {
		for i := range row {
			if count, ok := row[i].Count(); ok && !strings.HasPrefix(row[i].Text, fmt.Sprint(count)) {
				t.Fatalf("a cell says %q and has %d passages", row[i].Text, count)
			}
			for _, e := range append(slices.Clone(row[i].Evidence), row[i].Proposed...) {
				p, err := corpus.ParsePassage(e.Passage)
				if err != nil {
					t.Fatal(err)
				}
				if there := sliceOf(s, p.Document, p.Start, p.End); there != e.Quote || there == "" {
					t.Fatalf("%s holds %q, the table quotes %q", e.Passage, there, e.Quote)
				}
				n++
			}
		}
	}
	return n
}

func TestWhatIsFoundStandsAtItsPlaceAndIsCountedWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 2))
	seen := 0
	ctx := context.Background()
	for range 40 {
		s := invented(r).open(t)
		var all [][]cases.Hit
		for _, typed := range asked {
			hits := search(t, s, typed)
			all = append(all, hits)
			for _, h := range hits {
				end := h.Passage.Start
				for _, p := range h.Places {
					if p.Start < end || p.End > h.Passage.End || p.Len() <= 0 {
						t.Fatalf("%s: the matches %v do not stand in %s in order", typed, h.Places, h.Passage)
					}
					end = p.End
				}
			}
			q, _ := query.Parse(typed)
			ranked, err := s.Rank(ctx, q, hits)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.IsSortedFunc(ranked, func(a, b cases.Scored) int {
				if a.Score == b.Score && b.Passage.Before(a.Passage) || a.Score < b.Score {
					return 1
				}
				return -1
			}) || len(ranked) != len(hits) {
				t.Fatalf("%s: ranked wrongly: %v", typed, ranked)
			}
			lines, err := s.Concordance(hits, 30)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range lines {
				text := oneLine(sliceOf(s, l.At.Document, l.Hit.Passage.Start, l.Hit.Passage.End))
				if line := oneLine(l.Before + l.Match + l.After); !strings.Contains(text, line) || len([]rune(l.Before)) > 30 || len([]rune(l.After)) > 30 {
					t.Fatalf("%s: the line %q does not stand in %q", typed, line, text)
				}
			}
			for _, by := range By() {
				tb, err := HitsBy(s, hits, by, Options{Language: "nb"})
				if err != nil {
					t.Fatal(err)
				}
				seen += atItsPlace(t, s, tb)
				if by != "case" && by != "document" {
					continue
				}
				for i, row := range tb.Rows {
					field := map[string]string{"case": "case:", "document": "source:"}[by] + row.Key
					if want, got := len(search(t, s, "("+typed+") "+field)), len(tb.Cells[i][0].Evidence); got != want {
						t.Fatalf("%s by %s: %s has %d passages, a search finds %d", typed, by, row.Key, got, want)
					}
				}
			}
			seen += atItsPlace(t, s, Hits(s, ranked, true, Options{Language: "nb"})) + atItsPlace(t, s, Concordance(s, lines, Options{Language: "nb"}))
		}
		for _, by := range []string{"case", "code"} {
			tb, err := TermsBy(s, by, asked, all, Options{Language: "nb"})
			if err != nil {
				t.Fatal(err)
			}
			seen += atItsPlace(t, s, tb)
		}
		quotes, err := s.Quotes(cases.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		tb, err := QuotesBy(s, quotes, "code", Options{Language: "nb"})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, row := range tb.Cells {
			n += len(row[0].Evidence)
		}
		if n != len(quotes) {
			t.Fatalf("%d quotes are counted as %d", len(quotes), n)
		}
	}
	if seen < 10000 {
		t.Errorf("only %d pieces of evidence were seen", seen)
	}
}

func TestWordsAreCountedInEveryPlace(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 3))
	for range 30 {
		s := invented(r).open(t)
		counts, err := s.Words(context.Background(), nil, nil, 1000, true)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]int{}
		for _, d := range s.Documents {
			text, err := s.Text(d.Key)
			if err != nil {
				t.Fatal(err)
			}
			for _, u := range text.Structure.Units(text.Text, corpus.TurnUnit) {
				for _, w := range words.Tokens(text.Text.Slice(u.Span)) {
					want[w.Fold]++
				}
			}
		}
		last := cases.WordCount{}
		for _, c := range counts {
			if c.Size == 1 && len(c.Places) != want[c.Text] {
				t.Fatalf("%q stands %d times, not %d", c.Text, want[c.Text], len(c.Places))
			}
			if c.Size > 1 && len(c.Places) < 2 || c.Size == last.Size && len(c.Places) > len(last.Places) {
				t.Fatalf("%q stands %d times, after one that stands %d times", c.Text, len(c.Places), len(last.Places))
			}
			for _, p := range c.Places {
				if there := strings.ToLower(sliceOf(s, p.Document, p.Start, p.End)); there != c.Text && !slices.Contains(c.Forms, there) && c.Size == 1 {
					t.Fatalf("%s holds %q, not %q", p, there, c.Text)
				}
			}
			if words.Function(strings.Fields(c.Text)[0], "nb") {
				t.Fatalf("%q begins with a small word", c.Text)
			}
			last = c
		}
		few, err := s.Words(context.Background(), nil, nil, 3, true)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range few {
			if i < 3 && c.Size == 1 && len(c.Places) != len(counts[i].Places) {
				t.Fatalf("of three words the %d. stands %d times, of all %d times", i+1, len(c.Places), len(counts[i].Places))
			}
		}
		tb, err := WordsByCase(s, few, Options{Language: "nb"})
		if err != nil {
			t.Fatal(err)
		}
		atItsPlace(t, s, tb)
	}
}

func TestWhatIsAlikeIsSomethingElse(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 4))
	found := 0
	for range 40 {
		s := invented(r).open(t)
		hits := search(t, s, "mål OR tall OR måler")
		if len(hits) == 0 {
			continue
		}
		at := hits[r.IntN(len(hits))].Passage
		alike, err := s.Like(context.Background(), nil, at, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i, h := range alike.Hits {
			if h.Passage.Document == at.Document && h.Passage.Overlaps(at.Span) || len(h.Places) == 0 || i > 0 && h.Score > alike.Hits[i-1].Score {
				t.Fatalf("like %s: %v", at, h)
			}
			found++
		}
	}
	if found < 100 {
		t.Errorf("only %d passages were alike", found)
	}
}

func TestTheAlphabetOfAConcordance(t *testing.T) {
	for language, want := range map[string]string{"nb": "zebra ærlig øl ål", "sv": "zebra ål ærlig øl", "en": "ærlig ål øl zebra"} {
		s := files{"crosscase.yaml": "format: 1\nid: x\ntitle: X\nlanguage: " + language + "\n",
			"documents/a.txt": "mål ål.\n\nmål øl.\n\nmål zebra.\n\nmål ærlig.\n", "documents/a.yaml": "kind: plan\n"}.open(t)
		lines, err := s.Concordance(search(t, s, "=mål"), 30)
		if err != nil {
			t.Fatal(err)
		}
		s.SortLines(lines, "right")
		var got []string
		for _, l := range lines {
			got = append(got, strings.Trim(l.After, " ."))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v, want %s", language, got, want)
		}
	}
}
