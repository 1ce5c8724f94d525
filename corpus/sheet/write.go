package sheet

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"crosscase/corpus/catalogue"
)

// maxCellText is how many UTF-16 units a cell of an Excel workbook holds.
const maxCellText = 32_767

// WriteXLSX writes tables as the sheets of an Excel workbook. Every cell but those of a table's Numbers is text,
// also where it begins like a formula. The first row of each sheet is a head: bold,
// it stays when the sheet is scrolled and stands on each page in print; columns are as wide as their words, up to
// a limit, beyond which the words are wrapped. In print a sheet is as wide as a page on its side. Names of sheets that Excel refuses
// are changed. The same tables give the same bytes.
func WriteXLSX(tables []Table) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	top := &excelize.Alignment{WrapText: true, Vertical: "top"}
	family, err := f.GetDefaultFont()
	if err != nil {
		return nil, err
	}
	head, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Family: family, Size: 11}, Alignment: top, NumFmt: textFormat})
	if err != nil {
		return nil, err
	}
	body, err := f.NewStyle(&excelize.Style{Alignment: top, NumFmt: textFormat})
	if err != nil {
		return nil, err
	}
	names := sheetNames(tables)
	for i, t := range tables {
		if i == 0 {
			err = f.SetSheetName("Sheet1", names[0])
		} else {
			_, err = f.NewSheet(names[i])
		}
		if err == nil {
			err = writeSheet(f, names[i], t, head, body)
		}
		if err == nil {
			err = writeNumbers(f, names[i], t.Numbers)
		}
		if err == nil {
			err = layOut(f, names[i])
		}
		if err == nil {
			err = writeLinks(f, names, i, t.Links)
		}
		if err == nil && t.Hidden && i > 0 {
			err = f.SetSheetVisible(names[i], false)
		}
		if err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	err = f.Write(&b)
	return b.Bytes(), err
}

// textFormat is the number of the format "@": what is typed into the cell stays text.
const textFormat = 49

func writeSheet(f *excelize.File, name string, t Table, head, body int) error {
	if len(t.Rows) > maxRows {
		return errSides
	}
	columns := 0
	for i, row := range t.Rows {
		if columns = max(columns, len(row)); columns > maxColumns {
			return errSides
		}
		for j, text := range row {
			if text == "" {
				continue
			}
			if n := units(text); n > maxCellText {
				return catalogue.Errorf("sheet %q, row %d, column %d: %d characters, more than the %d of a cell; write it as .csv", t.Name, i+1, j+1, n, maxCellText)
			}
			if err := f.SetCellStr(name, nameOf(i, j), escape(clean(text))); err != nil {
				return err
			}
		}
	}
	if columns == 0 {
		return nil
	}
	if len(t.Rows) > 1 {
		if err := f.SetCellStyle(name, "A2", nameOf(len(t.Rows)-1, columns-1), body); err != nil {
			return err
		}
	}
	if err := f.SetCellStyle(name, "A1", nameOf(0, columns-1), head); err != nil {
		return err
	}
	for j, width := range widthsOf(t.Rows, columns) {
		column := strings.TrimSuffix(nameOf(0, j), "1")
		if err := f.SetColWidth(name, column, column, width); err != nil {
			return err
		}
	}
	return f.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
		Selection: []excelize.Selection{{SQRef: "A2", ActiveCell: "A2", Pane: "bottomLeft"}}})
}

// writeNumbers puts numbers into the cells that hold them as text so far.
func writeNumbers(f *excelize.File, name string, numbers []Number) error {
	for _, n := range numbers {
		format := "0"
		if n.Decimals > 0 {
			format += "." + strings.Repeat("0", n.Decimals)
		}
		if n.Percent {
			format += "%"
		}
		style, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}, CustomNumFmt: &format})
		if err != nil {
			return err
		}
		cell := nameOf(n.Row, n.Column)
		if err := f.SetCellFloat(name, cell, n.Value, -1, 64); err != nil {
			return err
		}
		if err := f.SetCellStyle(name, cell, cell, style); err != nil {
			return err
		}
	}
	return nil
}

// layOut says how a sheet is printed: on A4 on its side, no wider than a page, the head on each.
func layOut(f *excelize.File, name string) error {
	a4, landscape, fit, one, any := 9, "landscape", true, 1, 0
	if err := f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &any}); err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quotedName(name) + "!$1:$1", Scope: name})
}

