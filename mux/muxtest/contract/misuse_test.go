package contract

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// TestMisuse: promise 7. Each misuse panics with a sentence that names the method and what to do, and changes nothing: the bus
// goes on.
func TestMisuse(t *testing.T) {
	inTx := func(r *generated.Router) {
		r.BeginBlock(block(3))
		r.BeginTx("a")
	}
	open := func(r *generated.Router) { r.BeginBlock(block(3)) }
	fresh := func(*generated.Router) {}
	for name, c := range map[string]struct {
		before, misuse func(*generated.Router)
		sentence       string
	}{
		"emit outside a block": {fresh, func(r *generated.Router) { r.EmitHit(hit(1)) },
			"busgen: EmitHit outside a block: call BeginBlock first"},
		"emit after a block": {func(r *generated.Router) { open(r); r.EndBlock() }, func(r *generated.Router) { r.EmitGiven(given(1)) },
			"busgen: EmitGiven outside a block: call BeginBlock first"},
		"BeginTx outside a block": {fresh, func(r *generated.Router) { r.BeginTx("a") },
			"busgen: BeginTx outside a block: call BeginBlock first"},
		"EndTx outside a block": {fresh, (*generated.Router).EndTx,
			"busgen: EndTx without a transaction: call BeginTx first"},
		"EndTx without a transaction": {open, (*generated.Router).EndTx,
			"busgen: EndTx without a transaction: call BeginTx first"},
		"EndBlock outside a block": {fresh, (*generated.Router).EndBlock,
			"busgen: EndBlock outside a block: call BeginBlock first"},
		"a block in a block": {open, func(r *generated.Router) { r.BeginBlock(block(4)) },
			"busgen: BeginBlock while block 3 is open: call EndBlock first"},
		"a transaction in a transaction": {inTx, func(r *generated.Router) { r.BeginTx("b") },
			`busgen: BeginTx("b") while transaction "a" is open: call EndTx first`},
		"a transaction without a name": {open, func(r *generated.Router) { r.BeginTx("") },
			"busgen: BeginTx with an empty name, which means no transaction"},
		"EndBlock in a transaction": {inTx, (*generated.Router).EndBlock,
			`busgen: EndBlock while transaction "a" is open: call EndTx first`},
		"a block below the last": {func(r *generated.Router) { open(r); r.EndBlock() }, func(r *generated.Router) { r.BeginBlock(block(2)) },
			"busgen: BeginBlock of height 2 after height 3: heights can't go back"},
	} {
		t.Run(name, func(t *testing.T) {
			r := generated.NewRouter()
			rec := muxtest.Record(t, r)
			c.before(r)
			before, next := len(rec.Events()), r.Next()
			require.PanicsWithValue(t, c.sentence, func() { c.misuse(r) })
			require.Len(t, rec.Events(), before)
			require.True(t, next.Equal(r.Next()), "the misuse took no number")
			finish(r)
			rec.StrictOrder()
		})
	}
}

// finish closes whatever is open, then uses the bus for one more block.
func finish(r *generated.Router) {
	if r.Next().TxID() != "" {
		r.EndTx()
	}
	func() {
		defer func() { _ = recover() }() // no block may be open
		r.EndBlock()
	}()
	r.BeginBlock(block(5))
	r.EmitHit(hit(1))
	r.EndBlock()
}

// Boundaries are the driver's: a consumer that sets one panics, and with it the bus stops.
func TestBoundaryInsideConsumer(t *testing.T) {
	for name, f := range map[string]func(*generated.Router){
		"BeginBlock": func(r *generated.Router) { r.BeginBlock(block(2)) },
		"BeginTx":    func(r *generated.Router) { r.BeginTx("b") },
		"EndTx":      (*generated.Router).EndTx,
		"EndBlock":   (*generated.Router).EndBlock,
	} {
		t.Run(name, func(t *testing.T) {
			r := begun()
			attach(t, r, generated.HitFunc(func(generated.HitEvent) { f(r) }))
			require.PanicsWithValue(t, "busgen: "+name+" from inside a consumer: boundaries belong to the goroutine that drives the bus",
				func() { r.EmitHit(hit(1)) })
			requireStopped(t, r, 1)
		})
	}
}

// With the end of a block its numbers end: its consumers, and those of events routed where no block is open, can emit nothing.
func TestEmitWithoutABlockInsideConsumer(t *testing.T) {
	emit := func(r *generated.Router) { r.EmitTicked(domain.Ticked{}) }
	const sentence = "busgen: EmitTicked from inside a consumer with no block open: " +
		"the event in hand ends its block or was routed, so that nothing can follow it in a block of this bus"
	t.Run("EndBlock", func(t *testing.T) {
		r := begun()
		attach(t, r, boundaryFuncs{endBlock: func() { emit(r) }})
		require.PanicsWithValue(t, sentence, r.EndBlock)
	})
	t.Run("a routed event", func(t *testing.T) {
		r := generated.NewRouter()
		attach(t, r, generated.HitFunc(func(generated.HitEvent) { emit(r) }))
		require.PanicsWithValue(t, sentence, func() { r.Route(generated.NewHit(events.NewHeader(block(1), "", 1), hit(1))) })
	})
}

// The same height again is the driver's own affair.
func TestSameHeightAgain(t *testing.T) {
	r := begun()
	r.EndBlock()
	require.NotPanics(t, func() { r.BeginBlock(block(1)) })
}

// Only a constructor may make a bus: from its name the bus learns which methods deliver.
func TestInitOutsideAConstructor(t *testing.T) {
	require.PanicsWithValue(t, "busgen: mux.Bus.Init called by "+
		"github.com/busgen/busgen/mux/muxtest/contract.makesABus: only a generated constructor New… may", func() { makesABus() })
}

func makesABus() { new(mux.Bus).Init() }
