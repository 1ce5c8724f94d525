// Command crosscase compares cases; see the README.
package main

import (
	"context"
	"os"
	"os/signal"

	"crosscase/cmd"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cmd.Run(ctx, cmd.System(cmd.Version()), os.Args[1:])
	stop()
	os.Exit(code)
}
