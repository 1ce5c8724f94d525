package cases

import (
	"cmp"
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/words"
)

// Line is one match with the words on either side, for a concordance.
type Line struct {
	Hit    *Hit
	At     corpus.Passage // the match
	Before string         // on one line, whole words, within the turn or paragraph
	Match  string
	After  string
}

// Concordance returns a line for every match of some hits, in text order, with at most so many
// characters on either side. A hit without matches (of a field, or of NOT) has the line of its
// beginning.
func (s *Study) Concordance(hits []Hit, around int) ([]Line, error) {
	var out []Line
	for i := range hits {
		h := &hits[i]
		t, err := s.Text(h.Passage.Document)
		if err != nil {
			return nil, err
		}
		places := h.Places
		if len(places) == 0 {
			places = []corpus.Span{{Start: h.Passage.Start, End: h.Passage.Start}}
		}
		for _, at := range places {
			p := trimmed(t.Text, at) // a coding may end with a blank
			before := t.Text.Slice(corpus.Span{Start: max(h.Passage.Start, p.Start-2*around), End: p.Start})
			after := t.Text.Slice(corpus.Span{Start: p.End, End: min(h.Passage.End, p.End+2*around)})
			l := Line{Hit: h, At: corpus.Passage{Document: h.Passage.Document, Span: at}, Before: Ending(before, around), Match: onOneLine(t.Text.Slice(p)), After: Beginning(after, around)}
			if at.Len() == 0 {
				l.At = h.Passage
			}
			out = append(out, l)
		}
	}
	return out, nil
}

// trimmed returns a place without the white space at its ends; of one that holds nothing else,
// its end.
func trimmed(t *corpus.Text, p corpus.Span) corpus.Span {
	s := t.Slice(p)
	left := len([]rune(s)) - len([]rune(strings.TrimLeft(s, " \n\t")))
	right := len([]rune(s)) - len([]rune(strings.TrimRight(s, " \n\t")))
	if left == p.Len() {
		right = 0
	}
	return corpus.Span{Start: p.Start + left, End: p.End - right}
}

func onOneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Beginning returns the first words of a text, on one line, in at most n characters. A blank
// at its begin is kept.
func Beginning(s string, n int) string {
	out := ""
	if strings.TrimLeft(s, " \n\t") != s {
		out = " "
	}
	length := len(out)
	for i, w := range strings.Fields(s) {
		size := len([]rune(w))
		if i > 0 {
			size++
		}
		if length+size > n {
			break
		}
		if i > 0 {
			out += " "
		}
		out, length = out+w, length+size
	}
	return out
}

// Ending returns the last words of a text, on one line, in at most n characters. A blank at
// its end is kept.
func Ending(s string, n int) string {
	out := ""
	if strings.TrimRight(s, " \n\t") != s {
		out = " "
	}
	all, length := strings.Fields(s), len(out)
	for i := len(all) - 1; i >= 0; i-- {
		size := len([]rune(all[i]))
		if i < len(all)-1 {
			size++
		}
		if length+size > n {
			break
		}
		if i < len(all)-1 {
			out = " " + out
		}
		out, length = all[i]+out, length+size
	}
	return out
}

// SortLines sorts a concordance by the words before the match, the nearest first ("left"), or
// by those after it ("right"); then by the match, the other side and the place. Words are in
// the order of the language's alphabet. "text" leaves the lines in the order of the texts.
func (s *Study) SortLines(lines []Line, by string) {
	if by != "left" && by != "right" {
		return
	}
	type keyed struct {
		Line
		left, right, match []string
	}
	rows := make([]keyed, len(lines))
	for i, l := range lines {
		rows[i] = keyed{l, s.alphabetical(l.Before), s.alphabetical(l.After), s.alphabetical(l.Match)}
		slices.Reverse(rows[i].left)
	}
	slices.SortStableFunc(rows, func(a, b keyed) int {
		left, right := slices.Compare(a.left, b.left), slices.Compare(a.right, b.right)
		if by == "right" {
			left, right = right, left
		}
		return cmp.Or(left, slices.Compare(a.match, b.match), right)
	})
	for i := range rows {
		lines[i] = rows[i].Line
	}
}

// alphabetical returns the words of a text, written so that they sort as the alphabet of the
// study's language has it: æ, ø, å at the end in Norwegian and Danish, å, ä, ö in Swedish.
func (s *Study) alphabetical(text string) []string {
	last := strings.NewReplacer("æ", "{", "ä", "{", "ø", "|", "ö", "|", "å", "}")
	switch s.Language {
	case "sv":
		last = strings.NewReplacer("å", "{", "ä", "|", "æ", "|", "ö", "}", "ø", "}")
	case "en", "de":
		last = strings.NewReplacer("ä", "a", "å", "a", "æ", "ae", "ö", "o", "ø", "o", "ü", "u", "é", "e")
	}
	var out []string
	for _, t := range words.Tokens(text) {
		out = append(out, last.Replace(t.Fold))
	}
	return out
}
