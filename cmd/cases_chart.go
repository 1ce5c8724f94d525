package cmd

import (
	"context"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

func newCasesChart(e *Env) *cobra.Command {
	var o output
	var yes, remove bool
	c := &cobra.Command{
		Use:   "chart [FILE]",
		Short: "Write the framework chart as a spreadsheet, and take it back",
		Long: `Without FILE it writes your summaries as a spreadsheet: a row for each code, a column for each case.

With FILE it shows what that chart says otherwise than summaries/, cell by cell, and writes nothing; --yes takes it over. A cell that is empty in the
chart and not in the study takes nothing away unless you say --delete, too.`,
		Example: `  crosscase cases chart -o chart.xlsx
  crosscase cases chart chart.xlsx                   what it says otherwise
  crosscase cases chart chart.xlsx --yes`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 {
				return readChart(c.Context(), e, args[0], yes, remove)
			}
			s, _, err := e.open()
			if err != nil {
				return err
			}
			chart := s.ChartTable()
			data, err := encodeSheet(o.file, chart)
			if err != nil {
				return err
			}
			return o.save(e, data, sheetWritten(chart))
		},
	}
	c.Flags().StringVarP(&o.file, "output", "o", "", "write the chart to this file: .xlsx or .csv")
	c.Flags().BoolVar(&yes, "yes", false, "take over what the chart says otherwise")
	c.Flags().BoolVar(&remove, "delete", false, "take out summaries whose cell is empty in the chart")
	return c
}

func readChart(ctx context.Context, e *Env, file string, yes, remove bool) error {
	tables, err := readTables(e, file)
	if err != nil {
		return err
	}
	compareChart := func(s *cases.Study) ([]cases.ChartChange, error) {
		all, err := s.ReadChart(filepath.Base(file), tables)
		if err != nil {
			return nil, err
		}
		var taken []cases.ChartChange
		for _, c := range all {
			kept := ""
			if c.Now == "" && !remove {
				kept = "  " + e.say("(empty in the chart; stays without --delete)")
			} else {
				taken = append(taken, c)
			}
			fmt.Fprintln(e.Stdout, e.say("%s, %s%s\n    here       %s\n    the chart  %s", c.Code, c.Case, kept, shown(c.Was), shown(c.Now)))
		}
		return taken, nil
	}
	if !yes {
		s, _, err := e.open()
		if err != nil {
			return err
		}
		taken, err := compareChart(s)
		if err != nil {
			return err
		}
		e.tell("%d %s; nothing was written (--yes takes them over)", len(taken), plural(len(taken), "cell differs", "cells differ"))
		return nil
	}
	return e.change(ctx, "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
		taken, err := compareChart(s)
		if err != nil || len(taken) == 0 {
			return "", err
		}
		if err := s.WriteChart(dir, taken); err != nil {
			return "", err
		}
		did := fmt.Sprintf("took over %d %s of the chart %s", len(taken), plural(len(taken), "cell", "cells"), filepath.Base(file))
		e.retell(did)
		return did, nil
	})
}
