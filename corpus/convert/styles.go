package convert

import (
	"strconv"
	"strings"

	"crosscase/corpus/pattern"
)

// textStyle is what a style of a word processor says of structure.
type textStyle struct {
	name    string // as people see it
	basedOn string
	level   int // of a heading, from 1; 0 says nothing, -1 says that it is none
	listed  bool
	list    string // of a listed one: the list its paragraphs belong to
	depth   int    // how far in they stand there, from 1
	bold    setting
	slant   setting // whether its text stands in italics
	lined   setting // whether it is underlined
	hidden  setting
	// unlisted says that its paragraphs belong to no list, and its headings have no number, though
	// those of the style it is based on do.
	unlisted bool
}

// setting is a property that may be on, off or not mentioned.
type setting int8

const (
	unset setting = iota
	on
	off
)

// styleSheet maps a style's id to the style.
type styleSheet map[string]textStyle

// headingName is what styles of headings are called; the ids are localised, the
// names are not, but other programs localise them too.
var headingName = pattern.Of(`^(?i)(?:heading|overskrift|rubrik|überschrift|titre|título|titolo|kop|otsikko)[ _]?([1-9])$`)

// basedOnDepth ends a chain of styles that bites its own tail.
const basedOnDepth = 20

// chain calls see for a style and those it is based on until one settles it.
func (s styleSheet) chain(id string, see func(textStyle) bool) {
	for range basedOnDepth {
		style, ok := s[id]
		if !ok || see(style) {
			return
		}
		id = style.basedOn
	}
}

// unlisted tells whether a style says that its headings have no number.
func (s styleSheet) unlisted(id string) bool { return s[id].unlisted }

// level returns the heading level of a style, from 1; 0 if it is none.
func (s styleSheet) level(id string) int {
	if _, ok := s[id]; !ok {
		return levelByName(id)
	}
	level := 0
	s.chain(id, func(style textStyle) bool {
		if level = style.level; level == 0 {
			level = levelByName(style.name)
		}
		return level != 0
	})
	return max(level, 0)
}

func levelByName(name string) int {
	if m := headingName.FindStringSubmatch(name); m != nil {
		n, _ := strconv.Atoi(m[1])
		return n
	}
	switch strings.ToLower(name) {
	case "title", "tittel":
		return 1
	}
	return 0
}

// listed tells whether a style makes its paragraphs list items.
func (s styleSheet) listed(id string) bool {
	listed := false
	s.chain(id, func(style textStyle) bool {
		listed = style.listed
		return listed
	})
	return listed
}

// bold tells whether a style sets its text in bold type; hidden, whether it hides it.
func (s styleSheet) bold(id string) setting {
	found := unset
	s.chain(id, func(style textStyle) bool {
		found = style.bold
		return found != unset
	})
	return found
}

// slanted tells whether a style sets its text in italics.
func (s styleSheet) slanted(id string) setting {
	found := unset
	s.chain(id, func(style textStyle) bool {
		found = style.slant
		return found != unset
	})
	return found
}

// lined tells whether a style underlines its text.
func (s styleSheet) lined(id string) setting {
	found := unset
	s.chain(id, func(style textStyle) bool {
		found = style.lined
		return found != unset
	})
	return found
}

func (s styleSheet) hidden(id string) setting {
	found := unset
	s.chain(id, func(style textStyle) bool {
		found = style.hidden
		return found != unset
	})
	return found
}

// contents tells whether a style is a line of a table of contents.
func (s styleSheet) contents(id string) bool {
	if id == "" {
		return false
	}
	name := strings.ToLower(s[id].name)
	if name == "" {
		name = strings.ToLower(id)
	}
	line, ok := strings.CutPrefix(name, "toc ")
	if !ok {
		line, ok = strings.CutPrefix(name, "contents ")
	}
	return ok && (len(line) == 1 && line[0] >= '1' && line[0] <= '9' || line == "heading")
}

// either returns the first setting that says something.
func either(settings ...setting) bool {
	for _, s := range settings {
		if s != unset {
			return s == on
		}
	}
	return false
}
