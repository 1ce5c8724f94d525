package cases

import (
	"path"
	"slices"
	"strings"

	"crosscase/coding"
	"crosscase/corpus/plainfile"
)

// Reload reads codings and reviews again that have changed on disk, are new or are gone, and returns what is wrong
// in them; the rest of the study stays as it was read. It returns false, and reads nothing,
// if one of the files is no file of codings or reviews: then the study has to be opened anew.
func (s *Study) Reload(files []string) (plainfile.Problems, bool) {
	for _, f := range files {
		if parts := strings.Split(f, "/"); len(parts) != 3 || parts[0] != "codings" && parts[0] != "reviews" || !strings.HasSuffix(f, ".jsonl") {
			return nil, false
		}
	}
	var problems plainfile.Problems
	for _, f := range files {
		coder, document := path.Base(path.Dir(f)), strings.TrimSuffix(path.Base(f), ".jsonl")+".txt"
		delete(s.digests, f)
		delete(s.inputs, f)
		if s.kept != nil {
			s.kept.forget(f)
		}
		if s.isCopy(f) {
			continue
		}
		if strings.HasPrefix(f, "reviews/") {
			s.Reviews = slices.DeleteFunc(s.Reviews, func(r coding.Review) bool { return r.Coder == coder && r.Document == document })
			s.Reviews = append(s.Reviews, s.readReviews(f, &problems)...)
		} else {
			s.reloadLayer(f, coder, document, &problems)
		}
		if digest := s.digests[f]; digest != "" {
			s.inputs[f] = digest
		}
	}
	s.gatherSettled()
	for _, f := range files {
		if strings.HasPrefix(f, "codings/") {
			s.refreshDocument(strings.TrimSuffix(path.Base(f), ".jsonl") + ".txt")
		}
	}
	problems.Sort()
	return problems, true
}

// reloadLayer puts what a coder says of a document now in the place of what was read.
func (s *Study) reloadLayer(file, coder, document string, problems *plainfile.Problems) {
	layers := slices.DeleteFunc(slices.Clone(s.Layers()), func(l *coding.Layer) bool {
		if l.Coder != coder || l.Document != document {
			return false
		}
		taken := s.Taken()
		for _, c := range append(slices.Clone(l.Codings), l.Unplaced...) {
			delete(taken, c.ID)
		}
		return true
	})
	s.setLayers(layers)
	if l := s.readLayer(file, problems); l != nil {
		s.checkLayer(l, problems)
		layers = append(layers, l)
	}
	slices.SortStableFunc(layers, func(a, b *coding.Layer) int { return strings.Compare(a.File, b.File) })
	s.setLayers(layers)
}
