package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"crosscase/cases"
	"crosscase/coding"
	"crosscase/corpus/catalogue"
	"crosscase/corpus/plainfile"
)

// numbers returns the keys from 1 to n.
func numbers(n int) string {
	if n == 1 {
		return "1"
	}
	return "1–" + strconv.Itoa(n)
}

// settling is a walk through open disagreements.
type settling struct {
	*screen
	ctx     context.Context
	quiet   *Env // tells nothing: the page does
	study   *cases.Study
	list    []cases.Disagreement // as they were when the walk began
	at      int
	told    string         // what the last key did
	settled map[int]string // what was decided in this walk, in words
	done    []agreement
}

// agreement is a decision of this walk with what is needed to take it back.
type agreement struct {
	at            int
	before, after cases.Handwork
	earlier       string // what had been decided on it in this walk before
}

// walkDisagreements goes through open disagreements: a number takes the coding of one coder, x takes none,
// and the reason is asked for.
func walkDisagreements(ctx context.Context, e *Env, f adjudicating) error {
	f.all = false
	s, _, err := f.seen.open(ctx, e)
	if err != nil {
		return err
	}
	list, err := f.open(e, s)
	if err != nil || len(list) == 0 {
		return err
	}
	page, err := e.newScreen("coding adjudicate --walk", catalogue.Text("crosscase coding adjudicate lists the disagreements; crosscase coding adjudicate CODE LOCATOR --because \"…\" settles one"))
	if err != nil {
		return err
	}
	quiet := *e
	quiet.Stderr = io.Discard
	w := &settling{screen: page, ctx: ctx, quiet: &quiet, study: s, list: list, settled: map[int]string{}}
	err = w.walk()
	if cerr := page.keys.Close(); err == nil || errors.Is(err, io.EOF) {
		err = cerr
	}
	page.print("\n")
	e.tell("%d settled", len(w.settled))
	return err
}

// walk reads keys until the person quits.
func (w *settling) walk() error {
	for {
		w.draw(w.show)
		k, err := w.key()
		if err != nil {
			return err
		}
		w.told = ""
		d := w.list[w.at]
		chosen, number := strconv.Atoi(k)
		switch {
		case k == "q" || k == "ctrl-c":
			return nil
		case k == "n" || k == "right" || k == "down" || k == "enter":
			if w.at == len(w.list)-1 {
				w.told = w.say("this is the last one")
			} else {
				w.at++
			}
		case k == "p" || k == "left" || k == "up":
			if w.at == 0 {
				w.told = w.say("this is the first one")
			} else {
				w.at--
			}
		case k == "u":
			err = w.undo()
		case k == "?":
			err = w.help()
		case k == "x":
			err = w.settle(cases.NewCoding{Code: d.Code, Locator: d.Passage.String()}, true)
		case number == nil && chosen >= 1 && chosen <= len(d.Codings):
			c := d.Codings[chosen-1]
			err = w.settle(cases.NewCoding{Code: d.Code, Locator: c.Passage.String(), Says: string(c.Says), Value: c.Value, Basis: c.Basis, When: c.When}, false)
		default:
			w.told = w.say("? shows the keys")
		}
		if err != nil {
			return err
		}
	}
}

// show prints the disagreement at hand.
func (w *settling) show() {
	d := w.list[w.at]
	w.clear()
	head := w.beside("    ", strings.Split(w.say("%d of %d, open: %d    they differ on %s    %s    %s", w.at+1, len(w.list), len(w.list)-len(w.settled), w.env.lang().Say("on "+d.Kind), w.study.Cite(d.Passage), d.Passage), "    ")...) + "\n" +
		w.codeLines(w.study.Codebook.Code(d.Code), d.Code, coding.For, "", "")
	foot := "\n"
	for i, c := range d.Codings {
		foot += w.indented(fmt.Sprintf("%s %s: %s  %s  %s", w.bold(strconv.Itoa(i+1)), c.Coder, w.env.lang().Say(string(c.Says)), c.Span, c.Note)) + wrap(w.env.lang().Quote(oneLine(c.Quote)), "      ", w.width())
	}
	if len(d.Without) > 0 {
		foot += w.indented(w.say("not coded by %s", strings.Join(d.Without, ", ")))
	}
	for _, c := range d.Others {
		foot += w.indented(w.say("%s has here: %s", c.Coder, c.Code))
	}
	if decided := w.settled[w.at]; decided != "" {
		foot += w.indented(decided)
	}
	w.page(head, w.inContext(w.study, d.Passage), foot+"\n"+w.toldLines(w.told)+w.keyLine([][2]string{{numbers(len(d.Codings)), w.say("takes that coding")}, {"x", w.say("takes none")}, {"n", w.say("next")},
		{"p", w.say("previous")}, {"u", w.say("undo")}, {"q", w.say("quit")}, {"?", w.say("help")}}))
}

