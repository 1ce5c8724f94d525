package cmd

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/compare"
)

// limitFlag adds --limit, which search and quotes share.
func limitFlag(c *cobra.Command, limit *int, most int) {
	c.Flags().IntVar(limit, "limit", most, "print at most so many (0: all). In other forms than text, all unless it is given")
}

// byFlag adds --by, which search and quotes share.
func byFlag(c *cobra.Command, by *string) {
	c.Flags().StringVar(by, "by", "", "count all that is found per "+strings.Join(compare.By(), ", "))
	completeChoice(c, "by", compare.By()...)
}

func completeChoice(c *cobra.Command, flag string, values ...string) {
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// oneOf refuses a value of a flag that is not known.
func oneOf(flag, value string, known []string) error {
	if slices.Contains(known, value) {
		return nil
	}
	known = slices.DeleteFunc(slices.Clone(known), func(s string) bool { return s == "" })
	return usagef("--%s %q is not known\nhint: %s", flag, value, didYouMean(value, known))
}

// atLeast refuses a number that is too small for a flag.
func atLeast(flag string, value, least int) error {
	if value >= least {
		return nil
	}
	return usagef("--%s takes a number from %d on", flag, least)
}
