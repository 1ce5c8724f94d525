package compare

import (
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/compare/table"
)

// mergedRows puts rows of codes that aliases.yaml calls the same thing into one, at the place of
// the first of them. A row says what it was merged of.
func mergedRows(s *cases.Study, r *cases.TableRecord, rows []row, o Options) []row {
	if r.Raw {
		return rows
	}
	into := map[string]string{}
	why := map[string]string{}
	for _, a := range s.Aliases {
		main := s.Codebook.Code(a.Code)
		if main == nil {
			continue
		}
		var others []string
		for _, key := range a.Also {
			if c := s.Codebook.Code(key); c != nil {
				into[c.Key], others = main.Key, append(others, c.Title())
			}
		}
		into[main.Key] = main.Key
		why[main.Key] = o.Language.Say("merged", strings.Join(others, ", "), a.Because)
	}
	if len(into) == 0 {
		return rows
	}
	var out []row
	place := map[string]int{}
	for _, next := range rows {
		main, ok := "", false
		if len(next.codes) == 1 {
			main, ok = into[next.codes[0].Key]
		}
		if !ok {
			out = append(out, next)
			continue
		}
		i, there := place[main]
		if !there {
			place[main] = len(out)
			code := s.Codebook.Code(main)
			out = append(out, row{label: table.Label{Key: code.Key, Label: code.Title(), Depth: next.label.Depth}, codes: next.codes, merged: why[main]})
			continue
		}
		for _, c := range next.codes {
			if !slices.Contains(out[i].codes, c) {
				out[i].codes = append(slices.Clip(out[i].codes), c)
			}
		}
	}
	for i := range out {
		if len(out[i].codes) < 2 {
			out[i].merged = "" // the other names have no row here
		}
	}
	return out
}

// aliasWords says which words stand for which others.
type aliasWords struct {
	to  map[string]string
	why map[string]string
}

// wordsFor returns the aliases for the words of an attribute or a code.
func wordsFor(s *cases.Study, r *cases.TableRecord, o Options, of string) aliasWords {
	w := aliasWords{map[string]string{}, map[string]string{}}
	if r.Raw {
		return w
	}
	for _, a := range s.Aliases {
		if a.Name == "" || a.Of != "" && a.Of != of {
			continue
		}
		for _, other := range a.Also {
			w.to[other] = a.Name
			w.why[a.Name] = o.Language.Say("merged", strings.Join(a.Also, ", "), a.Because)
		}
	}
	return w
}

// of returns the words that stand for some words.
func (w aliasWords) of(s string) string {
	if to, ok := w.to[s]; ok {
		return to
	}
	return s
}

// noteMerged adds to a table what its rows were merged of.
func noteMerged(t *table.Table, label, why string) {
	if why == "" {
		return
	}
	if note := label + " " + why; !slices.Contains(t.Notes, note) {
		t.Notes = append(t.Notes, note)
	}
}
