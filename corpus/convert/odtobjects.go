package convert

import (
	"cmp"
	"path"
	"strings"
)

// object reads an embedded object: a formula is written as one line, the words of
// a chart are dropped.
func (b *odtBody) object(href string) {
	name := path.Join(href, "content.xml")
	o := &odtObject{}
	damaged := len(b.parts.damaged)
	if err := b.parts.beside(b.ctx, name, func(data []byte) error { return walkPart(b.ctx, data, name, b.parts.what, o) }); err != nil {
		b.err = cmp.Or(b.err, err)
		return
	}
	if len(b.parts.damaged) > damaged {
		return
	}
	if o.math {
		b.write(o.text.String())
	} else if strings.TrimSpace(o.text.String()) != "" {
		b.flow.drop(chartWords, o.text.String())
	}
}

// odtObject gathers the words of an embedded object.
type odtObject struct {
	math   bool
	skip   int
	open   []odtTerm
	inPara int
	text   strings.Builder
}

// odtTerm is an open element of a formula, and how many parts of it have begun.
type odtTerm struct {
	name  string
	parts int
}

// what stands between the parts of a formula that show it by their places
var odtSigns = map[string][]string{"mfrac": {"", "/"}, "msup": {"", "^"}, "msub": {"", "_"}, "msubsup": {"", "_", "^"}}

func (o *odtObject) start(t xmlStart, depth int) {
	name := t.Name.Local
	switch {
	case o.skip > 0:
		return
	case name == "annotation":
		o.skip = depth
		return
	case name == "p":
		o.inPara = depth
	case name == "math":
		o.math = true
	}
	if n := len(o.open); n > 0 {
		outer := &o.open[n-1]
		if signs := odtSigns[outer.name]; outer.parts < len(signs) {
			o.text.WriteString(signs[outer.parts])
		}
		outer.parts++
	}
	o.open = append(o.open, odtTerm{name: name})
}

func (o *odtObject) words(s string) {
	if o.skip == 0 && (o.math || o.inPara > 0) {
		o.text.WriteString(strings.TrimSpace(s))
	}
}

func (o *odtObject) end(_ string, depth int) {
	if o.skip > 0 {
		if depth == o.skip {
			o.skip = 0
		}
		return
	}
	if depth == o.inPara {
		o.inPara = 0
		o.text.WriteByte(' ')
	}
	o.open = o.open[:max(len(o.open)-1, 0)]
}
