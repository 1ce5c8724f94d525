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
	return out
}

// citing returns, as file:line in order, what cites a document: values, calibrations, summaries, memos, and the words of findings and of the
// outline.
func (s *Study) citing(key string) []string {
	var out []string
	add := func(file string, line int) { out = addOnce(out, fmt.Sprintf("%s:%d", file, line)) }
	reasons := func(file string, list []Reason) {
		for _, r := range list {
			if r.Document == key {
				add(file, r.Line)
			}
		}
	}
	words := func(file string, line, step int, text string) { // step is 0 where the text is a field that stands on one line
		for i, words := range strings.Split(text, "\n") {
			for _, m := range summaryAnchor.FindAllStringSubmatch(words, -1) {
				if m[1] == key {
					add(file, line+i*step)
				}
			}
		}
	}
	for _, c := range s.Cases {
		reasons(c.File, c.reasons())
	}
	for _, c := range s.Calibrations {
		reasons(c.File, c.reasons())
	}
	for _, summary := range s.Summaries {
		for _, a := range summary.Anchors {
			if a.Document == key {
				add(summary.File, a.Line)
			}
		}
	}
	for _, m := range s.Memos {
		for _, a := range m.About {
			if p, err := corpus.ParsePassage(a.Passage); a.Document == key || err == nil && p.Document == key {
				add(m.File, a.Line)
			}
		}
		words(m.File, m.From, 1, m.Text)
	}
	for _, f := range s.Findings {
		words(FindingsFile, f.Line, 0, f.Claim+"\n"+f.Note)
	}
	var sections func(list []Section)
	sections = func(list []Section) {
		for _, sec := range list {
			words(OutlineFile, sec.Line, 0, sec.Text)
			sections(sec.Sections)
		}
	}
	sections(s.Plan.Account)
	sections(s.Plan.Chapter)
	slices.Sort(out)
	return out
}

// removedFolder is where the vault keeps what people made of documents that were removed, and the files beside their texts.
const removedFolder = "vault/removed"

// RemoveDocument takes a document out of the study and of its cases, with all that coders made of it, which the vault keeps a copy of. It refuses
// while anything cites it.
func (s *Study) RemoveDocument(dir plainfile.Dir, key string) error {
	d := s.Document(key)
	if d == nil {
		return s.UnknownDocument(key)
	}
	if citing := s.citing(key); len(citing) > 0 {
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
