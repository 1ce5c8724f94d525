// Package scale makes large studies for benchmarks and tests: texts, codings and code book
// from a seed, with terms planted in a known number of passages, so that every count
// that a program gives can be held against the truth.
package scale

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"
)

// Plan says how large a study is to be.
type Plan struct {
	Documents int
	Words     int // of each document
	Codings   int
	Codes     int
	Cases     int
	Seed      uint64
}

// The sizes that the benchmarks use, and one for tests.
var (
	Thousand    = Plan{Documents: 1_000, Words: 8_000, Codings: 100_000, Codes: 50, Cases: 20, Seed: 1}
	TenThousand = Plan{Documents: 10_000, Words: 8_000, Codings: 100_000, Codes: 50, Cases: 20, Seed: 1}
	Small       = Plan{Documents: 24, Words: 600, Codings: 400, Codes: 8, Cases: 3, Seed: 1}
)

// Truth is what is known of a study that was made.
type Truth struct {
	Bytes    int64          // of all texts
	Passages int            // turns of all documents
	Planted  map[string]int // term → passages in which it stands
	Codings  map[string]int // code → codings
	By       map[string]map[string]int
	// By holds, for the planted terms, document → passages
}

// Planted terms: words that the vocabulary cannot make, with the share of the passages in
// which each stands. The rare ones stand in a fixed number of passages.
var planted = []struct {
	term  string
	share float64
	fixed int
}{
	{"kvistskrape", 0, 3},
	{"fjordmelding", 0, 38},
	{"rundballe", 0, 205},
	{"terskelverdi", 0.02, 0},
	{"virksomhet", 0.37, 0},
}

// Terms returns the planted terms, the rarest first.
func Terms() []string {
	out := make([]string, len(planted))
	for i, p := range planted {
		out[i] = p.term
	}
	return out
}

// Make writes a study into a folder and returns the truth about it. The same plan makes the
// same bytes.
func (p Plan) Make(folder string) (Truth, error) {
	m := &maker{plan: p, folder: folder, r: rand.New(rand.NewPCG(p.Seed, 77)),
		truth: Truth{Planted: map[string]int{}, Codings: map[string]int{}, By: map[string]map[string]int{}}}
	m.vocabulary()
	for _, f := range []string{"documents", "cases", "codings/ann", "codings/bo"} {
		if err := os.MkdirAll(filepath.Join(folder, filepath.FromSlash(f)), 0o777); err != nil {
			return m.truth, err
		}
	}
	err := m.plans()
	m.place()
	for d := 0; d < p.Documents && err == nil; d++ {
		err = m.document(d)
	}
	return m.truth, err
}

// Key returns the key of the nth document, from 0.
func Key(n int) string { return fmt.Sprintf("t%05d.txt", n) }

type maker struct {
	plan    Plan
	folder  string
	r       *rand.Rand
	truth   Truth
	book    string // digest of the code book
	words   []string
	sums    []float64        // of the words' shares, for drawing one
	planted map[int][]string // document → rare terms to stand in it, each in a passage of its own
}

func (m *maker) write(name string, data []byte) error {
	return os.WriteFile(filepath.Join(m.folder, filepath.FromSlash(name)), data, 0o644)
}

var (
	onsets  = strings.Fields("b bl br d dr f fj fl fr g gj gr h hj k kl kr kv l m n p pl pr r s sk skr sl sn st str t tr v")
	nuclei  = strings.Fields("a e i o u y æ ø å ei øy au")
	codas   = strings.Fields("l ll m n ng nk r rd rt s sk st t tt k kk d g")
	endings = strings.Fields("en et er ene e ing else lig ")
)

