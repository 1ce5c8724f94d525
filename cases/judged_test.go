package cases

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus"
	"crosscase/corpus/convert"
	"crosscase/corpus/query"
	"crosscase/corpus/words"
	"crosscase/testdata"
)

// The search for words is measured on two sets of queries in testdata/judged. Each query is a word, and its
// judgement says which words of the texts are that word in one of its forms or hold it as a part of a compound. The first
// set was judged by reading the texts before anything was searched, and then developed on; the texts and judgements of
// the second were written after that, and nothing was changed since.
//
// Of the words that are found, those to be found are right and the others wrong, but for the words on
// which two readers could disagree ("may"), which count neither way; the strict precision counts them as wrong. Each
// spelling counts once in a query.
//
// go test ./cases -run TestJudged -v prints the figures with each device added to those before it, and lists the failures.
func TestJudged(t *testing.T) {
	for _, set := range []string{"first", "second"} {
		judged := readJudged(t, set)
		for _, language := range []string{"nb", "nn", "sv", "da", "de", "en"} {
			texts := judgedTexts(t, set, language)
			var all tally
			for _, d := range devices {
				var sum tally
				for _, j := range judged {
					if j.language == language {
						sum.add(j.measure(t, texts, d, d.name == "+ synonyms" || norwegian(language) == "" && d.name == "+ forms"))
					}
				}
				if sum.queries == 0 || norwegian(language) == "" && d.wide && d.name != "+ forms" {
					continue
				}
				t.Logf("%-6s %s %-12s %s", set, language, d.name, sum)
				all = sum
			}
			if least := leastFound[set+" "+language]; all.recall() < least[0] || all.precision() < least[1] {
				t.Errorf("%s, %s: %s; at least %.3f and %.3f were reached before", set, language, all, least[0], least[1])
			}
		}
	}
}

// leastFound is a little below the recall and the precision that were reached.
var leastFound = map[string][2]float64{}

type device struct {
	name  string
	wide  bool
	by    words.Devices
	alike bool // synonyms
}

var devices = []device{
	{name: "stems"},
	{name: "+ forms", wide: true, by: words.Devices{Forms: true}},
	{name: "+ compounds", wide: true, by: words.Devices{Forms: true, Compounds: true}},
	{name: "+ -else/-ing", wide: true, by: words.Devices{Forms: true, Compounds: true, Endings: true}},
	{name: "+ nb/nn", wide: true, by: words.Devices{Forms: true, Compounds: true, Endings: true, Variants: true}},
	{name: "+ ae/oe/aa", wide: true, by: words.AllDevices()},
	{name: "+ synonyms", wide: true, by: words.AllDevices(), alike: true},
}

// judgement is what one query ought to find.
type judgement struct {
	language, query string
	find, may, not  []string
	synonyms, also  []string // with these synonyms these words too
}

// tally counts words that were to be found or were found.
type tally struct{ queries, right, missed, wrong, may int }

func (x *tally) add(y tally) {
	x.queries, x.right, x.missed, x.wrong, x.may = x.queries+y.queries, x.right+y.right, x.missed+y.missed, x.wrong+y.wrong, x.may+y.may
}

func (x tally) recall() float64    { return share(x.right, x.right+x.missed) }
func (x tally) precision() float64 { return share(x.right, x.right+x.wrong) }

