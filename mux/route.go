package mux

import "github.com/busgen/busgen/events"

// BeginRoute begins the delivery of an event that has a header. It reports false if the event is invalid, or waits for the end of
// the current delivery. It panics if the event's lease has ended, on a stopped bus, and if too many events wait.
func (b *Bus) BeginRoute(e events.Event) bool {
	if b.state == closed && e != nil && e.Valid() { // most often: a replay opens no blocks
		b.state = delivering
		return true
	}
	b.wait("Route")
	if !b.follows(e) {
		return false
	}
	if b.state == delivering {
		b.Push(events.Keep(e), nil) // its lease may end before its delivery
		return false
	}
	b.state = delivering
	return true
}

// EndRoute ends the delivery of a routed event or a batch, and reports whether the queue has to be drained.
func (b *Bus) EndRoute() (drain bool) {
	if b.state == delivering && len(b.queue.list) == 0 && b.queue.current.event == nil && !b.ended {
		b.state = b.rest
		return false
	}
	return true // Pop ends the delivery
}

// BeginBatch begins the delivery of a batch: what consumers emit meanwhile comes after all of it, in number and in time. It
// reports false if the batch waits for the end of the current delivery. It panics as BeginRoute does.
func (b *Bus) BeginBatch(batch []events.Event) bool {
	b.wait("RouteBatch")
	if b.state == delivering {
		for _, e := range batch {
			b.BeginRoute(e)
		}
		return false
	}
	for _, e := range batch {
		b.follows(e)
	}
	b.state = delivering
	return true
}

// Current begins the delivery of one event of a batch. It reports false if the event is invalid.
func (b *Bus) Current(e events.Event) bool {
	if !valid(e) {
		return false
	}
	b.queue.current.event = e
	return true
}

// follows makes the next header come after that of a routed event, and reports whether the event is valid. If not, it is counted.
func (b *Bus) follows(e events.Event) bool {
	if !valid(e) {
		b.ignored.Add(1)
		return false
	}
	if b.rest == open {
		b.stamper.Follow(e.Header())
	}
	return true
}

// valid reports whether there is an event. Pointers to boundaries, which are values, are none.
func valid(e events.Event) bool {
	switch e.(type) {
	case nil, *events.BeginBlock, *events.EndTx, *events.EndBlock:
		return false
	}
	return e.Valid()
}
