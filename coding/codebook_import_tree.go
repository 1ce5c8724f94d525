package coding

import (
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// codeRow is one code as a file describes it. Where it belongs is said in one of three ways.
type codeRow struct {
	code Code
	id   string

	parent   string   // the id, the key or the name of the code above
	parentID bool     // parent is an id
	above    []string // the names of those above, the outermost first
	depth    int      // by how much it is set in: a row belongs to the last one above that is set in less
}

// codeNode is a code of the tree that grows.
type codeNode struct {
	code     Code
	parent   *codeNode
	children []*codeNode
	made     bool // no row describes it
	guessed  bool // it was made because a row names it as its parent
}

// codeTree makes a tree of rows.
type codeTree struct {
	in    *ImportedCodes
	top   codeNode
	first map[childName]*codeNode // of each name below a code
	named map[string][]*codeNode  // the codes of the rows by their names
	twice int
}

type childName struct {
	parent *codeNode
	name   string
}

var errCodesDeep = catalogue.Errorf("nests its codes more than %d deep; it is no ordinary code book", maxCodeDepth)

func (t *codeTree) build(rows []codeRow) error {
	t.first, t.named = map[childName]*codeNode{}, map[string][]*codeNode{}
	byID, byKey := map[string]*codeNode{}, map[string]*codeNode{}
	nodes := make([]*codeNode, len(rows))
	for i, r := range rows {
		n := &codeNode{code: r.code}
		nodes[i] = n
		if r.id != "" && byID[r.id] == nil {
			byID[r.id] = n
		}
		if k := r.code.Key; k != "" && byKey[k] == nil {
			byKey[k] = n
		}
		name := foldName(r.code.Title())
		t.named[name] = append(t.named[name], n)
	}
	type open struct {
		depth int
		node  *codeNode
	}
	var stack []open
	for i, r := range rows {
		parent := &t.top
		switch {
		case len(r.above) >= maxCodeDepth:
			return errCodesDeep
		case len(r.above) > 0:
			for _, name := range r.above {
				parent = t.child(parent, name)
			}
		case r.parent == "":
			for len(stack) > 0 && stack[len(stack)-1].depth >= r.depth {
				stack = stack[:len(stack)-1]
			}
			if len(stack) > 0 {
				parent = stack[len(stack)-1].node
			}
			if len(stack) >= maxCodeDepth {
				return errCodesDeep
			}
			stack = append(stack, open{r.depth, nodes[i]})
		}
		t.put(nodes[i], parent)
	}
	for i, r := range rows {
		if r.parent == "" {
			continue
		}
		parent := byID[r.parent]
		if parent == nil && !r.parentID {
			if parent = byKey[r.parent]; parent == nil {
				parent = t.byName(r.parent, nodes[i])
			}
		}
		switch {
		case parent == nil:
			t.in.note("%s stands at the top: its parent %q is not in the file", nodes[i].code.Title(), r.parent)
		case under(parent, nodes[i]):
			t.in.note("%s stands at the top: the file puts it below itself", nodes[i].code.Title())
		default:
			t.move(nodes[i], parent)
		}
	}
	if deeper(&t.top, maxCodeDepth+1) {
		return errCodesDeep
	}
	var made []string
	t.unite(&t.top, &made)
	if n := len(made); n > 0 {
		t.in.note("made %s, which the file names only as the parent of others", firstOf(made, 10))
	}
	if t.twice > 0 {
		t.in.note("%d %s of a code that stands twice in one place %s put together", t.twice, manyOr(t.twice, "line", "lines"), manyOr(t.twice, "was", "were"))
	}
	return nil
}

// firstOf names the first of a list, and says how many more there are.
func firstOf(list []string, most int) catalogue.Message {
	if n := len(list) - most; n > 0 {
		return catalogue.Text("%s and %d more", strings.Join(list[:most], ", "), n)
	}
	return catalogue.Text("%s", strings.Join(list, ", "))
}

func manyOr(n int, one, many string) catalogue.Message {
	if n == 1 {
		return catalogue.Text(one)
	}
	return catalogue.Text(many)
}

func foldName(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// child returns the first code with a name below another; one that is not there is made.
func (t *codeTree) child(parent *codeNode, name string) *codeNode {
	if n := t.first[childName{parent, foldName(name)}]; n != nil {
		return n
	}
	n := &codeNode{code: Code{Label: name}, made: true}
	t.put(n, parent)
	return n
}

// put puts a code below another, after those that are there.
func (t *codeTree) put(n, parent *codeNode) {
	n.parent = parent
	parent.children = append(parent.children, n)
	if at := (childName{parent, foldName(n.code.Title())}); t.first[at] == nil {
		t.first[at] = n
	}
}

// move puts a code below another than the one it stands below.
func (t *codeTree) move(n, parent *codeNode) {
	if n.parent == parent {
		return
	}
	old := n.parent
	if at := (childName{old, foldName(n.code.Title())}); t.first[at] == n {
		delete(t.first, at)
	}
	if i := slices.Index(old.children, n); i >= 0 {
		old.children = slices.Delete(old.children, i, i+1)
	}
	t.put(n, parent)
}

// byName finds the code that a name or a path "a > b" means as the parent of another, and makes
// it if nobody has the name.
func (t *codeTree) byName(name string, child *codeNode) *codeNode {
	for _, n := range t.named[foldName(name)] {
		if n != child {
			return n
		}
	}
	n := &t.top
	for _, part := range splitPath(name) {
		n = t.child(n, part)
		n.guessed = n.made
	}
	t.before(n, child)
	if n == &t.top || n == child {
		return nil
	}
	return n
}

// before puts a code at the top that was just made before the first code that names it as its
// parent.
func (t *codeTree) before(n, child *codeNode) {
	list := t.top.children
	at := slices.Index(list, child)
	if last := len(list) - 1; last >= 0 && list[last] == n && at >= 0 && at < last {
		copy(list[at+1:], list[at:last])
		list[at] = n
	}
}

// under tells whether a code stands below another, or is it.
func under(n, other *codeNode) bool {
	for ; n != nil; n = n.parent {
		if n == other {
			return true
		}
	}
	return false
}

func deeper(n *codeNode, levels int) bool {
	if levels < 0 {
		return true
	}
	for _, c := range n.children {
		if deeper(c, levels-1) {
			return true
		}
	}
	return false
}

// codes returns the tree as codes.
func (t *codeTree) codes() []Code { return codesOf(t.top.children, 0) }

func codesOf(nodes []*codeNode, depth int) []Code {
	if depth > maxCodeDepth {
		return nil
	}
	var out []Code
	for _, n := range nodes {
		c := n.code
		c.Children = codesOf(n.children, depth+1)
		out = append(out, c)
	}
	return out
}

// usableKey returns a key as a code book may hold it.
func usableKey(key string) string {
	key = strings.TrimSpace(key)
	if strings.ContainsAny(key, " \t\n/\\:\"") || key != strings.ToLower(key) {
		return corpus.Slug(key)
	}
	return key
}
