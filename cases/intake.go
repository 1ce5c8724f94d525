package cases

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

// Intake says what is known of a file that comes in beyond what it says itself.
type Intake struct {
	Case, Kind, Language, Date, Title, Issuer string
	CacheDir                                  string // of the compiled PDF engine
}

// Taken is what became of a file that came in.
type Taken struct {
	Document *corpus.Document
	Report   convert.Report
	Turns    int
	Already  bool // the same file is in the study; only what was missing was added
	Joined   bool // it came to belong to Case just now, though it was in the study
	Case     string
}

// Take takes a file into the study: the original into the vault, the text beside it
// by its digest, then the sidecar, then the text, then the membership of its case. A
// program that is killed in between leaves a study that opens, and the same
// call again ends the same. The study in memory gets the document.
func (s *Study) Take(ctx context.Context, dir plainfile.Dir, name string, data []byte, in Intake) (Taken, error) {
	if in.Case != "" && s.Case(in.Case) == nil {
		return Taken{}, s.UnknownCase(in.Case)
	}
	digest := corpus.Digest(data)
	if d := s.byOriginal(digest); d != nil {
		joined := in.Case != "" && !s.belongs(in.Case, d.Key)
		return Taken{Document: d, Already: true, Joined: joined, Case: in.Case}, s.join(dir, in.Case, d.Key)
	}
	kind := in.Kind
	result, err := convert.Convert(ctx, name, data, convert.Options{CacheDir: in.CacheDir, Speakers: kind == "" || kind == corpus.KindInterview})
	if err != nil {
		return Taken{}, err
	}
	if kind == "" {
		kind = guessKind(name, result)
		result.Report.Add("guessed", "kind of document", 1, kind)
	}
	key, err := s.freeKey(dir, name, digest)
	if err != nil {
		return Taken{}, err
	}
	d := &corpus.Document{Key: key, Title: cmp.Or(in.Title, result.Title, strings.TrimSuffix(name, path.Ext(name))), Kind: kind, Date: cmp.Or(in.Date, result.Date),
		Minutes: result.Minutes, Language: cmp.Or(in.Language, s.Language), Issuer: in.Issuer, Speakers: result.Speakers, Pages: result.Pages,
		Digest: corpus.Digest([]byte(result.Text)), Original: corpus.Original{Name: name, Format: result.Format, Digest: digest}}
	if d.Date != "" && !validDate(d.Date) {
		return Taken{}, fmt.Errorf("date %q is not a date\nhint: write 2016-02-19, 2016-02 or 2016", d.Date)
	}
	side, err := encodeSidecar(d, intakeRecords(result.Report))
	if err != nil {
		return Taken{}, err
	}
	for _, w := range []struct {
		file string
		data []byte
	}{
		{OriginalFile(digest, name), data},
		{EarlierFile(d.Digest), []byte(result.Text)},
		{SidecarFile(key), side},
		{TextFile(key), []byte(result.Text)},
	} {
		if err := dir.Write(w.file, w.data); err != nil {
			return Taken{}, err
		}
	}
	s.Documents = insertDocument(s.Documents, d)
	s.digests[TextFile(key)] = d.Digest
	return Taken{Document: d, Report: result.Report, Turns: result.Turns, Case: in.Case}, s.join(dir, in.Case, key)
}

// OriginalFile returns where the vault keeps the file that a text was made from,
// EarlierFile where it keeps a text by its digest.
func OriginalFile(digest, name string) string {
	return "vault/originals/" + strings.TrimPrefix(digest, "sha256:")[:16] + strings.ToLower(path.Ext(name))
}

// EarlierFile returns where the vault keeps a text by its digest.
func EarlierFile(digest string) string {
	return "vault/texts/" + strings.TrimPrefix(digest, "sha256:") + ".txt"
}

func intakeRecords(r convert.Report) []intakeRecord {
	out := make([]intakeRecord, len(r.Entries))
	for i, e := range r.Entries {
		out[i] = intakeRecord{e.Did, e.What, e.Count, e.Example}
	}
	return out
}

// guessKind takes a document with turns for an interview and otherwise goes by
// words in the file's name.
func guessKind(name string, r convert.Result) string {
	if r.Turns > 0 {
		return corpus.KindInterview
	}
	slug := corpus.Slug(name)
	for _, k := range []struct{ word, kind string }{
		{"arsrapport", "annual-report"}, {"aarsrapport", "annual-report"}, {"aarsmelding", "annual-report"}, {"arsmelding", "annual-report"}, {"annual-report", "annual-report"},
		{"budsjett", "budget"}, {"budget", "budget"}, {"handlingsplan", "plan"}, {"kommuneplan", "plan"}, {"plan", "plan"},
	} {
		if strings.Contains(slug, k.word) {
			return k.kind
		}
	}
	return "document"
}

func (s *Study) byOriginal(digest string) *corpus.Document {
	for _, d := range s.Documents {
		if d.Original.Digest == digest {
			return d
		}
	}
	return nil
}

// freeKey returns the key under which a file comes in: that of its name, with a
// number where another file has it. An intake of the same file that was begun and never
// ended is gone on with.
func (s *Study) freeKey(dir plainfile.Dir, name, digest string) (string, error) {
	base := strings.TrimSuffix(corpus.DocumentKey(name), ".txt")
	for n := 1; n < 10000; n++ {
		key := base + ".txt"
		if n > 1 {
			key = fmt.Sprintf("%s-%d.txt", base, n)
		}
		side, err := dir.Read(SidecarFile(key))
		if err != nil && !dir.Exists(TextFile(key)) {
			return key, nil
		}
		var ignored plainfile.Problems
		if err == nil && !dir.Exists(TextFile(key)) && readSidecar("", key, side, &ignored).Original.Digest == digest {
			return key, nil
		}
	}
	return "", errors.New("there are ten thousand documents of this name")
}

func insertDocument(list []*corpus.Document, d *corpus.Document) []*corpus.Document {
	at := len(list)
	for i, o := range list {
		if o.Key >= d.Key {
			at = i
			break
		}
	}
	return append(list[:at], append([]*corpus.Document{d}, list[at:]...)...)
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

// join makes a document a member of a case; "" joins none.
func (s *Study) join(dir plainfile.Dir, caseKey, document string) error {
	if caseKey == "" {
		return nil
	}
	file := CaseFile(caseKey)
	data, err := dir.Read(file)
	if err != nil {
		return err
	}
	changed, err := AddMember(file, document, data)
	if err != nil {
		return fmt.Errorf("%s: %w\nhint: add the document there by hand, to the list of members", file, err)
	}
	if err := dir.Write(file, changed); err != nil {
		return err
	}
	c := s.Case(caseKey)
	for _, m := range c.Members {
		if m.Document == document {
			return nil
		}
	}
	c.Members = append(c.Members, Member{Document: document})
	return nil
}
