package literature

import (
	"regexp"
	"strings"

	"crosscase/corpus/plainfile"
)

var risLine = regexp.MustCompile(`^([A-Z][A-Z0-9])  ?- ?(.*)$`)

// ReadRIS reads an RIS file: records from TY to ER, with AU and A1 (else A2, ED) as authors, PY, Y1
// or DA as the year, TI, T1 or CT as the title, ID as the key. A record without ID is named
// by its first author's family name and the year. A line that is no RIS line goes on with the one before.
func ReadRIS(file string, data []byte, problems *plainfile.Problems) []Work {
	var out []Work
	var open *Work
	var editors []Author
	text := strings.TrimPrefix(string(data), "\ufeff")
	last := ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, "\r ")
		m := risLine.FindStringSubmatch(line)
		if m == nil {
			switch {
			case line == "":
			case open == nil:
				problems.Add(file, i+1, "stands outside a record: %s\nhint: a record begins with \"TY  - \" and ends with \"ER  - \"", beginning(line))
			case last == "TI" || last == "T1":
				open.Title += " " + strings.TrimSpace(line)
			}
			continue
		}
		tag, value := m[1], strings.TrimSpace(m[2])
		last = tag
		if tag == "TY" {
			if open != nil {
				problems.Add(file, open.Line, "the record does not end before the next one begins, in line %d\nhint: end it with \"ER  - \"", i+1)
				out = appendWork(out, *open, editors, problems)
			}
			open, editors = &Work{File: file, Line: i + 1}, nil
			continue
		}
		if open == nil {
			problems.Add(file, i+1, "stands outside a record: %s\nhint: a record begins with \"TY  - \" and ends with \"ER  - \"", beginning(line))
			continue
		}
		switch tag {
		case "ER":
			out = appendWork(out, *open, editors, problems)
			open = nil
		case "ID":
			open.Key = value
		case "AU", "A1":
			open.Authors = append(open.Authors, author(value))
		case "A2", "ED":
			editors = append(editors, author(value))
		case "PY", "Y1", "DA":
			if open.Year == "" {
				open.Year = fourDigits.FindString(value)
			}
		case "TI", "T1", "CT":
			if open.Title == "" {
				open.Title = value
			}
		}
	}
	if open != nil {
		problems.Add(file, open.Line, "the record does not end before the file does\nhint: end it with \"ER  - \"")
		out = appendWork(out, *open, editors, problems)
	}
	return out
}

func appendWork(list []Work, w Work, editors []Author, problems *plainfile.Problems) []Work {
	if len(w.Authors) == 0 {
		w.Authors = editors
	}
	if w.Key == "" {
		w.Key = derivedKey(w)
	}
	w.missing(problems)
	return append(list, w)
}

func beginning(s string) string {
	if r := []rune(s); len(r) > 30 {
		return string(r[:30]) + " …"
	}
	return s
}
