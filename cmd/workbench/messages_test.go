package workbench_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"crosscase/cmd/workbench"
)

// met returns the messages of errors in functions that the page may come to, and where each stands. A function counts as called where its name is: that is
// too many rather than too few.
func met(t *testing.T) map[string]string {
	t.Helper()
	calls, says := map[string][]string{}, map[string][][2]string{}
	var begin []string
	root := filepath.Join("..", "..")
	for _, folder := range []string{"cmd/workbench", "cases", "coding", "compare", "compare/chart", "corpus", "corpus/plainfile", "corpus/query", "corpus/convert", "corpus/sheet", "corpus/words"} {
		files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(folder), "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(folder, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range parsed.Decls {
				f, ok := d.(*ast.FuncDecl)
				name := "var"
				if ok {
					name = f.Name.Name
				}
				if folder == "cmd/workbench" {
					begin = append(begin, name)
				}
				ast.Inspect(d, func(n ast.Node) bool {
					switch n := n.(type) {
					case *ast.Ident:
						calls[name] = append(calls[name], n.Name)
					case *ast.CallExpr:
						if m := message(n); m != "" {
							says[name] = append(says[name], [2]string{m, folder})
						}
					case *ast.KeyValueExpr:
						if k, ok := n.Key.(*ast.Ident); ok && k.Name == "Message" {
							if l, ok := n.Value.(*ast.BasicLit); ok {
								m, _ := strconv.Unquote(l.Value)
								says[name] = append(says[name], [2]string{m, folder})
							}
						}
					}
					return true
				})
			}
		}
	}
	out, seen := map[string]string{}, map[string]bool{}
	for len(begin) > 0 {
		name := begin[len(begin)-1]
		begin = begin[:len(begin)-1]
		if seen[name] {
			continue
		}
		seen[name] = true
		for _, m := range says[name] {
			out[strings.Split(m[0], "\nhint: ")[0]] = m[1]
		}
		begin = append(begin, calls[name]...)
	}
	return out
}

// message returns the words of a call that makes an error, "" of any other.
func message(call *ast.CallExpr) string {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 || f.Sel.Name != "Errorf" && f.Sel.Name != "New" {
		return ""
	}
	if x, ok := f.X.(*ast.Ident); !ok || x.Name != "fmt" && x.Name != "errors" {
		return ""
	}
	l, ok := call.Args[0].(*ast.BasicLit)
	if !ok {
		return ""
	}
	m, _ := strconv.Unquote(l.Value)
	return m
}

var verbs = regexp.MustCompile(`%[a-z]`)

// filled returns a message with something in the place of its verbs.
func filled(format string) string {
	return strings.ReplaceAll(verbs.ReplaceAllStringFunc(format, func(verb string) string {
		return map[string]string{"%d": "7", "%q": `"a \"b\""`}[verb] + map[string]string{"%s": "xyz-1", "%v": "why", "%w": "why"}[verb]
	}), "%%", "%")
}

// TestWhatThePageRefusesIsSaidInNorwegian says the messages that the page may come to in bokmål and nynorsk: all of its own, most of those of
// the study and of files that come in. It logs how many.
func TestWhatThePageRefusesIsSaidInNorwegian(t *testing.T) {
	said, of := map[string]int{}, map[string]int{}
	for m, folder := range met(t) {
		of[folder]++
		_, nb := workbench.Translated("nb", filled(m))
		_, nn := workbench.Translated("nn", filled(m))
		if nb != nn {
			t.Errorf("%q is said in one of the two", m)
		}
		if nb {
			said[folder]++
		} else if folder == "cmd/workbench" {
			t.Errorf("the page's own %q is not said in Norwegian", m)
		}
	}
	all, most := 0, 0
	for _, folder := range slices.Sorted(maps.Keys(of)) {
		t.Logf("%s: %d of %d", folder, said[folder], of[folder])
		all, most = all+of[folder], most+said[folder]
	}
	t.Logf("in all %d of %d", most, all)
	for folder, least := range map[string]int{"cases": 36, "corpus/convert": 25, "compare": 10} {
		if said[folder] < least {
			t.Errorf("%s: only %d messages are said in Norwegian", folder, said[folder])
		}
	}
	if most < 112 {
		t.Errorf("only %d of %d messages are said in Norwegian", most, all)
	}
}

