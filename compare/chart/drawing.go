package chart

import (
	"math"
	"slices"
)

// A4 is the width of the text of an A4 page, in points of 1/72 inch: 160 mm.
const A4 = 453.5

// Drawing is a picture, in points from the upper left corner.
type Drawing struct {
	Width, Height float64
	Title         string
	Description   string // the picture in words, for those who do not see it
	Language      string // of both
	How           string // the command, version and inputs it was made with
	Groups        []Group
}

// Group is what stands for one cell of the table, or, with an empty Row and Column, for none: title, axes, legend.
type Group struct {
	Row, Column string // keys
	Title       string // what the cell says and where it comes from
	Marks       []Mark
}

// between is the room between two drawings that stand below each other.
const between = 24

// below puts another drawing below.
func (d *Drawing) below(o *Drawing) {
	at := d.Height + between
	for _, g := range o.Groups {
		marks := slices.Clone(g.Marks)
		for i := range marks {
			marks[i].Points = slices.Clone(marks[i].Points)
			for k := range marks[i].Points {
				marks[i].Points[k].Y += at
			}
		}
		g.Marks = marks
		d.Groups = append(d.Groups, g)
	}
	d.Width, d.Height = max(d.Width, o.Width), at+o.Height
	d.Description += "\n" + o.Title + "\n" + o.Description
}

// Mark is one shape or one line of words.
type Mark struct {
	Shape  Shape
	Points []Point // of a line or polygon; the centre of a circle; where words begin, on their baseline
	Radius float64
	Fill   Colour
	Stroke Colour
	Width  float64 // of the stroke
	Dashed bool

	Words   string
	Size    float64
	Bold    bool
	Upright bool // words that run from below upwards
}

// Shape is what a mark is.
type Shape int

// The shapes.
const (
	Line Shape = iota
	Polygon
	Circle
	Words
)

// Point is a place in a drawing.
type Point struct{ X, Y float64 }

// Colour is a colour as #rrggbb; "" is none.
type Colour string

// The palette tells its colours apart for those who see no red or no green, and by lightness in black and white.
const (
	white  Colour = "#ffffff"
	ink    Colour = "#1a1a1a"
	grey   Colour = "#767676"
	pale   Colour = "#d9d9d9"
	paler  Colour = "#f0f0f0"
	strong Colour = "#0b4a80"
	medium Colour = "#a9cbe8"
	amber  Colour = "#f3c36b"
)

// mix returns the colour that lies at a share from 0 to 1 between two.
func mix(from, to Colour, share float64) Colour {
	const digits = "0123456789abcdef"
	a, b := from.rgb(), to.rgb()
	out := []byte{'#'}
	for i := range a {
		v := int(float64(a[i]) + share*(float64(b[i])-float64(a[i])) + .5)
		out = append(out, digits[v>>4], digits[v&15])
	}
	return Colour(out)
}

// rgb returns the three parts of a colour.
func (c Colour) rgb() [3]uint8 {
	var out [3]uint8
	for i := range out {
		for _, d := range []byte(c[1+2*i : 3+2*i]) {
			v := d - '0'
			if d >= 'a' {
				v = d - 'a' + 10
			}
			out[i] = out[i]<<4 | v
		}
	}
	return out
}

// luminance is how bright a colour is, from 0 to 1, as WCAG 2.2 reckons it.
func (c Colour) luminance() float64 {
	var out float64
	for i, v := range c.rgb() {
		part := float64(v) / 255
		if part <= .04045 {
			part /= 12.92
		} else {
			part = math.Pow((part+.055)/1.055, 2.4)
		}
		out += part * [3]float64{.2126, .7152, .0722}[i]
	}
	return out
}

// contrast is that of WCAG 2.2, from 1 to 21; text asks for 4.5.
func contrast(a, b Colour) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + .05) / (min(x, y) + .05)
}

// wordsOn returns the colour in which words on a ground can be read, with a contrast of at least 4.5: ink, or white; on the few grounds between them black.
func wordsOn(ground Colour) Colour {
	for _, c := range []Colour{ink, white} {
		if contrast(c, ground) >= 4.5 {
			return c
		}
	}
	return "#000000"
}

func rectangle(x, y, w, h float64) []Point {
	return []Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
}

func box(x, y, w, h float64, fill, stroke Colour) Mark {
	return Mark{Shape: Polygon, Points: rectangle(x, y, w, h), Fill: fill, Stroke: stroke, Width: .5}
}

func line(x1, y1, x2, y2, width float64, c Colour) Mark {
	return Mark{Shape: Line, Points: []Point{{x1, y1}, {x2, y2}}, Stroke: c, Width: width}
}

// hatch returns lines at 45 degrees over a rectangle, apart points from each other; falling the other way if back.
func hatch(x, y, w, h, apart float64, back bool, c Colour) []Mark {
	var out []Mark
	for s := apart; s < w+h; s += apart {
		x1, y1 := x+max(0, s-h), y+min(s, h)
		x2, y2 := x+min(s, w), y+max(0, s-w)
		if back {
			x1, x2 = 2*x+w-x1, 2*x+w-x2
		}
		out = append(out, line(x1, y1, x2, y2, .6, c))
	}
	return out
}
