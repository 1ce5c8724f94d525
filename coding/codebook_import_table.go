package coding

import (
	"slices"
	"strconv"
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/sheet"
)

// CodesOfTables reads a code book from the sheet that looks most like one. Its columns are found
// by the words of its head, in English or Norwegian.
func CodesOfTables(tables []sheet.Table) (ImportedCodes, error) {
	var in ImportedCodes
	best, bestHead, bestScore := -1, -1, 0
	for i, t := range tables {
		if head, score := headOf(t.Rows); score > bestScore && !t.Hidden {
			best, bestHead, bestScore = i, head, score
		}
	}
	if best < 0 { // no head: the first column names the codes, the second says what they mean
		for i, t := range tables {
			if len(t.Rows) > 0 && !t.Hidden {
				best = i
				break
			}
		}
		if best < 0 {
			return in, catalogue.Errorf("holds no rows")
		}
		in.note("the table has no head that is known; its first column was taken for names, its second for definitions")
	}
	for i, t := range tables {
		if i != best && len(t.Rows) > 0 {
			in.leave(catalogue.Text("sheet %q", t.Name), "another sheet than the one that holds the codes")
		}
	}
	for _, words := range tables[best].Beside {
		in.leave(words, "beside the cells of the sheet")
	}
	r := tableReader{in: &in, rows: tables[best].Rows}
	r.head(bestHead)
	return in.grow(r.codes())
}

// headOf finds the row that names the columns: the one with the most columns that are known, among
// them one of names.
func headOf(rows [][]string) (at, score int) {
	at = -1
	for i, row := range rows[:min(len(rows), headRows)] {
		known, names := 0, false
		for _, cell := range row {
			f := columnOf(cell)
			names = names || f == "label" || f == "code" || f == pathCol || strings.HasPrefix(f, levelCol)
			if f != emptyCol && f != unknownCol {
				known++
			}
		}
		if names && known > score {
			at, score = i, known
		}
	}
	return at, score
}

// tableReader reads the rows of one table.
type tableReader struct {
	in     *ImportedCodes
	rows   [][]string // those below the head, after head
	first  int        // the number of the first of them, from 1
	heads  []string
	fields []string // what each column holds
	own    bool     // the table has our own keys: names are taken as they stand
}

// head reads the head in a row, -1 for a table without one.
func (t *tableReader) head(at int) {
	width := 0
	for _, row := range t.rows {
		width = max(width, len(row))
	}
	t.heads, t.fields = make([]string, width), make([]string, width)
	if at < 0 {
		for i, f := range []string{"label", "definition"} {
			if i < width {
				t.fields[i] = f
			}
		}
		t.first = 1
		return
	}
	for _, row := range t.rows[:at] {
		if line := strings.Join(nonEmpty(row), " | "); line != "" {
			t.in.leave(line, "above the head of the table")
		}
	}
	copy(t.heads, t.rows[at])
	t.rows, t.first = t.rows[at+1:], at+2
	for i, h := range t.heads {
		t.fields[i] = columnOf(h)
	}
	t.settle()
	t.in.Form = catalogue.Text("a table")
	if p := programOf(t.heads, t.fields); p != "" {
		t.in.Form = catalogue.Text("a table with the columns of %s", p)
	}
	t.tellColumns()
}

