package cmd

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

func newCorpusAdd(e *Env) *cobra.Command {
	var in cases.Intake
	var asJSON bool
	c := &cobra.Command{
		Use:   "add FILE …",
		Short: "Take texts in: " + strings.Join(convert.Formats(), ", "),
		Long: `Turns each file into a plain text in documents/, with a file beside it that says what is known of it
and what was normalised, guessed or dropped on the way. The original goes into vault/. A folder
stands for the files in it and below it. A file that is in the study already is recognised; one that
was changed since is refused, for corpus revise takes it over without losing a coding.

Without --case a file belongs to the case that its folder, or the beginning of its name, is named
for. What was assumed is printed, kept beside the text (corpus show --intake), and can be corrected
there. --dry-run says all of it and writes nothing.`,
		Example: `  crosscase corpus add --case a interview-a.docx
  crosscase corpus add --dry-run transcripts/
  crosscase corpus add --case b --kind annual-report --date 2015 report.pdf`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if in.Split != "" && in.Split != "rows" && in.Split != "columns" {
				return usagef("--split %q is not known\nhint: rows or columns", in.Split)
			}
			return runCorpusAdd(c.Context(), e, args, in, asJSON)
		},
	}
	c.Flags().StringVar(&in.Case, "case", "", "case to which the texts belong (default: the one that the file or its folder is named for)")
	c.Flags().StringVar(&in.Kind, "kind", "", "interview, plan, budget, annual-report, minutes or a kind of your own (default: guessed)")
	c.Flags().StringVar(&in.Language, "language", "", "language of the texts: nb, nn, en, sv, da, de … (default: found from the words, else the study's)")
	c.Flags().StringVar(&in.Date, "date", "", "date: 2016-02-19, 2016-02 or 2016 (default: from the text)")
	c.Flags().StringVar(&in.Title, "title", "", "title (default: from the text)")
	c.Flags().StringVar(&in.Issuer, "issuer", "", "who issued the document")
	c.Flags().StringVar(&in.Split, "split", "", "rows or columns: make a document of each row or column of a table, as of survey answers")
	c.Flags().BoolVar(&in.New, "new", false, "take a file in beside the document that it seems to correct")
	c.Flags().BoolVar(&in.Dry, "dry-run", false, "say what the intake would say of each file, and write nothing")
	c.Flags().BoolVar(&asJSON, "json", false, "print the intake reports as JSON")
	completeCases(e, c, "case")
	return c
}

func runCorpusAdd(ctx context.Context, e *Env, args []string, in cases.Intake, asJSON bool) error {
	files, err := e.filesIn(args)
	if err != nil {
		return err
	}
	in.CacheDir, in.Joining = e.CacheDir, cases.Joining{}
	if in.Dry {
		s, dir, err := e.open()
		if err != nil {
			return err
		}
		_, err = addFiles(ctx, e, s, dir, files, in, asJSON)
		return err
	}
	return e.changeAtOnce(ctx, "", func(s *cases.Study, dir plainfile.Dir) (did string, err error) {
		defer func() { err = errors.Join(err, s.Join(dir, in.Joining)) }()
		return addFiles(ctx, e, s, dir, files, in, asJSON)
	})
}

// addFiles takes files in, one after the other, prints what became of each, and returns the line for the journal.
func addFiles(ctx context.Context, e *Env, s *cases.Study, dir plainfile.Dir, files []string, in cases.Intake, asJSON bool) (string, error) {
	if in.Case != "" {
		c := s.CaseNamed(in.Case)
		if c == nil {
			return "", s.UnknownCase(in.Case)
		}
		in.Case = c.Key
	}
	progress := e.progress("taking in")
	var failed []failedJSON
	var taken []intakeJSON
	added := 0
	for i, file := range files {
		if err := ctx.Err(); err != nil {
			return addedLine(added), err
		}
		all, err := takeFile(ctx, e, s, dir, file, in)
		progress(i+1, len(files))
		if ctx.Err() != nil {
			return addedLine(added), ctx.Err()
		}
		for j, t := range all {
			if !t.Already {
				added++
			}
			switch {
			case asJSON:
				j := intakeOf(t.Document, t.Turns, t.Report)
				j.Case, j.Already = t.Case, t.Already
				taken = append(taken, j)
			case len(all) <= mostPrinted || j < someParts:
				printTaken(e, filepath.Base(file), t, in.Dry)
			case j == len(all)-1:
				e.tell("%s → %d more documents, the last documents/%s (corpus show %s --intake prints what was done to it)", filepath.Base(file), len(all)-someParts, t.Document.Key, t.Document.Key)
			}
		}
		if err != nil {
			failed = append(failed, failedJSON{file, e.why(err)})
		}
	}
	if asJSON {
		if err := printIntakeJSON(e.Stdout, taken, failed, in.Dry); err != nil {
			return addedLine(added), err
		}
	}
	if len(failed) > 0 {
		var lines []string
		for _, f := range failed {
			lines = append(lines, f.File+": "+f.Error)
		}
		if len(files) == 1 {
			return addedLine(added), catalogue.Errorf("%s", lines[0])
		}
		return addedLine(added), catalogue.Errorf("%d of %d files did not come in as asked:\n%s", len(failed), len(files), strings.Join(lines, "\n"))
	}
	return addedLine(added), nil
}