// quotedName is the name of a sheet as a place in a workbook begins with it.
func quotedName(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }

// maxLinks is how many links a sheet of Excel takes; those beyond are left out.
const maxLinks = 65_530

// writeLinks makes links of cells. The sheet they lead to may come later.
func writeLinks(f *excelize.File, names []string, from int, links []Link) error {
	family, err := f.GetDefaultFont()
	if err != nil {
		return err
	}
	for n, l := range links {
		if n == maxLinks {
			break
		}
		cell := nameOf(l.Row, l.Column)
		id, err := f.GetCellStyle(names[from], cell)
		if err != nil {
			return err
		}
		style, err := f.GetStyle(id)
		if err != nil {
			return err
		}
		style.Font = &excelize.Font{Family: family, Size: 11, Color: "1D4F91", Bold: style.Font != nil && style.Font.Bold}
		linked, err := f.NewStyle(style)
		if err != nil {
			return err
		}
		target := quotedName(names[l.Sheet]) + "!A" + strconv.Itoa(l.ToRow+1)
		if err := f.SetCellHyperLink(names[from], cell, target, "Location"); err != nil {
			return err
		}
		if err := f.SetCellStyle(names[from], cell, cell, linked); err != nil {
			return err
		}
	}
	return nil
}

// units counts a text as Excel does.
func units(s string) int {
	n := 0
	for _, c := range s {
		if n++; c > 0xffff {
			n++
		}
	}
	return n
}

// clean leaves out what XML cannot hold.
func clean(s string) string {
	return strings.Map(func(c rune) rune {
		if c < ' ' && c != '\n' && c != '\t' || c == 0xfffe || c == 0xffff {
			return -1
		}
		return c
	}, strings.ToValidUTF8(s, "\ufffd"))
}

// escape marks what would be read as a character by its number: "_x0041_" as "A".
// The library does so for the texts of some cells only.
func escape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if _, ok := escaped(s[i:]); ok {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// The narrowest and the widest column, in characters.
const (
	minWidth = 8
	maxWidth = 60
	maxHead  = 24 // beyond which a head is wrapped
)

// widthsOf returns for each column the characters of its longest line, within limits; of a head as long as its longest word, which is wrapped.
func widthsOf(rows [][]string, columns int) []float64 {
	out := make([]float64, columns)
	for j := range out {
		out[j] = minWidth
	}
	for i, row := range rows {
		for j, text := range row {
			if i == 0 && utf8.RuneCountInString(text) > maxHead {
				text = strings.Join(strings.Fields(text), "\n")
			}
			for line := range strings.SplitSeq(text, "\n") {
				if n := float64(min(utf8.RuneCountInString(line)+2, maxWidth)); n > out[j] {
					out[j] = n
				}
			}
		}
	}
	return out
}

// sheetNames returns names that Excel takes: 1 to 31 characters, none of []:*?/\,
// no two alike.
func sheetNames(tables []Table) []string {
	out := make([]string, len(tables))
	seen := map[string]bool{}
	for i, t := range tables {
		base := strings.Map(func(c rune) rune {
			if strings.ContainsRune(`[]:*?/\`, c) {
				return ' '
			}
			return c
		}, clean(t.Name))
		base = strings.Trim(strings.Join(strings.Fields(base), " "), "'")
		if base == "" {
			base = "Sheet"
		}
		name := shorten(base, 31)
		for n := 2; seen[strings.ToLower(name)]; n++ {
			suffix := fmt.Sprintf(" %d", n)
			name = shorten(base, 31-len(suffix)) + suffix
		}
		seen[strings.ToLower(name)] = true
		out[i] = name
	}
	return out
}

func shorten(s string, n int) string {
	for units(s) > n {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return strings.Trim(s, " '")
}

// WriteCSV writes a table as CSV for spreadsheets: commas, quotation marks where
// they are needed, and a byte order mark, without which Excel reads UTF-8 as
// Windows-1252. A text that begins like a formula is written as it is, for a mark
// before it would be part of the text to every other program: where that matters
// write XLSX.
func WriteCSV(t Table) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	for _, row := range t.Rows {
		if len(row) == 0 {
			row = []string{""}
		}
		_ = w.Write(row) // a bytes.Buffer takes everything
	}
	w.Flush()
	return b.Bytes()
}
