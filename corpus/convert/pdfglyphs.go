package convert

import (
	"math"
	"strings"
)

// glyph is a character of a page and its box in points, y growing upwards. The
// bottom of the box is the base line on which letters stand.
type glyph struct {
	r                   rune
	x0, x1, top, bottom float64
	typeface
	ours  bool // the engine put it in: a blank at a gap, the end of a line
	loose bool // the box is that of the ink, and x, y is where the letter begins
	x, y  float64
	index int // among the characters of the page
}

// typeface is how characters look.
type typeface struct {
	size          float64 // height of the type in points; 0 if not known
	bold, slanted bool
	turn          turn
	of            uint64 // the piece of text it belongs to
	font          uint64
	unnamed       bool // the file does not say which characters these are
}

// turn is the direction in which text runs, in degrees against the clock, from 0.
type turn int

// turnOf makes a turn of an angle: one of the four straight ones if it is near.
func turnOf(angle float64) turn {
	degrees := math.Round(angle * 180 / math.Pi)
	if straight := 90 * math.Round(degrees/90); math.Abs(degrees-straight) <= 4 {
		degrees = straight
	}
	return turn(math.Mod(degrees+720, 360))
}

// upright returns the turn of most of the text of a page.
func upright(glyphs []glyph) turn {
	count := map[turn]int{}
	for _, g := range glyphs {
		if !g.ours && weighs(g.r) {
			count[g.turn]++
		}
	}
	best := turn(0)
	for t, n := range count {
		if t%90 == 0 && (n > count[best] || n == count[best] && t < best) {
			best = t
		}
	}
	return best
}

// turnBack turns a glyph so that text of turn t runs from left to right.
func (g *glyph) turnBack(t turn) {
	switch t {
	case 0:
	case 90:
		g.x0, g.x1, g.bottom, g.top = g.bottom, g.top, -g.x1, -g.x0
	case 180:
		g.x0, g.x1, g.bottom, g.top = -g.x1, -g.x0, -g.top, -g.bottom
	case 270:
		g.x0, g.x1, g.bottom, g.top = -g.top, -g.bottom, g.x0, g.x1
	default: // the box says little; the letter begins at x, y
		sin, cos := math.Sincos(-float64(t) * math.Pi / 180)
		x, y := g.x, g.y
		g.x0, g.bottom = x*cos-y*sin, x*sin+y*cos
		g.x1, g.top = g.x0+0.5*g.size, g.bottom+0.7*g.size
		return
	}
	if !g.loose {
		return
	}
	// the base line is where the letter begins, not where its ink ends
	switch t {
	case 90:
		g.bottom = -g.x
	case 180:
		g.bottom = -g.y
	case 270:
		g.bottom = g.x
	default:
		g.bottom = g.y
	}
	g.top = g.bottom + 0.7*g.size
}

// turnBack turns a rule with the text of its page.
func (r *rule) turnBack(t turn) {
	g := glyph{x0: r.x0, x1: r.x1, bottom: r.y0, top: r.y1}
	g.turnBack(t)
	r.x0, r.x1, r.y0, r.y1 = g.x0, g.x1, g.bottom, g.top
}

// onlyOnce drops characters that are printed twice at one place, as some programs
// print bold type or shadows. The engine itself drops some of them unseen.
func onlyOnce(glyphs []glyph) (out []glyph, twice string) {
	back := false
	for i := 1; i < len(glyphs) && !back; i++ {
		a, g := glyphs[i-1], glyphs[i]
		back = !a.ours && !g.ours && a.r != ' ' && math.Abs(a.bottom-g.bottom) < 0.2*g.size && g.x0 < a.x0+0.12*g.size
	}
	if !back {
		return glyphs, ""
	}
	type place struct {
		r    rune
		x, y int
	}
	seen := map[place][]glyph{}
	var dropped strings.Builder
	for _, g := range glyphs {
		if g.ours || g.r <= ' ' || g.size <= 0 {
			out = append(out, g)
			continue
		}
		at := place{g.r, int(math.Round(g.x0 / 4)), int(math.Round(g.bottom / 4))}
		if n := len(out); n > 0 && out[n-1].index == g.index-1 && out[n-1].of == g.of && out[n-1].x0 == g.x0 {
			out = append(out, g) // the letters of a ligature
			continue
		}
		if overprints(g, func(dx, dy int) []glyph { return seen[place{g.r, at.x + dx, at.y + dy}] }) {
			dropped.WriteRune(g.r)
			continue
		}
		if len(seen[at]) < 20 { // more is no print
			seen[at] = append(seen[at], g)
		}
		out = append(out, g)
	}
	return out, dropped.String()
}

func overprints(g glyph, near func(dx, dy int) []glyph) bool {
	slack := math.Min(0.1*g.size, 1.9)
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			for _, o := range near(dx, dy) {
				if math.Abs(o.x0-g.x0) <= slack && math.Abs(o.bottom-g.bottom) <= slack && o.turn == g.turn {
					return true
				}
			}
		}
	}
	return false
}
