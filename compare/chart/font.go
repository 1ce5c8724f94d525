package chart

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// typeface holds the outlines of the characters of a font. The Go fonts have no kerning.
type typeface map[rune]glyph

var regular, bold = sync.OnceValue(func() typeface { return parsed(goregular.TTF) }), sync.OnceValue(func() typeface { return parsed(gobold.TTF) })

// lastCharacter is the last one that is looked for in a font; the Go fonts have none beyond but a few ligatures.
const lastCharacter = 0x2fff

// parsed reads every outline of a font. It panics on a font that cannot be read: it is part of the program.
func parsed(ttf []byte) typeface {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic(err)
	}
	var buffer sfnt.Buffer
	units := fixed.I(int(f.UnitsPerEm()))
	out := typeface{}
	for r := rune(0); r <= lastCharacter; r++ {
		index, err := f.GlyphIndex(&buffer, r)
		if r == 0 {
			index = 0 // the box of what is missing
		} else if err != nil || index == 0 {
			continue
		}
		advance, err := f.GlyphAdvance(&buffer, index, units, font.HintingNone)
		if err != nil {
			continue
		}
		g := glyph{character: r, advance: float64(advance) / float64(units)}
		if outline, err := f.LoadGlyph(&buffer, index, units, nil); err == nil {
			g.path = outlineOf(outline, float64(units))
		}
		if r == '-' {
			g = g.narrowed(hyphenWidth)
		}
		out[r] = g
	}
	return out
}

func face(isBold bool) typeface {
	if isBold {
		return bold()
	}
	return regular()
}

// glyph is the outline of a character, in shares of the size of the type.
type glyph struct {
	character rune
	advance   float64
	path      []segment
}

// hyphenWidth is how much narrower a hyphen is drawn than the Go fonts have it, as broad as a dash.
const hyphenWidth = .58

// narrowed returns the outline and its advance, to a share of their breadth.
func (g glyph) narrowed(share float64) glyph {
	out := glyph{character: g.character, advance: g.advance * share}
	for _, s := range g.path {
		to := segment{verb: s.verb}
		for _, p := range s.points {
			to.points = append(to.points, Point{p.X * share, p.Y})
		}
		out.path = append(out.path, to)
	}
	return out
}

// segment is a piece of an outline: M, L, Q, C or Z with its points.
type segment struct {
	verb   byte
	points []Point
}

// glyph returns the outline of a character; the empty box, which stands at 0, for one that the font lacks.
func (f typeface) glyph(r rune) glyph {
	g, ok := f[r]
	if !ok {
		g = f[0]
	}
	return g
}

// glyphs returns the outlines of words and where each begins, both in shares of the size.
func (f typeface) glyphs(words string) (list []glyph, at []float64, width float64) {
	for _, r := range words {
		g := f.glyph(r)
		list, at = append(list, g), append(at, width)
		width += g.advance
	}
	return list, at, width
}

func outlineOf(in sfnt.Segments, em float64) []segment {
	var out []segment
	for i, s := range in {
		if s.Op == sfnt.SegmentOpMoveTo && i > 0 {
			out = append(out, segment{verb: 'Z'})
		}
		n, verb := 1, byte('L')
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			verb = 'M'
		case sfnt.SegmentOpQuadTo:
			n, verb = 2, 'Q'
		case sfnt.SegmentOpCubeTo:
			n, verb = 3, 'C'
		}
		var points []Point
		for _, p := range s.Args[:n] {
			points = append(points, Point{float64(p.X) / em, float64(p.Y) / em})
		}
		out = append(out, segment{verb, points})
	}
	if len(out) > 0 {
		out = append(out, segment{verb: 'Z'})
	}
	return out
}

// measure returns how wide words are.
func measure(words string, size float64, isBold bool) float64 {
	f, w := face(isBold), 0.
	for _, r := range words {
		w += f.glyph(r).advance
	}
	return w * size
}

// wrapped breaks words into lines no wider than width; a word that is wider itself is broken with a hyphen.
func wrapped(words string, width, size float64, isBold bool) []string {
	var out []string
	for _, paragraph := range strings.Split(words, "\n") {
		current := ""
		for _, w := range strings.Fields(paragraph) {
			joined := strings.TrimSpace(current + " " + w)
			if measure(joined, size, isBold) <= width {
				current = joined
				continue
			}
			if current != "" {
				out = append(out, current)
			}
			current = w
			for measure(current, size, isBold) > width {
				head, tail := broken(current, width, size, isBold)
				if tail == "" {
					break
				}
				out, current = append(out, head), tail
			}
		}
		out = append(out, current)
	}
	return out
}

// broken cuts a long word where it still fits with a hyphen, before a consonant that a vowel follows if there is one near; at least two
// characters stay on either side.
func broken(word string, width, size float64, isBold bool) (head, tail string) {
	letters := []rune(word)
	fits := 0
	for n := len(letters) - 2; n >= 2 && n > fits-7; n-- {
		head = strings.TrimSuffix(string(letters[:n]), "-") + "-"
		if measure(head, size, isBold) > width {
			continue
		}
		fits = max(fits, n)
		if syllable(letters[n:]) && strings.ContainsFunc(string(letters[:n]), vowel) {
			return head, string(letters[n:])
		}
	}
	if fits == 0 {
		return word, ""
	}
	return strings.TrimSuffix(string(letters[:fits]), "-") + "-", string(letters[fits:])
}

// syllable tells whether letters begin with a consonant and a vowel.
func syllable(letters []rune) bool {
	return unicode.IsLetter(letters[0]) && !vowel(letters[0]) && vowel(letters[1])
}

func vowel(r rune) bool { return strings.ContainsRune("aeiouyæøåäöAEIOUYÆØÅÄÖ", r) }
