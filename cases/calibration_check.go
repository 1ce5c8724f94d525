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
		problems.Add(c.File, 0, "rename it to "+corpus.Slug(c.Key)+".yaml", "has a name that cannot stand in an expression")
	}
	if c.Role != RoleCondition && c.Role != RoleOutcome {
		problems.Add(c.File, c.Lines["role"], "write condition or outcome", "role %q is not known", c.Role)
	}
	if !contains(calibrationMethods, c.Method) {
		problems.Add(c.File, c.Lines["method"], "write one of: "+strings.Join(calibrationMethods, ", "), "method %q is not known", c.Method)
		return
	}
	s.checkCalibrationSource(c, problems)
	for _, a := range c.Anchors {
		if a.Means == "" {
			problems.Add(c.File, a.Line, "add means: with what such a case is like", "the anchor at %q says nothing in words", a.At+a.Is)
		}
		s.findReasons(c.File, a.Because, problems)
	}
	c.checkAnchors(problems)
	if c.IDM != 0 && (c.IDM <= .5 || c.IDM >= 1) {
		problems.Add(c.File, c.Lines["idm"], "write a number such as 0.95", "idm %v is not between 0.5 and 1", c.IDM)
	}
	if c.LogOdds < 0 || c.LogOdds > 0 && c.IDM != 0 {
		problems.Add(c.File, c.Lines["log-odds"], "write log-odds: 3, or idm: 0.95, not both", "log-odds %v does not stand alone, or is less than 0", c.LogOdds)
	}
	s.checkMemberships(c, problems)
}

func (s *Study) checkCalibrationSource(c *Calibration, problems *plainfile.Problems) {
	from := c.From
	byHand := from == (CalibrationSource{})
	line := max(from.Line, c.Lines["from"], c.Lines["method"])
	if byHand != (c.Method == ByHand) && !(byHand && c.MultiValue()) || from.Attribute != "" && from.Code != "" {
		problems.Add(c.File, line, "write from: {attribute: KEY} or from: {code: KEY}; without from, method: hand or multi-value", "method %q goes with one attribute or code under from, method hand with none", c.Method)
		return
	}
	if from.Attribute != "" {
		if _, ok := s.Attribute(from.Attribute); !ok {
			known := make([]string, len(s.Attributes))
			for i, a := range s.Attributes {
				known[i] = a.Key
			}
			problems.Add(c.File, line, plainfile.DidYouMean(from.Attribute, known, "name it in "+AttributesFile), "%q is not an attribute", from.Attribute)
		}
	}
	if from.Code != "" {
		s.checkCode(c.File, line, from.Code, problems)
		if from.By != "state" && from.By != "strength" || (from.By == "state") != (c.Method == ByWords) {
			problems.Add(c.File, line, "write by: state with method: words, or by: strength with a method for numbers", "by %q does not go with method %q", from.By, c.Method)
		}
	}
}

// checkAnchors holds that anchors are numbers, are as many as the method takes and stand in order.
func (c *Calibration) checkAnchors(problems *plainfile.Problems) {
	var at, membership []float64
	for _, a := range c.Anchors {
		x, m, ok := a.Number()
		if c.Method != ByHand && !ok || (c.Method == ByWords) == (a.Is == "") && c.Method != ByHand || c.Method != ByWords && c.Method != ByHand && a.At == "" {
			problems.Add(c.File, a.Line, "write {at: 50, membership: 0.5, means: …}; for method words {is: word, membership: 1, means: …}", "the anchor at %q does not give numbers for method %q", a.At+a.Is, c.Method)
			return
		}
		if ok && !c.MultiValue() && (m < 0 || m > 1) {
			problems.Add(c.File, a.Line, "write a number from 0 to 1", "membership %s is out of range", a.Membership)
			return
		}
		if ok && c.Method == ByWords && math.Abs(m-.5) < 1e-9 {
			problems.Add(c.File, a.Line, "decide whether such a case is more in or more out: above or below 0.5", "membership 0.5 is neither in nor out")
		}
		at, membership = append(at, x), append(membership, m)
	}
	line := c.Lines["anchors"]
	switch c.Method {
	case ByDirectMethod:
		rising := len(at) == 3 && at[0] < at[1] && at[1] < at[2]
		falling := len(at) == 3 && at[0] > at[1] && at[1] > at[2]
		if len(at) != 3 || membership[0] != 0 || membership[1] != .5 || membership[2] != 1 || !rising && !falling {
			problems.Add(c.File, line, "write three, with membership 0, 0.5 and 1, whose at: rise or fall", "the anchors are not in order: the direct method goes from out over the crossover to in")
		}
	case ByThreshold:
		if len(at) != 1 || membership[0] != 0 && membership[0] != 1 {
			problems.Add(c.File, line, "write one: from there on a case is in (membership: 1) or out (membership: 0)", "a crisp set has one anchor, with membership 0 or 1")
		}
	case ByThresholds:
		for i := range at {
			if c.From == (CalibrationSource{}) {
				break
			}
			if membership[i] != float64(i+1) || i > 0 && at[i] <= at[i-1] {
				problems.Add(c.File, c.Anchors[i].Line, "write them with rising at: and membership: 1, 2, … ; below the first a case has 0", "the anchors are not in order: those of a multi-value condition count up")
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
			problems.Add(c.File, m.Line, plainfile.DidYouMean(key, s.CaseKeys(), "crosscase cases list shows them"), "there is no case %q", key)
		}
		if m.Membership != "" {
			c.checkMembership(key, m, problems)
			if len(m.Because) == 0 {
				problems.Add(c.File, m.Line, "add because: with a passage, a source or the reasoning in words", "the membership of %q stands without a reason", key)
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
			problems.Add(c.File, c.Lines["cases"], "add "+key+": {membership: …, because: […]}, or "+key+": {missing: why}", "case %q has no membership", key)
		}
	}
}

func (c *Calibration) checkMembership(key string, m Membership, problems *plainfile.Problems) {
	f, ok := m.Number()
	whole := ok && f == math.Trunc(f) && f >= 0
	switch {
	case c.MultiValue() && (!whole || f > 99):
		problems.Add(c.File, m.Line, "write a whole number from 0", "%q is no value for case %q of a multi-value condition", m.Membership, key)
	case !c.MultiValue() && !(ok && f >= 0 && f <= 1):
		problems.Add(c.File, m.Line, "write a number from 0, fully out, to 1, fully in", "membership %q of case %q is out of range", m.Membership, key)
	case !c.MultiValue() && math.Abs(f-.5) < 1e-9:
		problems.Add(c.File, m.Line, "decide whether it is more in or more out: above or below 0.5", "case %q has membership 0.5, neither in nor out; it belongs to no row of a truth table", key)
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
				problems.Add(c.File, c.Anchors[1].Line, "move the crossover to where no case is, or decide by hand under cases:", "case %q lies exactly on the crossover %s: membership 0.5, neither in nor out", one.Key, strconv.FormatFloat(crossover, 'g', -1, 64))
			}
		}
	}
}
