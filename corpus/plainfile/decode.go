package plainfile

import (
	"fmt"
	"reflect"
	"sort"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"crosscase/corpus/catalogue"
)

// Node is one value of a YAML file, for types that take several shapes.
type Node struct {
	n *yaml.Node
	d *decoder
}

// Flexible is a type that reads itself from a YAML value because people write
// it in more than one shape. An error becomes a problem at the value's line.
type Flexible interface{ FromYAML(Node) error }

// Line returns the line of the value, from 1.
func (n Node) Line() int { return n.n.Line }

// Text returns the value if it is a single one, not a list or a group.
func (n Node) Text() (string, bool) { return n.n.Value, n.n.Kind == yaml.ScalarNode }

// Items returns the values of a list.
func (n Node) Items() ([]Node, bool) {
	if n.n.Kind != yaml.SequenceNode {
		return nil, false
	}
	out := make([]Node, len(n.n.Content))
	for i, c := range n.n.Content {
		out[i] = Node{c, n.d}
	}
	return out, true
}

// Group tells whether the value is a group of names and values.
func (n Node) Group() bool { return n.n.Kind == yaml.MappingNode }

// Into reads the value as if it stood in a field of that type; problems are
// noted at their lines.
func (n Node) Into(p any) { n.d.value(n.n, reflect.ValueOf(p).Elem(), "") }

// decoder types the strings of a YAML tree by the fields they go to: string,
// bool, int, float64, slices (a single value is a list of one), maps from string,
// structs, pointers to these, and Flexible. A struct field tagged `yaml:"-" place:"line"`
// takes the line of its struct, one tagged `yaml:"-" place:"lines"` (map[string]int) the
// line of each of its fields.
type decoder struct {
	file     string
	problems *Problems
}

func (d *decoder) decodeInto(n *yaml.Node, into any) {
	d.value(n, reflect.ValueOf(into).Elem(), "")
}

func (d *decoder) problem(n *yaml.Node, english string, parts ...any) {
	d.problems.Add(d.file, n.Line, english, parts...)
}

func (d *decoder) value(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind == yaml.AliasNode {
		d.problem(n, "%s refers to another place of the file, which is not read here\nhint: write the value out", quoteName(name))
		return
	}
	if f, ok := v.Addr().Interface().(Flexible); ok {
		if err := f.FromYAML(Node{n, d}); err != nil {
			d.problem(n, "%s: %s", name, err)
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		p := reflect.New(v.Type().Elem())
		d.value(n, p.Elem(), name)
		v.Set(p)
	case reflect.Struct:
		d.group(n, v, name)
	case reflect.Map:
		d.mapping(n, v, name)
	case reflect.Slice:
		d.list(n, v, name)
	default:
		d.scalar(n, v, name)
	}
}

func (d *decoder) scalar(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind != yaml.ScalarNode {
		d.problem(n, "%s holds %s where one value is expected", quoteName(name), kindName(n))
		return
	}
	s := n.Value
	var err error
	switch v.Kind() {
	case reflect.String:
		v.SetString(s)
	case reflect.Bool:
		var b bool
		if b, err = strconv.ParseBool(strings.ToLower(s)); err != nil {
			d.problem(n, "%s is %q, neither true nor false\nhint: write true or false", quoteName(name), s)
			return
		}
		v.SetBool(b)
	case reflect.Int:
		var i int
		if i, err = strconv.Atoi(s); err != nil {
			d.problem(n, "%s is %q, not a whole number", quoteName(name), s)
			return
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		var f float64
		if f, err = strconv.ParseFloat(s, 64); err != nil {
			d.problem(n, "%s is %q, not a number", quoteName(name), s)
			return
		}
		v.SetFloat(f)
	default:
		panic(fmt.Sprintf("plainfile: a field of type %s cannot be read from YAML", v.Type()))
	}
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, name string) {
	items := []*yaml.Node{n}
	switch {
	case n.Kind == yaml.SequenceNode:
		items = n.Content
	case n.Kind == yaml.ScalarNode && n.Tag == "!!null":
		return
	}
	out := reflect.MakeSlice(v.Type(), 0, len(items))
	for _, item := range items {
		e := reflect.New(v.Type().Elem()).Elem()
		before := len(*d.problems)
		d.value(item, e, name)
		wrongShape := len(*d.problems) > before && e.IsZero()
		if !wrongShape {
			out = reflect.Append(out, e)
		}
	}
	v.Set(out)
}

func (d *decoder) mapping(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind != yaml.MappingNode {
		if n.Tag != "!!null" {
			d.problem(n, "%s holds %s where names and values are expected", quoteName(name), kindName(n))
		}
		return
	}
	out := reflect.MakeMap(v.Type())
	d.pairs(n, func(key, value *yaml.Node) {
		e := reflect.New(v.Type().Elem()).Elem()
		d.value(value, e, key.Value)
		out.SetMapIndex(reflect.ValueOf(key.Value), e)
	})
	v.Set(out)
}

func (d *decoder) group(n *yaml.Node, v reflect.Value, name string) {
	if n.Kind != yaml.MappingNode {
		d.problem(n, "%s holds %s where names and values are expected", quoteName(name), kindName(n))
		return
	}
	fields := map[string]int{}
	var lines reflect.Value
	for i := range v.NumField() {
		tags := v.Type().Field(i).Tag
		switch tags.Get("place") {
		case "line":
			v.Field(i).SetInt(int64(n.Line))
		case "lines":
			lines = v.Field(i)
			lines.Set(reflect.ValueOf(map[string]int{}))
		}
		if field, _, _ := strings.Cut(tags.Get("yaml"), ","); field != "" && field != "-" {
			fields[field] = i
		}
	}
	d.pairs(n, func(key, value *yaml.Node) {
		i, ok := fields[key.Value]
		if !ok {
			d.problem(key, "%q is not a field here\nhint: %s", key.Value, nearestHint(key.Value, fields))
			return
		}
		if lines.IsValid() {
			lines.SetMapIndex(reflect.ValueOf(key.Value), reflect.ValueOf(key.Line))
		}
		if value.Kind == yaml.ScalarNode && value.Tag == "!!null" && value.Value == "" {
			return
		}
		d.value(value, v.Field(i), key.Value)
	})
}

// pairs walks a mapping and reports names that stand twice; the first stands.
func (d *decoder) pairs(n *yaml.Node, visit func(key, value *yaml.Node)) {
	seen := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if key.Kind != yaml.ScalarNode {
			d.problem(key, "a name is %s, not a word", kindName(key))
			continue
		}
		if line, ok := seen[key.Value]; ok {
			d.problem(key, "%q stands twice\nhint: the first stands in line %d; keep one", key.Value, line)
			continue
		}
		seen[key.Value] = key.Line
		visit(key, n.Content[i+1])
	}
}

func nearestHint(name string, fields map[string]int) catalogue.Message {
	known := make([]string, 0, len(fields))
	for f := range fields {
		known = append(known, f)
	}
	sort.Strings(known)
	return DidYouMean(name, known, "known here: %s", strings.Join(known, ", "))
}

func quoteName(name string) catalogue.Message {
	if name == "" {
		return catalogue.Text("this")
	}
	return catalogue.Text("%q", name)
}

func kindName(n *yaml.Node) catalogue.Message {
	switch n.Kind {
	case yaml.SequenceNode:
		return catalogue.Text("a list")
	case yaml.MappingNode:
		return catalogue.Text("names and values")
	}
	return catalogue.Text("a single value")
}
