package convert

// rtfSigns are control words that stand for a character.
var rtfSigns = map[string]string{
	"tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "softline": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
	"ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
	"mden": "/", "msup": "^", "msub": "_",
}

// rtfReplacements are words that may stand for a \u before them.
var rtfReplacements = map[string]bool{"emdash": true, "endash": true, "lquote": true, "rquote": true, "ldblquote": true, "rdblquote": true, "bullet": true}

// rtfKept are destinations marked as such that may be passed over, but hold words.
var rtfKept = map[string]bool{"shpinst": true, "shppict": true, "nesttableprops": true, "do": true, "moMath": true, "moMathPara": true, "cs": true}

// word does what a control word says.
func (p *rtfReader) word(word string, value int, given bool) error {
	if word == "u" {
		p.fresh = false
		if p.state.dest.kind != rtfNoWords {
			p.unicode(value)
		}
		return nil
	}
	if word == "bin" {
		if value < 0 || value > len(p.data)-p.at {
			value = len(p.data) - p.at
		}
		p.at += value
		return nil
	}
	p.flush()
	if p.fresh || word == "pict" {
		known, starred := p.beginDest(word), p.starred
		p.fresh, p.starred = false, false
		switch {
		case known:
			return nil
		case starred && !rtfKept[word]:
			p.state.dest, p.state.begins = &rtfDest{kind: rtfNoWords, name: word, to: p.state.dest}, true
			return nil
		}
	}
	if p.beginsText(word) {
		p.ended++
		for p.state.dest.kind != rtfText && len(p.outer) > 1 {
			p.endGroup()
		}
	}
	on := !given || value != 0
	switch word {
	case "uc":
		p.state.uc = max(value, 0)
	case "ansicpg":
		if p.codepage = value; value == 65001 {
			p.utf8 = true
		}
	case "mac":
		p.codepage = 10000
	case "pc":
		p.codepage = 437
	case "pca":
		p.codepage = 850
	}
	switch p.state.dest.kind {
	case rtfNoWords:
	case rtfFonts:
		p.fontWord(word, value)
	case rtfStyles:
		p.styleWord(word, value)
	case rtfForm:
		p.formWord(word, value)
	default:
		p.textWord(word, value, on)
	}
	return nil
}

// rtfTablesAtTop are destinations at the top of a file in which no paragraph can stand.
var rtfTablesAtTop = map[string]bool{"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "listtable": true, "listoverridetable": true,
	"rsidtbl": true, "revtbl": true, "generator": true, "themedata": true, "colorschememapping": true, "datastore": true, "latentstyles": true,
	"xmlnstbl": true, "filetbl": true, "pict": true, "objdata": true}

// beginsText tells whether a control word can only stand in the text, though a destination
// without words is open: the brace that ends this one is missing.
func (p *rtfReader) beginsText(word string) bool {
	d := p.state.dest
	switch word {
	case "par", "sectd":
	case "pard":
		if d.kind == rtfStyles {
			return false
		}
	default:
		return false
	}
	for d.to != nil && !rtfTablesAtTop[d.name] {
		d = d.to
	}
	return d.to != nil && !p.state.dest.holdsText() && d.to.kind == rtfText
}

// textWord does what a control word says among the words of the text.
func (p *rtfReader) textWord(word string, value int, on bool) {
	s := &p.state
	switch word {
	case "par", "sect":
		p.endPara()
	case "cell", "nestcell", "row", "nestrow", "trowd", "trleft", "cellx":
		if s.dest.holdsText() {
			p.tableWord(word, value)
		} else {
			p.write(" ")
		}
	case "nesttableprops":
		s.nested = true
	case "pard":
		s.para = rtfPara{}
	case "plain":
		s.bold, s.slanted, s.lined, s.hidden, s.deleted, s.font = false, false, false, false, false, p.first
	case "b":
		s.bold = on
	case "ul":
		s.lined = on
	case "ulnone":
		s.lined = false
	case "i":
		s.slanted = on
	case "v":
		s.hidden = on
	case "deleted":
		if s.deleted = on; !on {
			p.flow.dropLine(deletedText, &p.deleted)
		}
	case "revised":
		if on {
			p.r.Add("normalised", insertedText, 1, "")
		}
	case "f":
		s.font = value
	case "deff":
		p.first, s.font = value, value
	case "s":
		s.para.style = value
	case "outlinelevel":
		s.para.level = value + 1
		if value > 8 {
			s.para.level = -1
		}
	case "ls":
		s.para.listed = value > 0
	case "ilvl":
		s.para.depth = min(max(value, 0), deepestList)
	case "intbl":
		s.para.inside = max(s.para.inside, 1)
	case "itap":
		s.para.inside = min(max(value, 0), mostTables)
	case "field":
		s.field = &rtfField{chosen: -1, put: p.flow.put}
	case "shp":
		s.shape = &rtfShape{p.flow.put}
	case "md":
		p.write("(")
		s.close = ")"
	default:
		if sign := rtfSigns[word]; sign != "" {
			p.write(sign)
		}
	}
}
