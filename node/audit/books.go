package audit

import (
	"slices"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
)

// books is the rule "crossed": the books that Order events describe.
type books struct {
	markets map[string]*book   // for looking up only
	orders  map[string]resting // by ID, for looking up only
	touched []*book
}

// book has the prices of one market, each side sorted with the best one last.
type book struct {
	id           string
	bids, offers prices
	touched      bool
}

// resting is an order in a book.
type resting struct {
	book  *book
	side  domain.Side
	price domain.Decimal
}

// prices counts the orders at each price.
type prices []price

type price struct {
	at     domain.Decimal
	orders int
}

// OnOrder follows an order into the book, and out of it.
func (a *Auditor) OnOrder(e generated.OrderEvent) {
	a.at = e.Header()
	o := e.Order()
	a.fills.see(a, o)
	a.books.remove(o.ID)
	if o.Status == domain.OrderStatusActive && o.Remaining > 0 {
		a.books.add(o)
	}
}

func (b *books) add(o domain.Order) {
	m := b.markets[o.MarketID]
	if m == nil {
		m = &book{id: o.MarketID}
		b.markets[o.MarketID] = m
	}
	if !m.touched {
		m.touched = true
		b.touched = append(b.touched, m)
	}
	r := resting{m, o.Side, o.Price}
	b.orders[o.ID] = r
	side := m.side(o.Side)
	at, found := side.find(o.Side, o.Price)
	if !found {
		*side = slices.Insert(*side, at, price{at: o.Price})
	}
	(*side)[at].orders++
}

func (b *books) remove(id string) {
	r, found := b.orders[id]
	if !found {
		return
	}
	delete(b.orders, id)
	side := r.book.side(r.side)
	at, _ := side.find(r.side, r.price)
	(*side)[at].orders--
	if (*side)[at].orders == 0 {
		*side = slices.Delete(*side, at, at+1)
	}
}

func (m *book) side(side domain.Side) *prices {
	if side == domain.SideBuy {
		return &m.bids
	}
	return &m.offers
}

// find is where a price is or would be: low to high among bids, high to low among offers.
func (p prices) find(side domain.Side, at domain.Decimal) (int, bool) {
	return slices.BinarySearchFunc(p, at, func(p price, at domain.Decimal) int {
		if side == domain.SideBuy {
			return p.at.Cmp(at)
		}
		return at.Cmp(p.at)
	})
}

// check looks at books that orders have entered: one that orders only left cannot become crossed.
func (b *books) check(a *Auditor) {
	for _, m := range b.touched {
		m.touched = false
		if len(m.bids) == 0 || len(m.offers) == 0 {
			continue
		}
		bid, offer := m.bids[len(m.bids)-1].at, m.offers[len(m.offers)-1].at
		if !bid.LessThan(offer) {
			a.found("crossed", "market %s has a bid of %s and an offer of %s", m.id, bid, offer)
		}
	}
	b.touched = b.touched[:0]
}
