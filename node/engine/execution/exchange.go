package execution

import (
	"fmt"
	"time"

	"github.com/busgen/busgen/domain"
	"github.com/busgen/busgen/events"
	"github.com/busgen/busgen/node/engine/collateral"
)

// Exchange is a set of futures markets that settle in one asset.
type Exchange struct {
	bus      Bus
	accounts *collateral.Ledger
	markets  []*market // in order of creation
	byID     map[string]*market
	now      time.Time // of the block
}

// New returns an exchange without markets and parties. All its markets settle in the asset.
func New(asset string, bus Bus) *Exchange {
	return &Exchange{bus: bus, accounts: collateral.New(asset, bus), byID: map[string]*market{}}
}

// Block runs a whole block: its start, its transactions in order, and its end.
func (x *Exchange) Block(block events.Block, txs []Tx) {
	x.BeginBlock(block)
	for _, tx := range txs {
		x.Apply(tx)
	}
	x.EndBlock()
}

// BeginBlock opens a block. All its events have the time of the block.
func (x *Exchange) BeginBlock(block events.Block) {
	x.now = block.Time
	x.bus.BeginBlock(block)
}

// Apply runs one transaction in the open block. A command that fails changes nothing, and is an event: OrderRejected for orders in a
// market that exists, TxFailed for everything else.
func (x *Exchange) Apply(tx Tx) {
	x.bus.BeginTx(tx.ID)
	if err := x.apply(tx); err != nil {
		x.bus.EmitTxFailed(domain.TxFailed{Party: domain.Party{PartyID: partyOf(tx.Command)}, Error: err.Error()})
	}
	x.bus.EndTx()
}

func partyOf(c Command) string {
	if c == nil {
		return ""
	}
	return c.party()
}

// EndBlock marks the markets that have traded, resolves distressed parties, emits the state of the markets, and closes the block.
func (x *Exchange) EndBlock() {
	for _, m := range x.markets {
		m.endBlock(x.now)
	}
	x.bus.EndBlock()
}

func (x *Exchange) apply(tx Tx) error {
	switch c := tx.Command.(type) {
	case Deposit:
		return x.accounts.Deposit(tx.ID, c.PartyID, c.Amount, x.now)
	case Withdraw:
		return x.accounts.Withdraw(tx.ID, c.PartyID, c.Amount, x.now)
	case CreateMarket:
		return x.create(c.Market)
	case SubmitOrder:
		return x.within(c.MarketID, func(m *market) error { return m.submit(c, x.now) })
	case CancelOrder:
		return x.within(c.MarketID, func(m *market) error { return m.cancel(c, x.now) })
	case AmendOrder:
		return x.within(c.MarketID, func(m *market) error { return m.amend(c, x.now) })
	case SetMarkPrice:
		return x.within(c.MarketID, func(m *market) error { return m.setMarkPrice(c.Price, x.now) })
	case SettleMarket:
		return x.within(c.MarketID, func(m *market) error { return m.settle(c.Price, x.now) })
	default:
		return fmt.Errorf("unknown command %T", c)
	}
}

// within runs a command in an open market.
func (x *Exchange) within(id string, do func(*market) error) error {
	m := x.byID[id]
	switch {
	case m == nil:
		return fmt.Errorf("unknown market %q", id)
	case m.settled:
		return fmt.Errorf("market %s is settled", id)
	}
	return do(m)
}

// create opens a market.
func (x *Exchange) create(definition Market) error {
	if err := definition.Validate(); err != nil {
		return err
	}
	if x.byID[definition.ID] != nil {
		return fmt.Errorf("there is a market %s already", definition.ID)
	}
	m := newMarket(definition, x.accounts, x.bus)
	x.markets = append(x.markets, m)
	x.byID[definition.ID] = m
	m.open()
	return nil
}
