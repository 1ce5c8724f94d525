package coding

import (
	"crosscase/corpus"
)

// Apply says what an interview asks and codes the answers. Each answer turn,
// from a question to the next one, gets a coding with every structural code
// that names the question; where no structural code does, with every code that does. The lines
// say where each question was asked. Interviews without an interviewer, and
// documents that are no interviews, yield nothing.
func (gm *GuideMatcher) Apply(book *Codebook, d Text) ([]Asked, []Coding) {
	codes := codesByQuestion(book)
	found := gm.Askings(d.Key)
	var asked []Asked
	var codings []Coding
	for i, f := range found {
		asked = append(asked, Asked{Question: f.Question, How: WasAsked, Anchor: corpus.Anchor{Span: f.Span, Quote: d.Text.Slice(f.Span)}})
		end := len(d.Structure.Turns)
		for _, later := range found[i+1:] {
			if later.Turn > f.Turn {
				end = later.Turn
				break
			}
		}
		for t := f.Turn + 1; t < end; t++ {
			turn := d.Structure.Turns[t]
			if d.RoleOf(turn.Speaker) == corpus.Interviewer || turn.Span.Len() == 0 {
				continue
			}
			quote := d.Text.Slice(turn.Span)
			for _, code := range codes[f.Question] {
				says := For
				if book.Code(code).Kind != Structural && saysNo(quote) {
					says = Against
				}
				codings = append(codings, Coding{Code: code, Coder: GuideCoder, Says: says, Quote: quote,
					Passage: corpus.Passage{Document: d.Key, Span: turn.Span}, Fate: corpus.Same})
			}
		}
	}
	return asked, once(codings)
}

// codesByQuestion returns the codes with which the answers to a question are coded.
func codesByQuestion(book *Codebook) map[string][]string {
	structural, others := map[string][]string{}, map[string][]string{}
	for _, c := range book.All() {
		for _, q := range c.Questions {
			if c.Kind == Structural {
				structural[q] = append(structural[q], c.Key)
			} else {
				others[q] = append(others[q], c.Key)
			}
		}
	}
	for q, codes := range others {
		if len(structural[q]) == 0 {
			structural[q] = codes
		}
	}
	return structural
}

// once sorts codings and drops those of the same code at the same place.
func once(codings []Coding) []Coding {
	sortCodings(codings)
	var out []Coding
	for _, c := range codings {
		if n := len(out); n > 0 && out[n-1].Passage == c.Passage && out[n-1].Code == c.Code {
			continue
		}
		out = append(out, c)
	}
	return out
}
