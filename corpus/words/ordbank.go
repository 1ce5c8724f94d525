package words

import (
	_ "embed"
	"hash/maphash"
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

// many is how many words are looked up in the text of the ordbank before a table of its lines is laid out,
// which takes some five milliseconds and 2 MB.
const many = 100_000

// dictionary looks words up in the ordbank. It must not be used by two goroutines at once.
type dictionary struct {
	asked  int
	begins map[[2]byte][2]int // from where to where the words lie that begin with two bytes
}

func (d *dictionary) look(word string) (entry, bool) {
	if word == "" || word[0] == '#' || strings.ContainsAny(word, " \n") {
		return entry{}, false
	}
	at, found := 0, false
	if d.asked++; d.asked > many {
		at, found = ordbankTable().find(word)
	} else {
		from, to := d.lines(word)
		at, found = findLine(word, from, to)
	}
	if !found {
		return entry{}, false
	}
	rest, _, _ := strings.Cut(ordbank[at+len(word):], "\n")
	return parseEntry(rest), true
}

// lines returns where the lines begin and end among which a word has to be: half the steps to find it.
func (d *dictionary) lines(word string) (from, to int) {
	if len(word) < 2 {
		return 0, len(ordbank)
	}
	begin := [2]byte{word[0], word[1]}
	bounds, ok := d.begins[begin]
	if !ok {
		bounds[0], _ = findLine(string(begin[:]), 0, len(ordbank))
		bounds[1], _ = findLine(string([]byte{begin[0], begin[1] + 1}), bounds[0], len(ordbank))
		if d.begins == nil {
			d.begins = map[[2]byte][2]int{}
		}
		d.begins[begin] = bounds
	}
	return bounds[0], bounds[1]
}

// findLine returns where the line of a word begins, or would, by halving a stretch of the ordbank that begins and ends
// with lines.
func findLine(word string, from, to int) (int, bool) {
	for from < to {
		at := from + (to-from)/2
		at = from + strings.LastIndexByte(ordbank[from:at], '\n') + 1
		switch c := compareLine(word, ordbank[at:]); {
		case c == 0:
			return at, true
		case c < 0:
			to = at
		default:
			from = at + strings.IndexByte(ordbank[at:], '\n') + 1
		}
	}
	return from, false
}

// compareLine compares a word with the one at the beginning of a line. What stands behind a word, a blank or
// the end of its line, comes before all letters.
func compareLine(word, line string) int {
	if strings.HasPrefix(line, word) && line[len(word)] <= ' ' {
		return 0
	}
	return strings.Compare(word, line[:min(len(line), len(word)+1)])
}

// lineTable finds the lines of the ordbank by the digests of their words: where a line begins, or -1, in the
// first free place from that of its digest on.
type lineTable struct {
	seed   maphash.Seed
	places []int32
}

var ordbankTable = sync.OnceValue(func() *lineTable {
	t := &lineTable{seed: maphash.MakeSeed(), places: make([]int32, 1<<19)}
	for i := range t.places {
		t.places[i] = -1
	}
	at := 0
	for line := range strings.Lines(ordbank) {
		if word := line[:strings.IndexAny(line, " \n")]; line[0] != '#' {
			i := t.first(word)
			for t.places[i] >= 0 {
				i = t.next(i)
			}
			t.places[i] = int32(at)
		}
		at += len(line)
	}
	return t
})

func (t *lineTable) first(word string) int {
	return int(maphash.String(t.seed, word) % uint64(len(t.places)))
}

func (t *lineTable) next(i int) int { return (i + 1) % len(t.places) }

func (t *lineTable) find(word string) (int, bool) {
	for i := t.first(word); t.places[i] >= 0; i = t.next(i) {
		if at := int(t.places[i]); compareLine(word, ordbank[at:]) == 0 {
			return at, true
		}
	}
	return 0, false
}

// parseEntry reads the figures behind a word.
func parseEntry(s string) entry {
	var e entry
	if s == "" {
		return e
	}
	i := 0
	for f := range strings.FieldsSeq(s) {
		n, _ := strconv.Atoi(f)
		if i < 3 {
			e.first[i] = float32(n) / 10
		} else {
			e.last = float32(n) / 10
		}
		i++
	}
	return e
}
