package cases

import (
	"strings"

	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// checkKinds adds the kinds of document that codes count on and that no document of the study is of, unless crosscase knows them, and the kinds of
// document and of code that look like a slip of one that crosscase knows. A kind of document of the researcher's own is no slip once a code
// counts it; a kind of the researcher's own is no slip once a table asks for it.
func (s *Study) checkKinds(problems *plainfile.Problems) {
	used, ours := s.documentKinds(), catalogue.DocumentKinds()
	known := append(append([]string{}, used...), ours...)
	asked, counts := map[string]bool{}, map[string]bool{}
	for _, c := range s.Codebook.All() {
		for _, kind := range c.Sources {
			counts[kind] = true
		}
	}
	for _, d := range s.Documents {
		if contains(ours, d.Kind) || d.Kind == "" || counts[d.Kind] {
			continue
		}
		if near := plainfile.Nearest(d.Kind, ours); near != "" {
			problems.Add(SidecarFile(d.Key), 0, "kind %q looks like a slip of %q\nhint: crosscase corpus set %s kind=%s; a kind of your own is one once a code counts it (sources:)", d.Kind, near, d.Key, near)
		}
	}
	for _, t := range s.Tables {
		asked[t.Kind] = true
	}
	for _, c := range s.Codebook.All() {
		for _, kind := range c.Sources {
			if !contains(known, kind) {
				problems.Add(coding.CodebookFile, c.Lines["sources"], "code %q counts documents of kind %q, and the study has none\nhint: %s", c.Key, kind, plainfile.DidYouMean(kind, known, "kinds of the study's documents: %s", strings.Join(used, ", ")))
			}
		}
		if contains(catalogue.CodeKinds(), c.Kind) || asked[c.Kind] || c.Kind == "" {
			continue
		}
		if near := plainfile.Nearest(c.Kind, catalogue.CodeKinds()); near != "" {
			problems.Add(coding.CodebookFile, c.Lines["kind"], "code %q is of kind %q, which no table asks for\nhint: did you mean %q? A kind of your own is one once a table in tables/ asks for it", c.Key, c.Kind, near)
		}
	}
}

// documentKinds returns the kinds of the documents, and of those that are unavailable, each once.
func (s *Study) documentKinds() []string {
	var out, words []string
	for _, d := range s.Documents {
		out = addOnce(out, nonEmpty(d.Kind)...)
	}
	for _, c := range s.Cases {
		for _, m := range c.Members {
			words = addOnce(words, nonEmpty(m.Kind)...)
		}
	}
	for _, word := range words {
		out = addOnce(out, catalogue.DocumentKind(word))
	}
	return out
}
