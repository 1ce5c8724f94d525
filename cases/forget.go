package cases

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/words"
)

// Forgotten is what Forget erases, and what it does not reach.
type Forgotten struct {
	Files   []string
	Changes int        // that can no longer be taken back
	Left    []NameLeft // in the order of the files; not looked for in a dry run
}

// NameLeft is a line of the study that holds a name which a corrected text does not hold any longer.
type NameLeft struct {
	File string
	Line int
	Name string
}

// Forget erases for good what the study keeps of a document as it was before its
// corrections: the earlier texts, the file it came from, what undoing needs, the old words of
// codings that changed, proposals that are lost, examples in the report on its intake, the changes that people could take back
// (crosscase undo) as far as they hold them, the word index and what was read of the files. It refuses while codings of people are
// unclear or lost, for they hold the old words. What people wrote elsewhere, such as in memos, stays; the lines
// that hold a name of the earlier text are returned. dry, it erases nothing and tells what it would.
func (s *Study) Forget(dir plainfile.Dir, document string, dry bool) (Forgotten, error) {
	d := s.Document(document)
	if d == nil {
		return Forgotten{}, s.UnknownDocument(document)
	}
	for _, l := range s.Layers() {
		if l.Document == document && len(l.Unplaced) > 0 && !coding.Machine(l.Coder) {
			return Forgotten{}, catalogue.Errorf("%s holds codings that are unclear or lost, with the words of the earlier text (%d)\nhint: crosscase check names them; crosscase coding place or coding remove decides on them", l.File, len(l.Unplaced))
		}
	}
	old, err := s.oldWords(d)
	if err != nil {
		return Forgotten{}, err
	}
	var gone Forgotten
	for _, f := range s.earlierFiles(dir, d) {
		if dir.Exists(f) && !slices.Contains(gone.Files, f) {
			gone.Files = append(gone.Files, f)
		}
	}
	if gone.Changes, err = dir.History("").Forget(old.holds, dry); err != nil || dry {
		return gone, err
	}
	for _, l := range s.Layers() {
		if l.Document != document {
			continue
		}
		for i := range l.Codings {
			l.Codings[i].Was = ""
		}
		for len(l.Unplaced) > 0 { // proposals, which coding apply makes again
			l.Unplace(l.Unplaced[0].ID)
		}
		if err := s.SaveLayer(dir, l); err != nil {
			return gone, err
		}
	}
	for _, f := range gone.Files { // the last, for they tell which words are old
		if err := dir.Remove(f); err != nil {
			return gone, err
		}
	}
	if err := s.forgetInSidecar(dir, d, old); err != nil {
		return gone, err
	}
	if gone.Left, err = s.namesLeft(old); err != nil {
		return gone, err
	}
	if s.kept != nil {
		s.kept.close()
	}
	return gone, errors.Join(dir.RemoveAll(".crosscase/index"), dir.RemoveAll(keptFile))
}

// earlierFiles returns the files of the vault that hold a document as it was before.
func (s *Study) earlierFiles(dir plainfile.Dir, d *corpus.Document) (files []string) {
	for _, digest := range d.Earlier {
		if digest != d.Digest {
			files = append(files, EarlierFile(digest), OriginalFile(digest, "x.txt"))
		}
	}
	if d.Original.Name != "" && !s.sharesOriginal(d) && d.Original.Digest != d.Digest {
		files = append(files, OriginalFile(d.Original.Digest, d.Original.Name))
	}
	for _, f := range s.files(revisionsFolder, ".json") {
		if strings.HasPrefix(path.Base(f), strings.TrimSuffix(d.Key, ".txt")+"-") && s.undoOf(dir, f) == d.Key {
			files = append(files, f)
		}
	}
	return files
}

// forgetInSidecar takes the digests of the earlier texts out of a document's sidecar, and their words out of what was said of its intake.
func (s *Study) forgetInSidecar(dir plainfile.Dir, d *corpus.Document, old oldWords) error {
	file := SidecarFile(d.Key)
	side, there, err := dir.ReadIfThere(file)
	if err != nil || !there {
		return err
	}
	if len(d.Earlier) > 0 {
		marks := slices.Clone(d.Forgotten)
		for _, digest := range d.Earlier {
			if digest != d.Digest {
				marks = addOnce(marks, corpus.ForgottenMark(digest))
			}
		}
		if side, err = plainfile.SetField(side, "[]", "earlier"); err == nil && len(marks) > 0 {
			side, err = plainfile.SetField(side, "- \""+strings.Join(marks, "\"\n- \"")+"\"", "forgotten")
		}
		if err != nil {
			return err
		}
	}
	var was sidecar
	var ignored plainfile.Problems
	plainfile.Unmarshal(file, side, &was, &ignored)
	masked := slices.Clone(was.Intake)
	for i := range masked {
		masked[i].What, masked[i].Example = old.mask(masked[i].What), old.mask(masked[i].Example)
	}
	if !slices.Equal(masked, was.Intake) {
		value, err := plainfile.Marshal(masked)
		if err != nil {
			return err
		}
		if side, err = plainfile.SetField(side, string(value), "intake"); err != nil {
			return err
		}
	}
	return dir.Write(file, side)
}

