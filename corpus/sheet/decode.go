package sheet

import (
	"bytes"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"crosscase/corpus/catalogue"
)

// decode returns the characters of a CSV file: UTF-8 or UTF-16 by the byte order
// mark, else UTF-8, else Windows-1252.
func decode(data []byte) (string, error) {
	text := ""
	switch rest, marked := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		text = decode16(data[2:], 0)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		text = decode16(data[2:], 1)
	case marked || utf8.Valid(data):
		text = string(rest)
	default:
		out, err := charmap.Windows1252.NewDecoder().Bytes(data)
		if err != nil {
			return "", err
		}
		text = string(out)
	}
	if strings.IndexByte(text, 0) >= 0 {
		return "", catalogue.Errorf("holds bytes that are no text; is the ending right? save it as .xlsx, or as CSV in UTF-8")
	}
	return text, nil
}

// decode16 reads UTF-16; the lower byte of a unit stands at index low. Half a
// unit at the end is left out.
func decode16(data []byte, low int) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+low]) | uint16(data[2*i+1-low])<<8
	}
	return string(utf16.Decode(units))
}
