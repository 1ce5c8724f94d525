package coding

import (
	"crosscase/corpus/catalogue"
)

// GuessKinds gives new codes whose name is the word for a kind that kind, where the file names no kinds: "Challenges" and
// what lies below it are challenges. It says so in Notes, and how many of the new codes have no kind at all.
func (m *MergedCodes) GuessKinds(b *Codebook) {
	named := false
	walkCodes(m.Add, func(c, _ *Code) { named = named || c.Kind != "" })
	bare := 0
	of := map[*Code]string{} // the kind that a code has, by itself or by the one above it
	walkCodes(m.Add, func(c, parent *Code) {
		if kind := catalogue.CodeKind(c.Label); !named && kind != c.Label && kind != Structural {
			c.Kind = kind
			switch below := CountCodes(c.Children); below {
			case 0:
				m.Notes = append(m.Notes, catalogue.Text("guessed: %q is of kind %s, by its name", c.Label, kind))
			case 1:
				m.Notes = append(m.Notes, catalogue.Text("guessed: %q is of kind %s, by its name, and so is the code below it", c.Label, kind))
			default:
				m.Notes = append(m.Notes, catalogue.Text("guessed: %q is of kind %s, by its name, and so are the %d below it", c.Label, kind, below))
			}
		}
		if of[c] = c.Kind; c.Kind == "" && parent != nil {
			of[c] = of[parent]
		}
		if of[c] == "" && parent == nil {
			of[c] = m.kindAbove(c, b)
		}
		if of[c] == "" {
			bare++
		}
	})
	switch {
	case bare == 1:
		m.Notes = append(m.Notes, catalogue.Text("%d of the new codes has no kind, by which compare table adaptations and its like go; write kind: beside a code, and it holds for those below it too", bare))
	case bare > 1:
		m.Notes = append(m.Notes, catalogue.Text("%d of the new codes have no kind, by which compare table adaptations and its like go; write kind: beside a code, and it holds for those below it too", bare))
	}
}

// kindAbove returns the kind of the code of the book below which a new one comes to stand.
func (m *MergedCodes) kindAbove(c *Code, b *Codebook) string {
	for i := range m.Add {
		if &m.Add[i].Code == c {
			if up := b.Code(m.Add[i].Parent); up != nil && up.Kind != Structural {
				return up.Kind
			}
		}
	}
	return ""
}

// walkCodes visits new codes and those below them, each with the new one above it.
func walkCodes(list []Derived, visit func(c, parent *Code)) {
	var walk func(c, parent *Code)
	walk = func(c, parent *Code) {
		visit(c, parent)
		for i := range c.Children {
			walk(&c.Children[i], c)
		}
	}
	for i := range list {
		walk(&list[i].Code, nil)
	}
}
