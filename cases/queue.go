package cases

import "crosscase/coding"

// Reread is a document that was read before some codes of today existed, or not with them.
type Reread struct {
	Document string
	Codes    []*coding.Code // in the order of the code book
}

// Queue returns the documents that somebody has read, but not for every code of today: those are to be read
// again.
func (s *Study) Queue() []Reread {
	readings := s.NewReadings()
	var out []Reread
	for _, d := range s.Documents {
		read := false
		for _, l := range s.Layers() {
			read = read || l.Document == d.Key && !coding.Machine(l.Coder) && len(l.Reads) > 0
		}
		if !read {
			continue
		}
		r := Reread{Document: d.Key}
		for _, c := range s.Codebook.All() {
			if !readings.heading(c) && !readings.readForOne(d.Key, c.Key) {
				r.Codes = append(r.Codes, c)
			}
		}
		if len(r.Codes) > 0 {
			out = append(out, r)
		}
	}
	return out
}
