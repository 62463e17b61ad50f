package audit

import "github.com/busgen/busgen/domain"

// fills is the rule "filled".
type fills struct {
	filled  map[string]uint64  // by ID of the orders in the book, as of the last transaction
	touched map[string]*change // by ID, for looking up only
	order   []*change          // the same in order of first touch
}

// change is what a transaction does to one order.
type change struct {
	id     string
	before uint64 // filled before it
	filled uint64 // as last told
	traded uint64 // in it
	lives  bool
}

func (f *fills) change(id string) *change {
	c := f.touched[id]
	if c == nil {
		before, lives := f.filled[id]
		c = &change{id: id, before: before, filled: before, lives: lives}
		f.touched[id] = c
		f.order = append(f.order, c)
	}
	return c
}

func (f *fills) see(a *Auditor, o domain.Order) {
	c := f.change(o.ID)
	if o.Remaining > o.Size {
		a.found("filled", "order %s of %d has %d remaining", o.ID, o.Size, o.Remaining)
		return
	}
	c.filled, c.lives = o.Size-o.Remaining, o.Status == domain.OrderStatusActive
}

// trade counts a trade for both of its orders; one that closes positions out has none.
func (f *fills) trade(t domain.Trade) {
	for _, id := range []string{t.Buyer.OrderID, t.Seller.OrderID} {
		if id != "" {
			f.change(id).traded += t.Size
		}
	}
}

func (f *fills) check(a *Auditor) {
	for _, c := range f.order {
		if c.filled != c.before+c.traded {
			a.found("filled", "order %s: filled %d before, %d now, by trades of %d", c.id, c.before, c.filled, c.traded)
		}
		if c.lives {
			f.filled[c.id] = c.filled
		} else {
			delete(f.filled, c.id)
		}
	}
	clear(f.touched)
	f.order = f.order[:0]
}
