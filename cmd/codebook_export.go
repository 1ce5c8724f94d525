package cmd

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/coding"
	"crosscase/corpus/catalogue"
)

// codebookForms are the forms in which a code book is written.
var codebookForms = []string{"csv", "xlsx", "md", "txt", "qdc"}

func newCodebookExport(e *Env) *cobra.Command {
	var out output
	c := &cobra.Command{
		Use:   "export",
		Short: "Write the code book for a spreadsheet, a document or another program",
		Long: `  csv, xlsx   a row for each code with all its fields and the key of the code above; codebook import reads all of it back
  md          a heading for each code, its fields below it; import reads them back
  txt         names, tree and definitions, a line for each code
  qdc         REFI-QDA codebook for NVivo, MAXQDA, ATLAS.ti, QualCoder …: names, tree, colours, and in the description the
              definition and the lines "Include: …", "Exclude: …", "Example: …"

What a form does not hold is listed. Without --format the ending of -o tells the form.`,
		Example: "  crosscase codebook export -o codebook.xlsx\n  crosscase codebook export -o codes.qdc\n  crosscase codebook export --format md",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return runCodebookExport(e, out) },
	}
	c.Flags().StringVar(&out.format, "format", "", "form of the file: "+strings.Join(codebookForms, ", ")+" (default csv, or by the ending of -o)")
	c.Flags().StringVarP(&out.file, "output", "o", "", "write to this file")
	_ = c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(codebookForms, cobra.ShellCompDirectiveNoFileComp))
	return c
}

func runCodebookExport(e *Env, out output) error {
	form, err := codebookForm(out)
	if err != nil {
		return err
	}
	s, _, err := e.open()
	if err != nil {
		return err
	}
	if len(s.Codebook.Codes) == 0 {
		return catalogue.Errorf("the code book holds no codes\nhint: crosscase codebook derive makes them from the guide, crosscase codebook import FILE reads them")
	}
	data, left, err := coding.ExportCodes(s.Codebook, form, s.ID)
	if err != nil {
		return err
	}
	if err := out.save(e, data, counted(len(s.Codebook.All()), "code", "codes")); err != nil {
		return err
	}
	printLeftOut(e, left)
	return nil
}

// codebookForm returns the form asked for.
func codebookForm(out output) (string, error) {
	form := out.format
	if form == "" {
		form = strings.TrimPrefix(strings.ToLower(filepath.Ext(out.file)), ".")
		switch {
		case out.file == "":
			form = "csv"
		case form == "markdown":
			form = "md"
		case !slices.Contains(codebookForms, form):
			return "", usagef("%s has an ending that is not written\nhint: use .%s, or name the form with --format", out.file, strings.Join(codebookForms, ", ."))
		}
	}
	if !slices.Contains(codebookForms, form) {
		return "", usagef("format %q is not known\nhint: %s", form, didYouMean(form, codebookForms))
	}
	if form == "xlsx" && out.file == "" {
		return "", usagef("xlsx is no text to print\nhint: name a file with -o")
	}
	return form, nil
}
