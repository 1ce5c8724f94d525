package cmd

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
)

// filterFlags adds the filters that search, quotes and coding list share.
func filterFlags(e *Env, c *cobra.Command, f *cases.Filter) {
	codingFlags(e, c, f)
	c.Flags().StringSliceVar(&f.Coders, "coder", nil, "coders")
}

// codingFlags are filterFlags without --coder, for commands in which that is who decides.
func codingFlags(e *Env, c *cobra.Command, f *cases.Filter) {
	fl := c.Flags()
	fl.StringSliceVar(&f.Codes, "code", nil, "codes (those below them too)")
	fl.StringSliceVar(&f.Kinds, "kind", nil, "kinds of code: adaptation, challenge, success-factor, effect, context, …")
	fl.StringSliceVar(&f.Cases, "case", nil, "cases")
	fl.StringArrayVar(&f.Attributes, "attribute", nil, "an attribute of the case: size=small")
	fl.StringSliceVar(&f.Speakers, "speaker", nil, "speakers, by their labels")
	fl.StringSliceVar(&f.Roles, "role", nil, "roles: interviewer, informant, other")
	fl.StringSliceVar(&f.Sources, "source", nil, "documents, or kinds of document")
	fl.Var(fl.Lookup("source").Value, "document", "documents (the same as --source)")
	fl.StringSliceVar(&f.Says, "says", nil, "for, against or qualified")
	_ = c.RegisterFlagCompletionFunc("code", completion(e, codeNames))
	_ = c.RegisterFlagCompletionFunc("case", completion(e, caseNames))
	_ = c.RegisterFlagCompletionFunc("source", completion(e, documentNames))
	_ = c.RegisterFlagCompletionFunc("document", completion(e, documentNames))
}

// ofSaysAndBasis refuses what a coding cannot say, as wrong use.
func ofSaysAndBasis(says []string, basis string) error {
	for _, v := range says {
		if _, err := coding.ParseSays(v); err != nil {
			return usageError{err}
		}
	}
	if _, err := coding.ParseBasis(basis); err != nil {
		return usageError{err}
	}
	return nil
}

// ofFilter refuses values of the filters that no study can have.
func ofFilter(f cases.Filter) error {
	for _, v := range f.Roles {
		if err := oneOf("role", strings.ToLower(v), []string{"interviewer", "informant", "other"}); err != nil {
			return err
		}
	}
	return ofSaysAndBasis(f.Says, "")
}

// asksForMachines tells whether a filter names a machine coder, which includes
// proposals without saying so.
func asksForMachines(f cases.Filter) bool {
	return slices.ContainsFunc(f.Coders, coding.Machine)
}
