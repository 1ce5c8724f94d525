package convert

import "strings"

// notShown tells whether an element is left out, and how the report calls it:
// "" if its words are not part of the page at all.
func notShown(name string, a htmlAttributes, drawing bool) (what string, out bool) {
	switch {
	case name == "template":
		return "", true
	case name == "html" || name == "body":
		return "", false // hidden until a script has run
	case a.hidden, strings.Contains(a.style, "display:none"), strings.Contains(a.style, "visibility:hidden"), strings.Contains(a.style, "visibility:collapse"),
		strings.Contains(a.style, "mso-hide:all"), name == "dialog" && !a.open:
		return hiddenText, true
	case name == "nav", a.role == "navigation", strings.HasPrefix(a.role, "doc-toc"):
		return siteWays, true
	case name == "div" && (a.title == "header" || a.title == "footer"):
		return "running heads and page numbers", true // as LibreOffice writes them
	case strings.HasPrefix(a.id, "Table of Contents"), len(a.class) >= 7 && strings.HasPrefix(a.class, "msotoc"):
		return "lines of the table of contents", true
	case name == "select", name == "datalist":
		return "choices of a form", true
	case name == "audio", name == "video", name == "canvas":
		return "words for programs that cannot play or draw", true
	case drawing && (name == "desc" || name == "metadata"):
		return "titles of drawings", true
	case name == "annotation", name == "annotation-xml":
		return "sources of formulas", true
	case name == "xml":
		return "data of the word processor", true
	case name == "del" && (a.tracked || a.classed("msodel")):
		return "text deleted in tracked changes", true
	case strings.Contains(a.style, "mso-element:comment"), strings.Contains(a.style, "mso-comment-reference"), a.classed("msocomanchor", "msocommentreference"):
		return "comments in the margin", true
	case a.role == "doc-pagebreak", hasWord(a.kind, "pagebreak"):
		return "page numbers", true
	case name != "li" && (a.role == "doc-backlink" || hasWord(a.kind, "backlink") || a.classed("footnote-back", "footnote-backref", "mw-cite-backlink", "data-footnote-backref", "reversefootnote")):
		return "links back to the text", true
	}
	return "", false
}

// endOmission ends what is left out and writes it down.
func (p *htmlPage) endOmission() {
	text := strings.Join(strings.Fields(p.out.text.String()), " ")
	if p.out.what != "" && text != "" {
		p.r.Drop(p.out.what, text)
	}
	p.out = nil
}
