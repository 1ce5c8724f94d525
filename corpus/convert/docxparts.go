package convert

import (
	"path"
	"sort"
	"strings"

	"crosscase/corpus/catalogue"
)

// docxParts are the parts of a Word file.
type docxParts struct {
	*archive
	main    string // "word/document.xml" as a rule
	related []docxRelation
}

// docxRelation says where a part stands that the main one refers to.
type docxRelation struct {
	id, kind, target string
}

func openDocx(data []byte) (*docxParts, error) {
	a, err := openArchive(data, "Word file")
	if err != nil {
		return nil, err
	}
	p := &docxParts{archive: a}
	p.main = p.mainPart()
	if !p.has(p.main) {
		return nil, catalogue.Errorf("is %s, not a Word file; %s", a.is(), a.remedy(".docx"))
	}
	p.related, err = p.relations(path.Join(path.Dir(p.main), "_rels", path.Base(p.main)+".rels"), path.Dir(p.main))
	return p, err
}

// mainPart finds the document by the relations of the package.
func (p *docxParts) mainPart() string {
	const usual = "word/document.xml"
	if p.has(usual) {
		return usual
	}
	rels, err := p.relations("_rels/.rels", "")
	if err != nil {
		return usual
	}
	for _, rel := range rels {
		if rel.kind == "officeDocument" && strings.HasPrefix(rel.target, "word/") {
			return rel.target
		}
	}
	return usual
}

// relations reads a part that lists relations; targets are relative to folder.
// A file without it, as some programs write, or with a damaged one is looked through by the usual
// names.
func (p *docxParts) relations(name, folder string) ([]docxRelation, error) {
	data, err := p.read(name)
	if err != nil && p.left < 0 {
		return nil, err
	}
	var parsed struct {
		Relationship []struct {
			ID         string `xml:"Id,attr"`
			Type       string `xml:",attr"`
			Target     string `xml:",attr"`
			TargetMode string `xml:",attr"`
		}
	}
	var out []docxRelation
	if data != nil && partDecoder(data).Decode(&parsed) == nil {
		for _, rel := range parsed.Relationship {
			if rel.TargetMode == "External" {
				continue
			}
			target, fromRoot := strings.CutPrefix(rel.Target, "/")
			if !fromRoot {
				target = path.Join(folder, rel.Target)
			}
			out = append(out, docxRelation{rel.ID, path.Base(rel.Type), target})
		}
		return out, nil
	}
	if p.has(name) {
		p.damaged = append(p.damaged, name)
	}
	for part := range p.files {
		if dir, base := path.Split(part); path.Clean(dir) == folder && strings.HasSuffix(base, ".xml") {
			kind := strings.TrimRight(strings.TrimSuffix(base, ".xml"), "0123456789")
			out = append(out, docxRelation{"", kind, part})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].target < out[j].target })
	return out, nil
}

// target returns the name of the part of a kind: footnotes, styles, ….
func (p *docxParts) target(kind string) string {
	for _, rel := range p.related {
		if rel.kind == kind {
			return rel.target
		}
	}
	return path.Join(path.Dir(p.main), kind+".xml")
}

// byID returns the relation that an element refers to.
func (p *docxParts) byID(id string) (docxRelation, bool) {
	for _, rel := range p.related {
		if rel.id == id && id != "" {
			return rel, true
		}
	}
	return docxRelation{}, false
}
