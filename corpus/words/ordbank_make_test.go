package words

import (
	"bufio"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var makeFrom = flag.String("ordbank", "", "make ordbank.txt anew of the lists bokmaal-lemmas.txt and nynorsk-lemmas.txt in this folder")

// TestMakeOrdbank learns from the ordbank's own words which of them form compounds, and writes
// ordbank.txt: each word may be simple or a compound of two others, and how likely which is, is
// estimated from how often its parts stand in the same places elsewhere (expectation
// maximisation, Dempster, Laird and Rubin 1977).
func TestMakeOrdbank(t *testing.T) {
	if *makeFrom == "" {
		t.Skip("only with -ordbank")
	}
	known := map[string]bool{}
	for _, name := range []string{"bokmaal-lemmas.txt", "nynorsk-lemmas.txt"} {
		f, err := os.Open(filepath.Join(*makeFrom, name))
		if err != nil {
			t.Fatal(err)
		}
		for sc := bufio.NewScanner(f); sc.Scan(); {
			if w := strings.ToLower(strings.TrimSpace(sc.Text())); w != "" && letters(w) {
				known[w] = true
			}
		}
		f.Close()
	}
	list := make([]string, 0, len(known))
	for w := range known {
		list = append(list, w)
	}
	slices.Sort(list)
	first, last := learnParts(list, known)
	var b strings.Builder
	b.WriteString("# Norsk ordbank, bokmål 2005 and nynorsk 2012 (Universitetet i Bergen, Språkrådet; Språkbanken), CC BY 4.0, changed: see ordbank.go\n")
	for _, w := range list {
		b.WriteString(w)
		tenths := [4]int{}
		some := false
		for i, n := range []float64{first[w][0], first[w][1], first[w][2], last[w]} {
			tenths[i] = int(n*10 + 0.5)
			some = some || tenths[i] > 0
		}
		if some {
			fmt.Fprintf(&b, " %d %d %d %d", tenths[0], tenths[1], tenths[2], tenths[3])
		}
		b.WriteByte('\n')
	}
	if err := os.WriteFile("ordbank.txt", []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

// learnParts estimates how often each word is the first part of a compound, by its linking
// letter, and the last.
func learnParts(list []string, known map[string]bool) (map[string]*[3]float64, map[string]float64) {
	const rounds, prior, words = 6, 0.3, 133_000
	type way struct {
		first, last string
		link        int
	}
	var all [][]way
	var length []float64
	for _, w := range list {
		var ways []way
		for i := range w {
			if i < 2 || utf8.RuneCountInString(w[i:]) < 3 || noHeads[w[i:]] || !known[w[i:]] {
				continue
			}
			for link, letter := range []string{"", "s", "e"} {
				if m, ok := strings.CutSuffix(w[:i], letter); ok && known[m] && utf8.RuneCountInString(m) >= 2 {
					ways = append(ways, way{m, w[i:], link})
				}
			}
		}
		if ways != nil {
			all = append(all, ways)
			length = append(length, float64(utf8.RuneCountInString(w)))
		}
	}
	first, last := map[string]*[3]float64{}, map[string]float64{}
	count := func(m map[string]*[3]float64, w string) *[3]float64 {
		if m[w] == nil {
			m[w] = new([3]float64)
		}
		return m[w]
	}
	for _, w := range list {
		first[w] = new([3]float64)
	}
	for _, ways := range all {
		for _, x := range ways {
			count(first, x.first)[x.link] += 1 / float64(len(ways)+1)
			last[x.last] += 1 / float64(len(ways)+1)
		}
	}
	for range rounds {
		f, l := map[string]*[3]float64{}, map[string]float64{}
		for _, w := range list {
			f[w] = new([3]float64)
		}
		for i, ways := range all {
			ps := make([]float64, len(ways))
			sum := math.Exp(-perLetter * length[i])
			for j, x := range ways {
				ps[j] = (first[x.first][x.link] + prior) / words * (last[x.last] + prior) / words
				sum += ps[j]
			}
			for j, x := range ways {
				f[x.first][x.link] += ps[j] / sum
				l[x.last] += ps[j] / sum
			}
		}
		first, last = f, l
	}
	return first, last
}
