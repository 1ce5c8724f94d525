package convert

import (
	"context"
	"encoding/xml"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// layout is what a file of testdata/convert/layouts should become; expected.txt
// there says it, one paragraph a file.
type layout struct {
	file                                string
	turns                               int
	speakers, also, report, gone, holds []string
	first, last, labels, words          string
}

func layouts(t *testing.T) []layout {
	t.Helper()
	var out []layout
	for entry := range strings.SplitSeq(strings.TrimSpace(string(source(t, "layouts/expected.txt"))), "\n\n") {
		lines := strings.Split(entry, "\n")
		file, n, _ := strings.Cut(lines[0], ": ")
		turns, err := strconv.Atoi(n)
		if err != nil {
			t.Fatalf("%q: %v", lines[0], err)
		}
		l := layout{file: file, turns: turns}
		for _, line := range lines[1:] {
			key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			switch key {
			case "speaker":
				l.speakers = append(l.speakers, value)
			case "also":
				l.also = append(l.also, value)
			case "report":
				l.report = append(l.report, value)
			case "gone":
				l.gone = append(l.gone, value)
			case "holds":
				l.holds = append(l.holds, value)
			case "first":
				l.first = value
			case "last":
				l.last = value
			case "labels":
				l.labels = value
			case "words":
				l.words = value
			default:
				t.Fatalf("%s: %q", file, line)
			}
		}
		out = append(out, l)
	}
	return out
}

// check compares a result with what is expected of it.
func (l layout) check(t *testing.T, res Result) {
	t.Helper()
	var speakers, also, labels, words []string
	index := map[string]int{}
	for i, s := range res.Speakers {
		speakers = append(speakers, s.Label+" | "+string(s.Role))
		index[s.Label] = i + 1
		for _, a := range s.Also {
			also = append(also, s.Label+" = "+a)
		}
	}
	turns := turnsOf(res)
	for i, turn := range turns {
		parts := strings.SplitN(turn, "|", 3)
		labels = append(labels, strconv.Itoa(index[parts[0]]))
		words = append(words, strconv.Itoa(len(strings.Fields(parts[2]))))
		turns[i] = strings.Join(parts, " | ")
	}
	same := func(what, got, want string) {
		if got != want {
			t.Errorf("%s:\n got %s\nwant %s", what, got, want)
		}
	}
	same("speakers", strings.Join(speakers, "\n"), strings.Join(l.speakers, "\n"))
	same("other spellings", strings.Join(also, "\n"), strings.Join(l.also, "\n"))
	if len(turns) != l.turns || res.Turns != l.turns {
		t.Errorf("%d turns, counted as %d, want %d", len(turns), res.Turns, l.turns)
	}
	if len(turns) > 0 && l.turns > 0 {
		same("first turn", turns[0], l.main(l.first))
		same("last turn", turns[len(turns)-1], l.main(l.last))
		same("speakers of the turns", strings.Join(labels, " "), l.labels)
		same("words of the turns", strings.Join(words, " "), l.words)
	}
	for _, e := range l.report {
		if did, what, _ := strings.Cut(e, " | "); !hasEntry(res.Report, did, what) {
			t.Errorf("no entry %q", e)
		}
	}
	for _, s := range l.gone {
		if strings.Contains(res.Text, s) {
			t.Errorf("still holds %q", s)
		}
	}
	for _, s := range l.holds {
		if !strings.Contains(res.Text, s) {
			t.Errorf("does not hold %q", s)
		}
	}
	if t.Failed() {
		t.Logf("report %+v\n%s", res.Report.Entries, res.Text)
	}
}

// main puts the main spelling of a label at the front of an expected turn.
func (l layout) main(turn string) string {
	label, rest, _ := strings.Cut(turn, " | ")
	for _, a := range l.also {
		if main, other, _ := strings.Cut(a, " = "); other == label {
			return main + " | " + rest
		}
	}
	return turn
}

// accounted fails the test where letters or digits went or came without a line.
func accounted(t *testing.T, r Report) {
	t.Helper()
	for _, e := range r.Entries {
		if strings.Contains(e.What, "not accounted for") {
			t.Errorf("%+v of\n%+v", e, r.Entries)
		}
	}
}

// Every layout of transcripts.md, and every mess, becomes the turns that stand
// in it: as it is, with Windows line ends, and with its lines as the paragraphs
// of a Word file.
func TestLayoutFiles(t *testing.T) {
	for _, l := range layouts(t) {
		data := string(source(t, "layouts/"+l.file))
		t.Run(l.file, func(t *testing.T) {
			res := convertText(t, l.file, data)
			accounted(t, res.Report)
			l.check(t, res)
		})
		t.Run(l.file+" CRLF", func(t *testing.T) {
			res := convertText(t, l.file, strings.ReplaceAll(data, "\n", "\r\n"))
			accounted(t, res.Report)
			l.check(t, res)
		})
		t.Run(l.file+" as paragraphs", func(t *testing.T) {
			if onlyText[l.file] {
				t.Skip("a layout of text files only")
			}
			res, err := Convert(context.Background(), "x.docx", paragraphs(t, data), Options{Speakers: true})
			if err != nil {
				t.Fatal(err)
			}
			accounted(t, res.Report)
			checkText(t, res)
			l.check(t, res)
		})
	}
}

// onlyText names the layouts that cannot be the paragraphs of a Word file: those
// with marks for headings, table rows and lines that make one paragraph.
var onlyText = map[string]bool{
	"meet-headings.txt": true, "whisperx-bold.txt": true, "paragraphs-and-headings.txt": true,
	"nvivo.txt": true, "nvivo-numbered.txt": true, "table.txt": true, "zoom-chat.txt": true, "zoom-chat-from.txt": true,
	"teams-old.txt": true, "headings.txt": true, "typed-table.txt": true, "teams-web-copy.txt": true,
}

// paragraphs makes a Word file in which each line of a text is a paragraph.
func paragraphs(t *testing.T, text string) []byte {
	t.Helper()
	var b strings.Builder
	for line := range strings.SplitSeq(strings.TrimPrefix(text, "\ufeff"), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		b.WriteString(`<w:p><w:r><w:t xml:space="preserve">`)
		if err := xml.EscapeText(&b, []byte(line)); err != nil {
			t.Fatal(err)
		}
		b.WriteString(`</w:t></w:r></w:p>`)
	}
	return zipOf(t, "word/document.xml", `<w:document xmlns:w="w"><w:body>`+b.String()+`</w:body></w:document>`)
}

// Every file of the folder is expected to become something.
func TestLayoutFilesAllExpected(t *testing.T) {
	expected := map[string]bool{"expected.txt": true}
	for _, l := range layouts(t) {
		expected[l.file] = true
	}
	files, err := os.ReadDir(filepath.Join("..", "..", "testdata", "convert", "layouts"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !f.IsDir() && !expected[f.Name()] {
			t.Errorf("%s stands in the folder, but not in expected.txt", f.Name())
		}
	}
}
