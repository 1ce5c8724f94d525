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
const many = 4000

// dictionary looks words up in the ordbank. It must not be used by two goroutines at once.
type dictionary struct{ asked int }

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
	i := sort.Search(len(ordbank), func(at int) bool {
		start := strings.LastIndexByte(ordbank[:at], '\n') + 1
		line := ordbank[start:]
		line = line[:strings.IndexByte(line, '\n')]
		found, _, _ := strings.Cut(line, " ")
		return found >= word && line[0] != '#'
	})
	start := strings.LastIndexByte(ordbank[:min(i, len(ordbank))], '\n') + 1
	line, _, _ := strings.Cut(ordbank[start:], "\n")
	found, rest, _ := strings.Cut(line, " ")
	if found != word {
		return entry{}, false
	}
	return parseEntry(rest), true
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
