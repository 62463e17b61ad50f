package mux

import (
	"slices"
	"sync"
	"sync/atomic"

	"github.com/busgen/busgen/events"
)

// Roster holds the consumers attached to a router. Each change builds a new table and publishes it in one step. A delivery uses
// the table that it began with. All methods but Init are safe from any goroutine, and none waits for a delivery.
type Roster[T any] struct {
	add      func(t *T, c *Candidate)
	mu       sync.Mutex
	attached []*any
	table    atomic.Pointer[T]
}

// Init publishes a table without consumers. add adds a consumer behind the others.
func (r *Roster[T]) Init(add func(t *T, c *Candidate)) {
	r.add = add
	r.table.Store(new(T))
}

// Load returns the current table, which must not be changed.
func (r *Roster[T]) Load() *T { return r.table.Load() }

// Attach adds a consumer behind the others. It returns an error for one without consumer methods, and for wrong: the right
// signatures of methods that look like one. detach removes the consumer; called again, it does nothing.
func (r *Roster[T]) Attach(consumer any, wrong []string) (detach func(), err error) {
	c := &Candidate{Value: consumer}
	r.add(new(T), c)
	if err := events.Refusal(consumer, c.Matches, wrong); err != nil {
		return nil, err
	}
	entry := &consumer
	r.change(func() { r.attached = append(r.attached, entry) })
	remove := func() { r.attached = slices.DeleteFunc(r.attached, func(a *any) bool { return a == entry }) }
	return func() { r.change(remove) }, nil
}

// change builds a new table, so that no two tables share what can change.
func (r *Roster[T]) change(attached func()) {
	r.mu.Lock()
	defer r.mu.Unlock()
	attached()
	t := new(T)
	for _, entry := range r.attached {
		r.add(t, &Candidate{Value: *entry})
	}
	r.table.Store(t)
}
