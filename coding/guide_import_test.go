package coding

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"crosscase/corpus/plainfile"
)

// outline prints a guide as the tests below write it down.
func outline(g Guide) string {
	var b strings.Builder
	if g.Title != "" {
		fmt.Fprintf(&b, "= %s\n", g.Title)
	}
	for _, t := range g.Themes {
		fmt.Fprintf(&b, "%s: %s\n", t.Key, t.Label)
		for _, q := range t.Questions {
			fmt.Fprintf(&b, "  %s: %s", q.Key, q.Ask)
			if len(q.Answers) > 0 {
				fmt.Fprintf(&b, " -> %s", strings.Join(q.Answers, " "))
			}
			b.WriteString("\n")
			for _, p := range q.Probes {
				fmt.Fprintf(&b, "    + %s\n", p)
			}
		}
	}
	return b.String()
}

func TestGuideIsReadFromManyLayouts(t *testing.T) {
	for _, c := range []struct{ layout, text, want string }{
		{"numbered with bullets as probes", `# The model

1. Could you describe it?
   - Who uses it?
   - Since when
2) And the effects?

# Closing
3: Anything else?
`, `the-model: The model
  q1: Could you describe it?
    + Who uses it?
    + Since when
  q2: And the effects?
closing: Closing
  q3: Anything else?
`},
		{"ids in brackets", `## Theme one
[Q2.1] How is it used?
[Q2.2]: By whom?
- the managers?
[7] And now?
`, `theme-one: Theme one
  q2.1: How is it used?
  q2.2: By whom?
    + the managers?
  7: And now?
`},
		{"bullets only", `# Bruk
- Hvordan brukes modellen
* Hvem bruker den
  - ledere
• Når
`, `bruk: Bruk
  q1: Hvordan brukes modellen
  q2: Hvem bruker den
    + ledere
  q3: Når
`},
		{"questions by their mark", `## Use
How do you use it?
   With whom
Who decides?
`, `use: Use
  q1: How do you use it?
    + With whom
  q2: Who decides?
`},
		{"two columns", "Theme\tQuestions\nStyring\tHvordan styrer dere?\nBruk av tall\tHvilke tall bruker dere?\tHvem ser dem?\n", `styring: Styring
  q1: Hvordan styrer dere?
bruk-av-tall: Bruk av tall
  q2: Hvilke tall bruker dere?
  q3: Hvem ser dem?
`},
		{"a title above the themes", `# Interview guide 2016
## 1. Background
1. Who are you?
## II. Use
2. How?
`, `= Interview guide 2016
background: Background
  q1: Who are you?
use: Use
  q2: How?
`},
		{"research questions of a theme", `# Use
1. How?
2. Why?
Research questions: RQ1, rq2 and rq4.
# Effects
Forskningsspørsmål: rq3
3. What came of it?
# More
4. What else?
`, `use: Use
  q1: How? -> rq1 rq2 rq4
  q2: Why? -> rq1 rq2 rq4
effects: Effects
  q3: What came of it? -> rq3
more: More
  q4: What else?
`},
		{"bold marks and escaped brackets", "# Use\n**\\[Q1\\]** How?\n__2.__ Why?\n", `use: Use
  q1: How?
  q2: Why?
`},
		{"no headings", "1. How?\n2. Why?\n", `guide: Guide
  q1: How?
  q2: Why?
`},
		{"headings that say the same, and an id that is used twice", "# Use\n[Q1] How?\n# Use\n[Q1] Why?\n", `use: Use
  q1: How?
use-2: Use
  q2: Why?
`},
		{"themes by roman numbers, letters below questions, a wrapped line", "I. The job\n1. How did you come here, and what was the place\nlike when you came?\n\ta) at work\n\tb) at home\nII. The town\n2. Who decides?\n",
			`the-job: The job
  q1: How did you come here, and what was the place like when you came?
    + at work
    + at home
the-town: The town
  q2: Who decides?
`},
		{"numbers that restart", "Background\n1. Who are you?\n2. Where from?\n\nWork\n1. What do you do?\n", `background: Background
  q1: Who are you?
  q2: Where from?
work: Work
  q3: What do you do?
`},
		{"numbers that go on, and skip one", "# A\n1. Who?\n2. Where?\n# B\n4. What?\n", `a: A
  q1: Who?
  q2: Where?
b: B
  q4: What?
`},
		{"numbers within numbers", "1 Bakgrunn\n1.1 Hvem er du?\n1.1.1 Hvor gammel?\n2 Arbeid\n2.1 Hva gjør du?\n", `bakgrunn: Bakgrunn
  q1.1: Hvem er du?
    + Hvor gammel?
arbeid: Arbeid
  q2.1: Hva gjør du?
`},
		{"questions called so, a word alone above probes", "Tema 1: Mål\nSpørsmål 1: Hva er målene?\nOppfølging:\n- hvem\n- når\nSpørsmål 2: Hvem setter dem?\nLytt etter: makt\nProbe: who?\n", `tema-1-maal: Tema 1: Mål
  q1: Hva er målene?
    + hvem
    + når
  q2: Hvem setter dem?
    + Lytt etter: makt
    + who?
`},
		{"a table of two columns without a head", "Mål\tHva er målene? Hvem setter dem? Fortell om sist gang.\nTall\t1. Hvilke tall? 2. Hvem ser dem?\n", `maal: Mål
  q1: Hva er målene?
  q2: Hvem setter dem?
  q3: Fortell om sist gang.
tall: Tall
  q4: Hvilke tall?
  q5: Hvem ser dem?
`},
		{"a table of three columns, a theme over two rows", "| Theme | Question | Follow-up |\n|---|---|---|\n| Goals | Which goals? | who sets them<br>when |\n| | Which numbers? | |\n| End | Anything else? | |\n", `goals: Goals
  q1: Which goals?
    + who sets them
    + when
  q2: Which numbers?
end: End
  q3: Anything else?
`},
		{"bullets in one line of a cell, a number within a sentence", "Mål\t• Hvem setter dem • Hva måles\nTrinn\tHva sier trinn 2. Oppstart om dere?\n", `maal: Mål
  q1: Hvem setter dem
  q2: Hva måles
trinn: Trinn
  q3: Hva sier trinn 2. Oppstart om dere?
`},
		{"a table with numbers and research questions", "No.\tResearch question\tInterview question\n1\tRQ1\tWhich goals?\n2\tRQ2, RQ3\tWhich numbers?\n", `guide: Guide
  q1: Which goals? -> rq1
  q2: Which numbers? -> rq2 rq3
`},
		{"consent, orders, a form", "## Samtykke\n- Er det greit at jeg tar opp?\n## Innledning\n- Takk for at du stiller\n- Kan du fortelle om deg selv?\n## Slutt\n1. Noe mer?\nTakk for praten.\n## Metadataskjema\nAlder: ____\nKjønn:\n", `innledning: Innledning
  q1: Kan du fortelle om deg selv?
slutt: Slutt
  q2: Noe mer?
`},
		{"headings that ask", "# Guide\n## Goals\n### Which goals do you have?\n- who sets them\n### What of the numbers?\n", `= Guide
goals: Goals
  q1: Which goals do you have?
    + who sets them
  q2: What of the numbers?
`},
		{"bullets of a flat list, some of which ask", "## Bruk\n\n- Hvordan brukes modellen?\n\n- ledere\n\n- Hvem bestemmer?\n", `bruk: Bruk
  q1: Hvordan brukes modellen?
    + ledere
  q2: Hvem bestemmer?
`},
		{"ids of parts, letters behind numbers", "A1. Hvem er du?\nA2. Hva gjør du?\n\n1. Hvordan?\n1a) Med hvem?\n", `guide: Guide
  a1: Hvem er du?
  a2: Hva gjør du?
  q1: Hvordan?
    + Med hvem?
`},
		{"numbers without a sign", "1 Fortell om jobben\n2 Hvordan styrer dere?\n3 Noe mer\n", `guide: Guide
  q1: Fortell om jobben
  q2: Hvordan styrer dere?
  q3: Noe mer
`},
		{"research questions above their questions in a table", "Forskningsspørsmål\tIntervjuspørsmål\nHvordan brukes tall?\tHvilke tall ser du? Hvem viser deg dem?\nHvorfor?\tHva er de bra for?\n", `hvordan-brukes-tall: Hvordan brukes tall?
  q1: Hvilke tall ser du?
  q2: Hvem viser deg dem?
hvorfor: Hvorfor?
  q3: Hva er de bra for?
`},
		{"what the interviewer says of herself", "## Introduksjon (5 min)\n- Presenter deg selv og prosjektet\n- Forklar formålet med intervjuet\n- Kan du fortelle litt om deg selv?\n", `introduksjon-5-min: Introduksjon (5 min)
  q1: Kan du fortelle litt om deg selv?
`},
		{"numbered themes, bullets that ask", "1. Bakgrunn\n- Kan du fortelle om jobben?\n- Hvor lenge har du hatt den?\n2. Styring\n- Hvilke mål har dere?\n", `bakgrunn: Bakgrunn
  q1: Kan du fortelle om jobben?
  q2: Hvor lenge har du hatt den?
styring: Styring
  q3: Hvilke mål har dere?
`},
		{"a date is no number", "## Om\nHvor gammel er du?\n12. mai 2016\n", `om: Om
  q1: Hvor gammel er du?
`},
	} {
		g, _ := ParseGuide(c.text)
		if got := outline(g); got != c.want {
			t.Errorf("%s: read as\n%swant\n%s", c.layout, got, c.want)
		}
	}
}

