package margin

import (
	"encoding/xml"
	"path"
	"strings"
)

// Kind is what a paragraph is, by its style.
type Kind int

const (
	Body     Kind = iota
	Heading       // also a title, and a line of a table of contents
	Caption       // of a table or a figure
	Footnote      // or an endnote
)

// style is a style of paragraphs. The names of those that Word brings are the same in all its languages; their ids are not.
type style struct {
	ID      string `xml:"styleId,attr"`
	Name    value  `xml:"name"`
	BasedOn value  `xml:"basedOn"`
	Outline *value `xml:"pPr>outlineLvl"`
}

type value struct {
	Val string `xml:"val,attr"`
}

// mostBased is how many styles are looked through for what one is based on.
const mostBased = 16

// kindsOf returns what paragraphs of each style are. A file without styles, or with styles that cannot be read, is still a text.
func (f *File) kindsOf() map[string]Kind {
	data, err := f.part(path.Join(path.Dir(f.main), "styles.xml"))
	var sheet struct {
		Styles []style `xml:"style"`
	}
	if err != nil || xml.Unmarshal(data, &sheet) != nil {
		return nil
	}
	byID := map[string]style{}
	for _, s := range sheet.Styles {
		byID[s.ID] = s
	}
	kinds := map[string]Kind{}
	for id := range byID {
		s := byID[id]
		for n := 0; n < mostBased && s.ID != "" && kinds[id] == Body; n++ {
			kinds[id] = s.kind()
			s = byID[s.BasedOn.Val]
		}
	}
	return kinds
}

func (s style) kind() Kind {
	name := strings.ToLower(s.Name.Val)
	switch {
	case name == "caption":
		return Caption
	case name == "title", name == "subtitle", name == "table of figures", strings.HasPrefix(name, "heading"), strings.HasPrefix(name, "toc "), s.Outline != nil && outlined(s.Outline.Val):
		return Heading
	}
	return Body
}

// outlined tells whether an outline level is that of a heading; 9 is body text.
func outlined(level string) bool { return len(level) == 1 && level < "9" }
