package index

import (
	"bytes"
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// version changes whenever an older index would give other answers.
const version = 12

// manifest says what a generation holds.
type manifest struct {
	documents map[string]held
	next      uint32 // the number of the next new document
}

// held is a document as the index holds it.
type held struct {
	number   uint32 // its name in the engine; it never changes
	units    int
	stamp    string
	language string
}

func newManifest() manifest { return manifest{documents: map[string]held{}} }

// passages returns the number of passages that the engine must hold.
func (m manifest) passages() int {
	n := 0
	for _, h := range m.documents {
		n += h.units
	}
	return n
}

// encode returns the manifest as its file holds it: a line for each document, by key.
func (m manifest) encode() []byte {
	keys := make([]string, 0, len(m.documents))
	for key := range m.documents {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	var b bytes.Buffer
	fmt.Fprintf(&b, "crosscase index %d %d %d\n", version, m.next, len(keys))
	for _, key := range keys {
		h := m.documents[key]
		fmt.Fprintf(&b, "%d\t%d\t%s\t%s\t%s\n", h.number, h.units, h.language, key, h.stamp)
	}
	b.WriteString("end\n")
	return b.Bytes()
}

// decodeManifest reads a manifest. older tells that it is whole, but of another version.
func decodeManifest(data []byte) (m manifest, older bool, ok bool) {
	rest := string(data)
	head, rest, _ := strings.Cut(rest, "\n")
	var v, next, n int
	if got, _ := fmt.Sscanf(head, "crosscase index %d %d %d", &v, &next, &n); got != 3 || v != version {
		return m, got > 0 && v != version || strings.HasPrefix(head, "{"), false
	}
	m = manifest{documents: make(map[string]held, min(n, len(data))), next: uint32(next)}
	for range n {
		var line string
		line, rest, _ = strings.Cut(rest, "\n")
		f := strings.SplitN(line, "\t", 5)
		if len(f) != 5 {
			return m, false, false
		}
		number, err1 := strconv.ParseUint(f[0], 10, 32)
		units, err2 := strconv.Atoi(f[1])
		if err1 != nil || err2 != nil || units < 0 {
			return m, false, false
		}
		m.documents[f[3]] = held{uint32(number), units, f[4], f[2]}
	}
	return m, false, rest == "end\n" && len(m.documents) == n
}
