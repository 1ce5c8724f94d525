package cases

import (
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
)

// Dated is a passage that speaks of a time.
type Dated struct {
	Evidence
	Code    *coding.Code
	Periods []coding.Period
	Unread  []string // what is no date
}

// voice is what is said of a code.
type voice struct {
	code *coding.Code
	says coding.Says
}

// DatedOf returns what people coded in a case with a date or period, of the codes for which keep
// is true, in the order of documents, codes and places; and the number of their passages without one.
// Codings of one code that overlap, say the same and name the same time are one.
func (s *Study) DatedOf(c *Case, keep func(*coding.Code) bool) (dated []Dated, without int) {
	for _, m := range c.Members {
		byTime := map[[2]string][]coding.Coding{}
		var order [][2]string
		undated := map[voice]corpus.Span{} // the last passage of each
		codings := s.Codings.In(m.Document)
		for i := range codings {
			o := &codings[i]
			code := s.Codebook.Code(o.Code)
			if coding.Machine(o.Coder) || !m.Holds(o.Passage) || code == nil || !keep(code) {
				continue
			}
			when := strings.TrimSpace(o.When)
			if when == "" {
				at := voice{code, o.Says}
				if last, ok := undated[at]; ok && last.Overlaps(o.Span) {
					undated[at] = last.Union(o.Span)
				} else {
					undated[at] = o.Span
					without++
				}
				continue
			}
			key := [2]string{code.Key, when}
			if byTime[key] == nil {
				order = append(order, key)
			}
			byTime[key] = append(byTime[key], *o)
		}
		for _, key := range order {
			evidence := s.gather(byTime[key], c.Key)
			periods, unread := coding.ParseWhen(key[1])
			for _, e := range evidence {
				dated = append(dated, Dated{Evidence: e, Code: s.Codebook.Code(key[0]), Periods: periods, Unread: unread})
			}
		}
	}
	return dated, without
}
