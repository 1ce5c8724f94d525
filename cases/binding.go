package cases

import (
	"bytes"
	"slices"
	"sort"
	"strings"

	"crosscase/corpus/plainfile"
)

// BindingsFile keeps what the sentences of drafts speak of, as people confirmed it.
const BindingsFile = "bindings.jsonl"

// Binding is what a sentence of a draft speaks of, as a person confirmed it. It holds wherever the
// sentence stands with the same words.
type Binding struct {
	Sentence string   `json:"sentence"`
	Codes    []string `json:"codes"` // none: it is no claim that a code speaks of
	By       string   `json:"by,omitempty"`
	On       string   `json:"on,omitempty"`
}

func readBindings(data []byte, problems *plainfile.Problems) []Binding {
	var out []Binding
	for _, line := range plainfile.Lines(BindingsFile, data, problems) {
		var b Binding
		if line.Decode(BindingsFile, &b, problems) {
			out = append(out, b)
		}
	}
	return out
}

// Binding returns what a person confirmed of a sentence.
func (s *Study) Binding(sentence string) (Binding, bool) {
	words := strings.Join(strings.Fields(sentence), " ")
	for _, b := range s.Bindings {
		if b.Sentence == words {
			return b, true
		}
	}
	return Binding{}, false
}

// Bind keeps what sentences speak of; a later word on a sentence takes the place of an earlier one.
func (s *Study) Bind(dir plainfile.Dir, bindings []Binding) error {
	for _, b := range bindings {
		for _, key := range b.Codes {
			if s.Codebook.Code(key) == nil {
				return s.UnknownCode(key)
			}
		}
		b.Sentence = strings.Join(strings.Fields(b.Sentence), " ")
		if b.Codes == nil {
			b.Codes = []string{}
		}
		s.Bindings = slices.DeleteFunc(s.Bindings, func(o Binding) bool { return o.Sentence == b.Sentence })
		s.Bindings = append(s.Bindings, b)
	}
	sort.SliceStable(s.Bindings, func(i, j int) bool { return s.Bindings[i].Sentence < s.Bindings[j].Sentence })
	return writeLines(dir, BindingsFile, s.Bindings)
}

// writeLines writes records as JSON lines. Lines of the file that cannot be read stay at its end as they are.
func writeLines[T any](dir plainfile.Dir, file string, records []T) error {
	old, _, err := dir.ReadIfThere(file)
	if err != nil {
		return err
	}
	out, err := linesOf(old, file, records)
	if err != nil {
		return err
	}
	return dir.Write(file, out)
}

// linesOf returns records as JSON lines, with the lines of the file before them that cannot be read at the end.
func linesOf[T any](old []byte, file string, records []T) ([]byte, error) {
	var out []byte
	for _, r := range records {
		line, err := plainfile.EncodeLine(r)
		if err != nil {
			return nil, err
		}
		out = append(out, line...)
	}
	var ignored plainfile.Problems
	for _, line := range plainfile.Lines(file, old, &ignored) {
		if r := new(T); !line.Decode(file, r, &ignored) {
			out = append(out, append(bytes.Clone(line.Raw), '\n')...)
		}
	}
	return out, nil
}
