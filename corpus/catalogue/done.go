package catalogue

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Done is what was done, as the study's files say it in English: a line of the journal and of what can be undone, or of the report of an intake.
// It is told in a language by the entry that it was written with.
type Done string

func (d Done) String() string { return string(d) }

// Told returns what was done in a language, and whether it could be said in it.
func (d Done) Told(l Language) (string, bool) {
	if !l.norwegian() {
		return string(d), true
	}
	m, known := d.With(nil)
	if !known {
		return string(d), false
	}
	words, _ := m.Told(l)
	return words, true
}

// With returns what was done as a message in which each part that name knows stands by its name, such as a code by its label, and whether
// there is an entry for it; without one it is as it stands.
func (d Done) With(name func(part string) (string, bool)) (Message, bool) {
	for _, w := range writtenDown() {
		m := w.pattern.FindStringSubmatch(string(d))
		if m == nil {
			continue
		}
		parts, counted := make([]any, len(m)-1), false
		for i, verb := range verbs.FindAllString(w.english, -1) {
			part := m[i+1]
			switch {
			case strings.HasSuffix(verb, "d"):
				parts[i], _ = strconv.Atoi(part)
			case w.undone:
				parts[i], _ = Done(part).With(name)
			default:
				parts[i] = partOf(part, counted || w.intake, name)
			}
			counted = strings.HasSuffix(verb, "d")
		}
		return Text(w.english, parts...), true
	}
	return Text("%s", string(d)), false
}

// partOf returns a part of what was done: by its name, as a word that the catalogue knows (one word alone may be a key, unless it is that of
// a thing that is counted), as numbers of things, or as it is.
func partOf(part string, thing bool, name func(string) (string, bool)) any {
	if name != nil && !thing {
		if s, ok := name(part); ok {
			return s
		}
	}
	if _, ok := sayingOf(part); ok && (thing || strings.Contains(part, " ")) {
		return Text(part)
	}
	if counts := countsOf(part); counts != nil {
		return List(counts)
	}
	return part
}

var numberOf = regexp.MustCompile(`^(\d+) (.+)$`)

// countsOf reads "2 attributes, 1 case"; nil if it is none.
func countsOf(part string) []Message {
	var out []Message
	for piece := range strings.SplitSeq(part, ", ") {
		m := numberOf.FindStringSubmatch(piece)
		if m == nil {
			return nil
		}
		if _, ok := sayingOf(m[2]); !ok {
			return nil
		}
		n, _ := strconv.Atoi(m[1])
		out = append(out, Text("%d %s", n, Text(m[2])))
	}
	return out
}

type written struct {
	english string
	pattern *regexp.Regexp
	undone  bool // its part is itself something that was done
	intake  bool // of the report of an intake
}

// writtenDown returns the entries by which what was done is known, those that say most first.
var writtenDown = sync.OnceValue(func() []written {
	var out []written
	for i, list := range []map[string][2]string{doneSayings, intakeSayings} {
		for english := range list {
			words := verbs.ReplaceAllStringFunc(regexp.QuoteMeta(english), func(verb string) string {
				if strings.HasSuffix(verb, "d") {
					return `(\d+)`
				}
				return "(.+)"
			})
			undone := english == "took back: %s" || english == "did again: %s" || english == "passed over: %s"
			out = append(out, written{english, regexp.MustCompile("(?s)^" + strings.ReplaceAll(words, "%%", "%") + "$"), undone, i == 1})
		}
	}
	slices.SortFunc(out, func(a, b written) int {
		said := func(w written) int { return len(verbs.ReplaceAllString(w.english, "")) }
		if a.undone != b.undone { // what was taken back may itself begin with a name
			return map[bool]int{true: -1, false: 1}[a.undone]
		}
		return cmp.Or(cmp.Compare(said(b), said(a)), strings.Compare(a.english, b.english))
	})
	return out
})
