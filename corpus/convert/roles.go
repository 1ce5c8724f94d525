package convert

import (
	"regexp"
	"strings"

	"crosscase/corpus"
)

// roleWords are labels that say by themselves what a speaker does, in the
// languages and habits in which transcripts are written. All in lower case.
var roleWords = map[corpus.Role]string{
	corpus.Interviewer: "i int intervjuer intervjuar intervjueren interviewer interviewar interviewerin intervjuare " +
		"q question spørsmål spørsmål sp spm fråga moderator moderatoren facilitator fasilitator ordstyrer " +
		"forsker forskar forskeren forskaren researcher host enquêteur entrevistador entrevistadora pergunta ra",
	corpus.Informant: "informant informanten respondent respondenten intervjuperson intervjupersonen intervjuobjekt " +
		"interviewee participant deltaker deltakar deltager ip io a answer svar befragte befragter befragte(r) " +
		"enquêté entrevistado entrevistada resposta",
}

var (
	labelNumber = regexp.MustCompile(`[ _-]*(?:\d{1,2}|[A-Za-z])$`)
	legendPair  = regexp.MustCompile(`([\pL\d]{1,12})\s*=\s*([\pL][\pL .-]{0,39}?)\s*(?:[,;)\n/]|$| og | and )`)
)

// roleOfWord returns the role that a label states by itself, "" if it is a name
// or "Speaker 1". A number or a letter after the word does not matter.
func roleOfWord(label string) corpus.Role {
	word := strings.ToLower(strings.TrimSpace(label))
	for _, w := range []string{word, labelNumber.ReplaceAllString(word, "")} {
		if w == "" || w != word && len(w) < 3 && !endsInDigit(word) {
			continue
		}
		for _, role := range []corpus.Role{corpus.Interviewer, corpus.Informant} {
			if strings.Contains(" "+roleWords[role]+" ", " "+w+" ") && !strings.Contains(w, " ") {
				return role
			}
		}
	}
	return ""
}

// legendOf reads lines such as "(I = intervjuer, B = informant)": label in
// lower case → the words after "=".
func legendOf(blocks []Block) map[string]string {
	legend := map[string]string{}
	for i, b := range blocks {
		if i > 60 {
			break
		}
		if b.Kind == Row || !strings.Contains(b.Text, "=") || len(b.Text) > 600 {
			continue
		}
		for _, m := range legendPair.FindAllStringSubmatch(b.Text, -1) {
			if key := strings.ToLower(m[1]); legend[key] == "" {
				legend[key] = strings.TrimSpace(m[2])
			}
		}
	}
	return legend
}

// giveRoles fills in what each speaker does: from the legend, from the label
// itself, or by who asks. Each guess is reported.
func giveRoles(speakers []corpus.Speaker, blocks []Block, legend map[string]string, r *Report) {
	if len(speakers) > mostSpeakers {
		r.Add("warning", "very many speakers: no roles guessed; is this a conversation?", len(speakers), speakers[0].Label)
		return
	}
	known := 0
	for i := range speakers {
		s := &speakers[i]
		if meaning := legend[strings.ToLower(s.Label)]; meaning != "" {
			if role := roleInWords(meaning); role != "" {
				s.Role = role
				known++
				r.Add("guessed", "role of "+s.Label+": "+string(role)+", by the legend", 1, s.Label+" = "+meaning)
				continue
			}
			s.Name = meaning
		}
		if s.Role = roleOfWord(s.Label); s.Role != "" {
			known++
			r.Add("guessed", "role of "+s.Label+": "+string(s.Role)+", by the label", 1, "")
		}
	}
	asks := askingOf(speakers, blocks)
	if len(speakers) == 2 && len(speakers[0].Label) == 1 && len(speakers[1].Label) == 1 && known == 1 {
		// "I" may also mean informant: let the questions decide
		for i, s := range speakers {
			if other := 1 - i; legend[strings.ToLower(s.Label)] == "" && s.Role == corpus.Interviewer && asks[other].more(asks[i]) {
				speakers[i].Role, speakers[other].Role = corpus.Informant, corpus.Interviewer
				r.Add("warning", "the label "+s.Label+" asks less than "+speakers[other].Label+": taken as informant; check the roles", 1, "")
				return
			}
		}
	}
	if known == 0 && len(speakers) == 2 {
		for i := range speakers {
			if asks[i].more(asks[1-i]) {
				speakers[i].Role, speakers[1-i].Role = corpus.Interviewer, corpus.Informant
				r.Add("guessed", "role of "+speakers[i].Label+": interviewer, by more questions in shorter turns; check", 1, "")
			}
		}
	}
	for i := range speakers {
		if s := &speakers[i]; s.Role == "" {
			s.Role = corpus.Informant
			r.Add("guessed", "role of "+s.Label+": informant, for no sign of an interviewer; check", 1, "")
		}
	}
}

// roleInWords finds a role word among the words of a legend.
func roleInWords(words string) corpus.Role {
	for _, w := range strings.Fields(words) {
		if role := roleOfWord(w); role != "" && len(w) > 2 {
			return role
		}
	}
	return ""
}

// asking is how much somebody asks.
type asking struct{ turns, questions, length int }

// more tells whether a asks a clearly larger share of questions than b, in
// turns that are shorter.
func (a asking) more(b asking) bool {
	if a.turns == 0 || b.turns == 0 {
		return false
	}
	return float64(a.questions)/float64(a.turns) > 1.5*float64(b.questions)/float64(b.turns) && a.length*b.turns < b.length*a.turns
}

// askingOf counts turns, turns with a question mark and characters a speaker.
func askingOf(speakers []corpus.Speaker, blocks []Block) []asking {
	index := map[string]int{}
	for i, s := range speakers {
		index[s.Label] = i
		for _, a := range s.Also {
			index[a] = i
		}
	}
	out := make([]asking, len(speakers))
	cur := -1
	for _, b := range blocks {
		switch {
		case b.Kind == Heading:
			cur = -1
		case b.Speaker != "":
			cur = index[b.Speaker]
			out[cur].turns++
		}
		if cur >= 0 {
			out[cur].length += len(b.Text)
			if strings.Contains(b.Text, "?") {
				out[cur].questions++
			}
		}
	}
	return out
}
