package coding

import (
	"math"

	"crosscase/corpus"
	"crosscase/corpus/plainfile"
)

// packCodings adds the codings of a layer to a pack. What many of them share, their codes first, is written once and
// numbered; each coding is a piece of its own, so that it can be passed over.
func packCodings(p *plainfile.Pack, codings []Coding) {
	var names []string
	number := map[string]int{}
	shared := func(to *plainfile.Pack, name string) {
		n, ok := number[name]
		if !ok {
			n = len(names)
			number[name], names = n, append(names, name)
		}
		to.Int(n)
	}
	var codes, pieces, c plainfile.Pack
	for i := range codings {
		shared(&codes, codings[i].Code)
	}
	n := len(names)
	for i := range codings {
		of := &codings[i]
		c.Clear()
		c.String(of.ID)
		for _, s := range [...]string{string(of.Says), of.Value, of.Basis, of.When, of.On, string(of.Fate)} {
			shared(&c, s)
		}
		c.Int(of.Start)
		c.Int(of.Len())
		c.Int(of.Line)
		c.Int(int(math.Round(of.Score * 1e6)))
		c.String(of.Quote)
		c.String(of.Note)
		c.String(of.From)
		c.String(of.Was)
		pieces.String(string(c.Bytes()))
	}
	p.Strings(names)
	p.Int(n)
	p.Int(len(codings))
	p.String(string(codes.Bytes()))
	p.String(string(pieces.Bytes()))
}

// packed are the codings of a layer before each is unpacked.
type packed struct {
	names         []string
	codes, length int // the first names are of codes
	of, pieces    *plainfile.Unpack
}

func unpackPieces(u *plainfile.Unpack) packed {
	p := packed{names: u.Strings(), codes: u.Int(), length: u.Int()}
	of := u.String()
	if p.codes < 0 || p.codes > len(p.names) || p.length < 0 || p.length > len(of) {
		u.Fail()
		p.codes, p.length = 0, 0
	}
	p.of, p.pieces = plainfile.NewUnpack(of), plainfile.NewUnpack(u.String())
	return p
}

// UnpackCodings returns those codings of a packed layer that want takes, under the keys that it gives their
// codes. It is asked once for each code.
func UnpackCodings(u *plainfile.Unpack, file string, want func(code string) (string, bool)) []Coding {
	l := &Layer{}
	l.Coder, l.Document = LayerOf(file)
	_ = u.String() // what is said of the document
	return unpackCodings(u, l, want)
}

// unpackCodings returns the codings of l that want takes.
func unpackCodings(u *plainfile.Unpack, l *Layer, want func(code string) (string, bool)) []Coding {
	p := unpackPieces(u)
	keys, wanted := make([]string, p.codes), make([]bool, p.codes)
	any := false
	for i := range keys {
		keys[i], wanted[i] = want(p.names[i])
		any = any || wanted[i]
	}
	if !any {
		return make([]Coding, 0)
	}
	of, n := make([]int, p.length), 0
	for i := range of {
		of[i] = p.of.Int()
		if of[i] < 0 || of[i] >= p.codes {
			u.Fail()
			return nil
		}
		if wanted[of[i]] {
			n++
		}
	}
	out := make([]Coding, 0, n)
	for _, code := range of {
		piece := p.pieces.String()
		if wanted[code] {
			out = append(out, Coding{Code: keys[code], Coder: l.Coder, Passage: corpus.Passage{Document: l.Document}})
			p.unpack(plainfile.NewUnpack(piece), &out[len(out)-1], u)
		}
	}
	if !p.of.Done() || !p.pieces.Done() {
		u.Fail()
	}
	return out
}

// unpack fills in one coding from its piece.
func (p *packed) unpack(piece *plainfile.Unpack, c *Coding, u *plainfile.Unpack) {
	shared := func() string {
		if n := piece.Int(); n >= 0 && n < len(p.names) {
			return p.names[n]
		}
		u.Fail()
		return ""
	}
	c.ID = piece.String()
	c.Says, c.Value, c.Basis, c.When, c.On, c.Fate = Says(shared()), shared(), shared(), shared(), shared(), corpus.Fate(shared())
	c.Start = piece.Int()
	c.End = c.Start + piece.Int()
	c.Line = piece.Int()
	c.Score = float64(piece.Int()) / 1e6
	c.Quote, c.Note, c.From, c.Was = piece.String(), piece.String(), piece.String(), piece.String()
	if !piece.Done() {
		u.Fail()
	}
}

// UnpackIDs visits the ids of the codings of a packed layer.
func UnpackIDs(u *plainfile.Unpack, visit func(id string)) {
	_ = u.String()
	p := unpackPieces(u)
	for range p.length {
		piece := plainfile.NewUnpack(p.pieces.String())
		visit(piece.String())
		if piece.Failed() {
			u.Fail()
			return
		}
	}
}
