package cases

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// ConfirmedFile keeps on what the words of people rested when they were confirmed.
const ConfirmedFile = "confirmed.jsonl"

// Basis is what something rests on: its own words, the definitions of the codes that it speaks of, the
// states that it saw and the passages behind them. Words, definitions and passages are kept as
// short digests, so that the ledger holds nothing of the texts.
type Basis struct {
	Words       string            `json:"words"`
	Definitions map[string]string `json:"definitions,omitempty"` // by code
	States      map[string]string `json:"states,omitempty"`      // by case/code
	Passages    []string          `json:"passages,omitempty"`    // sorted
}

// Confirmed is one line of the ledger: a person looked at something and let it stand.
type Confirmed struct {
	Name string `json:"name"` // as Resting names it
	By   string `json:"by,omitempty"`
	On   string `json:"on,omitempty"`
	Basis
}

// Resting is something of the researcher's that rests on evidence: a finding, an expectation's verdict, a summary, a value,
// a state that a person set, or a proposal that was declined.
type Resting struct {
	Name  string // "finding:KEY", "expectation:KEY", "summary:CASE/CODE", "value:CASE/ATTRIBUTE", "state:CASE/CODE", "declined:…"
	Text  string // its words, for people
	File  string
	Line  int
	Basis Basis

	review *coding.Review
}

// Change is what became of a basis.
type Change struct {
	Rewritten   bool     // its own words are others: nobody has confirmed these
	More, Gone  int      // passages
	Definitions []string // codes whose definition is another one
	States      []StateChange
}

// StateChange is another state of a cell than before; "" is none.
type StateChange struct{ Cell, Before, After string } // Cell: "a/benchmarking"

// Stale tells whether the evidence changed, and not only the words that rest on it.
func (c Change) Stale() bool {
	return !c.Rewritten && (c.More+c.Gone+len(c.Definitions)+len(c.States) > 0)
}

// Say names what changed.
func (c Change) Say(l catalogue.Language) string {
	var parts []string
	for _, key := range c.Definitions {
		parts = append(parts, l.Say("definition-changed", key))
	}
	for _, s := range c.States {
		parts = append(parts, fmt.Sprintf("%s: %s → %s", s.Cell, dash(l.Say(s.Before)), dash(l.Say(s.After))))
	}
	if c.More > 0 {
		parts = append(parts, l.Say("passages-more", c.More))
	}
	if c.Gone > 0 {
		parts = append(parts, l.Say("passages-gone", c.Gone))
	}
	if c.Rewritten {
		parts = append(parts, l.Say("rewritten"))
	}
	return strings.Join(parts, "; ")
}

// Told returns what changed, in a language.
func (c Change) Told(l catalogue.Language) (string, bool) { return c.Say(l), true }

func (c Change) String() string { return c.Say("en") }

func short(parts ...string) string {
	return corpus.Digest([]byte(strings.Join(parts, "\x00")))[len("sha256:"):][:12]
}

// definition is the digest of what says how a code is to be used.
func definition(c *coding.Code) string {
	return short(c.Label, c.Definition, c.Include, c.Exclude, strings.Join(c.Values, "\x00"))
}

// rests adds what a case says on some codes to a basis.
func (s *Study) rests(b *Basis, c *Case, codes []*coding.Code) {
	for _, code := range codes {
		st := s.Standing(c, code, false)
		if b.Definitions == nil {
			b.Definitions, b.States = map[string]string{}, map[string]string{}
		}
		b.Definitions[code.Key] = definition(code)
		b.States[c.Key+"/"+code.Key] = st.Derived
		for _, e := range st.All() {
			b.Passages = append(b.Passages, short(e.Passage.Document, code.Key, string(e.Says), strings.Join(e.Values, "\x00"), e.Quote))
		}
	}
}

// Resting returns everything in the study that rests on evidence, with what it rests on now, in the order of
// files and lines.
func (s *Study) Resting() []Resting {
	var out []Resting
	add := func(r Resting) { out = append(out, r.settled()) }
	for _, f := range s.Findings {
		r := Resting{Name: "finding:" + f.Key, Text: f.Claim, File: FindingsFile, Line: f.Line}
		for _, c := range s.Cases {
			if _, named := f.Claimed()[c.Key]; named || f.Count.Kind != "" && (len(f.Among) == 0 || contains(f.Among, c.Key)) {
				s.rests(&r.Basis, c, s.CodesOf(f.Codes))
			}
		}
		add(r)
	}
	for _, e := range s.Expectations {
		r := Resting{Name: "expectation:" + e.Key, Text: e.Expect, File: ExpectationsFile, Line: e.Line}
		for _, c := range s.Cases {
			s.rests(&r.Basis, c, s.CodesOf(e.Codes))
		}
		add(r)
	}
	for _, sum := range s.Summaries {
		c, code := s.Case(sum.Case), s.Codebook.Code(sum.Code)
		if c == nil || code == nil {
			continue
		}
		r := Resting{Name: "summary:" + c.Key + "/" + code.Key, Text: sum.Text, File: sum.File, Line: sum.Line}
		s.rests(&r.Basis, c, []*coding.Code{code})
		add(r)
	}
	for _, c := range s.Cases {
		for _, a := range s.Attributes {
			if r, ok := s.valueRests(c, a); ok {
				add(r)
			}
		}
		for _, st := range c.States {
			if code := s.Codebook.Code(st.Code); code != nil {
				r := Resting{Name: "state:" + c.Key + "/" + code.Key, Text: st.State + ": " + st.Because, File: c.File, Line: st.Line}
				s.rests(&r.Basis, c, []*coding.Code{code})
				add(r)
			}
		}
	}
	return append(out, s.declined()...)
}

