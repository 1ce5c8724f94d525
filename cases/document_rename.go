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
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// DocumentRename is what renaming a document does to the files of a study.
type DocumentRename struct {
	From, To string
	Moved    []string // files that get another name, as they are called now; their order is that of the folders
	Cites    []string // "file:line" of what names the document elsewhere, in file order

	study *Study
	put   map[string][]byte // by the file's name afterwards
	gone  []string
}

// RenameDocument works out what changes where a document gets another key: the text, the file beside it, everything that
// coders made of it, and whatever names it by its key, alone or in a locator. Nothing is written. The earlier key is
// remembered in the file beside the text. It returns nil where the document was renamed so already.
//
// The original in the vault keeps its name, for it is kept under its digest. So do tables/out and the word index, which are made again,
// and the journal, which says what was done then.
func (s *Study) RenameDocument(dir plainfile.Dir, from, to string) (*DocumentRename, error) {
	d := s.Document(from)
	if now := s.Document(to); d == nil && now != nil && slices.Contains(now.Was, from) {
		return nil, nil
	}
	if d == nil {
		return nil, s.UnknownDocument(from)
	}
	if err := s.checkNewDocument(dir, from, to); err != nil {
		return nil, err
	}
	r := &DocumentRename{From: from, To: to, study: s, put: map[string][]byte{}}
	if err := r.own(dir, d); err != nil {
		return nil, err
	}
	if err := r.naming(dir); err != nil {
		return nil, err
	}
	return r, r.revisions(dir)
}

// keyNow returns the key that a document has which had another one, or the key itself.
func (s *Study) keyNow(key string) string {
	if s.Document(key) == nil {
		for _, d := range s.Documents {
			if slices.Contains(d.Was, key) {
				return d.Key
			}
		}
	}
	return key
}

// keysOf returns the key of a document and those that it had, but for one that another document has now.
func (s *Study) keysOf(key string) []string {
	out := []string{key}
	if d := s.Document(key); d != nil {
		for _, was := range d.Was {
			if s.Document(was) == nil {
				out = append(out, was)
			}
		}
	}
	return out
}

