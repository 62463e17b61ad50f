package peers

import (
	"time"

	"github.com/busgen/busgen/bench/measure"
)

// awaited is a consumer of an asynchronous bus. It reports when it has received what was announced.
type awaited[P any] struct {
	read  func(*Event[P])
	tally *measure.Tally
	until uint64 // written before the first of the announced events is published
	done  chan<- struct{}
}

func (a *awaited[P]) on(e *Event[P]) {
	a.read(e)
	if a.tally.Count == a.until {
		a.done <- struct{}{}
	}
}

// crowd is the consumers of one asynchronous bus.
type crowd[P any] struct {
	readers[P]
	members []*awaited[P]
	done    chan struct{}
}

func newCrowd[P any](of Kind[P], n int) *crowd[P] {
	c := &crowd[P]{readers: of.readers(n), done: make(chan struct{}, n)}
	for _, r := range c.readers {
		c.members = append(c.members, &awaited[P]{read: r.handler(), tally: r.tally(), done: c.done})
	}
	return c
}

// expect announces n events, none of which is published yet.
func (c *crowd[P]) expect(n int) {
	for _, a := range c.members {
		a.until += uint64(n)
	}
}

// patience is how long a consumer may be silent before its events count as lost.
const patience = 20 * time.Second

// wait returns when every consumer has received what was announced, or when that takes too long:
// the tallies tell.
func (c *crowd[P]) wait() {
	late := time.NewTimer(patience)
	defer late.Stop()
	for range c.members {
		select {
		case <-c.done:
		case <-late.C:
			return
		}
	}
}

// buffer is the number of events that wait for a consumer, wherever a bus lets one choose.
const buffer = 1024
