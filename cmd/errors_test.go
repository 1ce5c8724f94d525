package cmd

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"
)

// TestErrors runs a script for each message that can be met; testdata/errors/README.md
// lists them.
func TestErrors(t *testing.T) { runScripts(t, "errors") }

// errorScripts returns the text of every script of testdata/errors by its name.
func errorScripts(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "testdata", "errors", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out[strings.TrimSuffix(filepath.Base(file), ".txtar")] = string(data)
	}
	return out
}

var readmeLine = regexp.MustCompile(`^\| (.+) \| \[([a-z0-9-]+)\]\(([a-z0-9-]+)\.txtar\) \|$`)

// TestErrorsReadmeListsEveryScript holds the table of testdata/errors/README.md against the
// scripts: each stands in it once, with words of the message that it compares.
func TestErrorsReadmeListsEveryScript(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "testdata", "errors", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	scripts := errorScripts(t)
	for _, line := range strings.Split(string(data), "\n") {
		m := readmeLine.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		script, ok := scripts[m[2]]
		if !ok || m[2] != m[3] {
			t.Errorf("the README names %s (%s.txtar), which is not there or named twice", m[2], m[3])
			continue
		}
		delete(scripts, m[2])
		for _, words := range strings.Split(strings.ReplaceAll(m[1], `\|`, "|"), "…") {
			if words = strings.Trim(words, " `"); !strings.Contains(script, words) {
				t.Errorf("the README says of %s %q, which does not stand in it", m[2], words)
			}
		}
	}
	for name := range scripts {
		t.Errorf("testdata/errors/README.md does not list %s", name)
	}
}