func TestNothingOfAGuideFallsAwaySilently(t *testing.T) {
	text := `Interview guide for the study

This is what we tell everybody: taking part is voluntary.
Research questions: rq1
# Introduction
We thank the informant.
# Use
Note to self, begin slowly
Research question: How is the model used?
1. How do you use it?
   - Who?
# Notes
Bring the recorder.
`
	g, left := ParseGuide(text)
	all := outline(g)
	for _, l := range left {
		all += "\n" + l.Text.String()
	}
	for _, line := range strings.Split(text, "\n") {
		words := strings.TrimSpace(strings.TrimLeft(line, "#1. -"))
		if !strings.Contains(all, words) {
			t.Errorf("%q is neither in the guide nor among what was passed over:\n%s", words, all)
		}
	}
	if got := outline(g); got != "= Interview guide for the study\nuse: Use\n  q1: How do you use it?\n    + Who?\n" {
		t.Errorf("read as\n%s", got)
	}
}

func TestGuideSurvivesItsFile(t *testing.T) {
	g, _ := ParseGuide("# Guide\n## Use: \"how\"\n1. How do you use it? # or: who\n   - yes\n   - no\nResearch questions: rq1\n")
	data, err := EncodeGuide(g)
	if err != nil {
		t.Fatal(err)
	}
	var problems plainfile.Problems
	back := ReadGuide(data, &problems)
	wantNoProblems(t, problems)
	if outline(back) != outline(g) || !reflect.DeepEqual(back.Keys(), g.Keys()) {
		t.Errorf("read back as\n%sfrom\n%s", outline(back), data)
	}
}

