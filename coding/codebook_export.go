package coding

import (
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/sheet"
)

// codeField is one field of a code as the files of other programs hold it: as text.
type codeField struct {
	name string
	get  func(*Code) string
	set  func(*Code, string)
}

func textField(name string, at func(*Code) *string) codeField {
	return codeField{name, func(c *Code) string { return *at(c) }, func(c *Code, s string) { *at(c) = s }}
}

func listField(name string, at func(*Code) *[]string) codeField {
	return codeField{name, func(c *Code) string { return joinList(*at(c)) }, func(c *Code, s string) { *at(c) = splitList(s) }}
}

func keysField(name string, at func(*Code) *[]string) codeField {
	return codeField{name, func(c *Code) string { return joinBy(*at(c), ",;") }, func(c *Code, s string) { *at(c) = splitKeys(s) }}
}

// codeFields are the fields of a code in the order in which they are written; the code
// above it is not among them.
var codeFields = []codeField{
	textField("key", func(c *Code) *string { return &c.Key }),
	textField("label", func(c *Code) *string { return &c.Label }),
	textField("kind", func(c *Code) *string { return &c.Kind }),
	textField("definition", func(c *Code) *string { return &c.Definition }),
	textField("include", func(c *Code) *string { return &c.Include }),
	textField("exclude", func(c *Code) *string { return &c.Exclude }),
	textField("example", func(c *Code) *string { return &c.Example }),
	keysField("questions", func(c *Code) *[]string { return &c.Questions }),
	textField("origin", func(c *Code) *string { return &c.Origin }),
	keysField("sources", func(c *Code) *[]string { return &c.Sources }),
	listField("values", func(c *Code) *[]string { return &c.Values }),
	textField("find", func(c *Code) *string { return &c.Find }),
	textField("unit", func(c *Code) *string { return &c.Unit }),
	textField("speakers", func(c *Code) *string { return &c.Speakers }),
	keysField("was", func(c *Code) *[]string { return &c.Was }),
	textField("colour", func(c *Code) *string { return &c.Colour }),
}

// fieldNamed returns a field by its name.
func fieldNamed(name string) (codeField, bool) {
	for _, f := range codeFields {
		if f.name == name {
			return f, true
		}
	}
	return codeField{}, false
}

// joinList writes a list into one cell: "a; b". An item that would be read as several stands in
// quotation marks.
func joinList(items []string) string { return joinBy(items, ";") }

// joinBy is joinList for lists that are parted by any of some characters.
func joinBy(items []string, by string) string {
	out := make([]string, len(items))
	for i, s := range items {
		if s == "" || strings.ContainsAny(s, by+"\n\"") || strings.TrimSpace(s) != s {
			s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
		}
		out[i] = s
	}
	return strings.Join(out, "; ")
}

// splitList reads what joinList writes, and lists parted by semicolons or line ends.
func splitList(s string) []string { return splitBy(s, ";\n") }

// splitKeys reads a list of keys, which are parted by commas as well: no key holds one.
func splitKeys(s string) []string { return splitBy(s, ",;\n") }

func splitBy(s, by string) []string {
	var out []string
	for s = strings.TrimLeft(s, " \t"+by); s != ""; s = strings.TrimLeft(s, " \t"+by) {
		if item, rest, ok := quotedItem(s); ok {
			out, s = append(out, item), rest
			continue
		}
		end := strings.IndexAny(s, by)
		if end < 0 {
			end = len(s)
		}
		out, s = append(out, strings.TrimSpace(s[:end])), s[end:]
	}
	return out
}

// quotedItem reads an item in quotation marks, if the list begins with one.
func quotedItem(s string) (item, rest string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		return "", s, false
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] != '"':
			b.WriteByte(s[i])
		case strings.HasPrefix(s[i:], `""`):
			b.WriteByte('"')
			i++
		default:
			rest := strings.TrimLeft(s[i+1:], " ")
			return b.String(), rest, rest == "" || rest[0] == ';' || rest[0] == '\n'
		}
	}
	return "", s, false
}

// CodesTable returns a code book as a table that CodesOfTables reads back: a row for each code in
// the order of the tree, all fields, and the key of the code above.
func CodesTable(b *Codebook) sheet.Table {
	head := make([]string, 0, len(codeFields)+1)
	for _, f := range codeFields {
		head = append(head, f.name)
	}
	t := sheet.Table{Name: "codebook", Rows: [][]string{append(head, "parent")}}
	for _, c := range b.All() {
		row := make([]string, 0, len(head)+1)
		for _, f := range codeFields {
			row = append(row, strings.TrimRight(f.get(c), "\n"))
		}
		above := ""
		if c.Parent != nil {
			above = c.Parent.Key
		}
		t.Rows = append(t.Rows, append(row, above))
	}
	return t
}

// ExportCodes returns a code book in one of the forms xlsx, md, txt and qdc, else as csv, and what
// that form does not hold. The id of the study makes the guids of a qdc.
//
// csv and xlsx hold everything; md too, but for blanks; txt names, tree and
// definitions; qdc names, tree, colours and, in the description, definition,
// include, exclude and example.
func ExportCodes(b *Codebook, form, study string) ([]byte, []LeftOut, error) {
	switch form {
	case "xlsx":
		data, err := sheet.WriteXLSX([]sheet.Table{CodesTable(b)})
		return data, nil, err
	case "md":
		return codesMarkdown(b), nil, nil
	case "txt":
		return codesText(b), lost(b, "label", "definition"), nil
	case "qdc":
		data, colours := codesQDC(b, study)
		return data, append(lost(b, "label", "definition", "include", "exclude", "example", "colour"), colours...), nil
	}
	return sheet.WriteCSV(CodesTable(b)), nil, nil
}

// lost says which fields a form does not hold, and how many codes have them.
func lost(b *Codebook, kept ...string) []LeftOut {
	var out []LeftOut
	for _, f := range codeFields {
		holds := f.name == "key"
		for _, k := range kept {
			holds = holds || k == f.name
		}
		n := 0
		for _, c := range b.All() {
			if f.get(c) != "" {
				n++
			}
		}
		if n > 0 && !holds {
			out = append(out, LeftOut{catalogue.Text("%s of %d %s", f.name, n, manyOr(n, "code", "codes")), "not held by this form; csv and xlsx hold everything"})
		}
	}
	return out
}
