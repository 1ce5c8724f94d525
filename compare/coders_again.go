package compare

import (
	"slices"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
)

// twiceUnit is the unit of a comparison of a coder with the same coder's second coding: the passages of the sample.
const twiceUnit = "twice"

// codesTwice tells whether a coder is compared with the same coder's second coding (coding recode). A second coding is of a sample of passages, so it
// is compared with nothing else.
func (c *comparison) codesTwice() (bool, error) {
	at := slices.IndexFunc(c.coders, coding.IsAgain)
	if at < 0 {
		return false, nil
	}
	again := c.coders[at]
	if len(c.coders) != 2 || coding.Again(c.coders[1-at]) != again {
		first := again[:len(again)-len(coding.Again(""))]
		return false, catalogue.Errorf("%s is a second coding of some passages of %s\nhint: it is compared with the first alone: crosscase compare coders %s %s", again, first, first, again)
	}
	if c.question.Unit == SpanUnit {
		return false, catalogue.Errorf("the passages of a second coding were given, and free passages have no second coding\nhint: leave out --unit span")
	}
	c.coders = []string{c.coders[1-at], again}
	return true, nil
}

// addTwice gathers the passages that were coded a second time, each a unit of its own; what stands at exactly that passage is what the
// coder said of it.
func (c *comparison) addTwice(codes []*coding.Code, where func(corpus.Passage) bool) error {
	all, err := c.study.Recode(c.coders[0], 1, 1)
	if err != nil {
		return err
	}
	c.question.Unit, c.coded = twiceUnit, len(all)
	used := map[string]bool{}
	for _, r := range all {
		if r.Done() && where(r.Passage) {
			for _, x := range append(slices.Clone(r.First), r.Again...) {
				used[x.Code] = true
			}
		}
	}
	number := map[string]int{}
	for _, code := range codes {
		if used[code.Key] {
			number[code.Key] = len(c.codes)
			c.codes = append(c.codes, code)
		}
	}
	c.marks, c.taken = markings{coders: 2, codes: len(c.codes)}, make([]int, 2)
	for _, r := range all {
		if !r.Done() || !where(r.Passage) {
			continue
		}
		m := markedDocument{units: []corpus.Span{r.Passage.Span}, finished: slices.Repeat([]bool{true}, len(c.codes)), marks: make([][][]markedSpan, 2)}
		for j, given := range [][]coding.Coding{r.First, r.Again} {
			m.marks[j] = make([][]markedSpan, len(c.codes))
			for _, x := range given {
				i, known := number[x.Code]
				if !known {
					continue
				}
				c.mark(&m, j, i, x)
			}
		}
		c.keys = append(c.keys, r.Passage.Document)
		c.marks.documents = append(c.marks.documents, m)
	}
	if len(c.keys) == 0 {
		return catalogue.Errorf("no passage of %s was coded a second time\nhint: crosscase coding recode --coder %s does that", c.coders[0], c.coders[0])
	}
	return nil
}
