package coding

// reading is how an interview is weighed: for questions that come in any order, and for
// those that follow the guide.
type reading struct{ anyOrder, guideOrder []float64 }

// The weights are those of a multinomial logistic model (each turn asks one of the
// questions, or none with weight 0) with a quadratic penalty, fitted to invented
// interviews on other subjects in bokmål, nynorsk, Swedish and English whose turns
// were marked by hand (testdata/guidematch; go test ./coding -run TestFit -fit makes them anew). None of
// the example studies is among them. Their order is that of matcher.describe, matcher.compare and
// matcher.sequel.
//
// alone are for a guide by itself, withCodes for one whose questions are named by codes
// with words and rules of their own.
var alone = reading{
	anyOrder: []float64{
		-6.65, 0.74, 0.13, -0.24, 0.25, 0.97, 0.63, 0.16, 0.40, -1.02, 0.43, -0.78, -0.26, -0.96, 1.27, 0.88,
		-1.60, 0.18, 0.66, 0.30, 0.17, -0.23, 0.34, 0.18, 0.05, -0.08, 1.61, -0.28, -1.01, 0.14, 0.19, 0.68,
		0.24, 0.61, 0.00, 0.00, 0.00, 0.88, 0.09, 0.25, 0.62, -0.02, 0.31, 0.52, -0.09, -0.20, 0.15, 0.01,
		-2.19, -1.24, 0.46, 0.41, 0.55, -0.02, -0.59,
	},
	guideOrder: []float64{
		-7.52, 0.62, 0.06, 0.02, -0.11, 0.41, 0.59, 0.17, 0.27, -0.78, 0.51, -0.78, -0.25, -0.63, 1.13, 0.30,
		-1.63, -0.20, 0.51, 0.20, 0.16, -0.12, 0.09, 0.10, 0.04, -0.12, 1.17, -0.02, -0.81, 0.27, 0.46, 0.97,
		-0.08, 0.48, 0.00, 0.00, 0.00, 0.84, 0.35, 0.17, 0.47, 0.17, 0.51, 0.40, 0.01, -0.07, 0.46, 0.20,
		-1.69, -0.98, 0.61, 0.78, 0.09, -0.21, -0.39,
	},
}

var withCodes = reading{
	anyOrder: []float64{
		-7.58, 0.34, 0.11, 0.07, 0.30, 0.25, 0.24, 0.11, 0.21, -0.22, 0.50, -0.30, -0.07, -0.38, 0.90, 0.45,
		-0.64, 0.05, 0.33, 0.15, 0.10, -0.07, 0.16, 0.11, 0.04, -0.06, 0.87, -0.02, -0.48, 0.10, 0.11, 0.34,
		0.38, 0.22, 0.91, 0.90, 0.40, 0.48, 0.81, 0.19, 1.04, 0.29, 0.01, 0.20, 0.02, 0.04, 0.16, 0.13,
		-1.11, -0.36, 0.22, 0.45, 0.36, 0.01, -0.22,
	},
	guideOrder: []float64{
		-8.23, 0.32, 0.12, 0.18, 0.12, 0.06, 0.29, 0.19, 0.21, -0.12, 0.60, -0.29, -0.08, -0.23, 0.81, 0.21,
		-0.60, -0.15, 0.23, 0.12, 0.16, 0.14, 0.14, 0.05, 0.02, -0.04, 0.65, 0.10, -0.35, 0.26, 0.29, 0.57,
		0.32, 0.28, 0.70, 0.82, 0.23, 0.41, 0.57, 0.16, 0.82, 0.31, 0.17, 0.18, 0.03, 0.14, 0.31, 0.34,
		-0.84, -0.29, 0.34, 0.77, 0.15, -0.02, -0.16,
	},
}

// followsGuide is the share of clear questions in order above which an interview
// follows the guide.
const followsGuide = 0.45

// second is the odds against none above which the next likeliest question of a
// turn counts as asked too.
const second = 2.5
