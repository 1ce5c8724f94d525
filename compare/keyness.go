package compare

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/compare/frequency"
	"crosscase/compare/table"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/query"
)

// KeynessQuestion says which texts are compared by their words.
type KeynessQuestion struct {
	Target    string // a query of fields, as "case:a" or "size=small"
	Reference string // the same; all that is not in the target, if empty
	Filter    cases.Filter
	Content   bool   // without function words
	Least     int    // a word must stand so often in both together
	Top       int    // rows, 0 for all
	Order     string // "g2" or "ratio"
	Adjust    string
	Window    int // of the moving type-token ratio
	Explain   bool
}

// Keyness returns the words that stand more often in some texts than in others, those of the target first and then, below, those of the reference. Both figures that go by the name G2 stand in
// the table; p is that of four cells, corrected for the number of words compared.
func Keyness(s *cases.Study, q KeynessQuestion, o Options) ([]*table.Table, error) {
	where, err := s.Where(q.Filter)
	if err != nil {
		return nil, err
	}
	inTarget, err := placesOf(s, q.Target)
	if err != nil {
		return nil, err
	}
	inReference := func(p corpus.Passage) bool { return !inTarget(p) }
	if q.Reference != "" {
		if inReference, err = placesOf(s, q.Reference); err != nil {
			return nil, err
		}
	}
	target, err := wordsWhere(s, func(p corpus.Passage) bool { return where(p) && inTarget(p) }, q.Content)
	if err != nil {
		return nil, err
	}
	reference, err := wordsWhere(s, func(p corpus.Passage) bool { return where(p) && inReference(p) && !inTarget(p) }, q.Content)
	if err != nil {
		return nil, err
	}
	if len(target.words) == 0 || len(reference.words) == 0 {
		return nil, catalogue.Errorf("there are %d words in the target and %d in the reference\nhint: both need texts; crosscase search 'QUERY' shows what a query holds", len(target.words), len(reference.words))
	}
	folded := foldNorwegian(target, reference) != nil
	ts, err := keynessTable(s, target, reference, folded, q, o)
	if a, b := tongues(target), tongues(reference); err == nil && !slices.Equal(a, b) {
		ts[0].Banner = strings.TrimSpace(o.Language.Say("keyness-languages", strings.Join(a, ", "), strings.Join(b, ", ")) + " " + ts[0].Banner)
	}
	return ts, err
}

// tongues returns the languages of words, bokmål and nynorsk as one.
func tongues(w *textWords) (out []string) {
	for language := range w.languages {
		if language == "nb" || language == "nn" {
			language = "no"
		}
		if !slices.Contains(out, language) {
			out = append(out, language)
		}
	}
	slices.Sort(out)
	return out
}

// placesOf returns the test of a query: size=small stands for size:small.
func placesOf(s *cases.Study, typed string) (func(corpus.Passage) bool, error) {
	fields := typed
	if f := (cases.Filter{Attributes: []string{typed}}).Fields(); f != "" {
		if parsed, err := query.Parse(typed); err != nil || parsed == nil || !hasField(typed) {
			fields = f
		}
	}
	q, err := query.Parse(fields)
	if err != nil {
		return nil, err
	}
	var slip *query.Error
	if err := s.CheckFields(q); errors.As(err, &slip) {
		return nil, catalogue.Errorf("%s", slip.Why)
	}
	matchers := map[string]*query.Matcher{}
	return func(p corpus.Passage) bool {
		t, err := s.Text(p.Document)
		if err != nil {
			return false
		}
		if matchers[t.Language] == nil {
			matchers[t.Language] = q.Matcher(t.Language, s)
		}
		ok, _ := matchers[t.Language].Match(t.Text, p)
		return ok
	}, nil
}

func hasField(typed string) bool {
	for i := range typed {
		switch typed[i] {
		case ':':
			return true
		case '=':
			return i == 0
		}
	}
	return true
}

type keyWord struct {
	word     string
	a, b     int
	key      frequency.Key
	adjusted float64
}