// vocabulary makes 40,000 words that sound Norwegian, short ones first, and their shares by
// Zipf's law.
func (m *maker) vocabulary() {
	seen := map[string]bool{}
	for _, p := range planted {
		seen[p.term] = true
	}
	pick := func(list []string) string { return list[m.r.IntN(len(list))] }
	for len(m.words) < 40_000 {
		rank := len(m.words)
		syllables := 1 + m.r.IntN(2)
		switch {
		case rank < 400:
			syllables = 1
		case rank > 4000:
			syllables++
		}
		w := ""
		for range syllables {
			w += pick(onsets) + pick(nuclei)
			if m.r.IntN(8) > 0 {
				w += pick(codas)
			}
		}
		if rank > 200 {
			w += pick(append(endings, ""))
		}
		if rank < 24 {
			w = string([]rune(w)[:2])
		}
		if !seen[w] {
			seen[w] = true
			m.words = append(m.words, w)
		}
	}
	sum := 0.0
	for i := range m.words {
		sum += 1 / math.Pow(float64(i)+2.7, 1.02)
		m.sums = append(m.sums, sum)
	}
}

func (m *maker) word() string {
	x := m.r.Float64() * m.sums[len(m.sums)-1]
	return m.words[min(sort.SearchFloat64s(m.sums, x), len(m.words)-1)]
}

// place decides in which documents the rare terms stand.
func (m *maker) place() {
	m.planted = map[int][]string{}
	for _, p := range planted {
		for range p.fixed {
			d := m.r.IntN(m.plan.Documents)
			m.planted[d] = append(m.planted[d], p.term)
		}
	}
}

func (m *maker) plans() error {
	study := "format: 1\nid: scale\ntitle: A study made for measuring\nlanguage: nb\ncoders:\n  - name: ann\n  - name: bo\n"
	if err := m.write("crosscase.yaml", []byte(study)); err != nil {
		return err
	}
	var book strings.Builder
	book.WriteString("format: 1\ncodes:\n")
	kinds := []string{"adaptation", "challenge", "success-factor", "effect", "context"}
	for c := range m.plan.Codes {
		fmt.Fprintf(&book, "  - key: %s\n    label: Kode %d\n    kind: %s\n    definition: Made for measuring.\n", Code(c), c+1, kinds[c%len(kinds)])
	}
	m.book = digestOf(book.String())
	if err := m.write("codebook.yaml", []byte(book.String())); err != nil {
		return err
	}
	for c := range m.plan.Cases {
		var b strings.Builder
		fmt.Fprintf(&b, "label: Kommune %d\nmembers:\n", c+1)
		for d := c; d < m.plan.Documents; d += m.plan.Cases {
			fmt.Fprintf(&b, "  - document: %s\n", Key(d))
		}
		if err := m.write(fmt.Sprintf("cases/k%02d.yaml", c+1), []byte(b.String())); err != nil {
			return err
		}
	}
	return nil
}

// Code returns the key of the nth code, from 0. The first bears 11 of 100 codings.
func Code(n int) string { return fmt.Sprintf("kode-%02d", n+1) }

func (m *maker) code() int {
	if m.r.Float64() < 0.11 || m.plan.Codes == 1 {
		return 0
	}
	return 1 + m.r.IntN(m.plan.Codes-1)
}

