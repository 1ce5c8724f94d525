package coding

import (
	"crosscase/corpus/plainfile"
)

// Derived is what Derive would add to a code book.
type Derived struct {
	Code   Code
	Parent string // key of the code it comes under, "" at the top
}

// Derive returns the codes that a guide asks for and a code book lacks: one for each
// theme with such questions, and one below it for each question that no code names yet. What is in
// the code book stays as it is: a question whose code the researcher renamed, moved or
// changed is not derived again, because that code still names the question.
func Derive(g *Guide, book *Codebook) []Derived {
	named := map[string]bool{}
	for _, c := range book.All() {
		if c.Kind != Structural && c.Origin != "guide" {
			continue
		}
		for _, q := range c.Questions {
			named[q] = true
		}
	}
	var out []Derived
	for _, t := range g.Themes {
		theme := book.Code(t.Key)
		var children []Code
		for _, q := range t.Questions {
			if named[q.Key] || book.Code(q.Key) != nil {
				continue
			}
			c := Code{Key: q.Key, Label: q.Label(), Kind: Structural, Origin: "guide", Questions: []string{q.Key}}
			if q.Ask != "" && q.Ask != c.Label {
				c.Definition = q.Ask
			}
			children = append(children, c)
		}
		switch {
		case theme == nil && len(children) == 0: // every question has its code elsewhere
		case theme == nil:
			label := t.Label
			if label == "" {
				label = t.Key
			}
			out = append(out, Derived{Code: Code{Key: t.Key, Label: label, Kind: Structural, Origin: "guide", Children: children}})
		default:
			for _, c := range children {
				out = append(out, Derived{Code: c, Parent: theme.Key})
			}
		}
	}
	return out
}

// AddCodes returns the code book file with codes added; all that stood in it
// stays as it was, comments included.
func AddCodes(data []byte, book *Codebook, add []Derived) ([]byte, error) {
	for _, d := range add {
		item, err := plainfile.Marshal(d.Code)
		if err != nil {
			return nil, err
		}
		place := []string{"codes"}
		if d.Parent != "" {
			place = append(book.place(d.Parent), "children")
		}
		if data, err = plainfile.AppendItem(data, string(item), place...); err != nil {
			return nil, err
		}
	}
	return data, nil
}

// place returns where a code stands in the file, for plainfile.AppendItem.
func (b *Codebook) place(key string) []string {
	c := b.Code(key)
	if c == nil {
		return []string{"codes"}
	}
	above := []string{"codes"}
	if c.Parent != nil {
		above = append(b.place(c.Parent.Key), "children")
	}
	return append(above, "key="+c.Key)
}
