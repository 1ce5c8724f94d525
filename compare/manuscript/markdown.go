package manuscript

import (
	"fmt"
	"io"
	"strings"
)

// WriteMarkdown writes the manuscript as Markdown, which is also its form on a terminal: pipe
// tables, quotes set in, footnotes and numbered notes.
func (m *Manuscript) WriteMarkdown(w io.Writer) error {
	d := &markdown{n: m.number()}
	if m.Title != "" {
		d.printf("# %s\n\n", m.Title)
	}
	for _, s := range []string{m.Subtitle, m.Byline} {
		if s != "" {
			d.printf("%s\n\n", s)
		}
	}
	for i, b := range m.Blocks {
		d.write(m, i, b)
	}
	for k, t := range d.n.footnote {
		d.printf("[^%d]: %s\n", k+1, d.flat(t))
	}
	_, err := io.WriteString(w, strings.TrimRight(d.b.String(), "\n")+"\n")
	return err
}

type markdown struct {
	n *numbers
	b strings.Builder
}

func (d *markdown) printf(format string, args ...any) { fmt.Fprintf(&d.b, format, args...) }

func (d *markdown) write(m *Manuscript, i int, b Block) {
	switch b := b.(type) {
	case Heading:
		d.printf("%s %s\n\n", strings.Repeat("#", min(b.Level+1, 6)), strings.TrimSpace(d.n.heading[i]+" "+b.Text))
	case Paragraph:
		if b.Box {
			d.printf("> ")
		}
		d.printf("%s\n\n", d.text(b.Text))
	case Quote:
		source := ""
		if len(b.Source) > 0 {
			source = " (" + d.text(b.Source) + ")"
		}
		if b.Mark != "" {
			source += " " + b.Mark
		}
		d.printf("> %s%s\n\n", strings.ReplaceAll(b.Text, "\n", "\n> "), source)
	case List:
		for k, item := range b.Items {
			bullet := "-"
			if b.Ordered {
				bullet = fmt.Sprintf("%d.", k+1)
			}
			d.printf("%s %s\n", bullet, d.flat(item))
		}
		d.printf("\n")
	case Table:
		if b.Caption != "" {
			d.printf("**%s**. %s\n\n", upperFirst(m.Language.Say("ms-table", d.n.table[i])), b.Caption)
		}
		head := make([]string, len(b.Head))
		for j, h := range b.Head {
			head[j] = pipeSafe(h)
		}
		d.printf("| %s |\n|%s\n", strings.Join(head, " | "), strings.Repeat(" --- |", len(head)))
		for _, r := range b.Rows {
			cells := make([]string, len(b.Head))
			for j, c := range r.Cells {
				parts := make([]string, len(c.Lines))
				for k, l := range c.Lines {
					parts[k] = d.text(l)
				}
				cells[j] = strings.Repeat("&emsp;", c.Indent) + pipeSafe(strings.Join(parts, "\n"))
			}
			d.printf("| %s |\n", strings.Join(cells, " | "))
		}
		d.printf("\n")
		for _, note := range b.Notes {
			d.printf("%s\n\n", d.text(note))
		}
	case Picture:
		d.printf("**%s**. %s %s\n\n", upperFirst(m.Language.Say("ms-picture", d.n.picture[i])), b.Caption, b.Words)
	case Notes:
		for _, note := range b {
			d.printf("%s %s\n\n", note.Mark, d.flat(note.Text))
		}
	}
}

func (d *markdown) text(t Text) string {
	var b strings.Builder
	for _, r := range t {
		s := d.n.words(r)
		switch {
		case s == "":
		case r.Code:
			s = "`" + s + "`"
		case r.Strong, r.Open:
			s = marked(s, "**")
		case r.Emphasis:
			s = marked(s, "*")
		}
		b.WriteString(s)
		if len(r.Footnote) > 0 {
			fmt.Fprintf(&b, "[^%d]", d.n.note(r.Footnote))
		}
	}
	return b.String()
}

// marked sets a mark around words, and leaves blanks at their ends outside: "*use: *papers" is no emphasis.
func marked(s, mark string) string {
	inside := strings.TrimSpace(s)
	if inside == "" {
		return s
	}
	before, after, _ := strings.Cut(s, inside)
	return before + mark + inside + mark + after
}

// flat writes a text on one line.
func (d *markdown) flat(t Text) string { return strings.Join(strings.Fields(d.text(t)), " ") }

func pipeSafe(s string) string { return strings.NewReplacer("|", `\|`, "\n", "<br>").Replace(s) }
