package cmd

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The fields of a table's JSON as other programs read them, written down here by hand.
type builtTable struct {
	Format int    `json:"format"`
	Name   string `json:"name"`
	How    struct {
		Command, Version string
		Inputs           []string
	} `json:"how"`
	Rows    []struct{ Key, Label string } `json:"rows"`
	Columns []struct{ Key, Label string } `json:"columns"`
	Cells   [][]struct {
		State    string          `json:"state"`
		Count    *int            `json:"count"`
		Text     string          `json:"text"`
		Items    []string        `json:"items"`
		Missing  string          `json:"missing"`
		Evidence []builtEvidence `json:"evidence"`
		Proposed []builtEvidence `json:"proposed"`
	} `json:"cells"`
}

type builtEvidence struct {
	Case, Passage, Quote, Says, Status, Cite, Source string
	Coders, Codings                                  []string
}

// TestEveryCountIsItsListOfPassages holds every table that build writes for the example
// studies against the files of the study: a count is the length of its evidence, a quote is
// what the text holds at its place, a coding is one that stands in codings/, a source is a line
// of a file, and the inputs are digests of files that are there.
func TestEveryCountIsItsListOfPassages(t *testing.T) {
	for _, example := range []struct {
		name                    string
		tables, counts, quoting int // at least so many, so that the test sees that it looks at something
	}{{"municipalities", 20, 150, 300}, {"libraries", 5, 15, 25}} {
		t.Run(example.name, func(t *testing.T) {
			t.Parallel()
			folder := madeExample(t, example.name)
			study := &writtenStudy{t: t, folder: folder, texts: map[string][]rune{}, lines: map[string]int{}}
			study.readCodings()
			files, err := filepath.Glob(filepath.Join(folder, "tables", "out", "*.json"))
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				study.checkTable(file)
			}
			if len(files) < example.tables || study.counts < example.counts || study.quotes < example.quoting {
				t.Errorf("%d tables with %d counts and %d quotes; expected at least %d, %d and %d", len(files), study.counts, study.quotes, example.tables, example.counts, example.quoting)
			}
		})
	}
}

// writtenStudy is a study as its files hold it, read without the program's own readers.
type writtenStudy struct {
	t              *testing.T
	folder         string
	texts          map[string][]rune
	lines          map[string]int
	codings        map[string]string // id → "coder document:start-end says"
	counts, quotes int
}

func (s *writtenStudy) read(name string) []byte {
	data, err := os.ReadFile(filepath.Join(s.folder, filepath.FromSlash(name)))
	if err != nil {
		s.t.Fatal(err)
	}
	return data
}

// text returns the characters of a document.
func (s *writtenStudy) text(key string) []rune {
	if s.texts[key] == nil {
		s.texts[key] = []rune(string(s.read("documents/" + key)))
	}
	return s.texts[key]
}

func (s *writtenStudy) readCodings() {
	s.codings = map[string]string{}
	files, err := filepath.Glob(filepath.Join(s.folder, "codings", "*", "*.jsonl"))
	if err != nil {
		s.t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			s.t.Fatal(err)
		}
		document := strings.TrimSuffix(filepath.Base(file), ".jsonl") + ".txt"
		for _, line := range bytes.Split(bytes.TrimSpace(data), []byte("\n")) {
			var c struct{ At, ID, Says, Code string }
			if err := json.Unmarshal(line, &c); err != nil {
				s.t.Fatalf("%s: %v", file, err)
			}
			if c.Says == "" {
				c.Says = "for"
			}
			if c.ID != "" {
				s.codings[c.ID] = filepath.Base(filepath.Dir(file)) + " " + document + ":" + c.At + " " + c.Says
			}
		}
	}
}

func (s *writtenStudy) checkTable(file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		s.t.Fatal(err)
	}
	var table builtTable
	if err := json.Unmarshal(data, &table); err != nil {
		s.t.Fatalf("%s: %v", file, err)
	}
	name := filepath.Base(file)
	if table.Format != 1 || table.Name+".json" != name || table.How.Command == "" || table.How.Version != "test" {
		s.t.Errorf("%s: format %d, name %q, made by %q of version %q", name, table.Format, table.Name, table.How.Command, table.How.Version)
	}
	s.checkInputs(name, table.How.Inputs)
	if len(table.Cells) != len(table.Rows) {
		s.t.Fatalf("%s: %d rows and %d rows of cells", name, len(table.Rows), len(table.Cells))
	}
	for i, row := range table.Cells {
		if len(row) != len(table.Columns) {
			s.t.Fatalf("%s: %d columns and %d cells in row %d", name, len(table.Columns), len(row), i)
		}
		for j, cell := range row {
			where := fmt.Sprintf("%s, %s × %s", name, table.Rows[i].Key, table.Columns[j].Key)
			if cell.Count != nil {
				s.counts++
				if *cell.Count != len(cell.Evidence) {
					s.t.Errorf("%s: count %d, %d passages", where, *cell.Count, len(cell.Evidence))
				}
				if cell.Missing != "" {
					s.t.Errorf("%s: has a count and is missing (%s)", where, cell.Missing)
				}
			}
			if cell.Missing != "" && len(cell.Evidence) > 0 {
				s.t.Errorf("%s: is missing (%s) and has evidence", where, cell.Missing)
			}
			if (cell.Text != "" || len(cell.Items) > 0) && cell.State == "" && cell.Missing == "" && len(cell.Evidence) == 0 && cell.Count == nil {
				s.t.Errorf("%s: says %q and rests on nothing", where, cell.Text)
			}
			seen := map[string]bool{}
			for _, e := range cell.Evidence {
				s.checkEvidence(where, e)
				if key := e.Passage + e.Says; cell.Count != nil && seen[key] {
					s.t.Errorf("%s: counts %s twice", where, e.Passage)
				} else {
					seen[key] = true
				}
			}
			for _, e := range cell.Proposed {
				if e.Status != "proposed" {
					s.t.Errorf("%s: a proposal has the status %q", where, e.Status)
				}
				s.checkEvidence(where, e)
			}
		}
	}
}

