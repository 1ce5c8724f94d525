package cases

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"sort"
	"strings"
	"sync"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// Study is everything that a study's folder holds.
type Study struct {
	Settings
	Documents    []*corpus.Document // by key
	Guide        *coding.Guide      // empty without guide.yaml
	Codebook     *coding.Codebook   // empty without codebook.yaml
	Layers       []*coding.Layer    // by coder and document
	Reviews      []coding.Review
	Codings      *coding.Set // of all layers
	Attributes   []Attribute
	Cases        []*Case // by key
	Tables       []*TableRecord
	Summaries    []Summary
	Aliases      []Alias         // empty without aliases.yaml
	Calibrations []*Calibration  // by key
	Files        map[string]bool // the study's own files that are there, for a look without a read

	fsys      fs.FS
	mu        sync.Mutex
	texts     map[string]*coding.Text
	snapshots map[string]*coding.Codebook
	revisions map[[2]string]*corpus.Revision // by the digests of the two texts
	taken     map[string]bool                // ids in use
	digests   map[string]string
	inputs    map[string]string // digests of what Open read
}

// ErrNoStudy says that a folder holds no study.
var ErrNoStudy = errors.New("no study here: there is no " + StudyFile)

// Open reads a study: all that could be read, and all that is wrong, in the order
// of files and lines. Without crosscase.yaml the study is nil.
//
// The texts of documents with codings, reviews or cited passages are read to see that every
// quote stands where it should; the others when they are asked for.
func Open(fsys fs.FS) (*Study, plainfile.Problems) {
	var problems plainfile.Problems
	s := &Study{fsys: fsys, Guide: &coding.Guide{}, Codebook: coding.NewCodebook(nil), Files: map[string]bool{}, texts: map[string]*coding.Text{},
		snapshots: map[string]*coding.Codebook{}, revisions: map[[2]string]*corpus.Revision{}, taken: map[string]bool{}, digests: map[string]string{}}
	data, err := fs.ReadFile(fsys, StudyFile)
	if err != nil {
		problems.Add(StudyFile, 0, "crosscase init makes a study of this folder", "cannot be read: %s", reason(err))
		return nil, problems
	}
	plainfile.Unmarshal(StudyFile, data, &s.Settings, &problems)
	coding.CheckFormat(StudyFile, s.Format, &problems)
	s.note(StudyFile, data)
	s.readPlans(&problems)
	s.readDocuments(&problems)
	s.readCases(&problems)
	s.readLayers(&problems)
	s.readTables(&problems)
	s.readCalibrations(&problems)
	s.check(&problems)
	problems.Sort()
	s.inputs = maps.Clone(s.digests)
	return s, problems
}

func reason(err error) string {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

// note remembers that a file is there and what it holds, for the digests of inputs.
func (s *Study) note(file string, data []byte) {
	s.Files[file] = true
	s.digests[file] = corpus.Digest(data)
}

// Digest returns the digest of a file of the study that was read; "" if it was not.
func (s *Study) Digest(file string) string { return s.digests[file] }

// read returns a file's content, false if it is not there.
func (s *Study) read(file string, problems *plainfile.Problems) ([]byte, bool) {
	data, err := fs.ReadFile(s.fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false
	}
	if err != nil {
		problems.Add(file, 0, "", "cannot be read: %s", reason(err))
		return nil, false
	}
	s.note(file, data)
	return data, true
}

// files returns the files of a folder with an ending, sorted, hidden ones left out.
func (s *Study) files(folder, ending string) []string {
	entries, err := fs.ReadDir(s.fsys, folder)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), ending) && !strings.HasPrefix(e.Name(), ".") {
			out = append(out, path.Join(folder, e.Name()))
		}
	}
	return out
}

