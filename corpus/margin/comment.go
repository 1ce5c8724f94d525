package margin

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"crosscase/corpus/catalogue"
)

// Note is what is to stand in the margin beside a stretch of a paragraph.
type Note struct {
	Paragraph  int // index of Paragraphs
	Start, End int // bytes in the paragraph's text
	Lines      []string
}

// edit puts text into a part: in the place of the bytes from at on, of the number cut.
type edit struct {
	at, cut int
	text    string
	order   int // of edits at one place
}

// Write returns the file with the notes as comments in an author's name, without a date, so that the same notes give the
// same bytes. Notes that lie outside their paragraph are passed over.
func (f *File) Write(author, initials string, notes []Note) ([]byte, error) {
	file, rels, types, err := f.plan()
	if err != nil {
		return nil, noWord(err)
	}
	next := 0
	for _, m := range idAttr.FindAllSubmatch(append(append([]byte{}, file.data...), f.body...), -1) {
		if n, err := strconv.Atoi(string(m[1])); err == nil && n >= next {
			next = n + 1
		}
	}
	var edits []edit
	var comments strings.Builder
	spaced := map[int]bool{}
	for _, n := range notes {
		if n.Paragraph < 0 || n.Paragraph >= len(f.paragraphs) || n.Start < 0 || n.End > len(f.paragraphs[n.Paragraph].text) || n.Start >= n.End {
			continue
		}
		p := &f.paragraphs[n.Paragraph]
		at := p.at
		if at == nil {
			at = p.pieces[0].run
		}
		prefix := at.prefix
		begins := fmt.Sprintf(`<%scommentRangeStart %sid="%d"/>`, prefix, prefix, next)
		ends := fmt.Sprintf(`<%scommentRangeEnd %sid="%d"/><%sr><%scommentReference %sid="%d"/></%sr>`, prefix, prefix, next, prefix, prefix, prefix, next, prefix)
		if p.at != nil {
			edits = append(edits, edit{at: at.start, text: begins, order: 1}, edit{at: at.end, text: ends})
		} else {
			edits = append(edits, f.mark(p, n.Start, false, begins, spaced)...)
			edits = append(edits, f.mark(p, n.End, true, ends, spaced)...)
		}
		writeComment(&comments, file.prefix, next, author, initials, n.Lines)
		next++
	}
	file.data = put(file.data, edit{at: file.end, text: comments.String()})
	return f.pack(map[string][]byte{f.main: apply(f.body, edits), file.name: file.data, rels.name: rels.data, types.name: types.data})
}

var idAttr = regexp.MustCompile(`<[A-Za-z0-9_.-]*:?comment(?:RangeStart|RangeEnd|Reference)?\s[^>]*?\bid="(\d+)"`)

func writeComment(b *strings.Builder, prefix string, id int, author, initials string, lines []string) {
	fmt.Fprintf(b, `<%scomment %sid="%d" %sauthor="%s" %sinitials="%s">`, prefix, prefix, id, prefix, escaped(author), prefix, escaped(initials))
	for _, l := range lines {
		fmt.Fprintf(b, `<%sp><%sr><%st xml:space="preserve">%s</%st></%sr></%sp>`, prefix, prefix, prefix, escaped(l), prefix, prefix, prefix)
	}
	fmt.Fprintf(b, `</%scomment>`, prefix)
}

func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(strings.Join(strings.Fields(s), " "))) // a buffer takes all
	return b.String()
}

// mark returns the edits that put a mark at a place of a paragraph: between two runs where one ends there, else by parting
// the run in two of the same look.
func (f *File) mark(p *paragraph, at int, end bool, mark string, spaced map[int]bool) []edit {
	order := 1
	if end {
		order = 0 // what ends at a place ends before what begins there
	}
	for i, x := range p.pieces {
		if end && !(x.start < at && at <= x.end) || !end && !(x.start <= at && at < x.end) {
			continue
		}
		switch {
		case !end && (at == x.start && x.run.first == i || x.at < 0):
			return []edit{{at: x.run.start, text: mark, order: order}}
		case end && (at == x.end && x.run.last == i || x.at < 0):
			return []edit{{at: x.run.end, text: mark, order: order}}
		}
		w := x.run.prefix
		split := edit{at: x.at + rawLength(f.body[x.at:x.at+x.raw], at-x.start), order: order,
			text: "</" + w + "t></" + w + "r>" + mark + x.run.open + x.run.look + "<" + w + `t xml:space="preserve">`}
		out := []edit{split}
		if !spaced[x.tag] {
			spaced[x.tag] = true
			if tag := string(f.body[x.tag:x.at]); !strings.Contains(tag, "xml:space") {
				out = append(out, edit{at: x.tag + len("<"+w+"t"), text: ` xml:space="preserve"`})
			}
		}
		return out
	}
	return nil
}

// rawLength returns how many bytes of a piece of XML hold the first n bytes of its words.
func rawLength(raw []byte, n int) int {
	at := 0
	for n > 0 && at < len(raw) {
		switch {
		case raw[at] == '&':
			end := bytes.IndexByte(raw[at:], ';')
			if end < 0 {
				return at
			}
			n -= len(unescaped(string(raw[at : at+end+1])))
			at += end + 1
			continue
		case raw[at] == '\r': // two bytes of a line end are one
			at++
			if at < len(raw) && raw[at] == '\n' {
				at++
			}
			n--
			continue
		}
		at++
		n--
	}
	return at
}

func unescaped(s string) string {
	dec := xml.NewDecoder(strings.NewReader(s))
	t, err := dec.RawToken()
	if words, ok := t.(xml.CharData); ok && err == nil {
		return string(words)
	}
	return s
}

