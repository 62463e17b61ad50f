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
	values    []byRang
	consumers []onRang
	plan      mux.Plan
}

func (t *belfry) Add(consumer any) bool {
	added, every := t.Boundaries.Add(consumer)
	switch c := consumer.(type) {
	case onRang:
		t.consumers = append(t.consumers, c)
		t.plan.Add(1, len(t.consumers)-1)
		added = true
	case byRang:
		t.values = append(t.values, c)
		t.plan.Add(0, len(t.values)-1)
		added = true
	}
	if every {
		t.plan.Add(2, len(t.Every)-1)
	}
	return added
}

func (t *belfry) Nearest(consumer any) string { return t.Boundaries.Near(consumer) }

func (t *belfry) deliver(e *rang) {
	for _, c := range t.consumers[:t.plan.First] {
		c.OnRang(e)
	}
	for _, run := range t.plan.Runs {
		switch run.Slot {
		case 0:
			for _, c := range t.values[run.From:run.To] {
				c.OnRang(*e)
			}
		case 1:
			for _, c := range t.consumers[run.From:run.To] {
				c.OnRang(e)
			}
		case 2:
			for _, c := range t.Every[run.From:run.To] {
				c.OnEvent(e)
			}
		}
	}
}

// Tower is the bus.
type Tower struct {
	bus    mux.Bus
	roster mux.Roster[belfry, *belfry]
}

// NewTower makes a tower; its name is how the bus learns that of the type.
func NewTower() *Tower {
	t := &Tower{}
	t.bus.Init()
	t.roster.Init(&t.bus)
	return t
}

func (t *Tower) attach(consumer any) (func(), error) { return t.roster.Attach(&t.bus, consumer) }

func (t *Tower) ring(bell int) {
	nested := !t.bus.Enter()
	if nested {
		t.bus.Nest("ring")
	}
	e := &rang{bell: bell}
	t.bus.Stamp(&e.Stamped)
	if nested {
		t.bus.Enqueue("ring", e)
		return
	}
	t.deliver(func(b *belfry) { b.deliver(e) })
}

func (t *Tower) route(batch ...events.Event) {
	if !t.bus.EnterBatch(batch) {
		for _, e := range batch {
			t.bus.Enqueue("route", e)
		}
		return
	}
	for _, e := range batch {
		t.one(e)
	}
	if t.bus.LeaveBatch() {
		t.drain()
	}
}

func (t *Tower) one(e events.Event) {
	if !t.bus.EnterRoute() {
		t.bus.Enqueue("one", e)
		return
	}
	t.deliver(func(b *belfry) {
		if e, ok := e.(*rang); ok && e != nil {
			t.bus.Follow(e.BlockHeight(), e.Sequence())
			b.deliver(e)
			return
		}
		t.bus.Ignore()
	})
}

func (t *Tower) begin(height uint64) {
	e := t.bus.BeginBlock(events.Block{Height: height})
	t.deliver(func(b *belfry) { b.BeginBlock(e) })
}

func (t *Tower) endTx() {
	e := t.bus.EndTx()
	t.deliver(func(b *belfry) { b.EndTx(e) })
}

func (t *Tower) end() {
	e := t.bus.EndBlock()
	t.deliver(func(b *belfry) { b.EndBlock(e) })
}

// deliver goes through the table of now, and then delivers what waits.
func (t *Tower) deliver(through func(*belfry)) {
	b := t.roster.Load()
	through(b)
	t.roster.Release(b)
	if t.bus.Leave() {
		t.drain()
	}
}

func (t *Tower) drain() {
	for e, ok := t.bus.Pop(); ok; e, ok = t.bus.Pop() {
		t.one(e)
	}
}
