package designs

import (
	"testing"

	"github.com/busgen/busgen/bench/domain"
	"github.com/busgen/busgen/bench/ours"
	"github.com/busgen/busgen/bench/wired"
)

// place is a header's content.
type place struct {
	_      [2]*uint64 // block and transaction
	number [2]uint64
}

// whole is an event that has its payload.
type whole struct {
	place
	payload domain.Trade
}

// view is an event that points to its header and payload: 16 bytes, which are passed in registers.
type view struct {
	place   *place
	payload *domain.Trade
}

// tally is a consumer whose methods are inlined.
type tally struct{ count, sum uint64 }

func (t *tally) byPointer(e *whole) { t.add(e.number[1]) }
func (t *tally) byValue(e whole)    { t.add(e.number[1]) }
func (t *tally) byView(e view)      { t.add(e.place.number[1]) }

func (t *tally) add(n uint64) {
	t.count++
	t.sum += n
}

// core is what emits.
type core struct {
	next place
	to   [4]tally
	kept whole
}

// argument is the least that an emit can do: it is called.
//
//go:noinline
func (c *core) argument(payload domain.Trade) { c.to[0].sum += uint64(payload.Size) }

//go:noinline
func (c *core) pointer(payload domain.Trade) {
	var e whole
	e.place = c.next
	c.next.number[1]++
	e.payload = payload
	c.to[0].byPointer(&e)
	c.to[1].byPointer(&e)
	c.to[2].byPointer(&e)
	c.to[3].byPointer(&e)
}

//go:noinline
func (c *core) value(payload domain.Trade) {
	var e whole
	e.place = c.next
	c.next.number[1]++
	e.payload = payload
	c.to[0].byValue(e)
	c.to[1].byValue(e)
	c.to[2].byValue(e)
	c.to[3].byValue(e)
}

//go:noinline
func (c *core) view(payload domain.Trade) {
	header := c.next
	c.next.number[1]++
	e := view{&header, &payload}
	c.to[0].byView(e)
	c.to[1].byView(e)
	c.to[2].byView(e)
	c.to[3].byView(e)
}

// reused writes each event where the last one was, so that no consumer may keep one.
//
//go:noinline
func (c *core) reused(payload domain.Trade) {
	c.kept.place = c.next
	c.next.number[1]++
	c.kept.payload = payload
	c.to[0].byPointer(&c.kept)
	c.to[1].byPointer(&c.kept)
	c.to[2].byPointer(&c.kept)
	c.to[3].byPointer(&c.kept)
}

// BenchmarkEmit is of one payload of 128 bytes to four consumers whose methods are inlined.
func BenchmarkEmit(b *testing.B) {
	pool := domain.NewPool()
	c := new(core)
	for _, d := range []struct {
		name string
		emit func(domain.Trade)
	}{
		{"argument only", c.argument}, {"by pointer", c.pointer}, {"by value", c.value}, {"view", c.view}, {"reused", c.reused},
	} {
		b.Run(d.name, func(b *testing.B) {
			for i := range b.N {
				d.emit(*pool.At(uint64(i)))
			}
		})
	}
	to := [4]wired.ByPointer{}
	bus := wired.NewPointer4Bus(wired.Pointer4{A: &to[0], B: &to[1], C: &to[2], D: &to[3]})
	bus.BeginBlock(ours.Block())
	b.Run("wired bus", func(b *testing.B) {
		for i := range b.N {
			bus.EmitTrade(*pool.At(uint64(i)))
		}
	})
}
