package corpus

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var twoSpeakers = []Speaker{{Label: "I", Role: Interviewer, Also: []string{"Intervjuer"}}, {Label: "Anne Å", Role: Informant}}

// drawn prints a structure as lines: "I@00:01:02 |words|" for turns, "H1 ", "P0 ", "R- "
// for blocks with their turn, so that a test reads like the text.
func drawn(s string, speakers []Speaker) (blocks, turns []string) {
	t := NewText(s)
	x := Parse(t, speakers)
	for _, b := range x.Blocks {
		name, turn := string("PHR"[b.Kind]), "-"
		if b.Kind == Heading {
			name += fmt.Sprint(b.Level)
		}
		if b.Turn >= 0 {
			turn = fmt.Sprint(b.Turn)
		}
		blocks = append(blocks, name+" "+turn+" "+t.Slice(b.Span))
	}
	for _, u := range x.Turns {
		turns = append(turns, strings.TrimSuffix(u.Speaker+"@"+u.Time, "@")+" "+t.Slice(u.Span))
	}
	return blocks, turns
}

func TestATextIsTakenApart(t *testing.T) {
	for _, c := range []struct {
		name, text    string
		blocks, turns []string
	}{
		{"empty", "", nil, nil},
		{"only blank lines", "\n \n\t\n", nil, nil},
		{"paragraphs of several lines", "en\nto\n\ntre\n", []string{"P - en\nto", "P - tre"}, nil},
		{"no line end at the end", "en", []string{"P - en"}, nil},
		{"headings of every level", "# A\n### B c\n###### D\n####### E\n", []string{"H1 - A", "H3 - B c", "H6 - D", "P - ####### E"}, nil},
		{"no heading without a blank or words", "#A\n\n#\n\n# \n", []string{"P - #A", "P - #", "P - #"}, nil},
		{"a heading cuts a paragraph", "en\n# to\ntre\n", []string{"P - en", "H1 - to", "P - tre"}, nil},
		{"an escaped heading", "\\# ikke en overskrift\n", []string{"P - # ikke en overskrift"}, nil},
		{"an escaped heading within a turn", "I: ja\n\n\\#2 er best\n", []string{"P 0 ja", "P 0 #2 er best"}, []string{"I ja\n\n\\#2 er best"}},
		{"table rows", "a\tb\n\u00e5\t\td\ne\n", []string{"R - a\tb", "R - å\t\td", "P - e"}, nil},
		{"a row is not what begins with a tab", "\ta\n", []string{"P - a"}, nil},
		{"a row between paragraphs", "en\na\tb\nto\n", []string{"P - en", "R - a\tb", "P - to"}, nil},
		{"a row within a turn", "I: se her\n\na\tb\n", []string{"P 0 se her", "R 0 a\tb"}, []string{"I se her\n\na\tb"}},
		{"turns", "I: Hva?\nAnne Å: Det.\n", []string{"P 0 Hva?", "P 1 Det."}, []string{"I Hva?", "Anne Å Det."}},
		{"another spelling of a label", "Intervjuer: Hva?\n", []string{"P 0 Hva?"}, []string{"I Hva?"}},
		{"a turn of several paragraphs", "I: en\nto\n\ntre\n\nfire\n\nAnne Å: ja\n", []string{"P 0 en\nto", "P 0 tre", "P 0 fire", "P 1 ja"}, []string{"I en\nto\n\ntre\n\nfire", "Anne Å ja"}},
		{"time before the label", "[00:01:02] I: Hva?\n", []string{"P 0 Hva?"}, []string{"I@00:01:02 Hva?"}},
		{"time after the label", "I: [1:01:02.345] Hva?\n", []string{"P 0 Hva?"}, []string{"I@01:01:02 Hva?"}},
		{"time on both sides", "[00:01:02] I: [00:01:03,5] Hva?\n", []string{"P 0 Hva?"}, []string{"I@00:01:03 Hva?"}},
		{"time without a label", "I: en\n\n[00:05:00] to\n", []string{"P 0 en", "P 0 to"}, []string{"I en\n\n[00:05:00] to"}},
		{"no time", "I: [kl 12:30] Hva?\n", []string{"P 0 [kl 12:30] Hva?"}, []string{"I [kl 12:30] Hva?"}},
		{"an unknown label is words", "Leder: Hva?\nI: Ja.\nObs: merk\n", []string{"P - Leder: Hva?", "P 0 Ja.\nObs: merk"}, []string{"I Ja.\nObs: merk"}},
		{"a label in another case is words", "i: Hva?\n", []string{"P - i: Hva?"}, nil},
		{"no turn without a blank after the colon", "I:Hva\n", []string{"P - I:Hva"}, nil},
		{"a label later in the line is words", "Som I: sa\n", []string{"P - Som I: sa"}, nil},
		{"a turn without words", "I:\nAnne Å: ja\n", []string{"P 1 ja"}, []string{"I ", "Anne Å ja"}},
		{"words below the label", "I:\nHva?\n\nAnne Å:\n\nDet.\n", []string{"P 0 Hva?", "P 1 Det."}, []string{"I Hva?", "Anne Å Det."}},
		{"a heading ends a turn", "I: Hva?\n\n# Del 2\n\nfritt\n", []string{"P 0 Hva?", "H1 - Del 2", "P - fritt"}, []string{"I Hva?"}},
		{"characters, not bytes", "Anne Å: 😀 blåbær\n\nI: å\n", []string{"P 0 😀 blåbær", "P 1 å"}, []string{"Anne Å 😀 blåbær", "I å"}},
	} {
		blocks, turns := drawn(c.text, twoSpeakers)
		if !slices.Equal(blocks, c.blocks) || !slices.Equal(turns, c.turns) {
			t.Errorf("%s:\n got %q\n     %q\nwant %q\n     %q", c.name, blocks, turns, c.blocks, c.turns)
		}
	}
}

