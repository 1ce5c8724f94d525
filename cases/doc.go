// Package cases holds who and what is studied, and the study that holds it all.
//
// A Case (cases/KEY.yaml) has members, which are documents or parts of them, and
// values. An Attribute (attributes.yaml) is what every case is asked. A Value has
// items, and each item carries its reasons: a passage, an outside source, or a
// judgement in words. A Calibration (calibration/KEY.yaml) says how the cases
// were scored on a condition or an outcome for configurational analysis.
//
// A Finding (findings.yaml) is a claim across cases, an Expectation (expectations.yaml) what cited
// works led one to expect; a Binding (bindings.jsonl) is what a sentence of a draft speaks of.
// What rests on evidence, a Resting, is Confirmed (confirmed.jsonl) by a person, and stale once
// the evidence changes.
//
// The Study is the folder with everything it holds: Open reads all that can be
// read and all that is wrong. Standing says what the evidence of a case says on
// a code: one of the states of a cell, with the passages of both sides and what
// became of every source. Coverage says which question of the guide was asked
// in which interview.
//
// A Summary (summaries/CASE.md) is the researcher's own words on a code in a case, with anchors into the
// texts; LintSummaries looks them through. An Alias (aliases.yaml) says that two names are one thing. A
// TableRecord (tables/NAME.yaml) is a table that the researcher wants kept. A Plan (outline.yaml) is the order of the
// accounts of cases and of the chapter across them; Methods (in crosscase.yaml) what is said of how the study was done, of
// which MethodChecks holds the claims against the interviews.
package cases
