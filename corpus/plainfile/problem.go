package plainfile

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// Problem is something wrong in a file of the study, and what to do about it.
type Problem struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"` // from 1; 0 if the file as a whole is meant
	Message string `json:"message"`        // lower case, no full stop
	Hint    string `json:"hint,omitempty"`
}

// String returns the problem as it is printed, with the hint on a line of its own.
func (p Problem) String() string {
	s := p.File
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
	}
	s += ": " + p.Message
	if p.Hint != "" {
		s += "\nhint: " + p.Hint
	}
	return s
}

// Error makes one problem an error.
func (p Problem) Error() string { return p.String() }

// Problems gathers what is wrong.
type Problems []Problem

// Add notes a problem.
func (ps *Problems) Add(file string, line int, hint, format string, args ...any) {
	*ps = append(*ps, Problem{file, line, fmt.Sprintf(format, args...), hint})
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

const conflictHint = "two versions of these lines met in git; keep what is right and remove the lines that begin with <<<<<<<, ======= and >>>>>>>"
