package words

import (
	"slices"
	"strings"
)

// Kin finds words that belong to a word though no stem tells so: compounds of which it is a part
// (indikator: måleindikatorer), forms that no ending leads to (bok: bøker), the two endings
// -else and -ing, and spellings without æ, ø and å (maalekort). It knows Norwegian; in other
// languages a word has no kin. It remembers what it has found and must not be used by two
// goroutines at once.
//
// A word has keys, and is kin to a word that looks for one of them.
type Kin struct {
	by        Devices
	stem      *Analyser
	compounds *Compounds
	keys      map[string][]string
}

// Devices are the ways in which words are known for kin. The index is made with all of them; a
// query may do without some.
type Devices struct {
	Forms     bool // dictionary forms: bok, bøker
	Endings   bool // -else and -ing, of dictionary forms: undersøkelse, undersøking
	Compounds bool // what a word is a part of: indikator, måleindikator
	Digraphs  bool // spellings without æ, ø and å: måling, maaling
}

// AllDevices is what a query uses if nothing else is said.
func AllDevices() Devices { return Devices{Forms: true, Endings: true, Compounds: true, Digraphs: true} }

// NewKin returns the kin of words in a language by all devices, nil if it knows none there.
func NewKin(language string) *Kin { return NewKinBy(language, AllDevices()) }

// NewKinBy is NewKin with some of the devices.
func NewKinBy(language string, by Devices) *Kin {
	switch language {
	case "nb", "nn", "no":
		return &Kin{by: by, stem: NewAnalyser(language), compounds: NewCompounds(), keys: map[string][]string{}}
	}
	return nil
}

// The kinds of key.
const (
	byPart     = "p:" // the stem of a part of a compound
	byLemma    = "l:" // the dictionary form
	byParts    = "c:" // the dictionary forms of all parts of a compound
	bySpelling = "~:" // the stem without æ, ø and å
)

// Keys returns the keys of a word of a text, in lower case, without doubles.
func (k *Kin) Keys(word string) []string {
	if keys, ok := k.keys[word]; ok {
		return keys
	}
	if len(k.keys) > maxKnown {
		clear(k.keys)
	}
	var out []string
	add := func(key string) {
		if !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	if k.by.Forms {
		for _, l := range k.lemmas(word) {
			add(byLemma + l)
		}
	}
	if parts := k.parts(word); parts != nil {
		add(byParts + k.joined(parts))
		k.addParts(parts, 1, add)
	}
	if k.by.Digraphs && digraph(word) {
		plain, _ := withoutLetters(k.stem.Stem(word))
		add(bySpelling + plain)
	}
	k.keys[word] = out
	return out
}

// addParts adds the keys of the parts of a compound, and of theirs.
func (k *Kin) addParts(parts []string, depth int, add func(key string)) {
	for _, p := range parts {
		add(byPart + k.stem.Stem(p))
		for _, l := range k.lemmas(p) {
			add(byLemma + l)
		}
		if inner := k.parts(p); inner != nil && depth < mostParts {
			k.addParts(inner, depth+1, add)
		}
	}
}

// parts returns the parts of a compound, nil for other words, and if compounds are no device.
func (k *Kin) parts(word string) []string {
	if !k.by.Compounds {
		return nil
	}
	return k.compounds.Parts(word)
}

// Sought is what a word that is looked for stands for: the stems that count as its own, and the
// keys that its kin have.
type Sought struct{ Stems, Keys []string }

// For returns what a word stands for when it is looked for. A word in which two letters may
// stand for æ, ø or å stands for what it would be with them too.
func (k *Kin) For(word string) Sought {
	out := Sought{Stems: []string{k.stem.Stem(word)}}
	spellings := []string{word}
	if k.by.Digraphs {
		spellings = append(spellings, lettered(word)...)
	}
	for _, w := range spellings {
		stem := k.stem.Stem(w)
		if !slices.Contains(out.Stems, stem) {
			out.Stems = append(out.Stems, stem)
		}
		if k.by.Compounds {
			out.Keys = append(out.Keys, byPart+stem)
		}
		if k.by.Forms {
			ls := k.lemmas(w)
			if len(ls) > 0 && ls[0] == k.class(w) {
				ls = ls[:1] // it stands in the ordbank as it is: no other word is meant
			}
			for _, l := range ls {
				out.Keys = append(out.Keys, byLemma+l)
			}
		}
		if parts := k.parts(w); parts != nil {
			out.Keys = append(out.Keys, byParts+k.joined(parts))
		}
	}
	if plain, changed := withoutLetters(out.Stems[0]); changed && k.by.Digraphs {
		out.Keys = append(out.Keys, bySpelling+plain)
	}
	return out
}

// mostDigraphs is how many pairs of letters in a word are read as one letter each.
const mostDigraphs = 4

// lettered returns the words that one written without æ, ø and å may be.
func lettered(word string) []string {
	out := []string{""}
	pairs := 0
	for i := 0; i < len(word); {
		one := ""
		if i+1 < len(word) {
			switch word[i : i+2] {
			case "ae":
				one = "æ"
			case "oe":
				one = "ø"
			case "aa":
				one = "å"
			}
		}
		if one == "" || pairs == mostDigraphs {
			for j := range out {
				out[j] += word[i : i+1]
			}
			i++
			continue
		}
		pairs++
		n := len(out)
		for j := range n {
			out = append(out, out[j]+one)
			out[j] += word[i : i+2]
		}
		i += 2
	}
	return out[1:] // without the word itself
}

// lemmas returns the classes of the words of the ordbank of which a word may be a form.
func (k *Kin) lemmas(word string) []string {
	var out []string
	for _, l := range lemmas(word) {
		if len(l) < 3 {
			continue
		}
		if _, ok := k.compounds.dict.look(l); ok && !slices.Contains(out, k.class(l)) {
			out = append(out, k.class(l))
		}
	}
	return out
}

// joined is the dictionary forms of the parts of a compound.
func (k *Kin) joined(parts []string) string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = k.stem.Stem(p)
		if h := k.compounds.head(p); h.known && i == len(parts)-1 {
			out[i] = k.class(h.lemma)
		}
	}
	return strings.Join(out, "+")
}

// class returns the form that stands for a dictionary form and those that say the same:
// undersøkelse and undersøking.
func (k *Kin) class(lemma string) string {
	if !k.by.Endings {
		return lemma
	}
	if s, ok := strings.CutSuffix(lemma, "else"); ok && len(s) > 3 {
		return s + "ing"
	}
	return lemma
}

var unlettered = strings.NewReplacer("æ", "ae", "ø", "oe", "å", "aa")

// withoutLetters writes æ, ø and å with two letters each.
func withoutLetters(word string) (string, bool) {
	out := unlettered.Replace(word)
	return out, out != word
}

// digraph tells whether a word may be written without æ, ø and å.
func digraph(word string) bool {
	return strings.Contains(word, "aa") || strings.Contains(word, "oe") || strings.Contains(word, "ae")
}
