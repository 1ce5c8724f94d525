package convert

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// clockForm is a time of a recording: m:ss, mm:ss or h:mm:ss, with fractions
// after ".", "," or "-".
const clockForm = `(?:\d{1,2}:)?\d{1,3}:\d{2}(?:[.,-]\d{1,3})?`

var (
	// a time in brackets, in parentheses, in braces or between #
	wrappedClock = regexp.MustCompile(`^\\?(?:\[ ?(` + clockForm + `) ?\\?\]|\( ?(` + clockForm + `) ?\)|\{ ?(` + clockForm + `) ?\}|#(` + clockForm + `)#)`)
	bareClock    = regexp.MustCompile(`^(` + clockForm + `)(?:[ \t]+|$)`)
	endClock     = regexp.MustCompile(`[ \t\n]*#(` + clockForm + `)#$`)
	// a name, two blanks or more, a time: how Otter and Teams head a turn
	trailingClock = regexp.MustCompile(`^(.*?\S)(?:[ \t]{2,}|\t)(` + clockForm + `)$`)
)

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
	return time.Duration(n[0])*time.Hour + time.Duration(n[1])*time.Minute + time.Duration(n[2])*time.Second, true
}

// formatClock writes a time as hh:mm:ss, fractions cut off.
func formatClock(d time.Duration) string {
	s := int(d / time.Second)
	return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60)
}

// cutClock takes a wrapped time off the front of s.
func cutClock(s string) (at time.Duration, rest string, ok bool) {
	m := wrappedClock.FindStringSubmatch(s)
	if m == nil {
		return 0, s, false
	}
	at, ok = parseClock(m[1] + m[2] + m[3] + m[4])
	if !ok {
		return 0, s, false
	}
	return at, strings.TrimLeft(s[len(m[0]):], " \t"), true
}

// cutBareClock takes a time without brackets off the front of s.
func cutBareClock(s string) (at time.Duration, rest string, ok bool) {
	m := bareClock.FindStringSubmatch(s)
	if m == nil {
		return 0, s, false
	}
	at, ok = parseClock(m[1])
	if !ok {
		return 0, s, false
	}
	return at, s[len(m[0]):], true
}

// cutEndClock takes a time between # off the end of s, as f4 writes them.
func cutEndClock(s string) (at time.Duration, rest string, ok bool) {
	m := endClock.FindStringSubmatch(s)
	if m == nil {
		return 0, s, false
	}
	at, ok = parseClock(m[1])
	if !ok {
		return 0, s, false
	}
	return at, strings.TrimRight(s[:len(s)-len(m[0])], " \t\n"), true
}
