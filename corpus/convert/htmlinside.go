package convert

import (
	"strings"

	"crosscase/corpus/pattern"
)

var wordHeading = pattern.Of(`^mso(title|heading([1-9]))$`)

// enter begins what an element means.
func (p *htmlPage) enter(e *htmlElement, a htmlAttributes) {
	e.entered = true
	e.pre = e.name == "pre" || e.name == "listing" || strings.Contains(a.style, "white-space:pre") || strings.Contains(a.style, "white-space:break-spaces")
	if e.pre {
		p.pre++
	}
	e.from, e.serial = len(p.para.text), p.para.serial
	switch e.name {
	case "ul", "ol", "menu", "dir":
		e.list = true
		p.lists = append(p.lists, newList(e.name, a))
	case "li":
		p.listItem(a)
	case "table":
		p.openTable(e, a)
	case "tr":
		p.openRow()
	case "td", "th":
		p.openCell(e, a)
	case "q":
		p.put("“")
	case "sup":
		p.para.sup = len(p.para.text)
	case "button", "text", "rt":
		p.para.space = true
	case "time":
		p.dateOfTime(a)
	}
	switch m := wordHeading.FindStringSubmatch(a.class); {
	case isHeadingTag(e.name):
		e.level = int(e.name[1] - '0')
	case a.role == "heading":
		e.level = min(max(attrNumber(a.rank, 2), 1), 6)
	case m != nil:
		e.level = min(attrNumber(m[2], 1), 6)
	case e.name == "p" && a.classed("title"):
		e.level = 1 // as Google Docs writes it
	}
	e.face = p.faceOf(e.name, a)
	p.para.listed = p.para.listed || strings.Contains(a.class, "msolistparagraph") || strings.Contains(a.style, "mso-list:l")
	if p.holdsStamp(e.name, a) {
		p.dueColon()
		e.stamp, e.from = true, len(p.para.text)
	} else if a.classed("speaker", "speaker-name", "speaker_name", "speakername", "speaker-label", "speaker_label", "speaker__name") {
		e.speaker = true
	}
	p.openNote(e, a)
	if e.name == "a" {
		p.voiceOf(a.name)
	}
}

// leave ends what an element means; for one that was left out, a paragraph only.
func (p *htmlPage) leave(e htmlElement) {
	if !e.entered {
		if e.block {
			p.paragraphEnd()
		}
		return
	}
	same := e.serial == p.para.serial && e.from <= len(p.para.text)
	switch {
	case e.stamp && same:
		p.writeStamp(e.from)
	case e.speaker && same:
		p.markSpeaker(e.from)
	case e.noteLink != "" && same:
		p.linkNote(e)
	}
	if e.name == "a" || e.name == "sup" {
		p.ownNoteMark()
	}
	switch e.name {
	case "q":
		p.put("”")
	case "button", "text":
		p.para.space = true
	}
	if e.block {
		p.paragraphEnd()
	}
	if e.pre {
		p.pre--
	}
	if e.name == "li" {
		p.item = nil
	}
	if e.note {
		p.endNote()
	}
	if e.list {
		p.lists = p.lists[:len(p.lists)-1]
	}
	switch {
	case e.flat:
		p.flat--
	case e.cell:
		p.closeCell()
	case e.table:
		p.closeTable()
	}
}

// void handles an element that has no inside.
func (p *htmlPage) void(name string, a htmlAttributes) {
	if p.out != nil {
		p.out.text.WriteByte(' ')
		return
	}
	switch name {
	case "meta":
		p.dateOfMeta(a)
	case "br":
		p.lineEnd()
	case "hr":
		p.flush()
		p.r.Add("dropped", "rules across the page", 1, "")
	case "img", "image": // the latter in a drawing, as the cover of an e-book often is
		p.picture(strings.TrimSpace(a.alt))
	}
}

// picture puts the words that stand for a picture into the text, but for somebody's name, which would be read as that of
// a speaker. Words that begin a paragraph say that they are of a picture, for the same reason.
func (p *htmlPage) picture(alt string) {
	switch n := weigh(alt); {
	case alt == "":
		p.r.pictures++
		p.r.Add("dropped", "pictures without words", 1, "")
	case n == 0:
		p.put(alt) // a smiley
	case looksLikeLabel(alt) && (named(alt) || certainRole(alt)):
		p.r.In += n
		p.r.Drop("names that stand for pictures", alt)
		p.r.pictures++
	default:
		p.r.In += n
		begins := ""
		if len(p.para.text) == 0 && looksLikeLabel(alt) {
			begins = "picture: "
		}
		p.r.add("normalised", "pictures → the words that stand for them, in brackets", 1, -weigh(begins), clip(alt, 60))
		p.put("[" + begins + strings.Join(strings.Fields(alt), " ") + "]")
	}
}

// paragraphEnd is a place where a paragraph ends.
func (p *htmlPage) paragraphEnd() {
	if p.out != nil {
		p.out.text.WriteByte(' ')
		return
	}
	p.flush()
}
