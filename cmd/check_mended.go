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
	lines := written.Lines(file)
	was := map[string]string{} // lines change places where codings do: each is found by its id or quote
	for _, l := range lines {
		for _, name := range recordNames(l.Was) {
			was[name] = l.Was
		}
	}
	for _, l := range lines {
		for _, name := range recordNames(l.Is) {
			if line, ok := was[name]; ok {
				l.Was = line
				break
			}
		}
		if l.Was != l.Is {
			e.tell("  %s:%d: %s", file, l.Line, difference(l.Was, l.Is))
		}
	}
}

// recordNames returns by what a record of a line is found again.
func recordNames(line string) (out []string) {
	var r struct{ ID, Quote string }
	if json.Unmarshal([]byte(line), &r) == nil {
		for _, name := range []string{r.ID, r.Quote} {
			if name != "" {
				out = append(out, name)
			}
		}
	}
	return out
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
		if b, a := string(before[field]), string(after[field]); b != a && field != "before" && field != "after" { // the words around a place go with it
			parts = append(parts, field+" "+orNothing(b)+" → "+orNothing(a))
		}
	}
	name := ""
	if code := after["code"]; code != nil {
		name = strings.Trim(string(code), `"`) + ": "
	}
	return strings.TrimSuffix(name+strings.Join(parts, ", "), ": ")
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
