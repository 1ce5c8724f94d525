package cases

import (
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// Methods is the block methods: of crosscase.yaml: what the researcher says of how the study was done.
type Methods struct {
	Design string         `yaml:"design"` // "embedded multiple-case study"
	Text   string         `yaml:"text"`   // words of the researcher's own, for the report
	Limits string         `yaml:"limits"` // what the study cannot say
	Items  []ItemRecord   `yaml:"coreq"`  // answers to items of COREQ that no file can know
	Claims []MethodClaim  `yaml:"claims"` // what is said of the interviews, held against them
	Lines  map[string]int `yaml:"-" place:"lines"`
}

// ItemRecord is the answer to an item of COREQ.
type ItemRecord struct {
	Item   string `yaml:"item"` // 1 to 32
	Answer string `yaml:"answer"`
	Line   int    `yaml:"-" place:"line"`
}

// MethodClaim is a sentence about the interviews with what it says in figures.
type MethodClaim struct {
	Claim      string `yaml:"claim"`
	Interviews string `yaml:"interviews"` // how many: 4
	Each       string `yaml:"each"`       // how long each was: over 60 min, at least 45 min, 45-78 min
	Mean       string `yaml:"mean"`       // their mean length: 62 min, about 60 min
	Period     string `yaml:"period"`     // when: 2016-02, 2016-02 to 2016-03
	Line       int    `yaml:"-" place:"line"`
}

// ClaimCheck is what the interviews say of one figure of a claim.
type ClaimCheck struct {
	Claim     *MethodClaim
	Says      string   // what is claimed: "each: over 60 min"
	Holds     bool     // whether it holds for all of which it is known
	Found     string   // what the sidecars of the interviews say
	Documents []string // those that contradict it, or of which it is not known
	Err       error    // the figure cannot be read
}

// Interviews returns the study's interviews in the order of their keys.
func (s *Study) Interviews() []*corpus.Document {
	var out []*corpus.Document
	for _, d := range s.Documents {
		if d.Interview() {
			out = append(out, d)
		}
	}
	return out
}

// MeanMinutes returns the mean length of the interviews whose length is known, and how many those are.
func (s *Study) MeanMinutes() (mean float64, n int) {
	for _, d := range s.Interviews() {
		if d.Minutes > 0 {
			mean += float64(d.Minutes)
			n++
		}
	}
	return mean / float64(max(1, n)), n
}

// MethodChecks holds every figure of the claims about the method against the interviews: their number, the length
// of each, the mean length and the dates, as their sidecars have them. An interview of which the length or the date is
// not known fails a claim about each: it cannot be known to hold.
func (s *Study) MethodChecks() []ClaimCheck {
	var out []ClaimCheck
	for i := range s.Methods.Claims {
		c := &s.Methods.Claims[i]
		for _, f := range []struct {
			name, value string
			check       func(string, *ClaimCheck)
		}{{"interviews", c.Interviews, s.checkNumber}, {"each", c.Each, s.checkEach}, {"mean", c.Mean, s.checkMean}, {"period", c.Period, s.checkPeriod}} {
			if f.value == "" {
				continue
			}
			check := ClaimCheck{Claim: c, Says: f.name + ": " + f.value}
			f.check(f.value, &check)
			out = append(out, check)
		}
	}
	return out
}

func (s *Study) checkNumber(value string, c *ClaimCheck) {
	n, err := strconv.Atoi(strings.TrimSpace(value))
	if err != nil {
		c.Err = catalogue.Errorf("%q is not a number of interviews", value)
		return
	}
	have := len(s.Interviews())
	c.Holds, c.Found = n == have, strconv.Itoa(have)
}

// each is a length with how it is meant, in English or Norwegian.
var each = regexp.MustCompile(`^(over|above|at least|minst|under|below|at most|høyst|høgst|about|omtrent|om lag)?\s*(\d+)(?:\s*[-–]\s*(\d+))?\s*(min|h|hours?|t|timer?|timar)?$`)

// bounds returns the lengths in minutes that a claim allows: those for which within is true. A bare length allows half a
// minute on either side; "about" a tenth.
func bounds(value string) (within func(minutes float64) bool, err error) {
	m := each.FindStringSubmatch(strings.ToLower(strings.TrimSpace(value)))
	if m == nil {
		return nil, catalogue.Errorf("%q is not a length", value)
	}
	unit := 1.0
	if m[4] != "" && m[4] != "min" {
		unit = 60
	}
	n, _ := strconv.ParseFloat(m[2], 64) // digits
	n *= unit
	if m[3] != "" {
		to, _ := strconv.ParseFloat(m[3], 64)
		to *= unit
		return func(x float64) bool { return x >= n && x <= to }, nil
	}
	switch m[1] {
	case "over", "above":
		return func(x float64) bool { return x > n }, nil
	case "at least", "minst":
		return func(x float64) bool { return x >= n }, nil
	case "under", "below":
		return func(x float64) bool { return x < n }, nil
	case "at most", "høyst", "høgst":
		return func(x float64) bool { return x <= n }, nil
	case "about", "omtrent", "om lag":
		return func(x float64) bool { return x >= .9*n && x <= 1.1*n }, nil
	}
	return func(x float64) bool { return x >= n-.5 && x < n+.5 }, nil
}

func (s *Study) checkEach(value string, c *ClaimCheck) {
	within, err := bounds(value)
	if err != nil {
		c.Err = err
		return
	}
	c.Holds = true
	var found []string
	for _, d := range s.Interviews() {
		length := "?"
		if d.Minutes > 0 {
			length = fmt.Sprintf("%d min", d.Minutes)
		}
		found = append(found, d.Key+" "+length)
		if d.Minutes == 0 || !within(float64(d.Minutes)) {
			c.Holds = false
			c.Documents = append(c.Documents, d.Key)
		}
	}
	c.Found = strings.Join(found, ", ")
}

func (s *Study) checkMean(value string, c *ClaimCheck) {
	within, err := bounds(value)
	if err != nil {
		c.Err = err
		return
	}
	mean, n := s.MeanMinutes()
	c.Holds = n > 0 && n == len(s.Interviews()) && within(mean)
	c.Found = fmt.Sprintf("%s min (%d)", s.words().Decimals(mean, 1), n)
	for _, d := range s.Interviews() {
		if d.Minutes == 0 {
			c.Documents = append(c.Documents, d.Key)
		}
	}
	if len(c.Documents) > 0 {
		c.Found += "; " + s.words().Say("without length", strings.Join(c.Documents, ", "))
	}
}

var period = regexp.MustCompile(`^(\d{4}(?:-\d\d){0,2})(?:\s+(?:to|til)\s+(\d{4}(?:-\d\d){0,2}))?$`)

func (s *Study) checkPeriod(value string, c *ClaimCheck) {
	m := period.FindStringSubmatch(strings.TrimSpace(value))
	if m == nil {
		c.Err = catalogue.Errorf("%q is not a period", value)
		return
	}
	from, to := m[1], m[2]
	if to == "" {
		to = from
	}
	var dates, undated, outside, found []string
	for _, d := range s.Interviews() {
		switch {
		case d.Date == "":
			undated = append(undated, d.Key)
			continue
		case d.Date < from || d.Date > to && !strings.HasPrefix(d.Date, to): // a date belongs to a month or year if it begins with it
			outside = append(outside, d.Key+" "+s.words().Date(d.Date))
			c.Documents = append(c.Documents, d.Key)
		}
		dates = append(dates, d.Date)
	}
	c.Documents = append(c.Documents, undated...)
	c.Holds = len(c.Documents) == 0
	sort.Strings(dates)
	if len(dates) > 0 {
		found = append(found, s.words().Say("from to", s.words().Date(dates[0]), s.words().Date(dates[len(dates)-1])))
	}
	if len(outside) > 0 {
		found = append(found, s.words().Say("outside", strings.Join(outside, ", ")))
	}
	if len(undated) > 0 {
		found = append(found, s.words().Say("without date", strings.Join(undated, ", ")))
	}
	c.Found = strings.Join(found, "; ")
}

// checkMethods adds the claims about the method that the interviews contradict, and answers to items that COREQ does not have.
func (s *Study) checkMethods(problems *plainfile.Problems) {
	for _, c := range s.MethodChecks() {
		switch {
		case c.Err != nil:
			problems.Add(StudyFile, c.Claim.Line, "%s\nhint: write interviews: 4, each: over 60 min, each: 45-78 min, mean: 62 min, period: 2016-02 to 2016-03", c.Err)
		case !c.Holds:
			problems.Add(StudyFile, c.Claim.Line, "the interviews do not bear out %q: %s\nhint: correct the claim, or the sidecars of the interviews", c.Says, c.Found)
		}
	}
	seen := map[string]bool{}
	for _, i := range s.Methods.Items {
		n, err := strconv.Atoi(i.Item)
		if err != nil || n < 1 || n > 32 || seen[i.Item] {
			problems.Add(StudyFile, i.Line, "COREQ has no item %q to answer here\nhint: write a number from 1 to 32, each once", i.Item)
		}
		seen[i.Item] = true
	}
}

// CoreqAnswer returns the researcher's answer to an item of COREQ, "" if there is none.
func (s *Study) CoreqAnswer(item int) string {
	for _, i := range s.Methods.Items {
		if i.Item == strconv.Itoa(item) {
			return strings.TrimSpace(i.Answer)
		}
	}
	return ""
}

// Year returns the year of a date, "" if it has none.
func Year(date string) string {
	if len(date) >= 4 {
		if _, err := time.Parse("2006", date[:4]); err == nil {
			return date[:4]
		}
	}
	return ""
}
