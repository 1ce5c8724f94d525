package cmd

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// typedKeys is a keyboard on which keys are pressed one after the other. Before each key, seen is told.
type typedKeys struct {
	keys []string
	seen func()
}

func (k *typedKeys) Close() error { return nil }

func (k *typedKeys) Key() (string, error) {
	k.seen()
	if len(k.keys) == 0 {
		return "", io.EOF
	}
	next := k.keys[0]
	k.keys = k.keys[1:]
	return next, nil
}

// glass is a terminal of so many columns and lines, as far as the walks use one.
type glass struct {
	t              *testing.T
	columns, lines int
	cells          [][]rune
	row, column    int
}

func newGlass(t *testing.T, columns, lines int) *glass {
	g := &glass{t: t, columns: columns, lines: lines}
	g.cells = make([][]rune, lines)
	return g
}

func (g *glass) Write(b []byte) (int, error) {
	for rest := string(b); rest != ""; {
		if sequence, ok := strings.CutPrefix(rest, "\x1b["); ok {
			end := strings.IndexFunc(sequence, func(r rune) bool { return r >= '@' && r <= '~' })
			g.control(sequence[:end], sequence[end])
			rest = sequence[end+1:]
			continue
		}
		r, size := utf8.DecodeRuneInString(rest)
		rest = rest[size:]
		switch r {
		case '\r':
			g.column = 0
		case '\n':
			if g.row++; g.row == g.lines {
				g.row--
				g.cells = append(g.cells[1:], nil)
			}
		default:
			if g.column >= g.columns {
				g.t.Errorf("a line is wider than %d columns: %s%c…", g.columns, string(g.cells[g.row]), r)
				g.column = 0
			}
			for len(g.cells[g.row]) <= g.column {
				g.cells[g.row] = append(g.cells[g.row], ' ')
			}
			g.cells[g.row][g.column] = r
			g.column++
		}
	}
	return len(b), nil
}

func (g *glass) control(number string, letter byte) {
	n, _ := strconv.Atoi(number)
	switch letter {
	case 'H':
		g.row, g.column = 0, 0
	case 'A':
		g.row -= n
	case 'C':
		g.column += n
	case 'J':
		if n == 3 {
			return
		}
		if len(g.cells[g.row]) > g.column {
			g.cells[g.row] = g.cells[g.row][:g.column]
		}
		for i := g.row + 1; i < g.lines; i++ {
			g.cells[i] = nil
		}
	case 'm':
	default:
		g.t.Errorf("the walk writes ESC [ %s %c", number, letter)
	}
}

func (g *glass) String() string {
	var out []string
	for _, line := range g.cells {
		out = append(out, strings.TrimRight(string(line), " "))
	}
	return strings.TrimRight(strings.Join(out, "\n"), "\n")
}

// walked runs a walk on a terminal and returns what stood there before each key, and what the walk told at its end.
func walked(t *testing.T, folder string, columns, lines int, keys []string, args ...string) ([]string, string) {
	t.Helper()
	g := newGlass(t, columns, lines)
	var pages []string
	var told bytes.Buffer
	e := &Env{Stdout: g, Stderr: &told, Folder: folder, Getenv: func(string) string { return "" }, OutTerminal: true, Width: columns, Lines: lines, Version: "test", Now: fixedTime,
		Keys: func() (Keyboard, error) {
			return &typedKeys{keys, func() { pages = append(pages, g.String()) }}, nil
		}}
	if code := Run(context.Background(), e, args); code != 0 {
		t.Fatalf("%v: exit code %d: %s", args, code, told.String())
	}
	return pages, told.String()
}

