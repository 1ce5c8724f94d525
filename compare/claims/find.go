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
	Partial    bool              // Count is of the cases where it is within a limit: "was partial in three"
	Hedged     bool
	Contrast   bool         // "but" or "while" sets it against the clause before, and it does not say "also"
	Too        bool         // it says "also", "the same", "more"
	Echo       bool         // it says again, or denies, what the clause before it says ("… while C does not")
	Only       bool         // it says of the cases it names that they are the only ones
	Elliptic   bool         // it says something else of the cases of the clause before, which it does not name: "but no alarm"
	Doubtful   bool         // it is elliptic, and may as well speak of something else
	Denies     bool         // it is elliptic, and begins with a denial
	Ranked     string       // the word by which it says how the cases stand to others: "most"; "" if it does not
	Text       string       // the words of the clause, blanks for what is a clause of its own
	Used       map[int]bool // the first bytes, in the sentence, of the words that say of which cases
	except     []string     // cases of which it says no more than that they are the exception to what the clause beside it says
	bare       bool         // it names cases and says nothing but whether what the clause before says holds of them
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
	theirs := study.MatchString(masked)
	condition := conditional.MatchString(masked)
	var before []string
	counted := false
	for _, part := range l.clausesOf(masked) {
		c := &clause{l: l, text: part.text, used: map[int]bool{}, missized: -1, before: before, counted: counted, condition: condition}
		c.tokens = words.Tokens(c.text)
		claim, sure, ok := c.read()
		before, counted = union(before, c.names), counted || c.speaksOfCases()
		if keys := c.exceptions(); keys != nil {
			claim, ok, c.why = Claim{except: keys}, true, ""
		} else if n := len(out.Claims); !ok && n > 0 && out.Claims[n-1].End == part.start && (c.why == "" || Denies(c.word(1))) {
			if sure, is := c.elliptic(beforeDenies(out.Claims[n-1])); is {
				added, can := c.addedTo(out.Claims[n-1])
				claim, ok, c.why = added, true, ""
				claim.Doubtful = !sure || !can
			}
		}
		why := c.doubt(ok)
		if why != "" && claim.Doubtful {
			continue
		}
		if claim.except != nil {
			why = ""
		}
		if ok && why == "" && claim.Count == (cases.Quantifier{}) {
			if i := c.ranked(); i >= 0 && c.ranksLow(i) {
				why, c.at, c.noun = Degree, i, ""
			} else if i >= 0 {
				claim.Ranked = part.text[c.tokens[i].Start:c.tokens[i].End]
			}
		}
		switch {
		case masked != sentence && c.says():
			out.Aside = out.Aside || ok || why != "" // «…», said one of them
			continue
		case others && !(ok && sure), theirs && len(c.names) == 0:
			out.Aside = out.Aside || ok || why != ""
			continue
		case why == Apparatus || why == Comparison:
			out.Aside = true
			continue
		case why != "":
			out.Unread = append(out.Unread, Unread{Start: part.start, End: part.end, Phrase: c.phraseAt(c.at), Word: c.noun, Why: why})
			continue
		case !ok:
			continue
		}
		claim.Start, claim.End, claim.Text = part.start, part.end, part.text
		claim.bare = claim.except != nil || c.bare()
		claim.Contrast, claim.Too = part.start > 0 && opposing[c.word(0)] && !c.too(), c.too()
		claim.Used = map[int]bool{}
		for i := range c.used {
			claim.Used[part.start+c.tokens[i].Start] = true
		}
		out.Claims = append(out.Claims, claim)
	}
	out.Claims = l.joinExceptions(out.Claims)
	for i, claim := range slices.Clone(out.Claims) {
		if claim.except != nil { // of what, is not said
			out.Claims = slices.Delete(out.Claims, i, i+1)
			out.Unread = append(out.Unread, Unread{Start: claim.Start, End: claim.End, Phrase: strings.TrimSpace(claim.Text), Why: Unclear})
			break
		}
	}
	out.Aside = out.Aside || masked != sentence && len(out.Claims)+len(out.Unread) == 0 && l.quantifies(sentence)
	return out
}

var (
	quoted     = regexp.MustCompile(`«[^«»]*»|“[^“”]*”|"[^"]*"|‘[^‘’]*’`)
	literature = regexp.MustCompile(`(?i)(?:^|\P{L})(tidligere (studier|forskning|undersøkelser)|forskninga?e?n? (viser|har vist|tyder|peker)|litteraturen|ifølge litteraturen|tidlegare (studiar|forsking)|studier viser|previous (studies|research|work)|earlier (studies|research)|the literature|research (shows|finds|suggests)|studies (show|find|suggest)|according to|ifølge|ifølgje|i følge|i følgje)(?:\P{L}|$)`)
	cited      = regexp.MustCompile(`\(\s*(?:\p{Lu}[^()]*,?\s)?(?:19|20)\d\d[a-z]?(?:[:,][^()]*)?\)|\p{Lu}\p{L}+,? (?:19|20)\d\d\b`)
)

