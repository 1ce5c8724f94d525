// Package frequency counts and tests on plain numbers, without any knowledge of studies.
//
// A Table22 is a fourfold table; Fisher, ChiSquare, McNemar test tables, Adjust corrects many p values at once, and
// Phi, CramersV, OddsRatio, LogRatio say how large a difference is, which comes first. Keyness compares how
// often a word stands in two corpora, Collocation says how much two words seek each other, Cooccurrence does it for
// codes on units, TypeToken says how varied the words are. A figure that is undefined is a Figure with the
// Reason. An Explanation gives the formula and the paper.
//
// Tests suppose random samples. Cases and informants of qualitative research are chosen for what they can tell: p values say
// then how easily chance alone would sort these very passages so, and nothing of others.
package frequency
