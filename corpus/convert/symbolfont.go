package convert

import "strings"

// What the font Symbol shows from code 0x20 and from code 0xA0 on.
var (
	symbolLow  = []rune(" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼")
	symbolHigh = []rune("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑")
)

// wingdings are the signs of the font Wingdings that people write with.
var wingdings = map[rune]rune{
	0x4A: '☺', 0x4B: '😐', 0x4C: '☹', 0x6C: '●', 0x6E: '■', 0x6F: '□', 0xA7: '▪', 0xA8: '☐', 0xD8: '➢',
	0xDF: '←', 0xE0: '→', 0xE1: '↑', 0xE2: '↓', 0xE8: '→', 0xFB: '✗', 0xFC: '✓', 0xFD: '☒', 0xFE: '☑',
}

// symbolOf returns the character that a symbol font shows for a code, which may
// stand in the private use area. One that is not known stays in that area, for
// the normal form to deal with.
func symbolOf(font string, code rune) rune {
	low := code
	if code >= 0xF000 && code <= 0xF0FF {
		low = code - 0xF000
	} else if code > 0xFF {
		return code
	}
	font = strings.ToLower(font)
	switch {
	case font == "symbol" && low >= ' ' && int(low-' ') < len(symbolLow):
		return symbolLow[low-' ']
	case font == "symbol" && low >= 0xA0 && int(low-0xA0) < len(symbolHigh):
		return symbolHigh[low-0xA0]
	case font == "wingdings" && wingdings[low] != 0:
		return wingdings[low]
	case font == "symbol" || strings.HasPrefix(font, "wingdings") || strings.HasPrefix(font, "webdings"):
		return 0xF000 + low
	}
	return code
}

// inSymbolFont maps the characters of a text that stand in the private use area,
// where symbol fonts have theirs.
func inSymbolFont(s, font string) string {
	if font == "" || !strings.ContainsFunc(s, func(c rune) bool { return c >= 0xF000 && c <= 0xF0FF }) {
		return s
	}
	return strings.Map(func(c rune) rune {
		if c >= 0xF000 && c <= 0xF0FF {
			return symbolOf(font, c)
		}
		return c
	}, s)
}
