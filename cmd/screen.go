package cmd

import (
	"fmt"
	"strings"
	"time"

	"crosscase/corpus/catalogue"
)

// screen is what a person sees while keys are pressed.
type screen struct {
	env   *Env
	keys  Keyboard
	again func() // draws the page that stands there
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
	if e.Size != nil && e.OutTerminal {
		width, lines := e.Size()
		k = &windowKeyboard{Keyboard: k, size: e.Size, width: width, lines: lines, betweenGlances: 200 * time.Millisecond}
	}
	return &screen{env: e, keys: k}, nil
}

// draw draws a page, which is drawn again whenever the window gets another size.
func (s *screen) draw(page func()) {
	s.again = page
	page()
}

// key waits for a key.
func (s *screen) key() (string, error) {
	for {
		k, err := s.keys.Key()
		if err != nil || k != resized {
			return k, err
		}
		if s.again != nil {
			s.again()
		}
	}
}

// keyHelp shows what the keys do, until one is pressed.
func (s *screen) keyHelp(keys [][2]string) error {
	s.draw(func() {
		s.clear()
		wide := 1
		for _, key := range keys {
			wide = max(wide, visible(key[0]))
		}
		for _, key := range keys {
			s.print(s.folded("  "+key[0]+strings.Repeat(" ", wide-visible(key[0])+2)+key[1], wide+4) + "\n")
		}
		s.print("\n" + s.say("Any key goes back."))
	})
	_, err := s.key()
	return err
}

// clear begins a new page; where the output is kept in a file, a line parts the pages.
func (s *screen) clear() {
	if s.env.Size != nil {
		s.env.Width, s.env.Lines = s.env.Size()
	}
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

// page prints a new page: what it is about, the words, and what can be done. On a terminal that is too low for all of it, lines of the words
// are left out around those that are marked, and then lines of the head behind its second.
func (s *screen) page(head, words, foot string) {
	if s.env.OutTerminal && s.env.Lines > 0 {
		room := s.env.Lines - strings.Count(foot, "\n") - 2 // the last line, and one for what is typed
		if n := strings.Count(head, "\n"); n+leastWords > room {
			head = cutLines(head, 0, max(2, room-leastWords))
		}
		words = cutLines(words, s.firstMarked(words), max(leastWords, room-strings.Count(head, "\n")))
	}
	s.print(head + words + foot)
}

// leastWords is how many lines of the words are shown on the lowest terminal.
const leastWords = 5

// firstMarked returns the number of the first line with marked words, counted from 0.
func (s *screen) firstMarked(words string) int {
	mark, _, _ := strings.Cut(s.env.marked("|"), "|")
	before, _, found := strings.Cut(words, mark)
	if !found {
		return 0
	}
	return strings.Count(before, "\n")
}

// cutLines leaves lines of a text out, so that n are left: those from one line above the line at on, and more above if there are not so many.
// Where lines are left out stands an ellipsis.
func cutLines(text string, at, n int) string {
	lines := strings.SplitAfter(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) <= n {
		return text
	}
	from := min(max(0, at-1), len(lines)-n)
	cut := append([]string{}, lines[from:from+n]...)
	if from > 0 && from < at {
		cut[0] = "  …\n"
	}
	if last := len(cut) - 1; from+n < len(lines) {
		cut[last] = "  …\n"
	}
	return strings.TrimSuffix(strings.Join(cut, ""), "\n") + "\n"
}

func (s *screen) width() int {
	if s.env.Width > 0 {
		return min(s.env.Width, 100)
	}
	return 80
}

// beside sets parts beside each other, with a gap between them. On a terminal they stand on as many lines as they need, and a part is
// broken only where it is longer than a line; elsewhere they stand on one.
func (s *screen) beside(gap string, parts ...string) string {
	if !s.env.OutTerminal {
		return strings.Join(parts, gap)
	}
	var b strings.Builder
	column := 0
	for _, part := range parts {
		n := visible(part)
		switch {
		case column == 0:
		case column+len(gap)+n > s.width():
			b.WriteString("\n")
			column = 0
		default:
			b.WriteString(gap)
			column += len(gap)
		}
		if n > s.width() {
			part = strings.TrimSuffix(wrap(part, "", s.width()), "\n")
			n = visible(part[strings.LastIndex(part, "\n")+1:])
		}
		b.WriteString(part)
		column += n
	}
	return b.String()
}

// toldLines returns what the last key did on lines of its own, an empty one if it did nothing that is told.
func (s *screen) toldLines(told string) string {
	if !s.env.OutTerminal || told == "" {
		return told + "\n"
	}
	return wrap(told, "", s.width())
}

// indented returns a line below the words, on as many lines as it needs on a terminal.
func (s *screen) indented(line string) string {
	if !s.env.OutTerminal {
		return "  " + line + "\n"
	}
	return wrap(line, "  ", s.width())
}

// folded breaks a line that is wider than the page, on a terminal; what is broken off stands so many columns in.
func (s *screen) folded(line string, in int) string {
	if !s.env.OutTerminal {
		return line
	}
	return fold(line, s.width(), in)
}

// keyLine returns keys with what they do, and what else can be done.
func (s *screen) keyLine(keys [][2]string, more ...string) string {
	parts := make([]string, len(keys))
	for i, key := range keys {
		parts[i] = s.bold(key[0]) + " " + key[1]
	}
	return s.beside("   ", append(parts, more...)...)
}

// bold sets words apart on a terminal that shows colours.
func (s *screen) bold(text string) string {
	if s.env.OutTerminal && s.env.Getenv("NO_COLOR") == "" {
		return "\x1b[1m" + text + "\x1b[0m"
	}
	return text
}
