package cmd

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// reviewing is a walk through proposals.
type reviewing struct {
	*screen
	ctx   context.Context
	study *cases.Study
	who   string
	list  []coding.Coding // as they were when the walk began
	at    int
	later map[int]bool // left for later with n; they do not come again before all others are decided or left
	note  string       // of the next verdict
	told  string       // what the last key did
	done  []decided
}

// decided is a verdict of this walk with what is needed to take it back.
type decided struct {
	at            int
	verdict       coding.Verdict
	before, after cases.Handwork
	undone        bool
}

func answers(c coding.Coding) int {
	if c.Coder == coding.GuideCoder {
		return 1
	}
	return 0
}

// coming says what a walk goes through, in its order, and how the answers to questions are left out or decided at once.
func (s *screen) coming(list []coding.Coding) string {
	n := map[string]int{}
	for _, c := range list {
		n[c.Coder]++
	}
	var parts []string
	for _, coder := range []string{coding.SuggestCoder, coding.RulesCoder, coding.GuideCoder} {
		if n[coder] > 0 {
			parts = append(parts, s.say("%d by %s", n[coder], coder))
		}
	}
	out := s.say("to come: %s", strings.Join(parts, s.say(", then ")))
	if n[coding.GuideCoder] > 0 {
		out += "; " + s.say("what guide found are answers to questions: --from rules,suggest leaves them out, crosscase guide close decides on those of an interview at once")
	}
	return out
}

func runReview(ctx context.Context, e *Env, coder string, f cases.Filter) error {
	s, _, err := e.open()
	if err != nil {
		return err
	}
	who, err := e.coder(s, coder)
	if err != nil {
		return err
	}
	s.Hide(who, false)
	f.Proposed = true
	list, err := s.Chosen(f)
	if err != nil {
		return err
	}
	slices.SortStableFunc(list, func(a, b coding.Coding) int { // suggestions first, the most useful of them before the others; answers to questions last
		return cmp.Or(cmp.Compare(answers(a), answers(b)), -cmp.Compare(a.Score, b.Score))
	})
	if len(list) == 0 {
		return noProposals(e)
	}
	page, err := e.newScreen("coding review", catalogue.Text("crosscase quotes --proposed lists proposals with their ids; crosscase coding accept ID and crosscase coding decline ID decide"))
	if err != nil {
		return err
	}
	r := &reviewing{screen: page, ctx: ctx, study: s, who: who, list: list, later: map[int]bool{}, told: page.coming(list)}
	err = r.walk()
	if cerr := page.keys.Close(); err == nil {
		err = cerr
	}
	if errors.Is(err, io.EOF) {
		err = nil
	}
	page.print("\n")
	counts := map[coding.Verdict]int{}
	for _, d := range r.done {
		if !d.undone {
			counts[d.verdict]++
		}
	}
	e.tell("%d accepted, %d declined, %d changed; %d left", counts[coding.Accepted], counts[coding.Declined], counts[coding.Changed], r.left())
	return err
}

// walk reads keys until the person quits.
func (r *reviewing) walk() error {
	for {
		r.draw(r.show)
		k, err := r.key()
		if err != nil {
			return err
		}
		r.told = ""
		switch k {
		case "a":
			err = r.decide(coding.Accepted, cases.NewCoding{})
		case "d":
			err = r.decide(coding.Declined, cases.NewCoding{})
		case "c":
			err = r.change()
		case "n", "right", "down", "enter":
			r.later[r.at] = true
			r.onward()
		case "p", "left", "up":
			r.back()
		case "u":
			err = r.undo()
		case "o":
			err = r.askNote(&r.note)
		case "?":
			err = r.help()
		case "q", "ctrl-c":
			return nil
		default:
			r.told = r.say("? shows the keys")
		}
		if err != nil {
			return err
		}
	}
}

// back goes to the proposal before, whether or not it was decided on or left.
func (r *reviewing) back() {
	if r.at == 0 {
		r.told = r.say("this is the first one")
		return
	}
	r.at--
}

// onward goes to the next proposal that waits and was not left for later, from the beginning again behind the last; when there is none, a new
// round begins with those that were left.
func (r *reviewing) onward() {
	if r.forward() {
		return
	}
	n := r.left()
	clear(r.later)
	if n == 0 {
		r.also(r.say("nothing waits any more: q quits"))
		return
	}
	r.also(r.say("all others are decided; %d left for later: once more through them, or q quits", n))
	r.forward()
}

func (r *reviewing) forward() bool {
	for i := 1; i <= len(r.list); i++ {
		if next := (r.at + i) % len(r.list); r.verdict(next) == "" && !r.later[next] {
			r.at = next
			return true
		}
	}
	return false
}

// also adds to what the last key did.
func (r *reviewing) also(more string) {
	if r.told != "" {
		more = r.told + "; " + more
	}
	r.told = more
}

