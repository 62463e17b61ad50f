package contract

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
)

// mistake is one misuse of a bus by its driver.
type mistake struct {
	before, make func(Bus)
	parts        []string // of the panic's text
}

// misuse: each misuse panics with a text that names the method and what to do, and changes nothing:
// the bus goes on.
func misuse(t muxtest.TB, s Subject) {
	for _, m := range append(mistakes(), s.emitMistakes()...) {
		tr := s.begins(t)
		m.before(tr.bus)
		before, next := len(tr.log), tr.bus.Next()
		tr.panics(func() { m.make(tr.bus) }, append(m.parts, "busgen: ")...)
		if len(tr.log) != before {
			tr.Errorf("contract: a misuse made the call %s", tr.log[before])
		}
		if !next.Equal(tr.bus.Next()) {
			tr.Errorf("contract: a misuse took sequence number %d", next.Sequence())
		}
		tr.goesOn(m.parts[0])
	}
}

// goesOn closes what is open, then uses the bus for one more block.
func (tr *trial) goesOn(after string) {
	tr.Helper()
	if tr.bus.Next().TxID() != "" {
		tr.bus.EndTx()
	}
	_, _ = panicOf(tr.bus.EndBlock) // no block may be open
	tr.log = nil
	if text, panicked := panicOf(func() {
		h := events.NewHeader(block(5), "", 0)
		tr.bus.BeginBlock(block(5))
		want := []delivered{tr.boundary("BeginBlock", h)}
		for i, k := range tr.Kinds {
			k.emit(tr.bus, int64(i))
			want = append(want, k.delivered(h.At("", uint64(i+1)), int64(i)))
		}
		tr.bus.EndBlock()
		tr.expect(append(want, tr.boundary("EndBlock", h.At("", uint64(len(tr.Kinds)+1))))...)
		tr.bus.BeginBlock(block(5)) // a height may be used again
	}); panicked {
		tr.Errorf("contract: after the misuse %q the bus panics: %s", after, text)
	}
}

func fresh(Bus)       {}
func opened(b Bus)    { b.BeginBlock(block(3)) }
func closedAt3(b Bus) { opened(b); b.EndBlock() }
func inTx(b Bus)      { opened(b); b.BeginTx("a") }

func mistakes() []mistake {
	return []mistake{
		{fresh, func(b Bus) { b.BeginTx("a") }, []string{"BeginTx outside a block", "call BeginBlock"}},
		{fresh, Bus.EndTx, []string{"EndTx without a transaction", "call BeginTx"}},
		{opened, Bus.EndTx, []string{"EndTx without a transaction", "call BeginTx"}},
		{fresh, Bus.EndBlock, []string{"EndBlock outside a block", "call BeginBlock"}},
		{closedAt3, Bus.EndBlock, []string{"EndBlock outside a block", "call BeginBlock"}},
		{opened, func(b Bus) { b.BeginBlock(block(4)) }, []string{"BeginBlock while block 3 is open", "call EndBlock"}},
		{inTx, func(b Bus) { b.BeginBlock(block(4)) }, []string{"BeginBlock while block 3 is open", "call EndBlock"}},
		{inTx, func(b Bus) { b.BeginTx("b") }, []string{`BeginTx("b") while transaction "a" is open`, "call EndTx"}},
		{opened, func(b Bus) { b.BeginTx("") }, []string{"BeginTx with an empty name"}},
		{inTx, Bus.EndBlock, []string{`EndBlock while transaction "a" is open`, "call EndTx"}},
		{closedAt3, func(b Bus) { b.BeginBlock(block(2)) }, []string{"BeginBlock of height 2 after height 3"}},
	}
}

func (s Subject) emitMistakes() []mistake {
	var list []mistake
	for _, k := range s.Kinds {
		for _, before := range []func(Bus){fresh, closedAt3} {
			list = append(list, mistake{before, func(b Bus) { k.emit(b, 1) },
				[]string{"Emit" + k.name + " outside a block", "call BeginBlock"}})
		}
	}
	return list
}

// boundaryMistakes returns what a consumer may not do: only the driver opens and closes blocks and
// transactions.
func boundaryMistakes() map[string]func(Bus) {
	return map[string]func(Bus){
		"BeginBlock": func(b Bus) { b.BeginBlock(block(2)) },
		"BeginTx":    func(b Bus) { b.BeginTx("b") },
		"EndTx":      Bus.EndTx,
		"EndBlock":   Bus.EndBlock,
	}
}

// boundaryInsideConsumer: a consumer that opens or closes a block or transaction panics, and with
// it the bus stops.
func boundaryInsideConsumer(t muxtest.TB, s Subject) {
	k := s.least(t)
	for name, set := range boundaryMistakes() {
		tr := s.begun(t)
		tr.when(1, func() { set(tr.bus) })
		tr.panics(func() { k.emit(tr.bus, 1) }, "busgen: "+name+" by a consumer", "driver")
		tr.stopped(k.name + " game block 1 #1")
	}
}

// emitWithoutABlockInsideConsumer: after the end of a block there are no numbers. Its consumers,
// and those of events that are routed where no block is open, may not emit.
func emitWithoutABlockInsideConsumer(t muxtest.TB, s Subject) {
	k := s.least(t)
	parts := []string{"busgen: Emit" + k.name + " by a consumer while no block is open"}
	if len(s.EndBlock) > 0 {
		tr := s.begun(t)
		tr.when(1, func() { k.emit(tr.bus, 1) })
		tr.panics(tr.bus.EndBlock, parts...)
		tr.stopped("EndBlock game block 1 #1")
	}
	tr := s.begins(t)
	tr.when(1, func() { k.emit(tr.bus, 1) })
	tr.panics(func() { tr.bus.Route(k.event(at("", 1), 1)) }, parts...)
	tr.stopped(k.name + " game block 1 #1")
}

// recoveredInsideConsumer: a consumer that recovers from the panic of its own misuse has returned,
// and the bus does not stop.
func recoveredInsideConsumer(t muxtest.TB, s Subject) {
	for _, k := range s.consumed(t) {
		tr := s.begun(t)
		var late events.Event
		tr.observe = func(_ Call, e events.Event) { late = e }
		k.emit(tr.bus, 1)
		tr.observe = nil
		tr.when(2, func() {
			for name, set := range boundaryMistakes() {
				tr.panics(func() { set(tr.bus) }, name)
			}
			tr.panics(func() { events.Keep(late) }, "call Keep")
		})
		k.emit(tr.bus, 2)
		tr.bus.EndBlock()
		tr.expect(k.delivered(at("", 2), 2), s.boundary("EndBlock", at("", 3)))
	}
}
