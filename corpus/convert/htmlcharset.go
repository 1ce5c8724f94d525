package convert

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"crosscase/corpus/pattern"
)

// charsetWindow is how many bytes from the start may name the character set.
const charsetWindow = 8 << 10

var charsetNamed = pattern.Of(`(?i)(?:<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*|^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["'])([A-Za-z0-9_:.-]{1,40})`)

// decodeMarkup returns the characters of a page: by its byte order mark, else
// by the character set that charset or the page itself names, else as decode does.
func decodeMarkup(data []byte, charset string, r *Report) (string, error) {
	if charset == "" {
		if m := charsetNamed.FindSubmatch(data[:min(len(data), charsetWindow)]); m != nil {
			charset = string(m[1])
		}
	}
	return decodeAs(data, charset, r)
}

// decodeAs returns the characters of a text that is said to be of a character
// set. What is UTF-8 is read so whatever is said, for hardly any other text is.
func decodeAs(data []byte, charset string, r *Report) (string, error) {
	marked := bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) || bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
	if charset == "" || marked || bytes.IndexByte(data, 0) >= 0 {
		return decode(data, r)
	}
	name := ""
	enc, err := htmlindex.Get(strings.TrimSpace(charset))
	if err == nil {
		name, err = htmlindex.Name(enc)
	}
	switch {
	case err != nil || name == "replacement" || name == "x-user-defined":
		r.Add("warning", "names a character set that is not known; check æ, ø, å and quotation marks", 1, clip(charset, 40))
		return decode(data, r)
	case strings.HasPrefix(name, "utf-"):
		return decode(data, r)
	}
	plain := bytes.IndexFunc(data, func(c rune) bool { return c >= 0x80 || c == 0x1b }) < 0
	if plain {
		return string(data), nil
	}
	if utf8.Valid(data) && name != "iso-2022-jp" {
		r.Add("warning", "says that it is "+name+" but is UTF-8, and is read so", 1, "")
		return string(data), nil
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return decode(data, r)
	}
	r.Add("normalised", name+" → UTF-8", 1, around(data, out))
	return string(bytes.ToValidUTF8(out, []byte("\ufffd"))), nil
}
