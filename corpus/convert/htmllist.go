package convert

import (
	"cmp"
	"strconv"
	"strings"
)

// htmlList is an open list.
type htmlList struct {
	form string // how its items are counted: 1, a, A, i or I; "" if they are not
	next int
}

// listMark is what stands before the words of a list item: a number, or nothing
// that the text keeps.
type listMark struct {
	number string
	depth  int // of the list, from 1
}

// longestCount is how far items are counted; a list that starts beyond is odd.
const longestCount = 1_000_000

var listForms = map[string]string{
	"list-style-type:decimal": "1", "list-style-type:lower-alpha": "a", "list-style-type:lower-latin": "a", "list-style-type:upper-alpha": "A",
	"list-style-type:upper-latin": "A", "list-style-type:lower-roman": "i", "list-style-type:upper-roman": "I",
}

func newList(name string, a htmlAttributes) *htmlList {
	l := &htmlList{next: attrNumber(a.start, 1)}
	if name != "ol" || a.reversed {
		return l
	}
	l.form = "1"
	if len(a.list) == 1 && strings.Contains("1aAiI", a.list) {
		l.form = a.list
	}
	if i := strings.Index(a.style, "list-style-type:"); i >= 0 {
		style, _, _ := strings.Cut(a.style[i:], ";")
		l.form = listForms[style]
	}
	return l
}

// listItem makes the next words those of a list item.
func (p *htmlPage) listItem(a htmlAttributes) {
	p.item = &listMark{depth: len(p.lists)}
	if len(p.lists) == 0 {
		return
	}
	l := p.lists[len(p.lists)-1]
	if l.form == "" {
		return
	}
	l.next = attrNumber(a.value, l.next)
	p.item.number = ordinal(l.next, l.form) + "."
	l.next++
}

// bulletSigns are what some programs write before an item although it is one.
const bulletSigns = "•·▪◦‣⁃\uf0b7\uf0a7\uf0d8 \t\u00a0"

// markItem makes a block the list item whose words it holds. A numbered one
// stays a paragraph, which starts with its number.
func (p *htmlPage) markItem(b *Block) {
	number, depth := p.item.number, p.item.depth
	p.item = nil
	switch {
	case number == "" && (b.Kind == Paragraph || b.Kind == ListItem):
		b.Kind, b.Level = ListItem, depth
		b.Text = cmp.Or(strings.TrimLeft(b.Text, bulletSigns), b.Text)
	case number != "" && b.Kind == Paragraph && !strings.HasPrefix(b.Text, number):
		b.Text, b.Level = number+" "+b.Text, depth
		p.r.Gain("numbers of list items", 1, number)
	}
}

// twoDigits is the form 01, 02, … 10.
const twoDigits = "01"

// ordinal writes a number in one of the forms in which lists count.
func ordinal(n int, form string) string {
	if n > 0 {
		switch form {
		case twoDigits:
			if n < 10 {
				return "0" + strconv.Itoa(n)
			}
		case "a":
			return alphabetic(n)
		case "A":
			return strings.ToUpper(alphabetic(n))
		case "i":
			return romanNumber(n)
		case "I":
			return strings.ToUpper(romanNumber(n))
		}
	}
	return strconv.Itoa(n)
}

// alphabetic counts a, b, … z, aa, ab, …
func alphabetic(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

func romanNumber(n int) string {
	if n >= 4000 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, step := range []struct {
		n int
		s string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= step.n; n -= step.n {
			b.WriteString(step.s)
		}
	}
	return b.String()
}

// attrNumber reads a number of an attribute; other where there is none of sensible size.
func attrNumber(s string, other int) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n > longestCount || n < -longestCount {
		return other
	}
	return n
}
