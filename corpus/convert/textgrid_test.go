package convert

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

// gridTier is a tier for longGrid and shortGrid: "from to text", a line each.
type gridTier struct{ class, name, lines string }

func (g gridTier) rows() [][3]string {
	var out [][3]string
	for l := range strings.SplitSeq(strings.TrimSpace(g.lines), "\n") {
		if f := strings.SplitN(strings.TrimSpace(l), " ", 3); len(f) >= 2 {
			out = append(out, [3]string{f[0], f[1], strings.ReplaceAll(strings.Join(f[2:], ""), `"`, `""`)})
		}
	}
	return out
}

// longGrid writes tiers as Praat's Save as text file does.
func longGrid(tiers ...gridTier) string {
	var b strings.Builder
	fmt.Fprintf(&b, "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\nxmin = 0 \nxmax = 20 \ntiers? <exists> \nsize = %d \nitem []: \n", len(tiers))
	for i, t := range tiers {
		rows := t.rows()
		unit := "intervals"
		if t.class == "TextTier" {
			unit = "points"
		}
		fmt.Fprintf(&b, "    item [%d]:\n        class = \"%s\" \n        name = \"%s\" \n        xmin = 0 \n        xmax = 20 \n        %s: size = %d \n", i+1, t.class, t.name, unit, len(rows))
		for j, r := range rows {
			if unit == "points" {
				fmt.Fprintf(&b, "        points [%d]:\n            number = %s \n            mark = \"%s\" \n", j+1, r[0], r[2])
				continue
			}
			fmt.Fprintf(&b, "        intervals [%d]:\n            xmin = %s \n            xmax = %s \n            text = \"%s\" \n", j+1, r[0], r[1], r[2])
		}
	}
	return b.String()
}

// shortGrid writes them as Save as short text file does.
func shortGrid(tiers ...gridTier) string {
	var b strings.Builder
	fmt.Fprintf(&b, "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n20\n<exists>\n%d\n", len(tiers))
	for _, t := range tiers {
		rows := t.rows()
		fmt.Fprintf(&b, "\"%s\"\n\"%s\"\n0\n20\n%d\n", t.class, t.name, len(rows))
		for _, r := range rows {
			if t.class == "TextTier" {
				fmt.Fprintf(&b, "%s\n\"%s\"\n", r[0], r[2])
				continue
			}
			fmt.Fprintf(&b, "%s\n%s\n\"%s\"\n", r[0], r[1], r[2])
		}
	}
	return b.String()
}

// words cuts intervals into words of equal length.
func (g gridTier) words(name string) gridTier {
	out := gridTier{class: g.class, name: name}
	for _, r := range g.rows() {
		var from, to float64
		fmt.Sscan(r[0], &from)
		fmt.Sscan(r[1], &to)
		ws := strings.Fields(strings.ReplaceAll(r[2], `""`, `"`))
		for i, w := range ws {
			step := (to - from) / float64(len(ws))
			out.lines += fmt.Sprintf("%.3f %.3f %s\n", from+step*float64(i), from+step*float64(i+1), w)
		}
	}
	return out
}

var (
	gridKari = gridTier{"IntervalTier", "Kari", "0 0.5 \n0.5 3.2 Hvordan bruker dere tallene fra havna?\n3.2 12.4 \n12.4 13.9 Og hvem følger opp?\n13.9 20 \n"}
	gridOla  = gridTier{"IntervalTier", "Ola", "0 3.9 \n3.9 6.1 Vi ser på dem hver måned.\n6.1 9.8 Det er 12 mål, og tre av dem er nye.\n9.8 14.2 \n14.2 16.6 Havnesjefen, sammen med økonomi.\n16.6 20 \n"}
)

