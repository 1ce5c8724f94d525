package claims

import (
	"regexp"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/corpus/words"
)

// NotPresent is claimed of the cases that a claim leaves out ("only in D"): that it is not there, by
// denial or by silence.
const NotPresent = "not-present"

// Claim is what one clause of a sentence claims of the cases.
type Claim struct {
	Start, End int               // bytes of the clause in the sentence
	Claimed    map[string]string // by case: present, absent, none (not raised), NotPresent; nil if the claim only counts
	Count      cases.Quantifier  // the zero Quantifier if the claim names its cases
	Among      []string          // the cases that Count speaks of; nil for all
	Denied     bool              // Count is of the cases where it is not
	Hedged     bool
	Contrast   bool         // "but" or "while" sets it against the clause before, and it does not say "also"
	Too        bool         // it says "also", "the same", "more"
	Echo       bool         // it says again, or denies, what the clause before it says ("… while C does not")
	Used       map[int]bool // the first bytes, in the sentence, of the words that say of which cases
}

// Find returns what a sentence claims of the cases, clause by clause in text order. A question claims nothing; what stands in
// quotation marks is somebody else's, if it is longer than three words; a sentence that speaks of the literature
// claims something of these cases only if it names one or says their number.
func (l *Lexicon) Find(sentence string) []Claim { return l.Read(sentence).Claims }

// Read returns what a sentence claims of the cases, and which of its quantifiers it could not make out.
func (l *Lexicon) Read(sentence string) Reading {
	var out Reading
	if strings.HasSuffix(strings.TrimRight(sentence, " \"”»)"), "?") {
		out.Aside = l.quantifies(sentence)
		return out
	}
	masked := Mask(sentence)
	others := literature.MatchString(masked) || cited.MatchString(masked)
	var before []string
	for _, part := range l.clausesOf(masked) {
		c := &clause{l: l, text: part.text, used: map[int]bool{}, before: before}
		c.tokens = words.Tokens(c.text)
		claim, sure, ok := c.read()
		before = union(before, c.names)
		why := c.doubt(ok)
		switch {
		case others && !(ok && sure):
			out.Aside = out.Aside || ok || why != ""
			continue
		case why == Apparatus:
			out.Aside = true
			continue
		case why != "":
			out.Unread = append(out.Unread, Unread{Start: part.start, End: part.end, Phrase: c.phraseAt(c.at), Word: c.counted, Why: why})
			continue
		case !ok:
			continue
		}
		claim.Start, claim.End = part.start, part.end
		claim.Contrast, claim.Too = part.start > 0 && opposing[c.word(0)] && !c.too(), c.too()
		claim.Used = map[int]bool{}
		for i := range c.used {
			claim.Used[part.start+c.tokens[i].Start] = true
		}
		out.Claims = append(out.Claims, claim)
	}
	out.Aside = out.Aside || masked != sentence && len(out.Claims)+len(out.Unread) == 0 && l.quantifies(sentence)
	return out
}

var (
	quoted     = regexp.MustCompile(`«[^«»]*»|“[^“”]*”|"[^"]*"|‘[^‘’]*’`)
	literature = regexp.MustCompile(`(?i)\b(tidligere (studier|forskning|undersøkelser)|forskninga?e?n? (viser|har vist|tyder|peker)|litteraturen|ifølge litteraturen|tidlegare (studiar|forsking)|studier viser|previous (studies|research|work)|earlier (studies|research)|the literature|research (shows|finds|suggests)|studies (show|find|suggest))\b`)
	cited      = regexp.MustCompile(`\(\s*(?:\p{Lu}[^()]*,?\s)?(?:19|20)\d\d[a-z]?(?:[:,][^()]*)?\)|\p{Lu}\p{L}+,? (?:19|20)\d\d\b`)
)

// Mask puts blanks in the place of what somebody else is quoted with, if it is longer than three words, so that places
// stay the same.
func Mask(s string) string {
	return quoted.ReplaceAllStringFunc(s, func(q string) string {
		if len(words.Tokens(q)) <= 3 {
			return q
		}
		return strings.Repeat(" ", len(q))
	})
}

// clause is a clause while it is read.
type clause struct {
	l       *Lexicon
	text    string
	tokens  []words.Token
	used    map[int]bool // tokens that say of which cases
	other   []string     // cases that it sets the named ones against: "unlike B"
	before  []string     // cases that earlier clauses of the sentence name
	names   []string     // cases that it names, in whatever part
	why     string       // why a quantifier in it was not made out
	at      int          // the token at which that stands
	counted string       // the noun that it counts
	vague   int          // the token of a word that picks out some of the cases, it cannot be told which; 0 if there is none
}