// walkStudy is a study in Norwegian with long names and one proposal.
func walkStudy(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range map[string]string{
		"crosscase.yaml": "format: 1\nid: klinikk\ntitle: To klinikker\nlanguage: nb\ncoders:\n  - name: ann\n  - name: ben\n",
		"codebook.yaml": `format: 1
codes:
  - key: utfordringer
    label: Utfordringer som klinikkene forteller om i intervjuene
    children:
      - key: for-lite-tid
        label: For knapp arbeidsdag for alt det som skal måles, skrives og sendes inn
        kind: challenge
        definition: Noen sier at tida ikke strekker til for målinga, enten det er deres egen tid eller andres.
        find: tid
  - key: tillit
    label: Tillit
    kind: challenge
  - key: tillitsvalgte
    label: Tillitsvalgte
    kind: challenge
  - key: andres-tillit
    label: Andres tillit
    kind: challenge
`,
		"documents/nord-intervju-med-lederen.txt":  "I: Hva er vanskelig?\n\nÅse: " + strings.Repeat("Vi måler så mye her på huset. ", 12) + "Vi har ikke tid. " + strings.Repeat("Og så skriver vi om det. ", 12) + "\n",
		"documents/nord-intervju-med-lederen.yaml": "title: Intervju med lederen i Nord klinikk, våren\nkind: interview\nspeakers:\n  - label: I\n    role: interviewer\n  - label: Åse\n    role: informant\n",
	} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	e := &Env{Stdout: io.Discard, Stderr: io.Discard, Folder: folder, Getenv: func(string) string { return "" }, Version: "test", Now: fixedTime}
	if code := Run(context.Background(), e, []string{"coding", "apply", "--only", "rules"}); code != 0 {
		t.Fatal("apply failed")
	}
	return folder
}

// TestWalksFitTheTerminal holds every page of the walks to the terminal's columns and lines, keys unbroken and the passage in sight.
func TestWalksFitTheTerminal(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {60, 16}, {100, 40}} {
		t.Run(fmt.Sprintf("%d×%d", size[0], size[1]), func(t *testing.T) {
			folder := walkStudy(t)
			pages, _ := walked(t, folder, size[0], size[1], []string{"?", "x", "c", "s", "esc", "o", "æ", "enter", "d", "p", "c", "?", "x", "esc", "q"}, "coding", "review", "--coder", "ann")
			for _, i := range []int{0, 2, 8} {
				for _, want := range []string{"Vi har ikke tid.", "Nord klinikk", "nord-intervju-med-lederen.txt:"} {
					if !strings.Contains(strings.Join(strings.Fields(pages[i]), " "), want) {
						t.Errorf("page %d does not show %q:\n%s", i, want, pages[i])
					}
				}
			}
			if !strings.HasPrefix(pages[0], "1 av 1, 1 venter") || !strings.HasPrefix(pages[2], "1 av 1, 1 venter") {
				t.Errorf("the page is higher than the terminal:\n%s", pages[0])
			}
			for _, whole := range []string{"a godta", "d avvis", "o merknad", "p forrige", "q avslutt", "? hjelp"} {
				if !strings.Contains(pages[0], whole) {
					t.Errorf("%q is broken:\n%s", whole, pages[0])
				}
			}
			for _, args := range [][]string{{"coding", "add", "tillit", "--document", "nord-intervju-med-lederen.txt", "--quote", "Vi har ikke tid.", "--coder", "ann"},
				{"coding", "read", "nord-intervju-med-lederen.txt", "--coder", "ann"}, {"coding", "read", "nord-intervju-med-lederen.txt", "--coder", "ben"}} {
				walked(t, folder, size[0], size[1], nil, args...)
			}
			pages, _ = walked(t, folder, size[0], size[1], []string{"?", "x", "1", "f", "enter", "q"}, "coding", "adjudicate", "--walk")
			if !strings.Contains(pages[0], "1 tar den kodingen") || !strings.Contains(pages[0], "uenighet: om det står der") {
				t.Errorf("the keys are not as expected:\n%s", pages[0])
			}
			walked(t, folder, size[0], size[1], []string{"t", "i", "tab", "enter", "esc"}, "coding", "recode", "--sample", "100%", "--coder", "ann")
		})
	}
}

// filesOf returns what stands in the files of a folder of a study, one behind the other.
func filesOf(t *testing.T, folder string, names ...string) string {
	t.Helper()
	var out strings.Builder
	for _, name := range names {
		text, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		out.Write(text)
	}
	return out.String()
}

