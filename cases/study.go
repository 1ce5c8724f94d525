package cases

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"path"
	"sort"
	"strings"
	"sync"
	"time"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/literature"
	"crosscase/corpus/plainfile"
)

// Study is everything that a study's folder holds.
type Study struct {
	Settings
	Documents          []*corpus.Document // by key
	Guide              *coding.Guide      // empty without guide.yaml
	Codebook           *coding.Codebook   // empty without codebook.yaml
	Reviews            []coding.Review
	Codings            *coding.Set // of all layers
	Attributes         []Attribute
	Cases              []*Case // by key
	Tables             []*TableRecord
	Summaries          []Summary
	Memos              []*Memo        // by name
	Aliases            []Alias        // empty without aliases.yaml
	Plan               Plan           // empty without outline.yaml
	Calibrations       []*Calibration // by key
	Findings           []*Finding
	UnreadFindings     []*Finding // that cannot be checked; why is among the problems
	Expectations       []*Expectation
	UnreadExpectations []*Expectation    // that cannot be checked; why is among the problems
	Works              []literature.Work // that the study cites
	Bindings           []Binding         // what sentences of drafts speak of
	Confirmed          []Confirmed       // what people confirmed, and on what it rested

	fsys       fs.FS
	settled    []coding.Review // decisions of the consensus
	kept       *kept           // what was read before, nil where nothing is kept
	mu         sync.Mutex
	texts      map[string]*coding.Text
	lately     []string // texts that may be let go again, in the order in which they were read
	held       int      // bytes of these
	outline    outlined // the structure that was last asked for
	members    *memberIndex
	layers     layers
	indexState IndexState
	snapshots  map[string]*coding.Codebook
	revisions  map[[2]string]*corpus.Revision // by the digests of the two texts
	taken      map[string]bool                // ids in use, nil until they are asked for
	digests    map[string]string
	inputs     map[string]string     // digests of what Open read
	alike      *sketches             // of the texts, once a file came in
	listings   *listings             // the folders, while it is being opened
	stale      map[string]staleThing // once it was asked for
	unread     map[string]int        // files of which a part cannot be read, with the line
}

// ErrNoStudy says that a folder holds no study.
var ErrNoStudy = catalogue.Errorf("no study here: there is no %s", StudyFile)

// Open reads a study: all that could be read, and all that is wrong, in the order
// of files and lines. Without crosscase.yaml the study is nil.
//
// The texts of documents with codings, reviews or cited passages are read to see that every
// quote stands where it should; the others when they are asked for.
func Open(fsys fs.FS) (*Study, plainfile.Problems) { return open(fsys, newListings(fsys, false), nil) }

// OpenIn is Open for a folder on this machine. It remembers in .crosscase what it read, so that
// a large study is not read anew each time; program names the build of the program, since
// another one may read files otherwise.
func OpenIn(dir plainfile.Dir, program string) (*Study, plainfile.Problems) {
	opened, folders := time.Now(), newListings(dir.FS(), true)
	go folders.ahead()
	s, problems := open(dir.FS(), folders, loadKept(dir, program, opened))
	if s == nil {
		return nil, problems
	}
	s.kept.save()
	return s, problems
}

