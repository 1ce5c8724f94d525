package convert

import (
	"context"
	"errors"
)

// readTextGrid is still to be written.
func readTextGrid(_ context.Context, _ []byte, _ Options, _ *Report) (Source, error) {
	return Source{}, errors.New("is of a format that is not read yet")
}
