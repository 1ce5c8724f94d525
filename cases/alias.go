package cases

import (
	"strings"

	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// AliasesFile says which rows of tables are the same thing under several names.
const AliasesFile = "aliases.yaml"

// Alias is one thing and the other names it goes by, with the reason for taking them together. It
// holds for codes (Code) or for words: the contents of cells and the items of lists (Name).
type Alias struct {
	Code    string   `yaml:"code"` // the code that the others are merged into
	Name    string   `yaml:"name"` // the words that stand for the others
	Also    []string `yaml:"also"`
	Of      string   `yaml:"of"` // of words: only in this attribute or code; everywhere if empty
	Because string   `yaml:"because"`
	On      string   `yaml:"on"`
	Line    int      `yaml:"-" place:"line"`
}

type aliasesFile struct {
	Format  int     `yaml:"format"`
	Aliases []Alias `yaml:"aliases"`
}

// readAliases reads aliases.yaml. One without a reason is a problem and merges nothing.
func readAliases(data []byte, problems *plainfile.Problems) []Alias {
	var f aliasesFile
	plainfile.Unmarshal(AliasesFile, data, &f, problems)
	coding.CheckFormat(AliasesFile, f.Format, problems)
	var kept []Alias
	for _, a := range f.Aliases {
		switch {
		case (a.Code == "") == (a.Name == ""):
			problems.Add(AliasesFile, a.Line, "an alias merges codes or words, one of the two\nhint: write code: for codes, or name: for the words of contents and lists")
		case len(a.Also) == 0:
			problems.Add(AliasesFile, a.Line, "%q has no other names\nhint: add also: with the other names", a.Code+a.Name)
		case strings.TrimSpace(a.Because) == "":
			problems.Add(AliasesFile, a.Line, "%q is merged without a reason\nhint: add because: with the reason; until then the rows stay apart", a.Code+a.Name)
		default:
			kept = append(kept, a)
		}
	}
	return kept
}

// checkAliases notes names that stand for nothing, and words that would be merged two ways.
func (s *Study) checkAliases(problems *plainfile.Problems) {
	to := map[[2]string]string{}
	for _, a := range s.Aliases {
		if a.Code != "" {
			for _, key := range append([]string{a.Code}, a.Also...) {
				s.checkCode(AliasesFile, a.Line, key, problems)
			}
		}
		if _, ok := s.Attribute(a.Of); a.Of != "" && !ok && s.Codebook.Code(a.Of) == nil {
			problems.Add(AliasesFile, a.Line, "%q is neither an attribute nor a code\nhint: %s", a.Of, plainfile.DidYouMean(a.Of, s.Measures(), "attributes stand in %s, codes in %s", AttributesFile, coding.CodebookFile))
		}
		for _, other := range a.Also {
			key := [2]string{a.Of, other}
			if before, ok := to[key]; ok && before != a.Code+a.Name {
				problems.Add(AliasesFile, a.Line, "%q is merged into %q and into %q\nhint: keep one of the two", other, before, a.Code+a.Name)
			}
			to[key] = a.Code + a.Name
		}
	}
}

// Measures returns what cases can be ordered and divided by: the keys of attributes and codes.
func (s *Study) Measures() []string {
	var out []string
	for _, a := range s.Attributes {
		out = append(out, a.Key)
	}
	return append(out, s.Codebook.Keys()...)
}

// KnownMeasure returns what is wrong with a name by which cases are to be ordered or divided: an
// attribute or a code, with attribute: or code: before it where both have the key.
func (s *Study) KnownMeasure(name string) error {
	key, isCode := strings.CutPrefix(name, "code:")
	key, isAttribute := strings.CutPrefix(key, "attribute:")
	_, attribute := s.Attribute(key)
	code := s.Codebook.Code(key) != nil
	if attribute && !isCode || code && !isAttribute {
		return nil
	}
	return catalogue.Errorf("%q is neither an attribute nor a code\nhint: %s", name, plainfile.DidYouMean(key, s.Measures(), "attributes stand in %s, codes in %s", AttributesFile, coding.CodebookFile))
}
