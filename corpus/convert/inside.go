package convert

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutInside cuts the lines in which another turn begins: where a label is glued
// to the end of the line before ("to sayKai Chen: Uh"), or stands after the end
// of a sentence.
func (rd *reading) cutInside(r *Report) {
	var labels []*tally
	for _, t := range rd.order {
		if t.accepted && utf8.RuneCountInString(t.label) > 3 {
			labels = append(labels, t)
		}
	}
	if len(labels) == 0 || len(labels) > mostNames {
		return
	}
	sort.SliceStable(labels, func(i, j int) bool { return len(labels[i].label) > len(labels[j].label) })
	var out []line // nil as long as nothing was cut
	for i := range rd.lines {
		l := rd.lines[i]
		if !l.head && (l.block.Kind == Paragraph || l.block.Kind == ListItem) {
			for {
				at, t := labelInside(&l, labels)
				if at < 0 {
					break
				}
				if out == nil {
					out = append(make([]line, 0, len(rd.lines)+8), rd.lines[:i]...)
				}
				before, after := l, l
				before.text = strings.TrimRight(l.text[:at], " \t")
				if l.who != nil && l.who.accepted {
					before.open.words = strings.TrimSpace(before.text[min(len(before.text), len(l.text)-len(l.open.words)):])
				} else {
					before.open, before.could, before.who = opening{}, false, nil
				}
				after.text, after.first, after.reply = l.text[at:], false, false
				after.open, after.could = parseOpening(after.text)
				after.who = t
				r.Add("guessed", "turns that begin inside a line"+remedy, 1, clip(after.text, 40))
				out = append(out, before)
				l = after
			}
		}
		if out != nil {
			out = append(out, l)
		}
	}
	if out != nil {
		rd.lines = out
	}
}

// labelInside returns the byte of a line at which one of the labels begins
// another turn; -1 if none does.
func labelInside(l *line, labels []*tally) (int, *tally) {
	from := 1
	if l.who != nil && l.who.accepted {
		if !strings.HasSuffix(l.text, l.open.words) || l.open.alone {
			return -1, nil
		}
		from = len(l.text) - len(l.open.words) + 1
	}
	for i := from; i < len(l.text); i++ {
		c := strings.IndexByte(l.text[i:], ':')
		if c < 0 {
			break
		}
		i += c
		if i+1 < len(l.text) && l.text[i+1] != ' ' {
			continue
		}
		head := strings.TrimRight(l.text[:i], " ")
		for _, t := range labels {
			if !strings.HasSuffix(head, t.label) {
				continue
			}
			if at := len(head) - len(t.label); at >= from && beginsInside(l.text[:at], t) {
				return at, t
			}
			break
		}
	}
	return -1, nil
}

// beginsInside tells whether a turn of a label may begin after some text: glued
// to it, or after the end of a sentence. A name of one word may be quoted there.
func beginsInside(before string, t *tally) bool {
	c, _ := utf8.DecodeRuneInString(t.label)
	long := t.certain || numberedVoice(t.label) || strings.Contains(t.label, " ")
	last, _ := utf8.DecodeLastRuneInString(before)
	if last == ' ' {
		return long && t.lines > 1 && (endsTurn(before) || strings.HasSuffix(strings.TrimRight(before, " "), "#"))
	}
	return unicode.IsUpper(c) && (unicode.IsLower(last) || strings.ContainsRune(".?!…,)", last)) && (long || t.lines > 2 && unicode.IsLower(last))
}
