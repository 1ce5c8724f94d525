package cases

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// HangsOn is what people made of a document.
type HangsOn struct {
	Codings, Verdicts int
	Files             []string // that hold these
	Citing            []string // file:line of values and memos that cite it
}

// HangsOn returns what people made of a document. What the machine coders propose does not count.
func (s *Study) HangsOn(key string) HangsOn {
	var out HangsOn
	for _, l := range s.Layers() {
		if l.Document != key || coding.Machine(l.Coder) {
			continue
		}
		out.Codings += len(l.Codings) + len(l.Unplaced)
		out.Files = addOnce(out.Files, l.File)
	}
	for _, v := range s.Reviews {
		if v.Document == key {
			out.Verdicts++
			out.Files = addOnce(out.Files, coding.ReviewFile(v.Coder, key))
		}
	}
	for _, c := range s.Cases {
		for _, r := range c.reasons() {
			if r.Document == key {
				out.Citing = append(out.Citing, fmt.Sprintf("%s:%d", c.File, r.Line))
			}
		}
	}
	for _, m := range s.Memos {
		for _, a := range m.About {
			if p, err := corpus.ParsePassage(a.Passage); a.Document == key || err == nil && p.Document == key {
				out.Citing = append(out.Citing, fmt.Sprintf("%s:%d", m.File, a.Line))
			}
		}
	}
	slices.Sort(out.Citing)
	return out
}

// removedFolder is where the vault keeps what people made of documents that were removed, and the files beside their texts.
const removedFolder = "vault/removed"

// RemoveDocument takes a document out of the study and of its cases, with all that coders made of it, which the vault keeps a copy of. It refuses
// while values or memos cite it.
func (s *Study) RemoveDocument(dir plainfile.Dir, key string) error {
	d := s.Document(key)
	if d == nil {
		return s.UnknownDocument(key)
	}
	if citing := s.HangsOn(key).Citing; len(citing) > 0 {
		return catalogue.Errorf("%s is cited in %s\nhint: take it out there first", key, strings.Join(citing, ", "))
	}
	for _, c := range s.Cases {
		if err := s.leave(dir, c, key); err != nil {
			return err
		}
	}
	files := []string{SidecarFile(key)}
	for _, folder := range [...]string{"codings", "reviews"} {
		for _, coder := range s.folders(folder) {
			files = append(files, path.Join(folder, coder, strings.TrimSuffix(key, ".txt")+".jsonl"))
		}
	}
	text, err := dir.Read(TextFile(key))
	if err != nil {
		return err
	}
	if err := dir.Write(EarlierFile(corpus.Digest(text)), text); err != nil {
		return err
	}
	for _, f := range files {
		data, there, err := dir.ReadIfThere(f)
		if err == nil && there {
			err = errors.Join(dir.Write(path.Join(removedFolder, f), data), dir.Remove(f))
		}
		if err != nil {
			return err
		}
	}
	return dir.Remove(TextFile(key))
}
