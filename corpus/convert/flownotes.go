package convert

import (
	"sort"
	"strconv"
	"strings"
)

// mention writes "[n]" where the text refers to a note.
func (f *flow) mention(key string) {
	if f.para() == nil {
		f.startPara()
	}
	if f.numbers[key] == 0 {
		f.numbers[key] = len(f.numbers) + 1
	}
	f.para().text.WriteString(f.numberOf(key))
}

func (f *flow) numberOf(key string) string {
	s := "[" + strconv.Itoa(f.numbers[key]) + "]"
	f.r.Gain("numbers of notes written as [n]", 1, s)
	return s
}

// openNote begins the words of the note that the text mentions by key.
func (f *flow) openNote(key string) {
	f.stretches = append(f.stretches, &stretch{kind: noteStretch, key: key})
}

func (f *flow) closeNote() { f.closeStretch(noteStretch) }

// takeNote keeps what a note says. A key that stands twice is one note.
func (f *flow) takeNote(s *stretch) {
	words, known := f.notes[s.key]
	if !known {
		f.noted = append(f.noted, s.key)
	}
	for _, b := range s.blocks {
		words = append(words, b.Text)
	}
	f.notes[s.key] = words
}

// noteBlocks returns the notes in the order of their numbers. One that the text does
// not mention is dropped.
func (f *flow) noteBlocks() []Block {
	var blocks []Block
	sort.SliceStable(f.noted, func(i, j int) bool { return f.numbers[f.noted[i]] < f.numbers[f.noted[j]] })
	for _, key := range f.noted {
		words := strings.TrimSpace(strings.Join(f.notes[key], "\n"))
		switch {
		case words == "":
		case f.numbers[key] == 0:
			f.r.Drop("notes that nothing mentions", words)
		default:
			blocks = append(blocks, Block{Kind: Note, Text: f.numberOf(key) + " " + words})
		}
	}
	return blocks
}
