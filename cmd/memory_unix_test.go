//go:build unix

package cmd

import (
	"os"
	"runtime"
	"syscall"
)

// mostMemory returns the most bytes of memory that a process held; 0 if that is not known.
func mostMemory(p *os.ProcessState) int64 {
	use, ok := p.SysUsage().(*syscall.Rusage)
	switch {
	case !ok:
		return 0
	case runtime.GOOS == "darwin" || runtime.GOOS == "ios":
		return int64(use.Maxrss) // bytes there, kilobytes elsewhere
	}
	return int64(use.Maxrss) << 10
}
