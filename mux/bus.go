package mux

import (
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/busgen/busgen/events"
)

// state says what the bus is doing.
type state uint8

const (
	idle       state = iota
	delivering       // a consumer may be running: what is emitted now waits
	stopped          // a consumer panicked
)

// maxNested bounds the events that consumers may emit in answer to one: a consumer that emits in a loop would otherwise
// never return, or fill the memory.
const maxNested = 1 << 20

// Bus is the part of a generated bus that does not depend on its events: the place in the block, the queue of nested
// emissions and the state. One goroutine drives it; Ignored and Await are safe from any. Make it with [NewBus].
type Bus struct {
	state  state
	open   bool // between BeginBlock and EndBlock
	inTx   bool
	begun  bool // some block has begun
	block  events.Header
	txID   string
	next   uint64 // the sequence number of the next event
	inHand uint64 // the sequence number of the event in delivery
	height uint64 // of its block, which for a routed event may be another than block
	reason string // why the bus is stopped

	queue  []events.Event // emitted from inside consumers, in order
	head   int
	nested int

	epoch   atomic.Uint64 // odd while a delivery is under way
	waiting atomic.Int32  // goroutines in Await
	mu      sync.Mutex
	passed  sync.Cond

	ignored atomic.Uint64
	methods string // prefix of the names of the methods that deliver
}

// Busy says whether an event is in delivery (or the bus is stopped), so that an emission has to go through [Bus.Enqueue].
func (b *Bus) Busy() bool { return b.state != idle }

// Stamp takes the next place in the block. It panics outside a block; method is the name for that sentence.
func (b *Bus) Stamp(method string) events.Header {
	if !b.open {
		b.refuse(method)
	}
	h := b.block.At(b.txID, b.next)
	b.next++
	return h
}

// Next is the header that the next emission gets.
func (b *Bus) Next() events.Header { return b.block.At(b.txID, b.next) }

// Enter begins the delivery of the event with this number (of a routed event, [Bus.Follow] tells it). A deferred [Bus.Guard] has to go with it.
func (b *Bus) Enter(sequence uint64) {
	b.state = delivering
	b.inHand, b.height = sequence, b.block.Height()
	b.epoch.Store(b.epoch.Load() + 1)
}

// Leave ends the delivery and says whether emissions wait, to be taken with [Bus.Pop].
func (b *Bus) Leave() bool {
	b.pass()
	if b.head != len(b.queue) {
		return true
	}
	b.state, b.nested = idle, 0
	return false
}

// Step ends one delivery of a batch and begins the next.
func (b *Bus) Step() {
	b.pass()
	b.epoch.Store(b.epoch.Load() + 1)
}

// pass marks the end of a delivery, for those who wait for it.
func (b *Bus) pass() {
	b.epoch.Store(b.epoch.Load() + 1)
	if b.waiting.Load() != 0 {
		b.wake()
	}
}

// Guard, deferred, stops the bus if a consumer's panic is on its way through.
func (b *Bus) Guard() {
	if b.state == delivering {
		b.stop()
	}
}

func (b *Bus) stop() {
	b.state = stopped
	b.reason = "a consumer panicked, or ended its goroutine, on the event with sequence " + strconv.FormatUint(b.inHand, 10) + " of block " +
		strconv.FormatUint(b.height, 10) + ", which has reached some consumers and not others"
	b.queue, b.head, b.open = nil, 0, false
	if b.epoch.Load()%2 == 1 {
		b.epoch.Add(1)
	}
	b.wake()
}

// Ignore counts an event of a type that the bus does not know.
func (b *Bus) Ignore() { b.ignored.Add(1) }

// Ignored is how many events of a type that the bus does not know were routed. Safe from any goroutine.
func (b *Bus) Ignored() uint64 { return b.ignored.Load() }

// refuse panics with the sentence that says why method can't be called now.
func (b *Bus) refuse(method string) {
	switch {
	case b.state == stopped:
		panic("busgen: " + method + " on a stopped bus: " + b.reason)
	case b.state == delivering:
		panic("busgen: " + method + " from inside a consumer with no block open: the event in hand ends its block or was routed, " +
			"so that nothing can follow it in a block of this bus")
	default:
		panic("busgen: " + method + " outside a block: call BeginBlock first")
	}
}
