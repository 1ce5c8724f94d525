package convert

import "strings"

// rtfField is an open field.
type rtfField struct {
	code    strings.Builder
	index   string // what it lists; "" if it is no index
	shown   codeShown
	put     int // words written before it
	entries []string
	kind    int
	chosen  int
	preset  int
}

// endCodes drops the codes of a field, and writes what a field of a form shows.
func (p *rtfReader) endCodes() {
	f := p.state.field
	if f == nil {
		return
	}
	code := strings.TrimSpace(f.code.String())
	f.index = indexOf(code)
	f.code.Reset()
	code, shown := splitCode(code)
	if code != "" {
		p.flow.drop(fieldCodes, code)
	}
	if f.shown.end(p.flow, true); shown.text != "" {
		f.shown = shown
	}
	p.state.dest = p.state.dest.to
	const undecided = 25
	chosen := f.chosen
	if chosen == undecided || chosen < 0 {
		chosen = f.preset
	}
	switch {
	case f.kind == 1 && chosen == 1:
		p.write("☒")
	case f.kind == 1:
		p.write("☐")
	case f.kind == 2 && chosen < len(f.entries):
		p.write(f.entries[chosen])
	}
	f.kind = 0
}

// formWord reads what a field of a form lets choose from.
func (p *rtfReader) formWord(word string, value int) {
	f := p.state.field
	if f == nil {
		return
	}
	switch word {
	case "fftype":
		f.kind = value
	case "ffres":
		f.chosen = value
	case "ffdefres":
		f.preset = value
	}
}
