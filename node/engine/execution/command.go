package execution

import (
	"github.com/busgen/busgen/domain"
)

// Command is what somebody asks of the exchange. Prices are market prices, sizes are in the market's size units, amounts in
// units of the settlement asset.
type Command interface {
	// party is who asks, for the message that it failed; empty for the operator and the oracle.
	party() string
}

// Tx is a command with the name of its transaction, which the headers of all its events carry.
type Tx struct {
	ID      string
	Command Command
}

// CreateMarket opens a market.
type CreateMarket struct{ Market Market }

// Deposit brings money into a party's general account. The first one makes the party known.
type Deposit struct {
	PartyID string
	Amount  domain.Decimal
}

// Withdraw takes money out of a party's general account.
type Withdraw struct {
	PartyID string
	Amount  domain.Decimal
}

// SubmitOrder places an order. Its ID is told by the Order event, which carries the party's reference.
type SubmitOrder struct {
	MarketID, PartyID, Reference string
	Side                         domain.Side
	Type                         domain.OrderType   // limit or market
	TimeInForce                  domain.TimeInForce // good till cancelled, immediate or cancel, fill or kill; a market order is one of the last two
	Price                        uint64             // 0 for a market order
	Size                         uint64
	PostOnly                     bool // refused rather than to trade at once; for orders that are good till cancelled
	ReduceOnly                   bool // fills at most what closes the position; for orders that do not rest
}

// CancelOrder takes one order of a party out of the book, or all of the market's, if it names none.
type CancelOrder struct{ MarketID, PartyID, OrderID string }

// AmendOrder changes an order that is in the book. An order that only gets smaller keeps its place in the queue.
type AmendOrder struct {
	MarketID, PartyID, OrderID string
	Price, Size                uint64 // the new ones; 0: as before. The size is the whole order's, what has filled included.
}

// SetMarkPrice is an oracle's word on the price: positions are marked to it at once.
type SetMarkPrice struct {
	MarketID string
	Price    uint64
}

// SettleMarket ends a market: its orders are cancelled and its positions are paid out at the price.
type SettleMarket struct {
	MarketID string
	Price    uint64
}

func (CreateMarket) party() string  { return "" }
func (c Deposit) party() string     { return c.PartyID }
func (c Withdraw) party() string    { return c.PartyID }
func (c SubmitOrder) party() string { return c.PartyID }
func (c CancelOrder) party() string { return c.PartyID }
func (c AmendOrder) party() string  { return c.PartyID }
func (SetMarkPrice) party() string  { return "" }
func (SettleMarket) party() string  { return "" }
