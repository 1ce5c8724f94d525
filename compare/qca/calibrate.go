package qca

import "math"

// DefaultLogOdds is the log odds of membership at full membership in Ragin (2008): .953.
const DefaultLogOdds = 3

// LogOdds returns the log odds that belong to a degree of membership at full membership,
// ln(idm / (1 - idm)): 2.944 for .95, the default of the R package QCA.
func LogOdds(idm float64) float64 { return math.Log(idm / (1 - idm)) }

// Anchors are the three raw values of the direct method: where a case is fully out, where it is as
// much in as out, and where it is fully in. They rise or fall.
type Anchors struct{ Out, Crossover, In float64 }

// Ordered tells whether the anchors rise or fall, as they must.
func (a Anchors) Ordered() bool {
	return a.Out < a.Crossover && a.Crossover < a.In || a.Out > a.Crossover && a.Crossover > a.In
}

// Direct returns the membership of a raw value by the direct method of Ragin (2008, ch. 5):
//
//	1 / (1 + exp(-L)),  L = logOdds (v - c) / (in - c) on the side of full membership,
//	                    L = logOdds (v - c) / (c - out) on the other
//
// so that membership is .5 at the crossover and has the log odds at the other two anchors. It is NaN if the anchors are
// not Ordered.
func Direct(v float64, a Anchors, logOdds float64) float64 {
	if !a.Ordered() {
		return math.NaN()
	}
	slope := logOdds / (a.In - a.Crossover)
	if (v > a.Crossover) != (a.In > a.Crossover) {
		slope = logOdds / (a.Crossover - a.Out)
	}
	return 1 / (1 + math.Exp(-slope*(v-a.Crossover)))
}

// Stepped returns how many of the thresholds a raw value reaches, thresholds rising: 0 or 1 for a
// crisp set with one threshold, 0 to n for a multi-value condition with n. A value at a threshold
// has reached it.
func Stepped(v float64, thresholds ...float64) int {
	n := 0
	for _, t := range thresholds {
		if v >= t {
			n++
		}
	}
	return n
}
