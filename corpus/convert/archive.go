package convert

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"io"
	"strings"

	"crosscase/corpus/catalogue"
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
	// damaged names the parts without words of the text that could not be read and were left out.
	damaged []string
}

func openArchive(data []byte, what string) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, catalogue.Errorf("is a damaged %s (%v); open it in the program that made it and save it again", catalogue.Text(what), err)
	}
	if len(z.File) > maxEntries {
		return nil, catalogue.Errorf("holds %d parts, more than the %d that are read; it is no ordinary %s", len(z.File), maxEntries, catalogue.Text(what))
	}
	a := &archive{what: what, files: map[string]*zip.File{}, left: maxUnpacked}
	for _, f := range z.File {
		a.files[strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")] = f
	}
	return a, nil
}

// inFolder returns the archive as it is inside its one folder, if it is a folder that was
// packed with all that is in it, a part of that name among them; else the archive itself.
func (a *archive) inFolder(part string) *archive {
	folder := ""
	for name := range a.files {
		if at, ok := strings.CutSuffix(name, "/"+part); ok && !strings.Contains(at, "/") && (folder == "" || at < folder) {
			folder = at
		}
	}
	if a.has(part) || folder == "" {
		return a
	}
	in := &archive{what: a.what, files: map[string]*zip.File{}, left: a.left}
	for name, f := range a.files {
		if name, ok := strings.CutPrefix(name, folder+"/"); ok {
			in.files[name] = f
		}
	}
	return in
}

func (a *archive) has(name string) bool { return a.files[name] != nil }

// beside reads a part that holds no words of the text, such as settings or a chart, and has it
// taken apart. One that is damaged is noted and left out; an error is only what ends the reading.
func (a *archive) beside(ctx context.Context, name string, take func(data []byte) error) error {
	data, err := a.read(name)
	if err == nil && data != nil {
		err = take(data)
	}
	if err == nil || ctx.Err() != nil || a.left < 0 {
		return cmp.Or(ctx.Err(), err)
	}
	a.damaged = append(a.damaged, name)
	return nil
}

// tellDamage warns of the parts that were left out as damaged.
func (a *archive) tellDamage(r *Report) {
	for _, name := range a.damaged {
		r.Add("warning", "damaged parts of the file beside its text, left out: open it in a word processor and see what is missing", 1, name)
	}
}

// is says which kind of file the archive is.
func (a *archive) is() catalogue.Message {
	switch {
	case a.has("word/document.xml"):
		return catalogue.Text("a Word file")
	case a.has("xl/workbook.xml"):
		return catalogue.Text("an Excel workbook")
	case a.has("ppt/presentation.xml"):
		return catalogue.Text("a PowerPoint file")
	case a.has("META-INF/container.xml"):
		return catalogue.Text("an e-book (EPUB)")
	case a.has("content.xml") && a.has("mimetype"):
		return catalogue.Text("an OpenDocument file")
	}
	return catalogue.Text("a zip archive")
}

// remedy says what to do with an archive that has the wrong ending.
func (a *archive) remedy(ext string) catalogue.Message {
	switch a.is().String() {
	case "a Word file":
		return catalogue.Text("rename it to .docx")
	case "an Excel workbook":
		return catalogue.Text("rename it to .xlsx")
	case "an e-book (EPUB)":
		return catalogue.Text("rename it to .epub")
	case "an OpenDocument file":
		return catalogue.Text("rename it to .odt, or to .ods if it is a spreadsheet")
	case "a zip archive":
		return catalogue.Text("unpack it and take the files in it")
	default:
		return catalogue.Text("save the text as %s", ext)
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
		return nil, catalogue.Errorf("is a damaged %s (%s: %v); save it again", catalogue.Text(a.what), name, err)
	}
	defer rc.Close()
	data, err := io.ReadAll(io.LimitReader(rc, a.left+1))
	if err != nil {
		return nil, catalogue.Errorf("is a damaged %s (%s: %v); save it again", catalogue.Text(a.what), name, err)
	}
	if a.left -= int64(len(data)); a.left < 0 {
		return nil, catalogue.Errorf("unpacks to more than %d MB; take the pictures out or split it", maxUnpacked>>20)
	}
	return data, nil
}
