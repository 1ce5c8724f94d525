package sheet

import (
	"encoding/xml"
	"strconv"
	"strings"

	"crosscase/corpus/catalogue"
)

// readSheet reads the cells of one sheet.
func (b *workbook) readSheet(part string, t *Table) error {
	g := grid{room: b.room}
	var c xlsxCell
	row, column := -1, -1
	err := b.walk(part, func(token xml.Token) error {
		switch e := token.(type) {
		case xml.StartElement:
			switch name := e.Name.Local; name {
			case "row":
				row, column = row+1, -1
				if n, err := strconv.Atoi(attr(e, "r")); err == nil {
					row = n - 1
				}
			case "c":
				column++
				c = xlsxCell{kind: attr(e, "t"), inside: true}
				if n, err := strconv.Atoi(attr(e, "s")); err == nil {
					c.style = n
				}
				if r, col, ok := cellName(attr(e, "r")); ok {
					row, column = r, col
				}
			case "v":
				c.inValue = c.inside
			case "f":
				c.formula = true
			default:
				if c.inside {
					c.rich.start(name)
				}
			}
		case xml.CharData:
			if c.inValue && c.value.Len()+len(e) > maxRun {
				return errCell
			}
			if c.inValue {
				c.value.Write(e)
			} else if c.inside {
				return c.rich.text(e)
			}
		case xml.EndElement:
			switch name := e.Name.Local; name {
			case "v":
				c.inValue = false
			case "c":
				text, err := b.shown(&c)
				if err != nil {
					return b.damaged(part, err)
				}
				if c.formula && text == "" && c.value.Len() == 0 && c.kind != "str" {
					t.Unsaved++
				}
				c = xlsxCell{}
				return g.put(row, column, text)
			default:
				if c.inside {
					c.rich.end(name)
				}
			}
		}
		return nil
	})
	t.Rows = g.rows
	return err
}

// xlsxCell is a cell while it is read.
type xlsxCell struct {
	kind            string // s, str, inlineStr, b, e, d; "" or n for a number
	style           int
	value           strings.Builder // of <v>
	rich            richText        // of <is>
	inside, inValue bool
	formula         bool
}

// shown returns the text that a person sees in a cell.
func (b *workbook) shown(c *xlsxCell) (string, error) {
	value := c.value.String()
	switch c.kind {
	case "s":
		if value = strings.TrimSpace(value); value == "" {
			return "", nil
		}
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 || n >= len(b.strings) {
			return "", catalogue.Errorf("a cell refers to text %s of %d", value, len(b.strings))
		}
		return b.strings[n], nil
	case "inlineStr":
		if c.rich.Len() > 0 {
			return c.rich.String(), nil
		}
		return unescape(value), nil
	case "str", "e":
		return unescape(value), nil
	case "b":
		switch strings.TrimSpace(value) {
		case "1", "true":
			return "TRUE", nil
		case "0", "false":
			return "FALSE", nil
		}
		return value, nil
	case "d":
		return isoDate(value), nil
	}
	value = strings.TrimSpace(value)
	f, err := strconv.ParseFloat(value, 64)
	if err != nil {
		return unescape(value), nil
	}
	if c.style < 0 || c.style >= len(b.formats) {
		return general(f), nil
	}
	return b.formats[c.style].print(f, b.date1904), nil
}

// isoDate writes 2016-02-19T00:00:00 as 2016-02-19 and keeps a time that is not
// midnight.
func isoDate(s string) string {
	s = strings.TrimSpace(s)
	day, clock, ok := strings.Cut(strings.TrimSuffix(s, "Z"), "T")
	if !ok || len(day) != len("2016-02-19") {
		return s
	}
	clock, fraction, _ := strings.Cut(clock, ".")
	if strings.Trim(clock, "0:") == "" && strings.Trim(fraction, "0") == "" {
		return day
	}
	return day + " " + strings.TrimSuffix(clock, ":00")
}

// cellName reads the name of a cell, "AB12", as row and column from 0.
func cellName(s string) (row, column int, ok bool) {
	i := 0
	for ; i < len(s) && i < 4 && s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z'; i++ {
		column = column*26 + int(s[i]|0x20-'a') + 1
	}
	row, err := strconv.Atoi(s[i:])
	return row - 1, column - 1, i > 0 && err == nil
}

// readBeside reads the comments and text boxes of a sheet.
func (b *workbook) readBeside(part string, t *Table) error {
	related, err := b.relations(part)
	if err != nil {
		return err
	}
	comments, _ := related.of("comments")
	drawings, _ := related.of("drawing")
	for _, source := range []struct{ part, item, where string }{{comments, "comment", "ref"}, {drawings, "txBody", ""}} {
		if source.part == "" {
			continue
		}
		var r richText
		at := ""
		err := b.walk(source.part, func(token xml.Token) error {
			switch e := token.(type) {
			case xml.StartElement:
				if e.Name.Local == source.item {
					r, at = richText{}, ""
					if at = attr(e, source.where); at != "" {
						at += ": "
					}
				}
				r.start(e.Name.Local)
			case xml.CharData:
				return r.text(e)
			case xml.EndElement:
				r.end(e.Name.Local)
				switch e.Name.Local {
				case "p":
					r.WriteByte('\n')
				case source.item:
					words := strings.TrimSpace(r.String())
					if words == "" {
						return nil
					}
					if b.room.text -= len(words); b.room.text < 0 {
						return errText
					}
					t.Beside = append(t.Beside, at+words)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
