package cmd

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare"
	"crosscase/compare/table"
	"crosscase/corpus/index"
	"crosscase/corpus/plainfile"
)

func newBuild(e *Env) *cobra.Command {
	var out output
	c := &cobra.Command{
		Use:   "build",
		Short: "Apply guide and rules, refresh the index, rebuild every table into tables/out",
		Long: `Every table of tables/ and every ready-made one for whose kind there are codes is written as HTML, Markdown,
CSV and JSON. The same study gives the same bytes.`,
		Example: "  crosscase build",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return runBuild(c.Context(), e, &out) },
	}
	c.Flags().StringVar(&out.lang, "lang", "", "language of the words that crosscase adds: en, nb, nn (default the study's)")
	return c
}

// builtFormats are the forms in which build writes each table.
var builtFormats = []string{"html", "md", "csv", "json"}

func runBuild(ctx context.Context, e *Env, out *output) error {
	return e.write(ctx, "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
		applied, err := s.Apply(ctx, dir, []string{coding.GuideCoder, coding.RulesCoder}, e.program(), e.progress("applying"))
		if err != nil {
			return "", err
		}
		if slices.ContainsFunc(applied, func(a cases.Applied) bool { return a.Changed > 0 }) {
			s, _ = cases.Open(dir.FS()) // so that the tables name what was just proposed among their inputs
		}
		if err := s.RefreshIndex(ctx, e.index(dir), e.progress("indexing")); err != nil && !errors.Is(err, index.ErrBusy) {
			return "", err
		}
		o, err := out.options(e, s)
		if err != nil {
			return "", err
		}
		o.Shared = &compare.Shared{}
		built, failed := 0, []error{}
		for _, name := range compare.Buildable(s) {
			o.Command = "crosscase compare table " + name
			r, err := compare.Record(s, name, o)
			if err != nil {
				return "", err
			}
			ts, err := compare.Tables(s, r, o)
			if err != nil {
				failed = append(failed, fmt.Errorf("tables/%s.yaml: %w", name, err))
				continue
			}
			if err := writeTable(dir, name, ts...); err != nil {
				return "", err
			}
			built++
		}
		if failed := compare.FailedFindings(s); len(failed) > 0 {
			fmt.Fprintf(e.Stderr, "%d of %d findings do not agree with the codings: %s; crosscase compare findings shows why\n", len(failed), len(s.Findings), strings.Join(failed, ", "))
		}
		if len(s.Guide.Questions()) > 0 {
			o.Command = "crosscase guide coverage"
			t, err := compare.GuideCoverage(s, o)
			if err != nil {
				return "", err
			}
			if err := writeTable(dir, t.Name, t); err != nil {
				return "", err
			}
			built++
		}
		fmt.Fprintf(e.Stderr, "built %d %s into tables/out\n", built, plural(built, "table", "tables"))
		return fmt.Sprintf("built %d %s", built, plural(built, "table", "tables")), errors.Join(failed...)
	})
}

// writeTable writes the tables of one record: together on one page for people, each in a file of its own
// for programs.
func writeTable(dir plainfile.Dir, name string, ts ...*table.Table) error {
	for _, format := range builtFormats {
		files := map[string][]*table.Table{name: ts}
		if format == "csv" || format == "json" {
			files = map[string][]*table.Table{name: ts[:1]}
			for _, t := range ts[1:] {
				files[t.Name] = []*table.Table{t}
			}
		}
		for _, file := range slices.Sorted(maps.Keys(files)) {
			var b bytes.Buffer
			if err := render(&b, format, table.Look{}, files[file]...); err != nil {
				return err
			}
			if err := dir.WriteDerived("tables/out/"+file+"."+format, b.Bytes()); err != nil {
				return err
			}
		}
	}
	return nil
}
