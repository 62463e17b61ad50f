// Package execution runs an exchange: it applies blocks of commands by calling the engines of the markets.
//
// A [Command] is a request of a party, an oracle or the operator. [Exchange.Block] opens a block on the bus, applies the commands one
// after another, each in a transaction of its own, and ends the block. All results of a command are events. So is its failure
// (OrderRejected, TxFailed), which is never an error of this package.
//
// # How an order is executed
//
// The command is checked. The book plans what would happen. The fees of the planned fills and the margin that the party would then
// need are compared with its money. Only then is the plan carried out, so a rejected order has changed nothing. After the trades
// follow fees, volumes and margins, and last the events of all positions and accounts that changed.
//
// # The end of a block
//
// For each market, in the order of their creation: if there were trades since positions were last marked, the last traded price becomes
// the mark price, and the cascade runs (package liquidation has its steps). Then the network's volume is offered to the book. Last, a
// MarketData has the state of the market, if that changed.
//
// # Limits
//
// Prices are 1 to [MaxPrice], sizes 1 to [MaxSize]. The volume of a party with all its orders stays within [MaxVolume], and so does the
// volume of a trade. Therefore no integer overflows. Money has no bound.
//
// # Determinism
//
// The same commands in the same blocks give the same events, byte for byte. The time is that of the block, and every list of parties,
// orders and markets has a defined order.
//
// An Exchange belongs to one goroutine.
package execution
