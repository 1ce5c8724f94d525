package convert

import "strings"

// odtStyles gathers the styles of a part, and drops the heads and feet of pages
// that stand among them. A style's key in the sheet is its family and its name.
type odtStyles struct {
	sheet  styleSheet
	flow   *flow
	id     string // of the open style
	style  textStyle
	away   leftOut
	inPara int // depth of the paragraph of a head or foot
	lists  map[string]map[int]odtListLevel
	list   string // the open style of lists
}

func (s *odtStyles) start(t xmlStart, depth int) {
	if s.away.depth > 0 {
		switch t.Name.Local {
		case "p", "h":
			s.inPara = depth
		case "tab", "s", "line-break":
			s.away.write(" ")
		}
		return
	}
	switch name := t.Name.Local; name {
	case "list-style":
		s.list = attr(t.Attr, "name")
	case "outline-style":
		s.list = outlineList
	case "outline-level-style", "list-level-style-number":
		s.listLevel(t.Attr)
	case "style":
		s.id = attr(t.Attr, "family") + "/" + attr(t.Attr, "name")
		s.style = textStyle{name: odtStyleName(t.Attr), level: wholeNumber(attr(t.Attr, "default-outline-level"), 0)}
		for _, a := range t.Attr {
			s.style.unlisted = s.style.unlisted || a.Name.Local == "list-style-name" && a.Value == ""
		}
		if parent := attr(t.Attr, "parent-style-name"); parent != "" {
			s.style.basedOn = attr(t.Attr, "family") + "/" + parent
		}
	case "text-properties":
		if s.id == "" {
			return
		}
		switch weight := attr(t.Attr, "font-weight"); {
		case weight == "bold" || weight >= "600" && weight <= "900":
			s.style.bold = on
		case weight != "":
			s.style.bold = off
		}
		if line := attr(t.Attr, "text-underline-style"); line != "" {
			s.style.lined = on
			if line == "none" {
				s.style.lined = off
			}
		}
		switch slant := attr(t.Attr, "font-style"); slant {
		case "":
		case "italic", "oblique":
			s.style.slant = on
		default:
			s.style.slant = off
		}
		switch attr(t.Attr, "display") {
		case "none":
			s.style.hidden = on
		case "true":
			s.style.hidden = off
		}
	case "header", "footer", "header-left", "footer-left", "header-first", "footer-first":
		s.away = leftOut{depth: depth, what: pageHeads}
	}
}

func (s *odtStyles) words(text string) {
	if s.inPara > 0 {
		s.away.write(text)
	}
}

func (s *odtStyles) end(name string, depth int) {
	switch {
	case s.away.depth > 0 && depth == s.inPara:
		s.inPara = 0
		s.away.write("\n")
	case depth == s.away.depth:
		if strings.TrimSpace(s.away.text.String()) != "" {
			s.away.end(s.flow)
		}
		s.away = leftOut{}
	case name == "style" && s.id != "":
		s.sheet[s.id] = s.style
		s.id = ""
	}
}

// odtStyleName returns the name that people see: in the other name blanks and
// the like are written as their codes.
func odtStyleName(attrs []xmlAttr) string {
	if name := attr(attrs, "display-name"); name != "" {
		return name
	}
	return strings.ReplaceAll(attr(attrs, "name"), "_20_", " ")
}
