package cmd

import (
	"errors"
	"os"
	"os/signal"
	"syscall"
)

// unheard writes to a stream of the process, and goes on where nobody reads it any more: `crosscase coding apply | head -1` would else end
// the program between what it says and what it writes, and the work would be lost without a word.
type unheard struct{ stream *os.File }

func (u unheard) Write(p []byte) (int, error) {
	n, err := u.stream.Write(p)
	if errors.Is(err, syscall.EPIPE) {
		return len(p), nil
	}
	return n, err
}

// outliveReaders keeps the process alive when whoever reads its output has gone. What it starts ends there as ever.
func outliveReaders() { signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) }
