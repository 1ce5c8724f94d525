package cmd

import (
	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/compare/table"
)

func newCompareTriangulate(e *Env) *cobra.Command {
	var chosen []string
	record := cases.TableRecord{Name: "triangulate", Form: "triangulate"}
	return newCounting(e, counting{
		use: "triangulate", short: "Hold the sources of each case against each other: interview, plan, budget, annual report",
		long: `For each code and case: what each kind of source says, or with --by year each year, and how they stand together.

  convergent      two or more sources by different issuers say the same, and none the opposite
  complementary   they say the same, but by one issuer, or one of them with a limit
  dissonant       one source is for it and another against
  one source      only one speaks; whether that is one informant, or only hearsay, stands below
  silent          all that count were read, and none speaks
  unread          none speaks so far, and one that counts is unread

Sources that report the same event are independent only if different people issued them: the issuer of a document is its
issuer: field, else the case itself; that of an interview is its informant, unless its sidecar says issuer:.

With --findings the rows are the claims of findings.yaml: in which cases each kind of source speaks for the claim, against it or not at
all, below it the sources of each case, and in the notes which findings rest on one source, one informant or hearsay, and where.`,
		example: "  crosscase compare triangulate --code benchmarking,thresholds --why\n  crosscase compare triangulate --findings\n  crosscase compare triangulate --kind challenge --by year",
		flags: func(c *cobra.Command) {
			casesFlag(e, c, &chosen)
			c.Flags().StringSliceVar(&record.Codes, "code", nil, "rows: these codes (default all by which cases are compared)")
			c.Flags().StringVar(&record.Kind, "kind", "", "rows: the codes of a kind")
			c.Flags().StringVar(&record.Under, "under", "", "rows: a code and those below it")
			c.Flags().BoolVar(&record.Findings, "findings", false, "rows: the findings of findings.yaml, with the cases in which each source speaks for or against them")
			c.Flags().StringVar(&record.By, "by", "", "year: columns are years instead of kinds of source")
			_ = c.RegisterFlagCompletionFunc("code", completion(e, codeNames))
		},
		answer: func(a answering) ([]*table.Table, error) {
			a.options.Cases = chosen
			return compare.Tables(a.study, &record, a.options)
		},
	})
}