// TestAChangeSaysWhatAProposalDoesNotKnow: basis, period and value are keys of a change, a note that is asked for again is gone on with, and
// Esc leaves it.
func TestAChangeSaysWhatAProposalDoesNotKnow(t *testing.T) {
	folder := walkStudy(t)
	keys := append([]string{"o"}, strings.Split("først", "")...)
	keys = append(keys, "enter", "o", "x", "esc", "c", "b", "b", "b", "w")
	keys = append(keys, strings.Split("2o16", "")...)
	keys = append(keys, "enter", "w")
	keys = append(keys, strings.Split("2016", "")...)
	keys = append(keys, "enter", "v", "h", "ø", "y", "enter", "left", "o", "!", "enter", "enter", "q")
	pages, told := walked(t, folder, 80, 24, keys, "coding", "review", "--coder", "ann")
	codings := filesOf(t, folder, "codings/ann/nord-intervju-med-lederen.jsonl")
	for _, want := range []string{`"basis": "plan"`, `"when": "2016"`, `"value": "høy"`, `"note": "først!"`, `"quote": "Vi har ikke"`} {
		if !strings.Contains(codings, want) {
			t.Errorf("the coding has no %s:\n%s", want, codings)
		}
	}
	if !strings.Contains(strings.Join(pages, "\n"), "2o16") || !strings.Contains(pages[len(pages)-3], "grunnlag: plan (plan)") && !strings.Contains(pages[len(pages)-3], "grunnlag: plan\n") {
		t.Errorf("the page of the change shows\n%s", pages[len(pages)-3])
	}
	if want := "endret: for-lite-tid ved nord-intervju-med-lederen.txt:"; !strings.Contains(pages[len(pages)-1], want) || !strings.Contains(pages[len(pages)-1], "→") {
		t.Errorf("told %q", pages[len(pages)-1])
	}
	if told != "0 godtatt, 0 avvist, 1 endret; 0 igjen\n" {
		t.Errorf("told %q", told)
	}
}

// TestALaterVerdictTakesThePlaceOfAChange: what a proposal was changed to goes when it is changed to something else, or declined.
func TestALaterVerdictTakesThePlaceOfAChange(t *testing.T) {
	folder := walkStudy(t)
	changed := func(code string) []string {
		return append(append([]string{"c", "c"}, strings.Split(code, "")...), "enter", "enter")
	}
	walked(t, folder, 80, 24, append(append(changed("tillit"), changed("tillitsvalgte")...), "q"), "coding", "review", "--coder", "ann")
	codings := filesOf(t, folder, "codings/ann/nord-intervju-med-lederen.jsonl")
	if strings.Contains(codings, `"code": "tillit"`) || !strings.Contains(codings, `"code": "tillitsvalgte"`) {
		t.Errorf("after the second change stands\n%s", codings)
	}
	folder = walkStudy(t)
	walked(t, folder, 80, 24, append(changed("tillit"), "d", "q"), "coding", "review", "--coder", "ann")
	if codings := filesOf(t, folder, "codings/ann/nord-intervju-med-lederen.jsonl"); strings.Contains(codings, `"code"`) {
		t.Errorf("after it was declined stands\n%s", codings)
	}
}

// disagreeing is walkStudy with two codes on which ann and ben differ.
func disagreeing(t *testing.T) string {
	t.Helper()
	folder := walkStudy(t)
	for _, args := range [][]string{
		{"coding", "add", "tillit", "--document", "nord-intervju-med-lederen.txt", "--quote", "Vi har ikke tid.", "--coder", "ann"},
		{"coding", "add", "tillitsvalgte", "--document", "nord-intervju-med-lederen.txt", "--quote", "Hva er vanskelig?", "--coder", "ann"},
		{"coding", "read", "nord-intervju-med-lederen.txt", "--coder", "ann"}, {"coding", "read", "nord-intervju-med-lederen.txt", "--coder", "ben"},
	} {
		walked(t, folder, 80, 24, nil, args...)
	}
	return folder
}

