package cmd

import (
	"bytes"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/sheet"
)

func newCasesExport(e *Env) *cobra.Command {
	var o output
	c := &cobra.Command{
		Use:   "export",
		Short: "Write the cases and their attributes as a spreadsheet, to be filled in and imported",
		Long: `A row for each case and a column for each attribute, as cases import takes them back. Without -o the sheet
is printed as CSV. Attributes that are read from the interviews are left out.`,
		Example: "  crosscase cases export -o cases.xlsx\n  crosscase cases export -o cases.csv",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			s, _, err := e.open()
			if err != nil {
				return err
			}
			face := s.FaceSheetTable()
			data, err := encodeSheet(o.file, face)
			if err != nil {
				return err
			}
			return o.save(e, data, sheetWritten(face))
		},
	}
	c.Flags().StringVarP(&o.file, "output", "o", "", "write the sheet to this file: .xlsx or .csv")
	return c
}

// sheetWritten says how many rows a sheet has below its head.
func sheetWritten(t sheet.Table) catalogue.Message { return counted(len(t.Rows)-1, "row", "rows") }

// encodeSheet writes a table in the form that the ending of a file asks for; as CSV
// without the mark for Excel if there is no file.
func encodeSheet(file string, t sheet.Table) ([]byte, error) {
	switch strings.ToLower(filepath.Ext(file)) {
	case ".xlsx":
		return sheet.WriteXLSX([]sheet.Table{t})
	case ".csv":
		return sheet.WriteCSV(t), nil
	case "":
		if file == "" {
			return bytes.TrimPrefix(sheet.WriteCSV(t), []byte("\ufeff")), nil
		}
	}
	return nil, usagef("%s has an ending that is not written\nhint: use .xlsx or .csv", file)
}