func open(fsys fs.FS, folders *listings, k *kept) (*Study, plainfile.Problems) {
	var problems plainfile.Problems
	s := &Study{fsys: fsys, listings: folders, kept: k, Guide: &coding.Guide{}, Codebook: coding.NewCodebook(nil), texts: map[string]*coding.Text{},
		snapshots: map[string]*coding.Codebook{}, revisions: map[[2]string]*corpus.Revision{}, digests: map[string]string{}}
	if k != nil {
		s.digests = make(map[string]string, len(k.files))
	}
	data, err := fs.ReadFile(fsys, StudyFile)
	if err != nil {
		problems.Add(StudyFile, 0, "cannot be read: %s\nhint: crosscase init makes a study of this folder", reason(err))
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
	s.readClaims(&problems)
	s.check(&problems)
	s.order(problems)
	s.inputs = maps.Clone(s.digests)
	s.listings = nil
	return s, problems
}

// LanguageOf returns the language of the study in a folder, "" if it cannot be read.
func LanguageOf(dir plainfile.Dir) string {
	var s Settings
	if data, err := dir.Read(StudyFile); err == nil {
		plainfile.Unmarshal(StudyFile, data, &s, new(plainfile.Problems))
	}
	return s.Language
}

func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// note remembers that a file is there and what it holds, for the digests of inputs.
func (s *Study) note(file string, data []byte) { s.digests[file] = corpus.Digest(data) }

// Digest returns the digest of a file of the study that was read; "" if it was not.
func (s *Study) Digest(file string) string { return s.digests[file] }

// read returns a file's content, false if it is not there.
func (s *Study) read(file string, problems *plainfile.Problems) ([]byte, bool) {
	data, err := fs.ReadFile(s.fsys, file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false
	}
	if err != nil {
		problems.Add(file, 0, "cannot be read: %s", reason(err))
		return nil, false
	}
	s.note(file, data)
	return data, true
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
	if data, ok := s.read(OutlineFile, problems); ok {
		s.Plan = readPlan(data, problems)
	}
}

func (s *Study) readDocuments(problems *plainfile.Problems) {
	texts := map[string]bool{}
	files := s.files("documents", "")
	for _, file := range files {
		if strings.HasSuffix(file, ".txt") {
			texts[path.Base(file)] = true
		}
	}
	for _, file := range files {
		if !strings.HasSuffix(file, ".yaml") {
			continue
		}
		key := strings.TrimSuffix(path.Base(file), ".yaml") + ".txt"
		if !texts[key] {
			problems.Add(file, 0, "describes a text that is not there: documents/%s\nhint: run the same corpus add again; it ends what was begun", key)
			continue
		}
		delete(texts, key)
		if d := s.sidecar(file, key, problems); d != nil {
			s.Documents = append(s.Documents, d)
		}
	}
	for key := range texts {
		if !corpus.ValidKey(key) {
			problems.Add("documents/"+key, 0, "has a name that does not work on every machine\nhint: rename it to %s", corpus.DocumentKey(key))
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
		if c := s.caseIn(file, problems); c != nil {
			s.Cases = append(s.Cases, c)
		}
	}
	for _, file := range s.files("memos", ".md") {
		if data, ok := s.read(file, problems); ok {
			s.Memos = append(s.Memos, readMemo(file, data, problems))
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

// readClaims reads what is claimed, expected and confirmed.
func (s *Study) readClaims(problems *plainfile.Problems) {
	if data, ok := s.read(FindingsFile, problems); ok {
		s.Findings, s.UnreadFindings = readFindings(data, problems)
	}
	if data, ok := s.read(ExpectationsFile, problems); ok {
		s.Expectations, s.UnreadExpectations = readExpectations(data, problems)
	}
	s.readLiterature(problems)
	if data, ok := s.read(BindingsFile, problems); ok {
		s.Bindings = readBindings(data, problems)
	}
	if data, ok := s.read(ConfirmedFile, problems); ok {
		s.Confirmed = readConfirmed(data, problems)
	}
}

// readLayers reads the codings and reviews of every coder and finds their places.
func (s *Study) readLayers(problems *plainfile.Problems) {
	var list []*shelved
	for _, coder := range s.folders("codings") {
		for _, file := range s.files("codings/"+coder, ".jsonl") {
			if s.isCopy(file) {
				continue
			}
			x := s.knownLayer(file)
			if x == nil {
				l := s.readLayer(file, problems)
				if l == nil {
					continue
				}
				x = shelve(l)
			}
			list = append(list, x)
			s.layers.list = list // whose ids are taken
		}
	}
	s.layers.put(list)
	for _, coder := range s.folders("reviews") {
		for _, file := range s.files("reviews/"+coder, ".jsonl") {
			if s.isCopy(file) {
				continue
			}
			s.Reviews = append(s.Reviews, s.readReviews(file, problems)...)
		}
	}
	s.Codings = s.allCodings()
	s.gatherSettled()
}

// readReviews returns the verdicts of a file under the keys that their codes have now.
func (s *Study) readReviews(file string, problems *plainfile.Problems) []coding.Review {
	reviews := s.reviews(file, problems)
	for i := range reviews {
		if c := s.Codebook.Code(reviews[i].Code); c != nil {
			reviews[i].Code = c.Key
		}
	}
	return reviews
}

func (s *Study) folders(parent string) []string {
	var out []string
	for _, e := range s.folder(parent).entries {
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
	for _, l := range s.layersOf(document) {
		if l.Coder == coder {
			return l
		}
	}
	return &coding.Layer{Coder: coder, Document: document, File: coding.LayerFile(coder, document)}
}

// codebookAt returns the code book as it was at a digest, nil if it was not kept.
func (s *Study) codebookAt(digest string) *coding.Codebook {
	if digest == s.Codebook.Digest {
		return s.Codebook
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if b, ok := s.snapshots[digest]; ok {
		return b
	}
	var b *coding.Codebook
	if data := s.codebookData(digest); data != nil {
		var ignored plainfile.Problems
		b = coding.ReadCodebook(data, &ignored)
	}
	s.snapshots[digest] = b
	return b
}

// codebookData returns the file of the code book with a digest: of today, or as it was kept; nil if it was not.
func (s *Study) codebookData(digest string) []byte {
	for _, file := range []string{coding.CodebookFile, SnapshotFile(digest)} {
		data, err := fs.ReadFile(s.fsys, file)
		if err != nil {
			continue
		}
		// a reading may name the code book by its digest with CR LF
		if corpus.Digest(data) == digest || corpus.Digest(bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))) == digest {
			return data
		}
	}
	return nil
}

// SnapshotFile returns where the code book as of a digest is kept, so that it can be
// said later which codes a reading covered.
func SnapshotFile(digest string) string {
	hex := strings.TrimPrefix(digest, "sha256:")
	return "codebooks/" + hex[:min(12, len(hex))] + ".yaml"
}
