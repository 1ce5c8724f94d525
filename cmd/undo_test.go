package cmd

import (
	"archive/zip"
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// changing are the commands that change a study: each as it is typed after some others, in a study of two coders in which nobody is
// named unless the command has to know.
var changing = []struct {
	typed  string   // with | between the words
	before []string // commands before it, likewise
}{
	{typed: "corpus add|--case|east|sources/one.txt|sources/two.vtt|sources/three.md"},
	{typed: "corpus set|south.txt|kind=plan|date=2015"},
	{typed: "corpus remove|south.txt|--with-codings"},
	{typed: "corpus rename|south.txt|north-director.txt"},
	{typed: "corpus revise|--undo|north-director.txt", before: []string{"corpus revise|sources/south.txt", "corpus rename|south.txt|north-director.txt"}},
	{typed: "corpus revise|sources/south.txt"},
	{typed: "corpus revise|--undo|south.txt", before: []string{"corpus revise|sources/south.txt"}},
	{typed: "corpus speakers|east.txt|R=other"},
	{typed: "guide import|sources/guide.md|--replace"},
	{typed: "guide close|east.txt|west.txt|--not-asked|q2|--coder|ann"},
	{typed: "codebook derive"},
	{typed: "codebook import|sources/codes.csv"},
	{typed: "coding add|time|--document|east.txt|--quote|There is no time.|--coder|ben"},
	{typed: "coding apply"},
	{typed: "coding accept|krules|--coder|ann", before: []string{"coding decline|krules|--coder|ben"}},
	{typed: "coding accept|krules|--coder|ben"},
	{typed: "coding decline|krules|--coder|ben"},
	{typed: "coding confirm|kwas|--coder|ann"},
	{typed: "coding place|kgoals|east.txt:44-48|--coder|ann"},
	{typed: "coding remove|kgoals|--coder|ann"},
	{typed: "coding import|sources/east.docx|--document|east.txt|--coder|ben"},
	{typed: "coding merge|about-goals|time"},
	{typed: "coding rename|time|hours"},
	{typed: "coding split|time|little|--where|short OR scarce|--coder|ann"},
	{typed: "coding read|east.txt|--coder|ann"},
	{typed: "coding recode|east.txt:44-55|time|--coder|ann"},
	{typed: "coding adjudicate|time|south.txt:42-59|--because|both say so"},
	{typed: "coding suggest", before: []string{"coding read|talk.txt|--coder|ann"}},
	{typed: "receive|sources/ben.share.jsonl"},
	{typed: "memo add|time is short|--about|code:time|--coder|ann"},
	{typed: "cases add|north"},
	{typed: "cases set|east|size=small"},
	{typed: "cases import|sources/cases.csv"},
	{typed: "cases chart|sources/chart.csv|--yes"},
	{typed: "cases confirm|--all|--coder|ann"},
	{typed: "search|measuring|--save-rule|time"},
	{typed: "compare draft|sources/draft.md|--bind|1=time|--coder|ann"},
	{typed: "build"},
	{typed: "check|--mend", before: []string{"coding remove|kwas|--coder|ann"}},
}

// unchanging are the commands that change nothing that undo could take back: they show, or write what can be made anew.
var unchanging = []string{"cases export", "cases list", "cases sheet", "cases show", "check", "codebook export", "codebook show", "coding list", "coding review",
	"corpus list", "corpus show", "demo", "guide coverage", "guide show", "init", "memo list", "memo show", "query", "quotes", "redo", "report", "serve", "share", "status", "undo", "version", "search"}

// TestEveryChangeIsTakenBackAndDoneAgain holds that undo takes back each of the commands that change a study, as the latest change of
// all, and that redo does it again, byte for byte.
func TestEveryChangeIsTakenBackAndDoneAgain(t *testing.T) {
	for _, c := range changing {
		t.Run(strings.ReplaceAll(c.typed, "|", " "), func(t *testing.T) {
			t.Parallel()
			folder := studyToUndo(t)
			inProcess(t, folder, "coding", "add", "time", "--document", "west.txt", "--quote", "lack of time", "--coder", "ann")
			for _, typed := range c.before {
				inProcess(t, folder, typedWords(typed)...)
			}
			before := undoneFiles(t, folder)
			if code, out, told := runIn(folder, typedWords(c.typed)...); code != 0 && !strings.HasPrefix(c.typed, "check") && !strings.HasPrefix(c.typed, "compare draft") {
				t.Fatalf("exit code %d\n%s%s", code, out, told)
			}
			after := undoneFiles(t, folder)
			if maps.Equal(before, after) {
				t.Fatal("the command changes nothing; there is nothing to take back")
			}
			for range 2 {
				inProcess(t, folder, "undo")
				if got := undoneFiles(t, folder); !maps.Equal(got, before) {
					t.Fatalf("undo left these files different: %s", strings.Join(differing(before, got), ", "))
				}
				inProcess(t, folder, "redo")
				if got := undoneFiles(t, folder); !maps.Equal(got, after) {
					t.Fatalf("redo left these files different: %s", strings.Join(differing(after, got), ", "))
				}
			}
		})
	}
}

// TestEveryCommandIsHeldAgainstUndo holds that each command is known to change a study or not to.
func TestEveryCommandIsHeldAgainstUndo(t *testing.T) {
	var typed []string
	for _, c := range changing {
		typed = append(typed, strings.Split(c.typed, "|")[0])
	}
	var look func(c *cobra.Command)
	look = func(c *cobra.Command) {
		name := strings.TrimPrefix(c.CommandPath(), "crosscase ")
		if verbs := c.Commands(); len(verbs) > 0 {
			for _, verb := range verbs {
				look(verb)
			}
			return
		}
		if strings.HasPrefix(name, "compare ") || strings.HasPrefix(name, "completion") || name == "help" {
			return
		}
		if slices.Contains(typed, name) == slices.Contains(unchanging, name) && name != "search" && name != "check" {
			t.Errorf("%s is to stand among the commands that change a study, or among those that do not", name)
		}
	}
	look(newRoot(&Env{}))
}

func typedWords(typed string) []string {
	words := strings.Split(typed, "|")
	return append(strings.Fields(words[0]), words[1:]...)
}

// undoneFiles returns the files of a study but for those that undo leaves: the journal, the machine's own, tables that were built, and what is kept by its digest.
func undoneFiles(t *testing.T, folder string) map[string]string {
	t.Helper()
	files, err := filesUnder(folder, "journal.jsonl", ".crosscase", "vault", "codebooks", "sources", "tables/out")
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// studyToUndo is the study to be killed with a second coder, a coding whose words changed, and files to take in.
func studyToUndo(t *testing.T) string {
	t.Helper()
	folder := studyToKill(t)
	var docx bytes.Buffer
	z := zip.NewWriter(&docx)
	const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	for name, text := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		"word/document.xml": `<w:document ` + w + `><w:body><w:p><w:r><w:t>R: There is </w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>no time.</w:t></w:r>` +
			`<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p></w:body></w:document>`,
		"word/comments.xml": `<w:comments ` + w + `><w:comment w:id="0" w:author="B."><w:p><w:r><w:t>time</w:t></w:r></w:p></w:comment></w:comments>`,
	} {
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	lessons := `{"document": "talk.txt"}` + "\n"
	talk := ""
	for _, word := range []string{"short", "scarce", "gone", "wanting", "lacking", "little", "missing", "running out", "precious", "lost"} {
		lessons += `{"code": "time", "quote": "Here time is ` + word + ` again."}` + "\n"
		talk += "Here time is " + word + " again.\n\nThe coffee was " + word + " and good.\n\n"
	}
	for name, text := range map[string]string{
		"crosscase.yaml":          "format: 1\nid: clinics\ntitle: Two clinics\nlanguage: en\ncoders: [ann, ben]\n",
		"attributes.yaml":         "format: 1\nattributes:\n  - {key: size, label: Size, kind: enum, values: [small, large]}\n",
		"documents/talk.txt":      talk,
		"documents/talk.yaml":     "kind: interview\n",
		"documents/more.txt":      "Here time is short again. Here time is scarce again.\n",
		"documents/more.yaml":     "kind: interview\n",
		"codings/ann/talk.jsonl":  lessons,
		"codings/ann/west.jsonl":  `{"document": "west.txt"}` + "\n" + `{"code": "time", "quote": "Only one", "id": "kwas", "was": "Only"}` + "\n",
		"findings.yaml":           "format: 1\nfindings:\n  - key: hurry\n    claim: Both clinics lack time.\n    codes: [time]\n    present: [east, west]\n",
		"sources/guide.md":        "# Time\n\n1. How do you find time?\n2. Who gives it?\n",
		"sources/codes.csv":       "Name,Description\nMoney,What things cost\n",
		"sources/cases.csv":       "case,Size\neast,small\nwest,large\n",
		"sources/chart.csv":       "code,east,west\ntime,Short of time.,\n",
		"sources/draft.md":        "Both East and West lack hours.\n",
		"sources/east.docx":       docx.String(),
		"sources/ben.share.jsonl": `{"format": 1, "study": "clinics", "coder": "ben", "on": "2026-03-01"}` + "\n" + `{"file": "codings/ben/east.jsonl", "text": "{\"document\": \"east.txt\"}\n{\"at\": \"44-55\", \"code\": \"time\", \"quote\": \"Four goals.\", \"id\": \"kben\"}\n"}` + "\n",
	} {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}
