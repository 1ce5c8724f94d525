package plainfile

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"
)

// hunk is a stretch of lines that a change puts in the place of another.
type hunk struct {
	At   int      `json:"at"` // number of lines before it in the old file
	Old  lineList `json:"old,omitempty"`
	New  lineList `json:"new,omitempty"`
	Prev lineList `json:"prev,omitempty"` // the line before, none at the beginning
	Next lineList `json:"next,omitempty"` // the line after, none at the end
}

// lineList is lines with their line ends. Those that are not UTF-8 are kept as bytes in JSON.
type lineList []string

func (l lineList) MarshalJSON() ([]byte, error) {
	out := make([]any, len(l))
	for i, s := range l {
		out[i] = s
		if !utf8.ValidString(s) {
			out[i] = [][]byte{[]byte(s)}
		}
	}
	return json.Marshal(out)
}

func (l *lineList) UnmarshalJSON(data []byte) error {
	var raw []json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	for _, r := range raw {
		var s string
		if json.Unmarshal(r, &s) != nil {
			var b [][]byte
			if err := json.Unmarshal(r, &b); err != nil {
				return err
			}
			s = string(b[0])
		}
		*l = append(*l, s)
	}
	return nil
}

// fileLines returns the lines of a file with their line ends; none of an empty file.
func fileLines(text string) []string {
	if text == "" {
		return nil
	}
	lines := strings.SplitAfter(text, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// mostCells bounds the table of the comparison of two stretches of lines; longer ones are
// taken as one stretch.
const mostCells = 1 << 20

// hunks returns what leads from one text to another, in the order of the lines.
func hunks(before, after string) []hunk {
	a, b := fileLines(before), fileLines(after)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	x, y := a[head:len(a)-tail], b[head:len(b)-tail]
	var out []hunk
	add := func(i, iEnd, j, jEnd int) {
		h := hunk{At: head + i, Old: slices.Clone(x[i:iEnd]), New: slices.Clone(y[j:jEnd])}
		if h.At > 0 {
			h.Prev = lineList{a[h.At-1]}
		}
		if end := head + iEnd; end < len(a) {
			h.Next = lineList{a[end]}
		}
		out = append(out, h)
	}
	if len(x)*len(y) > mostCells || len(x) == 0 || len(y) == 0 {
		if len(x)+len(y) > 0 {
			add(0, len(x), 0, len(y))
		}
		return out
	}
	common := commonLines(x, y)
	i, j := 0, 0
	for i < len(x) || j < len(y) {
		fromI, fromJ := i, j
		for i < len(x) || j < len(y) {
			if i < len(x) && j < len(y) && x[i] == y[j] {
				break
			}
			if j == len(y) || i < len(x) && common[i+1][j] >= common[i][j+1] {
				i++
			} else {
				j++
			}
		}
		if i > fromI || j > fromJ {
			add(fromI, i, fromJ, j)
		}
		for i < len(x) && j < len(y) && x[i] == y[j] {
			i, j = i+1, j+1
		}
	}
	return out
}

// commonLines returns, for each pair of suffixes, the length of their longest common
// subsequence.
func commonLines(x, y []string) [][]int32 {
	rows := make([][]int32, len(x)+1)
	for i := range rows {
		rows[i] = make([]int32, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i] == y[j] {
				rows[i][j] = rows[i+1][j+1] + 1
			} else {
				rows[i][j] = max(rows[i+1][j], rows[i][j+1])
			}
		}
	}
	return rows
}

// backwards returns what takes hunks back.
func backwards(hs []hunk) []hunk {
	out := make([]hunk, len(hs))
	shift := 0
	for i, h := range hs {
		out[i] = hunk{At: h.At + shift, Old: h.New, New: h.Old, Prev: h.Prev, Next: h.Next}
		shift += len(h.New) - len(h.Old)
	}
	return out
}

// apply changes a text by hunks. A text that has changed elsewhere since the hunks were made
// is changed all the same; it returns false, and nothing is changed, if a stretch is not there
// any more or could be one of several.
func apply(text string, hs []hunk) (string, bool) {
	lines := fileLines(text)
	var out []string
	done, shift := 0, 0
	for _, h := range hs {
		at := h.find(lines, done, h.At+shift)
		if at < 0 {
			return "", false
		}
		shift = at - h.At
		out = append(append(out, lines[done:at]...), h.New...)
		done = at + len(h.Old)
	}
	return strings.Join(append(out, lines[done:]...), ""), true
}

// find returns where the old lines of a hunk stand, from a line on: where the lines before and
// after are the same too, the nearest to where it is expected; else the only place with one of
// the two, or, where the hunk has lines of its own, the only place of all; -1 if there is none.
func (h hunk) find(lines []string, from, expected int) int {
	best := -1
	var half, bare []int
	for at := from; at+len(h.Old) <= len(lines); at++ {
		if !slices.Equal(lines[at:at+len(h.Old)], h.Old) {
			continue
		}
		before := len(h.Prev) == 0 && at == 0 || len(h.Prev) > 0 && at > 0 && lines[at-1] == h.Prev[0]
		end := at + len(h.Old)
		after := len(h.Next) == 0 && end == len(lines) || len(h.Next) > 0 && end < len(lines) && lines[end] == h.Next[0]
		switch {
		case before && after:
			if best < 0 || distance(at, expected) < distance(best, expected) {
				best = at
			}
		case before || after:
			half = append(half, at)
		default:
			bare = append(bare, at)
		}
	}
	switch {
	case best >= 0:
		return best
	case len(half) == 1:
		return half[0]
	case len(half) == 0 && len(bare) == 1 && len(h.Old) > 0:
		return bare[0]
	}
	return -1
}

func distance(a, b int) int { return max(a-b, b-a) }
