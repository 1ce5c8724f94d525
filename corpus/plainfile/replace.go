package plainfile

import (
	"strings"

	"gopkg.in/yaml.v3"

	"crosscase/corpus/catalogue"
)

// Replace gives a field of the group that begins on a line, from 1, another value, and
// changes nothing else in the YAML text. It is an error if no group there has the field with
// the value old, or if the value goes on over lines without quotation marks.
func Replace(data []byte, line int, name, old, value string) ([]byte, error) {
	text := string(data)
	root, err := parseForEdit(text)
	if err != nil {
		return nil, err
	}
	n := groupWith(root, line, name, old)
	if n == nil {
		return nil, catalogue.Errorf("line %d: no %q with the value %q", line, name, old)
	}
	lines := splitLines(text)
	endLine, endColumn, err := scalarExtent(lines, n)
	if err != nil {
		return nil, err
	}
	quoted, err := Marshal(value)
	if err != nil {
		return nil, err
	}
	written := strings.TrimRight(string(quoted), "\n")
	if strings.Contains(written, "\n") || n.Style&yaml.FlowStyle == 0 && strings.ContainsAny(written, ",[]{}") && written[0] != '"' && written[0] != '\'' {
		written = doubleQuoted(value)
	}
	head := string([]rune(lines[n.Line-1])[:n.Column-1])
	tail := string([]rune(lines[endLine-1])[endColumn:])
	changed := strings.Join(lines[:n.Line-1], "") + head + written + tail + strings.Join(lines[endLine:], "")
	again, badLine, err := parse(changed)
	if err != nil {
		return nil, catalogue.Errorf("the change would break line %d: %w", badLine, err)
	}
	if groupWith(again, line, name, value) == nil {
		return nil, catalogue.Errorf("line %d: the change of %q would not be read back", line, name)
	}
	return []byte(changed), nil
}

// groupWith returns the value of a field in the group that begins on a line.
func groupWith(n *yaml.Node, line int, name, value string) *yaml.Node {
	if n == nil {
		return nil
	}
	if n.Kind == yaml.MappingNode && n.Line == line {
		if _, v := child(n, name); v != nil && v.Kind == yaml.ScalarNode && v.Value == value {
			return v
		}
	}
	for _, c := range n.Content {
		if v := groupWith(c, line, name, value); v != nil {
			return v
		}
	}
	return nil
}

// scalarExtent returns the line, from 1, on which a value ends, and the number of
// characters of that line up to its end.
func scalarExtent(lines []string, n *yaml.Node) (line, column int, err error) {
	first := []rune(lines[n.Line-1])
	switch {
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		line = scalarEnd(lines, n)
		return line, len([]rune(strings.TrimRight(lines[line-1], "\r\n"))), nil
	case n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		line = quoteEnd(lines, n)
		from := 0
		if line == n.Line {
			from = n.Column
		}
		mark, last := '"', []rune(lines[line-1])
		if n.Style&yaml.SingleQuotedStyle != 0 {
			mark = '\''
		}
		for i := from; i < len(last); i++ {
			switch {
			case mark == '"' && last[i] == '\\':
				i++
			case last[i] == mark && mark == '\'' && i+1 < len(last) && last[i+1] == mark:
				i++
			case last[i] == mark:
				return line, i + 1, nil
			}
		}
	case strings.HasPrefix(string(first[n.Column-1:]), n.Value):
		return n.Line, n.Column - 1 + len([]rune(n.Value)), nil
	}
	return 0, 0, catalogue.Errorf("line %d: the words go on over several lines; put them in quotation marks", n.Line)
}

// doubleQuoted writes a value on one line.
func doubleQuoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}
