package reference

import (
	"fmt"

	"github.com/busgen/busgen/bench/domain"
	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/peers"
)

// called is a consumer whose method is not inlined, as one that does some work is not. It does not keep the event, so that
// the event can be on the caller's stack.
type called struct{ measure.Tally }

// OnTrade counts the event.
//
//go:noinline
func (c *called) OnTrade(e *peers.Event) { c.Add(e.Sequence) }

type calledBy []*called

// Tallies are those of the consumers.
func (cs calledBy) Tallies() []*measure.Tally {
	all := make([]*measure.Tally, len(cs))
	for i, c := range cs {
		all[i] = &c.Tally
	}
	return all
}

// Close has nothing to end.
func (cs calledBy) Close() {}

// NewDirect is hand-written code that calls 1, 4 or 16 consumers one after another, with the event on its stack. End to end it is a
// method that takes the payload, as a bus has one, since more than one place of a core emits.
func NewDirect(mode measure.Mode, fanout int) measure.Carrier {
	cs := make(calledBy, fanout)
	for i := range cs {
		cs[i] = new(called)
	}
	m := peers.NewMaker()
	switch fanout {
	case 1:
		return &direct1{m, cs, mode, cs[0]}
	case 4:
		return &direct4{m, cs, mode, cs[0], cs[1], cs[2], cs[3]}
	case 16:
		return &direct16{m, cs, mode, [4]direct4{by4(m, cs[:4]), by4(m, cs[4:8]), by4(m, cs[8:12]), by4(m, cs[12:])}}
	default:
		panic(fmt.Sprintf("bench: nobody has written the direct calls of %d consumers", fanout))
	}
}

func by4(m *peers.Maker, cs calledBy) direct4 { return direct4{m, cs, 0, cs[0], cs[1], cs[2], cs[3]} }

type direct1 struct {
	*peers.Maker
	calledBy
	mode measure.Mode
	a    *called
}

// Carry implements measure.Carrier.
func (b *direct1) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.a.OnTrade(b.Ready())
		}
		return
	}
	for range n {
		b.emit(*b.Payload())
	}
}

func (b *direct1) emit(payload domain.Trade) {
	var e peers.Event
	b.Fill(&e, &payload)
	b.a.OnTrade(&e)
}

type direct4 struct {
	*peers.Maker
	calledBy
	mode       measure.Mode
	a, b, c, d *called
}

func (b *direct4) call(e *peers.Event) {
	b.a.OnTrade(e)
	b.b.OnTrade(e)
	b.c.OnTrade(e)
	b.d.OnTrade(e)
}

// Carry implements measure.Carrier.
func (b *direct4) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.call(b.Ready())
		}
		return
	}
	for range n {
		b.emit(*b.Payload())
	}
}

func (b *direct4) emit(payload domain.Trade) {
	var e peers.Event
	b.Fill(&e, &payload)
	b.call(&e)
}

type direct16 struct {
	*peers.Maker
	calledBy
	mode measure.Mode
	by4  [4]direct4
}

func (b *direct16) call(e *peers.Event) {
	b.by4[0].call(e)
	b.by4[1].call(e)
	b.by4[2].call(e)
	b.by4[3].call(e)
}

// Carry implements measure.Carrier.
func (b *direct16) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.call(b.Ready())
		}
		return
	}
	for range n {
		b.emit(*b.Payload())
	}
}

func (b *direct16) emit(payload domain.Trade) {
	var e peers.Event
	b.Fill(&e, &payload)
	b.call(&e)
}
