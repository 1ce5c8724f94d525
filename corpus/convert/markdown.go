package convert

import (
	"context"
	"html"
	"regexp"
	"strings"
)

var (
	mdHeading  = regexp.MustCompile(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*$`)
	mdClosing  = regexp.MustCompile(`[ \t]+#+$`)
	mdAttr     = regexp.MustCompile(`[ \t]*\{#[^}]*\}[ \t]*$`)
	mdSetext   = regexp.MustCompile(`^ {0,3}(=+|-+)[ \t]*$`)
	mdRule     = regexp.MustCompile(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	mdBullet   = regexp.MustCompile(`^[ \t]*[-*+•][ \t]+(.*)$`)
	mdNumber   = regexp.MustCompile(`^[ \t]*\d{1,3}[.)][ \t]+\S`)
	mdTableRow = regexp.MustCompile(`^[ \t]*\|.*\|?[ \t]*$`)
	mdTableBar = regexp.MustCompile(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
	mdFence    = regexp.MustCompile("^ {0,3}(```+|~~~+)")
	mdQuote    = regexp.MustCompile(`^ {0,3}>[ \t]?`)
	mdRefDef   = regexp.MustCompile(`^ {0,3}\[[^\]^]+\]:[ \t]+\S+`)
	mdComment  = regexp.MustCompile(`(?s)<!--.*?-->`)
	frontField = regexp.MustCompile(`^(?i)(title|tittel|date|dato):[ \t]*(.*)$`)
)

// readMarkdown reads Markdown as people write it: headings are kept, marks of
// emphasis, links and bullets become plain text, tables become rows. Lines of a
// paragraph stay apart, since a transcript may have a turn on each.
func readMarkdown(_ context.Context, data []byte, _ Options, r *Report) (Source, error) {
	s, err := decode(data, r)
	if err != nil {
		return Source{}, err
	}
	s = lineEnds(s, r)
	src := Source{Format: "md"}
	s = cutFrontMatter(s, &src, r)
	if n := len(mdComment.FindAllString(s, -1)); n > 0 {
		r.Add("dropped", "comments <!-- … -->", n, clip(mdComment.FindString(s), 60))
		s = mdComment.ReplaceAllString(s, "")
	}
	m := mdReader{r: r}
	for line := range strings.SplitSeq(s, "\n") {
		m.line(line)
	}
	m.flush()
	src.Blocks = append(src.Blocks, m.blocks...)
	return src, nil
}

// cutFrontMatter takes a YAML head off; its title is kept, and its date stands
// as a line of its own at the top only if the text would else have lost it.
func cutFrontMatter(s string, src *Source, r *Report) string {
	rest, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		return s
	}
	head, body, ok := strings.Cut(rest, "\n---\n")
	if !ok || !strings.Contains(head, ":") || strings.Contains(head, "\n\n") {
		return s
	}
	for l := range strings.SplitSeq(head, "\n") {
		if m := frontField.FindStringSubmatch(l); m != nil {
			value := strings.Trim(m[2], `"' `)
			if k := strings.ToLower(m[1]); k == "title" || k == "tittel" {
				src.Title = value
			} else if value != "" {
				src.Blocks = append(src.Blocks, Block{Text: m[1] + ": " + value})
			}
		}
	}
	r.Add("dropped", "YAML head (its title and date are kept)", 1, clip(head, 60))
	return body
}

// mdReader gathers the lines of one paragraph.
type mdReader struct {
	blocks []Block
	open   []string
	kind   Kind
	fence  string
	table  bool // the block before is a row of the same table
	r      *Report
}

func (m *mdReader) flush() {
	if len(m.open) > 0 {
		m.blocks = append(m.blocks, Block{Kind: m.kind, Text: inline(strings.Join(m.open, "\n"), m.r)})
	}
	m.open, m.kind = nil, Paragraph
}

func (m *mdReader) heading(level int, text string) {
	m.flush()
	text = mdAttr.ReplaceAllString(mdClosing.ReplaceAllString(text, ""), "")
	if text = inline(text, m.r); strings.TrimSpace(text) != "" {
		m.blocks = append(m.blocks, Block{Kind: Heading, Level: level, Text: text})
	}
}

func (m *mdReader) line(raw string) {
	if f := mdFence.FindStringSubmatch(raw); f != nil && (m.fence == "" || strings.HasPrefix(f[1], m.fence)) {
		m.flush()
		if m.fence == "" {
			m.fence = f[1]
		} else {
			m.fence = ""
		}
		return
	}
	if m.fence != "" {
		if strings.TrimSpace(raw) != "" {
			m.blocks = append(m.blocks, Block{Text: strings.ReplaceAll(raw, "\t", " ")})
		}
		return
	}
	for mdQuote.MatchString(raw) {
		raw = raw[len(mdQuote.FindString(raw)):]
	}
	wasTable := m.table
	m.table = false
	switch {
	case strings.TrimSpace(raw) == "":
		m.flush()
	case mdHeading.MatchString(raw):
		h := mdHeading.FindStringSubmatch(raw)
		m.heading(len(h[1]), h[2])
	case len(m.open) > 0 && m.kind == Paragraph && mdSetext.MatchString(raw):
		level, text := 1, strings.Join(m.open, " ")
		if strings.Contains(raw, "-") {
			level = 2
		}
		m.open = nil
		m.heading(level, text)
	case mdRule.MatchString(raw):
		m.flush()
		m.r.Add("dropped", "rules across the page", 1, "")
	case mdTableRow.MatchString(raw) || wasTable && strings.Contains(raw, "|"):
		m.row(raw, wasTable)
	case mdRefDef.MatchString(raw):
		m.r.Add("dropped", "addresses of links", 1, clip(raw, 60))
	case mdBullet.MatchString(raw):
		m.flush()
		m.kind = ListItem
		m.open = append(m.open, mdBullet.FindStringSubmatch(raw)[1])
	case mdNumber.MatchString(raw):
		m.flush()
		m.open = append(m.open, strings.TrimSpace(raw))
	default:
		m.open = append(m.open, strings.TrimRight(strings.TrimSpace(raw), "\\"))
	}
}

// row reads a line of a pipe table; the bar under its head is left out.
func (m *mdReader) row(raw string, same bool) {
	m.flush()
	m.table = true
	if mdTableBar.MatchString(raw) {
		return
	}
	raw = strings.TrimSpace(raw)
	raw = strings.TrimPrefix(raw, "|")
	if strings.HasSuffix(raw, "|") && !strings.HasSuffix(raw, `\|`) {
		raw = raw[:len(raw)-1]
	}
	cells := strings.Split(strings.ReplaceAll(raw, `\|`, "\x00"), "|")
	for i, c := range cells {
		cells[i] = inline(strings.TrimSpace(strings.ReplaceAll(c, "\x00", "|")), m.r)
	}
	m.blocks = append(m.blocks, Block{Kind: Row, Cells: cells, Tight: same})
}

var (
	mdEscape  = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")
	mdImage   = regexp.MustCompile(`!\[([^\]]*)\]\([^)]*\)`)
	mdLink    = regexp.MustCompile(`\[([^\]\[]+)\]\([^)]*\)`)
	mdRefLink = regexp.MustCompile(`\[([^\]\[]+)\]\[[^\]]*\]`)
	mdAuto    = regexp.MustCompile(`<((?:https?://|mailto:)[^>\s]+)>`)
	mdTag     = regexp.MustCompile(`(?i)</?(?:a|b|i|em|strong|u|p|div|span|sup|sub|img|hr|center|font|details|summary|mark|small)(?:\s[^>]*)?/?>`)
	mdBreak   = regexp.MustCompile(`(?i)<br\s*/?>\n?`)
	mdCode    = regexp.MustCompile("``?([^`\n]+)``?")
	mdStrong  = regexp.MustCompile(`\*\*(\S(?:[^\n]*?\S)?)\*\*`)
	mdStrong2 = regexp.MustCompile(`(^|[^\pL\pN_])__(\S(?:[^\n]*?\S)?)__($|[^\pL\pN_])`)
	mdEm      = regexp.MustCompile(`\*([^\s*](?:[^*\n]*[^\s*])?)\*`)
	mdEm2     = regexp.MustCompile(`(^|[^\pL\pN_])_([^\s_](?:[^_\n]*[^\s_])?)_($|[^\pL\pN_])`)
	mdStrike  = regexp.MustCompile(`~~(\S(?:[^\n]*?\S)?)~~`)
)

// escapedBase is where an escaped character waits while marks are taken out.
const escapedBase = 0x10FF00

// inline takes the marks of emphasis, links and code out of a paragraph.
func inline(s string, r *Report) string {
	if !strings.ContainsAny(s, "\\*_`[]<>&~!") {
		return s
	}
	s = mdEscape.ReplaceAllStringFunc(s, func(m string) string { return string(rune(escapedBase) + rune(m[1])) })
	if n := len(mdImage.FindAllString(s, -1)); n > 0 {
		r.Add("dropped", "pictures (their captions are kept)", n, clip(mdImage.FindString(s), 60))
		s = mdImage.ReplaceAllString(s, "$1")
	}
	if n := len(mdLink.FindAllString(s, -1)); n > 0 {
		r.Add("dropped", "addresses of links", n, clip(mdLink.FindString(s), 60))
		s = mdLink.ReplaceAllString(s, "$1")
	}
	s = mdRefLink.ReplaceAllString(s, "$1")
	s = mdAuto.ReplaceAllString(s, "$1")
	s = mdBreak.ReplaceAllString(s, "\n")
	s = mdTag.ReplaceAllString(s, "")
	s = mdCode.ReplaceAllString(s, "$1")
	s = mdStrong.ReplaceAllString(s, "$1")
	s = mdStrong2.ReplaceAllString(s, "$1$2$3")
	s = mdEm.ReplaceAllString(s, "$1")
	s = mdEm2.ReplaceAllString(s, "$1$2$3")
	s = mdStrike.ReplaceAllString(s, "$1")
	s = html.UnescapeString(s)
	return strings.Map(func(c rune) rune {
		if c >= escapedBase && c < escapedBase+128 {
			return c - escapedBase
		}
		return c
	}, s)
}
