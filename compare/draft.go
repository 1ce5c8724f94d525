package compare

import (
	"regexp"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/compare/claims"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/words"
)

// DraftSentence is a sentence of a draft and where it stands.
type DraftSentence struct {
	Text      string // without the marks that bind it
	Paragraph int    // from 1
	Start     int    // bytes in the paragraph, with the marks
	End       int
	Line      int      // in the file, 0 if it has no lines
	Marks     []string // codes that a mark in it names; "-" for none
	Note      int      // the number of the footnote or endnote in which it stands, by the references of a Word file; 0 if in none
	Caption   bool     // of a table or a figure: it says what stands there, and claims nothing
	BadMark   string   // a mark in it that cannot be read: of a case, a code or a number that is not there
	Of        string   // what a mark says of how many, or of which cases: "2 of 4", "a -b"; "" if none does
}

// The ways in which a claim may be bound to codes.
const (
	BoundByMark   = "mark"      // {benchmarking} in the draft
	BoundByPerson = "confirmed" // bindings.jsonl
	BoundByTerms  = "terms"     // words of the code book: nobody has confirmed it
)

// DraftClaim is one claim of a draft, held against the codings.
type DraftClaim struct {
	Number     int // in the draft, from 1
	Sentence   DraftSentence
	Clause     string
	Claim      claims.Claim
	Codes      []*coding.Code // each is judged by itself
	mixed      bool           // the words of several codes stand between the names of several cases: it cannot be told which is said of which
	turned     bool           // the words may say the opposite of the code
	borrowed   bool           // the codes are of words in the rest of the sentence
	Bound      string         // one of the ways above; "" if no code was found
	Candidates []string       // codes between which the words do not decide
	Judged     []Judged       // one for each code
	Verdict    string         // the worst, "" if it is not bound
	Unread     *claims.Unread // if it says of how many something holds, and of what was not understood; it is not judged then
}

// Flagged tells whether the claim should not be left as it is: it is bound, not hedged, and fails.
func (d *DraftClaim) Flagged() bool {
	return d.Bound != "" && !d.Claim.Hedged && Fails(d.Verdict)
}

var (
	brace   = regexp.MustCompile(`\s*\{([^{}\n]{1,120})\}`)
	caption = regexp.MustCompile(`^\s*(?i:table|figure|fig\.|box|chart|map|tabell|figur|boks|kart|diagram)\s+(?:[A-Z]?\d+|[IVX]+|[A-Z])(?:[.\-]\d+)*[a-z]?\s*(?:[.:–—]|$|\s\p{Lu})`)
	comment = regexp.MustCompile(`<!--\s*([^\n]{1,120}?)\s*-->`)
)

// CommentsAsMarks rewrites comments of Markdown that name codes as marks: <!-- benchmarking --> as {benchmarking}.
func CommentsAsMarks(s *cases.Study, text string) string {
	return comment.ReplaceAllStringFunc(text, func(c string) string {
		inside := comment.FindStringSubmatch(c)[1]
		if _, _, ok := markNames(s, inside); ok {
			return "{" + inside + "}"
		}
		return c
	})
}

// markNames returns what a mark says: the codes, and after a colon of how many cases, or of which ("-b": not in b).
func markNames(s *cases.Study, inside string) (codes []string, of string, ok bool) {
	before, of, counted := strings.Cut(inside, ":")
	codes = strings.FieldsFunc(before, func(r rune) bool { return r == ' ' || r == ',' })
	for _, n := range codes {
		if n != "-" && s.Codebook.Code(n) == nil {
			return nil, "", false
		}
	}
	if of = strings.TrimSpace(of); counted {
		if _, _, ok := markedOf(s, of); !ok {
			return nil, "", false
		}
	}
	return codes, of, len(codes) > 0
}

