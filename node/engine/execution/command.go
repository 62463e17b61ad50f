package execution

import (
	"github.com/busgen/busgen/domain"
)

// Command is a request to the exchange. Prices are market prices, sizes are in the market's size units, amounts in units of the
// settlement asset.
type Command interface {
	// party returns the party whose command it is, for the event of a failure; empty for the operator and the oracle.
	party() string
}

// Tx is a command with the ID of its transaction, which the headers of all its events have.
type Tx struct {
	ID      string
	Command Command
}

// CreateMarket opens a market.
type CreateMarket struct{ Market Market }

// Deposit adds money to a party's general account. The first one makes the party known.
type Deposit struct {
	PartyID string
	Amount  domain.Decimal
}

// Withdraw pays money out of a party's general account.
type Withdraw struct {
	PartyID string
	Amount  domain.Decimal
}

// SubmitOrder places an order. The Order event has its ID, and the party's reference.
type SubmitOrder struct {
	MarketID, PartyID, Reference string
	Side                         domain.Side
	Type                         domain.OrderType   // limit or market
	TimeInForce                  domain.TimeInForce // good till cancelled, immediate or cancel, fill or kill; a market order is one of the last two
	Price                        uint64             // 0 for a market order
	Size                         uint64
	PostOnly                     bool // rejected if it would trade at once; for orders that are good till cancelled
	ReduceOnly                   bool // fills at most what closes the position; for orders that do not rest
}

// CancelOrder removes one order of a party from the book, or all of its orders in the market if OrderID is empty.
type CancelOrder struct{ MarketID, PartyID, OrderID string }

// AmendOrder changes an order that is in the book. An order that only gets smaller keeps its place in the queue.
type AmendOrder struct {
	MarketID, PartyID, OrderID string
	Price, Size                uint64 // new values; 0 changes nothing. The size is that of the whole order, with what has filled.
}

// SetMarkPrice is a price of an oracle. Positions are marked to it at once.
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
