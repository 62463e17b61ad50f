package matching

import (
	"slices"

	"github.com/busgen/busgen/domain"
)

// half is one side of the book: its prices, the best one last.
type half struct {
	levels []*level
	// worse reports whether price a is worse than b: lower for bids, higher for offers.
	worse func(a, b uint64) bool
}

// level is the queue of orders at one price.
type level struct {
	price       uint64
	volume      uint64
	orders      int
	first, last *entry
}

// entry is an order in the book, in two lists: of its price, and of its party.
type entry struct {
	Order
	level          *level
	before, behind *entry // in the queue of its price
	earlier, later *entry // among its party's orders
}

func lower(a, b uint64) bool  { return a < b }
func higher(a, b uint64) bool { return a > b }

// find returns the index of a price, or where to insert it.
func (h *half) find(price uint64) (int, bool) {
	return slices.BinarySearchFunc(h.levels, price, func(l *level, price uint64) int {
		switch {
		case l.price == price:
			return 0
		case h.worse(l.price, price):
			return -1
		default:
			return 1
		}
	})
}

// best returns the level of the best price, or nil.
func (h *half) best() *level {
	if n := len(h.levels); n > 0 {
		return h.levels[n-1]
	}
	return nil
}

// add appends an order to the queue of its price.
func (h *half) add(e *entry) {
	at, found := h.find(e.Price)
	if !found {
		h.levels = slices.Insert(h.levels, at, &level{price: e.Price})
	}
	l := h.levels[at]
	e.level, e.before = l, l.last
	if l.last == nil {
		l.first = e
	} else {
		l.last.behind = e
	}
	l.last = e
	l.volume += e.Remaining
	l.orders++
}

// remove removes an order from the queue of its price.
func (h *half) remove(e *entry) {
	l := e.level
	if e.before == nil {
		l.first = e.behind
	} else {
		e.before.behind = e.behind
	}
	if e.behind == nil {
		l.last = e.before
	} else {
		e.behind.before = e.before
	}
	l.volume -= e.Remaining
	l.orders--
	if l.orders == 0 {
		at, _ := h.find(l.price)
		h.levels = slices.Delete(h.levels, at, at+1)
	}
}

// Level is the volume and the number of orders at one price.
type Level struct {
	Price, Volume uint64
	Orders        int
}

// Levels returns the n best prices of a side, or all if there are fewer, the best first.
func (b *Book) Levels(side domain.Side, n int) []Level {
	levels := b.half(side).levels
	var best []Level
	for i := len(levels) - 1; i >= 0 && len(best) < n; i-- {
		best = append(best, Level{levels[i].price, levels[i].volume, levels[i].orders})
	}
	return best
}

// BestBid returns the highest price of a bid and the volume at it; zeros if there is no bid.
func (b *Book) BestBid() (price, volume uint64) { return b.bids.top() }

// BestOffer returns the lowest price of an offer and the volume at it; zeros if there is no offer.
func (b *Book) BestOffer() (price, volume uint64) { return b.offers.top() }

func (h *half) top() (price, volume uint64) {
	if l := h.best(); l != nil {
		return l.price, l.volume
	}
	return 0, 0
}
