package agree

// Explanation says what a coefficient is.
type Explanation struct {
	Key     string // as other parts of the program name it
	Name    string
	Formula string
	Paper   string
}

// Explanations returns the coefficients in the order in which they are reported.
func Explanations() []Explanation {
	return []Explanation{
		{"percent", "percent agreement", "Po = mean over units of sum_k n_uk(n_uk-1)/(m_u(m_u-1))", "not corrected for chance"},
		{"alpha", "Krippendorff's alpha (nominal)", "1 - Do/De; Do = sum_{c≠k} o_ck / n, De = sum_{c≠k} n_c n_k / (n(n-1))", "Krippendorff (2019), Content Analysis, 4th ed., ch. 12"},
		{"kappa", "Cohen's kappa", "(Po-Pe)/(1-Pe), Pe = sum_i r_i c_i; interval: ∓1.96 SE of Fleiss, Cohen & Everitt (1969)", "Cohen (1960), Educational and Psychological Measurement 20:37-46"},
		{"alpha-ordinal", "Krippendorff's alpha (ordinal)", "1 - Do/De, d_ck = (sum of n_g from c to k - (n_c+n_k)/2)²", "Krippendorff (2019), Content Analysis, 4th ed., ch. 12"},
		{"kappa-quadratic", "weighted kappa (quadratic)", "1 - sum w_ij p_ij / sum w_ij r_i c_j, w_ij = ((i-j)/(q-1))²", "Cohen (1968), Psychological Bulletin 70:213-220"},
		{"scott", "Scott's pi", "(Po-Pe)/(1-Pe), Pe = sum_i ((r_i+c_i)/2)²", "Scott (1955), Public Opinion Quarterly 19:321-325"},
		{"bp", "Brennan-Prediger", "(Po-1/q)/(1-1/q), q = categories offered", "Brennan & Prediger (1981), Educational and Psychological Measurement 41:687-699"},
		{"ac1", "Gwet's AC1", "(Po-Pe)/(1-Pe), Pe = sum_k pi_k(1-pi_k)/(q-1)", "Gwet (2008), British Journal of Mathematical and Statistical Psychology 61:29-48"},
		{"fleiss", "Fleiss' kappa", "(P-Pe)/(1-Pe), P = mean of (sum_j n_uj²-m)/(m(m-1)), Pe = sum_j p_j²", "Fleiss (1971), Psychological Bulletin 76:378-382; SE: Fleiss, Nee & Landis (1979) 86:974-977"},
		{"conger", "Conger's kappa", "(P-Pe)/(1-Pe), Pe = mean over pairs of coders of sum_j p_aj p_bj", "Conger (1980), Psychological Bulletin 88:322-328"},
		{"light", "Light's kappa", "mean of Cohen's kappa over all pairs of coders", "Light (1971), Psychological Bulletin 76:365-377"},
		{"mvalpha", "multi-valued alpha", "1 - mvDo/mvDe, d(C,K) = 1 - 2|C∩K|/(|C|+|K|)", "Krippendorff & Craggs (2016), Communication Methods and Measures 10:181-198"},
		{"u-alpha", "u-alpha", "1 - (l..-sum l_cc)/(e..-sum e_cc), e_ck = l..(l_c. l_k. - [c=k]S_c)/(l..²-S)", "Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50:2347-2364, erratum 50:2365"},
		{"|u-alpha", "|u-alpha", "1 - (l_0.-l_00)/(e_0.-e_00); 0 is a gap", "the same"},
		{"cu-alpha", "cu-alpha", "1 - (l*..-sum l*_cc)/(e*..-sum e*_cc), e*_ck = (l*_c. l*_k. - [c=k]S*_c)/(l*..-S*/l*..)", "the same"},
		{"(k)u-alpha", "(k)u-alpha", "1 - (e*_k./l*_k.)(l*_k.-l*_kk)/(e*_k.-e*_kk)", "the same"},
		{"precision", "precision", "both/(both + only the coder)", "van Rijsbergen (1979), Information Retrieval, 2nd ed."},
		{"recall", "recall", "both/(both + only the key)", "the same"},
		{"f1", "F1", "2 both/(2 both + only the coder + only the key)", "the same"},
		{"bootstrap", "interval", "units drawn with replacement, percentiles (type 7); resamples without a value left out and counted", "Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13"},
		{"deviations", "Krippendorff's interval", "alpha = 1 - sum of 2 d/((m_u-1) n De), d drawn from the coincidences; De stands", "Krippendorff (2006), Bootstrapping distributions for Krippendorff's alpha"},
	}
}
