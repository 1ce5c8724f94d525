package coding

import (
	"bytes"
	"encoding/json"
	"path"
	"strings"

	"crosscase/corpus/catalogue"
	"crosscase/corpus/pattern"
	"crosscase/corpus/plainfile"
)

// copyNames are the names that file synchronisers give the second of two files that were written at once, as
// each documents them. The first group is the name of the original without its ending.
var copyNames = []struct {
	by   string
	name *pattern.Pattern
}{
	{"Syncthing", pattern.Of(`^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?$`)},
	{"Dropbox or Nextcloud", pattern.Of(`(?i)^(.+?) \([^()]*(?:conflicted copy|case conflict|motstridende kopi|konfliktkopi|konflikt|in Konflikt stehende)[^()]*\)(?: ?\(\d+\))?$`)},
	{"Google Drive", pattern.Of(`(?i)^(.+?) ?(?:\[conflict(?:ed)?[^\]]*\]|_conf\(\d+\))$`)},
	{"Google Drive or a browser", pattern.Of(`^(.+?) ?\(\d+\)$`)},
	{"OneDrive", pattern.Of(`^(.+?)-[A-Za-z0-9]*[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*$`)}, // NAME-COMPUTER; keys of documents have small letters
	{"iCloud", pattern.Of(`^(.+?) \d+$`)},
	{"somebody", pattern.Of(`(?i)^copy of (.+?)(?: \(\d+\))?$`)},
	{"somebody", pattern.Of(`(?i)^(.+?) ?[-–] ?(?:copy|kopi)(?: ?\(\d+\))?$`)},
}

// ordinaryName tells of the name of a file without its ending whether it is, at a glance, none that a synchroniser
// gives: all of those hold a capital, a blank, a bracket or one of a few words.
func ordinaryName(stem string) bool {
	for i := range len(stem) {
		if c := stem[i]; c >= 'A' && c <= 'Z' || c >= 0x80 || strings.IndexByte(" ([", c) >= 0 {
			return false
		}
	}
	return !strings.Contains(stem, "sync-conflict") && !strings.Contains(stem, "copy") && !strings.Contains(stem, "kopi")
}

// CopyOf tells of a file name with its ending whether it is one that a synchroniser gives to a conflict copy: of
// which name, and who gives such names.
func CopyOf(name string) (original, by string, ok bool) {
	ending := path.Ext(name)
	stem := strings.TrimSuffix(name, ending)
	if ordinaryName(stem) {
		return "", "", false
	}
	for _, c := range copyNames {
		if m := c.name.FindStringSubmatch(stem); m != nil {
			return m[1] + ending, c.by, true
		}
	}
	return "", "", false
}

// Merged is two files of one coder put together.
type Merged struct {
	Data      []byte
	Came      int      // lines of theirs that were not in mine
	Gone      int      // lines of theirs that stay away, because they were removed
	Conflicts []string // lines that differ: what theirs said
}

// Merge puts the lines of two files of codings or of verdicts together. A coding is known by its id, a verdict by its
// code and place, any other line by all its words. A line that only theirs has comes in, unless removed says that it was
// taken out; of one that both have and that differs the later by its date stays, mine if they have the same, and the other is a conflict. Files about
// different versions of a text, and files with lines that cannot be read, are an error: nothing is put together blindly.
func Merge(mine, theirs []byte, removed func(id, code, at string) bool) (Merged, error) {
	var m Merged
	a, err := linesByKey(mine)
	if err != nil {
		return m, err
	}
	b, err := linesByKey(theirs)
	if err != nil {
		return m, err
	}
	if a.digest != "" && b.digest != "" && a.digest != b.digest {
		return m, catalogue.Errorf("they speak of two versions of the text")
	}
	for _, key := range b.order {
		x, y := a.lines[key], b.lines[key]
		switch {
		case x == nil && y.Code != "" && removed(y.ID, y.Code, y.At):
			m.Gone++
		case x == nil:
			a.order = append(a.order, key)
			a.lines[key] = y
			m.Came++
		case key != "document" && x.canonical != y.canonical:
			if y.On > x.On {
				a.lines[key], y = y, x
			}
			m.Conflicts = append(m.Conflicts, string(y.raw))
		}
	}
	for _, key := range a.order {
		m.Data = append(append(m.Data, a.lines[key].raw...), '\n')
	}
	return m, nil
}

type keyedLines struct {
	digest string
	order  []string
	lines  map[string]*keyedLine
}

type keyedLine struct {
	Document, Digest, ID, Code, At, On, Verdict string
	raw                                         []byte
	canonical                                   string // by which two lines are the same
}

func linesByKey(data []byte) (keyedLines, error) {
	out := keyedLines{lines: map[string]*keyedLine{}}
	for i, raw := range bytes.Split(data, []byte("\n")) {
		raw = bytes.TrimSpace(raw)
		if len(raw) == 0 {
			continue
		}
		l := &keyedLine{raw: raw}
		var all map[string]any
		if json.Unmarshal(raw, l) != nil || json.Unmarshal(raw, &all) != nil {
			return out, catalogue.Errorf("line %d cannot be read", i+1)
		}
		delete(all, "before") // what stands around a quote says nothing of its own
		delete(all, "after")
		canonical, err := plainfile.EncodeLine(all)
		if err != nil {
			return out, err
		}
		l.canonical = string(canonical)
		key := l.canonical
		switch {
		case l.Document != "":
			key, out.digest = "document", l.Digest
		case l.Verdict != "":
			key = "verdict " + l.Code + " " + l.At
		case l.Code != "" && l.ID != "":
			key = "coding " + l.ID
		}
		if out.lines[key] == nil {
			out.order = append(out.order, key)
		}
		out.lines[key] = l
	}
	return out, nil
}
