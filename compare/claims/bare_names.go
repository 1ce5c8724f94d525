package claims

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus/words"
)

var (
	// kinds are what a case may be besides its name: «Kveldsund sjukehus», "Hilltop Academy".
	kinds = stems("care academy school college university hospital clinic library museum church council county district municipality town city village borough trust centre center department office agency company group club society association bank station ward unit home nursery ltd inc plc",
		"sykehus sjukehus klinikk legevakt skole skule barneskole barneskule ungdomsskole ungdomsskule høyskole høgskole høgskule gymnas universitet barnehage bibliotek folkebibliotek folkeboksamling museum kirke kyrkje kommune kommunen fylke fylkeskommune bydel by bygd etat senter avdeling post sykehuspost sengepost seksjon enhet eining kontor selskap bedrift verksemd virksomhet foretak føretak as asa sa korps brannkorps brannvesen lag klubb forening foreining stiftelse stifting sykehjem sjukeheim omsorgssenter")
	// placing are words with which names begin and which name nothing by themselves: "North School", "St Olav".
	placing = stems("north south east west northern southern eastern western new old upper lower great little big small saint st royal national central",
		"nord sør aust øst vest nordre søndre søre østre austre vestre nye ny nytt gamle gammel gammal store stor lille liten vesle øvre nedre indre ytre midtre sankt san santa las los den det de dei det ditt statens norges noregs")
	// calendar are words that English writes like names.
	calendar = stems("january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas easter english norwegian british american scottish welsh irish")
)

// otherNames returns the names of a case beside its label: those that its file gives, and what stands before or after a comma in the label, and in no other
// label, with the names alone of these. in holds in how many labels a word stands.
func (c Case) otherNames(all []Case, in map[string]int) [][]string {
	var out [][]string
	for _, a := range c.Also {
		if f := words.Folds(a); len(f) > 0 {
			out = append(out, f)
		}
	}
	parts := strings.Split(c.Label, ",")
	if len(parts) == 1 {
		return out
	}
	for _, part := range parts {
		f := words.Folds(part)
		own := len(f) > 0 && !slices.ContainsFunc(all, func(o Case) bool { return o.Key != c.Key && holds(words.Folds(o.Label), f) })
		if own && slices.ContainsFunc(f, func(w string) bool { return in[w] < 2 && !kinds[w] }) {
			out = append(out, f)
			out = append(out, bare(strings.TrimSpace(part), func(w string) bool { return in[w] > 1 })...)
		}
	}
	return out
}

// holds tells whether some words stand one after another among others.
func holds(all, some []string) bool {
	for i := 0; i+len(some) <= len(all); i++ {
		if slices.Equal(all[i:i+len(some)], some) {
			return true
		}
	}
	return false
}

// bare returns the names by which a text may call a case without what it is: the label without words at its ends that are
// no names, and the first word of that. elsewhere tells of a word that other labels have it.
func bare(label string, elsewhere func(string) bool) [][]string {
	tokens := words.Tokens(label)
	capital := func(t words.Token) bool {
		r, _ := utf8.DecodeRuneInString(label[t.Start:])
		return unicode.IsUpper(r)
	}
	proper := func(t words.Token) bool { return capital(t) && !kinds[t.Fold] && !elsewhere(t.Fold) }
	from, to := 0, len(tokens)
	for from < to && !proper(tokens[from]) {
		from++
	}
	for to > from && !proper(tokens[to-1]) {
		to--
	}
	var out [][]string
	for _, end := range []int{to, from + 1} {
		if end <= from || end > to || end-from == len(tokens) {
			continue
		}
		var name []string
		for _, t := range tokens[from:end] {
			name = append(name, t.Fold)
		}
		if len(name) == 1 && (utf8.RuneCountInString(name[0]) < 3 || placing[name[0]] || strings.HasSuffix(name[0], "isk") || words.Function(name[0], "nb") || words.Function(name[0], "en")) || slices.ContainsFunc(out, func(n []string) bool { return slices.Equal(n, name) }) {
			continue
		}
		out = append(out, name)
	}
	return out
}

// stranger returns the token of a name, in a list with names of cases or after what cases are called, that is of no case that is
// known; -1 if there is none. A claim that lists it is not the claim that is left without it.
func (c *clause) stranger() int {
	var known map[int]bool
	for i := range c.tokens {
		if !c.properAt(i) {
			continue
		}
		if known == nil {
			known = c.nameTokens()
		}
		if known[i] {
			continue
		}
		if c.listed(i, known) || c.phraseEndsBefore(i, excepts) || c.phraseEndsBefore(i, amongThem) || c.apposed(i) {
			return i
		}
	}
	return -1
}

