package cases

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// Copy is a file that a synchroniser made because two machines wrote the same file at once.
type Copy struct {
	File, Original string
	By             string // who gives such names
}

// copies returns the conflict copies in a folder of a study. A file that is named for a document of
// the study is none, whatever its name looks like.
func copies(fsys fs.FS, folder string, entries []fs.DirEntry) []Copy {
	var out []Copy
	for _, e := range entries {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		original, by, ok := coding.CopyOf(e.Name())
		if !ok {
			continue
		}
		if strings.HasSuffix(e.Name(), ".jsonl") && !isDocument(fsys, original) || isDocument(fsys, e.Name()) {
			continue
		}
		if !strings.HasSuffix(e.Name(), ".jsonl") && !holds(entries, original) {
			continue
		}
		out = append(out, Copy{path.Join(folder, e.Name()), path.Join(folder, original), by})
	}
	return out
}

// holds tells whether there is something of a name in a folder.
func holds(entries []fs.DirEntry, name string) bool {
	_, is := slices.BinarySearchFunc(entries, name, func(e fs.DirEntry, name string) int { return strings.Compare(e.Name(), name) })
	return is
}

func isDocument(fsys fs.FS, layer string) bool {
	_, err := fs.Stat(fsys, TextFile(strings.TrimSuffix(layer, ".jsonl")+".txt"))
	return err == nil && strings.HasSuffix(layer, ".jsonl")
}

// Copies returns every conflict copy of a study: of codings, verdicts and the journal, which can be put together, and of
// other files, which a person has to compare.
func Copies(fsys fs.FS) []Copy { return copiesIn(newListings(fsys, false)) }

func copiesIn(folders *listings) []Copy {
	var out []Copy
	for _, parent := range []string{"codings", "reviews"} {
		for _, e := range folders.folder(parent).entries {
			if e.IsDir() {
				folder := path.Join(parent, e.Name())
				out = append(out, copies(folders.fsys, folder, folders.folder(folder).entries)...)
			}
		}
	}
	for _, folder := range []string{".", "cases", "summaries", "memos", "tables"} {
		out = append(out, copies(folders.fsys, folder, folders.folder(folder).entries)...)
	}
	return out
}

// merges tells whether a copy is of lines that can be put together.
func (c Copy) merges() bool {
	return strings.HasPrefix(c.File, "codings/") || strings.HasPrefix(c.File, "reviews/") || c.Original == "journal.jsonl"
}

func (s *Study) checkCopies(problems *plainfile.Problems) {
	for _, c := range copiesIn(s.listings) {
		if c.merges() {
			problems.Add(c.File, 0, "is a copy of %s that %s made, because two machines wrote it at once\nhint: crosscase check --mend puts the two together and keeps this file in vault/conflicts", c.Original, c.By)
			continue
		}
		problems.Add(c.File, 0, "is a copy of %s that %s made; it is not read\nhint: compare the two, take over into the original what is missing there, and delete the copy", c.Original, c.By)
	}
}

// isCopy tells whether a file of codings or verdicts is a conflict copy.
func (s *Study) isCopy(file string) bool {
	original, _, ok := coding.CopyOf(path.Base(file))
	return ok && isDocument(s.fsys, original) && !isDocument(s.fsys, path.Base(file))
}

// copyBeside tells whether a YAML or Markdown file is a conflict copy of one that stands beside it; check names it.
func (s *Study) copyBeside(folder, name, ending string) bool {
	if ending == ".jsonl" || folder == "documents" {
		return false
	}
	original, _, ok := coding.CopyOf(name)
	if !ok {
		return false
	}
	_, err := fs.Stat(s.fsys, path.Join(folder, original))
	return err == nil
}

// MergedCopy says what became of one conflict copy.
type MergedCopy struct {
	Copy
	coding.Merged
	Kept string // where the copy is now
	Left string // why it could not be put together, "" if it was
}

