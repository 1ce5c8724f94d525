package corpus

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// followed compares two texts and follows the first place of a quote, or the place
// between ‹ and › where old holds them.
func followed(old, new string) (string, Followed) {
	i, j := strings.Index(old, "‹"), strings.Index(old, "›")
	quote := old[i+len("‹") : j]
	plain := old[:i] + quote + old[j+len("›"):]
	t := NewText(plain)
	s := Span{t.Char(i), t.Char(i + len(quote))}
	n := NewText(new)
	f := Compare(t, n).Follow(s)
	return n.Slice(f.Span), f
}

func TestFollow(t *testing.T) {
	const before, after = "Intervjuer: Hvordan gikk det med målekartet i fjor?\n\nRådmann: ", " Det husker jeg godt, for vi satt lenge med det.\n"
	for _, c := range []struct {
		name, old, new string
		want           string // the words at the new place
		fate           Fate
		changed        bool
	}{
		{"untouched", before + "‹Vi brukte det lite.›" + after, before + "Vi brukte det lite." + after, "Vi brukte det lite.", Same, false},
		{"inserted before", before + "‹Vi brukte det lite.›" + after, "# Tittel\n\n" + before + "Vi brukte det lite." + after, "Vi brukte det lite.", Moved, false},
		{"deleted before", "Noe helt annet først.\n\n" + before + "‹Vi brukte det lite.›" + after, before + "Vi brukte det lite." + after, "Vi brukte det lite.", Moved, false},
		{"inserted inside", before + "‹Vi brukte det lite.›" + after, before + "Vi brukte det ganske lite." + after, "Vi brukte det ganske lite.", Moved, true},
		{"deleted inside", before + "‹Vi brukte det ganske lite.›" + after, before + "Vi brukte det lite." + after, "Vi brukte det lite.", Moved, true},
		{"first word written anew", before + "‹Kari brukte det ganske lite.›" + after, before + "[navn] brukte det ganske lite." + after, "[navn] brukte det ganske lite.", Moved, true},
		{"last word written anew", before + "‹Det ble brukt lite av Kari› Ås." + after, before + "Det ble brukt lite av [navn] Ås." + after, "Det ble brukt lite av [navn]", Moved, true},
		{"a name that is masked", before + "Vi spurte nok ‹Kari› om det og hun svarte." + after, before + "Vi spurte nok [rådgiver] om det og hun svarte." + after, "[rådgiver]", Moved, true},
		{"deleted whole", before + "‹Vi brukte det lite.›" + after, before + after[1:], "", Lost, false},
		{"deleted across the end", before + "‹Vi brukte målekartet lite.› Nesten aldri." + after, before + "Vi brukte målekartet " + after, "Vi brukte målekartet ", Moved, true},
		{"one of three that are alike", before + "Ja. ‹Ja.› Ja." + after, before + "Ja. Ja." + after, "", Unclear, false},
		{"one more that is alike", before + "‹Ja.› Ja." + after, before + "Ja. Ja. Ja." + after, "", Unclear, false},
		{"a word that stands often", before + "Det og ‹det› og det." + after, before + "Altså: Det og det og det." + after, "det", Moved, false},
		{"emoji and accents", "😀 å e\u0301 ‹e\u0301 👩‍👩‍👧 slutt på det›\n", "😀😀 å e\u0301 e\u0301 👩‍👩‍👧 slutt på det\n", "e\u0301 👩‍👩‍👧 slutt på det", Moved, false},
		{"everything new", before + "‹Vi brukte det lite.›" + after, "Noe helt annet står her nå.\n", "", Lost, false},
		{"a short answer that went, while another stands elsewhere", "I: Var det så?\n\nR: ‹Ja.›\n\nI: Og i år er det vel slutt med dette?\n\nR: Ja.\n", "I: Var det så?\n\nI: Og i år er det vel slutt med dette?\n\nR: Ja.\n", "", Lost, false},
		{"paragraph moved", "Første avsnitt handler om noe.\n\n‹Andre avsnitt handler om noe helt annet enn det.›\n\nTredje avsnitt er også her, og det er langt nok til å stå fast.\n",
			"Første avsnitt handler om noe.\n\nTredje avsnitt er også her, og det er langt nok til å stå fast.\n\nAndre avsnitt handler om noe helt annet enn det.\n", "Andre avsnitt handler om noe helt annet enn det.", Moved, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, f := followed(c.old, c.new)
			if got != c.want || f.Fate != c.fate || f.Changed != c.changed {
				t.Errorf("%q, %s, changed %v, candidates %v; want %q, %s, %v", got, f.Fate, f.Changed, f.Candidates, c.want, c.fate, c.changed)
			}
			if (f.Fate == Unclear) != (len(f.Candidates) > 0) {
				t.Errorf("%s with the candidates %v", f.Fate, f.Candidates)
			}
		})
	}
}