// unprovoked are the messages without a script, and why.
var unprovoked = map[string]string{
	"has %d MB, more than the %d MB that are read; split it":                                                                                  tooLarge,
	"unpacks to more than %d MB; take the pictures out or split it":                                                                           tooLarge,
	"holds %d parts, more than the %d that are read; it is no ordinary %s":                                                                    tooLarge,
	"has %d MB, more than the %d MB that are read of one recording; split it":                                                                 tooLarge,
	"has %d MB, too much for the PDF engine; split it":                                                                                        tooLarge,
	"holds more than %d MB without a tag between; it is no ordinary web page: save its text as .txt":                                          tooLarge,
	"has the part %s, which %w":                                                                                                               tooLarge,
	"holds more than a million pieces, more JSON than is read; split it, or export it as .vtt, .srt or .txt":                                  tooLarge,
	"a text of more than %d bytes in one piece":                                                                                               tooLarge,
	"unpacks to more than %d times its size, as no ordinary spreadsheet does; open it in the program that made it and save it again":          tooLarge,
	"holds more than %d MB of text in one cell; split it":                                                                                     tooLarge,
	"a tag of more than %d bytes":                                                                                                             tooLarge,
	"holds more than %d characters; split it":                                                                                                 tooLarge,
	"has %d pages, more than the %d that are read; split it":                                                                                  tooLarge,
	"holds %d characters on page %d, more than the %d that are read of one; it is no ordinary PDF":                                            tooLarge,
	"the words stand in %d places, more than the %d that are listed\nhint: choose with --case, --source or --role, or print fewer with --top": tooLarge,
	"there are ten thousand documents of this name":                                                                                           tooLarge,
	"takes too long to read (%w); split it or save it as .docx":                                                                               "hangs on time",
	"cannot be read: the PDF engine does not start (%v); save the text as .txt or .docx":                                                      "takes a machine without room or rights",
	"is encrypted in a way that cannot be read; open it, and print or save it without protection":                                             "takes a PDF that no free program writes",
	"is not UTF-8 (%v); save it as UTF-8":                                                                                                     guard,
	"holds no text and no pictures (pages: %d); its letters may be drawn as shapes: run text recognition (OCR) on it, such as OCRmyPDF":       "takes a PDF whose letters are shapes",
	"no document %q in the study":                                                                                                             guard,
	"the example failed at %s:\n%s":                                                                                                           guard,
	"table %q has %d rows and %d rows of cells":                                                                                               guard,
	"table %q, row %q: %d columns and %d cells":                                                                                               guard,
	"table %q, row %q, column %q: case %q is named without evidence":                                                                          guard,
	"table %q, row %q, column %q: a piece of evidence has no place":                                                                           guard,
	"%s is larger than what is read of a Word file":                                                                                           tooLarge,
	"%s is %q, not a number":                                                                                                                  guard,
	"leads out of the study":                                                                                                                  guard,
	"no %q to add to":                                                                                                                         guard,
	"the change would break line %d: %w":                                                                                                      guard,
	"line %d: no %q with the value %q":                                                                                                        guard,
	"line %d: the change of %q would not be read back":                                                                                        guard,
	"its code is no WebAssembly that we read":                                                                                                 guard,
	"the change would not be read back as %q":                                                                                                 guard,
	"%d cases have no distances":                                                                                                              guard,
	"case %d has %d distances to %d cases":                                                                                                    guard,
	"the distance of cases %d and %d is %v and %v":                                                                                            guard,
	"the distances are not Euclidean":                                                                                                         guard,
	"the scaling of the distances does not converge":                                                                                          guard,
	"%d cases, %d rows of memberships and %d outcomes":                                                                                        guard,
	"case %q has %d memberships for %d conditions":                                                                                            guard,
	"case %q, condition %q: %v is no membership":                                                                                              guard,
	"case %q, outcome %q: %v is no membership":                                                                                                guard,
	"%d conditions; from 1 to %d can be analysed":                                                                                             guard,
	"condition %q has %d values; a multi-value condition can have %d":                                                                         guard,
	"there are no stretches of kind %q":                                                                                                       guard,
	"agreement needs two coders":                                                                                                              guard,
	"a pattern has %d sets of %d coders and %d units":                                                                                         guard,
	"a pattern has %d values of %d coders and %d units":                                                                                       guard,
	"the value %d is not one of %d, or stands twice in a set":                                                                                 guard,
	"a value is infinite":                                                                                                                     guard,
	"coder %d has %d units and the first coder %d":                                                                                            guard,
	"coder %d: a unit of value %d at %d-%d does not lie in a continuum of %d":                                                                 guard,
	"coder %d: two units overlap at %d":                                                                                                       guard,
	"adjustment %q is not known; write %s":                                                                                                    guard,
	"%s is coded with %q already (%s)\nhint: crosscase coding remove %s takes one of the two out":                                             browser,
	"a state of your own needs a reason\nhint: say why %s is %s in case %s":                                                                   browser,
	"%s: %w\nhint: change it there by hand":                                                                                                   browser,
	"the index holds a passage %q that has no place":                                                                                          noIndex,
	"the index is of another kind than this program makes":                                                                                    noIndex,
	"the index names a passage that it does not hold":                                                                                         noIndex,
	"the places of passages in the index are damaged":                                                                                         noIndex,
	"it names a passage that no document has":                                                                                                 noIndex,
	"the index was made by another version of the program":                                                                                    noIndex,
	"the index is damaged":                                                                                                                    noIndex,
	"it holds %d passages of %d":                                                                                                              noIndex,
	"there is no index yet":                                                                                                                   noIndex,
	"another program is writing the index":                                                                                                    noIndex,
	"%s has been changed since; nothing is taken back\nhint: crosscase coding decline takes an accepted proposal back, crosscase coding accept a declined one": "takes a change during a walk; the test of its package makes it",

	"takes more work to read than a PDF of its size may; open it in a reader and print it to a new PDF, or save it as .docx": "takes a PDF made to hold a reader up",
}

const (
	tooLarge = "takes a file that is too large for a script"
	guard    = "guards against a mistake in the program; the tests of its package make it"
	browser  = "is met in the browser alone; the tests of cmd/workbench make it"
	noIndex  = "nobody is told: the texts are read instead"
)

