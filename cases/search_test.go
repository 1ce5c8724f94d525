package cases

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"crosscase/corpus/index"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/query"
)

// takenIn makes a study of the texts of the judged queries, taken in in an order, and its index, which
// is brought up to the texts twice on the way.
func takenIn(t *testing.T, files []string) (*Study, *index.Index) {
	t.Helper()
	dir := plainfile.Dir{Root: t.TempDir()}
	study := `{format: 1, id: x, title: X, language: nb, coders: [{name: ann}], synonyms: [[vedlegg, årsmelding]]}`
	if err := dir.Write(StudyFile, []byte(study)); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"plan", "talk"} {
		if err := dir.Write("cases/"+key+".yaml", []byte("key: "+key+"\n")); err != nil {
			t.Fatal(err)
		}
	}
	ctx := context.Background()
	ix := index.In(dir)
	s, problems := Open(dir.FS())
	if len(problems) > 0 {
		t.Fatal(problems.Error())
	}
	for i, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(file)
		in := Intake{Case: "plan", Language: name[:2], Date: "2016"}
		if strings.Contains(name, "intervju") || strings.Contains(name, "interview") {
			in.Case, in.Date = "talk", "2015-03"
		}
		if _, err := s.Take(ctx, dir, name, data, in); err != nil {
			t.Fatal(err)
		}
		if i == 1 || i == 4 {
			if s, problems = Open(dir.FS()); len(problems) > 0 {
				t.Fatal(problems.Error())
			}
			if err := s.RefreshIndex(ctx, ix, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	if s, problems = Open(dir.FS()); len(problems) > 0 {
		t.Fatal(problems.Error())
	}
	return s, ix
}

// randomQuery is a random query over the words of those texts.
func randomQuery(r *rand.Rand, depth int) string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	word := func() string {
		return pick("mål", "plan", "kommune", "skule", "leder", "vann", "tid", "pasient", "boat", "goal", "child", "lærer", "bok", "vedlegg", "maaling", "men", "undersøkelse")
	}
	if depth == 0 {
		return pick(word(), word(), word(), "="+word(), word()+"*", "*"+word(), word()+"~", `"det er"`, `"`+word()+` og"`, "/[sk]kole/", "case:plan", "year:2015", "role:informant", "speaker:Informant")
	}
	a, b := randomQuery(r, depth-1), randomQuery(r, depth-1)
	switch r.IntN(7) {
	case 0:
		return "(" + a + " OR " + b + ")"
	case 1:
		return "(" + a + " AND NOT (" + b + "))"
	case 2:
		return "SENTENCE(" + a + " " + b + ")"
	case 3:
		return "(" + word() + pick(" NEAR/8 ", " BEFORE/20 ", " FOLLOWS ", " WITHOUT ", " WITHIN ") + pick(word(), "case:plan", `"det er"`) + ")"
	}
	return "(" + a + " " + b + ")"
}

// What is found depends neither on the order in which texts came in, nor on whether an index
// narrows down where to look, nor on how the index grew.
func TestWhatIsFoundDependsOnTheTextsAlone(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "testdata", "judged", "first", "*-*.txt"))
	if err != nil || len(files) < 8 {
		t.Fatal(files, err)
	}
	one, oneIndex := takenIn(t, files)
	slices.Reverse(files)
	files[0], files[3] = files[3], files[0]
	other, otherIndex := takenIn(t, files)
	r := rand.New(rand.NewPCG(4, 1))
	some, narrow := 0, 0
	for range 200 {
		typed := randomQuery(r, r.IntN(3))
		q, err := query.Parse(typed)
		if err != nil {
			t.Fatal(typed, err)
		}
		if r.IntN(2) == 0 {
			q = q.Wide(one.Synonyms)
		}
		var want string
		for i, in := range []struct {
			study *Study
			index *index.Index
		}{{one, nil}, {one, oneIndex}, {other, nil}, {other, otherIndex}} {
			found, err := in.study.Search(context.Background(), in.index, q)
			if err != nil {
				t.Fatal(typed, err)
			}
			var b strings.Builder
			for _, h := range found.Hits {
				text, _ := in.study.Text(h.Passage.Document)
				fmt.Fprintln(&b, h.Passage, h.Speaker.Label, h.Cases, h.Cite)
				for _, p := range h.Places {
					fmt.Fprintf(&b, "  %v %q\n", p, text.Text.Slice(p))
				}
			}
			fmt.Fprintln(&b, found.Kin)
			if got := b.String(); i == 0 {
				want = got
				if len(found.Hits) > 0 {
					some++
				} else {
					narrow++
				}
			} else if got != want {
				t.Fatalf("%s, way %d:\n%s\nwant\n%s", typed, i, got, want)
			}
		}
	}
	if some < 60 || narrow < 20 {
		t.Errorf("%d queries found something, %d nothing: too few to say something", some, narrow)
	}
}
