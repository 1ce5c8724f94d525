package cases

import (
	"slices"

	"crosscase/corpus"
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
// label out. The text is not touched. A document of which no kind but "document" is known, and in which
// nobody spoke before, is an interview where an interviewer or informant has turns now.
func (s *Study) SetRoles(dir plainfile.Dir, key string, roles []corpus.Speaker) error {
	d := s.Document(key)
	if d == nil {
		return s.UnknownDocument(key)
	}
	speakers := append([]corpus.Speaker(nil), d.Speakers...)
	for _, r := range roles {
		speakers = setRole(speakers, r)
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

func setRole(speakers []corpus.Speaker, r corpus.Speaker) []corpus.Speaker {
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
