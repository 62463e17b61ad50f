package contract

import (
	"testing"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// retained: events that are kept say for ever what they said first, through several chunks of storage.
func retained(t muxtest.TB, s Subject) {
	const blocks, rounds = 2, 150
	tr := s.begins(t)
	var want []said
	n := int64(0)
	for height := uint64(1); height <= blocks; height++ {
		h := events.NewHeader(block(height), "", 0)
		tr.bus.BeginBlock(block(height))
		want = append(want, s.boundary("BeginBlock", h))
		sequence := uint64(0)
		for range rounds {
			for _, k := range s.Kinds {
				n++
				sequence++
				k.emit(tr.bus, n)
				want = append(want, k.said(h.At("", sequence), n))
			}
		}
		tr.bus.EndBlock()
		want = append(want, s.boundary("EndBlock", h.At("", sequence+1)))
	}
	tr.expect(want...)
}

// deepCopies: neither who emits, nor who makes an event, nor who reads one can change what others read. The payloads that were
// given are spoilt by the kind, and here each consumer spoils what it can read.
func deepCopies(t muxtest.TB, s Subject) {
	tr := s.begun(t)
	outer := s.least(t)
	nested := false
	tr.observe = func(h heard) {
		spoilRead(h.event)
		tr.log = append(tr.log, h)
		if h.event.Kind().String() == outer.name && !nested {
			nested = true
			for i, k := range s.Kinds {
				k.emit(tr.bus, int64(i))
			}
		}
	}
	outer.emit(tr.bus, 1)
	sequence := uint64(1)
	want := []said{outer.said(at("", 1), 1)}
	say := func(k Kind, n int64) events.Header {
		sequence++
		want = append(want, k.said(at("", sequence), n))
		return at("", sequence)
	}
	for i, k := range s.Kinds {
		say(k, int64(i))
	}
	for i, k := range s.Kinds {
		n := int64(100 + i)
		say(k, n)
		k.emit(tr.bus, n)
		tr.bus.Route(k.event(say(k, n), n))
		tr.bus.RouteBatch([]events.Event{k.event(say(k, n), n), k.event(say(k, n), n)})
	}
	tr.expect(want...)
}

// nothingAllocatedByValue: interest by value costs no memory, on the bus that the subject has for it.
func nothingAllocatedByValue(t muxtest.TB, s Subject) {
	const runs = 1000
	v := s.ByValue()
	v.Bus.BeginBlock(block(1))
	first, calls := v.Bus.Next().Sequence(), v.Calls()
	if allocations := testing.AllocsPerRun(runs, v.Emit); allocations != 0 {
		t.Errorf("contract: to emit by value allocates %v times, want 0", allocations)
	}
	if n := v.Bus.Next().Sequence() - first; n < runs {
		t.Errorf("contract: %d emits of the subject's ByValue took %d places in the block", runs, n)
	}
	if n := v.Calls() - calls; n < runs {
		t.Errorf("contract: %d emits of the subject's ByValue made %d calls", runs, n)
	}
}
