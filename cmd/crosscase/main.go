// Command crosscase compares cases; see the README.
package main

import (
	"cmp"
	"context"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"

	"crosscase/cmd"
)

// version is set by the linker when a release is built (.ci/release); otherwise the module says it.
var version string

func main() {
	settle()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cmd.Run(ctx, cmd.System(cmp.Or(version, cmd.Version())), os.Args[1:])
	stop()
	os.Exit(code)
}

// settle lets the first 128 MB be taken without a look at what is in use: most commands take less and
// end, and a third of what they cost was that look. A table of 50 codes by 1,000 documents takes 120 MB. From the first collection on memory is kept as
// ever. Whoever sets GOGC decides.
func settle() {
	if os.Getenv("GOGC") != "" {
		return
	}
	usual := debug.SetGCPercent(3200) // of 4 MB
	runtime.AddCleanup(new([64]byte), func(int) { debug.SetGCPercent(usual) }, 0)
}
