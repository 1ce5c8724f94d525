package convert

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// decode returns the characters of a text file: UTF-8 with or without a byte
// order mark, UTF-16 with one, else Windows-1252, which is reported as a warning.
func decode(data []byte, r *Report) (string, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
		r.Add("dropped", "byte order mark", 1, "")
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decode16(data[2:], 0, r)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decode16(data[2:], 1, r)
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		if n := bytes.Count(data, []byte{0}); n > len(data)/3 && len(data)%2 == 0 {
			return "", fmt.Errorf("looks like UTF-16 without a byte order mark; save it as UTF-8")
		}
		return "", fmt.Errorf("holds bytes that are no text (a zero at byte %d); is the ending right? save it as plain text in UTF-8", i)
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	if n := controls(data); n > len(data)/50 {
		return "", fmt.Errorf("holds bytes that are no text (%d control characters); is the ending right? save it as plain text in UTF-8", n)
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return "", fmt.Errorf("is not UTF-8 (%v); save it as UTF-8", err)
	}
	r.Add("warning", "read as Windows-1252, for it is not UTF-8; check æ, ø, å and quotation marks", 1, around(data, out))
	return string(out), nil
}

// decode16 reads UTF-16, the lower byte of each unit at index low of its pair
// being data[low^1]: low is 0 for little endian, 1 for big endian.
func decode16(data []byte, low int, r *Report) (string, error) {
	if len(data)%2 != 0 {
		return "", fmt.Errorf("is UTF-16 with half a character at its end; check that it was copied whole, or save it as UTF-8")
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i+low]) | uint16(data[2*i+1-low])<<8
	}
	r.Add("normalised", "UTF-16 → UTF-8", 1, "")
	return string(utf16.Decode(units)), nil
}

// controls counts control characters other than tabs and line ends.
func controls(data []byte) int {
	n := 0
	for _, b := range data {
		if b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v' {
			n++
		}
	}
	return n
}

// around returns the first decoded word that was not ASCII.
func around(data, out []byte) string {
	i := 0
	for i < len(data) && data[i] < 0x80 {
		i++
	}
	start, end := min(i, len(out)), min(i, len(out))
	for start > 0 && out[start-1] > ' ' && i-start < 20 {
		start--
	}
	for end < len(out) && out[end] > ' ' && end-i < 20 {
		end++
	}
	return string(bytes.ToValidUTF8(out[start:end], nil))
}
