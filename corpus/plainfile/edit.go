package plainfile

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"crosscase/corpus/catalogue"
)

// AppendItem adds an item to the end of a list in a YAML text and changes no
// other line. The list is found by names and, in lists of groups, by the value of
// a group's first-named field: "codes", "key=theme-1", "children". A list that is
// not there yet is added to the end of its group. The item is YAML without
// indentation, as Marshal makes it.
//
// It is an error if the text cannot be parsed or the place cannot be found, or if the
// list or what it stands in is written in one line ([a, b]).
func AppendItem(data []byte, item string, place ...string) ([]byte, error) {
	return AppendItems(data, []string{item}, place...)
}

// AppendItems is AppendItem for several items, in one go.
func AppendItems(data []byte, items []string, place ...string) ([]byte, error) {
	if len(items) == 0 {
		return data, nil
	}
	text := string(data)
	root, err := parseForEdit(text)
	if err != nil {
		return nil, err
	}
	lines := splitLines(text)
	if root == nil {
		root = &yaml.Node{Kind: yaml.MappingNode, Line: len(lines) + 1, Column: 1}
	}
	inside := scalarLines(lines, root)
	n, key := root, root
	for i, name := range place {
		if n.Style&yaml.FlowStyle != 0 {
			return nil, inOneLine(place[:i])
		}
		k, next := child(n, name)
		if next == nil {
			if i != len(place)-1 || n.Kind != yaml.MappingNode {
				return nil, catalogue.Errorf("no %q to add to", strings.Join(place[:i+1], " / "))
			}
			at := blockEnd(lines, inside, n)
			indent := strings.Repeat(" ", max(0, n.Column-1))
			added := append([]string{indent + name + ":"}, listItems(items, indent+"  ")...)
			return check(insert(lines, at, added), place)
		}
		n, key = next, k
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" || n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
		return emptyList(lines, key, items, place)
	}
	if n.Kind != yaml.SequenceNode || n.Style&yaml.FlowStyle != 0 {
		return nil, catalogue.Errorf("%q is not a list with one item a line", strings.Join(place, " / "))
	}
	indent := strings.Repeat(" ", n.Column-1)
	return check(insert(lines, blockEnd(lines, inside, n), listItems(items, indent)), place)
}

func parseForEdit(text string) (*yaml.Node, error) {
	if !utf8.ValidString(text) {
		return nil, catalogue.Errorf("the file is not UTF-8 text")
	}
	root, line, err := parse(text)
	if err != nil {
		return nil, catalogue.Errorf("line %d is not readable YAML: %w", line, err)
	}
	return root, nil
}

func inOneLine(place []string) error {
	return catalogue.Errorf("%q is written in one line; put its names below each other", strings.Join(place, " / "))
}

// emptyValue is what may stand after the name of a list that holds nothing.
var emptyValue = regexp.MustCompile(`(?i)^(\s*)(\[\s*\]|~|null)?(\s*(?:\s#.*)?\n)$`)

// emptyList fills "name:" or "name: []".
func emptyList(lines []string, key *yaml.Node, items []string, place []string) ([]byte, error) {
	l := lines[key.Line-1]
	lead := key.Column - 1
	name := key.Value
	if lead > len(l) || !strings.HasPrefix(l[lead:], name+":") {
		return nil, catalogue.Errorf("line %d: the name of the empty list is not written plainly", key.Line)
	}
	l, rest := l[:lead+len(name)+1], l[lead+len(name)+1:]
	m := emptyValue.FindStringSubmatch(rest)
	if m == nil {
		return nil, catalogue.Errorf("line %d: an empty list is not where it is expected", key.Line)
	}
	if m[2] != "" {
		lines[key.Line-1] = l + m[3]
	}
	return check(insert(lines, key.Line, listItems(items, strings.Repeat(" ", lead+2))), place)
}

// child returns the name and the value of a group's field, or an item of a list of groups.
func child(n *yaml.Node, name string) (key, value *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == name {
				return n.Content[i], n.Content[i+1]
			}
		}
		return nil, nil
	}
	field, wanted, _ := strings.Cut(name, "=")
	for _, item := range n.Content {
		if item.Kind != yaml.MappingNode {
			continue
		}
		if _, c := child(item, field); c != nil && c.Value == wanted {
			return item, item
		}
	}
	return nil, nil
}

// scalarLines tells for each line whether it goes on with words that began on an
// earlier one, where "#" and blank lines are words too.
func scalarLines(lines []string, root *yaml.Node) []bool {
	inside := make([]bool, len(lines))
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		for _, c := range n.Content {
			walk(c)
		}
		if n.Kind != yaml.ScalarNode || n.Style&(yaml.LiteralStyle|yaml.FoldedStyle|yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) == 0 {
			return
		}
		for i := n.Line; i < scalarEnd(lines, n); i++ {
			inside[i] = true
		}
	}
	walk(root)
	return inside
}