// document writes a text of turns, its sidecar, and its codings by two people.
func (m *maker) document(d int) error {
	key := Key(d)
	turns, left := 0, m.plan.Words
	var lengths []int
	for left > 0 {
		n := min(left, 12+m.r.IntN(20))
		if turns%2 == 1 {
			n = min(left, 40+m.r.IntN(120))
		}
		lengths, left, turns = append(lengths, n), left-n, turns+1
	}
	extra := make([][]string, turns)
	free := m.r.Perm(turns)
	for i, term := range m.planted[d] {
		at := free[i%turns]
		extra[at] = append(extra[at], term)
	}
	for t := range turns {
		for _, p := range planted {
			if p.share > 0 && m.r.Float64() < p.share {
				extra[t] = append(extra[t], p.term)
			}
		}
	}
	var b strings.Builder
	type place struct{ start, end int } // characters
	var sentences []place
	chars := 0
	put := func(s string) { b.WriteString(s); chars += utf8.RuneCountInString(s) }
	for t, n := range lengths {
		put([]string{"I: ", "R: "}[t%2])
		at := map[int][]string{}
		for _, term := range extra[t] {
			i := m.r.IntN(n)
			at[i] = append(at[i], term)
		}
		for _, term := range once(extra[t]) {
			m.truth.Planted[term]++
			if m.truth.By[term] == nil {
				m.truth.By[term] = map[string]int{}
			}
			m.truth.By[term][key]++
		}
		start, length := chars, 8+m.r.IntN(14)
		for i := range n {
			w := m.word()
			if chars == start {
				w = upper(w)
			}
			put(w)
			for _, term := range at[i] {
				put(" " + term)
			}
			if length--; length <= 0 || i == n-1 {
				put(".")
				if chars-start > 40 {
					sentences = append(sentences, place{start, chars})
				}
				if i < n-1 {
					put(" ")
				}
				start, length = chars, 8+m.r.IntN(14)
				continue
			}
			put(" ")
		}
		put("\n\n")
	}
	text := strings.TrimRight(b.String(), "\n") + "\n"
	m.truth.Bytes += int64(len(text))
	m.truth.Passages += turns
	digest := digestOf(text)
	if err := m.write("documents/"+key, []byte(text)); err != nil {
		return err
	}
	sidecar := fmt.Sprintf("title: Samtale %d\nkind: interview\ndate: 20%02d-%02d-%02d\nlanguage: nb\nspeakers:\n  - label: I\n    role: interviewer\n  - label: R\n    role: informant\ndigest: %s\noriginal:\n  name: samtale-%d.docx\n  format: docx\n  digest: %s\ncharacters:\n  in: %d\n  kept: %d\n",
		d+1, 10+d%10, 1+d%12, 1+d%28, digest, d+1, digestOf(key), len(text), len(text))
	if err := m.write("documents/"+strings.TrimSuffix(key, ".txt")+".yaml", []byte(sidecar)); err != nil {
		return err
	}
	runes := []rune(text)
	share := m.plan.Codings*(d+1)/m.plan.Documents - m.plan.Codings*d/m.plan.Documents
	for c, coder := range []string{"ann", "bo"} {
		n := share/2 + c*(share%2)
		if n == 0 {
			continue
		}
		type coding struct {
			place
			code int
		}
		made := map[coding]bool{}
		var codings []coding
		for tries := 0; len(codings) < n && tries < 50*n; tries++ {
			x := coding{sentences[m.r.IntN(len(sentences))], m.code()}
			if !made[x] {
				made[x] = true
				codings = append(codings, x)
			}
		}
		sort.Slice(codings, func(i, j int) bool {
			if codings[i].start != codings[j].start {
				return codings[i].start < codings[j].start
			}
			return codings[i].code < codings[j].code
		})
		var out strings.Builder
		fmt.Fprintf(&out, "{\"document\": %q, \"digest\": %q}\n{\"read\": \"all\", \"codebook\": %q, \"on\": \"2026-03-02\"}\n", key, digest, m.book)
		for i, x := range codings {
			quote, _ := json.Marshal(string(runes[x.start:x.end]))
			fmt.Fprintf(&out, "{\"at\": \"%d-%d\", \"code\": %q, \"quote\": %s, \"id\": \"k%d%s%d\", \"on\": \"2026-03-02\"}\n", x.start, x.end, Code(x.code), quote, d, coder[:1], i)
			m.truth.Codings[Code(x.code)]++
		}
		if err := m.write("codings/"+coder+"/"+strings.TrimSuffix(key, ".txt")+".jsonl", []byte(out.String())); err != nil {
			return err
		}
	}
	return nil
}

func digestOf(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "sha256:" + hex.EncodeToString(sum[:])
}

func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[n:]
}

func once(list []string) []string {
	var out []string
	seen := map[string]bool{}
	for _, s := range list {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
