package words

import (
	"strconv"
	"testing"
)

func TestFormsOfAWordShareAStem(t *testing.T) {
	for _, c := range []struct {
		language string
		forms    []string
	}{
		{"nb", []string{"indikator", "indikatoren", "indikatorer", "indikatorene", "indikatorenes"}},
		{"nn", []string{"kommune", "kommunen", "kommunar", "kommunane"}},
		{"no", []string{"skole", "skolen", "skoler", "skolene"}},
		{"en", []string{"benchmark", "benchmarks", "benchmarked", "benchmarking"}},
		{"sv", []string{"skola", "skolor", "skolorna"}},
		{"da", []string{"kommune", "kommunen", "kommuner", "kommunerne"}},
		{"de", []string{"schule", "schulen"}},
	} {
		a := NewAnalyser(c.language)
		for _, f := range c.forms {
			if a.Stem(f) != a.Stem(c.forms[0]) {
				t.Errorf("%s: %q has the stem %q, %q has %q", c.language, f, a.Stem(f), c.forms[0], a.Stem(c.forms[0]))
			}
		}
	}
}

func TestAWordOfALanguageWithoutStemsIsItsOwn(t *testing.T) {
	for _, l := range []string{"", "fi", "xx"} {
		if got := NewAnalyser(l).Stem("kommuner"); got != "kommuner" {
			t.Errorf("%q: %q", l, got)
		}
	}
}

func TestEveryLanguageThatIsListedHasStems(t *testing.T) {
	for _, l := range Languages() {
		if NewAnalyser(l).stem == nil {
			t.Errorf("%s has none", l)
		}
	}
}

func TestAnAnalyserThatForgetsGivesTheSameStems(t *testing.T) {
	a := NewAnalyser("nb")
	want := a.Stem("indikatorene")
	for i := range maxKnown {
		a.known[strconv.Itoa(i)] = ""
	}
	a.Stem("målene")
	if len(a.known) != 1 {
		t.Errorf("%d stems are remembered past the bound", len(a.known))
	}
	if got := a.Stem("indikatorene"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFunctionWordsSayLittleOfATopic(t *testing.T) {
	for _, c := range []struct {
		word, language string
		want           bool
	}{
		{"det", "nb", true}, {"ikkje", "nn", true}, {"det", "no", true}, {"the", "en", true}, {"och", "sv", true},
		{"indikator", "nb", false}, {"the", "nb", false}, {"det", "en", false}, {"det", "fi", false}, {"", "nb", false},
	} {
		if got := Function(c.word, c.language); got != c.want {
			t.Errorf("Function(%q, %q) is %v", c.word, c.language, got)
		}
	}
}
