package convert

import (
	"strings"
	"unicode"
)

// personWords stand in brackets behind a label to tell people with the same label apart.
var personWords = wordSet("mann kvinne kvinna gutt gut jente dame herre ung eldre yngre gammel man woman boy girl male female young old older younger kille tjej flicka pojke m k f w")

// deeds are what somebody does who speaks, beside the remarks in brackets that stand anywhere.
var deeds = wordSet("avbryter avbryt bryter peker peikar viser visar smiler smilar sukkar hostar nikkar hvisker kviskrar roper ropar gråter græt flirer flirar humrer humrar leende lattermild " +
	"nølende nølande tenker tenkjer oppgitt oppgjeve ivrig irritert bestemt interrupts points smiles whispers shouts cries nodding smiling laughingly pekar avbryter viskar gråter")

// longestDirection is the length in bytes above which brackets behind a label hold more than what somebody does.
const longestDirection = 2 * longestLabel

// direction is a label with what somebody does in brackets behind it: "OH (ler)", "KN [etter en pause]".
type direction struct {
	label, inside string
	rest          string // of the line, behind the brackets
	before        string // of the line, before the label
}

// moveDirections puts what stands in brackets behind a label, and is no part of the name, before the words of the turn:
// "OH (ler): Ja vel?" becomes "OH: [ler] Ja vel?". A remark that transcribers make is none; and so is what stands so once or
// twice where the label alone opened a line before. Behind a label at its first line stands who it is: "Gunnhild (dagleg leiar)".
func (rd *reading) moveDirections() {
	plain, marked := map[string]int{}, map[string]int{} // lines by label, and those with a remark behind it
	times := map[string]int{}                           // lines by label with its brackets
	cut := make([]direction, len(rd.lines))
	any := false
	for i := range rd.lines {
		l := &rd.lines[i]
		if !l.could || l.head {
			continue
		}
		d, ok := directionOf(l)
		if !ok {
			plain[fold(l.open.label)]++
			continue
		}
		cut[i], any = d, true
		times[fold(l.open.label)]++
		if saysRemark(d.inside) {
			marked[fold(d.label)]++
		}
	}
	if !any {
		return
	}
	seen, part := map[string]bool{}, map[string]bool{} // labels that opened a line before; labels whose brackets are part of them
	for i := range rd.lines {
		l := &rd.lines[i]
		if !l.could || l.head {
			continue
		}
		d := cut[i]
		if d.label == "" {
			seen[fold(l.open.label)] = true
			continue
		}
		base, whole := fold(d.label), fold(l.open.label)
		moved := false
		switch {
		case saysRemark(d.inside):
			moved = plain[base]+marked[base] > 1 || certainRole(d.label)
		case part[whole]:
		default:
			moved = times[whole] <= 2 && seen[base]
			part[whole] = !moved
		}
		if moved && l.moveDirection(d) {
			seen[base] = true
		}
	}
}

// directionOf returns the label of a line without the brackets behind it, where they may hold what somebody does: small letters, and nobody's role.
func directionOf(l *line) (d direction, ok bool) {
	label := l.open.label
	i := strings.IndexAny(label, "([")
	if i <= 0 || l.open.bare || label[len(label)-1] != closingOf(label[i]) || len(label) > longestDirection {
		return d, false
	}
	d.label, d.inside = strings.TrimRight(label[:i], " "), strings.TrimSpace(label[i+1:len(label)-1])
	if d.label == "" || !letterAt(d.inside, 0) || upperAt(d.inside, 0) || strings.ContainsFunc(d.inside, notDirection) || !looksLikeLabel(d.label) || !named(d.label) {
		return d, false
	}
	for w := range strings.FieldsSeq(d.inside) {
		if bare := strings.Trim(w, ".,"); personWords[strings.ToLower(bare)] || roleOfWord(bare) != "" {
			return d, false
		}
	}
	before, after, found := strings.Cut(l.text, label)
	if !found || strings.TrimSpace(before) != "" && strings.Contains(before, d.label) {
		return d, false
	}
	d.before, d.rest = before, after
	return d, strings.HasSuffix(after, l.open.words)
}

// notDirection tells whether a character stands in no such brackets.
func notDirection(c rune) bool {
	return !unicode.IsLetter(c) && !strings.ContainsRune(" ,.-–'’", c)
}

// saysRemark tells whether words in brackets are a remark, or begin with one: "ler", "ler høyt".
func saysRemark(inside string) bool {
	first, _, _ := strings.Cut(inside, " ")
	first = strings.Trim(first, ",.")
	return isRemark(inside) || isRemark(first) || deeds[first]
}

// moveDirection writes a line with the brackets before its words, unless it would not be read so again.
func (l *line) moveDirection(d direction) bool {
	said := strings.TrimRight("["+d.inside+"] "+l.open.words, " ")
	text := d.before + d.label + strings.TrimSuffix(d.rest, l.open.words)
	if c := text[len(text)-1]; c != ' ' && c != '\t' {
		text += " "
	}
	text += said
	o := l.open
	if l.block.Kind == Row {
		o.label, o.words, o.alone = d.label, said, false
	} else {
		ok := false
		if o, ok = parseOpening(text); !ok && l.open.number != "" {
			o, ok = parseNumbered(text)
		}
		if !ok || o.label != d.label || o.words != said || o.hasTime != l.open.hasTime || o.at != l.open.at {
			return false
		}
	}
	l.was, l.text, l.open = l.text, text, o
	return true
}

// settleDirections tells which directions were moved, and puts those back whose line opens no turn.
func (rd *reading) settleDirections(r *Report) {
	for i := range rd.lines {
		l := &rd.lines[i]
		switch {
		case l.was == "":
		case l.who != nil && l.who.accepted:
			r.Add("normalised", `brackets behind a label, of what somebody does, put before the words: "A (laughs): Yes" as "A: [laughs] Yes"`, 1, clip(l.was, 60))
		default:
			l.text, l.was = l.was, ""
		}
	}
}
