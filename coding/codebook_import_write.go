package coding

import (
	"fmt"
	"strings"

	"crosscase/corpus/pattern"
	"crosscase/corpus/plainfile"
)

// noCodes is a code book file of which nothing would be lost.
var noCodes = pattern.Of(`^\s*(?:format: *1\s*\n)?\s*(?:codes: *(?:\[ *\])?)?\s*$`)

// EncodeCodes returns the code book file with codes added; all that stood in it stays as it was. It
// does what AddCodes does, but is quick where thousands are added.
func EncodeCodes(data []byte, book *Codebook, add []Derived) ([]byte, error) {
	if noCodes.Match(data) {
		b := Codebook{Format: 1}
		for _, d := range add {
			b.Codes = append(b.Codes, d.Code)
		}
		return plainfile.Marshal(b)
	}
	var parents []string
	below := map[string][]Code{}
	for _, d := range add {
		if below[d.Parent] == nil {
			parents = append(parents, d.Parent)
		}
		below[d.Parent] = append(below[d.Parent], d.Code)
	}
	out := string(data)
	for _, parent := range parents {
		text, err := addList(out, book, parent, below[parent])
		if err != nil {
			return nil, err
		}
		out = text
	}
	var problems plainfile.Problems
	back := ReadCodebook([]byte(out), &problems)
	for _, d := range add {
		if back.Code(d.Code.Key) == nil {
			return AddCodes(data, book, add)
		}
	}
	return []byte(out), nil
}

// addList adds codes below another: it lets one item be added that only marks the place, and
// puts theirs where it stands.
func addList(text string, book *Codebook, parent string, codes []Code) (string, error) {
	mark := "here"
	for n := 1; strings.Contains(text, mark); n++ {
		mark = fmt.Sprintf("here-%d", n)
	}
	marked, err := AddCodes([]byte(text), book, []Derived{{Code: Code{Key: mark}, Parent: parent}})
	if err != nil {
		return "", err
	}
	line := "- key: " + mark + "\n"
	before, after, _ := strings.Cut(string(marked), line)
	indent := before[strings.LastIndexByte(before, '\n')+1:]
	list, err := plainfile.Marshal(codes)
	if err != nil {
		return "", err
	}
	lines := strings.SplitAfter(strings.TrimRight(string(list), "\n")+"\n", "\n")
	return before + strings.TrimPrefix(indented(lines, indent), indent) + after, nil
}

// indented returns lines set in by some blanks, empty ones left as they are.
func indented(lines []string, indent string) string {
	var b strings.Builder
	for _, l := range lines {
		if l != "" && l != "\n" {
			b.WriteString(indent)
		}
		b.WriteString(l)
	}
	return b.String()
}
