package cmd

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare"
	"crosscase/compare/chart"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/index"
	"crosscase/corpus/plainfile"
)

func newBuild(e *Env) *cobra.Command {
	var out output
	var seen blindness
	var only []string
	c := &cobra.Command{
		Use:   "build",
		Short: "Apply guide and rules, refresh the index, rebuild every table into tables/out",
		Long: `Every table of tables/ and every ready-made one for whose kind there are codes is written as HTML, Markdown,
CSV and JSON, and as an SVG picture where it can be drawn. formats: in a table's file, or in crosscase.yaml for all of
them, says otherwise: [` + strings.Join(cases.BuiltFormats(), ", ") + `]. A form that lies in tables/out already is kept up to
date. The same study gives the same bytes. crosscase undo takes back what the machine coders proposed anew; the tables stay until the next build.`,
		Example: "  crosscase build\n  crosscase build --format docx,png",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			for _, f := range only {
				if !slices.Contains(cases.BuiltFormats(), f) {
					return usagef("format %q is not built\nhint: %s", f, didYouMean(f, cases.BuiltFormats()))
				}
			}
			return runBuild(c.Context(), e, &out, seen, only)
		},
	}
	c.Flags().BoolVar(&seen.all, "all-coders", false, "build although you code blind and have not read everything (blind: true in crosscase.yaml); the journal notes it")
	c.Flags().StringSliceVar(&only, "format", nil, "write every table in these forms instead of those that the study says")
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(cases.BuiltFormats(), cobra.ShellCompDirectiveNoFileComp))
	c.Flags().StringVar(&out.lang, "lang", "", "language of the words that crosscase adds: en, nb, nn (default the study's)")
	return c
}

// runBuild builds every table, in the forms named; in those that the study says if none is.
func runBuild(ctx context.Context, e *Env, out *output, seen blindness, only []string) error {
	return e.write(ctx, "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
		looked, err := seen.refuse(e, s, "tables/out")
		if err != nil {
			return "", err
		}
		held, proposals := dir.HoldBack()
		applied, err := s.Apply(ctx, held, []string{coding.GuideCoder, coding.RulesCoder}, e.program(), e.progress("applying"))
		if err != nil {
			return "", err
		}
		if did := proposedLine(applied); did != "" { // a change of its own, which undo takes back as that of coding apply
			who, _ := e.coder(s, "")
			if err := dir.History(who).Commit(proposals, "", e.today(), did); err != nil {
				return "", err
			}
			s, _ = cases.Open(dir.FS()) // so that the tables name what was just proposed among their inputs
		}
		if err := s.RefreshIndex(ctx, e.index(dir), e.progress("indexing")); err != nil && !errors.Is(err, index.ErrBusy) {
			return "", err
		}
		o, err := out.options(e, s)
		if err != nil {
			return "", err
		}
		if looked != "" {
			who, _ := e.coder(s, "")
			if err := e.journal(dir, who, looked); err != nil {
				return "", err
			}
		}
		o.Shared = &compare.Shared{}
		built, failed, made := 0, []error{}, builtFiles{}
		for _, name := range compare.Buildable(s) {
			o.Command = "crosscase compare table " + name
			r, err := compare.Record(s, name, o)
			if err != nil {
				return "", err
			}
			ts, err := compare.Tables(s, r, o)
			if err != nil {
				failed = append(failed, catalogue.Errorf("tables/%s.yaml: %w", name, err))
				continue
			}
			if err := made.writeTable(dir, name, chosenForms(s, r, only), ts...); err != nil {
				return "", err
			}
			built++
		}
		if failed := compare.FailedFindings(s); len(failed) > 0 {
			e.tell("%d of %d findings do not agree with the codings: %s; crosscase compare findings shows why", len(failed), len(s.Findings), strings.Join(failed, ", "))
		}
		if len(s.Guide.Questions()) > 0 {
			o.Command = "crosscase guide coverage"
			t, err := compare.GuideCoverage(s, o)
			if err != nil {
				return "", err
			}
			if err := made.writeTable(dir, t.Name, chosenForms(s, nil, only), t); err != nil {
				return "", err
			}
			built++
		}
		if left := made.others(dir); len(left) > 0 && len(failed) == 0 {
			e.tell("of an earlier build, or not built at all: tables/out/%s\nhint: take them away, for the study may not say so any more", strings.Join(left, ", "))
		}
		e.tell("built %d %s into tables/out", built, plural(built, "table", "tables"))
		return fmt.Sprintf("built %d %s", built, plural(built, "table", "tables")), errors.Join(failed...)
	})
}

// builtFiles are the files that a build has written.
type builtFiles map[string]bool

// others returns the names of the files in tables/out that were not written.
func (made builtFiles) others(dir plainfile.Dir) (left []string) {
	entries, err := fs.ReadDir(dir.FS(), "tables/out")
	if err != nil {
		return nil
	}
	for _, entry := range entries {
		if name := entry.Name(); !entry.IsDir() && !strings.HasPrefix(name, ".") && !made["tables/out/"+name] {
			left = append(left, name)
		}
	}
	return left
}

// chosenForms returns in which forms a table is to be built.
func chosenForms(s *cases.Study, r *cases.TableRecord, only []string) []string {
	if len(only) > 0 {
		return only
	}
	return s.FormatsOf(r)
}

// writeTable writes the tables of one record in the forms that are wanted, and in those in which they lie
// there already, so that no file tells of an earlier study.
func (made builtFiles) writeTable(dir plainfile.Dir, name string, wanted []string, ts ...*table.Table) error {
	for _, format := range cases.BuiltFormats() {
		for _, part := range partsOf(name, format, ts) {
			if !slices.Contains(wanted, format) && !dir.Exists(part.file) {
				continue
			}
			var b bytes.Buffer
			if err := render(&b, format, table.Look{}, part.tables...); err != nil {
				return err
			}
			if err := dir.WriteDerived(part.file, b.Bytes()); err != nil {
				return err
			}
			made[part.file] = true
		}
	}
	return nil
}

// part is what stands in one file.
type part struct {
	file   string
	tables []*table.Table
}

// partsOf divides the tables of one record into files: together on one page for people, each in a file of its
// own for programs and as a picture. What cannot be drawn has no picture.
func partsOf(name, format string, ts []*table.Table) []part {
	file := func(name string) string {
		if format == "latex" {
			return "tables/out/" + name + ".tex"
		}
		return "tables/out/" + name + "." + format
	}
	picture := format == "svg" || format == "png"
	if format != "csv" && format != "json" && !picture {
		return []part{{file(name), ts}}
	}
	var out []part
	for i, t := range ts {
		if picture && !chart.Drawable(t) {
			continue
		}
		if i > 0 {
			name = t.Name
		}
		out = append(out, part{file(name), []*table.Table{t}})
	}
	return out
}
