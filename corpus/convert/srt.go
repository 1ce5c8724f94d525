package convert

import (
	"context"
	"errors"
)

// readSRT is still to be written.
func readSRT(_ context.Context, _ []byte, _ Options, _ *Report) (Source, error) {
	return Source{}, errors.New("is of a format that is not read yet")
}
