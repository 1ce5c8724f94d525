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
)

// numbers returns the keys from 1 to n.
func numbers(n int) string {
	if n == 1 {
		return "1"
	}
	return "1–" + strconv.Itoa(n)
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
	settled := 0
	quiet := *e
	quiet.Stderr = io.Discard
	for at, told := 0, ""; ; {
		d := list[at]
		page.clear()
		head := page.beside("    ", strings.Split(page.say("%d of %d    they differ on %s    %s    %s", at+1, len(list), e.lang().Say("on "+d.Kind), s.Cite(d.Passage), d.Passage), "    ")...) + "\n" +
			page.codeLines(s.Codebook.Code(d.Code), d.Code, coding.For, "", "")
		foot := "\n"
		for i, c := range d.Codings {
			foot += page.indented(fmt.Sprintf("%s %s: %s  %s  %s", page.bold(strconv.Itoa(i+1)), c.Coder, e.lang().Say(string(c.Says)), c.Span, c.Note)) + wrap(e.lang().Quote(oneLine(c.Quote)), "      ", page.width())
		}
		if len(d.Without) > 0 {
			foot += page.indented(page.say("not coded by %s", strings.Join(d.Without, ", ")))
		}
		for _, c := range d.Others {
			foot += page.indented(page.say("%s has here: %s", c.Coder, c.Code))
		}
		page.page(head, page.inContext(s, d.Passage), foot+"\n"+page.toldLines(told)+page.keyLine([][2]string{{numbers(len(d.Codings)), page.say("takes that coding")}, {"x", page.say("takes none")}, {"n", page.say("next")}, {"p", page.say("previous")}, {"q", page.say("quit")}}))
		var k string
		if k, err = page.keys.Key(); err != nil {
			break
		}
		told = ""
		chosen, number := strconv.Atoi(k)
		switch {
		case k == "q" || k == "ctrl-c":
			err = io.EOF
		case k == "n" || k == "right" || k == "down":
			at = min(at+1, len(list)-1)
		case k == "p" || k == "left" || k == "up":
			at = max(at-1, 0)
		case k == "x" || number == nil && chosen >= 1 && chosen <= len(d.Codings):
			because, ok, aerr := page.ask(page.say("because")+": ", nil)
			if err = aerr; err != nil || !ok || because == "" {
				told = page.say("a decision needs its reason")
				break
			}
			n := cases.NewCoding{Code: d.Code, Locator: d.Passage.String(), Note: because}
			if k != "x" {
				c := d.Codings[chosen-1]
				n.Locator, n.Says, n.Value, n.Basis, n.When = c.Passage.String(), string(c.Says), c.Value, c.Basis, c.When
			}
			if err = settle(ctx, &quiet, n, k == "x", false); err == nil {
				settled++
				told = page.say("settled: %s at %s", d.Code, d.Passage)
				at = min(at+1, len(list)-1)
			}
		default:
			told = page.say("press a number, x, n, p or q")
		}
		if err != nil {
			break
		}
	}
	if cerr := page.keys.Close(); errors.Is(err, io.EOF) {
		err = cerr
	}
	page.print("\n")
	e.tell("%d settled", settled)
	return err
}
