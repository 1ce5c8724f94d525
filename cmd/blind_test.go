package cmd

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// triedBlind are the commands that show something, as they are typed by somebody who codes blind.
var triedBlind = []string{
	"status", "check", "check|--json", "build", "quotes", "quotes|--by|coder", "quotes|--proposed", "search|time", "search|code:time", "search|coder:ann", "search|time|--count|coder", "report|-o|report.md",
	"coding list", "coding list|--proposed", "coding list|--changed", "coding list|--coder|ann", "coding review", "coding suggest", "coding adjudicate", "corpus revise|--dry-run|--all|sources/south.txt", "coding adjudicate|--all",
	"coding rename|time|hours|--dry-run", "coding merge|about-goals|time|--dry-run", "coding split|time|little|--where|short|--dry-run",
	"corpus list", "corpus show|east.txt|--codes", "corpus show|east.txt:44-55", "corpus show|west.txt|--codes", "corpus revise|--dry-run|sources/south.txt", "codebook show", "codebook show|time", "codebook export",
	"cases list", "cases show|east", "cases show|west", "cases sheet|east", "cases sheet|south", "cases export", "cases chart", "cases confirm", "cases confirm|--stale",
	"guide show", "guide coverage", "memo list", "memo show|2026-03-01-ann-secret", "memo list|--about|east.txt:44-55", "memo list|--about|code:time", "memo list|--about|case:west", "memo show|2026-03-01-ann-code", "search|secret", "share", "share|--coder|ann|-o|x.jsonl", "undo", "redo",
	"compare coders|ann|ben", "compare coders|--disagreements", "compare table|challenges|--why", "compare table|--all", "compare findings", "compare matrix|--code|time", "compare contents|--code|time", "compare quotes|--code|time",
	"compare timeline|--code|time", "compare frequencies", "compare cooccurrence", "compare portrait", "compare saturation", "compare similarity|--illustrative", "compare draft|sources/draft.md", "compare triangulate", "compare values",
	"compare chains|--code|time", "compare checklist|--code|time", "compare contrast|--by|size", "compare crosstab|time|about-goals", "compare tests|--by|size", "compare keyness|code:time|NOT code:time", "compare collocations|code:time", "compare airtime",
	"compare protocol|--code|time", "compare robustness", "compare expectations", "compare chart|--code|time", "compare lists", "compare cluster|--illustrative", "compare map", "compare years", "compare pairs", "compare effects|--outcome|time",
	"compare calibrate", "compare necessity|--outcome|time", "compare truth-table|--outcome|time", "compare minimize|--outcome|time",
	"", "help", "version", "query", "demo|x|--help", "init|new", "serve|--help", "codebook derive", "coding apply", "coding accept|krules", "coding decline|krules", "coding confirm|kwas", "coding place|kgoals|east.txt:44-48", "coding remove|kgoals", "coding read|west.txt",
	"coding recode|--list", "coding recode|east.txt:44-55|time", "coding recode|--result", "coding add|time|--document|east.txt|--quote|Four goals.", "coding import|sources/east.docx|--document|east.txt", "corpus add|sources/one.txt", "corpus add|--dry-run|sources/one.txt", "corpus speakers|east.txt", "corpus set|east.txt|kind=plan", "corpus rename|east.txt|north.txt|--dry-run", "corpus rename|east.txt|north.txt", "corpus remove|east.txt", "corpus remove|east.txt|--with-codings",
	"guide import|sources/guide.md", "guide close|east.txt", "codebook import|sources/codes.csv", "receive|sources/ben.share.jsonl", "memo add|mine|--about|code:time", "cases add|north", "cases set|east|size=small", "cases import|sources/cases.csv",
}

