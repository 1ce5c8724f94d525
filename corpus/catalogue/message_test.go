package catalogue

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// piece is a piece of a message, as the source writes it.
type piece struct {
	words, place string
	done         bool // of the report of an intake, which is told by the entry it is like
}

// source is what the program's source says of its messages.
type source struct {
	pieces   []piece         // of messages
	literals map[string]bool // every string of the source, and the pieces of those that hold a remedy
	bare     []string        // places at which an error is made without the catalogue
}

// toldIn are the functions that take a message, and which of their arguments it is.
var toldIn = map[string]int{"catalogue.Errorf": 0, "catalogue.Text": 0, "problems.Add": 2, "d.problem": 1, "b.giveUp": 1, "errorAt": 1, "DidYouMean": 2,
	"refuse": 1, "usagef": 0, "tell": 0, "say": 0, "progress": 0, "coding in.note": 0, "cases r.note": 0, "cases r.add": 1, "in.leave": 1}

// mistakes are packages whose errors are mistakes of the program, which nobody is told.
var mistakes = []string{"compare/agree", "compare/qca", "compare/table", "compare/frequency", "compare/likeness", "corpus/index"}

func readSource(t *testing.T) source {
	t.Helper()
	out := source{literals: map[string]bool{}}
	for _, top := range []string{"corpus", "coding", "cases", "compare", "cmd"} {
		root := filepath.Join("..", "..", top)
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			folder := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../../")
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || folder == "corpus/catalogue" {
				return err
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				return err
			}
			named := map[string]string{}
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.ValueSpec:
					for i, v := range n.Values {
						if words, ok := wordsIn(v, nil); ok && i < len(n.Names) {
							named[n.Names[i].Name] = words
							if folder == "coding" && strings.HasPrefix(n.Names[i].Name, "why") { // a line of a guide is left out
								out.pieces = append(out.pieces, piece{words, folder + "/" + filepath.Base(path), false})
							}
						}
					}
				case *ast.BasicLit:
					if words, ok := wordsIn(n, nil); ok {
						for _, p := range strings.Split(words, hintMark) {
							out.literals[p] = true
						}
					}
				}
				return true
			})
			ast.Inspect(file, func(n ast.Node) bool {
				if left, ok := n.(*ast.CompositeLit); ok && len(left.Elts) == 2 {
					if of, ok := left.Type.(*ast.Ident); ok && of.Name == "LeftOut" {
						if words, ok := wordsIn(left.Elts[1], nil); ok {
							out.pieces = append(out.pieces, piece{words, folder + "/" + filepath.Base(path), false})
						}
					}
				}
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				place := folder + "/" + filepath.Base(path) + ":" + strconv.Itoa(set.Position(n.Pos()).Line)
				on, name := calledAs(call)
				var list []string
				done := false
				at, told := toldIn[name]
				if !told {
					at, told = toldIn[on+"."+name]
				}
				if !told {
					at, told = toldIn[folder+" "+on+"."+name]
				}
				switch {
				case told && at < len(call.Args):
					if words, ok := wordsIn(call.Args[at], named); ok {
						list = append(list, words)
					}
				case name == "plural" || name == "counted" || name == "manyOr":
					for _, a := range call.Args[1:] {
						if words, ok := wordsIn(a, named); ok {
							list = append(list, words)
						}
					}
				case name == "Drop" || name == "dropLate" || name == "Gain" || strings.EqualFold(name, "add"): // to the report of an intake
					args := call.Args
					if strings.EqualFold(name, "add") {
						did, ok := "", len(args) > 2
						if ok {
							did, ok = wordsIn(args[0], named)
						}
						if !ok || !slices.Contains([]string{"normalised", "guessed", "dropped", "warning"}, did) {
							return true
						}
						args = args[1:]
					}
					done = true
					if put, ok := args[0].(*ast.CallExpr); ok && len(put.Args) > 0 { // fmt.Sprintf
						args = put.Args
					}
					if words, ok := wordsIn(args[0], named); ok {
						list = append(list, words)
					}
				case (on == "fmt" && name == "Errorf" || on == "errors" && name == "New") && len(call.Args) > 0:
					words, ok := wordsIn(call.Args[0], named)
					for _, m := range mistakes {
						ok = ok && !strings.HasPrefix(folder, m)
					}
					if ok && hasWords(words) {
						out.bare = append(out.bare, place+": "+words)
					}
				}
				for _, words := range list {
					for _, p := range strings.Split(words, hintMark) {
						out.pieces = append(out.pieces, piece{p, place, done})
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// calledAs returns the name of a function that is called, and of what it is called on.
func calledAs(call *ast.CallExpr) (on, name string) {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
		switch x := f.X.(type) {
		case *ast.Ident:
			on = x.Name
		case *ast.SelectorExpr:
			on = x.Sel.Name
		}
	}
	return on, name
}

// wordsIn returns the string that an expression is, or that the name stands for.
func wordsIn(e ast.Expr, named map[string]string) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		words, err := strconv.Unquote(e.Value)
		return words, err == nil && e.Kind == token.STRING
	case *ast.Ident:
		words, ok := named[e.Name]
		return words, ok
	}
	return "", false
}

// TestEveryMessageIsSaid looks for messages of the program without words in bokmål and nynorsk.
func TestEveryMessageIsSaid(t *testing.T) {
	s := readSource(t)
	if len(s.pieces) < 500 {
		t.Fatalf("only %d pieces of messages were found; the test looks in the wrong place", len(s.pieces))
	}
	for _, p := range s.pieces {
		_, ok := Text(p.words).Told("nb")
		if !ok && p.done {
			_, ok = Done(p.words).Told("nb")
		}
		if !ok {
			t.Errorf("%s: %q is not said in Norwegian; add it to corpus/catalogue/said_*.go", p.place, p.words)
		}
	}
	for _, b := range s.bare {
		t.Errorf("%s: the error is made without the catalogue: catalogue.Errorf", b)
	}
}

// TestEverySayingFits holds the words of the messages against the English: each names what the English names, and the program says it.
func TestEverySayingFits(t *testing.T) {
	s, seen := readSource(t), map[string]bool{}
	all := strings.Join(slices.Collect(maps.Keys(s.literals)), "\n")
	for i, list := range sayings {
		for english, said := range list {
			if seen[english] {
				t.Errorf("%q stands in two files", english)
			}
			seen[english] = true
			want := named(english)
			for _, words := range said {
				if strings.TrimSpace(words) == "" {
					t.Errorf("%q is said with no words", english)
				}
				for verb := range want {
					if !named(words)[verb] && !strings.HasPrefix(verb, "1s") { // an article has no place in Norwegian
						t.Errorf("%q does not name %s of %q", words, verb, english)
					}
				}
				for verb := range named(words) {
					if !want[verb] {
						t.Errorf("%q names %s, which %q does not", words, verb, english)
					}
				}
			}
			switch {
			case i == 0: // what libraries say
			case i < len(sayings)-3 && !s.literals[english]:
				t.Errorf("nothing says %q", english)
			case i >= len(sayings)-3: // these are put together, so that their words stand in several strings
				for _, word := range strings.Fields(verbs.ReplaceAllString(english, " ")) {
					if !strings.Contains(all, strings.Trim(word, ":;,")) {
						t.Errorf("nothing says %q of %q", word, english)
					}
				}
			}
		}
	}
}

// named returns the parts that a message names, by their number and verb.
func named(words string) map[string]bool {
	out := map[string]bool{}
	n := 0
	for _, verb := range verbs.FindAllString(strings.ReplaceAll(words, "%%", ""), -1) {
		letter := verb[len(verb)-1:]
		n++
		if m := strings.Index(verb, "["); m >= 0 {
			n, _ = strconv.Atoi(verb[m+1 : strings.Index(verb, "]")])
		}
		out[strconv.Itoa(n)+letter] = true
	}
	return out
}
