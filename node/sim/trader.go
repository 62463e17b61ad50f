package sim

import (
	"math/rand/v2"
	"strconv"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/execution"
)

// kind is a trading strategy.
type kind struct {
	name  string
	stake int64 // first deposit of a party, in dollars
	trade func(*desk, *orders)
}

// kinds are assigned to the parties in turn.
var kinds = []*kind{&maker, &trend, &noise, &trend, &noise, &noise}

var (
	maker = kind{"maker", 1_000_000, quote}
	trend = kind{"trend", 5_000, follow}
	noise = kind{"noise", 30_000, trade}
)

// trader is a party.
type trader struct {
	name   string
	number int // among those of its kind, from 1
	kind   *kind
	random *rand.Rand // for decisions that do not depend on a market
	free   uint64     // balance of its general account
	desks  []*desk    // one for each market
}

// desk is a trader in one market.
type desk struct {
	*trader
	market *market
	random *rand.Rand
	volume int64     // open, signed
	live   []resting // its orders in the book, by time of entry
}

// resting is an order in the book.
type resting struct {
	id, reference string
	side          domain.Side
	price, size   uint64
}

// newTraders returns the parties, each with a desk in each market.
func newTraders(config Config, markets []*market) []*trader {
	numbers := map[*kind]int{}
	traders := make([]*trader, 0, config.Parties)
	for i := range config.Parties {
		k := kinds[i%len(kinds)]
		numbers[k]++
		t := &trader{name: k.name + "-" + strconv.Itoa(numbers[k]), number: numbers[k], kind: k}
		t.random = config.source(t.name)
		for _, m := range markets {
			source := config.source(t.name + " in " + m.definition.ID)
			t.desks = append(t.desks, &desk{trader: t, market: m, random: source})
		}
		traders = append(traders, t)
	}
	return traders
}

// idle reports whether the trader has neither a position nor an order.
func (t *trader) idle() bool {
	for _, d := range t.desks {
		if d.volume != 0 || len(d.live) > 0 {
			return false
		}
	}
	return true
}

// money deposits or withdraws some money at random, and deposits a new stake once everything is lost.
func (t *trader) money(out *orders) {
	stake := t.kind.stake * dollar
	switch roll := t.random.IntN(400); {
	case t.free < uint64(stake)/50 && roll < 40 && t.idle():
		out.add(execution.Deposit{PartyID: t.name, Amount: amount(stake)})
	case roll == 100:
		out.add(execution.Deposit{PartyID: t.name, Amount: amount(1 + t.random.Int64N(stake/20))})
	case roll < 104 && t.free > uint64(2*stake): // keeps what it won
		out.add(execution.Withdraw{PartyID: t.name, Amount: amount(int64(t.free) - stake)})
	case roll == 105 && t.free > 100:
		out.add(execution.Withdraw{PartyID: t.name, Amount: amount(1 + t.random.Int64N(int64(t.free)/20))})
	}
}

// see stores the state of an order of the trader.
func (d *desk) see(o generated.OrderView) {
	at := -1
	for i := range d.live {
		if d.live[i].id == o.ID() {
			at = i
		}
	}
	if o.Status() != domain.OrderStatusActive {
		if at >= 0 {
			d.live = append(d.live[:at], d.live[at+1:]...)
		}
		return
	}
	now := resting{o.ID(), o.Reference(), o.Side(), whole(o.Price()), o.Remaining()}
	if at < 0 {
		d.live = append(d.live, now)
	} else {
		d.live[at] = now
	}
}

// order returns a new order of the desk.
func (d *desk) order(side domain.Side, typ domain.OrderType, force domain.TimeInForce, price, size uint64) execution.SubmitOrder {
	return execution.SubmitOrder{
		MarketID: d.market.definition.ID, PartyID: d.name,
		Side: side, Type: typ, TimeInForce: force, Price: price, Size: size,
	}
}

// reduce returns an order that closes a part of the desk's position at market price.
func (d *desk) reduce(size uint64) execution.SubmitOrder {
	side := domain.SideSell
	if d.volume < 0 {
		side = domain.SideBuy
	}
	o := d.order(side, domain.OrderTypeMarket, domain.TimeInForceIOC, 0, size)
	o.ReduceOnly = true
	return o
}

// held returns the size of the desk's position.
func (d *desk) held() uint64 { return uint64(max(d.volume, -d.volume)) }

// side returns the side of a signed volume.
func side(volume int64) domain.Side {
	if volume < 0 {
		return domain.SideSell
	}
	return domain.SideBuy
}
