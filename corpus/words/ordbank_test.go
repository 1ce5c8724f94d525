package words

import (
	"strings"
	"testing"
)

// Every word of the ordbank is found, by its text and, once many were asked for, in memory, with the same
// figures; what stands between two words of it is not.
func TestLookFindsEveryWordOfTheOrdbank(t *testing.T) {
	n := 0
	for word := range ordbankMap() {
		if n++; n%20 != 0 && word > "ab" {
			continue
		}
		few, later := dictionary{}, dictionary{asked: many}
		a, found := few.look(word)
		b, there := later.look(word)
		if !found || !there || a != b {
			t.Errorf("%s: %v %v in the text, %v %v in memory", word, a, found, b, there)
		}
		for _, not := range []string{word + "qq", "#" + word, strings.ToUpper(word)} {
			if _, found := few.look(not); found {
				t.Errorf("%s is found", not)
			}
		}
	}
	for _, not := range []string{"", "#", " ", "\n", "ååååå", "a b"} {
		if _, found := new(dictionary).look(not); found {
			t.Errorf("%q is found", not)
		}
	}
}