// verdict returns what was decided on the n-th proposal, "" if it waits. One that a colleague
// has decided on, or coded alike, waits no more either.
func (r *reviewing) verdict(n int) string {
	c := r.list[n]
	if v := coding.Decided(c, r.study.Reviews); v != "" {
		return r.decision(v)
	}
	if !r.study.Undecided(c) {
		return r.say("coded alike by a person")
	}
	return ""
}

// decision says a verdict.
func (r *reviewing) decision(v coding.Verdict) string {
	switch v {
	case coding.Accepted:
		return r.say("accepted")
	case coding.Declined:
		return r.say("declined")
	}
	return r.say("changed")
}

func (r *reviewing) left() int {
	n := 0
	for i := range r.list {
		if r.verdict(i) == "" {
			n++
		}
	}
	return n
}

// decide writes a verdict at once and goes on. A verdict that cannot be given is told and
// the walk stays where it is.
func (r *reviewing) decide(v coding.Verdict, n cases.NewCoding) error {
	c := r.list[r.at]
	v = cases.AsDecided(c, v, n)
	d := decided{at: r.at, verdict: v}
	n.On = r.env.today()
	if n.Note == "" {
		n.Note = r.note
	}
	var refused error
	err := r.env.change(r.ctx, r.who, func(s *cases.Study, dir plainfile.Dir) (string, error) {
		r.study = s
		if refused = s.IsProposal(c.ID); refused != nil {
			return "", nil
		}
		var err error
		if d.before, err = cases.ReadHandwork(dir, r.who, c.Document); err != nil {
			return "", err
		}
		if _, refused = s.Decide(dir, c.ID, r.who, v, n); refused != nil {
			return "", nil
		}
		d.after, err = cases.ReadHandwork(dir, r.who, c.Document)
		return string(v) + " 1 proposal", err
	})
	if err != nil {
		return err
	}
	if refused != nil {
		r.told = r.env.why(refused)
		return nil
	}
	r.study.Hide(r.who, false)
	r.done, r.note = append(r.done, d), ""
	r.told = r.say("%s: %s at %s", r.decision(v), c.Code, c.Passage)
	if made := r.became(c, n); v == coding.Changed && made != "" {
		r.told += " → " + made
	}
	r.onward()
	return nil
}

// became says what a proposal was changed to, as far as it is something else.
func (r *reviewing) became(c coding.Coding, n cases.NewCoding) string {
	var parts []string
	if n.Code != "" && n.Code != c.Code {
		parts = append(parts, n.Code)
	}
	if n.Locator != "" && n.Locator != c.Passage.String() {
		parts = append(parts, n.Locator)
	}
	if n.Says != "" && n.Says != string(c.Says) {
		parts = append(parts, r.env.lang().Say(n.Says))
	}
	return strings.Join(parts, ", ")
}

// undo takes the last verdict of this walk back.
func (r *reviewing) undo() error {
	i := len(r.done) - 1
	for i >= 0 && r.done[i].undone {
		i--
	}
	if i < 0 {
		r.told = r.say("nothing to undo")
		return nil
	}
	d := &r.done[i]
	var refused error
	err := r.env.change(r.ctx, r.who, func(_ *cases.Study, dir plainfile.Dir) (string, error) {
		if refused = d.before.Return(dir, d.after); refused != nil {
			return "", nil
		}
		return "took back: " + string(d.verdict) + " 1 proposal", nil
	})
	if err != nil {
		return err
	}
	if refused != nil {
		r.told = r.env.why(refused)
		return nil
	}
	d.undone = true
	if r.study, _, err = r.env.open(); err != nil {
		return err
	}
	r.study.Hide(r.who, false)
	r.at = d.at
	r.told = r.say("taken back: %s", r.decision(d.verdict))
	return nil
}

// askNote lets the person write a note, or go on with the one that is there. Esc leaves it as it was.
func (r *reviewing) askNote(note *string) error {
	typed, ok, err := r.askFrom(r.say("note")+": ", *note, nil)
	if err == nil && ok {
		*note = typed
	}
	return err
}

func (r *reviewing) help() error {
	return r.keyHelp([][2]string{
		{"a", r.say("accept: the same coding, in your name")},
		{"d", r.say("decline: remembered, and not proposed again")},
		{"c", r.say("change: another code, other limits, another direction, basis, value or period; then it is yours (? there shows its keys)")},
		{"o", r.say("note: kept with the next verdict")},
		{"n", r.say("later: leaves it and goes on (also →, Enter); it comes again when the others are decided")},
		{"p", r.say("the one before (also ←)")},
		{"u", r.say("undo the last verdict of this walk")},
		{"q", r.say("quit; every verdict is on disk already")},
	})
}
