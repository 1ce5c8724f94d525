package cases

import (
	"path"
	"slices"
	"strings"

	"crosscase/corpus/plainfile"
)

// NewCases tells what is wrong with the cases that a face sheet makes: those whose name begins with the same word as that of a case of the
// study ("Storevik vgs" where there is "Storevik skole"), which may be the same. A word with which several cases of the study begin, or
// several new ones, tells nothing: they are "Kommune A", "Kommune B".
func (s *Study) NewCases(f *FaceSheet) error {
	first := func(names ...string) (out []string) {
		for _, n := range names {
			if w, _, _ := strings.Cut(plainName(n), "-"); len(w) >= leastWord {
				out = addOnce(out, w)
			}
		}
		return out
	}
	type made struct{ key, title string }
	var all []made
	begun := map[string]int{} // of the new ones, by their first words
	for _, file := range f.order {
		key := strings.TrimSuffix(path.Base(file), ".yaml")
		if file != CaseFile(key) || s.Case(key) != nil {
			continue
		}
		var is struct {
			Label string `yaml:"label"`
		}
		var ignored plainfile.Problems
		plainfile.Unmarshal(file, f.files[file], &is, &ignored)
		m := made{key, is.Label}
		if m.title == "" {
			m.title = key
		}
		all = append(all, m)
		for _, w := range first(key, m.title) {
			begun[w]++
		}
	}
	var problems plainfile.Problems
	for _, m := range all {
		var like []*Case
		for _, w := range first(m.key, m.title) {
			if begun[w] > 1 {
				continue
			}
			for _, c := range s.Cases {
				if slices.Contains(first(c.Key, c.Title()), w) {
					like = append(like, c)
				}
			}
		}
		if len(like) == 1 {
			problems.Add(f.File, 0, "%q would be a new case, and its name begins as that of the case %s (%s) does\nhint: if it is the same, write %s in the sheet, or also: [%s] in %s; --new-cases makes it a case of its own",
				m.title, like[0].Key, like[0].Title(), like[0].Key, m.title, like[0].File)
		}
	}
	return problems.Err()
}
