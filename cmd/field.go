package cmd

import (
	"fmt"
	"strings"
)

// choice is what a person may mean by what was typed: what is typed for it, and what it is called.
type choice struct{ typed, label string }

// ask lets the person type a line. Esc gives false. offer, if set, names what may be meant: on a terminal below the field, at each key; elsewhere
// at Tab, which also completes what was typed.
func (s *screen) ask(prompt string, offer func(typed string) []choice) (string, bool, error) {
	return s.askFrom(prompt, "", offer)
}

// askFrom is ask for a line in which something stands already.
func (s *screen) askFrom(prompt, typed string, offer func(typed string) []choice) (string, bool, error) {
	if s.env.OutTerminal {
		return (&field{screen: s, typed: typed, offer: offer, chosen: -1}).read(prompt)
	}
	s.print("\n" + prompt + typed)
	for {
		k, err := s.key()
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
				s.print(strings.Repeat("\b \b", len([]rune(typed))) + found[0].typed)
				typed = found[0].typed
			case len(found) > 1:
				var names []string
				for _, f := range found[:min(len(found), 12)] {
					names = append(names, f.typed)
				}
				s.print("\n  " + strings.Join(names, "  ") + "\n" + prompt + typed)
			}
		case "left", "right", "up", "down":
		default:
			typed += k
			s.print(k)
		}
	}
}

// field is a line that is typed at a terminal, with what may be meant below it. Tab and the arrows put the next one into the field, and
// Enter takes what stands there.
type field struct {
	*screen
	prompt string
	typed  string
	offer  func(typed string) []choice
	found  []choice
	chosen int // which of what was found stands in the field, -1 for what was typed
}

// mostOffered is how many choices stand below a field.
const mostOffered = 6

func (f *field) read(prompt string) (string, bool, error) {
	page := f.again
	defer func() { f.again = page }()
	begin := func() {
		f.print("\n")
		if f.prompt = prompt; visible(prompt) > f.width()/2 {
			f.print(wrap(prompt, "", f.width()))
			f.prompt = "> "
		}
	}
	f.again = func() {
		if page != nil {
			page()
		}
		begin()
		f.draw()
	}
	begin()
	f.look()
	for {
		f.draw()
		k, err := f.key()
		if err != nil {
			return "", false, err
		}
		switch k {
		case "enter":
			f.leave()
			return strings.TrimSpace(f.words()), true, nil
		case "esc", "ctrl-c":
			f.leave()
			return "", false, nil
		case "back":
			if r := []rune(f.words()); len(r) > 0 {
				f.typed = string(r[:len(r)-1])
			}
			f.look()
		case "tab", "down":
			f.choose(1)
		case "up":
			f.choose(-1)
		case "left", "right":
		default:
			f.typed = f.words() + k
			f.look()
		}
	}
}

// words returns what stands in the field.
func (f *field) words() string {
	if f.chosen >= 0 {
		return f.found[f.chosen].typed
	}
	return f.typed
}

// look finds what may be meant by what was typed; by nothing, nothing.
func (f *field) look() {
	f.chosen, f.found = -1, nil
	if f.offer != nil && strings.TrimSpace(f.typed) != "" {
		f.found = f.offer(f.typed)
	}
}

// choose puts the next choice into the field, or the one before; behind the last comes what was typed again.
func (f *field) choose(step int) {
	n := min(len(f.found), mostOffered) + 1
	f.chosen = (f.chosen+1+step+n)%n - 1
}

// leave ends the field: what was offered goes, and the next words stand on the next line.
func (f *field) leave() { fmt.Fprint(f.env.Stdout, "\x1b[J\r\n") }

// draw writes the field and the choices over those that stood there, and puts the cursor behind what was typed. Of words that are longer than
// the line their end is shown.
func (f *field) draw() {
	words := []rune(f.words())
	if room := f.width() - visible(f.prompt) - 1; len(words) > room {
		words = append([]rune("…"), words[len(words)-room+1:]...)
	}
	line := f.prompt + string(words)
	below := f.below()
	fmt.Fprint(f.env.Stdout, "\r\x1b[J"+line)
	for _, l := range below {
		fmt.Fprint(f.env.Stdout, "\r\n"+l)
	}
	if len(below) > 0 {
		fmt.Fprintf(f.env.Stdout, "\x1b[%dA", len(below))
	}
	fmt.Fprintf(f.env.Stdout, "\r\x1b[%dC", visible(line))
}

// below returns the lines of the choices.
func (f *field) below() []string {
	var out []string
	for i, c := range f.found[:min(len(f.found), mostOffered)] {
		mark, words := "  ", shortened(c.typed+"  "+c.label, f.width()-2)
		if i == f.chosen {
			mark, words = "› ", f.bold(words)
		}
		out = append(out, mark+words)
	}
	if n := len(f.found) - mostOffered; n > 0 {
		out = append(out, "  "+f.say("… and %d more", n))
	}
	return out
}
