package cmd

import (
	"bufio"
	"io"
	"os"
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
