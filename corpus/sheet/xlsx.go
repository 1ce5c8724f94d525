package sheet

import (
	"encoding/xml"
	"path"
	"strconv"
	"strings"

	"crosscase/corpus/catalogue"
)

// workbook is an Excel workbook while it is read.
type workbook struct {
	*archive
	strings  []string // shared by the cells
	formats  []numberFormat
	date1904 bool
	room     *room
}

// readXLSX reads an Excel workbook (ISO 29500, transitional and strict).
func readXLSX(data []byte) ([]Table, error) {
	a, err := openArchive(data, "Excel workbook")
	if err != nil {
		return nil, err
	}
	main := "xl/workbook.xml"
	top, err := a.relations("")
	if err != nil {
		return nil, err
	}
	if r, ok := top.of("officeDocument"); ok {
		main = r
	}
	if !a.has(main) {
		return nil, catalogue.Errorf("is a zip archive, but no Excel workbook; is the ending right? save it as .xlsx, .ods or .csv")
	}
	b := &workbook{archive: a, room: newRoom()}
	sheets, err := b.sheets(main)
	if err != nil {
		return nil, err
	}
	related, err := a.relations(main)
	if err != nil {
		return nil, err
	}
	if part, ok := related.of("sharedStrings"); ok {
		if err := b.readStrings(part); err != nil {
			return nil, err
		}
	}
	if part, ok := related.of("styles"); ok {
		if err := b.readStyles(part); err != nil {
			return nil, err
		}
	}
	var out []Table
	for _, s := range sheets {
		r := related[s.id]
		if r.kind != "worksheet" { // a sheet may be one chart
			continue
		}
		t := Table{Name: s.name, Hidden: s.hidden}
		if err := b.readSheet(r.target, &t); err != nil {
			return nil, err
		}
		if err := b.readBeside(r.target, &t); err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, nil
}

// relation is where one part refers to another.
type relation struct{ kind, target string }

// relations are what a part refers to, by id.
type relations map[string]relation

// of returns the part of a kind that is referred to; the one with the first id of several.
func (rs relations) of(kind string) (string, bool) {
	first := ""
	for id, r := range rs {
		if r.kind == kind && (first == "" || id < first) {
			first = id
		}
	}
	return rs[first].target, first != ""
}

// relations reads what a part refers to; what the file itself does for "".
func (a *archive) relations(part string) (relations, error) {
	folder, file := path.Split(part)
	out := relations{}
	err := a.walk(folder+"_rels/"+file+".rels", func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Relationship" && attr(e, "TargetMode") != "External" && len(out) < maxParts {
			target := attr(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = folder + target
			}
			out[attr(e, "Id")] = relation{path.Base(attr(e, "Type")), partName(target)}
		}
		return nil
	})
	return out, err
}

type sheetEntry struct {
	name, id string
	hidden   bool
}

// sheets lists the sheets of a workbook.
func (b *workbook) sheets(main string) ([]sheetEntry, error) {
	var out []sheetEntry
	seen := map[string]bool{}
	err := b.walk(main, func(t xml.Token) error {
		e, ok := t.(xml.StartElement)
		switch {
		case ok && e.Name.Local == "workbookPr":
			b.date1904 = isTrue(attr(e, "date1904"))
		case ok && e.Name.Local == "sheet":
			if id := attr(e, "id"); !seen[id] { // a sheet that is named twice is read once
				seen[id] = true
				out = append(out, sheetEntry{attr(e, "name"), id, strings.Contains(strings.ToLower(attr(e, "state")), "hidden")})
			}
		}
		return nil
	})
	return out, err
}

func isTrue(s string) bool { return s == "1" || strings.EqualFold(s, "true") || s == "on" }

// readStyles reads the number formats of the cell styles.
func (b *workbook) readStyles(part string) error {
	codes := map[string]string{}
	read := map[string]numberFormat{}
	inCells := false
	return b.walk(part, func(t xml.Token) error {
		if e, ok := t.(xml.EndElement); ok && e.Name.Local == "cellXfs" {
			inCells = false
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			return nil
		}
		switch e.Name.Local {
		case "numFmt":
			if len(codes) < maxStyles && codes[attr(e, "numFmtId")] == "" {
				codes[attr(e, "numFmtId")] = attr(e, "formatCode")
			}
		case "cellXfs":
			inCells = true
		case "xf":
			if !inCells || len(b.formats) >= maxStyles {
				return nil
			}
			id := attr(e, "numFmtId")
			f, ok := read[id]
			if !ok {
				code := codes[id]
				if n, err := strconv.Atoi(id); err == nil && code == "" {
					code = builtIn[n]
				}
				f = readFormat(code)
				read[id] = f
			}
			b.formats = append(b.formats, f)
		}
		return nil
	})
}

// maxStyles is more than Excel allows.
const maxStyles = 1 << 16
