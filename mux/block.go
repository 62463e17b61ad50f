package mux

import (
	"strconv"

	"github.com/busgen/busgen/events"
)

// BeginBlock opens a block and gives its first event. It panics if a block is open, if its height is below the last
// one's, from inside a consumer, and on a stopped bus.
func (b *Bus) BeginBlock(block events.Block) events.BeginBlock {
	b.atBoundary("BeginBlock")
	if b.open {
		panic("busgen: BeginBlock while block " + strconv.FormatUint(b.block.Height(), 10) + " is open: call EndBlock first")
	}
	if b.begun && block.Height < b.block.Height() {
		panic("busgen: BeginBlock of height " + strconv.FormatUint(block.Height, 10) + " after height " +
			strconv.FormatUint(b.block.Height(), 10) + ": heights can't go back")
	}
	b.open, b.begun, b.inTx, b.txID = true, true, false, ""
	b.block, b.next = events.NewHeader(block, "", 0), 0
	return events.NewBeginBlock(b.Stamp("BeginBlock"))
}

// BeginTx names the transaction of the headers that follow. It is no event. It panics outside a block, in an open
// transaction, with an empty name, from inside a consumer, and on a stopped bus.
func (b *Bus) BeginTx(id string) {
	b.atBoundary("BeginTx")
	switch {
	case !b.open:
		b.refuse("BeginTx")
	case b.inTx:
		panic("busgen: BeginTx(" + strconv.Quote(id) + ") while transaction " + strconv.Quote(b.txID) + " is open: call EndTx first")
	case id == "":
		panic("busgen: BeginTx with an empty name, which means no transaction")
	}
	b.inTx, b.txID = true, id
}

// EndTx closes the transaction and gives its last event. It panics if none is open, from inside a consumer, and on a
// stopped bus.
func (b *Bus) EndTx() events.EndTx {
	b.atBoundary("EndTx")
	if !b.inTx {
		panic("busgen: EndTx without a transaction: call BeginTx first")
	}
	e := events.NewEndTx(b.Stamp("EndTx"))
	b.inTx, b.txID = false, ""
	return e
}

// EndBlock closes the block and gives its last event. It panics if none is open, in an open transaction, from inside a
// consumer, and on a stopped bus.
func (b *Bus) EndBlock() events.EndBlock {
	b.atBoundary("EndBlock")
	if b.inTx {
		panic("busgen: EndBlock while transaction " + strconv.Quote(b.txID) + " is open: call EndTx first")
	}
	e := events.NewEndBlock(b.Stamp("EndBlock"))
	b.open = false
	return e
}

// atBoundary refuses boundaries that are not the driver's to set.
func (b *Bus) atBoundary(method string) {
	switch b.state {
	case stopped:
		b.refuse(method)
	case delivering:
		panic("busgen: " + method + " from inside a consumer: boundaries belong to the goroutine that drives the bus")
	}
}
