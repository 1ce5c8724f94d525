package convert

import (
	"strings"

	"crosscase/corpus/pattern"
)

var (
	frontField = pattern.Of(`^(?i)(title|tittel|date|dato):[ \t]*(.*)$`)
	frontEnd   = pattern.Of(`(?m)^(?:---|\.\.\.)[ \t]*$`)
)

// cutFrontMatter takes a YAML head off; its title is kept, and its date stands
// as a line of its own at the top only if the text would else have lost it.
func cutFrontMatter(s string, src *Source, r *Report) string {
	rest, ok := strings.CutPrefix(s, "---\n")
	if !ok {
		return s
	}
	end := frontEnd.FindStringIndex(rest)
	if end == nil {
		return s
	}
	head, body := rest[:end[0]], rest[end[1]:]
	if !strings.Contains(head, ":") || strings.Contains(strings.Trim(head, "\n"), "\n\n") {
		return s
	}
	kept := 0
	for l := range strings.SplitSeq(head, "\n") {
		if m := frontField.FindStringSubmatch(l); m != nil {
			value := strings.Trim(m[2], `"' `)
			if k := strings.ToLower(m[1]); k == "title" || k == "tittel" {
				src.Title = value
			} else if value != "" {
				src.Blocks = append(src.Blocks, Block{Text: m[1] + ": " + value})
				kept += weigh(m[1] + value)
			}
		}
	}
	r.add("dropped", "YAML head (its title and date are kept)", 1, weigh(head)-kept, clip(head, 60))
	return strings.TrimPrefix(body, "\n")
}
