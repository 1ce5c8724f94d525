package cases

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

// Intake says what is known of a file that comes in beyond what it says itself.
type Intake struct {
	Case, Kind, Language, Date, Title, Issuer string
	Folder                                    string // the name of the folder that the file lies in, by which case and kind are guessed
	Split                                     string // "rows" or "columns": a table holds several documents
	New                                       bool   // take a file in beside the document that it seems to correct
	Dry                                       bool   // write nothing: only tell what would come in; the study in memory gets the documents without their texts
	CacheDir                                  string // of the compiled PDF engine
	// Joining, if set, gathers who is to become a member of which case, for Study.Join; otherwise
	// each file joins as it comes in, which takes long for many.
	Joining Joining
}

// Joining holds by the keys of cases the documents that are to become their members.
type Joining map[string][]string

// Taken is what became of a file that came in.
type Taken struct {
	Document *corpus.Document
	Report   convert.Report
	Turns    int
	Already  bool // the same file is in the study; only what was missing was added
	Joined   bool // it came to belong to Case just now, though it was in the study
	Case     string
	Lone     bool // it belongs to no case, though the study has some
}

// Take takes a file into the study: the original into the vault, the text beside it
// by its digest, then the sidecar, then the text, then the membership of its case. A
// program that is killed in between leaves a study that opens, and the same
// call again ends the same. The study in memory gets the documents: one, or as many as
// the file holds where Intake.Split says so. Those that came in before an error are returned
// with it.
//
// A file that has the name of another one and much of its text corrects it, and is an error
// unless Intake.New is set; so is one whose name differs from another's only in capitals or in the
// form of its accents.
func (s *Study) Take(ctx context.Context, dir plainfile.Dir, name string, data []byte, in Intake) ([]Taken, error) {
	if in.Case != "" && s.Case(in.Case) == nil {
		return nil, s.UnknownCase(in.Case)
	}
	if in.Date != "" && !validDate(in.Date) {
		return nil, catalogue.Errorf("date %q is not a date\nhint: write 2016-02-19, 2016-02 or 2016", in.Date)
	}
	if err := CheckLanguage(in.Language); err != nil {
		return nil, err
	}
	digest := corpus.Digest(data)
	if d := s.byOriginal(digest, ""); d != nil && in.Split == "" {
		out := []Taken{s.again(d, in.Case)}
		return out, s.joinAll(dir, out, in)
	}
	if err := s.alikeName(name); err != nil {
		return nil, err
	}
	kind := catalogue.DocumentKind(in.Kind)
	results, err := convert.ConvertAll(ctx, name, data, convert.Options{CacheDir: in.CacheDir, Speakers: kind == "" || kind == corpus.KindInterview, Split: in.Split})
	if err != nil {
		return nil, err
	}
	out, err := s.takeAll(dir, name, data, digest, results, in)
	return out, errors.Join(err, s.joinAll(dir, out, in))
}

// takeAll takes in the documents that a file holds, some at a time.
func (s *Study) takeAll(dir plainfile.Dir, name string, data []byte, digest string, results []convert.Result, in Intake) (out []Taken, err error) {
	parts := map[string]*corpus.Document{} // those of the same file that are in the study
	for _, d := range s.Documents {
		if d.Original.Digest == digest {
			parts[d.Original.Part] = d
		}
	}
	if r := &results[0]; parts[r.Name] == nil && r.Name == "" && !in.New {
		if err := s.corrects(name, r.Text, &r.Report); err != nil {
			return nil, err
		}
	}
	files := dir.Together()
	if in.Dry {
		files = dir.Pretended()
	}
	if err := files.Write(OriginalFile(digest, name), data); err != nil {
		return nil, err
	}
	finished := 0 // of out
	finish := func() error {
		err := files.Finish()
		if err != nil {
			out = out[:finished]
			return err
		}
		for _, t := range out[finished:] {
			if !t.Already {
				s.Documents = insertDocument(s.Documents, t.Document)
				s.digests[TextFile(t.Document.Key)] = t.Document.Digest
			}
		}
		finished = len(out)
		return nil
	}
	for _, result := range results {
		if d := parts[result.Name]; d != nil {
			out = append(out, s.again(d, in.Case))
			continue
		}
		t, err := s.takeOne(dir, files, name, data, digest, result, in)
		if err == nil {
			out = append(out, t)
			if files.Full() {
				err = finish()
			}
		}
		if err != nil {
			return out, errors.Join(err, finish())
		}
	}
	err = finish()
	return out, err
}

