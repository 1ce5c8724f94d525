package convert

import (
	"context"
	"strings"

	"crosscase/corpus/pattern"
)

var (
	mdHeading  = pattern.Of(`^ {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*$`)
	mdClosing  = pattern.Of(`[ \t]+#+$`)
	mdAttr     = pattern.Of(`[ \t]*\{[#.][^{}]*\}[ \t]*$`)
	mdSetext   = pattern.Of(`^ {0,3}(=+|-+)[ \t]*$`)
	mdRule     = pattern.Of(`^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$`)
	mdBullet   = pattern.Of(`^[ \t]*[-*+•][ \t]+(.*)$`)
	mdNumber   = pattern.Of(`^[ \t]*\d{1,3}[.)][ \t]+\S`)
	mdTableRow = pattern.Of(`^[ \t]*\|.*\|?[ \t]*$`)
	mdTableBar = pattern.Of(`^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$`)
	mdFence    = pattern.Of("^ {0,3}(```+|~~~+)(.*)$")
	mdQuote    = pattern.Of(`^ {0,3}>[ \t]?`)
	mdNote     = pattern.Of(`^ {0,3}\[\^([^\]\s]{1,40})\]:[ \t]*(.*)$`)
	// what a link points to stands by itself: an address, perhaps a title
	mdRefDef  = pattern.Of(`^ {0,3}\[[^\]^][^\]]*\]:[ \t]+(?:<[^<>]*>|(?i:[a-z][a-z+.-]*://|mailto:|www\.|[./#])\S*|\S+\.(?i:html?|md|pdf|png|jpe?g|gif|svg|docx?))(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$`)
	mdComment = pattern.Of(`(?s)<!--.*?-->`)
)

// readMarkdown reads Markdown as people write it: headings are kept, marks of
// emphasis, links and bullets become plain text, tables become rows. Lines of a
// paragraph stay apart, since a transcript may have a turn on each. A heading
// that is a time, as Google Meet writes them, is the time of what follows.
func readMarkdown(ctx context.Context, data []byte, _ Options, r *Report) (Source, error) {
	s, err := decode(data, r)
	if err != nil {
		return Source{}, err
	}
	r.In = weigh(s)
	s = lineEnds(s, r)
	src := Source{Format: "md"}
	s = cutFrontMatter(s, &src, r)
	s = takeOut(s, mdComment, "", "dropped", "comments <!-- … -->", r)
	m := mdReader{refs: map[string]bool{}, r: r}
	for line := range strings.SplitSeq(s, "\n") {
		if mdRefDef.MatchString(line) {
			name, _, _ := strings.Cut(strings.TrimLeft(line, " ["), "]:")
			m.refs[fold(name)] = true
		}
	}
	for line := range strings.SplitSeq(s, "\n") {
		if m.lines++; m.lines%4096 == 0 && ctx.Err() != nil {
			return Source{}, ctx.Err()
		}
		m.line(line)
	}
	m.flush()
	m.releaseTime()
	src.Blocks = append(src.Blocks, m.blocks...)
	return src, nil
}

// takeOut replaces what a pattern finds and writes down the letters and digits
// that went by it.
func takeOut(s string, pattern *pattern.Pattern, by, did, what string, r *Report) string {
	n := len(pattern.FindAllStringIndex(s, -1))
	if n == 0 {
		return s
	}
	out := pattern.ReplaceAllString(s, by)
	r.add(did, what, n, weigh(s)-weigh(out), clip(pattern.FindString(s), 60))
	return out
}

// mdReader gathers the lines of one paragraph.
type mdReader struct {
	blocks []Block
	open   []string
	kind   Kind
	fence  string
	table  bool   // the block before is a row of the same table
	time   string // "[00:00:05]", of a heading that is a time: it belongs to what follows
	lines  int
	refs   map[string]bool // names of the addresses that the file gives
	r      *Report
}

func (m *mdReader) flush() {
	if len(m.open) > 0 {
		if text := inline(strings.Join(m.open, "\n"), m.refs, m.r); strings.TrimSpace(text) != "" {
			m.put(Block{Kind: m.kind, Text: text})
		}
	}
	m.open, m.kind = nil, Paragraph
}

// put adds a block, with the time that waits for it.
func (m *mdReader) put(b Block) {
	if m.time != "" && (b.Kind == Paragraph || b.Kind == ListItem) {
		b.Text, m.time = m.time+" "+strings.TrimLeft(b.Text, " \t\n"), ""
	}
	m.releaseTime()
	m.blocks = append(m.blocks, b)
}

// releaseTime writes a time that no paragraph followed.
func (m *mdReader) releaseTime() {
	if m.time != "" {
		m.blocks = append(m.blocks, Block{Text: m.time})
	}
	m.time = ""
}

func (m *mdReader) heading(level int, text string) {
	m.flush()
	text = takeOut(text, mdAttr, "", "dropped", "marks of headings {#…}", m.r)
	text = strings.TrimSpace(inline(mdClosing.ReplaceAllString(text, ""), m.refs, m.r))
	if clock := strings.Trim(text, "[]() "); wholeClock.MatchString(clock) {
		if at, ok := parseClock(clock); ok {
			m.releaseTime()
			m.time = "[" + formatClock(at) + "]"
			m.r.add("normalised", "headings that are times → times of the next turn", 1, weigh(text)-weigh(m.time), text)
			return
		}
	}
	if text != "" {
		m.put(Block{Kind: Heading, Level: level, Text: text})
	}
}

func (m *mdReader) line(raw string) {
	if f := mdFence.FindStringSubmatch(raw); f != nil && (m.fence == "" && !strings.Contains(f[2], f[1][:1]) || m.fence != "" && strings.HasPrefix(f[1], m.fence) && strings.TrimSpace(f[2]) == "") {
		m.flush()
		if m.fence == "" {
			m.fence = f[1]
			if info := strings.TrimSpace(f[2]); info != "" {
				m.r.Drop("languages named at blocks of code", info)
			}
		} else {
			m.fence = ""
		}
		return
	}
	if m.fence != "" {
		if strings.TrimSpace(raw) != "" {
			m.put(Block{Text: strings.ReplaceAll(raw, "\t", " ")})
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
	case mdNote.MatchString(raw):
		m.flush()
		n := mdNote.FindStringSubmatch(raw)
		m.kind = Note
		m.open = append(m.open, "["+n[1]+"] "+n[2])
	case mdRefDef.MatchString(raw):
		m.flush()
		m.r.Drop("addresses of links", raw)
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
		cells[i] = inline(strings.TrimSpace(strings.ReplaceAll(c, "\x00", "|")), m.refs, m.r)
	}
	m.put(Block{Kind: Row, Cells: cells, Text: strings.Join(cells, " "), Tight: same})
}
