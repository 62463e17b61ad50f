package contract

import (
	"time"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// trial is one bus under test, and what its consumers heard.
type trial struct {
	muxtest.TB
	Subject
	bus     Bus
	log     []heard
	answers map[uint64]func() // by the number of the event in whose first call to give them
	observe func(heard)       // if it is there, calls go here instead of the log
}

// heard is a call as a consumer told of it.
type heard struct {
	Call
	event events.Event
}

// begins makes a bus that is outside of any block.
func (s Subject) begins(t muxtest.TB) *trial {
	tr := &trial{TB: t, Subject: s, answers: map[uint64]func(){}}
	tr.bus = s.Make(func(consumer, method string, e events.Event) { tr.hear(heard{Call{consumer, method}, e}) })
	return tr
}

// begun makes a bus in block 1, and forgets the begin of it.
func (s Subject) begun(t muxtest.TB) *trial {
	tr := s.begins(t)
	tr.bus.BeginBlock(block(1))
	tr.log = nil
	return tr
}

func (tr *trial) hear(h heard) {
	if tr.observe != nil {
		tr.observe(h)
		return
	}
	tr.log = append(tr.log, h)
	if answer := tr.answers[h.event.Sequence()]; answer != nil {
		delete(tr.answers, h.event.Sequence())
		answer()
	}
}

// when has a consumer do something in the first call of the event with this number.
func (tr *trial) when(sequence uint64, do func()) { tr.answers[sequence] = do }

// of are the kinds that call somebody.
func (s Subject) heardOf(t muxtest.TB) []Kind {
	t.Helper()
	var kinds []Kind
	for _, k := range s.Kinds {
		if len(k.calls) > 0 {
			kinds = append(kinds, k)
		}
	}
	if kinds == nil {
		t.Fatalf("contract: no kind of the subject has calls, so that nothing can be heard of its bus")
	}
	return kinds
}

// least is the kind that calls fewest, but somebody.
func (s Subject) least(t muxtest.TB) Kind {
	t.Helper()
	kinds := s.heardOf(t)
	least := kinds[0]
	for _, k := range kinds {
		if len(k.calls) < len(least.calls) {
			least = k
		}
	}
	return least
}

// block is the block of a height, each a second after the one below.
func block(height uint64) events.Block {
	return events.Block{ChainID: "game", Height: height, Time: time.Unix(int64(height), 0).UTC()}
}

// at is a place in block 1.
func at(tx string, sequence uint64) events.Header {
	return events.NewHeader(block(1), tx, sequence)
}
