package cases

import (
	"context"
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

// planSpeakers gives a document the speakers of its corrected text that it did not have. In one that has
// none yet they are looked for, and where they turn up, a document whose kind was guessed for want of
// them is an interview. In one that has some, a label counts that the text before did not have.
func (s *Study) planSpeakers(r *revision, before string, found []corpus.Speaker) error {
	d := r.document
	unknown := len(d.Speakers) == 0 && MayHaveSpeakers(d)
	if len(d.Speakers) == 0 && !unknown {
		return nil
	}
	if len(found) == 0 {
		var err error
		if found, err = speakersOf(r.text); err != nil {
			return err
		}
		if !unknown && slices.ContainsFunc(found, func(p corpus.Speaker) bool { _, known := d.SpeakerOf(p.Label); return !known }) {
			had, err := speakersOf(before)
			if err != nil {
				return err
			}
			found = slices.DeleteFunc(found, func(p corpus.Speaker) bool {
				return slices.ContainsFunc(had, func(o corpus.Speaker) bool { return o.Label == p.Label })
			})
		}
	}
	speakers := append([]corpus.Speaker(nil), d.Speakers...)
	for _, p := range found {
		if _, known := d.SpeakerOf(p.Label); known {
			continue
		}
		for _, o := range d.Speakers {
			if strings.EqualFold(o.Label, p.Label) {
				p.Role = o.Role
			}
		}
		r.Speakers = append(r.Speakers, p)
		speakers = append(speakers, p)
	}
	d.Speakers = speakers
	if unknown && len(speakers) > 0 {
		d.Kind = corpus.KindInterview
	}
	r.Silent = d.Interview() && len(speakers) == 0
	return nil
}

// speakersOf returns the speakers whose labels stand in a text as it is.
func speakersOf(text string) ([]corpus.Speaker, error) {
	read, err := convert.Convert(context.Background(), "text.txt", []byte(text), convert.Options{Speakers: true})
	if err != nil {
		return nil, err
	}
	t := corpus.NewText(text)
	return slices.DeleteFunc(read.Speakers, func(p corpus.Speaker) bool {
		return len(corpus.Parse(t, []corpus.Speaker{p}).Turns) == 0
	}), nil
}

// speakersIn writes the speakers into the sidecar of a document, and takes out what it says of there being none.
func (r *revision) speakersIn(file string, side []byte) ([]byte, error) {
	side, err := setSpeakers(side, r.document.Speakers)
	if err != nil {
		return nil, err
	}
	var was sidecar
	var ignored plainfile.Problems
	plainfile.Unmarshal(file, side, &was, &ignored)
	if was.Kind != "" || r.document.Interview() {
		if side, err = plainfile.SetField(side, r.document.Kind, "kind"); err != nil {
			return nil, err
		}
	}
	var kept []intakeRecord
	for _, e := range was.Intake {
		if e.Did != "warning" || !strings.Contains(e.What, noSpeakerFound) {
			kept = append(kept, e)
		}
	}
	if len(kept) == len(was.Intake) {
		return side, nil
	}
	value, err := plainfile.Marshal(kept)
	if err != nil {
		return nil, err
	}
	if len(kept) == 0 {
		value = []byte("[]")
	}
	return plainfile.SetField(side, string(value), "intake")
}

// noSpeakerFound are the words by which a warning tells that nobody speaks in an interview.
const noSpeakerFound = "no speaker was found"

// MayHaveSpeakers tells whether speakers are looked for in a document: in interviews, and in documents of which
// no other kind is known.
func MayHaveSpeakers(d *corpus.Document) bool {
	return d.Interview() || d.Kind == "document" || d.Kind == ""
}
