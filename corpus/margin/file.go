package margin

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"strings"

	"crosscase/corpus/catalogue"
)

// File is a Word file.
type File struct {
	zip        *zip.Reader
	main       string // the part that holds the text
	body       []byte
	paragraphs []paragraph
	strict     bool // ISO strict, which has other names for the same things
}

// paragraph is one paragraph: its words, and where each piece of them stands in the part.
type paragraph struct {
	text   string
	kind   Kind
	pieces []piece
	at     *run // of a note, where the text refers to it
}

// piece is the words of one element of a run.
type piece struct {
	start, end int // bytes in the paragraph's text
	at         int // byte in the part at which the words begin; -1 for a tab or a break, which cannot be parted
	raw        int // how many bytes the words take in the part
	tag        int // byte at which the element that holds the words begins
	run        *run
}

// run is a stretch of words of one look.
type run struct {
	start, end  int    // bytes in the part, from its tag to the end of its closing tag
	open        string // its tag as it stands
	look        string // its properties as they stand, "" if it has none
	prefix      string // of the names in it, with the colon
	first, last int    // the pieces at its ends, as indices of the paragraph's
}

// largestPart is the size above which no part is unpacked.
const largestPart = 256 << 20

// Open reads a Word file. What is no Word file, or holds no text in UTF-8, is an error.
func Open(data []byte) (*File, error) {
	f := &File{}
	var err error
	if f.zip, err = zip.NewReader(bytes.NewReader(data), int64(len(data))); err != nil {
		return nil, noWord(err)
	}
	rels, err := f.part("_rels/.rels")
	if err != nil {
		return nil, noWord(err)
	}
	for _, r := range relations(rels) {
		if strings.HasSuffix(r.Type, "/officeDocument") {
			f.main = strings.TrimPrefix(path.Join("/", r.Target), "/")
		}
	}
	if f.body, err = f.part(f.main); err != nil {
		return nil, noWord(err)
	}
	f.strict = bytes.Contains(f.body[:min(len(f.body), 4096)], []byte("purl.oclc.org/ooxml"))
	if err := f.read(); err != nil {
		return nil, noWord(err)
	}
	return f, nil
}

func noWord(err error) error {
	return catalogue.Errorf("is no Word file that comments can be written into (%v); save it as .docx", err)
}

// Paragraphs returns the words of each paragraph, in the order of the file, and then of each note. Deleted words, field codes and what only
// older programs are to show are left out; a tab and a break are a blank.
func (f *File) Paragraphs() []string {
	out := make([]string, len(f.paragraphs))
	for i, p := range f.paragraphs {
		out[i] = p.text
	}
	return out
}

// Kinds returns what each of Paragraphs is.
func (f *File) Kinds() []Kind {
	out := make([]Kind, len(f.paragraphs))
	for i, p := range f.paragraphs {
		out[i] = p.kind
	}
	return out
}

func (f *File) entry(name string) *zip.File {
	for _, e := range f.zip.File {
		if e.Name == name {
			return e
		}
	}
	return nil
}

func (f *File) part(name string) ([]byte, error) {
	e := f.entry(name)
	if e == nil {
		return nil, catalogue.Errorf("it holds no %s", name)
	}
	r, err := e.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, largestPart+1))
	if len(data) > largestPart {
		return nil, catalogue.Errorf("%s is larger than what is read of a Word file", name)
	}
	return data, err
}

type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

func relations(data []byte) []relation {
	var list struct {
		Relations []relation `xml:"Relationship"`
	}
	if xml.Unmarshal(data, &list) != nil {
		return nil
	}
	return list.Relations
}

// open is a paragraph that is being read, and what of it is open.
type open struct {
	paragraph
	run   *run
	words bool // within w:t
}

var prefixOf = regexp.MustCompile(`^<([A-Za-z0-9_.-]+:)?`)

// read takes the part apart and remembers where words stand.
func (f *File) read() error {
	dec := xml.NewDecoder(bytes.NewReader(f.body))
	var stack []*open
	var done []*open
	skip := 0 // depth within what is not shown
	look := -1
	tag := 0
	kinds := f.kindsOf()
	var references []reference
	var names []xml.Name // of the elements that are open
	for {
		before := int(dec.InputOffset())
		token, err := dec.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		after := int(dec.InputOffset())
		switch t := token.(type) {
		case xml.StartElement:
			names = append(names, t.Name)
		case xml.EndElement:
			if len(names) == 0 || names[len(names)-1] != t.Name {
				return catalogue.Errorf("an element %s ends that did not begin", t.Name.Local)
			}
			names = names[:len(names)-1]
		}
		var p *open
		if len(stack) > 0 {
			p = stack[len(stack)-1]
		}
		switch t := token.(type) {
		case xml.StartElement:
			name := t.Name.Local
			if skip > 0 || name == "Fallback" || name == "del" || name == "moveFrom" {
				skip++
				continue
			}
			switch {
			case name == "p" && t.Name.Space != "a":
				stack = append(stack, &open{})
				done = append(done, stack[len(stack)-1])
			case p == nil:
			case name == "r" && t.Name.Space != "a" && t.Name.Space != "m":
				p.run = &run{start: before, open: string(f.body[before:after]), prefix: prefixOf.FindStringSubmatch(string(f.body[before:after]))[1], first: -1}
			case p.run == nil && name == "pStyle":
				p.kind = max(p.kind, kinds[attribute(t, "val")])
			case p.run == nil && name == "outlineLvl" && outlined(attribute(t, "val")):
				p.kind = Heading
			case p.run == nil:
			case name == "rPr":
				look = before
			case referring[name] != "":
				references = append(references, reference{referring[name], attribute(t, "id"), p.run})
			case name == "t":
				p.words, tag = true, before
			case name == "tab" && look < 0, name == "br", name == "cr":
				p.add(piece{at: -1, run: p.run}, " ")
			}
		case xml.EndElement:
			if skip > 0 {
				skip--
				continue
			}
			switch {
			case p == nil:
			case t.Name.Local == "p" && t.Name.Space != "a":
				stack = stack[:len(stack)-1]
			case p.run == nil:
			case t.Name.Local == "rPr" && look >= 0:
				p.run.look, look = string(f.body[look:after]), -1
			case t.Name.Local == "t":
				p.words = false
			case t.Name.Local == "r" && t.Name.Space != "a" && t.Name.Space != "m":
				p.run.end = after
				p.run = nil
			}
		case xml.CharData:
			if skip == 0 && p != nil && p.words && p.run != nil {
				at := before
				if !bytes.HasPrefix(f.body[tag:], []byte("<"+p.run.prefix+"t")) || bytes.HasPrefix(f.body[before:], []byte("<![CDATA[")) {
					at = -1
				}
				p.add(piece{at: at, raw: after - before, tag: tag, run: p.run}, string(t))
			}
		}
	}
	if len(names) > 0 {
		return catalogue.Errorf("the element %s does not end", names[len(names)-1].Local)
	}
	for _, p := range done {
		f.paragraphs = append(f.paragraphs, p.paragraph)
	}
	f.readNotes(references)
	return nil
}

func attribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (p *open) add(x piece, words string) {
	x.start = len(p.text)
	p.text += words
	x.end = len(p.text)
	if x.run.first < 0 {
		x.run.first = len(p.pieces)
	}
	x.run.last = len(p.pieces)
	p.pieces = append(p.pieces, x)
}
