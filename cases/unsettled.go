package cases

import (
	"slices"
	"sort"

	"crosscase/coding"
)

// Unsettled is what a passage says of which coders differ: some coded it for, say, and others against, and none of
// them both.
const Unsettled coding.Says = "unsettled"

// Voice is what one coder says of a passage.
type Voice struct {
	Coder string
	Says  coding.Says
	Name  string // of the coder as people say it: the label, where there is one
}

// String returns the voice as tables keep it: "ann for".
func (v Voice) String() string { return v.Coder + " " + string(v.Says) }

// Sides returns what a passage says: more than one thing where its coders differ.
func (e *Evidence) Sides() []coding.Says {
	if len(e.Voices) == 0 {
		return []coding.Says{e.Says}
	}
	var out []coding.Says
	for _, v := range e.Voices {
		if !slices.Contains(out, v.Says) {
			out = append(out, v.Says)
		}
	}
	return out
}

// disputed makes one piece of evidence of those that lie over the same words where people say different things of them,
// each of them one: a passage on which its coders differ is one passage. Who says two things of the same words means both,
// and they stay two. The list is in text order, and so is what comes out.
func disputed(list []Evidence) []Evidence {
	if len(list) < 2 || !slices.ContainsFunc(list[1:], func(e Evidence) bool { return e.Says != list[0].Says }) {
		return list
	}
	out := list[:0:0]
	from := 0 // where the passages of the document begin in out
	for i := range list {
		e := &list[i]
		if i > 0 && list[i-1].Passage.Document != e.Passage.Document {
			from = len(out)
		}
		at := from
		for at < len(out) && !out[at].disputes(e) {
			at++
		}
		if at == len(out) {
			out = append(out, *e)
		} else {
			out[at].dispute(*e)
		}
	}
	return out
}

// disputes tells whether people say different things of a passage and of another one of the same document, over the same words.
func (e *Evidence) disputes(o *Evidence) bool {
	return e.Says != o.Says && e.Passage.Overlaps(o.Passage.Span) && e.likeCoded(o) && apart(e.Coders, o.Coders)
}

// likeCoded tells whether two passages were given a code in common.
func (e *Evidence) likeCoded(o *Evidence) bool {
	return len(e.codes) == 0 || slices.ContainsFunc(e.codes, func(c string) bool { return contains(o.codes, c) })
}

// apart tells whether two lists of coders are of different people.
func apart(a, b []string) bool {
	person := func(c string) bool { return !coding.Machine(c) && !coding.IsAgain(c) }
	for _, list := range [...][]string{a, b} {
		if !slices.ContainsFunc(list, person) {
			return false
		}
	}
	return !slices.ContainsFunc(a, func(c string) bool { return contains(b, c) })
}

// dispute adds to a passage what others say of it.
func (e *Evidence) dispute(o Evidence) {
	e.Voices = append(e.voices(), o.voices()...)
	sort.SliceStable(e.Voices, func(i, j int) bool { return e.Voices[i].Coder < e.Voices[j].Coder })
	e.Says = Unsettled
	if !e.Passage.Contains(o.Passage.Span) {
		e.Quote = "" // it has to be looked up
		if o.Passage.Contains(e.Passage.Span) {
			e.Quote = o.Quote
		}
	}
	e.Passage.Span = e.Passage.Span.Union(o.Passage.Span)
	e.take(o)
}

func (e *Evidence) voices() []Voice {
	if e.Voices != nil {
		return e.Voices
	}
	out := make([]Voice, len(e.Coders))
	for i, c := range e.Coders {
		out[i] = Voice{Coder: c, Says: e.Says, Name: c}
	}
	return out
}

// take adds to a passage who coded it and what they wrote there.
func (e *Evidence) take(o Evidence) {
	e.Weak, e.Planned = e.Weak && o.Weak, e.Planned && o.Planned
	e.Coders = addOnce(slices.Clip(e.Coders), o.Coders...)
	e.Codings = addOnce(slices.Clip(e.Codings), o.Codings...)
	e.codes = addOnce(slices.Clip(e.codes), o.codes...)
	e.Basis = addOnce(slices.Clip(e.Basis), o.Basis...)
	e.When = addOnce(slices.Clip(e.When), o.When...)
	e.Values = addOnce(slices.Clip(e.Values), o.Values...)
	e.Notes = addOnce(slices.Clip(e.Notes), o.Notes...)
}
