package words

import (
	_ "embed"
	"sort"
	"strconv"
	"strings"
	"sync"
)

// ordbank holds the words of Norsk ordbank (bokmål 2005 and nynorsk 2012, University of
// Bergen and the Language Council of Norway, CC BY 4.0; see README), changed as follows: lower
// case, one list for both forms, words with other signs than letters left out. A word that
// forms compounds is followed by how much it does, in tenths of a word of the list: before
// another part as it is, with -s-, with -e-, and as the last part. They were learned from the
// list itself by TestMakeOrdbank. The lines are in the order of their bytes.
//
//go:embed ordbank.txt
var ordbank string

// entry is what the ordbank tells of a word.
type entry struct {
	first [3]float32 // before another part: as it is, with -s-, with -e-
	last  float32    // as the last part
}

// many is how many words are looked up in the text of the ordbank before it is laid out
// in memory, which takes some 50 milliseconds.
const many = 100_000

// dictionary looks words up in the ordbank. It must not be used by two goroutines at once.
type dictionary struct{ asked int }

// ordbankLines holds where the lines of the ordbank begin, and its end.
var ordbankLines = sync.OnceValue(func() []uint32 {
	out := make([]uint32, 0, 190_000)
	for at := 0; at < len(ordbank); {
		if ordbank[at] != '#' {
			out = append(out, uint32(at))
		}
		n := strings.IndexByte(ordbank[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
	}
	return append(out, uint32(len(ordbank)))
})

var ordbankMap = sync.OnceValue(func() map[string]entry {
	out := make(map[string]entry, 190_000)
	for line := range strings.SplitSeq(ordbank, "\n") {
		if word, rest, _ := strings.Cut(line, " "); word != "" && word[0] != '#' {
			out[word] = parseEntry(rest)
		}
	}
	return out
})

func (d *dictionary) look(word string) (entry, bool) {
	if d.asked++; d.asked > many {
		e, ok := ordbankMap()[word]
		return e, ok
	}
	lines := ordbankLines()
	i, found := sort.Find(len(lines)-1, func(i int) int {
		known, _ := cutLine(lines, i)
		return strings.Compare(word, known)
	})
	if !found {
		return entry{}, false
	}
	_, rest := cutLine(lines, i)
	return parseEntry(rest), true
}

// cutLine returns a word of the ordbank and what stands behind it.
func cutLine(lines []uint32, i int) (word, rest string) {
	word, rest, _ = strings.Cut(strings.TrimSuffix(ordbank[lines[i]:lines[i+1]], "\n"), " ")
	return word, rest
}

func parseEntry(s string) entry {
	var e entry
	if s == "" {
		return e
	}
	for i, f := range strings.Fields(s) {
		n, _ := strconv.Atoi(f)
		if i < 3 {
			e.first[i] = float32(n) / 10
		} else {
			e.last = float32(n) / 10
		}
	}
	return e
}