// talk makes a text as people speak: some words very often, short answers that
// stand again and again.
func talk(rng *rand.Rand, paragraphs int) string {
	short := []string{"Ja.", "Mm.", "Nei, det har vi ikke.", "Det stemmer.", "Ja, ja."}
	var b strings.Builder
	for range paragraphs {
		b.WriteString([]string{"I: ", "R: ", "Kari: "}[rng.IntN(3)])
		if rng.IntN(3) == 0 {
			b.WriteString(short[rng.IntN(len(short))])
		}
		for range rng.IntN(5) {
			for w := range 3 + rng.IntN(12) {
				if w > 0 || b.Len() > 0 {
					b.WriteByte(' ')
				}
				n := int(float64(400) * rng.Float64() * rng.Float64() * rng.Float64())
				if n < 6 {
					b.WriteString([]string{"det", "er", "og", "å", "vi", "Kari"}[n])
				} else {
					fmt.Fprintf(&b, "ord%då", n)
				}
			}
			b.WriteString([]string{".", ".", "?", " – 😀."}[rng.IntN(4)])
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// mark is a character that knows where it stood.
type mark struct {
	r  rune
	at int // in the old text, -1 for what came in
}

// edit changes a text at random, keeping the marks: what an editor does.
func edit(rng *rand.Rand, t []mark) []mark {
	type piece = []mark
	word := func(s string) piece {
		var out piece
		for _, r := range s {
			out = append(out, mark{r, -1})
		}
		return out
	}
	put := func(at, end int, with piece) []mark {
		out := make([]mark, 0, len(t)+len(with))
		return append(append(append(out, t[:at]...), with...), t[end:]...)
	}
	edge := func(at int) int { // the next end of a word
		for at < len(t) && inWord(t[at].r) {
			at++
		}
		return at
	}
	if len(t) < 20 {
		return t
	}
	at := edge(rng.IntN(len(t)))
	switch rng.IntN(6) {
	case 0: // words come in
		return put(at, at, word([]string{" jo", " altså det", " nye ord her", ". Ja"}[rng.IntN(4)]))
	case 1, 2: // words go
		return put(at, edge(min(len(t), at+1+rng.IntN(30))), nil)
	case 3: // words are written anew
		return put(at, edge(min(len(t), at+1+rng.IntN(12))), word([]string{" noe", " [navn]", " rettet til dette"}[rng.IntN(3)]))
	case 4: // a name is masked everywhere
		var out []mark
		for i := 0; i < len(t); i++ {
			if i+4 <= len(t) && t[i].r == 'K' && t[i+1].r == 'a' && t[i+2].r == 'r' && t[i+3].r == 'i' {
				out = append(out, word("NN")...)
				i += 3
				continue
			}
			out = append(out, t[i])
		}
		return out
	default: // a paragraph moves
		end := func(i int) int {
			for i < len(t) && t[i].r != '\n' {
				i++
			}
			return min(i+2, len(t))
		}
		from := end(at)
		to := end(from)
		paragraph := append(piece(nil), t[from:to]...)
		t = put(from, to, nil)
		if len(t) == 0 {
			return paragraph
		}
		goal := end(rng.IntN(len(t)))
		return put(goal, goal, paragraph)
	}
}

func textOf(t []mark) string {
	var b strings.Builder
	for _, m := range t {
		b.WriteRune(m.r)
	}
	return b.String()
}

// TestFollowIsNeverWrong edits texts at random and knows where each character went: a place
// is Same or Moved only where its characters stand.
func TestFollowIsNeverWrong(t *testing.T) {
	rounds := 400
	if testing.Short() {
		rounds = 60
	}
	fates := map[Fate]int{}
	certain, all, forgotten := 0, 0, 0
	for round := range rounds {
		rng := rand.New(rand.NewPCG(7, uint64(round)))
		old := talk(rng, 5+rng.IntN(40))
		var marks []mark
		for i, r := range []rune(old) {
			marks = append(marks, mark{r, i})
		}
		for range 1 + rng.IntN(25) {
			marks = edit(rng, marks)
		}
		a, b := NewText(old), NewText(textOf(marks))
		went := make([]int, a.Len())
		for i := range went {
			went[i] = -1
		}
		for i, m := range marks {
			if m.at >= 0 {
				went[m.at] = i
			}
		}
		rev := Compare(a, b)
		for range 60 {
			start := rng.IntN(a.Len() - 2)
			s := Span{start, min(a.Len(), start+1+rng.IntN(1+rng.IntN(120)))}
			for s.Start > 0 && inWord(rev.old[s.Start]) && inWord(rev.old[s.Start-1]) {
				s.Start--
			}
			for s.End < a.Len() && inWord(rev.old[s.End-1]) && inWord(rev.old[s.End]) {
				s.End++
			}
			if len(strings.TrimSpace(a.Slice(s))) < 3 {
				continue // nobody codes a full stop
			}
			f := rev.Follow(s)
			fates[f.Fate]++
			left, inside, contiguous := 0, 0, true
			for i := s.Start; i < s.End; i++ {
				if went[i] < 0 {
					contiguous = false
					continue
				}
				if i > s.Start && went[i] != went[i-1]+1 {
					contiguous = false
				}
				left++
				if went[i] >= f.Span.Start && went[i] < f.Span.End {
					inside++
				}
			}
			if contiguous {
				all++
			}
			say := func(what string) {
				t.Errorf("round %d: %s: %q at %s → %s %q at %s (changed %v), %d of %d characters left\n%s\n---\n%s", round, what, a.Slice(s), s, f.Fate, b.Slice(f.Span), f.Span, f.Changed, left, s.Len(), old, b.String())
			}
			switch {
			case f.Fate == Unclear || f.Fate == Lost:
				if f.Fate == Lost && contiguous && left > 0 {
					forgotten++
				}
			case !f.Changed && b.Slice(f.Span) != a.Slice(s):
				say("other words")
			case !f.Changed && inside*2 < s.Len():
				say("wrong place")
			case !f.Changed && contiguous && went[s.Start] != f.Span.Start:
				say("not quite the place")
			case f.Changed && inside*2 < left:
				say("most of it stands elsewhere")
			case f.Fate == Same && (f.Span != s || f.Changed):
				say("not the same")
			}
			if contiguous && (f.Fate == Same || f.Fate == Moved) {
				certain++
			}
			if t.Failed() {
				return
			}
		}
	}
	t.Logf("%v; %d of %d untouched places found", fates, certain, all)
	if certain*100 < all*96 || forgotten*1000 > all {
		t.Errorf("%d of %d untouched places found, %d lost", certain, all, forgotten)
	}
}

func TestOffset(t *testing.T) {
	r := Compare(NewText("En to tre.\n\nFire fem seks.\n"), NewText("Null.\n\nEn tre.\n\nFire fem seks.\n"))
	for at, want := range map[int]int{0: 7, 12: 16, 27: 31} {
		if got := r.Offset(at); got != want {
			t.Errorf("%d goes to %d, want %d", at, got, want)
		}
	}
}

// BenchmarkFollow finds 10,000 places again in a text of 300,000 characters after 200 and
// after 2,000 edits.
func BenchmarkFollow(b *testing.B) {
	for _, edits := range []int{200, 2000} {
		b.Run(fmt.Sprint(edits), func(b *testing.B) {
			rng := rand.New(rand.NewPCG(1, 1))
			old := []rune(talk(rng, 5000))[:300_000]
			var marks []mark
			for i, r := range old {
				marks = append(marks, mark{r, i})
			}
			for range edits {
				marks = edit(rng, marks)
			}
			was, is := NewText(string(old)), NewText(textOf(marks))
			b.ResetTimer()
			for range b.N {
				fates := map[Fate]int{}
				r := Compare(was, is)
				for i := range 10_000 {
					start := i * (len(old) - 200) / 10_000
					fates[r.Follow(Span{start, start + 5 + i%150}).Fate]++
				}
				b.ReportMetric(float64(fates[Lost]), "lost")
				b.ReportMetric(float64(fates[Unclear]), "unclear")
			}
		})
	}
}

// A quote that is long enough and stands once in both texts is found, though the words right before it went elsewhere in the sentence.
func TestUniqueQuoteBesideChangedWords(t *testing.T) {
	const after = " Altså, jeg er jo ikke noe datamenneske, men jeg har lært meg det jeg trenger. Det var lenge en diskusjon om båtene."
	a := NewText("Solveig: Magasinet er fullt. Vi har plassmangel, rett og slett, og i tillegg er det fukt i kjelleren." + after)
	b := NewText("[Leder]: Magasinet er fullt. Rett og slett har vi plassmangel, og i tillegg er det fukt i kjelleren." + after)
	const quote = "i tillegg er det fukt i kjelleren"
	was, is := a.Find(quote, 2), b.Find(quote, 2)
	if f := Compare(a, b).Follow(was[0]); f.Fate != Moved && f.Fate != Same || f.Span != is[0] || f.Changed {
		t.Errorf("%+v, want %v", f, is[0])
	}
}
