package convert

import "strconv"

type docxVal struct {
	Val string `xml:"val,attr"`
}

type docxRunProps struct {
	Bold   *docxVal `xml:"b"`
	Slant  *docxVal `xml:"i"`
	Vanish *docxVal `xml:"vanish"`
}

func readDocxStyles(data []byte) (styleSheet, error) {
	var parsed struct {
		Style []struct {
			Type    string  `xml:"type,attr"`
			ID      string  `xml:"styleId,attr"`
			Name    docxVal `xml:"name"`
			BasedOn docxVal `xml:"basedOn"`
			PPr     struct {
				Outline *docxVal `xml:"outlineLvl"`
				NumPr   *struct {
					Level docxVal `xml:"ilvl"`
					NumID docxVal `xml:"numId"`
				} `xml:"numPr"`
			} `xml:"pPr"`
			RPr docxRunProps `xml:"rPr"`
		} `xml:"style"`
	}
	styles := styleSheet{}
	if err := partDecoder(data).Decode(&parsed); err != nil {
		return styles, err // a file without styles is still a text
	}
	for _, s := range parsed.Style {
		style := textStyle{name: s.Name.Val, basedOn: s.BasedOn.Val}
		switch s.Type {
		case "", "paragraph":
			if s.PPr.Outline != nil {
				style.level = docxLevel(s.PPr.Outline.Val)
			}
			if n := s.PPr.NumPr; n != nil && n.NumID.Val != "0" {
				style.listed, style.list, style.depth = true, n.NumID.Val, min(max(wholeNumber(n.Level.Val, 0), 0), deepestList)+1
			}
		case "character":
			style.level = -1
		default:
			continue
		}
		if s.RPr.Bold != nil {
			style.bold = docxSetting(s.RPr.Bold.Val)
		}
		if s.RPr.Slant != nil {
			style.slant = docxSetting(s.RPr.Slant.Val)
		}
		if s.RPr.Vanish != nil {
			style.hidden = docxSetting(s.RPr.Vanish.Val)
		}
		styles[s.ID] = style
	}
	return styles, nil
}

// docxLevel reads an outline level, which counts from 0; 9 is body text.
func docxLevel(val string) int {
	n, err := strconv.Atoi(val)
	switch {
	case err != nil || n < 0:
		return 0
	case n > 8:
		return -1
	}
	return n + 1
}

// docxSetting reads a property that is on unless it says no.
func docxSetting(val string) setting {
	if val == "0" || val == "false" || val == "off" {
		return off
	}
	return on
}
