package convert

import (
	"strconv"
	"strings"
)

// fontWord and fontName read the table of fonts.
func (p *rtfReader) fontWord(word string, value int) {
	switch word {
	case "f":
		p.font = value
		p.fonts[value] = rtfFont{}
	case "fcharset", "cpg":
		font := p.fonts[p.font]
		if word == "cpg" {
			font.codepage = value
		} else {
			font.charset = value
		}
		p.fonts[p.font] = font
	}
}

// longestFont is the length in bytes above which nothing is the name of a font.
const longestFont = 200

func (p *rtfReader) fontName(s string) {
	font, ok := p.fonts[p.font]
	if !ok || len(font.name) > longestFont {
		return
	}
	name, _, ended := strings.Cut(font.name+s, ";")
	font.name = name
	p.fonts[p.font] = font
	if ended {
		p.font = -1
	}
}

// rtfStyle is a style that is being described.
type rtfStyle struct {
	id   string
	name strings.Builder
	textStyle
}

// styleWord and styleName read the table of styles. Formatting is repeated where
// a style is used: only the name and the level matter.
func (p *rtfReader) styleWord(word string, value int) {
	switch word {
	case "s":
		p.style.id = rtfStyleID(value)
	case "cs", "ds", "ts":
		p.style.id = word + strconv.Itoa(value)
	case "sbasedon":
		p.style.basedOn = rtfStyleID(value)
	case "outlinelevel":
		p.style.level = value + 1
		if value > 8 {
			p.style.level = -1
		}
	}
}

func (p *rtfReader) styleName(s string) {
	before, _, ended := strings.Cut(s, ";")
	p.style.name.WriteString(before)
	if ended {
		p.endStyle()
	}
}

func (p *rtfReader) endStyle() {
	if name := strings.TrimSpace(p.style.name.String()); name != "" {
		s := p.style.textStyle
		s.name = name
		if p.style.id == "" {
			p.style.id = rtfStyleID(0)
		}
		p.flow.styles[p.style.id] = s
	}
	p.style = rtfStyle{}
}

func rtfStyleID(n int) string { return "s" + strconv.Itoa(n) }
