package convert

import (
	"context"
	"errors"
)

// readEPUB is still to be written.
func readEPUB(_ context.Context, _ []byte, _ Options, _ *Report) (Source, error) {
	return Source{}, errors.New("is of a format that is not read yet")
}
