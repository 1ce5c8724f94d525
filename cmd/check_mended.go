package cmd

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"crosscase/cases"
	"crosscase/corpus/plainfile"
)

// tellMended tells of a file that was mended what its lines were and what they are.
func (e *Env) tellMended(s *cases.Study, file string, written *plainfile.HeldBack) {
	e.tell("mended %s", file)
	if e.hides(s)(file) {
		return
	}
	for _, l := range written.Lines(file) {
		e.tell("  %s:%d: %s", file, l.Line, difference(l.Was, l.Is))
	}
}

// difference tells what a line was and what it is; of a record only the fields that differ, behind what names it.
func difference(was, is string) string {
	var before, after map[string]json.RawMessage
	if json.Unmarshal([]byte(was), &before) != nil || json.Unmarshal([]byte(is), &after) != nil {
		return orNothing(beginningOf(was)) + " → " + orNothing(beginningOf(is))
	}
	all := maps.Clone(before)
	maps.Copy(all, after)
	var parts []string
	for _, field := range slices.Sorted(maps.Keys(all)) {
		if b, a := string(before[field]), string(after[field]); b != a {
			parts = append(parts, field+" "+orNothing(b)+" → "+orNothing(a))
		}
	}
	name := ""
	if code := after["code"]; code != nil {
		name = strings.Trim(string(code), `"`) + ": "
	}
	return name + strings.Join(parts, ", ")
}

func orNothing(words string) string {
	if words == "" {
		return "–"
	}
	return words
}

// beginningOf cuts a line to 100 characters.
func beginningOf(line string) string {
	if r := []rune(strings.TrimSpace(line)); len(r) > 100 {
		return string(r[:100]) + "…"
	}
	return strings.TrimSpace(line)
}
