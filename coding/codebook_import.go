package coding

import (
	"path/filepath"
	"slices"
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/sheet"
)

// ImportedCodes is what was read of a code book of another program.
type ImportedCodes struct {
	Form    catalogue.Message   // what it was taken for: "a table with the columns of NVivo"
	Codes   []Code              // the tree, in the order of the file; a key only where the file names one
	Columns []catalogue.Message // of a table, how its columns were read: "Name → label"
	Notes   []catalogue.Message // what was assumed
	Left    []LeftOut

	Wrong     []error  // cells of a table that cannot be taken over, by row and column
	Questions []CellOf // cells of a table that name questions
}

// Limits of a code book.
const (
	maxCodes     = 5000
	maxCodeDepth = 60
)

// ImportCodes reads a code book: a table (.csv, .tsv, .xlsx, .ods) whose head names the columns, a
// REFI-QDA codebook (.qdc), Markdown with a heading for each code, or a text with a code
// on each line. What it leaves out stands in Left.
func ImportCodes(name string, data []byte) (ImportedCodes, error) {
	switch ext := strings.ToLower(filepath.Ext(name)); ext {
	case ".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".ods":
		tables, err := sheet.Read(name, data)
		if err != nil {
			return ImportedCodes{}, err
		}
		return CodesOfTables(tables)
	case ".qdc":
		return codesOfQDC(data)
	}
	return CodesOfText(strings.ToValidUTF8(string(data), "\ufffd"))
}

// CodesOfText reads a code book from text: a QualCoder codebook, Markdown, rows of a table whose
// cells are parted by tabs, or a code on each line.
func CodesOfText(text string) (ImportedCodes, error) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(text, "\ufeff"))
	var in ImportedCodes
	var rows []codeRow
	switch t, isTable := tabbedTable(text); {
	case isTable:
		return CodesOfTables([]sheet.Table{t})
	case qualcoderCode.MatchString(text):
		rows = qualcoderRows(text, &in)
	case isMarkdownCodes(text):
		rows = markdownRows(text, &in)
	default:
		rows = outlineRows(text, &in)
	}
	return in.grow(rows)
}

// grow makes the tree of the rows that were found.
func (in ImportedCodes) grow(rows []codeRow) (ImportedCodes, error) {
	rows = slices.DeleteFunc(rows, func(r codeRow) bool {
		nameless := len(rows) <= maxCodes && strings.TrimSpace(r.code.Title()) == ""
		if nameless && r.code.Definition != "" {
			in.leave(r.code.Definition, "a definition without a name")
		}
		return nameless
	})
	if len(rows) == 0 {
		return in, catalogue.Errorf("holds no codes that can be read; a table needs a column such as Name or Code, a text a code on each line")
	}
	if n := len(rows); n > maxCodes {
		return in, tooManyCodes(n)
	}
	tree := codeTree{in: &in}
	if err := tree.build(rows); err != nil {
		return in, err
	}
	in.Codes = tree.codes()
	if n := CountCodes(in.Codes); n > maxCodes {
		return in, tooManyCodes(n)
	}
	return in, nil
}

func tooManyCodes(n int) error {
	return catalogue.Errorf("holds %d codes, more than the %d that are read; is it a list of codings?", n, maxCodes)
}

func (in *ImportedCodes) note(english string, parts ...any) {
	in.Notes = append(in.Notes, catalogue.Text(english, parts...))
}

// leave notes what was not taken in, words of the file or a message, and why.
func (in *ImportedCodes) leave(what any, why string) {
	in.Left = append(in.Left, LeftOut{catalogue.Text("%s", what), why})
}

// CountCodes returns the number of codes of a tree.
func CountCodes(codes []Code) int {
	n := len(codes)
	for _, c := range codes {
		n += CountCodes(c.Children)
	}
	return n
}
