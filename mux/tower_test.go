package mux_test

import (
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/mux"
)

// rang is the one event of a bus written by hand, in the way that the generator writes one.
type rang struct {
	events.Stamped
	bell int
}

func (*rang) Kind() events.Kind { return events.NewKind(16, "rang") }

type (
	onRang interface{ OnRang(*rang) }
	byRang interface{ OnRang(rang) }

	rangFunc func(*rang)
	rangBy   func(rang)
)

func (f rangFunc) OnRang(e *rang) { f(e) }
func (f rangBy) OnRang(e rang)    { f(e) }

// belfry is the table of a tower.
type belfry struct {
	mux.Boundaries
	values    mux.List[byRang]
	consumers mux.List[onRang]
	plan      mux.Plan
}

func (t *belfry) Add(op uint64, consumer any) bool {
	added := t.Boundaries.Add(op, consumer)
	switch c := consumer.(type) {
	case onRang:
		t.consumers.Add(op, c)
	case byRang:
		t.values.Add(op, c)
	default:
		return added
	}
	return true
}

func (t *belfry) Remove(op, id uint64) {
	t.values.Remove(op, id)
	t.consumers.Remove(op, id)
	t.Boundaries.Remove(op, id)
}

func (t *belfry) Plan(op uint64) {
	t.Boundaries.Plan(op)
	t.plan.Update(op, &t.values.Members, &t.consumers.Members, &t.Every.Members)
}

func (t *belfry) Nearest(consumer any) string { return t.Boundaries.Near(consumer) }

func (t *belfry) deliver(e *rang) {
	for _, run := range t.plan.Runs {
		switch run.Slot {
		case 0:
			for _, c := range t.values.Of(run) {
				c.OnRang(*e)
			}
		case 1:
			for _, c := range t.consumers.Of(run) {
				c.OnRang(e)
			}
		case 2:
			for _, c := range t.Every.Of(run) {
				c.OnEvent(e)
			}
		}
	}
}

// Tower is the bus.
type Tower struct {
	bus    *mux.Bus
	roster mux.Roster[belfry, *belfry]
	store  mux.Store[rang]
}

// NewTower makes a tower; its name is how mux.NewBus learns that of the type.
func NewTower() *Tower {
	t := &Tower{bus: mux.NewBus()}
	t.roster.Init()
	return t
}

func (t *Tower) attach(consumer any) (func(), error) { return t.roster.Attach(t.bus, consumer) }

func (t *Tower) ring(bell int) {
	busy := t.bus.Busy()
	header := t.bus.Stamp("ring")
	e := t.store.Put(4, rang{events.Stamp(header), bell})
	if busy {
		t.bus.Enqueue("ring", e)
		return
	}
	t.bus.Enter(header.Sequence())
	defer t.bus.Guard()
	t.roster.Load().deliver(e)
	t.drain()
}

func (t *Tower) route(batch ...events.Event) {
	if t.bus.Busy() {
		for _, e := range batch {
			t.bus.Enqueue("route", e)
		}
		return
	}
	t.bus.FollowAll(batch)
	t.bus.Enter(0)
	defer t.bus.Guard()
	for _, e := range batch {
		t.bus.Step()
		t.dispatch(e)
	}
	t.drain()
}

func (t *Tower) begin(height uint64) {
	e := t.bus.BeginBlock(events.Block{Height: height})
	t.at(e.Header(), func(b *belfry) { b.BeginBlock(e) })
}

func (t *Tower) endTx() {
	e := t.bus.EndTx()
	t.at(e.Header(), func(b *belfry) { b.EndTx(e) })
}

func (t *Tower) end() {
	e := t.bus.EndBlock()
	t.at(e.Header(), func(b *belfry) { b.EndBlock(e) })
}

func (t *Tower) at(h events.Header, deliver func(*belfry)) {
	t.bus.Enter(h.Sequence())
	defer t.bus.Guard()
	deliver(t.roster.Load())
	t.drain()
}

func (t *Tower) drain() {
	for t.bus.Leave() {
		t.dispatch(t.bus.Pop())
	}
}

func (t *Tower) dispatch(e events.Event) {
	if e, ok := e.(*rang); ok && e != nil {
		t.bus.Follow(e.Header())
		t.roster.Load().deliver(e)
		return
	}
	t.bus.Ignore()
}
