package compare

import (
	"fmt"
	"slices"
	"strconv"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/table"
	"crosscase/corpus/catalogue"
)

// Years returns how many passages that speak for each code, with or without reservation, speak of each year: each that the coding's "when" touches, as in Timeline, else that of the document's date. The years run from the
// first to the last without a gap. A year is marked in which somebody denies the code. One of which no document is known for the code (read, and asked) is missing, not 0; passages without any date are named in a note.
func Years(s *cases.Study, f cases.Filter, structural bool, o Options) (*table.Table, error) {
	chosen, err := s.Chosen(f)
	if err != nil {
		return nil, err
	}
	when := map[string]string{} // by coding
	for _, c := range chosen {
		when[c.ID] = c.When
	}
	u, err := affirmedUnitsOf(s, PassageUnit, f, structural)
	if err != nil {
		return nil, err
	}
	where, err := s.Where(f)
	if err != nil {
		return nil, err
	}
	yearsOf := func(x codedUnit) []int {
		for _, id := range x.evidence.Codings {
			if list := yearsIn(when[id]); len(list) > 0 {
				return list
			}
		}
		if y := year(s.Document(x.at.Document).Date); y > 0 {
			return []int{y}
		}
		return nil
	}
	l := o.Language
	t := &table.Table{Name: "years", Title: l.Say("Codes over time"), Language: l, Corner: l.Say("Code"), Count: "passages", Picture: table.TimeLine}
	var years []int
	undated, stretches := 0, false
	for _, of := range append(slices.Clone(u.of), u.against.of...) {
		for _, x := range of {
			of := yearsOf(x)
			if len(of) == 0 {
				undated++
			}
			stretches = stretches || len(of) > 1
			years = append(years, of...)
		}
	}
	if len(years) == 0 {
		return nil, catalogue.Errorf("no passage has a year\nhint: a document has one by its \"date:\", a coding by its \"when\"")
	}
	for y := slices.Min(years); y <= slices.Max(years); y++ {
		t.Columns = append(t.Columns, table.Label{Key: strconv.Itoa(y), Label: strconv.Itoa(y)})
	}
	in := func(list []codedUnit, y int) []codedUnit {
		return slices.DeleteFunc(slices.Clone(list), func(x codedUnit) bool { return !slices.Contains(yearsOf(x), y) })
	}
	for i, code := range u.codes {
		if len(u.of[i])+len(u.against.of[i]) == 0 {
			continue
		}
		known := map[int]bool{}
		for _, d := range s.Documents {
			if p := wholeOf(s, d.Key); p != nil && (where(*p) || len(f.Speakers)+len(f.Roles) > 0) {
				st := u.inDocument(d.Key, code)
				known[year(d.Date)] = known[year(d.Date)] || st.Known()
			}
		}
		var cells []table.Cell
		for _, column := range t.Columns {
			y, _ := strconv.Atoi(column.Key)
			here := in(u.of[i], y)
			c := counted(here)
			c.Text = fmt.Sprint(len(here))
			if denied := in(u.against.of[i], y); len(denied) > 0 {
				c.Text += denialMark
			} else if len(here) == 0 && !known[y] {
				c = table.Cell{Text: "–", Missing: l.Say("picture not known")}
			}
			c.Text += plannedOf(c.Evidence, l)
			cells = append(cells, c)
		}
		t.Rows, t.Cells = append(t.Rows, table.Label{Key: code.Key, Label: titleOf(s, code)}), append(t.Cells, cells)
	}
	t.Notes = []string{l.Say("note counting", l.Say("count "+PassageUnit)), l.Say("note years")}
	if stretches {
		t.Notes = append(t.Notes, l.Say("note stretches"))
	}
	t.Notes = append(t.Notes, u.notes(l)...)
	if u.denied > 0 {
		t.Notes = append(t.Notes, denialMark+" "+l.Say("note denied"))
	}
	if undated > 0 {
		t.Notes = append(t.Notes, l.Say("note undated", undated))
	}
	t.How = how(s, &cases.TableRecord{}, o)
	return t, t.Check()
}

// yearsIn returns every year that the periods of a coding touch, in order.
func yearsIn(when string) []int {
	var out []int
	periods, _ := coding.ParseWhen(when)
	for _, p := range periods {
		for y := year(p.From); y <= year(p.To); y++ {
			out = append(out, y)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
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