// Of a file that holds more than mostPrinted documents, someParts are printed whole.
const (
	mostPrinted = 12
	someParts   = 3
)

func addedLine(n int) string {
	if n == 0 {
		return ""
	}
	return "took in " + counted(n, "document", "documents").String()
}

func takeFile(ctx context.Context, e *Env, s *cases.Study, dir plainfile.Dir, file string, in cases.Intake) ([]cases.Taken, error) {
	if strings.HasPrefix(filepath.Base(file), "~$") {
		return nil, catalogue.Errorf("is the mark of an office program that it has a file open, not the file\nhint: take in the file without ~$; close it first if it cannot be read")
	}
	data, err := os.ReadFile(e.path(file))
	if err != nil {
		var p *fs.PathError
		if errors.As(err, &p) {
			return nil, catalogue.Errorf("cannot be read: %w", p.Err)
		}
		return nil, err
	}
	in.Folder = filepath.Base(filepath.Dir(e.path(file)))
	return s.Take(ctx, dir, filepath.Base(file), data, in)
}

// filesIn returns the files that were named, and those in folders that were named and in the folders below them; there
// hidden files and the like (corpus.Beside) are left out. A name with * or ? that is none of a file is a pattern:
// shells on Windows leave it to the program.
func (e *Env) filesIn(args []string) ([]string, error) {
	var out, named []string
	for _, a := range args {
		named = append(named, e.matching(a)...)
	}
	for _, a := range named {
		info, err := os.Stat(e.path(a))
		if err != nil {
			return nil, catalogue.Errorf("%s: there is no such file", a)
		}
		if !info.IsDir() {
			out = append(out, a)
			continue
		}
		err = filepath.WalkDir(e.path(a), func(file string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if corpus.Beside(d.Name()) && file != e.path(a) {
				if d.IsDir() {
					return filepath.SkipDir
				}
				return nil
			}
			if d.Type().IsRegular() {
				inside, err := filepath.Rel(e.path(a), file)
				if err != nil {
					return err
				}
				out = append(out, filepath.Join(a, inside))
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	sort.Strings(out)
	return out, nil
}

// matching returns the files and folders that a name stands for: itself, or what matches it as a pattern.
func (e *Env) matching(name string) []string {
	if _, err := os.Stat(e.path(name)); err == nil || !strings.ContainsAny(name, "*?") {
		return []string{name}
	}
	found, _ := filepath.Glob(e.path(name))
	var out []string
	for _, f := range found {
		if base := filepath.Base(f); !corpus.Beside(base) {
			if in := filepath.Dir(name); !strings.ContainsAny(in, "*?") {
				f = filepath.Join(in, base)
			}
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return []string{name}
	}
	return out
}

// printTaken says what became of a file: its key, its speakers, and what was done to it; dry, also its language and its case, for there is
// nothing to look them up in.
func printTaken(e *Env, name string, t cases.Taken, dry bool) {
	d := t.Document
	if t.Already {
		if t.Joined && !dry {
			e.tell("%s is in the study already, as %s; it now belongs to case %s too (cases/%s.yaml)", name, d.Key, t.Case, t.Case)
		} else {
			e.tell("%s is in the study already, as %s", name, d.Key)
		}
		return
	}
	what := []string{e.lang().DocumentKind(d.Kind)}
	if d.Date != "" {
		what = append(what, d.Date)
	}
	if t.Turns > 0 {
		what = append(what, e.say("%s", counted(t.Turns, "turn", "turns")))
	}
	if len(d.Pages) > 0 {
		what = append(what, e.say("%s", counted(len(d.Pages), "page", "pages")))
	}
	e.tell("%s → documents/%s (%s)", name, d.Key, strings.Join(what, ", "))
	if dry {
		e.tell("    language: %s", d.Language)
		if t.Case != "" {
			e.tell("    case: %s", t.Case)
		}
	}
	if t.Case == "" && t.Lone {
		e.tell("    in no case; crosscase corpus set %s case=KEY", d.Key)
	}
	if len(d.Speakers) > 0 {
		e.tell("    speakers: %s", speakerLine(e, d.Speakers))
	}
	printReport(e, e.Stderr, t.Report)
}

func speakerLine(e *Env, speakers []corpus.Speaker) string {
	var parts []string
	for _, p := range speakers {
		role := e.lang().Role(string(p.Role))
		if p.Role == "" {
			role = e.say("role unknown")
		}
		parts = append(parts, fmt.Sprintf("%s (%s)", p.Label, role))
	}
	return strings.Join(parts, ", ")
}
