package convert

import (
	"strconv"
	"strings"

	"crosscase/corpus/pattern"
)

// typeFace is the type in which words are set, so far as it matters.
type typeFace struct {
	bold   int     // 1 if it is, -1 if it is not, 0 if nothing says so
	slant  int     // the same of italics
	lined  bool    // underlined
	size   float64 // in points; 0 if nothing says so
	hidden bool
}

// bodySize is the size of type in points that a browser takes for text.
const bodySize = 12

var fontSize = pattern.Of(`(?:^|;)font-size:(\d{1,4}(?:\.\d+)?)(pt|px|r?em|%)`)

// hiddenByClass tells whether a style sheet hides an element. That of an e-book is
// believed; that of a page may show it again by other rules, or by a program.
func (p *htmlPage) hiddenByClass(a htmlAttributes) bool {
	if p.base == "" || a.class == "" {
		return false
	}
	for class := range strings.FieldsSeq(a.class) {
		if p.faces[class].hidden {
			return true
		}
	}
	return false
}

// faceOf returns what an element says of the type of its words.
func (p *htmlPage) faceOf(name string, a htmlAttributes) typeFace {
	var face typeFace
	if len(p.faces) > 0 {
		for class := range strings.FieldsSeq(a.class) {
			face = face.with(p.faces[class])
		}
	}
	if name == "b" || name == "strong" {
		face.bold = 1
	}
	face.lined = face.lined || name == "u"
	if name == "i" || name == "em" {
		face.slant = 1
	}
	return face.with(faceOfStyle(a.style))
}

// with returns a face as another changes it.
func (f typeFace) with(other typeFace) typeFace {
	if other.bold != 0 {
		f.bold = other.bold
	}
	if other.slant != 0 {
		f.slant = other.slant
	}
	if other.size != 0 {
		f.size = other.size
	}
	f.lined = f.lined || other.lined
	f.hidden = f.hidden || other.hidden
	return f
}

// faceOfStyle reads the type from a style without blanks, in lower case.
func faceOfStyle(style string) typeFace {
	face := typeFace{hidden: strings.Contains(style, "display:none")}
	if i := strings.Index(style, "font-weight:"); i >= 0 {
		weight, _, _ := strings.Cut(style[i+len("font-weight:"):], ";")
		switch n, err := strconv.Atoi(weight); {
		case strings.HasPrefix(weight, "bold"), err == nil && n >= 600:
			face.bold = 1
		case weight != "inherit":
			face.bold = -1
		}
	}
	if i := strings.Index(style, "font-style:"); i >= 0 {
		face.slant = -1
		if slant := style[i+len("font-style:"):]; strings.HasPrefix(slant, "italic") || strings.HasPrefix(slant, "oblique") {
			face.slant = 1
		}
	}
	face.lined = strings.Contains(style, "text-decoration:underline")
	if m := fontSize.FindStringSubmatch(style); m != nil {
		n, _ := strconv.ParseFloat(m[1], 64)
		switch m[2] {
		case "px":
			n *= 0.75
		case "em", "rem":
			n *= bodySize
		case "%":
			n *= bodySize / 100.0
		}
		face.size = n
	}
	return face
}

// setFace finds the type of the words that come from the elements that are open.
func (p *htmlPage) setFace() {
	p.face = typeFace{}
	for i := len(p.open) - 1; i >= 0; i-- {
		p.face = p.open[i].face.with(p.face)
	}
}

var (
	cssComment = pattern.Of(`(?s)/\*.*?\*/`)
	cssClass   = pattern.Of(`^[a-z]*\.([\w-]{1,80})$`)
)

// addFaces takes in what a style sheet says of single classes. Rules for some
// media only, and those of several classes, are left aside.
func addFaces(faces map[string]typeFace, css string) {
	css = cssComment.ReplaceAllString(css, "")
	for css != "" {
		head, rest, ok := strings.Cut(css, "{")
		if !ok {
			return
		}
		if strings.HasPrefix(strings.TrimSpace(head), "@") {
			css = afterBlock(rest)
			continue
		}
		body, after, _ := strings.Cut(rest, "}")
		css = after
		face := faceOfStyle(strings.ToLower(strings.Join(strings.Fields(body), "")))
		if face == (typeFace{}) {
			continue
		}
		for selector := range strings.SplitSeq(head, ",") {
			if m := cssClass.FindStringSubmatch(strings.ToLower(strings.TrimSpace(selector))); m != nil {
				faces[m[1]] = faces[m[1]].with(face)
			}
		}
	}
}

// afterBlock returns what follows the brace that ends a block whose inside s is.
func afterBlock(s string) string {
	depth := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[i+1:]
			}
		}
	}
	return ""
}
