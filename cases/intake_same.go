package cases

import (
	"io/fs"
	"slices"

	"crosscase/corpus/convert"
)

// A sketch of a text is the smallest hashes of its runs of words: two texts that share
// most of theirs share most of their words, in the same order, whatever stands between
// them and in whichever format they came (Broder 1997, On the resemblance and containment of
// documents).
const (
	sketchRun  = 5  // words of a run
	sketchSize = 32 // hashes
	sketchSame = 24 // of these in common, from which two texts are said to be the same
	leastRuns  = 40 // of a text about which anything is said
)

// sketches finds documents by their sketches. It is made when the first file comes in.
type sketches struct {
	of map[uint64][]string // keys of documents
}

// saySame tells in the report of a text that comes in which document of the study has the same
// words: the file may be another format of it, and would count twice. It returns the sketch
// under which the new document is to be remembered; nil for a short text.
func (s *Study) saySame(text string, r *convert.Report) []uint64 {
	sketch := sketchOf(text)
	if sketch == nil {
		return nil
	}
	if s.alike == nil {
		s.alike = &sketches{map[uint64][]string{}}
		for _, d := range s.Documents {
			if data, err := fs.ReadFile(s.fsys, TextFile(d.Key)); err == nil {
				s.alike.add(d.Key, sketchOf(asString(data)))
			}
		}
	}
	if key := s.alike.like(sketch); key != "" {
		name := key
		if d := s.Document(key); d != nil && d.Original.Name != "" {
			name = d.Original.Name
		}
		r.Add("warning", "has the words of "+key+", which came from "+name+": if they are one document, it counts twice; leave one of them out", 1, "")
	}
	return sketch
}

func (k *sketches) add(key string, sketch []uint64) {
	for _, h := range sketch {
		k.of[h] = append(k.of[h], key)
	}
}

// like returns the document that shares most of a sketch, and enough of it, the first by key
// among several; "" if none does.
func (k *sketches) like(sketch []uint64) string {
	shared := map[string]int{}
	for _, h := range sketch {
		for _, key := range k.of[h] {
			shared[key]++
		}
	}
	found := ""
	for key, n := range shared {
		if n >= sketchSame && (found == "" || n > shared[found] || n == shared[found] && key < found) {
			found = key
		}
	}
	return found
}

// sketchOf returns the sketch of a text: nil for a short one.
func sketchOf(text string) []uint64 {
	var run [sketchRun]uint64
	seen := map[uint64]bool{}
	var least []uint64 // sorted, the smallest first
	n, at := 0, 0
	word := uint64(fnvBasis) // FNV-1a of the letters so far
	for i := 0; i <= len(text); i++ {
		if i < len(text) && inWord(text[i]) {
			word = (word ^ uint64(text[i])) * fnvPrime
			continue
		}
		if word == fnvBasis {
			continue
		}
		run[at], word = word, fnvBasis
		at = (at + 1) % sketchRun
		if n++; n < sketchRun {
			continue
		}
		h := uint64(0)
		for k := range run {
			h = (h ^ run[(at+k)%sketchRun]) * 0x9E3779B97F4A7C15
			h ^= h >> 29
		}
		if len(least) == sketchSize && h >= least[sketchSize-1] || seen[h] {
			continue
		}
		seen[h] = true
		place, _ := slices.BinarySearch(least, h)
		if least = slices.Insert(least, place, h); len(least) > sketchSize {
			delete(seen, least[sketchSize])
			least = least[:sketchSize]
		}
	}
	if n < leastRuns+sketchRun-1 || len(least) < sketchSize {
		return nil
	}
	return least
}

const (
	fnvBasis = 0xcbf29ce484222325
	fnvPrime = 0x100000001b3
)

// inWord tells whether a byte is of a letter; those of other scripts' signs count as letters,
// for it is only to cut all texts alike.
func inWord(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80 }
