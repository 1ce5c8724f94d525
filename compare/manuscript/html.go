package manuscript

import (
	_ "embed"
	"fmt"
	"html"
	"io"
	"strings"
)

//go:embed page.css
var pageCSS string

// WriteHTML writes the manuscript as one page that needs nothing else: no script, no font, no
// picture from outside. A table of contents, links to notes and tables, and footnotes at the end.
func (m *Manuscript) WriteHTML(w io.Writer) error {
	h := &htmlPage{m: m, n: m.number(), anchors: map[string]string{}}
	for i, b := range m.Blocks {
		h.nameTargets(i, b)
	}
	h.printf("<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n", m.Language)
	h.printf("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>%s</title>\n<style>\n%s</style>\n</head>\n<body>\n", html.EscapeString(m.Title), pageCSS)
	if m.Title != "" {
		h.printf("<header><h1>%s</h1>\n", html.EscapeString(m.Title))
		for _, s := range []string{m.Subtitle, m.Byline} {
			if s != "" {
				h.printf("<p>%s</p>\n", html.EscapeString(s))
			}
		}
		h.printf("</header>\n")
	}
	if m.Contents {
		h.contents()
	}
	h.printf("<main>\n")
	for i, b := range m.Blocks {
		h.write(i, b)
	}
	h.footnotes()
	h.printf("</main>\n</body>\n</html>\n")
	_, err := io.WriteString(w, h.b.String())
	return err
}

type htmlPage struct {
	m       *Manuscript
	n       *numbers
	b       strings.Builder
	anchors map[string]string // by ID
}

func (h *htmlPage) printf(format string, args ...any) { fmt.Fprintf(&h.b, format, args...) }

func (h *htmlPage) nameTargets(i int, b Block) {
	add := func(id, name string) {
		if id != "" {
			h.anchors[id] = name
		}
	}
	switch b := b.(type) {
	case Heading:
		add(b.ID, fmt.Sprintf("s%d", i))
	case Table:
		add(b.ID, fmt.Sprintf("t%d", i))
	case Picture:
		add(b.ID, fmt.Sprintf("t%d", i))
	case Quote:
		add(b.ID, fmt.Sprintf("q%d", i))
	case Notes:
		for k, note := range b {
			add(note.ID, fmt.Sprintf("n%d-%d", i, k))
		}
	}
}

func (h *htmlPage) contents() {
	h.printf("<nav><h2>%s</h2>\n<ul>\n", h.m.Language.Say("ms-contents"))
	for i, b := range h.m.Blocks {
		if head, ok := b.(Heading); ok && head.Level <= 3 {
			h.printf("<li class=\"l%d\"><a href=\"#s%d\">%s</a></li>\n", head.Level, i, html.EscapeString(strings.TrimSpace(h.n.heading[i]+" "+head.Text)))
		}
	}
	h.printf("</ul></nav>\n")
}

func (h *htmlPage) write(i int, b Block) {
	switch b := b.(type) {
	case Heading:
		level := min(b.Level+1, 6)
		h.printf("<h%d id=\"s%d\">%s</h%d>\n", level, i, html.EscapeString(strings.TrimSpace(h.n.heading[i]+" "+b.Text)), level)
	case Paragraph:
		class := ""
		switch {
		case b.Box:
			class = " class=\"banner\""
		case b.Small:
			class = " class=\"note\""
		}
		h.printf("<p%s>%s</p>\n", class, h.text(b.Text))
	case Quote:
		id := ""
		if b.ID != "" {
			id = fmt.Sprintf(" id=\"q%d\"", i)
		}
		h.printf("<blockquote%s%s>%s", id, language(b.Language), breaks(b.Text))
		if len(b.Source) > 0 {
			h.printf(" <cite>(%s)</cite>", h.text(b.Source))
		}
		if b.Mark != "" {
			h.printf(" <span class=\"number\">%s</span>", html.EscapeString(b.Mark))
		}
		h.printf("</blockquote>\n")
	case List:
		element := "ul"
		if b.Ordered {
			element = "ol"
		}
		h.printf("<%s>\n", element)
		for _, item := range b.Items {
			h.printf("<li>%s</li>\n", h.text(item))
		}
		h.printf("</%s>\n", element)
	case Table:
		h.table(i, b)
	case Picture:
		h.printf("<figure id=\"t%d\">\n", i)
		if b.SVG != "" {
			h.printf("%s\n", b.SVG)
		} else {
			h.printf("<p>%s</p>\n", html.EscapeString(b.Words))
		}
		h.printf("<figcaption><b>%s</b>. %s</figcaption></figure>\n", upperFirst(h.m.Language.Say("ms-picture", h.n.picture[i])), html.EscapeString(b.Caption))
	case Notes:
		h.printf("<div class=\"notes\">\n")
		for k, note := range b {
			h.printf("<p id=\"n%d-%d\"><span class=\"mark\">%s</span> %s</p>\n", i, k, html.EscapeString(note.Mark), h.text(note.Text))
		}
		h.printf("</div>\n")
	}
}

