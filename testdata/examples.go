// Package testdata holds the example studies that ship with the program: their
// sources as a researcher would have them, their plans, cases and tables, and one person's
// codings as typed, without places. The demo makes studies of them. The texts are
// invented; the facts of the first study are those of a published one (README).
package testdata

import "embed"

// Examples holds one folder for each example study.
//
//go:embed municipalities libraries
var Examples embed.FS
