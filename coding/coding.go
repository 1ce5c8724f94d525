package coding

import (
	"crypto/sha256"
	"slices"
	"sort"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// Says tells which way a passage speaks on a code.
type Says string

// What a passage can say. For is the default and is not written to disk.
const (
	For       Says = "for"
	Against   Says = "against"   // it denies it: "no, we have not done that"
	Qualified Says = "qualified" // it holds within a limit: "only in the schools"
)

// ParseSays reads "for", "against" or "qualified", or the Norwegian words for them; "" is for.
func ParseSays(s string) (Says, error) {
	switch v := Says(s); v {
	case "":
		return For, nil
	case For, Against, Qualified:
		return v, nil
	}
	if v := Says(catalogue.Says(s)); v == Against || v == Qualified {
		return v, nil
	}
	return "", catalogue.Errorf("says %q is not known; write for, against or qualified", s)
}

// bases are the grounds on which somebody says something. Hearsay and inferred
// are the weak ones: a cell that rests on them alone is marked.
var bases = []string{"experience", "hearsay", "plan", "report", "inferred"}

// Bases returns the grounds on which somebody says something.
func Bases() []string { return slices.Clone(bases) }

// ParseBasis checks the ground of a coding; "" means that nobody said.
func ParseBasis(s string) (string, error) {
	if s == "" {
		return s, nil
	}
	for _, b := range bases {
		if s == b {
			return s, nil
		}
	}
	return "", catalogue.Errorf("basis %q is not known; write experience, hearsay, plan, report or inferred", s)
}

// BasisPlan is the ground of what is intended only.
const BasisPlan = "plan"

// Weak tells whether a ground is hearsay or inference.
func Weak(basis string) bool { return basis == "hearsay" || basis == "inferred" }

// The machine coders. No person may have these names.
const (
	GuideCoder   = "guide"
	RulesCoder   = "rules"
	SuggestCoder = "suggest" // learned from what people coded
)

// Machine tells whether a coder is the program.
func Machine(coder string) bool {
	return coder == GuideCoder || coder == RulesCoder || coder == SuggestCoder
}

// ConsensusCoder is the coder in whose name several coders settle what they differ on. No person may have
// this name either.
const ConsensusCoder = "consensus"

// againEnding ends the name under which a coder codes some passages a second time.
const againEnding = ".again"

// Again returns the name under which a coder codes a second time. Such codings are compared with the
// first ones and never count in tables.
func Again(coder string) string { return coder + againEnding }

// IsAgain tells whether a name is that of a coder who codes a second time.
func IsAgain(coder string) bool { return strings.HasSuffix(coder, againEnding) }

// Coding is what one coder says of a passage.
type Coding struct {
	ID    string
	Code  string // a key of the code book
	Coder string
	Says  Says
	Value string // one of the code's own values
	Basis string // experience, hearsay, plan, report, inferred
	When  string // the date or period it speaks of
	Note  string
	On    string  // the date it was made, people's codings only
	From  string  // the proposal it was accepted from, as CODER/ID
	Score float64 // of a suggestion: how much speaks for it, comparable within its code only
	Quote string
	Was   string      // the words before the text was corrected, until a person has looked at it
	Fate  corpus.Fate // same, unless the text changed since
	corpus.Passage

	Line int // in its file; 0 for one that is not on disk yet
}

// idLetters spell ids: no vowels, so that no words arise, and none that look alike.
const (
	idFirst = "bcdfghjkmnpqrstvwxz"
	idRest  = "bcdfghjkmnpqrstvwxz23456789"
)

// idLength is the usual length of an id; two that collide are lengthened.
const idLength = 7

// NewID returns the id of a coding: a hash of document, digest, place, code and
// coder, so that the same coding has the same id wherever it is made.
func NewID(c Coding, digest string, length int) string {
	sum := sha256.Sum256([]byte(c.Document + "\x00" + digest + "\x00" + c.Span.String() + "\x00" + c.Code + "\x00" + c.Coder))
	id := make([]byte, 0, length)
	id = append(id, idFirst[int(sum[0])%len(idFirst)])
	for i := 1; i < length && i < len(sum); i++ {
		id = append(id, idRest[int(sum[i])%len(idRest)])
	}
	return string(id)
}

// Number gives an id to each coding that has none. taken holds the ids in use
// anywhere in the study and is added to.
func Number(codings []Coding, digest string, taken map[string]bool) {
	for i := range codings {
		if codings[i].ID != "" {
			continue
		}
		for length := idLength; ; length++ {
			id := NewID(codings[i], digest, length)
			if !taken[id] || length > 30 {
				codings[i].ID = id
				taken[id] = true
				break
			}
		}
	}
}

// sortCodings puts codings in text order. Those that are in order already cost one look.
func sortCodings(cs []Coding) {
	if !ordered(cs) {
		sort.SliceStable(cs, func(i, j int) bool { return before(&cs[i], &cs[j]) })
	}
}

func ordered(cs []Coding) bool {
	for i := 1; i < len(cs); i++ {
		if before(&cs[i], &cs[i-1]) {
			return false
		}
	}
	return true
}

func before(a, b *Coding) bool {
	switch {
	case a.Passage != b.Passage:
		return a.Passage.Before(b.Passage)
	case a.Code != b.Code:
		return a.Code < b.Code
	case a.Coder != b.Coder:
		return a.Coder < b.Coder
	}
	return a.ID < b.ID
}
