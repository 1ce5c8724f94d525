package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus"
	"crosscase/corpus/pattern"
)

// Role words for several people, as heads of transcripts have them, in lower case.
var (
	severalAskers = wordSet("intervjuere intervjuerne intervjuarar intervjuarane intervjuare intervjuarna interviewere interviewerne interviewers interviewerinnen " +
		"moderatorer moderatorar moderators moderatorinnen fasilitatorer facilitators forskere forskarar forskare researchers forscherinnen " +
		"enquêteurs enquêteuses entrevistadores entrevistadoras")
	severalAnswerers = wordSet("informanter informantar informants informanten informantinnen respondenter respondentar respondents respondenten intervjupersoner intervjupersonar " +
		"intervjuobjekter interviewpersoner interviewees intervjuobjekt befragte interviewpartner interviewpartnerinnen enquêtés enquêtées entrevistados entrevistadas")
	// who was there, whatever they did
	presence = wordSet("til_stede tilstede tilstades til_stades deltakere deltakarar deltagere deltagare deltagarna medverkande närvarande nærværende present participants attendees " +
		"teilnehmer teilnehmerinnen anwesend anwesende presentes participantes asistentes présents")
)

// roleOfHead returns the role that the words before a colon in the head of a text give to one or several people; of those who were present, none.
func roleOfHead(label string) corpus.Role {
	word := strings.ToLower(strings.TrimSpace(label))
	switch {
	case presence[word]:
		return ""
	case severalAskers[word]:
		return corpus.Interviewer
	case severalAnswerers[word]:
		return corpus.Informant
	}
	return roleOfWord(label)
}

// several tells whether a role word is that of more than one.
func several(word string) bool {
	word = strings.ToLower(word)
	return severalAskers[word] || severalAnswerers[word]
}

var (
	betweenPeople = pattern.Of(`(?i)\s*(?:[,;/&]|\s(?:og|and|och|und|et|y|e)\s)\s*`)
	roleBehind    = pattern.Of(`^(.*?)\s*(?:\(([^()]{1,40})\)|[–-]\s+(\pL+)|:\s*(\pL+))$`)
)

// peopleIn reads who is named in a list such as "Lise Moe (LM) og Kari Hay (KH)" or "LM, KH (intervjuere), RB (rådmann)". Each
// has the role that is said of them, else the one given; those without any are left out.
func peopleIn(list string, role corpus.Role, line string) (out []headPerson) {
	line = clip(line, 60)
	unsaid := 0 // how many of out, from the end, no role was said of
	say := func(said string) {
		found := roleOfHead(said)
		if found == "" || len(said) < 3 {
			return
		}
		last := 1
		if several(said) {
			last = unsaid
		}
		for i := max(0, len(out)-last); i < len(out); i++ {
			out[i].role = found
		}
		unsaid = 0
	}
	for _, piece := range piecesOf(list) {
		name, said, short := piece, "", ""
		if m := roleBehind.FindStringSubmatch(piece); m != nil {
			name = m[1]
			inside := m[2] + m[3] + m[4]
			if first, _, _ := strings.Cut(inside, ","); roleOfHead(strings.TrimSpace(first)) != "" && len(first) > 2 {
				said = strings.TrimSpace(first)
			} else {
				short = inside
			}
		}
		switch name = strings.TrimSpace(name); {
		case roleOfHead(name) != "" && len(name) > 2:
			say(name)
		case somebody(name):
			out = append(out, headPerson{name: name, short: short, role: role, line: line})
			unsaid++
			say(said)
		}
	}
	kept := out[:0]
	for _, p := range out {
		if p.role != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// piecesOf parts a list of people, but not what stands in parentheses.
func piecesOf(list string) []string {
	var out []string
	from := 0
	for _, m := range betweenPeople.FindAllStringIndex(list, -1) {
		if before := list[from:m[0]]; strings.Count(before, "(") == strings.Count(before, ")") {
			out, from = append(out, before), m[1]
		}
	}
	return append(out, list[from:])
}

// somebody tells whether words are a name or the letters for one: few words, with capitals.
func somebody(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(first) && wordsUpTo(name, 5) < 5 && utf8.RuneCountInString(name) <= longestLabel && allCapital(name) && looksLikeLabel(name)
}

// peopleOfLine reads a line of the head that gives roles without a colon behind them: "LM, KH (intervjuere)", "Intervjuere LM og KH".
func peopleOfLine(line string) []headPerson {
	if wordsUpTo(line, headWordsMost+1) > headWordsMost || line == "" || strings.ContainsAny(line[len(line)-1:], ".!?…") {
		return nil
	}
	if first, rest, ok := strings.Cut(line, " "); ok && len(first) > 4 {
		if role := roleOfHead(strings.TrimSuffix(first, ":")); role != "" {
			rest = strings.Trim(rest, "() ")
			for _, piece := range piecesOf(rest) {
				if name, _, _ := strings.Cut(piece, "("); !somebody(strings.TrimSpace(name)) {
					return nil
				}
			}
			return peopleIn(rest, role, line)
		}
	}
	if strings.HasSuffix(line, ")") {
		return peopleIn(line, "", line)
	}
	return nil
}