// TestSettlingCanBeTakenBack: what is decided stands on its page, the walk goes on to what is open, and u takes the last decision back.
func TestSettlingCanBeTakenBack(t *testing.T) {
	folder := disagreeing(t)
	const decisions = "reviews/consensus/nord-intervju-med-lederen.jsonl"
	pages, told := walked(t, folder, 80, 24, []string{"n", "n", "1", "j", "a", "enter", "n", "p", "x", "n", "e", "i", "enter", "q"}, "coding", "adjudicate", "--walk")
	for i, want := range map[int]string{0: "1 av 2, åpne: 2", 2: "dette er den siste", 6: "1 av 2, åpne: 1", 7: "2 av 2, åpne: 1", 13: "ingenting er åpent lenger: q avslutter"} {
		if !strings.Contains(strings.Join(strings.Fields(pages[i]), " "), want) {
			t.Errorf("page %d does not show %q:\n%s", i, want, pages[i])
		}
	}
	if !strings.Contains(pages[7], "avgjort ved nord-intervju-med-lederen.txt:") || !strings.Contains(pages[7], ": ja") {
		t.Errorf("what was settled does not show:\n%s", pages[7])
	}
	if told != "2 avgjort\n" || !strings.Contains(filesOf(t, folder, decisions), `"note": "ja"`) {
		t.Errorf("told %q; on disk:\n%s", told, filesOf(t, folder, decisions))
	}

	folder = disagreeing(t)
	pages, told = walked(t, folder, 80, 24, []string{"1", "j", "a", "enter", "x", "n", "e", "i", "enter", "u", "u", "u", "q"}, "coding", "adjudicate", "--walk")
	if last := pages[len(pages)-1]; told != "0 avgjort\n" || !strings.Contains(last, "1 av 2, åpne: 2") || !strings.Contains(last, "ingenting å angre") {
		t.Errorf("told %q:\n%s", told, last)
	}
	if left := filesOf(t, folder, decisions, "codings/consensus/nord-intervju-med-lederen.jsonl"); strings.Contains(left, `"code"`) {
		t.Errorf("what was taken back still stands:\n%s", left)
	}
}

// TestACodeOfTheSecondCodingCanBeTakenAway: Esc takes the last code away, and ends where there is none.
func TestACodeOfTheSecondCodingCanBeTakenAway(t *testing.T) {
	folder := disagreeing(t)
	keys := append(strings.Split("tillit", ""), "enter", "f", "o", "r", "-", "enter", "esc", "enter", "esc")
	pages, told := walked(t, folder, 80, 24, keys, "coding", "recode", "--sample", "100%", "--coder", "ann")
	if again := filesOf(t, folder, "codings/ann.again/nord-intervju-med-lederen.jsonl"); !strings.Contains(again, `"code": "tillit"`) || strings.Contains(again, "for-lite-tid") {
		t.Errorf("the second coding is\n%s", again)
	}
	if !strings.HasPrefix(told, "1 av 2 er kodet en gang til") || !strings.HasPrefix(pages[len(pages)-1], "2 av 2") {
		t.Errorf("told %q, at last\n%s", told, pages[len(pages)-1])
	}
}

// TestAPageIsDrawnAgainInAnotherWindow: a page stands whole when the window gets another size, also while something is typed into it.
func TestAPageIsDrawnAgainInAnotherWindow(t *testing.T) {
	folder := walkStudy(t)
	g := newGlass(t, 100, 40)
	var pages []string
	size := [2]int{100, 40}
	e := &Env{Stdout: g, Stderr: io.Discard, Folder: folder, Getenv: func(string) string { return "" }, OutTerminal: true, Width: 100, Lines: 40, Version: "test", Now: fixedTime,
		Size: func() (int, int) { return size[0], size[1] }}
	at := 0
	e.Keys = func() (Keyboard, error) {
		return &typedKeys{[]string{resized, "o", "æ", resized, "enter", "q"}, func() {
			if pages = append(pages, g.String()); at == 0 || at == 3 {
				size = [2]int{80 - 5*at, 24}
				g.columns, g.lines, g.cells, g.row, g.column = size[0], size[1], make([][]rune, size[1]), 0, 0
			}
			at++
		}}, nil
	}
	if code := Run(context.Background(), e, []string{"coding", "review", "--coder", "ann"}); code != 0 {
		t.Fatalf("exit code %d", code)
	}
	for _, i := range []int{1, 4} {
		if !strings.HasPrefix(pages[i], "1 av 1, 1 venter") || !strings.Contains(strings.Join(strings.Fields(pages[i]), " "), "Vi har ikke tid.") {
			t.Errorf("page %d is not drawn again:\n%s", i, pages[i])
		}
	}
	if !strings.HasSuffix(pages[4], "merknad: æ") {
		t.Errorf("what was typed is gone:\n%s", pages[4])
	}
}

