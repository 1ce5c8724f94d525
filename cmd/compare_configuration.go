package cmd

import (
	"context"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
	"crosscase/corpus"
)

// configuration are the flags of the commands that analyse calibrated cases: calibrate, necessity,
// truth-table and minimize.
type configuration struct {
	out   output
	data  string
	cases []string
	seen  blindness
	spec  compare.ConfigurationSpec
}

func (f *configuration) flags(e *Env, c *cobra.Command) {
	f.out.flags(c)
	f.seen.flags(c)
	c.Flags().StringVar(&f.data, "data", "", "a table instead of the study: a row a case, the first column its name (.csv, .xlsx, .ods)")
	c.Flags().StringVar(&f.spec.Outcome, "outcome", "", "the outcome; NAME{VALUE} of a multi-value one (default the only calibration with role: outcome)")
	c.Flags().StringSliceVar(&f.spec.Conditions, "conditions", nil, "only these conditions, in this order (default all)")
	casesFlag(e, c, &f.cases)
	c.Flags().StringArrayVar(&f.spec.Anchors, "anchors", nil, "with --data, NAME=OUT/CROSSOVER/IN: calibrate a column of raw values by the direct method")
	c.Flags().StringArrayVar(&f.spec.Thresholds, "thresholds", nil, "with --data, NAME=N or NAME=N/N: a crisp or multi-value condition of a column of raw values")
	c.Flags().Float64Var(&f.spec.IDM, "idm", 0, "with --anchors, the membership at full membership (default .953, log odds 3)")
	c.Flags().IntVar(&f.spec.Digits, "digits", 3, "digits after the decimal mark")
	names := completion(e, calibrationNames)
	for _, flag := range []string{"outcome", "conditions"} {
		_ = c.RegisterFlagCompletionFunc(flag, names)
	}
}

// cuts are the flags for cut-offs of a truth table.
func (f *configuration) cuts(c *cobra.Command) {
	c.Flags().BoolVar(&f.spec.Negate, "negate", false, "analyse the negation of the outcome")
	c.Flags().IntVar(&f.spec.Cuts.N, "n", 1, "rows with fewer cases are remainders")
	c.Flags().Float64Var(&f.spec.Cuts.Incl, "incl", .8, "rows with a lower consistency are negative")
	c.Flags().Float64Var(&f.spec.Cuts.InclUnder, "incl-under", 0, "rows between this consistency and --incl are contradictions")
	c.Flags().Float64Var(&f.spec.Cuts.PRI, "pri", 0, "rows with a lower PRI are negative")
}

func calibrationNames(s *cases.Study) (out [][2]string) {
	for _, c := range s.Calibrations {
		out = append(out, [2]string{c.Key, c.Title()})
	}
	return out
}

// read returns the calibrated cases: those of the study, or of the table that --data names.
func (f *configuration) read(ctx context.Context, e *Env) (*compare.Configuration, error) {
	if err := f.check(); err != nil {
		return nil, err
	}
	if f.data == "" {
		s, _, err := f.seen.open(ctx, e)
		if err != nil {
			return nil, err
		}
		o, err := f.out.options(e, s)
		if err != nil {
			return nil, err
		}
		o.Cases = f.cases
		return compare.ConfigurationOf(s, f.spec, o)
	}
	o, err := f.out.options(e, &cases.Study{})
	if err != nil {
		return nil, err
	}
	o.Cases = f.cases
	tables, err := readTables(e, f.data)
	if err != nil {
		return nil, err
	}
	bytes, err := os.ReadFile(e.path(f.data))
	if err != nil {
		return nil, err
	}
	return compare.ConfigurationIn(filepath.ToSlash(f.data), corpus.Digest(bytes), tables, f.spec, o)
}

// check refuses cut-offs that are none, and flags that need another.
func (f *configuration) check() error {
	cuts := f.spec.Cuts
	for _, v := range []float64{cuts.Incl, cuts.InclUnder, cuts.PRI, f.spec.Necessity.Incl, f.spec.Necessity.Cov, f.spec.Necessity.RoN} {
		if !(v >= 0 && v <= 1) {
			return usagef("a cut-off of %v is not between 0 and 1\nhint: write --incl 0.8", v)
		}
	}
	if f.spec.Digits < 1 || f.spec.Digits > 15 {
		return usagef("--digits %d is not between 1 and 15\nhint: write --digits 6", f.spec.Digits)
	}
	if cuts.InclUnder > cuts.Incl {
		return usagef("--incl-under %v is above --incl %v\nhint: the two cut-offs are the lower and the upper end of contradictions", cuts.InclUnder, cuts.Incl)
	}
	if f.spec.IDM != 0 && !(f.spec.IDM > .5 && f.spec.IDM < 1) {
		return usagef("--idm %v is not between 0.5 and 1\nhint: write --idm 0.95", f.spec.IDM)
	}
	if f.data == "" && len(f.spec.Anchors)+len(f.spec.Thresholds) > 0 {
		return usagef("--anchors and --thresholds calibrate the columns of --data\nhint: the anchors of a study stand in calibration/NAME.yaml")
	}
	return nil
}

// print prints the tables that an analysis made.
func (f *configuration) print(e *Env, tables []*table.Table, err error) error {
	if err != nil {
		return err
	}
	return f.out.print(e, tables...)
}

// checkKnown refuses a word that is none of those that a flag takes.
func checkKnown(flag, word string, known ...string) error {
	if slices.Contains(known, word) {
		return nil
	}
	return usagef("--%s %q is not known\nhint: %s", flag, word, didYouMean(word, known))
}
