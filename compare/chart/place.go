package chart

import "math"

// area is a rectangle.
type area struct{ x1, y1, x2, y2 float64 }

func (a area) meets(b area) bool { return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2 }

func (a area) within(b area) bool {
	return a.x1 >= b.x1 && a.y1 >= b.y1 && a.x2 <= b.x2 && a.y2 <= b.y2
}

// crosses tells whether a line runs through the area.
func (a area) crosses(p, q Point) bool {
	const pieces = 96
	for k := 0; k <= pieces; k++ {
		s := float64(k) / pieces
		x, y := p.X+(q.X-p.X)*s, p.Y+(q.Y-p.Y)*s
		if x > a.x1 && x < a.x2 && y > a.y1 && y < a.y2 {
			return true
		}
	}
	return false
}

// spot is a point of a picture with its label.
type spot struct {
	at     Point
	radius float64
	label  []string
}

// named places the labels of points inside a frame: beside each point where there is room, else as near as there is, with a line that leads to it. No label
// lies on a point or on another label, and if it can be helped none on one of the rules; a label for which there is no room at all comes back as nil.
func named(spots []spot, frame area, rules [][2]Point) [][]Mark {
	out := make([][]Mark, len(spots))
	var busy []area
	for _, s := range spots {
		busy = append(busy, area{s.at.X - s.radius - 1, s.at.Y - s.radius - 1, s.at.X + s.radius + 1, s.at.Y + s.radius + 1})
	}
	type leader struct{ p, q Point }
	var leaders []leader
	for i, s := range spots {
		w, h := 0., float64(len(s.label))*9
		for _, l := range s.label {
			w = math.Max(w, measure(l, labelSize, false))
		}
	search:
		for try := 0; try < 3*32; try++ { // the second time over rules, the third with leaders over points and leaders
			away := float64(try%32) * 7
			around := 8
			if away > 0 {
				around = 16
			}
			for k := range around {
				angle := 2 * math.Pi * float64(k) / float64(around)
				dx, dy := math.Cos(angle), -math.Sin(angle)
				reach := s.radius + 2 + away
				x, y := s.at.X+dx*reach-w/2+dx*w/2, s.at.Y+dy*reach-h/2+dy*h/2
				at := area{x, y, x + w, y + h}
				if !at.within(frame) {
					continue
				}
				free := true
				for _, b := range busy {
					free = free && !at.meets(b)
				}
				for _, r := range rules {
					free = free && (try >= 32 || !at.crosses(r[0], r[1]))
				}
				for _, l := range leaders {
					free = free && (try >= 64 || !at.crosses(l.p, l.q))
				}
				near := Point{math.Max(x, math.Min(s.at.X, x+w)), math.Max(y, math.Min(s.at.Y, y+h))}
				if away > 0 && try < 64 {
					for b, other := range busy {
						free = free && (b == i || !other.crosses(s.at, near))
					}
				}
				if !free {
					continue
				}
				busy = append(busy, at)
				if away > 0 {
					leaders = append(leaders, leader{s.at, near})
					out[i] = append(out[i], line(s.at.X, s.at.Y, near.X, near.Y, .5, grey))
				}
				for m, words := range s.label {
					out[i] = append(out[i], text(x, y+float64(m)*9+7.2, words, labelSize, false, ink))
				}
				break search
			}
		}
	}
	return out
}

// extent is the rectangle that a mark takes up.
func extent(m Mark) area {
	if m.Shape == Words {
		w := measure(m.Words, m.Size, m.Bold)
		a := area{m.Points[0].X, m.Points[0].Y - m.Size*.72, m.Points[0].X + w, m.Points[0].Y + m.Size*.2}
		if m.Upright {
			a = area{m.Points[0].X - m.Size*.72, m.Points[0].Y - w, m.Points[0].X + m.Size*.2, m.Points[0].Y}
		}
		return a
	}
	a := area{m.Points[0].X, m.Points[0].Y, m.Points[0].X, m.Points[0].Y}
	for _, p := range m.Points {
		a = area{min(a.x1, p.X), min(a.y1, p.Y), max(a.x2, p.X), max(a.y2, p.Y)}
	}
	return area{a.x1 - m.Radius, a.y1 - m.Radius, a.x2 + m.Radius, a.y2 + m.Radius}
}
