package query

import _ "embed"

//go:embed page.txt
var page string

// Page returns the one page on which the language is described, with examples.
func Page() string { return page }
