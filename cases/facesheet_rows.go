package cases

import (
	"maps"
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// table reads one sheet.
func (r *faceReader) table(t faceTable) {
	subject, documents, ok := r.subject(t)
	if !ok {
		return
	}
	var set []columnSetter
	if documents {
		set = r.documentColumns(t, subject)
	} else {
		set = r.caseColumns(t, subject)
	}
	seen := map[string]int{} // row in which a case or document stood
	for i := t.head + 1; i < len(t.Rows); i++ {
		if len(t.Rows[i]) == 0 {
			continue
		}
		name := t.cell(i, subject)
		if name == "" {
			r.problems.Add(t.at(i, subject), 0, "is empty: the row is about nothing\nhint: fill it in, or clear the row")
			continue
		}
		about := r.about(t.at(i, subject), name, documents)
		if about.key() == "" {
			continue
		}
		if before, twice := seen[about.key()]; twice {
			r.problems.Add(t.at(i, subject), 0, "%q stands in row %d already\nhint: put both rows into one", name, before+1)
			continue
		}
		seen[about.key()] = i
		for _, c := range set {
			if cell := t.cell(i, c.index); cell != "" {
				c.set(about, cell, i)
			}
		}
	}
}

// columnSetter says what the cells of a column do.
type columnSetter struct {
	index int
	set   func(about faceSubject, cell string, row int)
}

// faceSubject is what a row is about: a case or a document.
type faceSubject struct {
	c *Case
	d *corpus.Document
}

func (f faceSubject) key() string {
	switch {
	case f.c != nil:
		return f.c.Key
	case f.d != nil:
		return f.d.Key
	}
	return ""
}

func (r *faceReader) about(where, name string, documents bool) faceSubject {
	if !documents {
		return faceSubject{c: r.caseNamed(name, where)}
	}
	switch found := r.documentsNamed(name); len(found) {
	case 1:
		return faceSubject{d: found[0]}
	case 0:
		r.problems.Add(where, 0, "document %q is not in the study\nhint: %s", name, plainfile.DidYouMean(name, r.s.Keys(), "crosscase corpus list shows the documents"))
	default:
		var keys []string
		for _, d := range found {
			keys = append(keys, d.Key)
		}
		r.problems.Add(where, 0, "%q is the file of several documents\nhint: write one of %s", name, strings.Join(keys, ", "))
	}
	return faceSubject{}
}

// caseColumns returns what the columns of a sheet of cases do. Heads that the study
// does not know become attributes.
func (r *faceReader) caseColumns(t faceTable, subject int) []columnSetter {
	var out []columnSetter
	taken := map[string]int{}
	for j := range width(t) {
		head := t.cell(t.head, j)
		if j == subject || !r.headed(t, j) {
			continue
		}
		a, known := r.attribute(head)
		if !known && sameWords(head, labelHead) {
			out = append(out, columnSetter{j, func(about faceSubject, cell string, row int) { r.setLabel(t, about.c, cell, row) }})
			continue
		}
		if known && a.From != "" {
			r.note("%s: column %q left out, for its values are read from the interviews (%s)", t.where, onOneLine(head), a.From)
			continue
		}
		if !known {
			a = r.newAttribute(t, j)
		}
		if first, twice := taken[a.Key]; twice {
			r.problems.Add(t.at(t.head, j), 0, "is the attribute %q, as column %d is\nhint: give one of them another head, or take it out", a.Key, first+1)
			continue
		}
		taken[a.Key] = j
		out = append(out, columnSetter{j, func(about faceSubject, cell string, row int) { r.setValue(t, about.c, a, cell, row, j) }})
	}
	return out
}

// documentColumns returns what the columns of a sheet of documents do.
func (r *faceReader) documentColumns(t faceTable, subject int) []columnSetter {
	var out []columnSetter
	fields := map[int]string{}
	for _, field := range slices.Sorted(maps.Keys(documentFields)) {
		if j := t.find(documentFields[field], anyColumn); j >= 0 && j != subject {
			fields[j] = field
		}
	}
	member := t.find(caseHeads, anyColumn)
	for j := range width(t) {
		if j == subject || !r.headed(t, j) {
			continue
		}
		field, ok := fields[j]
		switch {
		case ok:
			out = append(out, columnSetter{j, func(about faceSubject, cell string, row int) { r.setField(t, about.d, field, cell, row, j) }})
		case j == member:
			out = append(out, columnSetter{j, func(about faceSubject, cell string, row int) { r.setMember(t, about.d, cell, row, j) }})
		default:
			r.note("%s: column %q left out, for it is no field of a document; attributes are of cases, in a sheet with a row for each case", t.where, onOneLine(t.cell(t.head, j)))
		}
	}
	return out
}

// headed tells whether a column has a head; one with cells and without a head is a
// problem.
func (r *faceReader) headed(t faceTable, column int) bool {
	if t.cell(t.head, column) != "" {
		return true
	}
	for i := t.head + 1; i < len(t.Rows); i++ {
		if t.cell(i, column) != "" {
			r.problems.Add(t.at(i, column), 0, "has no head: what is %q?\nhint: name the column in the first row", shown(t.cell(i, column)))
			break
		}
	}
	return false
}

func width(t faceTable) int {
	n := 0
	for _, row := range t.Rows[t.head:] {
		n = max(n, len(row))
	}
	return n
}

// shown shortens a cell for a message.
func shown(s string) string {
	s = onOneLine(s)
	if runes := []rune(s); len(runes) > 60 {
		return string(runes[:59]) + "…"
	}
	return s
}

// setLabel gives a case its label.
func (r *faceReader) setLabel(t faceTable, c *Case, label string, row int) {
	label = onOneLine(label)
	switch {
	case c.Label == label || c.Label == "" && c.Key == label:
		r.Same++
		return
	case c.Label != "" && !r.Replace && r.cases[c.Key] == nil:
		r.keep(c.File, labelHead, c.Label, label, t, row)
		return
	}
	done := r.change(c.File, func(data []byte) ([]byte, error) { return plainfile.SetField(data, quoteYAML(label), "label") })
	if done {
		r.add("value", "%s: label = %s", c.File, label)
	}
}

// keep notes that the study says otherwise than the sheet.
func (r *faceReader) keep(file, field, study, sheet string, t faceTable, row int) {
	r.Kept = append(r.Kept, catalogue.Text("%s: %s is %s; row %d of %s says %s", file, field, shown(study), row+1, t.where, shown(sheet)))
}
