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

// headLength is the length in bytes below which a line may be one of a head, and sentenceWordsMost the number of words from which
// a line that ends as a sentence does is one.
const (
	headLength        = 80
	sentenceWordsMost = 6
)

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
	dottedDate = pattern.Of(`\b(\d{1,2})\.\s?(\d{1,2})[./]\s?((?:19|20)\d{2})\b`)
	slashDate  = pattern.Of(`\b(\d{1,2})(?:/\s?(\d{1,2})[/.]\s?|-(\d{1,2})-)((?:19|20)\d{2})\b`)
	mixedDate  = pattern.Of(`\b(\d{1,2})/(\d{1,2})[-–]((?:19|20)?\d{2})\b`)
	reference  = pattern.Of(`(?i)\b(?:sak|saks?nr|saksnummer|arkiv\w*|ref|referanse|journal\w*|dok|kap|§|no|nr)\b`)
	shortDate  = pattern.Of(`\b(\d{1,2})([./])(\d{1,2})([./])(\d{2})\b`)
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

// Dated is a date, as YYYY-MM-DD, YYYY-MM or YYYY, or "", and what was assumed in reading it.
type Dated struct {
	Date    string
	Assumed []Entry
}

// What is assumed of a date that can be read in more than one way.
const (
	setDate    = "; set it with --date, or with crosscase corpus set DOCUMENT date=2016-02-19"
	dayFirst   = "date, the day taken to stand before the month" + setDate
	shortYear  = "date, the century of a year of two digits assumed" + setDate
	pageDated  = "date, by what the file says of itself" + setDate
	saidDated  = "date, by what is said at the beginning" + setDate
	oldestYear = 69 // of two digits that is of the last century
)

// assume notes what was assumed of a date that stands written so.
func (d *Dated) assume(what, written string) {
	if d.Date != "" {
		d.Assumed = append(d.Assumed, Entry{Did: "guessed", What: what, Count: 1, Example: strings.TrimSpace(written) + " → " + d.Date})
	}
}

// factsOf reads the date and the duration in minutes from the first lines, and whether the line of the date says that it is one.
func factsOf(blocks []Block) (date Dated, named bool, mins int) {
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
	for i, l := range top {
		if mins == 0 && namesLength(l) {
			mins = minutesIn(l)
		}
		if mins == 0 && i < headLines {
			mins = minutesAlone(l)
		}
		if m := behindDate.FindStringSubmatch(l); mins == 0 && m != nil && dateIn(l) != "" {
			mins = minutesIn(m[1])
		}
		if date.Date == "" && dateLine.MatchString(l) {
			date = readDate(l)
		}
	}
	named = date.Date != ""
	year := ""
	for i, l := range top {
		if date.Date != "" || len(l) >= 120 {
			// a date inside running text is of what it tells, not of the document
			continue
		}
		found := readDate(l)
		if i < headLines && year == "" {
			if !runningText(l) {
				year = loneYear.FindString(l)
			}
		}
		if i < headLines || year == "" || strings.HasPrefix(found.Date, year) {
			date = found
		}
	}
	if date.Date == "" {
		date.Date = year
	}
	return date, named, mins
}

// runningText tells whether a line is a sentence and no head: several words that end with a stop.
func runningText(l string) bool {
	return endsTurn(l) && wordsUpTo(l, sentenceWordsMost) >= sentenceWordsMost
}

var (
	betweenFacts = pattern.Of(`\s*[,;|•·()]\s*|\s+[–—-]\s+`)
	lengthAlone  = pattern.Of(`(?i)^(?:ca|cirka|circa|omtrent|om lag|rundt|ungefär|approx|approximately|about|around)\.? ?(?:\d{1,2} ?(?:timer|timar|time|t|hours|hour|hrs|hr|h|tim|std)(?: (?:og|och|and))? )?\d{1,3} ?(?:minutter|minutt|minuter|minuten|minutes|minute|min|mins)\.?$`)
)

// minutesAlone reads a duration that no word names, but that is said to be about so long, where it stands by itself in a line of the head: "Alvdal, 12/5-22, ca. 50 min"; 0 if there is none.
func minutesAlone(l string) int {
	if len(l) >= headLength || strings.Contains(l, ": ") || runningText(l) {
		return 0
	}
	from := 0
	for _, at := range append(betweenFacts.FindAllStringIndex(l, -1), []int{len(l), len(l)}) {
		if piece := strings.TrimSpace(l[from:at[0]]); lengthAlone.MatchString(piece) {
			return minutesIn(piece)
		}
		from = at[1]
	}
	return 0
}

// ofSpeech weighs a date that no line names as one, and that stands first in what somebody says: one of a day is said to be
// guessed ("it is the 12th of March 2024, and with me is …"), a month or a year is that of a story, and a year above the turns stands.
func (d *Dated) ofSpeech(turns []Block) {
	year := ""
	for _, b := range turns {
		for l := range strings.SplitSeq(b.Text, "\n") {
			if b.Speaker == "" && year == "" {
				year = loneYear.FindString(l)
			}
			if !holdsDate(l, d.Date) {
				continue
			}
			switch {
			case b.Speaker == "":
			case len(d.Date) < len("2016-02-19"):
				*d = Dated{Date: year}
			default:
				d.assume(saidDated, clip(l, 60))
			}
			return
		}
	}
}

// holdsDate tells whether a line of any length holds a date, a month or a year.
func holdsDate(l, date string) bool {
	if len(date) == len("2016") {
		return strings.Contains(l, date)
	}
	return dateIn(l) == date || slices.ContainsFunc(monthYear.FindAllStringSubmatch(l, -1), func(m []string) bool { return monthOf(m) == date })
}

// monthOf is what monthYear has found, as YYYY-MM.
func monthOf(m []string) string { return fmt.Sprintf("%s-%02d", m[2], month(m[1])) }

