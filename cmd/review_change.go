package cmd

import (
	"slices"
	"strings"
	"unicode"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// change lets the person give the proposal another code, other limits or another direction, and what a proposal does not know: value, basis
// and period. Enter makes the coding, Esc leaves the proposal as it was.
func (r *reviewing) change() error {
	was := r.list[r.at]
	now := was
	now.Note = r.note
	told := ""
	show := func() {
		r.clear()
		head := r.beside("    ", r.say("change it"), r.study.Cite(now.Passage), now.Passage.String()) + "\n" +
			r.codeHead(now.Code, now.Says, r.say("as it will be"), "")
		foot := ""
		for _, more := range [][2]string{{"value", now.Value}, {"basis", r.basis(now.Basis)}, {"when", now.When}, {"note", now.Note}} {
			if more[1] != "" {
				foot += r.indented(r.env.lang().Head(more[0]) + ": " + more[1])
			}
		}
		r.page(head, r.passage(now.Passage), foot+"\n"+r.toldLines(told)+r.keyLine([][2]string{{"c", r.say("code")}, {"s", r.say("for/against/qualified")}, {"h l", r.say("end")}, {"H L", r.say("start")}, {"1", r.say("sentence")}, {"2", r.say("paragraph")},
			{"3", r.say("turn")}, {"v b w", r.say("value, basis, period")}, {"o", r.say("note")}, {"?", r.say("help")}}, strings.TrimSpace(r.say("Enter keeps, Esc leaves ")))+" ")
	}
	for {
		r.draw(show)
		k, err := r.key()
		if err != nil {
			return err
		}
		told = ""
		switch k {
		case "esc", "ctrl-c", "q":
			return nil
		case "enter":
			n := cases.NewCoding{Says: string(now.Says), Value: now.Value, Basis: now.Basis, When: now.When, Note: now.Note}
			if now.Code == was.Code && now.Passage == was.Passage {
				return r.decide(coding.Accepted, n)
			}
			n.Code, n.Locator = now.Code, now.Passage.String()
			return r.decide(coding.Changed, n)
		case "c":
			var code *coding.Code
			if code, told, err = r.askCode(); err == nil && code != nil {
				if now.Code != code.Key {
					now.Value = "" // it was one of the other code
				}
				now.Code = code.Key
			}
		case "s":
			now.Says = map[coding.Says]coding.Says{coding.For: coding.Against, coding.Against: coding.Qualified, coding.Qualified: coding.For}[now.Says]
		case "b":
			now.Basis = nextOf(coding.Bases(), now.Basis)
		case "v":
			told, err = r.askValue(&now)
		case "w":
			told, err = r.askWhen(&now)
		case "o":
			err = r.askNote(&now.Note)
		case "?":
			err = r.changeHelp()
		default:
			switch t, err := r.study.Text(now.Document); {
			case !r.limits(&now, k):
				told = r.say("Enter keeps the change, Esc leaves it")
			case k == "3" && err == nil && len(t.Structure.Turns) == 0:
				told = r.say("nobody speaks in this document: it has no turns")
			}
		}
		if err != nil {
			return err
		}
	}
}

// nextOf returns the one behind in a list, none behind the last, and the first behind none.
func nextOf(list []string, now string) string {
	i := slices.Index(list, now) + 1
	if i == len(list) {
		return ""
	}
	return list[i]
}

// basis returns the word that is typed for the ground of a coding, with its name in the language; "" for none.
func (r *reviewing) basis(key string) string {
	if name := r.env.lang().Say("basis " + key); key != "" && name != key {
		return name + " (" + key + ")"
	}
	return key
}

// askValue sets the value of a coding: one of the code's, each in turn, or what is typed where the code names none.
func (r *reviewing) askValue(c *coding.Coding) (told string, err error) {
	if code := r.study.Codebook.Code(c.Code); code != nil && len(code.Values) > 0 {
		c.Value = nextOf(code.Values, c.Value)
		return r.say("values of %s: %s", c.Code, strings.Join(code.Values, ", ")), nil
	}
	typed, ok, err := r.askFrom(r.env.lang().Head("value")+": ", c.Value, nil)
	if err == nil && ok {
		c.Value = typed
	}
	return "", err
}

// askWhen sets the period of a coding. What is no date and no period is told, and changes nothing.
func (r *reviewing) askWhen(c *coding.Coding) (told string, err error) {
	typed, ok, err := r.askFrom(r.env.lang().Head("when")+": ", c.When, nil)
	if err != nil || !ok {
		return "", err
	}
	if wrong := coding.CheckWhen(typed); wrong != nil {
		return oneLine(r.env.why(wrong)), nil
	}
	c.When = typed
	return "", nil
}

// changeHelp shows the keys of a change.
func (r *reviewing) changeHelp() error {
	return r.keyHelp([][2]string{
		{"c", r.say("another code: its key or label, or the beginning of it")},
		{"s", r.say("what the passage says of the code: for, against, qualified, each in turn")},
		{"h l", r.say("the end a word back, a word on (also ← →)")},
		{"H L", r.say("the start a word back, a word on")},
		{"1 2 3", r.say("the whole sentences, paragraphs, turns over it")},
		{"v", r.say("the code's value")},
		{"b", r.say("basis: experience, hearsay, plan, report, inferred, each in turn; none again behind them")},
		{"w", r.say("the date or period that it speaks of")},
		{"o", r.say("note")},
		{"Enter", r.say("keeps it: the coding is yours, as it stands here")},
		{"Esc", r.say("leaves the proposal as it was (also q)")},
	})
}

// limits moves the limits of a coding as a key says, and tells whether the key is one of those.
func (r *reviewing) limits(c *coding.Coding, key string) bool {
	t, err := r.study.Text(c.Document)
	if err != nil {
		return false
	}
	unit, ok := map[string]corpus.UnitKind{"1": corpus.Sentence, "2": corpus.ParagraphUnit, "3": corpus.TurnUnit}[key]
	span := c.Span
	switch {
	case ok:
		span = unitsOver(t, unit, span)
	case key == "l" || key == "right":
		span.End = wordEnd(t.Text, span.End)
	case key == "h" || key == "left":
		span.End = wordEndBefore(t.Text, span.End)
	case key == "L":
		span.Start = wordStart(t.Text, span.Start)
	case key == "H":
		span.Start = wordStartBefore(t.Text, span.Start)
	default:
		return false
	}
	if span.Start < span.End {
		c.Span = span
		c.Quote = t.Text.Slice(span)
	}
	return true
}

// unitsOver returns the whole units over a span.
func unitsOver(t *coding.Text, kind corpus.UnitKind, span corpus.Span) corpus.Span {
	out := corpus.Span{}
	for _, u := range t.Structure.Units(t.Text, kind) {
		switch {
		case !u.Overlaps(span):
		case out.Len() == 0:
			out = u.Span
		default:
			out = out.Union(u.Span)
		}
	}
	if out.Len() == 0 {
		return span
	}
	return out
}

// near is how far a word's end is looked for.
const near = 200

// wordEnd returns where the word behind a place ends.
func wordEnd(t *corpus.Text, at int) int {
	r := []rune(t.Slice(corpus.Span{Start: at, End: min(t.Len(), at+near)}))
	i := 0
	for i < len(r) && unicode.IsSpace(r[i]) {
		i++
	}
	for i < len(r) && !unicode.IsSpace(r[i]) {
		i++
	}
	return at + i
}

// wordEndBefore returns where the word before the last one of a span that ends there ends.
func wordEndBefore(t *corpus.Text, at int) int {
	from := max(0, at-near)
	r := []rune(t.Slice(corpus.Span{Start: from, End: at}))
	i := len(r)
	for i > 0 && !unicode.IsSpace(r[i-1]) {
		i--
	}
	for i > 0 && unicode.IsSpace(r[i-1]) {
		i--
	}
	return from + i
}

// wordStart returns where the second word of a span that begins there begins.
func wordStart(t *corpus.Text, at int) int {
	r := []rune(t.Slice(corpus.Span{Start: at, End: min(t.Len(), at+near)}))
	i := 0
	for i < len(r) && !unicode.IsSpace(r[i]) {
		i++
	}
	for i < len(r) && unicode.IsSpace(r[i]) {
		i++
	}
	return at + i
}

// wordStartBefore returns where the word before a place begins.
func wordStartBefore(t *corpus.Text, at int) int {
	from := max(0, at-near)
	r := []rune(t.Slice(corpus.Span{Start: from, End: at}))
	i := len(r)
	for i > 0 && unicode.IsSpace(r[i-1]) {
		i--
	}
	for i > 0 && !unicode.IsSpace(r[i-1]) {
		i--
	}
	return from + i
}

// askCode lets the person name a code by its key or the beginning of it, or by its label; else it tells
// why there is none, "" if nobody asked for one.
func (r *reviewing) askCode() (code *coding.Code, told string, err error) {
	typed, ok, err := r.ask(r.say("code")+": ", codeChoices(r.study.Codebook))
	if err != nil || !ok || typed == "" {
		return nil, "", err
	}
	key, told := r.codeMeant(r.study.Codebook, typed)
	return r.study.Codebook.Code(key), told, nil
}

// codeMeant returns the key of the code that is meant by what was typed; else "", and why there is none.
func (s *screen) codeMeant(book *coding.Codebook, typed string) (key, told string) {
	if c := codeNamed(book, typed); c != nil {
		return c.Key, ""
	}
	found := codesLike(book, typed)
	if said := slices.DeleteFunc(slices.Clone(found), func(key string) bool { return book.Code(key).Kind == coding.Structural }); len(said) > 0 {
		found = said // codes of questions are meant only where no other begins so
	}
	switch len(found) {
	case 0:
		if near := plainfile.Nearest(typed, book.Keys()); near != "" {
			return "", s.say("no such code; did you mean %q?", near)
		}
		return "", s.say("no such code; Tab completes")
	case 1:
		return found[0], ""
	default:
		return "", s.say("several codes begin so: %s", strings.Join(found[:min(len(found), 6)], ", "))
	}
}

// codeChoices offers the codes that begin as typed, those of questions last.
func codeChoices(book *coding.Codebook) func(typed string) []choice {
	return func(typed string) (out []choice) {
		for _, structural := range []bool{false, true} {
			for _, key := range codesLike(book, typed) {
				if c := book.Code(key); (c.Kind == coding.Structural) == structural {
					out = append(out, choice{key, c.Title()})
				}
			}
		}
		return out
	}
}

// codeNamed returns the code that has a key, or alone has a label, however its letters are written; nil if there is none.
func codeNamed(book *coding.Codebook, typed string) *coding.Code {
	if c := book.Code(typed); c != nil {
		return c
	}
	var found *coding.Code
	for _, c := range book.All() {
		if strings.EqualFold(c.Title(), typed) {
			if found != nil {
				return nil
			}
			found = c
		}
	}
	return found
}

// codesLike returns the keys of the codes whose key, or a word of whose label, begins as typed;
// those whose key does come first.
func codesLike(book *coding.Codebook, typed string) []string {
	typed = strings.ToLower(strings.TrimSpace(typed))
	var keys, labels []string
	for _, c := range book.All() {
		switch label := strings.ToLower(c.Title()); {
		case strings.HasPrefix(c.Key, typed):
			keys = append(keys, c.Key)
		case strings.HasPrefix(label, typed) || strings.Contains(label, " "+typed):
			labels = append(labels, c.Key)
		}
	}
	return append(keys, labels...)
}