// again tells of a document that is in the study already, and is to be a member of a case.
func (s *Study) again(d *corpus.Document, caseKey string) Taken {
	return Taken{Document: d, Already: true, Joined: caseKey != "" && !s.belongs(caseKey, d.Key), Case: caseKey}
}

// takeOne writes one of the documents that a file holds.
func (s *Study) takeOne(dir plainfile.Dir, files *plainfile.Together, name string, data []byte, digest string, result convert.Result, in Intake) (Taken, error) {
	report := &result.Report
	kind := catalogue.DocumentKind(in.Kind)
	if kind == "" {
		kind = guessKind(name, in.Folder, result)
		report.Add("guessed", "kind of document", 1, kind)
		if kind == "document" && coding.ReadsLikeGuide(result.Text) {
			report.Add("warning", "it reads like an interview guide; crosscase guide import takes one in, crosscase corpus remove takes this document out again", 1, "")
		}
	} else if kind == corpus.KindInterview && len(result.Speakers) == 0 && !report.Warns(noSpeakerFound) {
		report.Add("warning", `no speaker was found in it, so that its words are nobody's; put labels such as "I:" before the turns in documents/, then crosscase corpus revise`, 1, "")
	}
	caseKey := in.Case
	if caseKey == "" {
		if caseKey = s.guessCase(name, in.Folder); caseKey != "" {
			report.Add("guessed", "case, by the name of the file or its folder", 1, caseKey)
		}
	}
	sketch := s.saySame(result.Text, report)
	language := s.language(result.Text, in.Language, report)
	date := in.Date
	if date == "" {
		date = dateOf(name, result, report)
	}
	if n := lengthOf(result, kind); n > result.Minutes {
		report.Add("guessed", "length of the interview, by the last time in it", 1, fmt.Sprintf("%d min", n))
	}
	key, err := s.freeKey(dir, files, partName(name, result.Name), digest)
	if err != nil {
		return Taken{}, err
	}
	title := strings.TrimSuffix(name, path.Ext(name))
	if result.Name != "" {
		title += ", " + result.Name
	}
	text := []byte(result.Text)
	textDigest := digest // a text that is kept as it came has it already
	if !bytes.Equal(text, data) {
		textDigest = corpus.Digest(text)
	}
	d := &corpus.Document{Key: key, Title: cmp.Or(in.Title, result.Title, title), Kind: kind, Date: date,
		Minutes: lengthOf(result, kind), Language: language, Issuer: in.Issuer, Speakers: result.Speakers, Pages: result.Pages,
		Digest: textDigest, Original: corpus.Original{Name: name, Part: result.Name, Format: result.Format, Digest: digest}}
	side, err := encodeSidecar(d, report)
	if err != nil {
		return Taken{}, err
	}
	for _, w := range []struct {
		file string
		data []byte
	}{
		{EarlierFile(d.Digest), text},
		{SidecarFile(key), side},
		{TextFile(key), text},
	} {
		if w.file == EarlierFile(digest) && OriginalFile(digest, name) == OriginalFile(digest, "x.txt") {
			continue // the original is the text
		}
		if err := files.Write(w.file, w.data); err != nil {
			return Taken{}, err
		}
	}
	if sketch != nil {
		s.alike.add(key, sketch)
	}
	return Taken{Document: d, Report: *report, Turns: result.Turns, Case: caseKey, Lone: caseKey == "" && len(s.Cases) > 0}, nil
}

// partName names a document of a file that holds several.
func partName(name, part string) string {
	if part == "" {
		return name
	}
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "-" + strings.ReplaceAll(part, ".", "-") + ext
}

// OriginalFile returns where the vault keeps the file that a text was made from,
// EarlierFile where it keeps a text by its digest.
func OriginalFile(digest, name string) string {
	hex := strings.TrimPrefix(digest, "sha256:") // somebody may have typed it
	return "vault/originals/" + hex[:min(16, len(hex))] + strings.ToLower(path.Ext(name))
}