// slipped tells whether what stands in braces, and cannot be read as a mark, was meant as one: it names a code, or nearly, or says of how many.
func slipped(s *cases.Study, inside string) bool {
	before, of, counted := strings.Cut(inside, ":")
	named := strings.FieldsFunc(before, func(r rune) bool { return r == ' ' || r == ',' })
	known := slices.ContainsFunc(named, func(n string) bool { return s.Codebook.Code(n) != nil })
	if _, _, ok := markedOf(s, strings.TrimSpace(of)); counted && ok && len(named) == 1 {
		return true
	}
	return known || len(named) == 1 && plainfile.Nearest(named[0], s.Codebook.Keys()) != ""
}

// markedOf reads what a mark says after its colon: a quantifier as findings.yaml has it, or keys of cases.
func markedOf(s *cases.Study, of string) (count cases.Quantifier, claimed map[string]string, ok bool) {
	if q, err := cases.ParseQuantifier(of); err == nil && of != "" {
		return q, nil, q.N <= len(s.Cases) && q.Of <= len(s.Cases) && (q.Of == 0 || q.N <= q.Of)
	}
	claimed = map[string]string{}
	for _, key := range strings.FieldsFunc(of, func(r rune) bool { return r == ' ' || r == ',' }) {
		name, denied := strings.CutPrefix(key, "-")
		c := s.CaseNamed(name)
		if c == nil {
			return count, nil, false
		}
		claimed[c.Key] = cases.StatePresent
		if denied {
			claimed[c.Key] = cases.StateAbsent
		}
	}
	return count, claimed, len(claimed) > 0
}

// Sentences returns the sentences of the paragraphs of a draft. A mark {code} belongs to the sentence in which it stands, or
// before it, if it stands between two.
func Sentences(s *cases.Study, paragraphs []string) []DraftSentence {
	var out []DraftSentence
	for i, p := range paragraphs {
		captioned := caption.MatchString(p)
		marked := brace.ReplaceAllStringFunc(p, func(m string) string {
			if _, _, ok := markNames(s, brace.FindStringSubmatch(m)[1]); ok {
				return strings.Repeat("\x01", len(m)) // no mark of punctuation, so that it parts no sentence
			}
			return m
		})
		bounds := words.Sentences(strings.ReplaceAll(marked, "\x01", " "))
		for k, at := range bounds {
			end := at[1]
			limit := len(p)
			if k+1 < len(bounds) {
				limit = bounds[k+1][0]
			}
			for _, m := range brace.FindAllStringIndex(p[end:limit], -1) { // a mark after the full stop
				if strings.Trim(marked[end:end+m[1]], "\x01 ") == "" {
					end += m[1]
					break
				}
			}
			ds := DraftSentence{Paragraph: i + 1, Start: at[0], End: end, Caption: captioned}
			ds.Text = strings.Join(strings.Fields(brace.ReplaceAllStringFunc(p[at[0]:end], func(m string) string {
				names, of, ok := markNames(s, brace.FindStringSubmatch(m)[1])
				if !ok {
					if slipped(s, brace.FindStringSubmatch(m)[1]) {
						ds.BadMark = strings.TrimSpace(m)
					}
					return m
				}
				ds.Marks = append(ds.Marks, names...)
				if of != "" {
					ds.Of = of
				}
				return ""
			})), " ")
			out = append(out, ds)
		}
	}
	return out
}

// lexiconOf returns the names by which a text in a language may speak of the cases of a study.
func lexiconOf(s *cases.Study, language string) *claims.Lexicon {
	var named []claims.Case
	for _, c := range s.Cases {
		n := claims.Case{Key: c.Key, Label: c.Title(), Also: c.Also}
		for _, a := range s.Attributes {
			if a.Kind != cases.Enum {
				continue
			}
			for _, item := range c.Values[a.Key].Items {
				n.Values = append(n.Values, claims.Value{Attribute: a.Key, Text: item.Text})
			}
		}
		named = append(named, n)
	}
	together := s.CaseWords
	if oneInformantEach(s) {
		together = append(slices.Clone(together), informantWords[language]...)
	}
	return claims.NewLexicon(named, together, language)
}

