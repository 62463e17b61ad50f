package sim

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/execution"
)

// Traders has all simulated traders and the operator. Attach it to the bus of the exchange.
type Traders struct {
	markets []*market
	traders []*trader
	out     orders

	// Only for lookups.
	market map[string]int
	trader map[string]*trader
}

// New returns the traders of a configuration. It panics if the configuration is invalid.
func New(config Config) *Traders {
	if err := config.Validate(); err != nil {
		panic("sim: " + err.Error() + ": call Validate before New")
	}
	t := &Traders{market: map[string]int{}, trader: map[string]*trader{}}
	for number := range config.Markets {
		m := newMarket(config, number+1)
		t.market[m.definition.ID] = number
		t.markets = append(t.markets, m)
	}
	t.traders = newTraders(config, t.markets)
	for _, trader := range t.traders {
		t.trader[trader.name] = trader
	}
	return t
}

// Commands returns the transactions of a block. Call it once for each height from 1 on, after the block before has ended. The list is
// valid until the next call.
func (t *Traders) Commands(height uint64) []execution.Tx {
	t.out.begin(height)
	if height == 1 {
		t.open()
		return t.out.txs
	}
	for _, m := range t.markets {
		if m.open {
			m.move(height)
			m.oracle(&t.out)
		}
	}
	// The first trader differs from block to block, so that nobody is always first in the queue.
	n := uint64(len(t.traders))
	for i := range n {
		t.turn(t.traders[(height+i)%n])
	}
	for _, m := range t.markets {
		m.correct(&t.out)
	}
	return t.out.txs
}

// turn runs one trader.
func (t *Traders) turn(trader *trader) {
	trader.money(&t.out)
	for _, d := range trader.desks {
		if !d.market.open {
			continue
		}
		trader.kind.trade(d, &t.out)
		if d.random.IntN(400) == 0 {
			t.out.add(d.mistake())
		}
	}
}

// desk returns the desk of a party in a market; nil for parties that are not among the traders, such as the network.
func (t *Traders) desk(marketID, partyID string) *desk {
	trader := t.trader[partyID]
	number, known := t.market[marketID]
	if trader == nil || !known {
		return nil
	}
	return trader.desks[number]
}

// OnOrder passes the state of an order to its trader.
func (t *Traders) OnOrder(e generated.Order) {
	o := e.Order()
	if d := t.desk(o.MarketID(), o.PartyID()); d != nil {
		d.see(o)
	}
}

// OnPositionState passes a volume to its trader.
func (t *Traders) OnPositionState(e generated.PositionState) {
	p := e.PositionState()
	if d := t.desk(p.MarketID(), p.PartyID()); d != nil {
		d.volume = p.Size()
	}
}

// OnAccount passes the balance of a general account to its trader.
func (t *Traders) OnAccount(e generated.Account) {
	a := e.Account()
	if a.ID().Type() != domain.AccountTypeGeneral {
		return
	}
	if trader := t.trader[a.ID().Owner()]; trader != nil {
		trader.free = whole(a.Balance())
	}
}

// OnMarketData stores the state of a market.
func (t *Traders) OnMarketData(e generated.MarketData) {
	data := e.MarketData()
	if number, known := t.market[data.MarketID()]; known {
		t.markets[number].see(data)
	}
}