func TestTextGrid(t *testing.T) {
	want := harbourTalk("Kari", "Ola")
	long := longGrid(gridKari, gridOla)
	comments := strings.Replace(shortGrid(gridKari, gridOla), "<exists>", "! laget for hånd \"her\" 5\n<exists> ! ja", 1)
	for name, in := range map[string]string{
		"long": long, "short": shortGrid(gridKari, gridOla), "CRLF": strings.ReplaceAll(long, "\n", "\r\n"),
		"UTF-8 with a mark": "\ufeff" + long, "UTF-16": utf16Of(long), "comments": comments,
		"old kind":         strings.Replace(shortGrid(gridKari, gridOla), "ooTextFile", "ooTextFile short", 1),
		"no blanks":        strings.NewReplacer(`text = "`, `text="`, `name = "`, `name="`).Replace(long),
		"one line":         strings.ReplaceAll(shortGrid(gridKari, gridOla), "\n", " "),
		"letters as ASCII": strings.NewReplacer("å", `\ao`, "ø", `\o/`).Replace(long),
	} {
		t.Run(name, func(t *testing.T) {
			if res := convertTalk(t, "x.TextGrid", in); res.Text != want || res.Turns != 4 {
				t.Errorf("%d turns, got\n%s\nwant\n%s", res.Turns, res.Text, want)
			}
		})
	}
	latin := make([]byte, 0, len(long))
	for _, c := range long {
		latin = append(latin, byte(c))
	}
	if res := convertTalk(t, "x.TextGrid", string(latin)); res.Text != want || !hasEntry(res.Report, "warning", "read as Windows-1252") {
		t.Errorf("Latin-1: %+v\n%s", res.Report, res.Text)
	}
}

func TestTextGridTiers(t *testing.T) {
	all := gridTier{"IntervalTier", "tale", "0 4 Hvordan bruker dere tallene fra havna nå for tiden?\n4 5 \n5 9 Vi ser på dem hver måned og skriver dem ned.\n9 20 Det er \"tolv\" mål, og tre av dem er helt nye i år.\n"}
	bell := gridTier{"TextTier", "klokke", "1 1 pling\n2 2 \n3 3 plong\n"}
	plain := "[00:00:00] Hvordan bruker dere tallene fra havna nå for tiden? Vi ser på dem hver måned og skriver dem ned. Det er \"tolv\" mål, og tre av dem er helt nye i år.\n"
	silence := gridTier{"IntervalTier", "silences", "0 1 silent\n1 2 sounding\n2 20 silent\n"}
	phones := gridTier{"IntervalTier", "phones", "0 1 h\n1 2 v\n2 3 u\n"}
	for _, c := range []struct {
		name, in, want string
		out            []string
	}{
		{"points", longGrid(all, bell), plain, []string{`annotations of the tier "klokke", which marks points`}},
		{"words of another tier", longGrid(all, all.words("ting"), phones), plain, []string{`annotations of the tier "ting", which holds single words`, `annotations of the tier "phones", which holds sounds`}},
		{"words by name", shortGrid(all, gridTier{"IntervalTier", "words", "0 1 Hvordan\n1 2 bruker\n"}), plain, []string{`annotations of the tier "words", which holds single words`}},
		{"silences", longGrid(silence, all), plain, []string{`annotations of the tier "silences", which says where`}},
		{"words alone", longGrid(all.words("ORT-MAU"), gridTier{"IntervalTier", "KAN-MAU", "0 1 hVur\n"}, gridTier{"IntervalTier", "MAU", "0 1 h\n"}), plain,
			[]string{`annotations of the tier "KAN-MAU", which holds sounds`, `annotations of the tier "MAU", which holds sounds`}},
		{"words of two voices", shortGrid(gridKari.words("Kari - words"), phones, gridOla.words("Ola - words")), harbourTalk("Kari", "Ola"), []string{`annotations of the tier "phones"`}},
		{"one word answers are talk", longGrid(gridKari, gridTier{"IntervalTier", "Ola", "4 5 Ja.\n14 15 Nei.\n"}),
			"Kari: [00:00:00] Hvordan bruker dere tallene fra havna?\n\nOla: [00:00:04] Ja.\n\nKari: [00:00:12] Og hvem følger opp?\n\nOla: [00:00:14] Nei.\n", nil},
		{"a name for nobody", shortGrid(gridTier{"IntervalTier", "Utterances", "0 1 En.\n"}), "[00:00:00] En.\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := convertTalk(t, "x.TextGrid", c.in)
			if res.Text != c.want {
				t.Errorf("got\n%s\nwant\n%s", res.Text, c.want)
			}
			for _, out := range c.out {
				if dropped(res.Report, out) == 0 {
					t.Errorf("no %q in %+v", out, res.Report.Entries)
				}
			}
		})
	}
}

