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

// when is a code and the time that is said of it.
type when struct {
	code *coding.Code
	at   string
}

// DatedOf returns what counts of what people coded in a case with a date or period, of the codes for which keep
// is true, in the order of documents, codes and places; and the number of their passages without one.
// Codings of one code that overlap, say the same and name the same time are one.
func (s *Study) DatedOf(c *Case, keep func(*coding.Code) bool) (dated []Dated, without int) {
	for _, m := range c.Members {
		byTime := map[when][]*coding.Coding{}
		var order []when
		codings := s.Codings.In(m.Document)
		for i := range codings {
			o := &codings[i]
			code := s.Codebook.Code(o.Code)
			if !s.Counts(*o) || !m.Holds(o.Passage) || code == nil || !keep(code) {
				continue
			}
			key := when{code, strings.TrimSpace(o.When)}
			if byTime[key] == nil {
				order = append(order, key)
			}
			byTime[key] = append(byTime[key], o)
		}
		for _, key := range order {
			if key.at == "" {
				without += len(joined(byTime[key], c.Key)) // as the passages are counted everywhere
				continue
			}
			evidence := s.gather(byTime[key], c.Key, nil)
			periods, unread := coding.ParseWhen(key.at)
			for _, e := range evidence {
				dated = append(dated, Dated{Evidence: e, Code: key.code, Periods: periods, Unread: unread})
			}
		}
	}
	return dated, without
}
