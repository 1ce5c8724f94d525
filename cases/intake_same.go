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
	runs := uint64(0) // hash of the last words: each that comes weighs the others more, and the oldest goes
	for i := 0; i < len(text); {
		if !inWord[text[i]] {
			i++
			continue
		}
		begin := i
		for i < len(text) && inWord[text[i]] {
			i++
		}
		word := hashOf(text[begin:i])
		runs = (runs-run[at]*farthest)*nextInRun + word
		run[at] = word
		at = (at + 1) % sketchRun
		if n++; n < sketchRun {
			continue
		}
		h := mixed(runs, 0)
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

// The weight of a word in the hash of its run is nextInRun to the number of words after it.
const (
	nextInRun = 0x9E3779B97F4A7C15
	farthest  = nextInRun * nextInRun % (1 << 64) * nextInRun % (1 << 64) * nextInRun % (1 << 64)
)

// hashOf returns a hash of a word, eight bytes at a time.
func hashOf(word string) uint64 {
	h := uint64(len(word))
	for ; len(word) >= 8; word = word[8:] {
		h = mixed(h, uint64(word[0])|uint64(word[1])<<8|uint64(word[2])<<16|uint64(word[3])<<24|
			uint64(word[4])<<32|uint64(word[5])<<40|uint64(word[6])<<48|uint64(word[7])<<56)
	}
	rest := uint64(0)
	for i := len(word) - 1; i >= 0; i-- {
		rest = rest<<8 | uint64(word[i])
	}
	return mixed(h, rest)
}

func mixed(h, with uint64) uint64 {
	h = (h ^ with) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// inWord tells whether a byte is of a letter; those of other scripts' signs count as letters,
// for it is only to cut all texts alike.
var inWord = func() (in [256]bool) {
	for b := range in {
		in[b] = b|0x20 >= 'a' && b|0x20 <= 'z' || b >= 0x80
	}
	return in
}()
