package cases

import (
	"strings"

	"crosscase/coding"
)

// Dated is a passage that speaks of a time.
type Dated struct {
	Evidence
	Code    *coding.Code
	Periods []coding.Period
	Unread  []string // what is no date
}

// DatedOf returns what people coded in a case with a date or period, of the codes for which keep
// is true, in the order of documents, codes and places; and the number of their passages without one.
// Codings of one code that overlap, say the same and name the same time are one.
func (s *Study) DatedOf(c *Case, keep func(*coding.Code) bool) (dated []Dated, without int) {
	for _, m := range c.Members {
		byTime := map[[2]string][]coding.Coding{}
		var order [][2]string
		for _, o := range s.Codings.In(m.Document) {
			code := s.Codebook.Code(o.Code)
			if coding.Machine(o.Coder) || !m.Holds(o.Passage) || code == nil || !keep(code) {
				continue
			}
			key := [2]string{code.Key, strings.TrimSpace(o.When)}
			if byTime[key] == nil {
				order = append(order, key)
			}
			byTime[key] = append(byTime[key], o)
		}
		for _, key := range order {
			if key[1] == "" {
				without += len(joined(byTime[key], c.Key))
				continue
			}
			evidence := s.gather(byTime[key], c.Key)
			periods, unread := coding.ParseWhen(key[1])
			for _, e := range evidence {
				dated = append(dated, Dated{Evidence: e, Code: s.Codebook.Code(key[0]), Periods: periods, Unread: unread})
			}
		}
	}
	return dated, without
}
