package plainfile

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// AppendItem adds an item to the end of a list in a YAML text and changes no
// other line. The list is found by names and, in lists of groups, by the value of
// a group's first-named field: "codes", "key=theme-1", "children". A list that is
// not there yet is added to the end of its group. The item is YAML without
// indentation, as Marshal makes it.
//
// It is an error if the text cannot be parsed or the place cannot be found, or if the
// list is written in one line ([a, b]).
func AppendItem(data []byte, item string, place ...string) ([]byte, error) {
	text := string(data)
	root, _, err := parse(text)
	if err != nil {
		return nil, err
	}
	lines := splitLines(text)
	if root == nil {
		root = &yaml.Node{Kind: yaml.MappingNode, Line: len(lines) + 1, Column: 1}
	}
	n := root
	for i, name := range place {
		next := child(n, name)
		if next == nil {
			if i != len(place)-1 || n.Kind != yaml.MappingNode {
				return nil, fmt.Errorf("no %q to add to", strings.Join(place[:i+1], " / "))
			}
			at := blockEnd(lines, n)
			indent := strings.Repeat(" ", max(0, n.Column-1))
			added := append([]string{indent + name + ":"}, listItem(item, indent+"  ")...)
			return check(insert(lines, at, added))
		}
		n = next
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" || n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
		return emptyList(lines, n, item)
	}
	if n.Kind != yaml.SequenceNode || n.Style&yaml.FlowStyle != 0 {
		return nil, fmt.Errorf("%q is not a list with one item a line", strings.Join(place, " / "))
	}
	indent := strings.Repeat(" ", n.Column-1)
	return check(insert(lines, blockEnd(lines, n), listItem(item, indent)))
}

// emptyList fills "name:" or "name: []".
func emptyList(lines []string, n *yaml.Node, item string) ([]byte, error) {
	l := lines[n.Line-1]
	name, _, ok := strings.Cut(l, ":")
	if !ok {
		return nil, fmt.Errorf("line %d: an empty list is not where it is expected", n.Line)
	}
	comment := ""
	if i := strings.Index(l, " #"); i >= 0 {
		comment = l[i:]
	}
	lines[n.Line-1] = name + ":" + strings.TrimRight(comment, "\n") + "\n"
	lead := len(l) - len(strings.TrimLeft(l, " -"))
	return check(insert(lines, n.Line, listItem(item, strings.Repeat(" ", lead+2))))
}

func child(n *yaml.Node, name string) *yaml.Node {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == name {
				return n.Content[i+1]
			}
		}
		return nil
	}
	field, value, _ := strings.Cut(name, "=")
	for _, item := range n.Content {
		if item.Kind != yaml.MappingNode {
			continue
		}
		if c := child(item, field); c != nil && c.Value == value {
			return item
		}
	}
	return nil
}

// blockEnd returns the number of lines up to the end of a node's block: the last
// line before one that is indented less. Blank and comment lines at its end do
// not belong to it.
func blockEnd(lines []string, n *yaml.Node) int {
	end := min(n.Line, len(lines))
	dash := n.Kind == yaml.SequenceNode
	for i := end; i < len(lines); i++ {
		body := strings.TrimLeft(lines[i], " ")
		if strings.TrimSpace(body) == "" || strings.HasPrefix(body, "#") {
			continue
		}
		indent := len(lines[i]) - len(body)
		if indent < n.Column-1 || dash && indent == n.Column-1 && !strings.HasPrefix(body, "-") {
			break
		}
		end = i + 1
	}
	return end
}

func listItem(item, indent string) []string {
	var out []string
	for i, l := range strings.Split(strings.TrimRight(item, "\n"), "\n") {
		switch {
		case i == 0:
			l = indent + "- " + l
		case l != "":
			l = indent + "  " + l
		}
		out = append(out, l)
	}
	return out
}

func splitLines(text string) []string {
	if text == "" {
		return nil
	}
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	lines := strings.SplitAfter(text, "\n")
	return lines[:len(lines)-1]
}

func insert(lines []string, at int, added []string) string {
	var b strings.Builder
	for i, l := range lines {
		if i == at {
			writeLines(&b, added)
		}
		b.WriteString(l)
	}
	if at >= len(lines) {
		writeLines(&b, added)
	}
	return b.String()
}

func writeLines(b *strings.Builder, lines []string) {
	for _, l := range lines {
		b.WriteString(l)
		b.WriteByte('\n')
	}
}

// check refuses an edit that made the file unreadable.
func check(text string) ([]byte, error) {
	if _, line, err := parse(text); err != nil {
		return nil, fmt.Errorf("the change would break line %d: %w", line, err)
	}
	return []byte(text), nil
}

// SetField sets a name in a YAML text to a value given as YAML, and changes no
// other line. The place is a list of names from the top; groups and names that are not
// there yet are added at the end of their group.
func SetField(data []byte, value string, place ...string) ([]byte, error) {
	text := string(data)
	root, _, err := parse(text)
	if err != nil {
		return nil, err
	}
	lines := splitLines(text)
	n, depth := root, 0
	for depth < len(place)-1 && n != nil {
		next := child(n, place[depth])
		if next == nil || next.Kind != yaml.MappingNode {
			break
		}
		n, depth = next, depth+1
	}
	if n != nil && n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle != 0 {
		return nil, fmt.Errorf("%q is written in one line; put its names below each other", strings.Join(place[:depth], " / "))
	}
	indent := 0
	if n != nil {
		indent = n.Column - 1
	}
	added := field(value, place[depth:], indent)
	if n == nil {
		return check(insert(lines, len(lines), added))
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, old := n.Content[i], n.Content[i+1]
		if key.Value != place[depth] {
			continue
		}
		end := blockEnd(lines, &yaml.Node{Kind: yaml.MappingNode, Line: key.Line, Column: key.Column + 1})
		if old.Kind == yaml.SequenceNode && old.Style&yaml.FlowStyle == 0 && old.Column == key.Column {
			end = blockEnd(lines, old)
		}
		rest := append(append([]string{}, lines[:key.Line-1]...), lines[end:]...)
		return check(insert(rest, key.Line-1, added))
	}
	return check(insert(lines, blockEnd(lines, n), added))
}

// field writes nested names with a value below the last.
func field(value string, place []string, indent int) []string {
	blanks := strings.Repeat(" ", indent)
	if len(place) > 1 {
		return append([]string{blanks + place[0] + ":"}, field(value, place[1:], indent+2)...)
	}
	value = strings.TrimRight(value, "\n")
	if !strings.Contains(value, "\n") && !strings.HasPrefix(value, "- ") {
		return []string{blanks + place[0] + ": " + value}
	}
	out := []string{blanks + place[0] + ":"}
	for _, l := range strings.Split(value, "\n") {
		out = append(out, blanks+"  "+l)
	}
	return out
}
