package coding

import (
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/pattern"
	"crosscase/corpus/words"
)

// askingPart is a stretch of a turn that asks one thing, with what leads up to it.
type askingPart struct {
	span   corpus.Span // of its sentences
	terms  []term
	vector vector

	shared, meant, near []float64 // by question: words, concepts and neighbourhood in common
}

// parts parts a turn after each sentence that asks, and such a sentence before each clause
// that asks anew ("hvem er med, og hvordan følges det opp?").
func (m *matcher) parts(span corpus.Span, a *words.Analyser) []askingPart {
	var out []askingPart
	start, text := -1, ""
	sentences := corpus.Sentences(m.text.Text, span)
	for i, s := range sentences {
		if start < 0 {
			start, text = s.Start, ""
		}
		sentence := m.text.Text.Slice(s)
		clauses := clausesOf(sentence, a.Language)
		for j, clause := range clauses {
			text += " " + clause
			last := j == len(clauses)-1
			if last && !endsInQuestion(sentence) && !(len(clauses) > 1) && !invites(sentence, a.Language) && i < len(sentences)-1 {
				continue
			}
			p := askingPart{span: corpus.Span{Start: start, End: s.End}, terms: contentTerms(text, a)}
			p.vector = m.collection.vector(p.terms)
			out = append(out, p)
			text = ""
			if last {
				start = -1
			} else {
				start = s.Start
			}
		}
	}
	return out
}

func endsInQuestion(sentence string) bool {
	return strings.HasSuffix(strings.TrimRight(sentence, ` "»”)`), "?")
}

var inviting = map[string]*pattern.Pattern{
	"nb": pattern.Of(`(?i)\b(fortel[l]?e?|beskrive?|lurer på|lurar på|lurte på|undrast på|høre (?:om|hv|litt)|høyre (?:om|kv|litt)|vite|vete|spørre om|spørje om|si litt om|sei litt om|snakke litt om)`),
	"en": pattern.Of(`(?i)\b(tell me|describe|walk me|talk me|wonder\w*|like to (?:know|hear|ask)|wanted to (?:know|hear|ask)|want to (?:know|hear|ask)|curious|interested in|ask (?:you )?about)\b`),
	"sv": pattern.Of(`(?i)\b(berätta|beskriv\w*|undrar|höra om|veta|fråga om)\b`),
}

// invites tells whether a sentence that is no question invites to tell.
func invites(sentence, language string) bool {
	re := inviting[spoken(language)]
	return re != nil && re.MatchString(sentence)
}

// anew finds where a clause begins that asks anew: after "and", "but" or "or", some small
// words, and a question word or a verb before its subject; or after a comma and a question word.
var anew = map[string]*pattern.Pattern{
	"nb": pattern.Of(`(?i)(?:[,;:–-]\s+|\s)(?:og|men|eller|samt)\s+(?:(?:så|da|då|ikke minst|også|òg|ellers|til slutt|sånn cirka|omtrent|kanskje|egentlig|eigentleg|i så fall)\s*,?\s+){0,2}(?:hva|kva|hvordan|korleis|hvorfor|kvifor|hvem|kven|hvilke[nt]?|hvor|kor|når|(?:er|var|har|hadde|kan|kunne|vil|ville|skal|skulle|får|fikk|fekk|blir|ble|vart|gjør|gjer|finnes|finst|må|måtte|bruker|brukar|synes|føler|kjenner|tror|trur)\s+(?:det|dere|de|du|dykk|den|dei|noen|noe|nokon|noko|man|ein|en|han|hun|ho|alle|folk))\b|[,;–-]\s+(?:hva|kva|hvordan|korleis|hvorfor|kvifor|hvem|kven|hvilke[nt]?)\b`),
	"en": pattern.Of(`(?i)(?:[,;:–-]\s+|\s)(?:and|but|or|plus)\s+(?:(?:also|then|so|roughly|about|perhaps|maybe|if so|to finish|finally|in that case|in particular)\s*,?\s+){0,2}(?:what|how|why|who|whose|which|when|where|whether|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\s+(?:it|that|this|there|they|you|he|she|we|the|any|anyone|anybody|people|your|everybody|everyone))\b|[,;–-]\s+(?:what|how|why|who|whose|which|where)\b`),
	"sv": pattern.Of(`(?i)(?:[,;:–-]\s+|\s)(?:och|men|eller)\s+(?:(?:så|då|också|kanske|egentligen)\s*,?\s+){0,2}(?:vad|hur|varför|vem|vilk[aen]+t?|när|var|(?:är|var|har|hade|kan|kunde|vill|ska|skulle|får|fick|blir|blev|finns|måste)\s+(?:det|ni|de|du|den|någon|något|man|han|hon|alla|folk))\b|[,;–-]\s+(?:vad|hur|varför|vem|vilk[aen]+t?)\b`),
}

// clausesOf parts a sentence before each clause that asks anew.
func clausesOf(sentence, language string) []string {
	re := anew[spoken(language)]
	if re == nil {
		return []string{sentence}
	}
	var out []string
	from := 0
	for _, at := range re.FindAllStringIndex(sentence, -1) {
		if !asks(sentence[from:at[0]], language) && !opensQuestion(sentence[from:at[0]], language) {
			continue // what stands before it only leads up to it
		}
		out = append(out, sentence[from:at[0]])
		from = at[0]
	}
	return append(out, sentence[from:])
}

var verbFirst = map[string]*pattern.Pattern{
	"nb": pattern.Of(`(?i)\b(?:er|var|har|hadde|kan|kunne|vil|ville|skal|skulle|får|fikk|fekk|blir|ble|vart|gjør|gjer|finnes|finst|må|måtte|bruker|brukar|synes|klarer)\s+(?:det|dere|de|du|dykk|den|dei|noen|noe|nokon|noko|man|ein|en|han|hun|ho|alle|folk)\b`),
	"en": pattern.Of(`(?i)\b(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\s+(?:it|that|this|there|they|you|he|she|we|the|any|anyone|anybody|people|your|everybody|everyone)\b`),
	"sv": pattern.Of(`(?i)\b(?:är|var|har|hade|kan|kunde|vill|ska|skulle|får|fick|blir|blev|finns|måste)\s+(?:det|ni|de|du|den|någon|något|man|han|hon|alla|folk)\b`),
}

// opensQuestion tells whether a clause has a verb before its subject.
func opensQuestion(clause, language string) bool {
	re := verbFirst[spoken(language)]
	return re != nil && re.MatchString(clause)
}

// claim is how far a part of a turn speaks for a question.
func (p *askingPart) claim(q int) float64 { return p.shared[q] + p.meant[q] + p.near[q] }
