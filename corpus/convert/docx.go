package convert

import (
	"context"
	"encoding/xml"
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
	styleData, err := parts.read(parts.target("styles"))
	if err != nil {
		return Source{}, err
	}
	body, err := parts.read(parts.main)
	if err != nil {
		return Source{}, err
	}
	listData, err := parts.read(parts.target("numbering"))
	if err != nil {
		return Source{}, err
	}
	lists := readDocxLists(listData)
	f := newFlow(readDocxStyles(styleData), r)
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
	core, err := parts.read("docProps/core.xml")
	if err != nil {
		return Source{}, err
	}
	return talkOf(Source{Format: "docx", Title: docxTitle(core), Blocks: f.finish()}, opts, r), nil
}

func docxTitle(core []byte) string {
	var props struct {
		Title string `xml:"title"`
	}
	if core == nil || xml.Unmarshal(utf8Part(core), &props) != nil {
		return ""
	}
	return props.Title
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
		part, err := p.read(rel.target)
		if err != nil {
			return err
		}
		w := &docxWords{each: each}
		if err := walkPart(ctx, part, rel.target, p.what, w); err != nil {
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
