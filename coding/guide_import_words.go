package coding

import (
	"strings"

	"crosscase/corpus/pattern"
)

// Why a line of a guide is left out.
const (
	whyConsent  = "consent and practical information"
	whyOrder    = "an instruction to the interviewer"
	whyForm     = "looks like a form of case attributes; put it into attributes.yaml"
	whyResearch = "a research question, which nobody is asked; put it into crosscase.yaml and name its key under answers"
	whyNamed    = "names research questions, but no question stands by it"
	whyProse    = "neither numbered, in a list nor a question"
	whyIntro    = "running text before the first question"
	whyAbove    = "a heading above other headings; themes have one level"
	whyEmpty    = "a heading without a question below it"
	whyHead     = "the head of a table"
	whyColumn   = "a column that is none of theme, question and probes"
	whyLead     = "a probe before the first question"
)

// part is what a section of a guide is for.
type part int

const (
	askPart     part = iota
	framePart        // introduction or close: questions stand beside what the interviewer is to say
	consentPart      // what is said and done around the interview
	formPart
	researchPart
)

var (
	frameWords    = pattern.Of(`(?i)^(?:introdu[ck]|innle(?:d|i)|åpning|opning|oppvarm|oppstart|velkom|avslut|avrund|inledning|opening|warm|welcome|clos|wrap|conclu|end(?:ing)?\b|intro\b|outro\b|start\b|slutt\b)`)
	consentWords  = pattern.Of(`(?i)samtykk|consent|^praktiske?$|praktisk(?:e)? (?:info|opplysning|forhold)|^practicalit|practical (?:info|matter|detail|arrange)|^personvern$|^privacy$|konfidensialitet|confidentiality|anonymi|taushetsplikt|^(?:dine )?rettigheter$|^your rights|^(?:før|etter) (?:vi|intervju|samtal)|^(?:before|after) (?:we|the (?:interview|session|conversation))|^instru(?:ks|ct)|(?:til|for) intervjuer|(?:for|to) (?:the )?(?:interviewer|moderator)|interviewer(?:'s)? notes|^(?:egne )?notat|^notes?\b|sjekkliste|checklist|^forberedelse(?:r|ne)?$|^preparations?$|om (?:studien|prosjektet|undersøkelsen)$|about the (?:study|project|research)$|formål(?:et)? med (?:studien|prosjektet|intervjuet|samtalen|undersøkelsen)|^formål$|purpose of the (?:study|project|interview)|^purpose$|^utstyr$|^equipment$|^informasjon(?: (?:om (?:studien|prosjektet|undersøkelsen|intervjuet)|til (?:informant|deltaker|intervju).*))?$|^information(?: (?:about|for) the .*)?$`)
	formWords     = pattern.Of(`(?i)meta-?data|face ?sheet|faktaark|personalia|(?:registrerings|opplysnings|bakgrunns|informant|deltaker)skjema|(?:background|participant) (?:details |information )?form\b|^skjema\b|^form\b`)
	researchWords = pattern.Of(`(?i)^(?:overordn(?:et|a) )?(?:forsk(?:n)?ings?spørsmål(?:ene|a)?|problemstilling(?:er|en|ar)?|research questions?|research aims?)\b`)

	// what is said or done about consent and recording, wherever it stands
	aboutConsent = pattern.Of(`(?i)samtykk|consent|lydopptak|(?:ta|tar|tek|teke) (?:det|dette|samtalen|intervjuet) opp\b|(?:ta|tar|tek|tas) opp (?:samtalen|intervjuet|dette|lyd|på)|båndopptak|opptaker|(?:tape|audio|be|is|are) record|record(?:ed|ing)? (?:this|the (?:interview|conversation))|recorder\b|anonymi|konfidens|confiden|taushets|personvern|gdpr|trekk(?:e|ja) (?:deg|seg)|withdraw|frivillig|voluntary|informasjonsskriv|information sheet|(?:før|innan) (?:vi|me) (?:begynner|starter|byrjar|går i gang)|before we (?:begin|start)`)

	// what is asked about taking part, below a heading of consent
	asksLeave = pattern.Of(`(?i)opptak|greit|i orden|ok(?:ay)? (?:at|if|that|with)|all right|do you (?:agree|consent)|happy (?:to|for)|any questions|(?:har|have) (?:du|dere|you) (?:noen |nokon |any )?(?:spørsmål|questions)|lest |read the|skrevet under|signert|signed|begynne|\bstart`)

	// orders to the interviewer, by their first words
	alwaysOrder = pattern.Of(`(?i)^(?:takke?(?:r)?|tusen takk|thank(?:s|ing)?|husk|hugs|remember|minne? (?:om|på|informanten)|remind|informere?|inform\b|skru (?:på|av)|slå (?:på|av)|turn (?:on|off)|switch (?:on|off)|les opp|read (?:out|aloud)|be om (?:samtykke|lov)|(?:ask for|obtain|get) (?:permission|(?:written |signed )?consent)|ønske? velkommen|welcome\b|hand out|del ut|make sure|pass på|sørg for|spør bare|ask only|hopp over|skip\b)`)
	studyOrder  = pattern.Of(`(?i)^(?:forklare?|explain|presentere?|introdusere?|introduce|present\b|gi\b|give\b|vise?\b|show\b|fortelle? om (?:studien|prosjektet|formål)|beskrive? (?:studien|prosjektet|formål)|describe the (?:study|project|purpose)|tell (?:them|the (?:participant|informant))|gå gjennom|go through|noter\b|begynn\b|begin\b)`)
	studyWords  = pattern.Of(`(?i)prosjekt|studien|undersøkelsen|undersøkinga|formål|føremål|samtykke|anonym|opptak|intervjuet|samtalen|informant|deltaker|skriv|kort(?:et)? |figur|\bproject|\bstudy|purpose|consent|recording|confiden|interview|participant|respondent|conversation|yourself|deg selv|card|figure|handout`)
	noteToSelf  = pattern.Of(`(?i)^(?:til intervjuer(?:en)?|note?(?: to (?:self|interviewer))?|notat|merknad|merk|nb!?|obs!?|instruks(?:jon)?|instructions?|intervjuer(?:en)?|interviewer(?: notes?)?|moderator|tips?|viktig|important|reminder|int)\s*[:!–-]`)
	inBrackets  = pattern.Of(`^[(\[][^()\[\]]*[)\]]\.?$`)
	ifSo        = pattern.Of(`(?i)^\(?(?:hvis|dersom|om (?:ja|nei)|viss|if|when)\b`)
	secondMan   = pattern.Of(`(?i)(?:^|[^\pL])(?:du|deg|din|ditt|dine|dere|deres|dykk|dykkar|you|your|ni|dig)(?:$|[^\pL])`)
	oneself     = pattern.Of(`(?i)\b(?:deg selv|yourself|deg sjølv)`)
	imperatives = pattern.Of(`(?i)^(?:(?:kan|kunne|vil|har|er|hva|hvem|hvor(?:dan|for|vidt)?|hvilken|hvilket|hvilke|når|kva|kven|korleis|kvifor|kor|kva for|på hvilken|i hvilken|i kva|har du|tell|describe|could|can|would|how|what|who|whom|when|where|which|why|do|does|did|is|are|have|has|was|were|in what|to what|walk me|talk me|think (?:of|about|back)|please|imagine|fortell|fortel|beskriv|forklar|explain|utdyp|nevn|gi (?:et )?eksempel|give (?:an )?example|tenk|hvis du|vad|hur|varför|berätta|beskriva)\b|hvilk)`)

	probeLabel = pattern.Of(`(?i)^(?:(lytt etter|listen for)|oppfølging(?:s?spørsmål)?|oppfølgende spørsmål|oppfylging(?:s?spørsmål)?|probes?|probing(?: questions?)?|prompts?|stikkord|nøkkelord|keywords?|follow[- ]?ups?(?: questions?)?|underspørsmål|hjelpespørsmål|tilleggsspørsmål|utdyping(?:s?spørsmål)?|utdyp|cues?|hints?|eksempler|examples?|ved behov|if needed)\s*(?:\([^)]{0,60}\))?\s*(?:[:–]|-\s|$)\s*(.*)$`)

	formLine  = pattern.Of(`^[^?]{1,60}(?::\s*|\s)(?:_{2,}|\.{4,}|…{2,}|☐|□|❏|\[ \]).*$|^(?:☐|□|❏|\[ ?\]).*$`)
	emptyForm = pattern.Of(`^[^?:]{1,50}:$`)
	titleLine = pattern.Of(`(?i)(?:^|[^\pL])(?:(?:intervju|tema|samtale|spørre|interview|topic|discussion|focus group)[- ]?)?(?:guide|guiden|intervjuguid\pL*|leitfaden)(?:$|[^\pL])|(?:intervju|tema|samtale)guid|(?:question|interview) schedule\b`)
	themeLine = pattern.Of(`(?i)^(?:tema|theme|del|part|section|topic|seksjon|bolk|block|fase|phase|område|hovedtema)\s+(?:\d{1,2}|[a-z]|[ivx]{1,4})\s*(?:[:.)–-]\s*.*|$)`)
)