// informantWords are what a text calls those who were interviewed.
var informantWords = map[string][]string{
	"nb": {"informant", "respondent", "intervjuobjekt", "intervjudeltaker"},
	"nn": {"informant", "respondent", "intervjuobjekt", "intervjudeltakar"},
	"en": {"informant", "respondent", "interviewee"},
}

// oneInformantEach tells whether no more than one person speaks for any case, so that "all informants" are all cases.
func oneInformantEach(s *cases.Study) bool {
	for _, c := range s.Cases {
		n := 0
		for _, m := range c.Members {
			d := s.Document(m.Document)
			if d == nil {
				continue
			}
			for _, speaker := range d.Speakers {
				if speaker.Role == corpus.Informant {
					n++
				}
			}
		}
		if n > 1 {
			return false
		}
	}
	return true
}

// Draft finds the claims of a draft's sentences, binds them to codes and holds them against the codings. language is that
// of the draft: nb, nn or en. A mark binds before what a person confirmed, and that before the terms of the code book. A
// clause that takes up the one before ("… while C does not") speaks of the same codes. What "but" sets against the clause before, and
// yet says the same of the same code ("time was short in A, but B had set time aside"), is not understood: its words must mean the opposite. Nor is
// a later clause that has no words for the code («i A justerte de terskelen, i B lot de den stå»).
//
// A clause that says of how many something holds, but not of what cases the linter can tell, is returned as not understood. Aside
// is the number of sentences that count something and claim nothing of the cases: they ask, quote others, speak of the
// literature or of chapters and weeks, or a mark says so. So each sentence that counts is either among what is returned or in aside.
//
// It says whether a claim agrees with the coding, not whether it is true.
func Draft(s *cases.Study, sentences []DraftSentence, language string) (found []DraftClaim, aside int) {
	lexicon := lexiconOf(s, language)
	b := newBinder(s, language, lexicon)
	for _, sentence := range sentences {
		var before []*coding.Code
		var bound string
		var denied bool // what the clause before says
		codes, by := given(s, sentence)
		sides, _, short := b.polarities(sentence.Text, codes)
		own := b.ownDenials(sentence.Text, short)
		reading := lexicon.Read(edited(blanked(sentence.Text, own), sides))
		for _, p := range sides {
			own = append(own, [2]int{p.start, p.end})
		}
		if sentence.BadMark != "" {
			found = append(found, DraftClaim{Sentence: sentence, Unread: &claims.Unread{End: len(sentence.Text), Phrase: sentence.BadMark, Why: claims.BadMark}, Clause: strings.Trim(sentence.Text, " ,;:.")})
			continue
		}
		if sentence.Of != "" {
			count, claimed, _ := markedOf(s, sentence.Of)
			reading = claims.Reading{Claims: []claims.Claim{{End: len(sentence.Text), Text: sentence.Text, Count: count, Claimed: claimed}}}
		} else if sentence.Caption {
			reading = claims.Reading{Aside: reading.Aside || len(reading.Claims)+len(reading.Unread) > 0}
		}
		set := reading.Aside
		for _, claim := range reading.Claims {
			claim.Text = restored(claim.Text, claim.Start, sentence.Text, own)
			d := DraftClaim{Sentence: sentence, Claim: claim, Clause: strings.Trim(sentence.Text[claim.Start:claim.End], " ,;:.")}
			if claim.Elliptic && by != "" {
				continue
			}
			d.bind(s, b, sentence, before, bound)
			if claim.Elliptic && (claim.Doubtful || len(d.Codes) == 0) {
				if !claim.Doubtful && (claim.Denies || len(d.Candidates) > 0) || claim.Doubtful && d.saysMore(b, before) {
					found = append(found, d.unclear())
				}
				continue
			}
			if d.Bound == BoundByMark && len(d.Codes) == 0 || d.Bound == BoundByPerson && len(d.Codes) == 0 {
				set = true // somebody says that it is no claim about a code
				continue
			}
			if d.mixed || d.turned || d.onlyPartlyOf(b, sides) || d.together() {
				found = append(found, d.unclear())
				continue
			}
			turned := claim.Contrast || d.borrowed && !claim.Echo && !claim.Too
			if turned && len(before) > 0 && d.Bound == BoundByTerms && slices.Equal(before, d.Codes) && denies(claim) == denied {
				found = append(found, d.unclear())
				continue
			}
			d.judge(s)
			before, bound, denied = d.Codes, d.Bound, denies(claim)
			found = append(found, d)
		}
		for _, unread := range reading.Unread {
			if confirmed, ok := s.Binding(sentence.Text); len(sentence.Marks) > 0 && len(s.CodesOf(sentence.Marks)) == 0 || ok && len(confirmed.Codes) == 0 {
				set = true
				continue
			}
			found = append(found, DraftClaim{Sentence: sentence, Unread: &unread, Clause: strings.Trim(sentence.Text[unread.Start:unread.End], " ,;:.")})
		}
		if set {
			aside++
		}
	}
	for i := range found {
		found[i].Number = i + 1
	}
	return found, aside
}

