package cases

import "crosscase/corpus/sheet"

// FaceSheetTable returns the cases with their labels and the values of their
// attributes, as ReadFaceSheet takes them back: a row each, the items of a list parted
// by semicolons. Attributes that are read from the interviews are left out. A value
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
	rows := [][]string{head}
	for _, c := range s.Cases {
		row := []string{c.Key, c.Label}
		for _, a := range asked {
			row = append(row, textOf(c.Values[a.Key]))
		}
		rows = append(rows, row)
	}
	return sheet.Table{Name: "cases", Rows: rows}
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
