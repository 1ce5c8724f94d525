// Package likeness says how alike cases are, on plain numbers: a Fourfold counts in what two cases
// agree and differ, a Coefficient turns it into a figure from which a distance follows, a Tree is what
// hierarchical clustering makes of distances, and a Map what classical scaling does. It knows
// nothing of studies; what is not known of a case is left out of its pairs, never taken for 0.
//
// Published figures that it is held against stand in testdata/published/likeness.
package likeness