// PassedOver returns the sentences of a draft that name a case, a group of cases or a code, and of which nothing was read as a claim, so that a person
// can look whether they claim something. Captions are left out, and sentences with a mark.
func PassedOver(s *cases.Study, sentences []DraftSentence, found []DraftClaim, language string) []DraftSentence {
	lexicon := lexiconOf(s, language)
	b := newBinder(s, language, lexicon)
	type place struct{ paragraph, start int }
	read := map[place]bool{}
	for _, d := range found {
		read[place{d.Sentence.Paragraph, d.Sentence.Start}] = true
	}
	var out []DraftSentence
	for _, sentence := range sentences {
		if read[place{sentence.Paragraph, sentence.Start}] || sentence.Caption || len(sentence.Marks) > 0 {
			continue
		}
		if lexicon.Mentions(sentence.Text) || len(b.matches(sentence.Text, nil)) > 0 {
			out = append(out, sentence)
		}
	}
	return out
}

// PassedOverNotes says how many sentences were passed over; with all of them, a line for each.
func PassedOverNotes(passed []DraftSentence, all bool, l catalogue.Language) []string {
	if len(passed) == 0 {
		return nil
	}
	if !all {
		return []string{l.Say("passed-over", len(passed))}
	}
	out := []string{l.Say("passed-over-all", len(passed))}
	for _, sentence := range passed {
		out = append(out, sentence.Text+" ("+sentence.place(l)+")")
	}
	return out
}

// place says where a sentence stands.
func (d DraftSentence) place(l catalogue.Language) string {
	switch {
	case d.Line > 0:
		return l.Say("line", d.Line)
	case d.Note > 0:
		return l.Say("note-number", d.Note)
	}
	return l.Say("paragraph", d.Paragraph)
}

// unclear returns the claim as one that was not understood.
func (d *DraftClaim) unclear() DraftClaim {
	return DraftClaim{Sentence: d.Sentence, Clause: d.Clause, Unread: &claims.Unread{Start: d.Claim.Start, End: d.Claim.End, Phrase: d.Clause, Why: claims.Unclear}}
}

// together tells whether the clause may say of how many, or of which alone, all of its codes hold together, which does not follow from how many each holds of:
// "only A has neither", "two have both".
func (d *DraftClaim) together() bool {
	if d.Bound != BoundByTerms || len(d.Codes) < 2 {
		return false
	}
	switch d.Claim.Count.Kind {
	case "":
		return d.Claim.Only
	case cases.All, cases.None:
		return false
	}
	return true
}

