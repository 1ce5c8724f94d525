package cases

import (
	"bytes"
	"encoding/json"
	"path"
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// shareFormat is the format of a file of shared work.
const shareFormat = 1

// shareLine is a line of such a file: first who shares what, then a line for each file, with the code books that the readings among them name; last
// what the journal says the coder removed and coded, so that what was taken out does not come back elsewhere. Of what others did it holds nothing: who
// codes blind receives it. A line of the journal that names nobody is nobody's.
type shareLine struct {
	Format int    `json:"format,omitempty"`
	Study  string `json:"study,omitempty"`
	Coder  string `json:"coder,omitempty"`
	On     string `json:"on,omitempty"`

	File string `json:"file,omitempty"`
	Text string `json:"text,omitempty"` // of the file, or of the document

	Document string           `json:"document,omitempty"` // of which the text is sent
	Earlier  []string         `json:"earlier,omitempty"`  // digests of the texts that it was made from, of those that were erased the beginning
	Speakers []corpus.Speaker `json:"speakers,omitempty"` // label and role

	Did string `json:"did,omitempty"`
}

// Shared says what a file of shared work holds.
type Shared struct {
	Files     int // codings, verdicts and memos of the coder
	Codebooks int // that the readings among them name
}

// Share returns one file with the texts of some documents and all of a coder's work: codings, verdicts and memos; and what it holds of the coder.
// Without a coder it holds the texts alone.
func (s *Study) Share(dir plainfile.Dir, coder string, documents []string, on string) ([]byte, Shared, error) {
	lines := []shareLine{{Format: shareFormat, Study: s.ID, Coder: coder, On: on}}
	for _, key := range documents {
		l, err := s.shareText(key)
		if err != nil {
			return nil, Shared{}, err
		}
		lines = append(lines, l)
	}
	work, of, err := s.shareWork(dir, coder)
	if err != nil {
		return nil, of, err
	}
	var out []byte
	for _, l := range append(lines, work...) {
		data, err := plainfile.EncodeLine(l)
		if err != nil {
			return nil, of, err
		}
		out = append(out, data...)
	}
	return out, of, nil
}

// shareText returns the line that sends the text of a document. Names of speakers stay here.
func (s *Study) shareText(key string) (shareLine, error) {
	d := s.Document(key)
	if d == nil {
		return shareLine{}, s.UnknownDocument(key)
	}
	t, err := s.Text(key)
	if err != nil {
		return shareLine{}, err
	}
	if d.Digest != "" && d.Digest != s.TextDigest(key) {
		return shareLine{}, editedHere(key)
	}
	l := shareLine{Document: key, Text: t.Text.String(), Earlier: append(slices.Clone(d.Earlier), d.Forgotten...)}
	for _, p := range d.Speakers {
		l.Speakers = append(l.Speakers, corpus.Speaker{Label: p.Label, Role: p.Role})
	}
	return l, nil
}

func editedHere(document string) error {
	return catalogue.Errorf("%s was edited here, and the edit is not taken over yet\nhint: crosscase corpus revise %s first", TextFile(document), document)
}

// shareWork returns the lines with a coder's work.
func (s *Study) shareWork(dir plainfile.Dir, coder string) ([]shareLine, Shared, error) {
	var of Shared
	var lines []shareLine
	if coder == "" {
		return nil, of, nil
	}
	for _, folder := range []string{"codings/" + coder, "reviews/" + coder} {
		for _, file := range s.files(folder, ".jsonl") {
			if s.isCopy(file) {
				return nil, of, catalogue.Errorf("%s is a conflict copy\nhint: crosscase check --mend puts it together with the other first", file)
			}
			data, err := dir.Read(file)
			if err != nil {
				return nil, of, err
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
			return nil, of, err
		}
		lines = append(lines, shareLine{File: file, Text: string(data)})
	}
	of.Files = len(lines)
	for _, digest := range s.booksRead(coder) {
		if data := s.codebookData(digest); data != nil {
			lines = append(lines, shareLine{File: SnapshotFile(digest), Text: string(data)})
			of.Codebooks++
		}
	}
	journal, _, err := dir.ReadIfThere("journal.jsonl")
	if err != nil {
		return nil, of, err
	}
	for _, l := range bytes.Split(journal, []byte("\n")) {
		var e struct{ Coder, Did string }
		if json.Unmarshal(l, &e) != nil || e.Coder != coder {
			continue
		}
		if did := strings.TrimPrefix(strings.TrimPrefix(e.Did, "did again: "), "took back: "); removedIDs.MatchString(did) || removedPlace.MatchString(did) || codedPlace.MatchString(did) {
			lines = append(lines, shareLine{Did: e.Did})
		}
	}
	return lines, of, nil
}

// booksRead returns the digests of the code books with which a coder read, in order.
func (s *Study) booksRead(coder string) []string {
	var out []string
	for _, l := range s.Layers() {
		if l.Coder != coder {
			continue
		}
		for _, r := range l.Reads {
			if r.Codebook != "" {
				out = addOnce(out, r.Codebook)
			}
		}
	}
	slices.Sort(out)
	return out
}

// memoBy returns who wrote a memo, by the name of its file: memos/DATE-CODER-….md.
func memoBy(file string) string {
	parts := strings.SplitN(path.Base(file), "-", 5)
	if len(parts) < 5 {
		return ""
	}
	return parts[3]
}
