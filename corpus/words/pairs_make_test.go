package words

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// soundLaws are the regular differences between a word of nynorsk and the same word of bokmål, nynorsk first.
var soundLaws = [...][2]string{{"øy", "ø"}, {"au", "ø"}, {"ei", "e"}, {"ten", "tjen"}, {"kv", "hv"}, {"frå", "fra"}, {"ald", "old"},
	{"eig", "ei"}, {"sett", "satt"}, {"leg", "lig"}, {"heit", "het"}, {"sam", "som"}, {"gåv", "gav"}, {"sjølv", "selv"}, {"verk", "virk"}, {"bod", "bud"},
	{"kj", "k"}, {"gj", "g"}, {"sju", "sy"}, {"heim", "hjem"}, {"veg", "vei"}, {"vatn", "vann"}, {"vass", "vann"}, {"ope", "åpe"}, {"opn", "åpn"}, {"bor", "bår"}}

// mostLaws is how many of them one word may follow.
const mostLaws = 2

// TestMakePairs writes pairs.txt: the words of nynorsk that bokmål does not have, each with the word that
// bokmål has and nynorsk does not, if one of soundLaws, or two, lead from one to the other and to nothing else; and
// words that stand so to each other in compounds of those (røyr and rør in luftrøyr and luftrør).
func TestMakePairs(t *testing.T) {
	if *makeFrom == "" {
		t.Skip("only with -ordbank")
	}
	nb, nn := lemmasOf(t, "bokmaal-lemmas.txt"), lemmasOf(t, "nynorsk-lemmas.txt")
	var out []string
	for w := range nn {
		if nb[w] {
			continue
		}
		var found []string
		for v := range afterLaws(w, mostLaws) {
			if nb[v] && !nn[v] {
				found = append(found, v)
			}
		}
		if len(found) == 1 {
			out = append(out, w+" "+found[0])
		}
	}
	out = append(out, inCompounds(out, nb, nn)...)
	slices.Sort(out)
	head := "# Words of nynorsk with those of bokmål, of Norsk ordbank, CC BY 4.0, changed: see pairs.go\n"
	if err := os.WriteFile("pairs.txt", []byte(head+strings.Join(out, "\n")+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
}

// inCompounds returns pairs of words that differ within other pairs: in five of them and in more than bokmål has compounds
// of the first of the two; in ten times as many if bokmål has that word, too.
func inCompounds(known []string, nb, nn map[string]bool) []string {
	const fewest, twice = 5, 10
	count := map[string]int{}
	for _, pair := range known {
		w, v, _ := strings.Cut(pair, " ")
		for i := range w {
			switch {
			case len(w)-i < 3:
			case strings.HasPrefix(v, w[:i]) && i >= 3 && nn[w[i:]] && nb[v[i:]]:
				count[w[i:]+" "+v[i:]]++
			}
			if rest, ok := strings.CutSuffix(v, w[i:]); ok && len(w)-i >= 3 && i >= 3 && nn[w[:i]] && nb[rest] {
				count[w[:i]+" "+rest]++
			}
		}
	}
	var out []string
	for pair, n := range count {
		w, v, _ := strings.Cut(pair, " ")
		own := 0
		for x := range nb {
			if len(x) > len(w)+2 && (strings.HasPrefix(x, w) || strings.HasSuffix(x, w)) {
				own++
			}
		}
		if w != v && n >= fewest && own <= n && (!nb[w] || n >= twice*own) && !slices.Contains(known, pair) {
			out = append(out, pair)
		}
	}
	return out
}

// afterLaws returns what a word may be by so many laws at the most.
func afterLaws(word string, most int) map[string]bool {
	out := map[string]bool{}
	for _, law := range soundLaws {
		for at := 0; ; at++ {
			i := strings.Index(word[at:], law[0])
			if i < 0 {
				break
			}
			at += i
			v := word[:at] + law[1] + word[at+len(law[0]):]
			out[v] = true
			if most > 1 {
				for u := range afterLaws(v, most-1) {
					out[u] = true
				}
			}
		}
	}
	return out
}

func lemmasOf(t *testing.T, name string) map[string]bool {
	t.Helper()
	f, err := os.Open(filepath.Join(*makeFrom, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]bool{}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		if w := strings.ToLower(strings.TrimSpace(sc.Text())); letters(w) && w != "" {
			out[w] = true
		}
	}
	return out
}