func keynessTable(s *cases.Study, target, reference *textWords, folded bool, q KeynessQuestion, o Options) ([]*table.Table, error) {
	l := o.Language
	inTarget, inReference := target.counts(), reference.counts()
	var list []keyWord
	for word, a := range inTarget {
		list = append(list, keyWord{word: word, a: a, b: inReference[word]})
	}
	for word, b := range inReference {
		if inTarget[word] == 0 {
			list = append(list, keyWord{word: word, b: b})
		}
	}
	kept := list[:0]
	for _, w := range list {
		if w.a+w.b >= q.Least {
			w.key = frequency.Keyness(w.a, len(target.words), w.b, len(reference.words))
			kept = append(kept, w)
		}
	}
	list = kept
	byFigure(list, func(w keyWord) float64 {
		if q.Order == "ratio" {
			return w.key.LogRatio.Value
		}
		return w.key.G2Four
	}, func(w keyWord) string { return w.word })
	ps := make([]float64, len(list))
	for i, w := range list {
		ps[i] = w.key.PFour
	}
	adjusted, err := frequency.Adjust(ps, q.Adjust)
	if err != nil {
		return nil, err
	}
	for i := range list {
		list[i].adjusted = adjusted[i]
	}
	all := len(list)
	if q.Top > 0 && len(list) > 2*q.Top {
		list = append(append([]keyWord{}, list[:q.Top]...), list[len(list)-q.Top:]...)
	}
	wanted := map[string]bool{}
	for _, w := range list {
		wanted[w.word] = true
	}
	evidenceA, evidenceB := target.evidence(wanted), reference.evidence(wanted)
	t := &table.Table{Name: "keyness", Title: l.Say("Words of", q.Target), Language: l, Corner: l.Say("Word"), Banner: l.Say("not random"), Count: "words"}
	ref := q.Reference
	if ref == "" {
		ref = l.Say("the rest")
	}
	t.Columns = []table.Label{{Key: "target", Label: q.Target}, {Key: "reference", Label: ref}, {Key: "log-ratio", Label: "log ratio"}, {Key: "g2-4", Label: "G² (4)"}, {Key: "g2-2", Label: "G² (2)"}, {Key: "adjusted", Label: l.Say("adjusted", q.Adjust)}}
	for _, w := range list {
		t.Rows = append(t.Rows, table.Label{Key: w.word, Label: w.word})
		a, b := table.Cell{}, table.Cell{}
		a.SetEvidence(some(evidenceA[w.word]))
		b.SetEvidence(some(evidenceB[w.word]))
		a.Text, b.Text = perThousand(l, w.a, len(target.words)), perThousand(l, w.b, len(reference.words))
		p := w.adjusted
		t.Cells = append(t.Cells, []table.Cell{a, b, figureCell(l, w.key.LogRatio, nil), numberCell(l, w.key.G2Four, 2), numberCell(l, w.key.G2Two, 2), {Text: l.PValue(p), Number: &p}})
	}
	for _, side := range []struct {
		name string
		w    *textWords
	}{{q.Target, target}, {ref, reference}} {
		ttr, mattr := frequency.TypeToken(side.w.words), frequency.MovingTypeToken(side.w.words, q.Window)
		moving := l.Say(string(mattr.Undefined))
		if mattr.Defined() {
			moving = l.Decimals(mattr.Value, 3)
		}
		t.Notes = append(t.Notes, l.Say("note words", side.name, len(side.w.words), l.Decimals(ttr.Value, 3), q.Window, moving))
	}
	t.Notes = append(t.Notes, l.Say("note keyness", all, q.Least))
	if folded {
		t.Notes = append(t.Notes, l.Say("note both norwegian"))
	}
	t.How = how(s, &cases.TableRecord{}, o)
	if err := t.Check(); err != nil || !q.Explain {
		return []*table.Table{t}, err
	}
	var explained []explainedRow
	for _, key := range []string{"log-ratio", "g2-4", "g2-2"} {
		for i, w := range list {
			if i < 3 {
				explained = append(explained, explainedRow{key, fmt.Sprintf("%s: a = %d, n1 = %d, b = %d, n2 = %d", w.word, w.a, len(target.words), w.b, len(reference.words))})
			}
		}
	}
	explained = append(explained, explainedRow{"adjust", ""}, explainedRow{"ttr", ""}, explainedRow{"mattr", ""})
	return []*table.Table{t, explanation(explained, t.How, o)}, nil
}

func some(list []table.Evidence) []table.Evidence {
	if list == nil {
		return []table.Evidence{}
	}
	return list
}

// perThousand prints a count, and how often it is among a thousand words.
func perThousand(l interface{ Decimals(float64, int) string }, n, of int) string {
	return fmt.Sprintf("%d (%s‰)", n, l.Decimals(1000*float64(n)/math.Max(1, float64(of)), 1))
}
