// Package execution runs an exchange: it takes blocks of commands and carries them to the engines of the markets.
//
// A [Command] is what a party, an oracle or the operator asks for. [Exchange.Block] opens a block on the bus, applies its
// commands one after another, each in a transaction of its own, and ends it. Whatever comes of a command is an event: that it
// cannot be done is one too (OrderRejected, TxFailed), never an error of this package.
//
// # The way of an order
//
// The command is checked; the book plans what would happen; the fees of the planned fills and the margin that the party would
// then need are compared with its money; only then is the plan carried out. So a refused order has changed nothing. After
// the trades come fees, volumes, margins, and last the messages of all accounts and positions that moved.
//
// # The end of a block
//
// For each market, in the order of their creation: if the last traded price is not the mark price, it becomes the mark price,
// and the cascade runs (package liquidation has its steps); volume that the network still has is offered to the book; and a
// MarketData says how the market looks, if that changed.
//
// # Limits
//
// Prices are 1 to [MaxPrice], sizes 1 to [MaxSize], and the volume of a party with all its orders, and so that of a market's
// every trade, stays within [MaxVolume], so that no integer overflows. Money has no bound.
//
// # Determinism
//
// The same commands in the same blocks give the same events, byte for byte: the time is the block's, and every list of
// parties, orders and markets has an order of its own.
//
// An Exchange belongs to one goroutine.
package execution
