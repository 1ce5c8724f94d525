package convert

import (
	"bytes"
	"context"

	"crosscase/corpus/catalogue"
)

// readODT reads an OpenDocument text: headings by outline level, list items,
// table rows cell by cell, footnotes and endnotes as "[1] …" at the end. Deleted
// and hidden text, comments, tables of contents and the heads and feet of pages
// are left out and counted; text boxes follow their paragraph.
func readODT(ctx context.Context, data []byte, opts Options, r *Report) (Source, error) {
	parts, err := openODT(data)
	if err != nil {
		return Source{}, err
	}
	styles := &odtStyles{sheet: styleSheet{}}
	f := newFlow(styles.sheet, r)
	styles.flow = f
	b := &odtBody{ctx: ctx, parts: parts, flow: f, styles: styles, r: r}
	if err := parts.beside(ctx, "styles.xml", func(data []byte) error { return walkPart(ctx, data, "styles.xml", parts.what, styles) }); err != nil {
		return Source{}, err
	}
	content, err := parts.read("content.xml")
	if err == nil {
		err = walkPart(ctx, content, "content.xml", parts.what, b)
	}
	if err != nil {
		return Source{}, err
	}
	if b.err != nil {
		return Source{}, b.err
	}
	title := ""
	if err := parts.beside(ctx, "meta.xml", func(data []byte) (err error) { title, err = odtTitle(data); return err }); err != nil {
		return Source{}, err
	}
	parts.tellDamage(r)
	return talkOf(Source{Format: "odt", Title: title, Blocks: f.finish()}, opts, r), nil
}

func openODT(data []byte) (*archive, error) {
	a, err := openArchive(data, "OpenDocument file")
	if err != nil {
		return nil, err
	}
	manifest, err := a.read("META-INF/manifest.xml")
	if err != nil { // the text may be whole
		if a.left < 0 {
			return nil, err
		}
		a.damaged = append(a.damaged, "META-INF/manifest.xml")
	}
	if bytes.Contains(manifest, []byte("encryption-data")) || a.has("encrypted-package") {
		return nil, catalogue.Errorf("is locked with a password; open it and save it without one")
	}
	if !a.has("content.xml") {
		return nil, catalogue.Errorf("is %s, not an OpenDocument text; %s", a.is(), a.remedy(".odt"))
	}
	return a, nil
}

func odtTitle(meta []byte) (string, error) {
	var props struct {
		Title string `xml:"meta>title"`
	}
	err := partDecoder(meta).Decode(&props)
	return props.Title, err
}

// odtOther says what to do with OpenDocument files that hold no text.
var odtOther = map[string]string{
	"spreadsheet":  "is an OpenDocument spreadsheet, not a text; rename it to .ods",
	"presentation": "is an OpenDocument presentation, not a text; save its text as .odt",
	"drawing":      "is an OpenDocument drawing, not a text; save its text as .odt",
}
