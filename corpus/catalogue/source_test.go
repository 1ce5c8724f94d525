package catalogue

import "testing"

func TestTheRowOfAFaceSheetIsSaidInTheLanguage(t *testing.T) {
	for _, c := range []struct{ l, source, want string }{
		{"nb", `face sheet ark.xlsx, sheet "En", row 4`, `arket ark.xlsx, sheet "En", rad 4`},
		{"nn", "face sheet ark.csv, row 12", "arket ark.csv, rad 12"},
		{"en", "face sheet ark.csv, row 12", "face sheet ark.csv, row 12"},
		{"nb", "SSB 2016, tabell 3", "SSB 2016, tabell 3"},
	} {
		if got := Language(c.l).Source(c.source); got != c.want {
			t.Errorf("in %s %q is %q, want %q", c.l, c.source, got, c.want)
		}
	}
}
