package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"crosscase/cases"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/pattern"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/sheet"
)

func newCasesImport(e *Env) *cobra.Command {
	var o cases.FaceSheetOptions
	var dry, newCases bool
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Take over a face sheet: a table with a row for each case or document",
		Long: `Reads an .xlsx, .ods or .csv file. The first row names the columns. One column names the case (case, sak,
kommune, municipality, name … or the first one); the others are attributes, by key or label. A column that
is no attribute yet becomes one, and a case that is not there yet is made. Each value gets the row of the
sheet as its reason. Empty cells say nothing. A value that the study has already is kept where the sheet
says otherwise, and printed.

Where the first column names documents (document, file), the columns case, kind, date, language, title and
issuer set what is known of them.

A case that the study does not have is made. Where its name begins with the same word as that of one case of the study, nothing is written until
you say whether it is the same: write the key of that case in the sheet, or add --new-cases.

If anything in the sheet cannot be taken over, all that is wrong is printed and nothing is written.`,
		Example: `  crosscase cases import municipalities.xlsx
  crosscase cases import schools.csv --by "School name"
  crosscase cases export -o cases.xlsx      the same sheet, to be filled in`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			tables, err := readTables(e, args[0])
			if err != nil {
				return err
			}
			name := filepath.Base(args[0])
			return e.change(c.Context(), "", func(s *cases.Study, dir plainfile.Dir) (string, error) {
				f, err := s.ReadFaceSheet(name, tables, o)
				var alike error
				if err == nil && !newCases {
					alike = s.NewCases(f)
				}
				if err == nil && !dry {
					err = alike
				}
				if err != nil {
					return "", catalogue.Errorf("nothing of %s was taken over:\n%w", name, placesSaid(e, err))
				}
				if alike != nil {
					e.tell("%w", alike)
				}
				if !dry {
					if err := f.Write(dir); err != nil {
						return "", err
					}
				}
				return printFaceSheet(e, f, dry), nil
			})
		},
	}
	c.Flags().StringVar(&o.By, "by", "", "head of the column that names the case or document")
	c.Flags().BoolVar(&dry, "dry-run", false, "show what is new and what differs, and write nothing")
	c.Flags().BoolVar(&newCases, "new-cases", false, "a new case whose name begins as that of another does is a case of its own")
	c.Flags().BoolVar(&o.Replace, "replace", false, "set values that the study has already, too")
	return c
}

// readTables reads a spreadsheet that was named on the command line.
func readTables(e *Env, file string) ([]sheet.Table, error) {
	data, err := os.ReadFile(e.path(file))
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, catalogue.Errorf("%s: there is no such file", file)
	case errors.As(err, &p):
		return nil, catalogue.Errorf("%s: cannot be read: %w", file, p.Err)
	case err != nil:
		return nil, err
	}
	tables, err := sheet.Read(file, data)
	if err != nil {
		return nil, catalogue.Errorf("%s: %w", file, err)
	}
	return tables, nil
}

// printFaceSheet says what a face sheet did, and returns the line for the journal.
func printFaceSheet(e *Env, f *cases.FaceSheet, dry bool) string {
	for _, l := range append(slices.Clip(f.Added), f.Notes...) {
		e.tell("%s", l)
	}
	for _, l := range f.Kept {
		e.tell("kept: %s", l)
	}
	if len(f.Kept) > 0 {
		e.tell("hint: --replace takes what the sheet says")
	}
	if len(f.Added) == 0 {
		e.tell("%s adds nothing; %d of its cells say what the study says", f.File, f.Same)
		return ""
	}
	if dry {
		e.tell("%s would be taken over from %s; nothing was written", f.Summary(), f.File)
		return ""
	}
	e.tell("took over %s from %s", f.Summary(), f.File)
	return fmt.Sprintf("took over %s from the face sheet %s", f.Summary(), f.File)
}

// rowOfSheet is how the reader of sheets names a place.
var rowOfSheet = pattern.Of(`^(.*), row (\d+), column (.*)$`)

// placesSaid names the places of a sheet that problems have in the language of the study.
func placesSaid(e *Env, err error) error {
	var problems plainfile.Problems
	if !errors.As(err, &problems) {
		return err
	}
	problems = slices.Clone(problems)
	for i := range problems {
		if m := rowOfSheet.FindStringSubmatch(problems[i].File); m != nil {
			problems[i].File = e.say("%s, row %s, column %s", m[1], m[2], m[3])
		}
	}
	return problems
}
