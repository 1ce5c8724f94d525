package coding

import (
	"cmp"
	"strings"
	"time"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/pattern"
)

// Period is a stretch of time: from the beginning of From to the end of To, each YYYY, YYYY-MM or
// YYYY-MM-DD. A point in time has both alike.
type Period struct{ From, To string }

var ranges = pattern.Of(`^(\S+?)\s*(?:/|–|—|\s-\s)\s*(\S+)$`)

// years are two with a hyphen between: 2021-12 is a month, and 2021-2022 can only be a stretch.
var years = pattern.Of(`^(\d{4})-(\d{4})$`)

// ParseWhen reads the date or period that a coding speaks of: "2006", "2014-12", "2006/2013",
// "2006–2013" or "2006-2013" for a stretch, several with ";" or "," between. What cannot be read is returned as it is.
func ParseWhen(s string) (periods []Period, unread []string) {
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == ';' || r == ',' }) {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		if isDate(part) {
			periods = append(periods, Period{part, part})
			continue
		}
		var p Period
		if m := ranges.FindStringSubmatch(part); m != nil {
			p = Period{m[1], m[2]}
		} else if m := years.FindStringSubmatch(part); m != nil {
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

// CheckWhen tells whether all of a date or period can be read.
func CheckWhen(s string) error {
	if _, unread := ParseWhen(s); len(unread) > 0 {
		return catalogue.Errorf("when %q cannot be read\nhint: write 2021, 2021-05 or 2021-05-14; 2021/2023 for a stretch; several with ; between", strings.Join(unread, "; "))
	}
	return nil
}

func isDate(s string) bool {
	const day = "2006-01-02"
	if n := len(s); n != 4 && n != 7 && n != len(day) {
		return false
	}
	_, err := time.Parse(day[:len(s)], s)
	return err == nil
}

// first and last are the days at which the period begins and ends; as text they sort by time.
func (p Period) first() string { return p.From + "-01-01"[min(6, len(p.From)-4):] }

// last is not always a day of the calendar (31 February), which does not matter for comparing.
func (p Period) last() string { return p.To + "-12-31"[min(6, len(p.To)-4):] }

// Days are the first and the last day of a period; as text they sort by time.
type Days struct{ First, Last string }

// Days returns the days at which the period begins and ends.
func (p Period) Days() Days { return Days{p.first(), p.last()} }

// Compare orders periods by their beginning, then by their end.
func (d Days) Compare(o Days) int {
	return cmp.Or(strings.Compare(d.First, o.First), strings.Compare(d.Last, o.Last))
}

// Touches tells whether two periods have a day in common.
func (d Days) Touches(o Days) bool { return d.First <= o.Last && o.First <= d.Last }

func (p Period) String() string {
	if p.From == p.To {
		return p.From
	}
	return p.From + "–" + p.To
}
