package convert

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// source reads a file of testdata/convert.
func source(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "convert", name))
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// hasEntry tells whether a report holds an entry that begins so.
func hasEntry(r Report, did, what string) bool {
	for _, e := range r.Entries {
		if e.Did == did && strings.HasPrefix(e.What, what) {
			return true
		}
	}
	return false
}

func TestTexts(t *testing.T) {
	for _, c := range []struct{ name, file, in, want string }{
		{"own form", "x.txt", "# A\n\nLine one\nline two\n\na\tb\nc\td\n\n\\# x\n\nI: [00:00:01] Hva?\n\nB: Ja.\n", "# A\n\nLine one\nline two\n\na\tb\nc\td\n\n\\# x\n\nI: [00:00:01] Hva?\n\nB: Ja.\n"},
		{"blanks", "x.txt", "\n\n a  b \t\n\n\n\nc\n\n\n", " a  b\n\nc\n"},
		{"hash", "x.txt", "#tag er et ord\n\n# Overskrift\n", "\\#tag er et ord\n\n# Overskrift\n"},
		{"odd characters", "x.txt", "of\u00adfent\u200blig of\ufb01siell\u00a0\uf0b7 \uf0e0 x\u0007", "offentlig offisiell • → x\n"},
		{"Windows-1252", "x.txt", "bl\xe5b\xe6r \x96 \x93r\xf8d\x94", "blåbær – “rød”\n"},
		{"UTF-16", "x.txt", "\xff\xfe\xe5\x00\n\x00b\x00", "å\nb\n"},
		{"UTF-16 big endian", "x.txt", "\xfe\xff\x00\xe5\x00\n\x00b", "å\nb\n"},
		{"markdown", "x.md", "# **A** b #\n\nEn *to* __tre__ [fire](http://x) `fem` \\*seks\\* sju_åtte_ni &amp; ti\n\n* ett\n* to\n\n1. tre\n\n> sitat\n\n---\n\n| a | b |\n|---|---|\n| c \\| d | e |\n\n\\# ikke overskrift\n\nB\n=\n",
			"# A b\n\nEn to tre fire fem *seks* sju_åtte_ni & ti\n\n- ett\n\n- to\n\n1. tre\n\nsitat\n\na\tb\nc | d\te\n\n\\# ikke overskrift\n\n# B\n"},
		{"markdown turns", "x.md", "**I:** Hva?\n**B:** Ja.\n\n**I** [00:04]: Når?\n\n\\[00:00:09\\] **B:** Nå.\n", "I: Hva?\nB: Ja.\n\nI: [00:00:04] Når?\n\nB: [00:00:09] Nå.\n"},
		{"Zoom", "x.vtt", "WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.000\r\nKari Å. (Kommune): Hvordan går\r\n\r\n2\r\n00:00:02.000 --> 00:00:03.000\r\ndet?\r\n\r\n3\r\n00:00:04.500 --> 00:00:05.000\r\nOla: Bra.\r\n\r\n4\r\n00:00:06.500 --> 00:00:07.000\r\nOla: Takk.\r\n\r\n5\r\n01:00:06.500 --> 01:00:07.000\r\nKari Å. (Kommune): Fint &amp; bra?\r\n",
			"Kari Å. (Kommune): [00:00:01] Hvordan går det?\n\nOla: [00:00:04] Bra. Takk.\n\nKari Å. (Kommune): [01:00:06] Fint & bra?\n"},
		{"Teams", "x.vtt", "WEBVTT\n\nab/1-0\n00:00:01.000 --> 00:00:02.000\n<v Kari Ås>Hvordan\ngår</v>\n\nab/2-0\n00:00:02.000 --> 00:00:03.000\n<v Ola>Mm.</v>\n\nab/1-1\n00:00:03.000 --> 00:00:04.000\n<v Kari Ås>det?</v>\n\nab/3-0\n00:00:05.000 --> 00:00:06.000\n<v Ola>Bra.</v>\n",
			"Kari Ås: [00:00:01] Hvordan går det?\n\nOla: [00:00:02] Mm. Bra.\n"},
		{"voices and notes", "x.vtt", "WEBVTT Opptak\n\nNOTE laget av\nnoe\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:00:02.01 align:start\n<v S00>A <i>b</i></v> <v S01>c</v>\n\n00:02.000 --> 00:03.000\nd\n",
			"S00: [00:00:01] A b\n\nS01: [00:00:01] c d\n"},
		{"captions without names", "x.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nEn to\n\n00:02.000 --> 00:03.000\ntre.\n", "[00:00:01] En to tre.\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if res := convertText(t, c.file, c.in); res.Text != c.want {
				t.Errorf("got\n%q\nwant\n%q", res.Text, c.want)
			}
		})
	}
}

