package staff

import (
	"slices"
	"sync"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/examples/quickstart/generated"
)

// History is a plug-in that keeps the last events about books. All goroutines may read it.
type History struct {
	limit int

	mu     sync.Mutex
	kept   []generated.BookEvent // a ring
	oldest int                   // index in kept
}

// NewHistory returns a history of the last limit events, at least one.
func NewHistory(limit int) *History { return &History{limit: max(1, limit)} }

// OnBook keeps the event, in place of the oldest one if there are enough.
func (h *History) OnBook(e generated.BookEvent) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.kept) < h.limit {
		h.kept = append(h.kept, events.Keep(e))
		return
	}
	h.kept[h.oldest] = events.Keep(e)
	h.oldest = (h.oldest + 1) % h.limit
}

// Events returns the kept events, the oldest first.
func (h *History) Events() []generated.BookEvent {
	h.mu.Lock()
	defer h.mu.Unlock()
	return slices.Concat(h.kept[h.oldest:], h.kept[:h.oldest])
}
