package convert

import (
	"bytes"
	"encoding/binary"

	"crosscase/corpus/catalogue"
)

// Machine code made of WebAssembly cannot be interrupted: neither by a deadline
// nor by the garbage collector, which waits for it. The runtime's own remedy asks
// after every turn of every loop and makes the PDF engine three times slower. So
// we count instead: each turn of a loop takes one from a counter, and only when
// it reaches zero the engine calls a function in which Go may stop it.

const (
	pulseName  = "crosscase_pulse" // the function called
	pulseLoops = 1 << 18           // turns of loops between two calls: some milliseconds
)

// Numbers of the WebAssembly format: sections and instructions.
const (
	secType, secFunction, secGlobal, secExport, secCode = 1, 3, 6, 7, 10

	opLoop, opIf, opEnd, opCall = 0x03, 0x04, 0x0b, 0x10
	opGlobalGet, opGlobalSet    = 0x23, 0x24
	opConst, opEqz, opSub       = 0x41, 0x45, 0x6b
)

// errModule says that the engine is written in a way that we do not read.
var errModule = catalogue.Errorf("its code is no WebAssembly that we read")

// withPulse returns a WebAssembly module that calls a new empty function
// pulseName after every pulseLoops turns of its loops. New types, functions and
// globals go behind those there are, so that no number changes.
func withPulse(module []byte) ([]byte, error) {
	r := wasmReader{b: module}
	head := r.take(8)
	if !bytes.HasPrefix(head, []byte("\x00asm\x01\x00\x00\x00")) {
		return nil, errModule
	}
	out := append(make([]byte, 0, len(module)+len(module)/4), head...)
	var types, functions, globals, imports uint64
	coded := false
	for len(r.b) > 0 && r.err == nil {
		id := r.byte()
		body := r.take(r.number())
		s := wasmReader{b: body}
		switch id {
		case secType:
			body, types = appended(body, []byte{0x60, 0, 0})
		case 2:
			imports = s.importedFunctions()
		case secFunction:
			body, functions = appended(body, binary.AppendUvarint(nil, types))
		case secGlobal:
			body, globals = appended(body, append(append([]byte{0x7f, 1, opConst}, signed(pulseLoops)...), opEnd))
		case secExport:
			entry := append([]byte{byte(len(pulseName))}, pulseName...)
			body, _ = appended(body, binary.AppendUvarint(append(entry, 0), imports+functions))
		case secCode:
			body, coded = s.counted(imports+functions, globals), true
		}
		if s.err != nil {
			return nil, s.err
		}
		out = binary.AppendUvarint(append(out, id), uint64(len(body)))
		out = append(out, body...)
	}
	if r.err != nil || types == 0 || functions == 0 || globals == 0 || !coded {
		return nil, errModule
	}
	return out, nil
}

// appended returns a section with one more item, and the number of that item.
func appended(section, item []byte) ([]byte, uint64) {
	n, size := binary.Uvarint(section)
	if size <= 0 {
		return section, 0
	}
	out := binary.AppendUvarint(make([]byte, 0, len(section)+len(item)+1), n+1)
	return append(append(out, section[size:]...), item...), n
}

// signed writes a number as instructions hold it.
func signed(n int32) []byte {
	var out []byte
	for {
		b := byte(n & 0x7f)
		n >>= 7
		if n == 0 && b&0x40 == 0 {
			return append(out, b)
		}
		out = append(out, b|0x80)
	}
}

// wasmReader reads a module; after an error everything is zero.
type wasmReader struct {
	b   []byte
	err error
}

func (r *wasmReader) take(n uint64) []byte {
	if r.err != nil || n > uint64(len(r.b)) {
		r.err, r.b = errModule, nil
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *wasmReader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *wasmReader) number() uint64 {
	n, size := binary.Uvarint(r.b)
	if size <= 0 {
		r.err = errModule
		return 0
	}
	r.b = r.b[size:]
	return n
}

func (r *wasmReader) numbers(n uint64) {
	for ; n > 0 && r.err == nil; n-- {
		r.number()
	}
}

// importedFunctions counts the functions among the imports.
func (r *wasmReader) importedFunctions() (functions uint64) {
	for n := r.number(); n > 0 && r.err == nil; n-- {
		r.take(r.number())
		r.take(r.number())
		if r.byte() != 0 { // no function
			r.err = errModule
		}
		r.number()
		functions++
	}
	return functions
}

// counted returns the code section with the count in every loop and the empty
// function at the end.
func (r *wasmReader) counted(pulse, counter uint64) []byte {
	n := r.number()
	out := binary.AppendUvarint(make([]byte, 0, len(r.b)+len(r.b)/4), n+1)
	count := countDown(pulse, counter)
	var code []byte
	for ; n > 0 && r.err == nil; n-- {
		f := wasmReader{b: r.take(r.number())}
		code = f.function(code[:0], count)
		if f.err != nil {
			r.err = f.err
		}
		out = append(binary.AppendUvarint(out, uint64(len(code))), code...)
	}
	return append(out, 2, 0, opEnd)
}

// countDown is what stands at the beginning of each loop.
func countDown(pulse, counter uint64) []byte {
	op := func(out []byte, code byte, n uint64) []byte { return binary.AppendUvarint(append(out, code), n) }
	out := op(nil, opGlobalGet, counter)
	out = op(append(out, opConst, 1, opSub), opGlobalSet, counter)
	out = append(op(out, opGlobalGet, counter), opEqz, opIf, 0x40)
	out = append(op(out, opCall, pulse), opConst)
	return append(op(append(out, signed(pulseLoops)...), opGlobalSet, counter), opEnd)
}
