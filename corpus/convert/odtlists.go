package convert

import "strings"

// deepestODTList is the level, from 1, below which lists have no form.
const deepestODTList = 10

// odtListLevel is how the items of a list are counted at one level.
type odtListLevel struct {
	form, before, after string
	start               int
	shows               int // numbers of so many levels
}

// odtList is an open list.
type odtList struct {
	style string
	n     int // of its last item
}

// listLevel takes in a level of a style of lists whose items have numbers.
func (s *odtStyles) listLevel(attrs []xmlAttr) {
	level := wholeNumber(attr(attrs, "level"), 0)
	form := attr(attrs, "num-format")
	if s.list == "" || level < 1 || level > deepestODTList || form == "" || len(form) > 1 || !strings.Contains("1aAiI", form) {
		return
	}
	if s.lists == nil {
		s.lists = map[string]map[int]odtListLevel{}
	}
	if s.lists[s.list] == nil {
		s.lists[s.list] = map[int]odtListLevel{}
	}
	if len(attr(attrs, "num-prefix"))+len(attr(attrs, "num-suffix")) > longestMark {
		return
	}
	s.lists[s.list][level] = odtListLevel{form: form, before: attr(attrs, "num-prefix"), after: attr(attrs, "num-suffix"),
		start: attrNumber(attr(attrs, "start-value"), 1), shows: wholeNumber(attr(attrs, "display-levels"), 1)}
}

// openList begins a list; one within another has its style if it names none.
func (b *odtBody) openList(attrs []xmlAttr) {
	l := odtList{style: attr(attrs, "style-name")}
	if n := len(b.lists); n > 0 && l.style == "" {
		l.style = b.lists[n-1].style
	}
	l.n = b.styles.lists[l.style][len(b.lists)+1].start - 1
	if len(b.lists) == 0 && (attr(attrs, "continue-numbering") == "true" || attr(attrs, "continue-list") != "") {
		l.n = max(l.n, b.counts[l.style])
	}
	b.lists = append(b.lists, l)
}

func (b *odtBody) closeList() {
	n := len(b.lists) - 1
	if n < 0 {
		return
	}
	if b.counts == nil {
		b.counts = map[string]int{}
	}
	if n == 0 {
		b.counts[b.lists[0].style] = b.lists[0].n
	}
	b.lists = b.lists[:n]
}

// number counts an item of the innermost list, which stands at a level, and returns its number as it
// is shown; "" if it has a sign.
func (b *odtBody) number(level int) string {
	if len(b.lists) < level {
		return ""
	}
	l := &b.lists[level-1]
	l.n = min(l.n+1, longestCount)
	form, ok := b.styles.lists[l.style][level]
	if !ok {
		return ""
	}
	var numbers []string
	for i := max(level-max(form.shows, 1), 0); i < level; i++ {
		outer, ok := b.styles.lists[l.style][i+1]
		if !ok {
			continue
		}
		numbers = append(numbers, ordinal(b.lists[i].n, outer.form))
	}
	return strings.TrimSpace(form.before + strings.Join(numbers, ".") + form.after)
}
