package plainfile

import (
	"strings"

	"gopkg.in/yaml.v3"

	"crosscase/corpus/catalogue"
)

// AppendLine adds a line to a block of words in a YAML text ("find: |") and changes no other
// line. The block is found as by AppendItem, its name last. Words that are written in another
// way are rewritten as such a block, with their comment; a block that is not there yet stands
// before the first list of its group, else at the end. It is an error if the text cannot be parsed, the
// place cannot be found, or it is written in one line with others.
func AppendLine(data []byte, line string, place ...string) ([]byte, error) {
	text := string(data)
	root, err := parseForEdit(text)
	if err != nil {
		return nil, err
	}
	n := root
	for i, name := range place[:len(place)-1] {
		if n != nil {
			_, n = child(n, name)
		}
		if n == nil {
			return nil, catalogue.Errorf("no %q to add to", strings.Join(place[:i+1], " / "))
		}
		if n.Style&yaml.FlowStyle != 0 {
			return nil, inOneLine(place[:i+1])
		}
	}
	if n == nil || n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle != 0 {
		return nil, catalogue.Errorf("no %q to add to", strings.Join(place[:len(place)-1], " / "))
	}
	lines := splitLines(text)
	inside := scalarLines(lines, root)
	name, indent := place[len(place)-1], strings.Repeat(" ", n.Column-1)
	key, old := child(n, name)
	var out string
	switch {
	case key != nil && (len(lines[key.Line-1]) < key.Column || !strings.HasPrefix(lines[key.Line-1][key.Column-1:], name+":")):
		return nil, catalogue.Errorf("the change would not be read back as %q", strings.Join(place, " / ")) // the name is in quotes
	case key == nil:
		out = insert(lines, beforeLists(lines, inside, n), []string{indent + name + ": |", indent + "  " + line})
	case old.Kind != yaml.ScalarNode:
		return nil, catalogue.Errorf("%q is %s where words are expected", strings.Join(place, " / "), kindName(old))
	case old.Style&yaml.LiteralStyle != 0 && strings.Trim(old.Value, "\n") != "" && old.Line == key.Line:
		first := key.Line // the first line of the block that is not blank
		for first < len(lines)-1 && strings.TrimSpace(lines[first]) == "" {
			first++
		}
		lead := lines[first][:len(lines[first])-len(strings.TrimLeft(lines[first], " "))]
		out = insert(lines, scalarEnd(lines, old), []string{lead + line})
	default:
		added := []string{lines[key.Line-1][:key.Column-1] + name + ": |" + commentOf(lines[key.Line-1], old)}
		for _, l := range append(strings.Split(strings.TrimRight(old.Value, "\n"), "\n"), line) {
			if l = strings.TrimSpace(l); l != "" {
				added = append(added, indent+"  "+l)
			}
		}
		end := max(key.Line, old.Line)
		if old.Style != 0 {
			end = max(end, scalarEnd(lines, old))
		} else if old.Value != "" {
			end = max(end, blockEnd(lines, inside, &yaml.Node{Kind: yaml.MappingNode, Line: key.Line, Column: key.Column + 1}))
		}
		rest := append(append([]string{}, lines[:key.Line-1]...), lines[end:]...)
		out = insert(rest, key.Line-1, added)
	}
	edited, err := check(out, place)
	if err != nil {
		return nil, err
	}
	now, _, err := parse(string(edited))
	if err != nil || !addedOnly(root, now, line, place) {
		return nil, catalogue.Errorf("the change would not be read back as %q", strings.Join(place, " / "))
	}
	return edited, nil
}

// beforeLists returns the line of the first list of groups in a group, with the comments above it,
// or the end of the group.
func beforeLists(lines []string, inside []bool, n *yaml.Node) int {
	for i := 2; i+1 < len(n.Content); i += 2 {
		if v := n.Content[i+1]; v.Kind == yaml.SequenceNode && len(v.Content) > 0 && v.Content[0].Kind == yaml.MappingNode {
			at := n.Content[i].Line - 1
			for at > 0 && !inside[at-1] && strings.HasPrefix(strings.TrimLeft(lines[at-1], " "), "#") {
				at--
			}
			return at
		}
	}
	return blockEnd(lines, inside, n)
}

// commentOf returns the comment behind words that stand on one line, with the blanks before it.
func commentOf(line string, n *yaml.Node) string {
	if n.LineComment == "" {
		return ""
	}
	if i := strings.LastIndex(line, n.LineComment); i > 0 {
		return " " + strings.TrimRight(line[i:], "\r\n")
	}
	return ""
}

// addedOnly tells whether two texts say the same but for words at a place, of which the second
// has a line more.
func addedOnly(old, now *yaml.Node, line string, place []string) bool {
	if now == nil {
		return false
	}
	if old == nil || old.Kind == yaml.ScalarNode && old.Tag == "!!null" {
		old = &yaml.Node{Kind: now.Kind}
	}
	if old.Kind != now.Kind || len(now.Content)-len(old.Content) < 0 {
		return false
	}
	if len(place) == 0 {
		return old.Kind == yaml.ScalarNode && strings.HasSuffix(strings.TrimRight(now.Value, "\n"), line)
	}
	_, changed := child(now, place[0])
	if len(place) == 1 {
		if before, _ := child(old, place[0]); before == nil {
			now = &yaml.Node{Kind: now.Kind, Content: lacking(now.Content, place[0])}
			return changed != nil && sameTree(old, now, nil) && addedOnly(&yaml.Node{Kind: yaml.ScalarNode}, changed, line, nil)
		}
	}
	_, before := child(old, place[0])
	return changed != nil && sameTree(old, now, before) && addedOnly(before, changed, line, place[1:])
}

// lacking returns the content of a group without a name and its value.
func lacking(content []*yaml.Node, name string) []*yaml.Node {
	var out []*yaml.Node
	for i := 0; i+1 < len(content); i += 2 {
		if content[i].Value != name {
			out = append(out, content[i], content[i+1])
		}
	}
	return out
}

// sameTree tells whether two nodes say the same, one of the first's left out.
func sameTree(a, b, but *yaml.Node) bool {
	if a == but {
		return true
	}
	if a.Kind != b.Kind || len(a.Content) != len(b.Content) || strings.TrimRight(a.Value, "\n") != strings.TrimRight(b.Value, "\n") {
		return false
	}
	for i := range a.Content {
		if !sameTree(a.Content[i], b.Content[i], but) {
			return false
		}
	}
	return true
}
