package cases

import (
	"hash/fnv"
	"io/fs"
	"slices"
	"sync"

	"crosscase/coding"
	"crosscase/corpus/plainfile"
)

// layers are what every coder said of every document, by coder and document. A layer that was read before is
// unpacked when it is asked for: most commands look at few of the documents of a large study.
type layers struct {
	mu    sync.Mutex
	list  []*shelved
	by    map[string][]*shelved // of each document
	whole []*coding.Layer       // all of them, nil until they were asked for
}

// shelved is a layer, unpacked or not.
type shelved struct {
	file, coder, document string
	layer                 *coding.Layer // nil until it is asked for
	codings               int           // how many a layer has that is not unpacked
	books                 []string      // by their digests, the code books that its readings name
	codes                 string        // and of which codes, packed, as its file names them
	checked               int           // by which code book and guide it was found right (Study.checkMark)
}

// mayHold tells whether a layer that is not unpacked can have a coding with a code that want takes.
func (x *shelved) mayHold(want func(code string) (key string, ok bool)) bool {
	u := plainfile.NewUnpack(x.codes)
	for range u.Count() {
		if _, ok := want(u.String()); ok {
			return true
		}
	}
	return u.Failed()
}

func shelve(l *coding.Layer) *shelved {
	return &shelved{file: l.File, coder: l.Coder, document: l.Document, layer: l}
}

// put puts layers in the place of those that are there.
func (ls *layers) put(list []*shelved) {
	ls.mu.Lock()
	defer ls.mu.Unlock()
	ls.list, ls.whole, ls.by = list, nil, make(map[string][]*shelved, len(list))
	for _, x := range list {
		ls.by[x.document] = append(ls.by[x.document], x)
	}
}

// Layers returns what every coder said of every document, by coder and document.
func (s *Study) Layers() []*coding.Layer {
	s.layers.mu.Lock()
	defer s.layers.mu.Unlock()
	if s.layers.whole == nil {
		s.layers.whole = s.unpacked(s.layers.list)
	}
	return s.layers.whole
}

// layersOf returns what coders said of a document, by coder.
func (s *Study) layersOf(document string) []*coding.Layer {
	s.layers.mu.Lock()
	defer s.layers.mu.Unlock()
	return s.unpacked(s.layers.by[document])
}

// saidOf returns what coders said of a document, by coder; the codings may be missing.
func (s *Study) saidOf(document string) []*coding.Layer {
	s.layers.mu.Lock()
	defer s.layers.mu.Unlock()
	list := s.layers.by[document]
	out := make([]*coding.Layer, len(list))
	for i, x := range list {
		if x.layer == nil {
			if u, ok := s.kept.unpack(x.file); ok {
				if out[i] = coding.UnpackSaid(u, x.file); !u.Failed() {
					continue
				}
			}
		}
		out[i] = s.unpack(x)
	}
	return out
}

// set puts a layer in the place of the one of the same coder and document, or behind all others if there is none.
func (ls *layers) set(l *coding.Layer) {
	ls.mu.Lock()
	defer ls.mu.Unlock()
	for _, x := range ls.by[l.Document] {
		if x.coder == l.Coder {
			if x.layer != l {
				*x, ls.whole = *shelve(l), nil
			}
			return
		}
	}
	x := shelve(l)
	ls.list, ls.whole = append(ls.list, x), nil
	if ls.by == nil {
		ls.by = map[string][]*shelved{}
	}
	ls.by[x.document] = append(ls.by[x.document], x)
}

// setLayers puts other layers in the place of those of the study.
func (s *Study) setLayers(list []*coding.Layer) {
	of := make([]*shelved, len(list))
	for i, l := range list {
		of[i] = shelve(l)
	}
	s.layers.put(of)
}

func (s *Study) unpacked(list []*shelved) []*coding.Layer {
	out := make([]*coding.Layer, len(list))
	for i, x := range list {
		out[i] = s.unpack(x)
	}
	return out
}

// unpack returns a layer, from its file if what is kept of it cannot be read any more.
func (s *Study) unpack(x *shelved) *coding.Layer {
	if x.layer == nil {
		if u, ok := s.kept.unpack(x.file); ok {
			if l := coding.UnpackLayer(u, x.file); u.Done() {
				s.nameCodes(l.Codings)
				x.layer = l
				return l
			}
		}
		x.layer = s.layerAnew(x)
	}
	return x.layer
}

