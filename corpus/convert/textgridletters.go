package convert

import "strings"

// praatLetters are the codes by which Praat writes letters in files that may
// hold ASCII only.
var praatLetters = strings.NewReplacer(
	`\ae`, "æ", `\Ae`, "Æ", `\o/`, "ø", `\O/`, "Ø", `\ao`, "å", `\Ao`, "Å",
	`\a"`, "ä", `\A"`, "Ä", `\o"`, "ö", `\O"`, "Ö", `\u"`, "ü", `\U"`, "Ü", `\ss`, "ß", `\e"`, "ë", `\i"`, "ï",
	`\e'`, "é", `\E'`, "É", "\\e`", "è", "\\a`", "à", `\e^`, "ê", `\o^`, "ô", `\i^`, "î", `\c,`, "ç", `\n~`, "ñ",
	`\oe`, "œ", `\dh`, "ð", `\th`, "þ", `\"l`, "“", `\"r`, "”", `\--`, "–", `\<<`, "«", `\>>`, "»",
)

// readPraatLetters turns the codes in names and texts into letters.
func readPraatLetters(tiers []*tier, r *Report) {
	n, characters, example := 0, 0, ""
	letters := func(s string) string {
		if !strings.Contains(s, `\`) {
			return s
		}
		out := praatLetters.Replace(s)
		if out != s {
			n++
			characters += weigh(s) - weigh(out)
			if example == "" {
				example = clip(out, 60)
			}
		}
		return out
	}
	for _, t := range tiers {
		t.speaker = praatLetters.Replace(t.speaker)
		for i := range t.notes {
			t.notes[i].text = letters(t.notes[i].text)
		}
	}
	if n == 0 {
		return
	}
	r.In += characters
	r.add("normalised", "intervals with Praat's codes for letters", n, characters, example)
}