// ofAnn are files with what ann coded, noted and decided, and the consensus with it; ben, who codes blind, may see nothing of them.
var ofAnn = map[string]string{
	"codings/ann/east.jsonl": `{"document": "east.txt"}` + "\n" + `{"read": "all", "codebook": "sha256:0", "on": "2026-03-01"}` + "\n" +
		`{"at": "44-55", "code": "only-ann", "value": "annvalue", "quote": "Four goals.", "id": "kgoals", "note": "annsecret"}` + "\n" +
		`{"at": "109-121", "code": "time", "says": "against", "quote": "here is no t", "id": "kagain", "note": "annsecret"}` + "\n",
	"codings/ann/west.jsonl": `{"document": "west.txt"}` + "\n" + `{"code": "time", "quote": "Only one", "id": "kwas", "was": "annsecret", "note": "annsecret"}` + "\n" +
		`{"code": "time", "quote": "annsecret gone", "id": "kgone", "fate": "lost"}` + "\n",
	"codings/ann/south.jsonl":        `{"document": "south.txt"}` + "\n" + `{"at": "42-59", "code": "only-ann", "quote": "There is no time.", "id": "ksouth", "note": "annsecret"}` + "\n",
	"codings/ann/talk.jsonl":         `{"document": "talk.txt"}` + "\n" + `{"code": "only-ann", "quote": "Here time is short again.", "id": "ktalk", "note": "annsecret"}` + "\n",
	"codings/consensus/east.jsonl":   `{"document": "east.txt"}` + "\n" + `{"at": "44-55", "code": "only-ann", "quote": "Four goals.", "id": "kagreed", "note": "annsecret"}` + "\n",
	"reviews/ann/south.jsonl":        `{"document": "south.txt"}` + "\n" + `{"at": "42-59", "code": "time", "verdict": "declined", "of": "rules", "quote": "There is no time.", "note": "annsecret"}` + "\n",
	"memos/2026-03-01-ann-code.md":   "---\non: 2026-03-01\nby: ann\nabout:\n  - code: time\n---\nannsecret of the code\n",
	"memos/2026-03-01-ann-case.md":   "---\non: 2026-03-01\nby: ann\nabout:\n  - case: west\n---\nannsecret of the case\n",
	"memos/2026-03-01-ann-cites.md":  "---\non: 2026-03-01\nby: ann\nabout:\n  - study: true\n---\nannsecret of [south.txt:42-59]\n",
	"memos/2026-03-01-ann-secret.md": "---\non: 2026-03-01\nby: ann\nabout:\n  - passage: east.txt:44-55\n    quote: Four goals.\n---\nannsecret of the passage\n",
}