// partOf tells what the section below a heading is for.
func partOf(heading string) part {
	switch {
	case formWords.MatchString(heading):
		return formPart
	case researchWords.MatchString(heading):
		return researchPart
	case consentWords.MatchString(heading):
		return consentPart
	case frameWords.MatchString(strings.TrimLeft(headingMark.ReplaceAllString(heading, ""), " ")):
		return framePart
	}
	return askPart
}

// poses tells whether words are a question or a request to the person who is interviewed.
func poses(words string) bool {
	return endsAsking(words) || strings.Contains(words, "? ") || imperatives.MatchString(words)
}

func endsAsking(words string) bool {
	return strings.HasSuffix(strings.TrimRight(words, ` .…)]"”»*!`), "?")
}

// orders tells whether words tell the interviewer what to do or to say.
func orders(words string) bool {
	switch {
	case noteToSelf.MatchString(words):
		return true
	case endsAsking(words):
		return false
	case inBrackets.MatchString(words):
		return !ifSo.MatchString(words)
	}
	return alwaysOrder.MatchString(words) || studyOrder.MatchString(words) && studyWords.MatchString(words) && !secondMan.MatchString(oneself.ReplaceAllString(words, ""))
}

// asProbe takes the label of a probe away: "Follow-up: since when?". What one is to listen for is
// no question, so it keeps its label.
func asProbe(words string) (probe string, labelled bool) {
	m := probeLabel.FindStringSubmatch(words)
	switch {
	case m == nil:
		return words, false
	case m[1] != "" && m[2] != "":
		return words, true
	}
	return m[2], true
}
