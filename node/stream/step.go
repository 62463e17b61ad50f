package stream

import (
	"fmt"

	"github.com/busgen/busgen/events"
)

// Step is a [BeginBlock], [EndBlock], [Call] or [Checkpoint].
type Step interface{ step() }

// BeginBlock opens a block.
type BeginBlock struct{ Block events.Block }

// EndBlock closes the block that is open.
type EndBlock struct{}

// Call has the events that were emitted in one call.
type Call struct {
	// Batch reports whether the events were recorded as a batch. If not, there is one event.
	Batch  bool
	Events []Event
}

// Event is one recorded event.
type Event struct {
	// Line counts from 1.
	Line int
	Kind string
	// Payload is the domain payload of the kind (see [Kinds]).
	Payload any
}

// Checkpoint has the positions at this place of the stream.
type Checkpoint struct {
	Line int
	// Final reports whether this is the last line, which has the expected positions.
	Final bool
	// Rows has one row per market and party, in the order of the file.
	Rows []Row
}

func (BeginBlock) step() {}
func (EndBlock) step()   {}
func (Call) step()       {}
func (Checkpoint) step() {}

// blocks checks the order of blocks. Its zero value is the state before the first block.
type blocks struct {
	chain  string
	height uint64
	open   bool
	any    bool
}

// begin opens the block of a line.
func (b *blocks) begin(o *object) (Step, error) {
	block := events.Block{ChainID: b.chain, Height: o.number("height"), Time: o.time("time")}
	if err := o.close(true); err != nil {
		return nil, err
	}
	switch {
	case b.open:
		return nil, fmt.Errorf("block %d begins inside block %d", block.Height, b.height)
	case b.any && block.Height <= b.height:
		return nil, fmt.Errorf("block %d comes after block %d: heights must increase", block.Height, b.height)
	}
	b.height, b.open, b.any = block.Height, true, true
	return BeginBlock{Block: block}, nil
}

// end closes the block of a line.
func (b *blocks) end(o *object) (Step, error) {
	height := o.number("height")
	if err := o.close(true); err != nil {
		return nil, err
	}
	switch {
	case !b.open:
		return nil, fmt.Errorf("block %d ends, but none is open", height)
	case height != b.height:
		return nil, fmt.Errorf("block %d ends inside block %d", height, b.height)
	}
	b.open = false
	return EndBlock{}, nil
}