// Write does what was worked out. The study has to be opened anew afterwards. The order is such that a program that is killed
// leaves nothing that names a document which is not there: the new text is the first and the old one the last.
func (r *DocumentRename) Write(dir plainfile.Dir) error {
	var steps []func() error
	write := func(f string) { steps = append(steps, func() error { return dir.Write(f, r.put[f]) }) }
	remove := func(f string) { steps = append(steps, func() error { return dir.Remove(f) }) }
	write(TextFile(r.To))
	write(SidecarFile(r.To))
	var last []string
	moved := map[string]bool{TextFile(r.To): true, SidecarFile(r.To): true}
	for _, f := range r.gone {
		if path.Dir(f) == "documents" {
			last = append(last, f)
			continue
		}
		remove(f)
		if to := r.moved(f); to != f {
			write(to)
			moved[to] = true
		}
	}
	for _, f := range sortedKeys(r.put) {
		if !moved[f] {
			write(f)
		}
	}
	for _, f := range last {
		remove(f)
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// checkNewDocument tells what speaks against a key for a document.
func (s *Study) checkNewDocument(dir plainfile.Dir, from, to string) error {
	if stem := strings.TrimSuffix(to, ".txt"); !strings.HasSuffix(to, ".txt") || corpus.DocumentKey(to) != to || stem == "" {
		return catalogue.Errorf("%q is no key of a document\nhint: small letters, digits, \"-\" and \"_\" and the ending .txt, for example %s", to, corpus.DocumentKey(strings.TrimSuffix(to, path.Ext(to))+".txt"))
	}
	if from == to {
		return catalogue.Errorf("%s has that key already\nhint: crosscase corpus set %s title=\"…\" gives it another title", from, from)
	}
	taken := []string{TextFile(to), SidecarFile(to)}
	for _, folder := range [...]string{"codings", "reviews"} {
		for _, coder := range s.folders(folder) {
			taken = append(taken, path.Join(folder, coder, strings.TrimSuffix(to, ".txt")+".jsonl"))
		}
	}
	for _, f := range taken {
		if dir.Exists(f) {
			return catalogue.Errorf("there is %s already; nothing is renamed\nhint: choose another key than %s", f, to)
		}
	}
	return nil
}

// own takes in the document's own files.
func (r *DocumentRename) own(dir plainfile.Dir, d *corpus.Document) error {
	text, err := dir.Read(TextFile(r.From))
	if err != nil {
		return err
	}
	r.move(dir, TextFile(r.From), text)
	side, _, err := dir.ReadIfThere(SidecarFile(r.From))
	if err != nil {
		return err
	}
	was := slices.DeleteFunc(slices.Clone(d.Was), func(key string) bool { return key == r.To })
	r.move(dir, SidecarFile(r.From), side)
	if side, err = plainfile.SetField(side, "- "+strings.Join(append(was, r.From), "\n- "), "was"); err != nil {
		return catalogue.Errorf("%s: %w", SidecarFile(r.From), err)
	}
	r.put[SidecarFile(r.To)] = side
	for _, folder := range [...]string{"codings", "reviews"} {
		for _, coder := range r.study.folders(folder) {
			f := path.Join(folder, coder, strings.TrimSuffix(r.From, ".txt")+".jsonl")
			data, there, err := dir.ReadIfThere(f)
			if err != nil {
				return err
			}
			if there {
				r.move(dir, f, r.rewritten(f, data))
			}
		}
	}
	return nil
}

// move puts a file of the document's under its new name.
func (r *DocumentRename) move(dir plainfile.Dir, file string, data []byte) {
	r.Moved = append(r.Moved, file)
	r.put[r.moved(file)] = data
	if dir.Exists(file) {
		r.gone = append(r.gone, file)
	}
}

// moved returns what a file is called afterwards.
func (r *DocumentRename) moved(file string) string {
	folder, base := path.Split(file)
	stem, own := strings.TrimSuffix(base, path.Ext(base)), strings.TrimSuffix(r.From, ".txt")
	if stem == own && (folder == "documents/" || strings.HasPrefix(folder, "codings/") || strings.HasPrefix(folder, "reviews/")) {
		return folder + strings.TrimSuffix(r.To, ".txt") + path.Ext(base)
	}
	return file
}

// naming takes in the files of the study that name the document.
func (r *DocumentRename) naming(dir plainfile.Dir) error {
	return fs.WalkDir(dir.FS(), ".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if file != "." && strings.HasPrefix(path.Base(file), ".") || file == "vault" || file == "documents" || file == "tables/out" || file == "sources" {
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		ending := path.Ext(file)
		if !entry.Type().IsRegular() || file == "journal.jsonl" || r.moved(file) != file || ending != ".yaml" && ending != ".jsonl" && ending != ".md" {
			return nil
		}
		data, err := dir.Read(file)
		if err != nil {
			return err
		}
		became := r.rewritten(file, data)
		if file == ConfirmedFile {
			became = r.rested(became)
		}
		if bytes.Equal(became, data) {
			return nil
		}
		r.put[file] = became
		before, after := bytes.Split(data, []byte("\n")), bytes.Split(became, []byte("\n"))
		for i := range before {
			if !bytes.Equal(before[i], after[i]) {
				r.Cites = append(r.Cites, fmt.Sprintf("%s:%d", file, i+1))
			}
		}
		return nil
	})
}

// rewritten returns a file in which the document is named by its new key. Words of texts (quotes and what stands around
// them) stay as they are.
func (r *DocumentRename) rewritten(file string, data []byte) []byte {
	words := yamlWords
	if path.Ext(file) == ".jsonl" {
		words = jsonWords
	}
	var out []byte
	for _, line := range bytes.SplitAfter(data, []byte("\n")) {
		at := 0
		for _, m := range words.FindAllIndex(line, -1) {
			out = append(append(out, r.renamed(line[at:m[0]])...), line[m[0]:m[1]]...)
			at = m[1]
		}
		out = append(out, r.renamed(line[at:])...)
	}
	return out
}

// Fields that hold words of a text.
var (
	jsonWords = regexp.MustCompile(`"(?:quote|before|after|was)"\s*:\s*"(?:[^"\\]|\\.)*"`)
	yamlWords = regexp.MustCompile(`^\s*(?:- )?(?:quote|before|after):.*$`)
)

// renamed returns words in which the key of the document stands alone, in a locator or as its file in documents/, with the new one.
func (r *DocumentRename) renamed(words []byte) []byte {
	own, to := strings.TrimSuffix(r.From, ".txt"), strings.TrimSuffix(r.To, ".txt")
	if !bytes.Contains(words, []byte(own)) {
		return words
	}
	var out []byte
	at := 0
	for {
		i := bytes.Index(words[at:], []byte(own))
		if i < 0 {
			return append(out, words[at:]...)
		}
		i += at
		end := i + len(own)
		rest := words[end:]
		before := bytes.HasSuffix(words[:i], []byte("documents/"))
		named := bytes.HasPrefix(rest, []byte(".txt")) && ends(rest[len(".txt"):]) && (before || begins(words[:i])) ||
			bytes.HasPrefix(rest, []byte(".yaml")) && ends(rest[len(".yaml"):]) && before ||
			ends(rest) && sourceField.Match(words[:i])
		out = append(out, words[at:i]...)
		if at = end; named {
			out = append(out, to...)
		} else {
			out = append(out, words[i:end]...)
		}
	}
}

// sourceField is what stands before a document that a rule names without its ending.
var sourceField = regexp.MustCompile(`(?i)\bsource:\\?"?$`)

func keyByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c >= 0x80
}

