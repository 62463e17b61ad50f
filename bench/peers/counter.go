package peers

import (
	"time"

	"github.com/busgen/busgen/bench/measure"
)

// counter is a consumer of a synchronous bus.
type counter struct{ measure.Tally }

// OnTrade counts the event.
func (c *counter) OnTrade(e *Event) { c.Add(e.Sequence) }

// counters are the consumers of one bus.
type counters []*counter

func newCounters(n int) counters {
	all := make(counters, n)
	for i := range all {
		all[i] = new(counter)
	}
	return all
}

// Tallies are those of the consumers.
func (cs counters) Tallies() []*measure.Tally {
	all := make([]*measure.Tally, len(cs))
	for i, c := range cs {
		all[i] = &c.Tally
	}
	return all
}

// Close has nothing to end.
func (cs counters) Close() {}

// awaited is a consumer of an asynchronous bus, which says when it has had what was announced.
type awaited struct {
	counter
	until uint64 // written before the first of the events that it counts is published
	done  chan<- struct{}
}

// OnTrade counts the event.
func (a *awaited) OnTrade(e *Event) { a.had(e.Sequence) }

func (a *awaited) had(sequence uint64) {
	a.Add(sequence)
	if a.Count == a.until {
		a.done <- struct{}{}
	}
}

// crowd is the consumers of one asynchronous bus.
type crowd struct {
	members []*awaited
	done    chan struct{}
}

func newCrowd(n int) *crowd {
	c := &crowd{done: make(chan struct{}, n)}
	for range n {
		c.members = append(c.members, &awaited{done: c.done})
	}
	return c
}

// expect announces n events, none of which is published yet.
func (c *crowd) expect(n int) {
	for _, a := range c.members {
		a.until += uint64(n)
	}
}

// patience is how long a bus may go without news of a consumer before its events are taken for lost.
const patience = 20 * time.Second

// wait returns when every consumer has had what was announced, or when it does not seem to come: the tallies tell.
func (c *crowd) wait() {
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

// Tallies are those of the consumers.
func (c *crowd) Tallies() []*measure.Tally {
	all := make([]*measure.Tally, len(c.members))
	for i, a := range c.members {
		all[i] = &a.Tally
	}
	return all
}
