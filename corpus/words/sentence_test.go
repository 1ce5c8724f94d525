package words

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// Each line is a text; a bar stands where a sentence ends within it.
var marked = map[string]string{
	"bokmål and nynorsk": `
Ja.|Det har vi.
Har dere mål?|Ja!|Mange.
Vi har jo f.eks. Oslo og Bergen.
Det gjelder bl.a. KOSTRA.|Og mer.
Dette gjelder (f.eks. Oslo).|Ja.
Vi møttes kl. 10.|Så gikk vi.
Vi møttes ca. 20 ganger i løpet av året.
Det var 19. mars 2016 at vi begynte.
Det var 3.|Ja.
Han går i 2. klasse.|Hun går i 4. klasse.
Vi sparte 2,5 mill. kroner.|Det var bra.
Vi sparte 20 mill.|Det var bra.
Vi brukte 20 mill. NOK på det.
Det står i kap. 5.|Der står alt.
Se s. 14 og s. 15.
Se St.meld. nr. 5 om dette.
Det følger av Meld. St. 28 (2015–2016).|Les den.
Det følger av Prop. 1 S og Innst. 10 S.
Jf. Kommuneloven § 5.|Den er klar.
Vi har planer, budsjett osv.|Det er mye å holde styr på.
Vi har planer, budsjett osv. og mer til.
Møter, rapporter m.m.|Vi rekker det ikke.
Møter o.l.|Vi rekker det ikke.
Kassen er tom.|Vi har brukt alt.
Det gjelder tom. 2015.|Så ikke mer.
Bla bla bla.|Det hører vi hver gang.
Vi snakket med hr. Hansen.|Han sa ja.
Vi snakket med fr. Berg og dr. Lie i går.
Det var no.|Det er det som er problemet.
Det var no. 5 på lista.
Ho gjorde det no.|Eg såg det.
Det var i okt. 2016 at han slutta.
Det kostet kr. 500 per stykk.
Det var OL.|Vi så på hele natta.
Vi har 5 s.|Det holder.
Det gikk på tre hundre m.|Så var det slutt.
Målet er «å bli best».|Det er det.
«Vi gjør det.»|Så gjorde de det.
Vi bruker det … ikke nå lenger.
Vi heter Kommune A.|Vi er små.
Det gjelder KOSTRA-tall.|De er gode.
Han sa: «Nei!»|Så gikk han.
«Nei!» sa hun.|Så gikk hun.
Temperaturen var 1.5 grader.|Det var kaldt.
Se www.ssb.no.|Der står det.
Det var pga. Covid.|Alt stengte.`,
	"English": `
Yes.|We do.
Volunteers, no.|We don't have any.
Is it used?|No.|It is not.
It is no. 5 on the list.|We know.
See nos. 5 and 6.
We met Mr. Smith and Ms. Jones.|They agreed.
We met Dr. May.|She agreed.
I asked the ms.|They said no.
We slept 24 hr.|We were tired.
See p. 14.|It is there.
See pp. 14–15 and vol. 2, fig. 3.
We ate a fig.|It was good.
Turn the vol.|Up.
We use e.g. Excel.|Others don't.
Plans, budgets, etc.|We have it all.
Plans, budgets, etc. are used.
That was Jan. 5 or so.|I forget.
The mill closed.|We moved.
He worked at the mill.|We moved.
As in Smith et al. (2015), it holds.
We met in St. Petersburg.|It was cold.
It was the 1st.|We paid.
It costs $1.50.|Cheap.
It was at 9 a.m.|We left.
"We do it."|So they did.
Well… I don't know.
Do you use it?|Yes.|Why?|Because.`,
}

func TestWhereSentencesEnd(t *testing.T) {
	for name, lines := range marked {
		for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
			want := strings.Split(line, "|")
			s := strings.ReplaceAll(line, "|", " ")
			var got []string
			for _, f := range Sentences(s) {
				got = append(got, s[f[0]:f[1]])
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s:\n got %q\nwant %q", name, got, want)
			}
		}
	}
}

func TestALineBreakAloneEndsNoSentence(t *testing.T) {
	s := "  Vi har et mål\nsom alle kjenner.\nDet er bra\nVi liker det.  "
	var got []string
	for _, f := range Sentences(s) {
		got = append(got, s[f[0]:f[1]])
	}
	if want := []string{"Vi har et mål\nsom alle kjenner.", "Det er bra\nVi liker det."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Whatever the text, its sentences hold every word of it once, in order.
func FuzzSentences(f *testing.F) {
	for _, lines := range marked {
		for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
			f.Add(line)
		}
	}
	f.Add("no. \u2028 (")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		var kept strings.Builder
		end := 0
		for _, p := range Sentences(s) {
			if p[0] < end || p[1] <= p[0] || strings.TrimSpace(s[p[0]:p[1]]) != s[p[0]:p[1]] || strings.TrimSpace(s[end:p[0]]) != "" {
				t.Fatalf("sentence %v after %d of %q", p, end, s)
			}
			kept.WriteString(s[p[0]:p[1]])
			end = p[1]
		}
		if strings.TrimSpace(s[end:]) != "" {
			t.Fatalf("%q of %q is in no sentence", s[end:], s)
		}
	})
}