// begins tells whether a key can begin behind these words, and ends whether one can end before them.
func begins(before []byte) bool {
	if len(before) == 0 {
		return true
	}
	c := before[len(before)-1]
	if n := len(before); c == 'n' && n > 1 && before[n-2] == '\\' {
		return true // a line feed in JSON
	}
	return !keyByte(c) && c != '.' && c != '/' && c != '\\'
}

func ends(after []byte) bool {
	return len(after) == 0 || !keyByte(after[0]) && (after[0] != '.' || len(after) == 1 || !keyByte(after[1]))
}

// rested writes what the words of people rest on, where it names passages of the document, by the new key.
func (r *DocumentRename) rested(data []byte) []byte {
	now := r.study.passageDigests(r.From, r.To)
	for before, after := range now {
		data = bytes.ReplaceAll(data, []byte(`"`+before+`"`), []byte(`"`+after+`"`))
	}
	return sortedPassages(data)
}

// sortedPassages puts the passages of each line of the ledger in their order again.
func sortedPassages(data []byte) []byte {
	return passageList.ReplaceAllFunc(data, func(list []byte) []byte {
		var all []string
		i := bytes.IndexByte(list, '[')
		if json.Unmarshal(list[i:], &all) != nil {
			return list
		}
		slices.Sort(all)
		sorted, _ := json.Marshal(all)
		return append(bytes.Clone(list[:i]), sorted...)
	})
}

var passageList = regexp.MustCompile(`"passages"\s*:\s*\[[^\]]*\]`)

// passageDigests returns, by the digests of passages of a document as the ledger of what was confirmed keeps them, those that they have where the
// document has another key.
func (s *Study) passageDigests(from, to string) map[string]string {
	out := map[string]string{}
	add := func(rest ...string) {
		out[short(append([]string{from}, rest...)...)] = short(append([]string{to}, rest...)...)
	}
	for _, c := range s.Cases {
		for _, code := range s.Codebook.All() {
			standing := s.Standing(c, code, false)
			for _, e := range standing.All() {
				if e.Passage.Document == from {
					add(code.Key, string(e.Says), strings.Join(e.Values, "\x00"), e.Quote)
				}
			}
		}
		for _, reason := range c.reasons() {
			if reason.Document != from {
				continue
			}
			quote := ""
			if t, err := s.Text(from); err == nil && reason.Anchor.Len() > 0 {
				quote = t.Text.Slice(reason.Anchor.Span)
			}
			add(quote)
		}
	}
	for i := range s.Reviews {
		if v := &s.Reviews[i]; v.Document == from && v.Verdict == coding.Declined && v.Len() > 0 {
			add(s.quoteAt(v.Passage))
		}
	}
	return out
}

// revisions takes in the records by which corrections of the document are undone. They hold whole files, and the digests that these had afterwards.
func (r *DocumentRename) revisions(dir plainfile.Dir) error {
	records := map[string]undoRecord{}
	digests := map[string]string{}
	seen := func(file string, data []byte) { digests[corpus.Digest(data)] = corpus.Digest(r.rewritten(file, data)) }
	for _, f := range r.study.files(revisionsFolder, ".json") {
		u, err := readUndo(dir, f)
		if err != nil {
			return err
		}
		if u.Document != r.From {
			continue
		}
		records[f] = u
		for file, was := range u.Was {
			seen(file, []byte(was))
			if now, there, err := dir.ReadIfThere(file); err != nil {
				return err
			} else if there && file == SidecarFile(r.From) {
				digests[corpus.Digest(now)] = corpus.Digest(r.put[SidecarFile(r.To)])
			} else if there {
				seen(file, now)
			}
		}
	}
	for _, f := range sortedKeys(records) {
		u := records[f]
		became := undoRecord{Document: r.To, From: u.From, To: u.To, Was: map[string]string{}, Became: map[string]string{}}
		for file, was := range u.Was {
			data := r.rewritten(file, []byte(was))
			if file == SidecarFile(r.From) { // what it says of the file it came from stays
				data = []byte(was)
				if with, err := plainfile.SetField(data, "- "+r.From, "was"); err == nil {
					data = with
				}
			}
			became.Was[r.moved(file)] = string(data)
			became.Became[r.moved(file)] = u.Became[file]
			if now, ok := digests[u.Became[file]]; ok {
				became.Became[r.moved(file)] = now
			}
		}
		data, err := json.MarshalIndent(became, "", " ")
		if err != nil {
			return err
		}
		r.put[undoFile(r.To, u.From, u.To)] = append(data, '\n')
		r.gone = append(r.gone, f)
	}
	return nil
}
