package convert

import (
	"context"
	"errors"
)

// readELAN is still to be written.
func readELAN(_ context.Context, _ []byte, _ Options, _ *Report) (Source, error) {
	return Source{}, errors.New("is of a format that is not read yet")
}
