package chart

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/vector"
)

// WritePNG writes the drawing as PNG with so many dots an inch; 300 is what printers ask for. The size of a point stands in the file.
func WritePNG(w io.Writer, d *Drawing, dpi float64) error {
	c := canvas{scale: dpi / 72}
	c.image = image.NewRGBA(image.Rect(0, 0, int(math.Ceil(d.Width*c.scale)), int(math.Ceil(d.Height*c.scale))))
	draw.Draw(c.image, c.image.Bounds(), image.White, image.Point{}, draw.Src)
	for _, g := range d.Groups {
		for i := range g.Marks {
			c.mark(&g.Marks[i])
		}
	}
	return png.Encode(&density{w: w, perMetre: uint32(math.Round(dpi / .0254))}, c.image)
}

// canvas draws marks into an image.
type canvas struct {
	image *image.RGBA
	scale float64
}

func (c *canvas) mark(m *Mark) {
	switch m.Shape {
	case Words:
		list, at, _ := face(m.Bold).glyphs(m.Words)
		for i, g := range list {
			path := make([]segment, len(g.path))
			for k, s := range g.path {
				path[k].verb = s.verb
				for _, p := range s.points {
					x, y := (p.X+at[i])*m.Size, p.Y*m.Size
					if m.Upright {
						x, y = y, -x
					}
					path[k].points = append(path[k].points, Point{m.Points[0].X + x, m.Points[0].Y + y})
				}
			}
			c.fill(path, m.Fill)
		}
	case Circle:
		if m.Fill != "" {
			c.fill(round(m.Points[0], m.Radius), m.Fill)
		}
		if m.Stroke != "" {
			outer, inner := round(m.Points[0], m.Radius+m.Width/2), backwards(round(m.Points[0], max(0, m.Radius-m.Width/2)))
			c.fill(append(outer, inner...), m.Stroke)
		}
	default:
		if m.Shape == Polygon && m.Fill != "" {
			c.fill(closed(m.Points), m.Fill)
		}
		if m.Stroke != "" {
			points := m.Points
			if m.Shape == Polygon {
				points = append(append([]Point{}, points...), points[0])
			}
			c.fill(stroked(points, m.Width, m.Dashed, m.Shape == Polygon), m.Stroke)
		}
	}
}

func closed(points []Point) []segment {
	out := []segment{{'M', points[:1]}}
	for i := range points[1:] {
		out = append(out, segment{'L', points[i+1 : i+2]})
	}
	return append(out, segment{verb: 'Z'})
}

// round returns a circle of 32 quadratic arcs.
func round(at Point, r float64) []segment {
	const n = 32
	place := func(angle, r float64) Point { return Point{at.X + r*math.Cos(angle), at.Y + r*math.Sin(angle)} }
	out := []segment{{'M', []Point{place(0, r)}}}
	for i := range n {
		half := math.Pi / n
		out = append(out, segment{'Q', []Point{place(float64(2*i+1)*half, r/math.Cos(half)), place(float64(2*i+2)*half, r)}})
	}
	return append(out, segment{verb: 'Z'})
}

// backwards runs an outline the other way round, so that it cuts a hole.
func backwards(path []segment) []segment {
	var all []Point
	for _, s := range path {
		all = append(all, s.points...)
	}
	out := []segment{{'M', all[len(all)-1:]}}
	for i := len(all) - 2; i > 0; i -= 2 {
		out = append(out, segment{'Q', []Point{all[i], all[i-1]}})
	}
	return append(out, segment{verb: 'Z'})
}

// stroked returns the outline of a line: a rectangle a piece, all running the same way round so that none takes away from another; corners are square where lines are level or plumb, else round.
func stroked(points []Point, width float64, dashed, ring bool) []segment {
	var out []segment
	for i := range points[1:] {
		a, b := points[i], points[i+1]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		if length == 0 {
			continue
		}
		ux, uy := (b.X-a.X)/length, (b.Y-a.Y)/length
		piece := func(from, to float64) {
			nx, ny := -uy*width/2, ux*width/2
			p, q := Point{a.X + ux*from, a.Y + uy*from}, Point{a.X + ux*to, a.Y + uy*to}
			out = append(out, closed([]Point{{p.X - nx, p.Y - ny}, {q.X - nx, q.Y - ny}, {q.X + nx, q.Y + ny}, {p.X + nx, p.Y + ny}})...)
		}
		if dashed {
			for s := 0.; s < length; s += dashOn + dashOff {
				piece(s, math.Min(s+dashOn, length))
			}
			continue
		}
		from, to := 0., length
		square := a.X == b.X || a.Y == b.Y
		if square && (i > 0 || ring) {
			from -= width / 2
		}
		if square && (i < len(points)-2 || ring) {
			to += width / 2
		}
		piece(from, to)
		if !square && i > 0 {
			out = append(out, round(a, width/2)...)
		}
	}
	return out
}

// fill paints an outline, smoothed at its edges.
func (c *canvas) fill(path []segment, with Colour) {
	low, high := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, s := range path {
		for _, p := range s.points {
			low.X, low.Y = math.Min(low.X, p.X), math.Min(low.Y, p.Y)
			high.X, high.Y = math.Max(high.X, p.X), math.Max(high.Y, p.Y)
		}
	}
	if low.X > high.X {
		return
	}
	box := image.Rect(int(math.Floor(low.X*c.scale))-1, int(math.Floor(low.Y*c.scale))-1, int(math.Ceil(high.X*c.scale))+1, int(math.Ceil(high.Y*c.scale))+1)
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	at := func(p Point) (float32, float32) {
		return float32(p.X*c.scale - float64(box.Min.X)), float32(p.Y*c.scale - float64(box.Min.Y))
	}
	for _, s := range path {
		switch s.verb {
		case 'M':
			r.MoveTo(at(s.points[0]))
		case 'L':
			r.LineTo(at(s.points[0]))
		case 'Q':
			x1, y1 := at(s.points[0])
			x2, y2 := at(s.points[1])
			r.QuadTo(x1, y1, x2, y2)
		case 'C':
			x1, y1 := at(s.points[0])
			x2, y2 := at(s.points[1])
			x3, y3 := at(s.points[2])
			r.CubeTo(x1, y1, x2, y2, x3, y3)
		case 'Z':
			r.ClosePath()
		}
	}
	v := with.rgb()
	r.Draw(c.image, box, image.NewUniform(color.RGBA{v[0], v[1], v[2], 255}), image.Point{})
}
