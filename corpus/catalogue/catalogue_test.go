package catalogue

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var verb = regexp.MustCompile(`%[a-z]`)

func TestEveryEntryTakesTheSameArgumentsInEveryLanguage(t *testing.T) {
	all := map[string][3]string{}
	for _, list := range lists {
		for key, e := range list {
			if _, twice := all[key]; twice {
				t.Errorf("%q stands in two files", key)
			}
			all[key] = e
		}
	}
	for key, e := range all {
		want := verb.FindAllString(e[0], -1)
		for i, s := range e {
			if strings.TrimSpace(s) == "" || s != strings.TrimSpace(s) {
				t.Errorf("%s: translation %d is %q", key, i, s)
			}
			if got := verb.FindAllString(s, -1); !slices.Equal(got, want) {
				t.Errorf("%s: translation %d takes %q, the English one %q", key, i, got, want)
			}
		}
	}
}

func TestWhatALanguageSays(t *testing.T) {
	for _, c := range []struct {
		code, key string
		args      []any
		want      string
	}{
		{"nb", "open", nil, "åpen"}, {"no", "open", nil, "åpen"}, {"nn", "absent", nil, "fråverande"}, {"en", "mixed", nil, "mixed"},
		{"", "mixed", nil, "mixed"}, {"sv", "mixed", nil, "mixed"},
		{"nb", "known", []any{3, 4}, "3 av 4 kjente"}, {"nn", "turn", []any{43}, "replikk 43"}, {"en", "page", []any{14}, "p. 14"},
		{"nb", "a word of the study", nil, "a word of the study"}, {"nb", "100 %", nil, "100 %"},
	} {
		if got := In(c.code).Say(c.key, c.args...); got != c.want {
			t.Errorf("%q says %q, want %q", c.code, got, c.want)
		}
	}
}

func TestDatesDurationsAndNumbers(t *testing.T) {
	for _, c := range []struct{ what, got, want string }{
		{"date", Language("nb").Date("2016-02-19"), "19.02.2016"},
		{"date", Language("en").Date("2016-02-09"), "9 February 2016"},
		{"month", Language("nb").Date("2016-02"), "2016-02"},
		{"year", Language("en").Date("2016"), "2016"},
		{"no date", Language("nb").Date("våren 2016"), "våren 2016"},
		{"no day of the calendar", Language("nb").Date("2015-02-29"), "2015-02-29"},
		{"minutes", Language("nb").Duration(45), "45 min"},
		{"nothing", Language("nb").Duration(0), "0 min"},
		{"half a minute", Language("en").Duration(59.5), "1 hour"},
		{"one hour", Language("nb").Duration(78), "1 time og 18 min"},
		{"two hours", Language("nb").Duration(120), "2 timer"},
		{"two hours", Language("nn").Duration(121.4), "2 timar og 1 min"},
		{"hours", Language("en").Duration(138), "2 hours 18 min"},
		{"whole", Language("nb").Number(12), "12"},
		{"hundred", Language("nb").Number(100), "100"},
		{"a year", Language("nb").Number(2015), "2015"},
		{"thousands", Language("nb").Number(58300), "58\u00a0300"},
		{"thousands", Language("en").Number(-1234567.5), "-1,234,567.5"},
		{"fraction", Language("nb").Number(0.5), "0,5"},
		{"fraction", Language("en").Number(-1.25), "-1.25"},
		{"many digits", Language("nn").Number(1.0 / 3), "0,3333"},
		{"less than is shown", Language("en").Number(0.00001), "0"},
		{"less than is shown, below nothing", Language("en").Number(-0.00001), "0"},
		{"quote", Language("nn").Quote(" vi har\n\tmål "), "«vi har mål»"},
		{"quote", Language("en").Quote("goals"), "“goals”"},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, c.got, c.want)
		}
	}
}