func (c *clause) word(i int) string {
	if i < 0 || i >= len(c.tokens) {
		return ""
	}
	return c.tokens[i].Fold
}

// gap tells whether a mark of punctuation stands between token i and the one before it.
func (c *clause) gap(i int) bool {
	return i > 0 && i < len(c.tokens) && strings.ContainsAny(c.text[c.tokens[i-1].End:c.tokens[i].Start], ",;:().")
}

// read returns what the clause claims; sure tells that it names cases or their number, and does not
// only speak of "most municipalities".
func (c *clause) read() (claim Claim, sure, ok bool) {
	q, ok := c.quantified()
	named, only, except := c.named()
	claim.Hedged = c.hedged()
	silent := c.silent()
	c.names = union(union(named, except), c.other)
	denied := c.denied() != (q.none || c.neither()) // "none lacks it": all have it
	if q.none && !denied && q.count.Kind == cases.None {
		q.count.Kind, q.none = cases.All, false
	}
	if q.count.Kind == cases.NotAll && q.none {
		denied = true
	}
	state := cases.StatePresent
	switch {
	case silent:
		state = cases.StateNone
	case denied:
		state = cases.StateAbsent
	}
	claim.Echo = c.echo()
	give := func(keys []string, state string) {
		if claim.Claimed == nil {
			claim.Claimed = map[string]string{}
		}
		for _, k := range keys {
			claim.Claimed[k] = state
		}
	}
	switch {
	case ok && len(except) > 0 && (q.count.Kind == cases.All || q.count.Kind == cases.None):
		opposite := cases.StateAbsent
		if state != cases.StatePresent {
			opposite = cases.StatePresent
		}
		for _, k := range c.l.keys {
			if slices.Contains(except, k) {
				give([]string{k}, opposite)
			} else {
				give([]string{k}, state)
			}
		}
		return claim, true, true
	case ok && q.group != nil && (q.count.Kind == cases.All || q.count.Kind == cases.None || q.count.Kind == ""):
		give(q.group, state)
		return claim, true, true
	case len(named) > 0 && (!ok || q.count.Kind == cases.Exactly && q.count.N == len(named) || q.count.Kind == cases.All):
		if ok && q.count.Kind == cases.All && (q.rest || len(named) < len(c.l.keys) && c.apart(q, named)) {
			break
		}
		give(named, state)
		if state == cases.StatePresent {
			give(slices.DeleteFunc(c.other, func(k string) bool { return slices.Contains(named, k) }), NotPresent)
		}
		if only {
			for _, k := range c.l.keys {
				if claim.Claimed[k] == "" && state == cases.StateAbsent { // "only A lacks it"
					claim.Claimed[k] = cases.StatePresent
				} else if claim.Claimed[k] == "" {
					claim.Claimed[k] = NotPresent
				}
			}
		}
		return claim, true, true
	}
	if !ok {
		return claim, false, false
	}
	if i := c.filledOut(); q.count.Kind == cases.Exactly && len(named) > 0 && i >= 0 && c.stranger() < 0 {
		c.why, c.at = Unclear, i // «tre sykehus (Granli og Havna)»: the number is not that of the names
		return claim, false, false
	}
	claim.Count, claim.Among = q.count, q.group
	switch {
	case q.count.Kind == cases.All && state != cases.StatePresent:
		keys := q.group
		if keys == nil {
			keys = c.l.keys
		}
		claim.Count = cases.Quantifier{Kind: cases.None}
		if silent {
			claim.Count = cases.Quantifier{}
			give(keys, cases.StateNone)
		}
	case q.count.Kind == cases.None || q.count.Kind == cases.NotAll:
		if silent && q.count.Kind == cases.None {
			claim.Count = cases.Quantifier{}
			give(c.l.keys, cases.StateNone)
		}
	default:
		claim.Denied = denied
	}
	return claim, q.sure, true
}

// apart tells whether a quantifier over all cases stands apart from names that fill it out ("all three, A, B and C" is
// one claim of the three; "all of them except A" was dealt with before).
func (c *clause) apart(q quantified, named []string) bool {
	return q.count.N == 0 && len(named) != len(c.l.keys)
}

