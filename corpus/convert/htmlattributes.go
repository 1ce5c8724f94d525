package convert

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// htmlAttributes are those of an element that matter here.
type htmlAttributes struct {
	id, name, href, role, kind, alt, when, title string
	property, content, label                     string // the first and the last in lower case
	class, style                                 string // in lower case, style without blanks
	start, value, list, colspan, rowspan, rank   string
	hidden, open, tracked, stamped, reversed     bool
}

// longestAttribute cuts classes and styles that go on without end.
const longestAttribute = 2000

func attributesOf(z *html.Tokenizer, more bool) htmlAttributes {
	var a htmlAttributes
	for more {
		var key, val []byte
		key, val, more = z.TagAttr()
		switch string(key) {
		case "id":
			a.id = string(val)
		case "name":
			a.name = string(val)
		case "href":
			a.href = string(val)
		case "role":
			a.role = strings.ToLower(string(val))
		case "epub:type":
			a.kind = strings.ToLower(string(val))
		case "title":
			a.title = string(val)
		case "content":
			a.content = string(val[:min(len(val), longestAttribute)])
		case "property", "itemprop":
			a.property = strings.ToLower(string(val))
		case "pubdate":
			a.property = pubdate
		case "aria-label":
			a.label = strings.ToLower(string(val[:min(len(val), longestAttribute)]))
		case "alt":
			a.alt = string(val)
		case "class":
			a.class = strings.ToLower(string(val[:min(len(val), longestAttribute)]))
		case "style":
			a.style = strings.Join(strings.Fields(strings.ToLower(string(val[:min(len(val), longestAttribute)]))), "")
		case "start":
			a.start = string(val)
		case "value":
			a.value = string(val)
		case "type":
			a.list = string(val)
		case "colspan":
			a.colspan = string(val)
		case "rowspan":
			a.rowspan = string(val)
		case "aria-level":
			a.rank = string(val)
		case "hidden":
			a.hidden = !strings.EqualFold(string(val), "until-found")
		case "open":
			a.open = true
		case "cite":
			a.tracked = true
		case "datetime":
			a.tracked, a.when = true, string(val)
		case "reversed":
			a.reversed = true
		case "data-timestamp", "data-time", "data-start", "data-timecode":
			a.stamped = true
		}
	}
	return a
}

// classed tells whether one of the words of a class is one of those given.
func (a htmlAttributes) classed(words ...string) bool {
	for c := range strings.FieldsSeq(a.class) {
		if slices.Contains(words, c) {
			return true
		}
	}
	return false
}
