package words

import (
	"strings"
	"testing"
)

// Every word of the ordbank is found, by its text and, once many were asked for, by a table of its lines, with its
// figures; what stands between two words of it is not.
func TestLookFindsEveryWordOfTheOrdbank(t *testing.T) {
	n := 0
	for word, want := range ordbankInFull() {
		if n++; n%20 != 0 && word > "ab" {
			continue
		}
		few, later := dictionary{}, dictionary{asked: many}
		a, found := few.look(word)
		b, there := later.look(word)
		if !found || !there || a != want || b != want {
			t.Errorf("%s: %v %v in the text, %v %v in the table, want %v", word, a, found, b, there, want)
		}
		for _, not := range []string{word + "qq", "#" + word, strings.ToUpper(word)} {
			if _, found := few.look(not); found {
				t.Errorf("%s is found", not)
			}
		}
	}
	for _, not := range []string{"", "#", " ", "\n", "ååååå", "a b", "ab 6", "abakus\n"} {
		few, later := dictionary{}, dictionary{asked: many}
		_, found := few.look(not)
		if _, there := later.look(not); found || there {
			t.Errorf("%q is found", not)
		}
	}
}

// ordbankInFull returns every word of the ordbank with its figures.
func ordbankInFull() map[string]entry {
	out := map[string]entry{}
	for line := range strings.SplitSeq(ordbank, "\n") {
		if word, rest, _ := strings.Cut(line, " "); word != "" && word[0] != '#' {
			out[word] = parseEntry(rest)
		}
	}
	return out
}
