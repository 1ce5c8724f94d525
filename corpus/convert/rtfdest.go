package convert

import (
	"strconv"
	"strings"
)

// rtfKind tells where the words of a group go.
type rtfKind int

const (
	rtfText    rtfKind = iota
	rtfNoWords         // settings and data
	rtfAway            // words that are left out
	rtfCodes           // the codes of a field
	rtfForm            // what a field of a form is made of
	rtfChoice          // one of the words that it lets choose from
	rtfFonts
	rtfStyles
	rtfTitle
	rtfNote
	rtfBox
)

// rtfDest is an open destination.
type rtfDest struct {
	kind rtfKind
	name string // of the control word
	away leftOut
	to   *rtfDest // where words went before it
}

// rtfShape is an open drawing.
type rtfShape struct{ put int }

// destinations without words
var rtfSettings = map[string]bool{
	"colortbl": true, "listtable": true, "listoverridetable": true, "rsidtbl": true, "revtbl": true, "generator": true, "info": true, "pict": true,
	"objdata": true, "objclass": true, "objname": true, "objalias": true, "themedata": true, "colorschememapping": true, "datastore": true,
	"latentstyles": true, "xmlnstbl": true, "mmathPr": true, "pgdsctbl": true, "filetbl": true, "userprops": true, "ftnsep": true, "ftnsepc": true,
	"ftncn": true, "aftnsep": true, "aftnsepc": true, "aftncn": true, "bkmkstart": true, "bkmkend": true, "atnid": true, "atnauthor": true, "atnref": true,
	"atntime": true, "atndate": true, "atnicn": true, "atnparent": true, "atrfstart": true, "atrfend": true, "pn": true, "pnseclvl": true, "falt": true,
	"panose": true, "fontemb": true, "template": true, "sp": true, "nonshppict": true, "picprop": true, "background": true, "datafield": true,
	"nonesttables": true, "docvar": true, "operator": true, "mhtmltag": true, "password": true, "passwordhash": true, "wgrffmtfilter": true,
	"private": true, "mmathPict": true, "nextfile": true, "linkval": true, "propname": true, "staticval": true,
}

// destinations whose words are left out
var rtfAways = map[string]string{
	"header": pageHeads, "headerl": pageHeads, "headerr": pageHeads, "headerf": pageHeads,
	"footer": pageHeads, "footerl": pageHeads, "footerr": pageHeads, "footerf": pageHeads,
	"annotation": comments, "xe": fieldCodes, "tc": fieldCodes, "tcn": fieldCodes, "rxe": fieldCodes, "txe": fieldCodes,
	"listtext": listMarks, "pntext": listMarks,
}

// listMarks is what the report calls what stands before the items of lists.
const listMarks = "numbers and signs of lists"

// holdsText tells whether the words of a destination go into the text.
func (d *rtfDest) holdsText() bool {
	return d.kind == rtfText || d.kind == rtfNote || d.kind == rtfBox
}

