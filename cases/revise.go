package cases

import (
	"fmt"
	"io/fs"
	"slices"
	"sort"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// Revised says what a correction did to a document and to all that points into it.
type Revised struct {
	Document   string
	From, To   string // digests of the text before and after
	Went, Came int    // stretches of the text that went out or were written anew, and that came in or were
	Similarity float64
	Places     []RevisedPlace
	Speakers   []corpus.Speaker // that the document did not have before
	Relabelled []Relabelled     // speakers whose label was written over before all of their turns
	Mute       []string         // labels of speakers who spoke before, and speak no more
	Silent     bool             // it is an interview in which nobody speaks, also after the correction
	Files      []string         // that changed
}

// Relabelled is a speaker with the label of today, and the one before.
type Relabelled struct {
	Was     string
	Speaker corpus.Speaker
}

// RevisedPlace says what became of one place: of a coding, a question that was asked, a
// verdict on a proposal, a reason of a case's value or of a calibration, or the part of a text that belongs to a case.
type RevisedPlace struct {
	Kind     string // coding, question, verdict, value, calibration, member, summary
	File     string
	Coder    string
	ID       string // of a coding
	Code     string // of a coding or a verdict
	Question string
	Was      corpus.Span
	Quote    string
	Now      string // the words at the new place
	corpus.Followed
}

// NeedsLook tells whether a person should look at the place.
func (p RevisedPlace) NeedsLook() bool {
	return p.Changed || p.Fate == corpus.Unclear || p.Fate == corpus.Lost
}

// Since returns what changed in a document since its text with a digest; nil if nothing did,
// or if that text was not kept.
func (s *Study) Since(document, digest string) *corpus.Revision {
	now := s.TextDigest(document)
	if digest == "" || now == "" || digest == now {
		return nil
	}
	pair := [2]string{digest, now}
	s.mu.Lock()
	rev, ok := s.revisions[pair]
	s.mu.Unlock()
	if ok {
		return rev
	}
	if data := s.keptText(digest); data != nil {
		if t, err := s.Text(document); err == nil {
			rev = corpus.Compare(corpus.NewText(string(data)), t.Text)
		}
	}
	s.mu.Lock()
	s.revisions[pair] = rev
	s.mu.Unlock()
	return rev
}

// keptText returns the text with a digest from the vault, nil if it is not there. A file that
// came in as it stands is kept once, as the original.
func (s *Study) keptText(digest string) []byte {
	for _, file := range []string{EarlierFile(digest), OriginalFile(digest, "x.txt")} {
		if data, err := fs.ReadFile(s.fsys, file); err == nil && corpus.Digest(data) == digest {
			return data
		}
	}
	return nil
}

// follow finds an anchor in the earlier text, and from there in the one of today.
func follow(a corpus.Anchor, rev *corpus.Revision) (corpus.Followed, bool) {
	if rev == nil {
		return corpus.Followed{}, false
	}
	span, fate := a.Locate(rev.Old)
	if fate == corpus.Lost || fate == corpus.Unclear {
		return corpus.Followed{}, false
	}
	return rev.Follow(span), true
}

// InPlace returns the documents whose text was edited in its file since it was taken in or
// last corrected. It reads every text.
func (s *Study) InPlace() ([]string, error) {
	var out []string
	for _, d := range s.Documents {
		if _, err := s.Text(d.Key); err != nil {
			return nil, err
		}
		if d.Digest != "" && d.Digest != s.digests[TextFile(d.Key)] {
			out = append(out, d.Key)
		}
	}
	return out, nil
}

// revision is a correction while it is worked out: what every file will hold.
type revision struct {
	Revised
	document *corpus.Document
	text     string
	begun    undoRecord        // of the same correction, where a program was killed in its midst
	files    map[string][]byte // that change, beside the text itself
	was      map[string][]byte // what they held; nil for one that was not there
	order    []string
}

// done tells whether a file is already as a correction that was begun left it: its places must
// not be moved twice.
func (r *revision) done(file string, data []byte) bool {
	digest, ok := r.begun.Became[file]
	return ok && digest == corpus.Digest(data)
}

func (r *revision) put(file string, was, data []byte) {
	if string(was) == string(data) {
		return
	}
	if _, ok := r.files[file]; !ok {
		r.order = append(r.order, file)
	}
	r.files[file], r.was[file] = data, was
}

// Plan works out what a corrected text does to a document, and writes nothing. The study in
// memory holds the new text afterwards. The text must be in our form: UTF-8, NFC, LF.
func (s *Study) plan(dir plainfile.Dir, key, text string, found []corpus.Speaker) (*revision, error) {
	d := s.Document(key)
	if d == nil {
		return nil, s.UnknownDocument(key)
	}
	before, err := s.Text(key)
	if err != nil {
		return nil, err
	}
	from := d.Digest
	if from == "" || s.Since(key, from) == nil && from != s.digests[TextFile(key)] {
		from = s.digests[TextFile(key)] // the text as it was taken in is not kept
	}
	r := &revision{document: d, text: text, files: map[string][]byte{}, was: map[string][]byte{},
		Revised: Revised{Document: key, From: from, To: corpus.Digest([]byte(text))}}
	old := before.Text
	if from != s.digests[TextFile(key)] {
		old = s.Since(key, from).Old
	}
	if r.begun, err = readUndo(dir, undoFile(key, r.From, r.To)); err != nil {
		return nil, err
	}
	t := corpus.NewText(text)
	rev := corpus.Compare(old, t)
	r.Went, r.Came = rev.Changes()
	r.Similarity = rev.Similarity()

	interview := d.Interview()
	if err := s.planSpeakers(r, rev, found); err != nil {
		return nil, err
	}
	if d.Interview() != interview {
		s.Refresh()
	}
	s.hold(key, &coding.Text{Document: d, Text: t, Structure: corpus.Parse(t, d.Speakers)})
	s.digests[TextFile(key)] = r.To
	s.revisions[[2]string{from, r.To}] = rev

	if err := s.planLayers(dir, r, t); err != nil {
		return nil, err
	}
	if err := s.planReviews(dir, r, t); err != nil {
		return nil, err
	}
	if err := s.planCases(dir, r, t, rev); err != nil {
		return nil, err
	}
	if err := s.planCalibrations(dir, r, t, rev); err != nil {
		return nil, err
	}
	sort.SliceStable(r.Places, func(i, j int) bool {
		a, b := r.Places[i], r.Places[j]
		if a.Was != b.Was {
			return a.Was.Start < b.Was.Start || a.Was.Start == b.Was.Start && a.Was.End < b.Was.End
		}
		return a.File < b.File
	})
	if err := s.planSummaries(dir, r, t, rev); err != nil {
		return nil, err
	}
	if err := s.planMemos(dir, r, t, rev); err != nil {
		return nil, err
	}
	return r, s.planSidecar(dir, r, rev)
}

// planLayers places the codings of every coder on the new text.
func (s *Study) planLayers(dir plainfile.Dir, r *revision, t *corpus.Text) error {
	layers := slices.Clone(s.Layers())
	for i, l := range layers {
		if l.Document != r.Document {
			continue
		}
		data, err := dir.Read(l.File)
		if err != nil {
			return err
		}
		var ignored plainfile.Problems
		again := coding.ReadLayer(l.File, data, &ignored)
		again.Place(t, r.To, s.Since(r.Document, again.Digest), map[string]bool{}, &ignored)
		out, err := again.Encode(t)
		if err != nil {
			return err
		}
		r.Places = append(r.Places, placesOf(again, t)...)
		r.put(l.File, data, out)
		layers[i] = again
	}
	s.setLayers(layers)
	s.Refresh()
	return nil
}

// placesOf says what became of the places of a layer.
func placesOf(l *coding.Layer, t *corpus.Text) (out []RevisedPlace) {
	for _, f := range l.Followed {
		p := RevisedPlace{Kind: "coding", File: l.File, Coder: l.Coder, ID: f.Coding.ID, Code: f.Coding.Code, Question: f.Question,
			Was: f.Was.Span, Quote: f.Was.Quote, Now: t.Slice(f.Span), Followed: f.Followed}
		if f.Question != "" {
			p.Kind = "question"
		}
		out = append(out, p)
	}
	return out
}

// placesOfVerdicts says what became of the places of verdicts.
func placesOfVerdicts(file string, reviews []coding.Review, t *corpus.Text) (out []RevisedPlace) {
	for _, v := range reviews {
		if v.Followed != nil {
			out = append(out, RevisedPlace{Kind: "verdict", File: file, Coder: v.Coder, Code: v.Code, Was: v.Was(), Quote: v.Quote, Now: t.Slice(v.Span), Followed: *v.Followed})
		}
	}
	return out
}

// planReviews places the verdicts of every coder.
func (s *Study) planReviews(dir plainfile.Dir, r *revision, t *corpus.Text) error {
	kept := s.Reviews[:0:0]
	for _, v := range s.Reviews {
		if v.Document != r.Document {
			kept = append(kept, v)
		}
	}
	for _, coder := range s.folders("reviews") {
		file := coding.ReviewFile(coder, r.Document)
		data, there, err := dir.ReadIfThere(file)
		if err != nil {
			return err
		}
		if !there {
			continue
		}
		var ignored plainfile.Problems
		since := func(digest string) *corpus.Revision { return s.Since(r.Document, digest) }
		reviews := coding.ReadReviews(file, data, t, since, &ignored)
		out, err := coding.EncodeReviews(r.Document, r.To, reviews, t)
		if err != nil {
			return err
		}
		r.Places = append(r.Places, placesOfVerdicts(file, reviews, t)...)
		r.put(file, data, out)
		kept = append(kept, reviews...)
	}
	s.Reviews = kept
	return nil
}

// planCases follows the passages that case files cite, and the parts of the text that
// belong to a case.
func (s *Study) planCases(dir plainfile.Dir, r *revision, t *corpus.Text, rev *corpus.Revision) error {
	for _, c := range s.Cases {
		data, err := dir.Read(c.File)
		if err != nil {
			return err
		}
		if r.done(c.File, data) {
			continue
		}
		// as it stands in the file: Open has moved some places in memory
		var ignored plainfile.Problems
		c := readCase(c.File, data, &ignored)
		f := followed{file: c.File, data: data}
		if err := f.reasons("value", c.reasons(), r, t, rev); err != nil {
			return err
		}
		for _, m := range c.Members {
			if m.Document != r.Document || m.Span.Len() == 0 {
				continue
			}
			to := corpus.Span{Start: rev.Offset(m.Span.Start), End: rev.End(m.Span.End)}
			went := corpus.Followed{Span: to, Fate: corpus.Moved}
			if to == m.Span {
				went.Fate = corpus.Same
			}
			r.Places = append(r.Places, RevisedPlace{Kind: "member", File: fmt.Sprintf("%s:%d", c.File, m.Line), Was: m.Span, Followed: went})
			if err := f.set(m.Line, "at", m.At, to.String()); err != nil {
				return err
			}
		}
		if err := s.planConfirmed(dir, r, c, rev); err != nil {
			return err
		}
		r.put(c.File, data, f.data)
	}
	return nil
}

// planConfirmed notes on what the values of a case rested of which the correction changed the words, so that they are told until somebody
// looks at them. What is confirmed already is told anyway.
func (s *Study) planConfirmed(dir plainfile.Dir, r *revision, c *Case, rev *corpus.Revision) error {
	ledger := slices.Clone(s.Confirmed)
	for _, a := range s.Attributes {
		changed := slices.ContainsFunc(c.Values[a.Key].reasons(), func(reason Reason) bool {
			went, ok := follow(reason.Anchor, rev)
			return ok && reason.Document == r.Document && went.Changed
		})
		if !changed {
			continue
		}
		was, _ := valueRestsOn(c, a, func(reason Reason) string { return reason.Anchor.Quote })
		if !slices.ContainsFunc(ledger, func(l Confirmed) bool { return l.Name == was.Name }) {
			ledger = append(ledger, Confirmed{Name: was.Name, Basis: was.settled().Basis})
		}
	}
	if len(ledger) == len(s.Confirmed) {
		return nil
	}
	slices.SortStableFunc(ledger, func(a, b Confirmed) int { return strings.Compare(a.Name, b.Name) })
	data, _, err := dir.ReadIfThere(ConfirmedFile)
	if err != nil {
		return err
	}
	out, err := linesOf(data, ConfirmedFile, ledger)
	if err != nil {
		return err
	}
	if _, again := r.files[ConfirmedFile]; again {
		data = r.was[ConfirmedFile]
	}
	s.Confirmed, s.stale = ledger, nil
	r.put(ConfirmedFile, data, out)
	return nil
}

// planCalibrations follows the passages that calibrations cite.
func (s *Study) planCalibrations(dir plainfile.Dir, r *revision, t *corpus.Text, rev *corpus.Revision) error {
	for _, c := range s.Calibrations {
		data, err := dir.Read(c.File)
		if err != nil {
			return err
		}
		if r.done(c.File, data) {
			continue
		}
		var ignored plainfile.Problems
		f := followed{file: c.File, data: data}
		if err := f.reasons("calibration", readCalibration(c.File, data, &ignored).reasons(), r, t, rev); err != nil {
			return err
		}
		r.put(c.File, data, f.data)
	}
	return nil
}

// followed is a YAML file while the places in it are followed.
type followed struct {
	file string
	data []byte
}

func (f *followed) set(line int, field, was, is string) error {
	if was == is {
		return nil
	}
	changed, err := plainfile.Replace(f.data, line, field, was, is)
	if err != nil {
		return catalogue.Errorf("%s: %w\nhint: put it right by hand, then run the same command again", f.file, err)
	}
	f.data = changed
	return nil
}

// reasons follows the passages of some reasons, each line once.
func (f *followed) reasons(kind string, reasons []Reason, r *revision, t *corpus.Text, rev *corpus.Revision) error {
	seen := map[int]bool{}
	for _, reason := range reasons {
		if reason.Document != r.Document || seen[reason.Line] {
			continue
		}
		seen[reason.Line] = true
		went, ok := follow(reason.Anchor, rev)
		if !ok {
			continue
		}
		r.Places = append(r.Places, RevisedPlace{Kind: kind, File: fmt.Sprintf("%s:%d", f.file, reason.Line), Was: reason.Anchor.Span, Quote: reason.Anchor.Quote, Now: t.Slice(went.Span), Followed: went})
		if went.Fate == corpus.Lost || went.Fate == corpus.Unclear {
			continue
		}
		if err := f.set(reason.Line, "quote", reason.Anchor.Quote, t.Slice(went.Span)); err != nil {
			return err
		}
		if reason.At != "" {
			if err := f.set(reason.Line, "at", reason.At, went.Span.String()); err != nil {
				return err
			}
		}
	}
	return nil
}

// reasons returns all reasons of a case's values.
func (c *Case) reasons() []Reason {
	var out []Reason
	for _, key := range sortedKeys(c.Values) {
		out = append(out, c.Values[key].reasons()...)
	}
	return out
}

func (v Value) reasons() (out []Reason) {
	for _, item := range v.Items {
		out = append(out, item.Because...)
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// planSidecar gives the sidecar the new digest and page starts, and notes the text before.
func (s *Study) planSidecar(dir plainfile.Dir, r *revision, rev *corpus.Revision) error {
	file := SidecarFile(r.Document)
	data, there, err := dir.ReadIfThere(file)
	if err != nil {
		return err
	}
	if !there {
		d := *r.document
		d.Digest, d.Earlier = r.To, append(d.Earlier, r.From)
		made, err := encodeSidecar(&d, nil)
		r.put(file, nil, made)
		return err
	}
	out := data
	set := func(field, value string) {
		if err == nil {
			out, err = plainfile.SetField(out, value, field)
		}
	}
	set("digest", r.To)
	if pages := r.document.Pages; len(pages) > 0 {
		starts := make([]string, len(pages))
		for i, p := range pages {
			starts[i] = fmt.Sprint(rev.Offset(p))
		}
		set("pages", "["+strings.Join(starts, ", ")+"]")
	}
	if err == nil && len(r.Speakers)+len(r.Relabelled) > 0 {
		out, err = r.speakersIn(file, out)
	}
	if r.From != r.To {
		earlier := append(append([]string(nil), r.document.Earlier...), r.From)
		set("earlier", "- "+strings.Join(earlier, "\n- "))
	}
	if err != nil {
		return catalogue.Errorf("%s: %w", file, err)
	}
	r.put(file, data, out)
	return nil
}
