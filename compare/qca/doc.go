// Package qca is qualitative comparative analysis on plain numbers. It knows nothing of
// studies: what goes in is a Data of memberships, what comes out are numbers and terms.
//
// A Condition is a property of cases, two-valued (crisp or fuzzy, memberships from 0 to 1)
// or multi-value (whole numbers from 0). Calibration (Direct, Stepped) makes memberships of raw values.
// Necessity and Sufficiency say how well a set contains, or is contained in, the outcome; Supersets
// looks for necessary conjunctions and disjunctions. A TruthTable has a Row for each combination of
// conditions that cases belong to. A Term is a conjunction of conditions, a Model a
// disjunction of terms; Minimize finds all models of the smallest number of terms: the conservative,
// the parsimonious and the intermediate solution.
//
// Membership above .5 is in, below is out; a case at exactly .5 (within 1e-9) is neither and
// belongs to no row.
//
// Ragin, C. C. (1987) The Comparative Method; (2008) Redesigning Social Inquiry. Schneider, C. Q. and
// Wagemann, C. (2012) Set-Theoretic Methods for the Social Sciences.
package qca