// checkInputs holds that every input is the digest of a file of the study.
func (s *writtenStudy) checkInputs(name string, inputs []string) {
	there := s.digests()
	if len(inputs) == 0 {
		s.t.Errorf("%s: names no inputs", name)
	}
	for _, in := range inputs {
		if !there[in] {
			s.t.Errorf("%s: input %s is the digest of no file of the study", name, in)
		}
	}
}

// digests returns the digests of all files of the study but the built ones.
func (s *writtenStudy) digests() map[string]bool {
	files, err := filesUnder(s.folder, ".crosscase", "tables/out", "vault")
	if err != nil {
		s.t.Fatal(err)
	}
	out := map[string]bool{}
	for _, text := range files {
		out[fmt.Sprintf("sha256:%x", sha256.Sum256([]byte(text)))] = true
	}
	return out
}

var (
	locator    = regexp.MustCompile(`^([a-z0-9._-]+\.txt):(\d+)-(\d+)$`)
	sourceLine = regexp.MustCompile(`^((?:cases|documents|guide|codebook|attributes)[^:]*\.yaml):(\d+)`)
)

// checkEvidence holds one piece of evidence against the text, the codings or the file it names.
func (s *writtenStudy) checkEvidence(where string, e builtEvidence) {
	if e.Passage == "" {
		s.checkSource(where, e.Source)
		return
	}
	m := locator.FindStringSubmatch(e.Passage)
	if m == nil {
		s.t.Errorf("%s: %q is no locator", where, e.Passage)
		return
	}
	text := s.text(m[1])
	start, _ := strconv.Atoi(m[2])
	end, _ := strconv.Atoi(m[3])
	if start >= end || end > len(text) {
		s.t.Errorf("%s: %s has %d characters; there is no %s", where, m[1], len(text), e.Passage)
		return
	}
	s.quotes++
	if there := string(text[start:end]); there != e.Quote {
		s.t.Errorf("%s: %s holds %q, the table quotes %q", where, e.Passage, there, e.Quote)
	}
	if e.Cite == "" {
		s.t.Errorf("%s: %s has no citation", where, e.Passage)
	}
	for _, id := range e.Codings {
		s.checkCoding(where, id, e, m[1], start, end)
	}
}

// checkCoding holds that a coding stands in codings/ under one of the coders named, inside
// the passage, and says what the evidence says.
func (s *writtenStudy) checkCoding(where, id string, e builtEvidence, document string, start, end int) {
	var coder, says, at string
	parts := strings.Split(s.codings[id], " ")
	if len(parts) == 3 {
		coder, at, says = parts[0], parts[1], parts[2]
	}
	m := locator.FindStringSubmatch(at)
	if m == nil || m[1] != document || says != e.Says || !strings.Contains(" "+strings.Join(e.Coders, " ")+" ", " "+coder+" ") {
		s.t.Errorf("%s: %s rests on coding %s, which is %q", where, e.Passage, id, s.codings[id])
		return
	}
	from, _ := strconv.Atoi(m[2])
	to, _ := strconv.Atoi(m[3])
	if from < start || to > end {
		s.t.Errorf("%s: coding %s at %s is not inside %s", where, id, at, e.Passage)
	}
}

// checkSource holds that a source that looks like file:line is a line of that file.
func (s *writtenStudy) checkSource(where, source string) {
	if source == "" {
		s.t.Errorf("%s: a piece of evidence has no place", where)
		return
	}
	m := sourceLine.FindStringSubmatch(source)
	if m == nil {
		return // a source outside the study
	}
	if _, ok := s.lines[m[1]]; !ok {
		s.lines[m[1]] = bytes.Count(s.read(m[1]), []byte("\n"))
	}
	if line, _ := strconv.Atoi(m[2]); line < 1 || line > s.lines[m[1]] {
		s.t.Errorf("%s: %s has %d lines; there is no %s", where, m[1], s.lines[m[1]], source)
	}
}
