package contract

import (
	"time"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// trial is one bus under test, and the calls that its consumers reported.
type trial struct {
	muxtest.TB
	Subject
	bus     Bus
	log     []received
	answers map[uint64]func()        // what to do in the first call of the event with this number
	observe func(Call, events.Event) // receives the calls in place of the log, if it is not nil
}

// received is a call as a consumer reported it.
type received struct {
	Call
	kept    events.Event // that of the event
	content string       // read during the delivery
}

// begins returns a trial whose bus is outside any block.
func (s Subject) begins(t muxtest.TB) *trial {
	tr := &trial{TB: t, Subject: s, answers: map[uint64]func(){}}
	tr.bus = s.Make(func(consumer, method string, e events.Event) { tr.receive(Call{consumer, method}, e) })
	return tr
}

// begun returns a trial whose bus is in block 1, with an empty log.
func (s Subject) begun(t muxtest.TB) *trial {
	tr := s.begins(t)
	tr.bus.BeginBlock(block(1))
	tr.log = nil
	return tr
}

func (tr *trial) receive(c Call, e events.Event) {
	sequence := e.Sequence()
	if tr.observe != nil {
		tr.observe(c, e)
	} else {
		tr.record(c, e)
	}
	if answer := tr.answers[sequence]; answer != nil {
		delete(tr.answers, sequence)
		answer()
	}
}

func (tr *trial) record(c Call, e events.Event) {
	tr.log = append(tr.log, received{c, events.Keep(e), contentOf(e)})
}

// when makes a consumer do something in the first call of the event with this number.
func (tr *trial) when(sequence uint64, do func()) { tr.answers[sequence] = do }

// consumed returns the kinds that have calls.
func (s Subject) consumed(t muxtest.TB) []Kind {
	t.Helper()
	var kinds []Kind
	for _, k := range s.Kinds {
		if len(k.calls) > 0 {
			kinds = append(kinds, k)
		}
	}
	if kinds == nil {
		t.Fatalf("contract: no kind of the subject has calls, so nothing of its bus can be observed")
	}
	return kinds
}

// least returns the kind with the fewest calls, but at least one.
func (s Subject) least(t muxtest.TB) Kind {
	t.Helper()
	kinds := s.consumed(t)
	least := kinds[0]
	for _, k := range kinds {
		if len(k.calls) < len(least.calls) {
			least = k
		}
	}
	return least
}

// block returns the block of a height. Its time is one second after that of the block below.
func block(height uint64) events.Block {
	return events.Block{ChainID: "game", Height: height, Time: time.Unix(int64(height), 0).UTC()}
}

// at returns a header in block 1.
func at(tx string, sequence uint64) events.Header {
	return events.NewHeader(block(1), tx, sequence)
}
