package coding

import (
	"strings"

	"crosscase/corpus/pattern"
)

var asking = map[string]*pattern.Pattern{
	"nb": pattern.Of(`(?i)\b(fortel[l]?|beskriv|si litt|si noe|sei litt|hva|kva|hvordan|korleis|hvorfor|kvifor|hvem|kven|hvilke[nt]?|kva for|når|hvor|kor|snakke om|inn på|gå over til)\b`),
	"en": pattern.Of(`(?i)\b(tell me|describe|walk me|talk about|talk me|what|how|why|who|which|when|where|could you|can you|i'd like to|wonder)\b`),
	"sv": pattern.Of(`(?i)\b(berätta|beskriv|vad|hur|varför|vem|vilk[aen]+t?|när|var)\b`),
}

// asks tells whether a turn asks for something: it has a question mark, or it
// invites to tell.
func asks(text, language string) bool {
	if strings.Contains(text, "?") {
		return true
	}
	re := asking[spoken(language)]
	return re != nil && re.MatchString(text)
}

var (
	bracketMarker = pattern.Of(`\[\s*([\p{L}]*\d+(?:[.\-]\d+)*[a-z]?)\s*\]`)
	spokenMarker  = pattern.Of(`(?i)\b(?:question|spørsmål|fråga|frage|q)\s*(?:number|nummer|nr\.?|no\.?)?\s*(\d+(?:\.\d+)*)\b`)
	dottedMarker  = pattern.Of(`(?i)\b(?:number|nummer|nr\.?|no\.?|punkt|point|item)\s*(\d+(?:\.\d+)+)\b`)
	leadingNumber = pattern.Of(`^\s*(\d{1,2}(?:\.\d{1,2})*)[.):]\s+\p{L}`)
)

// markersIn returns the ids and numbers that a turn names: [Q2.1], "question 2.1",
// a number at its very beginning.
func markersIn(text string) []string {
	var out []string
	for _, re := range []*pattern.Pattern{bracketMarker, spokenMarker, dottedMarker, leadingNumber} {
		for _, m := range re.FindAllStringSubmatch(text, -1) {
			out = append(out, strings.ToLower(m[1]))
		}
	}
	return out
}

var askingOn = map[string]*pattern.Pattern{
	"nb": pattern.Of(`(?i)(eksempel|hva mener du|kva meiner du|hvordan da|korleis da|hva tenker du på|utdype|si mer om|si litt mer|sei meir|du sa|du nevnte|du nemnde|du sier|på hvilken måte|var det vanskelig|hva skjedde)`),
	"en": pattern.Of(`(?i)(example|what do you mean|how so|in what way|such as|say more|tell me more|you said|you mentioned|you say|was that|was it|what happened|why is that|why was)`),
	"sv": pattern.Of(`(?i)(exempel|vad menar du|hur då|på vilket sätt|säga mer|du sa|du nämnde|du säger|vad hände)`),
}

// asksOn tells whether a turn stays with what was said: it asks for an example, or
// takes up the informant's words.
func asksOn(text, language string) bool {
	re := askingOn[spoken(language)]
	return re != nil && re.MatchString(text)
}

var openQuestion = map[string]*pattern.Pattern{
	"nb": pattern.Of(`(?i)\b(hva|kva|hvordan|korleis|hvorfor|kvifor|hvem|kven|hvilke[nt]?|kva for|fortel[l]?|beskriv)\b`),
	"en": pattern.Of(`(?i)\b(what|how|why|who|which|tell me|describe|talk me|walk me)\b`),
	"sv": pattern.Of(`(?i)\b(vad|hur|varför|vem|vilk[aen]+t?|berätta|beskriv)\b`),
}

// asksOpenly tells whether a turn asks with a question word.
func asksOpenly(text, language string) bool {
	re := openQuestion[spoken(language)]
	return re != nil && re.MatchString(text)
}

// spoken returns the language whose patterns serve another: Norwegian for Danish and
// for an unknown one.
func spoken(language string) string {
	switch language {
	case "nn", "no", "da", "":
		return "nb"
	}
	return language
}

var shifting = map[string]*pattern.Pattern{
	"nb": pattern.Of(`(?i)\b(gå over|gå videre|videre til|vidare til|tilbake til|tilbake igjen|attende til|neste|hoppe|hoppar|hopper|innom|inn på|til slutt|helt til slutt|først|aller først|over til|et annet|en annen|noe annet|ellers|da lurer jeg|så lurer jeg|tenkte jeg|tenkte eg|ta litt|komme inn|kommer inn|gå inn|begynne|starte|byrje|avslutte|siste)\b`),
	"en": pattern.Of(`(?i)\b(move on|moving on|go back|going back|come back|turn to|turning to|next|let's|let me|finally|last|first|another|different|other side|before we|to start|to begin|start with|shift|jump|i wanted to|i'd like to|want to ask)\b`),
	"sv": pattern.Of(`(?i)\b(gå över|gå vidare|vidare till|tillbaka till|nästa|hoppa|in på|till sist|först|över till|annat|annan|börja|avsluta|sista|tänkte)\b`),
}

// turnsAway tells whether a turn says that it goes to another topic.
func turnsAway(text, language string) bool {
	re := shifting[spoken(language)]
	return re != nil && re.MatchString(text)
}