// MergeCopies puts conflict copies of codings, verdicts and the journal together with their originals, and moves them
// to vault/conflicts, so that nothing is lost. What a person has removed in one of the two files does not come back: the
// journal, whose copies are put together first, knows of it.
func MergeCopies(dir plainfile.Dir) ([]MergedCopy, error) {
	var out []MergedCopy
	all := Copies(dir.FS())
	slices.SortStableFunc(all, func(a, b Copy) int {
		switch {
		case a.Original == "journal.jsonl" && b.Original != "journal.jsonl":
			return -1
		case a.Original != "journal.jsonl" && b.Original == "journal.jsonl":
			return 1
		}
		return strings.Compare(a.File, b.File)
	})
	for _, c := range all {
		if !c.merges() {
			continue
		}
		theirs, err := dir.Read(c.File)
		if err != nil {
			return out, err
		}
		mine, _, err := dir.ReadIfThere(c.Original)
		if err != nil {
			return out, err
		}
		m := MergedCopy{Copy: c, Kept: "vault/conflicts/" + corpus.Digest(theirs)[7:19] + "-" + path.Base(path.Dir(c.File)) + "-" + path.Base(c.Original)}
		if c.Original == "journal.jsonl" {
			m.Data, m.Came = mergeJournals(mine, theirs)
		} else {
			journal, _, err := dir.ReadIfThere("journal.jsonl")
			if err != nil {
				return out, err
			}
			if m.Merged, err = coding.Merge(mine, theirs, removedIn(journal, []string{strings.TrimSuffix(path.Base(c.Original), ".jsonl") + ".txt"})); err != nil {
				m.Left = err.Error()
				out = append(out, m)
				continue
			}
		}
		if err := dir.Write(m.Kept, theirs); err != nil {
			return out, err
		}
		if err := dir.Write(c.Original, m.Data); err != nil {
			return out, err
		}
		if err := dir.Remove(c.File); err != nil {
			return out, err
		}
		out = append(out, m)
	}
	return out, nil
}

// mergeJournals returns the lines of two journals in the order of time, each once.
func mergeJournals(mine, theirs []byte) ([]byte, int) {
	type entry struct{ on, line string }
	var all []entry
	seen := map[string]bool{}
	came := 0
	for i, data := range [][]byte{mine, theirs} {
		for _, l := range bytes.Split(data, []byte("\n")) {
			var e struct{ On string }
			if len(bytes.TrimSpace(l)) == 0 || i == 1 && seen[string(l)] {
				continue
			}
			seen[string(l)] = true
			came += i
			_ = json.Unmarshal(l, &e) // a line that cannot be read keeps its place at the beginning
			all = append(all, entry{e.On, string(l)})
		}
	}
	slices.SortStableFunc(all, func(a, b entry) int { return strings.Compare(a.on, b.on) })
	var out []byte
	for _, e := range all {
		out = append(append(out, e.line...), '\n')
	}
	return out, came
}

var (
	removedIDs   = regexp.MustCompile(`^removed \d+ codings?: (.+)$`)
	removedPlace = regexp.MustCompile(`^removed (\S+) at (\S+)$`)
	codedPlace   = regexp.MustCompile(`^coded (\S+) with (\S+)$`)
)

// removedIn returns a test of codings of a document by what the journal says last: whether a person took one out.
func removedIn(journal []byte, documents []string) func(id, code, at string) bool {
	removed, coded := map[string]int{}, map[string]int{} // the line that says so last, by id or by code and place
	for i, l := range bytes.Split(journal, []byte("\n")) {
		var e struct{ Did string }
		if json.Unmarshal(l, &e) != nil {
			continue
		}
		gone, there := removed, coded
		did, undone := strings.CutPrefix(strings.TrimPrefix(e.Did, "did again: "), "took back: ")
		if undone {
			gone, there = coded, removed
		}
		if m := removedIDs.FindStringSubmatch(did); m != nil {
			for _, id := range strings.Fields(m[1]) {
				gone[id] = i + 1
			}
		}
		if m := removedPlace.FindStringSubmatch(did); m != nil {
			gone[m[1]+" "+m[2]] = i + 1
		}
		if m := codedPlace.FindStringSubmatch(did); m != nil {
			there[m[2]+" "+m[1]] = i + 1
		}
	}
	return func(id, code, at string) bool {
		gone, there := removed[id], coded[id]
		for _, document := range documents {
			place := fmt.Sprintf("%s %s:%s", code, document, at)
			gone, there = max(gone, removed[place]), max(there, coded[place])
		}
		return gone > there // the same place and code have the same id
	}
}