func TestDocx(t *testing.T) {
	const body = `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>` +
		`<w:p><w:pPr><w:pStyle w:val="Overskrift2"/></w:pPr><w:r><w:t>Mål</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:pStyle w:val="Min"/></w:pPr><w:r><w:t>Egen</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>Pergun</w:t></w:r><w:r><w:t xml:space="preserve">ta: Hva </w:t></w:r><w:del><w:r><w:delText>bort</w:delText></w:r></w:del><w:ins><w:r><w:t>nå?</w:t></w:r></w:ins></w:p>` +
		`<w:p><w:r><w:t>Ola:</w:t><w:tab/><w:t>Ja</w:t><w:footnoteReference w:id="7"/><w:t>.</w:t></w:r></w:p>` +
		`<w:p><w:r><w:t>Pergunta: Når?</w:t></w:r></w:p><w:p><w:r><w:t>Ola: Nå.</w:t><w:br/><w:t># snart</w:t></w:r></w:p>` +
		`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>punkt</w:t></w:r></w:p>` +
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` +
		`<w:p><w:r><w:t>før</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>boks</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>boks</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t> etter</w:t></w:r></w:p>` +
		`<w:p><w:r><w:instrText>PAGE</w:instrText><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r></w:p></w:body></w:document>`
	const styles = `<w:styles xmlns:w="w"><w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="heading 2"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Min"><w:name w:val="Min"/><w:basedOn w:val="Nivå"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Nivå"><w:name w:val="Nivå"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>`
	const notes = `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote><w:footnote w:id="7"><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote></w:footnotes>`
	data := zipOf(t, "word/document.xml", body, "word/styles.xml", styles, "word/footnotes.xml", notes)
	res := convertText(t, "x.docx", string(data))
	want := "## Mål\n\n### Egen\n\nPergunta: Hva nå?\n\nOla: Ja[1].\n\nPergunta: Når?\n\nOla: Nå.\n\\# snart\n\n- punkt\n\na b\tc\n\nfør etter\n\nboks\n\n[1] Note.\n"
	if res.Text != want {
		t.Errorf("got\n%s\nwant\n%s", res.Text, want)
	}
	if !hasEntry(res.Report, "dropped", "deleted and moved text") || !hasEntry(res.Report, "dropped", "hidden text") {
		t.Errorf("report %+v", res.Report)
	}
}

func TestTeamsDocx(t *testing.T) {
	var body strings.Builder
	for _, p := range []string{"15 June 2026, 03:35am", "Kari Ås   0:03", "Hvordan går det?", "Ola   0:09", "Bra.", "Og takk.", "Kari Ås   1:10", "Fint?", "Ola   1:00:12", "Ja."} {
		body.WriteString(`<w:p><w:r><w:t xml:space="preserve">` + p + `</w:t></w:r></w:p>`)
	}
	res := convertText(t, "x.docx", string(zipOf(t, "word/document.xml", "<w:body>"+body.String()+"</w:body>")))
	want := "15 June 2026, 03:35am\n\nKari Ås: [00:00:03] Hvordan går det?\n\nOla: [00:00:09] Bra.\n\nOg takk.\n\nKari Ås: [00:01:10] Fint?\n\nOla: [01:00:12] Ja.\n"
	if res.Text != want || res.Date != "2026-06-15" {
		t.Errorf("%q\n%s", res.Date, res.Text)
	}
}

func TestWordProcessorFiles(t *testing.T) {
	res := convertText(t, "report.docx", string(source(t, "report.docx")))
	for _, want := range []string{"# Årsmelding 2015\n", "\n## Egen overskrift\n", "\n- Økonomi\n", "\nNærvær i hele organisasjonen\t93 %\t94 %\n", "London-saken. [1]\n", "\n[1] Fotnoten forklarer tallene.\n"} {
		if !strings.Contains(res.Text, want) {
			t.Errorf("no %q in\n%s", want, res.Text)
		}
	}
	if res.Title != "Årsmelding 2015" || res.Date != "2016-02-19" || len(res.Speakers) > 0 {
		t.Errorf("%q %q %+v", res.Title, res.Date, res.Speakers)
	}
	res = convertText(t, "interview.docx", string(source(t, "interview.docx")))
	if res.Turns != 16 || len(res.Speakers) != 2 {
		t.Errorf("%d turns, %+v", res.Turns, res.Speakers)
	}
}

func TestErrors(t *testing.T) {
	docx := zipOf(t, "word/document.xml", "<w:p><w:r><w:t>a</w:t></w:r></w:p>")
	for _, c := range []struct{ file, data, want string }{
		{"x.wpd", "a", "which is not read; save it as one of .txt"},
		{"x", "a", "which is not read"},
		{"x.txt", "", "is empty"},
		{"x.txt", " \n\t\n", "holds no text"},
		{"x.docx", "%PDF-1.7 …", "is a PDF by its first bytes, not docx; rename it to .pdf"},
		{"x.txt", "\x89PNG\r\n\x1a\n\x00", "is a PNG picture by its first bytes, not txt"},
		{"x.txt", string(docx), "is a zip archive by its first bytes"},
		{"x.pdf", "hei", "does not begin like a pdf file"},
		{"x.docx", "hei", "does not begin like a docx file"},
		{"x.docx", string(docx[:len(docx)-10]), "is a damaged Word file"},
		{"x.docx", string(zipOf(t, "a.txt", "b")), "is a zip archive, not a Word file"},
		{"x.docx", string(zipOf(t, "xl/workbook.xml", "b")), "is an Excel workbook"},
		{"x.docx", string(zipOf(t, "word/document.xml", "<w:p><w:r>")), "is a damaged Word file"},
		{"x.docx", string(zipOf(t, "word/document.xml", "<w:p></w:p>")), "holds no text"},
		{"x.docx", string(zipOf(t, "word/document.xml", strings.Repeat("<w:p>", 100_000))), "nests its parts more than"},
		{"x.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "old or password-protected"},
		{"x.txt", "abc\x00def", "a zero at byte 3"},
		{"x.txt", "\xff\xfea", "half a character"},
		{"x.vtt", "hei", "does not begin with WEBVTT"},
		{"x.vtt", "WEBVTT\n\n00:61 --> x\nhei", "cannot be read; write it as"},
		{"x.vtt", "WEBVTT\n", "holds no text"},
	} {
		_, err := Convert(context.Background(), c.file, []byte(c.data), Options{Speakers: true})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %.20q: error %v, want %q", c.file, c.data, err, c.want)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Convert(ctx, "x.txt", []byte("a"), Options{}); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

// Files that are made to take long must not.
func TestHostile(t *testing.T) {
	var labels, voices strings.Builder
	for i := range 20_000 {
		n := string(rune('a'+i%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i/676%26)) + string(rune('a'+i/17576%26))
		labels.WriteString("Navn" + n + ": hva?\nNavn" + n + ": det\n")
		if i < 5_000 {
			voices.WriteString("00:01.000 --> 00:02.000\n<v Navn " + n + ">a</v>\n\n")
		}
	}
	for _, c := range []struct{ file, data string }{
		{"x.txt", labels.String()},
		{"x.vtt", "WEBVTT\n\n" + voices.String()},
		{"x.txt", strings.Repeat("a", 4<<20)},
		{"x.txt", strings.Repeat("\n", 4<<20) + "a"},
		{"x.txt", strings.Repeat("[0:01] ", 1<<16)},
		{"x.md", strings.Repeat("**a ", 1<<16)},
		{"x.md", strings.Repeat("[a](", 1<<16)},
		{"x.md", strings.Repeat(">", 1<<16)},
		{"x.md", strings.Repeat("a\n", 1<<16)},
		{"x.docx", string(zipOf(t, "word/document.xml", "<a>"+strings.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 20_000)+"</a>"))},
	} {
		at := time.Now()
		Convert(context.Background(), c.file, []byte(c.data), Options{Speakers: true})
		t.Logf("%s %.20q… %v", c.file, c.data, time.Since(at))
	}
}

func TestFacts(t *testing.T) {
	for in, want := range map[string]struct {
		date string
		min  int
	}{
		"Dato: 19.02.2016\nVarighet: 1 time og 18 min\n": {"2016-02-19", 78},
		"Intervju 28. januar 2016, 45 min\n":             {"2016-01-28", 0},
		"Date: 2016-01-28\nDuration: 45 min\n":           {"2016-01-28", 45},
		"Date: March 3, 2024\nDuration: 01:05:00\n":      {"2024-03-03", 65},
		"Dato: 31. desember 2015\nLengde: 2 timer\n":     {"2015-12-31", 120},
		"ÅRSRAPPORT 2015\n\nVedtatt.\n":                  {"2015", 0},
		"Dato: 45.13.2016\n":                             {"2016", 0},
		"Ingen ting her\n":                               {"", 0},
	} {
		res := convertText(t, "x.txt", in)
		if res.Date != want.date || res.Minutes != want.min {
			t.Errorf("%q: %q %d, want %q %d", in, res.Date, res.Minutes, want.date, want.min)
		}
	}
}

func TestUnpackLimit(t *testing.T) {
	parts, err := openDocx(zipOf(t, "word/document.xml", strings.Repeat(" ", 1000)))
	if err != nil {
		t.Fatal(err)
	}
	parts.left = 999
	if _, err := parts.read(parts.main); err == nil || !strings.Contains(err.Error(), "unpacks to more than") {
		t.Errorf("error %v", err)
	}
}

func TestReadOnlyArguments(t *testing.T) {
	data := source(t, "interview.docx")
	before := string(data)
	if _, err := Convert(context.Background(), "x.docx", data, Options{}); err != nil || string(data) != before {
		t.Error("the bytes changed", err)
	}
}
