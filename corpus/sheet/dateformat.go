package sheet

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// dateFormat is which parts of a date and a time a cell shows.
type dateFormat struct {
	year, month, day, hour, minute, second bool
	elapsed                                byte // 'h', 'm' or 's' where hours go beyond 24 or minutes beyond 60, as in [h]:mm
	tenths                                 int  // digits after the seconds
}

// readDateFormat reads a format code for dates and times, nil if it is none.
func readDateFormat(code string) *dateFormat {
	d := &dateFormat{}
	any := false
	months := []int{} // index in order of the runs of m that may be months or minutes
	var order []byte  // y d h s and m, in the order they stand
scan:
	for i := 0; i < len(code); i++ {
		switch c := code[i] | 0x20; {
		case code[i] == ';':
			break scan
		case code[i] == '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return nil
			}
			i += end + 1
		case code[i] == '\\' || code[i] == '_' || code[i] == '*':
			i++
		case code[i] == '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return nil
			}
			inside := strings.ToLower(code[i+1 : i+end])
			if inside != "" && strings.Trim(inside, inside[:1]) == "" && strings.Contains("hms", inside[:1]) {
				d.elapsed, any = inside[0], true
				order = append(order, inside[0]&^0x20) // H, M, S: counted in full
			}
			i += end
		case hasFold(code[i:], "am/pm"):
			i += 4
		case hasFold(code[i:], "a/p"):
			i += 2
		case hasFold(code[i:], "general") || hasFold(code[i:], "standard"):
			return nil
		case code[i] == '#' || code[i] == '?' || code[i] == '%' || code[i] == '@':
			return nil
		case code[i] == '0':
			if !d.second && len(order) == 0 {
				return nil
			}
			d.tenths++
		case c == 'y' || c == 'd' || c == 'h' || c == 's' || c == 'm':
			for i+1 < len(code) && code[i+1]|0x20 == c {
				i++
			}
			any = true
			if c == 'm' {
				months = append(months, len(order))
			}
			order = append(order, c)
			d.set(c)
		}
	}
	if !any {
		return nil
	}
	for _, at := range months {
		after := at > 0 && (order[at-1] == 'h' || order[at-1] == 'H')
		before := at+1 < len(order) && (order[at+1] == 's' || order[at+1] == 'S')
		if after || before {
			d.minute = true
		} else {
			d.month = true
		}
	}
	return d
}

func hasFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func (d *dateFormat) set(c byte) {
	switch c {
	case 'y':
		d.year = true
	case 'd':
		d.day = true
	case 'h':
		d.hour = true
	case 's':
		d.second = true
	}
}

// lastDay is the number of days after which spreadsheets know no date: 9999-12-31.
const lastDay = 2_958_466

// print returns the date and time of a number of days, false if it is none.
// Dates are written 2016-02-19, times 13:45 or 13:45:30. A month alone is written
// with its year and day, a year alone as a year.
func (d *dateFormat) print(days float64, date1904 bool) (string, bool) {
	if days < 0 || days >= lastDay || math.IsNaN(days) {
		return "", false
	}
	unit := math.Pow10(min(d.tenths, 3))
	ticks := int64(math.Round(days * 86400 * unit))
	seconds := ticks / int64(unit)
	fraction := ""
	if d.tenths > 0 {
		fraction = fmt.Sprintf(".%0*d", min(d.tenths, 3), ticks%int64(unit))
	}
	switch d.elapsed {
	case 'h':
		return clockOf(seconds/3600, seconds, d.second, fraction), true
	case 'm':
		if !d.second {
			return fmt.Sprint(seconds / 60), true
		}
		return fmt.Sprintf("%02d:%02d%s", seconds/60, seconds%60, fraction), true
	case 's':
		return fmt.Sprint(seconds) + fraction, true
	}
	var parts []string
	switch day := dayOf(seconds/86400, date1904); {
	case d.day || d.month && !d.year:
		parts = append(parts, day.Format("2006-01-02"))
	case d.year && d.month:
		parts = append(parts, day.Format("2006-01"))
	case d.year:
		parts = append(parts, day.Format("2006"))
	}
	switch {
	case d.hour:
		parts = append(parts, clockOf(seconds/3600%24, seconds, d.second, fraction))
	case d.minute || d.second:
		parts = append(parts, fmt.Sprintf("%02d:%02d%s", seconds/60%60, seconds%60, fraction))
	}
	return strings.Join(parts, " "), len(parts) > 0
}

func clockOf(hours, seconds int64, withSeconds bool, fraction string) string {
	s := fmt.Sprintf("%02d:%02d", hours, seconds/60%60)
	if withSeconds {
		s += fmt.Sprintf(":%02d%s", seconds%60, fraction)
	}
	return s
}

// dayOf returns the day of a spreadsheet's count. Those that begin with 1900 take
// that year for a leap year, so that the days before March are one off.
func dayOf(n int64, date1904 bool) time.Time {
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case date1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case n < 60:
		first = time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	}
	return first.AddDate(0, 0, int(n))
}

// builtIn are the format codes that Excel knows by number and files do not spell
// out; dates by number are written in the order of each country.
var builtIn = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "0", 6: "0", 7: "0.00", 8: "0.00", 9: "0%", 10: "0.00%",
	14: "yyyy-mm-dd", 15: "yyyy-mm-dd", 16: "yyyy-mm-dd", 17: "yyyy-mm", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm",
	27: "yyyy-mm-dd", 28: "yyyy-mm-dd", 29: "yyyy-mm-dd", 30: "yyyy-mm-dd", 31: "yyyy-mm-dd", 32: "h:mm", 33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss", 36: "yyyy-mm-dd",
	37: "0", 38: "0", 39: "0.00", 40: "0.00", 41: "0", 42: "0", 43: "0.00", 44: "0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
	50: "yyyy-mm-dd", 51: "yyyy-mm-dd", 52: "yyyy-mm", 53: "yyyy-mm-dd", 54: "yyyy-mm-dd", 55: "yyyy-mm", 56: "yyyy-mm-dd", 57: "yyyy-mm", 58: "yyyy-mm-dd",
}
