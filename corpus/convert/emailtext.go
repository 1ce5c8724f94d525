package convert

import "strings"

// plain reads a plain text: a blank line ends a paragraph, the lines of one stay
// apart unless the mail says that they flow.
func (m *mailReader) plain(s string, params map[string]string) {
	m.r.In += weigh(s)
	s = lineEnds(s, m.r)
	if strings.EqualFold(params["format"], "flowed") {
		s = unflow(s, strings.EqualFold(params["delsp"], "yes"), m.r)
	}
	var open []string
	flush := func() {
		if len(open) > 0 {
			m.blocks = append(m.blocks, Block{Text: strings.Join(open, "\n")})
		}
		open = nil
	}
	for line := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		open = append(open, line)
	}
	flush()
}

// unflow joins the lines that a mail program broke: those that end in a blank go
// on in the next of the same depth of quotation (RFC 3676).
func unflow(s string, deleteBlank bool, r *Report) string {
	var out strings.Builder
	depthBefore, open, joined := 0, false, 0 // open: the line before goes on
	for line := range strings.SplitSeq(s, "\n") {
		depth := 0
		for depth < len(line) && line[depth] == '>' {
			depth++
		}
		text := strings.TrimPrefix(line[depth:], " ") // stuffed
		flows := strings.HasSuffix(text, " ") && text != "-- "
		if flows && deleteBlank {
			text = text[:len(text)-1]
		}
		switch {
		case out.Len() == 0:
		case open && depth == depthBefore && text != "-- " && text != "":
			joined++
		default:
			out.WriteByte('\n')
			open = false
		}
		if depth > 0 && (!open || out.Len() == 0) {
			out.WriteString(strings.Repeat(">", depth) + " ")
		}
		out.WriteString(text)
		depthBefore, open = depth, flows
	}
	r.Add("normalised", "lines that the mail program broke put together", joined, "")
	return out.String()
}