func share(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

func (x tally) String() string {
	return fmt.Sprintf("recall %.3f, precision %.3f, strict %.3f (%d queries: %d right, %d missed, %d wrong, %d either way)",
		x.recall(), x.precision(), share(x.right, x.right+x.wrong+x.may), x.queries, x.right, x.missed, x.wrong, x.may)
}

// measure asks a query and holds what it finds against the judgement. With last it lists the failures.
func (j judgement) measure(t *testing.T, texts []*corpus.Text, d device, last bool) tally {
	t.Helper()
	q, err := query.Parse(j.query)
	if err != nil {
		t.Fatal(err)
	}
	find, may := j.find, j.may
	if j.synonyms != nil { // judged as if they were always there, so that the rows can be compared
		find = append(slices.Clone(find), j.also...)
	}
	if d.wide {
		var synonyms [][]string
		if d.alike && j.synonyms != nil {
			synonyms = [][]string{j.synonyms}
		}
		q = q.WideBy(d.by, synonyms)
	}
	m := q.Matcher(j.language, nil)
	var found []string
	for _, text := range texts {
		_, places := m.Match(text, corpus.Passage{Span: corpus.Span{End: text.Len()}})
		for _, p := range places {
			found = addOnce(found, wordAround(text, p))
		}
	}
	out := tally{queries: 1}
	var missed, wrong []string
	for _, w := range find {
		if slices.Contains(found, w) {
			out.right++
			continue
		}
		missed = append(missed, w)
	}
	for _, w := range found {
		switch {
		case slices.Contains(find, w):
		case slices.Contains(may, w):
			out.may++
		default:
			wrong = append(wrong, w)
		}
	}
	out.missed, out.wrong = len(missed), len(wrong)
	if last && len(missed)+len(wrong) > 0 {
		t.Logf("  %s %s: missed %s; wrong %s", j.language, j.query, strings.Join(missed, " "), strings.Join(wrong, " "))
	}
	return out
}

// wordAround returns the word in which a match stands, hyphens and apostrophes included, in lower case.
func wordAround(text *corpus.Text, p corpus.Span) string {
	s := text.String()
	from, to := text.Byte(p.Start), text.Byte(p.End)
	inner := func(r rune) bool { return unicode.IsLetter(r) || r == '-' || r == '\'' || r == '’' }
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(s[:from])
		if !inner(r) {
			break
		}
		from -= size
	}
	for to < len(s) {
		r, size := utf8.DecodeRuneInString(s[to:])
		if !inner(r) {
			break
		}
		to += size
	}
	return strings.ToLower(strings.Trim(s[from:to], "-'’"))
}

// readJudged reads the judgements of a set: blocks that begin with a language and a query.
func readJudged(t *testing.T, set string) []judgement {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", "judged", set, "queries.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out []judgement
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		head, rest, ok := strings.Cut(line, ": ")
		list := strings.Fields(rest)
		if !ok {
			language, q, _ := strings.Cut(line, " ")
			out = append(out, judgement{language: language, query: q})
			continue
		}
		j := &out[len(out)-1]
		switch head {
		case "find":
			j.find = list
		case "may":
			j.may = list
		case "not":
			j.not = list
		case "synonyms":
			j.synonyms = list
		case "also":
			j.also = list
		default:
			t.Fatalf("%s: %q is no list of words", set, head)
		}
	}
	return out
}

// norwegian names the language in which a query is judged on all Norwegian texts.
func norwegian(language string) string {
	if language == "nb" || language == "nn" {
		return "n"
	}
	return ""
}

// judgedTexts returns the texts on which the queries of a language are judged: in the first set
// the sources of the example study in that language too. Bokmål and nynorsk are searched together.
func judgedTexts(t *testing.T, set, language string) []*corpus.Text {
	t.Helper()
	var out []*corpus.Text
	folder := filepath.Join("..", "testdata", "judged", set)
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	prefix := norwegian(language)
	if prefix == "" {
		prefix = language
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), prefix) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, corpus.NewText(string(data)))
	}
	if set != "first" {
		return out
	}
	example := map[string]string{"n": "municipalities", "en": "libraries"}[prefix]
	if example == "" {
		return out
	}
	sources, err := fs.Glob(testdata.Examples, example+"/sources/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		if strings.HasPrefix(path.Base(source), "guide") {
			continue
		}
		if testing.Short() && path.Ext(source) == ".pdf" {
			continue // the engine takes seconds to start
		}
		data, err := fs.ReadFile(testdata.Examples, source)
		if err != nil {
			t.Fatal(err)
		}
		r, err := convert.Convert(context.Background(), path.Base(source), data, convert.Options{Speakers: true})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, corpus.NewText(r.Text))
	}
	return out
}
