package convert

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
)

// Limits on what a Word file may unpack to.
const (
	maxEntries  = 20_000
	maxUnpacked = 256 << 20 // bytes of all parts that are read
)

// docxParts opens the parts of a Word file and counts what they unpack to.
type docxParts struct {
	files map[string]*zip.File
	main  string // "word/document.xml" as a rule
	left  int64  // bytes that may still be unpacked
}

func openDocx(data []byte) (*docxParts, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("is a damaged Word file (%v); open it in a word processor and save it again", err)
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("holds %d parts, more than the %d that are read; it is no ordinary Word file", len(z.File), maxEntries)
	}
	p := &docxParts{files: map[string]*zip.File{}, left: maxUnpacked}
	for _, f := range z.File {
		p.files[strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")] = f
	}
	p.main = p.mainPart()
	if p.files[p.main] == nil {
		return nil, notWord(p.files)
	}
	return p, nil
}

// notWord says which other file a zip archive is.
func notWord(files map[string]*zip.File) error {
	switch {
	case files["xl/workbook.xml"] != nil:
		return fmt.Errorf("is an Excel workbook, not a Word file; save the text as .docx")
	case files["ppt/presentation.xml"] != nil:
		return fmt.Errorf("is a PowerPoint file, not a Word file; save the text as .docx")
	case files["content.xml"] != nil && files["mimetype"] != nil:
		return fmt.Errorf("is an OpenDocument file, not a Word file; save it as .docx")
	case files["META-INF/container.xml"] != nil:
		return fmt.Errorf("is an e-book (EPUB), not a Word file; save it as .docx or .txt")
	}
	return fmt.Errorf("is a zip archive without a Word document in it; unpack it and take the files in it")
}

// mainPart finds the document by the relations of the package.
func (p *docxParts) mainPart() string {
	const usual = "word/document.xml"
	if p.files[usual] != nil || p.files["_rels/.rels"] == nil {
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

// read unpacks a part; nil without an error if the file has none of that name.
func (p *docxParts) read(name string) ([]byte, error) {
	f := p.files[name]
	if f == nil {
		return nil, nil
	}
	rc, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("is a damaged Word file (%s: %v); save it again", name, err)
	}
	defer rc.Close()
	data, err := io.ReadAll(io.LimitReader(rc, p.left+1))
	if err != nil {
		return nil, fmt.Errorf("is a damaged Word file (%s: %v); save it again", name, err)
	}
	if p.left -= int64(len(data)); p.left < 0 {
		return nil, fmt.Errorf("unpacks to more than %d MB; take the pictures out or split it", maxUnpacked>>20)
	}
	return data, nil
}
