package convert

import (
	"context"
	"errors"
)

// readHTML is still to be written.
func readHTML(_ context.Context, _ []byte, _ Options, _ *Report) (Source, error) {
	return Source{}, errors.New("is of a format that is not read yet")
}
