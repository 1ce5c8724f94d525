package convert

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// factLines is how many lines from the top are searched for date and duration.
const factLines = 20

// headLines is how many of them may be headings, in which a year alone counts.
const headLines = 3

const monthWords = `januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|` +
	`january|february|march|may|june|july|october|december|` +
	`marts|maj|januari|februari|augusti|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|oct|nov|des|dec`

var (
	isoDate    = regexp.MustCompile(`\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b`)
	dottedDate = regexp.MustCompile(`\b(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d{2})\b`)
	wordDate   = regexp.MustCompile(`(?i)\b(\d{1,2})(?:\.|st|nd|rd|th)?[ -](` + monthWords + `)\.?,?[ -]((?:19|20)\d{2})\b`)
	usDate     = regexp.MustCompile(`(?i)\b(january|february|march|april|may|june|july|august|september|october|november|december) (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d{2})\b`)
	monthYear  = regexp.MustCompile(`(?i)\b(` + monthWords + `)\.? ((?:19|20)\d{2})\b`)
	loneYear   = regexp.MustCompile(`\b((?:19|20)\d{2})\b`)
	dateLine   = regexp.MustCompile(`(?i)^[- *]*(?:dato|date|intervjudato|interview date|datum|dated|tid|time)\b`)
	lengthLine = regexp.MustCompile(`(?i)(?:varighet|varigheit|duration|length|lengde|varaktighet|varighed)`)
	hours      = regexp.MustCompile(`(?i)(\d{1,2}) ?(?:timer|timar|time|t|hours|hour|hrs|hr|h|tim)\b`)
	minutes    = regexp.MustCompile(`(?i)(\d{1,3}) ?(?:minutter|minutt|minutes|minute|min|mins|m)\b`)
	clockSpan  = regexp.MustCompile(`\b(?:(\d{1,2}):)?(\d{1,3}):(\d{2})\b`)
)

// factsOf reads the date and the duration in minutes from the first lines.
func factsOf(blocks []Block) (date string, mins int) {
	var top []string
	for _, b := range blocks {
		for l := range strings.SplitSeq(b.Text, "\n") {
			if len(top) < factLines && len(l) < 400 {
				top = append(top, l)
			}
		}
		if len(top) >= factLines {
			break
		}
	}
	for _, l := range top {
		if mins == 0 && lengthLine.MatchString(l) {
			mins = minutesIn(l)
		}
		if date == "" && dateLine.MatchString(l) {
			date = dateIn(l)
		}
	}
	year := ""
	for i, l := range top {
		if date != "" || len(l) >= 120 {
			// a date inside running text is of what it tells, not of the document
			continue
		}
		found := dateIn(l)
		if i < headLines && year == "" {
			year = loneYear.FindString(l)
		}
		if i < headLines || year == "" || strings.HasPrefix(found, year) {
			date = found
		}
	}
	if date == "" {
		date = year
	}
	return date, mins
}

// dateIn returns the first date of a line as YYYY-MM-DD or YYYY-MM; "" if none.
// 04/03/2024 is read as the fourth of March.
func dateIn(l string) string {
	if m := isoDate.FindStringSubmatch(l); m != nil {
		return validDate(m[1], m[2], m[3])
	}
	if m := dottedDate.FindStringSubmatch(l); m != nil {
		return validDate(m[3], m[2], m[1])
	}
	if m := wordDate.FindStringSubmatch(l); m != nil {
		return validDate(m[3], strconv.Itoa(month(m[2])), m[1])
	}
	if m := usDate.FindStringSubmatch(l); m != nil {
		return validDate(m[3], strconv.Itoa(month(m[1])), m[2])
	}
	if m := monthYear.FindStringSubmatch(l); m != nil && len(l) < 100 {
		return fmt.Sprintf("%s-%02d", m[2], month(m[1]))
	}
	return ""
}

// validDate writes a date; "" if there is no such day.
func validDate(year, month, day string) string {
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return ""
	}
	return fmt.Sprintf("%s-%02d-%02d", year, m, d)
}

// month returns the number of a month by the first three letters of its name.
func month(name string) int {
	name = strings.ToLower(name)[:3]
	for i, m := range []string{"jan", "feb", "mar", "apr", "mai may maj", "jun", "jul", "aug", "sep", "okt oct", "nov", "des dec"} {
		if strings.Contains(m, name) {
			return i + 1
		}
	}
	return 0
}

// minutesIn reads "1 time og 18 min", "45 min", "01:18:00" or "78:00".
func minutesIn(l string) int {
	n := 0
	if m := hours.FindStringSubmatch(l); m != nil {
		h, _ := strconv.Atoi(m[1])
		n += 60 * h
	}
	if m := minutes.FindStringSubmatch(l); m != nil {
		v, _ := strconv.Atoi(m[1])
		n += v
	}
	if n > 0 {
		return n
	}
	if m := clockSpan.FindStringSubmatch(l); m != nil {
		h, _ := strconv.Atoi("0" + m[1])
		v, _ := strconv.Atoi(m[2])
		return 60*h + v
	}
	return 0
}
