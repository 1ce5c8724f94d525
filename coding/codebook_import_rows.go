package coding

import (
	"slices"
	"strconv"
	"strings"

	"crosscase/corpus/catalogue"
)

// codes reads the rows of a table as codes.
func (t *tableReader) codes() []codeRow {
	if n := t.named(); n > maxCodes {
		return make([]codeRow, n) // too many, whatever they say
	}
	fill := t.filledDown()
	var out []codeRow
	var groups []string
	placed := false
	for i, row := range t.rows {
		if len(nonEmpty(row)) == 0 || slices.Equal(nonEmpty(row), nonEmpty(t.heads)) { // the head again, as on the next page
			continue
		}
		r, ok := t.code(row, fill)
		if !ok {
			t.in.leave(catalogue.Text("row %d: %s", t.first+i, clipText(strings.Join(nonEmpty(row), " | "), 120)), "a row without a name")
			continue
		}
		t.checkCells(t.first+i, &r.code)
		placed = placed || r.parent != "" || len(r.above) > 0 || r.depth > 0
		out, groups = append(out, r), append(groups, t.value(row, groupsCol))
	}
	if t.own {
		return out
	}
	if !placed {
		placeByNames(out, t.in)
	}
	t.placeByGroups(out, groups)
	return out
}

// named returns the number of rows that hold anything.
func (t *tableReader) named() int {
	n := 0
	for _, row := range t.rows {
		if len(nonEmpty(row)) > 0 {
			n++
		}
	}
	return n
}

// placeByGroups puts codes that stand at the top below their group, the first if there are several.
func (t *tableReader) placeByGroups(rows []codeRow, groups []string) {
	for i := range rows {
		r := &rows[i]
		list := splitList(groups[i])
		if len(list) == 0 {
			continue
		}
		if r.parent == "" && len(r.above) == 0 && r.depth == 0 {
			r.above, list = list[:1], list[1:]
			if m := prefixName.FindStringSubmatch(r.code.Label); m != nil && foldName(m[1]) == foldName(r.above[0]) {
				r.code.Label = m[2]
			}
		}
		if len(r.above) == 1 && len(list) > 0 && foldName(list[0]) == foldName(r.above[0]) {
			list = list[1:]
		}
		if len(list) > 0 {
			t.in.leave(r.code.Label+": "+strings.Join(list, "; "), "groups of a code beside the code that it came under")
		}
	}
}

// value returns what a row says in the column of a field, several columns of one field
// together.
func (t *tableReader) value(row []string, field string) string {
	var out []string
	for i, f := range t.fields {
		if c := cell(row, i); f == field && c != "" && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return strings.Join(out, "\n\n")
}

// code reads one row.
func (t *tableReader) code(row []string, fill map[int]string) (codeRow, bool) {
	var r codeRow
	for _, f := range codeFields {
		if s := t.value(row, f.name); s != "" && f.name != "label" && f.name != "key" {
			f.set(&r.code, s)
		}
	}
	r.code.Colour = readColour(r.code.Colour)
	if strings.Contains(r.code.Find, "\n") {
		r.code.Find += "\n"
	}
	for i, f := range t.fields {
		if f != "label" && !strings.HasPrefix(f, "deeper ") || i >= len(row) || strings.TrimSpace(row[i]) == "" {
			continue
		}
		r.code.Label = strings.ReplaceAll(row[i], "\n", " ") // blanks before it count
		if f != "label" {
			r.depth = 100 * t.deeper(i)
		}
	}
	if t.own {
		r.code.Label = strings.TrimSpace(r.code.Label)
	} else if slices.Contains(t.fields, "label") {
		r.code.Label = strings.TrimRight(r.code.Label, " \u00a0")
	}
	t.readKey(&r, row)
	r.id = t.value(row, idColumn)
	r.parent = t.value(row, parentCol)
	if p := t.value(row, parentIDCol); p != "" && r.parent == "" {
		r.parent, r.parentID = p, true
	}
	if d := t.value(row, depthCol); d != "" && r.parent == "" && !slices.Contains(t.fields, parentIDCol) {
		if n, err := strconv.Atoi(d); err == nil && n >= 0 && n <= maxCodeDepth {
			r.depth = n
		}
	}
	t.byLevel(&r, row, fill)
	if p := splitPath(t.value(row, pathCol)); len(p) > 0 {
		if len(p) > 1 && treeNames.MatchString(p[0]) {
			p = p[1:]
		}
		if last := p[len(p)-1]; r.code.Label == "" || foldName(last) == foldName(r.code.Label) {
			r.code.Label, p = last, p[:len(p)-1]
		}
		r.above = p
	}
	return r, r.code.Label != "" || r.code.Key != ""
}

// readKey reads the key of a row; one that cannot be a key is made into one.
func (t *tableReader) readKey(r *codeRow, row []string) {
	key := t.value(row, "key")
	if key == "" {
		return
	}
	usable := usableKey(key)
	if usable != key {
		t.in.note("key %q became %q", key, usable)
	}
	r.code.Key = usable
}

// byLevel reads columns that hold codes of different levels: the last that is filled is the code of
// the row, those before it stand above. Merged cells are filled from the row above.
func (t *tableReader) byLevel(r *codeRow, row []string, fill map[int]string) {
	levels := t.levels()
	if len(levels) == 0 {
		return
	}
	slices.SortStableFunc(levels, func(a, b int) int { return strings.Compare(t.fields[a], t.fields[b]) })
	var path []string
	for n, i := range levels {
		c := cell(row, i)
		if c == "" && slices.ContainsFunc(levels[n+1:], func(deeper int) bool { return cell(row, deeper) != "" }) {
			c = fill[i]
		}
		if _, merged := fill[i]; merged && cell(row, i) != "" {
			fill[i] = c
			for _, deeper := range levels[n+1:] {
				if _, merged := fill[deeper]; merged {
					fill[deeper] = ""
				}
			}
		}
		if c != "" {
			path = append(path, c)
		}
	}
	if len(path) > 0 {
		r.code.Label, r.above = path[len(path)-1], path[:len(path)-1]
	}
}

// filledDown returns the columns of levels in which an empty cell means the one above, as merged
// cells do: those in which no name stands twice.
func (t *tableReader) filledDown() map[int]string {
	out := map[int]string{}
	for _, i := range t.levels() {
		seen := map[string]bool{}
		merged := true
		for _, row := range t.rows {
			c := foldName(cell(row, i))
			merged = merged && (c == "" || !seen[c])
			seen[c] = true
		}
		if merged {
			out[i] = ""
		}
	}
	return out
}
