package coding

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"crosscase/corpus/catalogue"
)

// codesOfQDC reads a REFI-QDA codebook. Names of elements count, not their namespace: programs write
// several.
func codesOfQDC(data []byte) (ImportedCodes, error) {
	in := ImportedCodes{Form: catalogue.Text("a REFI-QDA codebook")}
	q := qdcReader{in: &in}
	if err := q.read(bytes.TrimPrefix(data, []byte("\ufeff"))); err != nil {
		return in, err
	}
	if !q.book {
		return in, catalogue.Errorf("holds no CodeBook; is it a REFI-QDA codebook (.qdc)?")
	}
	if q.wrapped() {
		in.note("left out %s, which stands above all codes", q.rows[0].code.Label)
		q.rows, q.plain = q.rows[1:], q.plain-1
	}
	if q.plain > 0 {
		in.note("%d %s that the file calls not codable came in as ordinary codes", q.plain, manyOr(q.plain, "code", "codes"))
	}
	if len(q.rows) > 0 {
		in.leave("guid", "who made a code and when, and names that other programs need")
	}
	for i := range q.rows {
		q.split(&q.rows[i].code)
	}
	return in.grow(q.rows)
}

type qdcReader struct {
	in    *ImportedCodes
	rows  []codeRow
	book  bool
	plain int // codes that are not codable
	open  []int
	codes []bool // of each open element, whether it is a Code
	text  *strings.Builder
	depth int
	first struct{ plain, tops int } // whether the first code is not codable, and how many stand at the top
	set   string
}

const maxQDCDepth = 400

func (q *qdcReader) read(data []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(data))
	charset := ""
	dec.CharsetReader = func(name string, _ io.Reader) (io.Reader, error) {
		charset = name
		return nil, errors.ErrUnsupported
	}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if charset != "" {
			return catalogue.Errorf("is written in %s; save it as UTF-8", charset)
		}
		if err != nil {
			return catalogue.Errorf("is damaged XML (%w); export it again", err)
		}
		switch t := tok.(type) {
		case xml.Directive:
			return catalogue.Errorf("holds a document type, which a codebook has not; export it again")
		case xml.StartElement:
			if len(q.codes) >= maxQDCDepth {
				return errCodesDeep
			}
			q.codes = append(q.codes, t.Name.Local == "Code")
			q.start(t)
		case xml.EndElement:
			if n := len(q.codes) - 1; n >= 0 {
				if q.codes[n] {
					q.depth--
					q.open = q.open[:len(q.open)-1]
				}
				q.codes = q.codes[:n]
			}
			q.end(t.Name.Local)
		case xml.CharData:
			if q.text != nil {
				q.text.Write(t)
			}
		}
	}
}

func (q *qdcReader) start(t xml.StartElement) {
	attr := map[string]string{}
	for _, a := range t.Attr {
		attr[strings.ToLower(a.Name.Local)] = a.Value
	}
	switch t.Name.Local {
	case "CodeBook":
		q.book = true
		if o := attr["origin"]; o != "" {
			q.in.Form = catalogue.Text("a REFI-QDA codebook of %s", o)
		}
	case "Code":
		q.depth++
		r := codeRow{code: Code{Label: strings.Join(strings.Fields(attr["name"]), " "), Colour: readColour(attr["color"])}, depth: q.depth}
		if codable := strings.ToLower(attr["iscodable"]); codable == "false" || codable == "0" {
			q.plain++
			if len(q.rows) == 0 {
				q.first.plain = 1
			}
		}
		if q.depth == 1 {
			q.first.tops++
		}
		if r.code.Label == "" {
			r.code.Label = "nameless"
		}
		q.rows = append(q.rows, r)
		q.open = append(q.open, len(q.rows)-1)
	case "Description":
		q.text = &strings.Builder{}
	case "Set":
		q.set = attr["name"]
		q.in.leave(catalogue.Text("set %s", q.set), "sets, which code books do not have here")
	case "CodeBooks", "Codes", "Sets", "MemberCode", "MemberSource", "SubCodes", "Project":
	case "NoteRef":
		q.in.leave(catalogue.Text("a note of %s", q.where()), "notes that stand elsewhere in the other program")
	}
}

func (q *qdcReader) where() catalogue.Message {
	if len(q.open) == 0 {
		return catalogue.Text("the codebook")
	}
	return catalogue.Text("%s", q.rows[q.open[len(q.open)-1]].code.Label)
}

func (q *qdcReader) end(name string) {
	if name != "Description" || q.text == nil {
		return
	}
	words := strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(q.text.String()))
	q.text = nil
	switch {
	case words == "":
	case len(q.open) > 0:
		c := &q.rows[q.open[len(q.open)-1]].code
		c.Definition = strings.TrimSpace(c.Definition + "\n" + words)
	default:
		q.in.leave(words, "said of a set or of the whole codebook")
	}
}

// wrapped tells whether the first code only stands above all others: "Nodes".
func (q *qdcReader) wrapped() bool {
	return q.first.tops == 1 && q.first.plain == 1 && len(q.rows) > 1 && treeNames.MatchString(q.rows[0].code.Label) && q.rows[0].code.Definition == ""
}

// split takes the lines "Include: …", "Exclude: …" and "Example: …" out of a description.
func (q *qdcReader) split(c *Code) {
	field := "definition"
	parts := map[string][]string{}
	for line := range strings.SplitSeq(c.Definition, "\n") {
		if name, words, ok := takeField(line); ok && (name == "include" || name == "exclude" || name == "example") && !strings.HasPrefix(line, "-") {
			field, line = name, words
		}
		parts[field] = append(parts[field], line)
	}
	for name, lines := range parts {
		f, _ := fieldNamed(name)
		f.set(c, strings.Trim(strings.Join(lines, "\n"), "\n "))
	}
	if parts["definition"] == nil {
		c.Definition = ""
	}
}
