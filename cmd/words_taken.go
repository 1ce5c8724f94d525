package cmd

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/corpus/catalogue"
)

// nameWords makes every command say which words it takes, with an example, where it is given too few or too many.
func nameWords(c *cobra.Command) {
	for _, sub := range c.Commands() {
		nameWords(sub)
	}
	takes := c.Args
	if takes == nil {
		return
	}
	c.Args = func(c *cobra.Command, args []string) error {
		err := takes(c, args)
		var told usageError
		if err == nil || errors.As(err, &told) {
			return err
		}
		names := catalogue.Text("%s", strings.TrimSpace(strings.TrimPrefix(c.Use, c.Name())))
		if names.String() == "" {
			names = catalogue.Text("no words")
		}
		return usagef("%s takes %s, and %s given\nhint: for example %s", strings.TrimPrefix(c.CommandPath(), c.Root().Name()+" "), names, given(len(args)), exampleOf(c))
	}
}

func given(n int) catalogue.Message {
	if n == 0 {
		return catalogue.Text("none was")
	}
	return counted(n, "was", "were")
}

// exampleOf returns the first example of a command, without what is said behind it.
func exampleOf(c *cobra.Command) string {
	line, _, _ := strings.Cut(strings.TrimSpace(c.Example), "\n")
	line, _, _ = strings.Cut(line, "   ")
	if line == "" {
		return c.CommandPath()
	}
	return line
}