// TestEveryWordOfTheExamplesIsSomewhere looks for the words of the example guides in what was
// read and in what was left out.
func TestEveryWordOfTheExamplesIsSomewhere(t *testing.T) {
	files, _ := filepath.Glob(filepath.Join("..", "testdata", "guides", "*"))
	more, _ := filepath.Glob(filepath.Join("..", "testdata", "guidematch", "*", "guide.md"))
	n := 0
	for _, file := range append(files, more...) {
		if ext := filepath.Ext(file); ext != ".md" && ext != ".txt" {
			continue
		}
		n++
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		g, left := ParseGuide(string(data))
		out := outline(g)
		for _, l := range left {
			out += "\n" + l.Text.String()
		}
		for _, q := range g.Questions() {
			out += "\n" + q.Topic
		}
		have := map[string]int{}
		for _, w := range wordsIn(out) {
			have[w]++
		}
		for _, w := range wordsIn(string(data)) {
			if have[w]--; have[w] < 0 && !labelWords[w] {
				t.Errorf("%s: %q is nowhere", file, w)
			}
		}
	}
	if n < 20 {
		t.Fatalf("only %d examples", n)
	}
}

// labelWords are words that mark a question or a probe.
var labelWords = map[string]bool{"spørsmål": true, "question": true, "probe": true, "oppfølging": true, "stikkord": true, "follow": true, "research": true}

// wordsIn returns the words of a text that are longer than a mark.
func wordsIn(s string) []string {
	return slices.DeleteFunc(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isWordRune(r) }), func(w string) bool { return len(w) < 4 })
}

// TestHostileGuides reads texts that are made to take long: it ends, where something would
// never end.
func TestHostileGuides(t *testing.T) {
	if testing.Short() {
		t.Skip("long under the race detector")
	}
	for name, text := range map[string]string{
		"one line": strings.Repeat("How? ", 100_000), "marks": strings.Repeat("1. a) - ", 100_000), "run": "a) x. " + strings.Repeat("b) x. ", 100_000), "cell": "a\t" + strings.Repeat("How? ", 50_000),
		"headings": strings.Repeat("# a\n1. How?\n", 50_000), "wrapped": strings.Repeat(strings.Repeat("x", 70)+"\n", 20_000), "rows": strings.Repeat("a\tb\tc?\n", 50_000),
		"columns": strings.Repeat("a\t", 20_000) + "\n" + strings.Repeat("b\n", 1000), "stars": strings.Repeat("*", 300_000), "wide": strings.Repeat("a\t\t\tb?\n", 100) + strings.Repeat("\tx", 100_000),
	} {
		g, left := ParseGuide(text)
		t.Logf("%s: %d questions, %d left", name, len(g.Questions()), len(left))
	}
}

// FuzzParseGuide holds whatever is read to what a guide must be: keys that stand once, questions with
// words; and the guide survives its file.
func FuzzParseGuide(f *testing.F) {
	files, _ := filepath.Glob(filepath.Join("..", "testdata", "guides", "*"))
	for _, file := range files {
		if ext := filepath.Ext(file); ext == ".md" || ext == ".txt" {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(data))
		}
	}
	f.Add("\t-|-|")
	f.Add("a | b | c\n|--|\n\t1.\t[Q1] x?\n> - y")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		g, _ := ParseGuide(text)
		data, err := EncodeGuide(g)
		if err != nil {
			t.Fatal(err)
		}
		var problems plainfile.Problems
		back := ReadGuide(data, &problems)
		if len(problems) > 0 || outline(back) != outline(g) {
			t.Fatalf("%v\n%s\n%s", problems, outline(g), outline(back))
		}
		again, _ := ParseGuide(text)
		if outline(again) != outline(g) {
			t.Fatal("read otherwise a second time")
		}
	})
}
