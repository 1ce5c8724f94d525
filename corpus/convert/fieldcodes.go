package convert

import (
	"strconv"
	"strings"
)

// indexes are fields that repeat what stands elsewhere in the text.
var indexes = map[string]string{"TOC": contentsLine, "TOA": contentsLine, "INDEX": indexLine}

// indexOf returns what a field of these codes lists; "" if it is no index.
func indexOf(code string) string {
	word, _, _ := strings.Cut(strings.TrimSpace(code), " ")
	return indexes[strings.ToUpper(word)]
}

// codeShown is what a field shows that has its words among its codes.
type codeShown struct {
	text   string
	inFile bool // its letters stand in the file
}

// splitCode parts the codes of a field from what they show, which is little: the
// prompt of a button, the sign of a symbol font.
func splitCode(code string) (rest string, shown codeShown) {
	words := strings.Fields(code)
	if len(words) < 2 {
		return code, codeShown{}
	}
	switch strings.ToUpper(words[0]) {
	case "MACROBUTTON", "GOTOBUTTON":
		return strings.Join(words[:2], " "), codeShown{strings.Join(words[2:], " "), true}
	case "SYMBOL":
		n, err := strconv.ParseUint(words[1], 0, 16)
		if err != nil || n < ' ' || n >= 0xD800 {
			break
		}
		_, font, _ := strings.Cut(code, `\f`)
		if _, quoted, ok := strings.Cut(font, `"`); ok {
			font, _, _ = strings.Cut(quoted, `"`)
		}
		return code, codeShown{string(symbolOf(strings.TrimSpace(font), rune(n))), false}
	}
	return code, codeShown{}
}

// end returns what is to be written at the end of the field: nothing if it has
// shown something else, which makes this a code.
func (s codeShown) end(f *flow, other bool) string {
	if !other {
		return s.text
	}
	if s.inFile {
		f.drop(fieldCodes, s.text)
	}
	return ""
}
