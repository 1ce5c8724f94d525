package coding

import (
	"fmt"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// MergedCodes is what an imported code book would change in one that is there.
type MergedCodes struct {
	Add     []Derived // in the order of the file
	Added   int       // codes of Add, with those below them
	Same    int       // codes that are there already
	Differs []CodeDifference
	Missing []string // keys of codes that the file does not hold
	Notes   []catalogue.Message
}

// CodeDifference is what a file says otherwise of a code than the code book that is there.
type CodeDifference struct{ Key, Field, Here, There string }

// Stays tells whether a difference is never taken over from a file: a code gets another key by being renamed.
func (d CodeDifference) Stays() bool { return d.Field == "key" || d.Field == "was" }

// Merge compares imported codes with a code book. A code is there already if one has its key, now
// or before. Where the file names no keys, it is there if one has its name below the same code,
// else if one has the key that the name would get, else if just one has its name. The others
// get keys that no code has or had.
func (b *Codebook) Merge(in []Code) MergedCodes {
	m := codeMerge{book: b, there: map[*Code]*Code{}, taken: map[*Code]bool{}, used: map[string]bool{}, next: map[string]int{},
		places: map[codePlace]*Code{}, named: map[string][]*Code{}, keys: map[*Code]string{}}
	for key := range b.byKey {
		m.used[key] = true
	}
	for _, c := range b.All() {
		at := codePlace{c.Parent, foldName(c.Title())}
		if m.places[at] == nil {
			m.places[at] = c
		}
		m.named[at.name] = append(m.named[at.name], c)
	}
	m.byKeyOrPlace(in, nil, true)
	m.bySlugOrName(in, nil)
	m.giveKeys(in, true)
	m.giveKeys(in, false)
	for i := range in {
		if c := m.merge(&in[i], ""); c != nil {
			m.add(*c, "")
		}
	}
	for _, c := range b.All() {
		if !m.taken[c] {
			m.out.Missing = append(m.out.Missing, c.Key)
		}
	}
	return m.out
}

// codePlace is a name below a code, nil for the top.
type codePlace struct {
	parent *Code
	name   string
}

type codeMerge struct {
	book   *Codebook
	out    MergedCodes
	there  map[*Code]*Code // of an imported code, the one of the book
	taken  map[*Code]bool  // codes of the book
	used   map[string]bool // keys
	next   map[string]int  // of a key that is used, the number to try next
	places map[codePlace]*Code
	named  map[string][]*Code
	keys   map[*Code]string // of imported codes that are new
}

func (m *codeMerge) take(c, there *Code) {
	if there != nil && !m.taken[there] {
		m.there[c], m.taken[there] = there, true
	}
}

// byKeyOrPlace finds codes by the keys that the file gives, or by their names below codes that were
// found.
func (m *codeMerge) byKeyOrPlace(in []Code, parent *Code, found bool) {
	for i := range in {
		c := &in[i]
		if c.Key != "" {
			m.take(c, m.book.Code(c.Key))
			for _, was := range c.Was {
				if m.there[c] == nil {
					m.take(c, m.book.Code(was))
				}
			}
		} else if found {
			m.take(c, m.places[codePlace{parent, foldName(c.Label)}])
		}
		m.byKeyOrPlace(c.Children, m.there[c], m.there[c] != nil)
	}
}

// bySlugOrName finds the other codes by the keys that their names would get, or by their names. Below
// a code that was found so, places come first.
func (m *codeMerge) bySlugOrName(in []Code, parent *Code) {
	for i := range in {
		if c := &in[i]; c.Key == "" && m.there[c] == nil && parent != nil {
			m.take(c, m.places[codePlace{parent, foldName(c.Label)}])
		}
	}
	for i := range in {
		c := &in[i]
		if c.Key == "" && m.there[c] == nil {
			m.take(c, m.book.Code(codeKey(c.Label)))
			if same := m.named[foldName(c.Label)]; m.there[c] == nil && len(same) == 1 {
				m.take(c, same[0])
			}
		}
		m.bySlugOrName(c.Children, m.there[c])
	}
}

const longestKey = 60 // characters, but for a single word

// codeKey returns the key that a name gets: its slug, cut between words.
func codeKey(label string) string {
	key := corpus.Slug(label)
	for len(key) > longestKey {
		at := strings.LastIndexByte(key, '-')
		if at <= 0 {
			break
		}
		key = key[:at]
	}
	return key
}

// giveKeys gives the new codes their keys: first those whose keys the file names, then the others.
func (m *codeMerge) giveKeys(in []Code, named bool) {
	for i := range in {
		c := &in[i]
		if m.there[c] == nil && (c.Key != "") == named {
			base := c.Key
			if !named {
				base = codeKey(c.Label)
			}
			key := base
			for n := max(2, m.next[base]); m.used[key]; n++ {
				key, m.next[base] = fmt.Sprintf("%s-%d", base, n), n+1
			}
			if named && key != base {
				m.out.Notes = append(m.out.Notes, catalogue.Text("key %q stands twice in the file; the second became %q", base, key))
			}
			m.keys[c], m.used[key] = key, true
		}
		m.giveKeys(c.Children, named)
	}
}

func (m *codeMerge) add(c Code, parent string) {
	m.out.Add = append(m.out.Add, Derived{Code: c, Parent: parent})
	m.out.Added += CountCodes([]Code{c})
}

// merge returns an imported code as it is to be added, with those below it; nil if it is there.
func (m *codeMerge) merge(c *Code, parent string) *Code {
	there := m.there[c]
	if there == nil {
		added := *c
		added.Key, added.Children = m.keys[c], nil
		for i := range c.Children {
			if below := m.merge(&c.Children[i], added.Key); below != nil {
				added.Children = append(added.Children, *below)
			}
		}
		return &added
	}
	m.out.Same++
	m.compare(c, there, parent)
	for i := range c.Children {
		if below := m.merge(&c.Children[i], there.Key); below != nil {
			m.add(*below, there.Key)
		}
	}
	return nil
}

// compare notes what the file says otherwise of a code.
func (m *codeMerge) compare(c, there *Code, parent string) {
	for _, f := range codeFields {
		in, here := strings.TrimSpace(f.get(c)), strings.TrimSpace(f.get(there))
		if f.name == "colour" {
			here = readColour(here)
		}
		if in != "" && in != here && !(f.name == "label" && in == there.Title()) {
			m.out.Differs = append(m.out.Differs, CodeDifference{there.Key, f.name, here, in})
		}
	}
	above := ""
	if there.Parent != nil {
		above = there.Parent.Key
	}
	if above != parent {
		m.out.Differs = append(m.out.Differs, CodeDifference{there.Key, "parent", above, parent})
	}
}