func TestTextGridErrors(t *testing.T) {
	long := longGrid(gridKari, gridOla)
	for _, c := range []struct{ data, want string }{
		{"ooBinaryFile\x08TextGrid\x00\x00", "is a binary TextGrid; open it in Praat"},
		{"hei", `does not begin with "ooTextFile"`},
		{"\"Praat chronological TextGrid text file\"\n0 20", "chronological"},
		{strings.Replace(long, `"TextGrid"`, `"Collection"`, 1), "is a Collection of Praat"},
		{strings.Replace(long, "xmax = 3.2", "xmax = ?", 1), "is a damaged TextGrid: the end of an interval on tier \"Kari\" is missing"},
		{strings.Replace(long, "IntervalTier", "Tier", 1), `"Tier" is no class of tier`},
		{long[:strings.LastIndex(long, "sammen")], "is not closed by a quotation mark"},
		{long[:len(long)/2], "is a damaged TextGrid"},
		{strings.Replace(long, "<exists>", "<absent>", 1)[:120], "is a damaged TextGrid"},
		{longGrid(gridTier{"IntervalTier", "Kari", "0 20 \n"}), "holds no text"},
	} {
		_, err := Convert(context.Background(), "x.TextGrid", []byte(c.data), Options{Speakers: true})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.40q: error %v, want %q", c.data, err, c.want)
		}
	}
}

func TestTextGridHostile(t *testing.T) {
	head := "\"ooTextFile\" \"TextGrid\" 0 1 <exists> "
	for name, data := range map[string]string{
		"one long line":    head + `1 "IntervalTier" "a" 0 1 1 0 1 "` + strings.Repeat("a b ", 1<<20) + `"`,
		"never closed":     head + `1 "IntervalTier" "a" 0 1 1 0 1 "` + strings.Repeat(`""`, 4<<20),
		"promises":         head + "1e300 ",
		"promises more":    head + `1 "IntervalTier" "a" 0 1 1e300 `,
		"minus":            head + `-5 "IntervalTier"`,
		"many tiers":       head + "4999 " + strings.Repeat(`"IntervalTier" "a" 0 1 1 0 1 "b" `, 4999),
		"many other tiers": head + "4999 " + strings.Repeat(`"TextTier" "a" 0 1 1 0 "b" `, 4999),
	} {
		start := time.Now()
		_, err := Convert(context.Background(), "x.TextGrid", []byte(data), Options{Speakers: true})
		t.Logf("%s: %v %.80v", name, time.Since(start), err)
	}
}

func FuzzTextGrid(f *testing.F) {
	bell := gridTier{"TextTier", "klokke", "1 1 pling\n"}
	for _, s := range []string{
		longGrid(gridKari, bell), shortGrid(gridKari, gridOla), shortGrid(gridKari, gridKari.words("words"), bell),
		"\"ooTextFile\" \"TextGrid\" 0 1 <exists> 2 \"IntervalTier\" \"1\" 0 1 1 0 1 \"a \\ae \"\"b\" \"IntervalTier\" \"Å: B\" 0 1 2 0 1 \"c\" 360000 NaN \"d 12:30\"",
	} {
		f.Add([]byte(s))
	}
	fuzzTalk(f, "x.TextGrid")
}
