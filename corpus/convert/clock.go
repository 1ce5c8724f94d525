package convert

import (
	"strconv"
	"strings"
	"time"

	"crosscase/corpus/pattern"
)

// trailingClock is a name, two blanks or more, and a time: how Otter and Teams
// head a turn. The normal form of a line keeps these blanks.
var trailingClock = pattern.Of(`^(.*?\S)(?:[ \t]{2,}|\t)((?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,-]\d{1,3})?)$`)

// parseClock reads a time of a recording. It fails where minutes or seconds
// pass 59 (minutes may where there are no hours) and from 100 hours on.
func parseClock(s string) (time.Duration, bool) {
	if i := strings.IndexAny(s, ".,-"); i >= 0 {
		s = s[:i]
	}
	parts := strings.Split(s, ":")
	var n [3]int
	for i, p := range parts {
		v, err := strconv.Atoi(p)
		if err != nil || len(parts) > 3 {
			return 0, false
		}
		n[3-len(parts)+i] = v
	}
	if n[2] > 59 || n[1] > 59 && len(parts) == 3 {
		return 0, false
	}
	return duration(n[0], n[1], n[2]), true
}

func duration(h, m, s int) time.Duration {
	return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute + time.Duration(s)*time.Second
}

// formatClock writes a time as hh:mm:ss, fractions cut off.
func formatClock(d time.Duration) string {
	s := int(d / time.Second)
	b := make([]byte, 0, 8)
	for i, n := range [3]int{s / 3600, s / 60 % 60, s % 60} {
		if i > 0 {
			b = append(b, ':')
		}
		if n < 10 {
			b = append(b, '0')
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return string(b)
}

// scanClock reads a time at the front of s: m:ss, mm:ss or h:mm:ss, with
// fractions after ".", "," or "-" or frames after ":"; where dots is set also
// mm.ss; and everywhere 00.mm.ss, which is no date. It returns the number of
// bytes it takes, 0 if there is none, and of how many parts it is.
func scanClock(s string, dots bool) (at time.Duration, n, parts int) {
	var v [3]int
	i := digitsAt(s, 0, 3)
	if i == 0 || i >= len(s)-2 {
		return 0, 0, 0
	}
	v[0] = number(s[:i])
	sep := s[i]
	if sep != ':' && (sep != '.' || !dots && (v[0] != 0 || i+6 > len(s) || s[i+3] != '.')) {
		return 0, 0, 0
	}
	for parts = 1; parts < 3 && i < len(s) && s[i] == sep && digitsAt(s, i+1, 3) == 2; parts++ {
		v[parts] = number(s[i+1 : i+3])
		i += 3
	}
	switch {
	case parts == 2:
		v = [3]int{0, v[0], v[1]}
	case parts < 2 || v[0] > 99 || v[1] > 59 || sep == '.' && v[0] != 0:
		return 0, 0, 0
	}
	if v[2] > 59 {
		return 0, 0, 0
	}
	if parts == 3 && sep == ':' && i < len(s) && s[i] == ':' && digitsAt(s, i+1, 3) == 2 {
		i += 3
	}
	if i < len(s) && (s[i] == '.' || s[i] == ',' || s[i] == '-') && sep == ':' {
		// "0:00-0:34" is two times, no fraction
		if d := digitsAt(s, i+1, 4); d >= 1 && d <= 3 && (i+1+d == len(s) || s[i+1+d] != ':') {
			i += 1 + d
		}
	}
	if i < len(s) && (isDigit(s[i]) || s[i] == ':' && i+1 < len(s) && isDigit(s[i+1])) {
		return 0, 0, 0
	}
	return duration(v[0], v[1], v[2]), i, parts
}

// scanSpan is scanClock for a time, or for two with an arrow or a dash between:
// the time of the first. Where "-->" stands between them their parts may have
// one digit, as older Teams files have them.
func scanSpan(s string, dots bool) (at time.Duration, n, parts int) {
	at, n, parts = scanClock(s, dots)
	if n == 0 {
		if !strings.Contains(s[:min(len(s), 40)], "-->") {
			return 0, 0, 0
		}
		if at, n = loneDigits(s); n == 0 {
			return 0, 0, 0
		}
		i := skipBlanks(s, n)
		if !strings.HasPrefix(s[i:], "-->") {
			return 0, 0, 0
		}
		i = skipBlanks(s, i+len("-->"))
		_, m := loneDigits(s[i:])
		if m == 0 {
			return 0, 0, 0
		}
		return at, i + m, 3
	}
	i := skipBlanks(s, n)
	for _, arrow := range [...]string{"-->", "->", "–", "—", "-", "→", "to ", "til "} {
		if !strings.HasPrefix(s[i:], arrow) {
			continue
		}
		j := skipBlanks(s, i+len(arrow))
		_, m, _ := scanClock(s[j:], dots)
		if m == 0 && arrow == "-->" {
			_, m = loneDigits(s[j:])
		}
		if m > 0 {
			return at, j + m, parts
		}
		break
	}
	return at, n, parts
}

// loneDigits reads h:m:s.mmm with one digit or two a part.
func loneDigits(s string) (at time.Duration, n int) {
	var v [3]int
	i := 0
	for p := range v {
		d := digitsAt(s, i, 3)
		if d == 0 || d > 2 {
			return 0, 0
		}
		v[p] = number(s[i : i+d])
		i += d
		if p < 2 {
			if i >= len(s) || s[i] != ':' {
				return 0, 0
			}
			i++
		}
	}
	if v[1] > 59 || v[2] > 59 {
		return 0, 0
	}
	if i < len(s) && (s[i] == '.' || s[i] == ',') {
		i += 1 + digitsAt(s, i+1, 6)
	}
	return duration(v[0], v[1], v[2]), i
}

// digitsAt counts the digits of s from byte i on, up to most.
func digitsAt(s string, i, most int) int {
	n := 0
	for n < most && i+n < len(s) && isDigit(s[i+n]) {
		n++
	}
	return n
}

func number(digits string) int {
	n := 0
	for i := 0; i < len(digits); i++ {
		n = 10*n + int(digits[i]-'0')
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func skipBlanks(s string, i int) int {
	for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
		i++
	}
	return i
}
