package convert

import (
	"context"
	"strings"
	"testing"
)

// What Word, LibreOffice and older programs write, piece by piece.
func TestRTFElements(t *testing.T) {
	const head = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman{\*\falt Tms};}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset204 Arial Cyr;}{\f3\fcharset128 MS Mincho;}{\f4\fnil\fcharset2 Wingdings;}{\f5\fcharset238 Arial CE;}{\f6\fcharset77 Geneva;}}` +
		`{\colortbl;\red0\green0\blue0;}{\stylesheet{\ql Normal;}{\s1\sbasedon0\outlinelevel0 Kapittel;}{\s2\sbasedon1 Under;}{\s3 heading 3;}{\s4 toc 1;}{\*\cs10 Default;}}{\info{\title Om {\b m}\'e5l}{\author Kari}}` + "\r\n"
	for _, c := range []struct{ name, body, want string }{
		{"letters", `Bl\'e5b\u230\'e6r \u248?l \emdash  \u8211\endash \ldblquote x\rdblquote\~\_\-y \{a\}\\ \uc2\u229\'c3\'a5\uc0 \u230 z`, "Blåbær øl — –“x” -y {a}\\ åæz\n"},
		{"pairs", `\uc0 \u55357\uc1 \u56832\'3f \u-10179?\u-8704? \u128512? \u55357? x`, "😀 😀 😀 � x\n"},
		{"code pages", `{\f2 \'c4\'e0} {\f3 \'82\'a0} {\f5 \'9e} {\f6 \'8c} {\f1 \'61\'b7} {\f4 \'4a}`, "Да あ ž å α• ☺\n"},
		{"the file's code page", `\ansicpg1250 \'9e \mac \'8c`, "ž å\n"},
		{"paragraphs", `a\par b\line c\tab d\par` + "\n" + `\pard e\` + "\n" + `f\page\par\sect g`, "a\n\nb\nc d\n\ne\n\nf\n\ng\n"},
		{"headings", `\pard\s1 Mål\par\pard\s2 Delmål\par\pard\s3 Tiltak\par\pard\outlinelevel1 Fire\par\pard tekst\par`, "# Mål\n\n# Delmål\n\n### Tiltak\n\n## Fire\n\ntekst\n"},
		{"lists", `{\listtext\pard\plain 1.\tab}\ls1 ett\par\pard{\pntext\f1\'b7\tab}{\*\pn\pnlvlblt{\pntxtb\'b7}}to\par\pard tre\par{\listtext\tab}\pard\s1 Mål`, "1. ett\n\n- to\n\ntre\n\n# Mål\n"},
		{"table", `\trowd\trleft0\cellx1000\cellx2000\cellx3000\pard\intbl a\cell b\par b2\cell c\cell\row\trowd\cellx2000\cellx3010\intbl d\cell e\cell\row\trowd\clvmgf\cellx1000\cellx2000\cellx3000\pard\intbl\cell f\cell g\cell\row\pard etter\par`, "a\tb b2\tc\nd\t\te\n\tf\tg\n\netter\n"},
		{"table that does not say so", `\trowd\cellx1000\cellx2000 a\cell b\cell\row\pard c\par`, "a\tb\n\nc\n"},
		{"table without anything", `a\cell b\cell\row c\cell d\cell\row`, "a\tb\n\nc\td\n"},
		{"table in a table", `\trowd\cellx1000\cellx5000\pard\intbl a\cell\pard\intbl\itap2 b\nestcell c\nestcell{\*\nesttableprops\trowd\cellx1500\cellx3000\nestrow}{\nonesttables\par}\pard\intbl d\cell\row\pard e`, "a\tb c d\n\ne\n"},
		{"notes", `a{\super\chftn}{\footnote\pard\plain{\super\chftn} fot}b{\super\chftn}{\*\footnote\ftnalt\chftn slutt\par to}.`, "a[1]b[2].\n\n[1] fot\n\n[2] slutt\nto\n"},
		{"fields", `{\field{\*\fldinst{HYPERLINK "http://x"}}{\fldrslt{\ul her}}} {\field\flddirty{\*\fldinst TOC \\o}{\fldrslt Mål 2\par Tiltak 3\par}}slutt`, "her slutt\n"},
		{"form", `{\field{\*\fldinst FORMDROPDOWN{\*\formfield{\fftype2\ffres1{\*\ffname Valg}{\*\ffl Nei}{\*\ffl Delvis}}}}{\fldrslt}} {\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres25\ffdefres1}}}{\fldrslt}}`, "Delvis ☒\n"},
		{"codes that show themselves", `{\field{\*\fldinst MACROBUTTON Ingen Skriv her}{\fldrslt}} {\field{\*\fldinst SYMBOL 119 \\f "Symbol"}{\fldrslt\f1}} {\field{\*\fldinst MACROBUTTON Ingen Skriv her}{\fldrslt !}}`, "Skriv her ω !\n"},
		{"hidden and deleted", `a{\v b{\footnote n}}{\deleted c}{\v\deleted d\v0\deleted0 e}\plain f{\revised g}`, "aefg\n"},
		{"box", `a{\shp{\*\shpinst\shpleft1{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard boks\par to\par}}{\shprslt{\*\do{\dptxbxtext\pard boks\par}}}}b`, "ab\n\nboks\n\nto\n"},
		{"box of old", `a{\*\do\dobxpage{\dptxbx{\dptxbxtext\pard boks\par}}}b`, "ab\n\nboks\n"},
		{"left out", `{\header topp}{\*\atnid KN}{\*\atnauthor Kari}{\*\annotation{\*\atndate 1}hm}{\xe{ord}}{\*\bkmkstart m}{\*\unknown x}{\pict\wmetafile8 0102}{\*\shppict{\pict{\*\blipuid 12}ffd8}}{\object{\*\objdata 01}{\result vist}}a{\pict\bin5 {{{{{}b`, "vistab\n"},
		{"twice", `{\upr{ansi}{\*\ud unicode}}`, "unicode\n"},
		{"formula", `{\mmath{\*\moMath{\mf{\mfPr{\mctrlPr x}}{\mnum{\mr a}}{\mden{\mr b}}}{\md{\me{\mr c}}}}{\*\mmathPict{\pict 01}}}`, "a/b(c)\n"},
		{"control words as text", `\u8226 \par x`, "•\n\nx\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res := convertWord(t, "x.rtf", []byte(head+c.body+"}"))
			if res.Text != c.want {
				t.Errorf("got\n%q\nwant\n%q\n%+v", res.Text, c.want, res.Report.Entries)
			}
			if res.Title != "Om mål" && !strings.Contains(res.Text, "# ") {
				t.Errorf("title %q", res.Title)
			}
		})
	}
}

func TestRTFUTF8(t *testing.T) {
	res := convertWord(t, "x.rtf", []byte(`{\rtf1\ansi blåbær \'e5}`))
	if res.Text != "blåbær å\n" || entry(res.Report, "bytes beyond ASCII").Count != 1 {
		t.Errorf("%q %+v", res.Text, res.Report)
	}
	if res = convertWord(t, "x.rtf", []byte("{\\rtf1\\ansi bl\xe5b\xe6r}\n\x00 rest")); res.Text != "blåbær\n" || entry(res.Report, "what stands after").Characters != 4 {
		t.Errorf("%q %+v", res.Text, res.Report)
	}
}

// A file with braces too few or too many is read so far as it can be, and says so; one that breaks off is not.
func TestRTFUnbalanced(t *testing.T) {
	for _, c := range []struct{ name, data, want, warns string }{
		{"open at the end", `{\rtf1{\fonttbl{\f0 Times;}}\pard I: Hva?\par{\b B: Det.\par}`, "I: Hva?\n\nB: Det.\n", "groups that begin and do not end"},
		{"open note", `{\rtf1 a{\footnote fot\par}b{\i c{\b d\par}` + "\r\n\x00", "a[1]bcd\n\n[1] fot\n", "groups that begin and do not end"},
		{"too many", `{\rtf1{\fonttbl{\f0 Times;}}\pard a\par} b}\par c\par }`, "a\n\nb\n\nc\n", "groups that end and did not begin"},
		{"fonts do not end", `{\rtf1{\fonttbl{\f0 Times;}\pard\f0 a\par b\par}`, "a\n\nb\n", "lists of fonts"},
		{"styles do not end", `{\rtf1{\fonttbl{\f0 Times;}}{\stylesheet{\s0 Normal;{\s1 heading 1;}\sectd\pard a\par b\par}`, "a\n\nb\n", "lists of fonts"},
		{"picture does not end", `{\rtf1 a\par{\pict{\*\blipuid 12}ffd8\par\pard b\par}`, "a\n\nb\n", "lists of fonts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := Convert(context.Background(), "x.rtf", []byte(c.data), Options{})
			if err != nil {
				t.Fatal(err)
			}
			accountedFor(t, res)
			if got := strings.ReplaceAll(res.Text, "\n\n\n", "\n\n"); got != c.want || !res.Report.Warns(c.warns) {
				t.Errorf("got\n%q\nwant\n%q\n%+v", got, c.want, res.Report.Entries)
			}
		})
	}
	for _, whole := range []string{`{\rtf1{\fonttbl{\f0 Times;}}{\*\ftnsep\pard x\par}{\stylesheet{\s1\pard heading 1;}}\pard a\par}`, `{\rtf1 a\par}` + "\n\x00 rest"} {
		if res := convertWord(t, "x.rtf", []byte(whole)); res.Report.Warns("damaged") || res.Text != "a\n" {
			t.Errorf("%s: %q %+v", whole, res.Text, res.Report.Entries)
		}
	}
}

