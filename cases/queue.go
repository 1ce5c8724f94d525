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

// Uncovered returns the codes for which a coder who has read a document has not read it: they came later than the readings, or the readings
// were for others. Headings are for nobody to code with, and are none of them.
func (rd *Readings) Uncovered(l *coding.Layer) []*coding.Code {
	var out []*coding.Code
	for _, c := range rd.study.Codebook.All() {
		covered := rd.heading(c)
		for _, r := range l.Reads {
			covered = covered || rd.study.covers(r, c)
		}
		if !covered {
			out = append(out, c)
		}
	}
	return out
}
