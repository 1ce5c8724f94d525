package frequency

// Explanation says what a figure is.
type Explanation struct{ Key, Name, Formula, Paper string }

// Explanations returns the figures in the order in which they are reported.
func Explanations() []Explanation {
	return []Explanation{
		{"count", "count", "number of units that people gave the code; ≥ where something that counts is unread", "—"},
		{"fisher", "Fisher's exact test", "p = sum of the chances of all tables of these margins that are no more likely than the observed", "Fisher (1935), Journal of the Royal Statistical Society 98:39-82; Freeman & Halton (1951), Biometrika 38:141-149"},
		{"odds", "odds ratio (conditional)", "the ratio at which the mean of a, given the margins, is the observed a; exact 95 % interval", "Cornfield (1956), Proceedings of the Third Berkeley Symposium 4:135-148"},
		{"chi2", "chi-square", "sum (O-E)²/E", "Pearson (1900), Philosophical Magazine 50:157-175"},
		{"phi", "phi", "(ad-bc)/√((a+b)(c+d)(a+c)(b+d))", "Yule (1912), Journal of the Royal Statistical Society 75:579-652"},
		{"v", "Cramér's V", "√(chi²/(n(k-1))), k the smaller of rows and columns", "Cramér (1946), Mathematical Methods of Statistics, ch. 21"},
		{"difference", "difference of shares", "a/(a+b) - c/(c+d)", "—"},
		{"mcnemar", "McNemar's test", "(|b-c|-1)²/(b+c); exact: binomial of b among b+c", "McNemar (1947), Psychometrika 12:153-157"},
		{"adjust", "adjusted p", "bonferroni, holm, hochberg, BH, BY, as R's p.adjust", "Holm (1979), Scandinavian Journal of Statistics 6:65-70; Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57:289-300"},
		{"jaccard", "Jaccard (c-coefficient)", "n12/(n1+n2-n12)", "Jaccard (1901), Bulletin de la Société Vaudoise des Sciences Naturelles 37:547-579"},
		{"g2-4", "G² (four cells)", "2 sum O ln(O/E) over the word and all other words in both corpora", "Dunning (1993), Computational Linguistics 19:61-74"},
		{"g2-2", "G² (two cells)", "2 (a ln(a/E1) + b ln(b/E2))", "Rayson & Garside (2000), Workshop on Comparing Corpora 1-6"},
		{"log-ratio", "log ratio", "log2((a/n1)/(b/n2)); 0 counts as 0.5", "Hardie (2014), Log ratio: an informal introduction"},
		{"pmi", "PMI", "log2(n12 n/(n1 n2))", "Church & Hanks (1990), Computational Linguistics 16:22-29"},
		{"t", "t", "(n12 - n1 n2/n)/√n12", "Church, Gale, Hanks & Hindle (1991), Using statistics in lexical analysis"},
		{"g2", "G²", "2 sum O ln(O/E) of the fourfold table", "Dunning (1993), Computational Linguistics 19:61-74"},
		{"dice", "Dice", "2 n12/(n1+n2)", "Dice (1945), Ecology 26:297-302"},
		{"logdice", "logDice", "14 + log2(Dice)", "Rychlý (2008), RASLAN 6-9"},
		{"lambda", "lambda", "ln of the odds ratio, 0.5 added to each cell; z = lambda over its standard error", "Blaheta & Johnson (2001), ACL Workshop on Collocation 54-60"},
		{"ttr", "TTR", "different words / words", "Johnson (1944), Psychological Monographs 56(2):1-15"},
		{"mattr", "MATTR", "mean TTR of all windows of so many words", "Covington & McFall (2010), Journal of Quantitative Linguistics 17:94-100"},
	}
}
