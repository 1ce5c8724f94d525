package convert

import (
	"context"
	"errors"
)

// readEmail is still to be written.
func readEmail(_ context.Context, _ []byte, _ Options, _ *Report) (Source, error) {
	return Source{}, errors.New("is of a format that is not read yet")
}
