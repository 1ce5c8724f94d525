package words

import (
	"strings"
	"testing"
)

func TestPairs(t *testing.T) {
	k := NewKin("nn")
	for _, c := range []string{"straum strøm", "teneste tjeneste", "fråvær fravær", "røyr rør", "leige leie", "tilsett ansatt", "tilsatt ansatt", "sjølvstyre selvstyre",
		"køyring kjøring", "køyrar kjører", "overvaking overvåking", "framleis fremdeles", "ikkje ikke", "eg jeg"} {
		nn, nb, _ := strings.Cut(c, " ")
		if got := k.class(nn); got != nb {
			t.Errorf("%s is %s, want %s", nn, got, nb)
		}
	}
	for w := range strings.FieldsSeq("bod kald heis") { // words of bokmål with a meaning of their own
		if got := k.class(w); got != w {
			t.Errorf("%s became %s", w, got)
		}
	}
	var d dictionary
	n := 0
	for line := range strings.Lines(pairWords) {
		if line[0] == '#' {
			continue
		}
		pair := strings.Fields(line)
		if _, ok := d.look(pair[0]); len(pair) != 2 || !ok {
			t.Fatalf("%q is no pair of words of the ordbank", line)
		}
		n++
	}
	if n < 2700 {
		t.Errorf("%d pairs", n)
	}
}
