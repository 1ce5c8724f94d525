package claims

import (
	"slices"
	"strings"

	"crosscase/corpus/words"
)

// Turned is a word that denies, of three letters: it may be put in the place of words that say the opposite of a code, «nok» where the code is of a lack.
const Turned = "nay"

var (
	negations = set(Turned, "ikke", "ikkje", "aldri", "fraværende", "fråverande", "uteblitt", "forskånet", "spart", "absent", "missing", "lacking", "spared", "escaped", "refrained", "refrains", "fails", "failed", "mangler", "manglar", "mangla", "manglet", "savner", "saknar", "avviser", "avviste", "avvis", "benekter", "benektet", "overdrevet", "overdrive", "unngår", "unngikk", "denies", "denied", "rejects", "rejected", "unknown", "ukjent", "ukjend", "dismisses", "dismissed",
		"avoids", "avoided", "exaggerated", "not", "never", "cannot", "lacks", "lack", "lacked",
		"don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "haven't", "hasn't", "hadn't", "won't", "can't", "couldn't", "wouldn't")
	nothings = set("ingen", "inga", "intet", "inkje", "ingenting", "no", "none", "nothing", "nobody", "uten", "utan", "without")
	notOnly  = set("bare", "berre", "kun", "only", "just", "minst", "least", "alle", "all")

	hedges = set("kanskje", "trolig", "truleg", "muligens", "moglegvis", "antakelig", "antagelig", "sannsynligvis", "sannsynlegvis", "visstnok", "formodentlig", "kan", "kunne",
		"may", "might", "could", "perhaps", "possibly", "probably", "likely", "seems", "seem", "seemed", "appears", "appear", "appeared", "suggests", "suggest", "presumably", "arguably", "maybe", "potentially", "possible", "plausible", "plausibly", "apparently", "supposedly", "would", "mulig", "mogleg", "tilsynelatende", "tilsynelatande", "angivelig", "antas", "antyder", "antydes", "antydar", "trolegvis")
	hedgePhrases = phrases("synes å", "synest å", "syntes å", "ser ut til", "se ut til", "ser ut som", "så ut til", "ser ut for", "tyder på", "tydet på", "tyda på", "later til", "virker som", "virker å", "verkar som", "tends to", "tend to", "det er grunn til å tro", "as if", "grunn til å tro", "nærliggende å tro", "nærliggjande å tru", "rimelig å anta", "rimeleg å anta", "grunn til å anta", "grunn til å tru", "later til å", "lèt til å", "ser ut som om", "ser ut som", "ser ut til å", "gir inntrykk av", "gjev inntrykk av", "it is conceivable", "is said to", "are said to", "sies å", "seiest å", "gives the impression", "give the impression", "points to", "point to", "reason to believe", "reason to think", "vil jeg tro")

	silences = phrases("unmentioned", "uomtalt", "unevnt", "unemnd", "nevnes ikke", "nevner ikke", "nevnte ikke", "ikke nevnt", "nevnes heller ikke", "tas ikke opp", "tok ikke opp", "tar ikke opp", "ikke tatt opp", "kom ikke opp", "ikke omtalt", "omtales ikke", "omtaler ikke",
		"sier ingenting om", "sier ikke noe om", "sa ingenting om", "er taus om", "ble ikke tatt opp", "snakker ikke om", "ikke et tema", "ikke tema",
		"nemner ikkje", "vert ikkje nemnt", "ikkje nemnt", "blir ikkje nemnt", "tek ikkje opp", "seier ingenting om", "ikkje eit tema",
		"not mentioned", "not mention", "not raised", "not raise", "not come up", "not brought up", "not bring up", "says nothing about", "said nothing about", "is silent on", "was silent on", "never mentioned", "never mentions", "no mention of", "makes no mention of", "never came up")
)

// Denies tells whether a word denies what stands with it.
func Denies(word string) bool { return negations[word] || nothings[word] }

// silent tells whether the clause says that something was not raised.
func (c *clause) silent() bool {
	for i := range c.tokens {
		if c.phrase(i, silences) > 0 {
			return true
		}
		if raising[c.word(i)] || c.phrase(i, speakingOf) > 0 || raisedUp[c.word(i)] && c.speaks(i) { // "nobody at Mill mentioned it"
			for j := range i {
				switch w := c.word(j); w {
				case "nobody", "ingen", "inga", "none", "neither", "verken", "hverken", "korkje", "no":
					return true
				}
			}
		}
	}
	return false
}

// speaks tells whether somebody, and not a library or a town, does what token i says: who "raised" a theme spoke of it, and what
// raised a limit did not.
func (c *clause) speaks(i int) bool {
	for j := range i {
		if speakers[c.word(j)] {
			return true
		}
	}
	return false
}

var (
	raisedUp   = set("raised", "raises", "raise")
	speakers   = set("nobody", "one", "manager", "managers", "informant", "informants", "interviewee", "interviewees", "respondent", "respondents", "librarian", "librarians", "leader", "leaders", "head", "heads", "director", "directors", "informanten", "informantane", "informantene", "rådmannen", "rådmann", "lederen", "leiaren", "respondenten", "intervjuobjektet")
	speakingOf = phrases("spoke of", "spoke about", "talked of", "talked about", "brought up", "snakket om", "snakka om", "tok opp", "tar opp", "tek opp", "kom inn på")
	raising    = set("mentioned", "mentions", "mention", "nevner", "nevnte", "nemner", "nemnde", "omtaler", "omtalte")
)

// noDenials are phrases with a word that denies elsewhere.
var noDenials = phrases("uten tvil", "utan tvil", "ingen tvil", "uten unntak", "utan unntak", "uten forbehold", "utan atterhald", "utan etterhald", "without reservation", "without reservations", "without qualification", "without qualifications", "ikke minst", "ikkje minst", "ikke desto mindre", "ikke uventet", "ikkje uventa", "ikke overraskende", "ikkje overraskande", "ikke uten grunn", "without exception", "no exception", "ingen unntak", "intet unntak", "ikke noe unntak", "ikkje noko unntak", "without doubt", "no doubt", "not least", "not surprisingly", "not unexpectedly", "no less than", "no fewer than", "ikke mindre enn", "ikkje mindre enn", "whether or not", "eller ikke", "or not", "om ikke annet", "if not")

// denied tells whether the clause denies what it says. "Not only" and words that stand for cases do not; nor does "not until"; two
// denials undo each other ("has never managed without"), unless "and" or a comma stands between them; what a relative clause
// about something else denies ("people who had never come") is not denied of the cases.
func (c *clause) denied() bool {
	n, last := 0, -1
	for i := 0; i < len(c.tokens); i++ {
		if k := c.phrase(i, noDenials); k > 0 {
			i += k - 1
			continue
		}
		w := c.word(i)
		if k := c.phrase(i, refusals); k > 0 && !c.used[i] {
			if last < 0 || !c.joinedBetween(last, i) {
				n++
			}
			last = i
			i += k - 1
			continue
		}
		if c.used[i] || !negations[w] && !nothings[w] || notOnly[c.word(i+1)] && negations[w] || w == "spart" && c.word(i+1) != "for" || (w == "fails" || w == "failed") && c.word(i+1) != "to" || w == "missing" && c.heads(i) {
			continue
		}
		if c.untilLater(i) || c.aside(i) || c.noOther(i) {
			continue
		}
		if last >= 0 && c.joinedBetween(last, i) {
			continue
		}
		n++
		last = i
	}
	return n%2 == 1
}

// refusals are phrases that say no without a word for it.
var refusals = phrases("decided against", "decide against", "voted against", "opted against", "opted out", "said no to", "turned down", "free of", "free from", "gone without", "went without", "do without", "does without", "gikk bort fra", "gått bort fra", "gjekk bort frå", "gått bort frå", "valgte bort", "valgt bort", "valde bort", "valt bort", "sa nei", "sagt nei", "takket nei", "takka nei", "sluppet unna", "slapp unna", "slipper unna", "slippe unna", "sloppe unna", "slepp unna", "sleppe unna", "fri for", "lar være", "lot være", "latt være", "la være", "lar vere", "let vere", "lèt vere", "late vere", "lét vere", "lot vere")

// untilLater tells whether a denial at token i only says since when: "did not have one until 2012".
func (c *clause) untilLater(i int) bool {
	for j := i + 1; j < len(c.tokens) && !c.gap(j); j++ {
		if w := c.word(j); w == "until" || w == "before" && j+1 < len(c.tokens) || w == "før" && j <= i+4 {
			return c.word(i) != "never"
		}
	}
	return false
}

// noOther tells whether a denial at token i denies only what stands beside what is said: "no other problems than theft".
func (c *clause) noOther(i int) bool {
	if next := c.word(i + 1); !nothings[c.word(i)] || next != "other" && next != "andre" && next != "annen" && next != "anna" && next != "annet" {
		return false
	}
	return slices.ContainsFunc(c.words()[i:], func(w string) bool { return w == "than" || w == "enn" })
}

// aside tells whether a denial at token i stands in a relative clause about something other than cases.
func (c *clause) aside(i int) bool {
	if c.pointedOut(0) {
		return false
	}
	for j := i - 1; j >= max(1, i-3); j-- {
		if relatives[c.word(j)] {
			before := c.word(j - 1)
			return !c.used[j-1] && !c.l.noun(before) && !nothings[before] && before != "eneste" && before != "one" && before != "those" && before != "dei" && before != "de" && !c.l.several(before)
		}
		if c.used[j] {
			return false
		}
	}
	return false
}

var relatives = set("som", "who", "which")

// joinedBetween tells whether "and", "or" or a comma stands between two denials, so that each denies by itself.
func (c *clause) joinedBetween(i, j int) bool {
	for k := i + 1; k <= j; k++ {
		if joiners[c.word(k)] || c.gapped(k) {
			return true
		}
	}
	return negations[c.word(i)] && c.word(i) != "aldri" && c.word(i) != "never" && j == i+1 && c.word(j) == c.word(i)
}

// deniedBefore tells whether a word before token i denies, and uses it up.
func (c *clause) deniedBefore(i int) bool {
	for j := range i {
		if Denies(c.word(j)) && !notOnly[c.word(j+1)] && !c.aside(j) && !c.untilLater(j) && c.phrase(j, noDenials) == 0 {
			c.use(j, 1)
			return true
		}
	}
	return false
}

// neither tells whether the clause says "neither A nor B".
func (c *clause) neither() bool {
	for _, t := range c.tokens {
		switch t.Fold {
		case "verken", "hverken", "korkje", "neither", "nor":
			return true
		}
	}
	return false
}

// partial tells whether the clause says that something is there within a limit: "was partial", «delvis i bruk»; not "partly because".
func (c *clause) partial() bool {
	for i, w := range c.words() {
		if limits[w] && !causes[c.word(i+1)] {
			return true
		}
	}
	return false
}

var (
	limits = set("partial", "partially", "partly", "delvis", "delvise")
	causes = set("because", "due", "by", "since", "for", "through", "as", "from", "fordi", "på", "av", "som", "grunnet", "fra", "frå")
)

func (c *clause) hedged() bool {
	for i, t := range c.tokens {
		if hedges[t.Fold] && !c.able(i) || c.seems(i) || c.phrase(i, hedgePhrases) > 0 {
			return true
		}
	}
	return false
}

// seems tells whether a verb at token i, with the subject between, says how something looks: «synes modellen å ha», «ser kommunen ut til».
func (c *clause) seems(i int) bool {
	to, looks := seeming[c.word(i)]
	for j := i + 1; looks && j <= i+5 && !c.gap(j); j++ {
		if c.word(j) == to {
			return true
		}
	}
	return false
}

var seeming = map[string]string{"synes": "å", "synest": "å", "syntes": "å", "later": "å", "lèt": "å", "ser": "ut", "så": "ut", "såg": "ut"}

// able tells whether "can" at token i says what somebody has to show, and not what may be: «kan vise til kortere ventetid».
func (c *clause) able(i int) bool {
	if w := c.word(i); w != "kan" && w != "kunne" && w != "could" {
		return false
	}
	for j := i + 1; j <= i+3 && j < len(c.tokens) && !c.gap(j); j++ {
		if showing[c.word(j)] {
			return true
		}
		if k, _ := c.caseAt(j); k < 0 && !words.Function(c.word(j), c.l.language) && !c.l.noun(c.word(j)) {
			return false
		}
	}
	return false
}

// showing are what those do who have something to show for what they say.
var showing = set("vise", "dokumentere", "påvise", "melde", "fortelle", "fortelje", "rapportere", "peke", "peike", "skilte", "show", "document", "demonstrate", "report", "point")

// echoes are the words that take up what the clause before said.
var echoes = phrases("gjør det ikke", "gjør ikke det", "ikke gjør det", "gjorde ikke det", "ikke gjorde det", "gjør ikke", "ikke gjør", "gjør det", "gjorde det", "gjør det samme", "har ikke det", "ikke har det", "har det ikke", "har det",
	"lar være", "lot være", "latt være", "let vere", "lèt vere", "lét vere", "late vere", "har gjort det", "hadde gjort det", "har gjort det same", "det har", "det gjør", "det gjer", "det gjorde", "det hadde", "done so", "done it", "do so", "does so", "did so", "do the same", "does the same", "did the same",
	"ikkje gjer det", "gjer det ikkje", "gjer ikkje det", "ikkje gjorde det", "gjorde det ikkje", "gjer det", "har det ikkje",
	"does not", "did not", "do not", "doesn't", "didn't", "has not", "have not", "does", "did", "not the case", "ikke tilfelle", "ikke tilfellet", "ikkje tilfelle", "ikkje tilfellet", "not true of", "the case at", "gjelder ikke", "gjeld ikkje", "not at", "not in", "ikke i", "ikkje i")

// echo tells whether the clause takes up the one before.
func (c *clause) echo() bool {
	for i := range c.tokens {
		if c.phrase(i, echoes) > 0 {
			return true
		}
	}
	if last := c.word(len(c.tokens) - 1); summing[c.word(0)] && (verbs[last] || auxiliary[last]) { // «noe ingen av de andre gjorde»
		return true
	}
	return len(strings.TrimSpace(c.text)) < 20
}

// summing are the words with which a relative clause takes up all that the clause before says.
var summing = set("noe", "noko", "hvilket", "which", "something")