// settled returns something with its basis in the form in which it is kept.
func (r Resting) settled() Resting {
	sort.Strings(r.Basis.Passages)
	r.Basis.Passages = slices.Compact(r.Basis.Passages)
	r.Basis.Words = short(strings.Fields(r.Text)...)
	return r
}

// valueRests returns a value of a case that cites passages.
func (s *Study) valueRests(c *Case, a Attribute) (Resting, bool) {
	return valueRestsOn(c, a, func(reason Reason) string {
		if t, err := s.Text(reason.Document); err == nil && reason.Anchor.Len() > 0 {
			return t.Text.Slice(reason.Anchor.Span)
		}
		return "" // the passage was lost
	})
}

// valueRestsOn is valueRests with the words that its reasons cite.
func valueRestsOn(c *Case, a Attribute, words func(Reason) string) (Resting, bool) {
	v, ok := c.Values[a.Key]
	if !ok {
		return Resting{}, false
	}
	r := Resting{Name: "value:" + c.Key + "/" + a.Key, File: c.File, Line: v.Line}
	var texts []string
	for _, item := range v.Items {
		texts = append(texts, item.Text)
		for _, reason := range item.Because {
			if reason.Document == "" {
				continue
			}
			r.Basis.Passages = append(r.Basis.Passages, short(reason.Document, words(reason)))
		}
	}
	r.Text = strings.Join(texts, "; ")
	r.Basis.Definitions = map[string]string{a.Key: short(a.Label, a.Kind, strings.Join(a.Values, "\x00"))}
	return r, len(r.Basis.Passages) > 0
}

// declined returns the proposals that were declined with the definition on which that rested.
func (s *Study) declined() []Resting {
	var out []Resting
	for i := range s.Reviews {
		r := &s.Reviews[i]
		code := s.Codebook.Code(r.Code)
		if r.Verdict != coding.Declined || code == nil || r.Len() == 0 {
			continue
		}
		out = append(out, Resting{Name: "declined:" + r.Coder + "/" + code.Key + "@" + r.Passage.String(), Text: r.Quote, File: coding.ReviewFile(r.Coder, r.Document), review: r,
			Basis: Basis{Definitions: map[string]string{code.Key: definition(code)}, Passages: []string{short(r.Document, s.quoteAt(r.Passage))}}})
	}
	return out
}

func (s *Study) quoteAt(p corpus.Passage) string {
	if t, err := s.Text(p.Document); err == nil {
		return t.Text.Slice(p.Span)
	}
	return ""
}

// Changed returns what changed since something was confirmed; false if nobody ever did. A declined proposal was
// confirmed by declining it.
func (s *Study) Changed(r Resting) (Change, Confirmed, bool) {
	if r.review != nil {
		if r.review.Definition == "" {
			return Change{}, Confirmed{}, false
		}
		was := Confirmed{Name: r.Name, By: r.review.Coder, On: r.review.On, Basis: Basis{Passages: []string{short(r.review.Document, r.review.Quote)}, Definitions: map[string]string{}}}
		for key := range r.Basis.Definitions {
			was.Definitions[key] = r.review.Definition
		}
		return since(was.Basis, r.Basis), was, true
	}
	for _, c := range s.Confirmed {
		if c.Name == r.Name {
			return since(c.Basis, r.Basis), c, true
		}
	}
	return Change{}, Confirmed{}, false
}

func since(was, now Basis) Change {
	c := Change{Rewritten: was.Words != now.Words}
	for _, key := range slices.Sorted(maps.Keys(now.Definitions)) {
		if d, ok := was.Definitions[key]; ok && d != now.Definitions[key] {
			c.Definitions = append(c.Definitions, key)
		}
	}
	both := maps.Clone(was.States)
	if both == nil {
		both = map[string]string{}
	}
	maps.Copy(both, now.States)
	for _, key := range slices.Sorted(maps.Keys(both)) {
		before, after := was.States[key], now.States[key]
		if before != after {
			c.States = append(c.States, StateChange{key, before, after})
		}
	}
	for _, p := range now.Passages {
		if !contains(was.Passages, p) {
			c.More++
		}
	}
	for _, p := range was.Passages {
		if !contains(now.Passages, p) {
			c.Gone++
		}
	}
	return c
}

