package coding

import (
	"slices"
	"strings"

	"crosscase/corpus/pattern"
)

var (
	// what parts the names of a path
	pathMarks = pattern.Of(`\s*>>\s*|\s+(?:>|→|»)\s+|\s*::\s*|\s*\\+\s*`)
	// what stands before a name that is set in
	nameIndent = pattern.Of(`^[\s\x{00a0}]*(?:(?:[-–—]{1,9}|\.{2,30}|>{1,9}|[•●◦○▪■‣►➢└├─│]+|\*{1,9})[\s\x{00a0}]+)?`)
	prefixName = pattern.Of(`^([^:]{2,40}): (\S.*)$`)
	// the names that programs give the code above all codes
	treeNames = pattern.Of(`(?i)^(?:codes|nodes|koder|kodar|noder|kodesystem|code ?system|codesystem)$`)
)

// splitPath parts a path into the names in it.
func splitPath(s string) []string {
	var out []string
	for _, part := range pathMarks.Split(s, -1) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// placeByNames finds the codes above each row in the names themselves: paths such as "Codes\Trust\Control",
// "trust > control" and "trust::control"; blanks, dashes or bullets before the name; a prefix "TRUST: "
// that several names have, or that is itself a code; a dot behind the name of another code.
func placeByNames(rows []codeRow, in *ImportedCodes) {
	paths := make([][]string, len(rows))
	anyPath, wrapped := false, true
	for i, r := range rows {
		paths[i] = splitPath(r.code.Label)
		anyPath = anyPath || len(paths[i]) > 1
		wrapped = wrapped && len(paths[i]) > 0 && treeNames.MatchString(paths[i][0])
	}
	if anyPath {
		for i := range rows {
			p := paths[i]
			if wrapped && len(p) > 1 {
				p = p[1:]
			}
			if len(p) > 1 {
				rows[i].above, rows[i].parent = p[:len(p)-1], ""
			}
			if len(p) > 0 {
				rows[i].code.Label = p[len(p)-1]
			}
		}
		in.note("took the signs > , >> , :: and \\ in names for the tree")
		return
	}
	if placeByIndent(rows) {
		in.note("took what is set in for what stands below")
		return
	}
	placeByPrefix(rows, in)
}

// placeByIndent takes the signs before names away; what is set in stands below.
func placeByIndent(rows []codeRow) bool {
	deepest := 0
	for i := range rows {
		lead := nameIndent.FindString(rows[i].code.Label)
		if name := strings.TrimSpace(rows[i].code.Label[len(lead):]); name != "" {
			rows[i].code.Label = name
		} else {
			rows[i].code.Label = strings.TrimSpace(rows[i].code.Label)
			lead = ""
		}
		signs := strings.TrimSpace(strings.ReplaceAll(lead, "\u00a0", " "))
		switch {
		case signs == "":
			rows[i].depth += indentOf(strings.ReplaceAll(lead, "\u00a0", " "))
		default:
			before, _, _ := strings.Cut(strings.ReplaceAll(lead, "\u00a0", " "), signs)
			rows[i].depth += indentOf(before) + len([]rune(signs))
		}
		deepest = max(deepest, rows[i].depth)
	}
	least := deepest
	for _, r := range rows {
		least = min(least, r.depth)
	}
	return deepest > least
}

// placeByPrefix puts "TRUST: in numbers" below TRUST, and "trust.numbers" below a code "trust".
func placeByPrefix(rows []codeRow, in *ImportedCodes) {
	count := map[string]int{}
	for _, r := range rows {
		count[foldName(r.code.Label)] += 2
		if m := prefixName.FindStringSubmatch(r.code.Label); m != nil {
			count[foldName(m[1])]++
		}
	}
	names := map[string]bool{}
	for _, r := range rows {
		names[foldName(r.code.Label)] = true
	}
	var told []string
	for i := range rows {
		r := &rows[i]
		if r.parent != "" || len(r.above) > 0 {
			continue
		}
		if m := prefixName.FindStringSubmatch(r.code.Label); m != nil && count[foldName(m[1])] >= 2 {
			r.above, r.code.Label = []string{m[1]}, m[2]
			if !slices.Contains(told, m[1]) {
				told = append(told, m[1])
			}
			continue
		}
		name := r.code.Label
		for at := strings.IndexByte(name, '.'); at > 0 && at+1 < len(name) && name[at+1] != ' '; {
			if !names[foldName(name[:at])] {
				break
			}
			r.above, name = append(r.above, name[:at]), name[at+1:]
			at = strings.IndexByte(name, '.')
		}
		r.code.Label = name
	}
	if len(told) > 0 {
		in.note("took %s before the colon in names for the %s above", firstOf(told, 5), manyOr(len(told), "code", "codes"))
	}
}