// nameTokens marks the tokens that belong to names of cases.
func (c *clause) nameTokens() map[int]bool {
	known := map[int]bool{}
	for i := 0; i < len(c.tokens); i++ {
		if k, n := c.caseAt(i); k >= 0 {
			for j := i; j < i+n; j++ {
				known[j] = true
			}
			i += n - 1
		}
	}
	return known
}

// properAt tells whether token i is written as a name: a capital letter and no figure; words at the head of the sentence, where all
// have capitals, are told apart by the list in which they stand.
func (c *clause) properAt(i int) bool {
	w := c.text[c.tokens[i].Start:c.tokens[i].End]
	r, _ := utf8.DecodeRuneInString(w)
	fold := c.word(i)
	if !unicode.IsUpper(r) || utf8.RuneCountInString(w) < 2 || words.Function(fold, c.l.language) || c.l.noun(fold) || c.l.number(fold) > 0 || quantifying(fold) || strings.Contains(w, "-") && strings.ToUpper(w[:strings.Index(w, "-")]) == w[:strings.Index(w, "-")] {
		return false
	}
	if c.l.language == "en" && calendar[fold] {
		return false
	}
	return i > 0 || joiners[c.word(1)] && !c.gap(1) && !kinds[fold]
}

func quantifying(w string) bool {
	return allWords[w] || noneWords[w] || someWords[w] || mostWords[w] || fewWords[w] || restricting[w] || negations[w] || joiners[w] || prepositions[w]
}

// listed tells whether a comma, a dash or a joining word puts token i beside the name of a case.
func (c *clause) listed(i int, known map[int]bool) bool {
	for _, step := range []int{-1, 1} {
		j := i + step
		between := ""
		for steps := 0; steps < 4 && j >= 0 && j < len(c.tokens); steps, j = steps+1, j+step {
			between += c.text[min(c.tokens[j].End, c.tokens[j-step].End):max(c.tokens[j].Start, c.tokens[j-step].Start)]
			if known[j] {
				return strings.ContainsAny(between, ",/&") || c.joinsBetween(i, j)
			}
			if w := c.word(j); !joiners[w] && !c.l.noun(w) && !kinds[w] && (!prepositions[w] || step > 0 && j == i+1) || strings.ContainsAny(between, ".;:()") {
				break
			}
		}
	}
	return false
}

// joinsBetween tells whether "and" or "or" stands between two tokens.
func (c *clause) joinsBetween(i, j int) bool {
	for k := min(i, j) + 1; k < max(i, j); k++ {
		if joiners[c.word(k)] {
			return true
		}
	}
	return false
}

// phraseEndsBefore tells whether one of some phrases leads up to token i, with a preposition between.
func (c *clause) phraseEndsBefore(i int, list [][]string) bool {
	for back := 1; back <= 4 && back <= i; back++ {
		if n := c.phrase(i-back, list); n > 0 && (n == back || n == back-1 && prepositions[c.word(i-1)]) {
			return true
		}
	}
	return false
}

// filledOut returns the token of a case's name that fills out a word for the cases: «tre sykehus (Granli og Havna)»; -1 if there is none.
func (c *clause) filledOut() int {
	for i := 1; i < len(c.tokens); i++ {
		if k, n := c.caseAt(i); k >= 0 && c.l.noun(c.word(i-1)) && strings.ContainsAny(c.text[c.tokens[i-1].End:c.tokens[i].Start], ",(–—:") && (joiners[c.word(i+n)] || c.gap(i+n)) {
			return i
		}
	}
	return -1
}

// apposed tells whether token i begins what fills out a word for the cases: «to av sykehusene, Molde og Volda».
func (c *clause) apposed(i int) bool {
	j := i - 1
	if w := c.word(j); w == "nemlig" || w == "namely" || w == "nemleg" {
		j--
	}
	if j < 0 || !c.l.noun(c.word(j)) || !strings.ContainsAny(c.text[c.tokens[j].End:c.tokens[i].Start], ",(–—:") {
		return false
	}
	return joiners[c.word(i+1)] || c.gap(i+1) || i+1 == len(c.tokens)
}
