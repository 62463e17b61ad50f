package contract

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// wrong is one misuse of a bus.
type wrong struct {
	before, misuse func(Bus)
	sentence       string
}

// misuse: each misuse panics with a sentence that names the method and what to do, and changes nothing: the bus goes on.
func misuse(t muxtest.TB, s Subject) {
	for _, w := range append(wrongs(), s.wrongEmits()...) {
		tr := s.begins(t)
		w.before(tr.bus)
		before, next := len(tr.log), tr.bus.Next()
		tr.panics(w.sentence, func() { w.misuse(tr.bus) })
		if len(tr.log) != before {
			tr.Errorf("contract: a misuse called %s", tr.log[before])
		}
		if !next.Equal(tr.bus.Next()) {
			tr.Errorf("contract: a misuse took the next place, %d", next.Sequence())
		}
		tr.goesOn(w.sentence)
	}
}

// goesOn closes whatever is open, then uses the bus for one more block.
func (tr *trial) goesOn(after string) {
	tr.Helper()
	if tr.bus.Next().TxID() != "" {
		tr.bus.EndTx()
	}
	func() {
		defer func() { _ = recover() }() // no block may be open
		tr.bus.EndBlock()
	}()
	tr.log = nil
	defer func() {
		if r := recover(); r != nil {
			tr.Errorf("contract: after the misuse %q the bus can't be used any more: %v", after, r)
		}
	}()
	h := events.NewHeader(block(5), "", 0)
	tr.bus.BeginBlock(block(5))
	want := []said{tr.boundary("BeginBlock", h)}
	for i, k := range tr.Kinds {
		k.emit(tr.bus, int64(i))
		want = append(want, k.said(h.At("", uint64(i+1)), int64(i)))
	}
	tr.bus.EndBlock()
	tr.expect(append(want, tr.boundary("EndBlock", h.At("", uint64(len(tr.Kinds)+1))))...)
	tr.bus.BeginBlock(block(5)) // the same height again is the driver's own affair
}

func fresh(Bus)       {}
func opened(b Bus)    { b.BeginBlock(block(3)) }
func closedAt3(b Bus) { opened(b); b.EndBlock() }
func inTx(b Bus)      { opened(b); b.BeginTx("a") }

func wrongs() []wrong {
	return []wrong{
		{fresh, func(b Bus) { b.BeginTx("a") }, "busgen: BeginTx outside a block: call BeginBlock first"},
		{fresh, Bus.EndTx, "busgen: EndTx without a transaction: call BeginTx first"},
		{opened, Bus.EndTx, "busgen: EndTx without a transaction: call BeginTx first"},
		{fresh, Bus.EndBlock, "busgen: EndBlock outside a block: call BeginBlock first"},
		{closedAt3, Bus.EndBlock, "busgen: EndBlock outside a block: call BeginBlock first"},
		{opened, func(b Bus) { b.BeginBlock(block(4)) }, "busgen: BeginBlock while block 3 is open: call EndBlock first"},
		{inTx, func(b Bus) { b.BeginBlock(block(4)) }, "busgen: BeginBlock while block 3 is open: call EndBlock first"},
		{inTx, func(b Bus) { b.BeginTx("b") }, `busgen: BeginTx("b") while transaction "a" is open: call EndTx first`},
		{opened, func(b Bus) { b.BeginTx("") }, "busgen: BeginTx with an empty name, which means no transaction"},
		{inTx, Bus.EndBlock, `busgen: EndBlock while transaction "a" is open: call EndTx first`},
		{closedAt3, func(b Bus) { b.BeginBlock(block(2)) }, "busgen: BeginBlock of height 2 after height 3: heights can't go back"},
	}
}

func (s Subject) wrongEmits() []wrong {
	var list []wrong
	for _, k := range s.Kinds {
		for _, before := range []func(Bus){fresh, closedAt3} {
			list = append(list, wrong{before, func(b Bus) { k.emit(b, 1) }, "busgen: Emit" + k.name + " outside a block: call BeginBlock first"})
		}
	}
	return list
}

// boundaryInsideConsumer: boundaries are the driver's. A consumer that sets one panics, and with it the bus stops.
func boundaryInsideConsumer(t muxtest.TB, s Subject) {
	k := s.least(t)
	for _, w := range []struct {
		name string
		set  func(Bus)
	}{
		{"BeginBlock", func(b Bus) { b.BeginBlock(block(2)) }},
		{"BeginTx", func(b Bus) { b.BeginTx("b") }},
		{"EndTx", Bus.EndTx},
		{"EndBlock", Bus.EndBlock},
	} {
		tr := s.begun(t)
		tr.when(1, func() { w.set(tr.bus) })
		tr.panics("busgen: "+w.name+" from inside a consumer: boundaries belong to the goroutine that drives the bus", func() { k.emit(tr.bus, 1) })
		tr.stoppedOn(1)
	}
}

// emitWithoutABlockInsideConsumer: with the end of a block its numbers end. Its consumers, and those of events routed where no block
// is open, can emit nothing.
func emitWithoutABlockInsideConsumer(t muxtest.TB, s Subject) {
	k := s.least(t)
	sentence := "busgen: Emit" + k.name + " from inside a consumer with no block open: " +
		"the event in hand ends its block or was routed, so that nothing can follow it in a block of this bus"
	if len(s.EndBlock) > 0 {
		tr := s.begun(t)
		tr.when(1, func() { k.emit(tr.bus, 1) })
		tr.panics(sentence, tr.bus.EndBlock)
	}
	tr := s.begins(t)
	tr.when(1, func() { k.emit(tr.bus, 1) })
	tr.panics(sentence, func() { tr.bus.Route(k.event(at("", 1), 1)) })
}

// recoveredInsideConsumer: a consumer that recovers from its own mistake has returned, and nothing stops.
func recoveredInsideConsumer(t muxtest.TB, s Subject) {
	for _, k := range s.heardOf(t) {
		tr := s.begun(t)
		tr.when(1, func() {
			defer func() { _ = recover() }()
			tr.bus.EndBlock()
		})
		k.emit(tr.bus, 1)
		tr.bus.EndBlock()
		tr.expect(k.said(at("", 1), 1), s.boundary("EndBlock", at("", 2)))
	}
}
