package coding

// reading is how an interview is weighed: for questions that come in any order, and for
// those that follow the guide. Between the shares from and to of clear questions
// that come in the guide's order, the weights go over from the one to the other.
type reading struct {
	anyOrder, guideOrder []float64
	from, to             float64
}

// trustInOrder returns how far the weights for interviews that follow the guide are
// taken, 0 to 1, by the share of clear questions that come in its order.
func (r reading) trustInOrder(share float64) float64 {
	return min(1, max(0, (share-r.from)/(r.to-r.from)))
}

// The weights are those of a multinomial logistic model (each turn asks one of the
// questions, or none with weight 0) with a quadratic penalty, fitted to invented
// interviews on other subjects in bokmål, nynorsk, Swedish and English whose turns
// were marked by hand (testdata/guidematch; its README says how to make them anew). None of
// the example studies is among them. Their order is that of matcher.describe, matcher.compare and
// matcher.sequel.
//
// alone are for a guide by itself, withCodes for one whose questions are named by codes
// with words and rules of their own.
var alone = reading{
	from: 0.4, to: 0.6,
	anyOrder: []float64{
		-6.70, 0.77, 0.17, -0.18, 0.22, 0.98, 0.62, 0.20, 0.42, -0.88, 0.34, -0.79, -0.23, -0.85, 1.30, 0.81,
		-1.45, 0.16, 0.68, 0.31, 0.13, -0.22, 0.36, 0.19, 0.06, -0.09, 1.68, -0.26, -0.99, 0.18, 0.22, 0.65,
		0.14, 0.67, 0.00, 0.00, 0.00, 0.83, 0.04, 0.25, 0.63, -0.04, 0.31, 0.50, -0.10, -0.14, 0.17, -0.08,
		-2.16, -1.23, 0.31, 0.34, 0.53, 0.12, -0.57,
	},
	guideOrder: []float64{
		-7.72, 0.51, 0.08, -0.00, -0.01, 0.31, 0.55, 0.20, 0.24, -0.73, 0.60, -0.67, -0.22, -0.70, 1.05, 0.24,
		-1.45, -0.15, 0.42, 0.19, 0.24, 0.04, 0.10, 0.08, 0.04, -0.23, 1.03, -0.03, -0.79, 0.32, 0.42, 0.84,
		0.16, 0.36, 0.00, 0.00, 0.00, 0.73, 0.35, 0.18, 0.35, 0.20, 0.48, 0.32, 0.05, -0.06, 0.67, 0.34,
		-1.48, -0.69, 0.58, 0.87, 0.16, -0.22, -0.33,
	},
}

var withCodes = reading{
	from: 0.9, to: 1.5,
	anyOrder: []float64{
		-7.58, 0.34, 0.12, 0.10, 0.29, 0.25, 0.24, 0.12, 0.22, -0.16, 0.45, -0.30, -0.06, -0.32, 0.93, 0.40,
		-0.57, 0.04, 0.32, 0.15, 0.09, -0.04, 0.17, 0.11, 0.04, -0.05, 0.89, -0.00, -0.48, 0.12, 0.13, 0.31,
		0.35, 0.25, 0.90, 0.90, 0.41, 0.47, 0.78, 0.18, 1.02, 0.26, 0.02, 0.20, 0.02, 0.04, 0.14, 0.06,
		-1.09, -0.36, 0.16, 0.38, 0.29, 0.04, -0.22,
	},
	guideOrder: []float64{
		-8.30, 0.30, 0.13, 0.18, 0.12, 0.05, 0.28, 0.22, 0.20, -0.11, 0.65, -0.26, -0.07, -0.25, 0.77, 0.18,
		-0.53, -0.12, 0.22, 0.12, 0.18, 0.19, 0.14, 0.04, 0.02, -0.07, 0.57, 0.09, -0.35, 0.27, 0.29, 0.54,
		0.33, 0.26, 0.63, 0.74, 0.23, 0.35, 0.55, 0.14, 0.73, 0.33, 0.17, 0.14, 0.03, 0.15, 0.38, 0.40,
		-0.73, -0.20, 0.34, 0.83, 0.15, -0.03, -0.14,
	},
}

// second is the odds against none above which the next likeliest question of a
// turn counts as asked too.
const second = 2.5
