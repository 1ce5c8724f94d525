package plainfile

import (
	"encoding/binary"
	"math"
)

// Pack gathers numbers and strings into bytes, for caches that are read much more often
// than they are written. It is no format for what must last: who reads it has to know the
// order in which it was written.
type Pack struct{ b []byte }

// Bytes returns what was gathered.
func (p *Pack) Bytes() []byte { return p.b }

// Clear begins anew, in the same memory.
func (p *Pack) Clear() { p.b = p.b[:0] }

// Int adds a number.
func (p *Pack) Int(n int) { p.b = binary.AppendVarint(p.b, int64(n)) }

// String adds a string.
func (p *Pack) String(s string) {
	p.b = binary.AppendUvarint(p.b, uint64(len(s)))
	p.b = append(p.b, s...)
}

// Strings adds a list of strings.
func (p *Pack) Strings(list []string) {
	p.Int(len(list))
	for _, s := range list {
		p.String(s)
	}
}

// Unpack reads what a Pack gathered, in the same order. The strings share memory with what is
// unpacked. After the first thing that is not there everything is empty, and Failed.
type Unpack struct {
	s      string
	failed bool
}

// NewUnpack begins to read packed bytes.
func NewUnpack(s string) *Unpack { return &Unpack{s: s} }

// Failed tells whether something was not there.
func (u *Unpack) Failed() bool { return u.failed }

// Fail says that what was unpacked makes no sense: everything is empty from here on, and Failed.
func (u *Unpack) Fail() { u.s, u.failed = "", true }

// Done tells whether everything was read and nothing was missing.
func (u *Unpack) Done() bool { return !u.failed && u.s == "" }

func (u *Unpack) uvarint() uint64 {
	var x uint64
	for i, shift := 0, 0; i < len(u.s) && shift < 64; i, shift = i+1, shift+7 {
		c := u.s[i]
		x |= uint64(c&0x7f) << shift
		if c < 0x80 {
			u.s = u.s[i+1:]
			return x
		}
	}
	u.Fail()
	return 0
}

// Int returns the next number.
func (u *Unpack) Int() int {
	x := u.uvarint()
	n := int64(x >> 1)
	if x&1 != 0 {
		n = ^n
	}
	return int(n)
}

// Count returns the next number as the length of a list whose items take a byte each at least.
func (u *Unpack) Count() int {
	n := u.Int()
	if n < 0 || n > len(u.s) || n > math.MaxInt32 {
		u.Fail()
		return 0
	}
	return n
}

// String returns the next string.
func (u *Unpack) String() string {
	n := u.uvarint()
	if n > uint64(len(u.s)) {
		u.Fail()
		return ""
	}
	s := u.s[:n]
	u.s = u.s[n:]
	return s
}

// Strings returns the next list of strings, nil if it is empty.
func (u *Unpack) Strings() []string {
	n := u.Count()
	if n == 0 {
		return nil
	}
	out := make([]string, n)
	for i := range out {
		out[i] = u.String()
	}
	return out
}
