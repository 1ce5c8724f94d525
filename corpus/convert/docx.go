package convert

import (
	"context"
	"strings"
)

// readDocx reads a Word file: headings by outline level, list items, table rows
// cell by cell, footnotes and endnotes as "[1] …" at the end. Deleted text,
// field codes, hidden text, comments and the heads and feet of pages are left
// out and counted; text boxes follow their paragraph.
func readDocx(ctx context.Context, data []byte, opts Options, r *Report) (Source, error) {
	parts, err := openDocx(data)
	if err != nil {
		return Source{}, err
	}
	styles, lists := styleSheet{}, (*docxLists)(nil)
	if err := parts.beside(ctx, parts.target("styles"), func(data []byte) (err error) { styles, err = readDocxStyles(data); return err }); err != nil {
		return Source{}, err
	}
	if err := parts.beside(ctx, parts.target("numbering"), func(data []byte) (err error) { lists, err = readDocxLists(data); return err }); err != nil {
		return Source{}, err
	}
	body, err := parts.read(parts.main)
	if err != nil {
		return Source{}, err
	}
	f := newFlow(styles, r)
	d := &docxBody{ctx: ctx, parts: parts, flow: f, r: r, lists: lists}
	if err := walkPart(ctx, body, parts.main, parts.what, d); err != nil {
		return Source{}, err
	}
	if d.err != nil {
		return Source{}, d.err
	}
	for _, kind := range []string{"footnote", "endnote"} {
		part, err := parts.read(parts.target(kind + "s"))
		if err != nil {
			return Source{}, err
		}
		if part == nil {
			continue
		}
		n := &docxBody{ctx: ctx, parts: parts, flow: f, r: r, lists: lists}
		if err := walkPart(ctx, part, kind+"s.xml", parts.what, n); err != nil {
			return Source{}, err
		}
	}
	if err := parts.leaveOutBeside(ctx, f); err != nil {
		return Source{}, err
	}
	title := ""
	if err := parts.beside(ctx, "docProps/core.xml", func(data []byte) (err error) { title, err = docxTitle(data); return err }); err != nil {
		return Source{}, err
	}
	parts.tellDamage(r)
	return talkOf(Source{Format: "docx", Title: title, Blocks: f.finish()}, opts, r), nil
}

func docxTitle(core []byte) (string, error) {
	var props struct {
		Title string `xml:"title"`
	}
	err := partDecoder(core).Decode(&props)
	return props.Title, err
}

// leaveOutBeside drops what the other parts say: comments, heads and feet of
// pages, charts.
func (p *docxParts) leaveOutBeside(ctx context.Context, f *flow) error {
	for _, rel := range p.related {
		what, each := "", "\x00"
		switch rel.kind {
		case "comments":
			what, each = comments, "comment"
		case "header", "footer":
			what = pageHeads
		case "chart":
			what = chartWords
		default:
			continue
		}
		w := &docxWords{each: each}
		if err := p.beside(ctx, rel.target, func(data []byte) error { return walkPart(ctx, data, rel.target, p.what, w) }); err != nil {
			return err
		}
		for _, s := range append(w.out, w.text.String()) {
			if strings.TrimSpace(s) != "" {
				f.drop(what, strings.Join(strings.Fields(s), " "))
			}
		}
	}
	return nil
}

// docxWords gathers the words of a part without their structure, one text for
// each element of the name each.
type docxWords struct {
	each string
	out  []string
	text strings.Builder
	open bool // an element that holds words
}

func (w *docxWords) start(t xmlStart, _ int) {
	switch t.Name.Local {
	case "t", "v", "delText":
		w.open = true
	case "tab", "br", "p", "ser", "pt":
		w.text.WriteByte(' ')
	}
}

func (w *docxWords) words(s string) {
	if w.open {
		w.text.WriteString(s)
	}
}

func (w *docxWords) end(name string, _ int) {
	switch name {
	case "t", "v", "delText":
		w.open = false
	case "p":
		w.text.WriteByte('\n')
	case w.each:
		w.out = append(w.out, w.text.String())
		w.text.Reset()
	}
}