// scalarEnd returns the number of lines up to the end of a quoted word or a block of words.
func scalarEnd(lines []string, n *yaml.Node) int {
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
		return quoteEnd(lines, n)
	}
	if strings.Trim(n.Value, "\n") == "" {
		return n.Line
	}
	indent, end := -1, n.Line
	for i := n.Line; i < len(lines); i++ {
		body := strings.TrimLeft(lines[i], " ")
		if strings.TrimRight(body, "\r\n") == "" {
			continue
		}
		lead := len(lines[i]) - len(body)
		if indent < 0 {
			indent = lead
		}
		if lead < indent {
			break
		}
		end = i + 1
	}
	if strings.HasSuffix(n.Value, "\n\n") { // kept by |+
		for end < len(lines) && strings.TrimSpace(lines[end]) == "" {
			end++
		}
	}
	return end
}

func quoteEnd(lines []string, n *yaml.Node) int {
	runes := []rune(lines[n.Line-1])
	if n.Column > len(runes) {
		return n.Line
	}
	s, mark := string(runes[n.Column-1:]), byte('"')
	if n.Style&yaml.SingleQuotedStyle != 0 {
		mark = '\''
	}
	open := false
	for i := n.Line - 1; ; s = lines[i] {
		for j := 0; j < len(s); j++ {
			switch {
			case open && mark == '"' && s[j] == '\\':
				j++
			case s[j] == mark && open && mark == '\'' && j+1 < len(s) && s[j+1] == mark:
				j++
			case s[j] == mark && open:
				return i + 1
			case s[j] == mark:
				open = true
			}
		}
		if i++; i >= len(lines) {
			return n.Line
		}
	}
}

