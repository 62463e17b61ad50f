package audit

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
)

// fills checks the rule "filled".
type fills struct {
	filled  map[string]uint64  // by ID of the orders in the book, as of the last transaction
	touched map[string]*change // by ID, only for lookups
	order   []*change          // the same, in the order of their first changes
}

// change is what a transaction does to one order.
type change struct {
	id     string
	before uint64 // filled before it
	filled uint64 // as stated last
	traded uint64 // in it
	active bool
}

func (f *fills) change(id string) *change {
	c := f.touched[id]
	if c == nil {
		before, active := f.filled[id]
		c = &change{id: id, before: before, filled: before, active: active}
		f.touched[id] = c
		f.order = append(f.order, c)
	}
	return c
}

func (f *fills) see(a *Auditor, o generated.OrderView) {
	id, size, remaining := o.ID(), o.Size(), o.Remaining()
	c := f.change(id)
	if remaining > size {
		a.found("filled", "order %s of %d has %d remaining", id, size, remaining)
		return
	}
	c.filled, c.active = size-remaining, o.Status() == domain.OrderStatusActive
}

// trade counts a trade for both of its orders. A trade that closes positions out has no orders.
func (f *fills) trade(t generated.TradeView) {
	for _, id := range [2]string{t.Buyer().OrderID(), t.Seller().OrderID()} {
		if id != "" {
			f.change(id).traded += t.Size()
		}
	}
}

func (f *fills) check(a *Auditor) {
	for _, c := range f.order {
		if c.filled != c.before+c.traded {
			a.found("filled", "order %s: filled %d before, %d now, by trades of %d", c.id, c.before, c.filled, c.traded)
		}
		if c.active {
			f.filled[c.id] = c.filled
		} else {
			delete(f.filled, c.id)
		}
	}
	clear(f.touched)
	f.order = f.order[:0]
}
