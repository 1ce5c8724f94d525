package cmd

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"crosscase/corpus/pattern"
	"crosscase/corpus/plainfile"
)

// Run runs a command line and returns the exit code.
func Run(ctx context.Context, e *Env, args []string) int {
	e.typed = typedCommand(args)
	root := newRoot(e)
	root.SetArgs(args)
	root.SetOut(e.Stdout)
	root.SetErr(e.Stderr)
	root.SetIn(e.Stdin)
	err := flagsOf(root.ExecuteContext(ctx))
	if err == nil {
		return 0
	}
	if errors.Is(ctx.Err(), context.Canceled) {
		e.tell("crosscase: interrupted; what was finished is kept, and the same command goes on from there")
		return 1
	}
	if text := e.why(err); text != "" {
		fmt.Fprintln(e.Stderr, e.folded("crosscase: "+text, e.ErrTerminal, 0))
	}
	var usage usageError
	if errors.As(err, &usage) || isCobraUsage(err) {
		return 2
	}
	return 1
}

// typedCommand returns the command line as it can be typed again.
func typedCommand(args []string) string {
	parts := []string{"crosscase"}
	for _, a := range args {
		if a == "" || strings.ContainsAny(a, " \t\"'*?()<>|&;$\\") {
			a = "'" + strings.ReplaceAll(a, "'", `'\''`) + "'"
		}
		parts = append(parts, a)
	}
	return strings.Join(parts, " ")
}

// isCobraUsage recognises the errors that cobra itself makes of wrong use.
func isCobraUsage(err error) bool {
	for _, p := range []string{"unknown command", "unknown flag", "unknown shorthand", "accepts ", "requires at least", "required flag", "flag needs an argument", "invalid argument", "if any flags in the group"} {
		if strings.HasPrefix(err.Error(), p) {
			return true
		}
	}
	return false
}

var flagGroup = pattern.Of(`^if any flags in the group \[(.*)\] are set (?:they must all be set; missing \[(.*)\]|none of the others can be; .*)$`)

// flagsOf puts into words of the catalogue what cobra says of flags that go together, or do not.
func flagsOf(err error) error {
	if err == nil {
		return nil
	}
	m := flagGroup.FindStringSubmatch(err.Error())
	switch {
	case m == nil:
		return err
	case m[2] == "":
		return usagef("only one of these goes at a time: %s", flagNames(m[1]))
	}
	return usagef("%s go together; %s is missing", flagNames(m[1]), flagNames(m[2]))
}

func flagNames(words string) string {
	return "--" + strings.Join(strings.Fields(words), ", --")
}

func newRoot(e *Env) *cobra.Command {
	var version bool
	root := &cobra.Command{
		Use:   "crosscase",
		Short: "Compare cases: interviews and documents, a code book, tables in which every cell leads back to the words",
		Example: `  crosscase demo                                     see it all on an example study, in two minutes
  crosscase init                                     make a study of this folder
  crosscase corpus add --case a interview.docx       take a text in
  crosscase compare table challenges --why           the table, with the passages behind every cell`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return wrongVerb(c, args[0])
			}
			if version {
				return printVersion(e)
			}
			return runStatus(c.Context(), e, blindness{}, true)
		},
		PersistentPreRun: func(c *cobra.Command, _ []string) { e.command = c.CommandPath() },
	}
	root.PersistentFlags().StringVar(&e.study, "study", "", "folder of the study (default: the nearest one above this folder)")
	root.Flags().BoolVar(&version, "version", false, "print the version, as crosscase version does")
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(
		newDemo(e), newInit(e), newStatus(e), newCheck(e), newBuild(e), newReport(e), newSearch(e), newQuotes(e), newVersion(e), newQueryHelp(), newServe(e), newUndo(e), newRedo(e), newShare(e), newReceive(e),
		group("corpus", "The texts: take them in, look at them, say who speaks",
			newCorpusAdd(e), newCorpusList(e), newCorpusShow(e), newCorpusSpeakers(e), newCorpusSet(e), newCorpusRevise(e), newCorpusRename(e), newCorpusRemove(e)),
		group("guide", "The interview guide, and what was asked where",
			newGuideImport(e), newGuideShow(e), newGuideCoverage(e), newGuideClose(e)),
		group("codebook", "The code book", newCodebookDerive(e), newCodebookImport(e), newCodebookExport(e), newCodebookShow(e)),
		group("coding", "Codings: by machine coders, by hand, and what people decide on proposals",
			newCodingApply(e), newCodingAdd(e), newCodingRemove(e), newCodingList(e), newCodingAccept(e), newCodingDecline(e), newCodingRead(e), newCodingReview(e), newCodingSuggest(e), newCodingAdjudicate(e), newCodingRecode(e), newCodingImport(e),
			newCodingPlace(e), newCodingConfirm(e), newCodingRename(e), newCodingMerge(e), newCodingSplit(e)),
		group("cases", "The cases and what is known of them", newCasesAdd(e), newCasesList(e), newCasesShow(e), newCasesSet(e), newCasesImport(e), newCasesExport(e), newCasesSheet(e), newCasesConfirm(e), newCasesChart(e)),
		group("memo", "Memos: what you think about codes, passages, cases, documents and the study", newMemoAdd(e), newMemoList(e), newMemoShow(e)),
		compareGroup(e),
	)
	nameWords(root)
	e.speakHelp(root)
	return root
}

