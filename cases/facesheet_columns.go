package cases

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/sheet"
)

// faceTable is one sheet of a face sheet.
type faceTable struct {
	sheet.Table
	head  int    // index of the row that names the columns
	where string // the file, and the sheet where there are several
}

// Heads by which columns are known, the surest first.
var (
	// caseHeads are those of a column that names cases, also in a sheet of documents.
	caseHeads = []string{"case", "sak", "kasus", "kommune", "municipality", "fylke", "county", "organisasjon", "organisation", "organization",
		"virksomhet", "bedrift", "company", "firm", "enhet", "unit", "skole", "school", "institution", "institusjon", "avdeling", "department", "site", "sted"}
	// nameHeads may be those of such a column where the rows are cases.
	nameHeads     = []string{"navn", "name", "id", "key", "nøkkel"}
	documentHeads = []string{"document", "dokument", "file", "fil", "filename", "file name", "filnavn", "transcript", "transkripsjon"}
	// documentFields are those of the fields of a document's sidecar that a face sheet sets.
	documentFields = map[string][]string{
		"title": {"title", "tittel"}, "kind": {"kind", "type", "slag", "dokumenttype", "document type"}, "date": {"date", "dato"},
		"language": {"language", "språk", "sprog"}, "issuer": {"issuer", "issued by", "utgiver", "utgitt av", "avsender", "publisher"},
	}
)

// labelHead is the head of the column by which tables name the cases.
const labelHead = "label"

// sameWords tells whether two heads or names are the same, but for capitals, the form
// of accents, blanks and a colon at the end.
func sameWords(a, b string) bool {
	return corpus.SameName(strings.TrimRight(onOneLine(a), " :"), strings.TrimRight(onOneLine(b), " :"))
}

// headedAs tells whether a head is one of some words.
func headedAs(head string, heads []string) bool {
	return slices.ContainsFunc(heads, func(h string) bool { return sameWords(h, head) })
}

func (t faceTable) heads() []string { return t.Rows[t.head] }

// cell returns the text of a cell, "" where the row ends before.
func (t faceTable) cell(row, column int) string {
	if column >= len(t.Rows[row]) {
		return ""
	}
	return strings.TrimSpace(t.Rows[row][column])
}

// at names a place of the sheet.
func (t faceTable) at(row, column int) string {
	s := fmt.Sprintf("%s, row %d", t.where, row+1)
	if head := t.cell(t.head, column); head != "" {
		return s + fmt.Sprintf(", column %q", onOneLine(head))
	}
	return s + fmt.Sprintf(", column %d", column+1)
}

// find returns the first column with one of some heads, the first head first, for which
// fits holds; -1 if there is none.
func (t faceTable) find(heads []string, fits func(column int) bool) int {
	for _, h := range heads {
		for i, head := range t.heads() {
			if (sameWords(head, h) || sameWords(idEnd.ReplaceAllString(head, ""), h)) && fits(i) {
				return i
			}
		}
	}
	return -1
}

// idEnd is what may follow the word in the head of a column of names: Kommune-ID.
var idEnd = regexp.MustCompile(`(?i)[ _-]?(id|nr|no|navn|name|number|nummer|key)\.?$`)

func anyColumn(int) bool { return true }

// names tells whether a column is headed as one that names cases or documents.
func (t faceTable) names() bool {
	return t.find(caseHeads, anyColumn) >= 0 || t.find(documentHeads, anyColumn) >= 0
}