// blindStudy is a study in which ben codes blind, with or without ann's work.
func blindStudy(t *testing.T, withAnn bool) string {
	t.Helper()
	folder := studyToUndo(t)
	for _, gone := range []string{"codings", "reviews"} {
		if err := os.RemoveAll(filepath.Join(folder, gone)); err != nil {
			t.Fatal(err)
		}
	}
	files := map[string]string{
		"crosscase.yaml":            "format: 1\nid: clinics\ntitle: Two clinics\nlanguage: en\ncoders:\n  - name: ann\n  - {name: ben, blind: true, cases: [east]}\n",
		"codebook.yaml":             "format: 1\ncodes:\n  - key: about-goals\n    kind: structural\n    questions: [q1]\n  - key: time\n    kind: challenge\n    find: time\n  - key: only-ann\n    kind: challenge\n    values: [annvalue]\n",
		"codings/rules/south.jsonl": `{"document": "south.txt"}` + "\n" + `{"at": "42-59", "code": "time", "quote": "There is no time.", "id": "krules"}` + "\n",
		"codings/ben/south.jsonl":   `{"document": "south.txt"}` + "\n" + `{"code": "time", "quote": "Not at all.", "id": "kben"}` + "\n",
	}
	if withAnn {
		for name, text := range ofAnn {
			files[name] = text
		}
	}
	for name, text := range files {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// runAs is runIn in the name of a coder.
func runAs(folder, coder string, args ...string) (code int, out, told string) {
	var stdout, stderr bytes.Buffer
	e := &Env{Stdout: &stdout, Stderr: &stderr, Stdin: strings.NewReader(""), Folder: folder, Now: fixedTime,
		Getenv: func(name string) string { return map[string]string{"CROSSCASE_CODER": coder}[name] }, Version: "test", CacheDir: testCache()}
	code = Run(context.Background(), e, args)
	return code, stdout.String(), stderr.String()
}

// digestLine is what tables say of the files that they were made from.
var digestLine = regexp.MustCompile(`sha256:[0-9a-f]+|(?m)^.*(Inputs|inputs|fingerprint).*$`)

// noteLine is what is told of what is hidden.
var noteLine = regexp.MustCompile(`(?m)^note: .*\n`)

// TestABlindCoderSeesNothingOfOthers runs every command in the name of a coder who codes blind, in a study with and in one without what the other
// coder did: the answer is the same, and neither it nor what is told beside it holds the other's words.
func TestABlindCoderSeesNothingOfOthers(t *testing.T) {
	for _, typed := range triedBlind {
		t.Run(strings.ReplaceAll(typed, "|", " "), func(t *testing.T) {
			t.Parallel()
			with, without := blindStudy(t, true), blindStudy(t, false)
			_, got, told := runAs(with, "ben", typedWords(typed)...)
			_, want, toldThere := runAs(without, "ben", typedWords(typed)...)
			got, want = got+noteLine.ReplaceAllString(told, ""), want+noteLine.ReplaceAllString(toldThere, "")
			// who asks for the other's work, or to write what all see, is refused with its documents, and who would remove what others coded with how
			// much it is
			if asked := strings.Contains(typed, "ann") || typed == "build" || strings.HasPrefix(typed, "corpus remove"); !asked && digestLine.ReplaceAllString(got, "") != digestLine.ReplaceAllString(want, "") {
				t.Errorf("with the other's work the answer is\n%s\nwithout it\n%s", got, want)
			}
			for _, secret := range []string{"annsecret", "kgoals", "kagain", "kagreed", "ktalk", "ksouth", "kwas", "kgone"} {
				if strings.Contains(got+told, secret) && !strings.Contains(typed, secret) && !strings.HasPrefix(typed, "codebook") {
					t.Errorf("%s is seen:\n%s%s", secret, got, told)
				}
			}
		})
	}
}

// TestSuggestionsForABlindCoder holds that suggestions that ben makes are learned from what he sees, and that he does not see those that ann
// made, which tell of her codings, before he has read all.
func TestSuggestionsForABlindCoder(t *testing.T) {
	folder := blindStudy(t, true)
	suggested := `{"document": "west.txt"}` + "\n" + `{"at": "0-8", "code": "only-ann", "quote": "Only one", "id": "kguess"}` + "\n"
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	west := readFile(t, filepath.Join(folder, "documents", "west.txt"))
	words := west[:8]
	write("codings/suggest/west.jsonl", strings.Replace(suggested, "Only one", words, 1))
	sees := func(who string) bool {
		_, out, told := runAs(folder, who, "quotes", "--proposed", "--coder", "suggest")
		return strings.Contains(out+told, "kguess")
	}
	if !sees("ann") || sees("ben") {
		t.Errorf("of suggestions learned from ann's codings, ann sees %v, ben %v", sees("ann"), sees("ben"))
	}
	write("journal.jsonl", `{"on": "2026-03-01T00:00:00Z", "command": "crosscase coding suggest", "did": "suggest proposed 1 codings, learned from what ben sees"}`+"\n")
	if !sees("ben") {
		t.Error("ben does not see what was learned from what he sees")
	}
	if code, _, told := runAs(folder, "ben", "coding", "suggest"); code != 0 || !strings.HasSuffix(readFile(t, filepath.Join(folder, "journal.jsonl")), `learned from what ben sees"}`+"\n") {
		t.Errorf("exit code %d\n%s", code, told)
	}
}

// TestEveryCommandIsTriedBlind holds that each command stands among those that are tried.
func TestEveryCommandIsTriedBlind(t *testing.T) {
	var look func(c *cobra.Command)
	look = func(c *cobra.Command) {
		for _, verb := range c.Commands() {
			look(verb)
		}
		name := strings.TrimPrefix(c.CommandPath(), "crosscase ")
		if len(c.Commands()) == 0 && !strings.HasPrefix(name, "completion") && !slices.ContainsFunc(triedBlind, func(typed string) bool { return typed == name || strings.HasPrefix(typed, name+"|") }) {
			t.Errorf("%s is not tried", name)
		}
	}
	look(newRoot(&Env{}))
}
