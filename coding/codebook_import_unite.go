package coding

import "fmt"

// unite puts together what stands twice under one name in one place, unless it has keys of its
// own, and gathers the names of codes that no line describes.
func (t *codeTree) unite(n *codeNode, made *[]string) {
	first := map[string]*codeNode{}
	kept := n.children[:0]
	for _, c := range n.children {
		name := foldName(c.code.Title())
		same := first[name]
		if same == nil || c.code.Key != "" && same.code.Key != "" {
			if same == nil {
				first[name] = c
			}
			kept = append(kept, c)
			continue
		}
		switch {
		case same.made:
			same.code, same.made = c.code, c.made
		case !c.made:
			t.twice++
			t.in.join(&same.code, c.code)
		}
		same.children = append(same.children, c.children...)
	}
	n.children = kept
	for _, c := range n.children {
		if c.made && c.guessed {
			*made = append(*made, c.code.Label)
		}
		t.unite(c, made)
	}
}

// join adds what a second line says of a code to the first; what they say differently is left out.
func (in *ImportedCodes) join(c *Code, second Code) {
	for _, f := range codeFields {
		if f.name == "key" || f.name == "label" {
			continue
		}
		switch here, there := f.get(c), f.get(&second); {
		case there == "" || here == there:
		case here == "":
			f.set(c, there)
		default:
			in.leave(fmt.Sprintf("%s, %s: %s", c.Title(), f.name, there), "said of a code that stands twice; the first stands")
		}
	}
}
