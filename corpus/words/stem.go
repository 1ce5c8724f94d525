package words

import (
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/danish"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/norwegian"
	"github.com/blevesearch/snowballstem/swedish"
)

// Analyser brings words of one language to their stems with the Snowball
// algorithms (Porter 2001, snowballstem.org). It remembers what it has made and
// must not be used by two goroutines at once.
type Analyser struct {
	Language string
	stem     func(*snowballstem.Env) bool
	known    map[string]string
}

// maxKnown bounds the memory of an analyser; past it the memory starts anew.
const maxKnown = 1 << 18

// Languages lists the languages that have stems, as BCP 47 codes.
func Languages() []string { return []string{"da", "de", "en", "nb", "nn", "no", "sv"} }

// NewAnalyser returns the analyser of a language. Bokmål and nynorsk share one
// algorithm. In a language that has none a word is its own stem.
func NewAnalyser(language string) *Analyser {
	a := &Analyser{Language: language, known: map[string]string{}}
	switch language {
	case "nb", "nn", "no":
		a.stem = norwegian.Stem
	case "sv":
		a.stem = swedish.Stem
	case "da":
		a.stem = danish.Stem
	case "de":
		a.stem = german.Stem
	case "en":
		a.stem = english.Stem
	}
	return a
}

// Stem returns the stem of a word in lower case.
func (a *Analyser) Stem(word string) string {
	if a.stem == nil {
		return word
	}
	if s, ok := a.known[word]; ok {
		return s
	}
	if len(a.known) >= maxKnown {
		clear(a.known)
	}
	word = strings.Clone(word) // it is part of a text, which is not to be held
	env := snowballstem.NewEnv(word)
	a.stem(env)
	s := env.Current()
	a.known[word] = s
	return s
}
