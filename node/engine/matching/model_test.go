package matching_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/matching"
)

// plainList is a book that is obviously right: a list of orders by time of entry, which is searched from end to end.
type plainList struct{ orders []matching.Order }

// offers returns the orders of the other side that an order meets, the best price first, then the oldest.
func (p *plainList) offers(o matching.Order) []int {
	var met []int
	for i, other := range p.orders {
		crosses := o.Price == 0 || (o.Side == domain.SideBuy && other.Price <= o.Price) || (o.Side == domain.SideSell && other.Price >= o.Price)
		if other.Side != o.Side && crosses && other.ID != o.ID {
			met = append(met, i)
		}
	}
	slices.SortStableFunc(met, func(a, b int) int {
		if o.Side == domain.SideBuy {
			return cmp.Compare(p.orders[a].Price, p.orders[b].Price)
		}
		return cmp.Compare(p.orders[b].Price, p.orders[a].Price)
	})
	return met
}

// enter returns the fills as "maker size", and whether the order was accepted.
func (p *plainList) enter(o matching.Order, open int64) (fills []string, taken bool) {
	want := o.Remaining
	if o.ReduceOnly {
		if o.Side == domain.SideBuy {
			open = -open
		}
		want = min(want, uint64(max(open, 0)))
	}
	left, self := want, false
	sizes := map[int]uint64{}
	for _, i := range p.offers(o) {
		if left == 0 {
			break
		}
		if p.orders[i].PartyID == o.PartyID {
			self = true
			break
		}
		sizes[i] = min(left, p.orders[i].Remaining)
		left -= sizes[i]
		fills = append(fills, fmt.Sprint(p.orders[i].ID, " ", sizes[i]))
	}
	if want == 0 || o.TimeInForce == domain.TimeInForceFOK && left > 0 || o.PostOnly && (self || len(fills) > 0) {
		return nil, false
	}
	for i, size := range sizes {
		p.orders[i].Remaining -= size
	}
	o.Remaining -= want - left
	p.orders = slices.DeleteFunc(p.orders, func(other matching.Order) bool { return other.Remaining == 0 || other.ID == o.ID })
	if o.TimeInForce == domain.TimeInForceGTC && !self && left > 0 {
		p.orders = append(p.orders, o)
	}
	return fills, true
}

func (p *plainList) best(side domain.Side) (price, volume uint64) {
	for _, o := range p.orders {
		better := price == 0 || side == domain.SideBuy && o.Price > price || side == domain.SideSell && o.Price < price
		switch {
		case o.Side != side:
		case better:
			price, volume = o.Price, o.Remaining
		case o.Price == price:
			volume += o.Remaining
		}
	}
	return price, volume
}

func randomOrder(t *rapid.T, id string) matching.Order {
	size := rapid.Uint64Range(1, 9).Draw(t, "size")
	o := order(id, rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "party"),
		rapid.SampledFrom([]domain.Side{domain.SideBuy, domain.SideSell}).Draw(t, "side"), size, rapid.Uint64Range(95, 105).Draw(t, "price"))
	changes := []func(*matching.Order){func(*matching.Order) {}, func(*matching.Order) {}, immediate, fillOrKill, postOnly, reduceOnly, market}
	return with(o, rapid.SampledFrom(changes).Draw(t, "kind"))
}

// TestAgainstAPlainList applies the same changes to a book and to a plain list.
func TestAgainstAPlainList(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book, list := newRecordedBook(), &plainList{}
		for i := range rapid.IntRange(1, 60).Draw(t, "steps") {
			switch o, found := pick(t, list); {
			case found && rapid.IntRange(0, 9).Draw(t, "what") == 0:
				book.Cancel(o.ID)
				list.orders = slices.DeleteFunc(list.orders, func(other matching.Order) bool { return other.ID == o.ID })
			case found && rapid.IntRange(0, 9).Draw(t, "what") == 1:
				o.Price, o.Size, o.Remaining = rapid.Uint64Range(95, 105).Draw(t, "new price"), o.Size+1, o.Remaining+1
				enterBoth(t, book, list, o)
			default:
				enterBoth(t, book, list, randomOrder(t, fmt.Sprint("o", i)))
			}
			requireSame(t, book, list)
		}
	})
}

// pick returns an order in the list, if there is one.
func pick(t *rapid.T, list *plainList) (matching.Order, bool) {
	if len(list.orders) == 0 {
		return matching.Order{}, false
	}
	return rapid.SampledFrom(list.orders).Draw(t, "resting"), true
}

func enterBoth(t *rapid.T, book *recordedBook, list *plainList, o matching.Order) {
	open := rapid.Int64Range(-5, 5).Draw(t, "open")
	want, taken := list.enter(o, open)
	p := book.enter(o, open)
	var got []string
	for _, f := range p.Fills {
		got = append(got, fmt.Sprint(f.Maker.ID, " ", f.Size))
	}
	require.Equal(t, want, got)
	require.Equal(t, taken, p.Refused == domain.OrderReasonUnspecified)
}

func requireSame(t *rapid.T, book *recordedBook, list *plainList) {
	for _, o := range list.orders {
		got, found := book.Order(o.ID)
		require.True(t, found, o.ID)
		require.Equal(t, o.Remaining, got.Remaining)
	}
	resting := 0
	for _, side := range []domain.Side{domain.SideBuy, domain.SideSell} {
		levels := book.Levels(side, 1000)
		for _, l := range levels {
			resting += l.Orders
		}
		price, volume := list.best(side)
		if price == 0 {
			require.Empty(t, levels)
			continue
		}
		require.Equal(t, []uint64{price, volume}, []uint64{levels[0].Price, levels[0].Volume})
	}
	require.Equal(t, len(list.orders), resting)
	bid, _ := book.BestBid()
	offer, _ := book.BestOffer()
	require.True(t, bid == 0 || offer == 0 || bid < offer, "crossed: %d and %d", bid, offer)
}
