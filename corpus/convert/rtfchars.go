package convert

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// rtfFont is what the table of fonts says of a font.
type rtfFont struct {
	name     string
	charset  int
	codepage int
}

// rtfCharsets maps a font's character set to a code page; 0 and 1 say nothing.
var rtfCharsets = map[int]int{
	77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
	186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}

// rtfCodepages maps a number to a code page. Windows-1252 is taken for others.
var rtfCodepages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 865: charmap.CodePage865, 866: charmap.CodePage866,
	874: charmap.Windows874, 932: japanese.ShiftJIS, 936: simplifiedchinese.GBK, 949: korean.EUCKR, 950: traditionalchinese.Big5,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1253: charmap.Windows1253, 1254: charmap.Windows1254, 1255: charmap.Windows1255,
	1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258, 10000: charmap.Macintosh, 65001: encoding.Nop,
	28591: charmap.ISO8859_1, 28605: charmap.ISO8859_15,
}

const symbolCharset = 2

// take adds bytes of text; they wait until all bytes of a character are there.
func (p *rtfReader) take(text []byte, hex bool) {
	if len(p.bytes) > 0 && p.utf8 && hex != p.hex {
		p.flush()
	}
	p.endHigh()
	p.hex = hex
	p.bytes = append(p.bytes, text...)
}

// flush decodes the bytes that wait.
func (p *rtfReader) flush() {
	if len(p.bytes) == 0 {
		return
	}
	s := p.decode(p.bytes)
	p.bytes = p.bytes[:0]
	p.write(s)
}

func (p *rtfReader) decode(text []byte) string {
	font, known := p.fonts[p.state.font]
	if p.state.dest.kind == rtfFonts || p.state.dest.kind == rtfStyles {
		font, known = rtfFont{}, false
	}
	if known && font.charset == symbolCharset && !(p.utf8 && !p.hex) {
		var b strings.Builder
		for _, c := range text {
			if c <= ' ' {
				b.WriteByte(c)
			} else {
				b.WriteRune(symbolOf(font.name, 0xF000+rune(c)))
			}
		}
		return b.String()
	}
	if beyondASCII(text) < 0 {
		return string(text)
	}
	if p.utf8 && !p.hex {
		return string(text)
	}
	page := p.codepage
	if n := rtfCharsets[font.charset]; known && n != 0 {
		page = n
	} else if known && font.codepage != 0 {
		page = font.codepage
	}
	code := rtfCodepages[page]
	if code == nil {
		code = charmap.Windows1252
	}
	out, err := code.NewDecoder().Bytes(text)
	if err != nil || !utf8.Valid(out) {
		return strings.ToValidUTF8(string(out), "\uFFFD")
	}
	return string(out)
}

// beyondASCII returns the place of the first byte that is no ASCII; -1 if all are.
func beyondASCII(text []byte) int {
	for i, c := range text {
		if c >= 0x80 {
			return i
		}
	}
	return -1
}

// unicode writes a character given by number; a pair of surrogates is one.
func (p *rtfReader) unicode(value int) {
	p.flush()
	if value < 0 {
		value += 1 << 16
	}
	c := rune(value)
	switch {
	case c >= 0xD800 && c < 0xDC00:
		p.endHigh()
		p.high = c
	case c >= 0xDC00 && c < 0xE000 && p.high != 0:
		c, p.high = utf16.DecodeRune(p.high, c), 0
		p.write(string(c))
	case value < 0 || c > utf8.MaxRune || c >= 0xDC00 && c < 0xE000 || c == 0:
		p.endHigh()
		p.write("\uFFFD")
	default:
		p.endHigh()
		if font, ok := p.fonts[p.state.font]; ok && c >= 0xF000 && c <= 0xF0FF {
			c = symbolOf(font.name, c)
		}
		p.write(string(c))
	}
	p.skip = p.state.uc
}

// endHigh writes the sign for a character that could not be read where half of
// one stands alone.
func (p *rtfReader) endHigh() {
	if p.high != 0 {
		p.high = 0
		p.write("\uFFFD")
	}
}
