package matching_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/quagmt/udecimal"
	"github.com/stretchr/testify/require"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/matching"
)

var _ matching.Emitter = (*generated.Router)(nil)

var at = time.Unix(1_800_000_000, 0).UTC()

// recordedBook is a book, and the events that it has emitted, a line for each.
type recordedBook struct {
	*matching.Book
	said []string
}

func newRecordedBook() *recordedBook {
	d := &recordedBook{}
	bus := generated.NewRouter()
	for _, consumer := range []any{
		generated.TradeFunc(func(e generated.TradeEvent) {
			t := e.Trade()
			d.say("%s: %s %d at %s, %s from %s", t.ID(), t.Type(), t.Size(), t.Price(), t.Buyer().OrderID(), t.Seller().OrderID())
		}),
		generated.OrderFunc(func(e generated.OrderEvent) {
			o := e.Order()
			d.say("%s: %s, %d of %d, version %d, %s", o.ID(), o.Status(), o.Remaining(), o.Size(), o.Version(), o.Reason())
		}),
		generated.OrderRejectedFunc(func(e generated.OrderRejectedEvent) {
			d.say("%s: %s", e.OrderRejected().OrderID(), e.OrderRejected().AsStruct().Failure())
		}),
		generated.OrdersCancelledFunc(func(e generated.OrdersCancelledEvent) {
			d.say("%s cancels %v", e.OrdersCancelled().PartyID(), e.OrdersCancelled().OrderIDs())
		}),
	} {
		if _, err := bus.Attach(consumer); err != nil {
			panic(err)
		}
	}
	bus.BeginBlock(events.Block{Height: 1, Time: at})
	d.Book = matching.New(matching.Config{MarketID: "M", PriceFactor: udecimal.MustFromInt64(100, 0), Emit: bus})
	return d
}

func (d *recordedBook) say(format string, arguments ...any) {
	d.said = append(d.said, fmt.Sprintf(format, arguments...))
}

func (d *recordedBook) output() []string {
	said := d.said
	d.said = nil
	return said
}

// enter enters an order as execution does: it is planned, then accepted or rejected.
func (d *recordedBook) enter(o matching.Order, open int64) matching.Plan {
	p := d.Plan(o, open)
	if p.Refused != domain.OrderReasonUnspecified {
		d.Reject(o, p.Refused)
	} else {
		d.Accept(p, nil, at)
	}
	return p
}

func order(id, party string, side domain.Side, size, price uint64) matching.Order {
	return matching.Order{
		ID: id, PartyID: party, Side: side, Type: domain.OrderTypeLimit, TimeInForce: domain.TimeInForceGTC, Price: price, Size: size,
		Remaining: size, Version: 1,
	}
}

func buy(id, party string, size, price uint64) matching.Order {
	return order(id, party, domain.SideBuy, size, price)
}

func sell(id, party string, size, price uint64) matching.Order {
	return order(id, party, domain.SideSell, size, price)
}

func with(o matching.Order, change func(*matching.Order)) matching.Order {
	change(&o)
	return o
}

func immediate(o *matching.Order)  { o.TimeInForce = domain.TimeInForceIOC }
func fillOrKill(o *matching.Order) { o.TimeInForce = domain.TimeInForceFOK }
func postOnly(o *matching.Order)   { o.PostOnly = true }
func reduceOnly(o *matching.Order) {
	o.ReduceOnly = true
	o.TimeInForce = domain.TimeInForceIOC
}

func market(o *matching.Order) {
	o.Type, o.Price, o.TimeInForce = domain.OrderTypeMarket, 0, domain.TimeInForceIOC
}

