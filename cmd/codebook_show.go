package cmd

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/compare"
)

func newCodebookShow(e *Env) *cobra.Command {
	var out output
	var seen blindness
	c := &cobra.Command{
		Use:               "show [CODE]",
		Short:             "The code book, or all that is said of one code",
		Example:           "  crosscase codebook show\n  crosscase codebook show benchmarking",
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completion(e, codeNames),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 {
				return showCode(e, args[0])
			}
			s, _, err := seen.open(c.Context(), e)
			if err != nil {
				return err
			}
			o, err := out.options(e, s)
			if err != nil {
				return err
			}
			return out.print(e, compare.Codes(s, o))
		},
	}
	out.flags(c)
	seen.flags(c)
	return c
}

func showCode(e *Env, key string) error {
	s, _, err := e.open()
	if err != nil {
		return err
	}
	c := s.Codebook.Code(key)
	if c == nil {
		return s.UnknownCode(key)
	}
	l := e.lang()
	sources := make([]string, len(c.Sources))
	for i, kind := range c.Sources {
		sources[i] = l.DocumentKind(kind)
	}
	fmt.Fprintf(e.Stdout, "%s\n", c.Path())
	for _, f := range []struct{ name, text string }{
		{"key", c.Key}, {"kind", l.CodeKind(c.Kind)}, {"definition", c.Definition}, {"include", c.Include}, {"exclude", c.Exclude}, {"example", c.Example},
		{"questions", strings.Join(c.Questions, ", ")}, {"origin", c.Origin}, {"sources", strings.Join(sources, ", ")}, {"values", strings.Join(c.Values, ", ")},
		{"find", strings.TrimSpace(c.Find)}, {"was", strings.Join(c.Was, ", ")},
	} {
		if f.text != "" {
			fmt.Fprintf(e.Stdout, "  %-11s %s\n", l.Head(f.name), strings.ReplaceAll(f.text, "\n", "\n              "))
		}
	}
	return nil
}
