package coding

// weights are those of two multinomial logistic models with a quadratic penalty: a turn asks
// one of the questions, or none with weight 0 (asks); and a turn that asks one asks
// another besides, or none (also). They are fitted to invented interviews on other
// subjects in bokmål, nynorsk, Swedish and English whose turns were marked by hand
// (testdata/guidematch; its README says how to make them anew). None of the example studies is
// among them. The order of asks is that of matcher.describe, matcher.compare and matcher.sequel, that of also
// matcher.besides.
type weights struct {
	asks, also []float64
}

// alone are for a guide by itself, withCodes for one whose questions are named by codes
// with words and rules of their own.
var alone = weights{
	asks: []float64{
		-15.70, 0.67, 0.22, 0.17, 0.28, 0.93, 0.41, 0.47, 0.23, 0.06, 1.35, -0.22, -0.15, -0.59, 2.10, 0.14,
		-1.83, 0.14, 0.42, 0.18, -0.06, 0.02, -0.08, 0.07, 0.06, -0.32, 1.54, 0.87, -0.17, 0.54, 0.35, 0.64,
		0.57, 0.62, 0.00, 0.00, 0.00, 0.82, 0.11, 0.18, 0.36, 0.01, 0.38, 0.34, -0.02, 0.62, -0.11, 0.44,
		-0.21, -0.08, 0.30, 0.16, -1.78, -0.95, 0.51, -0.44, 0.82, 0.09, -0.59, 0.30, 0.76, 0.86, -0.93, -0.56,
		0.70, 1.04, 0.67, 0.03, -0.31,
	},
	also: []float64{
		-5.91, 0.31, 1.18, 0.91, 0.18, 1.00, 0.30, 0.75, 0.34, 0.86, 0.78, -0.42, 0.28, 0.06, 0.08, 0.16,
		0.12, 0.04, 0.32, 0.05, 0.20, 0.31, 0.14, 0.28,
	},
}

var withCodes = weights{
	asks: []float64{
		-13.03, 0.30, 0.11, -0.06, 0.24, 0.20, 0.18, 0.08, 0.12, 0.06, 1.00, -0.17, -0.06, -0.27, 1.40, 0.14,
		-0.68, -0.14, 0.24, 0.14, -0.05, -0.04, 0.04, 0.07, 0.06, -0.09, 0.95, 0.72, 0.10, 0.35, 0.34, 0.53,
		0.25, 0.33, 1.28, 1.11, 0.40, 0.43, 0.53, 0.18, 1.04, 0.12, 0.07, 0.15, 0.01, 0.37, 0.46, 0.42,
		0.11, -0.07, 0.38, 0.24, -1.08, -0.39, 0.22, -0.02, 0.32, 0.03, -0.30, 0.20, 0.41, 0.41, -0.63, -0.23,
		0.37, 0.85, 0.25, 0.05, -0.16,
	},
	also: []float64{
		-5.36, 0.24, 1.52, 1.10, 0.54, 0.99, 0.32, 0.37, 0.35, 0.76, 0.73, -0.50, 0.24, 0.06, 0.07, 0.13,
		0.15, 0.08, 0.15, 0.35, 0.20, 0.21, 0.18, 0.38,
	},
}
