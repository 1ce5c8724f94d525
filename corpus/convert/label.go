package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestLabel is the length in characters above which nothing is a name, and
// mostWords that in words.
const (
	longestLabel = 40
	mostWords    = 5
)

// nameParts are the words of a name that begin with a small letter.
var nameParts = wordSet("av von van de der da du af la le do dos das di del el al bin ben og and i den")

// sentenceWords are words that no name holds: what stands before a colon with one
// of them is the beginning of a sentence.
var sentenceWords = wordSet("jeg eg du han hun ho vi det dette som at er var har sa sier seier spør spurte svarte blir må kan skal vil ikke til for med på om fra " +
	"jag hon är säger sade inte med på om från ich er sie wir ist war hat sagt nicht mit für you he she we they is was are said says asked that this not with for " +
	"je il elle nous est était dit pas avec pour que es fue dijo no con para é foi disse não com")

const sentenceMarks = ".,;!?\"«»“”/\\=…"

// wordSet returns the words of lists, separated by blanks; an underscore stands
// for the blank inside a phrase.
func wordSet(lists ...string) map[string]bool {
	set := map[string]bool{}
	for _, list := range lists {
		for _, w := range strings.Fields(list) {
			set[strings.ReplaceAll(w, "_", " ")] = true
		}
	}
	return set
}

// clean takes stars, brackets and double blanks out of a label.
func clean(label string) string {
	label = strings.Trim(label, "*_ \t")
	if strings.Contains(label, "  ") || strings.Contains(label, "\t") {
		return strings.Join(strings.Fields(label), " ")
	}
	return label
}

// looksLikeLabel tells whether words could be a name: short, no sentence, not
// the head of a pair such as "Date: 2016".
func looksLikeLabel(label string) bool {
	label = clean(label)
	if !letterAt(label, 0) || len(label) > 4*longestLabel || utf8.RuneCountInString(label) > longestLabel || strings.ContainsAny(label, ":\n") {
		return false
	}
	core := label
	if i := strings.IndexAny(core, "(|[<"); i > 0 {
		// "Kari Ås (Kommune)", not "Ås, K. (2010). Tittel"
		if tail := core[strings.LastIndexAny(core, ")|]>")+1:]; core[i] != '|' && strings.ContainsAny(tail, sentenceMarks) {
			return false
		}
		core = strings.TrimSpace(core[:i])
	}
	n := 0
	if before, after, ok := strings.Cut(core, ", "); ok {
		// "Hansen, Kari"
		if !nameOf(before) || !nameOf(after) {
			return false
		}
		core = before + " " + after
	}
	for w := range strings.FieldsSeq(core) {
		bare := strings.TrimSuffix(w, ".")
		if strings.ContainsAny(bare, sentenceMarks) && !initials(w) && !shortened(bare) {
			return false
		}
		if n > 0 && (w != bare && utf8.RuneCountInString(bare) > 2 || sentenceWords[w]) {
			return false
		}
		n++
	}
	return n > 0 && n <= mostWords && !isHead(label)
}

// named tells whether every word of a label is written as in a name: with a
// capital or a digit, or a role word. Others must recur more often.
func named(label string) bool {
	if i := strings.IndexAny(label, "([|"); i > 0 {
		label = strings.TrimRight(label[:i], " ") // "Tor (tillitsvalgt)"
	}
	for w := range strings.FieldsSeq(label) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(["))
		if unicode.IsLower(first) && !nameParts[w] {
			return roleOfWord(label) != ""
		}
	}
	return label != ""
}

// nameOf tells whether words could be a first name or a last name: two at most,
// with capitals.
func nameOf(words string) bool {
	c, _ := utf8.DecodeRuneInString(words)
	return unicode.IsUpper(c) && named(words) && wordsUpTo(words, 4) < 4 && !strings.ContainsRune(words, ',')
}

// initials tells whether a word is made of single letters with stops: "J.P."
func initials(w string) bool {
	for i, c := range []rune(w) {
		if i%2 == 0 && !unicode.IsUpper(c) || i%2 == 1 && c != '.' {
			return false
		}
	}
	return true
}

// shortened tells whether a word is an office in short, with its beginning cut off at a stop: "Ass.rektor", "Adm.dir".
func shortened(w string) bool {
	before, after, _ := strings.Cut(w, ".")
	first, size := utf8.DecodeRuneInString(before)
	n := utf8.RuneCountInString(before)
	return unicode.IsUpper(first) && n >= 2 && n <= 5 && lowerLetters(before[size:]) && utf8.RuneCountInString(after) >= 3 && lowerLetters(after)
}

func lowerLetters(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return !unicode.IsLower(c) })
}

// voiceWords are the words with which programs number the voices that they tell
// apart, also as their menus have them in other languages.
var voiceWords = wordSet("speaker taler taleren høyttaler høgtalar talar talare højttaler sprecher sprecherin person voice stemme røst " +
	"unknown ukjent okänd ukendt unbekannt inconnu unidentified intervenant locuteur orador oradora hablante locutor falante puhuja spreker id user")

// numberedVoice tells whether a label is one that a program gave: "Speaker 1",
// "SPEAKER_00", "S01", "Unknown Speaker", "Taler 2".
func numberedVoice(label string) bool {
	word := strings.TrimRight(label, "0123456789")
	digits := len(label) - len(word)
	word = strings.TrimRight(word, " _-#")
	if digits == 0 {
		first, rest, more := strings.Cut(word, " ")
		return voiceWords[strings.ToLower(first)] && more && voiceWords[strings.ToLower(rest)] || isUnknown(word)
	}
	if digits == 2 && word == "S" {
		return true
	}
	return digits <= 3 && voiceWords[strings.ToLower(word)]
}

func isUnknown(word string) bool {
	switch strings.ToLower(word) {
	case "unknown", "ukjent", "okänd", "ukendt", "unbekannt", "inconnu", "unidentified":
		return true
	}
	return false
}

// fold is the form in which labels are compared: case, blanks and stops do not
// count.
func fold(label string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.ToLower(label), ".", "")), " ")
}

func endsInDigit(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsDigit(r)
}
