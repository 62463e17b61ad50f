package ours

import (
	"fmt"

	"github.com/busgen/busgen/bench/measure"
	"github.com/busgen/busgen/bench/wired"
)

// NewWiredValue is a wired bus of 1, 4 or 16 consumers that take the event by value.
func NewWiredValue(mode measure.Mode, fanout int) measure.Carrier {
	s, c := newSupply(mode), make([]*wired.ByValue, fanout)
	for i := range c {
		c[i] = new(wired.ByValue)
		s.tallies = append(s.tallies, &c[i].Tally)
	}
	switch fanout {
	case 1:
		b := &wiredValue1{s, wired.NewValue1Bus(wired.Value1{A: c[0]})}
		s.begin(b.bus)
		return b
	case 4:
		b := &wiredValue4{s, wired.NewValue4Bus(wired.Value4{A: c[0], B: c[1], C: c[2], D: c[3]})}
		s.begin(b.bus)
		return b
	case 16:
		b := &wiredValue16{s, wired.NewValue16Bus(wired.Value16{
			A: c[0], B: c[1], C: c[2], D: c[3], E: c[4], F: c[5], G: c[6], H: c[7],
			I: c[8], J: c[9], K: c[10], L: c[11], M: c[12], N: c[13], O: c[14], P: c[15],
		})}
		s.begin(b.bus)
		return b
	default:
		panic(fmt.Sprintf("bench: nobody has declared a wired bus of %d consumers", fanout))
	}
}

type wiredValue1 struct {
	supply
	bus *wired.Value1Bus
}

// Carry implements measure.Carrier.
func (b *wiredValue1) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.bus.Route(b.event())
		}
		return
	}
	for range n {
		b.bus.EmitTrade(*b.payload())
	}
}

type wiredValue4 struct {
	supply
	bus *wired.Value4Bus
}

// Carry implements measure.Carrier.
func (b *wiredValue4) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.bus.Route(b.event())
		}
		return
	}
	for range n {
		b.bus.EmitTrade(*b.payload())
	}
}

type wiredValue16 struct {
	supply
	bus *wired.Value16Bus
}

// Carry implements measure.Carrier.
func (b *wiredValue16) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.bus.Route(b.event())
		}
		return
	}
	for range n {
		b.bus.EmitTrade(*b.payload())
	}
}

// NewWiredPointer is a wired bus of 1, 4 or 16 consumers that take the event by pointer.
func NewWiredPointer(mode measure.Mode, fanout int) measure.Carrier {
	s, c := newSupply(mode), make([]*wired.ByPointer, fanout)
	for i := range c {
		c[i] = new(wired.ByPointer)
		s.tallies = append(s.tallies, &c[i].Tally)
	}
	switch fanout {
	case 1:
		b := &wiredPointer1{s, wired.NewPointer1Bus(wired.Pointer1{A: c[0]})}
		s.begin(b.bus)
		return b
	case 4:
		b := &wiredPointer4{s, wired.NewPointer4Bus(wired.Pointer4{A: c[0], B: c[1], C: c[2], D: c[3]})}
		s.begin(b.bus)
		return b
	case 16:
		b := &wiredPointer16{s, wired.NewPointer16Bus(wired.Pointer16{
			A: c[0], B: c[1], C: c[2], D: c[3], E: c[4], F: c[5], G: c[6], H: c[7],
			I: c[8], J: c[9], K: c[10], L: c[11], M: c[12], N: c[13], O: c[14], P: c[15],
		})}
		s.begin(b.bus)
		return b
	default:
		panic(fmt.Sprintf("bench: nobody has declared a wired bus of %d consumers", fanout))
	}
}

type wiredPointer1 struct {
	supply
	bus *wired.Pointer1Bus
}

// Carry implements measure.Carrier.
func (b *wiredPointer1) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.bus.Route(b.event())
		}
		return
	}
	for range n {
		b.bus.EmitTrade(*b.payload())
	}
}

type wiredPointer4 struct {
	supply
	bus *wired.Pointer4Bus
}

// Carry implements measure.Carrier.
func (b *wiredPointer4) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.bus.Route(b.event())
		}
		return
	}
	for range n {
		b.bus.EmitTrade(*b.payload())
	}
}

type wiredPointer16 struct {
	supply
	bus *wired.Pointer16Bus
}

// Carry implements measure.Carrier.
func (b *wiredPointer16) Carry(n int) {
	if b.mode == measure.Dispatch {
		for range n {
			b.bus.Route(b.event())
		}
		return
	}
	for range n {
		b.bus.EmitTrade(*b.payload())
	}
}