func (s *Study) readPlans(problems *plainfile.Problems) {
	if data, ok := s.read(coding.GuideFile, problems); ok {
		g := coding.ReadGuide(data, problems)
		s.Guide = &g
	}
	if data, ok := s.read(coding.CodebookFile, problems); ok {
		s.Codebook = coding.ReadCodebook(data, problems)
	}
	if data, ok := s.read(AttributesFile, problems); ok {
		s.Attributes = readAttributes(data, problems)
	}
	if data, ok := s.read(AliasesFile, problems); ok {
		s.Aliases = readAliases(data, problems)
	}
}

func (s *Study) readDocuments(problems *plainfile.Problems) {
	texts := map[string]bool{}
	for _, file := range s.files("documents", ".txt") {
		texts[path.Base(file)] = true
	}
	for _, file := range s.files("documents", ".yaml") {
		key := strings.TrimSuffix(path.Base(file), ".yaml") + ".txt"
		if !texts[key] {
			problems.Add(file, 0, "run the same corpus add again; it ends what was begun", "describes a text that is not there: documents/%s", key)
			continue
		}
		delete(texts, key)
		if data, ok := s.read(file, problems); ok {
			s.Documents = append(s.Documents, readSidecar(file, key, data, problems))
		}
	}
	for key := range texts {
		if !corpus.ValidKey(key) {
			problems.Add("documents/"+key, 0, "rename it to "+corpus.DocumentKey(key), "has a name that does not work on every machine")
		}
		s.Documents = append(s.Documents, &corpus.Document{Key: key, Language: s.Language})
	}
	sort.Slice(s.Documents, func(i, j int) bool { return s.Documents[i].Key < s.Documents[j].Key })
	for _, d := range s.Documents {
		if d.Language == "" {
			d.Language = s.Language
		}
	}
}

func (s *Study) readCases(problems *plainfile.Problems) {
	for _, file := range s.files("cases", ".yaml") {
		if data, ok := s.read(file, problems); ok {
			s.Cases = append(s.Cases, readCase(file, data, problems))
		}
	}
	for _, file := range s.files("summaries", ".md") {
		if data, ok := s.read(file, problems); ok {
			s.Summaries = append(s.Summaries, readSummaries(file, data)...)
		}
	}
}

func (s *Study) readTables(problems *plainfile.Problems) {
	for _, file := range s.files("tables", ".yaml") {
		if data, ok := s.read(file, problems); ok {
			s.Tables = append(s.Tables, readTable(file, data, problems))
		}
	}
}

// readLayers reads the codings and reviews of every coder and finds their places.
func (s *Study) readLayers(problems *plainfile.Problems) {
	var all []coding.Coding
	for _, coder := range s.folders("codings") {
		for _, file := range s.files("codings/"+coder, ".jsonl") {
			data, ok := s.read(file, problems)
			if !ok {
				continue
			}
			l := coding.ReadLayer(file, data, problems)
			t, err := s.Text(l.Document)
			if err != nil {
				problems.Add(file, 0, plainfile.DidYouMean(l.Document, s.Keys(), "documents lie in documents/; crosscase corpus list shows them"), "speaks of a document that is not in the study: %s", l.Document)
				continue
			}
			found := problems
			if coding.Machine(coder) {
				found = new(plainfile.Problems) // the next coding apply makes these anew
			}
			l.Place(t.Text, s.digests[TextFile(l.Document)], s.Since(l.Document, l.Digest), s.taken, found)
			for i := range l.Codings {
				if c := s.Codebook.Code(l.Codings[i].Code); c != nil {
					l.Codings[i].Code = c.Key
				}
			}
			s.Layers = append(s.Layers, l)
			all = append(all, l.Codings...)
		}
	}
	for _, coder := range s.folders("reviews") {
		for _, file := range s.files("reviews/"+coder, ".jsonl") {
			data, ok := s.read(file, problems)
			if !ok {
				continue
			}
			var text *corpus.Text
			document := strings.TrimSuffix(path.Base(file), ".jsonl") + ".txt"
			if t, err := s.Text(document); err == nil {
				text = t.Text
			}
			since := func(digest string) *corpus.Revision { return s.Since(document, digest) }
			reviews := coding.ReadReviews(file, data, text, since, problems)
			for i := range reviews {
				if c := s.Codebook.Code(reviews[i].Code); c != nil {
					reviews[i].Code = c.Key
				}
			}
			s.Reviews = append(s.Reviews, reviews...)
		}
	}
	s.Codings = coding.NewSet(all)
}

