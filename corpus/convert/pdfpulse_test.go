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

// A loop that would never end stops when its time is up.
func TestPulseStops(t *testing.T) {
	module, err := withPulse([]byte(spinning))
	if err != nil {
		t.Fatal(err)
	}
	ctx := experimental.WithFunctionListenerFactory(context.Background(), experimental.FunctionListenerFactoryFunc(pulseOf))
	runtime := wazero.NewRuntime(ctx)
	defer runtime.Close(ctx)
	running, err := runtime.Instantiate(ctx, module)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	if _, err = running.ExportedFunction("spin").Call(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
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
