package convert

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"crosscase/corpus/pattern"
)

// factLines is how many lines from the top are searched for date and duration.
const factLines = 20

// headLines is how many of them may be headings, in which a year alone counts.
const headLines = 3

// monthNames are the names of the months and their short forms in the languages of transcripts:
// Norwegian, Danish, Swedish, English, German, French, Spanish, Portuguese, Dutch, Finnish.
var monthNames = []string{
	"januar january januari januar janvier enero janeiro tammikuu tammikuuta jan",
	"februar february februari février fevrier febrero fevereiro helmikuu helmikuuta feb",
	"mars march marts märz marz maart marzo março maaliskuu maaliskuuta mar",
	"april avril abril huhtikuu huhtikuuta apr",
	"mai may maj mei mayo maio toukokuu toukokuuta",
	"juni june juin junio junho kesäkuu kesäkuuta jun",
	"juli july juillet julio julho heinäkuu heinäkuuta jul",
	"august augusti augustus août aout agosto elokuu elokuuta aug",
	"september septembre septiembre setembro syyskuu syyskuuta sep sept",
	"oktober october octobre octubre outubro lokakuu lokakuuta okt oct",
	"november novembre noviembre novembro marraskuu marraskuuta nov",
	"desember december dezember décembre decembre diciembre dezembro joulukuu joulukuuta des dec",
}

var monthNumber = func() map[string]int {
	out := map[string]int{}
	for i, names := range monthNames {
		for name := range strings.FieldsSeq(names) {
			out[name] = i + 1
		}
	}
	return out
}()

// monthWords is a pattern of all names, the longest first.
var monthWords = func() string {
	var all []string
	for name := range monthNumber {
		all = append(all, name)
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return strings.Join(all, "|")
}()

var (
	isoDate    = pattern.Of(`\b((?:19|20)\d{2})-(\d{2})-(\d{2})\b`)
	dottedDate = pattern.Of(`\b(\d{1,2})[./]\s?(\d{1,2})[./]\s?((?:19|20)\d{2})\b`)
	shortDate  = pattern.Of(`\b(\d{1,2})\.(\d{1,2})\.(\d{2})\b`)
	wordDate   = pattern.Of(`(?i)\b(\d{1,2})(?:\.|st|nd|rd|th|º)?[ -]{0,2}(?:de )?(` + monthWords + `)\.?,?[ -](?:de |del )?((?:19|20)\d{2})\b`)
	wordShort  = pattern.Of(`(?i)\b(\d{1,2})-(` + monthWords + `)-(\d{2})\b`)
	usDate     = pattern.Of(`(?i)\b(` + monthWords + `)\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d{2})\b`)
	monthYear  = pattern.Of(`(?i)\b(` + monthWords + `)\.? ((?:19|20)\d{2})\b`)
	loneYear   = pattern.Of(`\b((?:19|20)\d{2})\b`)
	dateLine   = pattern.Of(`(?i)^[- *]*(?:dato|date|intervjudato|interview date|datum|dated|tid|time|fecha|data)\b`)
	hours      = pattern.Of(`(?i)(\d{1,2}) ?(?:timer|timar|time|t|hours|hour|hrs|hr|h|tim|stunden|stunde|std)\b`)
	minutes    = pattern.Of(`(?i)(\d{1,3}) ?(?:minutter|minutt|minuter|minuten|minutes|minute|min|mins|m)\b`)
	clockSpan  = pattern.Of(`\b(?:(\d{1,2}):)?(\d{1,3}):(\d{2})\b`)
)

// behindDate is the length of a recording as Otter writes it behind the date: "Wed, Mar 29, 2023 2:04PM • 41:10".
var behindDate = pattern.Of(`\d ?(?:[AaPp][Mm])? • ((?:\d{1,2}:)?\d{1,2}:\d{2})$`)

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
		if mins == 0 && namesLength(l) {
			mins = minutesIn(l)
		}
		if m := behindDate.FindStringSubmatch(l); mins == 0 && m != nil && dateIn(l) != "" {
			mins = minutesIn(m[1])
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

// lengthWords are the words by which a duration is named.
var lengthWords = []string{"varighet", "varigheit", "duration", "length", "lengd", "varaktighet", "varighed", "längd", "dauer", "durée", "duración"}

// namesLength tells whether a line holds one of them.
func namesLength(l string) bool {
	l = strings.ToLower(l)
	return slices.ContainsFunc(lengthWords, func(w string) bool { return strings.Contains(l, w) })
}

// dateIn returns the first date of a line as YYYY-MM-DD or YYYY-MM; "" if none.
// 04/03/2024 is read as the fourth of March. A year of two digits is one of this century.
func dateIn(l string) string {
	if !mayHoldDate(l) {
		return ""
	}
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
	if m := wordShort.FindStringSubmatch(l); m != nil {
		return validDate("20"+m[3], strconv.Itoa(month(m[2])), m[1])
	}
	if m := shortDate.FindStringSubmatch(l); m != nil && len(l) < 60 {
		return validDate("20"+m[3], m[2], m[1])
	}
	if m := monthYear.FindStringSubmatch(l); m != nil && len(l) < 100 {
		return fmt.Sprintf("%s-%02d", m[2], month(m[1]))
	}
	return ""
}

// mayHoldDate tells, at the cost of a look at each byte, whether a line holds a year of four
// digits or of two.
func mayHoldDate(l string) bool {
	digit := func(i int) bool { return i < len(l) && l[i] >= '0' && l[i] <= '9' }
	for i := 0; i+1 < len(l); i++ {
		if (l[i] == '1' && l[i+1] == '9' || l[i] == '2' && l[i+1] == '0') && digit(i+2) && digit(i+3) ||
			(l[i] == '-' || l[i] == '.') && digit(i+1) && digit(i+2) {
			return true
		}
	}
	return false
}

var (
	nameDate   = pattern.Of(`(?:^|[^\d])((?:19|20)\d{2})[-_. ]?(\d{2})[-_. ]?(\d{2})(?:[^\d]|$)`)
	nameDotted = pattern.Of(`(?:^|[^\d])(\d{1,2})[._](\d{1,2})[._]((?:19|20)\d{2})(?:[^\d]|$)`)
	nameYear   = pattern.Of(`(?:^|[^\d])((?:19|20)\d{2})(?:[^\d]|$)`)
)

// DateInName returns the date that a file name holds, as YYYY-MM-DD, YYYY-MM or YYYY; "" if none.
func DateInName(name string) string {
	name = strings.TrimSuffix(name, filepath.Ext(name))
	if m := nameDate.FindStringSubmatch(name); m != nil {
		if d := validDate(m[1], m[2], m[3]); d != "" {
			return d
		}
	}
	if m := nameDotted.FindStringSubmatch(name); m != nil {
		if d := validDate(m[3], m[2], m[1]); d != "" {
			return d
		}
	}
	if d := dateIn(strings.NewReplacer("_", " ", "-", " ").Replace(name)); d != "" {
		return d
	}
	if m := nameYear.FindStringSubmatch(name); m != nil {
		return m[1]
	}
	return ""
}

// validDate writes a date; "" if there is no such day.
func validDate(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	if t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC); t.Day() != d || int(t.Month()) != m {
		return ""
	}
	return fmt.Sprintf("%s-%02d-%02d", year, m, d)
}

// month returns the number of a month by its name.
func month(name string) int { return monthNumber[strings.ToLower(name)] }

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
