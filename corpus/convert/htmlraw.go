package convert

import (
	"bytes"
	"cmp"
	"maps"
	"strings"
)

// rawText takes in the inside of an element that holds no markup.
func (p *htmlPage) rawText(s string) {
	switch p.raw {
	case "title":
		switch {
		case p.out != nil:
			p.words(s)
		case p.names["svg"] > 0:
			p.r.In += weigh(s)
			p.r.Drop("titles of drawings", strings.TrimSpace(s))
		default:
			what := "title of the page (kept as the document's title)"
			if p.part {
				what = "titles of the parts, which no page shows"
			}
			p.r.In += weigh(s)
			p.r.Drop(what, strings.TrimSpace(s))
			p.title = cmp.Or(p.title, strings.TrimSpace(s))
		}
	case "script":
		p.dateOfData(s)
	case "style":
		p.faces = maps.Clone(p.faces)
		if p.faces == nil {
			p.faces = map[string]typeFace{}
		}
		addFaces(p.faces, s)
	case "textarea", "xmp", "plaintext":
		p.paragraphEnd()
		p.pre++
		p.words(s)
		p.pre--
		p.paragraphEnd()
	}
}

// comment leaves out a comment, or an instruction that looks like one.
func (p *htmlPage) comment(raw []byte) {
	switch {
	case !bytes.HasSuffix(raw, []byte(">")):
		p.unfinished(string(raw))
	case bytes.HasPrefix(raw, []byte("<!--")) && !bytes.HasPrefix(raw, []byte("<!--[if")) && len(bytes.Trim(raw, "<!-> \t\r\n")) > 0:
		p.r.Add("dropped", "comments <!-- … -->", 1, clip(string(bytes.Trim(raw[:min(len(raw), 400)], "<!-> \t\r\n")), 60))
	}
}

// unfinished drops what stands after a tag or a comment that never ends.
func (p *htmlPage) unfinished(s string) {
	p.r.In += weigh(s)
	p.r.Drop("a tag or comment that never ends", s)
	p.r.Add("warning", "the page ends inside a tag or a comment; check that it was saved whole", 1, clip(s, 60))
}
