package convert

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/experimental"
)

// spinning is a WebAssembly module whose function "spin" is one endless loop.
const spinning = "\x00asm\x01\x00\x00\x00" + "\x01\x04\x01\x60\x00\x00" + "\x03\x02\x01\x00" + "\x06\x06\x01\x7f\x01\x41\x00\x0b" +
	"\x07\x08\x01\x04spin\x00\x00" + "\x0a\x09\x01\x07\x00\x03\x40\x0c\x00\x0b\x0b"

// A loop that would never end stops when its time is up, and when its pulses are.
func TestPulseStops(t *testing.T) {
	module, err := withPulse([]byte(spinning))
	if err != nil {
		t.Fatal(err)
	}
	ctx := experimental.WithFunctionListenerFactory(context.Background(), experimental.FunctionListenerFactoryFunc(pulseOf))
	runtime := wazero.NewRuntime(ctx)
	defer runtime.Close(ctx)
	for _, stopped := range []struct {
		by  error
		ctx func() (context.Context, context.CancelFunc)
	}{
		{context.DeadlineExceeded, func() (context.Context, context.CancelFunc) { return context.WithTimeout(ctx, 50*time.Millisecond) }},
		{errPDFWork, func() (context.Context, context.CancelFunc) {
			ctx, cancel := context.WithTimeout(ctx, time.Hour)
			return withPulses(ctx, 100), cancel
		}},
	} {
		running, err := runtime.InstantiateWithConfig(ctx, module, wazero.NewModuleConfig().WithName(""))
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := stopped.ctx()
		if _, err = running.ExportedFunction("spin").Call(ctx); !errors.Is(err, stopped.by) || spentPulses(ctx) != (stopped.by == errPDFWork) {
			t.Errorf("stopped by %v and not by %v", err, stopped.by)
		}
		cancel()
	}
}

// Whether a PDF is read depends on the work that it takes and not on how long that lasts: an
// ordinary one takes less than a hundredth of what it may, however slow the machine, and one that
// takes more is given up and not gone on with on its next page.
func TestPDFWork(t *testing.T) {
	data := source(t, "made-weasy.pdf")
	engine, err := engineOf(pdfOptions(t).CacheDir)
	if err != nil {
		t.Fatal(err)
	}
	read := func(n int) error {
		ctx := withPulses(t.Context(), n)
		f, err := openPDF(ctx, engine, data)
		if err != nil {
			return err
		}
		defer f.close()
		_, err = f.readPages(ctx, engine, data, &Report{})
		return err
	}
	if err := read(pdfWorkFor(data) / 100); err != nil {
		t.Errorf("a good PDF takes more than a hundredth of the work it may: %v", err)
	}
	if err := read(2); !errors.Is(err, errPDFWork) {
		t.Errorf("read on after its work was used up: %v", err)
	}
	if least := 10 * time.Minute; pdfTimeFor(data) < least {
		t.Errorf("a busy machine has %v for a PDF", pdfTimeFor(data))
	}
}

// What is no module, or only a part of one, is an error.
func TestPulseErrors(t *testing.T) {
	for n := range len(spinning) - 1 {
		if out, err := withPulse([]byte(spinning[:n])); err == nil && n > 8 {
			t.Errorf("the first %d bytes are taken for a module: %q", n, out)
		}
	}
	if _, err := withPulse([]byte(strings.Replace(spinning, "\x03\x40\x0c", "\x03\x40\xff", 1))); err == nil {
		t.Error("an unknown instruction is passed on")
	}
}

func FuzzPulse(f *testing.F) {
	f.Add([]byte(spinning))
	f.Add([]byte(strings.Replace(spinning, "\x0c\x00\x0b\x0b", "\x0e\x01\x00\x0b", 1)))
	f.Fuzz(func(_ *testing.T, module []byte) { withPulse(module) })
}
