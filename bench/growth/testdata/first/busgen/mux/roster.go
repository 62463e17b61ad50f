package mux

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"weak"
)

// Table is what a generated table of consumer lists does for a [Roster].
type Table[T any] interface {
	*T
	// Add puts the consumer behind the others in the list of each interest that it has, and says whether there is one.
	Add(consumer any) bool
	// Nearest says which interest a consumer without any may have meant.
	Nearest(consumer any) string
}

// Roster holds the consumers attached to a bus. Attaching and detaching make a new table and publish it in one step, so that for
// events of all types they take effect at one point of the sequence; a delivery goes through the table that it began with, and keeps it
// alive until it is over.
type Roster[T any, P Table[T]] struct {
	mu       sync.Mutex // held by attach and detach only
	attached []attached // in the order of attaching
	last     uint64     // the number of the consumer that was attached last
	current  atomic.Pointer[edition[T]]

	released atomic.Int64 // for the race detector only, which does not know what a garbage collection proves
}

type attached struct {
	number   uint64
	consumer any
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
	var alone T
	if consumer == nil || !P(&alone).Add(consumer) {
		return nil, refusal(consumer, P(&alone).Nearest(consumer))
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last++
	number := r.last
	r.attached = append(r.attached, attached{number, consumer})
	r.publish()
	return func() {
		old := r.remove(number)
		b.Await(func() bool { return old.Value() == nil && (!detector || r.released.Load() >= 0) })
	}, nil
}

// remove publishes a table without the consumer and gives the one before.
func (r *Roster[T, P]) remove(number uint64) weak.Pointer[edition[T]] {
	r.mu.Lock()
	defer r.mu.Unlock()
	old := weak.Make(r.current.Load())
	r.attached = slices.DeleteFunc(r.attached, func(a attached) bool { return a.number == number })
	r.publish()
	return old
}

// publish makes a table of those who are attached. It is made from nothing, so that no two share what can change.
func (r *Roster[T, P]) publish() {
	old, next := r.current.Load(), new(edition[T])
	for _, a := range r.attached {
		P(&next.table).Add(a.consumer)
	}
	r.current.Store(next)
	old.next = next
}
