package convert

import (
	"path"
	"strings"

	"crosscase/corpus/pattern"
)

// htmlNote is a footnote whose words are being read.
type htmlNote struct {
	mark    string
	once    bool // one paragraph long
	marked  bool // its own text began with the mark
	written bool
}

var (
	// as they are called from where notes lead back to
	noteRefID = pattern.Of(`^(?:body_|_)?(?:ftn|edn|fn|footnote)[-_]?(?:ref)?[-_:]?\d+$`)
	noteMark  = pattern.Of(`^(?:\d{1,4}|[a-z]{1,3}|[A-Z]|[*†‡§#]{1,4})$`)
	// how links to notes are called by those who write pages and e-books
	noteRefClass = []string{"footnote-ref", "footnoteref", "noteref", "footnote", "sdfootnoteanc", "sdendnoteanc", "endnote", "endnote-ref", "footnote-anchor"}
)

// target returns the place in the document, or in the e-book, to which a link
// points; "" if it points elsewhere.
func (p *htmlPage) target(href string) string {
	file, id, ok := strings.Cut(href, "#")
	if !ok || id == "" {
		return ""
	}
	if p.base == "" || file == "" {
		return p.base + "#" + id
	}
	return path.Join(path.Dir(p.base), unescapePath(file)) + "#" + id
}

// openNote begins a note where a mark before pointed to the element, and else
// remembers a link that may be such a mark.
func (p *htmlPage) openNote(e *htmlElement, a htmlAttributes) {
	ids := []string{a.id}
	if e.name == "a" {
		ids = append(ids, a.name)
	}
	empty := len(p.para.text) == 0
	for _, id := range ids {
		mark, ok := p.notes[p.base+"#"+id]
		switch {
		case !ok || id == "" || !empty:
		case p.note == nil, e.block && p.note.once && !p.note.written:
			p.endNote()
			p.note = &htmlNote{mark: mark, once: !e.block}
			e.note = e.block
			return
		}
	}
	if e.name != "a" || p.note != nil && empty {
		return
	}
	if to := p.target(a.href); to != "" {
		e.noteLink = to
		e.noteSure = a.role == "doc-noteref" || hasWord(a.kind, "noteref") || noteRefID.MatchString(a.id) || a.classed(noteRefClass...) ||
			strings.Contains(a.style, "mso-footnote-id") || strings.Contains(a.style, "mso-endnote-id")
	}
}

// linkNote makes the words of a link the mark of a note, "[1]", if they are one:
// a raised figure or sign, or what is called so.
func (p *htmlPage) linkNote(e htmlElement) {
	inner := string(p.para.text[e.from:])
	mark := strings.Trim(inner, "[](){} \t\n\u00a0")
	if !noteMark.MatchString(mark) || !e.noteSure && p.names["sup"] == 0 && p.para.sup < e.from {
		return
	}
	p.notes[e.noteLink] = mark
	p.para.text = p.para.text[:e.from]
	if strings.HasPrefix(inner, " ") || strings.HasPrefix(inner, "\t") {
		p.para.text = append(p.para.text, ' ')
	}
	p.para.text = append(p.para.text, "["+mark+"]"...)
}

// ownNoteMark takes the mark off the front of a note; emitNote puts it back.
func (p *htmlPage) ownNoteMark() {
	if n := p.note; n != nil && !n.written && !n.marked && len(p.para.text) < 20 && strings.Trim(string(p.para.text), "[](){}. \t\n\u00a0") == n.mark {
		n.marked, p.para.text = true, p.para.text[:0]
	}
}

// emitNote writes a paragraph of the open note.
func (p *htmlPage) emitNote(text string) {
	n := p.note
	p.item = nil
	if n.written {
		if to := p.to(); len(*to) > 0 && (*to)[len(*to)-1].Kind == Note {
			(*to)[len(*to)-1].Text += "\n" + text
			return
		}
		p.emit(Block{Kind: Note, Text: text}, false)
		return
	}
	own := false
	for _, form := range []string{"[" + n.mark + "] ", "(" + n.mark + ") ", n.mark + ". ", n.mark + ") "} {
		if rest, ok := strings.CutPrefix(strings.ReplaceAll(text, "\u00a0", " "), form); ok && !n.marked {
			own, text = true, rest
		}
	}
	if n.marked {
		text = strings.TrimLeft(text, ".:)] \t\u00a0")
	} else if !own {
		p.r.Gain("numbers of footnotes", 1, n.mark)
	}
	n.written = true
	p.emit(Block{Kind: Note, Text: strings.TrimSpace("[" + n.mark + "] " + text)}, false)
	if n.once {
		p.note = nil
	}
}

// endNote ends the open note; a mark that came without words is kept.
func (p *htmlPage) endNote() {
	if n := p.note; n != nil && n.marked && !n.written {
		p.emit(Block{Kind: Note, Text: "[" + n.mark + "]"}, false)
	}
	p.note = nil
}
