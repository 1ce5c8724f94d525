package chart

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
)

// WriteSVG writes the drawing as SVG 1.1: every glyph once, every group with its title and the keys of its cell (data-row, data-column), title and
// description first, for those who listen.
func WriteSVG(w io.Writer, d *Drawing) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%spt" height="%spt" viewBox="0 0 %s %s" role="img" xml:lang="%s" aria-labelledby="title desc">`+"\n",
		figure(d.Width), figure(d.Height), figure(d.Width), figure(d.Height), escaped(d.Language))
	fmt.Fprintf(out, "<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n<metadata>%s</metadata>\n", escaped(d.Title), escaped(d.Description), escaped(d.How))
	writeGlyphs(out, d)
	fmt.Fprintf(out, "<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>\n", figure(d.Width), figure(d.Height))
	for _, g := range d.Groups {
		out.WriteString("<g")
		if g.Row != "" || g.Column != "" {
			fmt.Fprintf(out, ` data-row="%s" data-column="%s"`, escaped(g.Row), escaped(g.Column))
		}
		out.WriteString(">")
		if g.Title != "" {
			fmt.Fprintf(out, "<title>%s</title>", escaped(g.Title))
		}
		out.WriteString("\n")
		for _, m := range g.Marks {
			m.writeSVG(out)
		}
		out.WriteString("</g>\n")
	}
	out.WriteString("</svg>\n")
	return out.Flush()
}

// writeGlyphs writes the outline of each character in use once; r and b tell the two typefaces apart.
func writeGlyphs(out *bufio.Writer, d *Drawing) {
	used := map[string]glyph{}
	for _, g := range d.Groups {
		for _, m := range g.Marks {
			if m.Shape != Words {
				continue
			}
			list, _, _ := face(m.Bold).glyphs(m.Words)
			for _, x := range list {
				used[glyphID(m.Bold, x.character)] = x
			}
		}
	}
	ids := make([]string, 0, len(used))
	for id := range used {
		ids = append(ids, id)
	}
	sort.Strings(ids)
	out.WriteString("<defs>\n")
	for _, id := range ids {
		if path := used[id].path; len(path) > 0 {
			fmt.Fprintf(out, "<path id=\"%s\" d=\"%s\"/>\n", id, outline(path))
		}
	}
	out.WriteString("</defs>\n")
}

func glyphID(isBold bool, r rune) string {
	if isBold {
		return fmt.Sprintf("b%x", r)
	}
	return fmt.Sprintf("r%x", r)
}

// outline prints a path in thousandths of the size.
func outline(path []segment) string {
	var b strings.Builder
	for _, s := range path {
		b.WriteByte(s.verb)
		for i, p := range s.points {
			if i > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%.0f %.0f", whole(p.X), whole(p.Y))
		}
	}
	return b.String()
}

// whole is a thousandth, without a minus before 0.
func whole(x float64) float64 {
	if x = x * 1000; x > -.5 && x < .5 {
		return 0
	}
	return x
}

func (m *Mark) writeSVG(out *bufio.Writer) {
	switch m.Shape {
	case Words:
		m.writeWords(out)
		return
	case Circle:
		fmt.Fprintf(out, `<circle cx="%s" cy="%s" r="%s"`, figure(m.Points[0].X), figure(m.Points[0].Y), figure(m.Radius))
	default:
		name := "polygon"
		if m.Shape == Line {
			name = "polyline"
		}
		fmt.Fprintf(out, `<%s points="`, name)
		for i, p := range m.Points {
			if i > 0 {
				out.WriteByte(' ')
			}
			out.WriteString(figure(p.X) + "," + figure(p.Y))
		}
		out.WriteByte('"')
	}
	fill := m.Fill
	if fill == "" {
		fill = "none"
	}
	fmt.Fprintf(out, ` fill="%s"`, fill)
	if m.Stroke != "" {
		fmt.Fprintf(out, ` stroke="%s" stroke-width="%s"`, m.Stroke, figure(m.Width))
		if m.Dashed {
			fmt.Fprintf(out, ` stroke-dasharray="%s %s"`, figure(dashOn), figure(dashOff))
		}
	}
	out.WriteString("/>\n")
}

// dashes and gaps of a dashed line
const dashOn, dashOff = 2.5, 2

// writeWords draws the outlines, and lays the words themselves over them, unseen.
func (m *Mark) writeWords(out *bufio.Writer) {
	list, at, width := face(m.Bold).glyphs(m.Words)
	p := m.Points[0]
	turn := ""
	if m.Upright {
		turn = " rotate(-90)"
	}
	fmt.Fprintf(out, `<g fill="%s" transform="translate(%s %s)%s scale(%s)" aria-hidden="true">`, m.Fill, figure(p.X), figure(p.Y), turn, strconv.FormatFloat(m.Size/1000, 'f', 6, 64))
	for i, g := range list {
		if len(g.path) > 0 {
			id := glyphID(m.Bold, g.character)
			fmt.Fprintf(out, `<use xlink:href="#%s" x="%.0f"/>`, id, whole(at[i]))
		}
	}
	out.WriteString("</g>")
	fmt.Fprintf(out, `<text transform="translate(%s %s)%s" font-family="Go, Arial, sans-serif" font-size="%s" textLength="%s" lengthAdjust="spacingAndGlyphs" fill-opacity="0">%s</text>`+"\n",
		figure(p.X), figure(p.Y), turn, figure(m.Size), figure(width*m.Size), escaped(m.Words))
}

// figure prints a length to a hundredth of a point.
func figure(x float64) string {
	s := strconv.FormatFloat(x, 'f', 2, 64)
	s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}
