package cases

import (
	"crosscase/corpus/plainfile"
)

// Assigned returns the documents that a coder is to code, in the order of documents: those that crosscase.yaml names and those
// of the cases that it names. It is nil if it names neither.
func (s *Study) Assigned(c Coder) []string {
	if len(c.Documents)+len(c.Cases) == 0 {
		return nil
	}
	out := []string{}
	for _, d := range s.Documents {
		mine := contains(c.Documents, d.Key)
		for _, key := range c.Cases {
			if of := s.Case(key); of != nil {
				for _, m := range of.Members {
					mine = mine || m.Document == d.Key
				}
			}
		}
		if mine {
			out = append(out, d.Key)
		}
	}
	return out
}

// assignment says how far a coder has come with what is to be coded.
func (s *Study) assignment(c Coder, list []string) string {
	read, next := 0, ""
	for _, key := range list {
		if s.HasRead(c.Name, key) {
			read++
		} else if next == "" {
			next = key
		}
	}
	l := s.words()
	text := l.Say("status has read", read, l.Count(len(list), "document"))
	if c.Blind {
		text += l.Say("status blind")
	}
	if next != "" {
		text += l.Say("status next one", next)
	}
	return text
}

// HasRead tells whether a coder has recorded a reading of a document.
func (s *Study) HasRead(coder, document string) bool {
	return len(s.Layer(coder, document).Reads) > 0
}

func (s *Study) checkAssignments(problems *plainfile.Problems) {
	for _, c := range s.Coders {
		for _, key := range c.Documents {
			if s.Document(key) == nil {
				problems.Add(StudyFile, c.Line, "coder %q is to code document %q, which is not in the study\nhint: %s", c.Name, key, plainfile.DidYouMean(key, s.Keys(), "crosscase corpus list shows the documents"))
			}
		}
		for _, key := range c.Cases {
			if s.Case(key) == nil {
				problems.Add(StudyFile, c.Line, "coder %q is to code case %q, which is not in the study\nhint: %s", c.Name, key, plainfile.DidYouMean(key, s.CaseKeys(), "crosscase cases list shows them"))
			}
		}
	}
}
