package cases

import (
	"strings"

	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/query"
)

// AddRule adds a query to the rules of a code, at the end of its find block; all else in
// codebook.yaml stays as it is. It is an error if the code has the rule already.
func (s *Study) AddRule(dir plainfile.Dir, key string, q *query.Query) error {
	c := s.Codebook.Code(key)
	if c == nil {
		return s.UnknownCode(key)
	}
	rule := RuleText(q)
	for _, line := range strings.Split(c.Find, "\n") {
		if onOneLine(line) == onOneLine(rule) {
			return catalogue.Errorf("code %q has this rule already: %s", c.Key, rule)
		}
	}
	data, err := dir.Read(coding.CodebookFile)
	if err != nil {
		return err
	}
	if data, err = plainfile.AppendLine(data, rule, append(codePlace(c), "find")...); err != nil {
		return catalogue.Errorf("%s: %w\nhint: add this line to find: of %s by hand: %s", coding.CodebookFile, err, c.Key, rule)
	}
	return dir.Write(coding.CodebookFile, data)
}

// RuleText returns a query as a line of a find block, where "#" at the begin of a line makes it
// a comment.
func RuleText(q *query.Query) string {
	text := strings.TrimSpace(q.Text)
	if strings.HasPrefix(text, "#") {
		return "(" + text + ")"
	}
	return text
}

// codePlace returns where a code stands in the code book file.
func codePlace(c *coding.Code) []string {
	if c.Parent == nil {
		return []string{"codes", "key=" + c.Key}
	}
	return append(codePlace(c.Parent), "children", "key="+c.Key)
}

// Proposes returns the number of passages that a query would propose as a rule of a code: with the
// code's own units and speakers, and without the kin of words.
func (s *Study) Proposes(key string, q *query.Query) (int, error) {
	c := s.Codebook.Code(key)
	if c == nil {
		return 0, s.UnknownCode(key)
	}
	book := coding.NewCodebook([]coding.Code{{Key: c.Key, Find: RuleText(q), Unit: c.Unit, Speakers: c.Speakers}})
	rules := map[string]*coding.Rules{}
	n := 0
	for _, d := range s.Documents {
		t, err := s.Text(d.Key)
		if err != nil {
			return 0, err
		}
		if rules[d.Language] == nil {
			rules[d.Language] = coding.NewRules(book, d.Language, byPeople{s})
		}
		n += len(rules[d.Language].Apply(*t))
	}
	return n, nil
}