func (h *htmlPage) table(i int, t Table) {
	h.printf("<table id=\"t%d\">\n", i)
	if t.Caption != "" {
		h.printf("<caption><b>%s</b>. %s</caption>\n", upperFirst(h.m.Language.Say("ms-table", h.n.table[i])), html.EscapeString(t.Caption))
	}
	h.printf("<thead><tr>")
	for _, head := range t.Head {
		h.printf("<th scope=\"col\">%s</th>", breaks(head))
	}
	h.printf("</tr></thead>\n<tbody>\n")
	for _, r := range t.Rows {
		h.printf("<tr>")
		for j, c := range r.Cells {
			if r.Head {
				h.printf("<th scope=\"rowgroup\" colspan=\"%d\">%s</th>", len(t.Head), h.cell(c))
				break
			}
			if j == 0 {
				h.printf("<th scope=\"row\">%s</th>", h.cell(c))
				continue
			}
			class := ""
			if c.State != "" {
				class = " class=\"" + html.EscapeString(c.State) + "\""
			}
			h.printf("<td%s>%s</td>", class, h.cell(c))
		}
		h.printf("</tr>\n")
	}
	h.printf("</tbody>\n</table>\n")
	for _, note := range t.Notes {
		h.printf("<p class=\"note\">%s</p>\n", h.text(note))
	}
}

func (h *htmlPage) cell(c Cell) string {
	parts := make([]string, len(c.Lines))
	for i, l := range c.Lines {
		parts[i] = h.text(l)
	}
	return strings.Repeat("<span class=\"sub\"></span>", c.Indent) + strings.Join(parts, "<br>")
}

func (h *htmlPage) text(t Text) string {
	var b strings.Builder
	for _, r := range t {
		s := breaks(h.n.words(r))
		if r.Language != "" {
			s = "<span" + language(r.Language) + ">" + s + "</span>"
		}
		for _, mark := range []struct {
			on      bool
			element string
		}{{r.Strong, "b"}, {r.Emphasis, "i"}, {r.Code, "code"}, {r.Open, "mark"}} {
			if mark.on {
				s = "<" + mark.element + ">" + s + "</" + mark.element + ">"
			}
		}
		if name, ok := h.anchors[r.To]; ok && r.To != "" {
			s = "<a href=\"#" + name + "\">" + s + "</a>"
		}
		if len(r.Footnote) > 0 {
			k := h.n.note(r.Footnote)
			s += fmt.Sprintf("<sup><a id=\"fr%d\" href=\"#f%d\">%d</a></sup>", k, k, k)
		}
		b.WriteString(s)
	}
	return b.String()
}

func (h *htmlPage) footnotes() {
	if len(h.n.footnote) == 0 {
		return
	}
	h.printf("<h2>%s</h2>\n<ol class=\"notes\">\n", h.m.Language.Say("ms-notes"))
	for k, t := range h.n.footnote {
		bare := make(Text, len(t))
		for i, r := range t {
			r.Footnote = nil
			bare[i] = r
		}
		h.printf("<li id=\"f%d\">%s <a href=\"#fr%d\">↩</a></li>\n", k+1, h.text(bare), k+1)
	}
	h.printf("</ol>\n")
}

func breaks(s string) string { return strings.ReplaceAll(html.EscapeString(s), "\n", "<br>") }

func language(l string) string {
	if l == "" {
		return ""
	}
	return " lang=\"" + html.EscapeString(l) + "\""
}
