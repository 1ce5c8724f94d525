package cases

import (
	"math"
	"strconv"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

var calibrationMethods = []string{ByDirectMethod, ByThreshold, ByThresholds, ByWords, ByHand}

// checkCalibration adds what is wrong with a calibration.
func (s *Study) checkCalibration(c *Calibration, problems *plainfile.Problems) {
	if !corpus.ValidKey(c.Key) {
		problems.Add(c.File, 0, "has a name that cannot stand in an expression\nhint: rename it to %s.yaml", corpus.Slug(c.Key))
	}
	if c.Role != RoleCondition && c.Role != RoleOutcome {
		problems.Add(c.File, c.Lines["role"], "role %q is not known\nhint: write condition or outcome", c.Role)
	}
	if !contains(calibrationMethods, c.Method) {
		problems.Add(c.File, c.Lines["method"], "method %q is not known\nhint: write one of: %s", c.Method, strings.Join(calibrationMethods, ", "))
		return
	}
	s.checkCalibrationSource(c, problems)
	for _, a := range c.Anchors {
		if a.Means == "" {
			problems.Add(c.File, a.Line, "the anchor at %q says nothing in words\nhint: add means: with what such a case is like", a.At+a.Is)
		}
		s.findReasons(c.File, a.Because, problems)
	}
	c.checkAnchors(problems)
	if c.IDM != 0 && (c.IDM <= .5 || c.IDM >= 1) {
		problems.Add(c.File, c.Lines["idm"], "idm %v is not between 0.5 and 1\nhint: write a number such as 0.95", c.IDM)
	}
	if c.LogOdds < 0 || c.LogOdds > 0 && c.IDM != 0 {
		problems.Add(c.File, c.Lines["log-odds"], "log-odds %v does not stand alone, or is less than 0\nhint: write log-odds: 3, or idm: 0.95, not both", c.LogOdds)
	}
	s.checkMemberships(c, problems)
}

func (s *Study) checkCalibrationSource(c *Calibration, problems *plainfile.Problems) {
	from := c.From
	byHand := from == (CalibrationSource{})
	line := max(from.Line, c.Lines["from"], c.Lines["method"])
	if byHand != (c.Method == ByHand) && !(byHand && c.MultiValue()) || from.Attribute != "" && from.Code != "" {
		problems.Add(c.File, line, "method %q goes with one attribute or code under from, method hand with none\nhint: write from: {attribute: KEY} or from: {code: KEY}; without from, method: hand or multi-value", c.Method)
		return
	}
	if from.Attribute != "" {
		if _, ok := s.Attribute(from.Attribute); !ok {
			known := make([]string, len(s.Attributes))
			for i, a := range s.Attributes {
				known[i] = a.Key
			}
			problems.Add(c.File, line, "%q is not an attribute\nhint: %s", from.Attribute, plainfile.DidYouMean(from.Attribute, known, "name it in %s", AttributesFile))
		}
	}
	if from.Code != "" {
		s.checkCode(c.File, line, from.Code, problems)
		if from.By != "state" && from.By != "strength" || (from.By == "state") != (c.Method == ByWords) {
			problems.Add(c.File, line, "by %q does not go with method %q\nhint: write by: state with method: words, or by: strength with a method for numbers", from.By, c.Method)
		}
	}
}

// checkAnchors holds that anchors are numbers, are as many as the method takes and stand in order.
func (c *Calibration) checkAnchors(problems *plainfile.Problems) {
	var at, membership []float64
	for _, a := range c.Anchors {
		x, m, ok := a.Number()
		if c.Method != ByHand && !ok || (c.Method == ByWords) == (a.Is == "") && c.Method != ByHand || c.Method != ByWords && c.Method != ByHand && a.At == "" {
			problems.Add(c.File, a.Line, "the anchor at %q does not give numbers for method %q\nhint: write {at: 50, membership: 0.5, means: …}; for method words {is: word, membership: 1, means: …}", a.At+a.Is, c.Method)
			return
		}
		if ok && !c.MultiValue() && (m < 0 || m > 1) {
			problems.Add(c.File, a.Line, "membership %s is out of range\nhint: write a number from 0 to 1", a.Membership)
			return
		}
		if ok && c.Method == ByWords && math.Abs(m-.5) < 1e-9 {
			problems.Add(c.File, a.Line, "membership 0.5 is neither in nor out\nhint: decide whether such a case is more in or more out: above or below 0.5")
		}
		at, membership = append(at, x), append(membership, m)
	}
	if c.From.Code != "" && c.Method == ByWords {
		for _, a := range c.Anchors {
			if known := []string{StatePresent, StatePartial, StateMixed, StateAbsent, StateNone, StateOpen}; !contains(known, a.Is) {
				problems.Add(c.File, a.Line, "state %q is not known\nhint: write one of: %s", a.Is, strings.Join(known, ", "))
			}
		}
	}
	line := c.Lines["anchors"]
	switch c.Method {
	case ByDirectMethod:
		rising := len(at) == 3 && at[0] < at[1] && at[1] < at[2]
		falling := len(at) == 3 && at[0] > at[1] && at[1] > at[2]
		if len(at) != 3 || membership[0] != 0 || membership[1] != .5 || membership[2] != 1 || !rising && !falling {
			problems.Add(c.File, line, "the anchors are not in order: the direct method goes from out over the crossover to in\nhint: write three, with membership 0, 0.5 and 1, whose at: rise or fall")
		}
	case ByThreshold:
		if len(at) != 1 || membership[0] != 0 && membership[0] != 1 {
			problems.Add(c.File, line, "a crisp set has one anchor, with membership 0 or 1\nhint: write one: from there on a case is in (membership: 1) or out (membership: 0)")
		}
	case ByThresholds:
		for i := range at {
			if c.From == (CalibrationSource{}) {
				break
			}
			if membership[i] != float64(i+1) || i > 0 && at[i] <= at[i-1] {
				problems.Add(c.File, c.Anchors[i].Line, "the anchors are not in order: those of a multi-value condition count up\nhint: write them with rising at: and membership: 1, 2, … ; below the first a case has 0")
				return
			}
		}
	}
}

// checkMemberships holds that what a person gave the cases is a membership, with a reason.
func (s *Study) checkMemberships(c *Calibration, problems *plainfile.Problems) {
	for _, key := range sortedKeys(c.Cases) {
		m := c.Cases[key]
		if s.Case(key) == nil {
			problems.Add(c.File, m.Line, "there is no case %q\nhint: %s", key, plainfile.DidYouMean(key, s.CaseKeys(), "crosscase cases list shows them"))
		}
		if m.Membership != "" {
			c.checkMembership(key, m, problems)
			if len(m.Because) == 0 {
				problems.Add(c.File, m.Line, "the membership of %q stands without a reason\nhint: add because: with a passage, a source or the reasoning in words", key)
			}
		}
		s.findReasons(c.File, m.Because, problems)
	}
	switch {
	case c.From != (CalibrationSource{}):
		s.checkHalves(c, problems)
		return
	case c.Method != ByHand && c.Method != ByThresholds:
		return // its source is missing, which is told
	}
	for _, key := range s.CaseKeys() {
		if _, ok := c.Cases[key]; !ok {
			problems.Add(c.File, c.Lines["cases"], "case %q has no membership\nhint: add %s: {membership: …, because: […]}, or %s: {missing: why}", key, key, key)
		}
	}
}

func (c *Calibration) checkMembership(key string, m Membership, problems *plainfile.Problems) {
	f, ok := m.Number()
	whole := ok && f == math.Trunc(f) && f >= 0
	switch {
	case c.MultiValue() && (!whole || f > 99):
		problems.Add(c.File, m.Line, "%q is no value for case %q of a multi-value condition\nhint: write a whole number from 0", m.Membership, key)
	case !c.MultiValue() && !(ok && f >= 0 && f <= 1):
		problems.Add(c.File, m.Line, "membership %q of case %q is out of range\nhint: write a number from 0, fully out, to 1, fully in", m.Membership, key)
	case !c.MultiValue() && math.Abs(f-.5) < 1e-9:
		problems.Add(c.File, m.Line, "case %q has membership 0.5, neither in nor out; it belongs to no row of a truth table\nhint: decide whether it is more in or more out: above or below 0.5", key)
	}
}

// checkHalves notes cases that lie exactly on the crossover of the direct method.
func (s *Study) checkHalves(c *Calibration, problems *plainfile.Problems) {
	a, ok := s.Attribute(c.From.Attribute)
	if !ok || c.Method != ByDirectMethod || len(c.Anchors) != 3 {
		return
	}
	crossover, _, ok := c.Anchors[1].Number()
	if !ok {
		return
	}
	for _, one := range s.Cases {
		if _, set := c.Cases[one.Key]; set {
			continue
		}
		for _, item := range one.Values[a.Key].Items {
			if x, ok := a.Number(item.Text); ok && x == crossover {
				problems.Add(c.File, c.Anchors[1].Line, "case %q lies exactly on the crossover %s: membership 0.5, neither in nor out\nhint: move the crossover to where no case is, or decide by hand under cases:", one.Key, strconv.FormatFloat(crossover, 'g', -1, 64))
			}
		}
	}
}
