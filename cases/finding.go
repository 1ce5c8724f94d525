package cases

import (
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus/plainfile"
)

// FindingsFile is where the claims across cases stand.
const FindingsFile = "findings.yaml"

// Finding is a claim across cases that is to be carried by the codings.
type Finding struct {
	Key        string     `yaml:"key"`
	Claim      string     `yaml:"claim"`
	Codes      []string   `yaml:"codes"`      // read as one, as in a row of a table
	Present    []string   `yaml:"present"`    // cases in which it is
	Partial    []string   `yaml:"partial"`    // in which it is within a limit
	Absent     []string   `yaml:"absent"`     // in which somebody says that it is not
	NotRaised  []string   `yaml:"not-raised"` // in which nobody speaks of it, though all was read
	Among      []string   `yaml:"among"`      // the cases that the quantifier speaks of; all if empty
	Quantifier string     `yaml:"quantifier"` // all, none, most, some, not all, 3 of 4, at least 2 …
	By         string     `yaml:"by"`
	On         string     `yaml:"on"`
	Note       string     `yaml:"note"`
	Line       int        `yaml:"-" place:"line"`
	Count      Quantifier `yaml:"-"`
}

// Claimed returns what the finding says of each case that it names.
func (f *Finding) Claimed() map[string]string {
	out := map[string]string{}
	for state, keys := range map[string][]string{StatePresent: f.Present, StatePartial: f.Partial, StateAbsent: f.Absent, StateNone: f.NotRaised} {
		for _, key := range keys {
			out[key] = state
		}
	}
	return out
}

// CodesOf returns the codes of some keys, those that are not in the code book left out.
func (s *Study) CodesOf(keys []string) []*coding.Code {
	var out []*coding.Code
	for _, key := range keys {
		if c := s.Codebook.Code(key); c != nil {
			out = append(out, c)
		}
	}
	return out
}

// readFindings reads findings.yaml. A finding that cannot be checked is a problem, and stands apart.
func readFindings(data []byte, problems *plainfile.Problems) (read, unread []*Finding) {
	var file struct {
		Format   int       `yaml:"format"`
		Findings []Finding `yaml:"findings"`
	}
	plainfile.Unmarshal(FindingsFile, data, &file, problems)
	coding.CheckFormat(FindingsFile, file.Format, problems)
	keys := keysOnce{file: FindingsFile}
	wrong := newWrongLines(FindingsFile, *problems)
	for i := range file.Findings {
		f := &file.Findings[i]
		next := 0
		if i+1 < len(file.Findings) {
			next = file.Findings[i+1].Line
		}
		if f.check(&keys, problems) && !wrong.between(f.Line, next) {
			read = append(read, f)
		} else {
			unread = append(unread, f)
		}
	}
	return read, unread
}

// check tells whether a finding can be held against the codings; if not, why is a problem.
func (f *Finding) check(keys *keysOnce, problems *plainfile.Problems) bool {
	if !keys.add(f.Key, f.Line, problems) {
		return false
	}
	var err error
	if f.Count, err = ParseQuantifier(f.Quantifier); err != nil {
		problems.Add(FindingsFile, f.Line, "%s\nhint: write all, none, most, some, not all, 3 of 4, at least 2 or at most 1", err)
		return false
	}
	if f.Count.Kind == "" && len(f.Claimed()) == 0 {
		problems.Add(FindingsFile, f.Line, "finding %q says of no case what is claimed\nhint: add present:, partial:, absent: or not-raised: with cases, or a quantifier:", f.Key)
		return false
	}
	return true
}

// keysOnce notes records of a file that have no key or the key of another.
type keysOnce struct {
	file string
	seen map[string]int
}

func (k *keysOnce) add(key string, line int, problems *plainfile.Problems) bool {
	if k.seen == nil {
		k.seen = map[string]int{}
	}
	first := k.seen[key]
	switch {
	case key == "" || strings.ContainsAny(key, " \t/:"):
		problems.Add(k.file, line, "the record has no key, or one that does not work as a name\nhint: add key: a-short-name, without blanks, slashes and colons")
		return false
	case first > 0:
		problems.Add(k.file, line, "key %q stands in line %d already\nhint: give one of the two another key", key, first)
		return false
	}
	k.seen[key] = line
	return true
}

// wrongLines are the lines of a file of which a part could not be read.
type wrongLines []int

func newWrongLines(file string, problems plainfile.Problems) wrongLines {
	var out wrongLines
	for _, p := range problems {
		if p.File == file {
			out = append(out, p.Line)
		}
	}
	return out
}

// between tells whether one of the lines belongs to the record that begins in line from, the next one being in line to; 0 for none.
func (w wrongLines) between(from, to int) bool {
	return slices.ContainsFunc(w, func(line int) bool { return line >= from && (to == 0 || line < to) })
}

// checkFindings adds what is wrong between findings and the rest of the study. One with a part that stands for nothing is taken for not read: what
// is left of it would be another claim.
func (s *Study) checkFindings(problems *plainfile.Problems) {
	s.Findings = slices.DeleteFunc(s.Findings, func(f *Finding) bool {
		before := len(*problems)
		s.checkFinding(f, problems)
		if len(*problems) > before {
			s.UnreadFindings = append(s.UnreadFindings, f)
			return true
		}
		if in := len(f.Present) + len(f.Partial); in > 0 && f.Count.Kind == Exactly && in != f.Count.N {
			problems.Add(FindingsFile, f.Line, "finding %q says %s, but names %d cases\nhint: make the two agree", f.Key, f.Count, in)
		}
		return false
	})
	slices.SortStableFunc(s.UnreadFindings, func(a, b *Finding) int { return a.Line - b.Line })
}

// checkFinding adds what of a finding stands for nothing.
func (s *Study) checkFinding(f *Finding, problems *plainfile.Problems) {
	if len(f.Codes) == 0 {
		problems.Add(FindingsFile, f.Line, "finding %q names no code\nhint: add codes: with the codes that speak of it", f.Key)
	}
	for _, key := range f.Codes {
		s.checkCode(FindingsFile, f.Line, key, problems)
	}
	named := map[string]bool{}
	for _, keys := range [][]string{f.Present, f.Partial, f.Absent, f.NotRaised} {
		for _, key := range keys {
			s.checkCaseKey(FindingsFile, f.Line, key, problems)
			if named[key] {
				problems.Add(FindingsFile, f.Line, "finding %q says two things of case %q\nhint: leave it in one of the lists", f.Key, key)
			}
			named[key] = true
		}
	}
	for _, key := range f.Among {
		s.checkCaseKey(FindingsFile, f.Line, key, problems)
	}
}

func (s *Study) checkCaseKey(file string, line int, key string, problems *plainfile.Problems) {
	if s.Case(key) == nil {
		problems.Add(file, line, "there is no case %q\nhint: %s", key, plainfile.DidYouMean(key, s.CaseKeys(), "crosscase cases list shows them"))
	}
}
