package convert

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// Limits on what a zip archive may unpack to.
const (
	maxEntries  = 20_000
	maxUnpacked = 256 << 20 // bytes of all parts that are read
)

// archive opens the parts of a file that is a zip archive (Word, OpenDocument,
// EPUB) and counts what they unpack to. Names are looked up, never written to.
type archive struct {
	what  string // "Word file", for errors
	files map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

func openArchive(data []byte, what string) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("is a damaged %s (%v); open it in the program that made it and save it again", what, err)
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("holds %d parts, more than the %d that are read; it is no ordinary %s", len(z.File), maxEntries, what)
	}
	a := &archive{what: what, files: map[string]*zip.File{}, left: maxUnpacked}
	for _, f := range z.File {
		a.files[strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")] = f
	}
	return a, nil
}

func (a *archive) has(name string) bool { return a.files[name] != nil }

// is says which kind of file the archive is.
func (a *archive) is() string {
	switch {
	case a.has("word/document.xml"):
		return "a Word file"
	case a.has("xl/workbook.xml"):
		return "an Excel workbook"
	case a.has("ppt/presentation.xml"):
		return "a PowerPoint file"
	case a.has("META-INF/container.xml"):
		return "an e-book (EPUB)"
	case a.has("content.xml") && a.has("mimetype"):
		return "an OpenDocument file"
	}
	return "a zip archive"
}

// remedy says what to do with an archive that has the wrong ending.
func (a *archive) remedy(ext string) string {
	switch is := a.is(); is {
	case "a Word file":
		return "rename it to .docx"
	case "an Excel workbook":
		return "rename it to .xlsx"
	case "an e-book (EPUB)":
		return "rename it to .epub"
	case "an OpenDocument file":
		return "rename it to .odt, or to .ods if it is a spreadsheet"
	case "a zip archive":
		return "unpack it and take the files in it"
	default:
		return "save the text as " + ext
	}
}

// read unpacks a part; nil without an error if the file has none of that name.
func (a *archive) read(name string) ([]byte, error) {
	f := a.files[name]
	if f == nil {
		return nil, nil
	}
	rc, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("is a damaged %s (%s: %v); save it again", a.what, name, err)
	}
	defer rc.Close()
	data, err := io.ReadAll(io.LimitReader(rc, a.left+1))
	if err != nil {
		return nil, fmt.Errorf("is a damaged %s (%s: %v); save it again", a.what, name, err)
	}
	if a.left -= int64(len(data)); a.left < 0 {
		return nil, fmt.Errorf("unpacks to more than %d MB; take the pictures out or split it", maxUnpacked>>20)
	}
	return data, nil
}
