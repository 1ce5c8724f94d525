package cmd

import (
	"context"
	"errors"
	"time"

	"crosscase/cases"
	"crosscase/corpus/index"
)

// catchUp brings the index up to date once an answer is printed, if that takes a while, and tells what
// was wrong with it. It can be stopped: what is done is kept, and the next search goes on from there.
func (e *Env) catchUp(ctx context.Context, s *cases.Study, ix *index.Index) {
	state := s.IndexState()
	if state.Notice != nil {
		e.tell("note: %s; it is built anew", state.Notice)
	}
	if !state.Behind {
		return
	}
	e.tell("the texts were read; the index is built now, so that the next search is fast (Ctrl-C stops; the next one goes on from there)")
	begun := time.Now()
	err := s.RefreshIndex(ctx, ix, e.progress("indexing"))
	switch {
	case errors.Is(err, index.ErrBusy):
		e.tell("another program is building it")
	case ctx.Err() != nil:
		e.tell("stopped; what is done is kept")
	case err != nil:
		e.tell("note: the index cannot be built, so that searches read the texts: %v", err)
	default:
		e.tell("built in %.0f s", time.Since(begun).Seconds())
	}
}
