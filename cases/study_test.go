package cases

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// files are the files of a small study, by name.
type files map[string]string

const interviewText = `Ann: Hvordan bruker dere modellen?

Ola: Vi bruker den hver dag.

Ann: Og budsjettet?

Ola: Nei, det har vi ikke gjort.

Kari: Bare i skolene, tror jeg.
`

const planText = `# Plan

Kommunen skal bruke modellen.

Budsjettet er stramt.
`

const bookText = `format: 1
codes:
  - key: use
    kind: adaptation
    questions: [q1]
    sources: [plan]
    children:
      - key: daily
        kind: adaptation
  - key: budget
    kind: challenge
    questions: [q2]
  - key: free
    kind: challenge
`

const guideText = `format: 1
themes:
  - key: all
    questions:
      - key: q1
        ask: Hvordan bruker dere modellen?
      - key: q2
        ask: Og budsjettet?
      - key: q3
        ask: Noe mer?
`

// base is a case with an interview, a plan and an annual report; b is a second
// case. Nobody has coded or read anything.
func base() files {
	return files{
		"crosscase.yaml":             "format: 1\nid: test\ntitle: Test\nlanguage: nb\ncoders: [ann, bo]\n",
		"codebook.yaml":              bookText,
		"guide.yaml":                 guideText,
		"cases/a.yaml":               "key: a\nlabel: Kommune A\nmembers:\n  - a-interview.txt\n  - a-plan.txt\n  - document: a-report.txt\n",
		"cases/b.yaml":               "key: b\nlabel: Kommune B\nmembers:\n  - b-interview.txt # by telephone\n",
		"attributes.yaml":            "format: 1\nattributes:\n  - key: size\n    kind: enum\n    values: [small, large]\n",
		"documents/a-interview.txt":  interviewText,
		"documents/a-interview.yaml": "kind: interview\nspeakers:\n  - label: Ann\n    role: interviewer\n  - label: Ola\n    role: informant\n  - label: Kari\n    role: informant\n",
		"documents/b-interview.txt":  interviewText,
		"documents/b-interview.yaml": "kind: interview\nspeakers:\n  - label: Ann\n    role: interviewer\n  - label: Ola\n    role: informant\n  - label: Kari\n    role: informant\n",
		"documents/a-plan.txt":       planText,
		"documents/a-plan.yaml":      "kind: plan\n",
		"documents/a-report.txt":     planText,
		"documents/a-report.yaml":    "kind: annual-report\n",
	}
}

// with returns the files with others added or put in their place; "" takes one out.
func (f files) with(pairs ...string) files {
	out := maps.Clone(f)
	for i := 0; i+1 < len(pairs); i += 2 {
		if out[pairs[i]] = pairs[i+1]; pairs[i+1] == "" {
			delete(out, pairs[i])
		}
	}
	return out
}

// open opens the study in memory and fails on any problem.
func (f files) open(t *testing.T) *Study {
	t.Helper()
	s, problems := f.openWith()
	if len(problems) > 0 {
		t.Fatalf("problems:\n%s", problems.Error())
	}
	return s
}

func (f files) openWith() (*Study, plainfile.Problems) {
	m := fstest.MapFS{}
	for name, data := range f {
		m[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return Open(m)
}

// write puts the files into a folder.
func (f files) write(t *testing.T) plainfile.Dir {
	t.Helper()
	dir := plainfile.Dir{Root: t.TempDir()}
	for name, data := range f {
		if err := dir.Write(name, []byte(data)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// openDir opens a study on disk and fails on any problem.
func openDir(t *testing.T, dir plainfile.Dir) *Study {
	t.Helper()
	s, problems := Open(dir.FS())
	if len(problems) > 0 {
		t.Fatalf("problems:\n%s", problems.Error())
	}
	return s
}

// readAll returns every finished file below a folder, by name, but not what belongs to this
// machine alone.
func readAll(t *testing.T, dir plainfile.Dir) files {
	t.Helper()
	out := files{}
	err := filepath.WalkDir(dir.Root, func(p string, e fs.DirEntry, err error) error {
		if e != nil && (e.Name() == ".crosscase" || e.Name() == "texts") { // texts kept by digest do no harm
			return fs.SkipDir
		}
		if err != nil || e.IsDir() || strings.HasPrefix(e.Name(), ".unfinished-") {
			return err
		}
		data, err := os.ReadFile(p)
		name, _ := filepath.Rel(dir.Root, p)
		out[filepath.ToSlash(name)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// differences names the files in which two folders differ.
func differences(a, b files) []string {
	var out []string
	for name := range a {
		if b[name] != a[name] {
			out = append(out, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// readLine is a person's line that a document was read with the code book given.
func readLine(book string) string {
	return fmt.Sprintf("{\"read\": \"all\", \"codebook\": %q}\n", corpus.Digest([]byte(book)))
}

func wantProblem(t *testing.T, problems plainfile.Problems, file, words string) {
	t.Helper()
	for _, p := range problems {
		if p.File == file && strings.Contains(p.Message, words) {
			return
		}
	}
	t.Errorf("no problem in %s that says %q among:\n%s", file, words, problems.Error())
}

// TestALayerIsSavedInThePlaceOfTheOneBefore saves what a coder said of a document twice, by two layers: the study has the last one,
// once, and the one of another document stays behind it.
func TestALayerIsSavedInThePlaceOfTheOneBefore(t *testing.T) {
	dir := files{
		"crosscase.yaml":      "format: 1\nid: x\ntitle: X\nlanguage: en\ncoders: [ann]\n",
		"codebook.yaml":       "format: 1\ncodes:\n  - {key: goals, label: Goals, definition: What they want.}\n",
		"documents/one.txt":   "We have goals.\n",
		"documents/other.txt": "They have goals.\n",
	}.write(t)
	s := openDir(t, dir)
	at := func(document string, span corpus.Span) *coding.Layer {
		return &coding.Layer{Coder: "ann", Document: document, Codings: []coding.Coding{{Code: "goals", Coder: "ann", Says: coding.For,
			Passage: corpus.Passage{Document: document, Span: span}, Fate: corpus.Same}}}
	}
	for _, l := range []*coding.Layer{at("one.txt", corpus.Span{Start: 0, End: 2}), at("other.txt", corpus.Span{Start: 0, End: 4}), at("one.txt", corpus.Span{Start: 8, End: 13})} {
		if err := s.SaveLayer(dir, l); err != nil {
			t.Fatal(err)
		}
	}
	s.Refresh()
	for _, s := range []*Study{s, openDir(t, dir)} {
		if got := s.Layers(); len(got) != 2 || got[0].Document != "one.txt" || len(got[0].Codings) != 1 || got[0].Codings[0].Span.Start != 8 {
			t.Errorf("%d layers, the first is %+v", len(got), got[0])
		}
		if got := len(s.Codings.All()); got != 2 {
			t.Errorf("%d codings, want 2", got)
		}
	}
}
