package convert

import (
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// Some programs write the numbers of the shapes in a font and leave out which letters
// these are. Most fonts keep their shapes in the order of ASCII, so that all letters are
// off by one number: "0DULD" is "Maria". Most of all they are off by 29, as in the order
// that TrueType fonts have from the Macintosh, which goes on beyond ASCII.
const (
	macintoshOff = 29
	macintoshEnd = 98 // the first shape beyond ASCII
)

// beyondMacintosh is what comes after the Macintosh's own characters, from number 226 on.
const beyondMacintosh = "ŁłŠšŽž¦ÐðÝýÞþ−×¹²³½¼¾₣ĞğİŞşĆćČčđ"

// unnamed finds out what the characters of fonts are that do not say it, page by page, and
// sets those of the others. It returns what it found out and what it could not.
func unnamed(glyphs []glyph) (found, left string) {
	var fonts []uint64
	of := map[uint64][]int{}
	for i := range glyphs {
		g := &glyphs[i]
		switch {
		case g.ours:
		case g.unnamed:
			if of[g.font] == nil {
				fonts = append(fonts, g.font)
			}
			of[g.font] = append(of[g.font], i)
		case g.r < ' ':
			g.r = texCharacter(g.r)
		}
	}
	for _, f := range fonts {
		raw := make([]rune, len(of[f]))
		for k, i := range of[f] {
			raw[k] = glyphs[i].r
		}
		off := offBy(raw)
		odd := 0
		for k, i := range of[f] {
			switch {
			case off != 0:
				glyphs[i].r = shapeNumbered(raw[k], off)
				found += string(glyphs[i].r)
			case raw[k] < ' ':
				glyphs[i].r = texCharacter(raw[k])
			}
			if c := glyphs[i].r; !usualCharacter(c) && !unicode.IsSpace(c) && c != lineEndHyphen {
				odd++
			}
		}
		if off == 0 && odd*5 > len(raw) {
			left += string(raw)
		}
	}
	return found, left
}

// offBy returns by how much the characters of a font are off, 0 if they seem to be right or
// nothing makes words of them.
func offBy(raw []rune) int {
	const few = 6 // characters, which say nothing
	if len(raw) < few || readable(raw, 0) {
		return 0
	}
	count := [8]int{} // of the shapes that may stand where a blank does
	for _, c := range raw {
		if c > 0 && int(c) < len(count) {
			count[c]++
		}
	}
	best, most := 0, 0
	for blank, n := range count {
		if off := ' ' - blank; n > most && n*20 > len(raw) && n*3 < len(raw) && readable(raw, off) {
			best, most = off, n
		}
	}
	if best == 0 && readable(raw, macintoshOff) {
		return macintoshOff
	}
	return best
}

// readable tells whether characters, off by so much, are mostly letters, as in words: with
// vowels among them, small ones most of all.
func readable(raw []rune, off int) bool {
	letters, vowels, small, plain := 0, 0, 0, 0
	for _, c := range raw {
		c = shapeNumbered(c, off)
		if usualCharacter(c) {
			plain++
		}
		if !unicode.IsLetter(c) {
			continue
		}
		letters++
		if unicode.IsLower(c) {
			small++
		}
		switch unicode.ToLower(c) {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'æ', 'ø', 'å', 'ä', 'ö', 'ü', 'é', 'è', 'à', 'á', 'í', 'ó':
			vowels++
		}
	}
	return plain*10 >= len(raw)*9 && letters*10 >= len(raw)*6 && vowels*6 >= letters && vowels*10 <= letters*7 && (small*2 > letters || small == 0)
}

// usualCharacter tells whether a character is one of those of which texts in the languages of Europe consist.
func usualCharacter(c rune) bool {
	return c >= ' ' && c < 0x7F || c >= 0xA0 && c < 0x180 || c >= 0x370 && c < 0x530 || c >= 0x2010 && c <= 0x2026 || c == '•' || c == '€' || c == '−' || c == '\t'
}

// shapeNumbered returns the character of a shape, in a font whose shapes are off by so much.
func shapeNumbered(c rune, off int) rune {
	switch {
	case off == 0:
		return c
	case c < macintoshEnd && c+rune(off) < 0x7F:
		return c + rune(off)
	case off != macintoshOff:
		return unicode.ReplacementChar
	case c < 226:
		return charmap.Macintosh.DecodeByte(byte(c + 30))
	case int(c)-226 < len([]rune(beyondMacintosh)):
		return []rune(beyondMacintosh)[c-226]
	}
	return unicode.ReplacementChar
}
