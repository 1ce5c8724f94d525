package coding

import (
	"fmt"

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
			below := CountCodes(c.Children)
			m.Notes = append(m.Notes, fmt.Sprintf("guessed: %q is of kind %s, by its name, and so %s", c.Label, kind, map[bool]string{true: "is the code below it", false: fmt.Sprintf("are the %d below it", below)}[below == 1]))
			if below == 0 {
				m.Notes[len(m.Notes)-1] = fmt.Sprintf("guessed: %q is of kind %s, by its name", c.Label, kind)
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
	if bare > 0 {
		m.Notes = append(m.Notes, fmt.Sprintf("%d of the new codes %s no kind, by which compare table adaptations and its like go; write kind: beside a code, and it holds for those below it too", bare, map[bool]string{true: "has", false: "have"}[bare == 1]))
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
