package convert

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// codePage is a set of characters of one byte each.
type codePage struct {
	name  string
	chars *charmap.Charmap
	check string // the letters to look at when it was guessed
}

// codePages are those in which old and Mac programs save texts, the commonest first.
func codePages() []codePage {
	return []codePage{
		{"Windows-1252", charmap.Windows1252, "æ, ø, å"},
		{"Mac OS Roman", charmap.Macintosh, "æ, ø, å"},
		{"Windows-1250 (Central European)", charmap.Windows1250, "ł, ż, č"},
		{"DOS code page 850", charmap.CodePage850, "æ, ø, å"},
	}
}

// A code page goes before Windows-1252 only where that makes signs inside words of a
// good part of its characters, and the other of next to none.
const (
	oddShare   = 0.2
	evenShare  = 0.02
	pageSample = 1 << 20 // bytes
)

// pageOf returns the code page in which the bytes above ASCII make words: the first
// that puts the fewest signs and capitals in the middle of them.
func pageOf(data []byte) codePage {
	data = data[:min(len(data), pageSample)]
	pages := codePages()
	best, least := 0, oddShare
	for i, page := range pages {
		share := oddIn(data, page.chars)
		switch {
		case i == 0 && share <= oddShare:
			return page
		case i > 0 && share <= evenShare && share < least:
			best, least = i, share
		}
	}
	return pages[best]
}

// oddIn returns which share of the characters above ASCII can hardly be right: signs
// inside words and capitals after a small letter.
func oddIn(data []byte, chars *charmap.Charmap) float64 {
	odd, all := 0, 0
	before := rune(' ')
	for i, b := range data {
		c := chars.DecodeByte(b)
		if b >= utf8.RuneSelf {
			all++
			after := rune(' ')
			if i+1 < len(data) {
				after = chars.DecodeByte(data[i+1])
			}
			inside := unicode.IsLetter(before) && unicode.IsLetter(after)
			switch {
			case c == utf8.RuneError || unicode.IsControl(c):
				odd++
			case unicode.IsLetter(c):
				if unicode.IsUpper(c) && unicode.IsLower(before) || c == 'ª' || c == 'º' {
					odd++
				}
			case inside && c != '’' && c != '‘' && c != '\u00ad' && c != '–' && c != '—' && c != '·':
				odd++
			case c == '¤' || c == '¦' || c == '¬' || c == '¹' || c == '³' || c == '¾' || c == '¼':
				if unicode.IsLetter(before) || unicode.IsLetter(after) {
					odd++
				}
			}
		}
		before = c
	}
	if all == 0 {
		return 0
	}
	return float64(odd) / float64(all)
}
