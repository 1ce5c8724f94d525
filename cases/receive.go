package cases

import (
	"bytes"
	"encoding/json"
	"path"
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// Received says what came of one file of shared work, or of one text.
type Received struct {
	File      string
	Coder     string // whose file it is, "" for a text or a code book
	New       bool
	Came      int      // lines
	Kinds     Lines    // what came, by what the lines are
	Gone      int      // lines that the coder has removed, and that were here
	Conflicts []string // lines that were here and differ: what they said
	Left      error    // why the file was left as it was, nil if it was taken in
	Revised   *Revised // what became of the places: of all in a text that was corrected, or of those of the file, which were made on an earlier text
	Erasing   bool     // the text before was erased where the text comes from
	Erased    int      // codings and verdicts that were left out, for they hold words that the study erased
	Words     []string // that its notes hold and that no longer stand in a text of which words were erased: they may name somebody
}

// Lines counts lines of a coder's files by what they are.
type Lines struct{ Codings, Readings, Verdicts, Memos, Others int }

// count counts a line.
func (n *Lines) count(line string) {
	var is struct{ Read, Verdict, Code, At string }
	switch err := json.Unmarshal([]byte(line), &is); {
	case err != nil:
		n.Others++
	case is.Verdict != "":
		n.Verdicts++
	case is.Read != "":
		n.Readings++
	case is.Code != "":
		n.Codings++
	default:
		n.Others++
	}
}

// Missing tells whether something of it was not taken in.
func (r Received) Missing() bool { return r.Left != nil || r.Erased > 0 }

// Receive takes a coder's work and corrected texts in from a file that Share made, and returns whose it is. Only the files of
// that coder are touched. What the coder shared stands; a line that is here alone stays, unless the coder removed it. What was made on
// an earlier version of a text that is kept is carried over to that of today, as Revise does it. Receiving the same
// file again changes nothing.
func (s *Study) Receive(dir plainfile.Dir, data []byte) (coder string, out []Received, err error) {
	lines, err := shareLines(data)
	if err != nil {
		return "", nil, err
	}
	coder = lines[0].Coder
	if lines[0].Study != s.ID {
		return coder, nil, catalogue.Errorf("is of the study %q, and this one is %q\nhint: go to that study; the id stands in %s", lines[0].Study, s.ID, StudyFile)
	}
	var did []string
	for _, l := range lines {
		if l.Did != "" {
			did = append(did, l.Did)
		}
	}
	renames := s.renames()
	for _, l := range lines[1:] {
		l = renamedSince(l, renames)
		r := Received{File: l.File, Coder: coder}
		switch {
		case l.Document != "":
			r.File, r.Coder = TextFile(l.Document), ""
			err = s.receiveText(dir, l, &r)
		case l.File == "":
			continue
		case strings.HasPrefix(l.File, "codebooks/"):
			r.Coder = ""
			err = s.receiveCodebook(dir, l, &r)
		default:
			err = s.receive(dir, coder, l, did, &r)
		}
		if err != nil {
			return coder, out, err
		}
		out = append(out, r)
	}
	return coder, out, s.keepReadCodebook(dir, lines)
}

// renames returns which documents had another key before.
func (s *Study) renames() []*DocumentRename {
	var out []*DocumentRename
	for _, d := range s.Documents {
		for _, was := range s.keysOf(d.Key)[1:] {
			out = append(out, &DocumentRename{From: was, To: d.Key, study: s})
		}
	}
	return out
}

// renamedSince returns a line in which documents have the keys of today: it may have been shared before they were renamed here.
func renamedSince(l shareLine, renames []*DocumentRename) shareLine {
	for _, r := range renames {
		switch {
		case l.Document == r.From:
			l.Document = r.To
		case l.Document == "" && !strings.HasPrefix(l.File, "codebooks/"):
			l.File, l.Text = r.moved(l.File), string(r.rewritten(l.File, []byte(l.Text)))
		}
	}
	return l
}

// shareLines returns the lines of a file of shared work, of which the first says whose it is.
func shareLines(data []byte) ([]shareLine, error) {
	var lines []shareLine
	texts := false
	for i, l := range bytes.Split(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\n")) {
		if len(bytes.TrimSpace(l)) == 0 {
			continue
		}
		var x shareLine
		if err := json.Unmarshal(l, &x); err != nil {
			return nil, catalogue.Errorf("line %d is no line of shared work\nhint: crosscase share makes such a file", i+1)
		}
		texts = texts || x.Document != ""
		lines = append(lines, x)
	}
	if len(lines) == 0 || lines[0].Format != shareFormat || !(corpus.ValidKey(lines[0].Coder) && !coding.Machine(lines[0].Coder) || lines[0].Coder == "" && texts) {
		return nil, catalogue.Errorf("does not say whose work it is\nhint: crosscase share makes such a file")
	}
	return lines, nil
}

// receiveCodebook keeps a code book that the readings of the file name.
func (s *Study) receiveCodebook(dir plainfile.Dir, l shareLine, r *Received) error {
	if l.File != SnapshotFile(corpus.Digest([]byte(l.Text))) {
		r.Left = catalogue.Errorf("is no code book as it was kept")
		return nil
	}
	if r.New = !dir.Exists(l.File); !r.New {
		return nil
	}
	return dir.Write(l.File, []byte(l.Text))
}

// keepReadCodebook keeps the code book of today where a reading that came names it, so that it is known when the code book has changed.
func (s *Study) keepReadCodebook(dir plainfile.Dir, lines []shareLine) error {
	file := SnapshotFile(s.Codebook.Digest)
	for _, l := range lines {
		if s.Codebook.Digest != "" && strings.HasPrefix(l.File, "codings/") && strings.Contains(l.Text, s.Codebook.Digest) && !dir.Exists(file) {
			return s.KeepCodebook(dir)
		}
	}
	return nil
}

func (s *Study) receive(dir plainfile.Dir, coder string, l shareLine, did []string, r *Received) error {
	folder, name := path.Split(l.File)
	own := folder == "codings/"+coder+"/" || folder == "reviews/"+coder+"/"
	memo := folder == "memos/" && memoBy(l.File) == coder && strings.HasSuffix(name, ".md")
	key := strings.TrimSuffix(name, ".jsonl") + ".txt"
	if coder == "" || !own && !memo || path.Clean(l.File) != l.File || !corpus.ValidKey(strings.TrimSuffix(name, path.Ext(name))) {
		r.Left = catalogue.Errorf("is no file of %s", coder)
		return nil
	}
	mine, there, err := dir.ReadIfThere(l.File)
	if err != nil {
		return err
	}
	r.New = !there
	d := s.Document(key)
	switch {
	case memo:
		return s.receiveMemo(dir, l, string(mine), r)
	case d == nil:
		r.Left = catalogue.Errorf("speaks of a document that is not in this study\nhint: crosscase corpus add takes it in; then receive this file again")
		return nil
	}
	theirs := []byte(l.Text)
	if theirs, mine, did, err = s.carry(d, coder, theirs, mine, did, r); err != nil || r.Left != nil {
		return err
	}
	var journal []byte
	for _, x := range did {
		line, err := plainfile.EncodeLine(shareLine{Did: x})
		if err != nil {
			return err
		}
		journal = append(journal, line...)
	}
	m, err := coding.Merge(theirs, mine, removedIn(journal, s.keysOf(key)))
	if err != nil {
		r.Left = err
		return nil
	}
	r.Gone, r.Conflicts = m.Gone, m.Conflicts
	before := map[string]bool{}
	for _, line := range strings.Split(string(mine), "\n") {
		before[line] = true
	}
	for _, line := range strings.Split(strings.TrimSpace(string(m.Data)), "\n") {
		if !before[line] && !strings.HasPrefix(line, `{"document"`) {
			r.Came++
			r.Kinds.count(line)
		}
	}
	if t, err := s.Text(key); err == nil && s.keptText(s.TextDigest(key)) == nil { // so that a correction can be followed
		if err := dir.Write(EarlierFile(s.TextDigest(key)), []byte(t.Text.String())); err != nil {
			return err
		}
	}
	return dir.Write(l.File, m.Data)
}

// receiveMemo takes in a memo. Only who wrote it may change it, so that the sent one stands where the two differ; the passages that it is about
// are those of the text of today.
func (s *Study) receiveMemo(dir plainfile.Dir, l shareLine, mine string, r *Received) error {
	var ignored plainfile.Problems
	sent, here := readMemo(l.File, []byte(l.Text), &ignored), readMemo(l.File, []byte(mine), &ignored)
	data := []byte(l.Text)
	if s.placeAbout(sent, here) {
		var err error
		if data, err = sent.encode(); err != nil {
			return err
		}
	}
	if !r.New && string(data) == mine {
		return nil
	}
	if !r.New && here.Text != sent.Text {
		r.Conflicts = append(r.Conflicts, strings.Join(strings.Fields(here.Text), " "))
	}
	r.Kinds.Memos = 1
	r.Came, r.Words = max(1, strings.Count(l.Text, "\n")), s.strangeWords(nil, sent.Text)
	return dir.Write(l.File, data)
}

// placeAbout finds the passages that a memo is about in the texts of today, by their words; one that is not found stands where the same memo
// has it here. It tells whether any stands elsewhere.
func (s *Study) placeAbout(m, here *Memo) bool {
	moved := false
	for i := range m.About {
		a := &m.About[i]
		p, err := corpus.ParsePassage(a.Passage)
		if err != nil || s.Document(p.Document) == nil {
			continue
		}
		t, err := s.Text(p.Document)
		if err != nil {
			continue
		}
		is := *a
		if span, fate := (corpus.Anchor{Span: p.Span, Quote: a.Quote}).Locate(t.Text); fate == corpus.Same || fate == corpus.Moved {
			is.Passage = corpus.Passage{Document: p.Document, Span: span}.String()
		} else if i < len(here.About) && strings.HasPrefix(here.About[i].Passage, p.Document+":") {
			is.Passage, is.Quote = here.About[i].Passage, here.About[i].Quote
		}
		moved = moved || is.Passage != a.Passage || is.Quote != a.Quote
		*a = is
	}
	return moved
}

// receiveText takes over a text that was corrected elsewhere, with all that points into it, as Revise does.
func (s *Study) receiveText(dir plainfile.Dir, l shareLine, r *Received) error {
	d := s.Document(l.Document)
	if d == nil {
		r.Left = catalogue.Errorf("is not in this study\nhint: crosscase corpus add takes it in; then receive this file again")
		return nil
	}
	if _, err := s.Text(d.Key); err != nil {
		return err
	}
	now, sent := s.TextDigest(d.Key), corpus.Digest([]byte(l.Text))
	switch {
	case sent == now:
		return nil
	case d.Digest != "" && d.Digest != now:
		r.Left = editedHere(d.Key)
	case slices.Contains(d.Earlier, sent):
		r.Left = catalogue.Errorf("is older than the text here\nhint: crosscase share --text %s sends yours", d.Key)
	case d.Forgot(sent) && !slices.Contains(l.Earlier, now):
		r.Left = catalogue.Errorf("is a text that this study erased (corpus revise --forget)\nhint: crosscase share --text %s sends yours", d.Key)
	case !slices.Contains(l.Earlier, now) && !slices.Contains(l.Earlier, corpus.ForgottenMark(now)):
		r.Left = catalogue.Errorf("was not made from the text here: both were corrected, or they came from two files\nhint: put the two together into one file; crosscase corpus revise FILE --document %s takes it over, and crosscase share --text %s sends it", d.Key, d.Key)
	default:
		speakers := slices.DeleteFunc(l.Speakers, func(p corpus.Speaker) bool { return p.Label == "" })
		rev, err := s.Revise(dir, d.Key, l.Text, speakers)
		r.Revised, r.Came, r.Erasing = &rev, rev.Came+rev.Went, !slices.Contains(l.Earlier, now)
		return err
	}
	return nil
}
