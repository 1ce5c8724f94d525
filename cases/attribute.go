package cases

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// AttributesFile is where the attributes of cases are named.
const AttributesFile = "attributes.yaml"

// The kinds of attribute.
const (
	Text     = "text"
	Number   = "number"
	Date     = "date"     // YYYY, YYYY-MM or YYYY-MM-DD
	Duration = "duration" // minutes, or hh:mm:ss
	Enum     = "enum"     // one of Values
	List     = "list"     // several items, in no order
	Ranked   = "ranked"   // several items, in an order that means something
)

// Attribute is what every case is asked.
type Attribute struct {
	Key      string   `yaml:"key"`
	Label    string   `yaml:"label,omitempty"`
	Kind     string   `yaml:"kind,omitempty"` // text if empty
	Values   []string `yaml:"values,omitempty"`
	Complete bool     `yaml:"complete,omitempty"` // of a list: what does not stand in it is not there, unless a value says incomplete:
	From     string   `yaml:"from,omitempty"`     // interview.date, interview.duration: read from the sidecar of the case's interview
	Line     int      `yaml:"-" place:"line"`
}

// Title returns the label, or the key where there is none.
func (a Attribute) Title() string {
	if a.Label != "" {
		return a.Label
	}
	return a.Key
}

type attributesFile struct {
	Format     int         `yaml:"format"`
	Attributes []Attribute `yaml:"attributes"`
}

func readAttributes(data []byte, problems *plainfile.Problems) []Attribute {
	var f attributesFile
	plainfile.Unmarshal(AttributesFile, data, &f, problems)
	seen := map[string]bool{}
	var kept []Attribute
	for _, a := range f.Attributes {
		if a.Kind == "" {
			a.Kind = Text
		}
		switch {
		case a.Key == "":
			problems.Add(AttributesFile, a.Line, "an attribute has no key\nhint: add key: a-short-name")
			continue
		case seen[a.Key]:
			problems.Add(AttributesFile, a.Line, "attribute %q stands twice\nhint: give one another key", a.Key)
			continue
		case !knownKind(a.Kind):
			problems.Add(AttributesFile, a.Line, "attribute %q: kind %q is not known\nhint: write text, number, date, duration, enum, list or ranked", a.Key, a.Kind)
		case a.Complete && a.Kind != List && a.Kind != Ranked:
			problems.Add(AttributesFile, a.Line, "attribute %q: kind %q cannot be complete\nhint: only list and ranked have items that could be missing", a.Key, a.Kind)
		case a.From != "" && a.From != "interview.date" && a.From != "interview.duration":
			problems.Add(AttributesFile, a.Line, "attribute %q: from %q is not known\nhint: write interview.date or interview.duration", a.Key, a.From)
		}
		seen[a.Key] = true
		kept = append(kept, a)
	}
	return kept
}

func knownKind(k string) bool {
	switch k {
	case Text, Number, Date, Duration, Enum, List, Ranked:
		return true
	}
	return false
}

// Check tells what is wrong with an item of a value, nil if nothing is.
func (a Attribute) Check(item string) error {
	switch a.Kind {
	case Number:
		if m := ambiguous.FindStringSubmatch(item); m != nil {
			return catalogue.Errorf("%q may be %s or %s.%s; write it without a mark for thousands, or with other decimals", item, m[1]+m[2], m[1], m[2])
		}
		if _, err := parseNumber(item); err != nil {
			return catalogue.Errorf("%q is not a number", item)
		}
	case Date:
		if !validDate(item) {
			return catalogue.Errorf("%q is not a date; write 2016-02-19, 2016-02 or 2016", item)
		}
	case Duration:
		if _, err := ParseMinutes(item); err != nil {
			return err
		}
	case Enum:
		for _, v := range a.Values {
			if v == item {
				return nil
			}
		}
		return catalogue.Errorf("%q is not one of %s", item, strings.Join(a.Values, ", "))
	}
	return nil
}

// Number returns an item as a number: minutes for a duration, the year for a
// year, days since 1970 for a date; false if it is none.
func (a Attribute) Number(item string) (float64, bool) {
	switch a.Kind {
	case Duration:
		m, err := ParseMinutes(item)
		return float64(m), err == nil
	case Date:
		if t, err := time.Parse("2006-01-02", item); err == nil {
			return float64(t.Unix() / 86400), true
		}
	}
	f, err := parseNumber(item)
	return f, err == nil
}

// Print returns an item as the language writes it.
func (a Attribute) Print(item string, l catalogue.Language) string {
	switch a.Kind {
	case Date:
		return l.Date(item)
	case Duration:
		if m, err := ParseMinutes(item); err == nil {
			return l.Duration(float64(m))
		}
	case Number:
		if f, err := parseNumber(item); err == nil {
			return l.Number(f)
		}
	}
	return item
}

// ambiguous is a number whose comma may part thousands or decimals. A point is taken for decimals, as programs write it.
var ambiguous = regexp.MustCompile(`^[+−-]?([1-9]\d{0,2}),(\d{3})$`)

// numbers are the forms in which people write numbers: plain, and with thousands parted by blanks, points, commas or apostrophes.
var numbers = regexp.MustCompile(`^[+-]?(\d+|\d{1,3}( \d{3})+|\d{1,3}('\d{3})+|\d{1,3}(,\d{3}){2,}|\d{1,3}(\.\d{3}){2,}|\d{1,3}(,\d{3})+\.\d+|\d{1,3}(\.\d{3})+,\d+)?([.,]\d+)?(e[+-]?\d+)?$`)

var digitsWithMarks = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "’", "'", "−", "-", "E", "e")

// parseNumber reads a number as people write it: 58300, 58 300, 58.300.000, 1,234.5, 0,5. What stands for no number,
// such as NaN, is an error.
func parseNumber(s string) (float64, error) {
	s = digitsWithMarks.Replace(strings.TrimSpace(s))
	if s == "" || ambiguous.MatchString(s) || !numbers.MatchString(s) || !strings.ContainsAny(s, "0123456789") {
		return 0, catalogue.Errorf("%q is not a number", s)
	}
	s = strings.NewReplacer(" ", "", "'", "").Replace(s)
	decimal := strings.LastIndexAny(s, ".,")
	if decimal >= 0 && strings.Count(s, s[decimal:decimal+1]) > 1 {
		decimal = -1 // 58.300.000
	}
	out := ""
	for i, r := range s {
		switch {
		case i == decimal:
			out += "."
		case r != '.' && r != ',':
			out += string(r)
		}
	}
	return strconv.ParseFloat(out, 64)
}

func validDate(s string) bool {
	for _, form := range []string{"2006-01-02", "2006-01", "2006"} {
		if _, err := time.Parse(form, s); err == nil {
			return true
		}
	}
	return false
}

// ParseMinutes reads a duration: "45", "45 min", "01:18:00" or "1:18" (hours and
// minutes). Seconds of 30 and more count as a minute.
func ParseMinutes(s string) (int, error) {
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), "min"))
	parts := strings.Split(s, ":")
	var n [3]int
	if len(parts) > 3 {
		return 0, catalogue.Errorf("%q is not a duration; write 45 min or 01:18:00", s)
	}
	for i, p := range parts {
		v, err := strconv.Atoi(strings.TrimSpace(p))
		if err != nil || v < 0 {
			return 0, catalogue.Errorf("%q is not a duration; write 45 min or 01:18:00", s)
		}
		n[i] = v
	}
	if len(parts) == 1 {
		return n[0], nil
	}
	minutes := n[0]*60 + n[1]
	if n[2] >= 30 {
		minutes++
	}
	return minutes, nil
}
