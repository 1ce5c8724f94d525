package coding

import (
	"fmt"
	"regexp"
	"sort"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

var (
	guideHeading  = regexp.MustCompile(`^(#{1,6})\s+(.*)$`)
	guideID       = regexp.MustCompile(`^\[\s*([\p{L}]*\d+(?:[.\-]\d+)*[a-z]?)\s*\]\s*[:.)]?\s*(.*)$`)
	guideNumber   = regexp.MustCompile(`^(?:[-*•–]\s+)?(?:([QqSs]p?\.?\s?)?(\d{1,3}(?:\.\d{1,3})*))[.):]\s*(.*)$`)
	guideBullet   = regexp.MustCompile(`^(?:[-*•–◦▪]|[a-zæøå][.)]|[ivx]+[.)])\s+(.*)$`)
	guideResearch = regexp.MustCompile(`(?i)^(?:[-*•]\s*)?(?:research questions?|forskningsspørsmål|problemstilling(?:er)?|answers|svarer på)\s*:\s*(.+)$`)
)

// ParseGuide reads an interview guide from text: headings are themes; numbered
// lines, lines with an id such as [Q2.1] and, where nothing is numbered, bullets and lines that
// end in a question mark are questions; bullets below a question are its probes; a line
// "Research question: rq1", before or after them, says what the questions of its theme answer. The first
// heading of the highest level, if it alone has that level and nothing below it, is the title.
//
// What was read as nothing (introductions, consent, notes) is returned as well,
// line by line, so that nothing falls away silently.
func ParseGuide(text string) (g Guide, passedOver []string) {
	lines := guideLines(text)
	g = Guide{Format: 1}
	p := guideParser{guide: &g, numbered: false, used: map[string]bool{}}
	levels := map[int]int{}
	first := 0
	for _, l := range lines {
		if m := guideHeading.FindStringSubmatch(l.text); m != nil {
			levels[len(m[1])]++
			if first == 0 {
				first = len(m[1])
			}
		}
		if guideID.MatchString(l.text) || guideNumber.MatchString(l.text) {
			p.numbered = true
		}
	}
	titleLevel := 0
	if first > 0 && levels[first] == 1 && len(levels) > 1 {
		titleLevel = first
	}
	var passed []int
	for i, l := range lines {
		p.at = i
		if !p.line(l, titleLevel) {
			passed = append(passed, i)
		}
	}
	passed = append(passed, p.finish()...)
	sort.Ints(passed)
	for _, i := range passed {
		passedOver = append(passedOver, lines[i].text)
	}
	return g, passedOver
}

type guideLine struct {
	text   string
	indent int
}

// guideLines parts a text into lines; the cells of a table row are lines of their own.
func guideLines(text string) []guideLine {
	var out []guideLine
	for _, raw := range strings.Split(text, "\n") {
		body := strings.TrimLeft(raw, " ")
		indent := len(raw) - len(body)
		for i, cell := range strings.Split(body, "\t") {
			if cell = strings.TrimSpace(cell); cell != "" {
				if i == 0 && strings.Contains(body, "\t") && !guideHeading.MatchString(cell) && len(strings.Fields(cell)) < 8 && !strings.HasSuffix(cell, "?") {
					cell = "## " + cell // the left column of a two-column guide names the theme
				}
				out = append(out, guideLine{cell, indent})
			}
		}
	}
	return out
}

type guideParser struct {
	guide    *Guide
	numbered bool
	used     map[string]bool
	number   int      // of questions so far
	at       int      // index of the line that is read
	headings []int    // of each theme, the index of its heading; -1 for one without
	answers  []string // what a line before the questions of a theme said they answer
}

func (p *guideParser) line(l guideLine, titleLevel int) bool {
	text := plainMarks(l.text)
	if m := guideHeading.FindStringSubmatch(text); m != nil {
		if len(m[1]) == titleLevel && p.guide.Title == "" {
			p.guide.Title = m[2]
			return true
		}
		label := strings.TrimSpace(regexp.MustCompile(`^(?:\d+(?:\.\d+)*[.)]?|[IVX]+[.)]|[A-ZÆØÅ][.)])\s+`).ReplaceAllString(m[2], ""))
		p.guide.Themes = append(p.guide.Themes, Theme{Key: p.key(label), Label: label})
		p.headings, p.answers = append(p.headings, p.at), nil
		return true
	}
	if m := guideResearch.FindStringSubmatch(text); m != nil {
		return p.research(m[1])
	}
	if m := guideID.FindStringSubmatch(text); m != nil {
		p.question(corpus.Slug(m[1]), m[2])
		return true
	}
	if m := guideNumber.FindStringSubmatch(text); m != nil && m[3] != "" && l.indent < 8 {
		p.question("", m[3])
		return true
	}
	if m := guideBullet.FindStringSubmatch(text); m != nil {
		if q := p.last(); q != nil && (p.numbered || l.indent > 0) {
			q.Probes = append(q.Probes, m[1])
			return true
		}
		p.question("", m[1])
		return true
	}
	if strings.HasSuffix(text, "?") && !p.numbered {
		p.question("", text)
		return true
	}
	if q := p.last(); q != nil && l.indent > 0 {
		q.Probes = append(q.Probes, text)
		return true
	}
	return false
}

func plainMarks(s string) string {
	return strings.TrimSpace(strings.NewReplacer("**", "", "__", "", `\[`, "[", `\]`, "]").Replace(s))
}

func (p *guideParser) last() *Question {
	if len(p.guide.Themes) == 0 {
		return nil
	}
	t := &p.guide.Themes[len(p.guide.Themes)-1]
	if len(t.Questions) == 0 {
		return nil
	}
	return &t.Questions[len(t.Questions)-1]
}

func (p *guideParser) question(key, ask string) {
	if len(p.guide.Themes) == 0 {
		p.guide.Themes = append(p.guide.Themes, Theme{Key: "guide", Label: "Guide"})
		p.headings = append(p.headings, -1)
	}
	p.number++
	if key == "" || p.used[key] {
		key = fmt.Sprintf("q%d", p.number)
		for n := p.number; p.used[key]; {
			n++
			key = fmt.Sprintf("q%d", n)
		}
	}
	p.used[key] = true
	t := &p.guide.Themes[len(p.guide.Themes)-1]
	t.Questions = append(t.Questions, Question{Key: key, Ask: strings.TrimSpace(ask), Answers: p.answers})
}

// research takes the keys of research questions; one in full is no key.
func (p *guideParser) research(list string) bool {
	if strings.Contains(list, "?") {
		return false
	}
	var keys []string
	for _, k := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ';' || r == ' ' }) {
		if k = strings.ToLower(strings.Trim(k, ".")); k != "" && k != "og" && k != "and" {
			keys = append(keys, k)
		}
	}
	if len(p.guide.Themes) == 0 {
		return false
	}
	t := &p.guide.Themes[len(p.guide.Themes)-1]
	for i := range t.Questions {
		t.Questions[i].Answers = keys
	}
	if len(t.Questions) == 0 {
		p.answers = keys
	}
	return true
}

func (p *guideParser) key(label string) string {
	words := strings.Split(corpus.Slug(label), "-")
	key := strings.Join(words[:min(3, len(words))], "-")
	base := key
	for n := 2; p.used[key]; n++ {
		key = fmt.Sprintf("%s-%d", base, n)
	}
	p.used[key] = true
	return key
}

// finish drops themes without questions, which are headings of introductions and notes,
// and returns the lines of those headings.
func (p *guideParser) finish() []int {
	var dropped []int
	kept := p.guide.Themes[:0]
	for i, t := range p.guide.Themes {
		if len(t.Questions) > 0 {
			kept = append(kept, t)
		} else {
			dropped = append(dropped, p.headings[i])
		}
	}
	p.guide.Themes = kept
	return dropped
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
