package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

func newCompareExpectations(e *Env) *cobra.Command {
	var chosen []string
	return newCounting(e, counting{
		use: "expectations", short: "Hold what the literature led one to expect against the cases",
		long: `expectations.yaml holds what one expects of the cases, by which works (literature.bib or literature.ris), when it was written,
and whether before or after reading:

  format: 1
  expectations:
    - key: time
      expect: Lack of time hinders everywhere but in small places
      works: [aase2019]
      stage: before            # or after
      on: 2026-01-15
      codes: [lack-of-time]
      expected: present        # of every case: present, partial, absent or none
      cases:
        - {case: a, expected: absent, because: it is small}

Three tables answer:

  the expectations    per case: confirmed, partly, not seen, contradicted, unknown; with the literal replication (the same
                      result where the same is expected) and the theoretical one (another, for a reason)
  the works           per expectation: agrees, conflicts, extends, not seen; and in which cases
  what the cases add  codes with passages that no expectation names`,
		example: "  crosscase compare expectations\n  crosscase compare expectations --why --case a,b",
		flags: func(c *cobra.Command) {
			casesFlag(e, c, &chosen)
		},
		answer: func(a answering) ([]*table.Table, error) {
			if len(a.study.Expectations)+len(a.study.UnreadExpectations) == 0 {
				return nil, catalogue.Errorf("there is nothing expected to compare\nhint: write it into %s: key, expect, works, on, stage, codes", cases.ExpectationsFile)
			}
			if unread := len(a.study.UnreadExpectations); unread > 0 {
				e.tell("%d of %d cannot be read; crosscase check says why", unread, len(a.study.Expectations)+unread)
			}
			return answerForms(a, chosen, "expectations", "literature", "additions")
		},
	})
}
