package cases

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// shareFormat is the format of a file of shared work.
const shareFormat = 1

// shareLine is a line of such a file: first who shares what, then a line for each file, last what the journal says was removed
// and coded, so that what the coder took out does not come back elsewhere.
type shareLine struct {
	Format int    `json:"format,omitempty"`
	Study  string `json:"study,omitempty"`
	Coder  string `json:"coder,omitempty"`
	On     string `json:"on,omitempty"`
	File   string `json:"file,omitempty"`
	Text   string `json:"text,omitempty"`
	Did    string `json:"did,omitempty"`
}

// Share returns one file with all of a coder's work: codings, verdicts and memos, and how many files it holds.
func (s *Study) Share(dir plainfile.Dir, coder, on string) ([]byte, int, error) {
	lines := []shareLine{{Format: shareFormat, Study: s.ID, Coder: coder, On: on}}
	for _, folder := range []string{"codings/" + coder, "reviews/" + coder} {
		for _, file := range s.files(folder, ".jsonl") {
			if s.isCopy(file) {
				return nil, 0, catalogue.Errorf("%s is a conflict copy\nhint: crosscase check --mend puts it together with the other first", file)
			}
			data, err := dir.Read(file)
			if err != nil {
				return nil, 0, err
			}
			lines = append(lines, shareLine{File: file, Text: string(data)})
		}
	}
	for _, file := range s.files("memos", ".md") {
		if memoBy(file) != coder {
			continue
		}
		data, err := dir.Read(file)
		if err != nil {
			return nil, 0, err
		}
		lines = append(lines, shareLine{File: file, Text: string(data)})
	}
	n := len(lines) - 1
	journal, _, err := dir.ReadIfThere("journal.jsonl")
	if err != nil {
		return nil, 0, err
	}
	for _, l := range bytes.Split(journal, []byte("\n")) {
		var e struct{ Did string }
		if json.Unmarshal(l, &e) != nil {
			continue
		}
		if did := strings.TrimPrefix(strings.TrimPrefix(e.Did, "did again: "), "took back: "); removedIDs.MatchString(did) || removedPlace.MatchString(did) || codedPlace.MatchString(did) {
			lines = append(lines, shareLine{Did: e.Did})
		}
	}
	var out []byte
	for _, l := range lines {
		data, err := plainfile.EncodeLine(l)
		if err != nil {
			return nil, 0, err
		}
		out = append(out, data...)
	}
	return out, n, nil
}

// memoBy returns who wrote a memo, by the name of its file: memos/DATE-CODER-….md.
func memoBy(file string) string {
	parts := strings.SplitN(path.Base(file), "-", 5)
	if len(parts) < 5 {
		return ""
	}
	return parts[3]
}

// Received says what came of one file of shared work.
type Received struct {
	File      string
	New       bool
	Came      int      // lines
	Gone      int      // lines that the coder has removed, and that were here
	Conflicts []string // lines that were here and differ: what they said
	Left      string   // why the file was left as it was, "" if it was taken in
}

// Receive takes a coder's work in from a file that Share made, and returns whose it is. Only the files of
// that coder are touched. What the coder shared stands; a line that is here alone stays, unless the coder removed it. Receiving the same
// file again changes nothing.
func (s *Study) Receive(dir plainfile.Dir, data []byte) (coder string, out []Received, err error) {
	var lines []shareLine
	for i, l := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(l)) == 0 {
			continue
		}
		var x shareLine
		if err := json.Unmarshal(l, &x); err != nil {
			return "", nil, catalogue.Errorf("line %d is no line of shared work\nhint: crosscase share makes such a file", i+1)
		}
		lines = append(lines, x)
	}
	if len(lines) == 0 || lines[0].Format != shareFormat || !corpus.ValidKey(lines[0].Coder) || coding.Machine(lines[0].Coder) {
		return "", nil, catalogue.Errorf("does not say whose work it is\nhint: crosscase share makes such a file")
	}
	coder = lines[0].Coder
	if lines[0].Study != s.ID {
		return coder, nil, catalogue.Errorf("is of the study %q, and this one is %q\nhint: go to that study; the id stands in %s", lines[0].Study, s.ID, StudyFile)
	}
	var journal []byte
	for _, l := range lines {
		if l.Did != "" {
			line, err := plainfile.EncodeLine(shareLine{Did: l.Did})
			if err != nil {
				return coder, nil, err
			}
			journal = append(journal, line...)
		}
	}
	for _, l := range lines[1:] {
		if l.File == "" {
			continue
		}
		r := Received{File: l.File}
		if err := s.receive(dir, coder, l, journal, &r); err != nil {
			return coder, out, err
		}
		out = append(out, r)
	}
	return coder, out, nil
}

func (s *Study) receive(dir plainfile.Dir, coder string, l shareLine, journal []byte, r *Received) error {
	folder, name := path.Split(l.File)
	own := folder == "codings/"+coder+"/" || folder == "reviews/"+coder+"/"
	memo := folder == "memos/" && memoBy(l.File) == coder && strings.HasSuffix(name, ".md")
	document := strings.TrimSuffix(name, ".jsonl") + ".txt"
	if !own && !memo || path.Clean(l.File) != l.File || !corpus.ValidKey(strings.TrimSuffix(name, path.Ext(name))) {
		r.Left = "is no file of " + coder
		return nil
	}
	mine, there, err := dir.ReadIfThere(l.File)
	if err != nil {
		return err
	}
	r.New = !there
	switch {
	case memo:
		if !r.New && string(mine) != l.Text {
			r.Left = "says something else here"
			return nil
		}
		if r.New {
			r.Came = strings.Count(l.Text, "\n")
		}
		return dir.Write(l.File, []byte(l.Text))
	case s.Document(document) == nil:
		r.Left = "speaks of a document that is not in this study"
		return nil
	}
	theirs := []byte(l.Text)
	m, err := coding.Merge(theirs, mine, removedIn(journal, document))
	if err != nil {
		r.Left = err.Error()
		return nil
	}
	r.Gone, r.Conflicts = m.Gone, m.Conflicts
	before := map[string]bool{}
	for _, line := range strings.Split(string(mine), "\n") {
		before[line] = true
	}
	for _, line := range strings.Split(strings.TrimSpace(string(m.Data)), "\n") {
		if !before[line] && !strings.HasPrefix(line, `{"document"`) {
			r.Came++
		}
	}
	return dir.Write(l.File, m.Data)
}
