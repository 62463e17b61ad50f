package audit

import (
	"slices"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
)

// books checks the rule "crossed" in the books that Order events describe.
type books struct {
	markets map[string]*book   // only for lookups
	orders  map[string]resting // by ID, only for lookups
	touched []*book
}

// book holds the prices of one market. Each side is sorted, the best price last.
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

// OnOrder adds an order to the book, or removes it.
func (a *Auditor) OnOrder(e generated.Order) {
	a.at = e.Header()
	o := e.Order()
	a.fills.see(a, o)
	a.books.remove(o.ID())
	if o.Status() == domain.OrderStatusActive && o.Remaining() > 0 {
		a.books.add(o)
	}
}

func (b *books) add(o generated.OrderView) {
	m := b.markets[o.MarketID()]
	if m == nil {
		m = &book{id: o.MarketID()}
		b.markets[m.id] = m
	}
	if !m.touched {
		m.touched = true
		b.touched = append(b.touched, m)
	}
	r := resting{m, o.Side(), o.Price()}
	b.orders[o.ID()] = r
	side := m.side(r.side)
	at, found := side.find(r.side, r.price)
	if !found {
		*side = slices.Insert(*side, at, price{at: r.price})
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

// find returns the index of a price, or where to insert it. Bids are sorted from low to high, offers from high to low.
func (p prices) find(side domain.Side, at domain.Decimal) (int, bool) {
	return slices.BinarySearchFunc(p, at, func(p price, at domain.Decimal) int {
		if side == domain.SideBuy {
			return p.at.Cmp(at)
		}
		return at.Cmp(p.at)
	})
}

// check checks the books that orders have entered; a book that orders only left cannot become crossed.
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