// Transana sets its times in parentheses, with tenths, before the turns
// (transcripts.md §4).
func TestRTFTransana(t *testing.T) {
	res := convertWord(t, "x.rtf", []byte(`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Courier New;}}\pard (0:00:05.3) I: Hvordan g\'e5r det?\par (0:00:09.8) B: Det g\'e5r bra.\par (0:01:10.0) I: Hvorfor?\par (1:02:03.4) B: Fordi vi \'f8ver.\par}`))
	got := strings.Join(turnsOf(res), "\n")
	if want := "I|00:00:05|Hvordan går det?\nB|00:00:09|Det går bra.\nI|00:01:10|Hvorfor?\nB|01:02:03|Fordi vi øver."; got != want {
		t.Errorf("got\n%s\nwant\n%s\n%s", got, want, res.Text)
	}
}

func TestRTFHostile(t *testing.T) {
	for _, s := range []string{
		`{\rtf1 ` + strings.Repeat(`{\footnote x`, 500) + strings.Repeat("}", 501),
		`{\rtf1 ` + strings.Repeat(`\intbl\itap40 x\nestcell{\*\nesttableprops\nestrow}`, 2000) + "}",
		`{\rtf1{\pict ` + strings.Repeat("0", 8<<20) + "}a}",
		`{\rtf1\trowd` + strings.Repeat(`\cellx1`, 100_000) + strings.Repeat(`a\cell`, 100_000) + `\row}`,
		`{\rtf1\trowd` + strings.Repeat(`\cellx9999`, 30) + strings.Repeat(`a\cell b\cell\row`, 100_000) + `}`,
		`{\rtf1 ` + strings.Repeat(`\u-`, 100_000) + `\u99999999999999999999 x}`,
		`{\rtf1{\fonttbl` + strings.Repeat(`{\f1 `, 300) + strings.Repeat(`}`, 300) + strings.Repeat(`a`, 1<<20) + `}x}`,
		`{\rtf1{\stylesheet{\s1\sbasedon1 a;}}\s1 x}`,
	} {
		if res, err := Convert(context.Background(), "x.rtf", []byte(s), Options{Speakers: true}); err == nil {
			accountedFor(t, res)
		}
	}
}

