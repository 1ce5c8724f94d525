package convert

import (
	"bytes"
	"slices"
	"strings"

	"crosscase/corpus/catalogue"
)

// signature is how the files of one program begin.
type signature struct {
	magic string
	what  string
	ext   string // the endings it may have; "" if it is not read at all
}

var signatures = []signature{
	{"%PDF-", "PDF", ".pdf"},
	{"PK\x03\x04", "zip archive", ".docx .odt .ods .xlsx .epub"},
	{"PK\x05\x06", "empty zip archive", ""},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old or password-protected Office file", ""},
	{"{\\rtf", "RTF file", ".rtf"},
	{"\x89PNG", "PNG picture", ""},
	{"\xff\xd8\xff", "JPEG picture", ""},
	{"GIF8", "GIF picture", ""},
	{"II*\x00", "TIFF picture", ""},
	{"MM\x00*", "TIFF picture", ""},
	{"RIFF", "sound or video file", ""},
	{"ID3", "sound file", ""},
	{"OggS", "sound file", ""},
	{"fLaC", "sound file", ""},
	{"\x1f\x8b", "gzip archive", ""},
	{"Rar!", "RAR archive", ""},
	{"7z\xbc\xaf", "7z archive", ""},
	{"SQLite format 3\x00", "database", ""},
	{"\x7fELF", "program", ""},
}

// checkFirstBytes compares what a file's ending says with how it begins.
func checkFirstBytes(ext string, data []byte) error {
	if len(data) == 0 {
		return catalogue.Errorf("is empty; check that it was copied whole")
	}
	sig, ok := signatureOf(data)
	switch {
	case ok && ext != "" && slices.Contains(strings.Fields(sig.ext), ext):
		return nil
	case ok && (sig.ext == ".pdf" || sig.ext == ".rtf"):
		return catalogue.Errorf("is %s %s by its first bytes, not %s; rename it to %s", article(sig.what), catalogue.Text(sig.what), ext[1:], sig.ext)
	case ok && strings.Contains(sig.ext, ".docx"):
		remedy := catalogue.Text("if it is a Word file rename it to .docx, else unpack it")
		if a, err := openArchive(data, sig.what); err == nil {
			remedy = a.remedy(".docx")
		}
		return catalogue.Errorf("is a zip archive by its first bytes, not %s; %s", ext[1:], remedy)
	case ok && strings.HasPrefix(sig.what, "old or"):
		return catalogue.Errorf("is an old or password-protected Office file by its first bytes; open it in a word processor or spreadsheet and save it as .docx or .xlsx without a password")
	case ok:
		return catalogue.Errorf("is %s %s by its first bytes, not %s; convert it to one of %s first", article(sig.what), catalogue.Text(sig.what), ext[1:], strings.Join(Formats(), ", "))
	}
	for _, s := range signatures {
		if slices.Contains(strings.Fields(s.ext), ext) {
			return catalogue.Errorf("does not begin like %s %s file; it is damaged or has the wrong ending: save it again as %s", article(ext[1:]), ext[1:], ext)
		}
	}
	return nil
}

func signatureOf(data []byte) (signature, bool) {
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.magic)) {
			// words may begin like these; a file of that kind holds a NUL soon
			if (s.magic == "RIFF" || s.magic == "ID3" || s.magic == "OggS" || s.magic == "GIF8" || s.magic == "Rar!" || s.magic == "fLaC") &&
				bytes.IndexByte(data[:min(len(data), 512)], 0) < 0 {
				continue
			}
			return s, true
		}
	}
	if len(data) > 12 && data[0] == 0 && string(data[4:8]) == "ftyp" { // after the length of a box
		return signature{what: "sound or video file"}, true
	}
	// some programs write a few bytes before the header of a PDF
	if i := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-1.")); i > 0 && bytes.Contains(data, []byte("endobj")) {
		return signatures[0], true
	}
	return signature{}, false
}

func article(noun string) string {
	if strings.ContainsAny(noun[:1], "aeioAEIO") || strings.HasPrefix(noun, "RTF") || strings.HasPrefix(noun, "RAR") {
		return "an"
	}
	return "a"
}
