package cases

import (
	"fmt"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// setValue gives a case a value, with the row of the sheet as its reason.
func (r *faceReader) setValue(t faceTable, c *Case, a Attribute, cell string, row, column int) {
	items := itemsOf(a, cell)
	for _, i := range items {
		if err := a.Check(i); err != nil {
			var hint catalogue.Message
			if a.Kind == Enum {
				hint = plainfile.DidYouMean(i, a.Values, "add it to the values of %s in %s", a.Key, AttributesFile)
			}
			r.problems.Add(t.at(row, column), 0, "%s\nhint: %s", err, hint)
			return
		}
	}
	old, answered := c.Values[a.Key]
	before := textOf(old)
	if answered && before == "" {
		before = "missing (" + old.Missing + ")"
	}
	switch {
	case answered && sameItems(a, old, items):
		r.Same++
		return
	case answered && !r.Replace:
		r.keep(c.File, a.Key, before, strings.Join(items, "; "), t, row)
		return
	}
	done := r.change(c.File, func(data []byte) ([]byte, error) {
		record, err := r.s.valueRecord(items, ReasonGiven{Source: fmt.Sprintf("face sheet %s, row %d", t.where, row+1)})
		if err != nil {
			return nil, err
		}
		text, err := plainfile.Marshal(record)
		if err != nil {
			return nil, err
		}
		return plainfile.SetField(data, string(text), "values", a.Key)
	})
	if done && answered {
		r.add("value", "%s: %s = %s, not %s", c.File, a.Key, shown(strings.Join(items, "; ")), shown(before))
	} else if done {
		r.add("value", "%s: %s = %s", c.File, a.Key, shown(strings.Join(items, "; ")))
	}
}

// textOf returns a value as a cell of a face sheet holds it.
func textOf(v Value) string {
	texts := make([]string, len(v.Items))
	for i, item := range v.Items {
		texts[i] = strings.TrimSpace(item.Text)
	}
	return strings.Join(texts, "; ")
}

// sameItems tells whether a value says what the sheet says: the same words, however
// they are broken into lines, or the same numbers.
func sameItems(a Attribute, v Value, items []string) bool {
	if onOneLine(textOf(v)) == onOneLine(strings.Join(items, "; ")) {
		return true
	}
	if len(items) != len(v.Items) || a.Kind != Number && a.Kind != Duration {
		return false
	}
	for i, item := range v.Items {
		x, okX := a.Number(item.Text)
		y, okY := a.Number(items[i])
		if !okX || !okY || x != y {
			return false
		}
	}
	return true
}

// itemsOf returns the items of a cell in the form in which the study keeps them: lists
// are parted by semicolons, numbers have no blanks between thousands, dates are
// 2016-02-19, and one of the allowed values may be written in other capitals.
func itemsOf(a Attribute, cell string) []string {
	switch a.Kind {
	case List, Ranked:
		var out []string
		for _, i := range strings.Split(cell, ";") {
			if i = onOneLine(i); i != "" {
				out = append(out, i)
			}
		}
		if len(out) > 0 {
			return out
		}
	case Number:
		return []string{plainNumber(cell)}
	case Date:
		return []string{plainDate(cell)}
	case Enum:
		for _, v := range a.Values {
			if sameWords(v, cell) {
				return []string{v}
			}
		}
	}
	return []string{cell}
}

// setField sets a field of a document's sidecar.
func (r *faceReader) setField(t faceTable, d *corpus.Document, field, cell string, row, column int) {
	before := map[string]string{"title": d.Title, "kind": d.Kind, "date": d.Date, "language": d.Language, "issuer": d.Issuer}[field]
	typed := onOneLine(cell)
	value, remedy := fieldValue(field, typed)
	if remedy != "" {
		r.problems.Add(t.at(row, column), 0, "%q is not a %s\nhint: %s", typed, field, remedy)
		return
	}
	file := SidecarFile(d.Key)
	said := before != "" && (field != "language" || d.Lines[field] > 0) // else the language is that of the study
	switch {
	case before == value || sameWords(before, typed):
		r.Same++
		return
	case said && !r.Replace:
		r.keep(file, field, before, value, t, row)
		return
	}
	done := r.change(file, func(data []byte) ([]byte, error) { return plainfile.SetField(data, quoteYAML(value), field) })
	if done {
		r.add("value", "%s: %s = %s", file, field, shown(value))
	}
}

// languageNames are the names by which people write the codes of languages.
var languageNames = map[string]string{"norsk": "nb", "bokmål": "nb", "norwegian": "nb", "nynorsk": "nn", "engelsk": "en", "english": "en",
	"svensk": "sv", "svenska": "sv", "swedish": "sv", "dansk": "da", "danish": "da", "tysk": "de", "deutsch": "de", "german": "de"}

// fieldValue returns what a cell says of a document as the sidecar holds it, and what
// to do where it says nothing that can be.
func fieldValue(field, cell string) (value, remedy string) {
	switch field {
	case "date":
		if cell = plainDate(cell); !validDate(cell) {
			return "", "write 2016-02-19, 2016-02 or 2016"
		}
	case "language":
		for name, code := range languageNames {
			if sameWords(name, cell) {
				return code, ""
			}
		}
		if cell = strings.ToLower(cell); len(cell) < 2 || len(cell) > 3 || strings.Trim(cell, "abcdefghijklmnopqrstuvwxyz") != "" {
			return "", "write nb, nn, en, sv, da, de or another code of two letters"
		}
	case "kind":
		cell = corpus.Slug(cell)
		if cell == "intervju" {
			return corpus.KindInterview, ""
		}
		for _, k := range kindWords {
			if k.word == cell {
				return k.kind, ""
			}
		}
	}
	return cell, ""
}

// setMember makes a document a member of cases, parted by semicolons.
func (r *faceReader) setMember(t faceTable, d *corpus.Document, cell string, row, column int) {
	for _, name := range strings.Split(cell, ";") {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		c := r.caseNamed(name, t.at(row, column))
		if c == nil {
			continue
		}
		if r.s.Case(c.Key) != nil && r.s.belongs(c.Key, d.Key) {
			r.Same++
			continue
		}
		done := r.change(c.File, func(data []byte) ([]byte, error) { return AddMembers(c.File, []string{d.Key}, data) })
		if done {
			r.add("member", "%s: %s is a member", c.File, d.Key)
		}
	}
}