// apply makes edits of a part. Where several put a mark into one place of a run, the run is parted once for each; edits keep the
// order in which they were made, ends before beginnings.
func apply(data []byte, edits []edit) []byte {
	sort.SliceStable(edits, func(i, j int) bool {
		if edits[i].at != edits[j].at {
			return edits[i].at < edits[j].at
		}
		return edits[i].order < edits[j].order
	})
	var out bytes.Buffer
	last := 0
	for _, e := range edits {
		out.Write(data[last:e.at])
		out.WriteString(e.text)
		last = e.at + e.cut
	}
	out.Write(data[last:])
	return out.Bytes()
}

func put(data []byte, e edit) []byte { return apply(data, []edit{e}) }

// changed is a part that the comments change.
type changed struct {
	name   string
	data   []byte
	end    int    // where comments are put in
	prefix string // of the names in it, with the colon
}

var (
	closing   = regexp.MustCompile(`</([A-Za-z0-9_.-]+:)?comments\s*>\s*$`)
	emptyRoot = regexp.MustCompile(`<([A-Za-z0-9_.-]+:)?comments\b([^>]*?)/>\s*$`)
)

const (
	words        = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	wordsStrict  = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	office       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
	officeStrict = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
	packageRels  = "http://schemas.openxmlformats.org/package/2006/relationships"
	commentsType = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)

// plan returns the part of the comments, that of the relationships of the text, and that of the content types, the last two
// changed as far as a first comment needs it.
func (f *File) plan() (comments, rels, types changed, err error) {
	rels.name = path.Join(path.Dir(f.main), "_rels", path.Base(f.main)+".rels")
	if f.entry(rels.name) != nil {
		if rels.data, err = f.part(rels.name); err != nil {
			return
		}
	} else {
		rels.data = []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<Relationships xmlns="` + packageRels + `"></Relationships>`)
	}
	types.name = "[Content_Types].xml"
	if types.data, err = f.part(types.name); err != nil {
		return
	}
	for _, r := range relations(rels.data) {
		if !strings.HasSuffix(r.Type, "/comments") {
			continue
		}
		comments.name = strings.TrimPrefix(r.Target, "/")
		if !strings.HasPrefix(r.Target, "/") {
			comments.name = path.Join(path.Dir(f.main), r.Target)
		}
		if comments.data, err = f.part(comments.name); err != nil {
			return
		}
		if m := emptyRoot.FindSubmatchIndex(comments.data); m != nil {
			prefix := ""
			if m[2] >= 0 {
				prefix = string(comments.data[m[2]:m[3]])
			}
			comments.data = append(append([]byte{}, comments.data[:m[5]]...), []byte("></"+prefix+"comments>")...)
		}
		m := closing.FindSubmatchIndex(comments.data)
		if m == nil {
			err = catalogue.Errorf("%s does not end", comments.name)
			return
		}
		comments.end = m[0]
		if m[2] >= 0 {
			comments.prefix = string(comments.data[m[2]:m[3]])
		}
		return
	}
	space, kind := words, office
	if f.strict {
		space, kind = wordsStrict, officeStrict
	}
	comments.name, comments.prefix = path.Join(path.Dir(f.main), "comments.xml"), "w:"
	head := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + `<w:comments xmlns:w="` + space + `">`
	comments.data, comments.end = []byte(head+`</w:comments>`), len(head)
	id := 1
	for bytes.Contains(rels.data, []byte(fmt.Sprintf(`"rIdComments%d"`, id))) {
		id++
	}
	if rels.data, err = before(rels.data, "Relationships", fmt.Sprintf(`<Relationship Id="rIdComments%d" Type="%s" Target="comments.xml"/>`, id, kind)); err != nil {
		return
	}
	types.data, err = before(types.data, "Types", fmt.Sprintf(`<Override PartName="/%s" ContentType="%s"/>`, comments.name, commentsType))
	return
}

// before puts text before the end of the root element of a part.
func before(data []byte, root, text string) ([]byte, error) {
	if bytes.Contains(data, []byte(text)) {
		return data, nil
	}
	i := bytes.LastIndex(data, []byte("</"+root))
	if i < 0 {
		return nil, catalogue.Errorf("the element %s does not end", root)
	}
	return put(data, edit{at: i, text: text}), nil
}

// pack returns the file with some parts changed or added; the others are copied as they are packed.
func (f *File) pack(parts map[string][]byte) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	seen := map[string]bool{}
	for _, e := range f.zip.File {
		seen[e.Name] = true
		data, ok := parts[e.Name]
		if ok {
			if old, err := f.part(e.Name); err == nil && bytes.Equal(old, data) {
				ok = false
			}
		}
		header := e.FileHeader
		if !ok {
			raw, err := e.OpenRaw()
			if err != nil {
				return nil, err
			}
			w, err := z.CreateRaw(&header)
			if err != nil {
				return nil, err
			}
			if _, err := io.Copy(w, raw); err != nil {
				return nil, err
			}
			continue
		}
		if err := write(z, &zip.FileHeader{Name: e.Name, Method: zip.Deflate, Modified: e.Modified}, data); err != nil {
			return nil, err
		}
	}
	var added []string
	for name := range parts {
		if !seen[name] {
			added = append(added, name)
		}
	}
	sort.Strings(added)
	for _, name := range added {
		if err := write(z, &zip.FileHeader{Name: name, Method: zip.Deflate}, parts[name]); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func write(z *zip.Writer, header *zip.FileHeader, data []byte) error {
	w, err := z.CreateHeader(header)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}
