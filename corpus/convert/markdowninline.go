package convert

import (
	"cmp"
	"html"
	"strings"

	"crosscase/corpus/pattern"
)

var (
	mdEscape   = pattern.Of("\\\\([!-/:-@\\[-`{-~])")
	mdImage    = pattern.Of(`!\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)`)
	mdLink     = pattern.Of(`\[([^\]\[]+)\]\((?:[^()]|\([^()]*\))*\)`)
	mdRefImage = pattern.Of(`!\[([^\]]*)\]\[[^\]]*\]`)
	mdRefLink  = pattern.Of(`\[([^\]\[]+)\]\[([^\]\[]*)\]`)
	mdNoteRef  = pattern.Of(`\[\^([^\]\s]{1,40})\]`)
	mdAuto     = pattern.Of(`<((?:https?://|mailto:)[^>\s]+)>`)
	mdTag      = pattern.Of(`(?i)</?(?:a|b|i|em|strong|u|s|p|div|span|sup|sub|img|hr|center|font|details|summary|mark|small|section|article|figure|figcaption|blockquote)(?:\s[^>]*)?/?>`)
	mdPartTag  = pattern.Of(`(?i)</?(?:table|thead|tbody|tr|td|th|ul|ol|li|dl|dt|dd|h[1-6]|pre)(?:\s[^>]*)?/?>`)
	mdBreak    = pattern.Of(`(?i)<br\s*/?>\n?`)
	mdCode     = pattern.Of("``?([^`\n]+)``?")
	mdStrong   = pattern.Of(`\*\*(\S(?:[^\n]*?\S)?)\*\*`)
	mdStrong2  = pattern.Of(`(^|[^\pL\pN_])__(\S(?:[^\n]*?\S)?)__($|[^\pL\pN_])`)
	mdEm       = pattern.Of(`\*([^\s*](?:[^*\n]*[^\s*])?)\*`)
	mdEm2      = pattern.Of(`(^|[^\pL\pN_])_([^\s_](?:[^_\n]*[^\s_])?)_($|[^\pL\pN_])`)
	mdStrike   = pattern.Of(`~~(\S(?:[^\n]*?\S)?)~~`)
)

// escapedBase is where an escaped sign waits while marks are taken out.
const escapedBase = 0x10FF00

// inline takes the marks of emphasis, links and code out of a paragraph; refs are
// the names of addresses that the file gives elsewhere.
func inline(s string, refs map[string]bool, r *Report) string {
	if !strings.ContainsAny(s, "\\*_`[]<>&~!") {
		return s
	}
	s = mdEscape.ReplaceAllStringFunc(s, func(m string) string { return string(rune(escapedBase) + rune(m[1])) })
	// the marks of notes keep their brackets, which a link loses
	s = mdNoteRef.ReplaceAllString(s, string(rune(escapedBase+'['))+"$1"+string(rune(escapedBase+']')))
	s = takeOut(s, mdImage, "$1", "dropped", "addresses of pictures (their captions are kept)", r)
	s = takeOut(s, mdRefImage, "$1", "dropped", "addresses of pictures (their captions are kept)", r)
	s = takeOut(s, mdLink, "$1", "dropped", "addresses of links", r)
	s = referred(s, refs, r)
	s = mdAuto.ReplaceAllString(s, "$1")
	s = takeOut(s, mdBreak, "\n", "dropped", "HTML tags", r)
	s = takeOut(s, mdTag, "", "dropped", "HTML tags", r)
	s = takeOut(s, mdPartTag, " ", "dropped", "HTML tags", r)
	s = mdCode.ReplaceAllString(s, "$1")
	s = mdStrong.ReplaceAllString(s, "$1")
	s = mdStrong2.ReplaceAllString(s, "$1$2$3")
	s = mdEm.ReplaceAllString(s, "$1")
	s = mdEm2.ReplaceAllString(s, "$1$2$3")
	s = mdStrike.ReplaceAllString(s, "$1")
	if out := html.UnescapeString(s); out != s {
		r.add("normalised", "entities such as &amp; → characters", 1, weigh(s)-weigh(out), firstDifference(s, out))
		s = out
	}
	return strings.Map(func(c rune) rune {
		if sign := c - escapedBase; sign > ' ' && sign < 0x7f && !weighs(sign) {
			return sign
		}
		return c
	}, s)
}

// referred takes the name of an address off [words][name], if there is one of
// that name: [00:12][Kari] is no link.
func referred(s string, refs map[string]bool, r *Report) string {
	if len(refs) == 0 || !strings.Contains(s, "][") {
		return s
	}
	n, example := 0, ""
	out := mdRefLink.ReplaceAllStringFunc(s, func(link string) string {
		m := mdRefLink.FindStringSubmatch(link)
		if !refs[fold(cmp.Or(m[2], m[1]))] {
			return link
		}
		n, example = n+1, cmp.Or(example, link)
		return m[1]
	})
	if n > 0 {
		r.add("dropped", "addresses of links", n, weigh(s)-weigh(out), clip(example, 60))
	}
	return out
}