// TestRules enters one order into a book with offers of a (5 at 101, 5 at 102) and of b (5 at 101, after a's), and a bid of b (5 at
// 99).
func TestRules(t *testing.T) {
	for name, c := range map[string]struct {
		order matching.Order
		open  int64
		want  []string
	}{
		"rests": {buy("x", "c", 7, 100), 0, []string{"x: ACTIVE, 7 of 7, version 1, UNSPECIFIED"}},
		"better price first, then older": {buy("x", "c", 12, 102), 0, []string{
			"M-t1: DEFAULT 5 at 101, x from a1", "a1: FILLED, 0 of 5, version 1, UNSPECIFIED",
			"M-t2: DEFAULT 5 at 101, x from b1", "b1: FILLED, 0 of 5, version 1, UNSPECIFIED",
			"M-t3: DEFAULT 2 at 102, x from a2", "a2: ACTIVE, 3 of 5, version 1, UNSPECIFIED",
			"x: FILLED, 0 of 12, version 1, UNSPECIFIED",
		}},
		"up to its limit, then rests": {buy("x", "c", 12, 101), 0, []string{
			"M-t1: DEFAULT 5 at 101, x from a1", "a1: FILLED, 0 of 5, version 1, UNSPECIFIED",
			"M-t2: DEFAULT 5 at 101, x from b1", "b1: FILLED, 0 of 5, version 1, UNSPECIFIED",
			"x: ACTIVE, 2 of 12, version 1, UNSPECIFIED",
		}},
		"sells to the bid": {sell("x", "c", 2, 99), 0, []string{
			"M-t1: DEFAULT 2 at 99, b2 from x", "b2: ACTIVE, 3 of 5, version 1, UNSPECIFIED", "x: FILLED, 0 of 2, version 1, UNSPECIFIED",
		}},
		"immediate or cancel": {with(buy("x", "c", 7, 100), immediate), 0, []string{"x: STOPPED, 7 of 7, version 1, UNSPECIFIED"}},
		"immediate or cancel, in part": {with(sell("x", "c", 7, 99), immediate), 0, []string{
			"M-t1: DEFAULT 5 at 99, b2 from x", "b2: FILLED, 0 of 5, version 1, UNSPECIFIED", "x: PARTIALLY_FILLED, 2 of 7, version 1, UNSPECIFIED",
		}},
		"market": {with(sell("x", "c", 5, 1), market), 0, []string{
			"M-t1: DEFAULT 5 at 99, b2 from x", "b2: FILLED, 0 of 5, version 1, UNSPECIFIED", "x: FILLED, 0 of 5, version 1, UNSPECIFIED",
		}},
		"fill or kill, whole": {with(sell("x", "c", 5, 99), fillOrKill), 0, []string{
			"M-t1: DEFAULT 5 at 99, b2 from x", "b2: FILLED, 0 of 5, version 1, UNSPECIFIED", "x: FILLED, 0 of 5, version 1, UNSPECIFIED",
		}},
		"fill or kill, too large": {with(sell("x", "c", 6, 99), fillOrKill), 0, []string{
			"x: REJECTED, 6 of 6, version 1, INVALID_REMAINING_SIZE", "x: INVALID_REMAINING_SIZE",
		}},
		"post-only": {with(buy("x", "c", 7, 100), postOnly), 0, []string{"x: ACTIVE, 7 of 7, version 1, UNSPECIFIED"}},
		"post-only, would trade": {with(buy("x", "c", 7, 101), postOnly), 0, []string{
			"x: REJECTED, 7 of 7, version 1, POST_ONLY_ORDER_WOULD_TRADE", "x: POST_ONLY_ORDER_WOULD_TRADE",
		}},
		"reduce-only, no more than is open": {with(sell("x", "c", 5, 99), reduceOnly), 2, []string{
			"M-t1: DEFAULT 2 at 99, b2 from x", "b2: ACTIVE, 3 of 5, version 1, UNSPECIFIED", "x: PARTIALLY_FILLED, 3 of 5, version 1, UNSPECIFIED",
		}},
		"reduce-only, nothing open": {with(sell("x", "c", 5, 99), reduceOnly), 0, []string{
			"x: REJECTED, 5 of 5, version 1, REDUCE_ONLY_ORDER_WOULD_NOT_REDUCE_POSITION", "x: REDUCE_ONLY_ORDER_WOULD_NOT_REDUCE_POSITION",
		}},
		"reduce-only, wrong side": {with(sell("x", "c", 5, 99), reduceOnly), -3, []string{
			"x: REJECTED, 5 of 5, version 1, REDUCE_ONLY_ORDER_WOULD_NOT_REDUCE_POSITION", "x: REDUCE_ONLY_ORDER_WOULD_NOT_REDUCE_POSITION",
		}},
		"meets its own order": {buy("x", "b", 7, 102), 0, []string{
			"M-t1: DEFAULT 5 at 101, x from a1", "a1: FILLED, 0 of 5, version 1, UNSPECIFIED",
			"x: PARTIALLY_FILLED, 2 of 7, version 1, SELF_TRADING",
		}},
		"network": {sell("x", domain.Network, 2, 99), 0, []string{
			"M-t1: NETWORK_CLOSE_OUT_GOOD 2 at 99, b2 from x", "b2: ACTIVE, 3 of 5, version 1, UNSPECIFIED",
			"x: FILLED, 0 of 2, version 1, UNSPECIFIED",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			d := newRecordedBook()
			d.enter(sell("a1", "a", 5, 101), 0)
			d.enter(sell("b1", "b", 5, 101), 0)
			d.enter(sell("a2", "a", 5, 102), 0)
			d.enter(buy("b2", "b", 5, 99), 0)
			d.output()
			before := d.Levels(domain.SideSell, 10)
			require.Equal(t, d.Plan(c.order, c.open), d.Plan(c.order, c.open))
			require.Equal(t, before, d.Levels(domain.SideSell, 10), "planning changes nothing")
			require.Empty(t, d.output())
			d.enter(c.order, c.open)
			require.Equal(t, c.want, d.output())
		})
	}
}

