package sheet

import (
	"encoding/xml"
	"strconv"
	"strings"

	"crosscase/corpus/catalogue"
)

// readODS reads an OpenDocument sheet (ISO 26300).
func readODS(data []byte) ([]Table, error) {
	a, err := openArchive(data, "OpenDocument sheet")
	if err != nil {
		return nil, err
	}
	if !a.has("content.xml") {
		return nil, catalogue.Errorf("is a zip archive, but no OpenDocument sheet; is the ending right? save it as .xlsx, .ods or .csv")
	}
	locked := false
	err = a.walk("META-INF/manifest.xml", func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		locked = locked || ok && e.Name.Local == "encryption-data"
		return nil
	})
	if err != nil {
		return nil, err
	}
	if locked {
		return nil, catalogue.Errorf("is protected by a password; open it and save it without one")
	}
	r := &odsReader{room: newRoom(), hidden: map[string]bool{}}
	if err := a.walk("content.xml", r.token); err != nil {
		return nil, err
	}
	if !r.spreadsheet {
		return nil, catalogue.Errorf("is an OpenDocument file, but no spreadsheet; is the ending right? save it as .ods")
	}
	return r.tables, nil
}

// odsReader takes the tags of content.xml in turn.
type odsReader struct {
	room        *room
	tables      []Table
	spreadsheet bool
	hidden      map[string]bool // styles of tables that are not shown
	style       string          // whose properties are read

	grid         *grid // of the table, nil outside
	foreign      bool  // it is a copy of a sheet of another file
	depth        int   // of tables in tables, which are left to the cell around them
	row, rowSpan int   // the row, and how often it is repeated
	column       int
	cells        []odsCell // of the row that hold text
	cell         *odsCell
	aside        int // depth inside a comment or a text box
	words        strings.Builder
	skip         int // depth inside what is no content: tracked changes, names of authors
	in           int // depth inside paragraphs
}

// odsCell is a cell with text, and how often it is repeated to the right.
type odsCell struct {
	column, times int
	kind, value   string
	formula       bool
	text          strings.Builder
}

func (r *odsReader) token(t xml.Token) error {
	switch e := t.(type) {
	case xml.StartElement:
		// the names before the colon are the same in all files that programs write
		if r.skip > 0 || e.Name.Local == "tracked-changes" || e.Name.Space == "dc" || e.Name.Space == "meta" {
			r.skip++
			return nil
		}
		return r.start(e)
	case xml.EndElement:
		if r.skip > 0 {
			r.skip--
			return nil
		}
		return r.end(e.Name)
	case xml.CharData:
		if r.in > 0 && r.skip == 0 {
			r.write(spacesOf(string(e)))
		}
	}
	return nil
}

func (r *odsReader) start(e xml.StartElement) error {
	if isAside(e.Name) {
		r.aside++
	}
	switch name := e.Name.Local; name {
	case "spreadsheet":
		r.spreadsheet = true
	case "style":
		r.style = attr(e, "name")
	case "table-properties":
		if attr(e, "display") == "false" {
			r.hidden[r.style] = true
		}
	case "table":
		if r.depth++; r.depth == 1 && r.spreadsheet {
			r.tables = append(r.tables, Table{Name: attr(e, "name"), Hidden: r.hidden[attr(e, "style-name")]})
			r.grid, r.row = &grid{room: r.room}, 0
		}
	case "table-row":
		if r.depth == 1 {
			r.rowSpan, r.column, r.cells = times(e, "number-rows-repeated"), 0, nil
		}
	case "table-cell", "covered-table-cell":
		if r.depth == 1 {
			r.cell = &odsCell{column: r.column, times: times(e, "number-columns-repeated"), kind: attr(e, "value-type"), formula: attr(e, "formula") != ""}
			for _, a := range []string{"value", "date-value", "time-value", "boolean-value", "string-value"} {
				if v := attr(e, a); v != "" && r.cell.value == "" {
					r.cell.value = v
				}
			}
		}
	case "table-source":
		r.foreign = r.depth == 1
	case "p", "h":
		if r.in++; r.in == 1 {
			r.paragraph()
		}
	case "s":
		if r.in > 0 {
			r.write(strings.Repeat(" ", min(times(e, "c"), 1000)))
		}
	case "tab":
		r.write("\t")
	case "line-break":
		r.write("\n")
	}
	return nil
}

// isAside tells whether a tag holds a comment or something drawn, whose words stand
// in no cell.
func isAside(name xml.Name) bool { return name.Space == "draw" || name.Local == "annotation" }

// times reads how often something is repeated, at least once.
func times(e xml.StartElement, name string) int {
	n, err := strconv.Atoi(attr(e, name))
	if err != nil || n < 1 {
		return 1
	}
	return min(n, 1<<30)
}

// spacesOf makes the line ends and indents of the file one space. Other runs of
// blanks are kept, as Calc writes them.
func spacesOf(s string) string {
	if !strings.ContainsAny(s, "\t\n\r") {
		return s
	}
	var b strings.Builder
	for s != "" {
		i := strings.IndexAny(s, " \t\n\r")
		if i < 0 {
			i = len(s)
		}
		b.WriteString(s[:i])
		rest := strings.TrimLeft(s[i:], " \t\n\r")
		run := s[i : len(s)-len(rest)]
		if strings.Trim(run, " ") != "" {
			run = " "
		}
		b.WriteString(run)
		s = rest
	}
	return b.String()
}

// to returns where words go: to the cell, to what stands beside the cells, or nowhere.
func (r *odsReader) to() *strings.Builder {
	switch {
	case r.aside > 0 && r.grid != nil:
		return &r.words
	case r.cell != nil:
		return &r.cell.text
	}
	return nil
}

func (r *odsReader) write(s string) {
	if b := r.to(); b != nil && r.in > 0 {
		b.WriteString(s)
	}
}

// paragraph begins a paragraph on a line of its own.
func (r *odsReader) paragraph() {
	if b := r.to(); b != nil && b.Len() > 0 {
		b.WriteByte('\n')
	}
}
