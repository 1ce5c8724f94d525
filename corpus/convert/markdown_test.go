package convert

import (
	"strings"
	"testing"
)

func TestMarkdown(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"head", "---\ntitle: Plan\nauthor: Kari\ndate: 2020-01-02\n---\n# A {#a .b}\n\nen\n", "date: 2020-01-02\n\n# A\n\nen\n"},
		{"head with dots", "---\ntitle: Plan\n...\nen\n", "en\n"},
		{"comments and tags", "en<!-- to\n\ntre -->fire <span class=\"x y\">fem</span><br>seks <table><tr><td>sju</td><td>åtte</td></tr></table>\n", "enfire fem\nseks sju åtte\n"},
		{"links", "[en](http://example.org/a_(b) \"x\") ![to](b.png) [tre][ref] [fire][] [00:12][Kari] <https://example.org>\n\n[ref]: https://example.org/x \"T\"\n[fire]: #a\n", "en to tre fire [00:12][Kari] https://example.org\n"},
		{"labels that look like addresses", "[SPEAKER_00]: Ja.\n\n[SPEAKER_01]: Hva?\n\n[SPEAKER_00]: Det.\n", "SPEAKER_00: Ja.\n\nSPEAKER_01: Hva?\n\nSPEAKER_00: Det.\n"},
		{"footnotes", "en[^1] to[^a][^1]\n\n[^1]: Note *en*\n    mer\n[^a]: Note\n", "en[1] to[a][1]\n\n[1] Note en\nmer\n\n[a] Note\n"},
		{"code", "```python numbers\nx = *1*\n```\n\n~~~\n# y\n```\n~~~\n", "x = *1*\n\n\\# y\n\n```\n"},
		{"entities", "&aring;&#229;&amp; \\&thorn; AT&T\n", "åå& &thorn; AT&T\n"},
		{"table", "| a | b |\n|:--|--:|\n| c | [d](e) |\n", "a\tb\nc\td\n"},
		{"private use", "\U0010FF41\U0010FF2A\\*&#x10FF42;\n", "\U0010FF41**\U0010FF42\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if res := readWeb(t, "x.md", c.in); res.Text != c.want {
				t.Errorf("got\n%q\nwant\n%q\n%+v", res.Text, c.want, res.Report)
			}
		})
	}
}

// Google Meet, AssemblyAI and WhisperX, as in the grammar of exports.
func TestMarkdownTranscripts(t *testing.T) {
	want := "Kari Ås: [00:00:05] Hva gjør dere?\n\nOla: Vi øver.\n\nKari Ås: [01:00:09] Hvorfor?\n\nOla: [01:00:19] Det må vi.\n"
	for name, in := range map[string]string{
		"Google Meet":  "# Møte \\- Transcript\n\n### 00:00:05 {#00:00:05}\n\n**Kari Ås:** Hva gjør dere?\n**Ola:** Vi øver.\n\n### 01:00:09 {#01:00:09}\n\n**Kari Ås:** Hvorfor?\n\n### **1:00:19** {#1:00:19}\n\nOla: Det må vi.\n\n### Transcription ended after 01:01:00\n",
		"WhisperX":     "**[00:05] Kari Ås:** Hva gjør dere?\n\n**Ola:** Vi øver.\n\n**[01:00:09] Kari Ås:** Hvorfor?\n\n**[01:00:19] Ola:** Det må vi.\n",
		"escaped time": "\\[00:00:05\\] Kari Ås: Hva gjør dere?\n\nOla: Vi øver.\n\n\\[01:00:09\\] Kari Ås: Hvorfor?\n\n\\[01:00:19\\] **Ola:** Det må vi.\n",
	} {
		res := readWeb(t, "x.md", in)
		text := strings.TrimSuffix(strings.TrimPrefix(res.Text, "# Møte - Transcript\n\n"), "\n### Transcription ended after 01:01:00\n")
		if strings.ReplaceAll(text, "\n\n", "\n") != strings.ReplaceAll(want, "\n\n", "\n") || res.Turns != 4 {
			t.Errorf("%s: %q", name, text)
		}
	}
	res := readWeb(t, "x.md", "### 00:00:05 {#00:00:05}\n\n### 00:00:09\n\nen\n\n### 0:10\n\n## Slutt\n\n### 0:11\n")
	if want := "[00:00:05]\n\n[00:00:09] en\n\n[00:00:10]\n\n## Slutt\n\n[00:00:11]\n"; res.Text != want {
		t.Errorf("%q", res.Text)
	}
	if !hasEntry(res.Report, "normalised", "headings that are times") || !hasEntry(res.Report, "dropped", "marks of headings") {
		t.Errorf("%+v", res.Report)
	}
}

func FuzzMarkdownAccount(f *testing.F) {
	for _, s := range []string{
		"---\ntitle: x\ndate: 2020-01-01\n---\n> q [a][b] [c](d)\n[b]: http://e\n\n1. a\n2. b\n- c\n|a|b|\n|-|-|\n|c|\\||\n",
		"# A {#b} #\n### 00:00:05 {#x}\n**K:** [x](y \"z\") \\# *b* &aring; <b x>c</b>\n\n![d](e)[^1]\n[^1]: f\n",
		"A\n===\n\n```x\n# x\n```\n<!-- c -->&amp;<br>z\n### 0:05\n- **[00:34] S:** t\n\U0010FF41",
	} {
		f.Add([]byte(s))
	}
	fuzzWeb(f, "x.md")
}
