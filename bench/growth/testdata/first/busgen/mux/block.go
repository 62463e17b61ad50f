package mux

import (
	"strconv"

	"github.com/busgen/busgen/events"
)

// BeginBlock opens a block and begins the delivery of its first event. It panics if a block is open, if its height is below
// the last one's, from inside a consumer, and on a stopped bus.
func (b *Bus) BeginBlock(block events.Block) events.BeginBlock {
	b.atBoundary("BeginBlock")
	if b.block == open {
		panic("busgen: BeginBlock while block " + strconv.FormatUint(b.stamper.Height(), 10) + " is open: call EndBlock first")
	}
	if block.Height < b.stamper.Height() { // 0 before the first
		panic("busgen: BeginBlock of height " + strconv.FormatUint(block.Height, 10) + " after height " +
			strconv.FormatUint(b.stamper.Height(), 10) + ": heights can't go back")
	}
	b.setBlock(open)
	b.stamper.BeginBlock(block)
	return events.NewBeginBlock(b.boundary())
}

// BeginTx names the transaction of the headers that follow. It is no event. It panics outside a block, in an open
// transaction, with an empty name, from inside a consumer, and on a stopped bus.
func (b *Bus) BeginTx(id string) {
	b.atBoundary("BeginTx")
	switch {
	case b.block != open:
		b.refuse("BeginTx")
	case b.txID() != "":
		panic("busgen: BeginTx(" + strconv.Quote(id) + ") while transaction " + strconv.Quote(b.txID()) + " is open: call EndTx first")
	case id == "":
		panic("busgen: BeginTx with an empty name, which means no transaction")
	}
	b.stamper.BeginTx(id)
}

// EndTx closes the transaction and begins the delivery of its last event. It panics if none is open, from inside a consumer,
// and on a stopped bus.
func (b *Bus) EndTx() events.EndTx {
	b.atBoundary("EndTx")
	if b.txID() == "" {
		panic("busgen: EndTx without a transaction: call BeginTx first")
	}
	e := events.NewEndTx(b.boundary())
	b.stamper.EndTx()
	return e
}

// EndBlock closes the block and begins the delivery of its last event. It panics if none is open, in an open transaction, from
// inside a consumer, and on a stopped bus.
func (b *Bus) EndBlock() events.EndBlock {
	b.atBoundary("EndBlock")
	switch {
	case b.block != open:
		b.refuse("EndBlock")
	case b.txID() != "":
		panic("busgen: EndBlock while transaction " + strconv.Quote(b.txID()) + " is open: call EndTx first")
	}
	e := events.NewEndBlock(b.boundary())
	b.setBlock(closed)
	return e
}

// txID names the open transaction; empty: there is none.
func (b *Bus) txID() string { return b.stamper.TxID() }

// boundary begins the delivery of an event at the next place and gives its header.
func (b *Bus) boundary() events.Header {
	h := b.stamper.Next()
	b.enter(closed)
	b.inHand = h.Sequence()
	b.Skip()
	return h
}

// atBoundary refuses boundaries that are not the driver's to set.
func (b *Bus) atBoundary(method string) {
	if b.busy() && b.inside() {
		panic("busgen: " + method + " from inside a consumer: boundaries belong to the goroutine that drives the bus")
	}
	if b.state > marking {
		b.refuse(method)
	}
}

func (b *Bus) setBlock(s state) {
	b.block = s
	if b.idle != marking {
		b.idle = s
	}
}
