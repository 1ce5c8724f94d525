package convert

import (
	"strings"

	"crosscase/corpus"
)

// remedy ends the entries of a report on what was assumed.
const remedy = "; correct with crosscase corpus speakers"

// giveRoles fills in what each speaker does: from the legend and the head of the
// text, from the label itself, or by who asks. Each guess is reported.
func giveRoles(speakers []corpus.Speaker, blocks []Block, legend legend, r *Report) {
	if len(speakers) > mostSpeakers {
		r.Add("warning", "very many speakers: no roles guessed; is this a conversation?", len(speakers), speakers[0].Label)
		return
	}
	known := 0
	for i := range speakers {
		s := &speakers[i]
		if meaning := legend.meaning[strings.ToLower(s.Label)]; meaning != "" {
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
			continue
		}
		if role, line := legend.roleOfPerson(s.Label); role != "" {
			s.Role = role
			known++
			r.Add("guessed", "role of "+s.Label+": "+string(role)+", by the head of the text", 1, line)
		}
	}
	asks := askingOf(speakers, blocks)
	if len(speakers) == 2 && len(speakers[0].Label) == 1 && len(speakers[1].Label) == 1 && known == 1 {
		// "I" may also mean informant, and "A" be anybody: let the questions decide
		for i, s := range speakers {
			if other := 1 - i; legend.meaning[strings.ToLower(s.Label)] == "" && s.Role == corpus.Informant && asks[i].more(asks[other]) {
				speakers[i].Role, speakers[other].Role = corpus.Interviewer, corpus.Informant
				r.Add("guessed", "the label "+s.Label+" asks more than "+speakers[other].Label+": taken as interviewer"+remedy, 1, "")
				return
			}
			if other := 1 - i; legend.meaning[strings.ToLower(s.Label)] == "" && s.Role == corpus.Interviewer && asks[other].more(asks[i]) {
				speakers[i].Role, speakers[other].Role = corpus.Informant, corpus.Interviewer
				r.Add("warning", "the label "+s.Label+" asks less than "+speakers[other].Label+": taken as informant"+remedy, 1, "")
				return
			}
		}
	}
	if !asker(speakers) {
		if i := whoAsks(asks); i >= 0 && speakers[i].Role == "" {
			speakers[i].Role = corpus.Interviewer
			if len(speakers) == 2 {
				speakers[1-i].Role = corpus.Informant
			}
			r.Add("guessed", "role of "+speakers[i].Label+": interviewer, by more questions in shorter turns"+remedy, 1, "")
		}
	}
	for i := range speakers {
		if s := &speakers[i]; s.Role == "" {
			s.Role = corpus.Informant
			r.Add("guessed", "role of "+s.Label+": informant, for no sign of an interviewer"+remedy, 1, "")
		}
	}
}

// asker tells whether one of the speakers is known to be an interviewer.
func asker(speakers []corpus.Speaker) bool {
	for _, s := range speakers {
		if s.Role == corpus.Interviewer {
			return true
		}
	}
	return false
}

// roleInWords finds a role word among the words of a legend.
func roleInWords(words string) corpus.Role {
	for w := range strings.FieldsSeq(words) {
		if role := roleOfWord(strings.Trim(w, ".,;()")); role != "" && len(w) > 2 {
			return role
		}
	}
	return ""
}

// askingShare is how much somebody asks.
type askingShare struct{ turns, questions, length int }

// more tells whether a asks a clearly larger share of questions than b, in
// turns that are shorter.
func (a askingShare) more(b askingShare) bool {
	if a.turns == 0 || b.turns == 0 {
		return false
	}
	return float64(a.questions)/float64(a.turns) > 1.5*float64(b.questions)/float64(b.turns) && a.length*b.turns < b.length*a.turns
}

// whoAsks returns the one of two who asks more than the other, or the one of
// several who asks in every third turn and clearly more than anybody else; -1
// if nobody does.
func whoAsks(asks []askingShare) int {
	for i, a := range asks {
		most := len(asks) > 1
		for j, b := range asks {
			switch {
			case i == j:
			case len(asks) == 2:
				most = most && a.more(b)
			default:
				most = most && a.turns >= 3 && 3*a.questions >= a.turns && a.questions > b.questions &&
					(b.questions < 2 || 2*a.questions*b.turns > 3*b.questions*a.turns)
			}
		}
		if most {
			return i
		}
	}
	return -1
}

// askingOf counts turns, turns with a question mark and characters a speaker.
func askingOf(speakers []corpus.Speaker, blocks []Block) []askingShare {
	index := map[string]int{}
	for i, s := range speakers {
		index[s.Label] = i
		for _, a := range s.Also {
			index[a] = i
		}
	}
	out := make([]askingShare, len(speakers))
	cur := -1
	for i := range blocks {
		b := &blocks[i]
		switch {
		case b.Kind == Heading:
			cur = -1
		case b.Speaker != "":
			cur = index[b.Speaker]
			out[cur].turns++
		}
		if cur >= 0 {
			out[cur].length += len(b.Text)
			if asksIn(b.Text) {
				out[cur].questions++
			}
		}
	}
	return out
}

// asksIn tells whether a text holds a question mark, of any script.
func asksIn(s string) bool {
	return strings.IndexByte(s, '?') >= 0 || strings.Contains(s, "؟") || strings.Contains(s, "？")
}