// blockEnd returns the number of lines up to the end of a node's block: the last
// line before one that is indented less. Blank and comment lines at its end do
// not belong to it, unless they stand inside words.
func blockEnd(lines []string, inside []bool, n *yaml.Node) int {
	end := min(n.Line, len(lines))
	dash := n.Kind == yaml.SequenceNode
	for i := end; i < len(lines); i++ {
		if inside[i] {
			end = i + 1
			continue
		}
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

func listItems(items []string, indent string) (lines []string) {
	for _, item := range items {
		lines = append(lines, listItem(item, indent)...)
	}
	return lines
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

// lineEnd matches what the YAML parser counts as the end of a line.
var lineEnd = regexp.MustCompile(`\r\n|[\n\r\x{85}\x{2028}\x{2029}]`)

func splitLines(text string) []string {
	if text == "" {
		return nil
	}
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	var lines []string
	from := 0
	for _, end := range lineEnd.FindAllStringIndex(text, -1) {
		lines = append(lines, text[from:end[1]])
		from = end[1]
	}
	return lines
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

// check refuses an edit that made the file unreadable, or that is not read back at its place.
func check(text string, place []string) ([]byte, error) {
	n, line, err := parse(text)
	if err != nil {
		return nil, catalogue.Errorf("the change would break line %d: %w", line, err)
	}
	for i, name := range place {
		if n != nil {
			_, n = child(n, name)
		}
		if n == nil {
			return nil, catalogue.Errorf("the change would not be read back as %q", strings.Join(place[:i+1], " / "))
		}
	}
	return []byte(text), nil
}

// SetField sets a name in a YAML text to a value given as YAML, and changes no
// other line. The place is a list of names from the top, as for AppendItem; groups and names that are not
// there yet are added at the end of their group. It is an error if something else than a
// group stands in the way.
func SetField(data []byte, value string, place ...string) ([]byte, error) {
	return setField(data, value, place, place)
}

// SetKey is SetField for the field by which the group is found: back is where it stands afterwards.
func SetKey(data []byte, value string, place, back []string) ([]byte, error) {
	return setField(data, value, place, back)
}

func setField(data []byte, value string, place, back []string) ([]byte, error) {
	text := string(data)
	root, err := parseForEdit(text)
	if err != nil {
		return nil, err
	}
	lines := splitLines(text)
	if root != nil && root.Kind != yaml.MappingNode {
		return nil, catalogue.Errorf("the file holds %s where names and values are expected", kindName(root))
	}
	n, depth := root, 0
	for depth < len(place)-1 && n != nil {
		_, next := child(n, place[depth])
		if next == nil || next.Tag == "!!null" || next.Kind == yaml.MappingNode && len(next.Content) == 0 {
			break
		}
		if next.Kind != yaml.MappingNode && (next.Kind != yaml.SequenceNode || !strings.Contains(place[depth+1], "=")) {
			return nil, catalogue.Errorf("%q holds %s where names and values are expected", strings.Join(place[:depth+1], " / "), kindName(next))
		}
		n, depth = next, depth+1
	}
	if n != nil && n.Style&yaml.FlowStyle != 0 {
		return nil, inOneLine(place[:depth])
	}
	if n != nil && n.Kind == yaml.SequenceNode {
		return nil, catalogue.Errorf("no %q to add to", strings.Join(place[:depth+1], " / "))
	}
	indent := 0
	if n != nil {
		indent = n.Column - 1
	}
	added := field(value, place[depth:], indent)
	if n == nil {
		return check(insert(lines, len(lines), added), back)
	}
	inside := scalarLines(lines, root)
	if key, old := child(n, place[depth]); key != nil {
		end := blockEnd(lines, inside, &yaml.Node{Kind: yaml.MappingNode, Line: key.Line, Column: key.Column + 1})
		if old.Kind == yaml.SequenceNode && old.Style&yaml.FlowStyle == 0 && old.Column == key.Column {
			end = blockEnd(lines, inside, old)
		}
		if lead := string([]rune(lines[key.Line-1])[:key.Column-1]); strings.TrimSpace(lead) != "" { // behind the dash of a list
			added[0] = lead + strings.TrimLeft(added[0], " ")
		}
		rest := append(append([]string{}, lines[:key.Line-1]...), lines[end:]...)
		return check(insert(rest, key.Line-1, added), back)
	}
	return check(insert(lines, blockEnd(lines, inside, n), added), back)
}

// TakeItem takes an item out of a list and returns the text without it, and the item as AppendItem takes it.
// The place is that of the item, as for AppendItem. A list that holds nothing then is taken out too.
func TakeItem(data []byte, place ...string) (rest, item []byte, err error) {
	text := string(data)
	root, err := parseForEdit(text)
	if err != nil {
		return nil, nil, err
	}
	lines := splitLines(text)
	inside := scalarLines(lines, root)
	n, list, listKey := root, (*yaml.Node)(nil), (*yaml.Node)(nil)
	for i, name := range place {
		if n != nil && n.Style&yaml.FlowStyle != 0 {
			return nil, nil, inOneLine(place[:i])
		}
		var k, next *yaml.Node
		if n != nil {
			k, next = child(n, name)
		}
		if next == nil {
			return nil, nil, catalogue.Errorf("no %q to add to", strings.Join(place[:i+1], " / "))
		}
		if next.Kind == yaml.SequenceNode {
			list, listKey = next, k
		}
		n = next
	}
	if n.Style&yaml.FlowStyle != 0 || list == nil || n == list {
		return nil, nil, inOneLine(place)
	}
	from, end := n.Line-1, blockEnd(lines, inside, n)
	if !strings.HasPrefix(strings.TrimLeft(lines[from], " "), "- ") {
		return nil, nil, inOneLine(place)
	}
	for i := from; i < end; i++ {
		l := lines[i]
		if i == from {
			l = strings.Repeat(" ", n.Column-1) + string([]rune(l)[n.Column-1:])
		}
		cut := min(n.Column-1, len(l)-len(strings.TrimLeft(l, " ")))
		item = append(item, l[cut:]...)
	}
	if len(list.Content) == 1 && listKey != nil && len(place) > 2 {
		from = listKey.Line - 1
	}
	left := strings.Join(append(append([]string{}, lines[:from]...), lines[end:]...), "")
	if _, line, err := parse(left); err != nil {
		return nil, nil, catalogue.Errorf("the change would break line %d: %w", line, err)
	}
	return []byte(left), item, nil
}

// InsertItem puts an item before another one of a list, whose place it is given, and changes no other line.
func InsertItem(data []byte, item string, before ...string) ([]byte, error) {
	text := string(data)
	root, err := parseForEdit(text)
	if err != nil {
		return nil, err
	}
	n := root
	for i, name := range before {
		if n != nil && n.Style&yaml.FlowStyle != 0 {
			return nil, inOneLine(before[:i])
		}
		if n != nil {
			_, n = child(n, name)
		}
		if n == nil {
			return nil, catalogue.Errorf("no %q to add to", strings.Join(before[:i+1], " / "))
		}
	}
	lines := splitLines(text)
	dash := strings.Index(lines[n.Line-1], "-")
	if n.Style&yaml.FlowStyle != 0 || dash < 0 || dash >= n.Column-1 {
		return nil, inOneLine(before)
	}
	return check(insert(lines, n.Line-1, listItem(item, strings.Repeat(" ", dash))), before)
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
	lines := strings.Split(value, "\n")
	if head := strings.TrimRight(lines[0], "+-0123456789"); head == "|" || head == ">" { // a block of words: its sign stands behind the name
		out := []string{blanks + place[0] + ": " + lines[0]}
		for _, l := range lines[1:] {
			out = append(out, blanks+l)
		}
		return out
	}
	out := []string{blanks + place[0] + ":"}
	for _, l := range lines {
		out = append(out, blanks+"  "+l)
	}
	return out
}
