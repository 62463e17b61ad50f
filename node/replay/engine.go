package replay

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/stream"
)

// engine drives a bus with the steps of a stream, as the engines of a core would.
type engine struct {
	bus *generated.Router
	// delivered counts events, boundaries included.
	delivered int
}

// begin opens a block.
func (e *engine) begin(block events.Block) {
	e.bus.BeginBlock(block)
	e.delivered++
}

// end closes the block.
func (e *engine) end() {
	e.bus.EndBlock()
	e.delivered++
}

// call repeats one call of the core: an emit, or a batch.
func (e *engine) call(c stream.Call) {
	e.delivered += len(c.Events)
	if c.Batch {
		e.bus.RouteBatch(batch(e.bus.Next(), c.Events))
		return
	}
	for _, event := range c.Events {
		routes[event.Kind].emit(e.bus, event)
	}
}

// batch returns kept events with consecutive numbers, the first of them at the given place.
func batch(first events.Header, recorded []stream.Event) []events.Event {
	made := make([]events.Event, len(recorded))
	for i, event := range recorded {
		made[i] = routes[event.Kind].make(first.At(first.TxID(), first.Sequence()+uint64(i)), event)
	}
	return made
}
