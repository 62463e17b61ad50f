package mux

import (
	"sync"
	"sync/atomic"
)

// Table is what a generated table of consumer lists does for a [Roster].
type Table[T any] interface {
	*T
	// Add puts the consumer into the list of each interest that it has, and says whether there was one.
	Add(op uint64, consumer any) bool
	// Remove takes the consumer with this number out of all lists.
	Remove(op, id uint64)
	// Plan brings the plans up to date after operation op.
	Plan(op uint64)
	// Nearest says which interest a consumer without any may have meant.
	Nearest(consumer any) string
}

// Roster holds the consumers attached to a bus. Attaching and detaching make a new table and publish it in one step, so that for
// events of all types they take effect at one point of the sequence; a delivery goes through the table that it began with.
type Roster[T any, P Table[T]] struct {
	mu    sync.Mutex // held by attach and detach only
	ops   uint64
	table atomic.Pointer[T]
}

// Init publishes the empty table.
func (r *Roster[T, P]) Init() { r.table.Store(new(T)) }

// Load gives the table of now. It must not be changed.
func (r *Roster[T, P]) Load() *T { return r.table.Load() }

// Attach adds a consumer, and detach takes it out again; called twice, it does nothing the second time. Both are safe from
// any goroutine. Detach returns once the consumer can no longer be called, or, from inside a consumer, at once.
func (r *Roster[T, P]) Attach(b *Bus, consumer any) (detach func(), err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	next := *r.table.Load()
	id := r.ops + 1
	if consumer == nil || !P(&next).Add(id, consumer) {
		return nil, refusal(consumer, P(&next).Nearest(consumer))
	}
	r.ops = id
	P(&next).Plan(id)
	r.table.Store(&next)
	return func() {
		r.remove(id)
		b.Await()
	}, nil
}

func (r *Roster[T, P]) remove(id uint64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	next := *r.table.Load()
	r.ops++
	P(&next).Remove(r.ops, id)
	P(&next).Plan(r.ops)
	r.table.Store(&next)
}
