package cmd

import (
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/compare"
)

// completion returns what the shell offers: names of the study of this folder, each
// with its label. It says nothing of problems.
func completion(e *Env, names func(s *cases.Study) [][2]string) func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return func(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		dir, err := e.root()
		if err != nil {
			return nil, cobra.ShellCompDirectiveDefault
		}
		s, _ := cases.Open(dir.FS())
		if s == nil {
			return nil, cobra.ShellCompDirectiveDefault
		}
		var out []cobra.Completion
		for _, n := range names(s) {
			if strings.HasPrefix(n[0], typed) {
				out = append(out, cobra.CompletionWithDesc(n[0], n[1]))
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
}

func codeNames(s *cases.Study) (out [][2]string) {
	for _, c := range s.Codebook.All() {
		out = append(out, [2]string{c.Key, c.Title()})
	}
	return out
}

func caseNames(s *cases.Study) (out [][2]string) {
	for _, c := range s.Cases {
		out = append(out, [2]string{c.Key, c.Title()})
	}
	return out
}

func documentNames(s *cases.Study) (out [][2]string) {
	for _, d := range s.Documents {
		out = append(out, [2]string{d.Key, d.Title})
	}
	return out
}

func tableNames(s *cases.Study) (out [][2]string) {
	for _, n := range compare.Names(s) {
		out = append(out, [2]string{n, ""})
	}
	return out
}

func completeCases(e *Env, c *cobra.Command, flag string) {
	_ = c.RegisterFlagCompletionFunc(flag, completion(e, caseNames))
}