func TestLeaving(t *testing.T) {
	d := newRecordedBook()
	for i, o := range []matching.Order{
		buy("a1", "a", 1, 10), sell("a2", "a", 2, 20), buy("b1", "b", 3, 10), buy("a3", "a", 4, 11), sell("b2", "b", 5, 21),
	} {
		o.Reference = fmt.Sprint("r", i)
		d.enter(o, 0)
	}
	d.output()
	require.Equal(t, []matching.Level{{11, 4, 1}, {10, 4, 2}}, d.Levels(domain.SideBuy, 5))
	require.Equal(t, []matching.Level{{20, 2, 1}}, d.Levels(domain.SideSell, 1))

	require.Equal(t, "a1", d.Cancel("a1").ID)
	require.Equal(t, []string{"a1: CANCELLED, 1 of 1, version 1, UNSPECIFIED"}, d.output())
	_, found := d.Order("a1")
	require.False(t, found)
	require.PanicsWithValue(t, "matching: there is no order a1 in the book: ask Order first", func() { d.Cancel("a1") })

	require.Len(t, d.CancelAll("a"), 2)
	require.Equal(t, []string{
		"a2: CANCELLED, 2 of 2, version 1, UNSPECIFIED", "a3: CANCELLED, 4 of 4, version 1, UNSPECIFIED", "a cancels {[a2 a3]}",
	}, d.output())
	require.Empty(t, d.CancelAll("a"))
	require.Empty(t, d.CancelAll("nobody"))
	require.Empty(t, d.output(), "nothing to emit")

	require.Len(t, d.Orders("b"), 2)
	require.Len(t, d.Stop("b"), 2)
	require.Equal(t, []string{"b1: STOPPED, 3 of 3, version 1, UNSPECIFIED", "b2: STOPPED, 5 of 5, version 1, UNSPECIFIED"}, d.output())
	price, volume := d.BestBid()
	require.Zero(t, price+volume)
	d.enter(buy("c1", "c", 1, 9), 0)
	d.enter(sell("c2", "c", 1, 30), 0)
	d.enter(buy("c3", "c", 1, 10), 0)
	var gone []string
	for _, o := range d.StopAll() {
		gone = append(gone, o.ID)
	}
	require.Equal(t, []string{"c3", "c1", "c2"}, gone)
}