func TestUnitsOfEveryKind(t *testing.T) {
	text := NewText("# Om mål\n\nI: [00:00:05] Hva er målet? Har dere ett?\n\nAnne Å: Ja. Vi har ett.\n\nDet er fra 19. mars.\n\n# Tall\n\nFørste. Andre.\n\nx\ty. Z\n")
	x := Parse(text, twoSpeakers)
	for _, c := range []struct {
		kind UnitKind
		want []string
	}{
		{Sentence, []string{"-1 Om mål", "0 Hva er målet?", "0 Har dere ett?", "1 Ja.", "1 Vi har ett.", "1 Det er fra 19. mars.", "-1 Tall", "-1 Første.", "-1 Andre.", "-1 x\ty. Z"}},
		{ParagraphUnit, []string{"-1 Om mål", "0 Hva er målet? Har dere ett?", "1 Ja. Vi har ett.", "1 Det er fra 19. mars.", "-1 Tall", "-1 Første. Andre.", "-1 x\ty. Z"}},
		{TurnUnit, []string{"-1 Om mål", "0 Hva er målet? Har dere ett?", "1 Ja. Vi har ett.\n\nDet er fra 19. mars.", "-1 Tall", "-1 Første. Andre.", "-1 x\ty. Z"}},
	} {
		var got []string
		for _, u := range x.Units(text, c.kind) {
			got = append(got, fmt.Sprint(u.Turn, " ", text.Slice(u.Span)))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.kind, got, c.want)
		}
	}
}

func TestTheTurnOfACharacter(t *testing.T) {
	text := NewText("# A\n\nI: ja\n\nAnne Å: nei\n\nda\n")
	x := Parse(text, twoSpeakers)
	for word, want := range map[string]int{"A": -1, "ja": 0, "nei": 1, "da": 1, "Anne": -1, "I:": -1} {
		if got := x.TurnAt(text.Find(word, 1)[0].Start); got != want {
			t.Errorf("%q stands in turn %d, want %d", word, got, want)
		}
	}
}

func TestTheNameOfAUnit(t *testing.T) {
	for in, want := range map[string]UnitKind{"": Sentence, "sentence": Sentence, "paragraph": ParagraphUnit, "turn": TurnUnit} {
		if got, err := ParseUnit(in); err != nil || got != want {
			t.Errorf("%q is %q, %v", in, got, err)
		}
	}
	if _, err := ParseUnit("setning"); err == nil || !strings.Contains(err.Error(), "write sentence, paragraph or turn") {
		t.Errorf("an unknown unit: %v", err)
	}
}

// Whatever the text: blocks and units stand in order, do not overlap, lie within the text, hold
// no white space at their ends, and what is left out is labels, marks and white space.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "# A\n\nI: ja\n", "[00:01:02] I: [00:01:03] a\n\nb\tc\n\\# d", "I:\n\nAnne Å:\n# x\n#\n", "I: å\u00a0\n \u2003\nb"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || strings.Contains(s, "\r") {
			return // intake has made both right
		}
		text := NewText(s)
		x := Parse(text, twoSpeakers)
		end := 0
		for i, b := range x.Blocks {
			if b.Span.Start < end || b.Span.End > text.Len() || b.Span.Len() <= 0 {
				t.Fatalf("block %d of %q is %s after %d", i, s, b.Span, end)
			}
			end = b.Span.End
			if b.Turn >= 0 && !x.Turns[b.Turn].Span.Contains(b.Span) {
				t.Fatalf("block %s is outside its turn %s in %q", b.Span, x.Turns[b.Turn].Span, s)
			}
			if words := text.Slice(b.Span); strings.Trim(words, " \t\n") != words {
				t.Fatalf("block %q has white space around it", words)
			}
		}
		for i := 1; i < len(x.Turns); i++ {
			if x.Turns[i].Span.Start < x.Turns[i-1].Span.End {
				t.Fatalf("turns %v overlap in %q", x.Turns, s)
			}
		}
		for _, kind := range []UnitKind{Sentence, ParagraphUnit, TurnUnit} {
			covered, end := 0, 0
			for _, u := range x.Units(text, kind) {
				if u.Start < end || u.End > text.Len() || u.Len() <= 0 {
					t.Fatalf("%s %s after %d in %q", kind, u.Span, end, s)
				}
				end = u.End
				covered += len(strings.Fields(text.Slice(u.Span)))
			}
			if all := 0; kind != TurnUnit {
				for _, b := range x.Blocks {
					all += len(strings.Fields(text.Slice(b.Span)))
				}
				if covered < all {
					t.Fatalf("%s: %d words of %d in %q", kind, covered, all, s)
				}
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	turn := "I: Hva er målene deres?\n\nAnne Å: [00:12:31] Vi har jo måttet tilpasse styringen til små enheter. Et mål som passer på rådhuset, passer ikke på en skole.\n\n"
	t := NewText(strings.Repeat(turn, 1_000_000/len(turn)))
	b.SetBytes(int64(len(t.String())))
	for b.Loop() {
		Parse(t, twoSpeakers)
	}
}
