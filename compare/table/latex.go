package table

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"crosscase/compare/manuscript"
)

// WriteLaTeX writes tables as one file that LaTeX typesets as it stands: each table as a longtable with a
// caption and a head on every page, and the passages as numbered notes that the cells point at. What lies
// between the two marks can be put into a thesis. It needs the packages longtable, array and, where it is
// there, booktabs; characters that pdfTeX's fonts do not have are printed by XeTeX and LuaTeX, and by number
// otherwise.
func WriteLaTeX(w io.Writer, tables ...*Table) error {
	var b strings.Builder
	language := `\usepackage[english]{babel}`
	if len(tables) > 0 && tables[0].Language != "en" {
		language = `\IfFileExists{norsk.ldf}{\usepackage[norsk]{babel}}{\renewcommand\tablename{Tabell}}`
		if tables[0].Language == "nn" {
			language = strings.Replace(language, "[norsk]", "[nynorsk]", 1)
		}
	}
	fmt.Fprintf(&b, latexHead, language)
	var p Passages
	for _, t := range tables {
		t.latex(&b, &p)
	}
	if notes := p.All(); len(notes) > 0 {
		fmt.Fprintf(&b, "\n\\section*{%s}\n\\begin{small}\n\\begin{description}\n", tex(upperFirst(tables[0].Language.Say("evidence"))))
		for i, e := range notes {
			fmt.Fprintf(&b, "\\item[{[%d]}]\\hypertarget{evidence-%d}{}%s\n", i+1, i+1, texText(tables[0].noteText(e)))
		}
		b.WriteString("\\end{description}\n\\end{small}\n")
	}
	b.WriteString("% ---- end of the tables ----\n\\end{document}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

const latexHead = `\documentclass[a4paper,11pt]{article}
\ifdefined\XeTeXversion\usepackage{fontspec}\else\ifdefined\directlua\usepackage{fontspec}\else
  \usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\usepackage{textcomp}\fi\fi
%s
\usepackage[margin=2.5cm]{geometry}
\usepackage{array,longtable}
\IfFileExists{booktabs.sty}{\usepackage{booktabs}}{\let\toprule\hline\let\midrule\hline\let\bottomrule\hline}
\IfFileExists{lscape.sty}{\usepackage{lscape}}{\newenvironment{landscape}{}{}}
\IfFileExists{hyperref.sty}{\usepackage[hidelinks]{hyperref}}{\newcommand\hypertarget[2]{#2}\newcommand\hyperlink[2]{#2}}
%% a character by its number and as it is
\newcommand\uni[2]{\ifdefined\XeTeXversion#2\else\ifdefined\directlua#2\else[U+#1]\fi\fi}
\begin{document}
%% ---- the tables: what follows can be put into a thesis ----
`

func (t *Table) latex(b *strings.Builder, p *Passages) {
	block := t.Block(p)
	columns := len(block.Head)
	widths := block.Widths()
	wide := columns >= manuscript.WideColumns
	if wide {
		b.WriteString("\n\\begin{landscape}")
	}
	fmt.Fprintf(b, "\n\\begingroup\\footnotesize\\setlength\\tabcolsep{3pt}\\setlength\\LTleft{0pt}\\setlength\\LTright{0pt}\n\\begin{longtable}{")
	for _, share := range widths {
		fmt.Fprintf(b, ">{\\raggedright\\arraybackslash\\hspace{0pt}}p{\\dimexpr%.4f\\linewidth-6pt\\relax}", share)
	}
	b.WriteString("}\n")
	if block.Caption != "" {
		fmt.Fprintf(b, "\\caption{%s}", tex(block.Caption))
		if t.Name != "" {
			fmt.Fprintf(b, "\\label{tab:%s}", labelSafe(t.Name))
		}
		b.WriteString("\\\\\n")
	}
	head := make([]string, columns)
	for j, h := range block.Head {
		head[j] = "\\textbf{" + tex(h) + "}"
	}
	line := strings.Join(head, " & ") + " \\\\\n\\midrule\n"
	b.WriteString("\\toprule\n" + line + "\\endfirsthead\n\\toprule\n" + line + "\\endhead\n\\bottomrule\n\\endfoot\n")
	for _, r := range block.Rows {
		if r.Head {
			fmt.Fprintf(b, "\\multicolumn{%d}{l}{\\textbf{%s}} \\\\\n", columns, texCell(r.Cells[0]))
			continue
		}
		cells := make([]string, columns)
		for j, c := range r.Cells {
			cells[j] = texCell(c)
		}
		b.WriteString(strings.Join(cells, " & ") + " \\\\[2pt]\n")
	}
	b.WriteString("\\end{longtable}\n")
	for _, n := range block.Notes {
		b.WriteString("\\noindent " + texText(n) + "\\par\n")
	}
	if made := t.Made(); made != nil {
		b.WriteString("\\noindent " + texText(made) + "\\par\n")
	}
	b.WriteString("\\endgroup\n")
	if wide {
		b.WriteString("\\end{landscape}\n")
	}
}

func texCell(c manuscript.Cell) string {
	parts := make([]string, len(c.Lines))
	for i, l := range c.Lines {
		parts[i] = texText(l)
	}
	indent := ""
	if c.Indent > 0 {
		indent = fmt.Sprintf("\\hspace*{%dem}", c.Indent)
	}
	return indent + strings.Join(parts, " \\newline ")
}

func texText(t manuscript.Text) string {
	var b strings.Builder
	for _, r := range t {
		s := tex(r.Words)
		switch {
		case r.Code:
			s = "{\\ttfamily " + breakable(s) + "}"
		case r.Strong:
			s = "\\textbf{" + s + "}"
		case r.Emphasis:
			s = "\\emph{" + s + "}"
		}
		if r.To != "" {
			s = "\\hyperlink{" + labelSafe(r.To) + "}{" + s + "}"
		}
		b.WriteString(s)
	}
	return b.String()
}

// breakable lets a locator break after its hyphens, dots and slashes.
func breakable(s string) string {
	return strings.NewReplacer("-", "-\\allowbreak{}", ".", ".\\allowbreak{}", "/", "/\\allowbreak{}", ":", ":\\allowbreak{}").Replace(s)
}

// labelSafe leaves what a label can hold.
func labelSafe(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || r == '-' || r == ':' {
			return r
		}
		return '-'
	}, s)
}

