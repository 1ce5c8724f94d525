package cases

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"crosscase/corpus"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

// planSpeakers gives a document the speakers of its corrected text. One whose label was written over before all of their turns,
// as where names are masked, has the new label, and the role as before. Other labels that the text before did not have are new
// speakers. In a document that has no speakers yet they are looked for, and where they turn up, a document whose kind was
// guessed for want of them is an interview.
func (s *Study) planSpeakers(r *revision, rev *corpus.Revision, found []corpus.Speaker) error {
	d := r.document
	unknown := len(d.Speakers) == 0 && MayHaveSpeakers(d)
	if len(d.Speakers) == 0 && !unknown {
		return nil
	}
	speakers := r.relabel(rev)
	if len(found) == 0 {
		var err error
		if found, err = speakersOf(r.text); err != nil {
			return err
		}
		if !unknown && slices.ContainsFunc(found, func(p corpus.Speaker) bool { return !knows(speakers, p.Label) }) {
			had, err := speakersOf(rev.Old.String())
			if err != nil {
				return err
			}
			found = slices.DeleteFunc(found, func(p corpus.Speaker) bool { return knows(had, p.Label) })
		}
	}
	for _, p := range found {
		if knows(speakers, p.Label) {
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
	spoke := turnsOf(rev.Old, d.Speakers)
	d.Speakers = speakers
	speak := turnsOf(rev.New, speakers)
	for label := range spoke {
		if speak[label] == 0 && knows(speakers, label) {
			r.Mute = append(r.Mute, label)
		}
	}
	slices.Sort(r.Mute)
	if !d.Interview() && MayHaveSpeakers(d) && len(spoke) == 0 && len(speak) > 0 {
		d.Kind = corpus.KindInterview
	}
	r.Silent = d.Interview() && len(speakers) == 0
	return nil
}

// relabel returns the document's speakers with the labels that stand before their turns now. A label that took the place of another's
// before some of the turns only is a speaker more, with the same role.
func (r *revision) relabel(rev *corpus.Revision) []corpus.Speaker {
	speakers := slices.Clone(r.document.Speakers)
	now := map[string]map[string]int{} // of each speaker, the labels that stand before what were their turns
	for _, turn := range corpus.Parse(rev.Old, speakers).Turns {
		if turn.Span.Len() == 0 {
			continue
		}
		to := rev.Follow(turn.Span)
		if to.Fate != corpus.Same && to.Fate != corpus.Moved {
			continue
		}
		if label, ok := corpus.LabelBefore(rev.New, to.Span.Start); ok {
			if now[turn.Speaker] == nil {
				now[turn.Speaker] = map[string]int{}
			}
			now[turn.Speaker][label]++
		}
	}
	speak := turnsOf(rev.New, speakers)
	for i, p := range speakers {
		labels := slices.SortedFunc(maps.Keys(now[p.Label]), func(a, b string) int {
			return cmp.Or(cmp.Compare(now[p.Label][b], now[p.Label][a]), strings.Compare(a, b))
		})
		for _, label := range labels {
			switch {
			case knows(speakers, label):
			case speak[p.Label] == 0 && speakers[i].Label == p.Label:
				speakers[i].Label, speakers[i].Also = label, nil
				r.Relabelled = append(r.Relabelled, Relabelled{Was: p.Label, Speaker: speakers[i]})
			default:
				more := corpus.Speaker{Label: label, Role: p.Role}
				r.Speakers = append(r.Speakers, more)
				speakers = append(speakers, more)
			}
		}
	}
	return speakers
}

func knows(speakers []corpus.Speaker, label string) bool {
	_, known := (&corpus.Document{Speakers: speakers}).SpeakerOf(label)
	return known
}

// turnsOf counts the turns of each speaker in a text.
func turnsOf(t *corpus.Text, speakers []corpus.Speaker) map[string]int {
	out := map[string]int{}
	for _, turn := range corpus.Parse(t, speakers).Turns {
		out[turn.Speaker]++
	}
	return out
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
		if e.Did == "warning" && strings.Contains(e.What, noSpeakerFound) {
			continue
		}
		for _, x := range r.Relabelled { // a name that was masked is not to stand on here
			for _, word := range []string{"speaker ", "role of "} {
				if rest, ok := strings.CutPrefix(e.What, word+x.Was); ok && (rest == "" || strings.ContainsRune(":,", rune(rest[0]))) {
					e.What, e.Example = word+x.Speaker.Label+rest, ""
				}
			}
		}
		kept = append(kept, e)
	}
	if slices.Equal(kept, was.Intake) {
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
