package compare

import (
	"fmt"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
)

// Memos lists memos with what they are about and how they begin.
func Memos(s *cases.Study, list []*cases.Memo, o Options) *table.Table {
	t := listing("memos", "memo", o, "date", "by", "kind", "about", "text")
	for _, m := range list {
		var about []string
		for _, a := range m.About {
			about = append(about, a.String())
		}
		addRow(t, m.Name, m.Name, fmt.Sprintf("%s:%d", m.File, m.From), o.Language.Date(m.On), m.By, m.Kind, strings.Join(about, ", "), beginning(strings.Join(strings.Fields(m.Text), " "), 120))
	}
	return t
}
