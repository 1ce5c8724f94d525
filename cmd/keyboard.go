package cmd

import (
	"bufio"
	"io"
	"os"
	"time"
	"unicode"

	"golang.org/x/term"

	"crosscase/corpus/catalogue"
)

// Keyboard gives the keys that a person presses, one at a time: a letter as itself, others
// by name (enter, esc, back, tab, left, right, up, down, ctrl-c). At the end of the input
// it gives io.EOF.
type Keyboard interface {
	Key() (string, error)
	Close() error
}

// errNoKeys says that nobody can press a key.
var errNoKeys = catalogue.Errorf("standard input is no terminal")

// keysOf returns the keyboard of the terminal behind Stdin, which is in raw mode until Close.
func keysOf(stdin io.Reader) func() (Keyboard, error) {
	return func() (Keyboard, error) {
		f, ok := stdin.(*os.File)
		if !ok || !term.IsTerminal(int(f.Fd())) {
			return nil, errNoKeys
		}
		before, err := term.MakeRaw(int(f.Fd()))
		if err != nil {
			return nil, errNoKeys
		}
		return &rawKeyboard{bufio.NewReader(f), func() error { return term.Restore(int(f.Fd()), before) }}, nil
	}
}

// resized stands in the place of a key when the window has got another size.
const resized = "resized"

// windowKeyboard gives the keys of another keyboard, and resized when the window gets another size while a key is waited for.
type windowKeyboard struct {
	Keyboard
	size           func() (width, lines int)
	width, lines   int
	waiting        chan pressed // of the key that is being read, nil if none is
	betweenGlances time.Duration
}

// pressed is a key, or why there is none.
type pressed struct {
	key string
	err error
}

// Key waits for a key. One that is being read when the window changes is given the next time.
func (k *windowKeyboard) Key() (string, error) {
	if k.waiting == nil {
		waiting := make(chan pressed, 1)
		go func() {
			key, err := k.Keyboard.Key()
			waiting <- pressed{key, err}
		}()
		k.waiting = waiting
	}
	glance := time.NewTicker(k.betweenGlances)
	defer glance.Stop()
	for {
		select {
		case p := <-k.waiting:
			k.waiting = nil
			return p.key, p.err
		case <-glance.C:
			if width, lines := k.size(); width != k.width || lines != k.lines {
				k.width, k.lines = width, lines
				return resized, nil
			}
		}
	}
}

// rawKeyboard reads keys as a terminal in raw mode sends them.
type rawKeyboard struct {
	in    *bufio.Reader
	close func() error
}

func (k *rawKeyboard) Close() error { return k.close() }

// Key reads one key. An escape with nothing waiting behind it is the key Esc; else it begins
// a sequence, of which the arrows are known and others are passed over.
func (k *rawKeyboard) Key() (string, error) {
	for {
		r, _, err := k.in.ReadRune()
		if err != nil {
			return "", err
		}
		switch r {
		case '\r', '\n':
			return "enter", nil
		case '\t':
			return "tab", nil
		case 3:
			return "ctrl-c", nil
		case 4:
			return "", io.EOF
		case 8, 127:
			return "back", nil
		case 27:
			if k.in.Buffered() == 0 {
				return "esc", nil
			}
			if name := k.sequence(); name != "" {
				return name, nil
			}
		default:
			if unicode.IsPrint(r) {
				return string(r), nil
			}
		}
	}
}

// sequence reads what follows an escape, and returns the name of an arrow, "" for another key.
func (k *rawKeyboard) sequence() string {
	if next, err := k.in.Peek(1); err != nil || next[0] != '[' && next[0] != 'O' {
		return "esc"
	}
	_, _ = k.in.ReadByte()
	for k.in.Buffered() > 0 {
		b, err := k.in.ReadByte()
		if err != nil {
			return ""
		}
		if b >= '@' && b <= '~' {
			return map[byte]string{'A': "up", 'B': "down", 'C': "right", 'D': "left"}[b]
		}
	}
	return ""
}
