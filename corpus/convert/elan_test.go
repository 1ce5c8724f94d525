package convert

import (
	"context"
	"strings"
	"testing"
	"time"
)

// eaf writes an ELAN file of its slots ("0 500 - 900", a dash being a slot
// without a time), its tiers and its types of tier.
func eaf(slots, tiers, kinds string) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><ANNOTATION_DOCUMENT><HEADER TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///opptak.wav"/></HEADER><TIME_ORDER>`)
	for i, s := range strings.Fields(slots) {
		value := ""
		if s != "-" {
			value = ` TIME_VALUE="` + s + `"`
		}
		b.WriteString(`<TIME_SLOT TIME_SLOT_ID="` + string(rune('a'+i)) + `"` + value + `/>`)
	}
	return b.String() + `</TIME_ORDER>` + tiers + kinds + `</ANNOTATION_DOCUMENT>`
}

// eafTier writes a tier of alignable annotations, "a b words" a line: the two
// slots and the words, or of reference annotations, ">id words" a line.
func eafTier(attrs, prefix, lines string) string {
	var b strings.Builder
	b.WriteString("<TIER " + attrs + ">")
	for i, l := range strings.Split(strings.TrimSpace(lines), "\n") {
		id := prefix + string(rune('1'+i))
		if of, words, _ := strings.Cut(l, " "); strings.HasPrefix(of, ">") {
			b.WriteString(`<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="` + id + `" ANNOTATION_REF="` + of[1:] + `"><ANNOTATION_VALUE>` + words + `</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>`)
		} else {
			f := append(strings.SplitN(l, " ", 3), "")
			b.WriteString(`<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="` + id + `" TIME_SLOT_REF1="` + f[0] + `" TIME_SLOT_REF2="` + f[1] + `"><ANNOTATION_VALUE>` + f[2] + `</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`)
		}
	}
	return b.String() + "</TIER>"
}

