package convert

import (
	"slices"
	"strings"
)

// maxOpen is how many elements may be open at once; what is deeper is read, but
// its tags only part paragraphs.
const maxOpen = 400

var (
	blockElements = setOf("address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer " +
		"form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary " +
		"table tbody td tfoot th thead tr ul")
	voidElements = setOf("area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr")
	// what stands inside is no markup
	rawElements = setOf("iframe noembed noframes noscript plaintext script style textarea title xmp")
	// an end tag inside a cell does not end what stands around the table
	tableElements = setOf("table caption colgroup tbody thead tfoot tr td th")
)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// start opens an element.
func (p *htmlPage) start(name string, a htmlAttributes) {
	if voidElements[name] {
		p.void(name, a)
		return
	}
	p.imply(name)
	e := htmlElement{name: name, block: blockElements[name] || strings.Contains(a.style, "display:block") && !strings.Contains(a.style, "float:"), tablePart: tableElements[name]}
	if e.block {
		p.paragraphEnd()
	}
	if len(p.open) >= maxOpen {
		if e.block && name != "p" {
			p.over[name]++
		}
		return
	}
	if p.out == nil {
		what, out := notShown(name, a, p.names["svg"] > 0)
		if !out && !p.part {
			what, out = furnitureOf(name, a, p.inText())
		}
		if p.hiddenByClass(a) {
			what, out = hiddenText, true
		}
		if out {
			p.out = &omission{what: what, depth: len(p.open)}
		} else {
			p.enter(&e, a)
		}
	}
	p.open = append(p.open, e)
	p.names[name]++
	if e.face != (typeFace{}) {
		p.setFace()
	}
}

// imply ends the elements that end by themselves where another begins.
func (p *htmlPage) imply(name string) {
	switch name {
	case "li":
		p.endOpen("li", "ul ol menu dir table td th body")
	case "dt", "dd":
		p.endOpen("dt dd", "dl table td th body")
	case "td", "th":
		p.endOpen("td th", "table tr")
	case "tr":
		p.endOpen("tr td th", "table")
	case "tbody", "thead", "tfoot":
		p.endOpen("tr td th tbody thead tfoot", "table")
	case "option", "optgroup":
		p.endOpen("option", "select table")
	case "a":
		if p.names["a"] > 0 {
			p.end("a")
		}
	}
	if isHeadingTag(name) && len(p.open) > 0 && isHeadingTag(p.open[len(p.open)-1].name) {
		p.closeTo(len(p.open) - 1)
	}
	if !blockElements[name] || p.names["p"] == 0 {
		return
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i].name == "p" {
			p.closeTo(i)
			return
		}
		if p.open[i].block || p.open[i].name == "select" {
			return
		}
	}
}

// endOpen ends open elements of these names, all that are not beyond one of
// the others.
func (p *htmlPage) endOpen(names, beyond string) {
	some := false
	for name := range strings.FieldsSeq(names) {
		some = some || p.names[name] > 0
	}
	last := -1
	for i := len(p.open) - 1; some && i >= 0; i-- {
		if hasWord(beyond, p.open[i].name) {
			break
		}
		if hasWord(names, p.open[i].name) {
			last = i
		}
	}
	if last >= 0 {
		p.closeTo(last)
	}
}

func hasWord(words, word string) bool {
	for w := range strings.FieldsSeq(words) {
		if w == word {
			return true
		}
	}
	return false
}

// end handles an end tag: a block ends all that is open in it, an inline element
// itself only, since <b><p></b></p> is common.
func (p *htmlPage) end(name string) {
	if p.raw != "" {
		p.raw = ""
		return
	}
	if name == "br" {
		if !p.xml {
			p.void(name, htmlAttributes{})
		}
		return
	}
	if p.over[name] > 0 {
		p.over[name]--
		p.paragraphEnd()
		return
	}
	if p.names[name] == 0 && !isHeadingTag(name) {
		if name == "p" {
			p.paragraphEnd()
		}
		return
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		e := p.open[i]
		switch {
		case e.name == name || isHeadingTag(name) && isHeadingTag(e.name):
			if e.block {
				p.closeTo(i)
			} else {
				p.closeOne(i)
			}
			return
		case e.name == "table", e.tablePart && !tableElements[name]:
			return
		}
	}
}

func isHeadingTag(name string) bool {
	return len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'
}

// closeTo ends the open elements from the innermost to the i-th.
func (p *htmlPage) closeTo(i int) {
	for n := len(p.open) - 1; n >= i; n-- {
		p.closeOne(n)
	}
}

// closeOne ends the i-th open element, wherever it stands.
func (p *htmlPage) closeOne(i int) {
	e := p.open[i]
	if p.out != nil {
		switch {
		case i == p.out.depth:
			p.endOmission()
		case i < p.out.depth:
			p.out.depth--
		}
	}
	p.leave(e)
	p.open = slices.Delete(p.open, i, i+1)
	p.names[e.name]--
	if e.face != (typeFace{}) {
		p.setFace()
	}
}
