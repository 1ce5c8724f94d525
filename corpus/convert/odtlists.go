package convert

import (
	"cmp"
	"strconv"
	"strings"
)

// deepestODTList is the level, from 1, below which lists have no form.
const deepestODTList = 10

// odtListLevel is how the items of a list are counted at one level.
type odtListLevel struct {
	form, before, after string
	start               int
	shows               int    // numbers of so many levels
	whole               string // "§ %1%-%2%", where a program says so; "" otherwise
}

// outlineList is the name under which the numbers of headings stand among the styles of lists; no
// list can have it.
const outlineList = "\x00headings"

// odtList is an open list.
type odtList struct {
	style string
	n     int // of its last item
}

// listLevel takes in a level of a style of lists whose items have numbers.
func (s *odtStyles) listLevel(attrs []xmlAttr) {
	level := wholeNumber(attr(attrs, "level"), 0)
	form := attr(attrs, "num-format")
	switch {
	case strings.HasPrefix(form, twoDigits):
		form = twoDigits
	case form != "" && isDigit(form[0]):
		form = "1" // 1st, 001
	}
	if s.list == "" || level < 1 || level > deepestODTList || form != twoDigits && (len(form) != 1 || !strings.Contains("1aAiI", form)) {
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
	if whole := attr(attrs, "num-list-format"); strings.Contains(whole, "%"+strconv.Itoa(level)+"%") && len(whole) <= longestMark {
		l := s.lists[s.list][level]
		l.whole = whole
		s.lists[s.list][level] = l
	}
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

// headingNumber counts a heading and returns its number as it is shown; "" if headings of its
// level have none.
func (b *odtBody) headingNumber(level int) string {
	if level > deepestODTList {
		return ""
	}
	for len(b.headings) < level {
		start := b.styles.lists[outlineList][len(b.headings)+1].start
		b.headings = append(b.headings, odtList{style: outlineList, n: max(start, 1) - 1})
	}
	b.headings = b.headings[:level]
	lists := b.lists
	b.lists = b.headings
	number := b.number(level)
	b.lists = lists
	return number
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
	if form.whole != "" {
		number := form.whole
		for i := range level {
			number = strings.ReplaceAll(number, "%"+strconv.Itoa(i+1)+"%", ordinal(b.lists[i].n, cmp.Or(b.styles.lists[l.style][i+1].form, "1")))
		}
		return strings.TrimSpace(number)
	}
	for i := max(level-max(form.shows, 1), 0); i < level; i++ {
		outer, ok := b.styles.lists[l.style][i+1]
		if !ok {
			continue
		}
		numbers = append(numbers, ordinal(b.lists[i].n, outer.form))
	}
	return strings.TrimSpace(form.before + strings.Join(numbers, ".") + form.after)
}
