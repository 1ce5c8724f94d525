package coding

import (
	"strings"
	"time"

	"crosscase/corpus/pattern"
)

// Period is a stretch of time: from the beginning of From to the end of To, each YYYY, YYYY-MM or
// YYYY-MM-DD. A point in time has both alike.
type Period struct{ From, To string }

var ranges = pattern.Of(`^(\S+?)\s*(?:/|–|—|\s-\s)\s*(\S+)$`)

// ParseWhen reads the date or period that a coding speaks of: "2006", "2014-12", "2006/2013" or
// "2006–2013" for a stretch, several with ";" or "," between. What cannot be read is returned as it is.
func ParseWhen(s string) (periods []Period, unread []string) {
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == ',' }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		p := Period{part, part}
		if m := ranges.FindStringSubmatch(part); m != nil {
			p = Period{m[1], m[2]}
		}
		if !isDate(p.From) || !isDate(p.To) || p.first() > p.last() {
			unread = append(unread, part)
			continue
		}
		periods = append(periods, p)
	}
	return periods, unread
}

func isDate(s string) bool {
	for _, form := range []string{"2006-01-02", "2006-01", "2006"} {
		if _, err := time.Parse(form, s); err == nil {
			return true
		}
	}
	return false
}

// first and last are the days at which the period begins and ends; as text they sort by time.
func (p Period) first() string { return p.From + "-01-01"[min(6, len(p.From)-4):] }

// last is not always a day of the calendar (31 February), which does not matter for comparing.
func (p Period) last() string { return p.To + "-12-31"[min(6, len(p.To)-4):] }

// Key sorts periods by their beginning, then by their end.
func (p Period) Key() string { return p.first() + " " + p.last() }

// Before orders periods by their beginning, then by their end.
func (p Period) Before(q Period) bool { return p.Key() < q.Key() }

// Touches tells whether two periods have a day in common.
func (p Period) Touches(q Period) bool { return p.first() <= q.last() && q.first() <= p.last() }

func (p Period) String() string {
	if p.From == p.To {
		return p.From
	}
	return p.From + "–" + p.To
}