// study is how a sentence begins, or speaks, that tells of the study of somebody else: "Hansen (2019) found", "in Berg's study".
var study = regexp.MustCompile(`^\s*\p{Lu}[\p{L}-]+(?:(?:,| and| og| &) \p{Lu}[\p{L}-]+)*(?: et al\.| m\.fl\.)? \((?:19|20)\d\d|(?:^|\P{L})(?:[Ii]n \p{Lu}[\p{L}-]+(?:['’]s|s['’]) (?:study|survey|sample|review)|[Ii] \p{Lu}[\p{L}-]+s (?:studie|undersøkelse|undersøking|utvalg|utval))(?:\P{L}|$)`)

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
	counted bool         // an earlier clause speaks of the cases together
	names   []string     // cases that it names, in whatever part
	why     string       // why a quantifier in it was not made out
	at      int          // the token at which that stands
	noun    string       // what it counts
	vague   int          // the token of a word that picks out some of the cases, it cannot be told which; 0 if there is none
	loose   int          // the token of a noun of the cases that may mean no more than "times": "in most cases"; 0 if there is none

	limit    int      // the token of what limits the cases named before it and is of no attribute: "in the north"; 0 if there is none
	missized int      // the token after which a number is said that is not that of the group; -1 if there is none
	members  []string // cases that it names as some of those it counts: "among them A"

	condition bool // the sentence says what would be, or asks whether it is
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
	if c.members != nil && !c.countsSome(q, ok) {
		if !ok || q.group != nil && len(union(q.group, c.members)) > len(q.group) {
			named = union(named, c.members)
		}
		c.members = nil // "all sites, A included"
	}
	c.names = union(union(union(named, except), c.other), c.members)
	denied := c.denied() != (q.none && !q.beside || c.neither()) // "none lacks it": all have it
	if ok && denied && q.count.Kind == cases.NotAll && !q.none { // "not all lack it": some have it
		q.count, denied = cases.Quantifier{Kind: cases.Some}, false
	}
	if q.none && !q.beside && !denied && q.count.Kind == cases.None {
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
	case c.partial():
		state, claim.Partial = cases.StatePartial, true
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
	// leaveOut says of the cases that the claim sets apart, or of all others, that it is not so there.
	leaveOut := func(only bool) {
		claim.Only = only
		if state == cases.StatePresent || state == cases.StatePartial {
			give(slices.DeleteFunc(c.other, func(k string) bool { return claim.Claimed[k] != "" }), NotPresent)
		}
		for _, k := range c.l.keys {
			if only && claim.Claimed[k] == "" && state == cases.StateAbsent { // "only A lacks it"
				claim.Claimed[k] = cases.StatePresent
			} else if only && claim.Claimed[k] == "" {
				claim.Claimed[k] = NotPresent
			}
		}
	}
	if !ok && len(except) > 0 {
		if !c.plainly() {
			c.why = Unclear
			return claim, false, false
		}
		q, ok = allOrNone("all"), true // "with the exception of Station, the libraries …"
	}
	switch {
	case ok && len(except) > 0 && q.group != nil && slices.ContainsFunc(except, func(k string) bool { return !slices.Contains(q.group, k) }):
		c.why = Unclear // "all nursing homes except A", which is none
		return claim, false, false
	case ok && len(except) > 0 && (q.count.Kind == cases.All || q.count.Kind == cases.None || q.count.Kind == "" && q.group != nil):
		opposite := cases.StateAbsent
		if state != cases.StatePresent && state != cases.StatePartial {
			opposite = cases.StatePresent
		}
		for _, k := range c.l.keys {
			if slices.Contains(except, k) {
				give([]string{k}, opposite)
			} else if q.group == nil || slices.Contains(q.group, k) {
				give([]string{k}, state)
			}
		}
		return claim, true, true
	case ok && q.beside:
		if q.none && (denied || silent) {
			c.why = Unclear // "A has none, and no one else does": whether the others have none either
			return claim, false, false
		}
		if give(named, state); q.against {
			leaveOut(true)
		} else {
			give(q.group, state)
		}
		return claim, true, true
	case ok && q.group != nil && (q.count.Kind == cases.All || q.count.Kind == cases.None || q.count.Kind == ""):
		if keys := union(q.group, named); len(named) > 0 && len(keys) != len(named) && !c.added(named, q.group) {
			c.why = Unclear // «av de store kommunene er det B»
			return claim, false, false
		}
		give(union(q.group, named), state)
		leaveOut(only || q.only)
		return claim, true, true
	case len(named) > 0 && (!ok || q.count.Kind == cases.Exactly && q.count.N == len(named) || q.count.Kind == cases.All):
		if ok && q.count.Kind == cases.All && (q.rest || len(named) < len(c.l.keys) && c.apart(q, named)) {
			break
		}
		give(named, state)
		leaveOut(only)
		return claim, true, true
	}
	if !ok {
		return claim, false, false
	}
	if !q.rest && len(named) > 0 && (q.count.Kind == cases.All || q.count.Kind == cases.None) && !c.too() {
		c.why = Unclear // "all libraries bar A": what is said of A is not made out
		return claim, false, false
	}
	if i := c.filledOut(); q.count.Kind == cases.Exactly && len(named) > 0 && i >= 0 && c.stranger() < 0 {
		c.why, c.at = Unclear, i // «tre sykehus (Granli og Havna)»: the number is not that of the names
		return claim, false, false
	}
	claim.Count, claim.Among = q.count, q.group
	if len(c.members) > 0 {
		give(c.members, state)
	}
	switch {
	case q.count.Kind == cases.All && state != cases.StatePresent && state != cases.StatePartial:
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

// countsSome tells whether a quantifier leaves it open of which of the cases it holds, so that "among them A" says more.
func (c *clause) countsSome(q quantified, ok bool) bool {
	switch q.count.Kind {
	case "", cases.All, cases.None:
		return false
	}
	return ok
}

// apart tells whether a quantifier over all cases stands apart from names that fill it out ("all three, A, B and C" is
// one claim of the three; "all of them except A" was dealt with before).
func (c *clause) apart(q quantified, named []string) bool {
	return q.count.N == 0 && len(named) != len(c.l.keys)
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

func phrases(lines ...string) [][]string {
	var out [][]string
	for _, l := range lines {
		out = append(out, strings.Fields(l))
	}
	return out
}
