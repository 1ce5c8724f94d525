package convert

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	pdfMemoryPages = 16384 // of 64 kB: the engine may use 1 GB
	pdfTime        = 10 * time.Minute
)

// compiled keeps the compiled engine of each cache folder while the program
// runs. It is the one thing in this package that outlives a call: compiling the
// engine costs more than reading most files.
var compiled struct {
	sync.Mutex
	caches map[string]wazero.CompilationCache
}

// compilation returns the cache for the engine compiled in folder dir. Where
// the folder cannot be written the cache is in memory: only slower to start.
func compilation(dir string) wazero.CompilationCache {
	compiled.Lock()
	defer compiled.Unlock()
	if c := compiled.caches[dir]; c != nil {
		return c
	}
	var cache wazero.CompilationCache
	if dir != "" && os.MkdirAll(dir, 0o755) == nil {
		if c, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "pdf-engine")); err == nil {
			cache = c
		}
	}
	if cache == nil {
		cache = wazero.NewCompilationCache()
	}
	if compiled.caches == nil {
		compiled.caches = map[string]wazero.CompilationCache{}
	}
	compiled.caches[dir] = cache
	return cache
}

// withPDF opens a PDF in an engine of its own and calls f with it. The engine
// sees no files and no network: it gets bytes and gives bytes. When ctx ends or
// the time is up, it is stopped wherever it is.
func withPDF(ctx context.Context, data []byte, opts Options, f func(context.Context, *pdfFile) error) error {
	dir, err := cacheDir(opts)
	if err != nil {
		dir = ""
	}
	ctx, cancel := context.WithTimeout(ctx, pdfTime)
	defer cancel()
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx, MaxIdle: 1, MaxTotal: 1,
		FSConfig: wazero.NewFSConfig(),
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(pdfMemoryPages).
			WithCloseOnContextDone(true).
			WithCompilationCache(compilation(dir)),
		Stdout: io.Discard, Stderr: io.Discard,
	})
	if err == nil {
		defer pool.Close()
		var instance pdfium.Pdfium
		if instance, err = pool.GetInstanceWithContext(ctx); err == nil {
			if err = readOpened(ctx, instance, data, f); ctx.Err() == nil {
				return err
			}
		}
	}
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return fmt.Errorf("takes too long to read (%w); split it or save it as .docx", ctx.Err())
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return fmt.Errorf("cannot be read: the PDF engine does not start (%v); save the text as .txt or .docx", err)
}

// pdfError says what the engine's error means to the reader.
func pdfError(err error) error {
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return errors.New("is protected by a password; open it, and print or save it without one")
	case errors.Is(err, pdfiumerrors.ErrSecurity):
		return errors.New("is encrypted in a way that cannot be read; open it, and print or save it without protection")
	}
	return fmt.Errorf("is a damaged PDF (%v); open it in a reader and print it to a new PDF", err)
}