func dash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// StaleNote says what changed under something since it was confirmed, in one line for a table; "" if nothing
// did or if nobody ever confirmed it. What is stale is found at the first call and remembered.
func (s *Study) StaleNote(name string, l catalogue.Language) string {
	if len(s.Confirmed) == 0 {
		return ""
	}
	if s.stale == nil {
		s.stale = map[string]staleThing{}
		for _, r := range s.Resting() {
			if change, was, ok := s.Changed(r); ok && change.Stale() {
				s.stale[r.Name] = staleThing{change, was.On}
			}
		}
	}
	if x, ok := s.stale[name]; ok && x.on == "" {
		return l.Say("stale-corrected")
	} else if ok {
		return l.Say("stale", x.on, x.change.Say(l))
	}
	return ""
}

// staleThing is what changed under something, and when it was confirmed.
type staleThing struct {
	change Change
	on     string
}

// Confirm records that a person looked at some things and lets them stand. Lines of the ledger whose things
// are gone are left out. It returns how many were confirmed.
func (s *Study) Confirm(dir plainfile.Dir, names []string, by, on string) (int, error) {
	resting := s.Resting()
	known := make([]string, len(resting))
	for i, r := range resting {
		known[i] = r.Name
	}
	names = slices.Clone(names)
	for i, name := range names {
		if !strings.Contains(name, ":") { // the key of one thing alone
			if of := slices.DeleteFunc(slices.Clone(known), func(k string) bool { return !strings.HasSuffix(k, ":"+name) }); len(of) == 1 {
				name, names[i] = of[0], of[0]
			}
		}
		if !contains(known, name) {
			return 0, catalogue.Errorf("nothing in the study is called %q\nhint: %s", name, plainfile.DidYouMean(name, known, "crosscase cases confirm lists what can be confirmed"))
		}
	}
	var ledger []Confirmed
	reviewed := map[string]bool{}
	for _, r := range resting {
		chosen := contains(names, r.Name)
		switch {
		case r.review != nil && chosen:
			for _, d := range r.Basis.Definitions {
				r.review.Definition, r.review.Quote, r.review.On = d, s.quoteAt(r.review.Passage), on
			}
			reviewed[r.review.Coder+"\x00"+r.review.Document] = true
		case r.review != nil:
		case chosen:
			ledger = append(ledger, Confirmed{Name: r.Name, By: by, On: on, Basis: r.Basis})
		default:
			for _, c := range s.Confirmed {
				if c.Name == r.Name {
					ledger = append(ledger, c)
				}
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(reviewed)) {
		coder, document, _ := strings.Cut(key, "\x00")
		if err := s.SaveReviews(dir, coder, document); err != nil {
			return 0, err
		}
	}
	sort.SliceStable(ledger, func(i, j int) bool { return ledger[i].Name < ledger[j].Name })
	if len(ledger) == 0 && len(s.Confirmed) == 0 {
		return len(names), nil
	}
	s.Confirmed, s.stale = ledger, nil
	return len(names), writeLines(dir, ConfirmedFile, ledger)
}

func readConfirmed(data []byte, problems *plainfile.Problems) []Confirmed {
	var out []Confirmed
	for _, line := range plainfile.Lines(ConfirmedFile, data, problems) {
		var c Confirmed
		if line.Decode(ConfirmedFile, &c, problems) {
			out = append(out, c)
		}
	}
	return out
}

// checkConfirmed adds what rests on evidence that changed since a person looked at it.
func (s *Study) checkConfirmed(problems *plainfile.Problems) {
	for _, r := range s.Resting() {
		change, was, ok := s.Changed(r)
		switch {
		case !ok || !change.Stale():
		case was.On == "": // as a correction found it
			problems.Add(r.File, r.Line, "a correction of the text changed the words that %s cites, and nobody has looked at it since\nhint: look at it again, then crosscase cases confirm %s", r.Name, r.Name)
		default:
			problems.Add(r.File, r.Line, "the evidence changed since %s was confirmed (%s): %s\nhint: look at it again, then crosscase cases confirm %s", r.Name, was.On, change, r.Name)
		}
	}
}

// definitionOf returns the digest of a code's definition, "" if there is no such code.
func (s *Study) definitionOf(key string) string {
	if c := s.Codebook.Code(key); c != nil {
		return definition(c)
	}
	return ""
}
