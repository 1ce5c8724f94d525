package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus"
)

// shortFor tells whether a label is short for a full name: its initials, two or
// more, or one of its words.
func shortFor(label, name string) bool {
	words := strings.FieldsFunc(name, func(c rune) bool { return unicode.IsSpace(c) || c == '-' || c == '.' || c == ',' })
	if len(words) < 2 || strings.EqualFold(label, name) {
		return false
	}
	for i, w := range words {
		if (i == 0 || i == len(words)-1) && utf8.RuneCountInString(w) > 2 && strings.EqualFold(w, label) {
			return true
		}
	}
	letters := strings.Map(func(c rune) rune {
		if c == '.' || c == ' ' || c == '-' {
			return -1
		}
		return c
	}, label)
	if utf8.RuneCountInString(letters) < 2 || letters != strings.ToUpper(letters) {
		return false
	}
	all, ends := "", ""
	for i, w := range words {
		c, _ := utf8.DecodeRuneInString(w)
		c = unicode.ToUpper(c)
		all += string(c)
		if i == 0 || i == len(words)-1 {
			ends += string(c)
		}
	}
	return letters == all || letters == ends
}

// mostNames is how many speakers are compared with each other.
const mostNames = 40

// turnSpan is where a speaker's first and last turn stand among the blocks.
type turnSpan struct{ first, last int }

// joinNames joins the labels that are one person under a full name and under a
// short one: certainly so where the legend says it, or where the one ends before
// the other begins. Where they stand among each other it is only proposed.
func joinNames(speakers []corpus.Speaker, blocks []Block, legend legend, r *Report) []corpus.Speaker {
	if len(speakers) < 2 || len(speakers) > mostNames {
		return speakers
	}
	spans, turns := spansOf(speakers, blocks)
	gone := make([]bool, len(speakers))
	for i := range speakers {
		if gone[i] {
			continue
		}
		name, short := speakers[i].Label, -1
		for j := range speakers {
			if j == i || gone[j] || !shortFor(speakers[j].Label, name) && !strings.EqualFold(legend.meaning[strings.ToLower(speakers[j].Label)], name) {
				continue
			}
			if short >= 0 {
				short = -1 // two labels fit: neither is
				break
			}
			short = j
		}
		if short < 0 || others(speakers, speakers[short].Label, i) {
			continue
		}
		j := short
		byLegend := strings.EqualFold(legend.meaning[strings.ToLower(speakers[j].Label)], name)
		switch {
		case !byLegend && spans[i].last > spans[j].first && spans[j].last > spans[i].first:
			r.Add("guessed", "labels "+speakers[j].Label+" and "+name+" may be one person: join them with crosscase corpus speakers", 1, "")
			continue
		case byLegend:
			r.Add("guessed", "labels "+speakers[j].Label+" and "+name+" taken as one person, by the legend", 1, "")
		default:
			r.Add("guessed", "labels "+speakers[j].Label+" and "+name+" taken as one person, for one ends where the other begins"+remedy, 1, "")
		}
		main, other := i, j
		if turns[j] > turns[i] {
			main, other = j, i
		}
		also := append(append([]string{}, speakers[other].Label), speakers[other].Also...)
		at := min(i, j)
		joined := speakers[main]
		joined.Also = append(append([]string{}, joined.Also...), also...)
		if main == j && joined.Name == "" {
			joined.Name = name
		}
		speakers[at] = joined
		gone[max(i, j)] = true
		spans[at], turns[at] = turnSpan{min(spans[i].first, spans[j].first), max(spans[i].last, spans[j].last)}, turns[i]+turns[j]
	}
	kept := speakers[:0]
	for i, s := range speakers {
		if !gone[i] {
			kept = append(kept, s)
		}
	}
	return kept
}

// others tells whether a label is short for another full name than that of
// speaker i too.
func others(speakers []corpus.Speaker, label string, i int) bool {
	for j := range speakers {
		if j != i && shortFor(label, speakers[j].Label) {
			return true
		}
	}
	return false
}

func spansOf(speakers []corpus.Speaker, blocks []Block) (spans []turnSpan, turns []int) {
	index := map[string]int{}
	for i, s := range speakers {
		index[s.Label] = i
		for _, a := range s.Also {
			index[a] = i
		}
	}
	spans, turns = make([]turnSpan, len(speakers)), make([]int, len(speakers))
	for n, b := range blocks {
		if b.Speaker == "" {
			continue
		}
		i := index[b.Speaker]
		if turns[i] == 0 {
			spans[i].first = n
		}
		spans[i].last = n
		turns[i]++
	}
	return spans, turns
}
