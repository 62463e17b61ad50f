package mux

import (
	"runtime"
	"sync"
	"sync/atomic"
	"weak"
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
// events of all types they take effect at one point of the sequence; a delivery goes through the table that it began with, and keeps it
// alive until it is over.
type Roster[T any, P Table[T]] struct {
	mu      sync.Mutex // held by attach and detach only
	ops     uint64
	current atomic.Pointer[edition[T]]

	released atomic.Int64 // for the race detector only, which does not know what a garbage collection proves
}

// edition is a table and a link to the one that followed: a delivery that holds an old one keeps all later ones alive, so
// that if one of them is gone, no delivery holds an older.
type edition[T any] struct {
	table T
	next  *edition[T]
}

// Init publishes the empty table, and has deliveries marked to begin with, since a router is young when most is attached and detached.
func (r *Roster[T, P]) Init(b *Bus) {
	r.current.Store(new(edition[T]))
	b.keepMarking()
}

// Load gives the table of now. It must not be changed. A delivery holds it until its end.
func (r *Roster[T, P]) Load() *T { return &r.current.Load().table }

// Release says that the delivery that goes through a table is over, so that the table is alive until then.
func (r *Roster[T, P]) Release(t *T) {
	runtime.KeepAlive(t)
	if detector {
		r.released.Add(1)
	}
}

// Attach adds a consumer, and detach takes it out again; called twice, it does nothing the second time. Both are safe from
// any goroutine. Detach returns once the consumer can no longer be called, or, from inside a consumer, at once.
func (r *Roster[T, P]) Attach(b *Bus, consumer any) (detach func(), err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	next := &edition[T]{table: *r.Load()}
	table := P(&next.table)
	id := r.ops + 1
	if consumer == nil || !table.Add(id, consumer) {
		return nil, refusal(consumer, table.Nearest(consumer))
	}
	table.Plan(id)
	r.publish(next)
	return func() {
		old := r.remove(id)
		b.Await(func() bool { return old.Value() == nil && (!detector || r.released.Load() >= 0) })
	}, nil
}

// remove publishes a table without the consumer and gives the one before.
func (r *Roster[T, P]) remove(id uint64) weak.Pointer[edition[T]] {
	r.mu.Lock()
	defer r.mu.Unlock()
	old := r.current.Load()
	next := &edition[T]{table: old.table}
	P(&next.table).Remove(r.ops+1, id)
	P(&next.table).Plan(r.ops + 1)
	r.publish(next)
	return weak.Make(old)
}

func (r *Roster[T, P]) publish(next *edition[T]) {
	old := r.current.Load()
	r.ops++
	r.current.Store(next)
	old.next = next
}
