package sheet

import (
	"path/filepath"
	"strings"

	"crosscase/corpus/catalogue"
)

// Table is one sheet of a spreadsheet, or a whole CSV file.
type Table struct {
	Name string // of the sheet; of a CSV file its name without the ending
	// Rows are the cells as text. Row i of the sheet is Rows[i-1], so an empty row is
	// there, without cells. Blanks at the end of a cell, empty cells at the end of a row
	// and empty rows at the end are left out. Of merged cells the first holds the text.
	Rows [][]string
	// Links lead from cells to rows of sheets, and Numbers are cells that are no text; only WriteXLSX looks at either.
	Links   []Link
	Numbers []Number
	// Hidden says that the spreadsheet does not show the sheet.
	Hidden bool
	// Beside are the words that stand on the sheet but in no cell, in order: comments,
	// as "B3: words", and text boxes.
	Beside []string
	// Unsaved counts the formulas whose value the file does not hold: their cells are empty.
	Unsaved int
}

// Link leads from a cell to a row of a sheet of the same workbook. All count from 0.
type Link struct {
	Row, Column  int
	Sheet, ToRow int
}

// Number is a cell that holds a number, printed with so many decimals. The row and the column count from 0.
type Number struct {
	Row, Column int
	Value       float64
	Decimals    int
	Percent     bool // 0.5 is printed as 50 %
}

// Limits on what a spreadsheet may hold.
const (
	maxRows    = 1 << 20 // of one sheet, as in Excel
	maxColumns = 1 << 14 // of one sheet, as in Excel
	maxCells   = 8 << 20 // of all sheets, rows and empty cells between others counted
	maxText    = 64 << 20
)

// Read returns the tables of a spreadsheet, in order, hidden ones too. The
// ending of name tells the format: .xlsx, .ods, .csv or .tsv. The errors do not
// repeat the name: they say what is wrong with the file and what to do.
func Read(name string, data []byte) ([]Table, error) {
	if len(data) == 0 {
		return nil, catalogue.Errorf("is empty; check that it was copied whole")
	}
	switch ext := strings.ToLower(filepath.Ext(name)); ext {
	case ".xlsx", ".xlsm":
		return readXLSX(data)
	case ".ods":
		return readODS(data)
	case ".csv", ".tsv", ".tab":
		text, err := decode(data)
		if err != nil {
			return nil, err
		}
		base := filepath.Base(name)
		t, err := readCSV(strings.TrimSuffix(base, filepath.Ext(base)), text, ext != ".csv")
		return []Table{t}, err
	default:
		return nil, catalogue.Errorf("has the ending %q, which is no table that can be read; save it as .xlsx, .ods or .csv", ext)
	}
}

// Head returns the index of the row that names the columns: the first that has at
// least half as many cells with text as the fullest, for a title above has fewer.
// It is 0 in an empty table.
func (t Table) Head() int {
	most := 0
	for _, row := range t.Rows {
		most = max(most, filled(row))
	}
	for i, row := range t.Rows {
		if n := filled(row); n > 0 && 2*n >= most {
			return i
		}
	}
	return 0
}

func filled(row []string) int {
	n := 0
	for _, cell := range row {
		if cell != "" {
			n++
		}
	}
	return n
}

// grid fills the rows of one table and keeps all tables of a file within bounds.
type grid struct {
	rows [][]string
	room *room
}

// room is what is left of the limits for the tables of one file.
type room struct{ cells, text int }

func newRoom() *room { return &room{maxCells, maxText} }

var (
	errCells = catalogue.Errorf("holds more than %d cells; split it, or delete what is formatted far to the right and below", maxCells)
	errText  = catalogue.Errorf("holds more than %d MB of text; split it", maxText>>20)
	errCell  = catalogue.Errorf("holds more than %d MB of text in one cell; split it", maxRun>>20)
	errSides = catalogue.Errorf("has more than %d rows or %d columns; split it", maxRows, maxColumns)
)

// put writes the text of a cell, row and column from 0. A second text of one cell
// goes below the first.
func (g *grid) put(row, column int, text string) error {
	text = strings.TrimRight(text, " \t\r\n\u00a0")
	if text == "" {
		return nil
	}
	if row < 0 || column < 0 || row >= maxRows || column >= maxColumns {
		return errSides
	}
	if n := row + 1 - len(g.rows); n > 0 {
		if g.room.cells -= n; g.room.cells < 0 {
			return errCells
		}
		g.rows = append(g.rows, make([][]string, n)...)
	}
	if n := column + 1 - len(g.rows[row]); n > 0 {
		if g.room.cells -= n; g.room.cells < 0 {
			return errCells
		}
		g.rows[row] = append(g.rows[row], make([]string, n)...)
	}
	if g.room.text -= len(text); g.room.text < 0 {
		return errText
	}
	if old := g.rows[row][column]; old != "" {
		text = old + "\n" + text
		if g.room.text -= len(text); g.room.text < 0 {
			return errText
		}
	}
	g.rows[row][column] = text
	return nil
}
