package ours

import (
	"time"

	"github.com/busgen/busgen/bench/domain"
	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/events"
)

// Block is the one that all measured events are of.
func Block() events.Block {
	return events.Block{ChainID: "bench", Height: 1, Time: time.Unix(1_700_000_000, 0)}
}

// supply is what one bus is given to carry, and what its consumers had of it.
type supply struct {
	mode    measure.Mode
	pool    *domain.Pool
	ready   [domain.PoolSize]events.Event
	made    uint64
	tallies []*measure.Tally
}

func newSupply(mode measure.Mode) supply {
	s := supply{mode: mode, pool: domain.NewPool()}
	header := events.NewHeader(Block(), "", 0)
	for i := range s.ready {
		n := uint64(i) + 1
		s.ready[i] = generated.NewTrade(header.At("", n), *s.pool.At(n))
	}
	return s
}

// begin opens the one block of all events that are emitted. Those that are routed bring theirs, as in a replay.
func (s *supply) begin(bus interface{ BeginBlock(events.Block) }) {
	if s.mode == measure.EndToEnd {
		bus.BeginBlock(Block())
	}
}

// payload is the next of the pool.
func (s *supply) payload() *domain.Trade {
	s.made++
	return s.pool.At(s.made)
}

// event is the next of the prebuilt ones.
func (s *supply) event() events.Event {
	s.made++
	return s.ready[(s.made-1)%domain.PoolSize]
}

// Tallies are those of the consumers.
func (s *supply) Tallies() []*measure.Tally { return s.tallies }

// Close has nothing to end: no bus of this project has a goroutine.
func (s *supply) Close() {}
