package cases

import (
	"strconv"
	"strings"

	"crosscase/corpus/sheet"
)

// FaceSheetTable returns the cases with their labels and the values of their
// attributes, as ReadFaceSheet takes them back: a row each, the items of a list parted
// by semicolons, and in a workbook numbers as numbers. Attributes that are read from the interviews are left out. A value
// that is missing is an empty cell.
func (s *Study) FaceSheetTable() sheet.Table {
	var asked []Attribute
	head := []string{"case", labelHead}
	for _, a := range s.Attributes {
		if a.From == "" {
			asked = append(asked, a)
			head = append(head, s.headOf(a))
		}
	}
	var numbers []sheet.Number
	rows := [][]string{head}
	for _, c := range s.Cases {
		row := []string{c.Key, c.Label}
		for _, a := range asked {
			text := textOf(c.Values[a.Key])
			if n, ok := numberIn(a, text); ok {
				n.Row, n.Column = len(rows), len(row)
				numbers = append(numbers, n)
			}
			row = append(row, text)
		}
		rows = append(rows, row)
	}
	return sheet.Table{Name: "cases", Rows: rows, Numbers: numbers}
}

// numberIn returns the number that a cell of a workbook holds for the value of an attribute; false where the value is no number, or would be
// printed otherwise than it is written ("007", "1 200").
func numberIn(a Attribute, text string) (n sheet.Number, ok bool) {
	if a.Kind != Number {
		return n, false
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return n, false
	}
	if _, after, found := strings.Cut(text, "."); found {
		n.Decimals = len(after)
	}
	n.Value = v
	return n, strconv.FormatFloat(v, 'f', n.Decimals, 64) == text
}

// headOf returns the head by which an attribute is known again: its label, or its key
// where something else has that name.
func (s *Study) headOf(a Attribute) string {
	if headedAs(a.Title(), []string{"case", labelHead}) {
		return a.Key
	}
	for _, other := range s.Attributes {
		if other.Key != a.Key && (sameWords(other.Title(), a.Title()) || sameWords(other.Key, a.Title())) {
			return a.Key
		}
	}
	return a.Title()
}
