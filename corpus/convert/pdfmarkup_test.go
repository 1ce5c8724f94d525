package convert

import (
	"fmt"
	"strings"
)

// noteAfter returns the footnote that block i mentions: its mark and its words.
func noteAfter(blocks []Block, i int) (mark, words string) {
	if i+1 < len(blocks) && blocks[i+1].Kind == Note {
		mark, words, _ = strings.Cut(blocks[i+1].Text, " ")
	}
	return mark, words
}

// runOf returns how many blocks from i on are of its kind; a table begins where a
// row is not tight.
func runOf(blocks []Block, i int) int {
	n := 1
	for i+n < len(blocks) && blocks[i+n].Kind == blocks[i].Kind && (blocks[i].Kind != Row || blocks[i+n].Tight) {
		n++
	}
	return n
}

// reportHTML writes blocks as a web page with a style of its own.
func reportHTML(blocks []Block, style string) string {
	var s strings.Builder
	fmt.Fprintf(&s, "<!DOCTYPE html><html lang=nb><meta charset=utf-8><title>Årsmelding 2015</title><style>%s</style>\n", style)
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		text := xmlText(b.Text)
		if mark, words := noteAfter(blocks, i); mark != "" {
			text = strings.ReplaceAll(text, mark, `<span class=note>`+xmlText(words)+`</span>`)
		}
		switch b.Kind {
		case Heading:
			fmt.Fprintf(&s, "<h%d>%s</h%d>\n", b.Level, text, b.Level)
		case Paragraph:
			fmt.Fprintf(&s, "<p>%s</p>\n", text)
		case ListItem:
			s.WriteString("<ul>")
			n := runOf(blocks, i)
			for _, b := range blocks[i : i+n] {
				fmt.Fprintf(&s, "<li>%s</li>\n", xmlText(b.Text))
			}
			i += n - 1
			s.WriteString("</ul>\n")
		case Row:
			n := runOf(blocks, i)
			s.WriteString("<table><thead>")
			for k, b := range blocks[i : i+n] {
				s.WriteString("<tr>")
				for c, cell := range b.Cells {
					fmt.Fprintf(&s, "<td class=c%d>%s</td>", c, xmlText(cell))
				}
				s.WriteString("</tr>")
				if k == 0 {
					s.WriteString("</thead>")
				}
			}
			i += n - 1
			s.WriteString("</table>\n")
		}
	}
	return s.String()
}

// reportTeX writes blocks as a LaTeX document, its first heading across the
// columns.
func reportTeX(blocks []Block, options string) string {
	var s strings.Builder
	esc := strings.NewReplacer("%", `\%`, "&", `\&`, "_", `\_`, "-", "{-}").Replace
	fmt.Fprintf(&s, `\documentclass[a4paper,%s]{article}
\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage[norsk]{babel}\usepackage{lmodern}
\usepackage[margin=2cm]{geometry}\setcounter{secnumdepth}{0}\pagestyle{headings}
\begin{document}
`, options)
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		text := strings.ReplaceAll(esc(b.Text), "{-}", "-")
		if mark, words := noteAfter(blocks, i); mark != "" {
			text = strings.ReplaceAll(text, mark, `\footnote{`+esc(words)+`}`)
		}
		switch b.Kind {
		case Heading:
			switch {
			case b.Level == 1 && strings.Contains(options, "twocolumn"):
				fmt.Fprintf(&s, "\\twocolumn[{\\Huge\\bfseries %s\\par\\vspace{1cm}}]\n", text)
			case b.Level == 1:
				fmt.Fprintf(&s, "{\\Huge\\bfseries %s\\par}\n", text)
			default:
				fmt.Fprintf(&s, "\\%ssection{%s}\n", strings.Repeat("sub", b.Level-2), text)
			}
		case Paragraph:
			s.WriteString(text + "\n\n")
		case ListItem:
			s.WriteString("\\begin{itemize}\n")
			n := runOf(blocks, i)
			for _, b := range blocks[i : i+n] {
				fmt.Fprintf(&s, "\\item %s\n", esc(b.Text))
			}
			i += n - 1
			s.WriteString("\\end{itemize}\n")
		case Row:
			n := runOf(blocks, i)
			s.WriteString("\\begin{center}\\small\\begin{tabular}{p{0.32\\linewidth}rcr}\n")
			for _, b := range blocks[i : i+n] {
				s.WriteString(esc(strings.Join(b.Cells, "\x00")) + "\\\\\n")
			}
			i += n - 1
			s.WriteString("\\end{tabular}\\end{center}\n")
		}
	}
	return strings.ReplaceAll(s.String(), "\x00", " & ") + "\\end{document}\n"
}

// reportMS writes blocks in the -ms macros of troff.
func reportMS(blocks []Block, columns string) string {
	var s strings.Builder
	esc := strings.NewReplacer("-", `\-`).Replace
	s.WriteString(".nr PS 11\n.nr LL 16c\n.nr PO 2.5c\n.ds LH Fjellvik kommune\n.ds CH\n.ds RH årsmelding 2015\n.ds CF Side %\n")
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		text := b.Text
		mark, words := noteAfter(blocks, i)
		if mark != "" {
			text = strings.ReplaceAll(text, mark, `\**`) + "\n.FS\n" + words + "\n.FE"
		}
		switch b.Kind {
		case Heading:
			if b.Level == 1 {
				fmt.Fprintf(&s, ".TL\n%s\n%s", text, columns)
			} else {
				fmt.Fprintf(&s, ".SH %d\n%s\n", b.Level-1, text)
			}
		case Paragraph:
			s.WriteString(".LP\n" + text + "\n")
		case ListItem:
			s.WriteString(".IP \\(bu 2\n" + text + "\n")
		case Row:
			n := runOf(blocks, i)
			s.WriteString(".TS\nl r c r.\n")
			for _, b := range blocks[i : i+n] {
				s.WriteString(esc(strings.Join(b.Cells, "\t")) + "\n")
			}
			i += n - 1
			s.WriteString(".TE\n")
		}
	}
	return s.String()
}
