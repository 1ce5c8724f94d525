package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

func newCompareFindings(e *Env) *cobra.Command {
	var failed []string
	return newCounting(e, counting{
		use: "findings", short: "Hold the claims of findings.yaml against the codings; exit code 1 if one fails",
		long: `findings.yaml holds claims across cases: in which of them something is present, partial, absent or not raised, or in how many.
Each is answered per case, with the passages:

  supported      the coding says the same
  partly         the evidence sets the claim a limit, speaks both ways, or is only a plan
  unsupported    nobody says so; silence is no evidence either way
  contradicted   the evidence says otherwise
  open           a source that counts is unread

A verdict says whether a claim agrees with the coding, not whether it is true. Unsupported and contradicted fail, and
so does a claim that cannot be read. findings.yaml looks so:

  format: 1
  findings:
    - key: thresholds
      claim: Two of the four use thresholds; the others say that they do not.
      codes: [thresholds]
      present: [c, d]          # also partial:, absent:, not-raised:, with keys or names of cases
      absent: [a, b]
      quantifier: 2 of 4       # all, none, most, some, not all, 3, 3 of 4, at least 2, at most 1 of 4

among: [a, b] says which cases the quantifier counts. Where there is only a plan (--basis plan), a claim that it is there holds partly.`,
		example: "  crosscase compare findings\n  crosscase compare findings --why\n  crosscase compare findings --format md -o findings.md",
		answer: func(a answering) ([]*table.Table, error) {
			if len(a.study.Findings)+len(a.study.UnreadFindings) == 0 {
				return nil, catalogue.Errorf("there are no claims to check\nhint: write them into %s: key, claim, codes, present, absent or quantifier", cases.FindingsFile)
			}
			t, fail, err := compare.Findings(a.study, &cases.TableRecord{Name: "findings"}, a.options)
			failed = fail
			return []*table.Table{t}, err
		},
		end: func(a answering) error {
			unread := len(a.study.UnreadFindings)
			if len(failed)+unread == 0 {
				return nil
			}
			if len(failed) > 0 {
				e.tell("%d of %d %s: %s", len(failed), len(a.study.Findings)+unread, plural(len(failed), "fails", "fail"), strings.Join(failed, ", "))
			}
			if unread > 0 {
				e.tell("%d of %d cannot be read; crosscase check says why", unread, len(a.study.Findings)+unread)
			}
			return errSilent
		},
	})
}