// namesLeft looks for the names of the earlier text in the files of the study, but for those that the program makes again. A word that began
// sentences only is none if it stands in a text in lower case.
func (s *Study) namesLeft(old oldWords) (left []NameLeft, err error) {
	if len(old.names) == 0 {
		return nil, nil
	}
	small := map[string]bool{}
	err = fs.WalkDir(s.fsys, ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if hidden := strings.HasPrefix(path.Base(file), ".") && file != "."; hidden || file == "vault" || file == "tables/out" || file == "sources" {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !entry.Type().IsRegular() || !slices.Contains([]string{".yaml", ".jsonl", ".md", ".txt", ".bib", ".ris"}, path.Ext(file)) {
			return nil
		}
		data, err := fs.ReadFile(s.fsys, file)
		if err != nil {
			return err
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			n++
			for _, w := range words.Tokens(line) {
				word := line[w.Start:w.End]
				if _, ok := old.names[word]; ok {
					left = append(left, NameLeft{file, n, word})
				}
				if word == w.Fold && path.Ext(file) == ".txt" {
					small[w.Fold] = true
				}
			}
		}
		return nil
	})
	left = slices.DeleteFunc(left, func(x NameLeft) bool { return !old.names[x.Name] && small[strings.ToLower(x.Name)] })
	return slices.CompactFunc(left, func(a, b NameLeft) bool { return a.File == b.File && a.Line == b.Line }), err
}

// oldWords are the words of a document that stood in an earlier text and do not stand in that of today.
type oldWords struct {
	document string          // its key, without the ending
	folds    map[string]bool // all, in lower case
	names    map[string]bool // those that were written with a capital each time; true where that was so in the midst of a sentence
}

func (s *Study) oldWords(d *corpus.Document) (oldWords, error) {
	old := oldWords{strings.TrimSuffix(d.Key, ".txt"), map[string]bool{}, map[string]bool{}}
	t, err := s.Text(d.Key)
	if err != nil {
		return old, err
	}
	small := map[string]bool{}
	for _, digest := range d.Earlier {
		text := string(s.keptText(digest))
		for _, w := range words.Tokens(text) {
			word := text[w.Start:w.End]
			old.folds[w.Fold] = true
			if first, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(first) {
				small[w.Fold] = true
			} else {
				old.names[word] = old.names[word] || !beginsSentence(text, w.Start)
			}
		}
	}
	for _, w := range words.Tokens(t.Text.String()) {
		delete(old.folds, w.Fold)
	}
	for name := range old.names {
		if fold := strings.ToLower(name); small[fold] || !old.folds[fold] {
			delete(old.names, name)
		}
	}
	return old, nil
}

// beginsSentence tells whether a word is the first one of a sentence. The first one of a line is not where the line begins with a
// label and a colon.
func beginsSentence(text string, at int) bool {
	before := strings.TrimRight(text[:at], " \t\"'«“”»()[]–-…")
	if before == "" || strings.HasSuffix(before, "\n") {
		line, _, _ := strings.Cut(text[at:], "\n")
		label, _, ok := strings.Cut(line, ":")
		return !ok || len(label) > 40
	}
	return strings.ContainsRune(".?!:", rune(before[len(before)-1]))
}

// holds tells whether a change to a file holds words of the document as it was before: it changed one
// of the document's own files, or some lines of it hold such a word.
func (old oldWords) holds(file, lines string) bool {
	if dir, base := path.Split(file); strings.TrimSuffix(base, path.Ext(base)) == old.document && dir != "cases/" {
		return true
	}
	return slices.ContainsFunc(words.Tokens(lines), func(w words.Token) bool { return old.folds[w.Fold] })
}

// mask writes … for each of the words in a line.
func (old oldWords) mask(line string) string {
	var b strings.Builder
	at := 0
	for _, w := range words.Tokens(line) {
		if old.folds[w.Fold] {
			b.WriteString(line[at:w.Start] + "…")
			at = w.End
		}
	}
	return b.String() + line[at:]
}

// undoOf returns the document that an undo record is of.
func (s *Study) undoOf(dir plainfile.Dir, file string) string {
	u, err := readUndo(dir, file)
	if err != nil {
		return ""
	}
	return u.Document
}

// sharesOriginal tells whether another document was made from the same file.
func (s *Study) sharesOriginal(d *corpus.Document) bool {
	for _, o := range s.Documents {
		if o != d && o.Original.Digest == d.Original.Digest {
			return true
		}
	}
	return false
}
