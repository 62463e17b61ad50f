// Package sim simulates traders that keep an exchange busy. They lead to every event that the exchange has. They are no model of how
// people trade.
//
// [Traders] is a consumer of the bus and the source of the commands: the events of one block decide about the commands of the next.
// It learns of orders by Order events, of markets by MarketData, of money by Account and of volumes by PositionState, as any program
// outside the exchange would.
//
// # Who trades
//
//   - Makers quote several levels on both sides of a price that drifts. Each has a spread of its own, shifts its quotes against its
//     position, and moves them by amendments. Not every maker does so in every block, so that some quotes are old when they fill.
//   - Trend followers invest all their money in the direction of the mark price, with almost the highest leverage that the margin
//     allows. A shock ruins some of them. They deposit again. Some place limit orders of the same size, which fill in a shock.
//   - Noise traders send all kinds of orders: market, limit, post-only, fill or kill and reduce-only orders, amendments,
//     cancellations.
//   - The operator opens the markets, sets a mark price now and then, settles every fourth market after some hundred blocks, and sends
//     invalid commands, which must fail as events.
//
// Now and then a market has a shock: its price moves by several per cent within a few blocks, in which most makers do not quote. One
// shock in three is wild: the oracle's price goes twice as far and is corrected at the end of the block. That ruins traders on both
// sides, so that the exchange closes them out against each other.
//
// # Determinism
//
// The same seed and the same events give the same commands. All arithmetic is on integers. Each trader has a source of random numbers
// for each market, and each market has one of its own. They are seeded by names, so that one more party does not change the random
// numbers of the others.
//
// A Traders belongs to the goroutine that drives the bus. Its memory does not grow with the number of blocks, because it removes
// orders that are no longer in the book.
package sim
