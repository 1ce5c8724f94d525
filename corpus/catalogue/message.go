package catalogue

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
)

// Message is something that is told to a person: an error, a remedy, a line about what was done. It is written in English where it is made,
// with the verbs of package fmt; by this English the catalogue knows its bokmål and nynorsk (the files said_*.go). Behind "\nhint: " stands what
// to do, which is looked up by itself.
type Message struct {
	english string
	parts   []any
}

// Text returns a message. Parts that are messages or errors are said in its language.
func Text(english string, parts ...any) Message { return Message{english, parts} }

// Errorf is fmt.Errorf with a message that can be said in the languages of the catalogue (Language.Tell). Error returns the English.
func Errorf(english string, parts ...any) error {
	return &told{fmt.Errorf(english, parts...), Message{english, parts}}
}

type told struct {
	error
	message Message
}

func (e *told) Unwrap() error                  { return e.error }
func (e *told) Message() Message               { return e.message }
func (e *told) Told(l Language) (string, bool) { return e.message.Told(l) }
func (e *told) Error() string                  { return strings.TrimSuffix(e.error.Error(), hintMark) }

// hintMark parts what is wrong from what to do.
const hintMark = "\nhint: "

// List returns messages as one, with commas between them.
func List(messages []Message) Message {
	var out Message
	for i, m := range messages {
		if i == 0 {
			out = m
		} else {
			out = Text("%s, %s", out, m)
		}
	}
	return out
}

// String returns the message in English.
func (m Message) String() string {
	return strings.TrimSuffix(fmt.Sprintf(strings.ReplaceAll(m.english, "%w", "%v"), m.parts...), hintMark)
}

// Told returns the message in a language, and whether it could be said in it; else it stands in English.
func (m Message) Told(l Language) (string, bool) {
	if !l.norwegian() {
		return m.String(), true
	}
	whole, parts := true, make([]any, len(m.parts))
	for i, part := range m.parts {
		var ok bool
		if parts[i], ok = l.part(part); !ok && !hasWords(m.english) {
			whole = false // of what others said there is nothing but their words
		}
	}
	message, hint, _ := strings.Cut(m.english, hintMark)
	n := min(len(verbs.FindAllString(message, -1)), len(parts))
	words, ok := l.pieceOf(message, parts[:n])
	if hint, known := l.pieceOf(hint, parts[n:]); hint != "" {
		words, ok = words+l.hintMark()+hint, ok && known
	}
	return words, ok && whole
}

// Cut parts a message in the language into what is wrong and what to do; "" if nothing is said of that.
func (l Language) Cut(message string) (what, hint string) {
	what, hint, _ = strings.Cut(message, l.hintMark())
	return what, hint
}

func (l Language) hintMark() string { return "\n" + l.Say("hint") + ": " }

// Remedied returns an error with another remedy, where there is one for what it says is wrong; both in the English in which messages are written. "" stands for no remedy.
// The remedy takes the parts from the first on, as what is wrong does.
func Remedied(err error, remedies map[string]string) error {
	var e interface{ Message() Message }
	if !errors.As(err, &e) {
		return err
	}
	m := e.Message()
	what, _, _ := strings.Cut(m.english, hintMark)
	remedy, known := remedies[what]
	if !known {
		return err
	}
	parts := m.parts[:len(verbs.FindAllString(what, -1))]
	if remedy == "" {
		return Errorf(what, parts...)
	}
	return Errorf(what+hintMark+remedy, append(slices.Clone(parts), parts[:len(verbs.FindAllString(remedy, -1))]...)...)
}

// Tell returns an error in the language, and whether it could be said in it; what other programs and libraries say stands in English.
func (l Language) Tell(err error) (string, bool) {
	if !l.norwegian() {
		return err.Error(), true
	}
	var path *fs.PathError
	switch e := err.(type) {
	case interface{ Told(Language) (string, bool) }:
		return e.Told(l)
	case interface{ Unwrap() []error }: // errors.Join
		lines, whole := []string{}, true
		for _, one := range e.Unwrap() {
			words, ok := l.Tell(one)
			lines, whole = append(lines, words), whole && ok
		}
		return strings.Join(lines, "\n"), whole
	}
	if errors.As(err, &path) && err == error(path) {
		words, ok := l.Tell(path.Err)
		return path.Path + ": " + words, ok
	}
	if inner := errors.Unwrap(err); inner != nil && inner.Error() == err.Error() {
		return l.Tell(inner)
	}
	if e, ok := sayingOf(err.Error()); ok {
		return e[l.column()], true
	}
	return strings.Replace(err.Error(), hintMark, l.hintMark(), 1), false
}

// part returns a part of a message in the language, and whether it could be said in it.
func (l Language) part(part any) (any, bool) {
	switch p := part.(type) {
	case interface{ Told(Language) (string, bool) }:
		return p.Told(l)
	case error:
		return l.Tell(p)
	}
	return part, true
}

// pieceOf puts parts into what the language says for an English piece of a message, and tells whether it knows it.
func (l Language) pieceOf(english string, parts []any) (string, bool) {
	words, known := english, !hasWords(english)
	if e, ok := sayingOf(english); ok {
		words, known = e[l.column()], true
	}
	return fmt.Sprintf(strings.ReplaceAll(words, "%w", "%v"), parts...), known
}

// sayingOf returns the bokmål and the nynorsk of an English piece of a message.
func sayingOf(english string) ([2]string, bool) {
	for _, list := range sayings {
		if e, ok := list[english]; ok {
			return e, true
		}
	}
	return [2]string{}, false
}

// column is where the language stands in the entries of sayings.
func (l Language) column() int {
	if l == "nn" {
		return 1
	}
	return 0
}

// verbs are those of package fmt that take a part.
var verbs = regexp.MustCompile(`%(?:\[\d+\])?[-+#0]?(?:\.\d+)?[a-zA-Z]`)

// hasWords tells whether something of a message is to be said, beside its parts.
func hasWords(english string) bool {
	return strings.ContainsFunc(verbs.ReplaceAllString(strings.ReplaceAll(english, "hint: ", ""), ""), func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' })
}
