package mux

import (
	"runtime"
	"sync/atomic"
	"time"
)

// marks let a detach on another goroutine know whether a delivery is under way that may still call its consumer.
//
// A mark that another goroutine can rely on is an atomic store with a fence, before the delivery and after: together more than the delivery
// (docs/performance.md). So the driver marks its deliveries only while somebody has asked for it not long ago. Who asks while it does
// not, waits for its answer; if none comes, because the driver does something else, the garbage collector tells whether a delivery still
// holds the consumers as they were (see [Roster]).
type marks struct {
	heeding atomic.Bool   // whether they are
	epoch   atomic.Uint64 // changes at the ends of a marked delivery, and is odd within

	marked   bool // the delivery under way, or none, is a marked one
	patience int  // how many more deliveries are marked
}

// The values of Bus.asked: whether deliveries are to be marked: no, yes, or yes from now on anew.
const (
	unasked = iota
	heard
	anew
)

// patience is for how many deliveries the driver goes on marking.
const patience = 1 << 16

// keepMarking has deliveries marked from now on.
func (b *Bus) keepMarking() {
	b.patience = patience
	b.state, b.idle = marking, marking
	b.heeding.Store(true)
	atomic.StoreUint32(&b.asked, heard)
}

// mark marks the begin of a delivery.
func (b *Bus) mark() {
	b.marked = true
	b.epoch.Add(1)
}

// unmark marks the end of a delivery, also of one that began unmarked: those that follow are marked.
func (b *Bus) unmark() {
	if atomic.LoadUint32(&b.asked) == anew {
		b.patience = patience
		atomic.StoreUint32(&b.asked, heard)
	}
	if !b.marked {
		b.idle = marking
		b.heeding.Store(true)
		b.epoch.Add(2)
		return
	}
	b.marked = false
	b.epoch.Add(1)
	b.patience--
	if b.patience <= 0 {
		b.idle = b.block
		b.heeding.Store(false)
		atomic.StoreUint32(&b.asked, unasked)
	}
}

// Await returns once no delivery that had begun before the call is under way. gone says, right after a garbage collection, that
// no delivery holds what it would need for it. From inside a consumer Await returns at once, since it would wait for itself.
func (b *Bus) Await(gone func() bool) {
	atomic.StoreUint32(&b.asked, anew)
	heeding, epoch := b.heeding.Load(), b.epoch.Load()
	if heeding && epoch%2 == 0 || b.inside() {
		return
	}
	const spins = 64
	for n := 0; b.epoch.Load() == epoch; n++ {
		if n < spins {
			runtime.Gosched()
			continue
		}
		if n&(n-1) == 0 {
			runtime.GC()
			if gone() {
				return
			}
		}
		atomic.StoreUint32(&b.asked, anew) // the driver may have run out of patience at the same time
		time.Sleep(100 * time.Microsecond)
	}
}
