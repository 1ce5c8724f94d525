package cases

import (
	"slices"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// The kinds of stretch into which documents are cut for counting, beside those of corpus.
const (
	WholeDocument   = "document"
	QuestionStretch = "question"
)

// StretchKinds are the names that Stretches knows.
func StretchKinds() []string {
	return []string{string(corpus.Sentence), string(corpus.ParagraphUnit), string(corpus.TurnUnit), QuestionStretch, WholeDocument}
}

// Stretches cuts a document into stretches of a kind, in text order, none overlapping: sentences, paragraphs, turns
// (paragraphs where nobody speaks), the whole document, or the stretches from one question of the guide to the next. A question
// is where a person says it was asked, else where the guide matcher found it; several in one turn are one stretch, and a document in
// which none was asked has none.
func (s *Study) Stretches(document, kind string) ([]corpus.Span, error) {
	t, err := s.Text(document)
	if err != nil {
		return nil, err
	}
	switch kind {
	case WholeDocument:
		if t.Text.Len() == 0 {
			return nil, nil
		}
		return []corpus.Span{{Start: 0, End: t.Text.Len()}}, nil
	case QuestionStretch:
		return s.questionStretches(t), nil
	case string(corpus.Sentence), string(corpus.ParagraphUnit), string(corpus.TurnUnit):
		var out []corpus.Span
		for _, u := range t.Structure.Units(t.Text, corpus.UnitKind(kind)) {
			out = append(out, u.Span)
		}
		return out, nil
	}
	return nil, catalogue.Errorf("there are no stretches of kind %q", kind)
}

func (s *Study) questionStretches(t *coding.Text) []corpus.Span {
	var starts []int
	last := -2
	var asked []corpus.Span
	coverage := s.Coverage(t.Key)
	for _, q := range s.Guide.Questions() {
		if st := coverage.Questions[q.Key]; st.State == Answered || st.State == AskedOnly {
			for _, p := range st.Passages {
				asked = append(asked, p.Span)
			}
		}
	}
	slices.SortFunc(asked, func(a, b corpus.Span) int { return a.Start - b.Start })
	for _, a := range asked {
		turn := t.Structure.TurnAt(a.Start)
		if turn >= 0 && turn == last {
			continue
		}
		starts, last = append(starts, a.Start), turn
	}
	var out []corpus.Span
	for i, start := range starts {
		end := t.Text.Len()
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		if end > start {
			out = append(out, corpus.Span{Start: start, End: end})
		}
	}
	return out
}
