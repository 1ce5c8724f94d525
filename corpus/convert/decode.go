package convert

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"

	"crosscase/corpus/catalogue"
)

// decode returns the characters of a text file: UTF-8 with or without a byte
// order mark, UTF-16 with one or where every other byte is zero, else the code page
// by whose letters it makes words, mostly Windows-1252; what was guessed is reported
// as a warning.
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
		if low, ok := halves(data); ok {
			r.Add("warning", "read as UTF-16, though no byte order mark says so", 1, "")
			return decode16(data, low, r)
		}
		return "", catalogue.Errorf("holds bytes that are no text (a zero at byte %d); is the ending right? save it as plain text in UTF-8", i)
	}
	if utf8.Valid(data) {
		return string(data), nil
	}
	if n := controls(data); n > len(data)/50 {
		return "", catalogue.Errorf("holds bytes that are no text (%d control characters); is the ending right? save it as plain text in UTF-8", n)
	}
	page := pageOf(data)
	out, err := page.chars.NewDecoder().Bytes(data)
	if err != nil {
		return "", catalogue.Errorf("is not UTF-8 (%v); save it as UTF-8", err)
	}
	r.Add("warning", "read as "+page.name+", for it is not UTF-8; check "+page.check+" and quotation marks", 1, around(data, out))
	return string(out), nil
}

// halves tells whether nearly every other byte is zero, as in UTF-16 of a Latin
// script, and at which byte of a pair the lower one stands.
func halves(data []byte) (low int, ok bool) {
	if len(data)%2 != 0 {
		return 0, false
	}
	var zero [2]int
	for i, b := range data {
		if b == 0 {
			zero[i&1]++
		}
	}
	units := len(data) / 2
	switch {
	case zero[1]*10 > units*8 && zero[0]*100 < units:
		return 0, true
	case zero[0]*10 > units*8 && zero[1]*100 < units:
		return 1, true
	}
	return 0, false
}

// decode16 reads UTF-16, the lower byte of each unit at index low of its pair
// being data[low^1]: low is 0 for little endian, 1 for big endian.
func decode16(data []byte, low int, r *Report) (string, error) {
	if len(data)%2 != 0 {
		return "", catalogue.Errorf("is UTF-16 with half a character at its end; check that it was copied whole, or save it as UTF-8")
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
