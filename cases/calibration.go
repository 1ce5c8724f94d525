package cases

import (
	"path"
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// How a calibration makes memberships of what is known.
const (
	ByDirectMethod = "direct"      // a number, by three anchors and log odds between them
	ByThreshold    = "crisp"       // a number: from one anchor on in, or out
	ByThresholds   = "multi-value" // a number: the value that the highest anchor reached has
	ByWords        = "words"       // a word, or the state of a code: the membership that its anchor has
	ByHand         = "hand"        // what a person writes for each case
)

// The roles of a calibrated set.
const (
	RoleCondition = "condition"
	RoleOutcome   = "outcome"
)

// Calibration is calibration/NAME.yaml: how cases were scored on a condition or an outcome for
// configurational analysis.
type Calibration struct {
	Label   string                `yaml:"label"`
	Role    string                `yaml:"role"` // condition (default), outcome
	Method  string                `yaml:"method"`
	From    CalibrationSource     `yaml:"from"`
	LogOdds float64               `yaml:"log-odds"` // of membership at full membership; 3 if 0
	IDM     float64               `yaml:"idm"`      // the same as a degree of membership, such as .95
	Anchors []CalibrationAnchor   `yaml:"anchors"`
	Cases   map[string]Membership `yaml:"cases"` // by hand; beside another method, what a person puts in its place
	Note    string                `yaml:"note"`
	Key     string                `yaml:"-"` // the file's name
	File    string                `yaml:"-"`
	Lines   map[string]int        `yaml:"-" place:"lines"`
}

// CalibrationSource is what a membership is made of: an attribute of the cases, or a code, by the
// state of the case or by its strength, the number of documents that speak for it.
type CalibrationSource struct {
	Attribute string `yaml:"attribute"`
	Code      string `yaml:"code"`
	By        string `yaml:"by"` // of a code: state (default), strength
	Line      int    `yaml:"-" place:"line"`
}

// CalibrationAnchor is a point of the scale: the number or the word at which a case has a
// membership, and what that means.
type CalibrationAnchor struct {
	At         string   `yaml:"at"` // a number
	Is         string   `yaml:"is"` // a word of the attribute, or a state
	Membership string   `yaml:"membership"`
	Means      string   `yaml:"means"`
	Because    []Reason `yaml:"because"`
	Line       int      `yaml:"-" place:"line"`
}

// Membership is what a person gave a case, or why it has none.
type Membership struct {
	Membership string   `yaml:"membership"`
	Because    []Reason `yaml:"because"`
	Missing    string   `yaml:"missing"`
	Line       int      `yaml:"-" place:"line"`
}

// FromYAML reads a membership: the number alone, or a group with membership, because
// and missing.
func (m *Membership) FromYAML(n plainfile.Node) error {
	m.Line = n.Line()
	if s, ok := n.Text(); ok {
		m.Membership = s
		return nil
	}
	type plain Membership
	n.Into((*plain)(m))
	if m.Membership == "" && m.Missing == "" {
		return catalogue.Errorf("a case has a membership, or a reason why it has none (missing:)")
	}
	return nil
}

// Title returns the label, or the key where there is none.
func (c *Calibration) Title() string {
	if c.Label != "" {
		return c.Label
	}
	return c.Key
}

// readCalibration reads calibration/KEY.yaml.
func readCalibration(file string, data []byte, problems *plainfile.Problems) *Calibration {
	c := &Calibration{File: file, Key: strings.TrimSuffix(path.Base(file), ".yaml")}
	plainfile.Unmarshal(file, data, c, problems)
	if c.Role == "" {
		c.Role = RoleCondition
	}
	if c.Method == "" && c.From == (CalibrationSource{}) {
		c.Method = ByHand
	}
	if c.From.Code != "" && c.From.By == "" {
		c.From.By = "state"
	}
	if c.From.Code != "" && c.From.By == "state" {
		for i := range c.Anchors {
			c.Anchors[i].Is = catalogue.State(c.Anchors[i].Is)
		}
	}
	return c
}

func (s *Study) readCalibrations(problems *plainfile.Problems) {
	for _, file := range s.files("calibration", ".yaml") {
		if data, ok := s.read(file, problems); ok {
			s.Calibrations = append(s.Calibrations, readCalibration(file, data, problems))
		}
	}
}

// Calibration returns the calibration with a key, nil if there is none.
func (s *Study) Calibration(key string) *Calibration {
	for _, c := range s.Calibrations {
		if c.Key == key {
			return c
		}
	}
	return nil
}

// MultiValue tells whether the calibration gives whole numbers from 0 rather than memberships.
func (c *Calibration) MultiValue() bool { return c.Method == ByThresholds }

// Levels returns how many values a multi-value calibration has, 2 for others.
func (c *Calibration) Levels() int {
	highest := 1
	if c.MultiValue() {
		for _, a := range c.Anchors {
			if v, err := parseNumber(a.Membership); err == nil {
				highest = max(highest, int(v))
			}
		}
		for _, m := range c.Cases {
			if v, err := parseNumber(m.Membership); err == nil {
				highest = max(highest, int(v))
			}
		}
	}
	return highest + 1
}

// Number returns an anchor's place and membership as numbers; false if one of them is none. One
// without a place (is:) has the place 0.
func (a CalibrationAnchor) Number() (at, membership float64, ok bool) {
	membership, err := parseNumber(a.Membership)
	if err != nil {
		return 0, 0, false
	}
	if a.At == "" {
		return 0, membership, true
	}
	at, err = parseNumber(a.At)
	return at, membership, err == nil
}

// Number returns the membership as a number; false if there is none.
func (m Membership) Number() (float64, bool) {
	f, err := parseNumber(m.Membership)
	return f, err == nil
}

// reasons returns all reasons of a calibration.
func (c *Calibration) reasons() []Reason {
	var out []Reason
	for _, a := range c.Anchors {
		out = append(out, a.Because...)
	}
	for _, key := range sortedKeys(c.Cases) {
		out = append(out, c.Cases[key].Because...)
	}
	return out
}
