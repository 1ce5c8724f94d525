package pattern

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

func TestAPatternIsItsExpression(t *testing.T) {
	p, re := Of(`(?i)\b(q)(\d+)`), regexp.MustCompile(`(?i)\b(q)(\d+)`)
	for range 2 {
		if got, want := p.FindStringSubmatch("see Q12"), re.FindStringSubmatch("see Q12"); len(got) != 3 || got[2] != want[2] {
			t.Errorf("found %q, want %q", got, want)
		}
		if got := p.ReplaceAllString("q1 Q2", "$2"); got != "1 2" {
			t.Errorf("replaced: %q", got)
		}
	}
}

// Expressions are read when they are used, so that a slip in one would show late: each that stands in the source as it
// is can be read.
func TestEveryPatternCanBeRead(t *testing.T) {
	n := 0
	for _, folder := range []string{"../convert", "../../coding"} {
		files, err := filepath.Glob(folder + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			source, err := parser.ParseFile(token.NewFileSet(), file, data, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(source, func(node ast.Node) bool {
				call, ok := node.(*ast.CallExpr)
				if !ok || len(call.Args) != 1 || !strings.HasPrefix(string(data[call.Pos()-1:]), "pattern.Of(") {
					return true
				}
				if expression, ok := literal(call.Args[0]); ok {
					n++
					if _, err := regexp.Compile(expression); err != nil {
						t.Errorf("%s: %v", file, err)
					}
				}
				return true
			})
		}
	}
	if n < 180 {
		t.Errorf("only %d patterns were found", n)
	}
}

// literal returns the string that an expression of literals alone says.
func literal(x ast.Expr) (string, bool) {
	switch x := x.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(x.Value)
		return s, err == nil
	case *ast.BinaryExpr:
		a, ok := literal(x.X)
		b, too := literal(x.Y)
		return a + b, ok && too
	}
	return "", false
}
