package cmd

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
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

// screen is what a person sees while keys are pressed.
type screen struct {
	env  *Env
	keys Keyboard
}

// say returns a message in the language of the study.
func (s *screen) say(english string, parts ...any) string { return s.env.say(english, parts...) }

// newScreen takes the keyboard over. instead says what to type where there is no terminal.
func (e *Env) newScreen(what string, instead catalogue.Message) (*screen, error) {
	if e.Keys == nil {
		e.Keys = keysOf(e.Stdin)
	}
	k, err := e.Keys()
	if err != nil {
		return nil, catalogue.Errorf("%s asks for single keys, and %w\nhint: %s", what, err, instead)
	}
	return &screen{e, k}, nil
}

// clear begins a new page; where the output is kept in a file, a line parts the pages.
func (s *screen) clear() {
	if s.env.OutTerminal {
		fmt.Fprint(s.env.Stdout, "\x1b[H\x1b[2J\x1b[3J")
	} else {
		s.print(strings.Repeat("-", 40) + "\n")
	}
}

// print prints text; a terminal in raw mode needs the carriage sent back at each line.
func (s *screen) print(text string) {
	if s.env.OutTerminal {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	fmt.Fprint(s.env.Stdout, text)
}

func (s *screen) width() int {
	if s.env.Width > 0 {
		return min(s.env.Width, 100)
	}
	return 80
}

// bold sets words apart on a terminal that shows colours.
func (s *screen) bold(text string) string {
	if s.env.OutTerminal && s.env.Getenv("NO_COLOR") == "" {
		return "\x1b[1m" + text + "\x1b[0m"
	}
	return text
}

// ask lets the person type a line. Esc gives false. offer, if set, completes what was typed
// at Tab and names what may be meant.
func (s *screen) ask(prompt string, offer func(typed string) []string) (string, bool, error) {
	s.print("\n" + prompt)
	typed := ""
	for {
		k, err := s.keys.Key()
		if err != nil {
			return "", false, err
		}
		switch k {
		case "enter":
			s.print("\n")
			return strings.TrimSpace(typed), true, nil
		case "esc", "ctrl-c":
			s.print("\n")
			return "", false, nil
		case "back":
			if r := []rune(typed); len(r) > 0 {
				typed = string(r[:len(r)-1])
				s.print("\b \b")
			}
		case "tab":
			if offer == nil {
				continue
			}
			switch found := offer(typed); {
			case len(found) == 1:
				s.print(strings.Repeat("\b \b", len([]rune(typed))) + found[0])
				typed = found[0]
			case len(found) > 1:
				s.print("\n  " + strings.Join(found[:min(len(found), 12)], "  ") + "\n" + prompt + typed)
			}
		case "left", "right", "up", "down":
		default:
			typed += k
			s.print(k)
		}
	}
}
