package sim

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/generated"
	"github.com/busgen/busgen/node/engine/execution"
)

// Traders are all who ask something of the exchange. Attach them to its bus.
type Traders struct {
	markets []*market
	traders []*trader
	out     orders

	// For looking up only.
	market map[string]int
	trader map[string]*trader
}

// New makes the traders of a configuration that is valid; one that is not is a programming error.
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

// Commands is what they ask for in a block. Ask once for each height from 1 on, after the block before it has ended. The list is good
// until the next call.
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
	// Somebody else is first in every block, or the same would always be first in the queue.
	n := uint64(len(t.traders))
	for i := range n {
		t.turn(t.traders[(height+i)%n])
	}
	for _, m := range t.markets {
		m.correct(&t.out)
	}
	return t.out.txs
}

// turn lets a trader do what it wants to.
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

// desk is where a party trades in a market; nil for parties that are none of the traders, as the network.
func (t *Traders) desk(marketID, partyID string) *desk {
	trader := t.trader[partyID]
	number, known := t.market[marketID]
	if trader == nil || !known {
		return nil
	}
	return trader.desks[number]
}

// OnOrder tells a trader what became of its order.
func (t *Traders) OnOrder(e generated.OrderEvent) {
	o := e.Order()
	if d := t.desk(o.MarketID, o.PartyID); d != nil {
		d.see(o)
	}
}

// OnPositionState tells a trader its volume.
func (t *Traders) OnPositionState(e generated.PositionStateEvent) {
	p := e.PositionState()
	if d := t.desk(p.MarketID, p.PartyID); d != nil {
		d.volume = p.Size
	}
}

// OnAccount tells a trader how much free money it has.
func (t *Traders) OnAccount(e generated.AccountEvent) {
	a := e.Account()
	if a.ID.Type != domain.AccountTypeGeneral {
		return
	}
	if trader := t.trader[a.ID.Owner]; trader != nil {
		trader.free = whole(a.Balance)
	}
}

// OnMarketData tells everybody how a market looks.
func (t *Traders) OnMarketData(e generated.MarketDataEvent) {
	data := e.MarketData()
	if number, known := t.market[data.MarketID]; known {
		t.markets[number].see(data)
	}
}
