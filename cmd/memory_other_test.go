//go:build !unix

package cmd

import "os"

// mostMemory returns 0: what a process held is not known here.
func mostMemory(*os.ProcessState) int64 { return 0 }
