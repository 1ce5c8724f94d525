package cmd

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"os/signal"
	"runtime"
	"syscall"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/cmd/workbench"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

func newServe(e *Env) *cobra.Command {
	var port int
	var noOpen bool
	var coder string
	c := &cobra.Command{
		Use:   "serve",
		Short: "Read, code and compare in the browser, on this machine alone",
		Long: `Opens the study as a page in your browser and keeps its files: what you code there is in codings/ at once, and what
changes on disk appears in the page. Without a study the page helps you to start one.

The page is served to this machine alone, at an address with a random token that only you see. It needs no
account and no network. Ctrl-C ends it; nothing is lost then.`,
		Example: `  crosscase serve
  crosscase serve --coder ann --port 8080 --no-open      print the address, and open it yourself`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return runServe(c.Context(), e, coder, port, noOpen)
		},
	}
	c.Flags().IntVar(&port, "port", 0, "port of the address (default: a free one)")
	c.Flags().BoolVar(&noOpen, "no-open", false, "do not open the browser")
	c.Flags().StringVar(&coder, "coder", "", "who codes (default: CROSSCASE_CODER, else chosen in the page)")
	return c
}

func runServe(ctx context.Context, e *Env, coder string, port int, noOpen bool) error {
	dir, err := e.root()
	switch {
	case errors.Is(err, cases.ErrNoStudy):
		dir = plainfile.Dir{Root: e.Folder, Step: e.Step} // the page makes one
	case err != nil:
		return err
	}
	if coder == "" {
		coder = e.Getenv("CROSSCASE_CODER")
	}
	w := workbench.New(workbench.Options{Dir: dir, Coder: coder, Version: e.Version, Program: e.program(), CacheDir: e.CacheDir, Now: e.Now})
	if s, problems := w.Study(); s != nil {
		if coder != "" {
			if _, err := e.coder(s, coder); err != nil {
				return err
			}
		}
		if n := len(problems); n > 0 {
			e.tell("note: %d %s; crosscase check prints them", n, plural(n, "problem in the study's files", "problems in the study's files"))
		}
	}
	l, err := w.Listen(port)
	if err != nil {
		return catalogue.Errorf("port %d cannot be had\nhint: leave --port out, and a free one is taken", port)
	}
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	fmt.Fprintf(e.Stdout, "%s\n", w.Address())
	e.tell("The study is in your browser, at the address above. Ctrl-C ends it.")
	if !noOpen {
		if err := openBrowser(w.Address()); err != nil {
			e.tell("No browser could be started; open the address yourself.")
		}
	}
	return w.Serve(ctx, l)
}

// openBrowser opens an address in the browser that the user has chosen.
func openBrowser(address string) error {
	switch runtime.GOOS {
	case "darwin":
		return exec.Command("open", address).Start()
	case "windows":
		return exec.Command("rundll32", "url.dll,FileProtocolHandler", address).Start()
	}
	return exec.Command("xdg-open", address).Start()
}
