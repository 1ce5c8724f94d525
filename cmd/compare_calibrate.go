package cmd

import "github.com/spf13/cobra"

func newCompareCalibrate(e *Env) *cobra.Command {
	var f configuration
	c := &cobra.Command{
		Use:   "calibrate",
		Short: "Print how the cases are scored for configurational analysis, with anchors, passages and reasons",
		Long: `A condition or an outcome is scored in calibration/NAME.yaml:

  label: Support of the top management
  role: condition                       # or outcome
  method: words                         # direct, crisp, multi-value, words, hand
  from: {code: support}                 # a code by state, or by: strength; or {attribute: KEY}
  anchors:
    - {is: present, membership: 1, means: the chief executive took part from the start}
    - {is: partial, membership: 0.67, means: only some of the departments were behind it}
    - {is: absent, membership: 0, means: somebody says that there was none}
  cases:                                # by hand, or in the place of what is derived
    north:
      membership: 0.33
      because:
        - {document: north-interview.txt, quote: he signed it and never came back}
        - signing is not support

  direct        numbers, by three anchors: {at: 400, membership: 0}, {at: 550, membership: 0.5}, {at: 900, membership: 1};
                log odds of 3 at the outer ones (log-odds: or idm: for another figure)
  crisp         numbers, by one anchor: from there on in (membership: 1) or out (membership: 0)
  multi-value   numbers, by rising anchors with membership 1, 2, …; without from, whole numbers by hand
  words         the words of an attribute, or the states of a code
  hand          what stands under cases, each with a reason

What is not known has no membership: an attribute without a value, a code whose cell is open or on which sources that were
not asked are silent. "none" counts only if every source was asked and an anchor says what it means.`,
		Example: `  crosscase compare calibrate --why
  crosscase compare calibrate --data lipset.csv --anchors DEV=400/550/900 --anchors SURV=-9/0/10`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			f.spec.All = true
			conf, err := f.read(c.Context(), e)
			if err != nil {
				return err
			}
			tables, err := conf.Calibrated()
			return f.print(e, tables, err)
		},
	}
	f.flags(e, c)
	return c
}
