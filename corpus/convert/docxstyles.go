package convert

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

// docxStyle is what a paragraph style says of structure.
type docxStyle struct {
	name    string
	basedOn string
	outline int // from 0; -1 if it says nothing
	listed  bool
}

// docxStyles maps a style's id to the style.
type docxStyles map[string]docxStyle

// headingName is what styles of headings are called; the ids are localised, the
// names are not, but other programs localise them too.
var headingName = regexp.MustCompile(`^(?i)(?:heading|overskrift|rubrik|überschrift|titre)[ _]?([1-9])$`)

func readDocxStyles(data []byte) docxStyles {
	type val struct {
		Val string `xml:"val,attr"`
	}
	var parsed struct {
		Style []struct {
			Type    string `xml:"type,attr"`
			ID      string `xml:"styleId,attr"`
			Name    val    `xml:"name"`
			BasedOn val    `xml:"basedOn"`
			PPr     struct {
				Outline *val `xml:"outlineLvl"`
				NumPr   *struct {
					NumID val `xml:"numId"`
				} `xml:"numPr"`
			} `xml:"pPr"`
		} `xml:"style"`
	}
	styles := docxStyles{}
	if data == nil || xml.Unmarshal(data, &parsed) != nil {
		return styles // a file without styles is still a text
	}
	for _, s := range parsed.Style {
		if s.Type != "" && s.Type != "paragraph" {
			continue
		}
		style := docxStyle{name: s.Name.Val, basedOn: s.BasedOn.Val, outline: -1}
		if s.PPr.Outline != nil {
			if n, err := strconv.Atoi(s.PPr.Outline.Val); err == nil && n >= 0 {
				style.outline = n
			}
		}
		style.listed = s.PPr.NumPr != nil && s.PPr.NumPr.NumID.Val != "0"
		styles[s.ID] = style
	}
	return styles
}

// basedOnDepth ends a chain of styles that bites its own tail.
const basedOnDepth = 20

// level returns the heading level of a style, from 1; 0 if it is none.
func (s docxStyles) level(id string) int {
	for range basedOnDepth {
		style, ok := s[id]
		if !ok {
			return levelByName(id)
		}
		if style.outline >= 0 {
			if style.outline > 8 {
				return 0
			}
			return style.outline + 1
		}
		if n := levelByName(style.name); n > 0 {
			return n
		}
		id = style.basedOn
	}
	return 0
}

func levelByName(name string) int {
	if m := headingName.FindStringSubmatch(name); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	switch strings.ToLower(name) {
	case "title", "tittel":
		return 1
	}
	return 0
}

// listed tells whether a style makes its paragraphs list items.
func (s docxStyles) listed(id string) bool {
	for range basedOnDepth {
		style, ok := s[id]
		if !ok {
			return false
		}
		if style.listed {
			return true
		}
		id = style.basedOn
	}
	return false
}

// contents tells whether a style is a line of a table of contents.
func (s docxStyles) contents(id string) bool {
	name := strings.ToLower(s[id].name)
	if name == "" {
		name = strings.ToLower(id)
	}
	return strings.HasPrefix(name, "toc ") && len(name) == 5 || name == "contents 1" || name == "contents 2" || name == "contents 3"
}
