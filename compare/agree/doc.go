// Package agree computes how far coders agree, on plain slices and without any knowledge
// of studies.
//
// Ratings are the values that coders gave to units; they are kept as patterns, each with
// the number of units that bear it, so that every coefficient and every resample costs
// as much as there are patterns, not units. A Coefficient is a figure, or the Reason why
// there is none: what is undefined is never printed as 0, 1 or NaN. Sets are units that
// bear several values at once. A Continuum is a text that coders cut into units of their
// own. An Interval says between which bounds a coefficient lies when the units are drawn
// again. An Explanation gives a coefficient's formula and its paper.
//
// Which coefficient is for what stands in README.md.
package agree