func TestELAN(t *testing.T) {
	const kinds = `<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="tale" TIME_ALIGNABLE="true"/><LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="glose" CONSTRAINTS="Symbolic_Association"/>` +
		`<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="kode" CONTROLLED_VOCABULARY_REF="blikk"/><CONTROLLED_VOCABULARY CV_ID="blikk"><CV_ENTRY>opp</CV_ENTRY></CONTROLLED_VOCABULARY>`
	kari := eafTier(`TIER_ID="K-tale" PARTICIPANT="Kari" LINGUISTIC_TYPE_REF="tale"`, "k", "a b Hva &amp; hvem?\nc d \ng h Når?")
	ola := eafTier(`TIER_ID="Ola" LINGUISTIC_TYPE_REF="tale"`, "o", "e f Det.\ni j Nå.")
	want := "Kari: [00:00:00] Hva & hvem?\n\nOla: [00:00:05] Det.\n\nKari: [00:00:07] Når?\n\nOla: [00:00:09] Nå.\n"
	const slots = "0 1000 2000 3000 5000 6000 7000 8000 9000 9500"
	for _, c := range []struct {
		name, in, want string
		out            map[string]int // letters that went, by the beginning of the line
	}{
		{"two voices", eaf(slots, kari+ola, kinds), want, nil},
		{"tiers in any order", eaf(slots, ola+kari, kinds), want, nil},
		{"dependent tiers", eaf(slots, kari+eafTier(`TIER_ID="eng" PARENT_REF="K-tale" LINGUISTIC_TYPE_REF="glose"`, "e", ">k1 What and who?\n>k3 When?")+
			eafTier(`TIER_ID="deler" PARENT_REF="eng"`, "d", ">e1 what+who")+ola, kinds), want,
			map[string]int{`annotations of the tier "eng", which depends on "K-tale"`: 14, `annotations of the tier "deler", which depends on "eng"`: 7}},
		{"a dependent type without a parent", eaf(slots, kari+ola+eafTier(`TIER_ID="eng" LINGUISTIC_TYPE_REF="glose"`, "e", ">k1 What?"), kinds), want, map[string]int{`annotations of the tier "eng", which depends on another`: 4}},
		{"codes from a list", eaf(slots, eafTier(`TIER_ID="blikk" LINGUISTIC_TYPE_REF="kode"`, "b", "a b opp\nc d ned")+kari+ola, kinds), want, map[string]int{`annotations of the tier "blikk", which holds codes`: 6}},
		{"slots without a time", eaf("0 - 5000 - - 20000", eafTier(`TIER_ID="A"`, "a", "a b En.\nb c To.\nd e Fire.")+eafTier(`TIER_ID="B"`, "b", "c d Tre.\ne f Fem."), ""),
			"A: [00:00:00] En. To.\n\nB: [00:00:05] Tre.\n\nA: [00:00:10] Fire.\n\nB: [00:00:15] Fem.\n", nil},
		{"no times at the ends", eaf("- 1000 -", eafTier(`TIER_ID="A"`, "a", "a b En.\nb c To.\nx y Tre."), ""), "A: En. To. Tre.\n", nil},
		{"a tier without its parent", eaf(slots, eafTier(`TIER_ID="A" PARENT_REF="borte"`, "a", "a b En.")+eafTier(`TIER_ID="B" PARENT_REF="A"`, "b", ">a1 One."), ""), "A: [00:00:00] En.\n", map[string]int{`annotations of the tier "B"`: 3}},
		{"talk below numbers", eaf(slots, eafTier(`TIER_ID="ref@K" PARTICIPANT="Kari"`, "r", "a b Tekst.001\nc d Tekst.002\ng h Tekst.003")+
			eafTier(`TIER_ID="tx@K" PARENT_REF="ref@K" LINGUISTIC_TYPE_REF="glose"`, "t", ">r1 Hva?\n>r2 Hvem?\n>r3 Når?")+
			eafTier(`TIER_ID="ft@K" PARENT_REF="ref@K" LINGUISTIC_TYPE_REF="glose"`, "f", ">r1 What?"), kinds),
			"Kari: [00:00:00] Hva? Hvem?\n\n[00:00:07] Når?\n", map[string]int{`annotations of the tier "ref@K", which only counts`: 24, `annotations of the tier "ft@K"`: 4}},
		{"talk below nothing", eaf(slots, eafTier(`TIER_ID="ref@Kari"`, "r", "a b \nc d ")+eafTier(`TIER_ID="tx@Kari" PARENT_REF="ref@Kari"`, "t", ">r1 Hva?\n>r2 Hvem?"), ""), "Kari: [00:00:00] Hva? Hvem?\n", nil},
		{"a tier that names nobody", eaf(slots, eafTier(`TIER_ID="default"`, "a", "a b Hva?\nc d Hvem?"), ""), "[00:00:00] Hva? Hvem?\n", nil},
		{"one participant on two tiers", eaf(slots, eafTier(`TIER_ID="a" PARTICIPANT="Kari"`, "a", "a b Hva?")+eafTier(`TIER_ID="b" PARTICIPANT="Kari"`, "b", "c d Hvem?")+ola, ""), "Kari: [00:00:00] Hva? Hvem?\n\nOla: [00:00:05] Det. Nå.\n", nil},
		{"references that go round", eaf(slots, ola+eafTier(`TIER_ID="x"`, "x", ">x2 En.\n>x1 To."), ""), "Ola: [00:00:05] Det. Nå.\n\nx: En. To.\n", nil},
		{"other character sets", strings.Replace(string(latin1(eaf(slots, kari+ola, kinds))), "UTF-8", "ISO-8859-1", 1), want, nil},
		{"UTF-16", utf16Of(strings.Replace(eaf(slots, kari+ola, kinds), "UTF-8", "UTF-16", 1)), want, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := convertTalk(t, "x.eaf", c.in)
			if res.Text != c.want {
				t.Errorf("got\n%s\nwant\n%s", res.Text, c.want)
			}
			for what, n := range c.out {
				if got := dropped(res.Report, what); got != n {
					t.Errorf("%s: %d letters and digits, want %d, in %+v", what, got, n, res.Report.Entries)
				}
			}
		})
	}
}

func latin1(s string) []byte {
	var out []byte
	for _, c := range s {
		out = append(out, byte(c))
	}
	return out
}

