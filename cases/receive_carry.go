package cases

import (
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// carry brings a colleague's file of codings or verdicts, and the one that is here, to the text of today where one of them was made on
// an earlier one, and leaves out what holds words that the study erased. did are the lines of the colleague's journal; those that tell
// of places get one more with the place of today.
func (s *Study) carry(d *corpus.Document, coder string, theirs, mine []byte, did []string, r *Received) (_, _ []byte, _ []string, err error) {
	t, err := s.Text(d.Key)
	if err != nil {
		return nil, nil, nil, err
	}
	now := s.TextDigest(d.Key)
	from, here := digestOf(r.File, theirs), digestOf(r.File, mine)
	moved := from != "" && from != now
	if from == here && moved && d.Digest == here {
		return theirs, mine, did, nil // of the text before it was edited in its file: corpus revise carries both
	}
	if !moved && (here == "" || here == now) && len(d.Forgotten) == 0 {
		return theirs, mine, did, nil
	}
	if moved {
		if r.Left = s.cannotCarry(d, coder, from, now); r.Left != nil {
			return nil, nil, nil, nil
		}
	}
	if here != "" && here != now && s.Since(d.Key, here) == nil {
		r.Left = catalogue.Errorf("what is here speaks of a version of %s that is not kept\nhint: crosscase corpus revise %s looks for it by its words; then receive this file again", d.Key, d.Key)
		return nil, nil, nil, nil
	}
	placed := placedFile{study: s, document: d, text: t.Text, now: now}
	before, err := placed.read(r.File, mine, nil)
	if err != nil {
		return nil, nil, nil, err
	}
	after, err := placed.read(r.File, theirs, &before)
	if err != nil {
		return nil, nil, nil, err
	}
	if r.Erased, r.Words = after.erased, after.words; moved {
		r.Revised = &Revised{Document: d.Key, From: from, To: now, Places: after.places}
	}
	if rev := s.Since(d.Key, from); rev != nil && moved {
		did = followDid(did, d.Key, rev)
	}
	return after.data, before.data, did, nil
}

// cannotCarry says why what was made on a text cannot be brought to that of today, nil if it can.
func (s *Study) cannotCarry(d *corpus.Document, coder, from, now string) error {
	switch {
	case d.Digest != "" && d.Digest != now:
		return editedHere(d.Key)
	case s.Since(d.Key, from) != nil || d.Forgot(from):
		return nil
	}
	return catalogue.Errorf("speaks of a version of %s that this study does not have\nhint: if yours is the right one, crosscase share --text %s sends it to %s, who receives it and shares again; if %s has corrected it, ask for a file of crosscase share --text %s, receive that first and this one again", d.Key, d.Key, coder, coder, d.Key)
}

// DocumentOf returns the document that a file of codings or verdicts is of.
func DocumentOf(file string) string {
	_, document := coding.LayerOf(file)
	return document
}

// digestOf returns the digest of the text that a file of codings or verdicts speaks of, "" if it says none.
func digestOf(file string, data []byte) string {
	var ignored plainfile.Problems
	if strings.HasPrefix(file, "codings/") {
		return coding.ReadLayer(file, data, &ignored).Digest
	}
	digest := ""
	coding.ReadReviews(file, data, nil, func(of string) *corpus.Revision { digest = of; return nil }, &ignored)
	return digest
}

// followDid adds to lines that tell of places in a document the same with the places as they are now.
func followDid(did []string, document string, rev *corpus.Revision) []string {
	var out []string
	for _, line := range did {
		out = append(out, line)
		for _, w := range strings.Fields(line) {
			p, err := corpus.ParsePassage(w)
			if err != nil || p.Document != document {
				continue
			}
			if f := rev.Follow(p.Span); f.Fate == corpus.Moved || f.Fate == corpus.Same {
				out = append(out, strings.Replace(line, w, corpus.Passage{Document: document, Span: f.Span}.String(), 1))
			}
		}
	}
	return out
}

// placedFile is a file of codings or verdicts, placed on the text of today.
type placedFile struct {
	study    *Study
	document *corpus.Document
	text     *corpus.Text
	now      string
	folds    map[string]bool // the words of the text

	layer  *coding.Layer // of a file of codings
	data   []byte        // in the form in which the study keeps it
	places []RevisedPlace
	erased int
	words  []string
}

// read places a file. Of one that came in, here is what is here of the same coder: its places stand, and what holds erased words is left out.
func (f placedFile) read(file string, data []byte, here *placedFile) (placedFile, error) {
	if len(data) == 0 {
		return f, nil
	}
	var err error
	if strings.HasPrefix(file, "codings/") {
		err = f.readLayer(file, data, here)
	} else {
		err = f.readReviews(file, data, here != nil)
	}
	return f, err
}

func (f *placedFile) readLayer(file string, data []byte, here *placedFile) error {
	var ignored plainfile.Problems
	l := coding.ReadLayer(file, data, &ignored)
	l.Place(f.text, f.now, f.study.Since(f.document.Key, l.Digest), map[string]bool{}, &ignored)
	f.places = placesOf(l, f.text)
	if here != nil && here.layer != nil {
		l.KeepPlaces(here.layer)
		for i := range f.places {
			f.places[i].settle(here.layer)
		}
	}
	if here != nil && len(f.document.Forgotten) > 0 {
		var notes []string
		for i := range l.Codings {
			c := &l.Codings[i]
			if !f.stands(c.Was) {
				c.Was = ""
			}
			notes = append(notes, c.Note)
		}
		for _, c := range slices.Clone(l.Unplaced) {
			if !f.stands(c.Quote + " " + c.Was) {
				l.Unplace(c.ID)
				f.erased++
			}
		}
		f.words = f.study.strangeWords(f.document, strings.Join(notes, "\n"))
	}
	f.layer = l
	var err error
	f.data, err = l.Encode(f.text)
	return err
}

func (f *placedFile) readReviews(file string, data []byte, came bool) error {
	var ignored plainfile.Problems
	since := func(digest string) *corpus.Revision { return f.study.Since(f.document.Key, digest) }
	reviews := coding.ReadReviews(file, data, f.text, since, &ignored)
	f.places = placesOfVerdicts(file, reviews, f.text)
	if came && len(f.document.Forgotten) > 0 {
		var notes []string
		n := len(reviews)
		reviews = slices.DeleteFunc(reviews, func(v coding.Review) bool { return v.Lost() && !f.stands(v.Quote) })
		f.erased = n - len(reviews)
		for _, v := range reviews {
			notes = append(notes, v.Note)
		}
		f.words = f.study.strangeWords(f.document, strings.Join(notes, "\n"))
	}
	var err error
	f.data, err = coding.EncodeReviews(f.document.Key, f.now, reviews, f.text)
	return err
}

// settle takes for found a place of which it was decided here where it stands.
func (p *RevisedPlace) settle(here *coding.Layer) {
	for _, c := range here.Codings {
		if p.ID != "" && c.ID == p.ID && p.NeedsLook() && c.Was == "" {
			p.Followed, p.Now = corpus.Followed{Span: c.Span, Fate: corpus.Moved}, c.Quote
		}
	}
}
