package cases

import (
	"fmt"
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// Effects says what hangs on a code, before it is renamed, moved, merged or split.
type Effects struct {
	Codings   []coding.Coding // of people, with this code, in text order
	Coders    []string        // whose codings they are
	Documents []string        // in which they stand
	Proposals int             // of the machine coders
	Verdicts  int             // on proposals
	Below     []string        // keys of the codes below it
	Tables    []string        // files in tables/ that name it
	Rules     []string        // keys of codes whose rules name it
	Summaries []string        // keys of cases with a summary on it
	States    []string        // keys of cases with a state that a person set for it
	Twice     []coding.Coding // of those of the code, the ones on a passage that the same coder coded with the other code too
}

// EffectsOn returns what hangs on a code. With another one, the one to merge into, it also
// says which passages have both.
func (s *Study) EffectsOn(key, other string) (Effects, error) {
	code := s.Codebook.Code(key)
	if code == nil {
		return Effects{}, s.UnknownCode(key)
	}
	var into *coding.Code
	if other != "" {
		if into = s.Codebook.Code(other); into == nil {
			return Effects{}, s.UnknownCode(other)
		}
	}
	var e Effects
	is := func(named string) bool { return s.Codebook.Code(named) == code }
	for _, c := range s.Codings.All() {
		if !is(c.Code) {
			continue
		}
		if coding.Machine(c.Coder) {
			e.Proposals++
			continue
		}
		e.Codings = append(e.Codings, c)
		e.Coders = addOnce(e.Coders, c.Coder)
		e.Documents = addOnce(e.Documents, c.Document)
		for _, o := range s.Codings.Over(c.Passage) {
			if into != nil && o.Code == into.Key && o.Coder == c.Coder && o.Passage == c.Passage {
				e.Twice = append(e.Twice, c)
			}
		}
	}
	for _, r := range s.Reviews {
		if is(r.Code) {
			e.Verdicts++
		}
	}
	for _, below := range s.Codebook.Under(code.Key)[1:] {
		e.Below = append(e.Below, below.Key)
	}
	for _, t := range s.Tables {
		named := append(append([]string{t.Under}, t.Codes...), rowCodes(t.Rows)...)
		if slices.ContainsFunc(named, is) {
			e.Tables = append(e.Tables, t.File)
		}
	}
	for _, c := range s.Codebook.All() {
		for _, name := range append([]string{code.Key}, code.Was...) {
			if strings.Contains(c.Find, "code:"+name) || strings.Contains(c.Find, `code:"`+name) {
				e.Rules = addOnce(e.Rules, c.Key)
			}
		}
	}
	for _, m := range s.Summaries {
		if is(m.Code) {
			e.Summaries = addOnce(e.Summaries, m.Case)
		}
	}
	for _, c := range s.Cases {
		for _, st := range c.States {
			if is(st.Code) {
				e.States = addOnce(e.States, c.Key)
			}
		}
	}
	return e, nil
}

func rowCodes(rows []RowRecord) []string {
	var out []string
	for _, r := range rows {
		out = append(append(append(out, r.Code), r.Codes...), rowCodes(r.Rows)...)
	}
	return out
}

// NewCode is a code that a person asks for.
type NewCode struct {
	Key        string // made from the label if empty
	Label      string
	Definition string
	Kind       string
	Under      string // key of the code above it, "" at the top
	Origin     string // guide, literature, emergent
}

// CreateCode adds a code to the code book and returns its key. A key that is in use, now or
// earlier, is an error.
func (s *Study) CreateCode(dir plainfile.Dir, n NewCode) (string, error) {
	key := n.Key
	if key == "" {
		key = s.freeCodeKey(n.Label)
	}
	if err := s.checkNewKey(key); err != nil {
		return "", err
	}
	if n.Under != "" && s.Codebook.Code(n.Under) == nil {
		return "", s.UnknownCode(n.Under)
	}
	add := coding.Derived{Parent: n.Under, Code: coding.Code{Key: key, Label: n.Label, Kind: n.Kind, Definition: n.Definition, Origin: n.Origin}}
	return key, s.changeCodebook(dir, func(data []byte) ([]byte, error) {
		if len(data) == 0 {
			data = []byte("format: 1\n")
		}
		return coding.AddCodes(data, s.Codebook, []coding.Derived{add})
	})
}

// longestCodeKey is the length of a key that is made from the words of a label.
const longestCodeKey = 40

// freeCodeKey returns a key for a label that no code has.
func (s *Study) freeCodeKey(label string) string {
	base := corpus.Slug(label)
	if len(base) > longestCodeKey {
		base = base[:longestCodeKey]
		if i := strings.LastIndexByte(base, '-'); i > longestCodeKey/2 {
			base = base[:i]
		}
	}
	base = corpus.Slug(base)
	for n, key := 2, base; ; n++ {
		if s.Codebook.Code(key) == nil {
			return key
		}
		key = fmt.Sprintf("%s-%d", base, n)
	}
}

func (s *Study) checkNewKey(key string) error {
	if key != corpus.Slug(key) {
		return catalogue.Errorf("%q does not work as the key of a code\nhint: write it as %s; the words go into its label", key, corpus.Slug(key))
	}
	if c := s.Codebook.Code(key); c != nil {
		hint := catalogue.Text("crosscase coding merge puts two codes together; or choose another key than %s", key)
		if c.Key != key {
			return catalogue.Errorf("%q was the key of code %q earlier\nhint: %s", key, c.Key, hint)
		}
		return catalogue.Errorf("there is a code %q already\nhint: %s", key, hint)
	}
	return nil
}

// CodeFields are the fields of a code that DefineCode sets.
func CodeFields() []string {
	return []string{"label", "kind", "definition", "include", "exclude", "example", "values", "colour"}
}

// DefineCode sets fields of a code. Where the definition, or when to use the code and when not, changes
// and the code has been used, the date is kept, so that codings made before can be looked at again.
func (s *Study) DefineCode(dir plainfile.Dir, key string, fields map[string]string, on string) error {
	code := s.Codebook.Code(key)
	if code == nil {
		return s.UnknownCode(key)
	}
	effects, err := s.EffectsOn(key, "")
	if err != nil {
		return err
	}
	now := map[string]string{"label": code.Label, "kind": code.Kind, "definition": code.Definition, "include": code.Include, "exclude": code.Exclude,
		"example": code.Example, "values": strings.Join(code.Values, ", "), "colour": code.Colour}
	return s.changeCodebook(dir, func(data []byte) ([]byte, error) {
		meaning := false
		for _, field := range CodeFields() {
			words, asked := fields[field]
			words = strings.TrimSpace(words)
			if !asked || words == now[field] {
				continue
			}
			meaning = meaning || field == "definition" || field == "include" || field == "exclude"
			var err error
			if field == "values" {
				data, err = coding.SetCodeList(data, s.Codebook, code.Key, field, splitList(words))
			} else {
				data, err = coding.SetCodeField(data, s.Codebook, code.Key, field, words)
			}
			if err != nil {
				return nil, err
			}
		}
		if !meaning || len(effects.Codings) == 0 {
			return data, nil
		}
		return coding.SetCodeField(data, s.Codebook, code.Key, "defined", on)
	})
}

// TakeOverCodes changes codes to what a file says of them, but for keys (coding.CodeDifference.Stays). It returns how many codes changed.
func (s *Study) TakeOverCodes(dir plainfile.Dir, differs []coding.CodeDifference, on string) (int, error) {
	changed := map[string]bool{}
	for _, d := range differs {
		if d.Stays() {
			continue
		}
		changed[d.Key] = true
		var err error
		switch {
		case d.Field == "parent":
			err = s.MoveCode(dir, d.Key, d.There, "")
		case d.Field != "values" && contains(CodeFields(), d.Field):
			err = s.DefineCode(dir, d.Key, map[string]string{d.Field: d.There}, on)
		default:
			err = s.changeCodebook(dir, func(data []byte) ([]byte, error) {
				return coding.SetCodeWords(data, s.Codebook, d.Key, d.Field, d.There)
			})
		}
		if err != nil {
			return 0, catalogue.Errorf("%s of %s: %w", d.Field, d.Key, err)
		}
	}
	return len(changed), nil
}

// AddCodes adds codes that were read from a file to the code book.
func (s *Study) AddCodes(dir plainfile.Dir, add []coding.Derived) error {
	return s.changeCodebook(dir, func(data []byte) ([]byte, error) { return coding.EncodeCodes(data, s.Codebook, add) })
}

func splitList(words string) []string {
	var out []string
	for _, w := range strings.Split(words, ",") {
		if w = strings.TrimSpace(w); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// Older returns people's codings of a code that were made before its definition was changed.
func (s *Study) Older(code *coding.Code) []coding.Coding {
	var out []coding.Coding
	for _, c := range s.Codings.All() {
		if code.Defined != "" && c.Code == code.Key && !coding.Machine(c.Coder) && c.On != "" && c.On < code.Defined {
			out = append(out, c)
		}
	}
	return out
}

// RenameCode gives a code another key. The earlier one is remembered, so codings, tables and
// rules need no change.
func (s *Study) RenameCode(dir plainfile.Dir, key, to string) error {
	code := s.Codebook.Code(key)
	if code == nil {
		return s.UnknownCode(key)
	}
	if s.Codebook.Code(to) != code || to == code.Key { // it may go back to a key that it had
		if err := s.checkNewKey(to); err != nil {
			return err
		}
	}
	return s.changeCodebook(dir, func(data []byte) ([]byte, error) {
		return coding.RenameCode(data, s.Codebook, code.Key, to)
	})
}

// MoveCode moves a code and all below it: to the end of those below another ("" is the top of the
// tree), or before one of them.
func (s *Study) MoveCode(dir plainfile.Dir, key, under, before string) error {
	code := s.Codebook.Code(key)
	if code == nil {
		return s.UnknownCode(key)
	}
	for _, other := range []string{under, before} {
		if other == "" {
			continue
		}
		if s.Codebook.Code(other) == nil {
			return s.UnknownCode(other)
		}
		for up := s.Codebook.Code(other); up != nil; up = up.Parent {
			if up == code {
				return catalogue.Errorf("code %q stands below %q; it cannot hold it\nhint: move %s first", s.Codebook.Code(other).Key, code.Key, s.Codebook.Code(other).Key)
			}
		}
	}
	return s.changeCodebook(dir, func(data []byte) ([]byte, error) {
		return coding.MoveCode(data, s.Codebook, code.Key, under, before)
	})
}

// MergeCodes puts a code into another, which stays: codings, verdicts, readings, tables and rules of the one
// are the other's from then on, by its earlier key; its rules are added, and the codes below it come below the
// other.
func (s *Study) MergeCodes(dir plainfile.Dir, from, into string) error {
	a, b := s.Codebook.Code(from), s.Codebook.Code(into)
	switch {
	case a == nil:
		return s.UnknownCode(from)
	case b == nil:
		return s.UnknownCode(into)
	case a == b:
		return catalogue.Errorf("%q and %q are the same code\nhint: name two codes", from, into)
	}
	for up := b; up != nil; up = up.Parent {
		if up == a {
			return catalogue.Errorf("code %q stands below %q; it cannot hold it\nhint: move %s first", b.Key, a.Key, b.Key)
		}
	}
	return s.changeCodebook(dir, func(data []byte) ([]byte, error) {
		return coding.MergeCodes(data, s.Codebook, a.Key, b.Key)
	})
}

// Part is a code to which codings of another one go when it is split.
type Part struct {
	NewCode
	Codings []string // ids
}

// SplitCode gives codings of a code to others. A part's code that is not there yet is made, below
// the one that is split. Only codings of the person who splits change; those of others stay
// with the code.
func (s *Study) SplitCode(dir plainfile.Dir, key, coder string, parts []Part) (moved int, err error) {
	code := s.Codebook.Code(key)
	if code == nil {
		return 0, s.UnknownCode(key)
	}
	to := map[string]string{}
	for _, p := range parts {
		for _, id := range p.Codings {
			c, ok := s.Coding(id)
			if !ok {
				return 0, s.unknownCoding(id)
			}
			if c.Code != code.Key || c.Coder != coder {
				return 0, catalogue.Errorf("%s is a coding of %s with %q, not one of %s with %q\nhint: crosscase coding list --code %s --coder %s shows yours", id, c.Coder, c.Code, coder, code.Key, code.Key, coder)
			}
		}
	}
	for _, p := range parts {
		target := s.Codebook.Code(p.Key)
		if p.Key == "" || target == nil {
			if p.Under == "" {
				p.Under = code.Key
			}
			if p.Kind == "" {
				p.Kind = code.Kind
			}
			made, err := s.CreateCode(dir, p.NewCode)
			if err != nil {
				return 0, err
			}
			target = s.Codebook.Code(made)
		}
		for _, id := range p.Codings {
			to[id] = target.Key
		}
	}
	for _, l := range s.Layers() {
		changed := false
		for i := range l.Codings {
			if key, ok := to[l.Codings[i].ID]; ok {
				l.Codings[i].Code, changed = key, true
				moved++
			}
		}
		if changed {
			if err := s.SaveLayer(dir, l); err != nil {
				return moved, err
			}
		}
	}
	s.Refresh()
	return moved, nil
}

// changeCodebook changes the code book file and what is known of it. A change after which the file
// would not be read as it was is an error, and nothing is written.
func (s *Study) changeCodebook(dir plainfile.Dir, change func(data []byte) ([]byte, error)) error {
	data, _, err := dir.ReadIfThere(coding.CodebookFile)
	if err != nil {
		return err
	}
	changed, err := change(data)
	if err != nil {
		return catalogue.Errorf("%s: %w", coding.CodebookFile, err)
	}
	var before, after plainfile.Problems
	coding.ReadCodebook(data, &before)
	book := coding.ReadCodebook(changed, &after)
	if len(after) > len(before) {
		return catalogue.Errorf("%s: %w", coding.CodebookFile, after[len(after)-1])
	}
	if err := dir.Write(coding.CodebookFile, changed); err != nil {
		return err
	}
	s.useCodebook(book, changed)
	return nil
}

// useCodebook takes another code book for the study's own.
func (s *Study) useCodebook(book *coding.Codebook, data []byte) {
	s.Codebook = book
	s.note(coding.CodebookFile, data)
	s.inputs[coding.CodebookFile] = s.digests[coding.CodebookFile]
	for _, l := range s.Layers() {
		for i := range l.Codings {
			if c := book.Code(l.Codings[i].Code); c != nil {
				l.Codings[i].Code = c.Key
			}
		}
	}
	for i := range s.Reviews {
		if c := book.Code(s.Reviews[i].Code); c != nil {
			s.Reviews[i].Code = c.Key
		}
	}
	s.Refresh()
}
