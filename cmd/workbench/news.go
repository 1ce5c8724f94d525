package workbench

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
	"time"
)

// report is what the pages are told of a change.
type report struct {
	Version int      `json:"version"`
	Files   []string `json:"files"`
	By      string   `json:"by,omitempty"` // the page that made it, "" for a change on disk
}

// news brings reports to every open page.
type news struct {
	mu      sync.Mutex
	readers map[chan report]bool
	closed  chan struct{}
}

func (n *news) tell(r report) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for c := range n.readers {
		select {
		case c <- r:
		default: // it is far behind; the next report makes it read everything anew
		}
	}
}

func (n *news) open() (c chan report, closed chan struct{}) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.readers == nil {
		n.readers = map[chan report]bool{}
	}
	if n.closed == nil {
		n.closed = make(chan struct{})
	}
	c = make(chan report, 16)
	n.readers[c] = true
	return c, n.closed
}

func (n *news) leave(c chan report) {
	n.mu.Lock()
	defer n.mu.Unlock()
	delete(n.readers, c)
}

func (n *news) close() {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.closed == nil {
		n.closed = make(chan struct{})
	}
	close(n.closed)
}

// events sends a page what changes, as server-sent events, until one of the two ends.
func (w *Workbench) events(rw http.ResponseWriter, r *http.Request) {
	rw.Header().Set("Content-Type", "text/event-stream")
	c, closed := w.news.open()
	defer w.news.leave(c)
	w.kept.mu.Lock()
	version := w.kept.version
	w.kept.mu.Unlock()
	flush := http.NewResponseController(rw)
	send := func(rep report) bool {
		data, _ := json.Marshal(rep)
		_, err := fmt.Fprintf(rw, "data: %s\n\n", data)
		return err == nil && flush.Flush() == nil
	}
	if !send(report{Version: version}) {
		return
	}
	alive := time.NewTicker(20 * time.Second)
	defer alive.Stop()
	for {
		select {
		case rep := <-c:
			if !send(rep) {
				return
			}
		case <-alive.C:
			if _, err := fmt.Fprint(rw, ": here\n\n"); err != nil || flush.Flush() != nil {
				return
			}
		case <-closed:
			return
		case <-r.Context().Done():
			return
		}
	}
}
