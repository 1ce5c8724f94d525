package convert

import (
	"context"
	"math"
	"strings"

	pdfium "github.com/klippa-app/go-pdfium/errors"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"

	"crosscase/corpus/catalogue"
)

// pdfFile is an opened PDF in a running engine.
type pdfFile struct {
	ctx       context.Context
	module    api.Module
	functions map[string]api.Function
	stack     [8]uint64 // of the call that runs
	err       error     // why the engine stopped; it answers no more
	scratch   uint64    // some memory in the engine for its answers
	doc       uint64
	pages     int
	buffer    []glyph
}

// scratchSize is how many bytes the engine's longest answer may take.
const scratchSize = 2048

// openPDF starts an engine and opens a PDF in it. The caller closes it.
func openPDF(ctx context.Context, engine *pdfEngine, data []byte) (*pdfFile, error) {
	memory := &engineMemory{limit: pdfMemoryFor(data)}
	start := experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(func(_, _ uint64) experimental.LinearMemory { return memory }))
	module, err := engine.runtime.InstantiateModule(start, engine.module, wazero.NewModuleConfig().WithName("").WithStartFunctions("_initialize"))
	if err != nil {
		return nil, catalogue.Errorf("cannot be read: the PDF engine does not start (%v); save the text as .txt or .docx", err)
	}
	p := &pdfFile{ctx: ctx, module: module, functions: map[string]api.Function{}}
	p.call("FPDF_InitLibrary")
	p.scratch = p.call("malloc", scratchSize)
	at := p.call("malloc", uint64(len(data)))
	if p.scratch == 0 || at == 0 || !module.Memory().Write(uint32(at), data) {
		p.close()
		return nil, catalogue.Errorf("has %d MB, too much for the PDF engine; split it", len(data)>>20)
	}
	p.doc = p.call("FPDF_LoadMemDocument", at, uint64(len(data)), 0)
	if p.doc == 0 {
		err := p.openError()
		p.close()
		return nil, err
	}
	p.pages = max(0, int(int32(p.call("FPDF_GetPageCount", p.doc))))
	if p.err != nil {
		p.close()
		return nil, damaged(p.err)
	}
	return p, nil
}

// close ends the engine and frees its memory.
func (p *pdfFile) close() { p.module.Close(context.WithoutCancel(p.ctx)) }

// call asks the engine. After an error the answer is 0, as it is to everything that
// is asked later.
func (p *pdfFile) call(name string, args ...uint64) uint64 {
	return p.ask(p.function(name), args...)
}

// function returns the engine's function of that name; it must exist.
func (p *pdfFile) function(name string) api.Function {
	f := p.functions[name]
	if f == nil {
		if f = p.module.ExportedFunction(name); f == nil {
			panic("the PDF engine has no function " + name)
		}
		p.functions[name] = f
	}
	return f
}

// ask is call for a function that is asked often.
func (p *pdfFile) ask(f api.Function, args ...uint64) uint64 {
	if p.err != nil {
		return 0
	}
	copy(p.stack[:], args)
	if err := f.CallWithStack(p.ctx, p.stack[:]); err != nil {
		p.err = err
		return 0
	}
	return p.stack[0]
}

// double returns number i of the engine's answer.
func (p *pdfFile) double(i int) float64 {
	v, _ := p.module.Memory().ReadFloat64Le(uint32(p.scratch) + uint32(8*i))
	return sane(v)
}

// float returns number i of an answer of shorter numbers.
func (p *pdfFile) float(i int) float64 {
	v, _ := p.module.Memory().ReadFloat32Le(uint32(p.scratch) + uint32(4*i))
	return sane(float64(v))
}

// sane makes 0 of what is no place on a page.
func sane(v float64) float64 {
	if math.IsNaN(v) || math.Abs(v) > 1e6 {
		return 0
	}
	return v
}

// single asks for a number of 32 bits.
func (p *pdfFile) single(name string, args ...uint64) float64 {
	return sane(float64(math.Float32frombits(uint32(p.call(name, args...)))))
}

// openError says why a file cannot be opened, and what to do.
func (p *pdfFile) openError() error {
	err := pdfium.ErrUnexpected
	switch code := p.call("FPDF_GetLastError"); {
	case p.err != nil:
		err = p.err
	case code == 2:
		err = pdfium.ErrFile
	case code == 3:
		err = pdfium.ErrFormat
	case code == 4:
		return catalogue.Errorf("is protected by a password; open it, and print or save it without one")
	case code == 5:
		return catalogue.Errorf("is encrypted in a way that cannot be read; open it, and print or save it without protection")
	case code == 6:
		err = pdfium.ErrPage
	}
	return damaged(err)
}

// damaged says that a file or a page cannot be read, and what to do.
func damaged(err error) error {
	return catalogue.Errorf("is a damaged PDF (%s); open it in a reader and print it to a new PDF", inWords(err))
}

// inWords returns the first line of an error, in words if it is the engine's.
func inWords(err error) catalogue.Message {
	first, _, _ := strings.Cut(err.Error(), "\n")
	if strings.HasPrefix(first, "wasm error") {
		return catalogue.Text("the PDF engine gave up")
	}
	return catalogue.Text("%s", first)
}

// title returns what the file says of itself.
func (p *pdfFile) title() string {
	memory := p.module.Memory()
	if !memory.Write(uint32(p.scratch), []byte("Title\x00")) {
		return ""
	}
	size := p.call("FPDF_GetMetaText", p.doc, p.scratch, p.scratch+16, scratchSize-16)
	if size < 2 || size > scratchSize-16 {
		return ""
	}
	return p.wide(p.scratch+16, size)
}