// TestEveryMessageHasAScript goes through the program's source for the messages that it can
// print and looks for each in a script of testdata/errors: a message that nobody has seen
// printed is a message that nobody has read.
func TestEveryMessageHasAScript(t *testing.T) {
	var all strings.Builder
	for _, script := range errorScripts(t) {
		all.WriteString(script)
	}
	used := map[string]bool{}
	seen := messages(t)
	if len(seen) < 150 {
		t.Fatalf("only %d messages were found; the test looks in the wrong place", len(seen))
	}
	for _, m := range seen {
		if _, known := unprovoked[m.text]; known {
			used[m.text] = true
			continue
		}
		if !m.pattern().MatchString(all.String()) {
			t.Errorf("%s: no script of testdata/errors prints %q", m.place, m.text)
		}
	}
	for text := range unprovoked {
		if !used[text] {
			t.Errorf("%q is said to have no script, but is no message any more", text)
		}
	}
}

// message is a message as the source writes it.
type message struct{ place, text string }

var verb = regexp.MustCompile(`%[+#]?(\.\d+)?[a-z]|%%`)

// pattern matches what the message prints.
func (m message) pattern() *regexp.Regexp {
	parts := verb.Split(m.text, -1)
	for i := range parts {
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	// between a message and its remedy a query may stand, with the place in it
	return regexp.MustCompile(strings.ReplaceAll(strings.Join(parts, `.*`), "\nhint: ", `(?:\n.*){0,2}\nhint: `))
}

// messages returns the message of every call that makes an error or notes a problem.
func messages(t *testing.T) []message {
	t.Helper()
	var out []message
	for _, floor := range floors {
		err := filepath.WalkDir(filepath.Join("..", floor), func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if text := messageOf(n); text != "" {
					out = append(out, message{filepath.ToSlash(set.Position(n.Pos()).String()), text})
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].place < out[j].place })
	return out
}

// messageOf returns the message that a call or a literal of an error makes, "" if it
// makes none or takes it from elsewhere.
func messageOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.CallExpr:
		name, on := "", ""
		switch f := n.Fun.(type) {
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
		switch {
		case (on == "fmt" || on == "catalogue") && name == "Errorf", name == "usagef", on == "errors" && name == "New":
			return wordsOf(n.Args, 0)
		case on == "problems" && name == "Add":
			return withoutRemedy(wordsOf(n.Args, 2))
		case on == "d" && name == "problem", name == "errorAt":
			return withoutRemedy(wordsOf(n.Args, 1))
		}
	case *ast.CompositeLit:
		if kind, ok := n.Type.(*ast.Ident); ok {
			switch kind.Name {
			case "Error":
				return withoutRemedy(wordsOf(n.Elts, 2))
			}
		}
	}
	return ""
}

// withoutRemedy returns a message without what to do, for those between whose two parts a place can stand.
func withoutRemedy(words string) string {
	message, _, _ := strings.Cut(words, "\nhint: ")
	return message
}

// wordsOf returns the text of one of some expressions: a string, the strings of a sum with
// %s for what is no string, or the format of a Sprintf.
func wordsOf(list []ast.Expr, i int) string {
	if i >= len(list) {
		return ""
	}
	var text func(e ast.Expr) string
	text = func(e ast.Expr) string {
		switch e := e.(type) {
		case *ast.BasicLit:
			s, _ := strconv.Unquote(e.Value)
			return s
		case *ast.BinaryExpr:
			return text(e.X) + text(e.Y)
		case *ast.CallExpr:
			if f, ok := e.Fun.(*ast.SelectorExpr); ok && (f.Sel.Name == "Sprintf" || f.Sel.Name == "Text") {
				return text(e.Args[0])
			}
		}
		return "%s"
	}
	words := text(list[i])
	if strings.Trim(verb.ReplaceAllString(words, ""), " :,\n") == "" {
		return "" // nothing but what others said
	}
	return words
}
