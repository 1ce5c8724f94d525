package sheet

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// readStrings reads the texts that the cells refer to by number.
func (b *workbook) readStrings(part string) error {
	r, room := richText{}, maxText
	return b.walk(part, func(t xml.Token) error {
		switch e := t.(type) {
		case xml.StartElement:
			if e.Name.Local == "si" {
				r = richText{}
			}
			r.start(e.Name.Local)
		case xml.CharData:
			return r.text(e)
		case xml.EndElement:
			r.end(e.Name.Local)
			if e.Name.Local == "si" {
				s := r.String()
				if room -= len(s) + stringHead; room < 0 {
					return errText
				}
				b.strings = append(b.strings, s)
			}
		}
		return nil
	})
}

// stringHead is the room of a text in memory beside its bytes.
const stringHead = 16

// richText gathers the text of a cell that may be cut in runs; the reading aid
// above Chinese and Japanese words (rPh) is left out.
type richText struct {
	strings.Builder
	in    bool // in <t>
	aside int  // in <rPh>
}

func (r *richText) start(name string) {
	switch name {
	case "t":
		r.in = true
	case "rPh":
		r.aside++
	}
}

func (r *richText) end(name string) {
	switch name {
	case "t":
		r.in = false
	case "rPh":
		r.aside--
	}
}

func (r *richText) text(s xml.CharData) error {
	if !r.in || r.aside > 0 {
		return nil
	}
	if r.Len()+len(s) > maxRun {
		return errCell
	}
	r.Write(s)
	return nil
}

// String returns the text; _x000D_ and the like, by which Excel writes characters
// that XML does not have, are read, carriage returns left out.
func (r *richText) String() string { return unescape(r.Builder.String()) }

func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return strings.ReplaceAll(s, "\r", "")
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c, ok := escaped(s[i:]); ok {
			b.WriteRune(c)
			i += len("_x000D_") - 1
			continue
		}
		b.WriteByte(s[i])
	}
	return strings.ReplaceAll(b.String(), "\r", "")
}

// escaped reads "_x000D_" at the start of a text.
func escaped(s string) (rune, bool) {
	if len(s) < len("_x000D_") || s[:2] != "_x" || s[6] != '_' {
		return 0, false
	}
	c, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(c), err == nil
}
