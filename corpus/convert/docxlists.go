package convert

import (
	"cmp"
	"strconv"
	"strings"
)

// deepestList is the level, from 0, below which lists do not go in Word.
const deepestList = 8

// longestMark is how many bytes the form of an item's number may have.
const longestMark = 60

// mostLists is how many lists of a file are known; they may share a form.
const mostLists = 20_000

// docxLists counts the items of a Word file's lists.
type docxLists struct {
	forms map[string]docxList // of each numId
	used  map[string]bool     // of those that start anew, which have
	count map[string]*[deepestList + 1]int
}

// docxList is how the items of a list are counted, level by level.
type docxList struct {
	counts string // the numIds that count together have this in common
	anew   bool   // its first item starts the count anew
	levels [deepestList + 1]docxListLevel
}

type docxListLevel struct {
	start int
	form  string // as ordinal knows it, or twoDigits; "" if items have a sign and no number
	text  string // "%1.%2."
	legal bool   // the numbers of the levels in it are all written in figures
	goes  bool   // goes on where an outer level begins anew
}

// docxListForms are the forms that are not written in figures.
var docxListForms = map[string]string{"decimalZero": twoDigits, "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I", "bullet": "", "none": ""}

// docxListForm returns the form of a kind of numbers; those in words or in other scripts
// are written in figures.
func docxListForm(kind string) string {
	if form, ok := docxListForms[kind]; ok {
		return form
	}
	return "1"
}

func readDocxLists(data []byte) (*docxLists, error) {
	type level struct {
		Level int      `xml:"ilvl,attr"`
		Start *docxVal `xml:"start"`
		Form  docxVal  `xml:"numFmt"`
		Other docxVal  `xml:"AlternateContent>Fallback>numFmt"` // of a form that older programs do not know
		Text  docxVal  `xml:"lvlText"`
		Legal *docxVal `xml:"isLgl"`
		Anew  *docxVal `xml:"lvlRestart"`
	}
	var parsed struct {
		Abstract []struct {
			ID    string  `xml:"abstractNumId,attr"`
			Level []level `xml:"lvl"`
			Style docxVal `xml:"styleLink"`    // the style of lists that it defines
			Like  docxVal `xml:"numStyleLink"` // the one that it follows
		} `xml:"abstractNum"`
		Num []struct {
			ID       string  `xml:"numId,attr"`
			Abstract docxVal `xml:"abstractNumId"`
			Override []struct {
				At    int      `xml:"ilvl,attr"`
				Start *docxVal `xml:"startOverride"`
				Level []level  `xml:"lvl"`
			} `xml:"lvlOverride"`
		} `xml:"num"`
	}
	if err := partDecoder(data).Decode(&parsed); err != nil {
		return nil, err
	}
	l := &docxLists{forms: map[string]docxList{}, used: map[string]bool{}, count: map[string]*[deepestList + 1]int{}}
	put := func(to *docxList, levels []level) {
		for _, v := range levels {
			if v.Level < 0 || v.Level > deepestList {
				continue
			}
			at := docxListLevel{start: 1, form: docxListForm(cmp.Or(v.Form.Val, v.Other.Val)), text: v.Text.Val,
				legal: v.Legal != nil && docxSetting(v.Legal.Val) == on, goes: v.Anew != nil && v.Anew.Val == "0"}
			if len(at.text) > longestMark {
				at.text = "%" + strconv.Itoa(v.Level+1) + "."
			}
			if v.Start != nil {
				at.start = attrNumber(v.Start.Val, 1)
			}
			to.levels[v.Level] = at
		}
	}
	abstract, byStyle := map[string]docxList{}, map[string]docxList{}
	for _, a := range parsed.Abstract {
		list := docxList{counts: a.ID}
		put(&list, a.Level)
		abstract[a.ID] = list
		if a.Style.Val != "" {
			byStyle[a.Style.Val] = list
		}
	}
	for _, a := range parsed.Abstract {
		if list, ok := byStyle[a.Like.Val]; ok && len(a.Level) == 0 {
			abstract[a.ID] = list
		}
	}
	for _, n := range parsed.Num[:min(len(parsed.Num), mostLists)] {
		list := abstract[n.Abstract.Val]
		for _, o := range n.Override {
			put(&list, o.Level)
			if o.Start != nil && o.At >= 0 && o.At <= deepestList {
				list.anew, list.levels[o.At].start = true, attrNumber(o.Start.Val, 1)
			}
		}
		l.forms[n.ID] = list
	}
	return l, nil
}

// number gives a paragraph its place and its number in the list that it, or its style, belongs to.
func (l *docxLists) number(p *flowPara, styles styleSheet) {
	if l == nil || p.unlisted {
		return
	}
	if p.list == "" {
		styles.chain(p.style, func(s textStyle) bool {
			p.list = s.list
			if p.depth == 0 {
				p.depth = s.depth
			}
			return s.list != ""
		})
	}
	list, ok := l.forms[p.list]
	if !ok {
		return
	}
	p.depth = max(p.depth, 1)
	at := p.depth - 1
	if list.anew && !l.used[p.list] {
		l.used[p.list] = true
		delete(l.count, list.counts)
	}
	count := l.count[list.counts]
	if count == nil {
		count = &[deepestList + 1]int{}
		for i := range count {
			count[i] = list.levels[i].start - 1
		}
		l.count[list.counts] = count
	}
	count[at] = min(count[at]+1, longestCount)
	for i := at + 1; i < len(count); i++ {
		if !list.levels[i].goes {
			count[i] = list.levels[i].start - 1
		}
	}
	p.mark = list.mark(at, count)
}

// mark writes the number of an item: "%1.%2" with the numbers of the levels in it.
func (list docxList) mark(at int, count *[deepestList + 1]int) string {
	if list.levels[at].form == "" {
		return ""
	}
	text := list.levels[at].text
	for i := range at + 1 {
		form := list.levels[i].form
		if form == "" || list.levels[at].legal {
			form = "1"
		}
		n := count[i]
		if i < at && n < list.levels[i].start {
			n = list.levels[i].start
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), ordinal(n, form))
	}
	return strings.TrimSpace(text)
}