// EarlierFile returns where the vault keeps a text by its digest.
func EarlierFile(digest string) string {
	return "vault/texts/" + strings.TrimPrefix(digest, "sha256:") + ".txt"
}

// Named returns the documents that were made from a file of a name, or whose own file
// would have it.
func (s *Study) Named(name string) []*corpus.Document {
	var out []*corpus.Document
	for _, d := range s.Documents {
		if d.Original.Name == name || d.Key == name {
			out = append(out, d)
		}
	}
	if len(out) == 0 {
		for _, d := range s.Documents {
			if d.Key == corpus.DocumentKey(name) {
				out = append(out, d)
			}
		}
	}
	return out
}

func (s *Study) byOriginal(digest, part string) *corpus.Document {
	for _, d := range s.Documents {
		if d.Original.Digest == digest && d.Original.Part == part {
			return d
		}
	}
	return nil
}

// freeKey returns the key under which a file comes in: that of its name, with a
// number where another file has it. An intake of the same file that was begun and never
// ended is gone on with.
func (s *Study) freeKey(dir plainfile.Dir, files *plainfile.Together, name, digest string) (string, error) {
	base := strings.TrimSuffix(corpus.DocumentKey(name), ".txt")
	for n := 1; n < 10000; n++ {
		key := base + ".txt"
		if n > 1 {
			key = fmt.Sprintf("%s-%d.txt", base, n)
		}
		if files.Holds(SidecarFile(key)) || s.Document(key) != nil {
			continue
		}
		side, there, err := dir.ReadIfThere(SidecarFile(key))
		if err != nil {
			return "", err
		}
		if !there && !dir.Exists(TextFile(key)) {
			return key, nil
		}
		var ignored plainfile.Problems
		if there && !dir.Exists(TextFile(key)) && readSidecar("", key, side, &ignored).Original.Digest == digest {
			return key, nil
		}
	}
	return "", catalogue.Errorf("there are ten thousand documents of this name")
}

func insertDocument(list []*corpus.Document, d *corpus.Document) []*corpus.Document {
	at, _ := slices.BinarySearchFunc(list, d.Key, func(o *corpus.Document, key string) int { return strings.Compare(o.Key, key) })
	return slices.Insert(list, at, d)
}

// belongs tells whether a document, or a part of it, is a member of a case.
func (s *Study) belongs(caseKey, document string) bool {
	for _, m := range s.Case(caseKey).Members {
		if m.Document == document {
			return true
		}
	}
	return false
}

// joinAll makes what came in members of their cases, or has that done later.
func (s *Study) joinAll(dir plainfile.Dir, taken []Taken, in Intake) error {
	if in.Dry {
		return nil
	}
	later := in.Joining != nil
	if !later {
		in.Joining = Joining{}
	}
	for _, t := range taken {
		in.Joining[t.Case] = append(in.Joining[t.Case], t.Document.Key)
	}
	if later {
		return nil
	}
	return s.Join(dir, in.Joining)
}

// Join makes documents members of cases; those of the case "" become no members.
func (s *Study) Join(dir plainfile.Dir, j Joining) error {
	var errs []error
	for _, c := range slices.Sorted(maps.Keys(j)) {
		errs = append(errs, s.join(dir, c, j[c]))
	}
	return errors.Join(errs...)
}

// join makes documents members of a case; "" joins none.
func (s *Study) join(dir plainfile.Dir, caseKey string, documents []string) error {
	if caseKey == "" {
		return nil
	}
	file := CaseFile(caseKey)
	data, err := dir.Read(file)
	if err != nil {
		return err
	}
	if data, err = AddMembers(file, documents, data); err != nil {
		return catalogue.Errorf("%s: %w\nhint: the texts came in; add them there by hand, to the list of members: %s", file, err, strings.Join(documents, ", "))
	}
	if err := dir.Write(file, data); err != nil {
		return err
	}
	c := s.Case(caseKey)
	members := map[string]bool{}
	for _, m := range c.Members {
		members[m.Document] = true
	}
	for _, document := range documents {
		if !members[document] {
			c.Members = append(c.Members, Member{Document: document})
			members[document] = true
		}
	}
	return nil
}
