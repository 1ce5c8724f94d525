package chart

import (
	"strings"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// typeface is a font whose glyphs are read in its own units.
type typeface struct {
	mu     sync.Mutex
	font   *sfnt.Font
	buffer sfnt.Buffer
	units  fixed.Int26_6
}

var regular, bold = sync.OnceValue(func() *typeface { return parsed(goregular.TTF) }), sync.OnceValue(func() *typeface { return parsed(gobold.TTF) })

// parsed panics on a font that cannot be read: it is part of the program.
func parsed(ttf []byte) *typeface {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic(err)
	}
	return &typeface{font: f, units: fixed.I(int(f.UnitsPerEm()))}
}

func face(isBold bool) *typeface {
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

// segment is a piece of an outline: M, L, Q or Z with its points.
type segment struct {
	verb   byte
	points []Point
}

// glyphs returns the outlines of words and where each begins, both in shares of the size. A character that the font lacks is its empty box.
func (f *typeface) glyphs(words string) (list []glyph, at []float64, width float64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	em := float64(f.units)
	var before sfnt.GlyphIndex
	for i, r := range []rune(words) {
		index, err := f.font.GlyphIndex(&f.buffer, r)
		if err != nil {
			continue
		}
		if i > 0 {
			if k, err := f.font.Kern(&f.buffer, before, index, f.units, font.HintingNone); err == nil {
				width += float64(k) / em
			}
		}
		before = index
		advance, err := f.font.GlyphAdvance(&f.buffer, index, f.units, font.HintingNone)
		if err != nil {
			continue
		}
		g := glyph{character: r, advance: float64(advance) / em}
		if outline, err := f.font.LoadGlyph(&f.buffer, index, f.units, nil); err == nil {
			g.path = outlineOf(outline, em)
		}
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
	_, _, w := face(isBold).glyphs(words)
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

// broken cuts a long word where it still fits with a hyphen; at least two characters stay on either side.
func broken(word string, width, size float64, isBold bool) (head, tail string) {
	letters := []rune(word)
	for n := len(letters) - 2; n >= 2; n-- {
		head = strings.TrimSuffix(string(letters[:n]), "-") + "-"
		if measure(head, size, isBold) <= width {
			return head, string(letters[n:])
		}
	}
	return word, ""
}
