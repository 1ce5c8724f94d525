package convert

import (
	"context"
	"encoding/xml"
	"fmt"
	"strings"
)

// readDocx reads a Word file: headings by outline level, list items, table rows
// cell by cell, footnotes and endnotes as "[1] …" at the end. Deleted text,
// field codes and hidden text are left out; text boxes follow their paragraph.
func readDocx(ctx context.Context, data []byte, _ Options, r *Report) (Source, error) {
	parts, err := openDocx(data)
	if err != nil {
		return Source{}, err
	}
	styleData, err := parts.read(parts.beside("styles.xml"))
	if err != nil {
		return Source{}, err
	}
	body, err := parts.read(parts.main)
	if err != nil {
		return Source{}, err
	}
	d := &docxBody{ctx: ctx, styles: readDocxStyles(styleData), notes: map[string]int{}, r: r}
	if err := d.walk(body, parts.main); err != nil {
		return Source{}, err
	}
	src := Source{Format: "docx", Blocks: d.blocks}
	for _, kind := range []string{"footnote", "endnote"} {
		part, err := parts.read(parts.beside(kind + "s.xml"))
		if err != nil {
			return Source{}, err
		}
		if part == nil {
			continue
		}
		n := &docxBody{ctx: ctx, styles: d.styles, notes: d.notes, noteKind: kind, r: r}
		if err := n.walk(part, kind+"s.xml"); err != nil {
			return Source{}, err
		}
		src.Blocks = append(src.Blocks, n.notesInOrder()...)
	}
	if parts.has(parts.beside("comments.xml")) {
		r.Add("dropped", "comments in the margin", max(d.comments, 1), "")
	}
	core, err := parts.read("docProps/core.xml")
	if err != nil {
		return Source{}, err
	}
	src.Title = docxTitle(core)
	return src, nil
}

func docxTitle(core []byte) string {
	var props struct {
		Title string `xml:"title"`
	}
	if core == nil || xml.Unmarshal(core, &props) != nil {
		return ""
	}
	return props.Title
}

// walk reads a part token by token.
func (d *docxBody) walk(part []byte, name string) error {
	dec := xml.NewDecoder(strings.NewReader(string(part)))
	for n := 0; ; n++ {
		if n%4096 == 0 && d.ctx.Err() != nil {
			return d.ctx.Err()
		}
		tok, err := dec.RawToken()
		if err != nil {
			if err.Error() == "EOF" && d.depth == 0 {
				break
			}
			return fmt.Errorf("is a damaged Word file (%s: %v); open it in a word processor and save it again", name, err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			d.depth++
			if d.depth > maxDepth {
				return fmt.Errorf("nests its parts more than %d deep; it is no ordinary Word file", maxDepth)
			}
			d.start(t)
		case xml.EndElement:
			if d.depth--; d.depth < 0 {
				return fmt.Errorf("is a damaged Word file (%s: an element ends that never began); save it again", name)
			}
			d.end(t.Name.Local)
		case xml.CharData:
			d.chars(string(t))
		}
	}
	d.closeAll()
	return nil
}
