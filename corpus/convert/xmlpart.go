package convert

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"crosscase/corpus/catalogue"
)

type (
	xmlStart = xml.StartElement
	xmlAttr  = xml.Attr
)

// maxDepth is how deep elements may nest; real files stay under 100.
const maxDepth = 1000

// partReader is told the elements and words of an XML part in their order.
type partReader interface {
	start(t xmlStart, depth int)
	words(s string)
	end(name string, depth int) // depth as at its start
}

// walkPart reads a part token by token. what is the kind of file, for errors.
func walkPart(ctx context.Context, data []byte, part, what string, p partReader) error {
	damaged := func(why any) error {
		return catalogue.Errorf("is a damaged %s (%s: %v); open it in a word processor and save it again", catalogue.Text(what), part, why)
	}
	dec := partDecoder(data)
	var open []xml.Name
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		tok, err := dec.RawToken()
		if err == io.EOF && len(open) == 0 {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if len(open) >= maxDepth {
				return catalogue.Errorf("nests its parts more than %d deep; it is no ordinary %s", maxDepth, catalogue.Text(what))
			}
			open = append(open, t.Name)
			p.start(t, len(open))
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != t.Name {
				return damaged("</" + t.Name.Local + "> ends what is not open")
			}
			p.end(t.Name.Local, len(open))
			open = open[:len(open)-1]
		case xml.CharData:
			p.words(string(t))
		}
	}
}

// partDecoder reads XML in UTF-8, in UTF-16 and in the Western code pages.
func partDecoder(data []byte) *xml.Decoder {
	dec := xml.NewDecoder(bytes.NewReader(utf8Part(data)))
	dec.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		switch strings.ToLower(label) {
		case "utf-16", "utf-16le", "utf-16be", "utf8", "us-ascii", "ascii":
			return in, nil // utf8Part has seen to it
		case "iso-8859-1", "latin1", "windows-1252":
			return charmap.Windows1252.NewDecoder().Reader(in), nil
		}
		return nil, catalogue.Errorf("the encoding %s is not read", label)
	}
	return dec
}

// utf8Part turns UTF-16, with or without a byte order mark, into UTF-8.
func utf8Part(data []byte) []byte {
	low := -1
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		data, low = data[2:], 0
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		data, low = data[2:], 1
	case bytes.HasPrefix(data, []byte("<\x00")):
		low = 0
	case bytes.HasPrefix(data, []byte("\x00<")):
		low = 1
	}
	if low < 0 {
		return data
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+low]) | uint16(data[2*i+1-low])<<8
	}
	return []byte(string(utf16.Decode(units)))
}

// attr returns the value of an attribute, whatever its namespace.
func attr(t []xmlAttr, name string) string {
	for _, a := range t {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// oneLine makes the line ends of an XML text blanks: in a word processor's file
// they are layout of the file, not of the text.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	return strings.Map(func(c rune) rune {
		if c == '\n' || c == '\r' || c == '\t' {
			return ' '
		}
		return c
	}, s)
}
