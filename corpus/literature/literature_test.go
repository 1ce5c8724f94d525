package literature

import (
	"strings"
	"testing"

	"crosscase/corpus/plainfile"
)

func TestReadBibTeX(t *testing.T) {
	var problems plainfile.Problems
	works := ReadBibTeX("x.bib", []byte(`Words between entries, with an @ in them.
@comment{ {nested} and ) done }
@string{hbs = "Harvard " # {Business}}
@Book{one,
  author = {Ash, Imogen and {The {\O}re Group} and Bj{\"o}rn {\AA}s and others},
  title  = "On {B}alance \& {\ae}rlighet -- a {\'e}tude",
  publisher = hbs # " Press",
  year   = 2018
}
@article(two, editor={Birch, Colin}, date={2019-05-01}, title={Open
   doors},)
`), &problems)
	if len(problems) > 0 || len(works) != 2 {
		t.Fatalf("%d works, problems %v", len(works), problems)
	}
	one, two := works[0], works[1]
	if one.Key != "one" || one.Line != 4 || one.Year != "2018" || one.Title != "On Balance & ærlighet – a étude" {
		t.Errorf("read %+v", one)
	}
	if want := []Author{{"Ash", "Imogen"}, {Family: "The Øre Group"}, {"Ås", "Björn"}}; len(one.Authors) != 3 || one.Authors[0] != want[0] || one.Authors[1] != want[1] || one.Authors[2] != want[2] {
		t.Errorf("authors %+v", one.Authors)
	}
	if two.Key != "two" || two.Year != "2019" || two.Title != "Open doors" || two.Authors[0].Family != "Birch" {
		t.Errorf("read %+v", two)
	}
	if got := one.Cite("&", "et al."); got != "Ash et al. (2018)" {
		t.Errorf("cites %q", got)
	}
}

func TestASlipLosesOneEntry(t *testing.T) {
	for _, slip := range []string{"@book{a, title = {Open\n", "@book{title = {x}}\n", "@book{a,\n title {x}\n}\n", "@book{a, title = \"x\n", "@book{\n", "@comment{ open\n"} {
		var problems plainfile.Problems
		works := ReadBibTeX("x.bib", []byte(slip+"@book{good, author={Ash, I.}, title={T}, year=2018}\n"), &problems)
		if len(works) != 1 || works[0].Key != "good" || len(problems) != 1 {
			t.Errorf("%q: works %+v, problems %v", slip, works, problems)
		}
	}
}

func TestReadRIS(t *testing.T) {
	var problems plainfile.Problems
	works := ReadRIS("x.ris", []byte("\ufeffTY  - JOUR\r\nAU  - Åse, Ola\r\nA1  - Birch, Colin\r\nY1  - 2019/05//\r\nT1  - A long\r\ntitle\r\nER  - \r\n\r\nTY  - BOOK\nID  - key1\nED  - Alder, June\nPY  - 2001\nTI  - Edited\nER  -\n"), &problems)
	if len(problems) > 0 || len(works) != 2 {
		t.Fatalf("%+v, problems %v", works, problems)
	}
	if w := works[0]; w.Key != "aase2019" || w.Year != "2019" || w.Title != "A long title" || len(w.Authors) != 2 {
		t.Errorf("read %+v", w)
	}
	if w := works[1]; w.Key != "key1" || w.Cite("og", "mfl.") != "Alder (2001)" || w.Line != 9 {
		t.Errorf("read %+v", w)
	}
}

func FuzzReadLiterature(f *testing.F) {
	f.Add("@book{a, author={A and B}, title=\"x\" # y, year=2018}")
	f.Add("TY  - BOOK\nER  - \n@string{a={b}}\\'{")
	f.Fuzz(func(t *testing.T, s string) {
		var problems plainfile.Problems
		for _, w := range append(ReadBibTeX("x.bib", []byte(s), &problems), ReadRIS("x.ris", []byte(s), &problems)...) {
			if w.Line < 1 || w.Line > strings.Count(s, "\n")+1 {
				t.Errorf("line %d", w.Line)
			}
		}
	})
}
