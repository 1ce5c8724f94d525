package plainfile

import (
	"sort"
	"strconv"
	"strings"

	"crosscase/corpus/catalogue"
)

// Problem is something wrong in a file of the study, and what to do about it.
type Problem struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"` // from 1; 0 if the file as a whole is meant
	Message string `json:"message"`        // lower case, no full stop
	Hint    string `json:"hint,omitempty"`
	Unread  bool   `json:"-"`                 // a part of the file cannot be read, so that what stands there is not known
	Follows string `json:"follows,omitempty"` // the file that cannot be read whole, where the problem is only that it names what stands there

	said catalogue.Message
}

// Translated returns the problem with its message and hint in a language, and whether they could be said in it.
func (p Problem) Translated(l catalogue.Language) (Problem, bool) {
	words, whole := p.said.Told(l)
	p.Message, p.Hint = l.Cut(words)
	return p, whole
}

// Told returns the problem in a language as String does in English.
func (p Problem) Told(l catalogue.Language) (string, bool) {
	p, whole := p.Translated(l)
	return p.text(l), whole
}

// String returns the problem as it is printed, with the hint on a line of its own.
func (p Problem) String() string { return p.text("en") }

func (p Problem) text(l catalogue.Language) string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
	}
	s += ": " + p.Message
	if p.Hint != "" {
		s += "\n" + l.Say("hint") + ": " + p.Hint
	}
	return s
}

// Error makes one problem an error.
func (p Problem) Error() string { return p.String() }

// Problems gathers what is wrong.
type Problems []Problem

// Add notes a problem: what is wrong and, behind "\nhint: ", what to do about it.
func (ps *Problems) Add(file string, line int, english string, parts ...any) {
	said := catalogue.Text(english, parts...)
	message, hint := catalogue.In("en").Cut(said.String())
	*ps = append(*ps, Problem{File: file, Line: line, Message: message, Hint: hint, said: said})
}

// addUnread is Add for what makes a part of the file unknown.
func (ps *Problems) addUnread(file string, line int, english string, parts ...any) {
	ps.Add(file, line, english, parts...)
	(*ps)[len(*ps)-1].Unread = true
}

// CausesFirst puts the problems of files that cannot be read whole before the others, and those that follow from these behind all.
func (ps Problems) CausesFirst() {
	rank := func(p Problem) int {
		switch {
		case p.Unread:
			return 0
		case p.Follows == "":
			return 1
		}
		return 2
	}
	sort.SliceStable(ps, func(i, j int) bool { return rank(ps[i]) < rank(ps[j]) })
}

// Sort puts the problems in the order of files and lines. Problems of one line
// keep the order in which they were found.
func (ps Problems) Sort() {
	sort.SliceStable(ps, func(i, j int) bool {
		if ps[i].File != ps[j].File {
			return ps[i].File < ps[j].File
		}
		return ps[i].Line < ps[j].Line
	})
}

// In returns the problems of the files for which keep is true.
func (ps Problems) In(keep func(file string) bool) Problems {
	var out Problems
	for _, p := range ps {
		if keep(p.File) {
			out = append(out, p)
		}
	}
	return out
}

// Error prints all problems, one after the other.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Translated returns the problems with their messages and hints in a language.
func (ps Problems) Translated(l catalogue.Language) Problems {
	out := make(Problems, len(ps))
	for i, p := range ps {
		out[i], _ = p.Translated(l)
	}
	return out
}

// Told returns the problems in a language as Error does in English.
func (ps Problems) Told(l catalogue.Language) (string, bool) {
	lines, whole := make([]string, len(ps)), true
	for i, p := range ps {
		words, ok := p.Told(l)
		lines[i], whole = words, whole && ok
	}
	return strings.Join(lines, "\n"), whole
}

// Err returns the problems as an error, nil if there are none.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}

// conflict returns the first line of data, from 1, at which git left a conflict
// marker, and data with every conflict emptied, line for line; 0 if there is none.
func conflict(data string) (int, string) {
	if !strings.HasPrefix(data, "<<<<<<< ") && !strings.Contains(data, "\n<<<<<<< ") {
		return 0, data
	}
	lines := strings.SplitAfter(data, "\n")
	first, inside := 0, false
	for i, l := range lines {
		if strings.HasPrefix(l, "<<<<<<< ") {
			inside = true
			if first == 0 {
				first = i + 1
			}
		}
		ends := strings.HasPrefix(l, ">>>>>>> ")
		if inside {
			lines[i] = "\n"
		}
		if ends {
			inside = false
		}
	}
	return first, strings.Join(lines, "")
}

const withConflict = "holds a conflict that git could not solve\nhint: two versions of these lines met in git; keep what is right and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"
