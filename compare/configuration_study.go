package compare

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/qca"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// ConfigurationOf returns the cases of a study as its calibrations score them. What is not known
// has no membership and says why: an attribute without a value, a code whose cell is open, or on which
// the sources are silent without its having been asked.
func ConfigurationOf(s *cases.Study, spec ConfigurationSpec, o Options) (*Configuration, error) {
	if len(s.Calibrations) == 0 {
		return nil, catalogue.Errorf("the study has no calibrations\nhint: calibration/NAME.yaml scores the cases on a condition; crosscase compare calibrate --help shows one")
	}
	c := &Configuration{options: o, spec: spec}
	chosen, err := chosenCases(s, &cases.TableRecord{}, o)
	if err != nil {
		return nil, err
	}
	for _, one := range chosen {
		c.Cases = append(c.Cases, table.Label{Key: one.Key, Label: one.Title()})
	}
	all := make([]*CalibratedSet, len(s.Calibrations))
	for i, cal := range s.Calibrations {
		all[i] = calibratedSet(s, cal, o.Language)
	}
	if err := c.choose(all); err != nil {
		return nil, err
	}
	var records []string
	for _, set := range c.Sets {
		cal := s.Calibration(set.Key)
		records = append(records, cal.File)
		for _, one := range chosen {
			set.Scores = append(set.Scores, scoreOf(s, one, cal, set, o.Language))
		}
	}
	c.inputs = s.Inputs(records...)
	return c, nil
}

// calibratedSet returns a calibration's scale, without scores.
func calibratedSet(s *cases.Study, cal *cases.Calibration, l catalogue.Language) *CalibratedSet {
	set := &CalibratedSet{Key: cal.Key, Label: cal.Title(), Levels: cal.Levels(), Outcome: cal.Role == cases.RoleOutcome}
	var at, membership []float64
	for _, a := range cal.Anchors {
		x, m, ok := a.Number()
		at, membership = append(at, x), append(membership, m)
		anchor := ScaleAnchor{At: a.At, Membership: a.Membership, Means: a.Means}
		if a.Is != "" {
			anchor.At = l.Say(a.Is)
		} else if ok && a.At != "" {
			anchor.At = l.Number(x)
		}
		if ok {
			anchor.Membership = l.Number(m)
		}
		anchor.Evidence = reasonsOf(s, &cases.Case{File: cal.File}, cases.Item{Because: a.Because, Line: a.Line})
		set.Anchors = append(set.Anchors, anchor)
	}
	switch {
	case cal.Method == cases.ByDirectMethod && len(at) == 3:
		set.direct(at, logOdds(cal.LogOdds, cal.IDM))
	case cal.Method == cases.ByThreshold && len(at) == 1:
		set.stepped(at, membership[0] == 0)
	case cal.Method == cases.ByThresholds && cal.From != (cases.CalibrationSource{}):
		set.stepped(at, false)
	}
	return set
}

func logOdds(logOdds, idm float64) float64 {
	switch {
	case idm > 0:
		return qca.LogOdds(idm)
	case logOdds > 0:
		return logOdds
	}
	return qca.DefaultLogOdds
}

// direct gives the set the scale of the direct method.
func (s *CalibratedSet) direct(anchors []float64, logOdds float64) {
	s.scale = anchors
	s.make = func(a []float64) func(float64) float64 {
		return func(x float64) float64 {
			return qca.Direct(x, qca.Anchors{Out: a[0], Crossover: a[1], In: a[2]}, logOdds)
		}
	}
	s.score = s.make(anchors)
}

// stepped gives the set a scale of thresholds; down: a crisp set that ends at its threshold.
func (s *CalibratedSet) stepped(thresholds []float64, down bool) {
	s.scale = thresholds
	s.make = func(a []float64) func(float64) float64 {
		return func(x float64) float64 {
			n := qca.Stepped(x, a...)
			if down {
				n = 1 - n
			}
			return float64(n)
		}
	}
	s.score = s.make(thresholds)
}

