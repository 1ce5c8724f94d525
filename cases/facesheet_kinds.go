package cases

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"crosscase/corpus/plainfile"
)

// newAttribute makes an attribute of a column that the study does not know.
func (r *faceReader) newAttribute(t faceTable, column int) Attribute {
	head := onOneLine(t.cell(t.head, column))
	var cells []string
	for i := t.head + 1; i < len(t.Rows); i++ {
		if cell := t.cell(i, column); cell != "" {
			cells = append(cells, cell)
		}
	}
	a := Attribute{Key: r.freeAttribute(shortKey(head))}
	if a.Key != head {
		a.Label = head
	}
	a.Kind, a.Values = guessAttribute(cells)
	item, err := plainfile.Marshal(a)
	if err == nil {
		r.change(AttributesFile, func(data []byte) ([]byte, error) {
			if len(data) == 0 {
				data = []byte("format: 1\nattributes:\n")
			}
			return plainfile.AppendItem(data, string(item), "attributes")
		})
	}
	said := a.Kind
	if a.Kind == Enum {
		said += ": " + strings.Join(a.Values, ", ")
	}
	r.add("attribute", "%s: new attribute %s (%s)", AttributesFile, a.Key, said)
	r.added = append(r.added, a)
	return a
}

// freeAttribute returns a key that no attribute has and no field of a search.
func (r *faceReader) freeAttribute(key string) string {
	taken := slices.Clone(fieldNames)
	for _, a := range r.s.Attributes {
		taken = append(taken, a.Key)
	}
	for _, a := range r.added {
		taken = append(taken, a.Key)
	}
	free := key
	for n := 2; slices.Contains(taken, free); n++ {
		free = fmt.Sprintf("%s-%d", key, n)
	}
	return free
}

// Sizes by which the kind of a column is guessed.
const (
	mostChoices  = 8  // values of an enum
	longChoice   = 40 // characters of one
	longListItem = 60 // characters of an item of a list
)

// guessAttribute guesses the kind of an attribute by the cells of its column: dates
// or years, durations, numbers (but not 0301, which is a name), lists by their
// semicolons, an enum where few values come again, else text.
func guessAttribute(cells []string) (kind string, values []string) {
	all := func(is func(s string) bool) bool {
		return len(cells) > 0 && !slices.ContainsFunc(cells, func(s string) bool { return !is(s) })
	}
	switch {
	case all(isYearOrDate):
		return Date, nil
	case all(func(s string) bool { _, err := ParseMinutes(s); return err == nil && strings.ContainsAny(s, ":m") }):
		return Duration, nil
	case all(isNumber):
		return Number, nil
	}
	lists := 0
	for _, cell := range cells {
		if isList(cell) {
			lists++
		}
	}
	if lists > 1 || lists == 1 && len(cells) < 4 {
		return List, nil
	}
	if values, ok := choices(cells); ok {
		return Enum, values
	}
	return Text, nil
}

// choices returns the values of a column in the order in which they first stand, true
// if they are few, short, and come again.
func choices(cells []string) ([]string, bool) {
	var values []string
	for _, cell := range cells {
		if utf8.RuneCountInString(cell) > longChoice || strings.Contains(cell, "\n") {
			return nil, false
		}
		if !slices.ContainsFunc(values, func(v string) bool { return sameWords(v, cell) }) {
			values = append(values, cell)
		}
		if len(values) > mostChoices {
			return nil, false
		}
	}
	return values, len(cells) > 2 && 2*len(values) <= len(cells)+1
}

func isList(s string) bool {
	items := strings.Split(s, ";")
	for _, i := range items {
		if i = strings.TrimSpace(i); i == "" || utf8.RuneCountInString(i) > longListItem || strings.ContainsAny(i[len(i)-1:], ".!?") {
			return false
		}
	}
	return len(items) > 1
}

// isYearOrDate tells whether a cell is a date. Four digits are a year where it may be one
// of our time.
func isYearOrDate(s string) bool {
	s = plainDate(s)
	return validDate(s) && (len(s) > 4 || s >= "1900" && s < "2100")
}

func isNumber(s string) bool {
	s = plainNumber(s)
	if _, err := parseNumber(s); err != nil || strings.ContainsAny(s, "xXpPnNiI_") {
		return false
	}
	digits := strings.TrimLeft(s, "+-")
	return len(digits) < 2 || digits[0] != '0' || digits[1] == '.' || digits[1] == ','
}

// thousands are the blanks and marks between the digits of a long number.
var thousands = regexp.MustCompile(`(\d)[ \x{a0}\x{2009}\x{202f}'’](\d{3})\b`)

// plainNumber takes the blanks out of 24 500 and makes the minus of books one of
// machines.
func plainNumber(s string) string {
	s = strings.Replace(strings.TrimSpace(s), "−", "-", 1)
	for plain := ""; plain != s; {
		plain = s
		s = thousands.ReplaceAllString(s, "$1$2")
	}
	return s
}

var dotted = regexp.MustCompile(`^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:[ T].*)?$`)

// plainDate writes 19.02.2016 as 2016-02-19, and so 19/02/2016 where no other reading
// makes a date. The time of a day is left out.
func plainDate(s string) string {
	s = strings.TrimSpace(s)
	if day, _, ok := strings.Cut(s, " "); ok && len(day) == len("2016-02-19") && validDate(day) {
		return day
	}
	m := dotted.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	day, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2])
	if strings.Contains(s, "/") && day <= 12 && day != month {
		if month <= 12 {
			return s // 2/3/2016 is one day here and another there
		}
		day, month = month, day
	}
	return fmt.Sprintf("%s-%02d-%02d", m[3], month, day)
}
