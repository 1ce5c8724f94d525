package convert

import (
	"math"
	"slices"
)

// rule is a straight line drawn on a page, upright or level: x0 = x1 or y0 = y1,
// nearly.
type rule struct{ x0, y0, x1, y1 float64 }

// level tells whether a rule runs from left to right.
func (r rule) level() bool { return r.x1-r.x0 > r.y1-r.y0 }

// What the engine calls the things on a page.
const (
	pdfiumPath  = 2
	pdfiumImage = 3
	pdfiumForm  = 5
)

// Limits on what is looked at of the drawings on a page.
const (
	maxDrawn  = 4000
	thickRule = 3.0 // points
	shortRule = 6.0
	bigDot    = 7.0
)

// drawings is what is drawn on a page.
type drawings struct {
	rules, dots []rule
	picture     float64 // how much of the page pictures cover, of 1
}

// drawings returns what is drawn on a page whose text runs as up says.
func (p *pdfFile) drawings(page uint64, up turn) drawings {
	var d drawings
	n := int(int32(p.call("FPDFPage_CountObjects", page)))
	at := p.scratch
	area := p.single("FPDF_GetPageWidthF", page) * p.single("FPDF_GetPageHeightF", page)
	for i := range min(n, maxDrawn) {
		o := p.call("FPDFPage_GetObject", page, uint64(i))
		kind := p.call("FPDFPageObj_GetType", o)
		if kind != pdfiumPath && kind != pdfiumImage && kind != pdfiumForm || p.call("FPDFPageObj_GetBounds", o, at, at+4, at+8, at+12) == 0 {
			continue
		}
		box := rule{p.float(0), p.float(1), p.float(2), p.float(3)}
		w, h := box.x1-box.x0, box.y1-box.y0
		switch {
		case kind != pdfiumPath:
			d.picture = math.Min(1, math.Max(d.picture, 0.001)+w*h/math.Max(area, 1))
		case math.Max(w, h) < bigDot && math.Abs(w-h) < 0.3*math.Max(w, h):
			d.dots = append(d.dots, box)
		case w < thickRule || h < thickRule:
			d.rules = append(d.rules, box)
		default:
			d.rules = append(d.rules, p.sides(o, box)...)
		}
	}
	for i := range d.rules {
		d.rules[i].turnBack(up)
	}
	for i := range d.dots {
		d.dots[i].turnBack(up)
	}
	d.rules = slices.DeleteFunc(d.rules, func(r rule) bool { return math.Max(r.x1-r.x0, r.y1-r.y0) < shortRule })
	return d
}

// dotted marks the lines that begin with a dot that is drawn, not written.
func dotted(lines []pdfLine, dots []rule) {
	if len(dots) > 200 {
		return // a drawing
	}
	for _, d := range dots {
		best := -1
		for i, l := range lines {
			y := (d.y0 + d.y1) / 2
			if !l.turned && y > l.base && y < l.base+0.8*l.size && l.x0 > d.x1-0.5 && l.x0-d.x1 < 2*l.size && (best < 0 || l.x0 < lines[best].x0) {
				best = i
			}
		}
		if best >= 0 {
			lines[best].list = true
		}
	}
}

// sides returns the straight lines of a path: the four sides of a box, or the
// lines of a grid.
func (p *pdfFile) sides(o uint64, box rule) []rule {
	segments := int(int32(p.call("FPDFPath_CountSegments", o)))
	if segments > 500 {
		return nil
	}
	at := p.scratch
	if p.call("FPDFPageObj_GetMatrix", o, at) == 0 {
		return nil
	}
	a, b, c, d, e, f := p.float(0), p.float(1), p.float(2), p.float(3), p.float(4), p.float(5)
	var out []rule
	var startX, startY, x, y float64
	line := func(toX, toY float64) {
		r := rule{math.Min(x, toX), math.Min(y, toY), math.Max(x, toX), math.Max(y, toY)}
		if r.x1-r.x0 < 1 || r.y1-r.y0 < 1 {
			out = append(out, r)
		}
		x, y = toX, toY
	}
	const bezier, move = 1, 2
	for i := range segments {
		s := p.call("FPDFPath_GetPathSegment", o, uint64(i))
		if p.call("FPDFPathSegment_GetPoint", s, at, at+4) == 0 {
			return nil
		}
		px, py := p.float(0), p.float(1)
		toX, toY := a*px+c*py+e, b*px+d*py+f
		switch p.call("FPDFPathSegment_GetType", s) {
		case bezier:
			return nil // a drawing
		case move:
			x, y = toX, toY
			startX, startY = x, y
		default:
			line(toX, toY)
		}
		if p.call("FPDFPathSegment_GetClose", s) != 0 {
			line(startX, startY)
		}
	}
	return out
}
