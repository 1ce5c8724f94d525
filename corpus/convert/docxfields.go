package convert

import "strings"

// fieldStage is how far a field has been read.
type fieldStage int

const (
	fieldCode fieldStage = iota
	fieldResult
)

// docxField is an open field: its codes, then what it shows.
type docxField struct {
	stage   fieldStage
	code    []byte
	index   bool
	shown   codeShown
	put     int      // what had been written before it
	entries []string // of a list to choose from
	chosen  int
	picked  bool   // chosen is what a person chose
	box     string // of a box to tick
}

// longestCode is how much of a field's codes is kept while it is open.
const longestCode = 1 << 16

// mostFields is how deep fields may nest before the rest is read as text.
const mostFields = 100

func (d *docxBody) inFieldCode() bool {
	for i := range d.fields {
		if d.fields[i].stage == fieldCode {
			return true
		}
	}
	return false
}

func (d *docxBody) addCode(s string) {
	f := &d.fields[len(d.fields)-1]
	if len(f.code) > longestCode {
		d.dropCode(f)
	}
	f.code = append(f.code, s...)
}

func (d *docxBody) dropCode(f *docxField) {
	rest, shown := splitCode(string(f.code))
	if strings.TrimSpace(rest) != "" {
		d.flow.drop(fieldCodes, rest)
	}
	if shown.text != "" {
		f.shown = shown
	}
	f.code = nil
}

// fieldMark reads a mark that begins a field, parts its codes from what it
// shows, or ends it.
func (d *docxBody) fieldMark(kind string) {
	n := len(d.fields)
	switch {
	case kind == "begin" && n < mostFields:
		d.fields = append(d.fields, docxField{put: d.flow.put})
	case kind == "separate" && n > 0 && d.fields[n-1].stage == fieldCode:
		f := &d.fields[n-1]
		f.stage = fieldResult
		if what := indexOf(string(f.code)); what != "" && d.index == "" && !d.inFieldCode() {
			d.index, f.index = what, true
		}
		d.dropCode(f)
	case kind == "end" && n > 0:
		f := d.fields[n-1]
		d.fields = d.fields[:n-1]
		d.writeForm(f)
		d.dropCode(&f)
		if text := f.shown.end(d.flow, d.flow.put > f.put); text != "" {
			d.write(text)
		}
		if f.index {
			d.endIndex()
		}
	}
}

func (d *docxBody) endIndex() {
	d.flow.dropLine(d.index, &d.line)
	d.index = ""
}

// abandonCodes gives up fields whose codes did not end with the paragraph: the
// file is damaged, and the text goes on.
func (d *docxBody) abandonCodes() {
	for i := len(d.fields) - 1; i >= 0; i-- {
		if d.fields[i].stage == fieldCode {
			d.dropCode(&d.fields[i])
			d.fields[i].shown.end(d.flow, true)
			d.fields = append(d.fields[:i], d.fields[i+1:]...)
		}
	}
}

// formProperty reads what was chosen in a field of an old form.
func (d *docxBody) formProperty(name string, attrs []xmlAttr) {
	if len(d.fields) == 0 {
		return
	}
	f := &d.fields[len(d.fields)-1]
	val := attr(attrs, "val")
	switch name {
	case "listEntry":
		f.entries = append(f.entries, val)
	case "result":
		f.chosen, f.picked = wholeNumber(val, 0), true
	case "checked", "default":
		if !f.picked {
			f.chosen = wholeNumber(val, 0)
		}
		if docxSetting(val) == on {
			f.box = "☒"
		} else {
			f.box = "☐"
		}
	}
}

// writeForm writes what a field of an old form shows, which is no text of a run.
func (d *docxBody) writeForm(f docxField) {
	switch word := strings.TrimSpace(string(f.code)); {
	case strings.HasPrefix(word, "FORMDROPDOWN") && f.chosen >= 0 && f.chosen < len(f.entries):
		d.write(f.entries[f.chosen])
	case strings.HasPrefix(word, "FORMCHECKBOX") && f.box != "":
		d.write(f.box)
	}
}
