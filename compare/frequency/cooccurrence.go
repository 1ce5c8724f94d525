package frequency

// Jaccard returns n12/(n1+n2-n12): the share of the units with both among those with either. It is ATLAS.ti's c-coefficient where each unit counts once;
// ATLAS.ti itself counts pairs of quotations, so that its c can exceed 1. Undefined if neither occurs.
//
// Jaccard (1901), Bulletin de la Société Vaudoise des Sciences Naturelles 37:547-579; Contreras (2011) and the ATLAS.ti manual (c-coefficient).
func Jaccard(n12, n1, n2 int) Figure {
	if n1+n2 == 0 {
		return undefined(NotThere)
	}
	return known(float64(n12) / float64(n1+n2-n12))
}

// Unequal tells whether one of two codes is more than five times as frequent as the other, so that Jaccard stays small even if the rarer one never
// occurs without the other. It is ATLAS.ti's yellow mark.
func Unequal(n1, n2 int) bool {
	return min(n1, n2) > 0 && max(n1, n2) > 5*min(n1, n2)
}
