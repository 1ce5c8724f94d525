package cases

import (
	"slices"

	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
	"crosscase/corpus/words"
)

// Airtime is how much one speaker says in a document.
type Airtime struct {
	Speaker      corpus.Speaker
	Turns, Words int
}

// Airtime returns the speakers of a document in the order of its sidecar, with the
// number of their turns and of the words that they said.
func (s *Study) Airtime(key string) ([]Airtime, error) {
	t, err := s.Text(key)
	if err != nil {
		return nil, err
	}
	out := make([]Airtime, len(t.Speakers))
	for i, p := range t.Speakers {
		out[i].Speaker = p
	}
	for _, turn := range t.Structure.Turns {
		for i := range out {
			if out[i].Speaker.Label == turn.Speaker {
				out[i].Turns++
				out[i].Words += len(words.Spoken(t.Text.Slice(turn.Span)))
			}
		}
	}
	return out, nil
}

// SetRoles sets the roles of speakers in a document's sidecar; the role none takes a
// label out, and a role that is the label of another speaker joins the two: the label is a spelling of that speaker's from then on. The text
// is not touched. A document of which no kind but "document" is known, and in which
// nobody spoke before, is an interview where an interviewer or informant has turns now.
// A label that is new, begins no line and looks like that of somebody who speaks is an error.
func (s *Study) SetRoles(dir plainfile.Dir, key string, roles []corpus.Speaker) error {
	d := s.Document(key)
	if d == nil {
		return s.UnknownDocument(key)
	}
	speakers := slices.Clone(d.Speakers)
	for _, r := range roles {
		_, joins := (&corpus.Document{Speakers: speakers}).SpeakerOf(string(r.Role))
		joins = joins && !settable(r.Role)
		if err := s.checkLabel(d, r.Label, joins); err != nil {
			return err
		}
		switch {
		case joins:
			speakers = joinLabels(speakers, r.Label, string(r.Role))
		case settable(r.Role):
			speakers = setRole(speakers, r)
		default:
			return UnknownRole(key, string(r.Role))
		}
	}
	side, _, err := dir.ReadIfThere(SidecarFile(key)) // a text that was dropped in by hand has none yet
	if err != nil {
		return err
	}
	if side, err = setSpeakers(side, speakers); err != nil {
		return err
	}
	if !d.Interview() && MayHaveSpeakers(d) {
		t, err := s.Text(key)
		if err != nil {
			return err
		}
		if len(turnsOf(t.Text, d.Speakers)) == 0 && talks(t.Text, speakers) {
			if side, err = plainfile.SetField(side, corpus.KindInterview, "kind"); err != nil {
				return err
			}
		}
	}
	return dir.Write(SidecarFile(key), side)
}

// settable tells whether a role is one that a speaker may get, or the word that takes a label out.
func settable(r corpus.Role) bool {
	switch r {
	case corpus.Interviewer, corpus.Informant, corpus.Other, "none":
		return true
	}
	return false
}

// Sets tells whether a role may be set in a document: it is one, or the label of a speaker there.
func Sets(d *corpus.Document, r corpus.Role) bool {
	_, known := d.SpeakerOf(string(r))
	return known || settable(r)
}

// UnknownRole says that a word is neither a role nor the label of a speaker of a document.
func UnknownRole(key, role string) error {
	return catalogue.Errorf("role %q is not known\nhint: write interviewer, informant, other or none, or the label of a speaker of %s with whom the label is one person", role, key)
}

// checkLabel refuses a label that is not among the speakers and begins no line: one that is to be joined, and one that looks mistyped.
func (s *Study) checkLabel(d *corpus.Document, label string, joins bool) error {
	if _, known := d.SpeakerOf(label); known {
		return nil
	}
	t, err := s.Text(d.Key)
	if err != nil {
		return err
	}
	if turnsOf(t.Text, []corpus.Speaker{{Label: label}})[label] > 0 {
		return nil
	}
	var speak []string
	for speaker := range turnsOf(t.Text, d.Speakers) {
		speak = append(speak, speaker)
	}
	slices.Sort(speak)
	if near := plainfile.Nearest(label, speak); near != "" {
		return catalogue.Errorf("no line of %s begins with %s:\nhint: did you mean %q?", d.Key, label, near)
	}
	if joins {
		return catalogue.Errorf("no line of %s begins with %s:\nhint: crosscase corpus speakers %s shows the labels", d.Key, label, d.Key)
	}
	return nil
}

// joinLabels makes a label, with the spellings of whoever has it, a spelling of the speaker with another label.
func joinLabels(speakers []corpus.Speaker, label, into string) []corpus.Speaker {
	to := slices.IndexFunc(speakers, func(p corpus.Speaker) bool { return p.Label == into || slices.Contains(p.Also, into) })
	if speakers[to].Label == label || slices.Contains(speakers[to].Also, label) {
		return speakers
	}
	spellings, name := []string{label}, ""
	from := slices.IndexFunc(speakers, func(p corpus.Speaker) bool { return p.Label == label })
	if from >= 0 {
		spellings, name = append(spellings, speakers[from].Also...), speakers[from].Name
	}
	speakers = withoutSpelling(speakers, label)
	speakers[to].Also = append(slices.Clone(speakers[to].Also), spellings...)
	if speakers[to].Name == "" {
		speakers[to].Name = name
	}
	if from >= 0 {
		speakers = slices.Delete(speakers, from, from+1)
	}
	return speakers
}

// withoutSpelling takes a label out of the spellings of whoever has it.
func withoutSpelling(speakers []corpus.Speaker, label string) []corpus.Speaker {
	for i := range speakers {
		if at := slices.Index(speakers[i].Also, label); at >= 0 {
			speakers[i].Also = slices.Delete(slices.Clone(speakers[i].Also), at, at+1)
		}
	}
	return speakers
}

// talks tells whether an interviewer or informant has turns in a text.
func talks(t *corpus.Text, speakers []corpus.Speaker) bool {
	turns := turnsOf(t, speakers)
	return slices.ContainsFunc(speakers, func(p corpus.Speaker) bool {
		return turns[p.Label] > 0 && (p.Role == corpus.Interviewer || p.Role == corpus.Informant)
	})
}

// setSpeakers writes speakers into a sidecar.
func setSpeakers(side []byte, speakers []corpus.Speaker) ([]byte, error) {
	records := make([]speakerRecord, len(speakers))
	for i, p := range speakers {
		records[i] = speakerRecord{Label: p.Label, Name: p.Name, Role: string(p.Role), Also: p.Also}
	}
	value, err := plainfile.Marshal(records)
	if err != nil {
		return nil, err
	}
	return plainfile.SetField(side, string(value), "speakers")
}

// setRole gives a label a role; one that was a spelling of another speaker's stands by itself then.
func setRole(speakers []corpus.Speaker, r corpus.Speaker) []corpus.Speaker {
	speakers = withoutSpelling(speakers, r.Label)
	for i := range speakers {
		if speakers[i].Label != r.Label {
			continue
		}
		if r.Role == "none" {
			return append(speakers[:i], speakers[i+1:]...)
		}
		speakers[i].Role = r.Role
		return speakers
	}
	if r.Role == "none" {
		return speakers
	}
	return append(speakers, corpus.Speaker{Label: r.Label, Role: r.Role})
}
