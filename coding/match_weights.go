package coding

// weights are those of a multinomial logistic model (each turn asks one of the
// questions, or none with weight 0), fitted with a quadratic penalty to invented
// interviews on other subjects in bokmål, nynorsk, Swedish and English whose
// turns were marked by hand. None of the example studies is among them. The order
// is that of matcher.describe followed by matcher.features.
var weights = []float64{-7.43, 1.99, 0.78, -0.16, 2.64, 2.90, 0.82, -0.02, 1.14, -2.44, 1.06, -2.47, -0.83, -1.61, 1.50, 0.34, -5.03, -0.34, 2.15, 0.87, 0.27, 0.78, 0.70, 0.59,
	-0.11, -1.64, -0.15, 0.51, -2.51, -2.74, 0.46, 0.86, 1.96, 0.48, -0.50}

// second is the odds against none above which the next likeliest question of a
// turn counts as asked too.
const second = 2.5
