package contract

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux/muxtest"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/domain"
	"github.com/busgen/busgen/mux/muxtest/internal/sample/generated"
)

// TestOrderOfMethods: promise 1. A consumer with every method there is gets one event by its payload, by its capabilities in the
// order of their names, and by OnEvent; the next consumer follows it.
func TestOrderOfMethods(t *testing.T) {
	for _, makeConsumer := range []func(*ear) any{
		func(a *ear) any { return newAll(a) },
		func(a *ear) any { return newAllByValue(a) },
	} {
		for _, k := range kinds {
			t.Run(k.name, func(t *testing.T) {
				r := begun()
				var log []call
				for who := range 2 {
					attach(t, r, makeConsumer(&ear{who, func(c call) { log = append(log, c) }}))
				}
				k.emit(r, 5)
				var want []call
				for who := range 2 {
					for _, method := range k.methods {
						want = append(want, call{who, method, k.name, 1, 1, "", 5})
					}
				}
				require.Equal(t, want, log)
			})
		}
	}
}

// TestNestedEmit: promise 3. What is emitted from inside a consumer follows the event in hand, in the order of emitting, and the outer
// emit returns after the last of it.
func TestNestedEmit(t *testing.T) {
	r := begun()
	var first []string
	attach(t, r, generated.SpawnedFunc(func(e generated.SpawnedEvent) {
		first = append(first, "spawned")
		r.EmitMoved(moved(e.Spawned().X + 1))
		r.EmitHit(hit(e.Spawned().X + 2))
		first = append(first, "both emitted")
	}))
	attach(t, r, generated.MovedFunc(func(e generated.MovedEvent) {
		first = append(first, "moved")
		r.EmitTicked(domain.Ticked{Number: e.Moved().X + 2})
	}))
	rec := muxtest.Record(t, r)

	r.EmitSpawned(spawned(1))

	require.Equal(t, []string{"spawned", "both emitted", "moved"}, first)
	rec.Exactly(
		generated.NewSpawned(events.NewHeader(block(1), "", 1), spawned(1)),
		generated.NewMoved(events.NewHeader(block(1), "", 2), moved(2)),
		generated.NewHit(events.NewHeader(block(1), "", 3), hit(3)),
		generated.NewTicked(events.NewHeader(block(1), "", 4), domain.Ticked{Number: 4}),
	)
	rec.StrictOrder()
}

// A boundary is an event like others: what its consumers emit follows it.
func TestNestedEmitAtBoundaries(t *testing.T) {
	r := generated.NewRouter()
	attach(t, r, boundaryFuncs{
		begin: func() { r.EmitTicked(domain.Ticked{Number: 1}) },
		endTx: func() { r.EmitTicked(domain.Ticked{Number: 2}) },
	})
	rec := muxtest.Record(t, r)
	r.BeginBlock(block(1))
	r.BeginTx("a")
	r.EmitHit(hit(7))
	r.EndTx()
	r.EndBlock()
	rec.Kinds("BeginBlock", "Ticked", "Hit", "EndTx", "Ticked", "EndBlock")
	rec.StrictOrder()
	names := []string{}
	for _, e := range rec.Events() {
		names = append(names, e.TxID())
	}
	require.Equal(t, []string{"", "", "a", "a", "", ""}, names, "the end of a transaction names it, what answers that does not")
}

// TestNestedEmitInBatch: promise 3. What consumers emit during a batch follows all of it, and is numbered so.
func TestNestedEmitInBatch(t *testing.T) {
	r := begun()
	attach(t, r, generated.HitFunc(func(e generated.HitEvent) { r.EmitTicked(domain.Ticked{Number: e.Hit().Damage}) }))
	rec := muxtest.Record(t, r)
	next := r.Next()
	r.RouteBatch([]events.Event{
		generated.NewHit(next, hit(1)),
		generated.NewMoved(next.At("", next.Sequence()+1), moved(2)),
		generated.NewHit(next.At("", next.Sequence()+5), hit(3)),
	})
	rec.Exactly(hit(1), moved(2), hit(3), domain.Ticked{Number: 1}, domain.Ticked{Number: 3})
	rec.StrictOrder()
	ticks := muxtest.Of[generated.TickedEvent](rec)
	require.Equal(t, uint64(7), ticks[0].Sequence())
	require.Equal(t, uint64(8), r.Next().Sequence()-1)
}

// A consumer may route as well as emit: the numbers go on after what it routed.
func TestNestedRoute(t *testing.T) {
	r := begun()
	attach(t, r, generated.HitFunc(func(generated.HitEvent) {
		next := r.Next()
		r.RouteBatch([]events.Event{
			generated.NewTicked(next, domain.Ticked{Number: 1}),
			generated.NewTicked(next.At("", next.Sequence()+1), domain.Ticked{Number: 2}),
		})
		r.EmitTicked(domain.Ticked{Number: 3})
		r.Route(generated.NewTicked(r.Next(), domain.Ticked{Number: 4}))
		r.EmitTicked(domain.Ticked{Number: 5})
	}))
	rec := muxtest.Record(t, r)
	r.EmitHit(hit(1))
	rec.Exactly(hit(1), domain.Ticked{Number: 1}, domain.Ticked{Number: 2}, domain.Ticked{Number: 3}, domain.Ticked{Number: 4}, domain.Ticked{Number: 5})
	rec.StrictOrder()
}

// Routed events come as they are, boundaries too, outside blocks as well; a block that is open goes on after them.
func TestRoute(t *testing.T) {
	r := generated.NewRouter()
	rec := muxtest.Record(t, r)
	h := events.NewHeader(block(9), "x", 0)
	r.Route(events.NewBeginBlock(h))
	r.Route(generated.NewHit(h.At("x", 4), hit(1)))
	r.Route(events.NewEndTx(h.At("x", 5)))
	r.Route(events.NewEndBlock(h.At("", 6)))
	rec.Kinds("BeginBlock", "Hit", "EndTx", "EndBlock")
	rec.Exactly(generated.NewHit(h.At("x", 4), hit(1)))
	rec.StrictOrder()

	r.BeginBlock(block(10))
	r.Route(generated.NewHit(events.NewHeader(block(9), "", 70), hit(2)))
	require.Equal(t, uint64(1), r.Next().Sequence(), "another block's numbers do not count in this one")
	r.Route(generated.NewHit(events.NewHeader(block(10), "", 70), hit(2)))
	require.Equal(t, uint64(71), r.Next().Sequence())
}

func attach(t *testing.T, r *generated.Router, consumer any) (detach func()) {
	t.Helper()
	detach, err := r.Attach(consumer)
	require.NoError(t, err)
	return detach
}

// boundaryFuncs calls a function at each boundary for which there is one.
type boundaryFuncs struct{ begin, endTx, endBlock func() }

func (b boundaryFuncs) OnBeginBlock(events.BeginBlock) { callIfAny(b.begin) }
func (b boundaryFuncs) OnEndTx(events.EndTx)           { callIfAny(b.endTx) }
func (b boundaryFuncs) OnEndBlock(events.EndBlock)     { callIfAny(b.endBlock) }

func callIfAny(f func()) {
	if f != nil {
		f()
	}
}
