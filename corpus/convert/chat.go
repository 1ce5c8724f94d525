package convert

import (
	"strings"
	"time"
)

// cutAddress takes "From Kari Hansen to Everyone" off the front of a line of a
// chat: the name, what follows, and the words around the name.
func cutAddress(s string) (name, rest, address string) {
	for _, words := range [...][2]string{{"From ", " to "}, {"Fra ", " til "}, {"Från ", " till "}, {"Von ", " an "}} {
		after, ok := strings.CutPrefix(s, words[0])
		if !ok {
			continue
		}
		head, _, ok := strings.Cut(after[:min(len(after), 4*longestLabel)], ":")
		if !ok {
			continue
		}
		rest = after[len(head):]
		if i := strings.Index(head, words[1]); i > 0 {
			return clean(head[:i]), rest, words[0] + "…" + strings.TrimRight(head[i:], " ")
		}
		return clean(head), rest, words[0]
	}
	return "", "", ""
}

// chatStamp is the date and the time of day at the front of a line of a chat.
type chatStamp struct {
	date string
	at   time.Duration
	half string // "am" or "pm", which go
}

// cutChatStamp takes "[12/03/2024, 09:14:22] " or "12.03.24, 09:14 - " off the
// front of a line.
func cutChatStamp(s string) (c chatStamp, rest string, ok bool) {
	t, bracket := strings.CutPrefix(s, "[")
	if t == "" || !isDigit(t[0]) {
		return c, s, false
	}
	n := dateLength(t)
	if n == 0 {
		return c, s, false
	}
	c.date = t[:n]
	t = strings.TrimLeft(t[n:], ", ")
	at, n, _ := scanClock(t, true)
	if n == 0 {
		return c, s, false
	}
	if n < 6 {
		at *= 60 // "09:14" is hours and minutes of a day
	}
	t = t[n:]
	for _, half := range [...]string{" am", " pm", " a.m.", " p.m."} {
		if len(t) >= len(half) && strings.EqualFold(t[:len(half)], half) {
			c.half = t[:len(half)]
			if hour := at / time.Hour; half[1] == 'p' && hour < 12 {
				at += 12 * time.Hour
			} else if half[1] == 'a' && hour == 12 {
				at -= 12 * time.Hour
			}
			t = t[len(half):]
			break
		}
	}
	c.at = at
	if bracket {
		t, ok = strings.CutPrefix(t, "]")
	} else if t, ok = strings.CutPrefix(t, " - "); !ok {
		t, ok = strings.CutPrefix(t, " – ")
	}
	return c, t[skipBlanks(t, 0):], ok && at < 24*time.Hour
}

// dateLength returns the length of a date in figures at the front of s:
// 12/03/2024, 12.03.24 or 2024-03-12; 0 if there is none.
func dateLength(s string) int {
	i, parts := 0, 0
	var sep byte
	for parts < 3 {
		d := digitsAt(s, i, 5)
		if d == 0 || d > 4 || parts > 0 && parts < 2 && d > 2 {
			return 0
		}
		i += d
		if parts++; parts == 3 {
			break
		}
		if i >= len(s) || s[i] != '/' && s[i] != '.' && s[i] != '-' || parts > 1 && s[i] != sep {
			return 0
		}
		sep = s[i]
		i++
	}
	return i
}
