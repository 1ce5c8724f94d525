package cmd

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
)

func newCompareTable(e *Env) *cobra.Command {
	var out output
	var seen blindness
	var proposed bool
	var chosen []string
	var record cases.TableRecord
	c := &cobra.Command{
		Use:   "table [NAME]",
		Short: "Print a table of tables/, a ready-made one, or one of the codes you name",
		Long: `Ready-made without any file: adaptations, challenges, success-factors, effects, context. Tables of your own
are tables/NAME.yaml. A cell says

  present, partial, absent   what people said speaks for it, for it within a limit, against it
  mixed                      passages of more than one kind; both are printed
  none                       every source that counts was read, and says nothing; why, per source
  open                       a source that counts is unread, or holds only proposals`,
		Example: `  crosscase compare table challenges
  crosscase compare table challenges --why --case a,b
  crosscase compare table --code benchmarking,rewards --cell quotes
  crosscase compare table --all --by document --format csv         how many passages of each code in each document
  crosscase compare table success-factors --format html -o success.html
  crosscase compare table challenges -o challenges.svg        a picture of the states; .png too`,
		Args:              cobra.MaximumNArgs(1),
		ValidArgsFunction: completion(e, tableNames),
		RunE: func(c *cobra.Command, args []string) error {
			s, _, err := seen.open(c.Context(), e)
			if err != nil {
				return err
			}
			o, err := out.options(e, s)
			if err != nil {
				return err
			}
			o.Proposed, o.Cases, o.Cell = proposed, chosen, record.Cell
			if err := checkCell(record.Cell); err != nil {
				return err
			}
			r := &record
			switch {
			case len(args) == 1 && (len(record.Codes) > 0 || record.Kind != "" || record.Under != "" || record.All):
				return usagef("the rows of table %q stand in it\nhint: leave out the name, or --code, --kind, --under and --all", args[0])
			case len(args) == 1:
				if r, err = compare.Record(s, args[0], o); err != nil {
					return err
				}
			case len(record.Codes) == 0 && record.Kind == "" && record.Under == "" && !record.All:
				return usagef("which table?\nhint: known: %s; or name codes with --code, --kind, --under or --all", strings.Join(compare.Names(s), ", "))
			default:
				record.Form, record.Title = "codes", o.Language.Say("Code")
			}
			changed := *r
			changed.By, changed.Raw = cmp.Or(record.By, r.By), record.Raw || r.Raw
			ts, err := compare.Tables(s, &changed, o)
			if err != nil {
				return err
			}
			return out.print(e, ts...)
		},
	}
	out.flags(c)
	seen.flags(c)
	c.Flags().BoolVar(&proposed, "proposed", false, "count proposals as well, under a banner")
	casesFlag(e, c, &chosen)
	c.Flags().StringVar(&record.Cell, "cell", "", strings.Join(cases.CellKinds(), ", "))
	c.Flags().BoolVar(&record.Raw, "raw", false, "leave aliases.yaml out: nothing is merged")
	c.Flags().StringSliceVar(&record.Codes, "code", nil, "rows: these codes")
	c.Flags().StringVar(&record.Kind, "kind", "", "rows: the codes of a kind")
	c.Flags().StringVar(&record.Under, "under", "", "rows: a code and those below it")
	c.Flags().StringVar(&record.By, "by", "", "columns: the groups of an attribute, or \"document\" for a column a document, instead of cases")
	c.Flags().BoolVar(&record.All, "all", false, "rows: all codes")
	_ = c.RegisterFlagCompletionFunc("code", completion(e, codeNames))
	return c
}

func checkCell(cell string) error {
	if cell == "" || slices.Contains(cases.CellKinds(), cell) {
		return nil
	}
	return usagef("cell %q is not known\nhint: %s", cell, didYouMean(cell, cases.CellKinds()))
}
