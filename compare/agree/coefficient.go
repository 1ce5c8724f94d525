package agree

// Reason says why a figure is undefined. Its text is printed as it is, or looked up in a
// catalogue of words.
type Reason string

// The reasons.
const (
	NoUnits       Reason = "no unit has values of two coders"
	NoVariation   Reason = "no variation: reliability cannot be shown"
	TwoCodersOnly Reason = "defined for two coders only"
	OneCategory   Reason = "only one category was offered"
	Negative      Reason = "the ratio metric has no negative values"
	PairUndefined Reason = "undefined for one of the pairs of coders"
	NeverMet      Reason = "units of two coders never meet"
	NobodyMarked  Reason = "nobody marked anything"
	AllResamples  Reason = "undefined in every resample"
	NothingFound  Reason = "nothing was coded by the coder who is measured"
	NothingInKey  Reason = "nothing is coded in the key"
	NeverAssigned Reason = "nobody assigned it"
)

// Coefficient is a figure of agreement, or the reason why there is none.
type Coefficient struct {
	Value     float64 // 1 is full agreement, 0 is chance; legal below 0. Nothing if Undefined is not ""
	Undefined Reason  // "" if there is a value
	Observed  float64 // the agreement observed; for alphas and weighted kappa the disagreement
	Expected  float64 // what chance would give, in the same terms
	Units     int     // that entered
}

// Defined tells whether there is a value.
func (c Coefficient) Defined() bool { return c.Undefined == "" }

func undefined(why Reason, units float64) Coefficient {
	return Coefficient{Undefined: why, Units: int(units)}
}

// overChance returns (observed-expected)/(1-expected), undefined where chance alone gives
// full agreement.
func overChance(observed, expected, units float64) Coefficient {
	if 1-expected < tiny {
		return Coefficient{Undefined: NoVariation, Observed: observed, Expected: expected, Units: int(units)}
	}
	return Coefficient{Value: (observed - expected) / (1 - expected), Observed: observed, Expected: expected, Units: int(units)}
}

// overDisagreement returns 1-observed/expected, undefined where no disagreement is expected.
func overDisagreement(observed, expected, units float64) Coefficient {
	if expected <= 0 {
		return Coefficient{Undefined: NoVariation, Observed: observed, Expected: expected, Units: int(units)}
	}
	return Coefficient{Value: 1 - observed/expected, Observed: observed, Expected: expected, Units: int(units)}
}

// tiny is what is taken for 0 of quantities that are differences of sums of proportions.
const tiny = 1e-14
