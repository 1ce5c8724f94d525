package convert

import (
	"bytes"
	"io"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"crosscase/corpus/pattern"
)

// maxMailHead is the size in bytes above which the head of a mail is none.
const maxMailHead = 1 << 20

// longestCoded is the length in bytes above which a line of the head is left in
// its code: the decoder takes time by the square of it.
const longestCoded = 64 << 10

// mailHead is the lines at the top of a mail or of a part, in their order.
type mailHead []mailField

type mailField struct{ name, value string } // name in lower case, value on one line

var mailFieldLine = pattern.Of(`^([!-9;-~]{1,100})[ \t]*:(.*)$`)

// cutMailHead parts a mail at its first empty line. Head is empty if the first
// line is none of a mail's head.
func cutMailHead(data []byte) (mailHead, []byte) {
	var head mailHead
	var value []byte // of the last line, which may go on
	end := func() {
		if len(head) > 0 {
			head[len(head)-1].value = string(value)
		}
	}
	defer end()
	rest := data
	for first := true; len(rest) > 0 && len(data)-len(rest) < maxMailHead; first = false {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		s := strings.TrimRight(string(line), "\r")
		switch {
		case s == "":
			return head, after
		case first && (strings.HasPrefix(s, "From ") || strings.HasPrefix(s, ">From ")):
			// as mail boxes part their mails
		case (s[0] == ' ' || s[0] == '\t') && len(head) > 0:
			value = append(append(value, ' '), strings.TrimSpace(s)...)
		default:
			m := mailFieldLine.FindStringSubmatch(s)
			if m == nil {
				return head, rest // the empty line is missing
			}
			end()
			head = append(head, mailField{name: strings.ToLower(m[1])})
			value = append(value[:0], strings.TrimSpace(m[2])...)
		}
		rest = after
	}
	return head, rest
}

// value returns the first line of a name as it stands; "" if there is none.
func (h mailHead) value(name string) string {
	for _, f := range h {
		if f.name == name {
			return f.value
		}
	}
	return ""
}

// decoded returns the lines of a name as they read, on one line.
func (h mailHead) decoded(name string, r *Report) string {
	var all []string
	for _, f := range h {
		if f.name == name {
			if s := decodeWords(f.value); s != "" {
				all = append(all, s)
			}
			if !utf8.ValidString(f.value) {
				r.Add("warning", "lines at the top of the mail read as Windows-1252; check æ, ø, å", 1, clip(decodeWords(f.value), 60))
			}
		}
	}
	return strings.Join(all, ", ")
}

// decodeWords reads =?utf-8?q?…?= and its like; what cannot be read stays.
func decodeWords(s string) string {
	if !utf8.ValidString(s) {
		if out, err := charmap.Windows1252.NewDecoder().String(s); err == nil {
			s = out
		}
	}
	if len(s) <= longestCoded {
		d := mime.WordDecoder{CharsetReader: charsetReader}
		if out, err := d.DecodeHeader(s); err == nil {
			s = out
		}
	}
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
}

func charsetReader(charset string, in io.Reader) (io.Reader, error) {
	enc, err := htmlindex.Get(charset)
	if err != nil {
		return nil, err
	}
	return enc.NewDecoder().Reader(in), nil
}