// scoreOf returns a case's membership by a calibration.
func scoreOf(s *cases.Study, one *cases.Case, cal *cases.Calibration, set *CalibratedSet, l catalogue.Language) Score {
	score := Score{Number: math.NaN(), Value: math.NaN(), Place: fmt.Sprintf("%s:%d", cal.File, max(1, cal.Lines["from"], cal.Lines["method"]))}
	word := ""
	switch {
	case cal.From.Attribute != "":
		word = score.attribute(s, one, cal.From.Attribute, l)
	case cal.From.Code != "":
		word = score.code(s, one, cal.From.Code, cal.From.By, l)
	default:
		score.Missing = l.Say("no-value")
	}
	if score.Missing == "" {
		score.calibrate(cal, set, word, l)
	}
	if hand, ok := cal.Cases[one.Key]; ok {
		score.byHand(s, one, cal, hand)
	}
	if score.Missing == "" && !inScale(score.Value, set.Levels) {
		score.Missing = l.Say("qca-no-scale")
	}
	if score.Missing != "" {
		score.Value, score.Evidence = math.NaN(), nil
	}
	if score.Missing == "" && len(score.Evidence) == 0 {
		score.Evidence = []table.Evidence{{Case: one.Key, Source: score.Place}}
	}
	return score
}

func inScale(x float64, levels int) bool {
	if levels > 2 {
		return x == math.Trunc(x) && x >= 0 && x < float64(levels)
	}
	return x >= 0 && x <= 1
}

// attribute reads a case's value, and returns it as a word.
func (score *Score) attribute(s *cases.Study, one *cases.Case, key string, l catalogue.Language) string {
	a, _ := s.Attribute(key)
	v := valueOf(s, one, a)
	cell := valueCell(s, one, a, v, l)
	if cell.Missing != "" || len(v.Items) != 1 {
		if score.Missing = cell.Missing; score.Missing == "" {
			score.Missing = l.Say("qca-several-values")
		}
		return ""
	}
	score.Raw, score.Evidence = cell.Text, cell.Evidence
	if x, ok := a.Number(v.Items[0].Text); ok {
		score.Number = x
	}
	return v.Items[0].Text
}

// code reads a case's state on a code, or its strength: the number of documents that speak for it.
// An open cell, and silence of sources that were not all asked, is no state.
func (score *Score) code(s *cases.Study, one *cases.Case, key, by string, l catalogue.Language) string {
	code := s.Codebook.Code(key)
	if code == nil {
		score.Missing = l.Say("no-value")
		return ""
	}
	st := &standing{Standing: s.Standing(one, code, false)}
	cell := codeCell(s, st, []*cases.Case{one}, []*coding.Code{code}, "state", Options{Language: l})
	if st.State == cases.StateOpen {
		score.Missing = cell.Text
		return ""
	}
	if st.State == cases.StateNone && !st.Silent() {
		score.Missing = l.Say(st.State) + ": " + missing(&st.Standing, l)
		return ""
	}
	score.Raw, score.Evidence = cell.Text, cell.Evidence
	if by != "strength" {
		return st.State
	}
	var documents []string
	for _, e := range st.Evidence {
		if e.Says != coding.Against && !slices.Contains(documents, e.Passage.Document) {
			documents = append(documents, e.Passage.Document)
		}
	}
	score.Number = float64(len(documents))
	score.Raw = l.Number(score.Number)
	return score.Raw
}

// calibrate makes the membership of the raw value.
func (score *Score) calibrate(cal *cases.Calibration, set *CalibratedSet, word string, l catalogue.Language) {
	if cal.Method != cases.ByWords {
		switch {
		case math.IsNaN(score.Number):
			score.Missing = l.Say("qca-no-number", word)
		case set.score == nil:
			score.Missing = l.Say("qca-no-scale")
		default:
			score.Value = set.score(score.Number)
		}
		return
	}
	for _, a := range cal.Anchors {
		if a.Is == word {
			if _, m, ok := a.Number(); ok {
				score.Value = m
				score.Place = fmt.Sprintf("%s:%d", cal.File, a.Line)
				return
			}
		}
	}
	score.Missing = l.Say("qca-no-anchor", l.Say(word))
}

// byHand puts what a person wrote in the place of what was derived.
func (score *Score) byHand(s *cases.Study, one *cases.Case, cal *cases.Calibration, hand cases.Membership) {
	score.Place = fmt.Sprintf("%s:%d", cal.File, hand.Line)
	x, ok := hand.Number()
	if !ok {
		score.Missing = hand.Missing
		if score.Missing == "" {
			score.Missing = strings.TrimSpace("? " + hand.Membership)
		}
		return
	}
	score.ByHand, score.Value, score.Missing = true, x, ""
	of := *one
	of.File = cal.File // where the reasons in words stand
	score.Evidence = append(slices.Clone(score.Evidence), reasonsOf(s, &of, cases.Item{Because: hand.Because, Line: hand.Line})...)
}
