package catalogue

import (
	"math"
	"testing"
)

func TestFigures(t *testing.T) {
	en, nb := Language("en"), Language("nb")
	for _, c := range []struct{ what, got, want string }{
		{"decimals", en.Decimals(0.74321, 3), "0.743"}, {"with a comma", nb.Decimals(-0.5, 2), "-0,50"}, {"no minus zero", en.Decimals(-0.0001, 3), "0.000"},
		{"infinity", en.Decimals(math.Inf(1), 2), "∞"}, {"minus infinity", en.Decimals(math.Inf(-1), 2), "-∞"},
		{"a share", en.Percent(0.874), "87%"}, {"a small share", en.Percent(0.0312), "3.1%"}, {"in Norwegian", nb.Percent(0.0312), "3,1\u00a0%"}, {"nothing", en.Percent(0), "0%"}, {"all", en.Percent(1), "100%"}, {"nearly all", en.Percent(0.9967), "99.7%"}, {"still nearer", en.Percent(0.99996), "99.996%"}, {"hardly anything", en.Percent(0.0002), "0.02%"},
		{"p", en.PValue(0.0421), "0.042"}, {"small p", nb.PValue(0.00001), "<0,001"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, not %q", c.what, c.got, c.want)
		}
	}
}

func TestFigureWordsDoNotHideOthers(t *testing.T) {
	for key := range figureEntries {
		if _, twice := entries[key]; twice {
			t.Errorf("%q stands in both lists", key)
		}
	}
}