func TestELANErrors(t *testing.T) {
	good := eaf("0 1000", eafTier(`TIER_ID="A"`, "a", "a b En."), "")
	for _, c := range []struct{ data, want string }{
		{"hei", "is no XML"},
		{good[:len(good)-30], "is a damaged ELAN file"},
		{"<html><body>x</body></html>", "is XML but no ELAN file, for it begins with <html>"},
		{"<ANNOTATION_DOCUMENT></ANNOTATION_DOCUMENT>", "holds no tiers"},
		{eaf("0 1000", eafTier(`TIER_ID="A"`, "a", "a b "), ""), "holds no text"},
		{strings.Replace(good, "UTF-8", "klingon", 1), `the character set "klingon" is not known`},
		{"<ANNOTATION_DOCUMENT>" + strings.Repeat("<a>", 100_000), "nests its parts more than"},
		{`<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]><ANNOTATION_DOCUMENT><TIER>&c;</TIER></ANNOTATION_DOCUMENT>`, "is a damaged ELAN file"},
	} {
		_, err := Convert(context.Background(), "x.eaf", []byte(c.data), Options{Speakers: true})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.60q: error %v, want %q", c.data, err, c.want)
		}
	}
}

func TestELANHostile(t *testing.T) {
	tier := `<TIER TIER_ID="A"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a" ANNOTATION_REF="a"><ANNOTATION_VALUE>b</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>`
	for name, data := range map[string]string{
		"one long line": eaf("0 1", eafTier(`TIER_ID="A"`, "a", "a b "+strings.Repeat("a b ", 1<<20)), ""),
		"many tiers":    eaf("", strings.Repeat(tier, 50_000), ""),
		"many parents":  eaf("", strings.Repeat(strings.Replace(tier, `TIER_ID="A"`, `TIER_ID="A" PARENT_REF="B"`, 1), 50_000), ""),
		"many children": eaf("", strings.Repeat(`<TIER TIER_ID="A"/>`, 2499)+strings.Repeat(`<TIER TIER_ID="B" PARENT_REF="A"><ANNOTATION><ALIGNABLE_ANNOTATION><ANNOTATION_VALUE>1</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION><ALIGNABLE_ANNOTATION><ANNOTATION_VALUE>1</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION><ALIGNABLE_ANNOTATION><ANNOTATION_VALUE>1</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>`, 2500), ""),
		"many values":   eaf("", `<TIER TIER_ID="A"><ANNOTATION><ALIGNABLE_ANNOTATION>`+strings.Repeat("<ANNOTATION_VALUE>b</ANNOTATION_VALUE>", 200_000)+"</ALIGNABLE_ANNOTATION></ANNOTATION></TIER>", ""),
		"many slots":    eaf("", strings.Repeat("<TIME_SLOT/>", 100_000)+tier, ""),
	} {
		start := time.Now()
		_, err := Convert(context.Background(), "x.eaf", []byte(data), Options{Speakers: true})
		t.Logf("%s: %v %.80v", name, time.Since(start), err)
	}
}

func FuzzELAN(f *testing.F) {
	for _, s := range []string{
		eaf("0 500 - 900", eafTier(`TIER_ID="Ola"`, "o", "a b Hva?\nc d Det.")+eafTier(`TIER_ID="K" PARTICIPANT="Kari 2"`, "k", "b c Nå &amp; da.")+eafTier(`TIER_ID="e" PARENT_REF="K"`, "e", ">k1 Now"), ""),
		eaf("0 - - 900", eafTier(`TIER_ID="ref@A"`, "r", "a b x.1\nb c x.2\nc d x.3")+eafTier(`TIER_ID="tx@A" PARENT_REF="ref@A"`, "t", ">r1 En 1\n>r2 To"), `<PROPERTY>p 7</PROPERTY>`),
		eaf("0 360000000000", eafTier(`TIER_ID="1: B"`, "x", "a b Hva\nb a Det"), `<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="" CONTROLLED_VOCABULARY_REF="x"/>`),
	} {
		f.Add([]byte(s))
	}
	fuzzTalk(f, "x.eaf")
}
