package convert

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/corpus"
)

// Labels that say by themselves what a speaker does, in the languages and
// habits in which transcripts are written, in lower case.
var (
	askers = wordSet(
		"int intervjuer intervjuar intervjueren intervjuaren interviewer interviewar interviewerin interviewern intervjuare intv",
		"moderator moderatoren moderatorin moderador moderadora facilitator facilitador facilitadora fasilitator ordstyrer gruppeleder mødeleder",
		"forsker forskar forskeren forskaren forskare researcher forscher forscherin investigador investigadora pesquisador pesquisadora chercheur chercheuse",
		"host enquêteur enquêteuse enquêtrice intervieweur intervieweuse animateur animatrice entrevistador entrevistadora spørger",
		"haastattelija geïnterviewer ankieter badacz интервьюер модератор مراسل المحاور المحاورة מראיין מראיינת")
	answerers = wordSet(
		"informant informanten resp informantin informante respondent respondenten respondente intervjuperson intervjupersonen intervjuobjekt interviewperson svarperson",
		"interviewee participant participante participantin deltaker deltakeren deltakar deltakaren deltagar deltagare deltager deltagaren deltageren teilnehmer teilnehmerin",
		"befragte befragter interviewte interviewter interviewpartner interviewpartnerin proband probandin enquêté enquêtée interviewé interviewée",
		"entrevistado entrevistada haastateltava geïnterviewde respondente rozmówca респондент информант المشارك المشاركة الضيف מרואיין מרואיינת")
	// questions and answers may also be those of a form or a quiz, and letters
	// anything: they say which side speaks, but not that somebody does
	asking = wordSet("i q question spørsmål spørsmålet spm sp fråga frage pregunta pergunta vraag ra")
	giving = wordSet("a answer svar antwort respuesta resposta réponse antwoord ip io")
)

// roleOfWord returns the role that a label states by itself, "" if it is a name
// or "Speaker 1". A number or a letter after the word does not matter.
func roleOfWord(label string) corpus.Role {
	role, _ := roleAndGrade(label)
	return role
}

// certainRole tells whether a label can only be that of somebody who takes part
// in an interview.
func certainRole(label string) bool {
	_, certain := roleAndGrade(label)
	return certain
}

func roleAndGrade(label string) (role corpus.Role, certain bool) {
	word := strings.ToLower(strings.TrimSpace(label))
	if role, certain = roleOf(word); role != "" {
		return role, certain
	}
	if i := strings.IndexByte(word, '('); i > 0 {
		// "Entrevistado(a)", "Moderator (Kari)", "Kari (intervjuer)"
		if role, certain = roleOf(strings.TrimSpace(word[:i])); role != "" && certain {
			return role, certain
		}
		inside, _, _ := strings.Cut(word[i+1:], ")")
		if role, certain = roleOf(strings.TrimSpace(inside)); certain {
			return role, true
		}
		return "", false
	}
	if stem := withoutNumber(word); stem != word && (len(stem) > 2 || endsInDigit(word)) {
		if role, certain = roleOf(stem); role != "" {
			return role, certain
		}
	}
	// "Intervjuer Kari", "Informant nr. 3"
	if first, rest, ok := strings.Cut(strings.TrimSpace(label), " "); ok && rest != "" {
		if allCapital(rest) && wordsUpTo(rest, 3) < 3 || strings.HasPrefix(rest, "nr") {
			if role, certain = roleOf(strings.ToLower(first)); certain {
				return role, true
			}
		}
	}
	return "", false
}

// allCapital tells whether every word begins with a capital or a digit.
func allCapital(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if c, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(c) && !unicode.IsDigit(c) {
			return false
		}
	}
	return true
}

func roleOf(word string) (role corpus.Role, certain bool) {
	switch {
	case askers[word]:
		return corpus.Interviewer, true
	case answerers[word]:
		return corpus.Informant, true
	case asking[word]:
		return corpus.Interviewer, false
	case giving[word]:
		return corpus.Informant, false
	}
	return "", false
}

// withoutNumber takes the number of one or two digits, or the single letter,
// off the end of a word in lower case.
func withoutNumber(word string) string {
	stem := word
	for range 2 {
		if n := len(stem); n > 0 && isDigit(stem[n-1]) {
			stem = stem[:n-1]
		}
	}
	if n := len(stem); stem == word && n > 0 && stem[n-1] >= 'a' && stem[n-1] <= 'z' {
		stem = stem[:n-1]
	}
	return strings.TrimRight(stem, " _-")
}
