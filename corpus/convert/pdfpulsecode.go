package convert

// function copies the code of a function to out and puts count at the beginning
// of every loop.
func (r *wasmReader) function(out, count []byte) []byte {
	from := r.b
	upTo := func() { // copies what was read since the last time
		out = append(out, from[:len(from)-len(r.b)]...)
		from = r.b
	}
	for n := r.number(); n > 0 && r.err == nil; n-- {
		r.number()
		r.byte()
	}
	for len(r.b) > 0 && r.err == nil {
		op := r.byte()
		r.operands(op)
		if op == opLoop && r.err == nil {
			upTo()
			out = append(out, count...)
		}
	}
	if r.err == nil {
		upTo()
	}
	return out
}

// operands skips what belongs to an instruction.
func (r *wasmReader) operands(op byte) {
	switch {
	case op == 0x0e: // br_table
		r.numbers(r.number() + 1)
	case op == 0x1c: // select of a type
		r.take(r.number())
	case op == 0x1f: // try_table
		r.number()
		for n := r.number(); n > 0 && r.err == nil; n-- {
			if kind := r.byte(); kind < 2 {
				r.number()
			}
			r.number()
		}
	case op >= 0x02 && op <= 0x04, op == 0x08, op == 0x0c, op == 0x0d, op == opCall, op == 0x12, // blocks, throw, branches, calls
		op >= 0x20 && op <= 0x26, op == 0x3f, op == 0x40, op == opConst, op == 0xd0, op == 0xd2: // variables, numbers
		r.number()
	case op == 0x42: // a number of 64 bits with a sign
		for r.byte() >= 0x80 {
		}
	case op == 0x11, op == 0x13: // call_indirect
		r.numbers(2)
	case op >= 0x28 && op <= 0x3e: // loads and stores
		r.numbers(2)
	case op == 0x43:
		r.take(4)
	case op == 0x44:
		r.take(8)
	case op == 0xfc:
		r.manyOperands()
	case op == 0xfd:
		r.vectorOperands()
	case op <= 0x01, op == 0x05, op == 0x0a, op == opEnd, op == 0x0f, op == 0x1a, op == 0x1b,
		op >= 0x45 && op <= 0xc4, op == 0xd1:
	default:
		r.err = errModule
	}
}

// manyOperands skips what belongs to an instruction on blocks of memory.
func (r *wasmReader) manyOperands() {
	switch n := r.number(); {
	case n <= 7:
	case n == 9, n == 11, n == 13, n >= 15 && n <= 17:
		r.number()
	case n == 8, n == 10, n == 12, n == 14:
		r.numbers(2)
	default:
		r.err = errModule
	}
}

// vectorOperands skips what belongs to an instruction on vectors.
func (r *wasmReader) vectorOperands() {
	switch n := r.number(); {
	case n <= 11, n == 92, n == 93:
		r.numbers(2)
	case n == 12, n == 13:
		r.take(16)
	case n >= 21 && n <= 34:
		r.byte()
	case n >= 84 && n <= 91:
		r.numbers(2)
		r.byte()
	}
}
