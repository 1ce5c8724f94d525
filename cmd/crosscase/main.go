// Command crosscase compares cases; see the README.
package main

import (
	"cmp"
	"context"
	"os"
	"os/signal"

	"crosscase/cmd"
)

// version is set by the linker when a release is built (.ci/release); otherwise the module says it.
var version string

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cmd.Run(ctx, cmd.System(cmp.Or(version, cmd.Version())), os.Args[1:])
	stop()
	os.Exit(code)
}
