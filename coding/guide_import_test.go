package coding

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

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
	g, passedOver := ParseGuide(text)
	all := outline(g) + "\n" + strings.Join(passedOver, "\n")
	for _, line := range strings.Split(text, "\n") {
		words := strings.TrimSpace(strings.TrimLeft(line, "#1. -"))
		if !strings.Contains(all, words) {
			t.Errorf("%q is neither in the guide nor among what was passed over:\n%s", words, all)
		}
	}
	if got := outline(g); got != "use: Use\n  q1: How do you use it?\n    + Who?\n" {
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
