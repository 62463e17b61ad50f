package designs

import (
	"sync/atomic"
	"testing"

	"github.com/busgen/busgen/bench/domain"
	"github.com/busgen/busgen/bench/generated"
	"github.com/busgen/busgen/bench/ours"
	"github.com/busgen/busgen/events"
)

// carrier is a bus of one event type that does nothing but deliver.
type carrier struct {
	busy      bool
	epoch     atomic.Uint64
	consumers atomic.Pointer[[]generated.TradeConsumer]
}

func newCarrier() *carrier {
	c := new(carrier)
	c.consumers.Store(&[]generated.TradeConsumer{new(ours.ByInterface)})
	return c
}

// plain goes through a slice behind an atomic pointer.
//
//go:noinline
func (c *carrier) plain(e *generated.Trade) {
	for _, to := range *c.consumers.Load() {
		to.OnTrade(e)
	}
}

// marked tells other goroutines when a delivery begins and when it ends.
//
//go:noinline
func (c *carrier) marked(e *generated.Trade) {
	c.epoch.Store(1)
	for _, to := range *c.consumers.Load() {
		to.OnTrade(e)
	}
	c.epoch.Store(2)
}

// guarded notices a panic when it happens.
//
//go:noinline
func (c *carrier) guarded(e *generated.Trade) {
	c.busy = true
	defer c.guard()
	for _, to := range *c.consumers.Load() {
		to.OnTrade(e)
	}
	c.busy = false
}

func (c *carrier) guard() {
	if c.busy {
		c.stop()
	}
}

//go:noinline
func (c *carrier) stop() { c.consumers.Store(new([]generated.TradeConsumer)) }

// BenchmarkDelivery is of one event to one consumer.
func BenchmarkDelivery(b *testing.B) {
	var ready [domain.PoolSize]*generated.Trade
	pool := domain.NewPool()
	for i := range ready {
		ready[i] = generated.NewTrade(events.NewHeader(ours.Block(), "", uint64(i)), *pool.At(uint64(i)))
	}
	c := newCarrier()
	b.Run("plain", func(b *testing.B) {
		for i := range b.N {
			c.plain(ready[i%domain.PoolSize])
		}
	})
	b.Run("two marks", func(b *testing.B) {
		for i := range b.N {
			c.marked(ready[i%domain.PoolSize])
		}
	})
	b.Run("deferred guard", func(b *testing.B) {
		for i := range b.N {
			c.guarded(ready[i%domain.PoolSize])
		}
	})
	router := generated.NewRouter()
	if _, err := router.Attach(new(ours.ByInterface)); err != nil {
		b.Fatal(err)
	}
	b.Run("Route", func(b *testing.B) {
		for i := range b.N {
			router.Route(ready[i%domain.PoolSize])
		}
	})
}