// subject returns the column that names what the rows are about, and whether that is
// documents. It is the column that was asked for; the first, where it is headed
// document or holds nothing but documents of the study; one headed case; one that holds
// nothing but cases of the study; one that is headed as cases are and names each row
// otherwise; else the first, which is told.
func (r *faceReader) subject(t faceTable) (column int, documents, ok bool) {
	if r.By != "" {
		column = t.find([]string{r.By}, anyColumn)
		if column < 0 {
			var heads []string
			for _, h := range t.heads() {
				heads = append(heads, onOneLine(h))
			}
			r.problems.Add(t.where, 0, "has no column %q\nhint: %s", r.By, plainfile.DidYouMean(r.By, heads, "its columns: %s", strings.Join(heads, ", ")))
			return 0, false, false
		}
		return column, r.ofDocuments(t, column), true
	}
	if r.ofDocuments(t, 0) {
		return 0, true, true
	}
	free := func(j int) bool { _, is := r.attribute(t.cell(t.head, j)); return !is }
	if column = t.find(caseHeads[:1], free); column >= 0 {
		return column, false, true
	}
	for j := range t.heads() {
		if t.each(j, func(name string) bool { return r.known(name) != nil }) {
			return j, false, true
		}
	}
	naming := func(j int) bool {
		seen := map[string]bool{}
		return free(j) && t.each(j, func(name string) bool {
			name = strings.ToLower(name)
			twice := seen[name]
			seen[name] = true
			return !twice
		})
	}
	if column = t.find(slices.Concat(caseHeads, nameHeads), naming); column >= 0 {
		return column, false, true
	}
	r.note("%s: the first column, %q, was taken for the names of the cases; --by names another", t.where, onOneLine(t.cell(t.head, 0)))
	return 0, false, true
}

// each tells whether something holds for the cells of a column: of every row that is not
// empty, and of one at least.
func (t faceTable) each(column int, holds func(cell string) bool) bool {
	n := 0
	for i := t.head + 1; i < len(t.Rows); i++ {
		if len(t.Rows[i]) == 0 {
			continue
		}
		cell := t.cell(i, column)
		if cell == "" || !holds(cell) {
			return false
		}
		n++
	}
	return n > 0
}

func (r *faceReader) ofDocuments(t faceTable, column int) bool {
	if headedAs(t.cell(t.head, column), documentHeads) {
		return true
	}
	return t.each(column, func(name string) bool { return r.known(name) == nil && len(r.documentsNamed(name)) > 0 })
}

// documentsNamed returns the documents of a name: the key, with or without its
// ending, or the name of the file that it was made from.
func (r *faceReader) documentsNamed(name string) []*corpus.Document {
	if d := r.s.Document(name); d != nil {
		return []*corpus.Document{d}
	}
	if d := r.s.Document(name + ".txt"); d != nil {
		return []*corpus.Document{d}
	}
	var out []*corpus.Document
	for _, d := range r.s.Documents {
		original := d.Original.Name
		if stem := strings.TrimSuffix(original, path.Ext(original)); original != "" && (sameWords(original, name) || sameWords(stem, name)) {
			out = append(out, d)
		}
	}
	if d := r.s.Document(corpus.DocumentKey(name)); d != nil && len(out) == 0 {
		out = append(out, d)
	}
	return out
}

// attribute returns the attribute of a head: by its key or its label.
func (r *faceReader) attribute(head string) (Attribute, bool) {
	for _, by := range []func(a Attribute) string{func(a Attribute) string { return a.Key }, Attribute.Title} {
		for _, a := range r.s.Attributes {
			if sameWords(by(a), head) {
				return a, true
			}
		}
	}
	for _, a := range r.added {
		if sameWords(a.Title(), head) {
			return a, true
		}
	}
	return Attribute{}, false
}

// longestKey is the number of letters of the longest key that is made of a head.
const longestKey = 40

// keyOf makes a key of a name, false if nothing of the name is left in it.
func keyOf(name string) (string, bool) {
	key := corpus.Slug(name)
	return key, key != "x" || sameWords(name, "x")
}

// shortKey makes the key of an attribute of its head: whole words, as many as fit.
func shortKey(head string) string {
	key := corpus.Slug(head)
	if len(key) > longestKey {
		if i := strings.LastIndexByte(key[:longestKey+1], '-'); i > 0 {
			key = key[:i]
		}
		key = corpus.Slug(key[:min(len(key), longestKey)])
	}
	return key
}
