package words

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Kin finds words that belong to a word though no stem tells so: compounds of which it is a part
// (indikator: måleindikatorer), forms that no ending leads to (bok: bøker), the two endings
// -else and -ing, words that bokmål and nynorsk write differently (skole: skule), and spellings without
// æ, ø and å (maalekort). Of English, Swedish, Danish and German it knows the irregular forms alone; in other
// languages a word has no kin. It remembers what it has found and must not be used by two
// goroutines at once.
//
// A word has keys, and is kin to a word that looks for one of them.
type Kin struct {
	by        Devices
	stem      *Analyser
	compounds *Compounds          // nil but in Norwegian
	forms     map[string][]string // irregular forms of other languages
	keys      map[string][]string
}

// Devices are the ways in which words are known for kin. The index is made with all of them; a
// query may do without some.
type Devices struct {
	Forms     bool // dictionary forms: bok, bøker
	Endings   bool // -else and -ing, of dictionary forms: undersøkelse, undersøking
	Variants  bool // bokmål and nynorsk, of dictionary forms: skole, skule; leder, leiar
	Compounds bool // what a word is a part of: indikator, måleindikator
	Digraphs  bool // spellings without æ, ø and å: måling, maaling
}

// AllDevices is what a query uses if nothing else is said.
func AllDevices() Devices {
	return Devices{Forms: true, Endings: true, Variants: true, Compounds: true, Digraphs: true}
}

// NewKin returns the kin of words in a language by all devices, nil if it knows none there.
func NewKin(language string) *Kin { return NewKinBy(language, AllDevices()) }

// NewKinBy is NewKin with some of the devices.
func NewKinBy(language string, by Devices) *Kin {
	switch language {
	case "nb", "nn", "no":
		return &Kin{by: by, stem: NewAnalyser(language), compounds: NewCompounds(), keys: map[string][]string{}}
	}
	if forms := irregularIn[language]; forms != nil && by.Forms {
		return &Kin{by: Devices{Forms: true}, stem: NewAnalyser(language), forms: forms, keys: map[string][]string{}}
	}
	return nil
}

// Bokmaal returns the dictionary forms of which a word may be a form, as bokmål writes them: sykehus of sjukehusa, and the parts of a compound
// likewise, each behind a "+": +barn+skole of barneskulane. A nil Kin knows none.
func (k *Kin) Bokmaal(word string) []string {
	if k == nil {
		return nil
	}
	out := slices.Clone(k.lemmas(word))
	if parts := k.parts(word); parts != nil {
		out = append(out, k.joined(parts)...)
	}
	return out
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
	word = strings.Clone(word) // it is part of a text, which is not to be held
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
		for _, row := range [][]string{parts, k.smallest(parts, 1)} {
			for i := range row {
				for j := i + 2; j <= len(row); j++ {
					for _, words := range k.joined(row[i:j]) {
						add(byParts + words) // ledermøte in enhetsledermøte
					}
				}
			}
		}
		k.addParts(parts, 1, add)
	}
	if k.by.Digraphs && digraph(word) {
		plain, _ := withoutLetters(k.stem.Stem(word))
		add(bySpelling + plain)
		if _, listed := k.compounds.dict.look(word); !listed {
			for _, w := range lettered(word) { // moeteboka is møteboka
				for _, key := range k.Keys(w) {
					add(key)
				}
			}
		}
	}
	k.keys[word] = out
	return out
}

// smallest takes the parts of a compound that are compounds themselves apart.
func (k *Kin) smallest(parts []string, depth int) []string {
	var out []string
	for _, p := range parts {
		if inner := k.parts(p); inner != nil && depth < mostParts {
			out = append(out, k.smallest(inner, depth+1)...)
			continue
		}
		out = append(out, p)
	}
	return out
}