// settle decides what depends on the columns beside, or on what a column holds.
func (t *tableReader) settle() {
	t.own = slices.Contains(t.fields, "key")
	hasLabel := slices.Contains(t.fields, "label")
	for i, f := range t.fields {
		switch f {
		case "code":
			t.fields[i] = "label"
			if slices.Contains(t.fields[:i], "label") || hasLabel {
				t.fields[i] = "key" // "Code" beside "Label" is the short name
				if t.own && slices.Index(t.fields, "key") != i {
					t.fields[i] = unknownCol
				}
			}
		case "sources", "questions", "values", "was", "find", "origin":
			if t.numeric(i) {
				t.fields[i] = countCol
			}
		case emptyCol:
			if i > 0 && (t.fields[i-1] == "label" || strings.HasPrefix(t.fields[i-1], "deeper ")) && t.filled(i) > 0 && t.namesIn(i) {
				t.fields[i] = "deeper " + strconv.Itoa(1+t.deeper(i-1))
			}
		}
	}
	if len(t.levels()) > 0 {
		for i, f := range t.fields {
			if f == "label" { // the code itself stands among the levels
				t.fields[i] = levelCol + strconv.Itoa(levelOfCode)
				if slices.ContainsFunc(t.heads, func(h string) bool { return levelHead.MatchString(foldName(h)) }) {
					t.fields[i] = levelCol + "9" // below "Level 1", "Level 2"
				}
			}
		}
	}
	seen := map[string]bool{}
	for i, f := range t.fields {
		single := f == "label" || f == "key" || f == idColumn || f == parentCol || f == parentIDCol || f == depthCol || f == pathCol
		if single && seen[f] {
			t.fields[i] = unknownCol
		}
		seen[f] = true
	}
}

func (t *tableReader) deeper(i int) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(t.fields[i], "deeper "))
	return n
}

// namesIn tells whether a column without a head holds names of codes that are set in: where it is
// filled, the columns of names before it are empty.
func (t *tableReader) namesIn(i int) bool {
	for _, row := range t.rows {
		if cell(row, i) != "" && cell(row, i-1) != "" {
			return false
		}
	}
	return true
}

func (t *tableReader) levels() []int {
	var out []int
	for i, f := range t.fields {
		if strings.HasPrefix(f, levelCol) {
			out = append(out, i)
		}
	}
	return out
}

func (t *tableReader) filled(i int) int {
	n := 0
	for _, row := range t.rows {
		if cell(row, i) != "" {
			n++
		}
	}
	return n
}

func (t *tableReader) numeric(i int) bool {
	n := 0
	for _, row := range t.rows {
		c := strings.TrimSuffix(strings.TrimSpace(cell(row, i)), "%")
		if c == "" {
			continue
		}
		if _, err := strconv.ParseFloat(strings.ReplaceAll(c, ",", "."), 64); err != nil {
			return false
		}
		n++
	}
	return n > 0
}

func cell(row []string, i int) string {
	if i < len(row) {
		return strings.TrimSpace(row[i])
	}
	return ""
}

// tellColumns says how each column was read, or why it is left out.
func (t *tableReader) tellColumns() {
	for i, f := range t.fields {
		n := t.filled(i)
		head := t.heads[i]
		if strings.TrimSpace(head) == "" {
			head = "without a head (" + strconv.Itoa(i+1) + ")"
		}
		head = clipText(strings.Join(strings.Fields(head), " "), longestCodeCol)
		column := catalogue.Text("column %s (%d %s)", head, n, manyOr(n, "value", "values"))
		switch {
		case f == countCol:
			t.in.leave(column, "how often a code was used")
		case f == clerkCol:
			t.in.leave(column, "who made a code and when, and names that other programs need")
		case f == weightCol:
			t.in.leave(column, "weights, which codes do not have here")
		case f == unknownCol, f == emptyCol:
			if n > 0 {
				t.in.leave(catalogue.Text("%s, for example %q", column, t.exampleOf(i)), "a column that is not known; name it Definition, Include, Exclude, Example, Kind or Rules to take it in")
			}
		case strings.HasPrefix(f, levelCol), strings.HasPrefix(f, "deeper "):
			t.in.Columns = append(t.in.Columns, catalogue.Text("%s → names, by level", head))
		case !strings.EqualFold(head, f):
			t.in.Columns = append(t.in.Columns, catalogue.Text("%s → %s", head, f))
		}
	}
}

func (t *tableReader) exampleOf(i int) string {
	for _, row := range t.rows {
		if c := cell(row, i); c != "" {
			return clipText(strings.Join(strings.Fields(c), " "), longestCodeCol)
		}
	}
	return ""
}

func clipText(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n-1]) + "…"
}