// named returns the cases that the clause names, whether it says that it is they alone, and those that it excepts.
func (c *clause) named() (keys []string, only bool, except []string) {
	excepting := false
	last := -10
	for i := 0; i < len(c.tokens); i++ {
		if n := c.phrase(i, excepts); n > 0 {
			excepting = true
			c.use(i, n)
			i += n - 1
			continue
		}
		k, n := c.caseAt(i)
		if k < 0 {
			continue
		}
		if c.phraseBefore(i) {
			only = true
		}
		c.use(i, n)
		if c.nobodyElse(i) {
			only = true
		} else if comparing[c.word(i-1)] || comparing[c.word(i-2)] && (c.l.noun(c.word(i-1)) || prepositions[c.word(i-1)]) {
			if c.word(i-1) == "unlike" || c.word(i-2) == "unlike" {
				c.other = append(c.other, c.l.keys[k])
			}
			i += n - 1 // "unlike B", "enn i C": the other side of a comparison
			continue
		}
		if c.contrasted(i) {
			c.other = append(c.other, c.l.keys[k])
			i += n - 1
			continue
		}
		if c.word(i-1) == "but" && i > 1 || c.word(i-2) == "but" && i > 2 && prepositions[c.word(i-1)] {
			excepting = true
		}
		if excepting && (len(except) == 0 || i-last <= 3) {
			except = append(except, c.l.keys[k])
		} else if !slices.Contains(keys, c.l.keys[k]) {
			keys = append(keys, c.l.keys[k])
		}
		last = i
		i += n - 1
	}
	for i := range c.tokens {
		if n := c.phrase(i, alone); n > 0 && len(keys) > 0 {
			only = true
		}
	}
	return keys, only, except
}

// contrasted tells whether the name at token i is what others are set against: "i motsetning til A".
func (c *clause) contrasted(i int) bool {
	for back := 2; back <= 4; back++ {
		if n := c.phrase(i-back, contrasts); i-back >= 0 && n >= 2 && (n == back || n == back-1 && (c.l.noun(c.word(i-1)) || prepositions[c.word(i-1)])) {
			return true
		}
	}
	return false
}

func (c *clause) use(i, n int) {
	for j := i; j < i+n; j++ {
		c.used[j] = true
	}
}

// phrase returns how many tokens one of some phrases takes at token i, 0 if none stands there.
func (c *clause) phrase(i int, phrases [][]string) int {
	best := 0
	if i < 0 {
		return 0
	}
	for _, p := range phrases {
		if len(p) <= best || i+len(p) > len(c.tokens) {
			continue
		}
		same := true
		for j, w := range p {
			same = same && c.tokens[i+j].Fold == w
		}
		if same {
			best = len(p)
		}
	}
	return best
}

// nobodyElse tells whether "no other than" leads up to the name at token i, and uses it up.
func (c *clause) nobodyElse(i int) bool {
	for back := 2; back <= 5 && back <= i; back++ {
		n := c.phrase(i-back, othersThan)
		if n == back || n == back-1 && (prepositions[c.word(i-1)] || c.l.noun(c.word(i-1))) && n > 0 {
			c.use(i-back, back)
			return true
		}
	}
	return false
}

var othersThan = phrases("ingen andre enn", "ingen annen enn", "ingen andre kommuner enn", "inga anna enn", "ingen andre case enn", "ingen unntatt", "none other than", "no other than", "no one but", "nobody but", "none but", "nowhere but", "nowhere else than", "no one other than", "ikke andre steder enn", "ingen steder utenom")

// phraseBefore tells whether "only in" or the like leads up to a name at token i, with what cases are called between.
func (c *clause) phraseBefore(i int) bool {
	for back := 1; back <= 5; back++ {
		w := c.word(i - back)
		if restricting[w] {
			return !negations[c.word(i-back-1)] // "not only"
		}
		if !prepositions[w] && !c.l.noun(w) && !speakers[w] && w != "av" && w != "the" {
			return false
		}
	}
	return false
}

func phrases(lines ...string) [][]string {
	var out [][]string
	for _, l := range lines {
		out = append(out, strings.Fields(l))
	}
	return out
}

var (
	prepositions = set("i", "hos", "ved", "for", "fra", "frå", "in", "at", "by", "from", "of", "med", "with", "blant", "among")
	restricting  = set("bare", "kun", "berre", "utelukkende", "only", "solely", "exclusively")
	comparing    = set("enn", "than", "unlike")
	excepts      = phrases("unntatt", "unnateke", "så nær", "minus", "bortsett fra", "bortsett frå", "med unntak av", "foruten", "utenom", "utanom", "unnateken", "forutan", "så nær som", "except", "except for", "except at", "apart from", "but for", "save for", "with the exception of")
	contrasts    = phrases("motsetning til", "motsetnad til", "forskjell fra", "skilnad frå", "contrast to", "opposed to", "rather than", "instead of", "stedet for", "staden for", "snarere enn", "framfor i", "heller enn")
	alone        = phrases("alene om", "åleine om", "den eneste", "den einaste", "det eneste", "som eneste", "the only one", "is alone in", "the only")
)
