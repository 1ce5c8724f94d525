package cmd

import (
	"cmp"
	"fmt"
	"strings"

	"crosscase/cases"
	"crosscase/compare"
	"crosscase/corpus"
)

// shortPassage is up to how many characters a passage is printed whole.
const shortPassage = 200

// longSentence is from how many characters on a sentence is cut to what stands around its matches.
const longSentence = 500

// printHit prints a passage with its matches marked: who, in which case, when, where.
func (f *searching) printHit(e *Env, s *cases.Study, h cases.Scored, ranked bool, o compare.Options) {
	t, err := s.Text(h.Passage.Document)
	if err != nil {
		return
	}
	who := h.Cite
	if h.Speaker.Label != "" {
		who = cmp.Or(h.Speaker.Name, h.Speaker.Label) + ", " + who
	}
	if len(h.Cases) > 0 {
		who = "[" + strings.Join(h.Cases, " ") + "] " + who
	}
	if t.Date != "" {
		who += " (" + o.Language.Date(t.Date) + ")"
	}
	fmt.Fprintln(e.Stdout, who)
	for _, line := range f.excerpts(e, t.Text, h.Hit) {
		fmt.Fprintf(e.Stdout, "    %s\n", line)
	}
	locator := h.Passage
	if len(h.Places) > 0 {
		locator.Span = h.Places[0]
	}
	fmt.Fprintf(e.Stdout, "    %s", locator)
	if len(h.Codes) > 0 {
		fmt.Fprintf(e.Stdout, "  {%s}", strings.Join(h.Codes, ", "))
	}
	if ranked {
		fmt.Fprintf(e.Stdout, "  %.2f", h.Score)
	}
	fmt.Fprint(e.Stdout, "\n\n")
}

// excerpts returns the sentences of a passage with matches, or all of it if it is short or asked
// for, or so many characters around them, matches marked.
func (f *searching) excerpts(e *Env, t *corpus.Text, h cases.Hit) []string {
	if f.show == "turn" || f.around == 0 && h.Passage.Len() <= shortPassage {
		return []string{e.excerpt(t, h.Passage.Span, h.Passage.Span, h.Places)}
	}
	if len(h.Places) == 0 {
		around := cmp.Or(f.around, 80)
		s := t.Slice(h.Passage.Span)
		head := cases.Beginning(s, 2*around)
		if len(oneLine(s)) > len(head) {
			head += " …"
		}
		return []string{head}
	}
	if f.around > 0 {
		return e.around(t, h.Passage.Span, h.Places, f.around)
	}
	var out []string
	for i := 0; i < len(h.Places); {
		whole, n := sentencesOver(t, h.Passage.Span, h.Places[i:])
		if whole.Len() > longSentence {
			out = append(out, e.around(t, whole, h.Places[i:i+n], longSentence/5)...)
		} else {
			out = append(out, e.excerpt(t, h.Passage.Span, whole, h.Places[i:i+n]))
		}
		i += n
	}
	return out
}

// sentencesOver returns the sentences over the first of some places, with those over the places
// that stand in them or in the next ones, and how many places that are.
func sentencesOver(t *corpus.Text, within corpus.Span, places []corpus.Span) (corpus.Span, int) {
	whole, n := places[0], 1
	for _, sentence := range sentences(t, within) {
		switch {
		case sentence.End <= places[0].Start:
		case sentence.Overlaps(whole):
			whole = whole.Union(sentence)
		case n < len(places) && places[n].Start < sentence.End && sentence.Len() < longSentence && whole.Len() < longSentence/2:
			whole = whole.Union(sentence)
		default:
			return whole, n
		}
		for n < len(places) && places[n].Start < whole.End {
			whole = whole.Union(places[n])
			n++
		}
	}
	return whole, n
}

// sentences returns the sentences of a passage, none of them across paragraphs.
func sentences(t *corpus.Text, within corpus.Span) []corpus.Span {
	var out []corpus.Span
	start := within.Start
	for _, part := range strings.SplitAfter(t.Slice(within), "\n\n") {
		end := start + len([]rune(part))
		out = append(out, corpus.Sentences(t, corpus.Span{Start: start, End: end})...)
		start = end
	}
	return out
}

// around returns lines with whole words around places; places near each other share one.
func (e *Env) around(t *corpus.Text, within corpus.Span, places []corpus.Span, around int) []string {
	var out []string
	for i := 0; i < len(places); {
		j := i + 1
		for j < len(places) && places[j].Start-places[j-1].End < 2*around {
			j++
		}
		first, last := places[i].Start, places[j-1].End
		before := t.Slice(corpus.Span{Start: max(within.Start, first-around-1), End: first})
		after := t.Slice(corpus.Span{Start: last, End: min(within.End, last+around+1)})
		start, end := first-wholeWords(reversed(before), around), last+wholeWords(after, around)
		out = append(out, e.excerpt(t, within, corpus.Span{Start: start, End: end}, places[i:j]))
		i = j
	}
	return out
}

// wholeWords returns the length of the words at the begin of a text that fit into n characters.
func wholeWords(s string, n int) int {
	runes := []rune(s)
	if len(runes) <= n {
		return len(runes)
	}
	for i := n; i > 0; i-- {
		if runes[i] == ' ' || runes[i] == '\n' {
			return i
		}
	}
	return 0
}

func reversed(s string) string {
	runes := []rune(s)
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	return string(runes)
}

// excerpt prints part of a passage on one line, with its matches marked and "…" where more stands.
func (e *Env) excerpt(t *corpus.Text, within, part corpus.Span, places []corpus.Span) string {
	var b strings.Builder
	if strings.TrimSpace(t.Slice(corpus.Span{Start: within.Start, End: max(within.Start, part.Start)})) != "" {
		b.WriteString("… ")
	}
	at := part.Start
	for _, p := range places {
		b.WriteString(oneLineEdges(t.Slice(corpus.Span{Start: at, End: p.Start})))
		b.WriteString(e.marked(oneLine(t.Slice(p))))
		at = p.End
	}
	b.WriteString(oneLineEdges(t.Slice(corpus.Span{Start: at, End: max(at, part.End)})))
	if strings.TrimSpace(t.Slice(corpus.Span{Start: min(within.End, max(at, part.End)), End: within.End})) != "" {
		b.WriteString(" …")
	}
	return strings.TrimSpace(b.String())
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// oneLineEdges is oneLine that keeps a blank at either end.
func oneLineEdges(s string) string {
	out := oneLine(s)
	if s != "" && strings.TrimLeft(s[:1], " \n\t") == "" {
		out = " " + out
	}
	if s != "" && strings.TrimRight(s[len(s)-1:], " \n\t") == "" && out != " " {
		out += " "
	}
	return out
}