// saysMore tells whether the clause names, in full, a code of which the clause before it does not speak.
func (d *DraftClaim) saysMore(b *binder, before []*coding.Code) bool {
	return slices.ContainsFunc(b.matches(d.Claim.Text, nil), func(m match) bool {
		return m.share >= surely && m.whole && !slices.Contains(before, m.code)
	})
}

// given returns the codes that a mark or a person gives to a sentence, and which of the two; nil and "" if its words are to tell.
func given(s *cases.Study, sentence DraftSentence) (codes []*coding.Code, bound string) {
	if len(sentence.Marks) > 0 {
		return append([]*coding.Code{}, s.CodesOf(sentence.Marks)...), BoundByMark
	}
	if confirmed, ok := s.Binding(sentence.Text); ok {
		return append([]*coding.Code{}, s.CodesOf(confirmed.Codes)...), BoundByPerson
	}
	return nil, ""
}

// onlyPartlyOf tells whether words of the clause were read as words for a lack, or for enough, that may be said of others of its codes, too, of which they mean
// something else: "A lacks money and cameras", "A has money enough and cameras".
func (d *DraftClaim) onlyPartlyOf(b *binder, sides []polarity) bool {
	for _, p := range sides {
		if p.start < d.Claim.Start || p.end > d.Claim.End {
			continue
		}
		for _, c := range d.Codes {
			if !slices.Contains(p.codes, c) && (p.enough || b.saidOfCode(d.Sentence.Text, p, c)) {
				return true
			}
		}
	}
	return false
}

// denies tells whether a claim says of its cases that something is not there.
func denies(c claims.Claim) bool {
	switch c.Count.Kind {
	case cases.None, cases.NotAll, cases.AtMost:
		return true
	}
	return c.Denied || deniesAll(c.Claimed)
}

// deniesAll tells whether what is claimed of cases by name says of none that it is there.
func deniesAll(claimed map[string]string) bool {
	return len(claimed) > 0 && !slices.ContainsFunc(values(claimed), func(state string) bool { return state == cases.StatePresent || state == cases.StatePartial })
}

// bind finds the codes of a claim; before are those of the clause before it.
func (d *DraftClaim) bind(s *cases.Study, b *binder, sentence DraftSentence, before []*coding.Code, bound string) {
	if d.Codes, d.Bound = given(s, sentence); d.Bound != "" {
		return
	}
	used := map[int]bool{}
	for at := range d.Claim.Used {
		used[at-d.Claim.Start] = true
	}
	d.Codes, d.Candidates, d.turned, d.mixed = b.bind(d.Claim.Text, used)
	if len(d.Codes) == 0 && d.Claim.Echo && len(before) > 0 {
		d.Codes, d.Candidates, d.Bound = before, nil, bound
		return
	}
	if len(d.Codes) == 0 && len(d.Candidates) == 0 && !d.Claim.Elliptic {
		d.Codes, d.Candidates, d.turned, _ = b.bind(claims.Mask(sentence.Text), d.Claim.Used)
		d.borrowed = true
	}
	if len(d.Codes) > 0 {
		d.Bound = BoundByTerms
	}
}

// judge holds the claim against the codings of each of its codes.
func (d *DraftClaim) judge(s *cases.Study) {
	among := s.Cases
	if d.Claim.Among != nil {
		among = nil
		for _, key := range d.Claim.Among {
			among = append(among, s.Case(key))
		}
	}
	for _, code := range d.Codes {
		st := Statement{Codes: []*coding.Code{code}, Claimed: d.Claim.Claimed, Count: d.Claim.Count, Denied: d.Claim.Denied, Partial: d.Claim.Partial, Among: among}
		j := Judge(s, st)
		if d.Verdict == "" {
			d.Verdict = j.Verdict
		}
		d.Verdict = worse(d.Verdict, j.Verdict)
		d.Judged = append(d.Judged, j)
	}
	if d.Claim.Ranked != "" && d.Verdict == Supported {
		d.Verdict = Partly // it is there; how it stands to the others nobody has held against the codings
	}
}