func TestAmending(t *testing.T) {
	d := newRecordedBook()
	d.enter(sell("a", "a", 5, 101), 0)
	d.enter(sell("b", "b", 5, 101), 0)
	d.enter(buy("x", "c", 2, 101), 0) // a has 3 left
	d.output()

	d.Shrink("a", 4)
	require.Equal(t, []string{"a: ACTIVE, 2 of 4, version 2, UNSPECIFIED"}, d.output())
	for _, size := range []uint64{2, 4, 9} {
		require.Panics(t, func() { d.Shrink("a", size) }, "filled 2, has 4")
	}
	d.enter(buy("y", "c", 1, 101), 0)
	require.Contains(t, d.output()[0], "y from a", "it has kept its place")

	larger, _ := d.Order("a")
	larger.Size, larger.Remaining = 6, 3
	d.enter(larger, 0)
	require.Equal(t, []string{"a: ACTIVE, 3 of 6, version 3, UNSPECIFIED"}, d.output())
	d.enter(buy("z", "c", 6, 101), 0)
	require.Equal(t, []string{
		"M-t3: DEFAULT 5 at 101, z from b", "b: FILLED, 0 of 5, version 1, UNSPECIFIED",
		"M-t4: DEFAULT 1 at 101, z from a", "a: ACTIVE, 2 of 6, version 3, UNSPECIFIED", "z: FILLED, 0 of 6, version 1, UNSPECIFIED",
	}, d.output(), "it has lost its place")

	refused, _ := d.Order("a")
	d.Reject(refused, domain.OrderReasonMarginCheckFailed)
	require.Equal(t, []string{"a: MARGIN_CHECK_FAILED"}, d.output(), "the order is as it was")
}

func TestMisuse(t *testing.T) {
	d := newRecordedBook()
	require.Panics(t, func() { d.Plan(buy("x", "a", 1, 0), 0) }, "it could rest at no price")
	p := d.Plan(buy("x", "a", 1, 5), 0)
	d.enter(buy("y", "b", 1, 5), 0)
	require.PanicsWithValue(t,
		"matching: Accept of a plan for order x that is refused, or older than the last change of the book: plan it again",
		func() { d.Accept(p, nil, at) })
}

func TestFeesAndAssetPrices(t *testing.T) {
	d := newRecordedBook()
	d.enter(sell("a", "a", 5, 101), 0)
	p := d.Plan(buy("x", "c", 2, 101), 0)
	fee := domain.Fee{Maker: udecimal.MustFromInt64(3, 0)}
	trades := d.Accept(p, []matching.Fees{{Buyer: fee}}, at)
	require.Len(t, trades, 1)
	require.Equal(t, fee, trades[0].Buyer.Fee)
	require.Equal(t, "10100", trades[0].AssetPrice.String())
	require.Equal(t, at, trades[0].At)
}

func BenchmarkPlanAndAccept(b *testing.B) {
	book := matching.New(matching.Config{MarketID: "M", PriceFactor: udecimal.One, Emit: quiet{}})
	for i := range uint64(100) {
		book.Accept(book.Plan(buy(fmt.Sprint("b", i), "maker", 1<<50, 1000-i), 0), nil, at)
		book.Accept(book.Plan(sell(fmt.Sprint("s", i), "maker", 1<<50, 1001+i), 0), nil, at)
	}
	taker := with(buy("x", "taker", 3, 1005), immediate)
	b.ReportAllocs()
	for b.Loop() {
		book.Accept(book.Plan(taker, 0), nil, at)
	}
}

// quiet ignores what is emitted.
type quiet struct{}

func (quiet) EmitOrder(domain.Order)                     {}
func (quiet) EmitOrderRejected(domain.OrderRejected)     {}
func (quiet) EmitOrdersCancelled(domain.OrdersCancelled) {}
func (quiet) EmitTrade(domain.Trade)                     {}