// texMarks are the characters that mean something to TeX, and those beyond its usual fonts
// that have a name in it.
var texMarks = map[rune]string{
	'\\': "\\textbackslash{}", '{': "\\{", '}': "\\}", '$': "\\$", '&': "\\&", '#': "\\#", '%': "\\%", '_': "\\_",
	'~': "\\textasciitilde{}", '^': "\\textasciicircum{}", '<': "\\textless{}", '>': "\\textgreater{}", '|': "\\textbar{}", '"': "\\textquotedbl{}",
	'[': "{[}", ']': "{]}", '\'': "\\textquotesingle{}", '`': "\\textasciigrave{}", '-': "-{}",
	'…': "\\dots{}", '→': "$\\rightarrow$", '←': "$\\leftarrow$", '↔': "$\\leftrightarrow$", '≥': "$\\geq$", '≤': "$\\leq$", '≠': "$\\neq$", '−': "$-$", '×': "$\\times$", '·': "$\\cdot$",
	'•': "\\textbullet{}", '€': "\\texteuro{}", '°': "\\textdegree{}", '\u00a0': "~", '\u202f': "\\,", '\u2003': "\\quad{}", '\u00ad': "\\-", '‑': "\\mbox{-}",
	'–': "\\textendash{}", '—': "\\textemdash{}", '«': "\\guillemotleft{}", '»': "\\guillemotright{}", '“': "\\textquotedblleft{}", '”': "\\textquotedblright{}", '‘': "\\textquoteleft{}", '’': "\\textquoteright{}", '„': "\\quotedblbase{}",
	'\n': " ", '\t': " ",
}

// tex writes words so that TeX prints them as they are.
func tex(s string) string {
	var b strings.Builder
	for _, r := range s {
		mark, ok := texMarks[r]
		switch {
		case ok:
			b.WriteString(mark)
		case r < ' ' || r == 0x7f:
			b.WriteByte(' ')
		case r < 0x180:
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "\\uni{%04X}{%c}", r, r)
		}
	}
	return b.String()
}
