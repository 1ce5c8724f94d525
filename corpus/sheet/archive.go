package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"crosscase/corpus/catalogue"
)

// Limits on what a spreadsheet that is a zip archive may unpack to.
const (
	maxParts    = 20_000
	maxUnpacked = 256 << 20 // bytes of all parts that are read

	// A part of more than plainPart bytes is read only while it is less than maxPacking times
	// as long as in the archive. The tags of large sheets come to some 20 times.
	plainPart  = 16 << 20
	maxPacking = 200
)

// archive opens the XML parts of a spreadsheet and counts what they unpack to.
type archive struct {
	what  string // "Excel workbook", for errors
	files map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

func openArchive(data []byte, what string) (*archive, error) {
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")) {
		return nil, catalogue.Errorf("is an old or password-protected Office file; open it and save it as .xlsx without a password")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, catalogue.Errorf("is no %s, or a damaged one (%v); open it in the program that made it and save it again", catalogue.Text(what), err)
	}
	if len(z.File) > maxParts {
		return nil, catalogue.Errorf("holds %d parts, more than the %d that are read; it is no ordinary %s", len(z.File), maxParts, catalogue.Text(what))
	}
	a := &archive{what: what, files: map[string]*zip.File{}, left: maxUnpacked}
	for _, f := range z.File {
		a.files[partName(f.Name)] = f
	}
	return a, nil
}

// partName returns the name of a part as it is looked up: some programs write
// backslashes, a slash in front, or other capitals than they refer to.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

func (a *archive) has(name string) bool { return a.files[partName(name)] != nil }

// walk hands the tags and texts of a part to visit, in order, and checks that the
// part is whole. A part that is not there has none.
func (a *archive) walk(name string, visit func(t xml.Token) error) error {
	f := a.files[partName(name)]
	if f == nil {
		return nil
	}
	rc, err := f.Open()
	if err != nil {
		return a.damaged(name, err)
	}
	defer rc.Close()
	guard := &tagGuard{in: rc, left: &a.left, part: max(plainPart, int64(min(f.CompressedSize64, maxUnpacked))*maxPacking)}
	d := xml.NewDecoder(guard)
	depth := 0
	for {
		t, err := d.RawToken()
		if err == io.EOF && depth == 0 {
			return nil
		}
		if errors.Is(err, errTooMuch) || errors.Is(err, errPacked) {
			return err
		}
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return a.damaged(name, err)
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			if depth--; depth < 0 {
				return a.damaged(name, catalogue.Errorf("more tags end than begin"))
			}
		}
		if err := visit(t); err != nil {
			return err
		}
	}
}

func (a *archive) damaged(name string, err error) error {
	return catalogue.Errorf("is a damaged %s (%s: %v); open it in the program that made it and save it again", catalogue.Text(a.what), name, err)
}

// attr returns the value of an attribute, "" if the tag has none of that name.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
