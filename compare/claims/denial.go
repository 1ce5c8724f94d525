package claims

import "strings"

var (
	negations = set("ikke", "ikkje", "aldri", "mangler", "manglar", "mangla", "manglet", "savner", "saknar", "avviser", "avviste", "avvis", "benekter", "benektet", "overdrevet", "overdrive", "unngår", "unngikk", "denies", "denied", "rejects", "rejected", "dismisses", "dismissed",
		"avoids", "avoided", "exaggerated", "not", "never", "cannot", "lacks", "lack", "lacked",
		"don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "haven't", "hasn't", "hadn't", "won't", "can't", "couldn't", "wouldn't")
	nothings = set("ingen", "inga", "intet", "inkje", "ingenting", "no", "none", "nothing", "nobody", "uten", "utan", "without")
	notOnly  = set("bare", "berre", "kun", "only", "just", "minst", "least", "alle", "all")

	hedges = set("kanskje", "trolig", "truleg", "muligens", "moglegvis", "antakelig", "antagelig", "sannsynligvis", "sannsynlegvis", "visstnok", "formodentlig", "kan", "kunne",
		"may", "might", "could", "perhaps", "possibly", "probably", "likely", "seems", "seem", "seemed", "appears", "appear", "appeared", "suggests", "suggest", "presumably", "arguably", "maybe", "potentially")
	hedgePhrases = phrases("synes å", "synest å", "syntes å", "ser ut til", "se ut til", "ser ut som", "så ut til", "ser ut for", "tyder på", "tydet på", "tyda på", "later til", "virker som", "virker å", "verkar som", "tends to", "tend to", "det er grunn til å tro", "as if")

	silences = phrases("nevnes ikke", "nevner ikke", "nevnte ikke", "ikke nevnt", "nevnes heller ikke", "tas ikke opp", "tok ikke opp", "tar ikke opp", "ikke tatt opp", "kom ikke opp", "ikke omtalt", "omtales ikke", "omtaler ikke",
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
		if raising[c.word(i)] { // "nobody at Mill mentioned it"
			for j := range i {
				if w := c.word(j); !c.used[j] && (w == "nobody" || w == "ingen" || w == "no" && c.word(j+1) == "one") {
					return true
				}
			}
		}
	}
	return false
}

var raising = set("mentioned", "mentions", "mention", "raised", "raises", "nevner", "nevnte", "nemner", "nemnde", "omtaler", "omtalte")

// denied tells whether a word of the clause denies what it says. "Not only" and words that stand for cases do not.
func (c *clause) denied() bool {
	for i, t := range c.tokens {
		if c.used[i] || notOnly[c.word(i+1)] && negations[t.Fold] {
			continue
		}
		if negations[t.Fold] || nothings[t.Fold] {
			return true
		}
	}
	return false
}

// deniedBefore tells whether a word before token i denies.
func (c *clause) deniedBefore(i int) bool {
	for j := range i {
		if negations[c.word(j)] && !notOnly[c.word(j+1)] {
			return true
		}
	}
	return false
}

// neither tells whether the clause says "neither A nor B".
func (c *clause) neither() bool {
	for _, t := range c.tokens {
		switch t.Fold {
		case "verken", "hverken", "korkje", "neither":
			return true
		}
	}
	return false
}

func (c *clause) hedged() bool {
	for i, t := range c.tokens {
		if hedges[t.Fold] || c.phrase(i, hedgePhrases) > 0 {
			return true
		}
	}
	return false
}

// echoes are the words that take up what the clause before said.
var echoes = phrases("gjør det ikke", "gjør ikke det", "ikke gjør det", "gjorde ikke det", "ikke gjorde det", "gjør ikke", "ikke gjør", "gjør det", "gjorde det", "gjør det samme", "har ikke det", "ikke har det", "har det ikke", "har det",
	"ikkje gjer det", "gjer det ikkje", "gjer ikkje det", "ikkje gjorde det", "gjorde det ikkje", "gjer det", "har det ikkje",
	"does not", "did not", "do not", "doesn't", "didn't", "has not", "have not", "does", "did", "not at", "not in", "ikke i", "ikkje i")

// echo tells whether the clause takes up the one before.
func (c *clause) echo() bool {
	for i := range c.tokens {
		if c.phrase(i, echoes) > 0 {
			return true
		}
	}
	return len(strings.TrimSpace(c.text)) < 20
}
