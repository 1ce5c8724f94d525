package coding

import (
	"slices"
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/pattern"
)

// fieldLine is a line that says which field of a code its words belong to.
var fieldLine = pattern.Of(`^(?:[-*+]\s+)?(?:\*\*|__)?(\pL[\pL /_-]{1,30}?)\s*(?::(?:\*\*|__)?|(?:\*\*|__)\s*:)(?:\s+(.*)|)$`)

var quoteLine = pattern.Of(`^(?:>\s*|["“«”])`)

// isMarkdownCodes tells whether a text names its codes in headings.
func isMarkdownCodes(text string) bool {
	n, only := 0, ""
	for line := range strings.SplitSeq(text, "\n") {
		if m := headingLine(line); m > 0 {
			n++
			only = strings.TrimSpace(line[m:])
		}
	}
	// a single one that is the title of the code book has a list below it
	return n > 1 || n == 1 && strings.HasPrefix(strings.TrimSpace(text), "#") && !bookTitle.MatchString(only)
}

// headingLine returns the level of a heading, 0 if the line is none. Levels below the sixth, which
// Markdown does not have, count too.
func headingLine(line string) int {
	n := len(line) - len(strings.TrimLeft(line, "#"))
	if n == 0 || n > maxCodeDepth || n == len(line) || line[n] != ' ' {
		return 0
	}
	return n
}

// markdownRows reads a code from each heading and its fields from the lines "Definition: …" below
// it; words without a field are the definition, quotes the example. Where no line names a
// field, bullets below headings are codes as well.
func markdownRows(text string, in *ImportedCodes) []codeRow {
	in.Form = catalogue.Text("Markdown, a heading for each code")
	lines := strings.Split(text, "\n")
	fields := slices.ContainsFunc(lines, func(l string) bool { _, _, ok := takeField(l); return ok })
	m := markdownCodes{in: in, bullets: !fields}
	levels := map[int]int{}
	for _, l := range lines {
		levels[headingLine(l)]++
	}
	for _, l := range lines {
		m.line(l, levels)
	}
	m.endCode()
	return m.rows
}

type markdownCodes struct {
	in      *ImportedCodes
	rows    []codeRow
	field   codeField
	text    []string            // of the field that is open
	said    map[string][]string // what the open code says in each field
	open    bool
	item    bool // the field is a list item: what is set in belongs to it
	bullets bool
	titled  bool // the title was seen
}

func (m *markdownCodes) line(l string, levels map[int]int) {
	l = strings.TrimRight(l, " \t")
	if m.open && m.item && strings.HasPrefix(l, "  ") {
		m.text = append(m.text, l[2:])
		return
	}
	if n := headingLine(l); n > 0 {
		m.endCode()
		name := plainMarks(strings.TrimRight(l[n:], "# "))
		if len(m.rows) == 0 && !m.titled && bookTitle.MatchString(name) && (levels[n] == 1 || n == 1) {
			m.titled = true
			m.in.leave(name, "the title of the code book")
			return
		}
		m.rows = append(m.rows, codeRow{code: Code{Label: name}, depth: n})
		return
	}
	if len(m.rows) == 0 {
		if strings.ContainsFunc(l, isWordRune) {
			m.in.leave(strings.TrimSpace(l), "above the codes")
		}
		return
	}
	if name, words, ok := takeField(l); ok {
		m.end()
		m.begin(name, words)
		m.item = strings.ContainsAny(l[:1], "-*+")
		return
	}
	if body := strings.TrimLeft(l, " \t"); m.bullets && asciiBullet.MatchString(body) {
		m.endCode()
		name, definition := inlineDefinition(asciiBullet.FindStringSubmatch(body)[1])
		m.rows = append(m.rows, codeRow{code: Code{Label: plainMarks(name), Definition: plainMarks(definition)}, depth: maxCodeDepth + indentOf(l[:len(l)-len(body)])})
		return
	}
	switch body := strings.TrimSpace(l); {
	case body == "" && !m.open:
	case quoteLine.MatchString(body) && (!m.open || m.field.name != "example"):
		m.end()
		m.begin("example", strings.TrimLeft(body, "> "))
	default:
		if !m.open {
			m.begin("definition", "")
		}
		m.text = append(m.text, strings.TrimPrefix(strings.TrimPrefix(l, "  "), "> "))
	}
}

func (m *markdownCodes) begin(field, words string) {
	f, known := fieldNamed(field)
	if !known {
		f = codeField{name: field}
	}
	m.field, m.open, m.item, m.text = f, true, false, nil
	if words != "" {
		m.text = []string{words}
	}
}

// end puts the words of the open field into its code.
func (m *markdownCodes) end() {
	if !m.open {
		return
	}
	m.open = false
	for i, l := range m.text {
		m.text[i] = plainMarks(l)
	}
	text := strings.Trim(strings.Join(m.text, "\n"), "\n ")
	if text == "" {
		return
	}
	if c := m.rows[len(m.rows)-1].code; m.field.set == nil {
		m.in.leave(c.Label+": "+m.field.name+": "+text, "how often a code was used, or who made it")
		return
	}
	if m.said == nil {
		m.said = map[string][]string{}
	}
	m.said[m.field.name] = append(m.said[m.field.name], text)
}

// endCode puts what was said of a code into its fields.
func (m *markdownCodes) endCode() {
	m.end()
	if len(m.rows) == 0 {
		return
	}
	c := &m.rows[len(m.rows)-1].code
	for _, f := range codeFields {
		text := strings.Join(m.said[f.name], "\n")
		switch {
		case text == "" || f.name == "label":
			continue
		case f.name == "key":
			if text = usableKey(text); text == c.Label {
				c.Label = "" // the heading is the key
			}
		case f.name == "find" && strings.Contains(text, "\n"):
			text += "\n"
		case f.name == "colour":
			text = readColour(text)
		}
		f.set(c, text)
	}
	m.said = nil
}

// takeField parts a line "Definition: words" into the field of a code and its words. Names that
// say how often a code was used, or who made it, are fields as well.
func takeField(l string) (field, words string, ok bool) {
	f := fieldLine.FindStringSubmatch(strings.TrimLeft(l, " \t>"))
	if f == nil {
		return "", "", false
	}
	switch column := columnOf(strings.Trim(f[1], "* ")); column {
	case "key", "kind", "definition", "include", "exclude", "example", "questions", "origin", "sources", "values", "find", "unit", "speakers", "was", "colour":
		return column, f[2], true
	case countCol, clerkCol, weightCol:
		return f[1], f[2], true
	}
	return "", "", false
}