// settle asks for the reason and writes a decision at once. One that cannot be written is told, and the walk stays where it is.
func (w *settling) settle(n cases.NewCoding, none bool) error {
	d := w.list[w.at]
	because, ok, err := w.ask(w.say("because")+": ", nil)
	if err != nil {
		return err
	}
	if !ok || because == "" {
		w.told = w.say("a decision needs its reason")
		return nil
	}
	n.Note = because
	a := agreement{at: w.at, earlier: w.settled[w.at]}
	var refused error
	err = w.quiet.change(w.ctx, coding.ConsensusCoder, func(s *cases.Study, dir plainfile.Dir) (string, error) {
		var did string
		var err error
		if a.before, err = cases.ReadHandwork(dir, coding.ConsensusCoder, d.Passage.Document); err != nil {
			return "", err
		}
		if did, refused = settleIn(w.quiet, s, dir, n, none); refused != nil {
			return "", nil
		}
		a.after, err = cases.ReadHandwork(dir, coding.ConsensusCoder, d.Passage.Document)
		return did, err
	})
	if err != nil {
		return err
	}
	if refused != nil {
		w.told = w.env.why(refused)
		return nil
	}
	w.settled[w.at] = w.say("settled at %s: %s", n.Locator, because)
	if none {
		w.settled[w.at] = w.say("settled: not coded: %s", because)
	}
	w.done = append(w.done, a)
	w.told = w.say("settled: %s at %s", d.Code, d.Passage)
	w.onward()
	return nil
}

// onward goes to the next one that is open, from the beginning again behind the last.
func (w *settling) onward() {
	for i := 1; i < len(w.list); i++ {
		if next := (w.at + i) % len(w.list); w.settled[next] == "" {
			w.at = next
			return
		}
	}
	w.told += "; " + w.say("nothing is open any more: q quits")
}

// undo takes the last decision of this walk back.
func (w *settling) undo() error {
	if len(w.done) == 0 {
		w.told = w.say("nothing to undo")
		return nil
	}
	a := w.done[len(w.done)-1]
	d := w.list[a.at]
	var refused error
	err := w.quiet.change(w.ctx, coding.ConsensusCoder, func(_ *cases.Study, dir plainfile.Dir) (string, error) {
		if refused = a.before.Return(dir, a.after); refused != nil {
			refused = catalogue.Remedied(refused, map[string]string{"%s has been changed since; nothing is taken back": "crosscase coding adjudicate CODE LOCATOR --reopen takes back what was decided there"})
			return "", nil
		}
		return fmt.Sprintf("reopened %s at %s", d.Code, d.Passage), nil
	})
	if err != nil {
		return err
	}
	if refused != nil {
		w.told = w.env.why(refused)
		return nil
	}
	w.done = w.done[:len(w.done)-1]
	if w.at = a.at; a.earlier != "" {
		w.settled[a.at] = a.earlier
	} else {
		delete(w.settled, a.at)
	}
	w.told = w.say("reopened: %s at %s", d.Code, d.Passage)
	return nil
}

func (w *settling) help() error {
	return w.keyHelp([][2]string{
		{numbers(len(w.list[w.at].Codings)), w.say("the coding of that coder stands; the reason is asked for")},
		{"x", w.say("none: the code does not stand there; the reason is asked for")},
		{"n", w.say("the next one, settled or not (also →)")},
		{"p", w.say("the one before (also ←)")},
		{"u", w.say("undo the last decision of this walk")},
		{"q", w.say("quit; every decision is on disk already")},
	})
}
