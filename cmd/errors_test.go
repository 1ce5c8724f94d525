package cmd

import "testing"

// TestErrors runs a script for each message that can be met; testdata/errors/README.md
// lists them.
func TestErrors(t *testing.T) { runScripts(t, "errors") }
