package cases

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"crosscase/coding"
	"crosscase/corpus"
	"crosscase/corpus/convert"
	"crosscase/corpus/plainfile"
)

// BoundComment is a comment of a Word file with the coding that it stands for.
type BoundComment struct {
	convert.Comment
	NewCoding
	Why string         // why it could not be bound, "" if it was
	Was *coding.Coding // the coder's coding of that passage with that code, nil if there is none yet
}

// There tells whether the comment adds nothing to what is coded already: direction and note are the same.
func (b BoundComment) There() bool {
	says, err := coding.ParseSays(b.Says)
	return b.Was != nil && err == nil && b.Was.Says == says && (b.Note == "" || b.Was.Note == b.Note)
}

// BindComments finds what the comments in a Word file of a document code. A comment names a code by its key or label, and may go on with a
// direction ("Time, against" or "Time: against, …") and a note behind a colon. Its place is found by its words, and where these stand more than once by what stands around them. coders says who the
// authors are; an author who is not named there is the coder of that name or label.
func (s *Study) BindComments(document string, comments []convert.Comment, coders map[string]string) ([]BoundComment, error) {
	if s.Document(document) == nil {
		return nil, s.UnknownDocument(document)
	}
	t, err := s.Text(document)
	if err != nil {
		return nil, err
	}
	var out []BoundComment
	for _, c := range comments {
		b := BoundComment{Comment: c}
		code, says, note := s.codeOfComment(c.Text)
		b.Coder = s.coderOfAuthor(c.Author, coders)
		span, found := placeOfComment(t, c)
		switch {
		case code == nil:
			b.Why = "names no code of the code book"
		case b.Coder == "":
			b.Why = "its author is no coder of the study"
		case strings.TrimSpace(c.Quote) == "":
			b.Why = "is set to no words"
		case found == 0:
			b.Why = "its words do not stand in the text"
		case found > 1:
			b.Why = "its words stand in the text more than once"
		default:
			b.Code, b.Says, b.Note = code.Key, string(says), note
			b.Locator = corpus.Passage{Document: document, Span: span}.String()
			if len(c.Date) >= 10 {
				b.On = c.Date[:10]
			}
			b.Was = s.codedBy(b.Coder, code.Key, corpus.Passage{Document: document, Span: span})
		}
		out = append(out, b)
	}
	return out, nil
}

// WriteComments codes what comments stand for, those that were bound and say something that is not coded already. Where the coder has coded
// the passage with the code otherwise, the direction and the note become the comment's; value, basis and period stay.
func (s *Study) WriteComments(dir plainfile.Dir, list []BoundComment) (int, error) {
	n := 0
	for _, b := range list {
		if b.Why != "" || b.There() {
			continue
		}
		if was := b.Was; was != nil {
			b.Value, b.Basis, b.When, b.From, b.Note = was.Value, was.Basis, was.When, was.From, cmp.Or(b.Note, was.Note)
		}
		if _, err := s.AddCoding(dir, b.NewCoding); err != nil {
			return n, err
		}
		n++
	}
	return n, nil
}

// codeOfComment returns the code that a comment names, nil if none, what it says of it, and the note behind it.
func (s *Study) codeOfComment(text string) (*coding.Code, coding.Says, string) {
	name, note := text, ""
	for {
		name = strings.TrimSpace(name)
		bare, behind := direction(name)
		for _, c := range s.Codebook.All() {
			if strings.EqualFold(c.Key, name) || strings.EqualFold(c.Title(), name) {
				says, rest := firstDirection(note)
				return c, says, strings.Join(strings.Fields(rest), " ")
			}
			if behind != "" && (strings.EqualFold(c.Key, bare) || strings.EqualFold(c.Title(), bare)) {
				return c, behind, strings.Join(strings.Fields(note), " ")
			}
		}
		i := strings.LastIndexAny(name, ":\n")
		if i < 0 {
			return nil, "", ""
		}
		name, note = name[:i], text[i+1:]
	}
}

// direction takes the direction off a name that ends in one: "Time, against" or "Time (against)".
func direction(name string) (bare string, says coding.Says) {
	i := strings.LastIndexAny(name, ",(")
	if i < 0 {
		return name, ""
	}
	if says = saysWord(strings.TrimSuffix(strings.TrimSpace(name[i+1:]), ")")); says == "" {
		return name, ""
	}
	return strings.TrimSpace(name[:i]), says
}

// saysWord returns the direction that a word is, in any case of letters; "" if it is none.
func saysWord(word string) coding.Says {
	if word = strings.TrimSpace(word); word == "" {
		return ""
	}
	says, _ := coding.ParseSays(strings.ToLower(word)) // "" with an error
	return says
}

// firstDirection takes the direction off a note that is one, or begins with one and a mark behind it: "against, they had none".
func firstDirection(note string) (says coding.Says, rest string) {
	word, rest := strings.TrimSpace(note), ""
	if i := strings.IndexAny(word, ",;.:–"); i >= 0 {
		_, mark := utf8.DecodeRuneInString(word[i:])
		word, rest = word[:i], word[i+mark:]
	}
	if says = saysWord(word); says == "" {
		return "", note
	}
	return says, rest
}

func (s *Study) coderOfAuthor(author string, coders map[string]string) string {
	if who := coders[author]; who != "" {
		return who
	}
	if who := coders[""]; who != "" {
		return who
	}
	for _, c := range s.Coders {
		if strings.EqualFold(c.Name, author) || c.Label != "" && strings.EqualFold(c.Label, author) {
			return c.Name
		}
	}
	return ""
}

// placeOfComment returns where the words of a comment stand, and how many such places there are: from the beginning of its first
// paragraph to the end of its last.
func placeOfComment(t *coding.Text, c convert.Comment) (corpus.Span, int) {
	var pieces []string
	for _, p := range strings.Split(c.Quote, "\n") {
		if p = strings.TrimSpace(p); p != "" {
			pieces = append(pieces, p)
		}
	}
	if len(pieces) == 0 {
		return corpus.Span{}, 0
	}
	find := func(piece string) []corpus.Span {
		if found := t.Text.Find(piece, 0); len(found) > 0 {
			return found
		}
		return t.Text.FindAlike(piece, 0)
	}
	last := find(pieces[len(pieces)-1])
	var places []corpus.Span
	var likeness []int
	for _, p := range find(pieces[0]) {
		if len(pieces) > 1 {
			end := -1
			for _, q := range last {
				if q.Start >= p.End {
					end = q.End
					break
				}
			}
			if end < 0 {
				continue
			}
			p.End = end
		}
		places = append(places, p)
		before := t.Text.Slice(corpus.Span{Start: max(0, p.Start-200), End: p.Start})
		after := t.Text.Slice(corpus.Span{Start: p.End, End: min(t.Text.Len(), p.End+200)})
		likeness = append(likeness, alikeAtEnd(letters(before), letters(c.Before))+alikeAtEnd(turned(letters(after)), turned(letters(c.After))))
	}
	best, many := 0, 0
	for i := range places {
		switch {
		case likeness[i] > likeness[best]:
			best, many = i, 1
		case likeness[i] == likeness[best]:
			many++
		}
	}
	if len(places) == 0 {
		return corpus.Span{}, 0
	}
	return places[best], many
}

func letters(s string) []rune {
	var out []rune
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

func turned(r []rune) []rune {
	out := make([]rune, len(r))
	for i, x := range r {
		out[len(r)-1-i] = x
	}
	return out
}

// alikeAtEnd counts the letters in which two texts end alike.
func alikeAtEnd(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
