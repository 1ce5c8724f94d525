package margin

import (
	"bytes"
	"encoding/xml"
	"path"
)

// reference is where the text refers to a note, which stands in a part of its own.
type reference struct {
	part, id string
	run      *run
}

// referring are the elements of the text that refer to notes, by the part that holds those.
var referring = map[string]string{"footnoteReference": "footnotes.xml", "endnoteReference": "endnotes.xml"}

// readNotes adds the notes that the text refers to as paragraphs, one a note, in the order of the references. No comment can stand in a note, so
// one on its words is put at the reference. A note that cannot be read is none.
func (f *File) readNotes(references []reference) {
	parts := map[string]map[string]string{}
	for _, r := range references {
		if parts[r.part] == nil {
			data, _ := f.part(path.Join(path.Dir(f.main), r.part))
			parts[r.part] = notesIn(data)
		}
		if text := parts[r.part][r.id]; text != "" {
			f.paragraphs = append(f.paragraphs, paragraph{text: text, kind: Footnote, at: r.run})
		}
	}
}

// notesIn returns the words of the notes in a part, by their ids, as far as it can be read. Deleted words are left out.
func notesIn(data []byte) map[string]string {
	out := map[string]string{}
	dec := xml.NewDecoder(bytes.NewReader(data))
	id, words, skip := "", false, 0
	for {
		token, err := dec.RawToken()
		if err != nil {
			return out
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch name := t.Name.Local; {
			case skip > 0 || name == "del" || name == "moveFrom" || name == "Fallback":
				skip++
			case name == "footnote" || name == "endnote":
				id = attribute(t, "id")
			case name == "t":
				words = true
			case (name == "p" || name == "tab" || name == "br") && out[id] != "":
				out[id] += " "
			}
		case xml.EndElement:
			words = words && t.Name.Local != "t"
			skip = max(0, skip-1)
		case xml.CharData:
			if words && skip == 0 {
				out[id] += string(t)
			}
		}
	}
}
