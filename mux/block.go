package mux

import (
	"strconv"

	"github.com/busgen/busgen/events"
)

// BeginBlock opens a block and begins the delivery of its first event, which it returns; nil if nobody consumes it. It panics if a
// block is open, if the height is lower than the last one, if a consumer calls it, and on a stopped bus.
func (b *Bus) BeginBlock(block events.Block, t *Boundaries) events.Event {
	b.driver("BeginBlock")
	last := b.stamper.Next().Height()
	switch {
	case b.state == stopped:
		b.reject("BeginBlock")
	case b.state == open:
		panic("busgen: BeginBlock while block " + strconv.FormatUint(last, 10) + " is open: call EndBlock first")
	case block.Height < last:
		panic("busgen: BeginBlock of height " + strconv.FormatUint(block.Height, 10) + " after height " +
			strconv.FormatUint(last, 10) + ": heights never decrease")
	}
	b.stamper.BeginBlock(block)
	b.rest = open
	return begin(b, len(t.begins), events.NewBeginBlock(b.stamper.Stamp()))
}

// BeginTx names the transaction of the headers that follow. It is no event. It panics outside a block, in a transaction,
// with an empty name, if a consumer calls it, and on a stopped bus.
func (b *Bus) BeginTx(id string) {
	b.driver("BeginTx")
	switch tx := b.stamper.Next().TxID(); {
	case b.state != open:
		b.reject("BeginTx")
	case tx != "":
		panic("busgen: BeginTx(" + strconv.Quote(id) + ") while transaction " + strconv.Quote(tx) + " is open: call EndTx first")
	case id == "":
		panic("busgen: BeginTx with an empty name: a transaction needs one")
	}
	b.stamper.BeginTx(id)
}

// EndTx closes the transaction and begins the delivery of its last event, as BeginBlock does. It panics if none is open and if a
// consumer calls it. On a stopped bus it does nothing, so that a deferred EndTx does not hide a consumer's panic.
func (b *Bus) EndTx(t *Boundaries) events.Event {
	b.driver("EndTx")
	switch {
	case b.state == stopped:
		return nil
	case b.stamper.Next().TxID() == "":
		panic("busgen: EndTx without a transaction: call BeginTx first")
	}
	h := b.stamper.Stamp()
	b.stamper.EndTx()
	return begin(b, len(t.endTxs), events.NewEndTx(h))
}

// EndBlock closes the block and begins the delivery of its last event, as BeginBlock does. It panics if no block or still a
// transaction is open, and if a consumer calls it. On a stopped bus it does nothing, as EndTx.
func (b *Bus) EndBlock(t *Boundaries) events.Event {
	b.driver("EndBlock")
	switch tx := b.stamper.Next().TxID(); {
	case b.state == stopped:
		return nil
	case b.state != open:
		b.reject("EndBlock")
	case tx != "":
		panic("busgen: EndBlock while transaction " + strconv.Quote(tx) + " is open: call EndTx first")
	}
	b.rest = closed
	return begin(b, len(t.endBlocks), events.NewEndBlock(b.stamper.Stamp()))
}

// driver panics unless the driver may open or close something now.
func (b *Bus) driver(method string) {
	if b.state == delivering {
		panic("busgen: " + method + " by a consumer: only the driver opens and closes blocks and transactions" + orElse)
	}
	if len(b.queue.list) != 0 {
		b.tangled() // somebody emitted during a delivery that had ended
	}
}

// begin begins the delivery of a boundary of this bus. For nobody, it does not even make an events.Event of it, which allocates.
func begin[E events.Event](b *Bus, consumers int, e E) events.Event {
	if consumers == 0 {
		if b.state, b.ended = b.rest, b.rest == closed; b.ended {
			b.finish()
		}
		return nil
	}
	b.state = delivering
	return e
}
