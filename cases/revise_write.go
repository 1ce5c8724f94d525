package cases

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// PlanRevision works out what a corrected text does to a document and to all that points
// into it, and writes nothing. The study in memory holds the new text afterwards. The text must be
// in our form: UTF-8, NFC, LF.
func (s *Study) PlanRevision(dir plainfile.Dir, document, text string, found []corpus.Speaker) (Revised, error) {
	r, err := s.plan(dir, document, text, found)
	if err != nil {
		return Revised{}, err
	}
	return r.Revised, nil
}

// Revise takes over a corrected text: every coding, verdict, asked question, cited passage and
// page start is found again and written. What is unclear or lost stays in its file as it was,
// with its fate. The text before goes into the vault with all that UndoRevision needs. A program that
// is killed in between leaves a study that opens, and revising the document as it then is
// ends the same.
//
// found are the speakers that were found in the text as it came; those that the document does not
// have become its own. In a document that has none they are looked for.
func (s *Study) Revise(dir plainfile.Dir, document, text string, found []corpus.Speaker) (Revised, error) {
	before, err := s.Text(document)
	if err != nil {
		return Revised{}, s.UnknownDocument(document)
	}
	old := before.Text.String()
	r, err := s.plan(dir, document, text, found)
	if err != nil {
		return Revised{}, err
	}
	if r.From == r.To && len(r.order) == 0 {
		return r.Revised, nil
	}
	r.Files = append([]string{TextFile(document)}, r.order...)
	keep := func(digest, text string) error {
		if s.keptText(digest) != nil {
			return nil
		}
		return dir.Write(EarlierFile(digest), []byte(text))
	}
	if err := keep(corpus.Digest([]byte(old)), old); err != nil {
		return r.Revised, err
	}
	if err := keep(r.To, text); err != nil {
		return r.Revised, err
	}
	if err := s.keepUndo(dir, r); err != nil {
		return r.Revised, err
	}
	if was := s.keptText(r.From); was != nil { // it may have been edited in its file
		if err := dir.Was(TextFile(document), was); err != nil {
			return r.Revised, err
		}
	}
	if err := dir.Write(TextFile(document), []byte(text)); err != nil {
		return r.Revised, err
	}
	for _, file := range r.order { // the sidecar is the last
		if err := dir.Write(file, r.files[file]); err != nil {
			return r.Revised, err
		}
	}
	return r.Revised, nil
}

// undoRecord is vault/revisions/DOCUMENT-FROM-TO.json: what every file held before a
// correction, and what it held after.
type undoRecord struct {
	Document string            `json:"document"`
	From     string            `json:"from"`
	To       string            `json:"to"`
	Was      map[string]string `json:"was"`    // "" for a file that was not there
	Became   map[string]string `json:"became"` // digests
}

const revisionsFolder = "vault/revisions"

func undoFile(document, from, to string) string {
	short := func(d string) string {
		d = strings.TrimPrefix(d, "sha256:")
		return d[:min(12, len(d))]
	}
	return path.Join(revisionsFolder, strings.TrimSuffix(document, ".txt")+"-"+short(from)+"-"+short(to)+".json")
}

// readUndo returns what an undo record says, nothing where there is none.
func readUndo(dir plainfile.Dir, file string) (undoRecord, error) {
	var u undoRecord
	data, there, err := dir.ReadIfThere(file)
	if err != nil || !there {
		return u, err
	}
	if err := json.Unmarshal(data, &u); err != nil {
		return u, catalogue.Errorf("%s: %w", file, err)
	}
	return u, nil
}

// keepUndo writes what undoing needs. A correction that was begun and goes on keeps the
// record of its beginning.
func (s *Study) keepUndo(dir plainfile.Dir, r *revision) error {
	file := undoFile(r.Document, r.From, r.To)
	if dir.Exists(file) {
		return nil
	}
	u := undoRecord{Document: r.Document, From: r.From, To: r.To, Was: map[string]string{}, Became: map[string]string{}}
	for _, f := range r.order {
		u.Was[f], u.Became[f] = string(r.was[f]), corpus.Digest(r.files[f])
	}
	data, err := json.MarshalIndent(u, "", " ")
	if err != nil {
		return err
	}
	return dir.Write(file, append(data, '\n'))
}

// UndoRevision brings back a document as it was before its last correction: the text, and every
// file that the correction changed and nobody has changed since as it was. Files that were changed
// since keep what was done in them; their places are followed back.
func (s *Study) UndoRevision(dir plainfile.Dir, document string) (Revised, error) {
	d := s.Document(document)
	if d == nil {
		return Revised{}, s.UnknownDocument(document)
	}
	t, err := s.Text(document)
	if err != nil {
		return Revised{}, err
	}
	n := len(d.Earlier)
	if n == 0 {
		return Revised{}, catalogue.Errorf("%s was never corrected; there is nothing to undo", document)
	}
	if now := corpus.Digest([]byte(t.Text.String())); now != d.Digest {
		return Revised{}, catalogue.Errorf("%s was edited since its last correction\nhint: crosscase corpus revise %s takes the edit over first", document, document)
	}
	from := d.Earlier[n-1]
	text := s.keptText(from)
	if text == nil {
		return Revised{}, catalogue.Errorf("the text before is gone from the vault: %s\nhint: put the file back from a copy of the study; if you have the text elsewhere, crosscase corpus revise takes it over as a new correction", EarlierFile(from))
	}
	file := undoFile(document, from, d.Digest)
	u, err := readUndo(dir, file)
	if err != nil {
		return Revised{}, err
	}
	r, err := s.plan(dir, document, string(text), nil)
	if err != nil {
		return Revised{}, err
	}
	restored := map[string]bool{}
	for f, was := range u.Was {
		now, there, err := dir.ReadIfThere(f)
		if err != nil {
			return Revised{}, err
		}
		if !there || corpus.Digest(now) != u.Became[f] {
			continue
		}
		restored[f] = true
		if was == "" {
			r.order = without(r.order, f)
			if err := dir.Remove(f); err != nil {
				return r.Revised, err
			}
			continue
		}
		r.put(f, now, []byte(was))
	}
	side := SidecarFile(document)
	if !restored[side] {
		data := r.files[side]
		if data == nil {
			if data, err = dir.Read(side); err != nil {
				return r.Revised, err
			}
		}
		value := "[]"
		if n > 1 {
			value = "- " + strings.Join(d.Earlier[:n-1], "\n- ")
		}
		if data, err = plainfile.SetField(data, value, "earlier"); err != nil {
			return r.Revised, catalogue.Errorf("%s: %w", side, err)
		}
		r.put(side, nil, data)
	}
	if err := dir.Write(TextFile(document), text); err != nil {
		return r.Revised, err
	}
	r.order = append(without(r.order, side), side)
	for _, f := range r.order {
		if err := dir.Write(f, r.files[f]); err != nil {
			return r.Revised, err
		}
	}
	for i := range r.Places {
		if file, _, _ := strings.Cut(r.Places[i].File, ":"); restored[file] {
			// as it was before the correction
			r.Places[i].Fate, r.Places[i].Changed = corpus.Same, false
		}
	}
	if err := dir.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return r.Revised, err
	}
	return r.Revised, nil
}

func without(list []string, s string) []string {
	var out []string
	for _, x := range list {
		if x != s {
			out = append(out, x)
		}
	}
	return out
}
