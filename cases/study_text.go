package cases

import (
	"io/fs"
	"strings"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// mostHeld is how many bytes of texts a study holds; past it those that were read first
// are let go and read again when they are asked for.
const mostHeld = 24 << 20

// Text returns a document with its characters, taken apart. It is read when it is asked for, and
// held for a while.
func (s *Study) Text(key string) (*coding.Text, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.texts[key]; t != nil {
		return t, nil
	}
	t, digest, err := s.readText(key)
	if err != nil {
		return nil, err
	}
	s.digests[TextFile(key)] = digest
	s.texts[key] = t
	s.lately = append(s.lately, key)
	s.held += len(t.Text.String())
	for s.held > mostHeld && len(s.lately) > 1 {
		oldest := s.lately[0]
		s.lately = s.lately[1:]
		if o := s.texts[oldest]; o != nil {
			s.held -= len(o.Text.String())
			delete(s.texts, oldest)
		}
	}
	return t, nil
}

// letGo drops the texts that are held and can be read again.
func (s *Study) letGo() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, key := range s.lately {
		delete(s.texts, key)
	}
	s.lately, s.held = nil, 0
}

// textOnce returns a document that is looked at once and not held, unless it is held already.
// Several goroutines may call it at once.
func (s *Study) textOnce(key string) (*coding.Text, error) {
	s.mu.Lock()
	held := s.texts[key]
	s.mu.Unlock()
	if held != nil {
		return held, nil
	}
	t, _, err := s.readText(key)
	return t, err
}

// readText reads a document from its file, with the digest of its text.
func (s *Study) readText(key string) (*coding.Text, string, error) {
	d := s.Document(key)
	if d == nil {
		return nil, "", catalogue.Errorf("no document %q in the study", key)
	}
	file := TextFile(key)
	data, err := fs.ReadFile(s.fsys, file)
	if err != nil {
		return nil, "", catalogue.Errorf("%s: %s", file, reason(err))
	}
	digest := corpus.Digest(data)
	text := corpus.NewText(asString(data))
	t := &coding.Text{Document: d, Text: text}
	if kept, ok := s.keptStructure(d, digest, false, nil); ok {
		t.Structure = kept
		return t, digest, nil
	}
	t.Structure = corpus.Parse(text, d.Speakers)
	s.keepStructure(d, digest, &t.Structure)
	return t, digest, nil
}

// hold puts a text that is not in its file yet in the place of the one that is.
func (s *Study) hold(key string, t *coding.Text) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if old := s.texts[key]; old != nil {
		for i, k := range s.lately {
			if k == key {
				s.held -= len(old.Text.String())
				s.lately = append(s.lately[:i:i], s.lately[i+1:]...)
				break
			}
		}
	}
	s.texts[key] = t
	s.outline = outlined{}
}

// textKnown returns the digest of a document's text, without reading it if it is kept.
func (s *Study) textKnown(key string) (string, bool) {
	file := TextFile(key)
	if digest := s.digests[file]; digest != "" {
		return digest, true
	}
	if s.kept == nil || s.Document(key) == nil {
		return "", false
	}
	e, ok := s.known(file)
	return e.digest, ok
}

// voices names what the structure of a text depends on beside the text.
func voices(d *corpus.Document) string {
	var b strings.Builder
	for _, sp := range d.Speakers {
		b.WriteString(sp.Label)
		for _, a := range sp.Also {
			b.WriteString("\x00")
			b.WriteString(a)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// keptStructure returns how a text is built up, if that is kept of the text with a digest; its turns alone are
// cheaper, and cheaper still in room.
func (s *Study) keptStructure(d *corpus.Document, digest string, turnsOnly bool, room *[]corpus.Turn) (corpus.Structure, bool) {
	if s.kept == nil {
		return corpus.Structure{}, false
	}
	e, ok := s.kept.lookUp(TextFile(d.Key))
	if !ok || e.digest != digest || e.of != voices(d) {
		return corpus.Structure{}, false
	}
	packed := s.kept.restOf(TextFile(d.Key))
	if packed == "" {
		return corpus.Structure{}, false
	}
	u := plainfile.NewUnpack(packed)
	if turnsOnly {
		if room == nil {
			room = new([]corpus.Turn)
		}
		*room = corpus.UnpackTurns(u, *room)
		return corpus.Structure{Turns: *room}, !u.Failed()
	}
	out := corpus.UnpackStructure(u)
	return out, u.Done()
}

func (s *Study) keepStructure(d *corpus.Document, digest string, structure *corpus.Structure) {
	if s.kept == nil {
		return
	}
	var p plainfile.Pack
	corpus.PackStructure(&p, structure)
	s.kept.keep(TextFile(d.Key), digest, voices(d), nil, p.Bytes())
}

// outlined is how a text is built up, without its words.
type outlined struct {
	key       string
	turnsOnly bool
	corpus.Structure
}

// Structure returns how a document is built up. Unlike Text it does not read the text where
// the structure is kept.
func (s *Study) Structure(key string) (corpus.Structure, error) { return s.outlineOf(key, false, nil) }

// turns is Structure for one who asks for the turns: there may be no blocks.
func (s *Study) turns(key string) (corpus.Structure, error) { return s.outlineOf(key, true, nil) }

// turnsIn is turns for one who asks for those of many documents, one after the other. They may lie in room, which grows as
// it must, and are good until the next are asked for.
func (s *Study) turnsIn(room *[]corpus.Turn, key string) (corpus.Structure, error) {
	return s.outlineOf(key, true, room)
}

func (s *Study) outlineOf(key string, turnsOnly bool, room *[]corpus.Turn) (corpus.Structure, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.texts[key]; t != nil {
		return t.Structure, nil
	}
	if s.outline.key == key && (turnsOnly || !s.outline.turnsOnly) {
		return s.outline.Structure, nil
	}
	if d := s.Document(key); d != nil {
		if digest, ok := s.textKnown(key); ok {
			if kept, ok := s.keptStructure(d, digest, turnsOnly, room); ok {
				if room == nil {
					s.outline = outlined{key, turnsOnly, kept}
				}
				return kept, nil
			}
		}
	}
	t, _, err := s.readText(key)
	if err != nil {
		return corpus.Structure{}, err
	}
	s.outline = outlined{key, false, t.Structure}
	return t.Structure, nil
}
