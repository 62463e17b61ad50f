package matching

import (
	"strconv"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// Emitter has the emitters that a book uses.
type Emitter interface {
	generated.OrderEmitter
	generated.OrderRejectedEmitter
	generated.OrdersCancelledEmitter
	generated.TradeEmitter
}

// Config configures the book of one market.
type Config struct {
	MarketID    string
	PriceFactor domain.Decimal // a market price times this is an asset price
	Emit        Emitter
}

// Book is the order book of one market. It belongs to the goroutine that drives the market.
type Book struct {
	config       Config
	bids, offers half
	orders       map[string]*entry // by ID, only for lookups
	parties      map[string]*list  // by party, only for lookups
	trades       uint64            // number of trades
	version      uint64            // grows with each change: a plan is valid for one version
}

// list has a party's orders by time of entry.
type list struct{ first, last *entry }

// New returns an empty book.
func New(config Config) *Book {
	return &Book{
		config:  config,
		bids:    half{worse: lower},
		offers:  half{worse: higher},
		orders:  map[string]*entry{},
		parties: map[string]*list{},
	}
}

// Order returns the order with this ID, and whether it is in the book.
func (b *Book) Order(id string) (Order, bool) {
	if e := b.orders[id]; e != nil {
		return e.Order, true
	}
	return Order{}, false
}

// Orders returns a party's orders in the book by time of entry.
func (b *Book) Orders(partyID string) []Order {
	var all []Order
	if l := b.parties[partyID]; l != nil {
		for e := l.first; e != nil; e = e.later {
			all = append(all, e.Order)
		}
	}
	return all
}

// Reject emits that an order is rejected. If it is an amendment, the order in the book stays as it is.
func (b *Book) Reject(o Order, reason domain.OrderReason) {
	if b.orders[o.ID] == nil {
		b.config.Emit.EmitOrder(o.event(b.market(), domain.OrderStatusRejected, reason))
	}
	b.config.Emit.EmitOrderRejected(domain.OrderRejected{
		Market: b.market(), Party: domain.Party{PartyID: o.PartyID}, OrderID: o.ID, Reason: reason,
	})
}

// Shrink makes an order smaller. The order keeps its place in the queue. Shrink panics unless the new size of the whole order is above
// what has filled and below the old size.
func (b *Book) Shrink(id string, size uint64) {
	e := b.find(id)
	filled := e.Size - e.Remaining
	if size >= e.Size || size <= filled {
		panic("matching: Shrink of order " + id + ": the new size must be below the old one and above what has filled")
	}
	b.version++
	e.level.volume -= e.Size - size
	e.Remaining, e.Size = size-filled, size
	e.Version++
	b.emit(e.Order, domain.OrderStatusActive)
}

// Cancel removes an order with status CANCELLED, and returns it.
func (b *Book) Cancel(id string) Order { return b.end(b.find(id), domain.OrderStatusCancelled) }

// CancelAll removes all orders of a party with status CANCELLED, and returns them by time of entry.
func (b *Book) CancelAll(partyID string) []Order {
	gone := b.endAll(partyID, domain.OrderStatusCancelled)
	if len(gone) > 0 {
		ids := make([]string, len(gone))
		for i, o := range gone {
			ids[i] = o.ID
		}
		b.config.Emit.EmitOrdersCancelled(domain.OrdersCancelled{
			Market: b.market(), Party: domain.Party{PartyID: partyID}, OrderIDs: events.ListOf(ids...),
		})
	}
	return gone
}

// Stop removes all orders of a party with status STOPPED, and returns them by time of entry.
func (b *Book) Stop(partyID string) []Order { return b.endAll(partyID, domain.OrderStatusStopped) }

// StopAll removes all orders with status STOPPED, and returns them: bids, then offers, each by price, the best first, then by age.
func (b *Book) StopAll() []Order {
	var gone []Order
	for _, h := range []*half{&b.bids, &b.offers} {
		for l := h.best(); l != nil; l = h.best() {
			gone = append(gone, b.end(l.first, domain.OrderStatusStopped))
		}
	}
	return gone
}

func (b *Book) endAll(partyID string, status domain.OrderStatus) []Order {
	var gone []Order
	for l := b.parties[partyID]; l != nil && l.first != nil; {
		gone = append(gone, b.end(l.first, status))
	}
	return gone
}

// end removes an order, and emits its last state.
func (b *Book) end(e *entry, status domain.OrderStatus) Order {
	b.take(e)
	b.emit(e.Order, status)
	return e.Order
}

// find returns an order in the book. It panics if there is none with this ID.
func (b *Book) find(id string) *entry {
	e := b.orders[id]
	if e == nil {
		panic("matching: there is no order " + id + " in the book: ask Order first")
	}
	return e
}

func (b *Book) emit(o Order, status domain.OrderStatus) {
	b.config.Emit.EmitOrder(o.event(b.market(), status, domain.OrderReasonUnspecified))
}

func (b *Book) half(side domain.Side) *half {
	if side == domain.SideBuy {
		return &b.bids
	}
	return &b.offers
}

// tradeID returns the ID of the last trade.
func (b *Book) tradeID() string { return b.config.MarketID + "-t" + strconv.FormatUint(b.trades, 10) }

func (b *Book) market() domain.Market { return domain.Market{MarketID: b.config.MarketID} }

func number(n uint64) domain.Decimal { return udecimal.MustFromUint64(n, 0) }
