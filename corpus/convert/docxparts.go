package convert

import (
	"encoding/xml"
	"fmt"
	"path"
	"strings"
)

// docxParts are the parts of a Word file.
type docxParts struct {
	*archive
	main string // "word/document.xml" as a rule
}

func openDocx(data []byte) (*docxParts, error) {
	a, err := openArchive(data, "Word file")
	if err != nil {
		return nil, err
	}
	p := &docxParts{archive: a}
	p.main = p.mainPart()
	if !p.has(p.main) {
		return nil, fmt.Errorf("is %s, not a Word file; %s", a.is(), a.remedy(".docx"))
	}
	return p, nil
}

// mainPart finds the document by the relations of the package.
func (p *docxParts) mainPart() string {
	const usual = "word/document.xml"
	if p.has(usual) || !p.has("_rels/.rels") {
		return usual
	}
	data, err := p.read("_rels/.rels")
	if err != nil {
		return usual
	}
	var rels struct {
		Relationship []struct {
			Type   string `xml:",attr"`
			Target string `xml:",attr"`
		}
	}
	if xml.Unmarshal(data, &rels) == nil {
		for _, rel := range rels.Relationship {
			if name := strings.TrimPrefix(rel.Target, "/"); strings.HasSuffix(rel.Type, "/officeDocument") && strings.HasPrefix(name, "word/") {
				return name
			}
		}
	}
	return usual
}

// beside returns the name of another part in the folder of the main one.
func (p *docxParts) beside(name string) string { return path.Join(path.Dir(p.main), name) }
