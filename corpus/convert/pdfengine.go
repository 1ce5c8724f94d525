package convert

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
	_ "unsafe" // for the engine's bytes

	_ "github.com/klippa-app/go-pdfium/webassembly" // holds the engine
	"github.com/klippa-app/go-pdfium/webassembly/imports"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	"crosscase/corpus/catalogue"
)

// pdfiumModule is PDFium as go-pdfium ships it. The package's own interface starts
// a goroutine and makes a handle for each question, and there are several for
// every character; so we take the bytes and ask the engine ourselves.
//
//go:linkname pdfiumModule github.com/klippa-app/go-pdfium/webassembly.pdfiumWasm
var pdfiumModule []byte

// Limits of the engine, which grow with the file: an ordinary one takes a tenth of
// the memory and a hundredth of the work. Work is counted in pulses and not in time, so that
// a file that is read on an idle machine is read on a busy one too. The time
// is only for what would not end and turns no loops either.
const (
	pdfMemory     = 256 << 20 // bytes, and four times the file
	pdfMostMemory = 2 << 30
	pdfWork       = 3000 // pulses, and as many again for each megabyte; an ordinary page takes one at the most
	pdfMostWork   = 100 * pdfWork
	pdfTime       = 10 * time.Minute // and as much again for each megabyte
	pdfMostTime   = 2 * time.Hour
)

func pdfMemoryFor(data []byte) uint64 { return min(pdfMemory+4*uint64(len(data)), pdfMostMemory) }

func pdfTimeFor(data []byte) time.Duration {
	return min(pdfTime+pdfTime*time.Duration(len(data)>>20), pdfMostTime)
}

func pdfWorkFor(data []byte) int { return min(pdfWork+pdfWork*(len(data)>>20), pdfMostWork) }

// errPDFWork stops the engine where the pulses of a file are used up.
var errPDFWork = catalogue.Errorf("takes more work to read than a PDF of its size may; open it in a reader and print it to a new PDF, or save it as .docx")

// pulses is how many pulses the engine may still turn loops for. It goes with the context of a
// file, which is read in one goroutine.
type pulses struct{ left int }

type pulsesKey struct{}

// withPulses returns a context in which the engine stops with errPDFWork after n pulses.
func withPulses(ctx context.Context, n int) context.Context {
	return context.WithValue(ctx, pulsesKey{}, &pulses{n})
}

// spentPulses tells whether the pulses of a context are used up.
func spentPulses(ctx context.Context) bool {
	p, ok := ctx.Value(pulsesKey{}).(*pulses)
	return ok && p.left < 0
}

// pdfEngine is the PDF engine, ready to be started.
type pdfEngine struct {
	runtime wazero.Runtime
	module  wazero.CompiledModule
}

// engines keeps the engine of each cache folder while the program runs. It is the
// one thing in this package that outlives a call: compiling the engine costs more
// than reading most files, and even fetching it from the folder costs more than a
// short one.
var engines struct {
	sync.Mutex
	of map[string]*pdfEngine
}

// engineOf returns the engine compiled in folder dir. Where the folder cannot be
// written the compiled engine is kept in memory only: slower to start.
func engineOf(dir string) (*pdfEngine, error) {
	engines.Lock()
	defer engines.Unlock()
	if e := engines.of[dir]; e != nil {
		return e, nil
	}
	e, err := newEngine(dir)
	if err != nil {
		return nil, err
	}
	if engines.of == nil {
		engines.of = map[string]*pdfEngine{}
	}
	engines.of[dir] = e
	return e, nil
}

func newEngine(dir string) (*pdfEngine, error) {
	module, err := withPulse(pdfiumModule)
	if err != nil {
		return nil, err
	}
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if dir != "" && os.MkdirAll(dir, 0o755) == nil {
		if cache, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "pdf-engine")); err == nil {
			config = config.WithCompilationCache(cache)
		}
	}
	ctx := experimental.WithFunctionListenerFactory(context.Background(), experimental.FunctionListenerFactoryFunc(pulseOf))
	e := &pdfEngine{runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	_, err = wasi_snapshot_preview1.Instantiate(ctx, e.runtime)
	if err == nil {
		e.module, err = e.runtime.CompileModule(ctx, module)
	}
	if err == nil {
		_, err = imports.Instantiate(ctx, e.runtime, e.module)
	}
	if err != nil {
		e.runtime.Close(ctx)
		return nil, err
	}
	return e, nil
}

// pulseOf watches the one function that the engine calls now and then: the engine
// stops there when the pulses or the time of the call that runs are used up.
func pulseOf(f api.FunctionDefinition) experimental.FunctionListener {
	if !slices.Contains(f.ExportNames(), pulseName) {
		return nil
	}
	return experimental.FunctionListenerFunc(func(ctx context.Context, _ api.Module, _ api.FunctionDefinition, _ []uint64, _ experimental.StackIterator) {
		if err := ctx.Err(); err != nil {
			panic(err) // the runtime makes an error of it, which ends the call
		}
		if p, ok := ctx.Value(pulsesKey{}).(*pulses); ok {
			if p.left--; p.left < 0 {
				panic(errPDFWork)
			}
		}
	})
}

// withPDF calls f with the PDF engine, in which files are opened. The engine sees no
// files and no network: it gets bytes and gives bytes. When ctx ends, or the work or
// the time that a file of these bytes may take is used up, it is stopped wherever it is.
func withPDF(ctx context.Context, data []byte, opts Options, f func(context.Context, *pdfEngine) error) error {
	dir, err := cacheDir(opts)
	if err != nil {
		dir = ""
	}
	engine, err := engineOf(dir)
	if err != nil {
		return catalogue.Errorf("cannot be read: the PDF engine does not start (%v); save the text as .txt or .docx", err)
	}
	ctx, cancel := context.WithTimeout(ctx, pdfTimeFor(data))
	defer cancel()
	ctx = withPulses(ctx, pdfWorkFor(data))
	err = f(ctx, engine)
	switch {
	case spentPulses(ctx):
		return errPDFWork
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return catalogue.Errorf("takes too long to read (%w); split it or save it as .docx", ctx.Err())
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return err
}

// engineMemory is the memory of a running engine, which does not grow beyond a
// limit: a small file that unpacks to gigabytes ends there.
type engineMemory struct {
	bytes []byte
	limit uint64
}

// Reallocate returns the memory made size bytes long, nil if that is too much.
func (m *engineMemory) Reallocate(size uint64) []byte {
	switch {
	case size > m.limit:
		return nil
	case size > uint64(cap(m.bytes)):
		grown := make([]byte, size, min(max(size, uint64(cap(m.bytes))*3/2), m.limit))
		copy(grown, m.bytes)
		m.bytes = grown
	default:
		m.bytes = m.bytes[:size]
	}
	return m.bytes
}

// Free gives the memory back.
func (m *engineMemory) Free() { m.bytes = nil }