func FuzzRTF(f *testing.F) {
	for _, s := range []string{
		`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset128 A;}{\f1\fcharset2 Symbol;}}{\stylesheet{\s1\outlinelevel0 B;}}\pard\s1 I: Hva?\par\pard B: \'82\'a0{\footnote x}\u55357?\u56832?\par}`,
		`{\rtf1\trowd\trleft-10\cellx100\cellx200\pard\intbl a\cell{\itap2 b\nestcell{\*\nesttableprops\trowd\cellx50\nestrow}}\cell\row\pard c{\shp{\*\shpinst{\shptxt d\par}}{\shprslt e}}}`,
		`{\rtf1{\field{\*\fldinst TOC{\*\formfield\fftype2{\*\ffl a}}}{\fldrslt b\par c}}{\v d}{\deleted e}{\listtext 1.}\ls1 f\par{\upr{g}{\*\ud h}}{\header i\par}{\pict\bin3 }}}`,
		`{\rtf1\mac\uc2 å\u229 ab{\mmath{\*\moMath{\md x}}}}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		res, err := Convert(context.Background(), "x.rtf", data, Options{Speakers: true})
		if err != nil {
			return
		}
		checkText(t, res)
		accountedFor(t, res)
	})
}

func BenchmarkRTF(b *testing.B) {
	p := `\pard\plain\s1\ql{\rtlch\af0 \ltrch\f0\insrsid1 Intervjuer: Hvordan g\'e5r det?\par}\pard\plain{\f0 R\'e5dmann: ` + strings.Repeat(`Det g\'e5r bra med m\u229\'e5lekartet,}{\f0\insrsid2  tror jeg. `, 20) + `\par}`
	benchmarkText(b, "x.rtf", []byte(`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}}`+strings.Repeat(p, 1200)+"}"))
}