// beginDest begins a destination where the word is the name of one.
func (p *rtfReader) beginDest(word string) bool {
	to := p.state.dest
	d := &rtfDest{name: word, to: to}
	what := rtfAways[word]
	switch {
	case to.name == "info" && word == "title":
		d.kind = rtfTitle
		p.title.Reset()
	case to.name == "upr" && word == "ud":
		p.state.dest = to.to // the same words in Unicode
		return true
	case to.kind == rtfNoWords:
		return true
	case word == "upr":
		d.kind = rtfNoWords
	case rtfSettings[word] || word[0] == 'm' && len(word) > 3 && strings.HasSuffix(word, "Pr"):
		d.kind = rtfNoWords
		if word == "pict" {
			p.r.dropPictures(1)
		}
	case word == "fonttbl":
		d.kind = rtfFonts
	case word == "stylesheet":
		d.kind = rtfStyles
	case word == "fldinst":
		d.kind = rtfCodes
	case word == "formfield":
		d.kind = rtfForm
	case word == "ffl" && to.kind == rtfForm && p.state.field != nil:
		d.kind = rtfChoice
		p.state.field.entries = append(p.state.field.entries, "")
	case what != "":
		d.kind, d.away = rtfAway, leftOut{depth: 1, what: what}
	case to.kind == rtfAway && (word == "footnote" || word == "shptxt" || word == "dptxbxtext"):
		return true // goes with what is left out
	case word == "fldrslt" && p.state.field != nil && p.state.field.index != "" && to.kind != rtfAway:
		d.kind, d.away = rtfAway, leftOut{depth: 1, what: p.state.field.index, byLine: true}
	case word == "footnote":
		d.kind = rtfNote
		p.notes++
		key := strconv.Itoa(p.notes)
		if p.shown() {
			p.ensurePara()
			p.flow.mention(key)
		}
		p.flow.openNote(key)
		p.inward()
	case word == "shptxt" || word == "dptxbxtext":
		p.beginBox(d)
	case word == "shprslt":
		if p.state.shape != nil && p.flow.put > p.state.shape.put {
			d.kind, d.away = rtfAway, leftOut{depth: 1, what: "second copies of text boxes"}
			break
		}
		p.beginBox(d)
	default:
		return false
	}
	p.state.dest, p.state.begins = d, true
	return true
}

// beginBox begins a text box, which stands after the paragraph that it is in.
func (p *rtfReader) beginBox(d *rtfDest) {
	d.kind = rtfBox
	p.ensurePara()
	p.flow.openBox()
	p.inward()
}

// inward begins a text of its own, which takes nothing over from the paragraph
// that it stands in.
func (p *rtfReader) inward() {
	p.tables = append(p.tables, rtfTables{})
	p.state.para = rtfPara{}
}

func (p *rtfReader) outward() {
	p.endPara()
	p.enter(0)
	p.tables = p.tables[:len(p.tables)-1]
}

// endDest ends a destination with its group.
func (p *rtfReader) endDest(d *rtfDest) {
	switch d.kind {
	case rtfNote:
		p.outward()
		p.flow.closeNote()
	case rtfBox:
		p.outward()
		p.flow.closeBox()
	case rtfAway:
		words := strings.TrimSpace(d.away.text.String())
		if d.away.what == listMarks && d.to.holdsText() {
			// what the program counted comes back before the words of the paragraph
			p.top().listed = words != ""
			p.top().mark = clip(words, longestMark)
			break
		}
		if weigh(words) > 0 {
			d.away.end(p.flow)
		}
	case rtfStyles:
		p.endStyle()
	case rtfCodes:
		p.endCodes()
	case rtfChoice:
		if f := p.state.field; f != nil && len(f.entries) > 0 {
			f.entries[len(f.entries)-1] = strings.TrimSpace(f.entries[len(f.entries)-1])
		}
	}
}

// write puts words where the open destination has them.
func (p *rtfReader) write(s string) {
	d := p.state.dest
	switch d.kind {
	case rtfAway:
		d.away.write(s)
	case rtfCodes:
		if p.state.field == nil {
			p.flow.drop(fieldCodes, s)
		} else {
			p.state.field.code.WriteString(s)
		}
	case rtfChoice:
		if f := p.state.field; f != nil && len(f.entries) > 0 && len(f.entries[len(f.entries)-1]) < longestCode {
			f.entries[len(f.entries)-1] += s
		}
	case rtfFonts:
		p.fontName(s)
	case rtfStyles:
		p.styleName(s)
	case rtfTitle:
		p.title.WriteString(s)
	case rtfNoWords, rtfForm:
	default:
		switch {
		case p.state.deleted:
			p.deleted.WriteString(s)
		case p.state.hidden:
			p.hidden.WriteString(s)
		default:
			p.ensurePara()
			p.flow.text(s, lettering{p.state.bold, p.state.slanted, p.state.lined})
		}
	}
}

// shown tells whether what stands here goes into the text.
func (p *rtfReader) shown() bool {
	return p.state.dest.holdsText() && !p.state.deleted && !p.state.hidden
}
