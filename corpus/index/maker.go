package index

import (
	"strings"

	"crosscase/corpus/words"
)

// maker makes passages of texts in one language.
type maker struct {
	language string
	analyser *words.Analyser
	kin      *words.Kin
	known    map[string]*terms // of words
	numbers  map[string]uint32 // of stems and keys
	last     []uint32          // the passage in which each number was met last
	passages uint32
}

// terms are what the index holds of one word.
type terms struct {
	last       uint32 // the passage in which it was met last
	word, stem string
	number     uint32 // of the stem
	keys       []string
	numbers    []uint32 // of the keys
}

// mostKnown bounds the memory of a maker; past it the memory starts anew. A thousand interviews have
// fewer words; of a large archive most words above it come once.
const mostKnown = 1 << 16

func newMaker(language string) *maker {
	m := &maker{language: language}
	m.forget()
	return m
}

// forget begins anew; analyser and kin remember what they have seen as well.
func (m *maker) forget() {
	m.analyser, m.kin = words.NewAnalyser(m.language), words.NewKin(m.language)
	m.known, m.numbers, m.last, m.passages = map[string]*terms{}, map[string]uint32{}, nil, 0
}

// passage returns the terms of a text, each once.
func (m *maker) passage(text string) passage {
	if len(m.known) >= mostKnown || m.passages == 1<<32-1 {
		m.forget()
	}
	m.passages++
	found := words.Tokens(text)
	list := make([]string, 0, 2*len(found))
	p := passage{words: list[:0:len(found)], stems: list[len(found):len(found)]}
	for _, t := range found {
		known := m.known[t.Fold]
		if known == nil {
			known = m.terms(strings.Clone(t.Fold)) // not part of the text, which is not to be held
		}
		if known.last == m.passages {
			continue
		}
		known.last = m.passages
		p.words = append(p.words, known.word)
		if m.first(known.number) {
			p.stems = append(p.stems, known.stem)
		}
		for i, n := range known.numbers {
			if m.first(n) {
				p.kin = append(p.kin, known.keys[i])
			}
		}
	}
	return p
}

// first tells whether a stem or key is met for the first time in this passage.
func (m *maker) first(number uint32) bool {
	if m.last[number] == m.passages {
		return false
	}
	m.last[number] = m.passages
	return true
}

func (m *maker) terms(word string) *terms {
	t := &terms{word: word, stem: m.analyser.Stem(word)}
	t.number = m.number("s" + t.stem)
	if m.kin != nil {
		t.keys = m.kin.Keys(word)
	}
	for _, k := range t.keys {
		t.numbers = append(t.numbers, m.number("k"+k))
	}
	m.known[word] = t
	return t
}

func (m *maker) number(term string) uint32 {
	n, ok := m.numbers[term]
	if !ok {
		n = uint32(len(m.last))
		m.numbers[term], m.last = n, append(m.last, 0)
	}
	return n
}
