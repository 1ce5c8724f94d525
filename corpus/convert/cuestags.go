package convert

import (
	"html"
	"strings"
)

// captionTags are the tags of WebVTT and SubRip that say how words look.
var captionTags = map[string]bool{
	"c": true, "i": true, "b": true, "u": true, "v": true, "s": true, "em": true, "strong": true, "font": true, "span": true,
	"ruby": true, "rt": true, "lang": true, "br": true,
}

// captionTag is a tag in s[start:end].
type captionTag struct {
	name       string // in lower case; "" for the time of a word
	inside     string // what stands after the name
	closing    bool
	start, end int
}

// nextTag returns the first tag at or after a byte of s, whose last '>' stands at
// last; ok is false if there is none. It searches by hand, for a regular
// expression takes minutes where a file is nothing but open brackets.
func nextTag(s string, from, last int) (t captionTag, ok bool) {
	for from <= last {
		i := strings.IndexByte(s[from:last+1], '<')
		if i < 0 {
			return t, false
		}
		if t, ok = tagAt(s, from+i, last); ok {
			return t, true
		}
		from += i + 1
	}
	return t, false
}

// tagAt reads the tag that begins at s[i]; the last '>' of s stands at last.
func tagAt(s string, i, last int) (captionTag, bool) {
	t := captionTag{start: i}
	j := i + 1
	if j < last && s[j] == '/' {
		t.closing = true
		j++
	}
	n := j
	for n < last && n-j < 8 && (s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	if n > j {
		t.name = strings.ToLower(s[j:n])
	} else if n = wordTime(s, j, last); n == j {
		return t, false
	}
	if t.name != "" && !captionTags[t.name] || !strings.ContainsRune(">./ \t\n", rune(s[n])) {
		return t, false
	}
	t.end = n + strings.IndexByte(s[n:], '>') + 1
	t.inside = s[n : t.end-1]
	return t, true
}

// wordTime returns where the time of a word ends that begins at s[j], as in
// <00:00:01.000>; j if there is none.
func wordTime(s string, j, last int) int {
	n, colons := j, 0
	for n < last && n-j < 20 && (s[n] >= '0' && s[n] <= '9' || s[n] == ':' || s[n] == '.') {
		if s[n] == ':' {
			colons++
		}
		n++
	}
	if colons == 0 || s[n] != '>' {
		return j
	}
	return n
}

// captionText returns the words of a caption without tags and entities.
func captionText(s string) string {
	if strings.ContainsAny(s, "<{") {
		s = withoutTags(s)
	}
	return html.UnescapeString(s)
}

// withoutTags takes out tags and the styles in braces of SubRip, {\an8}.
func withoutTags(s string) string {
	var b strings.Builder
	from, last := 0, strings.LastIndexByte(s, '>')
	for {
		t, ok := nextTag(s, from, last)
		if !ok {
			break
		}
		b.WriteString(s[from:t.start])
		if t.name == "br" {
			b.WriteByte('\n')
		}
		from = t.end
	}
	b.WriteString(s[from:])
	s = b.String()
	if !strings.Contains(s, `{\`) {
		return s
	}
	b.Reset()
	for last = strings.LastIndexByte(s, '}'); ; {
		i := strings.Index(s, `{\`)
		if i < 0 || i > last {
			b.WriteString(s)
			return b.String()
		}
		end := i + strings.IndexByte(s[i:], '}') + 1
		b.WriteString(s[:i])
		s, last = s[end:], last-end
	}
}

// voiceName returns whom a <v.class Name> tag names; "" for nobody.
func (t captionTag) voiceName() string {
	name := t.inside
	if strings.HasPrefix(name, ".") {
		if i := strings.IndexAny(name, " \t\n"); i >= 0 {
			name = name[i:]
		} else {
			name = ""
		}
	}
	return strings.TrimSpace(html.UnescapeString(name))
}
