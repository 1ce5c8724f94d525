package compare

import (
	"fmt"
	"slices"
	"strconv"

	"crosscase/cases"
	"crosscase/compare/table"
)

// Years returns how many passages of each code speak of each year: that of the coding's "when", else that of the document's date. The years run from the
// first to the last without a gap. A year of which no document was read for the code is missing, not 0; passages without any date are named in a note.
func Years(s *cases.Study, f cases.Filter, o Options) (*table.Table, error) {
	codes, err := s.ChosenCodes(f.Codes)
	if err != nil {
		return nil, err
	}
	chosen, err := s.Chosen(f)
	if err != nil {
		return nil, err
	}
	when := map[string]string{} // by coding
	for _, c := range chosen {
		when[c.ID] = c.When
	}
	u, err := codedUnitsOf(s, PassageUnit, f)
	if err != nil {
		return nil, err
	}
	where, err := s.Where(f)
	if err != nil {
		return nil, err
	}
	yearOf := func(x codedUnit) int {
		for _, id := range x.evidence.Codings {
			if y := year(when[id]); y > 0 {
				return y
			}
		}
		return year(s.Document(x.at.Document).Date)
	}
	l := o.Language
	t := &table.Table{Name: "years", Title: l.Say("Codes over time"), Language: l, Corner: l.Say("Code"), Count: "passages", Picture: table.TimeLine}
	var years []int
	undated := 0
	for _, of := range u.of {
		for _, x := range of {
			if y := yearOf(x); y > 0 {
				years = append(years, y)
			} else {
				undated++
			}
		}
	}
	if len(years) == 0 {
		return nil, fmt.Errorf("no passage has a year\nhint: a document has one by its \"date:\", a coding by its \"when\"")
	}
	for y := slices.Min(years); y <= slices.Max(years); y++ {
		t.Columns = append(t.Columns, table.Label{Key: strconv.Itoa(y), Label: strconv.Itoa(y)})
	}
	for i, code := range codes {
		if len(u.of[i]) == 0 {
			continue
		}
		read := map[int]bool{}
		for _, d := range s.Documents {
			if p := wholeOf(s, d.Key); p != nil && s.ReadFor(d.Key, map[string]bool{code.Key: true}) && (where(*p) || len(f.Speakers)+len(f.Roles) > 0) {
				read[year(d.Date)] = true
			}
		}
		var cells []table.Cell
		for _, column := range t.Columns {
			y, _ := strconv.Atoi(column.Key)
			var in []codedUnit
			for _, x := range u.of[i] {
				if yearOf(x) == y {
					in = append(in, x)
				}
			}
			c := counted(in)
			c.Text = fmt.Sprint(len(in))
			if len(in) == 0 && !read[y] {
				c = table.Cell{Text: "–", Missing: l.Say("unread")}
			}
			cells = append(cells, c)
		}
		t.Rows, t.Cells = append(t.Rows, table.Label{Key: code.Key, Label: titleOf(s, code)}), append(t.Cells, cells)
	}
	t.Notes = []string{l.Say("note counting", l.Say("count "+PassageUnit)), l.Say("note years")}
	if undated > 0 {
		t.Notes = append(t.Notes, l.Say("note undated", undated))
	}
	t.How = how(s, &cases.TableRecord{}, o)
	return t, t.Check()
}

// year returns the year that a date begins with, 0 if it has none.
func year(date string) int {
	if len(date) < 4 || len(date) > 4 && date[4] != '-' && date[4] != '/' {
		return 0
	}
	y, err := strconv.Atoi(date[:4])
	if err != nil || y < 1000 {
		return 0
	}
	return y
}