// layerAnew reads a layer that is known to be right from its file.
func (s *Study) layerAnew(x *shelved) *coding.Layer {
	l := &coding.Layer{File: x.file, Coder: x.coder, Document: x.document}
	data, err := fs.ReadFile(s.fsys, x.file)
	if err != nil {
		return l
	}
	var right plainfile.Problems
	l = coding.ReadLayer(x.file, data, &right)
	if t, err := s.Text(x.document); err == nil {
		l.Place(t.Text, s.TextDigest(x.document), s.Since(x.document, l.Digest), map[string]bool{}, &right)
	}
	s.nameCodes(l.Codings)
	return l
}

// codingsOf returns the codings of a document coder by coder: those with codes that want takes, all if it is nil.
func (s *Study) codingsOf(document string, want func(code string) bool) [][]coding.Coding {
	s.layers.mu.Lock()
	list := s.layers.by[document]
	layers := make([]*coding.Layer, len(list))
	for i, x := range list {
		layers[i] = x.layer
	}
	s.layers.mu.Unlock()
	out := make([][]coding.Coding, 0, len(list))
	take := func(code string) (string, bool) {
		code = s.codeKey(code)
		return code, want == nil || want(code)
	}
	for i, l := range layers {
		if l == nil && want != nil && !list[i].mayHold(take) {
			continue
		}
		if l == nil {
			if u, ok := s.kept.unpack(list[i].file); ok {
				if of := coding.UnpackCodings(u, list[i].file, take); u.Done() {
					out = append(out, of)
					continue
				}
			}
			s.layers.mu.Lock()
			l = s.unpack(list[i])
			s.layers.mu.Unlock()
		}
		of := l.Codings
		if want != nil {
			of = slices.DeleteFunc(slices.Clone(of), func(c coding.Coding) bool { return !want(c.Code) })
		}
		out = append(out, of)
	}
	return out
}

// allCodings returns the set of the codings of all layers.
func (s *Study) allCodings() *coding.Set {
	counts := make(map[string]int, len(s.layers.by))
	for _, x := range s.layers.list {
		n := x.codings
		if x.layer != nil {
			n = len(x.layer.Codings)
		}
		if n > 0 {
			counts[x.document] += n
		}
	}
	return coding.SetFrom(counts, s.codingsOf)
}

// eachID visits the ids of all codings.
func (ls *layers) eachID(s *Study, visit func(id string)) {
	ls.mu.Lock()
	defer ls.mu.Unlock()
	for _, x := range ls.list {
		if x.layer == nil && s.kept.ids(x.file, visit) {
			continue
		}
		l := s.unpack(x)
		for i := range l.Codings {
			visit(l.Codings[i].ID)
		}
		for i := range l.Unplaced {
			visit(l.Unplaced[i].ID)
		}
	}
}

// checkLayers adds what is wrong in layers: names that stand for nothing. One that was found right by the code book
// and the guide as they are is right.
func (s *Study) checkLayers(problems *plainfile.Problems) {
	mark := s.checkMark()
	unknown := func(book string) bool { return s.codebookAt(book) == nil }
	for _, x := range s.layers.list {
		if x.layer == nil && x.checked == mark && !slices.ContainsFunc(x.books, unknown) {
			continue
		}
		before := len(*problems)
		s.checkLayer(s.unpack(x), problems)
		if len(*problems) == before {
			s.kept.pass(x.file, mark)
		}
	}
}

// checkMark tells apart the code books and guides by which layers are checked. It is never 0.
func (s *Study) checkMark() int {
	h := fnv.New64a()
	h.Write([]byte(s.digests[coding.CodebookFile] + " " + s.digests[coding.GuideFile]))
	return int(max(1, h.Sum64()>>1))
}

// unpack returns the packed layer of a file that is kept.
func (k *kept) unpack(file string) (*plainfile.Unpack, bool) {
	if k == nil {
		return nil, false
	}
	packed := k.restOf(file)
	return plainfile.NewUnpack(packed), packed != ""
}

// ids visits the ids of the codings of a file that is kept; false if they cannot be read.
func (k *kept) ids(file string, visit func(id string)) bool {
	u, ok := k.unpack(file)
	if !ok {
		return false
	}
	coding.UnpackIDs(u, visit)
	return !u.Failed()
}

// LetGo unpacks what is kept of the study and closes the file it is kept in, for a program that stays.
func (s *Study) LetGo() {
	s.Layers()
	if s.kept != nil {
		s.kept.close()
	}
}
