package convert

import (
	"context"
	"errors"
)

// readOTR is still to be written.
func readOTR(_ context.Context, _ []byte, _ Options, _ *Report) (Source, error) {
	return Source{}, errors.New("is of a format that is not read yet")
}