// TestSayingsFit holds every saying against the program's own words: its English stands there, and both others name what it names.
func TestSayingsFit(t *testing.T) {
	source := ""
	for _, pattern := range []string{"*.go", "../../cases/*.go", "../../coding/*.go", "../../compare/*.go", "../../corpus/*.go", "../../corpus/*/*.go"} {
		files, _ := filepath.Glob(pattern)
		for _, f := range files {
			if strings.HasSuffix(f, "_test.go") || strings.HasPrefix(f, "messages") {
				continue
			}
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			source += string(data)
		}
	}
	for _, s := range workbench.Sayings() {
		stands := true
		for _, part := range verbs.Split(s[0], -1) { // some are put together of pieces
			quoted := strconv.Quote(part)
			stands = stands && strings.Contains(source, quoted[1:len(quoted)-1])
		}
		if put := []string{"crosscase.yaml", "the quote is "}; !stands && !slices.ContainsFunc(put, func(piece string) bool { return strings.Contains(s[0], piece) }) {
			t.Errorf("nothing says %q", s[0])
		}
		for i := range len(verbs.FindAllString(s[0], -1)) {
			for _, words := range s[1:] {
				if name := "{" + strconv.Itoa(i+1) + "}"; strings.Count(words, name) != 1 {
					t.Errorf("%q does not name %s once", words, name)
				}
			}
		}
		for i, language := range []string{"nb", "nn"} {
			got, ok := workbench.Translated(language, filled(s[0]))
			want := s[i+1]
			for j, verb := range verbs.FindAllString(s[0], -1) {
				want = strings.ReplaceAll(want, "{"+strconv.Itoa(j+1)+"}", filled(verb))
			}
			if !ok || got != want {
				t.Errorf("%q is said %q, not %q: another pattern fits first", s[0], got, want)
			}
		}
	}
}

// TestARefusalInNorwegian meets errors in a Norwegian study: one that is said in Norwegian, one with a place in a query, and one that stays in English
// and says so.
func TestARefusalInNorwegian(t *testing.T) {
	folder := clinics(t)
	put(t, folder, "crosscase.yaml", strings.Replace(read(t, folder, "crosscase.yaml"), "language: en", "language: nb", 1))
	p := enter(t, serve(t, folder))
	if _, out := p.try(map[string]any{"key": "k1", "op": "code", "document": "east.txt", "digest": digestOf(p), "at": []int{44, 55}, "code": "gools"}); out["error"] != `koden "gools" er ikke i kodeboka` || out["hint"] != `mente du "goals"?` || out["english"] != nil {
		t.Errorf("a code that is not there: %v", out)
	}
	if _, out := p.ask("GET", "/api/search?q=(goals", nil, nil); !strings.HasPrefix(out["error"].(string), "søket, tegn 1: denne parentesen blir aldri lukket\n  (goals\n  ^") || out["hint"] != "sett ) der gruppen slutter" {
		t.Errorf("a query with an open bracket: %v", out)
	}
	if _, out := p.ask("GET", "/api/search?q=NEAR%2F5000", nil, nil); out["english"] != nil && !strings.Contains(out["error"].(string), "søket, tegn") {
		t.Errorf("a query that is not read: %v", out)
	}
	if _, out := p.ask("GET", "/api/search?q=a+NEAR%2F5000+b", nil, nil); out["english"] != true || !strings.Contains(out["error"].(string), "takes a number") {
		t.Errorf("what is not said in Norwegian does not say so: %v", out)
	}
	if _, out := p.upload("/api/intake", "bilde.png", "\x89PNG"); !strings.Contains(out["taken"].([]any)[0].(map[string]any)["error"].(string), "har endelsen") {
		t.Errorf("a picture: %v", out)
	}
}
