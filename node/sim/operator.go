package sim

import (
	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/node/engine/execution"
)

// open adds the commands of the first block: the markets, and the first deposits.
func (t *Traders) open() {
	for _, m := range t.markets {
		t.out.add(execution.CreateMarket{Market: m.definition})
	}
	for _, trader := range t.traders {
		t.out.add(execution.Deposit{PartyID: trader.name, Amount: amount(trader.kind.stake * dollar)})
	}
}

// oracle settles a market that expires, and sometimes sets its mark price: to the fair price, which a shock moves far.
func (m *market) oracle(out *orders) {
	switch {
	case m.expiry == out.height:
		out.add(execution.SettleMarket{MarketID: m.definition.ID, Price: m.fair})
	case m.shock.wild:
		out.add(execution.SetMarkPrice{MarketID: m.definition.ID, Price: shift(m.fair, m.shock.step)})
	case m.shock.blocks > 0 && m.random.IntN(4) == 0, m.random.IntN(100) == 0:
		out.add(execution.SetMarkPrice{MarketID: m.definition.ID, Price: m.fair})
	}
}

// correct sets the right mark price at the end of a block with a wild one.
func (m *market) correct(out *orders) {
	if m.open && m.shock.wild && m.expiry != out.height {
		out.add(execution.SetMarkPrice{MarketID: m.definition.ID, Price: m.fair})
	}
}

// mistake returns a command of the trader, or in its name, that must fail.
func (d *desk) mistake() execution.Command {
	id, who := d.market.definition.ID, d.name
	limit := d.order(domain.SideBuy, domain.OrderTypeLimit, domain.TimeInForceGTC, d.market.fair, 1)
	limit.Reference = "mistake"
	switch d.random.IntN(9) {
	case 0:
		limit.MarketID = "nowhere"
	case 1:
		limit.PartyID = "stranger"
	case 2:
		limit.Size = 0
	case 3:
		limit.Price = execution.MaxPrice + 1
	case 4:
		limit.Type = domain.OrderTypeMarket
	case 5:
		return execution.CancelOrder{MarketID: id, PartyID: who, OrderID: "none"}
	case 6:
		return execution.Withdraw{PartyID: who, Amount: amount(1_000_000_000 * dollar)}
	case 7:
		return execution.CreateMarket{Market: d.market.definition} // exists already
	default:
		return execution.Deposit{PartyID: who, Amount: amount(-1)}
	}
	return limit
}
