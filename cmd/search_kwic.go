package cmd

import (
	"fmt"
	"strings"

	"crosscase/cases"
	"crosscase/compare"
)

// searchLines prints a concordance: a line for every match, the matches below each other.
func searchLines(e *Env, s *cases.Study, found cases.Found, f searching, o compare.Options) error {
	around := f.around
	if around == 0 {
		around = 60
	}
	look := max(around, 200) // sorting looks further than what is printed
	lines, err := s.Concordance(found.Hits, look)
	if err != nil {
		return err
	}
	s.SortLines(lines, f.sort)
	shown := lines[:f.shown(len(lines))]
	if f.text() {
		err = f.out.printText(e, counted(len(shown), "match", "matches"), func(e *Env) error {
			printLines(e, shown, f.around)
			return nil
		})
		if err != nil {
			return err
		}
		return f.told(e, found, len(shown), len(lines))
	}
	for i := range shown {
		shown[i].Before, shown[i].After = cases.Ending(shown[i].Before, around), cases.Beginning(shown[i].After, around)
	}
	t := compare.Concordance(s, shown, o)
	cut(t, len(shown), len(lines), "matches")
	if err := f.out.print(e, t); err != nil || len(lines) > 0 {
		return err
	}
	return f.nothing(e)
}

// printLines prints lines with as much on either side as the width allows, or so many
// characters, and the locator of each match at the end.
func printLines(e *Env, lines []cases.Line, around int) {
	tail, match := 0, 0
	for _, l := range lines {
		tail = max(tail, len([]rune(where(l))))
		match = max(match, min(len([]rune(l.Match)), 30))
	}
	if around == 0 {
		width := e.Width
		if width <= 0 {
			width = 120
		}
		around = max(20, (width-tail-match-6)/2)
	}
	for _, l := range lines {
		before := cases.Ending(l.Before, around)
		room := around + match - len([]rune(l.Match)) // a short match leaves room behind it
		after := cases.Beginning(l.After, max(room, around/2))
		gap := strings.Repeat(" ", max(0, room-len([]rune(after))))
		marked := l.Match
		if marked != "" {
			marked = e.marked(l.Match)
		}
		fmt.Fprintf(e.Stdout, "%s%s%s%s%s  %s\n", strings.Repeat(" ", around-len([]rune(before))), before, marked, after, gap, where(l))
	}
}

// where names the case and the place of a line.
func where(l cases.Line) string {
	if len(l.Hit.Cases) == 0 {
		return l.At.String()
	}
	return "[" + strings.Join(l.Hit.Cases, " ") + "] " + l.At.String()
}
