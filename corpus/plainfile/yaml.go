package plainfile

import (
	"bytes"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"crosscase/corpus/catalogue"
)

// Unmarshal reads a YAML file into the struct that into points to, by the names
// in its `yaml:"…"` tags. All that is wrong is added to the problems; what could
// be read stands in into. See decode.go for the types a field may have.
//
// A syntax error does not lose the file: it is parted at its top-level entries,
// and within one that is broken at its list items, and the good ones are read.
func Unmarshal(file string, data []byte, into any, problems *Problems) {
	text := strings.TrimPrefix(string(data), "\ufeff")
	if !utf8.ValidString(text) {
		problems.addUnread(file, 0, "is not UTF-8 text\nhint: save the file as UTF-8")
		return
	}
	if line, rest := conflict(text); line > 0 {
		problems.addUnread(file, line, withConflict)
		text = rest
	}
	root, line, err := parse(text)
	if err == nil {
		decodeRoot(file, root, into, problems)
		if line := secondDocument(text); line > 0 {
			problems.Add(file, line, "what begins here is a second document, which is not read\nhint: remove the line --- or ... before it; one file holds one group of names")
		}
		return
	}
	line = trueLine(text, line, err.Error())
	problems.addUnread(file, line, "is not readable YAML here: %s\nhint: %s", err, syntaxHint(text, line))
	decodeRoot(file, salvage(text), into, problems)
}

func decodeRoot(file string, root *yaml.Node, into any, problems *Problems) {
	d := decoder{file: file, problems: problems}
	if root == nil {
		return
	}
	if root.Kind != yaml.MappingNode {
		problems.Add(file, root.Line, "holds %s where names and values are expected\nhint: the file begins with names followed by a colon, for example \"format: 1\"", kindName(root))
		return
	}
	d.decodeInto(root, into)
}

var errorLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// parse returns the top node of a YAML text, nil for an empty one, or the line
// of the first syntax error.
func parse(text string) (*yaml.Node, int, error) {
	dec := yaml.NewDecoder(strings.NewReader(text))
	var doc yaml.Node
	if err := dec.Decode(&doc); err != nil {
		if errors.Is(err, io.EOF) {
			return nil, 0, nil
		}
		m := errorLine.FindStringSubmatch(err.Error())
		line := 0
		if m != nil {
			line, _ = strconv.Atoi(m[1])
		}
		return nil, line, catalogue.Errorf("%s", strings.TrimPrefix(err.Error(), m[0]))
	}
	if len(doc.Content) == 0 {
		return nil, 0, nil
	}
	return doc.Content[0], 0, nil
}

// secondDocument returns the line at which a YAML text goes on after its first
// document has ended; 0 if it does not.
func secondDocument(text string) int {
	if !strings.Contains(text, "\n---") && !strings.Contains(text, "\n...") {
		return 0
	}
	dec := yaml.NewDecoder(strings.NewReader(text))
	var first, second yaml.Node
	if dec.Decode(&first) != nil {
		return 0
	}
	switch err := dec.Decode(&second); {
	case errors.Is(err, io.EOF), err == nil && (len(second.Content) == 0 || second.Content[0].Tag == "!!null"):
		return 0
	case err == nil:
		return second.Content[0].Line
	default:
		line := 1
		if m := errorLine.FindStringSubmatch(err.Error()); m != nil {
			line, _ = strconv.Atoi(m[1])
		}
		return max(line, 1)
	}
}

func syntaxHint(text string, line int) catalogue.Message {
	lines := strings.Split(text, "\n")
	for _, i := range []int{line - 1, line, line - 2} {
		if i < 0 || i >= len(lines) {
			continue
		}
		l := lines[i]
		switch {
		case strings.HasPrefix(strings.TrimLeft(l, " "), "\t") || strings.HasPrefix(l, "\t"):
			return catalogue.Text("indent with spaces, not with a tab")
		case strings.Count(strings.SplitN(l, "#", 2)[0], ": ") > 1:
			return catalogue.Text(`a value that holds a colon and a space stands in quotes: "…"`)
		}
	}
	return catalogue.Text("check the indentation and the quotes of this line and the one before")
}

// salvage reads what can be read of a broken file.
func salvage(text string) *yaml.Node {
	out := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1}
	lines := strings.SplitAfter(text, "\n")
	for _, r := range split(lines, 0, len(lines), topLevel) {
		part := at(lines, r)
		if n, _, err := parse(part); err == nil {
			if n != nil && n.Kind == yaml.MappingNode {
				out.Content = append(out.Content, n.Content...)
			}
			continue
		}
		if key, list := salvageList(lines, r); list != nil {
			out.Content = append(out.Content, key, list)
		}
	}
	return out
}

// salvageList reads the good items of a list under one top-level name.
func salvageList(lines []string, r [2]int) (key, list *yaml.Node) {
	name, rest, ok := strings.Cut(lines[r[0]], ":")
	if !ok || strings.TrimSpace(rest) != "" {
		return nil, nil
	}
	first := r[0] + 1
	for first < r[1] && !strings.HasPrefix(strings.TrimLeft(lines[first], " "), "- ") {
		first++
	}
	if first == r[1] {
		return nil, nil
	}
	dash := strings.Repeat(" ", len(lines[first])-len(strings.TrimLeft(lines[first], " "))) + "- "
	key = &yaml.Node{Kind: yaml.ScalarNode, Value: strings.TrimSpace(name), Line: r[0] + 1}
	list = &yaml.Node{Kind: yaml.SequenceNode, Line: first + 1}
	for _, item := range split(lines, first, r[1], func(l string) bool { return strings.HasPrefix(l, dash) }) {
		if n, _, err := parse(at(lines, item)); err == nil && n != nil && n.Kind == yaml.SequenceNode {
			list.Content = append(list.Content, n.Content...)
		}
	}
	return key, list
}

func topLevel(l string) bool {
	return l != "" && !strings.ContainsAny(l[:1], " \t\r\n#-")
}

// split parts lines[from:to] before each line that starts an entry.
func split(lines []string, from, to int, starts func(string) bool) [][2]int {
	var out [][2]int
	for i := from; i < to; i++ {
		if starts(lines[i]) {
			out = append(out, [2]int{i, to})
			if n := len(out); n > 1 {
				out[n-2][1] = i
			}
		}
	}
	return out
}

// at returns some lines with empty ones before them, so that their numbers stay.
func at(lines []string, r [2]int) string {
	return strings.Repeat("\n", r[0]) + strings.Join(lines[r[0]:r[1]], "")
}

// Marshal returns a value as YAML, block style, two spaces. Empty fields are
// written unless their tag says otherwise.
func Marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return b.Bytes(), enc.Close()
}