// compareGroup holds the questions across cases; its help lists them by what they are for.
func compareGroup(e *Env) *cobra.Command {
	c := group("compare", "Questions across cases; every answer is a table with evidence")
	for _, part := range []struct {
		title string
		verbs []*cobra.Command
	}{
		{"Displays of the cases:", []*cobra.Command{newCompareTable(e), newCompareMatrix(e), newCompareContents(e), newCompareContrast(e), newComparePairs(e),
			newCompareCrosstab(e), newCompareEffects(e), newCompareTimeline(e), newCompareChecklist(e), newCompareLists(e), newCompareChains(e),
			newCompareValues(e), newCompareQuotes(e), newCompareChart(e), newCompareProtocol(e)}},
		{"Likeness and pictures:", []*cobra.Command{newCompareSimilarity(e), newCompareCluster(e), newCompareMap(e), newComparePortrait(e), newCompareYears(e)}},
		{"What is claimed, and how firmly it stands:", []*cobra.Command{newCompareFindings(e), newCompareDraft(e), newCompareExpectations(e), newCompareTriangulate(e),
			newCompareRobustness(e), newCompareSaturation(e), newCompareAirtime(e)}},
		{"Coders, counts and tests:", []*cobra.Command{newCompareCoders(e), newCompareFrequencies(e), newCompareCooccurrence(e), newCompareTests(e),
			newCompareKeyness(e), newCompareCollocations(e)}},
		{"Configurations (QCA):", []*cobra.Command{newCompareCalibrate(e), newCompareNecessity(e), newCompareTruthTable(e), newCompareMinimize(e)}},
	} {
		c.AddGroup(&cobra.Group{ID: part.title, Title: part.title})
		for _, verb := range part.verbs {
			verb.GroupID = part.title
			c.AddCommand(verb)
		}
	}
	return c
}

// group returns a command that only holds others. With a wrong verb it fails as wrong use.
func group(name, short string, verbs ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{Use: name, Short: short, Args: cobra.ArbitraryArgs, RunE: func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return wrongVerb(c, args[0])
		}
		return c.Help()
	}}
	c.AddCommand(verbs...)
	return c
}

func wrongVerb(c *cobra.Command, typed string) error {
	var known []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			known = append(known, sub.Name())
		}
	}
	return usagef("%s has no command %q\nhint: %s", c.CommandPath(), typed, didYouMean(typed, known))
}

// flagError is wrong use of a flag, with the flag that was probably meant.
func flagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var without *pflag.ValueRequiredError
	var wrong *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		typed := []any{unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()}
		if c.Name() == "search" || c.Name() == "quotes" {
			return usagef("unknown shorthand flag: '%s' in -%s\nhint: put -- before a query that begins with a hyphen; to leave a word out write NOT word", typed...)
		}
		return usagef("unknown shorthand flag: '%s' in -%s\nhint: %s --help lists the flags", append(typed, c.CommandPath())...)
	case errors.As(err, &unknown):
		var known []string
		c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
		return usagef("unknown flag: --%s\nhint: %s", unknown.GetSpecifiedName(), plainfile.DidYouMean(unknown.GetSpecifiedName(), known, "%s --help lists the flags", c.CommandPath()))
	case errors.As(err, &without):
		return usagef("flag needs an argument: --%s\nhint: %s --help lists the flags", without.GetSpecifiedName(), c.CommandPath())
	case errors.As(err, &wrong):
		return usagef("--%s does not take %q\nhint: %s --help lists the flags", wrong.GetFlag().Name, wrong.GetValue(), c.CommandPath())
	}
	return usageError{err}
}
