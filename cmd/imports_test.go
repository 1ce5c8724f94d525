package cmd

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors are the folders in the order of the work; a folder imports only those before it.
var floors = []string{"corpus", "coding", "cases", "compare", "cmd"}

// doors say where each outside library may be imported: in this folder, or below it if it
// ends in "/...". A library that is not listed may be imported nowhere.
var doors = map[string]string{
	"gopkg.in/yaml.v3":                       "corpus/plainfile",
	"github.com/gofrs/flock":                 "corpus/plainfile",
	"github.com/blevesearch/bleve":           "corpus/index",
	"github.com/blevesearch/bleve_index_api": "corpus/index", // bleve's own interfaces
	"github.com/blevesearch/snowballstem":    "corpus/words",
	"github.com/clipperhouse/uax29":          "corpus/words",
	"github.com/klippa-app/go-pdfium":        "corpus/convert",
	"github.com/tetratelabs/wazero":          "corpus/convert",
	"golang.org/x/net/html":                  "corpus/convert",
	"golang.org/x/text":                      "corpus/...",
	"github.com/xuri/excelize":               "corpus/sheet",
	"gonum.org/v1/gonum":                     "compare/...",
	"golang.org/x/image":                     "compare/chart",
	"github.com/jedib0t/go-pretty":           "compare/table",
	"github.com/spf13/cobra":                 "cmd",
	"github.com/spf13/pflag":                 "cmd", // cobra's flags
	"github.com/schollz/progressbar":         "cmd",
	"golang.org/x/term":                      "cmd",
	"github.com/rogpeppe/go-internal":        "cmd",           // tests
	"github.com/chromedp/chromedp":           "cmd/workbench", // tests
	"github.com/chromedp/cdproto":            "cmd/workbench", // tests
}

func TestFoldersImportOnlyThoseBelowThem(t *testing.T) {
	files := 0
	eachImport(t, func(file, folder, path string) {
		files++
		floor := floorOf(folder)
		if rest, ours := strings.CutPrefix(path, "crosscase/"); ours {
			if below := floorOf(rest); rest != "testdata" && rest != "testdata/scale" && (below > floor || below < 0) {
				t.Errorf("%s imports %s, which is not below it", file, path)
			}
			if rest == "testdata" && floorOf(folder) != len(floors)-1 && !strings.HasSuffix(file, "_test.go") {
				t.Errorf("%s imports the example studies; only cmd does", file)
			}
		}
	})
	if files < 100 {
		t.Fatalf("only %d imports were seen; the test looks in the wrong place", files)
	}
}

func TestEveryLibraryHasOneDoor(t *testing.T) {
	eachImport(t, func(file, folder, path string) {
		if !strings.Contains(strings.Split(path, "/")[0], ".") {
			return
		}
		door, known := "", false
		for library, d := range doors {
			if path == library || strings.HasPrefix(path, library+"/") {
				door, known = d, true
			}
		}
		below, everywhere := strings.CutSuffix(door, "/...")
		switch {
		case !known:
			t.Errorf("%s imports %s, which has no door", file, path)
		case everywhere && folder != below && !strings.HasPrefix(folder, below+"/"), !everywhere && folder != door:
			t.Errorf("%s imports %s, whose door is %s", file, path, door)
		}
	})
}

// TestOnlyTheWorkbenchOpensConnections keeps the network to one package, which listens on loopback and calls nobody.
func TestOnlyTheWorkbenchOpensConnections(t *testing.T) {
	eachImport(t, func(file, folder, path string) {
		if (path == "net" || strings.HasPrefix(path, "net/")) && path != "net/url" && folder != "cmd/workbench" {
			t.Errorf("%s imports %s; nothing of a study leaves the machine", file, path)
		}
	})
}

// TestTheWorkbenchCallsNobody looks for what would open a connection to elsewhere.
func TestTheWorkbenchCallsNobody(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("workbench", "*.go"))
	if err != nil || len(files) < 10 {
		t.Fatal(err, files)
	}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if on, ok := sel.X.(*ast.Ident); ok && (on.Name == "http" || on.Name == "net") {
				switch name := sel.Sel.Name; {
				case strings.HasPrefix(name, "Dial"), strings.HasPrefix(name, "Lookup"), name == "Get", name == "Post", name == "PostForm", name == "Head", name == "Client", name == "DefaultClient", name == "Transport", name == "NewRequest", name == "NewRequestWithContext":
					t.Errorf("%s uses %s.%s", file, on.Name, name)
				}
			}
			return true
		})
	}
}

func floorOf(folder string) int {
	top := strings.Split(folder, "/")[0]
	for i, f := range floors {
		if f == top {
			return i
		}
	}
	return -1
}

func eachImport(t *testing.T, visit func(file, folder, path string)) {
	t.Helper()
	for _, top := range floors {
		err := filepath.WalkDir(filepath.Join("..", top), func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") {
				return err
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
			if err != nil {
				return err
			}
			file := filepath.ToSlash(strings.TrimPrefix(path, ".."+string(filepath.Separator)))
			for _, i := range parsed.Imports {
				name, err := strconv.Unquote(i.Path.Value)
				if err != nil {
					return err
				}
				visit(file, filepath.ToSlash(filepath.Dir(file)), name)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