// slowKeys is a keyboard on which a key is pressed when somebody sends it.
type slowKeys chan string

func (k slowKeys) Close() error         { return nil }
func (k slowKeys) Key() (string, error) { return <-k, nil }

// TestAWindowThatChangesIsSeenWhileAKeyIsWaitedFor: the key comes after it.
func TestAWindowThatChangesIsSeenWhileAKeyIsWaitedFor(t *testing.T) {
	keys := make(slowKeys)
	width := 80
	w := &windowKeyboard{Keyboard: keys, size: func() (int, int) { return width, 24 }, width: 100, lines: 24, betweenGlances: time.Millisecond}
	if k, err := w.Key(); k != resized || err != nil {
		t.Fatalf("got %q, %v", k, err)
	}
	go func() { keys <- "a" }()
	if k, err := w.Key(); k != "a" || err != nil {
		t.Fatalf("got %q, %v", k, err)
	}
}

// TestACodeIsChosenAmongThoseBelowTheField: at each key the codes that begin so stand below, Tab and the arrows put one into the field, and
// Enter takes what stands there.
func TestACodeIsChosenAmongThoseBelowTheField(t *testing.T) {
	last := func(page string, n int) string {
		lines := strings.Split(page, "\n")
		return strings.Join(lines[len(lines)-n:], "\n")
	}
	pages, told := walked(t, walkStudy(t), 80, 24, []string{"c", "c", "t", "i", "tab", "down", "up", "down", "enter", "enter", "q"}, "coding", "review", "--coder", "ann")
	for i, want := range map[int]string{
		2: "kode:",
		4: "kode: ti\n  tillit  Tillit\n  tillitsvalgte  Tillitsvalgte\n  andres-tillit  Andres tillit",
		5: "kode: tillit\n› tillit  Tillit\n  tillitsvalgte  Tillitsvalgte\n  andres-tillit  Andres tillit",
		6: "kode: tillitsvalgte\n  tillit  Tillit\n› tillitsvalgte  Tillitsvalgte\n  andres-tillit  Andres tillit",
		7: "kode: tillit\n› tillit  Tillit\n  tillitsvalgte  Tillitsvalgte\n  andres-tillit  Andres tillit",
	} {
		if got := last(pages[i], strings.Count(want, "\n")+1); got != want {
			t.Errorf("before key %d stands\n%s\nwant\n%s", i+1, got, want)
		}
	}
	if !strings.Contains(pages[9], "Tillitsvalgte (tillitsvalgte)  mot  slik det blir") {
		t.Errorf("the code was not taken:\n%s", pages[9])
	}
	if told != "0 godtatt, 0 avvist, 1 endret; 0 igjen\n" {
		t.Errorf("told %q", told)
	}
	pages, _ = walked(t, walkStudy(t), 80, 24, append(strings.Split("cctiq", ""), "back", "back", "esc", "esc", "q"), "coding", "review", "--coder", "ann")
	if got := last(pages[5], 1); got != "kode: tiq" {
		t.Errorf("below a word that fits no code stands %q", got)
	}
	if got := last(pages[6], 4); !strings.HasPrefix(got, "kode: ti\n  tillit  ") {
		t.Errorf("one letter back stands\n%s", got)
	}
}

func TestWhatIsToldIsFoldedAtATerminal(t *testing.T) {
	e := &Env{Width: 30}
	if got, want := e.folded("  rett med crosscase corpus speakers når det trengs\nkort", true, 0), "  rett med crosscase corpus\n  speakers når det trengs\nkort"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := e.folded(strings.Repeat("x", 40)+" y", true, 0); got != strings.Repeat("x", 40)+" y" {
		t.Errorf("a word was broken: %q", got)
	}
	if words := strings.Repeat("ord ", 20); e.folded(words, false, 0) != words {
		t.Error("what is no terminal got its lines broken")
	}
}