// lengthWords are the words by which a duration is named.
var lengthWords = []string{"varighet", "varigheit", "duration", "length", "lengd", "varaktighet", "varighed", "längd", "dauer", "durée", "duración"}

// namesLength tells whether a line holds one of them.
func namesLength(l string) bool {
	l = strings.ToLower(l)
	return slices.ContainsFunc(lengthWords, func(w string) bool { return strings.Contains(l, w) })
}

// dateIn is readDate for those who need no more than the date.
func dateIn(l string) string { return readDate(l).Date }

// readDate returns the first date of a line as YYYY-MM-DD or YYYY-MM. 04/03/2024 is
// read as the fourth of March, 04/25/2024 as the 25th of April. A year of two digits is one from 1969 to 2068.
func readDate(l string) (d Dated) {
	if !mayHoldDate(l) {
		return d
	}
	if m := isoDate.FindStringSubmatch(l); m != nil {
		return Dated{Date: validDate(m[1], m[2], m[3])}
	}
	if m := dottedDate.FindStringSubmatch(l); m != nil {
		return Dated{Date: validDate(m[3], m[2], m[1])}
	}
	if m := slashDate.FindStringSubmatch(l); m != nil {
		return numbersDate(m[4], m[1], m[2]+m[3], m[0])
	}
	if date, ok := wordsDate(l); ok {
		return Dated{Date: date}
	}
	if m := mixedDate.FindStringSubmatch(l); m != nil && len(l) < headLength && !reference.MatchString(l) {
		// "12/5-22": the day stands first, wherever they write so
		if len(m[3]) == 2 {
			d.Date = validDate(centuryOf(m[3]), m[2], m[1])
			d.assume(shortYear, m[0])
			return d
		}
		return Dated{Date: validDate(m[3], m[2], m[1])}
	}
	if m := wordShort.FindStringSubmatch(l); m != nil {
		d.Date = validDate(centuryOf(m[3]), strconv.Itoa(month(m[2])), m[1])
		d.assume(shortYear, m[0])
		return d
	}
	if m := shortDate.FindStringSubmatch(l); m != nil && m[2] == m[4] && len(l) < 60 {
		if m[2] == "/" {
			d = numbersDate(centuryOf(m[5]), m[1], m[3], m[0])
		} else {
			d.Date = validDate(centuryOf(m[5]), m[3], m[1])
		}
		d.assume(shortYear, m[0])
		return d
	}
	if m := monthYear.FindStringSubmatch(l); m != nil && len(l) < 100 {
		d.Date = monthOf(m)
	}
	return d
}

// numbersDate reads a date of numbers of which the first may be the day or the month.
func numbersDate(year, first, second, written string) (d Dated) {
	d.Date = validDate(year, second, first)
	if d.Date == "" {
		d.Date = validDate(year, first, second)
		return d
	}
	if other := validDate(year, first, second); other != "" && other != d.Date {
		d.assume(dayFirst, written)
	}
	return d
}

// centuryOf writes a year of two digits with four.
func centuryOf(year string) string {
	if n, _ := strconv.Atoi(year); n >= oldestYear {
		return "19" + year
	}
	return "20" + year
}

// wordsDate reads a date in which the month is a word and the year has four digits, "" if there is no such day; ok tells
// whether there is one.
func wordsDate(l string) (date string, ok bool) {
	if m := wordDate.FindStringSubmatch(l); m != nil {
		return validDate(m[3], strconv.Itoa(month(m[2])), m[1]), true
	}
	if m := usDate.FindStringSubmatch(l); m != nil {
		return validDate(m[3], strconv.Itoa(month(m[1])), m[2]), true
	}
	return "", false
}

// mayHoldDate tells, at the cost of a look at each byte, whether a line holds a year of four
// digits or of two.
func mayHoldDate(l string) bool {
	digit := func(i int) bool { return i < len(l) && l[i] >= '0' && l[i] <= '9' }
	for i := 0; i+1 < len(l); i++ {
		if (l[i] == '1' && l[i+1] == '9' || l[i] == '2' && l[i+1] == '0') && digit(i+2) && digit(i+3) ||
			(l[i] == '-' || l[i] == '.' || l[i] == '/') && digit(i+1) && digit(i+2) {
			return true
		}
	}
	return false
}

var (
	nameDate   = pattern.Of(`(?:^|[^\d])((?:19|20)\d{2})[-_. ]?(\d{2})[-_. ]?(\d{2})(?:[^\d]|$)`)
	nameDotted = pattern.Of(`(?:^|[^\d])(\d{1,2})[-._](\d{1,2})[-._]((?:19|20)\d{2})(?:[^\d]|$)`)
	nameYear   = pattern.Of(`(?:^|[^\d])((?:19|20)\d{2})(?:[^\d]|$)`)
)

// DateInName returns the date that a file name holds.
func DateInName(name string) Dated {
	name = strings.TrimSuffix(name, filepath.Ext(name))
	if m := nameDate.FindStringSubmatch(name); m != nil {
		if d := validDate(m[1], m[2], m[3]); d != "" {
			return Dated{Date: d}
		}
	}
	if m := nameDotted.FindStringSubmatch(name); m != nil {
		d := numbersDate(m[3], m[1], m[2], m[1]+"-"+m[2]+"-"+m[3])
		if strings.Contains(m[0], ".") {
			d.Assumed = nil
		}
		if d.Date != "" {
			return d
		}
	}
	if d := readDate(strings.NewReplacer("_", " ", "-", " ").Replace(name)); d.Date != "" {
		return d
	}
	if m := nameYear.FindStringSubmatch(name); m != nil {
		return Dated{Date: m[1]}
	}
	return Dated{}
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