func (s *Study) folders(parent string) []string {
	entries, _ := fs.ReadDir(s.fsys, parent)
	var out []string
	for _, e := range entries {
		if e.IsDir() && !strings.HasPrefix(e.Name(), ".") {
			out = append(out, e.Name())
		}
	}
	return out
}

// Document returns the document with a key, nil if there is none.
func (s *Study) Document(key string) *corpus.Document {
	i := sort.Search(len(s.Documents), func(i int) bool { return s.Documents[i].Key >= key })
	if i < len(s.Documents) && s.Documents[i].Key == key {
		return s.Documents[i]
	}
	return nil
}

// Keys returns the keys of all documents.
func (s *Study) Keys() []string {
	out := make([]string, len(s.Documents))
	for i, d := range s.Documents {
		out[i] = d.Key
	}
	return out
}

// Text returns a document with its characters, taken apart. It is read at the
// first call and kept.
func (s *Study) Text(key string) (*coding.Text, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.texts[key]; t != nil {
		return t, nil
	}
	d := s.Document(key)
	if d == nil {
		return nil, fmt.Errorf("no document %q in the study", key)
	}
	data, err := fs.ReadFile(s.fsys, TextFile(key))
	if err != nil {
		return nil, fmt.Errorf("%s: %s", TextFile(key), reason(err))
	}
	s.note(TextFile(key), data)
	text := corpus.NewText(string(data))
	t := &coding.Text{Document: d, Text: text, Structure: corpus.Parse(text, d.Speakers)}
	s.texts[key] = t
	return t, nil
}

// Case returns the case with a key, nil if there is none.
func (s *Study) Case(key string) *Case {
	for _, c := range s.Cases {
		if c.Key == key {
			return c
		}
	}
	return nil
}

// CaseKeys returns the keys of all cases.
func (s *Study) CaseKeys() []string {
	out := make([]string, len(s.Cases))
	for i, c := range s.Cases {
		out[i] = c.Key
	}
	return out
}

// CasesAt returns the cases to which a passage belongs.
func (s *Study) CasesAt(p corpus.Passage) []*Case {
	var out []*Case
	for _, c := range s.Cases {
		for _, m := range c.Members {
			if m.Holds(p) {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

// Attribute returns the attribute with a key.
func (s *Study) Attribute(key string) (Attribute, bool) {
	for _, a := range s.Attributes {
		if a.Key == key {
			return a, true
		}
	}
	return Attribute{}, false
}

// Layer returns what a coder said of a document; a new, empty layer if nothing.
func (s *Study) Layer(coder, document string) *coding.Layer {
	for _, l := range s.Layers {
		if l.Coder == coder && l.Document == document {
			return l
		}
	}
	return &coding.Layer{Coder: coder, Document: document, File: coding.LayerFile(coder, document)}
}

// Taken returns the ids in use, to be added to.
func (s *Study) Taken() map[string]bool { return s.taken }

// codebookAt returns the code book as it was at a digest, nil if it was not kept.
func (s *Study) codebookAt(digest string) *coding.Codebook {
	if digest == s.Codebook.Digest {
		return s.Codebook
	}
	if b, ok := s.snapshots[digest]; ok {
		return b
	}
	var b *coding.Codebook
	if data, err := fs.ReadFile(s.fsys, SnapshotFile(digest)); err == nil && corpus.Digest(data) == digest {
		var ignored plainfile.Problems
		b = coding.ReadCodebook(data, &ignored)
	}
	s.snapshots[digest] = b
	return b
}

// SnapshotFile returns where the code book as of a digest is kept, so that it can be
// said later which codes a reading covered.
func SnapshotFile(digest string) string {
	hex := strings.TrimPrefix(digest, "sha256:")
	return "codebooks/" + hex[:min(12, len(hex))] + ".yaml"
}
