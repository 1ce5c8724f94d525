package coding

import (
	"fmt"
	"sort"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/pattern"
	"crosscase/corpus/plainfile"
)

// LeftOut is what of a file was not taken in, and why, in English (catalogue.Text says it in other languages).
type LeftOut struct {
	Text catalogue.Message
	Why  string
}

var guideResearch = pattern.Of(`(?i)^(?:research questions?|forskningsspørsmål|problemstilling(?:er)?|answers|svarer på)\s*:\s*(.+)$`)

// ParseGuide reads an interview guide from text, Markdown or plain. Headings, lines
// such as "Theme 2: …" and, in a guide without headings, short lines above questions are themes.
// Numbered lines and lines with an id such as [Q2.1] are questions; where a theme has
// none, bullets, lettered lines or lines that end in a question mark. What stands below a
// question in another form, or further in, or behind a label such as "Follow-up:", is its
// probe. A table has columns of themes, questions and probes. A line "Research question: rq1"
// says what the questions of its theme answer.
//
// A question's key is its id, or its number if all questions have one and none stands twice in the
// guide, else it is counted: q1, q2.
//
// All that was read as none of these is returned as well, in order, so that nothing falls away
// silently: consent, instructions to the interviewer, forms, running text.
func ParseGuide(text string) (Guide, []LeftOut) {
	g := Guide{Format: 1}
	p := guideParser{guide: &g, themeKeys: map[string]int{}}
	var lines []guideLine
	g.Title, lines = takeTitle(guideLines(text))
	findThemes(lines)
	sections := guideSections(lines)
	for i, s := range sections {
		p.above = i+1 < len(sections) && s.at >= 0 && sections[i+1].heading.level > s.heading.level
		p.section(s)
	}
	p.giveKeys()
	sort.SliceStable(p.left, func(a, b int) bool { return p.left[a].at < p.left[b].at })
	var left []LeftOut
	for _, l := range p.left {
		left = append(left, l.LeftOut)
	}
	return g, left
}

// ReadsLikeGuide tells whether a text is an interview guide rather than something to be coded: at least four questions, most with a question mark,
// that hold half of its words together with their probes and the headings of their themes.
func ReadsLikeGuide(text string) bool {
	g, _ := ParseGuide(text)
	questions, marked, words := 0, 0, 0
	count := func(s string) { words += len(strings.Fields(s)) }
	for _, theme := range g.Themes {
		count(theme.Label)
		for _, q := range theme.Questions {
			questions++
			if strings.HasSuffix(q.Ask, "?") {
				marked++
			}
			count(q.Ask)
			for _, probe := range q.Probes {
				if strings.HasSuffix(probe, "?") || len(strings.Fields(probe)) < 6 { // anything longer may be an answer
					count(probe)
				}
			}
		}
	}
	return questions >= 4 && 2*marked > questions && 2*words > len(strings.Fields(text))
}

type guideParser struct {
	guide     *Guide
	themeKeys map[string]int // how often a theme's key was given
	marks     []lineMark     // of the questions in order
	answers   []string       // what a line before the questions of a theme said they answer
	above     bool           // the section that is read stands above others
	left      []leftLine
}

// leftLine is what is left out, and where it stands.
type leftLine struct {
	at int
	LeftOut
}

func (p *guideParser) leave(at int, text, why string) {
	p.left = append(p.left, leftLine{at, LeftOut{catalogue.Text("%s", text), why}})
}

func (p *guideParser) ask(t *Theme, l guideLine) {
	p.marks = append(p.marks, l.mark)
	t.Questions = append(t.Questions, Question{Ask: l.text, Answers: p.answers})
}

// theme keeps a theme that has questions, and notes the heading of another as left out.
func (p *guideParser) theme(s guideSection, t Theme, reasons []string) {
	if len(t.Questions) > 0 {
		if t.Key == "" {
			if t.Label == "" {
				t.Label = "Guide"
			}
			t.Key = p.themeKey(t.Label)
		}
		p.guide.Themes = append(p.guide.Themes, t)
		return
	}
	if s.at < 0 {
		return
	}
	why := whyEmpty
	switch {
	case len(reasons) > 0:
		why = headingReason(reasons[0])
	case s.part == consentPart:
		why = whyConsent
	case p.above:
		why = whyAbove
	}
	p.leave(s.at, s.heading.raw, why)
}

// headingReason returns why a heading is left out whose first line is left out for a reason.
func headingReason(first string) string {
	switch first {
	case whyConsent, whyForm, whyResearch:
		return first
	}
	return whyEmpty
}

// themeKey makes a key of the first three words of a label.
func (p *guideParser) themeKey(label string) string {
	words := strings.Split(corpus.Slug(label), "-")
	key := strings.Join(words[:min(3, len(words))], "-")
	p.themeKeys[key]++
	for n := p.themeKeys[key]; n > 1; n++ {
		other := fmt.Sprintf("%s-%d", key, n)
		if p.themeKeys[other] == 0 {
			p.themeKeys[key], p.themeKeys[other] = n, 1
			return other
		}
	}
	return key
}

// giveKeys gives the questions their keys: ids first, then numbers if all have one and each stands
// once, else the first free q<n> from the question's place in the guide.
func (p *guideParser) giveKeys() {
	var questions []*Question
	for t := range p.guide.Themes {
		for q := range p.guide.Themes[t].Questions {
			questions = append(questions, &p.guide.Themes[t].Questions[q])
		}
	}
	used := map[string]bool{}
	for key := range p.themeKeys {
		used[key] = true
	}
	give := func(q *Question, key string) {
		if q.Key == "" && key != "" && !used[key] {
			q.Key, used[key] = key, true
		}
	}
	numbers, counted := map[string]bool{}, false
	for i, q := range questions {
		switch m := p.marks[i]; {
		case m.kind == idMark && m.key != "":
			give(q, corpus.Slug(m.key))
		case m.kind == numberMark:
			counted = counted || numbers[m.key]
			numbers[m.key] = true
		default:
			counted = true
		}
	}
	for i, q := range questions {
		if m := p.marks[i]; m.kind == numberMark && !counted {
			give(q, "q"+m.key)
		}
	}
	next := 0
	for i, q := range questions {
		for n := max(i+1, next); q.Key == ""; n++ {
			if give(q, fmt.Sprintf("q%d", n)); q.Key != "" && n > i+1 {
				next = n + 1
			}
		}
	}
}

// research gives the questions of a theme the research questions that a line names; those in
// full are no keys.
func (p *guideParser) research(list string, t *Theme) bool {
	keys := researchKeys(list)
	if keys == nil {
		return false
	}
	for i := range t.Questions {
		t.Questions[i].Answers = keys
	}
	if len(t.Questions) == 0 {
		p.answers = keys
	}
	return true
}

const mostKeys = 12 // words: a longer line is a sentence

func researchKeys(list string) []string {
	words := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ';' || r == ' ' || r == '\n' })
	if strings.Contains(list, "?") || len(words) > mostKeys {
		return nil
	}
	var keys []string
	for _, k := range words {
		if k = strings.ToLower(strings.Trim(k, ".")); k != "" && k != "og" && k != "and" {
			keys = append(keys, k)
		}
	}
	return keys
}

// EncodeGuide returns a guide as guide.yaml holds it.
func EncodeGuide(g Guide) ([]byte, error) {
	body, err := plainfile.Marshal(g)
	if err != nil {
		return nil, err
	}
	return append([]byte(guideHead), body...), nil
}

const guideHead = `# The interview guide. A question has a key (its identity), its words (ask), a
# short topic for tables, probes, other ways to ask it (also) and the research
# questions that it answers.
`
