package cases

import (
	"slices"
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// SummaryFile returns where the researcher's own words on a case lie.
func SummaryFile(caseKey string) string { return "summaries/" + caseKey + ".md" }

// SetSummary writes the researcher's own words on a code in a case, in the place of earlier ones; empty
// words take the section out. What else stands in the file stays as it was. A line that
// would begin another section is set in by a backslash.
func (s *Study) SetSummary(dir plainfile.Dir, caseKey, codeKey, text string) error {
	c := s.CaseNamed(caseKey)
	if c == nil {
		return s.UnknownCase(caseKey)
	}
	caseKey = c.Key
	code := s.Codebook.Code(codeKey)
	if code == nil {
		return s.UnknownCode(codeKey)
	}
	file := SummaryFile(caseKey)
	data, _, err := dir.ReadIfThere(file)
	if err != nil {
		return err
	}
	words := strings.Split(strings.TrimSpace(text), "\n")
	for i, l := range words {
		if l = strings.TrimRight(l, " \t\r"); strings.HasPrefix(l, "## ") {
			l = `\` + l
		}
		words[i] = l
	}
	if strings.TrimSpace(text) == "" {
		words = nil
	}
	out := s.withLines(string(data), code.Key, words)
	if err := dir.Write(file, []byte(out)); err != nil {
		return err
	}
	s.Summaries = slices.DeleteFunc(s.Summaries, func(m Summary) bool { return m.File == file })
	s.Summaries = append(s.Summaries, readSummaries(file, []byte(out))...)
	return nil
}

// SummaryText returns the researcher's own words on a code in a case, "" if there are none.
func (s *Study) SummaryText(caseKey, codeKey string) string {
	if c := s.CaseNamed(caseKey); c != nil {
		if m := s.Summary(c, codeKey); m != nil {
			return m.Text
		}
	}
	return ""
}

// SetState gives a cell, case × code, a state of a person's own, with the reason, in the place of an earlier
// one; the state "" takes it back. The derived one stays visible.
func (s *Study) SetState(dir plainfile.Dir, caseKey, codeKey, state, because, on string) error {
	c := s.CaseNamed(caseKey)
	if c == nil {
		return s.UnknownCase(caseKey)
	}
	caseKey = c.Key
	code := s.Codebook.Code(codeKey)
	if code == nil {
		return s.UnknownCode(codeKey)
	}
	state = catalogue.State(state)
	if state != "" && !contains(states, state) {
		return catalogue.Errorf("state %q is not known\nhint: write one of: %s", state, strings.Join(states, ", "))
	}
	if state != "" && strings.TrimSpace(because) == "" {
		return catalogue.Errorf("a state of your own needs a reason\nhint: say why %s is %s in case %s", code.Key, state, c.Key)
	}
	file := CaseFile(caseKey)
	data, err := dir.Read(file)
	if err != nil {
		return err
	}
	kept := slices.DeleteFunc(slices.Clone(c.States), func(o SetState) bool { return s.Codebook.Code(o.Code) == code })
	for _, o := range c.States {
		if s.Codebook.Code(o.Code) != code {
			continue
		}
		if data, _, err = plainfile.TakeItem(data, "states", "code="+o.Code); err != nil {
			return catalogue.Errorf("%s: %w\nhint: change it there by hand", file, err)
		}
	}
	if state != "" {
		set := SetState{Code: code.Key, State: state, Because: strings.TrimSpace(because), On: on}
		item, err := plainfile.Marshal(set)
		if err != nil {
			return err
		}
		if data, err = plainfile.AppendItem(data, string(item), "states"); err != nil {
			return catalogue.Errorf("%s: %w\nhint: change it there by hand", file, err)
		}
		kept = append(kept, set)
	}
	if err := dir.Write(file, data); err != nil {
		return err
	}
	c.States = kept
	return nil
}