// addParts adds the keys of the parts of a compound, and of theirs.
func (k *Kin) addParts(parts []string, depth int, add func(key string)) {
	for i, p := range parts {
		lemmas := k.classes(append(k.compounds.first(p), k.compounds.verbal(p)...))
		if i == len(parts)-1 || len(lemmas) == 0 && bound[p] > 0 {
			lemmas = k.lemmas(p) // foreldre in foreldremøte is a form of forelder
		}
		for _, l := range lemmas {
			add(byLemma + l)
		}
		if len(lemmas) == 0 {
			add(byPart + k.stem.Stem(p))
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
	out := Sought{}
	spellings := []string{word}
	if k.by.Digraphs {
		spellings = append(spellings, lettered(word)...)
	}
	for _, w := range spellings {
		stem := k.stem.Stem(w)
		ls := k.lemmas(w)
		if !slices.Contains(out.Stems, stem) && !(k.by.Forms && k.misleads(w, stem)) {
			out.Stems = append(out.Stems, stem)
		}
		if k.by.Compounds && len(ls) == 0 {
			out.Keys = append(out.Keys, byPart+stem)
		}
		if k.by.Forms {
			if len(ls) > 0 && ls[0] == k.class(w) && !k.rare(w) {
				ls = ls[:1] // it stands in the ordbank as it is: no other word is meant
			}
			for _, l := range ls {
				out.Keys = append(out.Keys, byLemma+l)
			}
		}
		if parts := k.parts(w); parts != nil {
			for _, words := range k.joined(parts) {
				out.Keys = append(out.Keys, byParts+words)
			}
		}
	}
	if other := k.class(word); other != word && strings.HasSuffix(word, "je") && k.by.Variants && k.by.Forms {
		// syngje is synge, of which syng is a form by its stem alone
		if stem := k.stem.Stem(other); !slices.Contains(out.Stems, stem) && !k.misleads(other, stem) {
			out.Stems = append(out.Stems, stem)
		}
	}
	if plain, changed := withoutLetters(k.stem.Stem(word)); changed && k.by.Digraphs {
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
	if k.compounds == nil {
		return k.forms[word]
	}
	if word := aloneForms[word]; word != "" {
		return []string{word}
	}
	return k.classes(k.compounds.dict.lemmas(word))
}

// aloneForms are forms of words that are no heads of compounds (noHeads), for ungdommen is no dom.
var aloneForms = map[string]string{"dom": "dom", "eng": "eng", "dommen": "dom", "dommene": "dom", "domen": "dom", "domane": "dom", "enga": "eng", "engen": "eng", "engene": "eng", "engar": "eng"}

// rare tells whether a word of the ordbank is one that hardly any compound is made of, so that a
// form of another word is meant as well (elever).
func (k *Kin) rare(word string) bool {
	if k.compounds == nil {
		return false
	}
	e, _ := k.compounds.dict.look(word)
	return e.first[0]+e.first[1]+e.first[2]+e.last < 1
}

// misleads tells whether the stem of a word of the ordbank is another word's, so that its dictionary forms
// tell better what it is: far, all forms of which are known, is no farlig, and a fastlege is not fast.
func (k *Kin) misleads(word, stem string) bool {
	if k.compounds == nil {
		return false
	}
	if _, listed := k.compounds.dict.look(word); !listed {
		return false
	}
	if utf8.RuneCountInString(word) <= 3 && !k.rare(word) {
		return irregular[word] != nil
	}
	_, other := k.compounds.dict.look(stem)
	return other && len(stem)+3 <= len(word)
}

func (k *Kin) classes(lemmas []string) []string {
	var out []string
	for _, l := range lemmas {
		if len(l) < 3 && shortHeads[l] == 0 && irregular[l] == nil && variants[l] == "" {
			continue
		}
		if l = k.class(l); !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	return out
}

// joined returns the dictionary forms of the parts of a compound, in every way in which its first parts may be read.
func (k *Kin) joined(parts []string) []string {
	out := []string{""}
	for i, p := range parts {
		ways := k.classes(k.compounds.first(p))
		if h := k.compounds.head(p); h.known && i == len(parts)-1 {
			if _, listed := k.compounds.dict.look(p); listed && !k.rare(p) {
				h.lemma = p // superbruker is of bruker, and no form of bruk
			}
			ways = []string{k.class(h.lemma)}
		}
		if len(ways) == 0 {
			ways = []string{k.stem.Stem(p)}
		}
		var longer []string
		for _, begun := range out {
			for _, w := range ways {
				longer = append(longer, begun+"+"+w)
			}
		}
		out = longer
	}
	return out
}

// class returns the form that stands for a dictionary form and those that say the same:
// undersøkelse and undersøking, leder and leiar.
func (k *Kin) class(lemma string) string {
	if k.by.Variants {
		lemma = k.bokmaal(lemma)
	}
	if s, ok := strings.CutSuffix(lemma, "else"); ok && k.by.Endings && len(s) > 3 {
		return s + "ing"
	}
	return lemma
}

// bokmaal returns the word of bokmål that is the same word as one of nynorsk, or the word itself.
func (k *Kin) bokmaal(lemma string) string {
	if w := sameWord()[lemma]; w != "" {
		return w
	}
	for _, e := range [...][2]string{{"leg", "lig"}, {"heit", "het"}, {"leik", "het"}, {"gjevar", "giver"}, {"givar", "giver"}, {"gjeving", "giving"}, {"ande", "ende"}, {"setje", "sette"}, {"setjing", "setting"}, {"gjar", "ger"}, {"kjar", "ker"}, {"iar", "er"}, {"ar", "er"}, {"gje", "ge"}, {"kje", "ke"}} {
		if s, ok := strings.CutSuffix(lemma, e[0]); ok && len(s) > 2 {
			if _, known := k.compounds.dict.look(s + e[1]); known {
				return s + e[1]
			}
		}
	}
	if s, ok := strings.CutPrefix(lemma, "saman"); ok {
		if _, known := k.compounds.dict.look("sammen" + s); known {
			return "sammen" + s
		}
	}
	for _, e := range [...][2]string{{"ing", "ing"}, {"ar", "er"}} { // køyring is of køyre, which is kjøre
		if s, ok := strings.CutSuffix(lemma, e[0]); ok && len(s) > 2 {
			verb, is := strings.CutSuffix(sameWord()[s+"e"], "e")
			if _, known := k.compounds.dict.look(verb + e[1]); is && known {
				return verb + e[1]
			}
		}
	}
	return lemma
}

// BothNorwegian tells whether texts are in bokmål and in nynorsk, so that what is one word is counted as one only by its Class.
func BothNorwegian(languages map[string]bool) bool {
	return languages["nn"] && (languages["nb"] || languages["no"])
}

// verbsFirst are words of the ordbank that mostly are forms of verbs.
var verbsFirst = set("gjer vert")

// Class returns the word that stands for a word of a text in lower case and for all that Keys takes for the same: the dictionary form,
// in bokmål; what no dictionary holds is its own class, and so is a word in a language without kin.
func (k *Kin) Class(word string) string {
	if k == nil {
		return word
	}
	lemmas := k.lemmas(word)
	switch {
	case len(lemmas) == 0:
		return word
	case len(lemmas) > 1 && lemmas[0] == word && k.compounds != nil && (k.rare(word) || verbsFirst[word]):
		return lemmas[1] // gjekk is a rare noun, and mostly a form of gå
	}
	return lemmas[0]
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
