package catalogue

import (
	"cmp"
	"regexp"
	"slices"
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
	for _, w := range writtenDown() {
		m := w.pattern.FindStringSubmatch(string(d))
		if m == nil {
			continue
		}
		parts := make([]any, len(m)-1)
		for i, part := range m[1:] {
			parts[i] = part
			if e, ok := sayingOf(part); ok {
				parts[i] = e[l.column()]
			}
		}
		said, _ := sayingOf(w.english)
		return Text(asWritten(said[l.column()]), parts...).String(), true
	}
	return string(d), false
}

// asWritten returns words whose parts are words already.
func asWritten(words string) string {
	return verbs.ReplaceAllStringFunc(words, func(verb string) string { return verb[:len(verb)-1] + "s" })
}

type written struct {
	english string
	pattern *regexp.Regexp
}

// writtenDown returns the entries by which what was done is known, those that say most first.
var writtenDown = sync.OnceValue(func() []written {
	var out []written
	for _, list := range []map[string][2]string{doneSayings, intakeSayings} {
		for english := range list {
			words := verbs.ReplaceAllString(regexp.QuoteMeta(english), "(.+)")
			out = append(out, written{english, regexp.MustCompile("(?s)^" + strings.ReplaceAll(words, "%%", "%") + "$")})
		}
	}
	slices.SortFunc(out, func(a, b written) int {
		said := func(w written) int { return len(verbs.ReplaceAllString(w.english, "")) }
		return cmp.Or(cmp.Compare(said(b), said(a)), strings.Compare(a.english, b.english))
	})
	return out
})
