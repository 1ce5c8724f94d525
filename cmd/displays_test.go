package cmd

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/corpus/plainfile"
)

// TestDisplaysOfTheExampleStudies holds every display of the two example studies against
// testdata/displays/STUDY/TABLE.txt. CROSSCASE_UPDATE=1 writes them anew, to be looked at.
func TestDisplaysOfTheExampleStudies(t *testing.T) {
	update := os.Getenv("CROSSCASE_UPDATE") == "1"
	for _, example := range []string{"municipalities", "libraries"} {
		t.Run(example, func(t *testing.T) {
			t.Parallel()
			folder := madeExample(t, example)
			s, problems := cases.Open(plainfile.Dir{Root: folder}.FS())
			if len(problems) > 0 {
				t.Fatal(problems.Error())
			}
			checkAnchors(t, s)
			golden := filepath.Join("..", "testdata", "displays", example)
			if update {
				if err := os.MkdirAll(golden, 0o777); err != nil {
					t.Fatal(err)
				}
			}
			forms := map[string]bool{}
			var names []string
			for _, r := range s.Tables {
				if f, _ := compare.FormNamed(r.Form); !f.Verb {
					continue
				}
				forms[r.Form] = true
				names = append(names, r.Name+".txt")
				var out, told bytes.Buffer
				e := &Env{Stdout: &out, Stderr: &told, Folder: folder, Getenv: func(string) string { return "" }, Width: 110, Version: "test", Now: fixedTime}
				if code := Run(context.Background(), e, []string{"compare", "table", r.Name}); code != 0 {
					t.Fatalf("compare table %s ends with %d: %s", r.Name, code, told.String())
				}
				file := filepath.Join(golden, r.Name+".txt")
				if update {
					if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
						t.Fatal(err)
					}
					continue
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(out.Bytes(), want) {
					t.Errorf("compare table %s has changed; look at it, then run with CROSSCASE_UPDATE=1\n%s", r.Name, out.String())
				}
			}
			if example == "municipalities" {
				checkPage(t, folder, update)
			}
			for _, f := range compare.Forms() {
				if f.Verb && !forms[f.Name] {
					t.Errorf("the example study has no table of the form %s", f.Name)
				}
			}
			files, err := filepath.Glob(filepath.Join(golden, "*.txt"))
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				if !slices.Contains(names, filepath.Base(file)) {
					t.Errorf("%s belongs to no table", file)
				}
			}
		})
	}
}

// TestEveryFormIsReadBuiltAndTyped holds the forms that a record may write against those that are built,
// and each verb against its file, its help and its place among the commands.
func TestEveryFormIsReadBuiltAndTyped(t *testing.T) {
	var built []string
	verbs := map[string]bool{}
	group, _, err := newRoot(&Env{}).Find([]string{"compare"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range group.Commands() {
		verbs[c.Name()] = true
		if c.Short == "" || c.Example == "" {
			t.Errorf("compare %s has no help", c.Name())
		}
	}
	for _, f := range compare.Forms() {
		built = append(built, f.Name)
		if f.Verb && !verbs[f.Name] {
			t.Errorf("compare has no verb %s", f.Name)
		}
		for _, line := range strings.Split(f.Example, "\n") {
			if f.Verb && !strings.HasPrefix(strings.TrimSpace(line), "crosscase compare ") {
				t.Errorf("the example %q of %s cannot be typed", line, f.Name)
			}
		}
	}
	if !slices.Equal(built, cases.Forms()) {
		t.Errorf("built: %q\nread:  %q", built, cases.Forms())
	}
}

// checkAnchors holds the anchors of summaries, which are places without words, against the words: each
// begins and ends with one. Where a converter reads a source in another way they have to be moved.
func checkAnchors(t *testing.T, s *cases.Study) {
	t.Helper()
	n := 0
	for _, sum := range s.Summaries {
		for _, a := range sum.Anchors {
			text, err := s.Text(a.Document)
			if err != nil {
				t.Fatal(err)
			}
			n++
			r := []rune(text.Text.String())
			letter := func(i int) bool { return i >= 0 && i < len(r) && (unicode.IsLetter(r[i]) || unicode.IsDigit(r[i])) }
			if !letter(a.Start) || letter(a.Start-1) || letter(a.End-1) && letter(a.End) {
				t.Errorf("%s:%d: [%s] is %q, not whole words", sum.File, a.Line, a.Passage, text.Text.Slice(a.Span))
			}
		}
	}
	if n < 10 {
		t.Errorf("only %d anchors", n)
	}
}

var pageLink = regexp.MustCompile(`\]\((\.\.[^)]+)\)`)

// checkLinks tells which pictures of a page are not there.
func checkLinks(t *testing.T, file, page string) {
	t.Helper()
	for _, m := range pageLink.FindAllStringSubmatch(page, -1) {
		if _, err := os.Stat(filepath.Join(filepath.Dir(file), m[1])); err != nil {
			t.Errorf("%s leads to %s, which is not there", file, m[1])
		}
	}
}

var pageBlock = regexp.MustCompile("(?s)```\n\\$ (crosscase compare [^\n]*)\n(.*?)```\n")

// checkPage holds the tables of compare/README.md against what their commands print in the example study.
func checkPage(t *testing.T, folder string, update bool) {
	t.Helper()
	file := filepath.Join("..", "compare", "README.md")
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	shown := map[string]bool{}
	now := pageBlock.ReplaceAllStringFunc(string(page), func(block string) string {
		m := pageBlock.FindStringSubmatch(block)
		command, lines, cut := strings.Cut(m[1], " | head -")
		words := strings.Fields(command)[1:]
		shown[words[1]] = true
		var out, told bytes.Buffer
		e := &Env{Stdout: &out, Stderr: &told, Folder: folder, Getenv: func(string) string { return "" }, Width: 100, Version: "test", Now: fixedTime}
		if code := Run(context.Background(), e, words); code != 0 {
			t.Errorf("%s ends with %d: %s", m[1], code, told.String())
		}
		printed := strings.TrimRight(out.String(), "\n")
		if cut {
			n, err := strconv.Atoi(lines)
			if err != nil {
				t.Errorf("%s: %v", m[1], err)
			}
			all := strings.Split(printed, "\n")
			printed = strings.Join(all[:min(n, len(all))], "\n")
		}
		return "```\n$ " + m[1] + "\n" + printed + "\n```\n"
	})
	group, _, err := newRoot(&Env{}).Find([]string{"compare"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range group.Commands() {
		// a draft is a file of the researcher's; table shows the chains, whose slots stand in a record
		if name := c.Name(); !shown[name] && name != "chains" && name != "draft" && name != "help" {
			t.Errorf("%s does not show compare %s", file, name)
		}
	}
	checkLinks(t, file, string(page))
	switch {
	case update:
		if err := os.WriteFile(file, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	case now != string(page):
		t.Errorf("%s shows other tables than the program prints; look at them, then run with CROSSCASE_UPDATE=1", file)
	}
}
