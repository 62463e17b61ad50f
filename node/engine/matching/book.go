package matching

import (
	"strconv"

	"github.com/quagmt/udecimal"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
)

// Emitter is what a book emits.
type Emitter interface {
	generated.OrderEmitter
	generated.OrderRejectedEmitter
	generated.OrdersCancelledEmitter
	generated.TradeEmitter
}

// Config is one market's.
type Config struct {
	MarketID    string
	PriceFactor domain.Decimal // a market price times this is an asset price
	Emit        Emitter
}

// Book is the order book of one market. It belongs to the goroutine that drives the market.
type Book struct {
	config       Config
	bids, offers half
	orders       map[string]*entry // by ID; for looking up only
	parties      map[string]*list  // by party; for looking up only
	trades       uint64            // so far
	version      uint64            // one more with each change: a plan is good for one
}

// list is a party's orders by time of entry.
type list struct{ first, last *entry }

// New is an empty book.
func New(config Config) *Book {
	return &Book{
		config:  config,
		bids:    half{worse: lower},
		offers:  half{worse: higher},
		orders:  map[string]*entry{},
		parties: map[string]*list{},
	}
}

// Order is the order in the book that has this ID, and whether there is one.
func (b *Book) Order(id string) (Order, bool) {
	if e := b.orders[id]; e != nil {
		return e.Order, true
	}
	return Order{}, false
}

// Orders is a party's orders in the book by time of entry.
func (b *Book) Orders(partyID string) []Order {
	var all []Order
	if l := b.parties[partyID]; l != nil {
		for e := l.first; e != nil; e = e.later {
			all = append(all, e.Order)
		}
	}
	return all
}

// Reject tells that an order is refused. If it is an amendment, the order that is in the book stays as it is.
func (b *Book) Reject(o Order, reason domain.OrderReason) {
	if b.orders[o.ID] == nil {
		b.config.Emit.EmitOrder(o.event(b.market(), domain.OrderStatusRejected, reason))
	}
	b.config.Emit.EmitOrderRejected(domain.OrderRejected{
		Market: b.market(), Party: domain.Party{PartyID: o.PartyID}, OrderID: o.ID, Reason: reason,
	})
}

// Shrink makes an order smaller, which keeps its place in the queue. The new size of the whole order is above what has filled
// and below the old one.
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
	b.tell(e.Order, domain.OrderStatusActive)
}

// Cancel takes out an order that its party no longer wants, and gives what it was.
func (b *Book) Cancel(id string) Order { return b.end(b.find(id), domain.OrderStatusCancelled) }

// CancelAll takes out all orders of a party that it no longer wants, and gives what they were, by time of entry.
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

// Stop takes out all orders of a party that must not trade any more, and gives what they were, by time of entry.
func (b *Book) Stop(partyID string) []Order { return b.endAll(partyID, domain.OrderStatusStopped) }

// StopAll empties the book, and gives what was in it: bids, then offers, each best price first, oldest first.
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

// end takes an order out and tells why.
func (b *Book) end(e *entry, status domain.OrderStatus) Order {
	b.take(e)
	b.tell(e.Order, status)
	return e.Order
}

// find is an order that the caller knows to be there.
func (b *Book) find(id string) *entry {
	e := b.orders[id]
	if e == nil {
		panic("matching: there is no order " + id + " in the book: ask Order first")
	}
	return e
}

func (b *Book) tell(o Order, status domain.OrderStatus) {
	b.config.Emit.EmitOrder(o.event(b.market(), status, domain.OrderReasonUnspecified))
}

func (b *Book) half(side domain.Side) *half {
	if side == domain.SideBuy {
		return &b.bids
	}
	return &b.offers
}

// tradeID names the last trade.
func (b *Book) tradeID() string { return b.config.MarketID + "-t" + strconv.FormatUint(b.trades, 10) }

func (b *Book) market() domain.Market { return domain.Market{MarketID: b.config.MarketID} }

func number(n uint64) domain.Decimal { return udecimal.MustFromUint64(n, 0) }
