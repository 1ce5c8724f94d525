package corpus

import (
	"slices"

	"crosscase/corpus/plainfile"
)

// PackStructure adds a structure to a pack, some ten bytes a turn.
func PackStructure(p *plainfile.Pack, s *Structure) {
	labels := map[string]int{}
	var order []string
	for _, t := range s.Turns {
		if _, ok := labels[t.Speaker]; !ok {
			labels[t.Speaker] = len(order)
			order = append(order, t.Speaker)
		}
	}
	p.Strings(order)
	p.Int(len(s.Turns))
	at := 0
	for _, t := range s.Turns {
		p.Int(labels[t.Speaker])
		p.String(t.Time)
		p.Int(t.Span.Start - at)
		p.Int(t.Span.Len())
		at = t.Span.End
	}
	p.Int(len(s.Blocks))
	at, turn := 0, -1
	for _, b := range s.Blocks {
		p.Int(int(b.Kind))
		p.Int(b.Level)
		p.Int(b.Turn - turn)
		p.Int(b.Span.Start - at)
		p.Int(b.Span.Len())
		at, turn = b.Span.End, b.Turn
	}
}

// UnpackStructure returns the structure that PackStructure packed.
func UnpackStructure(u *plainfile.Unpack) Structure {
	s := Structure{Turns: UnpackTurns(u, nil)}
	if n := u.Count(); n > 0 {
		s.Blocks = make([]Block, n)
	}
	at, turn := 0, -1
	for i := range s.Blocks {
		b := &s.Blocks[i]
		b.Kind, b.Level, b.Turn = BlockKind(u.Int()), u.Int(), turn+u.Int()
		b.Span.Start = at + u.Int()
		b.Span.End = b.Span.Start + u.Int()
		at, turn = b.Span.End, b.Turn
	}
	return s
}

// UnpackTurns returns the turns of the structure that PackStructure packed, behind which the blocks stand. They lie in room, as far as it
// goes.
func UnpackTurns(u *plainfile.Unpack, room []Turn) []Turn {
	order := u.Strings()
	turns := room[:0]
	if n := u.Count(); n > 0 {
		turns = slices.Grow(turns, n)[:n]
	}
	at := 0
	for i := range turns {
		t := &turns[i]
		*t = Turn{}
		if label := u.Int(); label >= 0 && label < len(order) {
			t.Speaker = order[label]
		}
		t.Time = u.String()
		t.Span.Start = at + u.Int()
		t.Span.End = t.Span.Start + u.Int()
		at = t.Span.End
	}
	return turns
}
