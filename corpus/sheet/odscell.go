package sheet

import (
	"math"
	"strconv"
	"strings"
)

// shown returns the text that a person sees in a cell, numbers and dates in the
// way of this package: the file holds them as the machine that wrote it shows
// them, and beside it as they are.
func (c *odsCell) shown() string {
	text := c.text.String()
	switch c.kind {
	case "date":
		return dateAsShown(text, isoDate(c.value))
	case "boolean":
		return strings.ToUpper(c.value)
	case "float", "percentage", "currency":
		f, err := strconv.ParseFloat(c.value, 64)
		if err != nil {
			return text
		}
		return numberAsShown(text, f)
	}
	if text == "" && c.kind == "string" {
		return c.value
	}
	return text
}

// dateAsShown returns of a date what the text shows of it: the year alone, the
// month ("februar 2016", "02.2016"), the day, and the time only where there is one.
func dateAsShown(text, date string) string {
	day, _, timed := strings.Cut(date, " ")
	if text == "" || timed && strings.Contains(text, ":") || len(day) != len("2016-02-19") {
		return date
	}
	year, month := day[:4], day[5:7]
	switch digits := digitsOf(text); {
	case text == year:
		return year
	case digits == year, digits == month+year, digits == year+month, digits == strings.TrimPrefix(month, "0")+year:
		return day[:7]
	}
	return day
}

func digitsOf(s string) string {
	return strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return c
		}
		return -1
	}, s)
}

// numberAsShown returns what a person sees of a number: its decimals and the words
// around it are those of the text, the sign and the point are ours. A text that
// does not show the number (a fraction, a power of ten, a choice of words) is taken
// as it is.
func numberAsShown(text string, f float64) string {
	first := strings.IndexAny(text, "0123456789")
	if first < 0 {
		if text == "" {
			return general(f)
		}
		return text
	}
	last := strings.LastIndexAny(text, "0123456789")
	before, number, after := text[:first], text[first:last+1], text[last+1:]
	digits := digitsOf(number)
	if strings.Contains(after, "%") {
		f *= 100
	}
	for decimals := 0; decimals <= 15 && decimals < len(digits); decimals++ {
		s := fixed(math.Abs(f), decimals)
		if missing := len(digits) - len(strings.Replace(s, ".", "", 1)); missing > 0 && decimals == 0 {
			s = strings.Repeat("0", missing) + s // 0301
		}
		if strings.Replace(s, ".", "", 1) != digits {
			continue
		}
		before = strings.TrimLeft(strings.Trim(before, "-−(–"), " \u00a0")
		after = strings.TrimRight(strings.Trim(after, "-−)–"), " \u00a0")
		if f < 0 && strings.Trim(s, "0.") != "" {
			s = "-" + s
		}
		return before + s + after
	}
	return text
}
